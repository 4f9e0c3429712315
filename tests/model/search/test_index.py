"""Texts in memory: which cases are found, in which order, and what is said of the place."""

from __future__ import annotations

import pytest

from review_app.model.search.index import FoldedText, Found, SearchIndex
from review_app.model.search.places import DOSSIER, FACTS, TITLE
from review_app.model.search.words import split_query


@pytest.fixture
def index() -> SearchIndex:
    made = SearchIndex()
    made.add_case("c", 1, "杭州智慧交通", "浙江 · 交通\n杭州市公安局")
    made.add_case("a", 2, "社區養老服務", "台北")
    made.add_case("b", 12, "校园供水", "2012")
    made.add("c", DOSSIER, "路口的信号灯会自己配时。\n智能交通信号降低了拥堵。")
    made.add("a", DOSSIER, "長者食堂，交通接送；養老。")
    made.add("a", "files/1.pdf", "年度報告：養老床位 12 張")
    return made


def ids(found: list[Found]) -> list[str]:
    return [one.case_id for one in found]


def test_every_word_must_be_somewhere_in_the_case(index: SearchIndex) -> None:
    assert ids(index.search(split_query("交通"))) == ["c", "a"]
    assert ids(index.search(split_query("交通 养老"))) == ["a"]
    assert ids(index.search(split_query("养老 床位"))) == ["a"]  # in two pieces
    assert index.search(split_query("交通 供水")) == []
    assert index.search([]) == []


def test_titles_come_first_and_reading_order_holds_otherwise(index: SearchIndex) -> None:
    index.add("c", DOSSIER, "附近有养老院和供水厂")
    assert ids(index.search(split_query("养老"))) == ["a", "c"]
    assert ids(index.search(split_query("供水"))) == ["b", "c"]


def test_pieces_that_have_any_of_the_words_are_named_in_order(index: SearchIndex) -> None:
    (found,) = index.search(split_query("養老 床位"))
    assert found == Found("a", False, False, (TITLE, DOSSIER, "files/1.pdf"))
    (found,) = index.search(split_query("公安局"))
    assert found.pieces == (FACTS,)


def test_simplified_finds_traditional_and_the_other_way_round(index: SearchIndex) -> None:
    assert ids(index.search(split_query("社区"))) == ids(index.search(split_query("社區"))) == ["a"]
    assert ids(index.search(split_query("號燈"))) == ids(index.search(split_query("号灯"))) == ["c"]


def test_a_case_is_found_by_its_number_first(index: SearchIndex) -> None:
    assert ids(index.search(split_query("12"))) == ["b", "a"]
    assert ids(index.search(split_query("０１２"))) == ["b"]
    assert ids(index.search(split_query("1"))) == ["c", "a", "b"]
    assert ids(index.search(split_query("12 供水"))) == ["b"]
    assert index.search(split_query("12 交通 杭州")) == []


def test_hits_are_counted_and_shown(index: SearchIndex) -> None:
    assert index.count("c", DOSSIER, ["信号"]) == 2
    assert index.count("c", DOSSIER, ["信号", "号灯", "智能"]) == 3
    assert index.count("c", "files/none.pdf", ["信号"]) == 0
    shown = index.snippet("c", DOSSIER, ["智能"])
    assert shown is not None
    assert (shown.text, shown.marks) == ("…智能交通信号降低了拥堵。", ((1, 3),))
    assert index.snippet("c", TITLE, ["信号"]) is None


def test_a_text_added_again_takes_the_place_of_the_first(index: SearchIndex) -> None:
    before = index.characters
    index.add("b", DOSSIER, FoldedText.of("净水器"))
    index.add("b", DOSSIER, FoldedText.of("滤芯"))
    assert index.characters == before + 2
    assert index.search(["净水"]) == []
    assert ids(index.search(["滤芯"])) == ["b"]
    with pytest.raises(KeyError):
        index.add("unknown", DOSSIER, "")


def test_a_text_that_folds_to_itself_is_kept_once() -> None:
    plain, other = FoldedText.of("信号灯"), FoldedText.of("信號燈")
    assert plain.folded is plain.text
    assert (other.text, other.folded) == ("信號燈", "信号灯")
