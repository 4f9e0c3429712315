"""What a score store holds in memory: what was accepted, and what of it is durable already.

Nothing here knows a lock or a disk: the store takes turns before it asks, and tells what became of a write.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from review_app.model.scoring.history import CaseRecord, Step
from review_app.model.scoring.meta import MetaRow, StoreMeta
from review_app.model.scoring.scores import CaseScores
from review_app.model.value import Value


class Taken(Value, frozen=True):
    """What a write takes to the disk: the records that changed, ``meta`` where that did, and the number of the last
    act among them."""

    records: dict[str, CaseRecord]
    meta: MetaRow | None
    accepted: int


class Held:
    """Records of all cases, what is remembered beside them, and the acts that changed them, counted from one on."""

    def __init__(self, cases: Mapping[str, CaseRecord], meta: MetaRow) -> None:
        """``cases`` in the order of the terms; all of it durable."""
        self.cases, self.meta = dict(cases), meta
        self.durable, self._durable_meta = dict(cases), meta
        self.accepted = 0
        self._kept = 0
        self._lost: tuple[int, int, Exception | None] = (0, 0, None)
        self._unwritten: set[str] = set()
        self._meta_unwritten = self._writing = self.closed = False
        self._number = self._fresh = self._settled = 0
        self._count_anew()

    def record(self, case_id: str) -> CaseRecord:
        """A case with its past; ValueError for one that isn't here."""
        try:
            return self.cases[case_id]
        except KeyError:
            raise ValueError("case_id: not in this store") from None

    # --- acts -----------------------------------------------------------------------------------------------------

    def put(self, case_id: str, scores: CaseScores, undoable: bool) -> bool:
        """Gives a case another state; False for the one that holds already.  Typing on in a text is the same act."""
        known = self.record(case_id)
        if scores == known.now:
            return False
        if undoable:
            typing = self._settled < known.done == self._number
            changed = known.changed_to(scores, self._number + 1, same_sitting=typing)
        else:
            changed = known.marked(scores)
        self._accept({case_id: changed})
        return True

    def undo(self) -> Step | None:
        """Takes the latest act back; None when there is none."""
        step = self.undoable
        if step is not None:
            self._accept({step.case_id: self.cases[step.case_id].taken_back(self._number + 1, self._fresh)})
            self._settled = self._number
        return step

    def redo(self) -> Step | None:
        """Brings back the act that was taken back last; None when there is none, and after a new one."""
        step = self.redoable
        if step is not None:
            self._accept({step.case_id: self.cases[step.case_id].brought_back(self._number + 1)})
            self._settled = self._number
        return step

    @property
    def undoable(self) -> Step | None:
        """What :meth:`undo` would take back."""
        case_id = max(self.cases, key=lambda each: self.cases[each].done)
        ends = max(record.forgotten for record in self.cases.values())
        return self.cases[case_id].undo_step(case_id) if self.cases[case_id].done > ends else None

    @property
    def redoable(self) -> Step | None:
        """What :meth:`redo` would bring back."""
        case_id = max(self.cases, key=lambda each: self.cases[each].undone)
        return self.cases[case_id].redo_step(case_id) if self.cases[case_id].undone > self._fresh else None

    def remember(self, meta: StoreMeta) -> bool:
        """Replaces what is remembered beside the scores; False for what is remembered already."""
        row = MetaRow(meta=meta, scope=self.meta.scope)
        if row == self.meta:
            return False
        self._accept({})
        self.meta, self._meta_unwritten = row, True
        return True

    def remembered(self) -> StoreMeta:
        """What is remembered beside the scores, as a value of the caller's own."""
        return msgspec.convert(
            msgspec.to_builtins(self.meta.meta), StoreMeta
        )  # in a tenth of a deepcopy's time

    def take_in(self, records: Mapping[str, CaseRecord], meta: StoreMeta) -> None:
        """Replaces records and what is remembered in one act; what is typed from here on is another sitting."""
        self._accept(records)
        self.meta, self._meta_unwritten = MetaRow(meta=meta, scope=self.meta.scope), True
        self._count_anew()

    def _accept(self, changed: Mapping[str, CaseRecord]) -> None:
        if self.closed:
            raise ValueError("the store is closed")
        for case_id, record in changed.items():
            self.cases[case_id] = record
            self._number = max(self._number, record.newest)
            self._fresh = max(self._fresh, record.fresh)
            self._unwritten.add(case_id)
        self.accepted += 1

    def _count_anew(self) -> None:
        self._number = max(record.newest for record in self.cases.values())
        self._fresh = max(record.fresh for record in self.cases.values())
        self._settled = self._number

    # --- what becomes of them -------------------------------------------------------------------------------------

    @property
    def settled(self) -> bool:
        """Whether nothing waits for the disk."""
        return not (self._unwritten or self._meta_unwritten or self._writing)

    def take(self) -> Taken | None:
        """What is to be written next, which counts as being written from here on; None when there is nothing."""
        if not (self._unwritten or self._meta_unwritten):
            return None
        records = {case_id: self.cases[case_id] for case_id in self._unwritten}
        taken = Taken(records, self.meta if self._meta_unwritten else None, self.accepted)
        self._unwritten, self._meta_unwritten, self._writing = set(), False, True
        return taken

    def keep(self, taken: Taken) -> None:
        """What was taken is durable."""
        self.durable.update(taken.records)
        if taken.meta is not None:
            self._durable_meta = taken.meta
        self._kept, self._writing = taken.accepted, False

    def go_back(self, taken: Taken, failure: BaseException) -> frozenset[str]:
        """What was taken can't be written: all that isn't durable is taken back, that which came after it included.
        Returns the cases that this changes."""
        lost = taken.records.keys() | self._unwritten
        self.cases.update({case_id: self.durable[case_id] for case_id in lost})
        self.meta = self._durable_meta
        self._unwritten, self._meta_unwritten, self._writing = set(), False, False
        self._lost = (self._kept, self.accepted, failure if isinstance(failure, Exception) else None)
        self._count_anew()
        return frozenset(lost)

    def why_lost(self, accepted: int) -> Exception | None:
        """What kept the act of this number from being durable, or None.  Said once: after that, what holds is durable,
        and another try may work."""
        kept_until, lost_until, failure = self._lost
        if failure is None or not kept_until < accepted <= lost_until:
            return None
        self.forget_lost()
        return failure

    def forget_lost(self) -> None:
        """What was lost is no reason against a later try."""
        self._lost = (0, 0, None)
