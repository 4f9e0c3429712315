"""Fields of the look: what is typed is taken over at the end of a stretch of typing, or when the field is left."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit

from review_app.ui.widgets.growing_text import GrowingText

PAUSE = 700
"""Milliseconds without a key after which what was typed counts."""


class TypedLine(QLineEdit):
    """One line."""

    settled = Signal()

    def __init__(self, name: str, limit: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMaxLength(limit)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.settled)
        self.textEdited.connect(lambda _: self._pause.start())
        self.editingFinished.connect(self._finished)

    def _finished(self) -> None:
        self._pause.stop()
        self.settled.emit()

    def settle(self) -> None:
        """What was typed counts now, and nothing more will be said of it."""
        self._pause.stop()

    def show_text(self, text: str, hint: str = "") -> None:
        """Shows ``text`` from its beginning, ``hint`` where there is none; what is being typed stays."""
        self.setPlaceholderText(hint)
        self.setToolTip(text or hint)
        if self.typed != text and not self._pause.isActive():
            self.setText(text)
            self.setCursorPosition(0)

    @property
    def typed(self) -> str:
        """What stands there, blanks tidied."""
        return " ".join(self.text().split())


class TypedText(GrowingText):
    """Several lines of one paragraph."""

    settled = Signal()

    def __init__(self, name: str, lines: int) -> None:
        super().__init__(lines)
        self.setAccessibleName(name)
        self._showing = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.settled)
        self.textChanged.connect(self._changed)

    def _changed(self) -> None:
        if not self._showing:
            self._pause.start()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._pause.isActive():
            self._pause.stop()
            self.settled.emit()

    def settle(self) -> None:
        """What was typed counts now, and nothing more will be said of it."""
        self._pause.stop()

    def show_text(self, text: str) -> None:
        """Shows ``text``; what is being typed stays."""
        same = self.toPlainText().split() == text.split()  # a blank at the end is still being typed
        if not same and not self._pause.isActive():
            self._showing = True
            self.setPlainText(text)
            self._showing = False
