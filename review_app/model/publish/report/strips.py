"""The totals of every sheet, a line a case: what a score rests on, at a glance."""

from __future__ import annotations

import math
from collections import Counter
from fractions import Fraction

from review_app.model.publish.disclosure import Disclosure
from review_app.model.publish.fonts import Face
from review_app.model.publish.report.flow import (
    BLUE,
    BOTTOM,
    HAIR,
    INK,
    MARGIN,
    MEASURE,
    MUTED,
    RIGHT,
    Colour,
    Flow,
)
from review_app.model.publish.rule_words import short_number
from review_app.model.publish.wording import Wording
from review_app.model.workspace.standing import CaseLine

_RANK, _TITLE, _INTERVAL, _SHARE = 9.0, 46.0, 15.0, 23.0
_BAR = 11.0
_RADIUS = 0.82
_STEP = 0.4  # mm: totals nearer to each other than this are one dot
_SIZE, _LEADING, _ROW = 8.6, 3.9, 6.1
_GREY: Colour = (0.34, 0.38, 0.44)
_GREEN: Colour = (0.16, 0.47, 0.34)
_AMBER: Colour = (0.68, 0.40, 0.06)


def draw_strips(flow: Flow, words: Wording, shown: Disclosure) -> None:
    """The figure, on as many pages as it takes, its head on each."""
    cases = [line for line in shown.cases if line.totals]
    totals = [total for line in cases for total in line.totals.values()]
    if not totals:
        return
    flow.room(46)
    figure = _Figure(flow, words, shown, min(totals), max(totals))
    figure.legend()
    figure.head()
    winning = [line.wins for line in cases]
    last = max((place for place, wins in enumerate(winning) if wins), default=-1)
    for place, line in enumerate(cases):
        figure.row(line, cut=place == last and not all(winning))
    flow.top += 6


def strips_height(cases: int) -> float:
    """Millimetres that a figure of so many cases with titles on one line takes, its heading and words included."""
    return 70.0 + cases * _ROW


class _Figure:
    def __init__(
        self, flow: Flow, words: Wording, shown: Disclosure, lowest: Fraction, highest: Fraction
    ) -> None:
        self.flow, self.words = flow, words
        self.sure = shown.standing.replicates > 0
        self.trims = any(line.left_out for line in shown.cases)
        self.cuts = len({line.wins for line in shown.cases if line.totals}) == 2
        self.low, self.high = float(lowest), float(highest)
        if self.low == self.high:
            self.low, self.high = self.low - 1, self.high + 1
        self.ticks = nice_ticks(self.low, self.high)
        aside = _INTERVAL + _SHARE + 3 if self.sure else 0.0
        self.x = MARGIN + _RANK + _TITLE + 3
        self.width = MEASURE - _RANK - _TITLE - 3 - aside - 3

    def legend(self) -> None:
        flow, words = self.flow, self.words
        top = flow.top + 2
        x = MARGIN + 1
        entries = [("dot", BLUE), ("hollow", _GREY), ("tick", INK), ("line", BLUE)]
        for key, colour in entries:
            if (key == "hollow" and not self.trims) or (key == "line" and not self.cuts):
                continue
            text = words(f"strips.{key}")
            length = flow.faces.lines(text, 8.0, 1e6, Face.SANS)[0].width * 25.4 / 72
            start = 7.5 if key == "line" else 2.6
            if x + start + length > RIGHT:
                x, top = MARGIN + 1, top + 4.4
            if key == "tick":
                flow.line(x, top - 2.4, x, top + 0.4, 1.4, INK)
            elif key == "line":
                flow.line(x - 1, top - 1.0, x + 5, top - 1.0, 0.9, BLUE, (3, 2))
            else:
                flow.dot(x, top - 1.0, _RADIUS, colour, hollow=key == "hollow")
            flow.text(text, x + start, top, 8.0, colour=MUTED)
            x += start + length + 6
        flow.top = top + 6

    def head(self) -> None:
        flow, words = self.flow, self.words
        flow.top += 2
        top = flow.top
        flow.text(words("strips.rank"), MARGIN + _RANK - 2.5, top, 8.2, colour=MUTED, right=True)
        flow.text(words("strips.case"), MARGIN + _RANK, top, 8.2, colour=MUTED)
        if self.sure:
            flow.text(words("strips.ranks"), RIGHT - _SHARE - 2, top, 8.2, colour=MUTED, right=True)
            flow.text(words("strips.share"), RIGHT, top, 8.2, colour=MUTED, right=True)
        for tick in self.ticks:
            text = short_number(Fraction(tick).limit_denominator(1000))
            flow.text(text, self._place(tick), top, 7.8, colour=MUTED, centred=True)
        flow.top += 2.2
        flow.rule(flow.top, colour=(0.55, 0.55, 0.56))

    def row(self, line: CaseLine, *, cut: bool) -> None:
        flow = self.flow
        title = flow.faces.lines(line.case.title, _SIZE, _TITLE, Face.SANS, strong=line.wins)
        height = max(len(title) * _LEADING + 2.2, _ROW)
        if flow.top + height > BOTTOM:
            flow.begin_page()
            self.head()
        middle = flow.top + height / 2
        colour = INK if line.wins else MUTED
        base = middle - (len(title) - 1) * _LEADING / 2 + 1.1
        for number, each in enumerate(title):
            flow.put(each, MARGIN + _RANK, base + number * _LEADING, _SIZE, Face.SANS, colour)
        rank = "–" if line.ranked.rank is None else str(line.ranked.rank)
        flow.text(
            rank, MARGIN + _RANK - 2.5, middle + 1.1, _SIZE, colour=colour, strong=line.wins, right=True
        )
        self._dots(line, middle)
        if self.sure:
            self._sureness(line, middle)
        flow.top += height
        if cut:
            flow.line(MARGIN, flow.top, RIGHT, flow.top, 0.9, BLUE, (3, 2))

    def _dots(self, line: CaseLine, middle: float) -> None:
        flow, colour = self.flow, BLUE if line.wins else _GREY
        flow.line(self.x, middle, self.x + self.width, middle, 0.4, HAIR)
        kept: Counter[int] = Counter()
        trimmed: Counter[int] = Counter()
        for receipt, total in line.totals.items():
            place = round(self._place(float(total)) / _STEP)
            (trimmed if receipt in line.left_out else kept)[place] += 1
        most = max(kept.values(), default=1)
        for place in sorted(trimmed):
            # A left-out total on top of counted ones is a ring around their dot.
            radius = _RADIUS + 0.42 if place in kept else _RADIUS
            flow.dot(place * _STEP, middle, radius, _paler(_GREY, 0.6), hollow=True)
        for place, count in sorted(kept.items()):
            shade = 1.0 if most == 1 else 0.28 + 0.72 * (count / most)
            flow.dot(place * _STEP, middle, _RADIUS, _paler(colour, shade))
        if line.ranked.score is not None:
            x = self._place(float(line.ranked.score))
            flow.line(x, middle - 2.1, x, middle + 2.1, 2.6, (1.0, 1.0, 1.0))
            flow.line(x, middle - 2.1, x, middle + 2.1, 1.4, INK)

    def _sureness(self, line: CaseLine, middle: float) -> None:
        flow = self.flow
        if line.interval is None or line.share is None or line.ranked.rank is None:
            return
        low, high = line.interval.low, line.interval.high
        ranks = str(low) if low == high else f"{low}–{high}"
        flow.text(ranks, RIGHT - _SHARE - 2, middle + 1.1, _SIZE, colour=MUTED, right=True)
        start = RIGHT - _SHARE + 2.5
        flow.bar(start, middle - 0.85, _BAR, 1.7, (0.92, 0.92, 0.91))
        colour = _GREEN if line.share >= 0.9 else _AMBER if line.share >= 0.1 else _paler(_GREY, 0.6)
        flow.bar(start, middle - 0.85, _BAR * line.share, 1.7, colour)
        flow.text(percent(line.share), RIGHT, middle + 1.1, _SIZE, colour=MUTED, right=True)

    def _place(self, value: float) -> float:
        """Where a total stands, in mm from the page's left edge; half a dot is left free at either end."""
        inner = self.width - 4 * _RADIUS
        return self.x + 2 * _RADIUS + inner * (value - self.low) / (self.high - self.low)


def percent(share: float) -> str:
    """A share in per cent that says 0 and 100 only where it is so."""
    rounded = math.floor(share * 100 + 0.5)
    if rounded == 100 and share < 1:
        return ">99%"
    if rounded == 0 and share > 0:
        return "<1%"
    return f"{rounded}%"


def nice_ticks(lowest: float, highest: float, most: int = 7) -> list[float]:
    """The multiples of 1, 2 or 5 times a power of ten from ``lowest`` to ``highest`` (which is greater): at most
    ``most``, and at least two."""
    power = 10.0 ** math.floor(math.log10((highest - lowest) / most))
    found: list[float] = []
    for factor in (1, 2, 5, 10, 20):
        step = factor * power
        first, last = math.ceil(lowest / step - 1e-9), math.floor(highest / step + 1e-9)
        found = [round(number * step, 10) for number in range(first, last + 1)]
        if len(found) <= most:
            break
    return found


def _paler(colour: Colour, share: float) -> Colour:
    """``colour`` mixed with the paper."""
    red, green, blue = (1 - (1 - part) * share for part in colour)
    return red, green, blue
