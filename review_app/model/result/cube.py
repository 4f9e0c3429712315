"""The score cube: everything in this folder is a function of it and of the rule."""

from __future__ import annotations

import math
from array import array
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from review_app.model.rubric import Rubric
from review_app.model.scoring.sheet import Scores


@dataclass(frozen=True)
class ScoreCube:
    """``values[sheet, case, criterion]`` as float64, NaN where a sheet has no score (recusal, abstention, withdrawn).

    Scores are integers below 10,001, so float64 holds them exactly; exact arithmetic starts from :func:`totals_of`.
    """

    case_ids: tuple[str, ...]
    values: npt.NDArray[np.float64]

    @property
    def scored(self) -> npt.NDArray[np.bool_]:
        """Which sheet scored which case, shape (sheets, cases)."""
        return np.asarray(~np.isnan(self.values).any(axis=2))

    def rows(self, case: int) -> list[list[int]]:
        """The complete rows given to one case, one a sheet that scored it, each one integer a criterion."""
        plane = self.values[:, case, :]
        scored = ~np.isnan(plane).any(axis=1)
        return [[int(value) for value in row] for row in plane[scored]]

    def without(self, case_ids: Collection[str]) -> ScoreCube:
        """The cube without some cases."""
        kept = [index for index, case_id in enumerate(self.case_ids) if case_id not in case_ids]
        return ScoreCube(tuple(self.case_ids[index] for index in kept), self.values[:, kept, :])


@dataclass(frozen=True)
class Totals:
    """The weighted totals of a cube as integers: ``values[sheet, case] * unit`` is the total, exactly; 0 where
    ``scored`` is false.  ``values`` is int64 where every sum over a case or a sheet fits, and Python's integers
    otherwise."""

    unit: Fraction
    values: npt.NDArray[np.int64] | npt.NDArray[np.object_]
    scored: npt.NDArray[np.bool_]

    def of_case(self, case: int) -> list[int]:
        """The totals of one case, in units, one a sheet that scored it, in the order of the sheets."""
        found: list[int] = self.values[self.scored[:, case], case].tolist()
        return found


def totals_of(cube: ScoreCube, rubric: Rubric) -> Totals:
    """The exact totals of every sheet and case, in the largest unit that all of them are multiples of."""
    weights = rubric.weights
    common = math.lcm(*(weight.denominator for weight in weights))
    whole = [int(weight * common) for weight in weights]
    shared = math.gcd(*whole)
    whole = [weight // shared for weight in whole]
    sheets, cases, _ = cube.values.shape
    largest = rubric.highest * sum(whole) * max(sheets, cases, 1)
    scored = cube.scored
    scores = np.where(scored[:, :, None], cube.values, 0).astype(np.int64)
    if largest < 1 << 62:
        values = scores @ np.array(whole, dtype=np.int64)
    else:
        values = np.zeros((sheets, cases), dtype=object)
        for criterion, weight in enumerate(whole):
            values += scores[:, :, criterion].astype(object) * weight
    return Totals(Fraction(shared, common), values, scored)


def cells_of(sheet: Scores, criteria: int) -> bytes:
    """The rows of one sheet, checked against the terms, as native 32-bit integers: cases times criteria of them, -1
    where there is no score."""
    missing = [-1] * criteria
    flat: list[int] = []
    for row in sheet.rows:
        flat += row.scores or missing
    return array("i", flat).tobytes()


def cube_of_cells(cells: Sequence[bytes], case_ids: Sequence[str], criteria: int) -> ScoreCube:
    """As :func:`cube_from`, from what :func:`cells_of` gives for each sheet."""
    whole = np.frombuffer(b"".join(cells), dtype=np.intc).reshape(len(cells), len(case_ids), criteria)
    return ScoreCube(tuple(case_ids), np.where(whole < 0, np.nan, whole.astype(np.float64)))


def cube_from(sheets: Sequence[Scores], case_ids: Sequence[str], criteria: int) -> ScoreCube:
    """The cube of some sheets whose rows have been checked against the terms; shape (sheets, cases, criteria)."""
    values = np.full((len(sheets), len(case_ids), criteria), np.nan)
    for index, sheet in enumerate(sheets):
        for case, row in enumerate(sheet.rows):
            if row.state == "scored":
                values[index, case] = row.scores
    return ScoreCube(tuple(case_ids), values)
