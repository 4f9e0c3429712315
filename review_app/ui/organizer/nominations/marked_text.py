"""A text to look at with stretches marked, two of them side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from review_app.ui import theme

Span = tuple[int, int]
MOST = 2000
"""Stretches that are marked at most."""


class MarkedText(QPlainTextEdit):
    """Read-only; :attr:`entered` carries the number of the marked stretch that the cursor has come into.

    ``role`` is the theme's colour of the marks: "fill" or "attention_soft".  Places are code points of the text.
    """

    entered = Signal(int)

    def __init__(self, name: str, role: str = "fill") -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setProperty("kind", "side")
        self._role = role
        self._spans: list[Span] = []
        self.cursorPositionChanged.connect(self._enter)
        theme.changed().connect(self._mark)

    def show_text(self, text: str, spans: Sequence[Span]) -> None:
        """Shows ``text`` with ``spans`` (start and end) marked, from the first of them on."""
        units = _units(text)
        self._spans = [(units[start], units[end]) for start, end in spans[:MOST]]
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        self._mark()
        self.go_to(0)

    def go_to(self, number: int) -> None:
        """Brings a marked stretch into view and puts the cursor there."""
        if not 0 <= number < len(self._spans):
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._spans[number][0])
        self.blockSignals(True)
        self.setTextCursor(cursor)
        self.blockSignals(False)
        self.centerCursor()

    @property
    def at(self) -> int:
        """The number of the marked stretch at the cursor or the last one before it; -1 for none."""
        place = self.textCursor().position()
        return max((number for number, (start, _) in enumerate(self._spans) if start <= place), default=-1)

    def _enter(self) -> None:
        place = self.textCursor().position()
        for number, (start, end) in enumerate(self._spans):
            if start <= place <= end:
                self.entered.emit(number)
                return

    def _mark(self) -> None:
        form = QTextCharFormat()
        colours = theme.current()
        form.setBackground(QColor(getattr(colours, self._role)))
        form.setForeground(QColor(colours.on_fill if self._role == "fill" else colours.ink))
        marks = []
        for start, end in self._spans:
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor
            mark.format = form
            marks.append(mark)
        self.setExtraSelections(marks)


def _units(text: str) -> list[int]:
    """The place of each code point, and of the end, in the UTF-16 units that Qt counts."""
    places, place = [0], 0
    for character in text:
        place += 2 if ord(character) > 0xFFFF else 1
        places.append(place)
    return places
