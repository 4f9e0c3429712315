"""The ranking against a naive oracle in exact arithmetic, and the corners of the rule one by one."""

from __future__ import annotations

import random
from fractions import Fraction

import hypothesis.strategies as st
import msgspec
from hypothesis import given, settings

from review_app.model.result.ranking import RankedCase, exact_text, rank, rounded_text, winners
from review_app.model.rubric import CountingRule, Rubric
from tests.model.result.oracle import Sheets, cube_of, ids, rubric_of


def rule_of(drop: int = 0, ties: tuple[str, ...] = (), count: int = 2, minimum: int = 1) -> CountingRule:
    return CountingRule(
        method="trimmed-mean" if drop else "mean",
        drop=drop,
        ties=list(ties),
        winners=count,
        minimum_scores=minimum,
        minimum_accepted=1,
        abstention=False,
        publication="full",
        seed_draw="",
    )


def ranked(
    sheets: Sheets, cases: int, rubric: Rubric, rule: CountingRule, out: tuple[str, ...] = ()
) -> list[RankedCase]:
    return rank(cube_of(sheets, cases, len(rubric.criteria)), rubric, rule, out)


def oracle(
    sheets: Sheets, cases: int, weights: list[str], drop: int, ties: list[int], minimum: int
) -> list[tuple[str, int | None, Fraction | None, int, int]]:
    """The rule read aloud: no arrays, no library, ranks by counting how many are better."""
    keys: dict[str, tuple[Fraction, ...]] = {}
    facts: dict[str, tuple[Fraction | None, int, int]] = {}
    for case, name in enumerate(ids(cases)):
        rows = [row for sheet in sheets if (row := sheet[case]) is not None]
        totals = sorted(
            sum((Fraction(w) * v for w, v in zip(weights, row, strict=True)), Fraction(0)) for row in rows
        )
        for _ in range(drop):
            totals = totals[1:-1] if len(totals) > 1 else []
        if len(rows) < minimum or not totals:
            facts[name] = (None, len(rows), 0)
            continue
        score = sum(totals, Fraction(0)) / len(totals)
        means = [Fraction(sum(row[k] for row in rows), len(rows)) for k in ties]
        keys[name] = (score, *means)
        facts[name] = (score, len(rows), len(totals))
    better = {name: 1 + sum(other > keys[name] for other in keys.values()) for name in keys}
    order = [
        name for place in sorted(set(better.values())) for name in ids(cases) if better.get(name) == place
    ]
    order += [name for name in ids(cases) if name not in better]
    return [(name, better.get(name), *facts[name]) for name in order]


@st.composite
def panels(draw: st.DrawFn) -> tuple[Sheets, int, list[str], int, list[int], int]:
    cases, criteria = draw(st.integers(1, 6)), draw(st.integers(1, 4))
    weight = st.sampled_from(["1", "2", "0.5", "0.1", "0.333333", "3"])
    weights = draw(st.lists(weight, min_size=criteria, max_size=criteria))
    row = st.lists(
        st.integers(1, 3), min_size=criteria, max_size=criteria
    )  # a short scale: ties are the rule
    sheet = st.lists(st.one_of(st.none(), row, row), min_size=cases, max_size=cases)
    sheets = draw(st.lists(sheet, max_size=7))
    drop = draw(st.integers(0, 2))
    ties = draw(st.lists(st.integers(0, criteria - 1), unique=True))
    return sheets, cases, weights, drop, ties, draw(st.integers(1, 3))


@settings(max_examples=200)
@given(panels())
def test_against_the_oracle(panel: tuple[Sheets, int, list[str], int, list[int], int]) -> None:
    sheets, cases, weights, drop, ties, minimum = panel
    rule = rule_of(drop, tuple(f"k{n}" for n in ties), minimum=minimum)
    found = ranked(sheets, cases, rubric_of(weights), rule)
    assert [(line.case_id, line.rank, line.score, line.sheets, line.used) for line in found] == oracle(
        sheets, cases, weights, drop, ties, minimum
    )
    assert winners(found, rule) == [
        line.case_id for line in found if line.rank is not None and line.rank <= 2
    ]


@settings(max_examples=50)
@given(panels(), st.randoms(use_true_random=False))
def test_the_order_of_sheets_is_nothing(
    panel: tuple[Sheets, int, list[str], int, list[int], int], drawn: random.Random
) -> None:
    sheets, cases, weights, drop, ties, minimum = panel
    rule = rule_of(drop, tuple(f"k{n}" for n in ties), minimum=minimum)
    rubric = rubric_of(weights)
    assert ranked(sheets, cases, rubric, rule) == ranked(
        drawn.sample(sheets, len(sheets)), cases, rubric, rule
    )


def test_a_tie_that_rounding_would_break() -> None:
    """0.1 + 0.2 and 0.3: equal as decimals, unequal as floats."""
    rubric = rubric_of(["0.1", "0.2", "0.3"])
    found = ranked([[[1, 1, 2], [2, 2, 1]]], 2, rubric, rule_of())
    assert [(line.rank, line.score) for line in found] == [(1, Fraction(9, 10)), (1, Fraction(9, 10))]
    assert 0.1 + 0.2 + 0.3 * 2 != 0.1 * 2 + 0.2 * 2 + 0.3


def test_ties_go_by_the_named_criteria_then_share() -> None:
    rubric = rubric_of(["1", "1"])
    sheets: Sheets = [[[1, 5], [5, 1], [3, 3], [3, 3]]]
    by_second = ranked(sheets, 4, rubric, rule_of(ties=("k1",)))
    assert [(line.case_id, line.rank) for line in by_second] == [
        *(("case-0", 1), ("case-2", 2), ("case-3", 2), ("case-1", 4))
    ]
    assert winners(by_second, rule_of(count=2)) == ["case-0", "case-2", "case-3"]
    assert [line.rank for line in ranked(sheets, 4, rubric, rule_of())] == [1, 1, 1, 1]


def test_tie_means_use_the_sheets_that_trimming_dropped() -> None:
    """Totals tie after trimming; the second criterion's mean over all sheets, the dropped ones too, decides."""
    rubric = rubric_of(["1", "1"])
    sheets: Sheets = [[[9, 9], [10, 10]], [[5, 5], [5, 5]], [[1, 1], [1, 1]]]
    first, second = ranked(sheets, 2, rubric, rule_of(drop=1, ties=("k1",)))
    assert (first.case_id, first.score, first.used, first.sheets) == ("case-1", Fraction(10), 1, 3)
    assert (second.case_id, second.score, second.rank) == ("case-0", Fraction(10), 2)


def test_too_few_scores_is_no_rank_and_not_zero() -> None:
    rubric = rubric_of(["1"])
    sheets: Sheets = [[[1], None, None], [[1], [10], None], [[1], [10], [10]]]
    for rule in (rule_of(minimum=3), rule_of(drop=1)):
        found = ranked(sheets, 3, rubric, rule)
        assert [(line.case_id, line.rank, line.score) for line in found] == [
            ("case-0", 1, Fraction(1)),
            ("case-1", None, None),
            ("case-2", None, None),
        ]
        assert winners(found, msgspec.structs.replace(rule, winners=3)) == ["case-0"]


def test_trimming_drops_at_every_panel_size() -> None:
    """A library's trimmed mean drops nothing at 49, 98 and 103 sheets when it is given a share."""
    rubric = rubric_of(["1"], 100)
    for count in (3, 49, 98, 103):
        sheets: Sheets = [[[value]] for value in [100, 1, *([50] * (count - 2))]]
        (line,) = ranked(sheets, 1, rubric, rule_of(drop=1))
        assert (line.score, line.used, line.sheets) == (Fraction(50), count - 2, count)


def test_withdrawn_cases_are_out() -> None:
    found = ranked([[[3], [2], [1]]], 3, rubric_of(["1"]), rule_of(), ("case-0",))
    assert [(line.case_id, line.rank) for line in found] == [("case-1", 1), ("case-2", 2)]


def test_numbers_as_text() -> None:
    assert [exact_text(Fraction(*pair)) for pair in ((44, 1), (887, 20), (0, 1))] == ["44", "887/20", "0"]
    assert [
        rounded_text(Fraction(*pair)) for pair in ((887, 20), (1, 3), (2, 3), (1, 200), (-1, 200), (0, 1))
    ] == [*("44.35", "0.33", "0.67", "0.01", "-0.01", "0.00")]
    assert rounded_text(Fraction(5, 2), 0) == "3"
