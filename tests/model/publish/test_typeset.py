"""Lines: nothing lost, nothing too wide, no mark where none may stand, marks and gaps where they belong."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review_app.model.publish.typeset import NOT_AT_END, NOT_AT_START, Line, Span, Typesetter, tidy


def advance(text: str) -> float:
    """Widths like the bundled faces': Han and full-width marks an em, Latin about half."""
    return sum(0.25 if each == " " else 0.55 if ord(each) < 0x2000 else 1.0 for each in text)


SETTER = Typesetter(advance)
HAN = "示例市数据统筹局案网络理政创新"
texts = st.lists(
    st.one_of(
        st.text(HAN, min_size=2, max_size=9),
        st.sampled_from(
            ["，", "。", "、", "：", "——", "……", "“示例”", "（示例）", "《示例》", "”", "（", "？！"]
        ),
        st.sampled_from([" AI ", "12345", " Open Data, ", "e-Gov ", "2026", "(DGL)", " it’s ", "50%"]),
    ),
    min_size=1,
    max_size=30,
).map("".join)
measures = st.floats(10, 40)


def set_lines(text: str, measure: float, **options: bool) -> list[Line]:
    return SETTER.lines([Span(text)], 1.0, measure, **options)


@given(texts, measures, st.booleans(), st.booleans())
def test_nothing_is_lost_and_no_line_is_too_wide(
    text: str, measure: float, balanced: bool, justified: bool
) -> None:
    lines = set_lines(text, measure, balanced=balanced, justified=justified)
    assert "".join(line.text for line in lines) == "".join(text.split())
    for line in lines:
        assert line.width <= measure + 1e-6
        assert [part.x for part in line.parts] == sorted(part.x for part in line.parts)


def unbreakable(text: str) -> float:
    """Width of the longest stretch that the rules keep together, gaps and all, at most."""
    longest = width = 0.0
    for left, right in zip(" " + text, text + " ", strict=True):
        keeps = right in NOT_AT_START or left in NOT_AT_END or (left.isascii() and right.isascii())
        width = width + advance(right) + 0.25 if keeps else advance(right)
        longest = max(longest, width)
    return longest


@given(texts, measures, st.booleans())
def test_no_line_starts_with_a_closing_mark_or_ends_with_an_opening_one(
    text: str, measure: float, balanced: bool
) -> None:
    text = tidy(text)
    lines = set_lines(text, measure, balanced=balanced)
    if unbreakable(text) > measure:  # then some line has to
        return
    for line, following in pairwise(lines):
        assert following.text[0] not in NOT_AT_START, [each.text for each in lines]
        assert line.text[-1] not in NOT_AT_END, [each.text for each in lines]


def test_the_rules_change_the_lines() -> None:
    # greedy filling would start the second line with the comma
    closing = set_lines("示例市数据统筹局示例，市数据统筹", 10)
    assert [line.text for line in closing] == ["示例市数据统筹局示", "例，市数据统筹"]
    opening = set_lines("示例市数据统筹局示（例市）数据统", 10)
    assert [line.text for line in opening] == ["示例市数据统筹局示", "（例市）数据统"]


def test_a_blank_half_hangs_over_at_the_end_of_a_line() -> None:
    assert [line.text for line in set_lines("示例市数据统筹局例。示例市", 9.5)] == [
        "示例市数据统筹局例。",
        "示例市",
    ]
    assert set_lines("示例。", 10)[0].width == pytest.approx(2.5)


def test_adjacent_marks_share_their_blank() -> None:
    assert set_lines("“示例”，示", 20)[0].width == pytest.approx(6 - 0.5)
    assert set_lines("示）（例", 20)[0].width == pytest.approx(4 - 0.5)
    assert set_lines("示（“例", 20)[0].width == pytest.approx(4 - 0.5)
    assert set_lines("示（）例", 20)[0].width == pytest.approx(4)


def test_han_and_latin_stand_a_little_apart_and_spaces_do_not_add_up() -> None:
    assert set_lines("示AI例", 20)[0].width == pytest.approx(2 + 1.1 + 2 * 0.16)
    assert set_lines("示  AI 例", 20)[0].width == pytest.approx(2 + 1.1 + 2 * 0.25)


def test_words_stay_whole_unless_they_are_longer_than_a_line() -> None:
    assert [line.text for line in set_lines("示例市Governance示例", 8)] == ["示例市", "Governance示例"]
    assert [line.text for line in set_lines("Governance", 2.5)] == ["Gove", "rnan", "ce"]


def test_english_quotation_marks_are_narrow_chinese_ones_full() -> None:
    narrow = set_lines("the “case” it’s", 40)[0].width
    assert narrow == pytest.approx(advance("the case its") + 2 * 0.45 + 0.28)
    assert set_lines("案例“AI”，", 40)[0].width == pytest.approx(2 + 1 + 1.1 + 1 + 0.5 - 0.5)


def test_a_single_character_is_not_left_alone_on_the_last_line() -> None:
    lines = set_lines(HAN[:10] + HAN[:10] + "新", 10.0)
    assert [len(line.text) for line in lines] == [9, 9, 3]


@pytest.mark.parametrize("measure", [each / 2 for each in range(20, 60)])
def test_what_stands_out_is_not_torn_after_its_first_or_before_its_last_character(measure: float) -> None:
    words = ("Your case “12345” was selected for ", "网络理政十大创新案例", ", 2026, after open nomination.")
    lines = SETTER.lines([Span(words[0]), Span(words[1], strong=True), Span(words[2])], 1.0, measure)
    lengths = [sum(len(part.text) for part in line.parts if part.strong) for line in lines]
    assert sum(lengths) == 10 and 1 not in lengths


def test_balanced_lines_are_about_equal_and_rather_end_at_a_mark() -> None:
    assert [len(line.text) for line in set_lines("示例市数据统筹局案网络理政", 12, balanced=True)] == [7, 6]
    lines = set_lines("示例市数据统筹局（例市数据统筹局创新中心）", 14, balanced=True)
    assert [line.text for line in lines] == ["示例市数据统筹局", "（例市数据统筹局创新中心）"]


def test_justified_lines_end_together_but_for_the_last() -> None:
    text = "示例市数据，统筹局案。网络理政创新示例市，数据统筹局案网络理政创新示例。" * 2
    lines = set_lines(text, 15.3, justified=True)
    assert len(lines) > 3
    assert [line.width for line in lines[:-1]] == pytest.approx([15.3] * (len(lines) - 1))


def test_indent_and_strong_parts() -> None:
    lines = SETTER.lines([Span("示例"), Span("案例", True), Span("。")], 10.0, 200.0, indent=2.0)
    assert [(part.x, part.text, part.strong) for part in lines[0].parts] == [
        (20.0, "示例", False),
        (40.0, "案例", True),
        (60.0, "。", False),
    ]


def test_empty_text_has_no_lines() -> None:
    assert SETTER.lines([Span(" \n ")], 10.0, 100.0) == []
