"""The counting rules: from the totals of a case to its one score, exactly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from review_app.model.result.cube import Totals
from review_app.model.result.severity import corrected
from review_app.model.rubric import CountingRule

Number = TypeVar("Number", int, Fraction)


@dataclass(frozen=True)
class CaseScore:
    """``score`` is None where the rule gives none; ``used`` counts the totals that it hangs on."""

    score: Fraction | None
    used: int


def trimmed(totals: Sequence[Number], drop: int) -> list[Number]:
    """``totals`` sorted, without the ``drop`` highest and the ``drop`` lowest; empty when nothing would be left.

    Sorts and slices: a share handed to a library's trimmed mean rounds to nothing at some panel sizes (measured with
    scipy at 49, 98 and 103 sheets).
    """
    return sorted(totals)[drop : len(totals) - drop] if len(totals) > 2 * drop else []


def dropped(rule: CountingRule, count: int) -> int:
    """How many of a case's ``count`` totals ``rule`` leaves out at each end: a share is rounded down."""
    return int(rule.share * count) if rule.drop_share else rule.drop


def median(totals: Sequence[int]) -> Fraction:
    """The middle one of at least one total, or the mean of the two middle ones."""
    ordered, half = sorted(totals), len(totals) // 2
    return Fraction(ordered[half] + ordered[~half], 2)


def case_scores(totals: Totals, rule: CountingRule) -> list[CaseScore]:
    """The score of every case, in the order of the cube.

    None for a case with fewer than ``minimum_scores`` scored sheets, with nothing left after trimming, or that the
    severity-corrected scores of the others can't be compared with.
    """
    counts: list[int] = totals.scored.sum(axis=0).tolist()
    enough = [count >= rule.minimum_scores for count in counts]
    if rule.method == "severity-corrected":
        fitted = corrected(totals).scores
        return [
            CaseScore(score, count) if ok and score is not None else CaseScore(None, 0)
            for score, count, ok in zip(fitted, counts, enough, strict=True)
        ]
    return [
        _own_score(totals.of_case(case), rule, totals.unit) if ok else CaseScore(None, 0)
        for case, ok in enumerate(enough)
    ]


def _own_score(totals: Sequence[int], rule: CountingRule, unit: Fraction) -> CaseScore:
    """The score that hangs on a case's own totals (in units) only."""
    if rule.method == "median":
        return CaseScore(unit * median(totals), len(totals)) if totals else CaseScore(None, 0)
    left = trimmed(totals, dropped(rule, len(totals)))
    return CaseScore(unit * Fraction(sum(left), len(left)), len(left)) if left else CaseScore(None, 0)
