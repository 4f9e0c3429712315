"""Setting lines of Chinese, Latin and mixed text: where lines may end, how wide they are, where each character stands.

Follows W3C "Requirements for Chinese Text Layout" (clreq): section 3.1.5 (no closing mark at a line's start, no
opening one at its end), 3.1.6 (adjacent marks share their half em of blank), 3.2.2 (a sliver of space between Han
and Latin).  Widths are in em until a line is drawn.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

NOT_AT_START = frozenset("，。、；：？！…—～·•％‰℃°）》〉」』】〕〗］｝”’〃々ー,.;:!?)]}%/")
NOT_AT_END = frozenset("（《〈「『【〔〖［｛“‘([{￥$#№")
_BLANK_RIGHT = frozenset("，。、；：？！）》〉」』】〕〗］｝”’")
_BLANK_LEFT = frozenset("（《〈「『【〔〖［｛“‘")
_HALF_EM = 0.5
_HAN_LATIN_GAP = 0.16
_NARROW_QUOTE = 0.45  # the faces hold quotation marks for Chinese only, a full em wide
_DASH_OVERLAP = 0.09  # side bearings of —, so that —— is one stroke
_STRETCH_AT_MOST = 0.12  # em a gap; beyond it a loose line looks worse than a ragged one
_LONE_CHARACTERS = 3  # a last line with fewer looks like a mistake


class Span(NamedTuple):
    """A stretch of text; ``strong`` ones are drawn a little heavier."""

    text: str
    strong: bool = False


class _Atom(NamedTuple):
    text: str
    width: float  # em, without the blank that is taken off at the left
    shift: float  # em from the atom's origin to its glyph's
    strong: bool
    spaced: bool  # a space stood before it


class Placed(NamedTuple):
    """Text of one line at ``x`` points from the line's start."""

    x: float
    text: str
    strong: bool


@dataclass(frozen=True)
class Line:
    """One line: its parts, and its visible width in points (indent included)."""

    parts: tuple[Placed, ...]
    width: float

    @property
    def text(self) -> str:
        """The characters of the line, without the spaces between words."""
        return "".join(part.text for part in self.parts)


def tidy(text: str) -> str:
    """``text`` as it is set: Unicode normal form C, every run of white space one space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _is_han(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF" or character in "“”‘’…—·•"


def _is_word(character: str) -> bool:
    return not _is_han(character) and not character.isspace()


class Typesetter:
    """Breaks paragraphs of one face.  ``advance`` gives the width of a string in em."""

    def __init__(self, advance: Callable[[str], float]) -> None:
        self._advance = advance

    def lines(
        self, spans: Iterable[Span], size: float, measure: float, *, indent: float = 0, balanced: bool = False,
        justified: bool = False,
    ) -> list[Line]:
        """Lines of at most ``measure`` points in ``size`` points; ``indent`` in em for the first.

        ``balanced`` makes all lines about as long as each other (headings, names); ``justified`` stretches all but
        the last to the measure.  Of all ways to break, the one with the least sum of squared slack is taken
        (Knuth and Plass 1981).  A word longer than a line is cut; where the rules leave no way, they yield.
        """
        limit = measure / size
        atoms = self._atoms([Span(tidy_edges(text), strong) for text, strong in spans], limit - indent)
        if not atoms:
            return []
        glue = [0.0, *(_gap(left, right, self._advance) for left, right in pairwise(atoms))]
        ends = _break(atoms, glue, limit, indent, balanced, strict=True)
        if ends is None:
            ends = _break(atoms, glue, limit, indent, balanced, strict=False) or list(range(1, len(atoms) + 1))
        lines, start = [], 0
        for end in ends:
            offset = indent if start == 0 else 0.0
            stretch = justified and end < len(atoms)
            lines.append(_line(atoms[start:end], glue[start:end], size, limit, offset, stretch, first=start == 0))
            start = end
        return lines

    def single(self, text: str, size: float) -> Line:
        """``text`` on one line, however long."""
        return self.lines([Span(text)], size, 1e9)[0]

    def _atoms(self, spans: Sequence[Span], limit: float) -> list[_Atom]:
        marked = [(character, strong) for text, strong in spans for character in text]
        atoms: list[_Atom] = []
        spaced, i = False, 0
        while i < len(marked):
            character, strong = marked[i]
            if character.isspace():
                spaced, i = True, i + 1
                continue
            end = i + 1
            if _is_word(character):
                while end < len(marked) and _is_word(marked[end][0]) and marked[end][1] == strong:
                    end += 1
                    if marked[end - 1][0] in "-/" and end - i > 2:
                        break
            text = "".join(each for each, _ in marked[i:end])
            if character in "“”‘’" and _among_latin(marked, i):
                atoms.append(_Atom(text, _NARROW_QUOTE, -0.55 if character in "“‘" else 0.0, strong, spaced))
            else:
                for piece in self._pieces(text, limit):
                    atoms.append(_Atom(piece, self._advance(piece), 0.0, strong, spaced))
                    spaced = False
            spaced, i = False, end
        return atoms

    def _pieces(self, word: str, limit: float) -> Iterable[str]:
        if self._advance(word) <= limit:
            return [word]
        pieces = [""]
        for character in word:
            if pieces[-1] and self._advance(pieces[-1] + character) > limit:
                pieces.append("")
            pieces[-1] += character
        return pieces


def tidy_edges(text: str) -> str:
    """:func:`tidy` for a part of a paragraph: a space at either end stays one."""
    inner = tidy(text)
    if not inner:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{inner}{' ' if text[-1].isspace() else ''}"


def _among_latin(marked: Sequence[tuple[str, bool]], i: int) -> bool:
    opening = marked[i][0] in "“‘"
    outer = marked[i - 1][0] if opening and i > 0 else marked[i + 1][0] if not opening and i + 1 < len(marked) else ""
    return bool(outer) and (outer.isspace() or outer.isascii())


def _gap(left: _Atom, right: _Atom, advance: Callable[[str], float]) -> float:
    a, b = left.text[-1], right.text[0]
    if a == b == "—":
        return -_DASH_OVERLAP
    full_a = a in _BLANK_RIGHT and left.width > _NARROW_QUOTE
    full_b = b in _BLANK_LEFT and right.width > _NARROW_QUOTE
    if (full_a and (b in _BLANK_RIGHT or full_b)) or (full_b and a in _BLANK_LEFT):
        return -_HALF_EM
    if right.spaced:
        return 0.0 if full_a or full_b else advance(" ")
    if (_han_letter(a) and b.isalnum() and not _is_han(b)) or (a.isalnum() and not _is_han(a) and _han_letter(b)):
        return _HAN_LATIN_GAP
    return 0.0


def _han_letter(character: str) -> bool:
    return _is_han(character) and character.isalnum()


def _may_break(left: _Atom, right: _Atom) -> bool:
    a, b = left.text[-1], right.text[0]
    if b in NOT_AT_START or a in NOT_AT_END:
        return False
    return right.spaced or _is_han(a) or _is_han(b) or a in "-/" or (_is_word(a) and _is_word(b))


def _trims(atoms: Sequence[_Atom], start: int, end: int) -> tuple[float, float]:
    first, last = atoms[start], atoms[end - 1]
    left = _HALF_EM if start > 0 and first.text[0] in _BLANK_LEFT and first.width > _NARROW_QUOTE else 0.0
    right = _HALF_EM if last.text[-1] in _BLANK_RIGHT and last.width > _NARROW_QUOTE else 0.0
    return left, right


def _break(
    atoms: Sequence[_Atom], glue: Sequence[float], limit: float, indent: float, balanced: bool, *, strict: bool
) -> list[int] | None:
    count = len(atoms)
    total = [0.0]
    for number, atom in enumerate(atoms):
        total.append(total[-1] + glue[number] + atom.width)
    costs: list[tuple[int, float]] = [(0, 0.0)] + [(count + 1, 0.0)] * count  # lines used, slack squared
    before = [0] * (count + 1)
    target = limit
    for end in range(1, count + 1):
        if end < count and strict and not _may_break(atoms[end - 1], atoms[end]):
            continue
        for start in range(end - 1, -1, -1):
            left, right = _trims(atoms, start, end)
            width = total[end] - total[start] - glue[start] - left - right + (indent if start == 0 else 0.0)
            if width > limit + 1e-6 and end - start > 1:
                if width > limit + 2:
                    break
                continue
            if costs[start][0] > count:
                continue
            slack = (target - width) ** 2
            if end == count and not balanced:
                slack = 0.0 if end - start >= _LONE_CHARACTERS or start == 0 else 4 * limit
            cost = (costs[start][0] + 1, costs[start][1] + slack)
            if cost < costs[end]:
                costs[end], before[end] = cost, start
    if costs[count][0] > count:
        return None
    ends, end = [], count
    while end:
        ends.append(end)
        end = before[end]
    return ends[::-1]


def _line(
    atoms: Sequence[_Atom], glue: Sequence[float], size: float, limit: float, indent: float, stretch: bool, *,
    first: bool,
) -> Line:
    left, right = _trims([*([atoms[0]] if first else [_NOTHING]), *atoms], 0 if first else 1, len(atoms) + 1)
    natural = indent - left - right + sum(atom.width for atom in atoms) + sum(glue[1:])
    gaps = len(atoms) - 1
    extra = (limit - natural) / gaps if stretch and gaps else 0.0
    if extra > _STRETCH_AT_MOST:
        extra = 0.0
    parts: list[Placed] = []
    x, joined = indent - left, False
    for number, atom in enumerate(atoms):
        if number:
            step = glue[number] + extra
            x += step
            joined = step == 0 and atom.shift == 0 and atom.strong == parts[-1].strong
        if joined:
            parts[-1] = parts[-1]._replace(text=parts[-1].text + atom.text)
        else:
            parts.append(Placed((x + atom.shift) * size, atom.text, atom.strong))
        x += atom.width
    return Line(tuple(parts), (x - right) * size)


_NOTHING = _Atom("", 0.0, 0.0, False, False)
