"""Stage 2: decisions with reasons, round by round, what they come to, and the candidates that follow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple, cast

from review_app.model.box.judge import accepted_scores
from review_app.model.case import Case
from review_app.model.errors import UsageError
from review_app.model.workspace.ballots import Ballots, Choice, Tally, Vote, ballot_rubric
from review_app.model.workspace.candidates import Candidates, Drawn, FrozenCandidate, Lot, Order
from review_app.model.workspace.context import Context
from review_app.model.workspace.counting import Counting
from review_app.model.workspace.edits import Edit, RowChange
from review_app.model.workspace.log import Detail
from review_app.model.workspace.nominations import Nominations
from review_app.model.workspace.panel import Panel
from review_app.model.workspace.rounds import Round, Rounds
from review_app.model.workspace.stages import QUOTA, Stage, Stages
from review_app.model.workspace.suggestions import DecisionKind, Suggestion, suggest

By = Literal["facet", "region", "route", "body_type"]
KINDS: tuple[DecisionKind, ...] = ("keep", "hold", "drop")
ACTS = frozenset(
    {
        "members-named",
        "member-changed",
        "member-removed",
        "stage-opened",
        "stage-changed",
        "vote",
        "votes",
        "vote-taken-back",
        "ballots-taken-over",
        "decision",
        "decisions",
        "decision-taken-back",
    }
)
"""Edits of this station, which its page and its verb undo; those of others are undone where they were made."""
REASON_LIMIT = 2000
MAX_VOTES = 100_000
__all__ = ["Decision", "DecisionKind", "FrozenCandidate", "Order", "Shortlist", "Suggestion", "decision_kind"]


@dataclass(frozen=True)
class Decision:
    """What a stage of deliberation (counted from 1) decided about a case; votes are None where none were
    taken."""

    stage: int
    case_id: str
    decision: DecisionKind
    reason: str
    votes_for: int | None = None
    votes_against: int | None = None


class Cover(NamedTuple):
    """How many cases were accepted, and how many of them are still in (kept or held)."""

    accepted: int
    still_in: int


@dataclass(frozen=True)
class StageChange:
    """What a round made of a case that was decided in it: where it stood before and after, and why."""

    case_id: str
    before: DecisionKind
    after: DecisionKind
    reason: str
    votes_for: int | None = None
    votes_against: int | None = None

    @property
    def kind(self) -> Literal["in", "out", "held", "stays"]:
        """``in``: came back, or was held and is kept; ``out``: dropped; ``held``: now on hold; ``stays``: as before."""
        if self.before == self.after:
            return "stays"
        return {"keep": "in", "drop": "out", "hold": "held"}[self.after]  # type: ignore[return-value]  # all three


class Shortlist:
    """Panel, rounds, ballots, decisions, standing of the cases, and frozen candidates."""

    def __init__(
        self, context: Context, nominations: Nominations, rounds: Rounds, counting: Counting
    ) -> None:
        self._context = context
        self._db = context.db
        self._nominations = nominations
        self._rounds = rounds
        self._counting = counting
        self.panel = Panel(context)
        self.stages = Stages(context)
        self.ballots = Ballots(context, nominations, self.panel, self.stages)
        self.lists = Candidates(context, nominations)

    # ------------------------------------------------------------ ballots

    def votes(self, stage: int) -> list[Vote]:
        """The votes given at the table; see :meth:`Ballots.votes`."""
        return self.ballots.votes(stage)

    def vote(self, stage: int, member_id: str, case_id: str, choice: Choice | None) -> None:
        """A vote at the table; see :meth:`Ballots.vote`."""
        self.ballots.vote(stage, member_id, case_id, choice)

    def tally(self, stage: int) -> dict[str, Tally]:
        """Sums of the ballots; see :meth:`Ballots.tally`."""
        return self.ballots.tally(stage)

    def start_ballot(self, stage: int, *, only_held: bool = False) -> Round:
        """A round of sealed sheets for the ballots of an open stage: one criterion (recommend 2, hold 1, drop 0), its
        candidates the cases on the table, or those on hold.  Cards, package and box follow as in stage 3.

        Raises UsageError ``unknown-stage``, ``stage-closed``, ``stage-has-votes``, ``no-candidates``, and what the
        vault raises.
        """
        found = self.stages.require_open(stage)
        if self.votes(stage):
            raise UsageError("stage-has-votes", stage=stage)
        before = self.standing(before=stage)
        cases = [case for case in self.on_table(stage) if not only_held or before[case] == "hold"]
        if not cases:
            raise UsageError("no-candidates")
        rubric, rule = ballot_rubric(found.quota)
        round_ = self._rounds.new("shortlist", rubric, rule)
        with self._db.transaction():
            self.lists.fix(round_, cases, "id", None)
            self.stages.collect_by(stage, round_.id)
        return round_

    def from_round(self, stage: int, round_: Round) -> int:
        """Takes the accepted sheets of an opened round over as the ballots of ``stage``: sums only, no member and no
        sheet.  Returns how many sheets; doing it again changes nothing.

        Raises UsageError ``round-not-a-ballot`` (its rubric isn't one criterion from 0 to 2), ``box-not-opened``,
        ``unknown-stage``, ``stage-closed``, ``stage-has-votes``.
        """
        rubric = round_.rubric
        if (rubric.lowest, rubric.highest, len(rubric.criteria)) != (0, 2, 1):
            raise UsageError("round-not-a-ballot", round=round_.number)
        sheets = accepted_scores(self._counting.outcomes(round_))
        cases = {candidate.candidate_id: candidate.case.id for candidate in self.lists.of(round_)}
        return self.ballots.take_sheets(stage, round_.id, sheets, cases)

    def suggestions(self, stage: int) -> dict[str, Suggestion]:
        """What the tally of a stage amounts to, for every case with ballots: kept when more than half recommend it,
        dropped when more than half drop it, held otherwise.  Where more would be kept than the quota has seats left,
        those with the least support are held, and so are all who are equal at the line."""
        tallies = {case_id: tally for case_id, tally in self.tally(stage).items() if tally.cast}
        found = self.stages.find(stage)
        quota = found.quota if found else QUOTA
        return suggest(tallies, quota - sum(case_id not in tallies for case_id in self._seated(stage)))

    def _seated(self, stage: int) -> list[str]:
        """Cases that have a seat by a decision of this stage or by an earlier one; in the first stage a case that
        nobody has spoken of has none yet."""
        standing = self.standing(before=stage + 1)
        decided = {decision.case_id for decision in self.decisions(stage)}
        later = any(found.number < stage for found in self.stages.all())
        return [c for c, kind in standing.items() if kind == "keep" and (later or c in decided)]

    # ------------------------------------------------------------ decisions

    def decide(
        self,
        stage: int,
        case_id: str,
        decision: DecisionKind,
        reason: str,
        votes: tuple[int, int] | None = None,
    ) -> None:
        """Records a decision, in place of an earlier one of the same stage.  ``votes`` are those for and
        against; left out, they are those of the tally, if there is one.

        Raises UsageError ``unknown-case``, ``decision-unknown``, ``decision-needs-reason`` (holding or
        dropping a case without one), ``decision-invalid``, ``stage-closed``, ``decisions-packed``.
        """
        self.decide_all([Decision(stage, case_id, decision, reason, *(votes or (None, None)))])

    def decide_all(self, decisions: Iterable[Decision]) -> None:
        """Records several decisions, all or none, each a line of the log; see :meth:`decide`."""
        with self._db.transaction():
            self._require_unpacked()
            for decision in decisions:
                checked = self._checked(decision)
                details: dict[str, Detail] = {
                    "stage": checked.stage,
                    "case": checked.case_id,
                    "decision": checked.decision,
                    "reason": checked.reason,
                }
                if checked.votes_for is not None and checked.votes_against is not None:
                    details |= {"for": checked.votes_for, "against": checked.votes_against}
                rows = [*self.stages.opening(checked.stage), _row(checked)]
                self._context.edits.change("decision", details, rows)

    def decide_together(self, decisions: Sequence[Decision]) -> None:
        """Records several decisions of one stage as one act, undone together; see :meth:`decide`."""
        if not decisions:
            return
        stage = decisions[0].stage
        with self._db.transaction():
            self._require_unpacked()
            checked = [self._checked(replace(decision, stage=stage)) for decision in decisions]
            details: dict[str, Detail] = {"stage": stage}
            details |= {kind: found for kind in KINDS if (found := _of_kind(checked, kind))}
            details["reasons"] = sorted({decision.reason for decision in checked if decision.reason})
            rows = [*self.stages.opening(stage), *map(_row, checked)]
            self._context.edits.change("decisions", details, rows)

    def take_back(self, stage: int, case_id: str) -> None:
        """Takes the decision of an open stage about a case back, so that the case stands as before the stage.

        Raises UsageError ``unknown-stage``, ``stage-closed``, ``decisions-packed``.
        """
        with self._db.transaction():
            self._require_unpacked()
            self.stages.require_open(stage)
            details: dict[str, Detail] = {"stage": stage, "case": case_id}
            key = (stage, case_id)
            self._context.edits.change("decision-taken-back", details, [RowChange("decision", key, None)])

    @property
    def packed(self) -> bool:
        """Whether decisions are fixed: a package built from the frozen list is out, or its scores are being counted.

        They can change again for another scoring round: once the results are sealed, or as soon as another round was
        drafted in the place of the one that is out.  Ballots of stage 2 fix nothing, they are there to be decided on.
        """
        finals = [found for found in self._rounds.all() if found.kind == "final"]
        return bool(finals) and finals[-1].state in ("packed", "closed", "opened")

    def _require_unpacked(self) -> None:
        if self.packed:
            raise UsageError("decisions-packed")

    def _checked(self, decision: Decision) -> Decision:
        if decision.decision not in KINDS:
            raise UsageError("decision-unknown", decision=decision.decision)
        if decision.case_id not in self._nominations:
            raise UsageError("unknown-case", case=decision.case_id)
        if decision.decision != "keep" and not decision.reason.strip():
            raise UsageError("decision-needs-reason", case=decision.case_id)
        if (decision.votes_for, decision.votes_against) == (None, None):
            tally = self.tally(decision.stage).get(decision.case_id)
            if tally is not None and tally.cast:
                decision = replace(decision, votes_for=tally.recommend, votes_against=tally.drop)
        votes = [v for v in (decision.votes_for, decision.votes_against) if v is not None]
        in_range = 1 <= decision.stage <= 99 and all(0 <= vote <= MAX_VOTES for vote in votes)
        if not in_range or len(votes) == 1 or len(decision.reason) > REASON_LIMIT:
            raise UsageError("decision-invalid", case=decision.case_id)
        return decision

    def decisions(self, stage: int | None = None) -> list[Decision]:
        """Decisions of a stage, or all, by stage and case."""
        rows = self._db.rows("SELECT * FROM decision ORDER BY stage, case_id")
        return [Decision(*row) for row in rows if stage is None or row[0] == stage]

    def standing(self, *, before: int | None = None) -> dict[str, DecisionKind]:
        """For every accepted case the decision of the latest stage that named it (``before`` leaves that stage and
        later ones out); ``keep`` where none did."""
        found: dict[str, DecisionKind] = dict.fromkeys(self._nominations.ids(), "keep")
        for decision in self.decisions():
            if before is None or decision.stage < before:
                found[decision.case_id] = decision.decision
        return found

    def on_table(self, stage: int) -> list[str]:
        """The cases a stage is about: those that no earlier stage dropped, by id."""
        return [case_id for case_id, kind in self.standing(before=stage).items() if kind != "drop"]

    def coverage(self, by: By = "facet", cases: Sequence[Case] | None = None) -> dict[str, Cover]:
        """For each facet (region, route, type of body) how many cases were accepted and how many of them are still in
        (keep or hold).  Facets in the campaign's order, also those without a case; others by name.  ``cases``
        are the accepted cases where the caller has them already."""
        standing = self.standing()
        cases = self._nominations.all() if cases is None else cases
        names: list[str] = []
        if by == "facet":
            names = [facet.name for facet in self._context.campaign.get().settings.facets]
        elif by == "route":
            names = ["self", "expert"]
        names += sorted({_name(case, by) for case in cases} - set(names))
        counts = dict.fromkeys(names, Cover(0, 0))
        for case in cases:
            accepted, still_in = counts[_name(case, by)]
            counts[_name(case, by)] = Cover(accepted + 1, still_in + (standing[case.id] != "drop"))
        return counts

    def changes(self, stage: int) -> list[StageChange]:
        """What a stage decided, with where each case stood before it; by case id."""
        before = self.standing(before=stage)
        return [
            StageChange(d.case_id, before[d.case_id], d.decision, d.reason, d.votes_for, d.votes_against)
            for d in self.decisions(stage)
        ]

    def close(self, stage: int) -> Stage:
        """Closes a stage, and those before it that are still open: its decisions and votes stand, and nothing of it can
        be undone.  Raises UsageError ``unknown-stage``, ``stage-closed``."""
        with self._db.transaction():
            self.stages.require_open(stage)
            for open_ in [s for s in self.stages.all() if s.number <= stage and s.state == "open"]:
                standing = self.standing(before=open_.number + 1)
                details: dict[str, Detail] = {
                    kind: sum(k == kind for k in standing.values()) for kind in KINDS
                }
                details |= {"decided": len(self.decisions(open_.number)), "quota": open_.quota}
                self.stages.close(open_.number, details)
        return self.stages.get(stage)

    # ------------------------------------------------------------ undo

    @property
    def undoable(self) -> Edit | None:
        """The last edit, where it is one of the shortlist and can be taken back."""
        edit = self._context.edits.undoable
        return edit if edit is not None and edit.act in ACTS else None

    @property
    def redoable(self) -> Edit | None:
        """The edit undone last, where it is one of the shortlist."""
        edit = self._context.edits.redoable
        return edit if edit is not None and edit.act in ACTS else None

    def undo(self) -> Edit:
        """Takes the last edit of the shortlist back; raises UsageError ``nothing-to-undo``."""
        if self.undoable is None:
            raise UsageError("nothing-to-undo")
        return self._context.edits.undo()

    def redo(self) -> Edit:
        """Makes it again; raises UsageError ``nothing-to-redo``."""
        if self.redoable is None:
            raise UsageError("nothing-to-redo")
        return self._context.edits.redo()

    # ------------------------------------------------------------ candidates

    def announce_lot(self, round_: Round, source: str) -> Lot:
        """Commits to a public draw that will order the candidates; see :meth:`Candidates.announce`.

        Raises UsageError ``round-state``, ``lot-source-missing``, ``shortlist-on-hold``, ``no-candidates``.
        """
        return self.lists.announce(round_, source, self._chosen(round_))

    def freeze(self, round_: Round, order: Order = "id", seed: str | None = None) -> list[FrozenCandidate]:
        """Fixes the candidates of ``round_``: every accepted case that isn't dropped, in the order of
        their ids or drawn by lot.

        A lot sorts by SHA-256 of ``<seed>.<case id>``; without a ``seed`` 128 random bits are taken, and
        either way the log keeps it.  Where a lot was announced, ``seed`` is the result of its draw.  Before the
        package is built this can be done again.  Candidate ids are case ids when the rule publishes everything,
        otherwise c01, c02, ... dealt out at random and in secret, since neither id nor place may give a name away.
        In a round of kind ``shortlist`` cases on hold are candidates as well: it is about them.

        Raises UsageError ``round-state``, ``shortlist-on-hold`` (with the cases not decided yet),
        ``no-candidates``, ``lot-needs-draw``, ``lot-list-changed``, ``lot-source-missing``.
        """
        with self._db.transaction():
            round_.require("drafted", "cards")
            self.lists.fix(round_, self._chosen(round_), order, seed)
        return self.candidates(round_)

    def candidates(self, round_: Round) -> list[FrozenCandidate]:
        """The frozen candidates in the order of the printed list; empty before :meth:`freeze`."""
        return self.lists.of(round_)

    def drawn(self, round_: Round) -> Drawn | None:
        """How the order of the frozen candidates came about, or None."""
        return self.lists.drawn(round_)

    def frozen_holds(self, round_: Round) -> bool:
        """Whether the frozen candidates are those that would be frozen now: no decision has changed since."""
        standing = self.standing()
        frozen = {candidate.case.id for candidate in self.candidates(round_)}
        if round_.kind == "shortlist":
            return all(standing[case_id] != "drop" for case_id in frozen)
        return frozen == {case_id for case_id, kind in standing.items() if kind == "keep"}

    def _chosen(self, round_: Round) -> list[str]:
        standing = self.standing()
        if round_.kind == "final" and (held := sorted(c for c, kind in standing.items() if kind == "hold")):
            raise UsageError("shortlist-on-hold", cases=held)
        kept = sorted(case_id for case_id, kind in standing.items() if kind != "drop")
        if not kept:
            raise UsageError("no-candidates")
        return kept


def decision_kind(text: str) -> DecisionKind:
    """``keep``, ``hold`` or ``drop``, also in Chinese; raises UsageError ``decision-unknown``."""
    known = {"keep": "keep", "hold": "hold", "drop": "drop", "保留": "keep", "待定": "hold", "淘汰": "drop"}
    if text.strip() not in known:
        raise UsageError("decision-unknown", decision=text)
    return cast(DecisionKind, known[text.strip()])


def _row(decision: Decision) -> RowChange:
    key = (decision.stage, decision.case_id)
    votes = (decision.votes_for, decision.votes_against)
    return RowChange("decision", key, (*key, decision.decision, decision.reason, *votes))


def _of_kind(decisions: Sequence[Decision], kind: DecisionKind) -> list[str]:
    return sorted(decision.case_id for decision in decisions if decision.decision == kind)


def _name(case: Case, by: By) -> str:
    return cast(str, getattr(case, by))
