"""The expert's score store: one SQLite file a round, whose finder learns the round and nothing of what was
scored.

Every case has its row from the first moment on, sealed with the card's ``store`` key (PROTOCOL section 4).
Saved means durable: :meth:`ScoreStore.put` returns after the commit has reached the disk.
"""

from __future__ import annotations

import copy
import sqlite3
import threading
from collections.abc import Sequence
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
from review_app.model.scoring.history import CaseRecord
from review_app.model.scoring.instance_lock import InstanceLock
from review_app.model.scoring.scores import CaseScores
from review_app.model.scoring.sealed_rows import BrokenRow, RowSealer

R = TypeVar("R", bound=Record)


class Exported(Record, frozen=True):
    """A sheet that was written: its revision, and the two codes that the expert can compare later."""

    revision: int
    receipt: str
    delivery_code: str


class StoreMeta(Record, frozen=True):
    """What a store remembers beside scores.  ``amendments``: digests of those seen; ``last_case``: an id or
    nothing; ``places``: reading positions, in the interface's own words."""

    last_revision: int = 0
    exported: list[Exported] = msgspec.field(default_factory=list)
    amendments: list[str] = msgspec.field(default_factory=list)
    last_case: str = ""
    places: dict[str, str] = msgspec.field(default_factory=dict)


class _MetaRow(Record, frozen=True):
    meta: StoreMeta
    scope: str


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
        meta: _MetaRow,
    ) -> None:
        """Made by :meth:`open`."""
        self._path = path
        self._lock = lock
        self._connection: sqlite3.Connection | None = connection
        self._sealer = sealer
        self._cases = cases
        self._meta = meta
        self._sitting: set[str] = set()
        self._turn = threading.Lock()

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

    def put(self, case_id: str, scores: CaseScores) -> None:
        """Replaces the state of a case and returns when that is durable; the state that holds already costs
        nothing.

        Raises ValueError for an unknown case or a state of the wrong shape, EnvironmentFailure ``disk-full``,
        ``disk-failed``, ``no-permission``: then the state before stands, and another try may work.
        """
        _check_shape(scores, len(self._record(case_id).now.scores))
        with self._turn:
            known = self._record(case_id)
            changed = known.changed_to(scores, case_id in self._sitting)
            if changed is known:
                return
            self._write(self._sealer.case_key(case_id), changed.encode())
            self._cases[case_id] = changed
            if len(changed.earlier) < len(known.earlier):  # the entry on top may be of an earlier sitting now
                self._sitting.discard(case_id)
            else:
                self._sitting.add(case_id)

    def meta(self) -> StoreMeta:
        """What is remembered beside scores, as a value of the caller's own."""
        return copy.deepcopy(self._meta.meta)

    def put_meta(self, meta: StoreMeta) -> None:
        """Replaces what is remembered beside scores; durable, and with the errors, of :meth:`put`."""
        checked = _checked(meta, StoreMeta)
        with self._turn:
            row = _MetaRow(meta=checked, scope=self._meta.scope)
            if row == self._meta:
                return
            self._write(self._sealer.meta_key(), canonical.encode(row))
            self._meta = row

    def close(self) -> None:
        """Empties the WAL into the file and lets go of it; a second call does nothing."""
        with self._turn:
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

    def _write(self, row_key: bytes, text: bytes) -> None:
        if self._connection is None:
            raise ValueError("the store is closed")
        store_file.replace_row(self._connection, row_key, self._sealer.seal(row_key, text), self._path)


def _first_rows(
    sealer: RowSealer, scope: str, case_ids: Sequence[str], criteria: int
) -> list[tuple[bytes, bytes]]:
    untouched = CaseRecord(CaseScores(scores=(None,) * criteria)).encode()
    texts = {sealer.case_key(case_id): untouched for case_id in case_ids}
    texts[sealer.meta_key()] = canonical.encode(_MetaRow(meta=StoreMeta(), scope=scope))
    return [(row_key, sealer.seal(row_key, text)) for row_key, text in texts.items()]


def _opened(
    rows: dict[bytes, bytes],
    sealer: RowSealer,
    scope: str,
    case_ids: Sequence[str],
    criteria: int,
    path: Path,
) -> tuple[dict[str, CaseRecord], _MetaRow]:
    keys = {case_id: sealer.case_key(case_id) for case_id in case_ids}
    expected = {sealer.meta_key(), *keys.values()}
    if not expected & rows.keys():
        raise InputError("store-other-card", name=path.name)
    try:
        meta = canonical.decode(
            sealer.open(sealer.meta_key(), rows[sealer.meta_key()]), _MetaRow, "store meta"
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
            for state in (record.now, *record.history()):
                _check_shape(state, criteria)
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
