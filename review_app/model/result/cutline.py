"""The line between winning and not winning: how far apart the two sides of it are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from review_app.model.result.ranking import RankedCase
from review_app.model.rubric import CountingRule


@dataclass(frozen=True)
class CutLine:
    """The last winner and the first case that isn't one.

    ``difference`` of their scores is 0 where the tie criteria or a lot decided.  ``points`` is what all sheets of the
    lower case together would have had to give more, in weighted points, to draw level (rounded up to a whole number):
    only for rules that average totals, None otherwise.
    """

    last: RankedCase
    first: RankedCase
    difference: Fraction
    points: int | None


def cut_line(ranking: Sequence[RankedCase], rule: CountingRule) -> CutLine | None:
    """The line of a ranking; None where nobody wins or nobody stays out."""
    winning = [line for line in ranking if line.rank is not None and line.rank <= rule.winners]
    out = [line for line in ranking if line.rank is not None and line.rank > rule.winners]
    if not winning or not out:
        return None
    last, first = winning[-1], out[0]
    assert last.score is not None and first.score is not None
    difference = last.score - first.score
    averaged = rule.method in ("mean", "trimmed-mean")
    missing = difference * first.used
    points = -(-missing.numerator // missing.denominator) if averaged else None
    return CutLine(last, first, difference, points)
