"""Setting lines of Chinese, Latin and mixed text: where lines may end, where each character stands.

Follows W3C "Requirements for Chinese Text Layout" (clreq): no closing mark at a line's start, no opening one
at its end (kinsoku, 避头尾), adjacent marks share their half em of blank (标点挤压), a sliver of space
between Han and Latin.  Widths are in em until a line is set.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise, takewhile
from typing import NamedTuple

from review_app.model.publish.scripts import TSHEG, cluster_end, clusters, extends, leftwards

NOT_AT_START = frozenset("，。、；：？！…—～·•％‰℃°）》〉」』】〕〗］｝”’〃々ー,.;:!?)]}%/་།༎،؛؟")
NOT_AT_END = frozenset("（《〈「『【〔〖［｛“‘([{￥$#№")
_BLANK_RIGHT = frozenset("，。、；：？！）》〉」』】〕〗］｝”’")
_BLANK_LEFT = frozenset("（《〈「『【〔〖［｛“‘")
_HALF_EM = 0.5
_HAN_LATIN_GAP = 0.16
_NARROW_QUOTE = {"“": 0.45, "”": 0.45, "‘": 0.28, "’": 0.28}  # the faces' own are a full em wide, for Chinese
_DASH_OVERLAP = 0.09  # side bearings of —, so that —— is one stroke
_STRETCH_AT_MOST = 0.12  # em a gap; beyond it a loose line looks worse than a ragged one
_PHRASE_PENALTY = 40.0  # square em: a balanced line rather ends at a mark or a space than inside a phrase
_TORN_PENALTY = 60.0  # square em: what stands out is rather kept whole than torn after its first character
_LONE_CHARACTERS = 3  # a last line with fewer looks like a mistake


class Span(NamedTuple):
    """A stretch of text; ``strong`` ones stand out, in another face or drawn a little heavier."""

    text: str
    strong: bool = False


class _Atom(NamedTuple):
    text: str
    width: float  # em, without the blank that is taken off at the left
    shift: float  # em from the atom's origin to its glyph's
    strong: bool
    spaced: bool  # a space stood before it
    narrowed: bool = False  # a quotation mark of Latin text: without the blank half that the face gives it
    leftwards: bool = False  # of a script that runs from right to left


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


@lru_cache(maxsize=8192)
def _is_han(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF" or character in "“”‘’…—·•"


def _is_word(character: str) -> bool:
    return not _is_han(character) and not character.isspace()


class Typesetter:
    """Breaks paragraphs of one face, or of two.  ``advance`` gives the width of a string in em, ``strong_advance`` that
    of a strong one where those have a face of their own."""

    def __init__(
        self, advance: Callable[[str], float], strong_advance: Callable[[str], float] | None = None
    ) -> None:
        self._advance = advance
        self._strong_advance = strong_advance or advance

    def lines(
        self,
        spans: Iterable[Span],
        size: float,
        measure: float,
        *,
        indent: float = 0,
        balanced: bool = False,
        justified: bool = False,
    ) -> list[Line]:
        """Lines of at most ``measure`` points in ``size`` points; ``indent`` in em for the first.

        ``balanced`` makes all lines about as long as each other (headings, names); ``justified`` stretches
        all but the last to the measure.  Of the ways with the fewest lines, the one with the least sum of
        squared slack is taken (after Knuth and Plass 1981).  A word longer than a line is cut; where the
        rules leave no way, as few breaks as possible go against them.
        """
        limit = measure / size
        atoms = self._atoms([Span(tidy_edges(text), strong) for text, strong in spans], limit - indent)
        if not atoms:
            return []
        glue = [0.0, *(_gap(left, right, self._advance) for left, right in pairwise(atoms))]
        lines, start = [], 0
        for end in _break(atoms, glue, limit, indent, balanced):
            stretch = justified and end < len(atoms)
            lines.append(_line(atoms, glue, start, end, size, limit, 0.0 if start else indent, stretch))
            start = end
        return lines

    def single(self, text: str, size: float) -> Line:
        """``text`` on one line, however long."""
        return self.lines([Span(text)], size, 1e9)[0]

    def _atoms(self, spans: Sequence[Span], limit: float) -> list[_Atom]:
        marked = [(character, strong) for text, strong in spans for character in text]
        characters = "".join(text for text, _ in spans)
        atoms: list[_Atom] = []
        spaced, i = False, 0
        while i < len(marked):
            character, strong = marked[i]
            if character.isspace():
                spaced, i = True, i + 1
                continue
            if _is_word(character):
                end = _word_end(marked, i)
            elif i + 1 < len(marked) and extends(marked[i + 1][0]):
                end = cluster_end(characters, i)
            else:
                end = i + 1
            text = characters[i:end]
            if character in _NARROW_QUOTE and _among_latin(marked, i):
                width = _NARROW_QUOTE[character]
                shift = width - 1 if character in _BLANK_LEFT else 0.0
                atoms.append(_Atom(text, width, shift, strong, spaced, narrowed=True))
            else:
                turned = any(map(leftwards, text))
                advance = self._strong_advance if strong else self._advance
                for piece in _pieces(text, limit, advance):
                    atoms.append(_Atom(piece, advance(piece), 0.0, strong, spaced, leftwards=turned))
                    spaced = False
            spaced, i = False, end
        return atoms


def _pieces(word: str, limit: float, advance: Callable[[str], float]) -> Iterable[str]:
    if advance(word) <= limit:
        return [word]
    pieces = [""]
    for character in clusters(word):
        if pieces[-1] and advance(pieces[-1] + character) > limit:
            pieces.append("")
        pieces[-1] += character
    return pieces


def _word_end(marked: Sequence[tuple[str, bool]], start: int) -> int:
    """Where the word from ``start`` on ends: also after a hyphen, a Tibetan syllable, and where the direction turns."""
    strong, turned, end = marked[start][1], leftwards(marked[start][0]), start + 1
    if marked[start][0] == TSHEG:
        return end
    while not turned and end < len(marked) and not marked[end - 1][0].isalnum() and _is_word(marked[end][0]):
        turned = leftwards(marked[end][0])  # an opening mark goes with the word after it
        end += 1
    end = start + 1
    while end < len(marked) and _is_word(marked[end][0]) and marked[end][1] == strong:
        character = marked[end][0]
        if leftwards(character) is not turned and (turned is False or character.isalnum()):
            break
        end += 1
        if character == TSHEG or (character in "-/" and end - start > 2):
            break
    return end


def tidy_edges(text: str) -> str:
    """:func:`tidy` for a part of a paragraph: a space at either end stays one."""
    inner = tidy(text)
    if not inner:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{inner}{' ' if text[-1].isspace() else ''}"


def _among_latin(marked: Sequence[tuple[str, bool]], i: int) -> bool:
    outer, inner = (i - 1, i + 1) if marked[i][0] in _BLANK_LEFT else (i + 1, i - 1)
    beside = next((marked[each][0] for each in (outer, inner) if 0 <= each < len(marked)), "")
    return beside.isascii() and beside != ""


def _gap(left: _Atom, right: _Atom, advance: Callable[[str], float]) -> float:
    a, b = left.text[-1], right.text[0]
    if a == b == "—":
        return -_DASH_OVERLAP
    full_a = a in _BLANK_RIGHT and not left.narrowed
    full_b = b in _BLANK_LEFT and not right.narrowed
    if (full_a and ((b in _BLANK_RIGHT and not right.narrowed) or full_b)) or (full_b and a in _BLANK_LEFT):
        return -_HALF_EM
    if right.spaced:
        return 0.0 if full_a or full_b else advance(" ")
    return _HAN_LATIN_GAP if a.isalnum() and b.isalnum() and _is_han(a) != _is_han(b) else 0.0


def _han_letter(character: str) -> bool:
    return _is_han(character) and character.isalnum()


def _may_break(left: _Atom, right: _Atom) -> bool:
    a, b = left.text[-1], right.text[0]
    if b in NOT_AT_START or a in NOT_AT_END:
        return False
    return right.spaced or _is_han(a) or _is_han(b) or a in "-/" or (_is_word(a) and _is_word(b))


def _splits_a_phrase(left: _Atom, right: _Atom) -> bool:
    return not right.spaced and _han_letter(left.text[-1]) and _han_letter(right.text[0])


def _tears_one(atoms: Sequence[_Atom], end: int) -> bool:
    """Whether a break before ``end`` tears a single character from the words that stand out."""
    if not (atoms[end - 1].strong and atoms[end].strong and _splits_a_phrase(atoms[end - 1], atoms[end])):
        return False
    before = takewhile(lambda atom: atom.strong, reversed(atoms[max(0, end - 4) : end]))
    after = takewhile(lambda atom: atom.strong, atoms[end : end + 4])
    return min(sum(_han_letter(atom.text[-1]) for atom in side) for side in (before, after)) == 1


def _trims(atoms: Sequence[_Atom], start: int, end: int) -> tuple[float, float]:
    """The blank halves that a line of ``atoms[start:end]`` sheds at its start and its end, in em."""
    first, last = atoms[start], atoms[end - 1]
    left = _HALF_EM if start > 0 and first.text[0] in _BLANK_LEFT and not first.narrowed else 0.0
    right = _HALF_EM if last.text[-1] in _BLANK_RIGHT and not last.narrowed else 0.0
    return left, right


def _break(
    atoms: Sequence[_Atom], glue: Sequence[float], limit: float, indent: float, balanced: bool
) -> list[int]:
    """Where lines end.  The cost of a way: breaks against the rules, then lines, then squared slack."""
    count = len(atoms)
    total = list(accumulate((gap + atom.width for gap, atom in zip(glue, atoms, strict=True)), initial=0.0))
    leading = [_trims(atoms, start, start + 1)[0] if start else 0.0 for start in range(count)]
    trailing = [0.0, *(_trims(atoms, end - 1, end)[1] for end in range(1, count + 1))]
    before_start = [total[start] + glue[start] + leading[start] for start in range(count)]
    before_start[0] -= indent
    if total[count] - trailing[count] - before_start[0] <= limit + 1e-6:
        return [count]  # one line goes against no rule, and nothing is shorter
    costs = [(0, 0, 0.0)] + [(count, count, math.inf)] * count
    before = [0] * (count + 1)
    for end in range(1, count + 1):
        last = end == count
        against = 0 if last or _may_break(atoms[end - 1], atoms[end]) else 1
        until = total[end] - trailing[end]
        torn = _TORN_PENALTY if not last and _tears_one(atoms, end) else 0.0
        for start in range(end - 1, -1, -1):
            width = until - before_start[start]
            if width > limit + 1e-6 and end - start > 1:
                if width > limit + 2:  # more atoms at the front won't make it narrower than a trim does
                    break
                continue
            slack = (limit - width) ** 2
            if last and not balanced:
                slack = 4 * limit if start and end - start < _LONE_CHARACTERS else 0.0
            elif balanced and not last and _splits_a_phrase(atoms[end - 1], atoms[end]):
                slack += _PHRASE_PENALTY
            slack += torn
            broken, lines, so_far = costs[start]
            cost = (broken + against, lines + 1, so_far + slack)
            if cost < costs[end]:
                costs[end], before[end] = cost, start
    ends, end = [], count
    while end:
        ends.append(end)
        end = before[end]
    return ends[::-1]


def _line(
    atoms: Sequence[_Atom],
    glue: Sequence[float],
    start: int,
    end: int,
    size: float,
    limit: float,
    indent: float,
    stretch: bool,
) -> Line:
    left, right = _trims(atoms, start, end)
    extra = 0.0
    if stretch and end - start > 1:
        natural = sum(atom.width for atom in atoms[start:end]) + sum(glue[start + 1 : end])
        natural += indent - left - right
        extra = (limit - natural) / (end - start - 1)
        extra = extra if extra <= _STRETCH_AT_MOST else 0.0
    steps = [0.0, *(glue[number] + extra for number in range(start + 1, end))]
    places, x = [], indent - left
    for number, step in enumerate(steps, start):
        x += step
        places.append(x)
        x += atoms[number].width
    turned = any(atom.leftwards for atom in atoms[start:end])
    if turned:
        places = _turned(atoms[start:end], places)
    parts: list[Placed] = []
    for number, (step, place) in enumerate(zip(steps, places, strict=True), start):
        atom = atoms[number]
        previous = atoms[number - 1] if number > start else atom._replace(narrowed=True)
        plain = not (previous.narrowed or atom.narrowed or turned) and previous.strong == atom.strong
        if plain and step == 0:
            parts[-1] = parts[-1]._replace(text=parts[-1].text + atom.text)
        else:
            parts.append(Placed((place + atom.shift) * size, atom.text, atom.strong))
    return Line(tuple(parts), (x - right) * size)


def _turned(atoms: Sequence[_Atom], places: list[float]) -> list[float]:
    """``places`` with the words of every right-to-left stretch in their order: the first at its right end.

    A stretch goes from such a word to the last one that only figures and marks part from it (the common case of
    UAX 9: words of one such script within a line of Chinese or English).
    """
    placed, first = list(places), 0
    while first < len(atoms):
        last = first
        for number in range(first, len(atoms)) if atoms[first].leftwards else ():
            if atoms[number].leftwards:
                last = number
            elif any(character.isalpha() for character in atoms[number].text):
                break
        if atoms[first].leftwards:
            around = places[first] + places[last] + atoms[last].width
            for number in range(first, last + 1):
                placed[number] = around - places[number] - atoms[number].width
        first = last + 1
    return placed
