"""Edits that can be taken back: what a row was before, what it is after, and the line that the log has of it.

An undo is an act of its own and a line of its own: nothing is taken out of the log.  What follows from an edit and
can't be taken back (cards drawn, a package built) is a barrier: the rows remembered up to there are forgotten.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

import msgspec

from review_app.model.errors import InputError, UsageError
from review_app.model.value import Value
from review_app.model.workspace.bound import is_bound, is_listed
from review_app.model.workspace.db import Database, Row
from review_app.model.workspace.log import Detail, Log

TABLES = frozenset(
    {
        "submission",
        "nomination",
        "decision",
        "vote",
        "member",
        "person",
        "stage",
        "tally",
        "campaign",
        "intake",
        "letter",
        "objection",
        "commendation",
    }
)
"""Where rows may be changed by an edit: never cards, boxes, amendments or the log."""

REMEMBERED = 200
"""Edits that can be undone at most."""
REMEMBERED_BYTES = 32 << 20
"""Bytes of rows remembered at most; the last edit is always kept."""

Key = tuple[str | int, ...]


class RowChange(Value, frozen=True):
    """A row of ``table`` with the primary key ``key`` (in the schema's order of its columns): as a whole what it
    becomes, or None when it goes."""

    table: str
    key: Key
    after: Row | None


class Edit(Value, frozen=True):
    """A remembered edit.  ``line`` is its number in the log."""

    number: int
    line: int
    act: str
    details: dict[str, Detail]


_Cell = str | int | bytes | None


class _Change(Value, frozen=True, array_like=True):
    """Rows as lists of cells: MessagePack tells text from bytes, and msgspec's types don't."""

    table: str
    key: list[str | int]
    before: list[Any] | None
    after: list[Any] | None


class _Remembered(Value, frozen=True, forbid_unknown_fields=True):
    """As it is stored, in MessagePack: bytes stay bytes, and a thousand nominations accepted at once take no time."""

    act: str
    details: dict[str, Detail]
    changes: list[_Change]


class _Table(Value, frozen=True):
    """Pieces of statements: a row by its key, all its columns, a place for each."""

    where: str
    becomes: str
    places: str


class Edits:
    """The table of edits; the undone ones come after all others."""

    def __init__(self, db: Database, log: Log) -> None:
        self._db = db
        self._log = log
        self._known: dict[str, _Table] = {}

    def change(self, act: str, details: dict[str, Detail], rows: Sequence[RowChange]) -> None:
        """Changes ``rows`` in their order, writes the log line ``act`` and remembers how to undo it: all or nothing.

        Where no row is changed by it, nothing is written.  What had been undone can't be redone after it.
        ValueError for a table that edits don't reach.
        """
        with self._db.transaction():
            changes = []
            for row in rows:
                before = self._read(row.table, row.key)
                if before != row.after:
                    self._write(row.table, row.key, row.after)
                    changes.append(_Change(row.table, list(row.key), _packed(before), _packed(row.after)))
            if not changes:
                return
            self._log.append(act, details)
            line = self._db.number("SELECT max(seq) FROM log")
            self._db.run("DELETE FROM edit WHERE undone")
            number = self._db.number("SELECT max(number) FROM edit") + 1
            record = msgspec.msgpack.encode(_Remembered(act, details, changes))
            self._db.run("INSERT INTO edit VALUES (?, ?, 0, ?)", (number, line, record))
            self._forget_oldest()

    @property
    def undoable(self) -> Edit | None:
        """The edit that :meth:`undo` takes back; None where there is none, where its rows have changed since, or where
        a case of it is a candidate by now."""
        return self._offered(undo=True)

    @property
    def redoable(self) -> Edit | None:
        """The edit that :meth:`redo` makes again, or None."""
        return self._offered(undo=False)

    def undo(self) -> Edit:
        """Takes the last edit back and returns it.

        Raises UsageError ``nothing-to-undo``; ``edit-superseded`` when one of its rows is no longer what it left, or is
        a case that has been frozen as a candidate.
        """
        return self._step(undo=True)

    def redo(self) -> Edit:
        """Makes the edit undone last again and returns it; raises UsageError ``nothing-to-redo``,
        ``edit-superseded``."""
        return self._step(undo=False)

    def remembered(self) -> list[tuple[Edit, bool]]:
        """Every remembered edit, the last one first, and whether it is undone."""
        rows = self._db.rows("SELECT number, line, undone, record FROM edit ORDER BY number DESC")
        return [(_edit(number, line, _decode(record)), bool(undone)) for number, line, undone, record in rows]

    def barrier(self) -> None:
        """Forgets every edit: what follows builds on them.  Part of the caller's transaction."""
        self._db.run("DELETE FROM edit")

    def _next(self, undo: bool) -> tuple[int, int, _Remembered] | None:
        order = "WHERE NOT undone ORDER BY number DESC" if undo else "WHERE undone ORDER BY number"
        found = self._db.row(f"SELECT number, line, record FROM edit {order} LIMIT 1")
        return (int(found[0]), int(found[1]), _decode(found[2])) if found else None

    def _offered(self, *, undo: bool) -> Edit | None:
        found = self._next(undo)
        if found is None or not self._fits(found[2], undo):
            return None
        return _edit(*found)

    def _fits(self, record: _Remembered, undo: bool) -> bool:
        """Whether every row is what the edit (or its undo) left.  A row changed twice by one edit is looked at once,
        from the side that is next."""
        seen = set()
        for change in reversed(record.changes) if undo else record.changes:
            row = (change.table, tuple(change.key))
            if change.table == "nomination":
                goes = (change.before if undo else change.after) is None
                if (is_listed if goes else is_bound)(self._db, str(change.key[0])):
                    return False  # what people are asked to judge stays as it was frozen
            if row not in seen and self._read(*row) != _unpacked(change.after if undo else change.before):
                return False
            seen.add(row)
        return True

    def _step(self, *, undo: bool) -> Edit:
        with self._db.transaction():
            found = self._next(undo)
            if found is None:
                if undo:
                    raise UsageError("nothing-to-undo")
                raise UsageError("nothing-to-redo")
            number, line, record = found
            if not self._fits(record, undo):
                raise UsageError("edit-superseded")
            try:
                for change in reversed(record.changes) if undo else record.changes:
                    becomes = _unpacked(change.before if undo else change.after)
                    self._write(change.table, tuple(change.key), becomes)
            except sqlite3.IntegrityError as failure:  # another table has come to rest on the row
                raise UsageError("edit-superseded") from failure
            self._db.run("UPDATE edit SET undone = ? WHERE number = ?", (int(undo), number))
            self._log.append("edit-undone" if undo else "edit-redone", {"line": line, "act": record.act})
        return _edit(number, line, record)

    def _forget_oldest(self) -> None:
        kept = bytes_kept = 0
        for number, size in self._db.rows("SELECT number, length(record) FROM edit ORDER BY number DESC"):
            kept, bytes_kept = kept + 1, bytes_kept + size
            if kept > 1 and (kept > REMEMBERED or bytes_kept > REMEMBERED_BYTES):
                self._db.run("DELETE FROM edit WHERE number <= ?", (number,))
                return

    def _read(self, table: str, key: Key) -> Row | None:
        return self._db.row(f"SELECT * FROM {table} WHERE {self._table(table).where}", key)

    def _write(self, table: str, key: Key, row: Row | None) -> None:
        known = self._table(table)
        if row is None:
            self._db.run(f"DELETE FROM {table} WHERE {known.where}", key)
            return
        if not self._db.run(f"UPDATE {table} SET {known.becomes} WHERE {known.where}", (*row, *key)):
            self._db.run(f"INSERT INTO {table} VALUES ({known.places})", row)
        if self._read(table, key) != row:
            raise ValueError(f"the row is not the one of its key: {table}")

    def _table(self, table: str) -> _Table:
        if table not in TABLES:
            raise ValueError(f"no table for edits: {table}")
        if table not in self._known:
            columns = self._db.rows(f"PRAGMA table_info({table})")
            names = [str(column[1]) for column in columns]
            keys = sorted((int(column[5]), str(column[1])) for column in columns if column[5])
            self._known[table] = _Table(
                " AND ".join(f"{name} IS ?" for _, name in keys),
                ", ".join(f"{name} = ?" for name in names),
                ", ".join("?" * len(names)),
            )
        return self._known[table]


def _edit(number: int, line: int, record: _Remembered) -> Edit:
    return Edit(number, line, record.act, record.details)


def _decode(record: bytes) -> _Remembered:
    try:
        return msgspec.msgpack.decode(record, type=_Remembered)
    except (msgspec.DecodeError, UnicodeDecodeError) as failure:
        raise InputError("malformed", what="edit") from failure


def _packed(row: Row | None) -> list[Any] | None:
    if row is None:
        return None
    if odd := [type(value).__name__ for value in row if not isinstance(value, _Cell)]:
        raise ValueError(f"not remembered: {odd}")
    return list(row)


def _unpacked(row: list[Any] | None) -> Row | None:
    return None if row is None else tuple(row)
