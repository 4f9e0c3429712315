"""A case and what belongs to it, as the organizer keeps it and as a package carries it."""

from __future__ import annotations

from typing import Literal

from review_app.model.canonical import Record

BodyType = Literal["ministry", "local-government", "media", "company", "association", "university", "other"]
Route = Literal["self", "expert"]
ClaimStatus = Literal["self-reported", "verified"]

DOSSIER_LIMIT = 4 << 20
"""Bytes of one dossier text (UTF-8)."""
ATTACHMENT_LIMIT = 128 << 20
"""Bytes of one attachment; it is decrypted in memory."""
MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
}
"""What can be shown safely, by file ending.  SVG and office files are not among it."""


class Claim(Record, frozen=True):
    """A figure the nomination gives, with where it comes from, so that it can be weighed."""

    figure: str
    what: str
    source: str
    date: str
    status: ClaimStatus


class Attachment(Record, frozen=True):
    """A file of a case.  ``digest`` is the SHA-256 of its bytes, under which the workspace keeps it."""

    file_name: str
    title: str
    media_type: str
    size: int
    digest: str


class Case(Record, frozen=True, omit_defaults=True):
    """A nomination that has passed intake.  ``dossier`` is Markdown.

    What is empty of the last three is not written, so that cases of before have the bytes they had.
    """

    id: str
    title: str
    organisation: str
    body_type: BodyType
    recipient: str
    region: str
    facet: str
    route: Route
    contact: str
    summary: str
    claims: list[Claim]
    attachments: list[Attachment]
    dossier: str
    carrying_body: str = ""
    level: str = ""
    earlier_awards: str = ""
