"""What a set of judged sheets comes to under the terms, and which part of it may be published."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from review_app.model.box.judge import Electorate, JudgedSheet, accepted_scores
from review_app.model.canonical import Record
from review_app.model.result.cube import ScoreCube, cube_from
from review_app.model.result.ranking import RankedCase, exact_text, rank, winners
from review_app.model.terms import Terms


class RankingLine(Record, frozen=True):
    """One line of the ranking; ``rank`` 0 and an empty ``score`` for a case without a rank.  ``score`` is exact, an
    integer or a fraction in lowest terms; ``drawn`` says that a lot decided between this case and its equals."""

    case: str
    rank: int
    score: str
    sheets: int
    used: int
    drawn: bool


class SetAside(Record, frozen=True):
    """A case that was taken out of the contest after the count, and why: as when an objection is upheld."""

    case: str
    reason: str


class Interval(Record, frozen=True):
    """Where a case may stand (95 %), and in how many of the replicates it is among the winners."""

    case: str
    low: int
    high: int
    winning: int


class Agreement(Record, frozen=True):
    """How far the experts agree on ``what`` (``total`` or a criterion): texts with four decimals, empty where a figure
    is not defined."""

    what: str
    kendall_w: str
    alpha_ordinal: str
    alpha_interval: str
    icc_2_1: str
    icc_2_k: str


class Statistics(Record, frozen=True):
    """The statistics that are sealed with a result."""

    replicates: int
    intervals: list[Interval]
    agreement: list[Agreement]


Statistician = Callable[[ScoreCube, Terms, Collection[str], bytes], Statistics]
"""From cube, terms, withdrawn cases and seed to the statistics."""


@dataclass(frozen=True)
class Count:
    """What a set of judged sheets comes to under the terms.  ``winners`` are in the order of the ranking."""

    ranking: list[RankedCase]
    winners: list[str]
    statistics: Statistics | None = None

    @property
    def lines(self) -> list[RankingLine]:
        """The whole ranking in the form in which it is published."""
        return [
            RankingLine(
                line.case_id,
                line.rank or 0,
                exact_text(line.score) if line.score is not None else "",
                line.sheets,
                line.used,
                line.drawn,
            )
            for line in self.ranking
        ]


def count(
    sheets: Sequence[JudgedSheet],
    electorate: Electorate,
    seed: bytes | None = None,
    statistician: Statistician | None = None,
    *,
    aside: Collection[str] = (),
) -> Count:
    """Ranks the accepted sheets by the rule of the terms, without the candidates set ``aside``.

    Without ``seed`` no lot is drawn and there are no statistics.
    """
    terms = electorate.terms
    cube = cube_from(accepted_scores(sheets), terms.candidate_ids, len(terms.rubric.criteria))
    return count_cube(cube, electorate, seed, statistician, aside=aside)


def count_cube(
    cube: ScoreCube,
    electorate: Electorate,
    seed: bytes | None = None,
    statistician: Statistician | None = None,
    *,
    aside: Collection[str] = (),
) -> Count:
    """As :func:`count`, for the cube of the accepted sheets."""
    terms = electorate.terms
    withdrawn = {*electorate.withdrawn_cases, *aside}
    ranking = rank(cube, terms.rubric, terms.rule, withdrawn, seed)
    found = statistician(cube, terms, withdrawn, seed) if statistician is not None and seed else None
    return Count(ranking, winners(ranking, terms.rule), found)


def public_lines(counted: Count, terms: Terms) -> list[RankingLine]:
    """The lines that may be published: all; those of the winners, where the sheets that show the others are for
    auditors; or none."""
    if terms.rule.publication == "winners":
        return []
    if terms.rule.publication == "winners-scored" and terms.rule.auditors:
        return [line for line in counted.lines if line.case in counted.winners]
    return counted.lines


def public_winners(winning: Collection[str], ranked: Sequence[str], terms: Terms) -> list[str]:
    """The winners as they are published: in the order of the ranking, or of the terms where nothing may be told of
    it."""
    order = terms.candidate_ids if terms.rule.publication == "winners" else ranked
    return [case_id for case_id in order if case_id in winning]


def public_statistics(counted: Count, terms: Terms) -> Statistics | None:
    """The statistics where sheets are public; with auditors they would tell of those who didn't win."""
    return None if terms.rule.auditors else counted.statistics


def named_ids(terms: Terms, winning: Collection[str]) -> list[str]:
    """Whose titles are published: everybody's, or the winners' only, in terms order."""
    if terms.rule.publication == "full":
        return terms.candidate_ids
    return [case_id for case_id in terms.candidate_ids if case_id in winning]
