"""Why equal scores stand in their order: against the definition read aloud, and what tells near scores apart."""

from __future__ import annotations

import hashlib
from fractions import Fraction
from itertools import pairwise
from typing import get_args

import hypothesis.strategies as st
import msgspec
import pytest
from hypothesis import given, settings

from review_app.model.publish.tie_words import both_words, line_words, step_words
from review_app.model.publish.wording import Wording
from review_app.model.result.count import RankingLine
from review_app.model.result.ranking import RankedCase, exact_text, rank
from review_app.model.result.ties import How, Step, apart, beside, stated_steps, steps
from review_app.model.rubric import CountingRule
from review_app.texts import Language
from tests.model.result.oracle import Sheets, counted, cube_of, ids, rubric_of

MEAN = CountingRule("mean", 0, [], 2, 1, 1, False, "full", "")
SEED = b"s" * 32


@st.composite
def panels(draw: st.DrawFn) -> tuple[Sheets, int, int]:
    """Few sheets on a short scale: most scores have their equals."""
    cases, criteria = draw(st.integers(2, 6)), draw(st.integers(1, 3))
    row = st.lists(st.integers(1, 2), min_size=criteria, max_size=criteria)
    cell = st.one_of(st.none(), row, row, row)
    sheet = st.lists(cell, min_size=cases, max_size=cases)
    return draw(st.lists(sheet, min_size=1, max_size=4)), cases, criteria


@settings(max_examples=500)
@given(panels(), st.permutations(["k0", "k1", "k2"]), st.sampled_from(["shared", "lot"]), st.booleans())
def test_each_step_is_what_the_definition_says(
    panel: tuple[Sheets, int, int], order: list[str], last: str, known: bool
) -> None:
    sheets, cases, criteria = panel
    ties = [name for name in order if int(name[1:]) < criteria][:2]
    rule = msgspec.structs.replace(MEAN, ties=ties, last_tie=last)
    weights, seed = ["1"] * criteria, SEED if known else None
    found = steps(rank(cube_of(sheets, cases, criteria), rubric_of(weights), rule, (), seed), rule)
    lines = [line for line in counted(sheets, cases, weights, rule, (), seed) if line[1] is not None]
    expected = []
    for (upper, up, high, *_), (lower, down, low, *_) in pairwise(lines):
        if high != low:
            continue
        step, equal = None, []
        for name in ties:
            mine, other = (mean_of(sheets, case, int(name[1:])) for case in (upper, lower))
            if mine != other:
                assert mine > other
                step = (upper, lower, up, down, "criterion", tuple(equal), name, (mine, other))
                break
            equal.append(name)
        if step is None:
            if last == "lot" and known:
                lots = [hashlib.sha256(SEED + b"\0lot\0" + case.encode()).digest() for case in (upper, lower)]
                assert lots[0] < lots[1]
                how = "lot"
            else:
                assert up == down
                how = "undrawn" if last == "lot" else "shared"
            step = (upper, lower, up, down, how, tuple(equal), "", None)
        expected.append(step)
    assert [
        (s.upper, s.lower, s.upper_rank, s.lower_rank, s.how, s.equal, s.criterion, s.means) for s in found
    ] == expected


def mean_of(sheets: Sheets, case: str, criterion: int) -> Fraction:
    """The mean by one criterion over all sheets that scored the case."""
    given = [row[criterion] for sheet in sheets if (row := sheet[ids(9).index(case)]) is not None]
    return Fraction(sum(given), len(given))


@given(st.lists(st.one_of(st.none(), st.fractions(0, 50, max_denominator=2000)), max_size=8))
def test_what_differs_looks_different_and_nothing_longer_than_it_must(values: list[Fraction | None]) -> None:
    shown = apart(values)
    for value, text in zip(values, shown, strict=True):
        assert (text == "") == (value is None)
        others = [other for other in values if other is not None and other != value]
        if value is None:
            continue
        places = len(text.partition(".")[2])
        assert 2 <= places <= 6
        assert abs(Fraction(text) - value) <= Fraction(1, 2 * 10**places)
        if places < 6:
            assert all(round_up(other, places) != text for other in others)
        if places > 2:
            assert any(round_up(other, places - 1) == round_up(value, places - 1) for other in others)


def round_up(value: Fraction, places: int) -> str:
    """Half up, as people do."""
    units = int(value * 10**places + Fraction(1, 2))
    return f"{units // 10**places}.{units % 10**places:0{places}d}"


def line(case: str, place: int, score: Fraction, *means: Fraction, drawn: bool = False) -> RankedCase:
    return RankedCase(case, place, score, 3, 3, means, drawn)


def test_scores_that_only_look_equal_are_told_apart_or_said_to_be_different() -> None:
    rule = msgspec.structs.replace(MEAN, ties=["k0"])
    high, low = Fraction(38400001, 1000000), Fraction(384, 10)
    ranking = [line("a", 1, high, Fraction(1)), line("b", 2, low, Fraction(9))]
    assert apart([high, low]) == ["38.400001", "38.400000"]
    assert steps(ranking, rule) == []
    nearer = [line("a", 1, low + Fraction(1, 10**9), Fraction(1)), line("b", 2, low, Fraction(9))]
    assert [step.how for step in steps(nearer, rule)] == ["near"]
    words = Wording("common", "zh")
    (step,) = steps(nearer, rule)
    assert line_words(None, step, rubric_of(["1"]), words) == "比第 2 名高出不到 0.000001 分，并非得分相同"
    assert line_words(step, None, rubric_of(["1"]), words) == ""


def test_the_sentences_name_the_criterion_and_both_means() -> None:
    rubric, words = rubric_of(["1", "1"]), Wording("common", "zh")
    rule = msgspec.structs.replace(MEAN, ties=["k1", "k0"])
    score = Fraction(40)
    ranking = [
        line("a", 1, score, Fraction(101, 12), Fraction(1)),
        line("b", 2, score, Fraction(49, 6), Fraction(8)),
        line("c", 3, score, Fraction(49, 6), Fraction(7)),
        line("d", 3, score, Fraction(49, 6), Fraction(7)),
    ]
    above, below = beside(steps(ranking, rule))
    said = [line_words(above.get(x.case_id), below.get(x.case_id), rubric, words) for x in ranking]
    assert said == [
        "与第 2 名得分相同，按k1平均分（8.42 高于 8.17）排在前面",
        "与第 3 名得分相同，k1的平均分也相同，按k0平均分（8.00 高于 7.00）排在前面",
        "得分相同，k1、k0的平均分也相同，名次并列",
        "得分相同，k1、k0的平均分也相同，名次并列",
    ]
    assert (
        both_words(above["b"], below["b"], rubric, words)[0]
        == "与第 1 名得分相同，按k1平均分（8.17 低于 8.42）排在后面"
    )
    assert step_words(below["a"], rubric, words, means=False) == "与第 2 名得分相同，按条款的规则排在前面"


@pytest.mark.parametrize("how", get_args(How))
@pytest.mark.parametrize("equal", [(), ("k0",)])
def test_everything_that_can_decide_has_its_words(how: How, equal: tuple[str, ...]) -> None:
    means = (Fraction(8), Fraction(7)) if how == "criterion" else None
    step = Step("a", "b", 3, 4, how, equal, "k1" if means else "", means)
    languages: tuple[Language, ...] = ("zh", "en")
    for language in languages:
        for down in (True, False):
            for shown in (True, False):
                text = step_words(
                    step, rubric_of(["1", "1"]), Wording("common", language), down=down, means=shown
                )
                assert text
                assert shown or not any(each in text for each in ("k0", "k1", "8.00", "7.00"))


def test_stated_lines_alone_show_that_a_rank_is_shared_but_not_what_decided() -> None:
    scores = [Fraction(40), Fraction(40), Fraction(40), Fraction(39), None]
    ranks = [1, 2, 2, 4, 0]
    lines = [
        RankingLine(f"case-{n}", place, exact_text(score) if score else "", 3, 3, drawn=False)
        for n, (place, score) in enumerate(zip(ranks, scores, strict=True))
    ]
    assert [(step.upper, step.lower, step.how) for step in stated_steps(lines, scores)] == [
        ("case-0", "case-1", "rule"),
        ("case-1", "case-2", "shared"),
    ]
