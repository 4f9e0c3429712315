"""How the expert has used the scale so far: a thin row of bars under the rows, in the columns of the scores."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from review_app.model.rubric import Rubric
from review_app.model.scoring.scores import CaseScores
from review_app.ui import theme
from review_app.ui.expert.score_row import GAP, MOST_STEPS
from review_app.ui.expert.wording import names_text
from review_app.ui.widgets.parts import ElidedLabel, column, fill

BARS, TALL = 16, 26
"""Pixels of height of the longest bar, and where there is room; there each bar has its number above it, too."""
FEW = 5
"""Fewer scores than this say nothing about anybody's use of a scale: bars stay low, and the words say so."""
BINS = 10
"""Bars of a scale that is too long for one bar a score."""


def bins_of(rubric: Rubric) -> list[tuple[int, int]]:
    """The scores that share a bar, both ends included: one each, or ten about equal stretches of a long scale."""
    steps = rubric.highest - rubric.lowest + 1
    if steps <= MOST_STEPS:
        return [(value, value) for value in range(rubric.lowest, rubric.highest + 1)]
    edges = [rubric.lowest + place * steps // BINS for place in range(BINS + 1)]
    return [(low, high - 1) for low, high in pairwise(edges)]


def count_in(bins: Sequence[tuple[int, int]], scores: Sequence[int]) -> list[int]:
    """How many of ``scores`` lie in each bin."""
    return [sum(low <= score <= high for score in scores) for low, high in bins]


def scores_given(states: Sequence[CaseScores], place: int | None = None) -> list[int]:
    """All scores given in ``states``, of one criterion or of all; recused and abstained cases have none that count."""
    return [
        score
        for state in states
        if not (state.recused or state.abstained)
        for score in (state.scores if place is None else (state.scores[place],))
        if score is not None
    ]


class Bars(QWidget):
    """The bars alone.  The longest stands for five scores at least, so that one score is never a tower."""

    def __init__(self, bins: Sequence[tuple[int, int]]) -> None:
        super().__init__()
        self._bins = list(bins)
        self.counts = [0] * len(self._bins)
        self._marked: int | None = None
        self._tip = ""
        self._tall = False
        self.setFixedHeight(BARS + 2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_counts(self, counts: Sequence[int], marked: int | None, tip: str) -> None:
        """Shows ``counts``, one a bin; the bar of the score ``marked`` is stronger."""
        self.counts, self._marked, self._tip = list(counts), marked, tip
        self.update()

    def set_tall(self, tall: bool) -> None:
        """Whether there is room for higher bars, and for how many scores each stands for."""
        self._tall = tall
        if self.height() != self._high:
            self.setFixedHeight(self._high)
            self.update()

    @property
    def _numbers(self) -> int:
        """Pixels above the longest bar."""
        return self._metrics().height() if self._tall else 0

    @property
    def _high(self) -> int:
        return self._numbers + self._longest + 2

    @property
    def _longest(self) -> int:
        return TALL if self._tall else BARS

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._font())

    def _font(self) -> QFont:
        return theme.interface_font(theme.SMALL_SIZE)

    def sizeHint(self) -> QSize:
        return QSize(160, self._high)

    def bar(self, place: int) -> QRectF:
        """Where the bar of a bin stands: under the step of its score."""
        count = len(self._bins)
        width = (self.width() - GAP * (count - 1)) / count
        height = self._longest * self.counts[place] / max(FEW, *self.counts)
        return QRectF((width + GAP) * place, self._high - 2 - height, width, height)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip, self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        fill(painter, QRectF(0, self._high - 1.5, self.width(), 1), QColor(colours.line))
        painter.setFont(self._font())
        metrics = self._metrics()
        for place, (low, high) in enumerate(self._bins):
            if self.counts[place]:
                here = self._marked is not None and low <= self._marked <= high
                bar = self.bar(place)
                fill(painter, bar, QColor(colours.accent if here else colours.control))
                number = str(self.counts[place])
                if self._tall and metrics.horizontalAdvance(number) <= bar.width():
                    painter.setPen(QColor(colours.secondary))
                    above = QRectF(bar.x(), bar.y() - metrics.height(), bar.width(), metrics.height())
                    painter.drawText(above, Qt.AlignmentFlag.AlignCenter, number)


class Distribution(QWidget):
    """Bars and a line of words.  Of one criterion while its row has the focus, of all of them otherwise."""

    def __init__(self, rubric: Rubric) -> None:
        super().__init__()
        self._bins = bins_of(rubric)
        self._by_digits = (rubric.lowest, rubric.highest) == (1, 10)
        self.bars = Bars(self._bins)
        self.caption = ElidedLabel("", "secondary")
        self.setLayout(column(self.bars, self.caption, spacing=1))

    def show_scores(self, scores: Sequence[int], criterion: str, marked: int | None) -> None:
        """Shows how often each of ``scores`` occurs; ``criterion`` is its name, or empty for all criteria together."""
        counts = count_in(self._bins, scores)
        words = self._words(scores, criterion)
        tip = self._listed(counts) if scores else ""
        typed = self.tr("You can also type the score: keys 1–9, and 0 for 10")
        self.caption.setText(words if scores or not self._by_digits else typed)
        self.caption.setToolTip(tip)
        self.bars.show_counts(counts, marked, tip)
        self.setAccessibleName(words)
        self.setAccessibleDescription(tip)

    def set_tall(self, tall: bool) -> None:
        """Where there is room the bars are higher, and say how many scores each stands for."""
        self.bars.set_tall(tall)

    def set_captioned(self, captioned: bool) -> None:
        """Where room is short the bars stand alone; their words are in the tip."""
        self.caption.setVisible(captioned)

    def _words(self, scores: Sequence[int], criterion: str) -> str:
        count = len(scores)
        if not criterion:
            if count < FEW:
                return self.tr("Your use of the scale: %n score(s), too few to tell", "", count)
            return self.tr("Your use of the scale: %n score(s) on all criteria", "", count)
        if count < FEW:
            said = self.tr("{criterion}: %n score(s) so far, too few to tell", "", count)
        else:
            said = self.tr("{criterion}, your use of the scale: %n score(s)", "", count)
        return said.format(criterion=criterion)

    def _listed(self, counts: Sequence[int]) -> str:
        given = []
        for (low, high), count in zip(self._bins, counts, strict=True):
            if count:
                span = str(low) if low == high else f"{low}–{high}"
                given.append(self.tr("{score}: %n time(s)", "", count).format(score=span))
        return names_text(given)
