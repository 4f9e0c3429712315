"""The signed record of what is in the box, written and handed out before anything is opened."""

from __future__ import annotations

import hashlib
from typing import Literal

from review_app.model.canonical import Record
from review_app.model.crypto import jws

BOX_TYP = "review-box+jws"


class BoxRecord(Record, frozen=True):
    """Payload of ``box.jws``.  ``sheets`` are the sorted digests of all sealed files, ``withdrawn`` the sorted slip
    keys that no longer count, ``unnamed_lost`` how many lost cards could not be named (possible doubles)."""

    format: Literal["box/0"]
    round_id: str
    terms: str
    amendments: list[str]
    sheets: list[str]
    withdrawn: list[str]
    unnamed_lost: int
    log_head: str


def sign_record(record: BoxRecord, organizer_seed: bytes) -> bytes:
    """The JWS of a box record."""
    return jws.sign(record, BOX_TYP, organizer_seed)


def verify_record(signed: bytes, organizer: bytes) -> BoxRecord:
    """The record in a JWS; raises what :func:`jws.verify` raises."""
    return jws.verify(signed, BOX_TYP, organizer, BoxRecord, "box.jws")


def record_digest(signed: bytes) -> str:
    """SHA-256 of the JWS."""
    return hashlib.sha256(signed).hexdigest()
