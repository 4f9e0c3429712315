"""What the shortlist's page shows, read once for all its views."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from review_app.model.case import Case
from review_app.model.workspace import Workspace
from review_app.model.workspace.ballots import Tally
from review_app.model.workspace.edits import Edit
from review_app.model.workspace.panel import Member
from review_app.model.workspace.shortlist import By, Cover, Decision, DecisionKind, StageChange, Suggestion
from review_app.model.workspace.stages import QUOTA, Stage


class CaseRow(msgspec.Struct, frozen=True):
    """A case on the table of a round.  ``before`` is where it stood when the round began, ``decision`` what the round
    decided, if it did."""

    case: Case
    tally: Tally
    suggestion: Suggestion | None
    before: DecisionKind
    decision: Decision | None

    @property
    def stands(self) -> DecisionKind:
        """Where the case stands by this round."""
        return self.decision.decision if self.decision else self.before


class ShortlistState(msgspec.Struct, frozen=True):
    """One round as it stands.  ``stage`` is None before the first; ``votes`` by member and case; ``packed``: the
    package that rests on the decisions is out."""

    stages: Sequence[Stage]
    stage: Stage | None
    members: Sequence[Member]
    rows: Sequence[CaseRow]
    votes: Mapping[tuple[str, str], str]
    standing: Mapping[str, DecisionKind]
    covers: Mapping[By, Mapping[str, Cover]]
    changes: Sequence[StageChange]
    cases: Mapping[str, Case]
    packed: bool
    undo: Edit | None
    redo: Edit | None

    @property
    def open(self) -> bool:
        """Whether votes and decisions can be changed."""
        return self.stage is not None and self.stage.state == "open"

    @property
    def by_sheets(self) -> bool:
        """Whether the round's ballots come by sealed sheets."""
        return self.stage is not None and self.stage.round_id != ""

    @property
    def quota(self) -> int:
        """Candidates wanted."""
        return self.stage.quota if self.stage else QUOTA

    def count(self, kind: DecisionKind) -> int:
        """How many of all accepted cases stand at ``kind`` now."""
        return sum(found == kind for found in self.standing.values())

    @property
    def decided(self) -> int:
        """Cases on the table that this round has decided."""
        return sum(row.decision is not None for row in self.rows)


_COVERS: tuple[By, ...] = ("facet", "region", "route", "body_type")


def read_state(
    workspace: Workspace, cases: Mapping[str, Case], number: int | None, everything: bool
) -> ShortlistState:
    """The state of the round ``number`` (None: the one under way).  ``cases`` are the accepted cases by id; with
    ``everything`` those that an earlier round dropped are on the table as well."""
    shortlist = workspace.shortlist
    stages = workspace.stages.all()
    stage = next((found for found in stages if found.number == number), None) or workspace.stages.current()
    at = stage.number if stage else 1
    tally, suggestions = shortlist.tally(at), shortlist.suggestions(at)
    before = shortlist.standing(before=at)
    decisions = {decision.case_id: decision for decision in shortlist.decisions(at)}
    rows = [
        CaseRow(
            cases[case_id],
            tally.get(case_id, Tally()),
            suggestions.get(case_id),
            before[case_id],
            decisions.get(case_id),
        )
        for case_id in cases
        if everything or before[case_id] != "drop" or case_id in decisions
    ]
    return ShortlistState(
        stages=stages,
        stage=stage,
        members=workspace.panel.members(),
        rows=rows,
        votes={(vote.member, vote.case_id): vote.choice for vote in shortlist.votes(at)},
        standing=shortlist.standing(),
        covers={by: shortlist.coverage(by, list(cases.values())) for by in _COVERS},
        changes=shortlist.changes(at),
        cases=cases,
        packed=shortlist.packed,
        undo=shortlist.undoable,
        redo=shortlist.redoable,
    )
