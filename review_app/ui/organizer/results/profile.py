"""The criteria of one case, or of two: how often each score was given, and the mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from review_app.model.rubric import Rubric
from review_app.model.workspace.standing import CaseLine, Standing
from review_app.ui import theme
from review_app.ui.language import criterion_name
from review_app.ui.organizer.results.words import points_text
from review_app.ui.widgets.parts import fill

LINE, HILL = 62, 26
"""Pixels: a criterion's height, and that of its hill of scores."""


@dataclass(frozen=True)
class _Shown:
    """A case as it is painted: by criterion, how often each score was given, and the mean."""

    counts: list[Counter[int]]
    means: Sequence[Fraction]


def _shown(standing: Standing, line: CaseLine) -> _Shown:
    rows = [sheet.scores[line.case.id] for sheet in standing.sheets if line.case.id in sheet.scores]
    counts = [Counter(scores) for scores in zip(*rows, strict=True)]
    return _Shown(counts, line.means)


class Profile(QWidget):
    """A paragraph a criterion: its name, the mean, and below it a column for each score that was given.  The second
    case is drawn in outline."""

    def __init__(self, rubric: Rubric) -> None:
        super().__init__()
        self._rubric = rubric
        self._first: _Shown | None = None
        self._second: _Shown | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_cases(self, standing: Standing, line: CaseLine, other: CaseLine | None) -> None:
        """Shows one case, and the other beside it."""
        self._first = _shown(standing, line)
        self._second = _shown(standing, other) if other is not None else None
        words = self.tr("{criterion}: mean {mean}")
        said = [
            words.format(criterion=criterion_name(criterion), mean=points_text(mean))
            for criterion, mean in zip(self._rubric.criteria, line.means, strict=False)
        ]
        self.setAccessibleName("; ".join(said) or self.tr("Nobody scored this case."))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(260, theme.room(LINE) * len(self._rubric.criteria))

    def minimumSizeHint(self) -> QSize:
        return QSize(150, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._first is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, high = theme.current(), theme.room(LINE)
        bold, plain = theme.interface_font(14, bold=True), theme.interface_font(14)
        for place, criterion in enumerate(self._rubric.criteria):
            top = place * high
            text = QRectF(0, top, self.width(), theme.room(22))
            room = self.width() - self._means(painter, text, place, bold) - 12
            name = QFontMetrics(plain).elidedText(
                criterion_name(criterion), Qt.TextElideMode.ElideRight, max(0, room)
            )
            painter.setFont(plain)
            painter.setPen(QColor(colours.ink))
            painter.drawText(text, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), name)
            self._hill(painter, QRectF(0, top + theme.room(24), self.width(), theme.room(HILL)), place)

    def _means(self, painter: QPainter, text: QRectF, place: int, font: QFont) -> int:
        """The means at the right end of a line, in the colours of their cases; how many pixels they take."""
        colours, taken = theme.current(), 0
        painter.setFont(font)
        for shown, tone in ((self._second, colours.attention), (self._first, colours.ink)):
            if shown is None or not shown.means:
                continue
            number = points_text(shown.means[place])
            painter.setPen(QColor(tone))
            right = text.adjusted(0, 0, -taken, 0)
            painter.drawText(right, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), number)
            taken += QFontMetrics(font).horizontalAdvance(number) + 14
        return taken

    def _hill(self, painter: QPainter, area: QRectF, place: int) -> None:
        colours, rubric = theme.current(), self._rubric
        steps = rubric.highest - rubric.lowest + 1
        step = area.width() / steps
        first, second = self._first, self._second
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if first is not None and first.counts:
            self._columns(painter, area, first.counts[place], step, filled=True)
        if second is not None and second.counts:
            self._columns(painter, area, second.counts[place], step, filled=False)
        for shown, tone in ((first, colours.ink), (second, colours.attention)):
            if shown is not None and shown.means:
                x = area.left() + (float(shown.means[place]) - rubric.lowest + 0.5) * step
                painter.setPen(QPen(QColor(tone), 2))
                painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom() + 3))

    def _columns(
        self, painter: QPainter, area: QRectF, counts: Counter[int], step: float, *, filled: bool
    ) -> None:
        colours = theme.current()
        most = max(sum(counts.values()) / 2, max(counts.values(), default=1))
        gap = min(2.0, step / 6)
        for score, count in counts.items():
            tall = area.height() * count / most
            left = area.left() + (score - self._rubric.lowest) * step + gap
            bar = QRectF(left, area.bottom() - tall, step - 2 * gap, tall)
            if filled:
                shade = QColor(colours.accent)
                shade.setAlphaF(0.4)
                fill(painter, bar, shade)
            else:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(colours.attention), 1.3))
                painter.drawRect(bar)
