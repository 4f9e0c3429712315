"""A thin bar for how far one is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from review_app.ui import theme


class ThinBar(QWidget):
    """A rounded bar, ``done`` of ``total`` filled."""

    def __init__(self, width: int = 120) -> None:
        super().__init__()
        self.setFixedSize(width, 6)
        self._done, self._total = 0, 1

    def set_progress(self, done: int, total: int) -> None:
        """How far, and of how much."""
        self._done, self._total = done, max(1, total)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.line))
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
        complete = self._done >= self._total
        painter.setBrush(QColor(colours.done if complete else colours.accent))
        width = self.width() * self._done / self._total
        if width > 0:
            painter.drawRoundedRect(QRectF(0, 0, max(width, 6), self.height()), 3, 3)
