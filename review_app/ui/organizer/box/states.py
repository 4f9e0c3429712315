"""How the sheets ended: each state with its count, its meaning, and what to do."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from review_app.model.box.states import State
from review_app.ui.organizer.box.words import state_advice, state_meaning, state_name
from review_app.ui.widgets.parts import button, column, empty, label


class StateLines(QWidget):
    """One line a state that occurs.  With ``choosing``, a state's name shows its sheets alone."""

    chosen = Signal(object)
    """A :class:`State`, or None for all."""

    def __init__(self, *, choosing: bool) -> None:
        super().__init__()
        self._choosing = choosing
        self.lines = QGridLayout()
        self.lines.setHorizontalSpacing(16)
        self.lines.setVerticalSpacing(6)
        self.lines.setColumnStretch(2, 1)
        self.names: dict[State, QWidget] = {}
        self.setLayout(column(self.lines))

    def show_counts(self, counts: dict[str, int]) -> None:
        """Fills the lines, in the order of the states."""
        empty(self.lines)
        self.names.clear()
        top = Qt.AlignmentFlag.AlignTop
        for place, state in enumerate(state for state in State if counts.get(state.value)):
            number = label(f"{counts[state.value]:,}", "strong")
            number.setAlignment(Qt.AlignmentFlag.AlignRight)
            number.setContentsMargins(0, 1 if self._choosing else 0, 0, 0)
            self.lines.addWidget(number, place, 0, top)
            if self._choosing:
                link = button(state_name(state), "quiet-link")
                link.clicked.connect(partial(self.chosen.emit, state))
                link.setToolTip(self.tr("Show these sheets alone"))
                name: QWidget = link
            else:
                name = label(state_name(state), "strong")
            self.names[state] = name
            self.lines.addWidget(name, place, 1, top | Qt.AlignmentFlag.AlignLeft)
            words = [state_meaning(state)]
            if advice := state_advice(state):
                words.append(advice)
            kind = "secondary" if state in _QUIET else "attention"
            meaning = label(" ".join(words), kind, wrap=True)
            meaning.setContentsMargins(0, 3 if self._choosing else 2, 0, 0)  # on the line of the name
            self.lines.addWidget(meaning, place, 2, top)


_QUIET = (State.ACCEPTED, State.SUPERSEDED, State.SAME_AGAIN)
"""States that are nobody's concern."""
