"""The expert's score store: one SQLite file a round, whose finder learns the round and nothing of what was
scored.

Every case has its row from the first moment on, sealed with the card's ``store`` key (PROTOCOL section 4).
Saved means durable: :meth:`ScoreStore.put` returns after the commit has reached the disk, or, once
:meth:`ScoreStore.write_behind` was called, at once, and the outcome is told when it is known.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType

from review_app.model import canonical
from review_app.model.crypto.ballot_card import BallotKeys
from review_app.model.files import ensure_folder
from review_app.model.scoring import store_file
from review_app.model.scoring.held import Held, Taken
from review_app.model.scoring.history import CaseRecord, Step
from review_app.model.scoring.instance_lock import InstanceLock
from review_app.model.scoring.meta import MetaRow, StoreMeta
from review_app.model.scoring.saving import Outcome, Writer
from review_app.model.scoring.scores import CaseScores
from review_app.model.scoring.sealed_rows import RowSealer
from review_app.model.scoring.store_rows import check_shape, checked, load


def store_path(home: Path, round_id: str, keys: BallotKeys) -> Path:
    """Where the store of a card in a round lies below ``home``; the name tells nothing that the card's stub
    tells."""
    return home / "rounds" / f"{round_id[:12]}-{keys.store_name()}.scores"


class ScoreStore:
    """The scores of one card in one round; one program at a time.  Methods may be called from any thread."""

    def __init__(
        self,
        path: Path,
        lock: InstanceLock,
        connection: sqlite3.Connection,
        sealer: RowSealer,
        cases: dict[str, CaseRecord],
        meta: MetaRow,
    ) -> None:
        """Made by :meth:`open`."""
        self._path = path
        self._lock = lock
        self._connection: sqlite3.Connection | None = connection
        self._sealer = sealer
        self._held = Held(cases, meta)
        self._writer: Writer | None = None
        self._told: Callable[[Outcome], None] = _nobody
        self._turn = threading.Lock()  # for what is held in memory: never while the disk works
        self._disk = threading.Lock()  # for the connection; taken before the other

    @classmethod
    def open(
        cls, path: Path, *, round_id: str, store_key: bytes, case_ids: Sequence[str], criteria: int
    ) -> ScoreStore:
        """Opens the store, or makes one with every row.  ``store_key``: 32 bytes; ``case_ids``: in terms
        order.

        Raises InputError ``store-other-card`` (the key doesn't fit), ``store-other-terms`` (other cases or
        criteria under the same round and card), ``store-damaged``, ``store-newer`` (the file stays as it
        is); EnvironmentFailure ``store-in-use`` (a second instance), ``store-not-durable``, ``disk-full``,
        ``no-permission``, ``path-unusable``, ``disk-failed``; ValueError for arguments that make no sense.
        """
        if not case_ids or len(set(case_ids)) != len(case_ids) or criteria < 1:
            raise ValueError("case_ids: distinct, at least one; criteria: at least one")
        sealer = RowSealer(round_id, store_key)
        scope = canonical.digest({"case_ids": list(case_ids), "criteria": criteria})
        ensure_folder(path.parent)
        lock = InstanceLock(path)
        try:
            store_file.prepare(path)
            connection = store_file.connect(path)
            try:
                cases, meta = load(connection, path, sealer, scope, case_ids, criteria)
                return cls(path, lock, connection, sealer, cases, meta)
            except BaseException:
                connection.close()
                raise
        except BaseException:
            lock.release()
            raise

    # --- what holds -----------------------------------------------------------------------------------------------

    def get(self, case_id: str) -> CaseScores:
        """The state of a case; raises ValueError for one that isn't in the store."""
        return self._held.record(case_id).now

    def all(self) -> dict[str, CaseScores]:
        """The state of every case, in the order of the terms."""
        return {case_id: record.now for case_id, record in self._held.cases.items()}

    def history(self, case_id: str) -> list[CaseScores]:
        """Earlier states of a case, oldest first: the last 200 changes, typing in a text counted as one."""
        return self._held.record(case_id).history()

    def records(self) -> dict[str, CaseRecord]:
        """Every case with its past, in the order of the terms."""
        with self._turn:
            return dict(self._held.cases)

    @property
    def undoable(self) -> Step | None:
        """What :meth:`undo` would take back: from ``after`` to ``before``."""
        with self._turn:
            return self._held.undoable

    @property
    def redoable(self) -> Step | None:
        """What :meth:`redo` would bring back: from ``before`` to ``after``."""
        with self._turn:
            return self._held.redoable

    def meta(self) -> StoreMeta:
        """What is remembered beside scores, as a value of the caller's own."""
        return self._held.remembered()

    @property
    def scope(self) -> str:
        """The digest of the cases and criteria that this store was made for."""
        return self._held.meta.scope

    # --- changes --------------------------------------------------------------------------------------------------

    def put(self, case_id: str, scores: CaseScores, *, undoable: bool = True) -> None:
        """Replaces the state of a case and returns when that is durable; the state that holds already costs
        nothing.  With ``undoable`` false the change is none of the person's, and undo passes over it.

        Raises ValueError for an unknown case or a state of the wrong shape, EnvironmentFailure ``disk-full``,
        ``disk-failed``, ``no-permission``: then the state before stands, and another try may work.
        """
        self.change(case_id, lambda _: scores, undoable=undoable)

    def change(
        self, case_id: str, change: Callable[[CaseScores], CaseScores], *, undoable: bool = True
    ) -> tuple[CaseScores, CaseScores]:
        """:meth:`put` of what ``change`` makes of the state that holds; both states.  No change of another thread
        comes in between; ``change`` must not call the store."""
        with self._turn:
            before = self._held.record(case_id).now
            after = change(before)
            check_shape(after, len(before.scores))
            changed = self._held.put(case_id, after, undoable)
        if changed:
            self._write()
        return before, after

    def undo(self) -> Step | None:
        """Takes the latest change of all cases back; None when there is none to be taken back any more.  Durable, and
        with the errors, of :meth:`put`."""
        with self._turn:
            step = self._held.undo()
        if step is not None:
            self._write()
        return step

    def redo(self) -> Step | None:
        """Brings the change back that was taken back last; None after a new change, and when there is none.  Durable,
        and with the errors, of :meth:`put`."""
        with self._turn:
            step = self._held.redo()
        if step is not None:
            self._write()
        return step

    def put_meta(self, meta: StoreMeta, *, now: bool = False) -> None:
        """Replaces what is remembered beside scores; see :meth:`change_meta`."""
        self.change_meta(lambda _: meta, now=now)

    def change_meta(self, change: Callable[[StoreMeta], StoreMeta], *, now: bool = False) -> None:
        """Remembers what ``change`` makes of what is remembered beside scores, and nothing comes in between; durable,
        and with the errors, of :meth:`put`.  With ``now`` it is durable when this returns even where a thread writes
        behind, and so is all that was accepted before; whoever changes something meanwhile doesn't wait for that."""
        with self._turn:
            changed = self._held.remember(checked(change(self._held.remembered()), StoreMeta))
            accepted = self._held.accepted
        if now:
            self._write(accepted)
        elif changed:
            self._write()

    def take_in(
        self,
        decide: Callable[[Mapping[str, CaseRecord]], Mapping[str, CaseRecord]],
        merge: Callable[[StoreMeta], StoreMeta],
    ) -> None:
        """Replaces the records that ``decide`` makes of those that hold, and what is remembered by what ``merge``
        makes of it, in one commit, durable when this returns.  No change of another thread comes in between.

        Raises ValueError for cases or shapes that don't belong here, and the errors of :meth:`put`: then nothing of it
        holds.
        """
        with self._turn:
            records = decide(dict(self._held.cases))
            for case_id, record in records.items():
                criteria = len(self._held.record(case_id).now.scores)
                check_shape(record.now, criteria)
                record.check(criteria)
            self._held.take_in(records, checked(merge(self._held.remembered()), StoreMeta))
            accepted = self._held.accepted
        self._write(accepted)

    # --- the disk -------------------------------------------------------------------------------------------------

    def write_behind(self, told: Callable[[Outcome], None]) -> None:
        """From now on, changes hold in memory at once and one thread writes them in order, several in one commit where
        they come fast.  ``told`` hears from any thread what became of them, and must not call back.

        A write that fails takes every change that isn't durable back, those after it included: what holds is always
        a beginning of what was said.
        """
        self._told = told
        if self._writer is None:
            self._writer = Writer(self._commit_quietly)

    def write_through(self) -> None:
        """Waits for what is accepted, and lets every change wait for the disk again."""
        writer, self._writer = self._writer, None
        if writer is not None:
            writer.stop()
            self.wait()
        self._told = _nobody

    def wait(self) -> None:
        """Returns when nothing waits for the disk any more, kept or told as lost."""
        self._commit_quietly()
        with self._turn:
            self._held.forget_lost()

    def make_durable(self) -> None:
        """Returns when everything accepted up to now is durable; raises what kept it from being so."""
        with self._turn:
            accepted = self._held.accepted
        self._write(accepted)

    @property
    def settled(self) -> bool:
        """Whether nothing waits for the disk."""
        with self._turn:
            return self._held.settled

    def close(self) -> None:
        """Writes what waits, empties the WAL into the file and lets go of it; a second call does nothing.  Raises what
        the last write raised, after letting go."""
        writer, self._writer = self._writer, None
        if writer is not None:
            writer.stop()
        try:
            self._commit()
        finally:
            with self._disk:
                with self._turn:
                    self._held.closed = True
                if self._connection is not None:
                    connection, self._connection = self._connection, None
                    try:
                        store_file.disconnect(connection)
                    finally:
                        self._lock.release()

    def __enter__(self) -> ScoreStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _write(self, accepted: int | None = None) -> None:
        """Lets the thread write, or writes; with a number, whatever was accepted up to that is durable afterwards."""
        if self._writer is not None and accepted is None:
            self._writer.wake()
            return
        self._commit()
        if accepted is not None:
            with self._turn:
                failure = self._held.why_lost(accepted)
            if failure is not None:
                raise failure  # the thread was faster, and failed

    def _commit_quietly(self) -> None:
        try:
            self._commit(tell_why=True)
        except Exception:  # told, to whom it concerns
            if self._told is _nobody:
                raise

    def _commit(self, *, tell_why: bool = False) -> None:
        with self._disk:
            with self._turn:
                taken = self._held.take()
            if taken is None:
                return
            try:
                self._put_on_disk(taken)
            except BaseException as failure:
                with self._turn:
                    lost = self._held.go_back(taken, failure)
                why = failure if tell_why and isinstance(failure, Exception) else None
                self._told(Outcome(lost, False, why))
                raise
            with self._turn:
                self._held.keep(taken)
            self._told(Outcome(frozenset(taken.records), True))

    def _put_on_disk(self, taken: Taken) -> None:
        texts = {self._sealer.case_key(case_id): record.encode() for case_id, record in taken.records.items()}
        if taken.meta is not None:
            texts[self._sealer.meta_key()] = canonical.encode(taken.meta)
        if self._connection is None:
            raise ValueError("the store is closed")
        rows = {row_key: self._sealer.seal(row_key, text) for row_key, text in texts.items()}
        store_file.replace_rows(self._connection, rows, self._path)


def _nobody(outcome: Outcome) -> None:
    """Where every change waits for the disk, whoever made it has the exception."""
