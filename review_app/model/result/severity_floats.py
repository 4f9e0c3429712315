"""The severity-corrected scores of many weightings at once, in floating point: for intervals, never for the ranking."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from review_app.model.result.cube import Totals

Floats = npt.NDArray[np.float64]
_AT_ONCE = 1 << 23
"""Cells of the largest table in memory (64 MB)."""


def corrected_floats(totals: Totals, weights: Floats) -> Floats:
    """Weighted least squares of ``total = score[case] + lenience[sheet]``, the weighted leniences adding up to 0.

    ``weights`` has shape (replicates, sheets), the answer (replicates, cases), in the totals' unit; NaN for cases that
    can't be compared with the largest part that hangs together (see :mod:`review_app.model.result.severity`).
    """
    scored = totals.scored.astype(np.float64)
    values = np.where(totals.scored, totals.values, 0).astype(np.float64)
    replicates, (_, cases) = weights.shape[0], scored.shape
    found = np.full((replicates, cases), np.nan)
    complete = totals.scored.all(axis=1)
    together = (weights[:, complete] > 0).any(
        axis=1
    )  # one sheet that scored everything holds all cases together
    per_chunk = max(1, _AT_ONCE // max(cases * cases, 1))
    rows = np.nonzero(together)[0]
    for first in range(0, len(rows), per_chunk):
        part = rows[first : first + per_chunk]
        found[part] = _solve(scored, values, weights[part])
    for row in np.nonzero(~together)[0]:
        counting = weights[row] > 0
        part_cases = _largest_part(totals.scored[counting])
        sheets = np.nonzero(counting)[0][totals.scored[np.ix_(counting, part_cases)].any(axis=1)]
        if len(part_cases):
            grid = np.ix_(sheets, part_cases)
            found[row, part_cases] = _solve(scored[grid], values[grid], weights[row, sheets][None, :])[0]
    return found


def _solve(scored: Floats, values: Floats, weights: Floats) -> Floats:
    """The normal equations over cases, the sheets eliminated; what is scored hangs together.

    They fix the scores up to one number added to all, so the square of the one condition on the leniences is added.
    """
    cases = scored.shape[1]
    given = scored.sum(axis=1)
    share = np.divide(scored, given[:, None], out=np.zeros_like(scored), where=given[:, None] > 0)
    mean = np.divide(values.sum(axis=1), given, out=np.zeros_like(given), where=given > 0)
    left = -np.stack([(weights * scored[:, case]) @ share for case in range(cases)], axis=1)
    counted = weights @ scored
    left[:, np.arange(cases), np.arange(cases)] += counted
    right = weights @ values - (weights * mean) @ scored
    condition = weights @ share
    bound = weights @ mean
    left += condition[:, :, None] * condition[:, None, :]
    right += condition * bound[:, None]
    unseen = counted == 0
    left[:, np.arange(cases), np.arange(cases)] += unseen
    solved = np.linalg.solve(left, right[:, :, None])[:, :, 0]
    return np.where(unseen, np.nan, solved)


def _largest_part(scored: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
    """The cases of the largest part that hangs together: most cases, then most scores, then the earliest case."""
    part = np.arange(scored.shape[1])
    for pattern in np.unique(scored, axis=0):
        if pattern.any():
            joined = np.isin(part, part[pattern])
            part[joined] = part[joined].min()
    cells = scored.sum(axis=0)
    sizes = [
        (-int((chosen & (cells > 0)).sum()), -int(cells[chosen].sum()), int(name))
        for name in np.unique(part[cells > 0])
        for chosen in [part == name]
    ]
    if not sizes:
        return np.zeros(0, dtype=np.int64)
    return np.nonzero((part == min(sizes)[2]) & (cells > 0))[0]
