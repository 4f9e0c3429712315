"""The text of one PDF page: where its characters stand, which words they make, and how its lines read on."""

from __future__ import annotations

from array import array
from dataclasses import dataclass

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


@dataclass(frozen=True)
class PageText:
    """Characters of a page and where they stand: ``boxes`` holds left, top, right, bottom of each in 65535ths of the
    page's width and height as shown; all four are zero for those that have no place, such as ends of lines."""

    text: str
    boxes: array[int]

    def box(self, number: int) -> QRectF:
        """Where a character stands, in shares of the page's width and height; empty if it has no place."""
        left, top, right, bottom = self.boxes[4 * number : 4 * number + 4]
        scale = float(BOX_SCALE)
        return QRectF(left / scale, top / scale, (right - left) / scale, (bottom - top) / scale)

    def number_at(self, x: float, y: float, tall: float = 1.4) -> int:
        """Between which characters a point in shares of the page lies: 0 to the length; -1 for a page without text.

        ``tall`` is the page's height over its width.  The nearest line counts, and in it the nearest edge.
        """
        boxes, best, least = self.boxes, -1, float("inf")
        across, down = x * BOX_SCALE, y * BOX_SCALE
        for number in range(len(self.text)):
            at = 4 * number
            left, top, right, bottom = boxes[at : at + 4]
            if right <= left or bottom <= top:
                continue
            # Being off the line weighs more than being off its end.
            beside = max(left - across, 0, across - right)
            above = max(top - down, 0, down - bottom) * tall * 3
            distance = beside * beside + above * above
            if distance < least:
                least, best = distance, number + (across > (left + right) / 2)
                if not distance:
                    break
        return best

    def letter_at(self, x: float, y: float) -> int:
        """The character that stands at a point in shares of the page; -1 where none does."""
        boxes, across, down = self.boxes, x * BOX_SCALE, y * BOX_SCALE
        for at in range(0, len(boxes), 4):
            if (
                boxes[at] <= across <= boxes[at + 2]
                and boxes[at + 1] <= down <= boxes[at + 3] > boxes[at + 1]
            ):
                return at // 4
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
        lines: list[QRectF] = []
        for number in range(max(0, start), min(end, len(self.text))):
            box = self.box(number)
            if box.width() <= 0 or box.height() <= 0:
                continue
            if lines and _same_line(lines[-1], box):
                lines[-1] = lines[-1].united(box)
            else:
                lines.append(box)
        return lines

    def copied(self, start: int, end: int) -> str:
        """The text from ``start`` to before ``end`` as it is copied: lines as on the page, words parted by a hyphen at
        a line's end put together."""
        return copied(self.text[max(0, start) : max(0, end)])


def copied(text: str) -> str:
    """``text`` of a page as it goes to the clipboard."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace(NO_WIDTH, "")
    return plain.replace(SOFT_HYPHEN + "\n", "").replace(SOFT_HYPHEN, "-")


def _same_line(line: QRectF, box: QRectF) -> bool:
    """Whether ``box`` follows on in ``line``, which may run across or down the page."""
    shared_high = min(line.bottom(), box.bottom()) - max(line.top(), box.top())
    shared_wide = min(line.right(), box.right()) - max(line.left(), box.left())
    gap_across = max(line.left(), box.left()) - min(line.right(), box.right())
    gap_down = max(line.top(), box.top()) - min(line.bottom(), box.bottom())
    return (
        shared_high > 0.5 * min(line.height(), box.height()) and gap_across < 4 * max(box.width(), 0.005)
    ) or (shared_wide > 0.5 * min(line.width(), box.width()) and 0 <= gap_down < 0.3 * box.height())
