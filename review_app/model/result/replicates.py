"""Many counts at once: the ranks under weighted sheets, one row of weights a replicate.

A weight says how often a sheet counts: whole numbers for the bootstrap, 0 for a sheet left out.  Scores are counted
from how often each total occurs, so a replicate costs a product of matrices instead of a count of its own.

Sums of whole numbers below 2^53 are exact in float64 in whatever order they are added, so the ranks are those of exact
arithmetic: two different quotients a/b and c/d are different float64, in the right order, while a*d < 2^52, and equal
ones are equal.  Where totals are larger than that (weights with many decimals) the sums are split and compared as
fractions.  The severity-corrected rule alone is computed in floating point, and told apart at nine decimals.
"""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import numpy.typing as npt

from review_app.model.progress import SILENT, Progress
from review_app.model.result.cube import ScoreCube, Totals, totals_of
from review_app.model.result.severity_floats import corrected_floats
from review_app.model.rubric import CountingRule, Rubric

Floats = npt.NDArray[np.float64]
Counts = npt.NDArray[np.float64] | npt.NDArray[np.float32]
Weights = npt.NDArray[np.float64]
"""Shape (replicates, sheets): how often a sheet counts; whole numbers."""

_EXACT = 1 << 52
_HALF = 1 << 26
_LIGHT = 1 << 24
"""Whole numbers below it are exact in float32 too, whose products take half the time."""
_AT_ONCE = 1 << 24
"""Cells of the largest table in memory (128 MB)."""


def ranks(
    cube: ScoreCube, rubric: Rubric, rule: CountingRule, weights: Weights, progress: Progress = SILENT
) -> npt.NDArray[np.int64]:
    """The rank of every case of ``cube`` under every row of ``weights``; shape (replicates, cases).

    0 for a case that the rule gives no score.  What the named criteria don't decide shares a rank: no lots are drawn.
    ``progress`` counts replicates.
    """
    replicates, sheets = weights.shape
    cases = len(cube.case_ids)
    found = np.zeros((replicates, cases), dtype=np.int64)
    if not cases:
        return found
    progress.start(replicates)
    chunk = max(1, _AT_ONCE // max(sheets, cases * cases, 1))
    counting = _Counting(cube, rubric, rule)
    for first in range(0, replicates, chunk):
        rows = slice(first, min(first + chunk, replicates))
        found[rows] = counting.ranks(weights[rows])
        for _ in range(rows.stop - rows.start):
            progress.step()
    return found


class _Counting:
    """What all replicates have in common."""

    def __init__(self, cube: ScoreCube, rubric: Rubric, rule: CountingRule) -> None:
        self.rule = rule
        self.totals = totals_of(cube, rubric)
        self.scored = self.totals.scored.astype(np.float64)
        places = {criterion.id: place for place, criterion in enumerate(rubric.criteria)}
        self.ties = [np.nan_to_num(cube.values[:, :, places[name]]) for name in rule.ties]
        largest = max((abs(int(value)) for value in self.totals.values.flat), default=0)
        self.largest = max(largest, rubric.highest)
        self.domains = [_domain(self.totals, case) for case in range(len(cube.case_ids))]

    def ranks(self, weights: Weights) -> npt.NDArray[np.int64]:
        counted = weights @ self.scored  # (replicates, cases): sheets that scored the case
        many = int(weights.sum(axis=1).max(initial=1))
        exact = self.largest * many * many < _EXACT
        if self.rule.method == "severity-corrected" and not self.totals.scored.all():
            values = corrected_floats(self.totals, weights)
            keys = [np.round(values, 9)]
            missing = np.isnan(values)
        else:
            sums, used = self._sums(weights, counted, exact)
            missing = used == 0
            keys = [_quotients(sums, used, exact)]
        missing |= (counted < self.rule.minimum_scores) | (counted == 0)
        safe = np.where(counted > 0, counted, 1.0)
        keys += [(weights @ tie) / safe for tie in self.ties]
        return _placed([np.where(missing, -np.inf, key) for key in keys], missing)

    def _sums(
        self, weights: Weights, counted: Floats, exact: bool
    ) -> tuple[Floats | npt.NDArray[np.object_], Floats]:
        """Sum and number of the totals that the rule keeps, each (replicates, cases)."""
        light = weights.astype(np.float32) if weights.sum(axis=1).max(initial=0) < _LIGHT else weights
        sums = np.zeros(counted.shape, dtype=np.float64 if exact else object)
        used = np.zeros(counted.shape)
        for case, (values, onehot) in enumerate(self.domains):
            kept = self._kept(light @ onehot, counted[:, case])
            used[:, case] = kept.sum(axis=1)
            if exact:
                sums[:, case] = kept @ values.astype(np.float64)
            else:
                high = kept @ (values // _HALF).astype(np.float64)
                low = kept @ (values % _HALF).astype(np.float64)
                sums[:, case] = [int(h) * _HALF + int(rest) for h, rest in zip(high, low, strict=True)]
        return sums, used

    def _kept(self, occurring: Counts, counted: Floats) -> Counts:
        """How often each total is kept, of how often it occurs (totals ascending)."""
        rule = self.rule
        if rule.method in ("mean", "severity-corrected"):
            return occurring
        if rule.method == "median":  # the middle one or two: all but as many at each end
            drop = np.maximum((counted - 1) // 2, 0)
        elif rule.drop_share:
            share = rule.share
            drop = np.array([float(int(share * int(each))) for each in counted])
        else:
            drop = np.full(counted.shape, float(rule.drop))
        below = np.cumsum(occurring, axis=1, dtype=np.float64)
        upper = np.maximum(counted - drop, drop)
        kept = np.clip(below, drop[:, None], upper[:, None])
        return np.diff(kept, axis=1, prepend=drop[:, None])


def _domain(totals: Totals, case: int) -> tuple[npt.NDArray[np.object_] | npt.NDArray[np.int64], Counts]:
    """The different totals of a case, ascending, and which sheet gave which, shape (sheets, totals)."""
    scored = totals.scored[:, case]
    values, places = np.unique(totals.values[scored, case], return_inverse=True)
    onehot = np.zeros((len(scored), len(values)), dtype=np.float32)
    onehot[np.nonzero(scored)[0], places] = 1.0
    return values, onehot


def _quotients(sums: Floats | npt.NDArray[np.object_], used: Floats, exact: bool) -> Floats:
    """``sums / used`` as numbers in the same order; 0 where nothing was kept."""
    safe = np.where(used > 0, used, 1.0)
    if exact:
        return np.asarray(sums / safe, dtype=np.float64)
    ordered = np.zeros(used.shape)
    for row in range(used.shape[0]):
        quotients = [Fraction(int(a), int(b)) for a, b in zip(sums[row], safe[row], strict=True)]
        places = {value: place for place, value in enumerate(sorted(set(quotients)))}
        ordered[row] = [places[value] for value in quotients]
    return ordered


def _placed(keys: list[Floats], missing: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
    """Shared ranks (1, 2, 2, 4) by descending keys, the first the most important; 0 where ``missing``."""
    order = np.lexsort([-key for key in reversed(keys)], axis=-1)
    new = np.zeros(order.shape, dtype=bool)
    for key in keys:
        in_order = np.take_along_axis(key, order, axis=1)
        new[:, 1:] |= in_order[:, 1:] != in_order[:, :-1]
    place = np.arange(order.shape[1], dtype=np.int64)[None, :]
    shared = np.maximum.accumulate(np.where(new, place, 0), axis=1) + 1
    found = np.empty(order.shape, dtype=np.int64)
    np.put_along_axis(found, order, shared, axis=1)
    return np.where(missing, 0, found)
