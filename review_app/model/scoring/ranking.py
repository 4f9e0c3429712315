"""The expert's own ranking of what was scored so far."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from review_app.model.value import Value


class RankedCase(Value, frozen=True):
    """A line of the expert's own ranking; equal totals share a rank."""

    rank: int
    case_id: str
    total: Fraction


def rank_totals(totals: Mapping[str, Fraction]) -> list[RankedCase]:
    """Standard competition ranking (1, 2, 2, 4) of exact totals, highest first; ties in the mapping's order."""
    ranking: list[RankedCase] = []
    for place, (case_id, total) in enumerate(sorted(totals.items(), key=lambda item: -item[1]), start=1):
        shared = ranking[-1].rank if ranking and ranking[-1].total == total else place
        ranking.append(RankedCase(shared, case_id, total))
    return ranking
