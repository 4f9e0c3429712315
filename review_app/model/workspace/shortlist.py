"""Stage 2: decisions with reasons, stage by stage, and the candidates that a round starts with."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, cast

from review_app.model.case import Case
from review_app.model.errors import UsageError
from review_app.model.workspace.context import Context
from review_app.model.workspace.log import Detail
from review_app.model.workspace.nominations import Nominations
from review_app.model.workspace.rounds import Round

DecisionKind = Literal["keep", "hold", "drop"]
Order = Literal["id", "lot"]
REASON_LIMIT = 2000
MAX_VOTES = 100_000


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


@dataclass(frozen=True)
class FrozenCandidate:
    """A case as candidate of a round.  ``candidate_id`` is what terms, sheets and results call it;
    ``salt`` (32 hex digits) opens the commitment of the terms."""

    candidate_id: str
    case: Case
    salt: str


class Shortlist:
    """Decisions, standing of the cases, and frozen candidates."""

    def __init__(self, context: Context, nominations: Nominations) -> None:
        self._context = context
        self._db = context.db
        self._nominations = nominations

    def decide(
        self,
        stage: int,
        case_id: str,
        decision: DecisionKind,
        reason: str,
        votes: tuple[int, int] | None = None,
    ) -> None:
        """Records a decision, in place of an earlier one of the same stage.  ``votes`` are those for and
        against.

        Raises UsageError ``unknown-case``, ``decision-unknown``, ``decision-needs-reason`` (holding or
        dropping a case without one), ``decision-invalid``.
        """
        self.decide_all([Decision(stage, case_id, decision, reason, *(votes or (None, None)))])

    def decide_all(self, decisions: Iterable[Decision]) -> None:
        """Records several decisions, all or none; see :meth:`decide`."""
        with self._db.transaction():
            for decision in decisions:
                self._decide(decision)

    def _decide(self, decision: Decision) -> None:
        if decision.decision not in ("keep", "hold", "drop"):
            raise UsageError("decision-unknown", decision=decision.decision)
        if decision.case_id not in self._nominations:
            raise UsageError("unknown-case", case=decision.case_id)
        if decision.decision != "keep" and not decision.reason.strip():
            raise UsageError("decision-needs-reason", case=decision.case_id)
        votes = [v for v in (decision.votes_for, decision.votes_against) if v is not None]
        in_range = 1 <= decision.stage <= 99 and all(0 <= vote <= MAX_VOTES for vote in votes)
        if not in_range or len(votes) == 1 or len(decision.reason) > REASON_LIMIT:
            raise UsageError("decision-invalid", case=decision.case_id)
        values = (decision.stage, decision.case_id, decision.decision, decision.reason)
        row = (*values, decision.votes_for, decision.votes_against)
        if self._db.row("SELECT 1 FROM decision WHERE stage = ? AND case_id = ?", values[:2]):
            if decision in self.decisions(decision.stage):
                return  # said again: nothing happened
            self._db.run("DELETE FROM decision WHERE stage = ? AND case_id = ?", values[:2])
        self._db.run("INSERT INTO decision VALUES (?, ?, ?, ?, ?, ?)", row)
        details: dict[str, Detail] = dict(zip(("stage", "case", "decision", "reason"), values, strict=True))
        if len(votes) == 2:
            details |= {"for": votes[0], "against": votes[1]}
        self._context.log.append("decision", details)

    def decisions(self, stage: int | None = None) -> list[Decision]:
        """Decisions of a stage, or all, by stage and case."""
        rows = self._db.rows("SELECT * FROM decision ORDER BY stage, case_id")
        return [Decision(*row) for row in rows if stage is None or row[0] == stage]

    def standing(self) -> dict[str, DecisionKind]:
        """For every accepted case the decision of the latest stage that named it; ``keep`` where none did."""
        found: dict[str, DecisionKind] = dict.fromkeys(self._nominations.ids(), "keep")
        for decision in self.decisions():
            found[decision.case_id] = decision.decision
        return found

    def coverage(self) -> dict[str, tuple[int, int]]:
        """For each facet how many cases were accepted and how many of them are still in (keep or hold)."""
        standing = self.standing()
        names = [facet.name for facet in self._context.campaign.get().settings.facets]
        counts: dict[str, tuple[int, int]] = dict.fromkeys(names, (0, 0))
        for case in self._nominations.all():
            accepted, still_in = counts.get(case.facet, (0, 0))
            counts[case.facet] = (accepted + 1, still_in + (standing[case.id] != "drop"))
        return counts

    def freeze(self, round_: Round, order: Order = "id", seed: str | None = None) -> list[FrozenCandidate]:
        """Fixes the candidates of ``round_``: every accepted case that isn't dropped, in the order of
        their ids or drawn by lot.

        A lot sorts by SHA-256 of ``<seed>.<case id>``; without a ``seed`` 128 random bits are taken, and
        either way the log keeps it.  Before the package is built this can be done again.  Candidate ids
        are case ids when the rule publishes everything, otherwise c01, c02, ... in candidate order, since
        ids would give names away.

        Raises UsageError ``round-state``, ``shortlist-on-hold`` (with the cases not decided yet),
        ``no-candidates``.
        """
        with self._db.transaction():
            round_.require("drafted", "cards")
            standing = self.standing()
            if held := sorted(case_id for case_id, decision in standing.items() if decision == "hold"):
                raise UsageError("shortlist-on-hold", cases=held)
            kept = sorted(case_id for case_id, decision in standing.items() if decision == "keep")
            if not kept:
                raise UsageError("no-candidates")
            details: dict[str, Detail] = {"round": round_.id, "order": order, "count": len(kept)}
            if order == "lot":
                drawn = seed if seed is not None else secrets.token_hex(16)
                kept.sort(key=lambda case_id: hashlib.sha256(f"{drawn}.{case_id}".encode()).digest())
                details["seed"] = drawn
            self._db.run("DELETE FROM candidate WHERE round_id = ?", (round_.id,))
            for place, case_id in enumerate(kept, start=1):
                named = case_id if round_.rule.publication == "full" else f"c{place:02d}"
                values = (round_.id, place, named, case_id, secrets.token_hex(16))
                self._db.run("INSERT INTO candidate VALUES (?, ?, ?, ?, ?)", values)
            self._context.log.append("candidates-frozen", details)
        return self.candidates(round_)

    def candidates(self, round_: Round) -> list[FrozenCandidate]:
        """The frozen candidates in terms order; empty before :meth:`freeze`."""
        rows = self._db.rows(
            "SELECT candidate_id, case_id, salt FROM candidate WHERE round_id = ? ORDER BY place",
            (round_.id,),
        )
        return [
            FrozenCandidate(str(named), self._nominations.get(str(case_id)), str(salt))
            for named, case_id, salt in rows
        ]


def decision_kind(text: str) -> DecisionKind:
    """``keep``, ``hold`` or ``drop``, also in Chinese; raises UsageError ``decision-unknown``."""
    known = {"keep": "keep", "hold": "hold", "drop": "drop", "保留": "keep", "待定": "hold", "淘汰": "drop"}
    if text.strip() not in known:
        raise UsageError("decision-unknown", decision=text)
    return cast(DecisionKind, known[text.strip()])
