"""Figures in a dossier for which a source is given: where they stand, and a fine line under them."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextBlock, QTextDocument

from review_app.ui.documents.look import Look
from review_app.ui.documents.marks import Folded, boxes, shown_range

MOST, LONGEST = 200, 60
"""Figures that are looked for, and characters of one."""
_AROUND = re.compile(
    r"^(?:超过|逾|约|近|共|达|累计|总计|截至|over|about|nearly|more than)\s*|(?:左右|以上|余)$"
)
_CORE = re.compile(r"\d[\d,.，]*\s*(?:[万亿千百]+|%|％)?")


def wordings(figure: str) -> list[str]:
    """Ways in which a text may write ``figure``, the most exact first; none for what would be found by chance."""
    bare = _AROUND.sub("", figure.strip())
    core = _CORE.search(figure)
    ways = [figure.strip(), bare, core[0].strip() if core else ""]
    return [way for way in dict.fromkeys(ways) if len(way) >= 2]


def find_figure(text: Folded, figure: str) -> tuple[str, list[tuple[int, int]]]:
    """The wording of ``figure`` that ``text`` uses, and where; ("", []) when it has none of them."""
    for way in wordings(figure):
        if found := text.places([way], figures=True):
            return way, found
    return "", []


class Sourced:
    """Figures of ``document`` with what is to be said of each."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._figures: list[tuple[str, str]] = []
        self._places: list[tuple[int, int, str]] = []

    def set_figures(self, figures: Sequence[tuple[str, str]]) -> None:
        """Pairs of a figure and what its tool tip says."""
        self._figures = [pair for pair in figures if len(pair[0]) <= LONGEST][:MOST]
        self.again()

    def again(self) -> None:
        """Looks anew after the text has grown."""
        text = Folded(self._document.toPlainText() if self._figures else "")
        found: dict[int, tuple[int, int, str]] = {}
        for figure, tip in self._figures:
            for start, end in find_figure(text, figure)[1]:
                known = found.get(start)
                found[start] = (start, end, tip if known is None else f"{known[2]}\n\n{tip}")
        self._places = sorted(found.values())

    def __len__(self) -> int:
        return len(self._places)

    def tip(self, block: QTextBlock, rectangle: QRectF, point: QPointF) -> str:
        """What is to be said of the figure of ``block`` (at ``rectangle``) that is at ``point``, or nothing."""
        for start, end, tip in self._between(*shown_range(block, rectangle, QRectF(point, point))):
            for box in boxes(block, start, end):
                if box.translated(rectangle.topLeft()).adjusted(0, -2, 0, 4).contains(point):
                    return tip
        return ""

    def paint(
        self, painter: QPainter, block: QTextBlock, rectangle: QRectF, shown: QRectF, look: Look
    ) -> None:
        """A dotted line under each figure in ``block``, as far as ``shown``."""
        painter.setPen(QPen(look.accent, 1.4, Qt.PenStyle.DotLine))
        for start, end, _ in self._between(*shown_range(block, rectangle, shown)):
            for box in boxes(block, start, end):
                line = box.translated(rectangle.topLeft())
                painter.drawLine(line.bottomLeft(), line.bottomRight())

    def _between(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """Figures from position ``start`` to ``end``; one that begins a little before is among them."""
        first = bisect.bisect_left(self._places, (start - LONGEST,))
        last = bisect.bisect_left(self._places, (end,))
        return [place for place in self._places[first:last] if place[1] > start]
