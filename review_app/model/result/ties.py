"""Why cases with equal scores stand in the order in which they stand, and what tells scores apart that look equal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Literal

from review_app.model.result.count import RankingLine
from review_app.model.result.ranking import RankedCase, rounded_text
from review_app.model.rubric import CountingRule

FEWEST, MOST = 2, 6
"""Decimals that a number is shown with."""
How = Literal["criterion", "lot", "shared", "undrawn", "rule", "near"]


@dataclass(frozen=True)
class Step:
    """What decided between two neighbours of a ranking whose scores are equal, or look so.

    ``how``: the means of ``criterion`` (``means``, the upper case's first), a ``lot``, nothing (``shared``; ``undrawn``
    while the draw for the lot is awaited), some way of the ``rule`` that the stated lines alone don't show, or a
    difference in score too small for ``MOST`` decimals (``near``).  ``equal`` are the criteria of the rule that were
    compared before, and are equal.
    """

    upper: str
    lower: str
    upper_rank: int
    lower_rank: int
    how: How
    equal: tuple[str, ...] = ()
    criterion: str = ""
    means: tuple[Fraction, Fraction] | None = None


def steps(ranking: Sequence[RankedCase], rule: CountingRule) -> list[Step]:
    """Every step down a ranking (best first) between two cases whose scores are equal or look so."""
    found = []
    for upper, lower in pairwise(line for line in ranking if line.rank is not None):
        assert upper.score is not None and lower.score is not None
        assert upper.rank is not None and lower.rank is not None
        between = (upper.case_id, lower.case_id, upper.rank, lower.rank)
        if upper.score != lower.score:
            if _look_equal(upper.score, lower.score, MOST):
                found.append(Step(*between, "near"))
            continue
        compared = zip(rule.ties, upper.tie_means, lower.tie_means, strict=True)
        differing = ((place, name, mine, other) for place, (name, mine, other) in enumerate(compared))
        first = next((each for each in differing if each[2] != each[3]), None)
        if first is not None:
            place, name, mine, other = first
            found.append(Step(*between, "criterion", tuple(rule.ties[:place]), name, (mine, other)))
        elif upper.rank != lower.rank:
            found.append(Step(*between, "lot", tuple(rule.ties)))
        else:
            found.append(Step(*between, "undrawn" if rule.last_tie == "lot" else "shared", tuple(rule.ties)))
    return found


def stated_steps(lines: Sequence[RankingLine], values: Sequence[Fraction | None]) -> list[Step]:
    """As :func:`steps`, for lines that are stated without the sheets behind them; ``values`` are their scores as
    numbers, None where there is none."""
    ranked = [
        (line, value) for line, value in zip(lines, values, strict=True) if line.rank and value is not None
    ]
    found = []
    for (upper, mine), (lower, other) in pairwise(ranked):
        between = (upper.case, lower.case, upper.rank, lower.rank)
        if mine == other:
            found.append(Step(*between, "shared" if upper.rank == lower.rank else "rule"))
        elif _look_equal(mine, other, MOST):
            found.append(Step(*between, "near"))
    return found


def beside(found: Sequence[Step]) -> tuple[Mapping[str, Step], Mapping[str, Step]]:
    """By case: the step up from it, and the step down from it."""
    return {step.lower: step for step in found}, {step.upper: step for step in found}


def telling(above: Step | None, below: Step | None) -> Step | None:
    """The step that a line of a list tells of: the one down from it; for the last of equal cases, of which none has
    earned its place by a mean, the one up."""
    if below is not None:
        return below
    return above if above is not None and above.how in ("lot", "shared", "undrawn") else None


def apart(values: Sequence[Fraction | None]) -> list[str]:
    """The values for people: two decimals each, or as many (six at most) as tell one from the values next to it; ""
    for None."""
    ordered = sorted({value for value in values if value is not None})
    places = dict.fromkeys(ordered, FEWEST)
    for low, high in pairwise(ordered):
        needed = FEWEST
        while needed < MOST and _look_equal(low, high, needed):
            needed += 1
        places[low], places[high] = max(places[low], needed), max(places[high], needed)
    return ["" if value is None else rounded_text(value, places[value]) for value in values]


def _look_equal(one: Fraction, other: Fraction, places: int) -> bool:
    return rounded_text(one, places) == rounded_text(other, places)
