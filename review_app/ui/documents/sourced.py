"""Figures in a dossier for which a source is given: where they stand, and a fine line under them."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextBlock, QTextDocument

from review_app.ui.documents.look import Look
from review_app.ui.documents.marks import Folded, boxes, shown_range

MOST, LONGEST = 200, 60
"""Figures that are looked for, and characters of one."""
TIP = 1_000
"""Characters of a tool tip, after which no further claim about the same figure is added."""
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


class Place(NamedTuple):
    """Where a figure stands, what is to be said of it, and its numbers in the list it comes from."""

    start: int
    end: int
    tip: str
    numbers: tuple[int, ...]


class Sourced:
    """Figures of ``document`` with what is to be said of each."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._figures: list[tuple[int, str, str]] = []
        self._places: list[Place] = []

    def set_figures(self, figures: Sequence[tuple[str, str]]) -> None:
        """Pairs of a figure and what its tool tip says."""
        numbered = [(number, figure, tip) for number, (figure, tip) in enumerate(figures)]
        self._figures = [each for each in numbered if len(each[1]) <= LONGEST][:MOST]
        self.again()

    def again(self) -> None:
        """Looks anew after the text has grown."""
        text = Folded(self._document.toPlainText() if self._figures else "")
        found: dict[int, Place] = {}
        for number, figure, tip in self._figures:
            for start, end in find_figure(text, figure)[1]:
                known = found.get(start)
                if known is None:
                    found[start] = Place(start, end, tip, (number,))
                elif len(known.tip) < TIP:
                    found[start] = Place(start, end, f"{known.tip}\n\n{tip}", (*known.numbers, number))
        self._places = sorted(found.values())

    def __len__(self) -> int:
        return len(self._places)

    def at(self, block: QTextBlock, rectangle: QRectF, point: QPointF) -> Place | None:
        """The figure of ``block`` (at ``rectangle``) that is at ``point``."""
        for place in self._between(*shown_range(block, rectangle, QRectF(point, point))):
            for box in boxes(block, place.start, place.end):
                if box.translated(rectangle.topLeft()).adjusted(0, -2, 0, 4).contains(point):
                    return place
        return None

    def beside(self, position: int, forward: bool) -> Place | None:
        """The first figure after ``position``, or the last one before it; round the end.  None when there are none."""
        if not self._places:
            return None
        starts = [place.start for place in self._places]
        if forward:
            number = bisect.bisect_right(starts, position) % len(starts)
        else:
            number = bisect.bisect_left(starts, position) - 1
        return self._places[number]

    def paint(
        self, painter: QPainter, block: QTextBlock, rectangle: QRectF, shown: QRectF, look: Look
    ) -> None:
        """A dotted line under each figure in ``block``, as far as ``shown``."""
        painter.setPen(QPen(look.accent, 1.4, Qt.PenStyle.DotLine))
        for place in self._between(*shown_range(block, rectangle, shown)):
            for box in boxes(block, place.start, place.end):
                line = box.translated(rectangle.topLeft())
                painter.drawLine(line.bottomLeft(), line.bottomRight())

    def _between(self, start: int, end: int) -> list[Place]:
        """Figures from position ``start`` to ``end``; one that begins a little before is among them."""
        first = bisect.bisect_left(self._places, start - LONGEST, key=lambda place: place.start)
        last = bisect.bisect_left(self._places, end, key=lambda place: place.start)
        return [place for place in self._places[first:last] if place.end > start]
