"""What a case package holds, as records: the clear header, the seal over every byte, the manifest of what is read."""

from __future__ import annotations

import re
from posixpath import splitext
from typing import Literal

from review_app.model.canonical import Record
from review_app.model.case import ATTACHMENT_LIMIT, DOSSIER_LIMIT, MEDIA_TYPES, BodyType, Claim, Route
from review_app.model.crypto.keys import PublicJwk
from review_app.model.errors import InputError
from review_app.model.terms import Terms, commitment
from review_app.model.text import visible

PACKAGE_MIMETYPE = b"application/vnd.review-app.casepkg"
SEAL_TYP = "review-seal+jws"
MANIFEST_TYP = "review-manifest+jws"
DOSSIER_TYPE = "text/markdown"

_MEMBER = re.compile(r"m/[1-9][0-9]{0,4}\.age")
_HEX64 = re.compile(r"[0-9a-f]{64}")
_SALT = re.compile(r"[0-9a-f]{32}")


class PackageHeader(Record, frozen=True):
    """``header.json``, in clear: what anyone may know."""

    format: Literal["casepkg/0"]
    organizer: PublicJwk
    round_id: str


class SealedEntry(Record, frozen=True):
    """One entry as it lies in the file."""

    digest: str
    name: str
    size: int


class Seal(Record, frozen=True):
    """Payload of ``seal.jws``: every other entry, in file order."""

    format: Literal["seal/0"]
    round_id: str
    entries: list[SealedEntry]


class Member(Record, frozen=True):
    """One encrypted member: size and SHA-256 of its plaintext."""

    name: str
    size: int
    digest: str
    media_type: str


class PackageAttachment(Record, frozen=True):
    """A file of a case as the expert sees it."""

    member: str
    file_name: str
    title: str


class PackageCase(Record, frozen=True, omit_defaults=True):
    """A candidate as the expert reads it.  ``salt`` opens the commitment of the terms.

    The last two are not written where they are empty, so that manifests of before have the bytes they had.
    """

    id: str
    title: str
    organisation: str
    body_type: BodyType
    recipient: str
    region: str
    facet: str
    route: Route
    summary: str
    dossier: str
    attachments: list[PackageAttachment]
    claims: list[Claim]
    salt: str
    carrying_body: str = ""
    level: str = ""


class Manifest(Record, frozen=True):
    """Payload of the manifest: what there is to read, in terms order, and where the sheet goes afterwards."""

    format: Literal["manifest/0"]
    round_id: str
    cases: list[PackageCase]
    members: list[Member]
    return_instructions: str
    log_head: str


def check_manifest(manifest: Manifest, terms: Terms) -> Manifest:
    """Returns ``manifest`` when it belongs to ``terms`` and its parts refer to each other.

    Raises InputError ``manifest-invalid`` naming the part.
    """

    def require(holds: bool, part: str) -> None:
        if not holds:
            raise InputError("manifest-invalid", part=part)

    require(manifest.round_id == terms.round_id, "round_id")
    require([case.id for case in manifest.cases] == terms.candidate_ids, "cases")
    for case, candidate in zip(manifest.cases, terms.candidates, strict=True):
        require(_SALT.fullmatch(case.salt) is not None, case.id)
        bound = commitment(case.id, case.title, case.organisation, case.recipient, case.salt)
        require(bound == candidate.commitment, case.id)
        require(candidate.title in ("", case.title), case.id)
    by_name = {member.name: member for member in manifest.members}
    require(len(by_name) == len(manifest.members), "members")
    types = set(MEDIA_TYPES.values())
    for member in manifest.members:
        require(_MEMBER.fullmatch(member.name) is not None, member.name)
        require(_HEX64.fullmatch(member.digest) is not None, member.name)
        limit = DOSSIER_LIMIT if member.media_type == DOSSIER_TYPE else ATTACHMENT_LIMIT
        require(member.media_type in types | {DOSSIER_TYPE} and 0 <= member.size <= limit, member.name)
    used: list[str] = []
    for case in manifest.cases:
        require(case.dossier in by_name and by_name[case.dossier].media_type == DOSSIER_TYPE, case.id)
        used.append(case.dossier)
        for attachment in case.attachments:
            require(attachment.member in by_name, case.id)
            require(by_name[attachment.member].media_type in types, case.id)
            require(_is_file_name(attachment.file_name, by_name[attachment.member].media_type), case.id)
            used.append(attachment.member)
    require(sorted(used) == sorted(by_name), "members")
    return manifest


def _is_file_name(name: str, media_type: str) -> bool:
    """Whether an attachment may be offered to be saved under ``name``: one plain name that hides nothing, with an
    ending that says what the member is."""
    plain = visible(name, 255) == name and not set(name) & set('/\\:*?"<>|') and not name.startswith(".")
    return plain and MEDIA_TYPES.get(splitext(name)[1].lower()) == media_type
