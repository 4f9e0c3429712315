"""A field for longer text that saves itself: after a pause, when the focus leaves, and when its owner says so."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    Qt,
)
from PySide6.QtWidgets import QPlainTextEdit

from review_app.model.text import storable

PAUSE = 800
"""Milliseconds without a key after which the text is saved."""


_STAYS = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
"""Reasons to lose the focus after which it comes back, and composing goes on."""


class WritingField(QPlainTextEdit):
    """:attr:`pending` says that something is not saved yet, :attr:`ready` carries the text to be saved, and
    :attr:`as_it_was` says that a change was taken back before it was.

    What an input method composes is not part of the text until it is committed.  Saving after a pause leaves it alone;
    :meth:`flush` and going to another field commit it first, as it stands.
    """

    pending = Signal()
    as_it_was = Signal()
    ready = Signal(object)  # a text; as "str" it would go through Qt, which takes a first U+FEFF for a mark

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setCursorWidth(2)  # one pixel is overlooked beside the words of an empty field
        self.setAcceptDrops(False)  # a package or amendment dropped here is the window's business
        self._saved = ""
        self._composed = ""
        self._filling = False
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._send)
        self.textChanged.connect(self._changed)

    @property
    def dirty(self) -> bool:
        """Whether the field holds something that isn't known to be durable."""
        return self.text() != self._saved

    @property
    def composing(self) -> bool:
        """Whether an input method is at work in the middle of the text."""
        return bool(self._composed)

    def text(self) -> str:
        """What is in the field, as it can be stored, character by character but for two things that Qt does: line
        breaks of every kind (CR LF, CR, U+2029, U+FDD0, U+FDD1) are one LF, and lone surrogates, which are half a
        character, are left out.  Unlike ``toPlainText`` it leaves no-break spaces as they are."""
        return storable(self.document().toRawText().replace("\u2029", "\n"))

    def fill(self, text: str, unsaved: str | None = None) -> None:
        """Shows a stored text; or ``unsaved`` in its place, which was written and could not be stored."""
        self._timer.stop()
        self._filling = True
        self._composed = ""
        place = self.textCursor().position()
        self._put(text)
        self._saved = self.text()
        if unsaved is not None:
            self._put(unsaved)
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self._filling = False

    def _put(self, text: str) -> None:
        if not text.startswith(("\ufeff", "\ufffe")):
            self.setPlainText(text)
            return
        # On the way to Qt a first character like these is taken for a byte order mark, and all after it turned round.
        self.document().setUndoRedoEnabled(False)
        self.setPlainText("-" + text)
        cursor = self.textCursor()
        cursor.setPosition(0)
        cursor.deleteChar()
        self.document().setUndoRedoEnabled(True)

    def accepted(self, text: str) -> None:
        """``text`` is durable.  When the field was taken back to an older text meanwhile, that is to be sent now."""
        self._saved = text
        if self.dirty and not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Sends what isn't saved yet, an unfinished composition included."""
        if self.hasFocus():
            QGuiApplication.inputMethod().commit()
        self._commit_composed()
        self._send()

    def _commit_composed(self) -> None:
        """Takes over what an input method has left uncommitted, as it stands."""
        if self._composed:
            event = QInputMethodEvent()
            event.setCommitString(self._composed)
            self.inputMethodEvent(event)
            QGuiApplication.inputMethod().reset()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Keeps in mind what is being composed."""
        self._composed = event.preeditString()
        super().inputMethodEvent(event)

    def _changed(self) -> None:
        if self._filling:
            return
        if self.dirty:
            self._timer.start()
            self.pending.emit()
        else:
            self._timer.stop()
            self.as_it_was.emit()

    def _send(self) -> None:
        self._timer.stop()
        if self.dirty:
            self.ready.emit(self.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in _STAYS:
            self._commit_composed()
        self._send()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Up and Ctrl+Down belong to the window, which changes the case with them."""
        keys = (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() in keys:
            event.ignore()
            return
        super().keyPressEvent(event)
