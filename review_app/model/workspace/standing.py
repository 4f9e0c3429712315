"""The result as it stands, read once: what the results page, the report and the tables show.

Everything is anonymous: a sheet is known by its receipt, comments stand apart from scores.  Ids are those of the
candidates in the terms.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, cast

from review_app.model.box.judge import JudgedScores, JudgedSheet
from review_app.model.box.papers import Outcome
from review_app.model.box.record import record_digest
from review_app.model.box.states import State
from review_app.model.crypto.base32 import short_form
from review_app.model.package.manifest import PackageCase
from review_app.model.progress import SILENT, Progress
from review_app.model.result.agreement import AgreementLine, agreement
from review_app.model.result.archive import public_remarks
from review_app.model.result.comparison import Changes, changes
from review_app.model.result.cube import ScoreCube, cube_from
from review_app.model.result.cutline import CutLine, cut_line
from review_app.model.result.profile import leniences, profiles
from review_app.model.result.ranking import RankedCase, rank
from review_app.model.result.rules import dropped
from review_app.model.result.stability import CaseInterval, Stability, bootstrap, leave_one_out
from review_app.model.result.ties import Step, apart, beside, steps
from review_app.model.result.whatif import borda, other_rules
from review_app.model.rubric import CountingRule
from review_app.model.scoring.sheet import Comment, Scores
from review_app.model.terms import Terms, terms_digest
from review_app.model.workspace import Workspace
from review_app.model.workspace.cards import CardCounts
from review_app.model.workspace.commendations import Commendation
from review_app.model.workspace.publication import Notice, Objection, SetAside
from review_app.model.workspace.rounds import Round

Method = Literal["mean", "trimmed-mean", "median", "severity-corrected", "borda"]
_RESAMPLING = 100
"""Steps of the progress for everything that isn't a replicate."""


@dataclass(frozen=True)
class SheetLine:
    """An accepted sheet.  ``receipt`` is what its expert was given (short form and revision), ``scores`` its row for
    each case that it scored, ``states`` why it has none for the others; ``lenience`` in weighted points."""

    receipt: str
    scores: dict[str, tuple[int, ...]]
    states: dict[str, str]
    lenience: Fraction | None


@dataclass(frozen=True)
class CaseLine:
    """A case in the contest, with everything behind its score.

    ``totals`` are the weighted totals of the sheets that scored it, by receipt; ``left_out`` those that the rule
    trims.  ``means`` are the criteria's, in their order, over all sheets that scored it.  ``points`` is the score for
    people ("" for none), with as many decimals as tell it from the next; ``above`` and ``below`` say what decided where
    the neighbour has an equal score.
    """

    case: PackageCase
    ranked: RankedCase
    wins: bool
    interval: CaseInterval | None
    share: float | None
    totals: dict[str, Fraction]
    left_out: frozenset[str]
    means: list[Fraction]
    points: str
    above: Step | None
    below: Step | None


@dataclass(frozen=True)
class WhatIf:
    """Another way of counting the same sheets: to look at, never sealed."""

    method: Method
    ranking: list[RankedCase]
    changes: Changes


@dataclass(frozen=True)
class WithoutSheet:
    """The winners that change when one sheet is left out."""

    receipt: str
    gained: list[str]
    lost: list[str]


@dataclass(frozen=True)
class Procedure:
    """How the result came about, in numbers.  ``stages`` are the titles of the shortlist rounds; ``opened`` is the day
    on which the box was opened."""

    submissions: int
    accepted: int
    stages: list[str]
    candidates: int
    cards: CardCounts
    opened: datetime.date | None
    present: list[str]


@dataclass(frozen=True)
class Standing:
    """A round whose box is open.  ``cases`` are in the order of the ranking (those without a rank last), ``sheets`` and
    ``receipts`` by receipt; ``titles`` are those of all candidates by id, also of those out of the contest; ``aside``
    are the cases of ``set_aside``; ``states`` counts every sealed file; ``seed`` is None while a public draw is
    missing."""

    terms: Terms
    terms_digest: str
    organizer: str
    box: str
    draw: str | None
    seed: bytes | None
    sample: bool
    notice: Notice
    procedure: Procedure
    titles: dict[str, str]
    cases: list[CaseLine]
    winners: list[str]
    line: CutLine | None
    replicates: int
    agreement: list[AgreementLine]
    what_ifs: list[WhatIf]
    without: list[WithoutSheet]
    sheets: list[SheetLine]
    receipts: list[Outcome]
    states: dict[State, int]
    remarks: list[Comment]
    withdrawn: list[PackageCase]
    set_aside: list[SetAside]
    aside: list[PackageCase]
    objections: list[Objection]
    commendations: dict[str, Commendation]

    @property
    def rule(self) -> CountingRule:
        """The rule of the terms."""
        return self.terms.rule

    def case(self, case_id: str) -> CaseLine:
        """The line of a case in the contest; raises KeyError."""
        for line in self.cases:
            if line.case.id == case_id:
                return line
        raise KeyError(case_id)


def look(workspace: Workspace, round_: Round, progress: Progress = SILENT) -> Standing:
    """Reads and counts everything that is to be seen of an opened round.

    ``progress`` counts replicates, and some steps more.  Raises UsageError ``box-not-opened``.
    """
    counting, publication = workspace.counting, workspace.publication
    sheets, electorate = counting.outcomes(round_), counting.electorate(round_)
    terms, seed = round_.terms, counting.seed(round_)
    aside = publication.set_aside(round_)
    out = {*electorate.withdrawn_cases, *(each.case for each in aside)}
    accepted = _accepted(sheets)
    receipts = [_receipt(item) for item in accepted]
    scores = [item.scores for item in accepted if item.scores is not None]
    cube = cube_from(scores, terms.candidate_ids, len(terms.rubric.criteria))
    ranking = rank(cube, terms.rubric, terms.rule, out, seed)
    resampled = (
        bootstrap(cube, terms.rubric, terms.rule, out, seed, progress=progress)
        if seed is not None
        else Stability(0, [])
    )
    cases = {case.id: case for case in round_.manifest.cases}
    lines = _case_lines(cube, terms, ranking, resampled, cases, out, receipts)
    listed = counting.listed(round_)
    opening = counting.last_opening(round_)
    return Standing(
        terms=terms,
        terms_digest=terms_digest(round_.terms_jws),
        organizer=round_.organizer_thumbprint,
        box=record_digest(counting.record(round_)),
        draw=publication.draw(round_),
        seed=seed,
        sample=workspace.sample,
        notice=publication.notice(round_),
        procedure=_procedure(workspace, round_, list(opening.present) if opening else []),
        titles={case.id: case.title for case in cases.values()},
        cases=lines,
        winners=[line.case.id for line in lines if line.wins],
        line=cut_line(ranking, terms.rule),
        replicates=resampled.replicates,
        agreement=agreement(cube, terms.rubric, out),
        what_ifs=_what_ifs(cube, terms, ranking, out, seed),
        without=[
            WithoutSheet(receipts[left.sheet], left.gained, left.lost)
            for left in leave_one_out(cube, terms.rubric, terms.rule, out)
        ],
        sheets=sorted(_sheet_lines(cube, terms, scores, receipts, out), key=lambda sheet: sheet.receipt),
        receipts=listed,
        states={state: found for state in State if (found := sum(o.state is state for o in listed))},
        remarks=public_remarks(sheets, terms),
        withdrawn=[
            cases[case_id] for case_id in terms.candidate_ids if case_id in electorate.withdrawn_cases
        ],
        set_aside=aside,
        aside=[cases[each.case] for each in aside],
        objections=publication.objections(round_),
        commendations=workspace.commendations.all(round_),
    )


def _accepted(sheets: list[JudgedSheet]) -> list[JudgedScores]:
    """What counts, in the order of the cube."""
    found = [sheet.judged for sheet in sheets if sheet.state is State.ACCEPTED and sheet.judged is not None]
    return sorted(found, key=lambda item: item.digest)


def _receipt(item: JudgedScores) -> str:
    assert item.scores is not None
    return f"{short_form(item.digest)}/{item.scores.revision}"


def _case_lines(
    cube: ScoreCube,
    terms: Terms,
    ranking: list[RankedCase],
    resampled: Stability,
    cases: dict[str, PackageCase],
    out: set[str],
    receipts: list[str],
) -> list[CaseLine]:
    intervals = {line.case: line for line in resampled.lines}
    behind = {profile.case: profile for profile in profiles(cube, terms.rubric, out)}
    points = apart([ranked.score for ranked in ranking])
    above, below = beside(steps(ranking, terms.rule))
    found = []
    for ranked, shown in zip(ranking, points, strict=True):
        profile = behind[ranked.case_id]
        totals = {receipts[place]: total for place, total in profile.totals.items()}
        interval = intervals.get(ranked.case_id)
        found.append(
            CaseLine(
                cases[ranked.case_id],
                ranked,
                ranked.rank is not None and ranked.rank <= terms.rule.winners,
                interval,
                interval.winning / resampled.replicates if interval else None,
                totals,
                _left_out(totals, terms.rule),
                profile.means,
                shown,
                above.get(ranked.case_id),
                below.get(ranked.case_id),
            )
        )
    return found


def _left_out(totals: dict[str, Fraction], rule: CountingRule) -> frozenset[str]:
    """The receipts whose totals the rule trims; of equal ones those with the first receipts."""
    drop = dropped(rule, len(totals)) if rule.method == "trimmed-mean" else 0
    if not drop or len(totals) <= 2 * drop:
        return frozenset()
    ordered = sorted(totals, key=lambda receipt: (totals[receipt], receipt))
    return frozenset((*ordered[:drop], *ordered[-drop:]))


def _what_ifs(
    cube: ScoreCube, terms: Terms, ranking: list[RankedCase], out: set[str], seed: bytes | None
) -> list[WhatIf]:
    found = []
    for method, rule in other_rules(terms.rule):
        if isinstance(rule, CountingRule):
            other = rank(cube, terms.rubric, rule, out, seed)
        else:
            other = borda(cube, terms.rubric, terms.rule, out)
        found.append(WhatIf(cast(Method, method), other, changes(ranking, other, terms.rule.winners)))
    return found


def _sheet_lines(
    cube: ScoreCube, terms: Terms, scores: list[Scores], receipts: list[str], out: set[str]
) -> list[SheetLine]:
    more = leniences(cube, terms.rubric, out)
    return [
        SheetLine(
            receipt,
            {row.case: tuple(row.scores) for row in sheet.rows if row.state == "scored"},
            {row.case: row.state for row in sheet.rows if row.state != "scored"},
            lenience,
        )
        for receipt, sheet, lenience in zip(receipts, scores, more, strict=True)
    ]


def _procedure(workspace: Workspace, round_: Round, present: list[str]) -> Procedure:
    counts = workspace.submissions.counts()
    times = [
        line.time
        for line in workspace.log.lines()
        if line.act == "box-opened" and line.details.get("round") == round_.id
    ]
    return Procedure(
        submissions=sum(counts.values()),
        accepted=len(workspace.nominations.ids()),
        stages=[stage.title for stage in workspace.stages.all()],
        candidates=len(round_.terms.candidates),
        cards=workspace.cards.counts(round_),
        opened=datetime.date.fromisoformat(times[-1][:10]) if times else None,
        present=present,
    )
