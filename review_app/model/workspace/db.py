"""The workspace's SQLite file: one connection, one owner, every commit durable, every refusal an error of
ours."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from review_app.model.errors import EnvironmentFailure, InputError, UsageError
from review_app.model.files import os_errors
from review_app.model.scoring.instance_lock import InstanceLock, is_held
from review_app.model.sqlite import environment_failure, result_code

APPLICATION_ID = int.from_bytes(b"rvWs", "big")

Row = tuple[Any, ...]
"""A row as SQLite gives it; each table's file names its columns' types at the place where they enter."""


@contextlib.contextmanager
def sql_errors(path: Path) -> Iterator[None]:
    """Turns what SQLite says about the file at ``path`` into an error of ours; misuse of SQLite stays a bug."""
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.InterfaceError, sqlite3.IntegrityError):
        raise
    except sqlite3.Error as failure:
        if known := environment_failure(failure, path, in_use="workspace-in-use"):
            raise known from failure
        code = result_code(failure)
        if code in (0, sqlite3.SQLITE_ERROR):
            raise
        foreign = code == sqlite3.SQLITE_NOTADB
        raise InputError("not-a-workspace" if foreign else "workspace-damaged", name=path.name) from failure


class Database:
    """The open file.  It is held exclusively until :meth:`close`, or until the process ends, however it
    ends."""

    def __init__(self, path: Path, *, create: bool = False, read_only: bool = False) -> None:
        """Opens ``path``, or makes it.

        With ``read_only`` the file is read into memory and let go: no lock, no neighbour, no byte written; what is done
        before :meth:`refuse_changes` (an old schema brought up) stays in memory.

        Raises EnvironmentFailure ``workspace-in-use``, InputError ``not-a-workspace`` (another program's
        file, or none), ``workspace-damaged``, ``workspace-unfinished`` (``read_only``, and a transaction was cut off).
        Nothing is written unless ``create``.
        """
        self.path = path
        self.read_only = read_only
        self._refusing = False
        self._depth = 0
        self._lock: InstanceLock | None = None
        with os_errors(path):
            # SQLite would make an empty file a database of its own.
            found = path.is_file() and path.stat().st_size > 0
        if found == create:
            raise InputError("not-a-workspace", name=path.name)
        with sql_errors(path):
            self._connection = sqlite3.connect(
                ":memory:" if read_only else path.absolute(),
                timeout=0,
                isolation_level=None,
                check_same_thread=False,  # the window's jobs take turns; SQLite itself is built serialized
            )
        try:
            if read_only:
                self._read_into_memory()
            else:
                self._take_hold(create)
        except BaseException:
            self.close()
            raise

    def _take_hold(self, create: bool) -> None:
        for pragma in (
            "locking_mode=EXCLUSIVE",
            "secure_delete=ON",
            "trusted_schema=OFF",
            "cell_size_check=ON",
            "mmap_size=0",
            "temp_store=MEMORY",
            "journal_size_limit=0",  # a lock that is kept keeps the journal too: what was deleted would stand in it
            "synchronous=EXTRA",  # the folder entry of the journal too: a power cut can't undo a commit
            "fullfsync=ON",
            "foreign_keys=ON",
        ):
            self.rows(f"PRAGMA {pragma}")
        # With locking_mode=EXCLUSIVE the lock this takes is kept; nothing is written by an empty transaction.
        self._run("BEGIN EXCLUSIVE")
        self._run("COMMIT")
        found = self.number("PRAGMA application_id")
        if not create and found != APPLICATION_ID:
            raise InputError("not-a-workspace", name=self.path.name)
        # On POSIX, SQLite's own lock falls as soon as anything in this process (a backup, a check sum) closes
        # another handle of the file.
        try:
            self._lock = InstanceLock(self.path)
        except EnvironmentFailure as failure:
            if failure.code != "store-in-use":
                raise
            raise EnvironmentFailure("workspace-in-use", name=self.path.name) from failure

    def _read_into_memory(self) -> None:
        if is_held(self.path):
            raise EnvironmentFailure("workspace-in-use", name=self.path.name)
        for ending in ("-journal", "-wal"):
            beside = self.path.with_name(self.path.name + ending)
            with os_errors(beside):
                if beside.is_file() and _is_hot(beside):
                    raise InputError("workspace-unfinished", name=self.path.name)
        with sql_errors(self.path):
            # Immutable: SQLite makes no lock and no journal, not even to read a file in the mode of a write-ahead log.
            source = sqlite3.connect(f"{self.path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
            try:
                source.execute("PRAGMA trusted_schema=OFF")
                source.execute("PRAGMA cell_size_check=ON")
                source.backup(self._connection)
            finally:
                source.close()
        for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "temp_store=MEMORY", "foreign_keys=ON"):
            self.rows(f"PRAGMA {pragma}")
        if self.number("PRAGMA application_id") != APPLICATION_ID:
            raise InputError("not-a-workspace", name=self.path.name)

    def refuse_changes(self) -> None:
        """From now on every change raises UsageError ``workspace-read-only``."""
        self.rows("PRAGMA query_only=ON")
        self._refusing = True

    def check_intact(self) -> None:
        """Reads every page; raises InputError ``workspace-damaged``."""
        if self.rows("PRAGMA quick_check(1)") != [("ok",)]:
            raise InputError("workspace-damaged", name=self.path.name)

    def close(self) -> None:
        """Closes the file and lets others in."""
        self._connection.close()
        if self._lock is not None:
            journal = self.path.with_name(self.path.name + "-journal")
            with contextlib.suppress(OSError):  # left by a program that was killed, and no longer of use
                if journal.is_file() and not _is_hot(journal):
                    journal.unlink()
            self._lock.release()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """All of the block or nothing of it.  Inside another transaction it is part of that one."""
        if self._depth:
            yield
            return
        self._refuse()
        self._run("BEGIN IMMEDIATE")
        self._depth += 1
        try:
            yield
            self._run("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise
        finally:
            self._depth -= 1

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """All rows of a query."""
        with sql_errors(self.path):
            return self._connection.execute(sql, values).fetchall()

    def row(self, sql: str, values: Sequence[object] = ()) -> Row | None:
        """The first row of a query, or None."""
        found = self.rows(sql, values)
        return found[0] if found else None

    def number(self, sql: str, values: Sequence[object] = ()) -> int:
        """The one integer that a query gives."""
        found = self.row(sql, values)
        return int(found[0]) if found and found[0] is not None else 0

    def run(self, sql: str, values: Sequence[object] = ()) -> int:
        """Runs a statement that changes something, durably unless a transaction is open; the rows it
        changed."""
        self._refuse()
        return self._run(sql, values)

    def _refuse(self) -> None:
        if self._refusing:
            raise UsageError("workspace-read-only")

    def serialized(self) -> bytes:
        """The whole file as it stands after the last commit."""
        with sql_errors(self.path):
            return bytes(self._connection.serialize())

    def copy_to(self, target: Path) -> None:
        """A consistent copy of the whole file at ``target`` (which must not exist)."""
        with sql_errors(target):
            copy = sqlite3.connect(target, isolation_level=None)
            try:
                self._connection.backup(copy)
            finally:
                copy.close()

    def _run(self, sql: str, values: Sequence[object] = ()) -> int:
        with sql_errors(self.path):
            return self._connection.execute(sql, values).rowcount


def _is_hot(beside: Path) -> bool:
    """Whether a journal or write-ahead log has something in it: a journal that begins with a zero is done with
    (sqlite.org/lockingv3.html, "Hot journals")."""
    with beside.open("rb") as file:
        return file.read(1) not in (b"", b"\0")
