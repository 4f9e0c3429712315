"""Every key of the window in one table: whoever binds one names its line, and the sheet (F1) shows the same lines."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

KEYS: dict[str, tuple[str, ...]] = {
    "next_open": ("Ctrl+Down",),
    "next": ("Alt+Down",),
    "previous": ("Alt+Up", "Ctrl+Up"),
    "list": ("Ctrl+L",),
    "search": ("Ctrl+F",),
    "find_next": ("F3",),
    "find_previous": ("Shift+F3",),
    "next_figure": ("F4",),
    "previous_figure": ("Shift+F4",),
    "focus_mode": ("F11",),
    "leave_focus_mode": ("Esc",),
    "zoom_in": ("Ctrl++", "Ctrl+="),
    "zoom_out": ("Ctrl+-",),
    "zoom_usual": ("Ctrl+0",),
    "print": ("Ctrl+P",),
    "scores": ("Ctrl+E",),
    "doubtful": ("Ctrl+D",),
    "recuse": ("Ctrl+R",),
    "levels": ("Ctrl+I",),
    "history": ("Ctrl+H",),
    "undo": ("Ctrl+Z",),
    "redo": ("Ctrl+Y", "Ctrl+Shift+Z"),
    "next_station": ("Ctrl+PgDown",),
    "previous_station": ("Ctrl+PgUp",),
    "view_ranking": ("Alt+1",),
    "view_grid": ("Alt+2",),
    "step_read": ("Ctrl+1",),
    "step_check": ("Ctrl+2",),
    "step_sign": ("Ctrl+3",),
    "open": ("Ctrl+O",),
    "note": ("F6",),
    "menu": ("F10",),
    "help": ("F1",),
    "quit": ("Ctrl+Q",),
}
"""Keys that are bound by name, the first of them shown first."""


def sequences(name: str) -> list[QKeySequence]:
    """The keys of a line; KeyError for one that isn't in the table."""
    return [QKeySequence(keys) for keys in KEYS[name]]


def bind(
    parent: QWidget,
    acts: Mapping[str, Callable[[], object]],
    context: Qt.ShortcutContext = Qt.ShortcutContext.WindowShortcut,
) -> dict[str, QShortcut]:
    """Makes the keys of ``acts`` (by name) work in the window of ``parent`` while it is shown."""
    made = {}
    for name, act in acts.items():
        shortcut = QShortcut(parent)
        shortcut.setKeys(sequences(name))
        shortcut.setContext(context)
        shortcut.activated.connect(act)
        made[name] = shortcut
    return made


def shown(name: str) -> tuple[str, ...]:
    """The keys of a line as this platform writes them."""
    return tuple(_native(keys) for keys in KEYS[name])


def _native(keys: str) -> str:
    """As it stands on the keys: Qt's translations write "Ctrl+下方向" where every keyboard says Ctrl and an arrow."""
    if sys.platform == "darwin":
        return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    text = QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)
    return text.replace("Down", "↓").replace("Up", "↑")
