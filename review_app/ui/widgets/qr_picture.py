"""A QR code on the screen: dark on white in every theme, as cameras expect it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

QUIET = 4
"""Modules of white around, ISO/IEC 18004 section 9.1."""
MODULE = 4


class QrPicture(QWidget):
    """Draws rows of modules, dark ones true."""

    def __init__(self, rows: Sequence[Sequence[bool]], name: str) -> None:
        super().__init__()
        self._rows = rows
        self.setAccessibleName(name)
        side = (len(rows) + 2 * QUIET) * MODULE
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.GlobalColor.black)
        for down, modules in enumerate(self._rows):
            for across, dark in enumerate(modules):
                if dark:
                    painter.drawRect(
                        QRectF((across + QUIET) * MODULE, (down + QUIET) * MODULE, MODULE, MODULE)
                    )
