"""Rows worth a second look, against figures worked out by hand."""

from __future__ import annotations

from review_app.model.rubric import load_rubric
from review_app.model.scoring.scores import CaseScores
from review_app.model.scoring.unusual import unusual_rows

RUBRIC = load_rubric()


def scored(*scores: int, **more: bool) -> CaseScores:
    return CaseScores(tuple(scores), **more)


def found(states: dict[str, CaseScores]) -> list[tuple[str, str, int]]:
    return [(each.case_id, each.kind, int(each.value)) for each in unusual_rows(states, RUBRIC)]


def test_equal_rows_are_named_and_unscored_ones_are_not() -> None:
    states = {
        "a": scored(7, 7, 7, 7, 7),
        "b": scored(7, 7, 7, 7, 8),
        "c": CaseScores((None,) * 5),
        "d": scored(3, 3, 3, 3, 3, recused=True),
    }
    assert found(states) == [("a", "all-equal", 7)]


def test_far_is_beyond_two_deviations_of_ones_own() -> None:
    # Totals 30 nine times and 10 once: mean 28, deviation 6, so 10 lies three deviations below.
    states = {f"c{number}": scored(6, 7, 6, 5, 6) for number in range(9)}
    states["low"] = scored(2, 1, 3, 2, 2)
    assert found(states) == [("low", "far-below", 10)]
    # Mirrored upwards: totals 30 and one 50, which is a row of tens as well.
    states["low"] = scored(10, 10, 10, 10, 10)
    assert found(states) == [("low", "all-equal", 10), ("low", "far-above", 50)]


def test_few_cases_say_nothing_of_far() -> None:
    states = {f"c{number}": scored(6, 7, 6, 5, 6) for number in range(4)} | {"low": scored(1, 2, 1, 1, 1)}
    assert found(states) == []


def test_no_scores_no_rows() -> None:
    assert found({}) == []
