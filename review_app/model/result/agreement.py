"""How far the experts agree: Kendall's W, Krippendorff's alpha, intraclass correlation, on the total and a criterion.

W and ICC are defined for complete tables, so they rest on the sheets that scored every case in the contest; alpha takes
the gaps that recusals leave.  Where a figure isn't defined (one sheet, one case, nobody differs) it is None.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from review_app.model.result.cube import ScoreCube, totals_of
from review_app.model.rubric import Rubric

Table = npt.NDArray[np.float64]
"""Shape (cases, sheets); NaN where a sheet has no score for a case."""


@dataclass(frozen=True)
class AgreementLine:
    """The figures of the total or of one criterion; ``sheets`` are the complete ones that W and ICC rest on."""

    what: str
    sheets: int
    kendall_w: float | None
    alpha_ordinal: float | None
    alpha_interval: float | None
    icc_2_1: float | None
    icc_2_k: float | None


def agreement(cube: ScoreCube, rubric: Rubric, withdrawn: Collection[str] = ()) -> list[AgreementLine]:
    """The figures of the total, then of every criterion in its order."""
    cube = cube.without(withdrawn)
    totals = totals_of(cube, rubric)
    whole = np.where(totals.scored, totals.values.astype(np.float64), np.nan).T
    lines = [_line("total", whole)]
    for place, criterion in enumerate(rubric.criteria):
        scores = np.where(totals.scored, cube.values[:, :, place], np.nan).T
        lines.append(_line(criterion.id, scores))
    return lines


def _line(what: str, table: Table) -> AgreementLine:
    complete = table[:, ~np.isnan(table).any(axis=0)] if table.size else table
    single, mean = icc_2(complete)
    return AgreementLine(
        what,
        complete.shape[1],
        kendall_w(complete),
        krippendorff_alpha(table, "ordinal"),
        krippendorff_alpha(table, "interval"),
        single,
        mean,
    )


def kendall_w(table: Table) -> float | None:
    """Kendall's coefficient of concordance, corrected for ties (Kendall and Gibbons, Rank Correlation Methods, 1990,
    chapter 6): 0 no agreement, 1 all rank alike.

    None with fewer than two cases or sheets, or when every sheet ties everything.
    """
    cases, sheets = table.shape
    if cases < 2 or sheets < 2:
        return None
    ranked = np.empty_like(table)
    ties = 0.0
    for sheet in range(sheets):
        _, places, counts = np.unique(table[:, sheet], return_inverse=True, return_counts=True)
        last = np.cumsum(counts)
        ranked[:, sheet] = (last - (counts - 1) / 2)[places]
        ties += float((counts**3 - counts).sum())
    sums = ranked.sum(axis=1)
    spread = float(((sums - sums.mean()) ** 2).sum())
    most = sheets**2 * (cases**3 - cases) - sheets * ties
    return 12 * spread / most if most > 0 else None


def krippendorff_alpha(table: Table, level: Literal["ordinal", "interval"]) -> float | None:
    """Krippendorff's alpha (Content Analysis, 2004, chapter 11): 1 agreement, 0 what chance would give, below 0 worse.

    None when no two sheets scored the same case, or when only one value was ever given.
    """
    if not table.size:
        return None
    rated = table[(~np.isnan(table)).sum(axis=1) >= 2]
    values = np.unique(rated[~np.isnan(rated)])
    if len(values) < 2:
        return None
    counts = np.stack([(rated == value).sum(axis=1) for value in values], axis=1).astype(np.float64)
    distance = _distances(values, counts.sum(axis=0), level)
    given = counts.sum(axis=1)
    observed = float((((counts @ distance) * counts).sum(axis=1) / (given - 1)).sum())
    totals = counts.sum(axis=0)
    expected = float(totals @ distance @ totals) / (given.sum() - 1)
    return 1 - observed / expected if expected > 0 else None


def _distances(values: Table, totals: Table, level: Literal["ordinal", "interval"]) -> Table:
    """Squared distances between the values in use, ascending; ``totals`` says how often each was given."""
    if level == "interval":
        return (values[:, None] - values[None, :]) ** 2
    middle = np.cumsum(totals) - totals / 2  # between two values: all that lie between, and half of each
    return (middle[:, None] - middle[None, :]) ** 2


def icc_2(table: Table) -> tuple[float | None, float | None]:
    """ICC(2,1) and ICC(2,k) of a complete table (Shrout and Fleiss, Psychological Bulletin 86, 1979): how reliable one
    sheet is, and the mean of all of them, when sheets are a sample of experts.

    None with fewer than two cases or sheets, or where everything is equal.
    """
    cases, sheets = table.shape
    if cases < 2 or sheets < 2:
        return None, None
    grand = table.mean()
    rows = sheets * float(((table.mean(axis=1) - grand) ** 2).sum())
    columns = cases * float(((table.mean(axis=0) - grand) ** 2).sum())
    rest = max(float(((table - grand) ** 2).sum()) - rows - columns, 0.0)
    by_case, by_sheet = rows / (cases - 1), columns / (sheets - 1)
    error = rest / ((cases - 1) * (sheets - 1))
    single = by_case + (sheets - 1) * error + sheets * (by_sheet - error) / cases
    mean = by_case + (by_sheet - error) / cases
    # Equal scores leave a rounding error instead of 0.
    smallest = 1e-12 * max(abs(grand), 1.0) ** 2
    return (
        (by_case - error) / single if abs(single) > smallest else None,
        (by_case - error) / mean if abs(mean) > smallest else None,
    )
