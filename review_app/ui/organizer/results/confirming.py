"""Before the result is confirmed: the public draw where the rule names one, what will be public, the days."""

from __future__ import annotations

import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from review_app.model.text import DRAW_LIMIT, visible
from review_app.model.workspace.standing import Standing
from review_app.ui import theme
from review_app.ui.organizer.results.disclosure import hidden_words, public_words
from review_app.ui.organizer.results.fields import DayField, line_field, today
from review_app.ui.organizer.results.words import days_words
from review_app.ui.widgets.flow import Flow
from review_app.ui.widgets.parts import button, column, empty, label, row

USUAL = datetime.timedelta(days=7)
"""Proposed length of a notice."""


class DrawPanel(QWidget):
    """Takes the public draw down, once and for all."""

    entered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._may = True
        self.source = label("", "body", wrap=True, select=True)
        self.text = line_field(self.tr("What was drawn"), self.tr("As it was announced"), DRAW_LIMIT)
        self.text.setFixedWidth(theme.room(280))
        self.text.textChanged.connect(lambda _: self.set_enabled(self._may))
        self.text.returnPressed.connect(self._enter)
        self.enter = button(self.tr("Record the draw…"))
        self.enter.clicked.connect(self._enter)
        self.setLayout(
            column(
                label(self.tr("The public draw"), "heading", wrap=True),
                self.source,
                row(self.text, self.enter, None),
                label(
                    self.tr(
                        "Lots between equal cases and the draws behind the rank intervals follow from it. It is "
                        "published as it is typed, and can't be changed."
                    ),
                    "secondary",
                    wrap=True,
                ),
                margins=(0, 0, 0, 16),
                spacing=6,
            )
        )

    def show_standing(self, standing: Standing) -> None:
        """Shown while the draw is awaited."""
        wanted = bool(standing.rule.seed_draw) and standing.draw is None
        self.setVisible(wanted)
        self.source.setText(visible(standing.rule.seed_draw, DRAW_LIMIT))

    def set_enabled(self, may: bool) -> None:
        """Puts field and act on or off."""
        self._may = may
        self.text.setEnabled(may)
        self.enter.setEnabled(may and bool(self.text.text().strip()))

    def _enter(self) -> None:
        if self.enter.isEnabled():
            self.entered.emit(self.text.text().strip())


class _Points(QWidget):
    """A heading and a line for each point."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.setLayout(column(label(heading, "strong", wrap=True), self._lines, None, spacing=6))

    def show_points(self, points: list[str]) -> None:
        empty(self._lines)
        for words in points:
            self._lines.addWidget(label(words, "body-small", wrap=True))


class ConfirmPanel(QWidget):
    """What becomes public, and from when to when objections are heard."""

    wanted = Signal(object, object)
    """First and last day (date; None for no notice)."""

    def __init__(self) -> None:
        super().__init__()
        self._may = True
        self.public = _Points(self.tr("This will be public"))
        self.hidden = _Points(self.tr("This will not"))
        both = row(self.public, self.hidden, spacing=24)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        self.since = DayField(self.tr("First day of the notice"))
        self.until = DayField(self.tr("Last day of the notice"))
        self.weekday = label("", "secondary")
        self.none = QCheckBox(self.tr("Without a notice"))
        for field in (self.since, self.until):
            field.textChanged.connect(lambda _: self.set_enabled(self._may))
        self.none.toggled.connect(lambda _: self.set_enabled(self._may))
        self.trouble = label("", "attention", wrap=True)
        self.confirm = button(self.tr("Confirm and seal…"), "primary")
        self.confirm.clicked.connect(self._confirm)
        self._drawn = True
        days = QWidget()
        days.setLayout(
            Flow(
                label(self.tr("From")),
                self.since,
                label(self.tr("to")),
                self.until,
                self.weekday,
                self.none,
            )
        )
        self.setLayout(
            column(
                label(self.tr("Confirm the result"), "heading", wrap=True),
                both,
                8,
                label(self.tr("Notice: days on which objections are heard"), "strong", wrap=True),
                days,
                self.trouble,
                label(
                    self.tr(
                        "Confirming seals the round: the count is the proposed result from then on, and stands in "
                        "the log. It becomes final after the notice."
                    ),
                    "secondary",
                    wrap=True,
                ),
                row(self.confirm, None),
                spacing=8,
            )
        )
        self.since.set_day(today())
        self.until.set_day(today() + USUAL)

    def show_standing(self, standing: Standing) -> None:
        """Shown until the result is confirmed."""
        self.setVisible(standing.notice.status == "counted")
        self._drawn = standing.draw is not None
        self.public.show_points(public_words(standing.rule))
        self.hidden.show_points(hidden_words(standing.rule))

    def set_enabled(self, may: bool) -> None:
        """Puts fields and act on or off, and says what is missing."""
        self._may = may
        without = self.none.isChecked()
        since, until = self.since.day, self.until.day
        words = ""
        if not self._drawn:
            words = self.tr("First record the public draw.")
        elif since is None or (not without and until is None):
            words = self.tr("A day is missing, or is none.")
        elif not without and until is not None and until < since:
            words = self.tr("The notice would end before it begins.")
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))
        parts = [self.until.weekday, days_words(since, until)]
        self.weekday.setText(" · ".join(part for part in parts if part))
        self.weekday.setVisible(not without and bool(self.until.weekday))
        self.since.setEnabled(may)
        self.until.setEnabled(may and not without)
        self.none.setEnabled(may)
        self.confirm.setEnabled(may and not words)

    def _confirm(self) -> None:
        self.wanted.emit(self.since.day, None if self.none.isChecked() else self.until.day)
