"""How sure is the result: what it would be had other experts been asked, or one fewer.

Percentile bootstrap over sheets (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13), and the
count without each sheet in turn.  The interval and the share of replicates among the winners come from the same ranks
without interpolation, so they can't contradict each other: a case whose interval ends within the winners' places is
among them in at least 97.5 % of the replicates.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from review_app.model.progress import SILENT, Progress
from review_app.model.result.cube import ScoreCube
from review_app.model.result.replicates import ranks
from review_app.model.rubric import CountingRule, Rubric

REPLICATES = 2000
_TAIL = Fraction(25, 1000)


@dataclass(frozen=True)
class CaseInterval:
    """Ranks from ``low`` to ``high`` (both included) hold 95 % of the replicates; in ``winning`` of them the case is
    among the winners."""

    case: str
    low: int
    high: int
    winning: int


@dataclass(frozen=True)
class Stability:
    """What the bootstrap found: one line a case that is in the contest, in terms order."""

    replicates: int
    lines: list[CaseInterval]

    def share(self, case_id: str) -> float:
        """Share of the replicates in which a case is among the winners, 0 to 1; KeyError for a case not in it."""
        winning = {line.case: line.winning for line in self.lines}
        return winning[case_id] / self.replicates if self.replicates else 0.0


@dataclass(frozen=True)
class LeftOut:
    """What changes among the winners when the sheet at the place ``sheet`` of the cube is left out."""

    sheet: int
    gained: list[str]
    lost: list[str]


def drawn_sheets(seed: bytes, replicates: int, sheets: int) -> npt.NDArray[np.int64]:
    """The bootstrap's draws: which sheet stands at each place of each replicate, shape (replicates, sheets).

    Philox 4x64-10 (Salmon et al., SC 2011) under the first 16 bytes of SHA-256(``seed``, 0, "bootstrap"), read from the
    lowest byte; blocks 1, 2, ..., of each word the upper 32 bits, scaled to the number of sheets.
    """
    key = int.from_bytes(hashlib.sha256(seed + b"\0bootstrap").digest()[:16], "little")
    raw = np.random.Philox(key=key).random_raw(replicates * sheets)
    scaled = (np.asarray(raw, dtype=np.uint64) >> np.uint64(32)) * np.uint64(sheets) >> np.uint64(32)
    return scaled.astype(np.int64).reshape(replicates, sheets)


def bootstrap(
    cube: ScoreCube,
    rubric: Rubric,
    rule: CountingRule,
    withdrawn: Collection[str],
    seed: bytes,
    replicates: int = REPLICATES,
    progress: Progress = SILENT,
) -> Stability:
    """Counts ``replicates`` times over sheets drawn with replacement.

    A case that has no rank in a replicate stands there behind all others and is not among the winners.  With no sheet
    there is nothing to draw from: no replicates, no lines.
    """
    cube = cube.without(withdrawn)
    sheets, cases = cube.values.shape[:2]
    if not sheets or not cases:
        return Stability(0, [])
    drawn = drawn_sheets(seed, replicates, sheets)
    rows = np.arange(replicates)[:, None] * sheets
    weights = np.bincount((drawn + rows).ravel(), minlength=replicates * sheets).astype(np.float64)
    found = ranks(cube, rubric, rule, weights.reshape(replicates, sheets), progress)
    winning = ((found > 0) & (found <= rule.winners)).sum(axis=0)
    ordered = np.sort(np.where(found > 0, found, cases), axis=0)
    low, high = ordered[_place(_TAIL, replicates)], ordered[_place(1 - _TAIL, replicates)]
    lines = [
        CaseInterval(case_id, int(low[case]), int(high[case]), int(winning[case]))
        for case, case_id in enumerate(cube.case_ids)
    ]
    return Stability(replicates, lines)


def _place(share: Fraction, count: int) -> int:
    """Where the inverse of the empirical distribution function has ``share``, among ``count`` sorted values."""
    return max(-(-share.numerator * count // share.denominator) - 1, 0)


def leave_one_out(
    cube: ScoreCube,
    rubric: Rubric,
    rule: CountingRule,
    withdrawn: Collection[str] = (),
    progress: Progress = SILENT,
) -> list[LeftOut]:
    """The sheets without which the winners were others, in the order of the cube; lots are not drawn for it."""
    cube = cube.without(withdrawn)
    sheets = cube.values.shape[0]
    if not sheets:
        return []
    weights = np.vstack([np.ones((1, sheets)), 1.0 - np.eye(sheets)])
    found = ranks(cube, rubric, rule, weights, progress)
    won = (found > 0) & (found <= rule.winners)
    return [
        LeftOut(
            sheet,
            [
                case_id
                for case, case_id in enumerate(cube.case_ids)
                if won[sheet + 1, case] and not won[0, case]
            ],
            [
                case_id
                for case, case_id in enumerate(cube.case_ids)
                if won[0, case] and not won[sheet + 1, case]
            ],
        )
        for sheet in range(sheets)
        if (won[sheet + 1] != won[0]).any()
    ]
