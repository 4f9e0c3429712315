"""Ctrl+Z in a field: its own typing first; when there is none, the latest change of the round, as everywhere else."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from review_app.ui import shortcuts


class OwnUndoFirst(QObject):
    """Watches fields in which one types.

    Qt's fields claim the keys of undo even when they have nothing to undo, and then do nothing.  A key that is held
    down stops where the field's own typing ends: nobody holds a key to lose a score in another case.
    """

    def watch(self, *fields: QLineEdit | QPlainTextEdit) -> None:
        """Watches ``fields`` too."""
        for field in fields:
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        way = _way_of(event)
        if not way or _has_own(watched, way):
            return False
        if event.isAutoRepeat():
            event.accept()
        else:
            event.ignore()
        return True


def _way_of(event: QKeyEvent) -> str:
    pressed = QKeySequence(event.keyCombination())
    return next((way for way in ("undo", "redo") if pressed in shortcuts.sequences(way)), "")


def _has_own(field: QObject, way: str) -> bool:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() if way == "undo" else field.isRedoAvailable()
    if isinstance(field, QPlainTextEdit):
        document = field.document()
        return document.isUndoAvailable() if way == "undo" else document.isRedoAvailable()
    return False
