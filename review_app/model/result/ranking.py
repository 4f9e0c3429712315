"""From the cube to a ranking by the rule, exact wherever a tie could hang on rounding."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np

from review_app.model.result.cube import ScoreCube, totals_of
from review_app.model.result.lots import lot
from review_app.model.result.rules import CaseScore, case_scores
from review_app.model.rubric import CountingRule, Rubric


@dataclass(frozen=True)
class RankedCase:
    """One line of a ranking.

    ``rank`` is None for a case that the rule gives no score; ``score`` is then None too.  ``sheets`` counts the sheets
    that scored the case, ``used`` those left after trimming.  ``tie_means`` are the criterion means that break ties;
    ``drawn`` says that they didn't, and a lot decided between this case and another.
    """

    case_id: str
    rank: int | None
    score: Fraction | None
    sheets: int
    used: int
    tie_means: tuple[Fraction, ...]
    drawn: bool = False


def rank(
    cube: ScoreCube,
    rubric: Rubric,
    rule: CountingRule,
    withdrawn: Collection[str] = (),
    seed: bytes | None = None,
) -> list[RankedCase]:
    """All candidates that are still in the contest, best first, by the score that ``rule`` gives them.

    Ties: the means over all sheets of the criteria named in the rule, in order; what is still equal shares a rank (1,
    2, 2, 4) and stands in terms order, or, if the rule says so, in the order of the lots that ``seed`` draws (None: not
    known yet, the rank is shared till then).  Cases without a score come last, in terms order, without a rank.
    """
    cube = cube.without(withdrawn)
    return ranked(cube, rubric, rule, case_scores(totals_of(cube, rubric), rule), seed)


def ranked(
    cube: ScoreCube, rubric: Rubric, rule: CountingRule, scores: Sequence[CaseScore], seed: bytes | None
) -> list[RankedCase]:
    """The cases of ``cube`` ranked by ``scores`` (one each), ties broken as ``rule`` says."""
    places = {criterion.id: place for place, criterion in enumerate(rubric.criteria)}
    tie_criteria = [places[name] for name in rule.ties]
    groups: dict[tuple[Fraction, ...], list[RankedCase]] = {}
    without: list[RankedCase] = []
    scored = cube.scored
    counts: list[int] = scored.sum(axis=0).tolist()
    # Sums of integers far below 2**53: exact in float64.
    sums: list[list[float]] = np.where(scored[:, :, None], cube.values, 0).sum(axis=0).tolist()
    for case, (case_id, found) in enumerate(zip(cube.case_ids, scores, strict=True)):
        if found.score is None:
            without.append(RankedCase(case_id, None, None, counts[case], 0, ()))
            continue
        ties = tuple(Fraction(int(sums[case][place]), counts[case]) for place in tie_criteria)
        line = RankedCase(case_id, None, found.score, counts[case], found.used, ties)
        groups.setdefault((found.score, *ties), []).append(line)
    done: list[RankedCase] = []
    for key in sorted(groups, reverse=True):
        equal, first = groups[key], len(done) + 1
        if len(equal) > 1 and rule.last_tie == "lot" and seed is not None:
            by_lot = sorted((lot(seed, line.case_id), place) for place, line in enumerate(equal))
            order = [equal[place] for _, place in by_lot]
            done += [replace(line, rank=first + n, drawn=True) for n, line in enumerate(order)]
        else:
            done += [replace(line, rank=first) for line in equal]
    return done + without


def winners(ranking: Sequence[RankedCase], rule: CountingRule) -> list[str]:
    """Ids of all cases ranked up to ``rule.winners``; more than that many when the last rank is shared."""
    return [line.case_id for line in ranking if line.rank is not None and line.rank <= rule.winners]


def exact_text(value: Fraction) -> str:
    """An exact number as text: ``44`` or ``887/20``, in lowest terms."""
    return str(value.numerator) if value.denominator == 1 else f"{value.numerator}/{value.denominator}"


def rounded_text(value: Fraction, places: int = 2) -> str:
    """``value`` for people, rounded half up to ``places`` decimals."""
    scaled = abs(value) * 10**places
    units = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    whole, rest = divmod(units, 10**places)
    sign = "-" if value < 0 and units else ""
    return f"{sign}{whole}.{rest:0{places}d}" if places else f"{sign}{whole}"
