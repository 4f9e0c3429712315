"""The rounds of deliberation in stage 2: title, quota, and whether one is still under way."""

from __future__ import annotations

from typing import Literal

import msgspec

from review_app.model.canonical import Record
from review_app.model.errors import UsageError
from review_app.model.text import visible
from review_app.model.workspace.context import Context
from review_app.model.workspace.edits import RowChange
from review_app.model.workspace.log import Detail

QUOTA = 24
"""Candidates wanted in the end unless the organizer says otherwise."""
MAX_STAGES = 99
MAX_QUOTA = 500
TITLE_LIMIT = 100


class Stage(Record, frozen=True):
    """A round of deliberation, counted from 1.  ``round_id`` is the round of sealed sheets by which its ballots are
    collected; empty where they are given at the table."""

    number: int
    title: str = ""
    quota: int = QUOTA
    state: Literal["open", "closed"] = "open"
    round_id: str = ""


class Stages:
    """The table of rounds of deliberation."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def all(self) -> list[Stage]:
        """Every round, by number."""
        columns = "number, title, quota, state, round_id"
        return [Stage(*row) for row in self._context.db.rows(f"SELECT {columns} FROM stage ORDER BY number")]

    def find(self, number: int) -> Stage | None:
        """The round with this number, or None."""
        return next((stage for stage in self.all() if stage.number == number), None)

    def get(self, number: int) -> Stage:
        """The round with this number; raises UsageError ``unknown-stage``."""
        found = self.find(number)
        if found is None:
            raise UsageError("unknown-stage", stage=number)
        return found

    def current(self) -> Stage | None:
        """The last open round; where all are closed the last one; None before the first."""
        stages = self.all()
        opened = [stage for stage in stages if stage.state == "open"]
        return (opened or stages)[-1] if stages else None

    def new(self, title: str = "", quota: int | None = None) -> Stage:
        """Opens the next round; the quota is that of the one before unless given.

        Raises UsageError ``stage-open`` (naming the round that must be closed first), ``stage-invalid``.
        """
        with self._context.db.transaction():
            stages = self.all()
            if opened := [stage.number for stage in stages if stage.state == "open"]:
                raise UsageError("stage-open", stage=opened[0])
            if quota is None:
                quota = stages[-1].quota if stages else QUOTA
            stage = _checked(Stage(len(stages) + 1, title, quota))
            details: dict[str, Detail] = {"stage": stage.number, "title": stage.title, "quota": stage.quota}
            self._context.edits.change("stage-opened", details, [row_of(stage)])
        return stage

    def change(self, number: int, title: str | None = None, quota: int | None = None) -> Stage:
        """Another title or quota for an open round; raises UsageError ``unknown-stage``, ``stage-closed``,
        ``stage-invalid``."""
        with self._context.db.transaction():
            stage = self.require_open(number)
            changed = _checked(
                msgspec.structs.replace(
                    stage,
                    title=stage.title if title is None else title,
                    quota=stage.quota if quota is None else quota,
                )
            )
            details: dict[str, Detail] = {"stage": number, "title": changed.title, "quota": changed.quota}
            self._context.edits.change("stage-changed", details, [row_of(changed)])
        return changed

    def require_open(self, number: int) -> Stage:
        """The round, which is open; raises UsageError ``unknown-stage``, ``stage-closed``."""
        stage = self.get(number)
        if stage.state == "closed":
            raise UsageError("stage-closed", stage=number)
        return stage

    def opening(self, number: int) -> list[RowChange]:
        """The rows that open every round up to ``number`` that isn't there: who decides something in a round by the
        command line need not open it first.  Raises UsageError ``stage-closed``, ``stage-invalid``."""
        if not 1 <= number <= MAX_STAGES:
            raise UsageError("stage-invalid", stage=number)
        stages = {stage.number: stage for stage in self.all()}
        if number in stages and stages[number].state == "closed":
            raise UsageError("stage-closed", stage=number)
        quota = stages[max(stages)].quota if stages else QUOTA
        return [row_of(Stage(n, quota=quota)) for n in range(1, number + 1) if n not in stages]

    def collect_by(self, number: int, round_id: str) -> None:
        """Notes that the ballots of an open round come by the sheets of ``round_id``.  Part of the caller's
        transaction."""
        self.require_open(number)
        self._context.db.run("UPDATE stage SET round_id = ? WHERE number = ?", (round_id, number))
        self._context.log.append("stage-by-sheets", {"stage": number, "round": round_id})
        self._context.edits.barrier()

    def close(self, number: int, details: dict[str, Detail]) -> None:
        """Closes a round; nothing up to here can be undone.  Part of the caller's transaction."""
        self._context.db.run("UPDATE stage SET state = 'closed' WHERE number = ?", (number,))
        self._context.log.append("stage-closed", {"stage": number, **details})
        self._context.edits.barrier()


def row_of(stage: Stage) -> RowChange:
    """The row that keeps ``stage``."""
    row = (stage.number, stage.title, stage.quota, stage.state, stage.round_id)
    return RowChange("stage", (stage.number,), row)


def _checked(stage: Stage) -> Stage:
    stage = msgspec.structs.replace(stage, title=" ".join(stage.title.split()))
    within = len(stage.title) <= TITLE_LIMIT and visible(stage.title, TITLE_LIMIT) == stage.title
    if not (within and 1 <= stage.quota <= MAX_QUOTA and 1 <= stage.number <= MAX_STAGES):
        raise UsageError("stage-invalid", stage=stage.number)
    return stage
