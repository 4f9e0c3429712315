"""What somebody searches for, where it is found, and a little of the text around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from review_app.model.search.fold import fold
from review_app.model.value import Value

WORDS = 12
"""Words of one search at most; what is typed beyond them is left out."""
LONGEST = 200
"""Characters of a word at most."""
AROUND = 30
"""Characters shown around a hit."""
_PHRASE = re.compile(r'"([^"]*)"|＂([^＂]*)＂|“([^”]*)”|「([^」]*)」|『([^』]*)』')
# A comma within a number belongs to it.
_BETWEEN = re.compile(r'[\s，。、；：！？（）【】〔〕《》〈〉“”「」『』＂…";]+|,(?!\d)|(?<!\d),')


def split_query(query: str) -> list[str]:
    """The words of a query, folded, in the order typed and each once.

    Spaces and Chinese punctuation part words; what stands in quotation marks is one phrase, its spaces kept as one.
    An unfinished quotation counts as words.  At most :data:`WORDS`.
    """
    found: list[str] = []
    place = 0
    for phrase in _PHRASE.finditer(query):
        found += _BETWEEN.split(query[place : phrase.start()])
        found.append(" ".join(next(part for part in phrase.groups() if part is not None).split()))
        place = phrase.end()
    found += _BETWEEN.split(query[place:])
    folded = (fold(word[:LONGEST]).strip() for word in found)
    return list(dict.fromkeys(word for word in folded if word))[:WORDS]


def hits(folded_text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where any of the folded ``words`` stands in a folded text: start and end, in order, overlapping ones as one."""
    spans: list[tuple[int, int]] = []
    for word in words:
        start = folded_text.find(word)
        while start >= 0 and word:
            spans.append((start, start + len(word)))
            start = folded_text.find(word, start + len(word))
    spans.sort()
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


class Snippet(Value, frozen=True):
    """A piece of text on one line, and where in it the hits are (start and end)."""

    text: str
    marks: tuple[tuple[int, int], ...]


def snippet(
    text: str, folded_text: str, words: Sequence[str], around: int = AROUND, before: int | None = None
) -> Snippet | None:
    """The place where most of the words stand together, with ``around`` characters on both sides (``before`` of them
    ahead of it, if given); None without a hit.

    White space shows as one space each; what is left out before or after shows as an ellipsis."""
    best = _densest(folded_text, words, around)
    if best is None:
        return None
    start, end = _widened(text, *best, around if before is None else before, around)
    left_out, more = "…" if start > 0 else "", "…" if end < len(text) else ""
    shown = left_out + re.sub(r"\s", " ", text[start:end]) + more
    marks = hits(folded_text[start:end], words)
    return Snippet(shown, tuple((first + len(left_out), last + len(left_out)) for first, last in marks))


def _densest(folded_text: str, words: Sequence[str], around: int) -> tuple[int, int] | None:
    """The first hit with the greatest number of different words near it; looks at the first places only."""
    best: tuple[int, int] | None = None
    most = 0
    for word in words:
        start = folded_text.find(word)
        for _ in range(20):
            if start < 0:
                break
            near = folded_text[start : start + len(word) + around]
            different = sum(other in near for other in words)
            if different > most:
                most, best = different, (start, start + len(word))
            start = folded_text.find(word, start + len(word))
        if most == len(words):
            break
    return best


def _widened(text: str, start: int, end: int, before: int, after: int) -> tuple[int, int]:
    """The span with its surroundings, which end at a sentence or line where one begins or ends near."""
    low, high = max(0, start - before), min(len(text), end + after)
    sentence = max(text.rfind(mark, low, start) for mark in "\n。！？；")
    if sentence >= 0:
        low = sentence + 1
    line = text.find("\n", end, high)
    if line >= 0:
        high = line
    while low < start and text[low].isspace():
        low += 1
    while high > end and text[high - 1].isspace():
        high -= 1
    return low, high
