"""Where searched words stand in a document, and how they are painted: under the letters, like a marker pen."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QTextBlock, QTextDocument, QTextLine

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
            text = Folded(self._document.toPlainText())
            for start, end in text.places(self._words, self._figures):
                self._starts.append(start)
                self._ends.append(end)
        self.current = self._starts.index(at) if at in self._starts else -1
        return len(self)

    @property
    def at_last(self) -> bool:
        """Whether no further hit follows the current one."""
        return self.current == len(self) - 1

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

    def paint(
        self, painter: QPainter, block: QTextBlock, rectangle: QRectF, shown: QRectF, look: Look
    ) -> None:
        """Paints what is marked in ``block``, whose rectangle in the document is ``rectangle``, as far as ``shown``."""
        painter.setPen(Qt.PenStyle.NoPen)
        first, end = shown_range(block, rectangle, shown)
        for number in range(bisect.bisect_right(self._ends, first), bisect.bisect_left(self._starts, end)):
            painter.setBrush(look.marker_strong if number == self.current else look.marker)
            for box in boxes(block, self._starts[number], self._ends[number]):
                painter.drawRoundedRect(box.translated(rectangle.topLeft()).adjusted(-1, 0, 1, 0), 3, 3)


def shown_range(block: QTextBlock, rectangle: QRectF, shown: QRectF) -> tuple[int, int]:
    """First and last position of the lines of ``block`` that lie in ``shown``, both in the document's measure."""
    layout = block.layout()
    start = end = block.position()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        top = rectangle.top() + line.y()
        if top + line.height() < shown.top():
            start = block.position() + line.textStart() + line.textLength()
        if top > shown.bottom():
            break
        end = block.position() + line.textStart() + line.textLength()
    return start, end


def boxes(block: QTextBlock, start: int, end: int) -> list[QRectF]:
    """The rectangles around the letters from position ``start`` to ``end``, one a line, from the block's corner."""
    found = []
    layout, offset = block.layout(), block.position()
    start, end = max(0, start - offset), min(end - offset, block.length())
    line = layout.lineForTextPosition(start)
    while line.isValid() and line.textStart() < end:
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first < last:
            left, right = _x(line, first), _x(line, last)
            # The line's own height holds the space between lines; the marker keeps to the letters.
            size = _letter_size(block, offset + first)
            top = line.y() + line.ascent() - size * 0.98
            found.append(QRectF(min(left, right), top, abs(right - left), size * 1.3))
        number = line.lineNumber() + 1
        if number >= layout.lineCount():
            break
        line = layout.lineAt(number)
    return found


def _letter_size(block: QTextBlock, position: int) -> int:
    inside = block.begin()
    while not inside.atEnd():
        fragment = inside.fragment()
        if fragment.contains(position):
            return fragment.charFormat().font().pixelSize()
        inside += 1
    return block.charFormat().font().pixelSize()


def _x(line: QTextLine, position: int) -> float:
    place: Any = line.cursorToX(position)  # stated as a number; PySide gives the position back beside it
    return float(place[0] if isinstance(place, tuple) else place)


class Folded:
    """A document's text as it is searched."""

    def __init__(self, text: str) -> None:
        from review_app.model.search.fold import fold

        self._fold = fold
        self._text = fold(text)
        # Qt counts a character beyond the first 65,536 as two.
        self._wide = (
            [place for place, character in enumerate(text) if character > "\uffff"]
            if not text.isascii() and max(text) > "\uffff"
            else []
        )

    def places(self, words: Sequence[str], figures: bool = False) -> list[tuple[int, int]]:
        """Positions in Qt's counting of all hits of ``words``, whatever case, width or script they are in.

        ``figures`` leaves out hits that cut a number in two.
        """
        from review_app.model.search.words import hits

        found = hits(self._text, [self._fold(word) for word in words])
        if figures:
            found = [(start, end) for start, end in found if not _cuts_a_number(self._text, start, end)]
        if not self._wide:
            return found
        count = bisect.bisect_left
        return [(start + count(self._wide, start), end + count(self._wide, end)) for start, end in found]


_NUMBER_GOES_ON = re.compile(r"[.,]?\d")


def _cuts_a_number(text: str, start: int, end: int) -> bool:
    before = text[start].isdigit() and re.search(r"\d[.,]?$", text[max(0, start - 2) : start])
    return bool(before or (text[end - 1].isdigit() and _NUMBER_GOES_ON.match(text, end)))
