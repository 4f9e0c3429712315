"""The line above the list: words, states, and four fields to pick by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QLineEdit, QPushButton, QSizePolicy, QWidget

from review_app.model.nomination.checks import choice_of
from review_app.model.text import visible
from review_app.model.workspace.submission import Submission
from review_app.ui import theme
from review_app.ui.organizer.nominations.words import (
    STATES,
    body_type_words,
    field_words,
    route_words,
    state_words,
)
from review_app.ui.widgets.choice import Choice
from review_app.ui.widgets.flow import Flow
from review_app.ui.widgets.parts import button

PAUSE = 60
"""Milliseconds without a further key before the list follows the words."""
PICKED = ("facet", "region", "route", "body_type")
_SAID: dict[str, Callable[[str], str]] = {"route": route_words, "body_type": body_type_words}


class Filters(QWidget):
    """:attr:`words_changed` and :attr:`picked_changed` say what to do again."""

    words_changed = Signal(str)
    picked_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.search = QLineEdit()
        self.search.setProperty("kind", "search")
        self.search.setPlaceholderText(self.tr("Search title, body…"))
        self.search.setAccessibleName(self.tr("Search nominations"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(theme.room(184))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(lambda: self.words_changed.emit(self.search.text()))
        self.search.textChanged.connect(lambda: self._pause.start())
        self.chips: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        for state in ("", *STATES):
            chip = button("", "chip")
            chip.setCheckable(True)
            chip.setChecked(not state)
            chip.clicked.connect(self.picked_changed)
            group.addButton(chip)
            self.chips[state] = chip
        self.more = button(self.tr("More filters"), "chip")
        self.more.setCheckable(True)
        self.more.toggled.connect(self._show_more)
        self.boxes = {name: self._box(name) for name in PICKED}
        self.clear = button(self.tr("Clear"), "quiet-link")
        self.clear.clicked.connect(self.reset)
        self.second = QWidget()
        """The fields to pick by, for the page to lay out below; hidden until they are wanted."""
        self.second.setLayout(Flow(*self.boxes.values(), self.clear, spacing=6))
        self.second.hide()
        self.setLayout(Flow(self.search, *self.chips.values(), self.more, spacing=6))

    def _box(self, name: str) -> QComboBox:
        box = Choice(field_words(name))
        box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        box.setFixedWidth(theme.room(168))
        box.currentIndexChanged.connect(lambda _: self.picked_changed.emit())
        return box

    def offer(self, submissions: Sequence[Submission]) -> None:
        """Counts the states, and offers for each field what there is among ``submissions``."""
        counts: Counter[str] = Counter(each.state for each in submissions)
        for state, chip in self.chips.items():
            count = counts[state] if state else len(submissions)
            words = state_words(state) if state else self.tr("All")
            chip.setText(
                self.tr("{kind} {count}", "a filter: its name and how many").format(kind=words, count=count)
            )
            chip.setVisible(not state or count > 0 or chip.isChecked())
        for name, box in self.boxes.items():
            chosen = box.currentData()
            values = sorted({choice_of(name, each.text(name)) for each in submissions} - {""})
            box.blockSignals(True)
            box.clear()
            box.addItem(self.tr("{field}: all", "a filter").format(field=field_words(name)), "")
            for value in values:
                box.addItem(_SAID[name](value) if name in _SAID else visible(value, 60), value)
            box.setCurrentIndex(max(0, box.findData(chosen)))
            box.blockSignals(False)

    @property
    def state(self) -> str:
        """The state asked for, empty for all."""
        return next(state for state, chip in self.chips.items() if chip.isChecked())

    def set_state(self, state: str) -> None:
        """Asks for a state, as a click on its chip does."""
        self.chips[state].setVisible(True)
        self.chips[state].setChecked(True)
        self.picked_changed.emit()

    def predicate(self) -> Callable[[Submission], bool] | None:
        """What the nominations shown have in common; None while all are asked for."""
        state = self.state
        wanted = [(name, str(box.currentData())) for name, box in self.boxes.items() if box.currentData()]
        if not state and not wanted:
            return None
        return lambda one: (
            (not state or one.state == state)
            and all(choice_of(name, one.text(name)) == value for name, value in wanted)
        )

    def said(self) -> str:
        """The filters that hold, in words, for a list on paper."""
        parts = [state_words(self.state)] if self.state else []
        parts += [box.currentText() for box in self.boxes.values() if box.currentData()]
        if self.search.text().strip():
            parts.append(self.tr('"{words}"').format(words=self.search.text().strip()))
        return " · ".join(parts)

    def reset(self) -> None:
        """Shows all again."""
        self.search.clear()
        for box in self.boxes.values():
            box.setCurrentIndex(0)
        self.set_state("")

    def _show_more(self, on: bool) -> None:
        self.second.setVisible(on)
        if not on and any(box.currentIndex() > 0 for box in self.boxes.values()):
            for box in self.boxes.values():
                box.setCurrentIndex(0)
