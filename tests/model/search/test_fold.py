"""Folding keeps places, is stable, and takes the ways of writing a word for one."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review_app.model.files import asset_path
from review_app.model.search.fold import fold, fold_long

ANY = st.text(st.characters(exclude_categories=()))  # lone surrogates too


@given(ANY)
def test_one_character_for_one(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(ANY, ANY)
def test_a_text_is_folded_character_by_character(one: str, other: str) -> None:
    assert fold(one + other) == fold(one) + fold(other)


def test_every_character_there_is_ends_somewhere_and_stays_there() -> None:
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    folded = fold_long(everything)
    assert len(folded) == len(everything)
    assert fold_long(folded) == folded


def test_basic_characters_stay_basic() -> None:
    """One character beyond U+FFFF doubles the memory of the text around it.  Seven compatibility forms have only
    such characters."""
    basic = fold("".join(map(chr, range(0x10000))))
    assert sum(character > "\uffff" for character in basic) == 7


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("智慧交通號誌", "智慧交通号志"),
        ("臺灣檯燈颱風", "台湾台灯台风"),
        ("前後皇后", "前后皇后"),
        ("乾燥幹部干預", "干燥干部干预"),
        ("頭髮發展", "头发发展"),
        ("裡面裏面公里", "里面里面公里"),
        ("答覆重複複雜", "答复重复复杂"),
        ("瞭解", "了解"),
        ("憑藉", "凭借"),
        ("麵粉面積", "面粉面积"),
        ("鐘鍾", "钟钟"),
        ("群羣眾衆", "群群众众"),
        ("餘下", "余下"),
        ("於是", "于是"),
        ("什麼什麽", "什么什么"),
    ],
)
def test_traditional_and_simplified_are_one(traditional: str, simplified: str) -> None:
    assert fold(traditional) == fold(simplified)


@pytest.mark.parametrize(
    "simplified", ["后", "干", "发", "里", "长", "云", "广", "面", "台", "复", "杭州市民"]
)
def test_the_simplified_side_stands_for_both(simplified: str) -> None:
    assert fold(simplified) == simplified


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("ＡＢＣ１２３", "abc123"),
        ("（２０２４）：", "(2024):"),
        ("GovTech Straße", "govtech straße"),
        ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
        ("İstanbul", "istanbul"),
        ("Café Nǚ", "cafe nu"),
        ("ｶｽ", "カス"),
        ("a\u3000b\u00a0c\nd\te\u2029f", "a b c d e f"),
        ("2020–2024 “话” it’s", '2020-2024 "话" it\'s'),
        ("⻓⺠⾧⽤", "长民长用"),  # radicals, as PDF files give them
        ("①Ⅳ㈱ﬁ㎡", "1ⅳ㈱ﬁ㎡"),  # longer forms stay as they are
    ],
)
def test_width_case_accents_and_look_alikes(written: str, same: str) -> None:
    assert fold(written) == same


def test_different_words_stay_different() -> None:
    assert len({fold(word) for word in ("交通", "交道", "教育", "医疗", "医药", "水", "冰")}) == 7


def test_the_table_has_each_character_once_and_its_notice_beside_it() -> None:
    lines = asset_path("search/variants.txt").read_text(encoding="utf-8").splitlines()
    groups = [line for line in lines if not line.startswith("#")]
    members = "".join(groups)
    assert len(groups) > 3_000
    assert len(set(members)) == len(members)
    for name in ("NOTICE.txt", "LICENSE-OpenCC.txt", "LICENSE-Unicode.txt"):
        assert asset_path(f"search/{name}").stat().st_size > 500
