"""What is hidden, blank, or another spelling is the same to the page and to the program, character by character."""

from __future__ import annotations

import unicodedata

from review_app.model import text
from review_app.model.crypto.base32 import canonical as meant_symbols
from tests.page.modules import ask

SURROGATES = range(0xD800, 0xE000)


def test_every_character_is_the_same_to_both() -> None:
    pieces = [(start, min(start + 0x10000, 0x110000)) for start in range(0, 0x110000, 0x10000)]
    asked = [(a, b) for a, b in [(0, 0xD800), (0xE000, 0x10000), *pieces[1:]]]
    for (start, end), answer in zip(asked, ask([["shows", start, end] for start, end in asked]), strict=True):
        mine = "".join(_marks(chr(place)) for place in range(start, end))
        assert answer["answer"] == mine


def _marks(one: str) -> str:
    controls = text.visible(one) != one
    return str(4 * controls + 2 * (text.without_hidden(one) == "") + (meant_symbols(one) == ""))


def test_the_ranges_hold_what_this_unicode_calls_hidden() -> None:
    named = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
    for place in range(0x110000):
        one = chr(place)
        category = unicodedata.category(one)
        shown_otherwise = text.visible(one) != one
        assert shown_otherwise == (category in named) or (category == "Cn" and shown_otherwise), hex(place)
        assert text.without_hidden(one) == "" or not one.isspace() or one == " ", hex(place)


def test_spellings_are_the_same_to_both() -> None:
    good = ["03 09 17", "双色球第 2026134 期：02 07 + 08", "１２ ３４", "\u00e9", "0" * 500]
    bad = [
        "",
        " ",
        " 1",
        "1 ",
        "1  2",
        "e\u0301",
        "1\u200b",
        "1\u3164",
        "1\u3000" + "2",
        "1\n2",
        "\t1",
        "1\xa0" + "2",
    ]
    bad += ["\u2126", "0" * 501, "1\ufe0f", "1\U000e0101", "\u115f", "\u2800", "\x1c", "\x85", "a\u202eb"]
    (answer,) = ask([["spelling", [*good, *bad]]])
    for one, found in zip([*good, *bad], answer["answer"], strict=True):
        mine = [text.in_one_spelling(one), text.is_blank(one), text.is_reason(one), text.visible(one, 40)]
        assert found == mine, ascii(one)
    assert [text.in_one_spelling(one) for one in [*good, *bad]] == [True] * len(good) + [False] * len(bad)


def test_what_is_typed_is_put_into_the_one_spelling_or_stays_what_it_is() -> None:
    assert text.one_spelling("  03\u3000\u300009\xa017 \n") == "03 09 17"
    assert text.one_spelling("e\u0301") == "\u00e9"
    for bad in ("03\u200b09", "03\n09", "03\u3164", "\u202e03"):
        assert not text.in_one_spelling(text.one_spelling(bad))
