"""Every counting rule against the oracle, the published vectors, and the bad inputs one by one."""

from __future__ import annotations

import hashlib
import json
from fractions import Fraction
from typing import Any

import hypothesis.strategies as st
import msgspec
import numpy as np
import pytest
from hypothesis import given, settings

from review_app.model.result.cube import totals_of
from review_app.model.result.lots import lot, seed_for, seed_of
from review_app.model.result.ranking import RankedCase, rank, winners
from review_app.model.result.rules import dropped, median, trimmed
from review_app.model.result.whatif import borda, other_rules
from review_app.model.rubric import CountingRule, Rubric, check_rule
from tests.conftest import REPOSITORY
from tests.model.result.oracle import Line, Sheets, borda_points, counted, cube_of, ids, rubric_of

REFERENCE = {
    case["id"]: case
    for case in json.loads((REPOSITORY / "tests/model/result/reference.json").read_text("utf-8"))["cases"]
}
MEAN = CountingRule("mean", 0, [], 2, 1, 1, False, "full", "")
METHODS: list[dict[str, Any]] = [
    {"method": "mean"},
    {"method": "trimmed-mean", "drop": 1},
    {"method": "trimmed-mean", "drop": 2},
    {"method": "trimmed-mean", "drop_share": "0.2"},
    {"method": "trimmed-mean", "drop_share": "0.333333"},
    {"method": "median"},
    {"method": "severity-corrected"},
]
WEIGHTS = ["1", "2", "0.5", "0.1", "0.333333", "999999.999999", "0.000001"]


def rule_with(**fields: Any) -> CountingRule:
    return msgspec.structs.replace(MEAN, **fields)


def lines_of(ranking: list[RankedCase]) -> list[Line]:
    return [(line.case_id, line.rank, line.score, line.sheets, line.used, line.drawn) for line in ranking]


@st.composite
def panels(draw: st.DrawFn) -> tuple[Sheets, int, list[str], tuple[str, ...]]:
    """Sheets over few cases on a short scale, so that ties, gaps and separate parts are the rule."""
    cases, criteria = draw(st.integers(1, 6)), draw(st.integers(1, 3))
    weights = draw(st.lists(st.sampled_from(WEIGHTS), min_size=criteria, max_size=criteria))
    row = st.lists(st.integers(1, 3), min_size=criteria, max_size=criteria)
    cell = st.one_of(st.none(), row) if draw(st.booleans()) else st.one_of(st.none(), row, row, row)
    sheet = st.lists(cell, min_size=cases, max_size=cases)
    out = tuple(name for name in ids(cases) if draw(st.integers(0, 7)) == 0)
    return draw(st.lists(sheet, max_size=7)), cases, weights, out


@st.composite
def rules(draw: st.DrawFn) -> CountingRule:
    return rule_with(
        **draw(st.sampled_from(METHODS)),
        minimum_scores=draw(st.integers(1, 3)),
        last_tie=draw(st.sampled_from(["shared", "lot"])),
        ties=draw(st.sampled_from([[], [], ["k0"]])),
    )


@settings(max_examples=600)
@given(panels(), rules(), st.sampled_from([None, b"s" * 32, b"t" * 32]))
def test_every_rule_against_the_oracle(
    panel: tuple[Sheets, int, list[str], tuple[str, ...]], rule: CountingRule, seed: bytes | None
) -> None:
    sheets, cases, weights, out = panel
    rubric = rubric_of(weights)
    check_rule(rule, rubric)
    found = rank(cube_of(sheets, cases, len(weights)), rubric, rule, out, seed)
    expected = counted(sheets, cases, weights, rule, out, seed)
    assert lines_of(found) == expected
    assert winners(found, rule) == [line[0] for line in expected if line[1] is not None and line[1] <= 2]


@settings(max_examples=200)
@given(panels())
def test_borda_against_the_oracle(panel: tuple[Sheets, int, list[str], tuple[str, ...]]) -> None:
    sheets, cases, weights, out = panel
    found = borda(cube_of(sheets, cases, len(weights)), rubric_of(weights), MEAN, out)
    assert {line.case_id: line.score for line in found if line.score is not None} == borda_points(
        sheets, cases, weights, out
    )
    scores = [line.score for line in found if line.score is not None]
    assert scores == sorted(scores, reverse=True)


def test_published_means_and_medians() -> None:
    totals = REFERENCE["trimmed_mean_R"]["data"]
    plain, cut = REFERENCE["trimmed_mean_R"]["expected"]
    share = rule_with(method="trimmed-mean", drop_share=str(cut["trim_each_end"]))
    left = trimmed(totals, dropped(share, len(totals)))
    assert Fraction(sum(totals), len(totals)) == Fraction(str(plain["value"]))
    assert Fraction(sum(left), len(left)) == Fraction(str(cut["value"]))
    (middle,) = REFERENCE["median_even"]["expected"]
    assert median(REFERENCE["median_even"]["data"]) == Fraction(str(middle["value"]))
    sheets: Sheets = [[[value + 1]] for value in totals]  # through the whole engine, on a scale from 1
    (line,) = rank(cube_of(sheets, 1, 1), rubric_of(["1"], 100), share)
    assert (line.score, line.used, line.sheets) == (Fraction(13, 2), 10, 12)


def test_a_share_is_exact_at_every_panel_size() -> None:
    """0.07 of 100 and 0.29 of 100 are 7 and 29; a float product is 7.000000000000001 and 28.999999999999996."""
    assert int(0.29 * 100) == 28
    for share, count, expected in (("0.29", 100, 29), ("0.07", 100, 7), ("0.1", 49, 4), ("0.499999", 3, 1)):
        assert dropped(rule_with(method="trimmed-mean", drop_share=share), count) == expected


def test_tennessee() -> None:
    vector = REFERENCE["tennessee"]
    expected = next(e["value"] for e in vector["expected"] if e["stat"] == "borda_0based")
    cities = sorted(expected)
    sheets: Sheets = []
    for ballot, weight in vector["data"].items():
        order = ballot.split(">")
        sheets += [[[4 - order.index(city)] for city in cities]] * weight
    found = borda(cube_of(sheets, 4, 1), rubric_of(["1"]), MEAN)
    assert {cities[int(line.case_id[-1])]: line.score for line in found} == expected
    assert cities[int(found[0].case_id[-1])] == "Nashville"


def test_the_other_rules_can_all_be_counted() -> None:
    rubric = rubric_of(["1", "2"])
    cube = cube_of([[[1, 2], [3, 3]], [[2, 2], None], [[1, 1], [2, 3]]], 2, 2)
    for rule in (MEAN, *(rule_with(**fields) for fields in METHODS)):
        others = other_rules(rule)
        assert [name for name, _ in others] == [
            *(
                name
                for name in ("mean", "trimmed-mean", "median", "severity-corrected")
                if name != rule.method
            ),
            "borda",
        ]
        for name, other in others:
            if isinstance(other, CountingRule):
                assert check_rule(other, rubric).method == name
                assert len(rank(cube, rubric, other)) == 2


def test_nobody_gains_by_being_left_to_the_generous() -> None:
    """A strict and a generous sheet; the first case was scored by the strict one only, and is the better one on it."""
    sheets: Sheets = [[[5], [4], [3]], [None, [8], [7]]]
    rubric = rubric_of(["1"])
    by_mean = rank(cube_of(sheets, 3, 1), rubric, MEAN)
    fair = rank(cube_of(sheets, 3, 1), rubric, rule_with(method="severity-corrected"))
    assert [line.case_id for line in by_mean] == ["case-1", "case-0", "case-2"]
    assert [(line.case_id, str(line.score)) for line in fair] == [
        ("case-0", "7"),
        ("case-1", "6"),
        ("case-2", "5"),
    ]


def test_what_does_not_hang_together_is_not_compared() -> None:
    sheets: Sheets = [[[9], None, None], [[9], None, None], [None, [1], [2]]]
    found = rank(cube_of(sheets, 3, 1), rubric_of(["1"]), rule_with(method="severity-corrected"))
    assert lines_of(found) == [
        ("case-2", 1, Fraction(2), 1, 1, False),
        ("case-1", 2, Fraction(1), 1, 1, False),
        ("case-0", None, None, 2, 0, False),
    ]


def test_of_equally_many_cases_those_with_more_scores_count_then_the_earlier() -> None:
    rule, rubric = rule_with(method="severity-corrected"), rubric_of(["1"])
    first: list[list[int] | None] = [[1], [2], None, None]
    second: list[list[int] | None] = [None, None, [1], [2]]
    alone: list[list[int] | None] = [None, None, None, [2]]
    for sheets, counting in (
        ([first, second, alone], ["case-3", "case-2"]),
        ([second, first], ["case-1", "case-0"]),
    ):
        found = rank(cube_of(sheets, 4, 1), rubric, rule)
        assert [line.case_id for line in found if line.rank is not None] == counting
        assert lines_of(found) == counted(sheets, 4, ["1"], rule)


def test_lots_and_seed_are_the_bytes_of_the_protocol() -> None:
    terms, box = "11" * 32, "ab" * 32
    seed = hashlib.sha256(b"\x11" * 32 + b"\xab" * 32 + "双色球 03 07".encode()).digest()
    assert seed_of(terms, box, "双色球 03 07") == seed
    assert lot(seed, "case-0") == hashlib.sha256(seed + b"\x00lot\x00case-0").digest()
    named = rule_with(seed_draw="double colour ball, 1 June")
    assert seed_for(MEAN, terms, box, "ignored") == seed_of(terms, box)
    assert (seed_for(named, terms, box), seed_for(named, terms, box, "x")) == (None, seed_of(terms, box, "x"))


def test_lots_decide_what_is_equal_and_nothing_else() -> None:
    sheets: Sheets = [[[2], [3], [2], [2], [1]]]
    rubric, rule = rubric_of(["1"]), rule_with(last_tie="lot")
    orders = set()
    for number in range(40):
        found = rank(cube_of(sheets, 5, 1), rubric, rule, seed=bytes([number]) * 32)
        assert [line.rank for line in found] == [1, 2, 3, 4, 5]
        assert [line.drawn for line in found] == [False, True, True, True, False]
        assert len(winners(found, rule)) == 2
        orders.add(tuple(line.case_id for line in found))
    assert len(orders) == 6  # each of the orders of three, and nothing else moved
    shared = rank(cube_of(sheets, 5, 1), rubric, rule)
    assert [(line.rank, line.drawn) for line in shared] == [(n, False) for n in (1, 2, 2, 2, 5)]


EVERY = [rule_with(**fields) for fields in METHODS]


@pytest.mark.parametrize("rule", EVERY, ids=lambda rule: f"{rule.method}{rule.drop}{rule.drop_share}")
class TestBadInput:
    """What a round can come to at worst: a line for every case, and no rank that isn't earned."""

    rubric: Rubric = rubric_of(["0.5", "3"])

    def ranked(self, sheets: Sheets, cases: int, rule: CountingRule) -> list[Line]:
        cube = cube_of(sheets, cases, 2)
        by_borda = borda(cube, self.rubric, rule)
        assert sorted(line.case_id for line in by_borda) == ids(cases)
        found = lines_of(rank(cube, self.rubric, rule))
        assert found == counted(sheets, cases, ["0.5", "3"], rule)
        return found

    def test_no_sheets(self, rule: CountingRule) -> None:
        assert self.ranked([], 2, rule) == [(name, None, None, 0, 0, False) for name in ids(2)]
        assert rank(cube_of([], 0, 2), self.rubric, rule) == []

    def test_every_case_withdrawn(self, rule: CountingRule) -> None:
        cube = cube_of([[[1, 2], [2, 3]]], 2, 2)
        assert rank(cube, self.rubric, rule, ids(2)) == borda(cube, self.rubric, rule, ids(2)) == []

    def test_one_sheet(self, rule: CountingRule) -> None:
        found = self.ranked([[[1, 2], [2, 3]]], 2, rule)
        if rule.drop:
            assert [line[1] for line in found] == [None, None]
        else:
            assert [line[:3] for line in found] == [
                ("case-1", 1, Fraction(10)),
                ("case-0", 2, Fraction(13, 2)),
            ]

    def test_all_equal(self, rule: CountingRule) -> None:
        found = self.ranked([[[4, 4]] * 3] * 6, 3, rule)
        assert [line[:3] for line in found] == [(name, 1, Fraction(14)) for name in ids(3)]

    def test_everyone_recused_from_a_case(self, rule: CountingRule) -> None:
        found = self.ranked([[[4, 4], None]] * 6, 2, rule)
        assert found[1] == ("case-1", None, None, 0, 0, False)
        assert found[0][:3] == ("case-0", 1, Fraction(14))

    def test_sheets_that_recused_from_everything(self, rule: CountingRule) -> None:
        nothing: list[list[int] | None] = [None, None]
        something: list[list[int] | None] = [[4, 4], [5, 5]]
        sheets = [nothing] * 4 + [something] * 6
        found = self.ranked(sheets, 2, rule)
        assert [line[:3] for line in found] == [
            ("case-1", 1, Fraction(35, 2)), ("case-0", 2, Fraction(14))
        ]  # fmt: skip

    def test_a_criterion_that_nobody_scored(self, rule: CountingRule) -> None:
        """Sheets with a hole don't get past the box; in a cube such a row is no row, and never a zero."""
        cube = cube_of([[[4, 4], [5, 5]]] * 6, 2, 2)
        cube.values[:, 0, 1] = np.nan
        found = rank(cube, self.rubric, rule)
        assert [(line.case_id, line.rank, line.sheets) for line in found] == [
            ("case-1", 1, 6),
            ("case-0", None, 0),
        ]

    def test_trimming_everything(self, rule: CountingRule) -> None:
        greedy = msgspec.structs.replace(rule, method="trimmed-mean", drop=3, drop_share="")
        found = self.ranked([[[4, 4]]] * 6, 1, greedy)
        assert found == [("case-0", None, None, 6, 0, False)]
        assert winners(rank(cube_of([[[4, 4]]] * 6, 1, 2), self.rubric, greedy), greedy) == []


def test_extreme_weights_stay_exact() -> None:
    """Twenty criteria of the largest weight beside one of the smallest: past int64, and it still decides."""
    weights = ["999999.999999"] * 19 + ["0.000001"]
    rubric = rubric_of(weights, 10_000)
    high, low = [10_000] * 20, [10_000] * 19 + [9_999]
    assert totals_of(cube_of([[high, low]] * 4, 2, 20), rubric).values.dtype == np.int64
    many: Sheets = [[low, high]] * 60
    cube = cube_of(many, 2, 20)
    assert totals_of(cube, rubric).values.dtype == object
    for rule in EVERY:
        first, second = rank(cube, rubric, rule)
        assert (first.case_id, first.rank, second.rank) == ("case-1", 1, 2)
        assert first.score is not None and second.score is not None
        assert first.score - second.score == Fraction(1, 10**6)
