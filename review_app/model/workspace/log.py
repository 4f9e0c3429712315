"""The log of the organizer's acts: every line names the digest of the one before it.

Whoever has seen a head (it stands in manifest, box record and results) notices when a line up to it is
changed, left out or put in later.  The coming in of score sheets is no act of the organizer and no line.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from datetime import UTC, datetime

from review_app.model import canonical
from review_app.model.canonical import Record
from review_app.model.errors import InputError
from review_app.model.workspace.db import Database

Detail = str | int | list[str]


class LogLine(Record, frozen=True):
    """One act.  ``time`` is UTC in ISO 8601, to the second; ``previous`` the digest of the line before, or
    empty."""

    seq: int
    time: str
    act: str
    details: dict[str, Detail]
    previous: str


class Log:
    """The table of lines, in the order of the acts."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def append(self, act: str, details: dict[str, Detail] | None = None) -> str:
        """Writes a line (inside the caller's transaction, if there is one) and returns the new head.

        No secret, no score, and nothing that ties a person to a card belongs into ``details``.
        """
        with self._db.transaction():
            last = self._db.row("SELECT seq, line FROM log ORDER BY seq DESC LIMIT 1")
            seq, previous = (int(last[0]) + 1, _digest(last[1])) if last else (1, "")
            now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            line = canonical.encode(LogLine(seq, now, act, details or {}, previous))
            self._db.run("INSERT INTO log VALUES (?, ?)", (seq, line))
        return _digest(line)

    def head(self) -> str:
        """SHA-256 of the last line, 64 hex digits."""
        last = self._db.row("SELECT line FROM log ORDER BY seq DESC LIMIT 1")
        return _digest(last[0]) if last else ""

    def lines(self) -> list[LogLine]:
        """All lines; raises InputError ``log-broken`` (see :meth:`verify`)."""
        return [line for line, _ in self._read()]

    def verify(self, heads: Collection[str] = ()) -> str:
        """Checks the whole chain and returns its head.

        ``heads`` are heads that were given out earlier: each must be the digest of a line that is still
        there. Raises InputError ``log-broken`` with the number of the first line that doesn't fit,
        ``log-cut`` when a head is missing.
        """
        digests = [digest for _, digest in self._read()]
        if missing := set(heads) - set(digests):
            raise InputError("log-cut", head=min(missing))
        return digests[-1] if digests else ""

    def _read(self) -> list[tuple[LogLine, str]]:
        found: list[tuple[LogLine, str]] = []
        previous = ""
        stored = self._db.rows("SELECT seq, line FROM log ORDER BY seq")
        for expected, (seq, raw) in enumerate(stored, start=1):
            try:
                line = canonical.decode(bytes(raw), LogLine, "log")
            except (InputError, TypeError) as failure:
                raise InputError("log-broken", line=expected) from failure
            if (seq, line.seq, line.previous) != (expected, expected, previous):
                raise InputError("log-broken", line=expected)
            previous = _digest(raw)
            found.append((line, previous))
        return found


def _digest(line: bytes) -> str:
    return hashlib.sha256(line).hexdigest()
