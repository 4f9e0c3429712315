"""What a query asks for, where it is found, and what is shown of the place."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review_app.model.search.fold import fold
from review_app.model.search.words import WORDS, hits, snippet, split_query


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", []),
        ("  \u3000 ", []),
        ("智能交通", ["智能交通"]),
        ("智能 交通\u3000信号", ["智能", "交通", "信号"]),
        ("智能，交通、信号；路口。", ["智能", "交通", "信号", "路口"]),
        ("《年度报告》（全文）", ["年度报告", "全文"]),
        ("“智能 交通” 杭州", ["智能 交通", "杭州"]),
        ('"smart  city" X', ["smart city", "x"]),
        ("「信號 燈」", ["信号 灯"]),
        ('"unfinished one', ["unfinished", "one"]),
        ('""', []),
        ("水 水 水", ["水"]),
        ("號 号", ["号"]),
        ("1,000 a,b 12.5% 10:30 C++ R&D", ["1,000", "a", "b", "12.5%", "10:30", "c++", "r&d"]),
        ("ＡＩ", ["ai"]),
    ],
)
def test_splitting(query: str, words: list[str]) -> None:
    assert split_query(query) == words


@given(st.text())
def test_any_query_gives_folded_words(query: str) -> None:
    words = split_query(query)
    assert len(words) <= WORDS
    assert all(word and fold(word) == word and word.strip() == word for word in words)


def test_overlapping_hits_are_one_and_neighbours_stay_two() -> None:
    assert hits("智能交通信号", ["能交", "交通"]) == [(1, 4)]
    assert hits("智能交通", ["交通", "智能"]) == [(0, 2), (2, 4)]
    assert hits("aaaa", ["a"]) == [(0, 1), (1, 2), (2, 3), (3, 4)]
    assert hits("aaa", ["aa"]) == [(0, 2)]
    assert hits("abc", ["x"]) == [] == hits("abc", [])


@given(st.text("ab ", max_size=40), st.lists(st.text("ab", min_size=1, max_size=3), max_size=4))
def test_hits_against_the_slow_way(text: str, words: list[str]) -> None:
    spans = hits(text, words)
    assert spans == sorted(spans)
    assert all(start < end for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert bool(spans) == any(word in text for word in words)
    assert all(any(word in text[start:end] for word in words) for start, end in spans)


def marked(text: str, words: list[str], around: int = 30) -> str:
    """A snippet with its hits in brackets."""
    found = snippet(text, fold(text), words, around)
    assert found is not None
    shown = found.text
    for start, end in reversed(found.marks):
        shown = f"{shown[:start]}[{shown[start:end]}]{shown[end:]}"
    return shown


def test_a_snippet_shows_the_hit_as_it_is_written() -> None:
    assert marked("甲" * 50 + "智慧交通號誌" + "乙" * 50, ["交通号"], 5) == "…甲甲甲智慧[交通號]誌乙乙乙乙…"


def test_a_snippet_starts_with_its_sentence_and_ends_with_its_line() -> None:
    text = "第一句。杭州的智能交通。\n下一段"
    assert marked(text, ["智能"]) == "…杭州的[智能]交通。…"
    assert marked("智能", ["智能"]) == "[智能]"


def test_a_snippet_is_where_the_words_stand_together() -> None:
    text = "交通很多。" + "字" * 100 + "这里有智能的交通信号。" + "字" * 100
    assert marked(text, ["交通", "智能"], 12).strip("…字").startswith("这里有[智能]的[交通]信号。")


def test_no_hit_no_snippet() -> None:
    assert snippet("甲乙", "甲乙", ["丙"]) is None
