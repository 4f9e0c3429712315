"""From the cube to a ranking by the rule, exact wherever a tie could hang on rounding."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from fractions import Fraction

from review_app.model.result.cube import ScoreCube
from review_app.model.rubric import CountingRule, Rubric


@dataclass(frozen=True)
class RankedCase:
    """One line of a ranking.

    ``rank`` is None for a case with too few scores; ``score`` is then None too.  ``sheets`` counts the sheets that
    scored the case, ``used`` those left after trimming.  ``tie_means`` are the criterion means that break ties.
    """

    case_id: str
    rank: int | None
    score: Fraction | None
    sheets: int
    used: int
    tie_means: tuple[Fraction, ...]


def mean(values: Sequence[Fraction]) -> Fraction:
    """Exact arithmetic mean of at least one value."""
    return sum(values, Fraction(0)) / len(values)


def trimmed(totals: Sequence[Fraction], drop: int) -> list[Fraction]:
    """``totals`` without the ``drop`` highest and the ``drop`` lowest; empty when nothing would be left.

    Sorts and slices: a share handed to a library's trimmed mean rounds to nothing at some panel sizes (measured with
    scipy at 49, 98 and 103 sheets).
    """
    return sorted(totals)[drop : len(totals) - drop] if len(totals) > 2 * drop else []


def rank(
    cube: ScoreCube, rubric: Rubric, rule: CountingRule, withdrawn: Collection[str] = ()
) -> list[RankedCase]:
    """All candidates that are still in the contest, best first.

    Score: mean of the weighted totals, trimmed if the rule says so.  Ties: the means over all sheets of the criteria
    named in the rule, in order; what is still equal shares a rank (1, 2, 2, 4) and stands in terms order.  Cases with
    fewer than ``minimum_scores`` scored sheets, or too few to trim, come last without a rank.
    """
    tie_criteria = [[c.id for c in rubric.criteria].index(name) for name in rule.ties]
    counted: list[tuple[tuple[Fraction, ...], RankedCase]] = []
    unranked: list[RankedCase] = []
    for index, case_id in enumerate(cube.case_ids):
        if case_id in withdrawn:
            continue
        rows = cube.rows(index)
        totals = cube.totals(index, rubric)
        used = trimmed(totals, rule.drop)
        if len(rows) < rule.minimum_scores or not used:
            unranked.append(RankedCase(case_id, None, None, len(rows), 0, ()))
            continue
        score = mean(used)
        ties = tuple(mean([Fraction(row[criterion]) for row in rows]) for criterion in tie_criteria)
        counted.append(((score, *ties), RankedCase(case_id, None, score, len(rows), len(used), ties)))
    counted.sort(key=lambda item: item[0], reverse=True)
    ranked: list[RankedCase] = []
    for place, (key, line) in enumerate(counted, start=1):
        shared = ranked[-1].rank if ranked and counted[place - 2][0] == key else place
        ranked.append(RankedCase(line.case_id, shared, line.score, line.sheets, line.used, line.tie_means))
    return ranked + unranked


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
