"""The SQLite file under a score store: how it is opened, checked, made durable, and brought forward.

SQL and the file's header are known here and in ``store.py`` only; what the rows hold is
``sealed_rows.py``'s business.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import struct
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from review_app.model.errors import EnvironmentFailure, InputError, ReviewError
from review_app.model.files import os_errors, taking_place_of
from review_app.model.sqlite import environment_failure, result_code

APPLICATION_ID = int.from_bytes(b"rvSc", "big")
SCHEMA = "CREATE TABLE sealed (key BLOB PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID"
SIZE_LIMIT = 256 << 20
"""Bytes; five hundred cases with the longest notes and full histories stay below 100 MB."""

Step = Callable[[sqlite3.Connection], None]


def _rows_with_numbers(connection: sqlite3.Connection) -> None:
    """Format 1: rows number their changes and keep those taken back.  Rows of format 0 are read as they are and get
    the new form when they are written next; the number of the format keeps older programs from calling them damaged."""


STEPS: tuple[Step, ...] = (_rows_with_numbers,)
"""Step n brings a file of format n to format n + 1; the format this program writes is their number."""

_HEADER = 100
_MAGIC = b"SQLite format 3\x00"
_PAGE = 4096
_WAL_HEADER, _FRAME_HEADER = 32, 24
_POSIX_PATH_LIMIT = 512  # os_unix.c, MAX_PATHNAME, of which "-journal" needs 8
_PRAGMAS: tuple[tuple[str, str, object], ...] = (
    # Before the first look at the WAL: then the index of the WAL is in memory, there is no -shm file, and the
    # lock is held until the connection closes.
    ("locking_mode", "EXCLUSIVE", b"exclusive"),
    ("page_size", str(_PAGE), _PAGE),
    ("secure_delete", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("mmap_size", "0", 0),
    ("temp_store", "MEMORY", 2),
    ("journal_mode", "WAL", b"wal"),
    ("synchronous", "FULL", 2),
    # macOS: fsync alone leaves data in the drive's cache.
    ("fullfsync", "ON", 1),
    ("checkpoint_fullfsync", "ON", 1),
)


@contextlib.contextmanager
def sql_errors(path: Path) -> Iterator[None]:
    """Turns what SQLite says about ``path`` into an error of ours with a stable code."""
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.InterfaceError):
        raise  # misuse of the interface: a bug, not the file's fault
    except (
        sqlite3.Error,
        UnicodeError,
    ) as failure:  # UnicodeError: a damaged name inside SQLite's own message
        raise _from_sql_error(failure, path) from failure


def _from_sql_error(failure: Exception, path: Path) -> ReviewError:
    if result_code(failure) == sqlite3.SQLITE_CANTOPEN and not _short_enough(path):
        return EnvironmentFailure("path-unusable", name=path.name)
    wal = _neighbour(path, "-wal")  # where the file would grow
    size = wal.stat().st_size if wal.exists() else 0
    return environment_failure(failure, path, size=size) or InputError("store-damaged", name=path.name)


def prepare(path: Path) -> None:
    """Looks at the file before SQLite does: nothing is changed of a newer, foreign or damaged one.

    Makes an empty file (its owner's only) where there is none.  The caller holds the instance lock.  Raises
    InputError ``store-newer``, ``store-damaged``, ``is-a-folder`` or EnvironmentFailure ``no-permission``
    and the like.
    """
    wal = _neighbour(path, "-wal")
    with os_errors(path):
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(handle, "rb") as file:
            size = os.fstat(file.fileno()).st_size
            header = file.read(_HEADER)
        changes = wal.stat().st_size if wal.exists() else 0
        if size == 0 and changes <= _WAL_HEADER:
            return  # new, or never got further than its name
        # A file of no bytes with changes waiting: SQLite would throw the changes away.
        if (
            len(header) < _HEADER
            or not header.startswith(_MAGIC)
            or size > SIZE_LIMIT
            or changes > SIZE_LIMIT
        ):
            raise InputError("store-damaged", name=path.name)
        page, *fixed = struct.unpack_from(">H6B", header, 16)
        newest = header
        if changes > _WAL_HEADER:
            with wal.open("rb") as file:
                newest = _first_page_in_wal(file) or header
    for state in (header, newest):
        version, application = (int.from_bytes(state[at : at + 4], "big") for at in (60, 68))
        if application not in (0, APPLICATION_ID):
            raise InputError("store-damaged", name=path.name)
        if version > len(STEPS):
            raise InputError("store-newer", name=path.name)
    if page != _PAGE or fixed[2:] != [0, 64, 32, 32] or not {fixed[0], fixed[1]} <= {1, 2}:
        raise InputError("store-damaged", name=path.name)


def _first_page_in_wal(file: BinaryIO) -> bytes | None:
    """The newest copy of page 1's header in a WAL (sqlite.org/fileformat2.html, section 4), whether
    committed or not."""
    header = file.read(_WAL_HEADER)
    salts, newest = header[16:24], None
    while len(frame := file.read(_FRAME_HEADER)) == _FRAME_HEADER and frame[8:16] == salts:
        page = file.read(_PAGE)
        if frame[:4] == b"\x00\x00\x00\x01" and len(page) == _PAGE:
            newest = page[:_HEADER]
    return newest


def connect(path: Path) -> sqlite3.Connection:
    """A connection that holds the file alone and is durable at every commit; each setting is read back.

    Text comes as bytes, so that a damaged file can't fail in decoding.  Raises what :func:`sql_errors`
    raises, and EnvironmentFailure ``store-not-durable`` when SQLite can't promise here what we promise.
    """
    with sql_errors(path):
        connection = sqlite3.connect(
            _for_sqlite(path), timeout=0, isolation_level=None, check_same_thread=False
        )
        try:
            connection.text_factory = bytes
            for name, value, expected in _PRAGMAS:
                connection.execute(f"PRAGMA {name}={value}").fetchall()
                found = connection.execute(f"PRAGMA {name}").fetchone()
                if found != (expected,) and not (name == "mmap_size" and found is None):
                    raise EnvironmentFailure("store-not-durable", name=path.name, setting=name)
        except BaseException:
            connection.close()
            raise
    return connection


def is_empty(connection: sqlite3.Connection) -> bool:
    """Whether the file holds nothing yet: it is new, or its making was cut short before the first commit."""
    return (
        _number(connection, "application_id") == 0
        and not connection.execute("SELECT 1 FROM sqlite_schema").fetchall()
    )


def create(connection: sqlite3.Connection, rows: Iterable[tuple[bytes, bytes]]) -> None:
    """Makes the table with all ``rows`` in one transaction, in the order of their keys: no order of cases
    shows."""
    with transaction(connection):
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={len(STEPS)}")
        connection.execute(SCHEMA)
        connection.executemany("INSERT INTO sealed VALUES (?, ?)", sorted(rows))


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of the block, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def check_intact(connection: sqlite3.Connection, path: Path) -> None:
    """Raises InputError ``store-damaged`` unless the file is ours and SQLite finds every page in order."""
    ours = _number(connection, "application_id") == APPLICATION_ID
    if not ours or connection.execute("PRAGMA integrity_check(1)").fetchall() != [(b"ok",)]:
        raise InputError("store-damaged", name=path.name)


def check_schema(connection: sqlite3.Connection, path: Path) -> None:
    """Raises InputError ``store-damaged`` unless the file has our one table and nothing else (no trigger,
    no view)."""
    found = connection.execute("SELECT type, name, sql FROM sqlite_schema").fetchall()
    if found != [(b"table", b"sealed", SCHEMA.encode())]:
        raise InputError("store-damaged", name=path.name)


def migrate(connection: sqlite3.Connection, path: Path, steps: Sequence[Step] = STEPS) -> None:
    """Brings the file to format ``len(steps)``: first a copy beside it, then a step and its number in one
    transaction.

    A step that fails leaves the file at the format before that step.
    """
    found = _number(connection, "user_version")
    if found >= len(steps):
        return
    _copy(connection, path.with_name(f"{path.name}.format-{found}"))
    for number in range(found, len(steps)):
        with transaction(connection):
            steps[number](connection)
            connection.execute(f"PRAGMA user_version={number + 1}")


def read_rows(connection: sqlite3.Connection) -> dict[bytes, bytes]:
    """Every row as it lies in the file."""
    return dict(connection.execute("SELECT key, value FROM sealed").fetchall())


def replace_rows(connection: sqlite3.Connection, rows: Mapping[bytes, bytes], path: Path) -> None:
    """Puts values in the place of rows that are there, all or none; returns after the commit has reached the disk."""
    with sql_errors(path):
        if len(rows) == 1:  # a statement of its own is a transaction of its own, and the quicker one
            _replace(connection, rows, path)
        else:
            with transaction(connection):
                _replace(connection, rows, path)


def _replace(connection: sqlite3.Connection, rows: Mapping[bytes, bytes], path: Path) -> None:
    for row_key, value in rows.items():
        changed = connection.execute("UPDATE sealed SET value = ? WHERE key = ?", (value, row_key)).rowcount
        if changed != 1:
            raise InputError("store-damaged", name=path.name)


def settle(connection: sqlite3.Connection) -> None:
    """Moves the WAL into the file and cuts it to nothing.  Where that fails (disk full) nothing is lost: the
    WAL stays and is read at the next opening."""
    with contextlib.suppress(sqlite3.OperationalError):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def disconnect(connection: sqlite3.Connection) -> None:
    """Leaves one file with everything in it, and closes."""
    try:
        settle(connection)
    finally:
        connection.close()


def _copy(connection: sqlite3.Connection, target: Path) -> None:
    with taking_place_of(target) as temporary:
        with os_errors(target):
            os.close(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))  # its owner's only, too
        copy = sqlite3.connect(_for_sqlite(temporary), isolation_level=None)
        try:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE").fetchall()
        finally:
            copy.close()


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def _neighbour(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def _short_enough(path: Path) -> bool:
    return os.name == "nt" or len(os.fsencode(path.absolute())) + len("-journal") < _POSIX_PATH_LIMIT


def _for_sqlite(path: Path) -> str:
    """Windows takes more than 260 characters only in the verbatim form, which SQLite hands on as it is."""
    text = str(path.absolute())
    if os.name != "nt" or len(text) < 240 or text.startswith("\\\\?\\"):
        return text
    return f"\\\\?\\UNC\\{text[2:]}" if text.startswith("\\\\") else f"\\\\?\\{text}"
