"""What the results page and the report say of a ranking: the line, what other rules change, profiles, statistics."""

from __future__ import annotations

from fractions import Fraction

import msgspec
import numpy as np
import pytest

from review_app.model.result.comparison import changes
from review_app.model.result.count import Agreement, Interval, Statistics
from review_app.model.result.cube import ScoreCube
from review_app.model.result.cutline import cut_line
from review_app.model.result.profile import leniences, profiles
from review_app.model.result.ranking import rank
from review_app.model.result.statistics import same_statistics
from tests.model.result.test_stability import cube_of, rubric_of, rule_of


def cube_with(*means: int) -> ScoreCube:
    """Two sheets that agree: the first criterion of a case has its mean, the second is 1."""
    values = np.array([[[mean, 1] for mean in means]] * 2, dtype=float)
    return ScoreCube(tuple("abcdef"[: len(means)]), values)


def test_the_line_between_winning_and_not() -> None:
    rubric, rule = rubric_of("1", "1"), rule_of("mean", count=2)
    line = cut_line(rank(cube_with(9, 8, 5, 3), rubric, rule), rule)
    assert line is not None
    assert (line.last.case_id, line.first.case_id, line.difference, line.points) == ("b", "c", 3, 6)
    assert cut_line(rank(cube_with(9, 8), rubric, rule), rule) is None
    median = rule_of("median", count=2)
    found = cut_line(rank(cube_with(9, 8, 5), rubric, median), median)
    assert found is not None
    assert found.points is None


def test_a_shared_last_place_makes_no_line_between_equals() -> None:
    rubric, rule = rubric_of("1", "1"), rule_of("mean", count=2, ties=())
    line = cut_line(rank(cube_with(9, 8, 8, 3), rubric, rule), rule)
    assert line is not None
    assert (line.last.case_id, line.first.case_id) == ("c", "d")


def test_what_another_rule_changes() -> None:
    rubric = rubric_of("1", "1")
    mean, median = rule_of("mean", count=1, ties=()), rule_of("median", count=1, ties=())
    values = np.array([[[9, 1], [7, 1]], [[9, 1], [8, 1]], [[1, 1], [8, 1]]], dtype=float)
    cube = ScoreCube(("a", "b"), values)
    found = changes(rank(cube, rubric, mean), rank(cube, rubric, median), 1)
    assert (found.gained, found.lost) == (["a"], ["b"])
    assert [(move.case, move.before, move.after) for move in found.moved] == [("b", 1, 2), ("a", 2, 1)]
    same = changes(rank(cube, rubric, mean), rank(cube, rubric, mean), 1)
    assert (same.gained, same.lost, same.moved) == ([], [], [])


def test_a_profile_says_what_the_sheets_say() -> None:
    cube, rubric = cube_of(5, 3, 2, 0.3, "profile"), rubric_of("1", "0.5")
    for case, profile in enumerate(profiles(cube, rubric)):
        rows = cube.rows(case)
        assert profile.means == [Fraction(sum(column), len(rows)) for column in zip(*rows, strict=True)]
        assert list(profile.totals.values()) == [row[0] + Fraction(row[1], 2) for row in rows]
    empty = ScoreCube(("a",), np.full((2, 1, 2), np.nan))
    assert profiles(empty, rubric)[0].means == []


def test_lenience_is_what_a_sheet_gives_more() -> None:
    values = np.array([[[5, 5], [6, 6]], [[7, 7], [8, 8]]], dtype=float)
    assert leniences(ScoreCube(("a", "b"), values), rubric_of("1", "1")) == [-2, 2]


STATED = Statistics(
    2000, [Interval("a", 1, 2, 1990)], [Agreement("total", "0.6100", "0.5400", "0.5500", "0.3000", "")]
)


@pytest.mark.parametrize(
    ("change", "exact", "roughly"),
    [
        ({}, True, True),
        ({"replicates": 1999}, False, False),
        ({"intervals": []}, False, False),
        ({"intervals": [Interval("a", 1, 3, 1990)]}, False, True),
        ({"intervals": [Interval("a", 1, 4, 1990)]}, False, False),
        ({"intervals": [Interval("a", 1, 2, 1985)]}, False, True),
        ({"intervals": [Interval("a", 1, 2, 1900)]}, False, False),
        ({"intervals": [Interval("b", 1, 2, 1990)]}, False, False),
        ({"agreement": []}, False, False),
        ({"agreement": [Agreement("total", "0.6101", "0.5400", "0.5500", "0.3000", "")]}, True, True),
        ({"agreement": [Agreement("total", "0.6102", "0.5400", "0.5500", "0.3000", "")]}, False, False),
        ({"agreement": [Agreement("total", "0.6100", "0.5400", "0.5500", "0.3000", "0.1")]}, False, False),
        ({"agreement": [Agreement("total", "0.61", "0.5400", "0.5500", "0.3000", "")]}, False, False),
        ({"agreement": [Agreement("total", "nan", "0.5400", "0.5500", "0.3000", "")]}, False, False),
    ],
)
def test_stated_statistics_are_held_against_found_ones(
    change: dict[str, object], exact: bool, roughly: bool
) -> None:
    stated = msgspec.structs.replace(STATED, **change)
    assert same_statistics(stated, STATED, exact=True) is exact
    assert same_statistics(stated, STATED, exact=False) is roughly
