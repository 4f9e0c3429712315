"""How text is compared when it is searched: without case, width, accents and the two ways of writing Chinese.

Every character becomes exactly one, so a place found in the folded text is the same place in the text.  Characters
are Python's (code points); who counts in UTF-16, as Qt does, has to translate places beyond U+FFFF.

What one character can't hold is given up: characters whose lower-case or compatibility form is longer than one (ß,
ﬁ, ㎡…) stay as they are, so they are found by themselves and not by "ss" or "fi".  Where simplifying Chinese joins
characters (後 and 后, 乾 and 幹 and 干, 裡 and 里) they are all taken for the simplified one: a search finds a little
more rather than less.  The groups come from OpenCC and Unicode (assets/search/NOTICE.txt).
"""

from __future__ import annotations

import unicodedata
from functools import cache

from review_app.model.files import asset_path

_ABOVE = 200
"""Least combining class of marks that sit on or under a whole letter: accents.  Those of other scripts are letters."""
_ALIKE = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    **dict.fromkeys("\u2018\u2019\u201b\u02bc", "'"),
    **dict.fromkeys("\u201c\u201d\u201e", '"'),
}


class _Table(dict[int, int]):
    """Code points to code points, found out one by one as they are met: most texts use a few thousand."""

    def __missing__(self, code: int) -> int:
        folded = ord(_fold_one(chr(code)))
        self[code] = folded
        return folded


_TABLE = _Table()


def fold(text: str) -> str:
    """``text`` as it is compared; of the same length, and unchanged when it is folded again.

    About 40 ns a character in one call that lets no other thread run: a long text is for :func:`fold_long`.
    """
    return text.translate(_TABLE)


def fold_long(text: str, piece: int = 50_000) -> str:
    """:func:`fold` in pieces of a few milliseconds, for a thread beside a window."""
    return "".join(fold(text[start : start + piece]) for start in range(0, len(text), piece))


@cache
def _variants() -> dict[str, str]:
    lines = asset_path("search/variants.txt").read_text(encoding="utf-8").splitlines()
    return {member: line[0] for line in lines if not line.startswith("#") for member in line[1:]}


def _fold_one(character: str) -> str:
    if character.isspace():
        return " "
    while (step := _step(character)) != character:
        character = step
    return character


def _step(character: str) -> str:
    """One of the changes; repeated, they come to an end, as each leads to a simpler form of the same character."""
    for changed in (
        _ALIKE.get(character, character),
        unicodedata.normalize("NFKC", character),
        _small(character),
        _bare(character),
        _variants().get(character, character),
    ):
        if len(changed) == 1 and changed != character:
            return changed
    return character


def _small(character: str) -> str:
    """A letter without its case.  Python's two ways disagree for Cherokee, so one is taken and stayed with."""
    folded = character.casefold()
    return folded if len(folded) == 1 else character.lower()


def _bare(character: str) -> str:
    """A letter without its accents."""
    parts = unicodedata.normalize("NFD", character)
    return parts[0] if all(unicodedata.combining(mark) >= _ABOVE for mark in parts[1:]) else character
