"""What a setter has to know of the world's scripts: what stays together, what runs leftwards, what needs shaping."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

TSHEG = "\u0f0b"
"""The mark after a Tibetan syllable; a line may end after it."""
_JOINER = "\u200d"
_COMPLEX = (
    (0x0590, 0x08FF),  # Hebrew, Arabic (Uyghur, Kazakh), Syriac, Thaana, N'Ko
    (0x0900, 0x109F),  # the scripts of India, Thai, Lao, Tibetan, Myanmar
    (0x1780, 0x18AF),  # Khmer, Mongolian
    (0x1900, 0x1AAF),  # Limbu, Tai Le, New Tai Lue, Tai Tham
    (0x1B00, 0x1CFF),
    (0xA840, 0xA9FF),  # Phags-pa and others
    (0xAA60, 0xABFF),
    (0xFB1D, 0xFDFF),
    (0xFE70, 0xFEFE),
    (0x10A00, 0x11FFF),
    (0x1E900, 0x1E95F),
)
_UYGHUR = frozenset("ەېۆۈۇۋڭ")


@lru_cache(maxsize=4096)
def ignorable(character: str) -> bool:
    """Whether ``character`` draws nothing by itself: joiners, the choice between text and picture of an emoji."""
    return character in "\u200b\u200c\u200d\u2060\ufe0e\ufe0f" or 0xE0020 <= ord(character) <= 0xE007F


@lru_cache(maxsize=4096)
def complex_script(character: str) -> bool:
    """Whether ``character`` changes its form or its place by its neighbours, so that it has to be shaped."""
    code = ord(character)
    return code >= 0x300 and (
        any(first <= code <= last for first, last in _COMPLEX)
        or character == _JOINER
        or unicodedata.category(character) in ("Mn", "Mc", "Me")
    )


@lru_cache(maxsize=4096)
def leftwards(character: str) -> bool:
    """Whether ``character`` belongs to a script that runs from right to left."""
    return ord(character) >= 0x590 and unicodedata.bidirectional(character) in ("R", "AL")


@lru_cache(maxsize=4096)
def extends(character: str) -> bool:
    """Whether ``character`` belongs to the one before it: a mark, a joiner, the tone of an emoji."""
    code = ord(character)
    return code >= 0x300 and (
        unicodedata.category(character) in ("Mn", "Mc", "Me")
        or ignorable(character)
        or 0x1F3FB <= code <= 0x1F3FF
        or 0xE0100 <= code <= 0xE01EF
    )


def cluster_end(text: str, start: int) -> int:
    """Where the character that a reader sees at ``start`` ends: marks, joined emoji and pairs of flag letters stay
    together."""
    end = start + 1
    if _flag(text[start]) and end < len(text) and _flag(text[end]):
        return end + 1
    while end < len(text) and (extends(text[end]) or text[end - 1] == _JOINER):
        end += 1
    return end


def _flag(character: str) -> bool:
    return 0x1F1E6 <= ord(character) <= 0x1F1FF


def clusters(text: str) -> list[str]:
    """``text`` cut into what a reader takes for one character each."""
    found, start = [], 0
    while start < len(text):
        end = cluster_end(text, start)
        found.append(text[start:end])
        start = end
    return found


def language_of(text: str) -> str:
    """The language whose forms of the letters are meant, as BCP 47: by the letters themselves."""
    if _UYGHUR.intersection(text):
        return "ug"
    return "bo" if any("\u0f00" <= each <= "\u0fff" for each in text) else "und"
