"""What an expert says of one case, as values: not yet scored, recused, abstained and zero are four different things."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from fractions import Fraction

from review_app.model.canonical import Record
from review_app.model.errors import InputError
from review_app.model.rubric import Rubric


class Standing(StrEnum):
    """Where a case stands for its expert."""

    UNSCORED = "unscored"
    PARTIAL = "partial"
    SCORED = "scored"
    RECUSED = "recused"
    ABSTAINED = "abstained"


class CaseScores(Record, frozen=True):
    """One expert's state of one case.  ``scores`` has one entry a criterion, None where nothing was said.

    Recusal and abstention keep the scores given before, so that taking them back loses nothing.  ``recusal_reason``,
    ``note`` and ``doubtful`` never leave the laptop.
    """

    scores: tuple[int | None, ...]
    comment: str = ""
    recused: bool = False
    recusal_reason: str = ""
    abstained: bool = False
    doubtful: bool = False
    note: str = ""

    @property
    def standing(self) -> Standing:
        """The one state this case is in."""
        if self.recused:
            return Standing.RECUSED
        if self.abstained:
            return Standing.ABSTAINED
        given = sum(score is not None for score in self.scores)
        if given == 0:
            return Standing.UNSCORED
        return Standing.SCORED if given == len(self.scores) else Standing.PARTIAL

    @property
    def closed(self) -> bool:
        """Whether nothing is left to decide here."""
        return self.standing in (Standing.SCORED, Standing.RECUSED, Standing.ABSTAINED)

    def total(self, rubric: Rubric) -> Fraction | None:
        """The weighted total; None unless every criterion is scored and the case neither recused nor abstained."""
        if self.standing is not Standing.SCORED:
            return None
        return weighted_total([score for score in self.scores if score is not None], rubric)


def unscored(rubric: Rubric) -> CaseScores:
    """The state of a case nobody has touched."""
    return CaseScores(scores=(None,) * len(rubric.criteria))


def weighted_total(scores: Sequence[int], rubric: Rubric) -> Fraction:
    """The exact weighted total of one complete row of scores."""
    return sum((weight * score for weight, score in zip(rubric.weights, scores, strict=True)), Fraction(0))


def check_score(value: int, rubric: Rubric) -> int:
    """Returns ``value`` when the scale has it; raises InputError ``score-out-of-range``."""
    if not rubric.lowest <= value <= rubric.highest:
        raise InputError("score-out-of-range", value=value, lowest=rubric.lowest, highest=rubric.highest)
    return value
