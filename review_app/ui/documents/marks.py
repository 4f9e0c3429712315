"""Where searched words stand in a document, and how they are painted: under the letters, like a marker pen."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QTextBlock, QTextDocument, QTextLine

from review_app.ui.documents.look import Look


class Marks:
    """Hits of ``words`` in the shown text of a document, as positions in it."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._words: list[str] = []
        self._figures = False
        self._starts: list[int] = []
        self._ends: list[int] = []
        self.current = -1
        """Number of the hit that was gone to, -1 for none."""

    def __len__(self) -> int:
        return len(self._starts)

    @property
    def words(self) -> list[str]:
        """What is searched."""
        return self._words

    def search(self, words: Sequence[str], figures: bool = False) -> int:
        """Marks all hits of ``words`` in the text as it stands; returns how many there are.

        ``figures``: a number is no hit inside a longer one.
        """
        self._words = [word for word in words if word]
        self._figures = figures
        self.current = -1
        return self.again()

    def again(self) -> int:
        """Looks anew after the text has grown; the current hit stays the current one."""
        at = self._starts[self.current] if 0 <= self.current < len(self) else -1
        self._starts, self._ends = [], []
        if self._words:
            for start, end in places_of(self._document.toPlainText(), self._words, self._figures):
                self._starts.append(start)
                self._ends.append(end)
        self.current = self._starts.index(at) if at in self._starts else -1
        return len(self)

    @property
    def start_of_current(self) -> int:
        """Where the current hit begins; 0 without one."""
        return self._starts[self.current] if self.current >= 0 else 0

    def step(self, position: int, forward: bool) -> tuple[int, int] | None:
        """Goes to the next hit from the current one, or from ``position``; round the end.  None without hits."""
        if not self._starts:
            return None
        if self.current >= 0:
            number = self.current + (1 if forward else -1)
        else:
            number = bisect.bisect_left(self._starts, position) - (0 if forward else 1)
        self.current = number % len(self)
        return self._starts[self.current], self._ends[self.current]

    def paint(self, painter: QPainter, block: QTextBlock, rectangle: QRectF, look: Look) -> None:
        """Paints what is marked in ``block``, whose rectangle in the document is ``rectangle``."""
        first = bisect.bisect_right(self._ends, block.position())
        end = block.position() + block.length()
        for number in range(first, len(self)):
            if self._starts[number] >= end:
                break
            colour = look.marker_strong if number == self.current else look.marker
            self._paint_hit(painter, block, rectangle, number, colour)

    def _paint_hit(
        self, painter: QPainter, block: QTextBlock, rectangle: QRectF, number: int, colour: QColor
    ) -> None:
        start, end = self._starts[number], self._ends[number]
        for box in boxes(block, start - block.position(), end - block.position()):
            painter.setPen(QColor(0, 0, 0, 0))
            painter.setBrush(colour)
            painter.drawRoundedRect(box.translated(rectangle.topLeft()).adjusted(-1, 0, 1, 0), 3, 3)


def boxes(block: QTextBlock, start: int, end: int) -> list[QRectF]:
    """The rectangles around the letters ``start`` to ``end`` of a block, one a line, from its upper left corner."""
    found = []
    layout = block.layout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        if first >= last:
            continue
        left, right = _x(line, first), _x(line, last)
        # The line's own height holds the space between lines; the marker keeps to the letters.
        size = block.charFormat().font().pixelSize()
        inside = block.begin()
        while not inside.atEnd():
            fragment = inside.fragment()
            if fragment.contains(block.position() + first):
                size = fragment.charFormat().font().pixelSize()
                break
            inside += 1
        baseline = line.y() + line.ascent()
        found.append(QRectF(min(left, right), baseline - size * 0.98, abs(right - left), size * 1.3))
    return found


def _x(line: QTextLine, position: int) -> float:
    place: object = line.cursorToX(position)
    # PySide gives the position back beside the coordinate.
    return float(place[0] if isinstance(place, tuple) else place)  # type: ignore[arg-type]


def places_of(text: str, words: Sequence[str], figures: bool = False) -> list[tuple[int, int]]:
    """Positions in Qt's counting of all hits of ``words`` in ``text``, whatever case, width or script they are in.

    ``figures`` leaves out hits that cut a number in two.
    """
    from review_app.model.search.fold import fold
    from review_app.model.search.words import hits

    folded = fold(text)
    found = hits(folded, [fold(word) for word in words])
    if figures:
        found = [(start, end) for start, end in found if not _cuts_a_number(folded, start, end)]
    if not found or text.isascii() or max(text) <= "\uffff":
        return found
    # Qt counts a character beyond the first 65,536 as two.
    wide = [place for place, character in enumerate(text) if character > "\uffff"]
    return [
        (start + bisect.bisect_left(wide, start), end + bisect.bisect_left(wide, end)) for start, end in found
    ]


_NUMBER_GOES_ON = re.compile(r"[.,]?\d")


def _cuts_a_number(text: str, start: int, end: int) -> bool:
    before = text[start].isdigit() and re.search(r"\d[.,]?$", text[max(0, start - 2) : start])
    return bool(before or (text[end - 1].isdigit() and _NUMBER_GOES_ON.match(text, end)))
