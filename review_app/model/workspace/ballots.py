"""What the panel says of each case in a round: ballots given at the table, or sealed sheets added up.

At the table everybody sees who says what, so a vote has a member.  Of sheets only sums are kept: the box says no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Literal, NamedTuple

import msgspec

from review_app.model.canonical import Record
from review_app.model.errors import UsageError
from review_app.model.files import asset_path
from review_app.model.rubric import CountingRule, Rubric, load_rubric, load_rule
from review_app.model.scoring.sheet import Scores
from review_app.model.workspace.context import Context
from review_app.model.workspace.edits import RowChange
from review_app.model.workspace.log import Detail
from review_app.model.workspace.nominations import Nominations
from review_app.model.workspace.panel import Panel
from review_app.model.workspace.stages import Stages

Choice = Literal["recommend", "hold", "drop", "recuse"]
CHOICES: tuple[Choice, ...] = ("recommend", "hold", "drop", "recuse")
_ON_SHEETS: dict[int, int] = {2: 0, 1: 1, 0: 2}
"""Place in a tally of what a sheet's one score says."""

_WORDS: dict[str, Choice] = {
    "recommend": "recommend",
    "推荐": "recommend",
    "入围": "recommend",
    "hold": "hold",
    "待定": "hold",
    "再议": "hold",
    "drop": "drop",
    "淘汰": "drop",
    "不推荐": "drop",
    "recuse": "recuse",
    "recused": "recuse",
    "回避": "recuse",
}


class Vote(Record, frozen=True):
    """One member's ballot on one case in one round."""

    stage: int
    member: str
    case_id: str
    choice: Choice


class Tally(NamedTuple):
    """How many recommend a case, would hold it, would drop it; and how many stood aside."""

    recommend: int = 0
    hold: int = 0
    drop: int = 0
    recused: int = 0

    @property
    def cast(self) -> int:
        """Ballots that say something of the case."""
        return self.recommend + self.hold + self.drop

    @property
    def support(self) -> tuple[Fraction, Fraction]:
        """What cases are ordered by, greater is better: the share that recommends, then the share that doesn't drop."""
        if not self.cast:
            return Fraction(0), Fraction(0)
        return Fraction(self.recommend, self.cast), 1 - Fraction(self.drop, self.cast)


class Ballots:
    """The tables of votes and of sums."""

    def __init__(self, context: Context, nominations: Nominations, panel: Panel, stages: Stages) -> None:
        self._context = context
        self._db = context.db
        self._nominations = nominations
        self._panel = panel
        self._stages = stages

    def votes(self, stage: int) -> list[Vote]:
        """The votes given at the table in a round, by case and member."""
        rows = self._db.rows(
            "SELECT stage, member, case_id, choice FROM vote WHERE stage = ? ORDER BY case_id, member",
            (stage,),
        )
        return [Vote(*row) for row in rows]

    def tally(self, stage: int) -> dict[str, Tally]:
        """The sums for every case that somebody said something of in a round, by case id."""
        counts: dict[str, list[int]] = {}
        for case_id, recommend, held, dropped, recused in self._db.rows(
            "SELECT case_id, recommend, held, dropped, recused FROM tally WHERE stage = ?", (stage,)
        ):
            counts[str(case_id)] = [recommend, held, dropped, recused]
        for vote in self.votes(stage):
            counts.setdefault(vote.case_id, [0, 0, 0, 0])[CHOICES.index(vote.choice)] += 1
        return {case_id: Tally(*counts[case_id]) for case_id in sorted(counts)}

    def vote(self, stage: int, member_id: str, case_id: str, choice: Choice | None) -> None:
        """Records what a member says of a case at the table, in place of what was said before; None takes it back.

        Raises UsageError ``stage-closed``, ``stage-by-sheets`` (ballots of this round come by sealed sheets),
        ``unknown-member``, ``unknown-case``, ``choice-unknown``.
        """
        if choice is None:
            with self._db.transaction():
                self._require_table(stage)
                member = self._panel.get(member_id)
                details: dict[str, Detail] = {"stage": stage, "case": case_id, "member": member.name}
                key = (stage, member_id, case_id)
                self._context.edits.change("vote-taken-back", details, [RowChange("vote", key, None)])
            return
        self.vote_all([Vote(stage, member_id, case_id, choice)])

    def vote_all(self, votes: Iterable[Vote]) -> int:
        """Records several votes of one round, all or none, undone together; how many there are.  See :meth:`vote`."""
        votes = list({(v.stage, v.member, v.case_id): v for v in votes}.values())
        if not votes:
            return 0
        with self._db.transaction():
            members = {member.id: member.name for member in self._panel.members()}
            cases = set(self._nominations.ids())
            rows: list[RowChange] = []
            for stage in sorted({vote.stage for vote in votes}):
                rows += self._stages.opening(stage)
                self._require_table(stage)
            for vote in votes:
                if vote.member not in members:
                    raise UsageError("unknown-member", member=vote.member)
                if vote.case_id not in cases:
                    raise UsageError("unknown-case", case=vote.case_id)
                if vote.choice not in CHOICES:
                    raise UsageError("choice-unknown", choice=vote.choice)
                key = (vote.stage, vote.member, vote.case_id)
                rows.append(RowChange("vote", key, (*key, vote.choice)))
            first = votes[0]
            details: dict[str, Detail] = {"stage": first.stage}
            if len(votes) == 1:
                details |= {"case": first.case_id, "member": members[first.member], "choice": first.choice}
                self._context.edits.change("vote", details, rows)
            else:
                details |= {
                    "votes": len(votes),
                    "members": [name for key, name in members.items() if any(v.member == key for v in votes)],
                }
                self._context.edits.change("votes", details, rows)
        return len(votes)

    def take_sheets(
        self, stage: int, round_id: str, sheets: Iterable[Scores], cases: Mapping[str, str]
    ) -> int:
        """Adds accepted sheets up as the ballots of a round, in place of what was taken over before; how many sheets.

        ``cases`` gives the case of each candidate id.  Raises UsageError ``stage-closed``, ``stage-has-votes`` (given
        at the table; both would count the same members twice).
        """
        counts = {case_id: [0, 0, 0, 0] for case_id in cases.values()}
        number = 0
        for sheet in sheets:
            number += 1
            for row in sheet.rows:
                if row.state == "scored":
                    counts[cases[row.case]][_ON_SHEETS[row.scores[0]]] += 1
                elif row.state == "recused":
                    counts[cases[row.case]][3] += 1
        with self._db.transaction():
            self._stages.require_open(stage)
            if self._db.row("SELECT 1 FROM vote WHERE stage = ?", (stage,)):
                raise UsageError("stage-has-votes", stage=stage)
            before = [
                str(row[0]) for row in self._db.rows("SELECT case_id FROM tally WHERE stage = ?", (stage,))
            ]
            rows = [RowChange("tally", (stage, case_id), None) for case_id in before if case_id not in counts]
            rows += [
                RowChange("tally", (stage, case_id), (stage, case_id, *numbers))
                for case_id, numbers in sorted(counts.items())
            ]
            details: dict[str, Detail] = {"stage": stage, "round": round_id, "sheets": number}
            self._context.edits.change("ballots-taken-over", details, rows)
        return number

    def _require_table(self, number: int) -> None:
        stage = self._stages.find(number)
        if stage is None:
            return
        self._stages.require_open(number)
        if stage.round_id or self._db.row("SELECT 1 FROM tally WHERE stage = ?", (number,)):
            raise UsageError("stage-by-sheets", stage=number)


def choice_of(text: str) -> Choice:
    """A choice by its word in either language; raises UsageError ``choice-unknown``."""
    found = _WORDS.get(text.strip().casefold())
    if found is None:
        raise UsageError("choice-unknown", choice=text)
    return found


def ballot_rubric(quota: int) -> tuple[Rubric, CountingRule]:
    """The rubric and the rule of a ballot by sealed sheets; ``quota`` cases are wanted."""
    rubric = load_rubric(asset_path("rubric/shortlist.yaml"))
    rule = load_rule(asset_path("rubric/shortlist-rule.yaml"), rubric)
    return rubric, msgspec.structs.replace(rule, winners=quota)
