"""The text of one PDF page: where its characters stand, which words they make, and how its lines read on."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from PySide6.QtCore import QRectF

from review_app.ui.pdf_letters import NO_WIDTH, SOFT_HYPHEN
from review_app.ui.render_wire import BOX_SCALE

_BREAKS = frozenset("\r\n")


def is_ideograph(letter: str) -> bool:
    """Whether ``letter`` belongs to a script that puts no spaces between words: Chinese and its punctuation, kana."""
    return letter >= "\u2e80" and not "\uac00" <= letter <= "\ud7af"


def joined(text: str) -> tuple[str, list[int]]:
    """The text of a page as one reads it on from line to line, and for each of its characters the place in ``text``.

    Words parted by a hyphen at the end of a line come together, other line ends are a space, and there is none between
    Chinese characters, where the page has but a gap.
    """
    out: list[str] = []
    places: list[int] = []
    gap, cut = -1, False  # where white space began that is not put out yet; whether a hyphen ended the line
    for place, letter in enumerate(text):
        if letter.isspace():
            gap = place if gap < 0 else gap
        elif letter == SOFT_HYPHEN:
            cut = place + 1 >= len(text) or text[place + 1] in _BREAKS
        elif letter != NO_WIDTH:
            if gap >= 0 and out and not cut and not (is_ideograph(out[-1]) and is_ideograph(letter)):
                out.append(" ")
                places.append(gap)
            gap, cut = -1, False
            out.append(letter)
            places.append(place)
    return "".join(out), places


class Line(NamedTuple):
    """Characters that follow on one another, from ``start`` to before ``end``, and the box around them."""

    start: int
    end: int
    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True)
class PageText:
    """Characters of a page and where they stand: ``boxes`` holds left, top, right, bottom of each in 65535ths of the
    page's width and height as shown; all four are zero for those that have no place, such as ends of lines."""

    text: str
    boxes: array[int]

    def box(self, number: int) -> QRectF:
        """Where a character stands, in shares of the page's width and height; empty if it has no place."""
        return _shares(*self.boxes[4 * number : 4 * number + 4])

    @cached_property
    def lines(self) -> list[Line]:
        """The lines of the page, in the order of the text; found once, as a page may have many characters."""
        found: list[Line] = []
        for number in range(len(self.text)):
            box = self.boxes[4 * number : 4 * number + 4]
            if box[2] <= box[0] or box[3] <= box[1]:
                continue
            if found and _follows(found[-1], *box):
                last = found[-1]
                found[-1] = Line(
                    last.start,
                    number + 1,
                    min(last.left, box[0]),
                    min(last.top, box[1]),
                    max(last.right, box[2]),
                    max(last.bottom, box[3]),
                )
            else:
                found.append(Line(number, number + 1, *box))
        return found

    def number_at(self, x: float, y: float, tall: float = 1.4) -> int:
        """Between which characters a point in shares of the page lies: 0 to the length; -1 for a page without text.

        ``tall`` is the page's height over its width.  The nearest line counts, and in it the nearest edge.
        """
        across, down = x * BOX_SCALE, y * BOX_SCALE
        line = min(self.lines, key=lambda each: _distance(each[2:], across, down, tall), default=None)
        if line is None:
            return -1
        upright = (line.bottom - line.top) * tall > line.right - line.left and line.end - line.start > 2
        best, least = line.start, float("inf")
        for number in range(line.start, line.end):
            box = self.boxes[4 * number : 4 * number + 4]
            distance = _distance(box, across, down, tall)
            if box[2] > box[0] and distance < least:
                if upright:
                    rises = self.boxes[4 * line.start + 1] > self.boxes[4 * line.end - 3]
                    beyond = (down < (box[1] + box[3]) / 2) == rises
                else:
                    falls_back = self.boxes[4 * line.start] > self.boxes[4 * line.end - 4]
                    beyond = (across > (box[0] + box[2]) / 2) != falls_back
                best, least = number + beyond, distance
        return best

    def letter_at(self, x: float, y: float) -> int:
        """The character that stands at a point in shares of the page; -1 where none does."""
        across, down = x * BOX_SCALE, y * BOX_SCALE
        for line in self.lines:
            if not _distance(line[2:], across, down, 1.0):
                for number in range(line.start, line.end):
                    box = self.boxes[4 * number : 4 * number + 4]
                    if box[2] > box[0] and not _distance(box, across, down, 1.0):
                        return number
        return -1

    def word_at(self, number: int) -> tuple[int, int]:
        """Start and end of the word around a character; Chinese characters stand alone, punctuation and blanks too."""
        if not 0 <= number < len(self.text):
            return number, number

        def within(place: int) -> bool:
            letter = self.text[place]
            return (letter.isalnum() and not is_ideograph(letter)) or letter in "_\u2019'"

        if not within(number):
            return number, number + 1
        start = end = number
        while start and within(start - 1):
            start -= 1
        while end < len(self.text) and within(end):
            end += 1
        return start, end

    def rectangles(self, start: int, end: int) -> list[QRectF]:
        """The places of the characters from ``start`` to before ``end``, those of a line together."""
        found: list[QRectF] = []
        for line in self.lines:
            if line.end <= start or line.start >= end:
                continue
            if start <= line.start and line.end <= end:
                found.append(_shares(*line[2:]))
                continue
            boxes = [self.box(number) for number in range(max(start, line.start), min(end, line.end))]
            whole = QRectF()
            for box in boxes:
                if box.width() > 0 and box.height() > 0:
                    whole = whole.united(box)
            if not whole.isEmpty():
                found.append(whole)
        return found

    def copied(self, start: int, end: int) -> str:
        """The text from ``start`` to before ``end`` as it is copied: lines as on the page, words parted by a hyphen at
        a line's end put together."""
        return copied(self.text[max(0, start) : max(0, end)])


def copied(text: str) -> str:
    """``text`` of a page as it goes to the clipboard."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace(NO_WIDTH, "")
    return plain.replace(SOFT_HYPHEN + "\n", "").replace(SOFT_HYPHEN, "-")


def _shares(left: int, top: int, right: int, bottom: int) -> QRectF:
    scale = float(BOX_SCALE)
    return QRectF(left / scale, top / scale, (right - left) / scale, (bottom - top) / scale)


def _distance(box: Sequence[int], across: float, down: float, tall: float) -> float:
    """How far a point is from a box, 0 inside; being off the line weighs more than being off its end."""
    beside = max(box[0] - across, 0, across - box[2])
    above = max(box[1] - down, 0, down - box[3]) * tall * 3
    return beside * beside + above * above


def _follows(line: Line, left: int, top: int, right: int, bottom: int) -> bool:
    """Whether a box follows on in ``line``, which may run across the page or, on a turned one, up or down."""
    shared_high = min(line.bottom, bottom) - max(line.top, top)
    shared_wide = min(line.right, right) - max(line.left, left)
    gap = max(-shared_wide, 0), max(-shared_high, 0)
    across = shared_high > 0.5 * min(line.bottom - line.top, bottom - top)
    along = shared_wide > 0.5 * min(line.right - line.left, right - left)
    return (across and gap[0] < max(4 * (right - left), BOX_SCALE // 200)) or (
        along and gap[1] < 0.3 * (bottom - top)
    )
