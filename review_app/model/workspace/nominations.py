"""Stage 1 in the workspace: cases that passed intake, and what became of everything that was handed in."""

from __future__ import annotations

import hashlib
import re
from typing import Literal

import msgspec

from review_app.model import canonical
from review_app.model.canonical import Record
from review_app.model.case import Case, Claim
from review_app.model.errors import InputError, UsageError
from review_app.model.value import Value
from review_app.model.workspace.context import Context

IntakeStatus = Literal["accepted", "duplicate", "refused", "complete"]
"""Complete: kept for the organizer to accept."""
IntakeParam = str | int | list[str]


class IntakeResult(Record, frozen=True):
    """What became of one nomination.

    ``code`` says why it was refused or is a duplicate, or what was noticed about an accepted one (empty:
    nothing); ``params`` fill the placeholders of its text.  ``case_id`` is the accepted case, or the one
    this is a duplicate of; empty when there is none.
    """

    source_name: str
    status: IntakeStatus
    case_id: str = ""
    code: str = ""
    params: dict[str, IntakeParam] = msgspec.field(default_factory=dict)


class _Named(msgspec.Struct):
    """What of a case a list of names needs."""

    id: str
    title: str


class UnsourcedClaim(Value, frozen=True):
    """The claim with this ``number`` (from 1) of a case."""

    case_id: str
    title: str
    number: int
    claim: Claim


_NO_SOURCE = frozenset(
    {
        "",
        "无",
        "暂无",
        "没有",
        "不详",
        "未知",
        "略",
        "待补",
        "待补充",
        "来源不详",
        "na",
        "none",
        "unknown",
        "nil",
    }
)


def is_unsourced(source: str) -> bool:
    """Whether the source of a figure is none: empty, a dash, or a word that says so."""
    return re.sub(r"[\W_]+", "", source).casefold() in _NO_SOURCE


class Nominations:
    """The cases by id, and the record of intake."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._db = context.db

    def add(self, case: Case, match_key: str, result: IntakeResult, content: str) -> None:
        """Keeps an accepted case, its intake record and its log line, all or nothing.

        Its attachments are among the blobs already.  ``match_key`` is the normalized title and organisation,
        ``content`` the digest of what was handed in.  The caller has looked for duplicates.
        """
        with self._db.transaction():
            record = canonical.encode(case)
            self._db.run("INSERT INTO nomination VALUES (?, ?, ?)", (case.id, record, match_key))
            self._put_result(content, result)
            digest = canonical.digest(case)
            self._context.log.append("nomination-accepted", {"case": case.id, "digest": digest})

    def note(self, result: IntakeResult, content: str) -> None:
        """Remembers a nomination that was not accepted.  What was accepted before stays recorded as
        accepted."""
        with self._db.transaction():
            known = self._db.row("SELECT record FROM intake WHERE content = ?", (content,))
            if known is None or _result(known[0]).status != "accepted":
                self._put_result(content, result)

    def get(self, case_id: str) -> Case:
        """The case with this id; raises UsageError ``unknown-case``."""
        found = self._db.row("SELECT record FROM nomination WHERE id = ?", (case_id,))
        if found is None:
            raise UsageError("unknown-case", case=case_id)
        return _case(found[0])

    def __contains__(self, case_id: str) -> bool:
        return self._db.row("SELECT 1 FROM nomination WHERE id = ?", (case_id,)) is not None

    def all(self) -> list[Case]:
        """Every accepted case, by id."""
        return [_case(record) for (record,) in self._db.rows("SELECT record FROM nomination ORDER BY id")]

    def ids(self) -> list[str]:
        """The ids of the accepted cases, sorted."""
        return [str(case_id) for (case_id,) in self._db.rows("SELECT id FROM nomination ORDER BY id")]

    def titles(self) -> dict[str, str]:
        """The title of each accepted case by its id, without reading all the rest of a case."""
        rows = self._db.rows("SELECT record FROM nomination ORDER BY id")
        try:
            found = [msgspec.json.decode(record, type=_Named) for (record,) in rows]
        except msgspec.DecodeError as failure:
            raise InputError("malformed", what="nomination") from failure
        return {case.id: case.title for case in found}

    def digests(self) -> dict[str, bytes]:
        """SHA-256 of each accepted case as it is kept, by id."""
        rows = self._db.rows("SELECT id, record FROM nomination ORDER BY id")
        return {str(case_id): hashlib.sha256(record).digest() for case_id, record in rows}

    def digest_of(self, case: Case) -> bytes:
        """SHA-256 of ``case`` as it would be kept."""
        return hashlib.sha256(canonical.encode(case)).digest()

    def unsourced(self) -> list[UnsourcedClaim]:
        """Every figure of an accepted case that doesn't say where it comes from, by case."""
        return [
            UnsourcedClaim(case.id, case.title, number, claim)
            for case in self.all()
            for number, claim in enumerate(case.claims, start=1)
            if is_unsourced(claim.source)
        ]

    def matching(self, match_key: str) -> str | None:
        """The id of the case with this normalized title and organisation, or None."""
        found = self._db.row("SELECT id FROM nomination WHERE match_key = ?", (match_key,))
        return str(found[0]) if found else None

    def intake(self) -> list[IntakeResult]:
        """What became of everything handed in so far, by name."""
        found = [_result(record) for (record,) in self._db.rows("SELECT record FROM intake")]
        return sorted(found, key=lambda result: (result.source_name, result.status))

    def _put_result(self, content: str, result: IntakeResult) -> None:
        self._db.run("INSERT OR REPLACE INTO intake VALUES (?, ?)", (content, canonical.encode(result)))


def _case(record: bytes) -> Case:
    return canonical.decode(bytes(record), Case, "nomination")


def _result(record: bytes) -> IntakeResult:
    return canonical.decode(bytes(record), IntakeResult, "intake")
