"""Bars that compare a few things: over each a name and a figure, the larger parts behind the smaller ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from review_app.ui import theme
from review_app.ui.widgets.parts import fill

LEAST = 2
"""Pixels of a part that is more than nothing."""


class NamedBar(NamedTuple):
    """``accent`` and ``pale`` are shares of the whole width, the pale one behind the other; a line that ``warns`` is in
    the colour of attention."""

    name: str
    figure: str
    accent: float
    pale: float = 0.0
    warns: bool = False


class NamedBars(QWidget):
    """One line below the other, as wide as there is room."""

    def __init__(self, thick: int, line: int) -> None:
        """Pixels: how ``thick`` a bar is, and how high a ``line`` is at the usual text size."""
        super().__init__()
        self._thick, self._line = thick, line
        self._bars: Sequence[NamedBar] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: Sequence[NamedBar], said: str) -> None:
        """Shows ``bars``; ``said`` is what they say to somebody who doesn't see them."""
        self._bars = bars
        self.setAccessibleName(said)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, theme.room(self._line) * len(self._bars))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme.current()
        font = theme.interface_font(theme.SMALL_SIZE)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        width = self.width()
        for place, bar in enumerate(self._bars):
            top = place * theme.room(self._line)
            area = QRect(0, top, width, metrics.height())
            painter.setPen(QColor(colours.attention if bar.warns else colours.secondary))
            painter.drawText(area, int(Qt.AlignmentFlag.AlignRight), bar.figure)
            painter.setPen(QColor(colours.attention if bar.warns else colours.ink))
            space = metrics.horizontalAdvance(bar.figure) + 8
            shown = metrics.elidedText(bar.name, Qt.TextElideMode.ElideRight, width - space)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft), shown)
            low = top + metrics.height() + 2
            fill(painter, QRect(0, low, width, self._thick), QColor(colours.surface))
            for share, colour in ((bar.pale, colours.fill), (bar.accent, colours.accent)):
                wide = max(LEAST, round(width * share)) if share else 0
                fill(painter, QRect(0, low, wide, self._thick), QColor(colour))
