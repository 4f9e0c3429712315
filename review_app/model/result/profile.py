"""What lies behind a score: the criteria of a case, and how severe each sheet is."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction

from review_app.model.result.cube import ScoreCube, totals_of
from review_app.model.result.severity import corrected
from review_app.model.rubric import Rubric


@dataclass(frozen=True)
class CaseProfile:
    """``means`` of the criteria in their order, over the sheets that scored the case (empty when none did);
    ``totals`` are the sheets' weighted totals, by the sheet's place in the cube."""

    case: str
    means: list[Fraction]
    totals: dict[int, Fraction]


def profiles(cube: ScoreCube, rubric: Rubric, withdrawn: Collection[str] = ()) -> list[CaseProfile]:
    """One profile a case in the contest, in terms order."""
    cube = cube.without(withdrawn)
    totals = totals_of(cube, rubric)
    found = []
    for case, case_id in enumerate(cube.case_ids):
        rows = cube.rows(case)
        means = [Fraction(sum(column), len(rows)) for column in zip(*rows, strict=True)]
        given = {
            sheet: int(totals.values[sheet, case]) * totals.unit
            for sheet in range(cube.values.shape[0])
            if totals.scored[sheet, case]
        }
        found.append(CaseProfile(case_id, means, given))
    return found


def leniences(cube: ScoreCube, rubric: Rubric, withdrawn: Collection[str] = ()) -> list[Fraction | None]:
    """By how many weighted points each sheet gave more (below 0: less) than the others did for the same cases, in the
    order of the cube; None for a sheet that can't be compared (see :mod:`review_app.model.result.severity`)."""
    return corrected(totals_of(cube.without(withdrawn), rubric)).leniences
