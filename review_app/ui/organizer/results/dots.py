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

RADIUS, TICK = 4.0, 8.0
"""Pixels: of a dot, and from the line to the end of a tick."""
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


@dataclass(frozen=True)
class Dots:
    """What a strip shows: each total that counts with how often it was given, each that the rule leaves out with
    whether another one of the same height counts, and the score."""

    counted: list[tuple[float, int]]
    left_out: list[tuple[float, bool]]
    score: float | None
    wins: bool

    @classmethod
    def of(cls, line: CaseLine) -> Dots:
        """The dots of a case."""
        out = Counter(line.totals[receipt] for receipt in line.left_out)
        counted = Counter(line.totals.values()) - out
        score = line.ranked.score
        return cls(
            [(float(value), count) for value, count in counted.items()],
            [(float(value), value in counted) for value in out],
            None if score is None else float(score),
            line.wins,
        )


def _dot(painter: QPainter, place: QPointF, tone: str, count: int = 1) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.current().window))  # the line does not show through
    painter.drawEllipse(place, RADIUS, RADIUS)
    painter.setBrush(_layered(tone, count))
    painter.drawEllipse(place, RADIUS, RADIUS)


def _hollow(painter: QPainter, place: QPointF, *, over: bool = False) -> None:
    colours = theme.current()
    painter.setPen(QPen(QColor(colours.control), 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush if over else QColor(colours.window))
    painter.drawEllipse(place, RADIUS + 0.4, RADIUS + 0.4)


def _tick(painter: QPainter, place: QPointF, tone: str) -> None:
    painter.setPen(QPen(QColor(tone), 2))
    painter.drawLine(place - QPointF(0, TICK), place + QPointF(0, TICK))


def paint_strip(painter: QPainter, area: QRectF, dots: Dots, axis: Axis) -> None:
    """The totals of a case as dots, those that the rule leaves out hollow, and its score as a tick."""
    colours = theme.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = area.center().y()
    painter.setPen(QPen(QColor(colours.line), 1))
    painter.drawLine(QPointF(area.left(), middle), QPointF(area.right(), middle))
    for value, count in dots.counted:
        place = QPointF(axis.x(value, area), middle)
        _dot(painter, place, colours.accent if dots.wins else colours.secondary, count)
    for value, over in dots.left_out:
        _hollow(painter, QPointF(axis.x(value, area), middle), over=over)
    if dots.score is not None:
        place = QPointF(axis.x(dots.score, area), middle)
        _tick(painter, place, colours.ink if dots.wins else colours.secondary)
    painter.restore()


def paint_share(painter: QPainter, area: QRectF, share: float | None) -> None:
    """A bar as long as the share; none where it isn't known."""
    if share is None:
        return
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
        self._dots: Dots | None = None
        self._axis = Axis(0, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_case(self, line: CaseLine, axis: Axis, name: str) -> None:
        """Shows a case; ``name`` says the strip in words."""
        self._dots, self._axis = Dots.of(line), axis
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, theme.room(42))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, theme.room(42))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._dots is None:
            return
        painter = QPainter(self)
        below = theme.room(18)
        area = QRectF(0, 0, self.width(), self.height() - below)
        paint_strip(painter, area, self._dots, self._axis)
        painter.setFont(theme.interface_font(theme.SMALL_SIZE))
        painter.setPen(QColor(theme.current().secondary))
        under = QRectF(0, self.height() - below, self.width(), below)
        painter.drawText(under, int(Qt.AlignmentFlag.AlignLeft), f"{self._axis.low:g}")
        painter.drawText(under, int(Qt.AlignmentFlag.AlignRight), f"{self._axis.high:g}")


class Legend(QWidget):
    """What dots and tick stand for."""

    def __init__(self, *, trimmed: bool) -> None:
        super().__init__()
        self._words = [self.tr("one sheet; darker: several"), self.tr("the score")]
        if trimmed:
            self._words.insert(1, self.tr("left out by the rule"))
        self._trimmed = trimmed
        self.setAccessibleName("; ".join(self._words))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(120, theme.room(22) * len(self._words))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.interface_font(theme.SMALL_SIZE))
        colours, high = theme.current(), theme.room(22)
        for line, words in enumerate(self._words):
            place = QPointF(8, line * high + high / 2)
            if line == 0:
                _dot(painter, place, colours.accent, 2)
            elif line == 1 and self._trimmed:
                _hollow(painter, place)
            else:
                _tick(painter, place, colours.ink)
            painter.setPen(QColor(colours.secondary))
            area = QRectF(22, line * high, self.width() - 22, high)
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(area.width()))
            painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
