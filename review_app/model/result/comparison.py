"""Two rankings of the same cases side by side: what another rule, or a sheet less, changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from review_app.model.result.ranking import RankedCase


@dataclass(frozen=True)
class Moved:
    """A case that stands elsewhere; a rank is None where the case has none."""

    case: str
    before: int | None
    after: int | None


@dataclass(frozen=True)
class Changes:
    """``gained`` and ``lost`` are winners in the order of the ranking in which they win; ``moved`` every case whose
    rank differs, in the order of the first ranking."""

    gained: list[str]
    lost: list[str]
    moved: list[Moved]


def changes(before: Sequence[RankedCase], after: Sequence[RankedCase], winners: int) -> Changes:
    """What ``after`` changes against ``before``, with ranks up to ``winners`` winning."""
    ranks = {line.case_id: line.rank for line in after}
    old, new = _winning(before, winners), _winning(after, winners)
    return Changes(
        [case_id for case_id in new if case_id not in old],
        [case_id for case_id in old if case_id not in new],
        [
            Moved(line.case_id, line.rank, ranks.get(line.case_id))
            for line in before
            if line.rank != ranks.get(line.case_id)
        ],
    )


def _winning(ranking: Sequence[RankedCase], winners: int) -> list[str]:
    return [line.case_id for line in ranking if line.rank is not None and line.rank <= winners]
