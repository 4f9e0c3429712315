"""A line of what was checked: a mark, and a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLabel, QLayout, QSizePolicy, QVBoxLayout, QWidget

from review_app.ui import theme
from review_app.ui.verify.words import Line, Tone
from review_app.ui.widgets.parts import column, label, row

ROLES = {"done": "body", "open": "body", "attention": "attention-body"}
HIGH = 22
"""Pixels of a line of text at the usual size: the mark stands in the middle of the first one."""


class Mark(QWidget):
    """A hook, an exclamation mark or an open circle; the sentence beside it says the same in words."""

    def __init__(self, tone: Tone) -> None:
        super().__init__()
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(18, theme.room(HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(8, self.height() / 2)
        if self._tone == "done":
            painter.setPen(_pen(colours.done))
            shape = [QPointF(-5, 0), QPointF(-1.5, 4), QPointF(5.5, -4.5)]
            painter.drawPolyline(QPolygonF([middle + each for each in shape]))
        elif self._tone == "attention":
            painter.setPen(_pen(colours.attention))
            painter.drawLine(middle + QPointF(0, -6), middle + QPointF(0, 1.5))
            painter.drawPoint(middle + QPointF(0, 5.5))
        else:
            painter.setPen(_pen(colours.control, 1.5))
            painter.drawEllipse(QRectF(middle.x() - 4, middle.y() - 4, 8, 8))


def _pen(colour: str, width: float = 2.2) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def line_label(line: Line, *, select: bool = False) -> QLabel:
    """The sentence of a line."""
    return label(line.text, ROLES[line.tone], wrap=True, select=select)


def line_row(line: Line, *, select: bool = False) -> QLayout:
    """Mark and sentence."""
    said = line_label(line, select=select)
    made = row(column(Mark(line.tone), None), said, spacing=6)
    made.setStretch(1, 1)
    return made


def add_lines(layout: QVBoxLayout, lines: Iterable[Line], *, select: bool = False) -> None:
    """Puts lines below each other."""
    for each in lines:
        layout.addLayout(line_row(each, select=select))
