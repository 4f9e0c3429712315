"""The order of Chinese names by pinyin, as lists without ranks have it."""

from __future__ import annotations

from collections.abc import Sequence

from review_app.model.publish.typeset import tidy
from review_app.model.workspace.standing import CaseLine

Key = list[tuple[int, str, str, str]]


def pinyin_key(text: str) -> Key:
    """Syllable by syllable, then the tone, then the character; figures and Latin letters come before Chinese.

    Characters with several readings are read by the words they stand in, as pypinyin's dictionary has them.
    """
    from pypinyin import Style, lazy_pinyin  # its dictionary takes a moment

    plain = tidy(text).casefold()
    key: Key = []
    # What has no reading is kept character by character, so that there is one entry for each.
    read = lazy_pinyin(plain, style=Style.TONE3, neutral_tone_with_five=True, errors=list)  # type: ignore[arg-type]  # its stub forgets lists
    for character, syllable in zip(plain, read, strict=True):
        if syllable == character:
            key.append((0, character, "", character))
        else:
            key.append((1, syllable.rstrip("12345"), syllable[-1:], character))
    return key


def by_pinyin(lines: Sequence[CaseLine]) -> list[CaseLine]:
    """Cases in the order of their titles by pinyin; of equal titles the one with the smaller id first."""
    return sorted(lines, key=lambda line: (pinyin_key(line.case.title), line.case.id))
