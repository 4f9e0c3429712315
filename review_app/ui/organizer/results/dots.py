"""Painted figures: a row of dots for the totals of a case, a bar for a share, a bar to both sides of nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from review_app.model.workspace.standing import CaseLine
from review_app.ui import theme

RADIUS = 4.0
SURE, UNLIKELY = 0.9, 0.1
"""Shares from which on a place among the winners is called safe, and below which it is hardly one."""


@dataclass(frozen=True)
class Axis:
    """What the left and the right end of a strip stand for, in weighted points."""

    low: float
    high: float

    @classmethod
    def over(cls, lines: Sequence[CaseLine]) -> Axis:
        """One axis for all cases, so that strips can be compared."""
        totals = [total for line in lines for total in line.totals.values()]
        totals += [line.ranked.score for line in lines if line.ranked.score is not None]
        if not totals:
            return cls(0.0, 1.0)
        low, high = float(min(totals)), float(max(totals))
        return cls(low, high) if high > low else cls(low - 1, high + 1)

    def x(self, value: Fraction | float, area: QRectF) -> float:
        """Where a value lies in ``area``."""
        inner = area.adjusted(RADIUS + 2, 0, -RADIUS - 2, 0)
        return inner.left() + (float(value) - self.low) / (self.high - self.low) * inner.width()


def _layered(colour: str, count: int) -> QColor:
    """One dot is light; each that lies over it makes it darker."""
    made = QColor(colour)
    made.setAlphaF(1 - 0.62 ** min(count, 8))
    return made


def paint_strip(painter: QPainter, area: QRectF, line: CaseLine, axis: Axis) -> None:
    """The totals of a case as dots, those that the rule leaves out hollow, and its score as a tick."""
    colours = theme.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = area.center().y()
    painter.setPen(QPen(QColor(colours.line), 1))
    painter.drawLine(QPointF(area.left(), middle), QPointF(area.right(), middle))
    left_out = Counter(line.totals[receipt] for receipt in line.left_out)
    counted = Counter(line.totals.values()) - left_out
    painter.setPen(Qt.PenStyle.NoPen)
    tone = colours.accent if line.wins else colours.secondary
    for value, count in counted.items():
        painter.setBrush(QColor(colours.window))  # the line does not show through
        place = QPointF(axis.x(value, area), middle)
        painter.drawEllipse(place, RADIUS, RADIUS)
        painter.setBrush(_layered(tone, count))
        painter.drawEllipse(place, RADIUS, RADIUS)
    painter.setPen(QPen(QColor(colours.control), 1.2))
    for value in left_out:
        painter.setBrush(Qt.BrushStyle.NoBrush if value in counted else QColor(colours.window))
        painter.drawEllipse(QPointF(axis.x(value, area), middle), RADIUS + 0.4, RADIUS + 0.4)
    if line.ranked.score is not None:
        x = axis.x(line.ranked.score, area)
        painter.setPen(QPen(QColor(colours.ink if line.wins else colours.secondary), 2))
        painter.drawLine(QPointF(x, middle - 8), QPointF(x, middle + 8))
    painter.restore()


def paint_share(painter: QPainter, area: QRectF, share: float | None) -> None:
    """A bar as long as the share."""
    colours = theme.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    bar = QRectF(area.left(), area.center().y() - 4, area.width(), 8)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.line))
    painter.drawRoundedRect(bar, 4, 4)
    if share:
        tone = colours.done if share >= SURE else colours.attention if share >= UNLIKELY else colours.control
        painter.setBrush(QColor(tone))
        bar.setWidth(max(8.0, bar.width() * share))
        painter.drawRoundedRect(bar, 4, 4)
    painter.restore()


def paint_lenience(painter: QPainter, area: QRectF, value: Fraction | None, most: float) -> None:
    """A bar from the middle to the right for generous, to the left for strict."""
    colours = theme.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle, half = area.center(), area.width() / 2
    if value is not None and most > 0:
        reach = float(value) / most * half
        painter.setPen(Qt.PenStyle.NoPen)
        bar = QColor(colours.accent)
        bar.setAlphaF(0.55)
        painter.setBrush(bar)
        painter.drawRoundedRect(QRectF(middle.x(), middle.y() - 4, reach, 8).normalized(), 2, 2)
    painter.setPen(QPen(QColor(colours.control), 1))
    painter.drawLine(QPointF(middle.x(), middle.y() - 8), QPointF(middle.x(), middle.y() + 8))
    painter.restore()


class Strip(QWidget):
    """The strip of one case, with the ends of its axis below it."""

    def __init__(self) -> None:
        super().__init__()
        self._line: CaseLine | None = None
        self._axis = Axis(0, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_case(self, line: CaseLine, axis: Axis, name: str) -> None:
        """Shows a case; ``name`` says the strip in words."""
        self._line, self._axis = line, axis
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, theme.room(42))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, theme.room(42))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._line is None:
            return
        painter = QPainter(self)
        below = theme.room(18)
        area = QRectF(0, 0, self.width(), self.height() - below)
        paint_strip(painter, area, self._line, self._axis)
        painter.setFont(theme.interface_font(theme.SMALL_SIZE))
        painter.setPen(QColor(theme.current().secondary))
        under = QRectF(0, self.height() - below, self.width(), below)
        painter.drawText(under, int(Qt.AlignmentFlag.AlignLeft), f"{self._axis.low:g}")
        painter.drawText(under, int(Qt.AlignmentFlag.AlignRight), f"{self._axis.high:g}")
