"""The signed record of an opening: who was present, what was in the box, and how the sheets ended."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from review_app.model.canonical import Record
from review_app.model.crypto import jws
from review_app.model.errors import UsageError
from review_app.model.terms import NAME_LIMIT
from review_app.model.text import visible

OPENING_TYP = "review-opening+jws"
PRESENT_LIMIT = 50


class StateCount(Record, frozen=True):
    """How many sheets ended in one state."""

    state: str
    sheets: int


class OpeningRecord(Record, frozen=True):
    """Payload of ``opening.jws``.  ``record`` is the digest of the box record, ``log_head`` the log's head right after
    the line of this opening; with fewer ``accepted`` than ``minimum`` the box was closed again."""

    format: Literal["opening/0"]
    round_id: str
    terms: str
    record: str
    present: list[str]
    states: list[StateCount]
    accepted: int
    minimum: int
    log_head: str


def sign_opening(record: OpeningRecord, organizer_seed: bytes) -> bytes:
    """The JWS of an opening record."""
    return jws.sign(record, OPENING_TYP, organizer_seed)


def verify_opening(signed: bytes, organizer: bytes) -> OpeningRecord:
    """The record in a JWS; raises what :func:`jws.verify` raises."""
    return jws.verify(signed, OPENING_TYP, organizer, OpeningRecord, "opening.jws")


def check_present(names: Iterable[str]) -> list[str]:
    """The names as they are signed: without the space around them, each once, empty ones left out.

    Raises UsageError ``present-invalid`` for a name that is too long or can't be shown, and for more than 50.
    """
    found = list(dict.fromkeys(name.strip() for name in names if name.strip()))
    if len(found) > PRESENT_LIMIT or any(visible(name, NAME_LIMIT) != name for name in found):
        raise UsageError("present-invalid", limit=PRESENT_LIMIT)
    return found
