"""The ballot box: sealed sheets under their digests, and after opening the state of each.

One SQLite file a round.  No row ids, no times, no source names: what the file holds is a function of the set of sheets,
not of who sent them or in which order they came.  After each batch the file is rewritten (VACUUM), so that not even the
layout of its pages remembers.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Generator, Iterable, Sequence
from contextlib import AbstractContextManager, closing
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import TypedDict

from review_app.model.box import kept
from review_app.model.box.judge import Electorate, JudgedSheet, judge_sheet, settle
from review_app.model.box.papers import Outcome, sort_outcomes
from review_app.model.box.parallel import WORKERS, collection_paused, read_ahead
from review_app.model.box.states import State
from review_app.model.crypto.age import Opener
from review_app.model.errors import EnvironmentFailure, InputError, UsageError
from review_app.model.files import size_words
from review_app.model.progress import SILENT, Progress
from review_app.model.scoring.sheet import SHEET_FILE_LIMIT, check_arrival
from review_app.model.sqlite import look_at_database, open_database, sqlite_errors, transaction

_APPLICATION_ID = 0x52564258  # "RVBX"
_VERSION = 1
_PAGE_SIZE = 32768
"""A sheet of 160 kB is read five times as fast as from SQLite's pages of 4 kB; and what is kept of one, some 5 kB,
shares a page with others: what is longer than an eighth of a page is given pages of its own."""
_SCHEMA = """
CREATE TABLE sheet (digest TEXT PRIMARY KEY, late INTEGER NOT NULL, content BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE outcome (digest TEXT PRIMARY KEY, state TEXT NOT NULL, scores BLOB, comments BLOB) WITHOUT ROWID;
CREATE TABLE record (name TEXT PRIMARY KEY, content BLOB NOT NULL) WITHOUT ROWID;
"""

_SHEETS_BETWEEN = (
    "SELECT digest, content FROM sheet WHERE late = 0 AND digest BETWEEN ? AND ? ORDER BY digest"
)


_UNSETTLED = "unsettled"
"""A row beside the record from a batch's commit until the file has been rewritten: while it is there, the places of
the sheets in the file tell the order in which they came."""

_CACHE = 16_000
"""kB of pages in memory: with SQLite's usual 2 MB every sheet read throws out pages that the next one needs."""


class _Ours(TypedDict):
    """How a file of this kind is told from others."""

    application_id: int
    version: int
    schema: str


class Arrival(StrEnum):
    """What became of a file on arrival."""

    TAKEN = "taken"
    KNOWN = "known"
    LATE = "late"


class BallotBox:
    """Open box file of one round.  Use as a context manager."""

    def __init__(self, path: Path, round_id: str, *, read_only: bool = False) -> None:
        """Opens or creates the box at ``path``.

        With ``read_only`` it is looked at in place: no lock, nothing written; one that isn't there is empty.

        Raises EnvironmentFailure ``store-in-use`` for a second instance, InputError ``store-damaged`` or
        ``store-newer``.
        """
        self._round_id = round_id
        self._path = path
        self._read_only = read_only
        ours: _Ours = {"application_id": _APPLICATION_ID, "version": _VERSION, "schema": _SCHEMA}
        self._database = (
            look_at_database(path, **ours)
            if read_only
            else open_database(path, **ours, page_size=_PAGE_SIZE, threads=True)
        )
        with sqlite_errors(path):
            self._database.execute(f"PRAGMA cache_size = -{_CACHE}")
        if not read_only and self._unsettled:  # the program was stopped between taking in and rewriting
            with contextlib.suppress(EnvironmentFailure):  # the disk is full: the next time
                self._forget_layout()

    def __enter__(self) -> BallotBox:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file; its write-ahead log is folded in."""
        self._database.close()

    def __len__(self) -> int:
        return int(self._run("SELECT count(*) FROM sheet WHERE late = 0").fetchone()[0])

    @property
    def late_count(self) -> int:
        """Sheets that came after the record was signed."""
        return int(self._run("SELECT count(*) FROM sheet WHERE late = 1").fetchone()[0])

    def add(self, contents: Iterable[bytes]) -> list[Arrival | InputError]:
        """Takes in sheets; for each, in order, what became of it, or why it was refused.

        Refused on arrival (nothing is stored): ``not-a-sheet``, ``sheet-truncated``, ``sheet-version``,
        ``sheet-too-large``, ``sheet-other-round``, ``sheet-repacked``.  The batch is one
        transaction, durable on return.
        """
        closed = self.record is not None
        arrivals: list[Arrival | InputError] = []
        with self._change():
            for content in contents:
                try:
                    self._check_arrival(content)
                    arrivals.append(self._insert(content, closed))
                except InputError as refusal:
                    # With its trace it would hold the content as long as somebody reads the list.
                    refusal.__traceback__ = refusal.__cause__ = refusal.__context__ = None
                    arrivals.append(refusal)
        if self._unsettled:
            self._forget_layout()
        return arrivals

    @property
    def _unsettled(self) -> bool:
        return self._run("SELECT 1 FROM record WHERE name = ?", _UNSETTLED).fetchone() is not None

    def _insert(self, content: bytes, closed: bool) -> Arrival:
        digest = hashlib.sha256(content).hexdigest()
        if self._run("SELECT 1 FROM sheet WHERE digest = ?", digest).fetchone():
            return Arrival.KNOWN
        self._run("INSERT INTO sheet VALUES (?, ?, ?)", digest, int(closed), content)
        self._run("INSERT OR IGNORE INTO record VALUES (?, x'')", _UNSETTLED)
        return Arrival.LATE if closed else Arrival.TAKEN

    def _check_arrival(self, content: bytes) -> None:
        if len(content) > SHEET_FILE_LIMIT:
            raise InputError("sheet-too-large", limit=SHEET_FILE_LIMIT, size=size_words(SHEET_FILE_LIMIT))
        if check_arrival(content).round_id != self._round_id:
            raise InputError("sheet-other-round")

    def digests(self, *, late: bool = False) -> list[str]:
        """Sorted digests of the sheets in the box (or of the late ones): the delivery codes' long form."""
        found = self._run("SELECT digest FROM sheet WHERE late = ? ORDER BY digest", int(late))
        return [row[0] for row in found]

    @property
    def record(self) -> bytes | None:
        """The signed box record, once intake is closed."""
        row = self._run("SELECT content FROM record WHERE name = 'box.jws'").fetchone()
        return bytes(row[0]) if row else None

    def close_intake(self, record: bytes) -> None:
        """Keeps the signed record; from now on sheets are late.  Raises UsageError ``box-already-closed``."""
        if self.record is not None:
            raise UsageError("box-already-closed")
        with self._change():
            self._run("INSERT INTO record VALUES ('box.jws', ?)", record)

    def judge(
        self,
        electorate: Electorate,
        identities: Sequence[str],
        progress: Progress = SILENT,
        judged: dict[str, JudgedSheet] | None = None,
        *,
        workers: int = WORKERS,
    ) -> list[JudgedSheet]:
        """Opens every sheet of the record and settles their states; nothing is kept.  Late sheets stay sealed.

        ``progress`` counts sheets.  ``judged`` is filled with what each sheet is by itself, also when the work is
        cancelled; sheets that are in it are not opened again.  With more than one of ``workers``, sheets are read in
        a thread of their own.

        Raises UsageError ``box-not-closed``, InputError ``store-damaged``.
        """
        if self.record is None:
            raise UsageError("box-not-closed")
        found = {} if judged is None else judged
        digests = self.digests()
        progress.start(len(digests))
        for _ in range(len(found.keys() & set(digests))):
            progress.step()
        openers = [Opener(identity) for identity in identities]

        sheets = self._contents([digest for digest in digests if digest not in found])
        with collection_paused(), read_ahead(sheets) if workers > 1 else closing(sheets) as read:
            for digest, content in read:
                found[digest] = judge_sheet(content, openers, electorate, arrived=digest)
                progress.step()
            late = [JudgedSheet(digest, State.LATE) for digest in self.digests(late=True)]
            return settle([*(found[digest] for digest in digests), *late])

    def keep(self, sheets: Iterable[JudgedSheet]) -> None:
        """Keeps what was judged: states of all, signed scores and comments of those that are published.

        What was kept before is replaced, with no trace in the layout of the file.
        """
        before = self.opened
        with collection_paused(), self._change():
            self._run("DELETE FROM outcome")
            rows = map(kept.row, sorted(sheets, key=lambda sheet: sheet.file_digest))
            self._database.executemany("INSERT INTO outcome VALUES (?, ?, ?, ?)", rows)
        if before:
            self._forget_layout()
        else:  # rows put in sorted into an empty table lie as if the file had been written anew
            self._fold_in()

    @property
    def opened(self) -> bool:
        """Whether states are kept."""
        return self._run("SELECT 1 FROM outcome LIMIT 1").fetchone() is not None

    def outcomes(self) -> list[JudgedSheet]:
        """What :meth:`keep` kept, and what has come in too late since; sorted by file digest."""
        rows = self._run("SELECT digest, state, scores, comments FROM outcome").fetchall()
        read = [kept.read(*row) for row in rows]
        known = {sheet.file_digest for sheet in read}
        late = [JudgedSheet(digest, State.LATE) for digest in self.digests(late=True) if digest not in known]
        return sorted([*read, *late], key=lambda sheet: sheet.file_digest)

    def listed(self) -> list[Outcome]:
        """Receipt (or delivery code) and state of every sheet; signatures are not verified again."""
        rows = self._run("SELECT digest, state, scores FROM outcome").fetchall()
        known = {digest for digest, _, _ in rows}
        late = [(digest, State.LATE, None) for digest in self.digests(late=True) if digest not in known]
        return sort_outcomes(
            kept.listed(digest, State(state), scores) for digest, state, scores in [*rows, *late]
        )

    def _change(self) -> AbstractContextManager[sqlite3.Connection]:
        """A transaction; UsageError ``workspace-read-only`` where the box is only looked at."""
        if self._read_only:
            raise UsageError("workspace-read-only")
        return transaction(self._database, self._path)

    def _contents(self, digests: Sequence[str]) -> Generator[tuple[str, bytes], None, None]:
        """The sheets of ``digests`` (sorted), read along the tree: to find one, SQLite reads every sheet on the way.

        Raises InputError ``store-damaged`` for one that is not what it was.
        """
        if not digests:
            return
        with closing(self._run(_SHEETS_BETWEEN, digests[0], digests[-1])) as rows:
            for digest in digests:
                with sqlite_errors(self._path):
                    row = next((row for row in rows if row[0] == digest), None)
                if row is None or hashlib.sha256(row[1]).hexdigest() != digest:
                    raise InputError("store-damaged", name=self._path.name)
                yield row

    def _forget_layout(self) -> None:
        with sqlite_errors(self._path):
            self._database.execute("VACUUM")
            self._database.execute("DELETE FROM record WHERE name = ?", (_UNSETTLED,))
        self._fold_in()

    def _fold_in(self) -> None:
        with sqlite_errors(self._path):
            self._database.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _run(self, statement: str, *parameters: object) -> sqlite3.Cursor:
        with sqlite_errors(self._path):
            return self._database.execute(statement, parameters)
