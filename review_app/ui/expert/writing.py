"""A field for longer text that saves itself: after a pause, when the focus leaves, and when its owner says so."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, Qt
from PySide6.QtWidgets import QPlainTextEdit

PAUSE = 800
"""Milliseconds without a key after which the text is saved."""


class WritingField(QPlainTextEdit):
    """:attr:`pending` says that something is not saved yet, :attr:`ready` carries the text to be saved.

    Composition of an input method is not part of the text until it is committed, and saving doesn't touch it.
    """

    pending = Signal()
    ready = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)  # a package or amendment dropped here is the window's business
        self._saved = ""
        self._filling = False
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._send)
        self.textChanged.connect(self._changed)

    @property
    def dirty(self) -> bool:
        """Whether the field holds something that wasn't sent."""
        return self.text() != self._saved

    def text(self) -> str:
        """What is in the field; unlike ``toPlainText`` it leaves no-break spaces as they are."""
        return self.document().toRawText().replace("\u2029", "\n")

    def fill(self, text: str) -> None:
        """Shows a stored text."""
        self._timer.stop()
        self._filling = True
        self.setPlainText(text)
        self._filling = False
        self._saved = self.text()

    def accepted(self, text: str) -> None:
        """The owner has stored ``text``."""
        self._saved = text

    def flush(self) -> None:
        """Sends what isn't saved yet, an unfinished composition included."""
        if self.hasFocus():
            QGuiApplication.inputMethod().commit()
        self._send()

    def _changed(self) -> None:
        if not self._filling and self.dirty:
            self._timer.start()
            self.pending.emit()

    def _send(self) -> None:
        self._timer.stop()
        if self.dirty:
            self.ready.emit(self.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._send()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Up and Ctrl+Down belong to the window, which changes the case with them."""
        keys = (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() in keys:
            event.ignore()
            return
        super().keyPressEvent(event)
