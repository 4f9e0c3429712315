"""The two envelopes in one picture of three steps: the mail, the box, the opening."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from review_app.ui import theme
from review_app.ui.widgets.parts import label

HEIGHT = 96
"""Pixels of height of a step's picture."""


class _Step(QWidget):
    """One of the three drawings."""

    def __init__(self, step: int) -> None:
        super().__init__()
        self._step = step
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(180, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(max(0.0, min(40.0, self.width() / 2 - 80)), 0)
        (self._mail, self._box, self._opening)[self._step](painter)

    def _mail(self, painter: QPainter) -> None:
        colours = theme.current()
        # the open outer envelope, with a sender and an address; the inner one half out of it
        painter.setPen(QPen(QColor(colours.control), 1.5))
        painter.setBrush(QColor(colours.surface))
        painter.drawPolygon(_points((8, 44), (68, 12), (128, 44)))
        _envelope(painter, QRectF(30, 18, 76, 48), sealed=True)
        painter.setPen(QPen(QColor(colours.control), 1.5))
        painter.setBrush(QColor(colours.surface))
        painter.drawPolygon(_points((8, 44), (68, 66), (128, 44), (128, 90), (8, 90)))
        painter.setPen(QPen(QColor(colours.secondary), 2))
        for y, width in ((72, 26), (78, 34), (84, 20)):
            painter.drawLine(QPointF(16, y), QPointF(16 + width, y))
        _arrow(painter, 142, 62)

    def _box(self, painter: QPainter) -> None:
        colours = theme.current()
        for x, y, angle in ((20, 30, -7), (62, 22, 5), (40, 12, 1)):
            painter.save()
            painter.translate(x + 27, y + 17)
            painter.rotate(angle)
            _envelope(painter, QRectF(-27, -17, 54, 34), sealed=True)
            painter.restore()
        painter.setPen(QPen(QColor(colours.accent), 2))
        painter.setBrush(QColor(colours.selected))
        painter.drawRoundedRect(QRectF(8, 44, 120, 48), 4, 4)
        painter.setPen(QPen(QColor(colours.accent), 3))
        painter.drawLine(QPointF(36, 53), QPointF(100, 53))
        _arrow(painter, 142, 62)

    def _opening(self, painter: QPainter) -> None:
        colours = theme.current()
        for place, x in enumerate((8, 50, 92)):
            painter.setPen(QPen(QColor(colours.control), 1.5))
            painter.setBrush(QColor(colours.paper))
            painter.drawRoundedRect(QRectF(x, 16, 36, 50), 2, 2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.fill))
            for line, wide in enumerate((22, 15, 25, 19)):
                painter.drawRect(QRectF(x + 5, 23 + line * 8, (wide + place * 7) % 17 + 10, 4))
            painter.setPen(QPen(QColor(colours.done), 2.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(_points((x + 11, 80), (x + 17, 86), (x + 27, 74)))


class Envelopes(QWidget):
    """The picture with its words; wide ones stand side by side."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("How a sheet loses its sender, in three steps"))
        steps = (
            (
                self.tr("The mail"),
                self.tr("Outside it says who sent it. The sheet inside is a sealed envelope without a name."),
            ),
            (
                self.tr("The box"),
                self.tr(
                    "Only the sealed envelope goes in: no sender, no time, no order. The mail stays outside."
                ),
            ),
            (
                self.tr("The opening"),
                self.tr(
                    "All are opened together. A card's signature says that a sheet counts, and not whose it is."
                ),
            ),
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        for place, (name, words) in enumerate(steps):
            drawing = _Step(place)
            drawing.setAccessibleName(name)
            grid.addWidget(drawing, 0, place)
            grid.addWidget(label(name, "strong"), 1, place)
            explained = label(words, "secondary", wrap=True)
            grid.addWidget(explained, 2, place, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(place, 1)


def _points(*places: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in places])


def _envelope(painter: QPainter, area: QRectF, *, sealed: bool) -> None:
    """A closed envelope with a seal and nothing written on it."""
    colours = theme.current()
    painter.setPen(QPen(QColor(colours.accent), 1.5))
    painter.setBrush(QColor(colours.window))
    painter.drawRoundedRect(area, 2, 2)
    middle = QPointF(area.center().x(), area.top() + area.height() * 0.52)
    painter.drawPolyline(QPolygonF([area.topLeft(), middle, area.topRight()]))
    if sealed:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        painter.drawEllipse(middle, area.height() * 0.11, area.height() * 0.11)


def _arrow(painter: QPainter, x: float, y: float) -> None:
    painter.setPen(QPen(QColor(theme.current().secondary), 2))
    painter.drawLine(QPointF(x, y), QPointF(x + 18, y))
    painter.drawPolyline(_points((x + 12, y - 6), (x + 18, y), (x + 12, y + 6)))
