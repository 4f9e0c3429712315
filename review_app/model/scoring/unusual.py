"""Rows an expert may want to look at again before signing: nothing here is wrong, only worth a second glance."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from review_app.model.rubric import Rubric
from review_app.model.scoring.scores import CaseScores

FAR = 2.0
"""Standard deviations from the expert's own mean total that count as far."""
ENOUGH = 6
"""Scored cases below which a mean says nothing; with fewer no total can lie two deviations away."""


@dataclass(frozen=True)
class Unusual:
    """A case worth a second look: every criterion has the same score, or the total lies far from the own mean."""

    case_id: str
    kind: Literal["all-equal", "far-above", "far-below"]
    value: Fraction
    """The score that all criteria share, or the total."""


def unusual_rows(states: Mapping[str, CaseScores], rubric: Rubric) -> list[Unusual]:
    """The unusual among the scored cases, in the mapping's order; a case can be so in two ways.

    Far is more than two standard deviations (population form) of the expert's own totals away from their mean.
    A rubric of one criterion has no rows that are all equal.
    """
    totals = {
        case_id: total for case_id, state in states.items() if (total := state.total(rubric)) is not None
    }
    mean = sum(totals.values(), Fraction(0)) / len(totals) if totals else Fraction(0)
    variance = sum(((total - mean) ** 2 for total in totals.values()), Fraction(0)) / max(1, len(totals))
    far = FAR * math.sqrt(variance)
    found: list[Unusual] = []
    for case_id, total in totals.items():
        scores = [score for score in states[case_id].scores if score is not None]
        if len(scores) > 1 and len(set(scores)) == 1:
            found.append(Unusual(case_id, "all-equal", Fraction(scores[0])))
        if len(totals) >= ENOUGH and far > 0 and abs(float(total - mean)) > far:
            found.append(Unusual(case_id, "far-above" if total > mean else "far-below", total))
    return found
