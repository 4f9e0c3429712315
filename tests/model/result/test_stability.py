"""The many counts at once against one count after the other, and what the intervals may never say."""

from __future__ import annotations

import hashlib
import random

import numpy as np
import pytest

from review_app.model.progress import Cancelled, Progress
from review_app.model.result.cube import ScoreCube
from review_app.model.result.ranking import rank, winners
from review_app.model.result.replicates import ranks
from review_app.model.result.stability import bootstrap, drawn_sheets, leave_one_out
from review_app.model.rubric import CountingRule, Criterion, Rubric

METHODS = ("mean", "trimmed-mean", "share", "median", "severity-corrected")
SEED = bytes(range(32))


def rubric_of(*weights: str) -> Rubric:
    return Rubric(
        1, 10, [Criterion(f"k{n}", f"k{n}", "", "", "", weight, []) for n, weight in enumerate(weights)]
    )


def rule_of(
    method: str, count: int = 3, minimum: int = 1, ties: tuple[str, ...] = ("k1", "k0")
) -> CountingRule:
    return CountingRule(
        method="trimmed-mean" if method == "share" else method,
        drop=1 if method == "trimmed-mean" else 0,
        ties=list(ties),
        winners=count,
        minimum_scores=minimum,
        minimum_accepted=1,
        abstention=False,
        publication="full",
        seed_draw="",
        drop_share="0.2" if method == "share" else "",
    )


def cube_of(sheets: int, cases: int, criteria: int, gaps: float, seed: object, spread: int = 10) -> ScoreCube:
    chance = random.Random(str(seed))
    values = np.full((sheets, cases, criteria), np.nan)
    for sheet in range(sheets):
        for case in range(cases):
            if chance.random() >= gaps:
                values[sheet, case] = [chance.randint(1, spread) for _ in range(criteria)]
    return ScoreCube(tuple(f"case-{number}" for number in range(cases)), values)


def one_by_one(cube: ScoreCube, rubric: Rubric, rule: CountingRule, weights: np.ndarray) -> list[list[int]]:
    """A cube of its own for every replicate, counted by the rule as a result is."""
    found = []
    for row in weights.astype(int):
        own = ScoreCube(cube.case_ids, np.repeat(cube.values, row, axis=0))
        places = {line.case_id: line.rank or 0 for line in rank(own, rubric, rule)}
        found.append([places[case_id] for case_id in cube.case_ids])
    return found


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("gaps", [0.0, 0.15, 0.6])
def test_equal_to_one_count_after_the_other(method: str, gaps: float) -> None:
    for trial in range(6):
        cube = cube_of(3 + 3 * trial, 7, 2, gaps, f"{method}/{gaps}/{trial}", spread=3 if trial % 2 else 10)
        rubric = rubric_of("1", "1.5") if trial % 3 else rubric_of("0.25", "2")
        rule = rule_of(method, minimum=1 + trial % 3)
        sheets = cube.values.shape[0]
        drawn = drawn_sheets(bytes([trial]) * 32, 25, sheets)
        weights = np.stack([np.bincount(row, minlength=sheets) for row in drawn]).astype(float)
        assert ranks(cube, rubric, rule, weights).tolist() == one_by_one(cube, rubric, rule, weights)


@pytest.mark.parametrize("method", ["mean", "trimmed-mean", "median"])
def test_weights_too_large_for_floating_point_are_counted_exactly(method: str) -> None:
    rubric, rule = rubric_of("999999.999999", "0.000001"), rule_of(method)
    cube = cube_of(12, 6, 2, 0.1, method, spread=3)
    drawn = drawn_sheets(SEED, 30, 12)
    weights = np.stack([np.bincount(row, minlength=12) for row in drawn]).astype(float)
    assert ranks(cube, rubric, rule, weights).tolist() == one_by_one(cube, rubric, rule, weights)


def philox(counter: list[int], key: list[int]) -> list[int]:
    """One block of Philox 4x64 with ten rounds, from its definition (Salmon et al. 2011, section 4.3)."""
    whole = (1 << 64) - 1
    for turn in range(10):
        if turn:
            key = [(key[0] + 0x9E3779B97F4A7C15) & whole, (key[1] + 0xBB67AE8584CAA73B) & whole]
        one, other = 0xD2E7470EE14C6C93 * counter[0], 0xCA5A826395121157 * counter[2]
        counter = [
            (other >> 64) ^ counter[1] ^ key[0],
            other & whole,
            (one >> 64) ^ counter[3] ^ key[1],
            one & whole,
        ]
    return counter


def test_philox_as_published() -> None:
    """The first known answer of Random123 (kat_vectors, philox4x64 10)."""
    answer = [0x16554D9ECA36314C, 0xDB20FE9D672D0FDC, 0xD7E772CEE186176B, 0x7E68B68AEC7BA23B]
    assert philox([0, 0, 0, 0], [0, 0]) == answer


def test_the_draws_are_those_of_the_definition() -> None:
    digest = hashlib.sha256(SEED + b"\0bootstrap").digest()
    key = [int.from_bytes(digest[:8], "little"), int.from_bytes(digest[8:16], "little")]
    raw = [word for block in range(1, 16) for word in philox([block, 0, 0, 0], key)]
    drawn = drawn_sheets(SEED, 6, 10)
    assert drawn.ravel().tolist() == [(word >> 32) * 10 >> 32 for word in raw]
    many = np.bincount(drawn_sheets(SEED, 2000, 30).ravel(), minlength=30)
    assert many.min() > 1800
    assert many.max() < 2200


@pytest.mark.parametrize("method", METHODS)
def test_interval_and_share_never_contradict_each_other(method: str) -> None:
    for trial in range(8):
        cube = cube_of(9, 8, 2, 0.2, f"{method}{trial}", spread=4)
        rubric, rule = rubric_of("1", "1"), rule_of(method, count=3, minimum=2)
        found = bootstrap(cube, rubric, rule, (), bytes([trial]) * 32, 400)
        for line in found.lines:
            assert 1 <= line.low <= line.high <= len(cube.case_ids)
            share = found.share(line.case)
            if line.high <= rule.winners and line.high < len(cube.case_ids):
                assert share >= 0.975
            if line.low > rule.winners:
                assert share <= 0.025
            if share == 1:
                assert line.high <= rule.winners
            if share == 0 and rule.winners < len(cube.case_ids):
                assert line.low > rule.winners or line.low == len(cube.case_ids)


def test_the_same_seed_gives_the_same_and_another_another() -> None:
    cube, rubric, rule = cube_of(10, 8, 2, 0.0, 1), rubric_of("1", "1"), rule_of("mean")
    assert bootstrap(cube, rubric, rule, (), SEED, 300) == bootstrap(cube, rubric, rule, (), SEED, 300)
    assert bootstrap(cube, rubric, rule, (), SEED, 300) != bootstrap(cube, rubric, rule, (), b"x" * 32, 300)


def test_withdrawn_cases_are_out_of_it() -> None:
    cube, rubric, rule = cube_of(10, 5, 2, 0.0, 2), rubric_of("1", "1"), rule_of("mean")
    found = bootstrap(cube, rubric, rule, {"case-1", "case-3"}, SEED, 50)
    assert [line.case for line in found.lines] == ["case-0", "case-2", "case-4"]
    assert max(line.high for line in found.lines) <= 3


@pytest.mark.parametrize("method", METHODS)
def test_no_sheets_one_sheet_and_nobody_for_a_case(method: str) -> None:
    rubric, rule = rubric_of("1", "1"), rule_of(method)
    nothing = ScoreCube(("a", "b"), np.full((0, 2, 2), np.nan))
    assert bootstrap(nothing, rubric, rule, (), SEED, 20).lines == []
    assert leave_one_out(nothing, rubric, rule) == []
    single = cube_of(1, 3, 2, 0.0, 3)
    assert len(bootstrap(single, rubric, rule, (), SEED, 20).lines) == 3
    without = cube_of(4, 3, 2, 0.0, 4)
    without.values[:, 1] = np.nan
    lines = bootstrap(without, rubric, rule, (), SEED, 20).lines
    assert (lines[1].low, lines[1].high, lines[1].winning) == (3, 3, 0)


@pytest.mark.parametrize("method", METHODS)
def test_leaving_each_sheet_out_is_counting_without_it(method: str) -> None:
    cube, rubric, rule = cube_of(6, 7, 2, 0.1, method, spread=4), rubric_of("1", "2"), rule_of(method)
    found = {left.sheet: (left.gained, left.lost) for left in leave_one_out(cube, rubric, rule)}
    whole = set(winners(rank(cube, rubric, rule), rule))
    for sheet in range(6):
        rest = ScoreCube(cube.case_ids, np.delete(cube.values, sheet, axis=0))
        now = set(winners(rank(rest, rubric, rule), rule))
        gained, lost = found.get(sheet, ([], []))
        assert (set(gained), set(lost)) == (now - whole, whole - now)


def test_it_can_be_cancelled() -> None:
    cube, rubric, rule = cube_of(6, 7, 2, 0.0, 1), rubric_of("1", "2"), rule_of("mean")
    with pytest.raises(Cancelled):
        bootstrap(cube, rubric, rule, (), SEED, 100, Progress(cancelled=lambda: True))
