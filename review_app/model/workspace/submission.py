"""One thing that was handed in: what it says, what is wrong with it, and how far it has come."""

from __future__ import annotations

import hashlib
from typing import Literal

import msgspec

from review_app.model.canonical import Record
from review_app.model.case import Attachment, Case
from review_app.model.errors import InputError

SubmissionState = Literal["received", "complete", "accepted", "returned", "superseded"]
"""Not complete yet; waiting for the organizer; a case of the campaign; sent back with a reason; replaced by another."""
Arrival = Literal["folder", "zip", "docx", "xlsx", "csv", "file"]
FieldValue = str | list[dict[str, str]]
"""A text, or for ``claims`` one mapping a figure."""
Param = str | int | list[str]


class Problem(Record, frozen=True):
    """What keeps a submission from being complete, or was noticed about it: a code with sentences in
    ``assets/texts/errors_*.toml`` (notes: ``intake-note-<code>`` in ``cli_*.toml``) and what fills their gaps."""

    code: str
    params: dict[str, Param] = msgspec.field(default_factory=dict)

    @property
    def error(self) -> InputError:
        """As an error, for its sentences."""
        return InputError(self.code, **self.params)


class BrokenAttachment(Record, frozen=True):
    """An attachment that was named and could not be taken in."""

    file_name: str
    title: str
    problem: Problem


class KeptFile(Record, frozen=True):
    """A file as it was handed in that no expert gets: it can't be shown, or a PDF stands in its place.

    ``digest`` is the SHA-256 of its bytes, under which the workspace keeps them; ``file_name`` is as it came, and so
    not always one that a file can have (:func:`review_app.model.nomination.attachments.harmless_name`).
    """

    file_name: str
    title: str
    size: int
    digest: str


class Submission(Record, frozen=True):
    """Everything about one nomination that was handed in.

    ``id`` is ``s-`` and ten hex digits; ``content`` the digest of what was handed in; ``arrival`` how it came.
    ``fields`` are texts by field name, and ``claims``; ``dossier`` is Markdown.  ``problems`` are empty exactly when
    the submission is complete; ``notes`` say what was left out or how the text was read.  ``case_id`` names the case
    of an accepted one, ``reason`` says why it was returned, ``edited`` whether the organizer has changed it.  ``kept``
    are files that stay with it and never go into a package; ``superseded_by`` is the id of the one that replaces it.
    ``unread`` says why nothing of it could be read: all there is of such a one are the files in ``kept``.
    """

    id: str
    source_name: str
    arrival: Arrival
    content: str
    state: SubmissionState
    fields: dict[str, FieldValue]
    dossier: str
    attachments: list[Attachment]
    broken: list[BrokenAttachment]
    problems: list[Problem]
    notes: list[Problem]
    case_id: str = ""
    reason: str = ""
    edited: bool = False
    kept: list[KeptFile] = msgspec.field(default_factory=list)
    superseded_by: str = ""
    unread: Problem | None = None

    def text(self, field: str) -> str:
        """The text of a field, empty where there is none."""
        value = self.fields.get(field, "")
        return value if isinstance(value, str) else ""

    @property
    def claims(self) -> list[dict[str, str]]:
        """The figures: mappings with ``figure``, ``what``, ``source``, ``date``, ``status``."""
        value = self.fields.get("claims", [])
        return value if isinstance(value, list) else []

    @property
    def points(self) -> int:
        """How many things there are to settle: a problem that names several fields is as many."""
        listed = (problem.params.get("fields") for problem in self.problems)
        return sum(len(fields) if isinstance(fields, list) and fields else 1 for fields in listed)

    @property
    def title(self) -> str:
        """The title, or the name it was handed in under."""
        return self.text("title") or self.source_name


def _content_of(case_id: str) -> str:
    return hashlib.sha256(f"case\0{case_id}".encode()).hexdigest()


def id_from_case(case_id: str) -> str:
    """The id of the submission that :func:`from_case` makes."""
    return f"s-{_content_of(case_id)[:10]}"


def from_case(case: Case) -> Submission:
    """What ``case`` may have been accepted from."""
    content = _content_of(case.id)
    texts = [name for name in case.__struct_fields__ if name not in ("claims", "attachments", "dossier")]
    fields: dict[str, FieldValue] = {name: text for name in texts if (text := str(getattr(case, name)))}
    if case.claims:
        fields["claims"] = [
            {name: text for name, text in msgspec.structs.asdict(claim).items() if text}
            for claim in case.claims
        ]
    return Submission(
        id_from_case(case.id),
        case.id,
        "folder",
        content,
        "accepted",
        fields,
        case.dossier,
        case.attachments,
        [],
        [],
        [],
        case.id,
    )


def to_bytes(record: Record) -> bytes:
    """A record as its table keeps it."""
    return msgspec.json.encode(record, order="sorted")


def problem_of(failure: InputError) -> Problem:
    """An error as a record keeps it: numbers and lists stay, all else is text that can be stored."""
    from review_app.model.text import storable

    def plain(value: object) -> Param:
        if isinstance(value, list):
            return [storable(str(element)) for element in value]
        return value if isinstance(value, int) else storable(str(value))

    return Problem(failure.code, {name: plain(value) for name, value in failure.params.items()})
