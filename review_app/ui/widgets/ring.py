"""The ring that fills as a case is scored; its marks differ in shape, not only in colour."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from review_app.ui.theme import Theme, interface_font


class Mark(Enum):
    """What the ring says."""

    OPEN = "open"
    DONE = "done"
    LETTER = "letter"
    GONE = "gone"


def paint_ring(
    painter: QPainter, area: QRectF, theme: Theme, mark: Mark, fraction: float = 0.0, letter: str = ""
) -> None:
    """Paints into ``area`` (square): an arc for ``fraction`` of a circle while open, a tick when done, a letter for a
    decision without scores, a struck circle for a case that is out."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = area.width() / 9
    inner = area.adjusted(width / 2 + 0.5, width / 2 + 0.5, -width / 2 - 0.5, -width / 2 - 0.5)
    cap = Qt.PenCapStyle.FlatCap
    if mark is Mark.DONE:
        painter.setPen(QPen(QColor(theme.done), width))
        painter.drawEllipse(inner)
        pen = QPen(QColor(theme.done), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        side, left, top = area.width(), area.left(), area.top()
        tick = [(0.30, 0.52), (0.45, 0.67), (0.71, 0.37)]
        painter.drawPolyline(QPolygonF([QPointF(left + x * side, top + y * side) for x, y in tick]))
    elif mark is Mark.LETTER:
        painter.setPen(QPen(QColor(theme.control), width * 0.75))
        painter.drawEllipse(inner)
        painter.setPen(QColor(theme.secondary))
        painter.setFont(interface_font(round(area.width() * 0.55)))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, letter)
    elif mark is Mark.GONE:
        painter.setPen(QPen(QColor(theme.control), width * 0.75))
        painter.drawEllipse(inner)
        painter.drawLine(
            QPointF(inner.left() + inner.width() * 0.15, inner.bottom() - inner.height() * 0.15),
            QPointF(inner.right() - inner.width() * 0.15, inner.top() + inner.height() * 0.15),
        )
    else:
        painter.setPen(QPen(QColor(theme.control if fraction == 0 else theme.line), width, c=cap))
        painter.drawEllipse(inner)
        if fraction > 0:
            painter.setPen(QPen(QColor(theme.accent), width, c=cap))
            painter.drawArc(inner, 90 * 16, -round(360 * 16 * fraction))
    painter.restore()
