"""The severity-corrected score: what a case would have got had everybody scored it.

Least squares of ``total[sheet, case] = score[case] + lenience[sheet]`` over what was scored, the sheets' leniences
adding up to 0 (additive two-way layout without interaction, e.g. Searle, Linear Models, chapter 7).  With nothing
missing that is the mean of the totals; with recusals a case doesn't gain by having been left to the generous.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from review_app.model.result.cube import Totals
from review_app.model.result.padic import GapEquations


@dataclass(frozen=True)
class Severity:
    """``scores`` by case, ``leniences`` by sheet (above 0: gave more than the others did for the same cases), in the
    cube's order; None for what can't be compared with the rest, and for who scored nothing."""

    scores: list[Fraction | None]
    leniences: list[Fraction | None]


def corrected(totals: Totals) -> Severity:
    """Scores and leniences of the largest part of the cube that hangs together.

    Cases are compared through sheets that scored both, or a chain of such: where the cases fall into several parts,
    only the one with most cases (then most scores, then the earliest case) is fitted, by itself.
    """
    scores: list[Fraction | None] = [None] * totals.scored.shape[1]
    leniences: list[Fraction | None] = [None] * totals.scored.shape[0]
    cases, sheets = _largest_part(totals.scored)
    if cases:
        by_case, by_sheet = _fitted(
            totals.values[np.ix_(sheets, cases)], totals.scored[np.ix_(sheets, cases)]
        )
        for case, score in zip(cases, by_case, strict=True):
            scores[case] = score * totals.unit
        for sheet, lenience in zip(sheets, by_sheet, strict=True):
            leniences[sheet] = lenience * totals.unit
    return Severity(scores, leniences)


def _largest_part(scored: npt.NDArray[np.bool_]) -> tuple[list[int], list[int]]:
    """Cases and sheets of the largest part that hangs together, in their order."""
    part = list(range(scored.shape[1]))
    for pattern in np.unique(scored, axis=0):
        (together,) = np.nonzero(pattern)
        joined = {part[case] for case in together.tolist()}
        if len(joined) > 1:
            part = [min(joined) if name in joined else name for name in part]
    cells = scored.sum(axis=0).tolist()
    sizes: dict[int, list[int]] = {}
    for case, name in enumerate(part):
        if cells[case]:
            sizes.setdefault(name, []).append(case)
    if not sizes:
        return [], []
    cases = min(sizes.values(), key=lambda found: (-len(found), -sum(cells[c] for c in found), found[0]))
    return cases, np.nonzero(scored[:, cases].any(axis=1))[0].tolist()


def _fitted(
    values: npt.NDArray[np.int64] | npt.NDArray[np.object_], scored: npt.NDArray[np.bool_]
) -> tuple[list[Fraction], list[Fraction]]:
    """Score by case and lenience by sheet, in units, of a part that hangs together.

    As all leniences add up to 0, a case that every sheet scored simply gets its mean; equations remain for the cases
    and the sheets with gaps.  They are written for scores and leniences times the number of sheets, all in integers.
    """
    sheets, cases = scored.shape
    by_case = [int(value) for value in values.sum(axis=0)]
    by_sheet = [int(value) for value in values.sum(axis=1)]
    n, k = scored.sum(axis=0), scored.sum(axis=1)
    open_cases, open_sheets = np.nonzero(n < sheets)[0], np.nonzero(k < cases)[0]
    scores = [Fraction(total, sheets) for total in by_case]
    leniences: dict[int, Fraction] = {}
    if len(open_cases):
        by_all = sum(by_case[case] for case in np.nonzero(n == sheets)[0])
        solved = GapEquations(
            n=n[open_cases].astype(np.int64),
            k=k[open_sheets].astype(np.int64),
            missing=~scored[np.ix_(open_sheets, open_cases)].T,
            f=[sheets * by_case[case] for case in open_cases],
            g=[sheets * by_sheet[sheet] - by_all for sheet in open_sheets],
        ).solve()
        whole = solved.denominator * sheets
        for case, found in zip(open_cases.tolist(), solved.x, strict=True):
            scores[case] = Fraction(found, whole)
        leniences = {
            sheet: Fraction(found, whole) for sheet, found in zip(open_sheets.tolist(), solved.y, strict=True)
        }
    everything = sum(scores, Fraction(0)) if len(leniences) < sheets else Fraction(0)
    return scores, [
        leniences[sheet] if sheet in leniences else (by_sheet[sheet] - everything) / cases
        for sheet in range(sheets)
    ]
