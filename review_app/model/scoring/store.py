"""The expert's score store: one SQLite file a round, whose finder learns the round and nothing of what was
scored.

Every case has its row from the first moment on, sealed with the card's ``store`` key (PROTOCOL section 4).
Saved means durable: :meth:`ScoreStore.put` returns after the commit has reached the disk, or, once
:meth:`ScoreStore.write_behind` was called, at once, and the outcome is told when it is known.
"""

from __future__ import annotations

import copy
import sqlite3
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TypeVar

import msgspec
import rfc8785

from review_app.model import canonical
from review_app.model.canonical import Record
from review_app.model.crypto.ballot_card import BallotKeys
from review_app.model.errors import InputError
from review_app.model.files import ensure_folder
from review_app.model.scoring import store_file
from review_app.model.scoring.history import CaseRecord, Step
from review_app.model.scoring.instance_lock import InstanceLock
from review_app.model.scoring.meta import MetaRow, StoreMeta
from review_app.model.scoring.saving import Outcome, Writer
from review_app.model.scoring.scores import CaseScores
from review_app.model.scoring.sealed_rows import BrokenRow, RowSealer

R = TypeVar("R", bound=Record)


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
        self._cases = cases
        self._meta = meta
        self._durable, self._durable_meta = dict(cases), meta
        self._unwritten: set[str] = set()  # ids of cases, and the empty text for what isn't about one
        self._writing = False
        self._accepted = self._kept = 0
        self._lost: tuple[int, int, Exception | None] = (0, 0, None)
        self._writer: Writer | None = None
        self._told: Callable[[Outcome], None] = _nobody
        self._turn = threading.Lock()  # for what is in memory: never held while the disk works
        self._disk = threading.Lock()  # for the connection; taken before the other
        self._count_anew()

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
                with store_file.sql_errors(path):
                    if store_file.is_empty(connection):
                        store_file.create(connection, _first_rows(sealer, scope, case_ids, criteria))
                    # What is in the file itself can't go with a neighbour that some clean-up takes away.
                    store_file.settle(connection)
                    store_file.check_intact(connection, path)
                    store_file.migrate(connection, path)
                    store_file.check_schema(connection, path)
                    rows = store_file.read_rows(connection)
                cases, meta = _opened(rows, sealer, scope, case_ids, criteria, path)
                return cls(path, lock, connection, sealer, cases, meta)
            except BaseException:
                connection.close()
                raise
        except BaseException:
            lock.release()
            raise

    def get(self, case_id: str) -> CaseScores:
        """The state of a case; raises ValueError for one that isn't in the store."""
        return self._record(case_id).now

    def all(self) -> dict[str, CaseScores]:
        """The state of every case, in the order of the terms."""
        return {case_id: record.now for case_id, record in self._cases.items()}

    def history(self, case_id: str) -> list[CaseScores]:
        """Earlier states of a case, oldest first: the last 200 changes, typing in a text counted as one."""
        return self._record(case_id).history()

    def put(self, case_id: str, scores: CaseScores, *, undoable: bool = True) -> None:
        """Replaces the state of a case and returns when that is durable; the state that holds already costs
        nothing.  With ``undoable`` false the change is none of the person's, and undo passes over it.

        Raises ValueError for an unknown case or a state of the wrong shape, EnvironmentFailure ``disk-full``,
        ``disk-failed``, ``no-permission``: then the state before stands, and another try may work.
        """
        _check_shape(scores, len(self._record(case_id).now.scores))
        with self._turn:
            known = self._record(case_id)
            if scores == known.now:
                return
            if undoable:
                typing = self._settled < known.done == self._number
                changed = known.changed_to(scores, self._number + 1, same_sitting=typing)
            else:
                changed = known.marked(scores)
            self._accept({case_id: changed})
        self._write()

    def undo(self) -> Step | None:
        """Takes the latest change of all cases back; None when there is none to be taken back any more.  Durable, and
        with the errors, of :meth:`put`."""
        with self._turn:
            case_id = self._undoable()
            if case_id is None:
                return None
            step = self._cases[case_id].undo_step(case_id)
            self._accept({case_id: self._cases[case_id].taken_back(self._number + 1, self._fresh)})
            self._settled = self._number
        self._write()
        return step

    def redo(self) -> Step | None:
        """Brings the change back that was taken back last; None after a new change, and when there is none.  Durable,
        and with the errors, of :meth:`put`."""
        with self._turn:
            case_id = self._redoable()
            if case_id is None:
                return None
            step = self._cases[case_id].redo_step(case_id)
            self._accept({case_id: self._cases[case_id].brought_back(self._number + 1)})
            self._settled = self._number
        self._write()
        return step

    @property
    def undoable(self) -> Step | None:
        """What :meth:`undo` would take back: from ``after`` to ``before``."""
        with self._turn:
            case_id = self._undoable()
            return None if case_id is None else self._cases[case_id].undo_step(case_id)

    @property
    def redoable(self) -> Step | None:
        """What :meth:`redo` would bring back: from ``before`` to ``after``."""
        with self._turn:
            case_id = self._redoable()
            return None if case_id is None else self._cases[case_id].redo_step(case_id)

    def meta(self) -> StoreMeta:
        """What is remembered beside scores, as a value of the caller's own."""
        return copy.deepcopy(self._meta.meta)

    def put_meta(self, meta: StoreMeta, *, now: bool = False) -> None:
        """Replaces what is remembered beside scores; durable, and with the errors, of :meth:`put`.  With ``now`` it
        is durable when this returns even where a thread writes behind, and so is all that was accepted before."""
        checked = _checked(meta, StoreMeta)
        with self._turn:
            row = MetaRow(meta=checked, scope=self._meta.scope)
            if row != self._meta:
                self._accept({"": None})
                self._meta = row
            accepted = self._accepted
        self._write(accepted if now else None)

    def records(self) -> dict[str, CaseRecord]:
        """Every case with its past, in the order of the terms."""
        with self._turn:
            return dict(self._cases)

    def take_in(
        self, decide: Callable[[Mapping[str, CaseRecord]], Mapping[str, CaseRecord]], meta: StoreMeta
    ) -> None:
        """Replaces the records that ``decide`` makes of those that hold, and what is remembered, in one commit, durable
        when this returns.  No change of another thread comes in between.

        Raises ValueError for cases or shapes that don't belong here, and the errors of :meth:`put`: then nothing of it
        holds.
        """
        checked = _checked(meta, StoreMeta)
        with self._turn:
            records = decide(dict(self._cases))
            for case_id, record in records.items():
                criteria = len(self._record(case_id).now.scores)
                _check_shape(record.now, criteria)
                record.check(criteria)
            self._accept({**records, "": None})
            self._meta = MetaRow(meta=checked, scope=self._meta.scope)
            self._count_anew()
            accepted = self._accepted
        self._write(accepted)

    @property
    def scope(self) -> str:
        """The digest of the cases and criteria that this store was made for."""
        return self._meta.scope

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
        self._lost = (0, 0, None)  # told: no reason against a later try

    def make_durable(self) -> None:
        """Returns when everything accepted up to now is durable; raises what kept it from being so."""
        with self._turn:
            accepted = self._accepted
        self._write(accepted)

    @property
    def settled(self) -> bool:
        """Whether nothing waits for the disk."""
        with self._turn:
            return not self._unwritten and not self._writing

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

    def _record(self, case_id: str) -> CaseRecord:
        try:
            return self._cases[case_id]
        except KeyError:
            raise ValueError("case_id: not in this store") from None

    def _undoable(self) -> str | None:
        case_id = max(self._cases, key=lambda each: self._cases[each].done)
        ends = max(record.forgotten for record in self._cases.values())
        return case_id if self._cases[case_id].done > ends else None

    def _redoable(self) -> str | None:
        case_id = max(self._cases, key=lambda each: self._cases[each].undone)
        return case_id if self._cases[case_id].undone > self._fresh else None

    def _count_anew(self) -> None:
        self._number = max(record.newest for record in self._cases.values())
        self._fresh = max(record.fresh for record in self._cases.values())
        self._settled = self._number  # what is typed from here on is another sitting

    def _accept(self, changed: Mapping[str, CaseRecord | None]) -> None:
        if self._connection is None:
            raise ValueError("the store is closed")
        for case_id, record in changed.items():
            if record is not None:
                self._cases[case_id] = record
                self._number = max(self._number, record.newest)
                self._fresh = max(self._fresh, record.fresh)
            self._unwritten.add(case_id)
        self._accepted += 1

    def _write(self, accepted: int | None = None) -> None:
        """Lets the thread write, or writes; with a number, whatever was accepted up to that is durable afterwards."""
        if self._writer is not None and accepted is None:
            self._writer.wake()
            return
        self._commit()
        kept_until, lost_until, failure = self._lost
        if accepted is not None and failure is not None and kept_until < accepted <= lost_until:
            # Said once: after that, what holds is durable, and another try may work.
            self._lost = (0, 0, None)
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
                if not self._unwritten:
                    return
                taken, self._unwritten, self._writing = self._unwritten, set(), True
                records = {case_id: self._cases[case_id] for case_id in taken if case_id}
                meta, accepted = self._meta, self._accepted
            try:
                texts = {
                    self._sealer.case_key(case_id): record.encode() for case_id, record in records.items()
                }
                if "" in taken:
                    texts[self._sealer.meta_key()] = canonical.encode(meta)
                if self._connection is None:
                    raise ValueError("the store is closed")
                rows = {row_key: self._sealer.seal(row_key, text) for row_key, text in texts.items()}
                store_file.replace_rows(self._connection, rows, self._path)
            except BaseException as failure:
                lost = self._go_back(taken, failure)
                why = failure if tell_why and isinstance(failure, Exception) else None
                self._told(Outcome(lost, False, why))
                raise
            with self._turn:
                self._durable.update(records)
                if "" in taken:
                    self._durable_meta = meta
                self._kept, self._writing = accepted, False
            self._told(Outcome(frozenset(records), True))

    def _go_back(self, taken: set[str], failure: BaseException) -> frozenset[str]:
        """Takes back all that isn't durable; the cases that this changes."""
        with self._turn:
            lost = {case_id for case_id in taken | self._unwritten if case_id}
            self._cases.update({case_id: self._durable[case_id] for case_id in lost})
            self._meta = self._durable_meta
            self._unwritten, self._writing = set(), False
            why = failure if isinstance(failure, Exception) else None
            self._lost = (self._kept, self._accepted, why)
            self._count_anew()
            return frozenset(lost)


def _nobody(outcome: Outcome) -> None:
    """Where every change waits for the disk, whoever made it has the exception."""


def _first_rows(
    sealer: RowSealer, scope: str, case_ids: Sequence[str], criteria: int
) -> list[tuple[bytes, bytes]]:
    untouched = CaseRecord(CaseScores(scores=(None,) * criteria)).encode()
    texts = {sealer.case_key(case_id): untouched for case_id in case_ids}
    texts[sealer.meta_key()] = canonical.encode(MetaRow(meta=StoreMeta(), scope=scope))
    return [(row_key, sealer.seal(row_key, text)) for row_key, text in texts.items()]


def _opened(
    rows: dict[bytes, bytes],
    sealer: RowSealer,
    scope: str,
    case_ids: Sequence[str],
    criteria: int,
    path: Path,
) -> tuple[dict[str, CaseRecord], MetaRow]:
    keys = {case_id: sealer.case_key(case_id) for case_id in case_ids}
    expected = {sealer.meta_key(), *keys.values()}
    if not expected & rows.keys():
        raise InputError("store-other-card", name=path.name)
    try:
        meta = canonical.decode(
            sealer.open(sealer.meta_key(), rows[sealer.meta_key()]), MetaRow, "store meta"
        )
        if meta.scope != scope:
            raise InputError("store-other-terms", name=path.name)
        if expected != rows.keys():
            raise BrokenRow
        cases = {
            case_id: CaseRecord.decode(sealer.open(row_key, rows[row_key]))
            for case_id, row_key in keys.items()
        }
        for record in cases.values():
            _check_shape(record.now, criteria)
            record.check(criteria)
    except (BrokenRow, KeyError, TypeError, ValueError) as failure:
        raise InputError("store-damaged", name=path.name) from failure
    except InputError as failure:
        if failure.code == "store-other-terms":
            raise
        raise InputError("store-damaged", name=path.name) from failure
    return cases, meta


def _check_shape(scores: CaseScores, criteria: int) -> None:
    if len(_checked(scores, CaseScores).scores) != criteria:
        raise ValueError(f"scores: {criteria} expected")


def _checked(value: R, kind: type[R]) -> R:
    """``value`` as a copy of its own, when it would read back as what it is; ValueError otherwise."""
    try:
        checked = msgspec.convert(msgspec.to_builtins(value), kind)
        canonical.encode(checked)
    except (msgspec.ValidationError, rfc8785.CanonicalizationError, TypeError, UnicodeError) as failure:
        raise ValueError("not a state that can be stored") from failure
    if checked != value:
        raise ValueError("not a state that can be stored")
    return checked
