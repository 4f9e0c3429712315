"""Where the window stands: over restarts, and when a screen it stood on is gone."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

SMALLEST = QSize(960, 540)
USUAL = QSize(1280, 800)
FRAME = QSize(16, 48)
"""What the system puts around a window, about."""
GRIP = 48
"""Pixels of the window's top that must lie on a screen, to be taken hold of."""


def restore(window: QWidget, kept: QByteArray | None) -> None:
    """Puts ``window`` where it stood (Qt's own form, maximized or not), or at its usual size; always onto a screen."""
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    first = QGuiApplication.primaryScreen().availableGeometry()
    usable = first.size() - FRAME
    window.setMinimumSize(SMALLEST.boundedTo(usable))
    window.resize(USUAL.boundedTo(usable))
    if kept is None or not window.restoreGeometry(kept):
        return
    if not window.isMaximized() and not window.isFullScreen():
        window.setGeometry(onto_a_screen(window.geometry(), screens, first))


def onto_a_screen(wanted: QRect, screens: list[QRect], first: QRect) -> QRect:
    """``wanted`` as it is when its top can be grasped on one of ``screens``; else as much of it as fits, in the middle
    of ``first``.  All in the desktop's pixels."""
    top = QRect(wanted.x(), wanted.y(), wanted.width(), GRIP)
    for screen in screens:
        common = screen.intersected(top)
        if common.width() >= min(200, wanted.width()) and common.height() >= GRIP // 2:
            return wanted
    placed = QRect(first.topLeft(), wanted.size().boundedTo(first.size()))
    placed.moveCenter(first.center())
    return placed
