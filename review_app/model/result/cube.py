"""The score cube: everything in this folder is a function of it and of the rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
import numpy.typing as npt

from review_app.model.rubric import Rubric
from review_app.model.scoring.sheet import Scores


@dataclass(frozen=True)
class ScoreCube:
    """``values[sheet, case, criterion]`` as float64, NaN where a sheet has no score (recusal, abstention, withdrawn).

    Scores are integers below 10,001, so float64 holds them exactly; exact arithmetic starts from :meth:`rows`.
    """

    case_ids: tuple[str, ...]
    values: npt.NDArray[np.float64]

    def rows(self, case: int) -> list[list[int]]:
        """The complete rows given to one case, one a sheet that scored it, each one integer a criterion."""
        plane = self.values[:, case, :]
        scored = ~np.isnan(plane).any(axis=1)
        return [[int(value) for value in row] for row in plane[scored]]

    def totals(self, case: int, rubric: Rubric) -> list[Fraction]:
        """Exact weighted totals of one case, one a sheet that scored it."""
        weights = rubric.weights
        return [
            sum((weight * value for weight, value in zip(weights, row, strict=True)), Fraction(0))
            for row in self.rows(case)
        ]


def cube_from(sheets: Sequence[Scores], case_ids: Sequence[str], criteria: int) -> ScoreCube:
    """The cube of some sheets whose rows have been checked against the terms; shape (sheets, cases, criteria)."""
    values = np.full((len(sheets), len(case_ids), criteria), np.nan)
    for index, sheet in enumerate(sheets):
        for case, row in enumerate(sheet.rows):
            if row.state == "scored":
                values[index, case] = row.scores
    return ScoreCube(tuple(case_ids), values)
