"""A place that invites a file: dashed, and alive while something is held over it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from review_app.ui import theme


def dropped_files(data: QMimeData) -> list[Path]:
    """The local files among what is dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile() and url.toLocalFile()]


class DropArea(QWidget):
    """Paints the invitation; the window itself takes the drop, wherever it falls, and tells by :meth:`set_alive`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._alive = False

    @property
    def alive(self) -> bool:
        """Whether something is held over the window."""
        return self._alive

    def set_alive(self, alive: bool) -> None:
        """Whether something is held over the window."""
        self._alive = alive
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(colours.accent if self._alive else colours.control), 2 if self._alive else 1)
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.setBrush(QColor(colours.selected if self._alive else colours.paper))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
