"""SQLite as every file of ours uses it: durable commits, one program at a time, nothing deleted stays readable."""

from __future__ import annotations

import contextlib
import errno
import os
import sqlite3
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from review_app.model.errors import EnvironmentFailure, InputError, ReviewError
from review_app.model.files import os_errors, why_unwritable

InUse = Literal["store-in-use", "workspace-in-use"]
"""What a file that another program holds is called."""


def open_database(
    path: Path,
    *,
    application_id: int,
    version: int,
    schema: str,
    page_size: int = 4096,
    threads: bool = False,
) -> sqlite3.Connection:
    """Opens or creates a database of ours in autocommit mode (transactions are begun and ended explicitly).

    Write-ahead log with ``synchronous=FULL`` (a commit that returned survives a power cut), exclusive locking (a
    second program is refused at once), ``secure_delete``.  A new file gets ``schema`` in one transaction, and pages of
    ``page_size`` bytes.  With ``threads`` the connection may be used from any, one at a time.

    Raises EnvironmentFailure ``store-in-use``, ``disk-full``, ``no-permission``; InputError ``store-damaged``,
    ``store-foreign`` (another program's database) or ``store-newer`` (a newer version's; it is left unchanged).
    """
    _look_whether_writable(path)
    with sqlite_errors(path):
        connection = sqlite3.connect(path, timeout=0.2, isolation_level=None, check_same_thread=not threads)
        try:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute(f"PRAGMA page_size = {page_size}")  # of no effect on a file that is there
            connection.execute("BEGIN IMMEDIATE")
            found_id = _pragma(connection, "application_id")
            found_version = _pragma(connection, "user_version")
            empty = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0
            if found_id == 0 and found_version == 0 and empty:
                for statement in filter(str.strip, schema.split(";")):
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {application_id}")
                connection.execute(f"PRAGMA user_version = {version}")
            elif found_id != application_id:
                raise InputError("store-foreign", name=path.name)
            elif found_version > version:
                raise InputError("store-newer", name=path.name)
            connection.execute("COMMIT")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
        except BaseException:
            connection.close()
            raise
        return connection


def _look_whether_writable(path: Path) -> None:
    """Says "no permission" or "no such folder" more exactly than SQLite would, without opening the file: on POSIX,
    whoever closes any handle of a file drops every lock that SQLite holds on it in the same process."""
    with os_errors(path):
        if sys.platform == "win32":  # locks belong to handles there, and only opening tells what is allowed
            with path.open("ab"):
                return
        effective = os.access in os.supports_effective_ids
        try:
            if stat.S_ISDIR(path.stat().st_mode):
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
            allowed = os.access(path, os.R_OK | os.W_OK, effective_ids=effective)
        except FileNotFoundError:
            path.parent.stat()
            allowed = os.access(path.parent, os.W_OK | os.X_OK, effective_ids=effective)
        if not allowed:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))


def look_at_database(path: Path, *, application_id: int, version: int, schema: str) -> sqlite3.Connection:
    """A database of ours for reading in place: no lock is taken, no file beside it is made, no byte is written.

    A file that isn't there is an empty database in memory.  What another program has not folded in yet isn't seen.
    Raises InputError ``store-damaged``, ``store-foreign``, ``store-newer``; EnvironmentFailure ``no-permission``.
    """
    with sqlite_errors(path):
        if not path.exists():
            empty = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
            empty.executescript(schema)
            return empty
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro&immutable=1",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            if _pragma(connection, "application_id") != application_id:
                raise InputError("store-foreign", name=path.name)
            if _pragma(connection, "user_version") > version:
                raise InputError("store-newer", name=path.name)
        except BaseException:
            connection.close()
            raise
        return connection


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection, path: Path) -> Iterator[sqlite3.Connection]:
    """One transaction: committed durably when the block ends well, undone otherwise."""
    with sqlite_errors(path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            raise


@contextlib.contextmanager
def sqlite_errors(path: Path) -> Iterator[None]:
    """Turns SQLite's errors about the file at ``path`` into ours."""
    try:
        yield
    except sqlite3.Error as failure:
        raise from_sqlite_error(failure, path) from failure


def from_sqlite_error(failure: sqlite3.Error, path: Path) -> ReviewError:
    """The error of ours for a result code of SQLite (sqlite.org/rescode.html)."""
    if known := environment_failure(failure, path):
        return known
    if result_code(failure) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return InputError("store-damaged", name=path.name)
    raise failure


def environment_failure(
    failure: Exception, path: Path, *, in_use: InUse = "store-in-use", size: int = 0
) -> ReviewError | None:
    """What of SQLite's complaints about ``path`` is the computer's fault; None for all others.

    ``in_use`` is the code for a file that another program holds, ``size`` how far the file that would have grown had
    come (bytes), for finding out why a write failed.
    """
    code = result_code(failure)
    if code == sqlite3.SQLITE_IOERR:
        return why_unwritable(path, size)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL):
        return EnvironmentFailure(in_use, name=path.name)
    if code == sqlite3.SQLITE_FULL:
        return EnvironmentFailure("disk-full", name=path.name)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH):
        return EnvironmentFailure("no-permission", name=path.name)
    return None


def result_code(failure: Exception) -> int:
    """SQLite's primary result code of a failure; 0 where it has none."""
    return (getattr(failure, "sqlite_errorcode", None) or 0) & 0xFF
