"""Damage that text takes on its way: found, and what it would be without it.  Offered to a person, never done silently.

Each finder gives the places to change as ``(start, end, instead)``; a text that was not damaged has none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Literal

from review_app.model.nomination.text import turned_back
from review_app.model.value import Value

RepairCode = Literal["mojibake", "doubled", "pinyin", "width", "broken-lines"]
Change = tuple[int, int, str]

_HANZI = "\u3400-\u4dbf\u4e00-\u9fff"
_SYLLABLE = (
    "(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    "(?:[iuü]?ang|[iuü]?eng|[iuü]?ing|[iu]?ong|[iuü]?an|[iuü]?en|[iuü]?in|uai|iao|ai|ei|ao|ou|ia|ie|iu|ua|uo|ui|ue|üe"
    "|un|ün|er|a|o|e|i|u|ü|v))"
)
_TONES = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ", "aaaaeeeeiiiioooouuuuüüüünnnm")
_BRACKET = re.compile(
    rf"[{_HANZI}]{{1,24}}[ ]?([(（]\s*([a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ '’1-5]+?)\s*[)）])"
)
_FULL_WIDTH = re.compile("[０-９Ａ-Ｚａ-ｚ]+(?:．[０-９]+)?")
_BLOCK_START = re.compile(
    r"\s*(?:[#>|\-*+]|[0-9０-９]+[.、．)）]|[（(][0-9一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+、|`{3}|!\[)"
)
_LABEL = re.compile(r"\s*[^：:，。]{1,12}[：:]")
_OPEN_END = re.compile(rf"[{_HANZI}，、a-zA-Z0-9]")
_MINIMUM_LINE = 12
"""Characters of a line that was broken because it was full; shorter ones end where they were meant to."""
_IN_A_ROW = 3
"""Syllables one after another: a single reading in brackets belongs to a rare character."""
_DOUBLED = 6
"""Different characters that all stand twice; Chinese has words like 干干净净."""


class Place(Value, frozen=True):
    """A changed stretch: ``start`` to ``end`` of the text before, ``after_start`` to ``after_end`` of the one after."""

    start: int
    end: int
    after_start: int
    after_end: int


class Repair(Value, frozen=True):
    """What could be done about one kind of damage in one field."""

    code: RepairCode
    field: str
    before: str
    after: str
    places: tuple[Place, ...]


def repairs_of(texts: Mapping[str, str]) -> list[Repair]:
    """Everything that seems damaged in the fields ``texts``, the dossier under ``dossier``; by field, then by kind."""
    found = []
    for field, text in texts.items():
        for code in FINDERS:
            if code == "broken-lines" and field not in ("dossier", "summary"):
                continue
            if changes := FINDERS[code](text):
                found.append(_repair(code, field, text, changes))
    return found


def apply_repair(text: str, code: RepairCode) -> str:
    """``text`` with that kind of damage taken out."""
    return _apply(text, FINDERS[code](text))[0]


def mojibake(text: str) -> list[Change]:
    """Lines that were read in another encoding than they were written in, where the way back is certain."""
    changes = []
    for start, line in _lines(text):
        if (back := turned_back(line)) is not None:
            changes.append((start, start + len(line), back))
    return changes


def doubled(text: str) -> list[Change]:
    """A text all of whose characters stand twice, as some PDF programs hand out bold type."""
    lines = [(start, line) for start, line in _lines(text) if line.strip()]
    pairs = [(start, line) for start, line in lines if len(line) % 2 == 0 and line[::2] == line[1::2]]
    letters = {character for _, line in pairs for character in line if character.isalnum()}
    if len(letters) < _DOUBLED or len(pairs) * 10 < len(lines) * 9:
        return []
    return [(start, start + len(line), line[::2]) for start, line in pairs]


def pinyin(text: str) -> list[Change]:
    """Readings in brackets behind every character, as a page's ruby text is copied."""
    runs: list[list[Change]] = []
    counts: list[int] = []
    end = -1
    for found in _BRACKET.finditer(text):
        syllables = _syllables(found[2])
        hanzi = len(found[0]) - len(found[1])
        if not syllables or syllables > hanzi:
            end = -1
            continue
        # One syllable a character: what stands before them must be the reading before, or the run begins here.
        if end != found.start() or syllables != len(found[0][: -len(found[1])].rstrip()):
            runs.append([])
            counts.append(0)
        runs[-1].append((found.start(1), found.end(1), ""))
        counts[-1] += syllables
        end = found.end()
    return [change for run, count in zip(runs, counts, strict=True) if count >= _IN_A_ROW for change in run]


def width(text: str) -> list[Change]:
    """Full-width digits and letters, which look alike and are found by no search."""
    return [
        (found.start(), found.end(), "".join(chr(ord(character) - 0xFEE0) for character in found[0]))
        for found in _FULL_WIDTH.finditer(text)
    ]


def broken_lines(text: str) -> list[Change]:
    """Line breaks in the middle of sentences, as they come from e-mail and PDF: where a full line of Chinese ends
    without a mark and the next goes on."""
    lines = list(_lines(text))
    filled = [(start, line) for start, line in lines if line.strip()]
    single, double = [], []
    for (start, line), (next_start, following) in pairwise(filled):
        bare = line.strip()
        if not _goes_on(bare, following):
            continue
        end = start + len(line.rstrip())
        change = (end, next_start + len(following) - len(following.lstrip()), "")
        if text.count("\n", end, change[1]) == 1:
            single.append(change)
        else:
            double.append((len(bare), change))
    # With empty lines between them, only lines that are all equally full were broken by a machine.
    longest = max((length for length, _ in double), default=0)
    full = [change for length, change in double if length >= longest - 2]
    if len(full) >= _IN_A_ROW and len(full) * 10 >= len(double) * 8:
        single += full
    return sorted(single)


FINDERS: dict[RepairCode, Callable[[str], list[Change]]] = {
    "mojibake": mojibake,
    "doubled": doubled,
    "pinyin": pinyin,
    "width": width,
    "broken-lines": broken_lines,
}


def _goes_on(line: str, following: str) -> bool:
    hanzi = sum("\u3400" <= character <= "\u9fff" for character in line)
    return (
        len(line) >= _MINIMUM_LINE
        and hanzi * 2 > len(line)
        and _OPEN_END.match(line[-1]) is not None
        and not _BLOCK_START.match(line)
        and not _BLOCK_START.match(following)
        and not _LABEL.match(following)
        and _OPEN_END.match(following.lstrip()[0]) is not None
    )


def _syllables(text: str) -> int:
    """How many readings stand in ``text``; 0 when something else does."""
    words = [word for word in re.split(r"[ '’]+", text.translate(_TONES)) if word]
    count = 0
    for word in words:
        found = re.fullmatch(rf"(?:{_SYLLABLE}[1-5]?)+", word)
        if not found:
            return 0
        count += max(1, len(words) > 1 or len(re.findall(rf"{_SYLLABLE}[1-5]?", word)))
    return count


def _lines(text: str) -> list[tuple[int, str]]:
    """Every line with the place where it starts."""
    found, start = [], 0
    for line in text.split("\n"):
        found.append((start, line))
        start += len(line) + 1
    return found


def _apply(text: str, changes: list[Change]) -> tuple[str, tuple[Place, ...]]:
    parts: list[str] = []
    places: list[Place] = []
    position = length = 0
    for start, end, instead in changes:
        parts += [text[position:start], instead]
        length += start - position
        places.append(Place(start, end, length, length + len(instead)))
        length += len(instead)
        position = end
    return "".join([*parts, text[position:]]), tuple(places)


def _repair(code: RepairCode, field: str, text: str, changes: list[Change]) -> Repair:
    after, places = _apply(text, changes)
    return Repair(code, field, text, after, places)
