"""What earlier editions had: what nominations of this one are compared with, and nothing else."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import msgspec

from review_app.model.canonical import Record
from review_app.model.errors import InputError
from review_app.model.workspace.context import Context
from review_app.model.workspace.submission import to_bytes


class EarlierCase(Record, frozen=True):
    """A case of an earlier edition; ``year`` and ``text`` are empty where nobody kept them."""

    title: str
    organisation: str
    year: str = ""
    text: str = ""

    @property
    def key(self) -> str:
        """What it is kept under: the same case handed in twice is one."""
        named = "\0".join((self.title, self.organisation, self.year))
        return f"e-{hashlib.sha256(named.encode()).hexdigest()[:16]}"


class EarlierCases:
    """The table.  Filled from files (:mod:`review_app.model.nomination.earlier_files`)."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._db = context.db

    def all(self) -> list[EarlierCase]:
        """Every earlier case, the latest year first."""
        rows = self._db.rows("SELECT record FROM earlier ORDER BY id")
        try:
            found = [msgspec.json.decode(bytes(record), type=EarlierCase) for (record,) in rows]
        except msgspec.DecodeError as failure:
            raise InputError("malformed", what="earlier") from failure
        return sorted(found, key=lambda case: (case.year, case.title), reverse=True)

    def count(self) -> int:
        """How many there are."""
        return self._db.number("SELECT count(*) FROM earlier")

    def add(self, cases: Sequence[EarlierCase], source: str) -> int:
        """Keeps ``cases``, those that are there already once, and writes a line that names ``source``; returns how many
        are new."""
        with self._db.transaction():
            before = self.count()
            for case in cases:
                self._db.run("INSERT OR REPLACE INTO earlier VALUES (?, ?)", (case.key, to_bytes(case)))
            new = self.count() - before
            if cases:
                self._context.log.append("earlier-cases-added", {"source": source, "cases": len(cases)})
        return new

    def clear(self) -> int:
        """Forgets all of them; returns how many there were."""
        with self._db.transaction():
            count = self.count()
            if count:
                self._db.run("DELETE FROM earlier")
                self._context.log.append("earlier-cases-removed", {"cases": count})
        return count
