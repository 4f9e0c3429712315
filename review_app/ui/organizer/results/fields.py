"""Fields that several forms of the page have: a day, a longer text, a choice of a case."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from review_app.model.text import visible
from review_app.model.workspace.standing import Standing
from review_app.ui import theme
from review_app.ui.organizer.results.words import rank_text
from review_app.ui.organizer.settings.page import day_of
from review_app.ui.widgets.choice import Choice
from review_app.ui.widgets.coming import ComingPanel


def today() -> datetime.date:
    """The day it is here."""
    return datetime.date.today()


class DayField(QLineEdit):
    """A day, typed as people do."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(self.tr("Year-month-day"))
        self.setFixedWidth(theme.room(136))

    def set_day(self, day: datetime.date) -> None:
        """Shows a day."""
        self.setText(day.isoformat())

    @property
    def day(self) -> datetime.date | None:
        """The day typed; None for none, and for what is no day."""
        found = day_of(self.text())
        return datetime.date.fromisoformat(found) if found else None

    @property
    def weekday(self) -> str:
        """The day of the week, so that a slip is seen."""
        day = self.day
        if day is None:
            return ""
        return QLocale().toString(QDate(day.year, day.month, day.day), "dddd")


def text_field(name: str, lines: int = 3, hint: str = "") -> QPlainTextEdit:
    """A field of several lines; Tab leaves it."""
    made = QPlainTextEdit()
    made.setTabChangesFocus(True)
    made.setAccessibleName(name)
    made.setPlaceholderText(hint)
    made.setFixedHeight(theme.room(24 * lines + 22))
    return made


def line_field(name: str, hint: str = "", most: int = 200) -> QLineEdit:
    """A field of one line."""
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setPlaceholderText(hint)
    made.setMaxLength(most)
    return made


class CaseChoice(Choice):
    """One of the cases; with ``whole`` also none of them."""

    def __init__(self, name: str, whole: str = "") -> None:
        super().__init__(name)
        self._whole = whole
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)

    def show_standing(self, standing: Standing) -> None:
        """Offers the cases in the order of the ranking; the choice stays."""
        before = self.currentData()
        self.clear()
        if self._whole:
            self.addItem(self._whole, "")
        for line in standing.cases:
            words = self.tr("{rank}  {title}").format(
                rank=rank_text(line.ranked.rank), title=visible(line.case.title, 80)
            )
            self.addItem(words, line.case.id)
        self.setCurrentIndex(max(0, self.findData(before)))

    @property
    def case(self) -> str:
        """The id of the case chosen, "" for none."""
        return str(self.currentData() or "")


class Form(ComingPanel):
    """A form that comes when it is wanted and goes by Esc."""

    open_changed = Signal(bool)
    """It came, or went."""

    def __init__(self) -> None:
        super().__init__("surface")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.open_changed.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.isHidden():  # not only its page
            self.open_changed.emit(False)
