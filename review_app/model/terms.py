"""The terms of a round: what is fixed before anyone scores, signed once, referred to by digest ever after."""

from __future__ import annotations

import hashlib
import re
import secrets
from typing import Literal

from review_app.model.canonical import Record, digest
from review_app.model.crypto import age, base32
from review_app.model.crypto.keys import b64u, checked_public
from review_app.model.errors import InputError
from review_app.model.rubric import CountingRule, Rubric, check_rubric, check_rule
from review_app.model.text import visible

TERMS_FORMAT = "terms/0"
TERMS_TYP = "review-terms+jws"
COMMENT_LIMIT = 1000
"""Characters of one comment; what a sheet is padded to follows from it."""
MAX_CANDIDATES = 500
MAX_BALLOTS = 100_000
NAME_LIMIT = 200
"""Characters of the title, the edition and an organizer's name; none of them hidden or reordering."""

_ROUND_ID = re.compile(r"[0-9a-hjkmnp-tv-z]{26}")
_CASE_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,47}")
_HEX64 = re.compile(r"[0-9a-f]{64}")
_SLIP = re.compile(r"[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]")
"""Canonical base64url of 32 bytes: the last two bits of the last symbol are spare."""


class Candidate(Record, frozen=True):
    """One candidate as the terms name it.  ``title`` is empty unless everything is to be published; the commitment
    binds title, organisation and recipient either way (see :func:`commitment`)."""

    id: str
    title: str
    commitment: str


class Admission(Record, frozen=True):
    """Who may vote.  ``lists`` holds m >= 1 sorted lists of slip public keys (base64url); a sheet is signed by one
    slip of each list.  ``issued`` is how many cards were printed, reserve included."""

    mode: Literal["cards"]
    lists: list[list[str]]
    issued: int


class Terms(Record, frozen=True):
    """PROTOCOL section 3.  ``sealing`` lists age recipients, innermost first; ``sheet_size`` is the one plaintext size
    of every sheet of the round, in bytes."""

    format: Literal["terms/0"]
    round_id: str
    kind: Literal["final", "shortlist"]
    title: str
    edition: str
    organizers: list[str]
    sample: bool
    rubric: Rubric
    rule: CountingRule
    candidates: list[Candidate]
    admission: Admission
    sealing: list[str]
    sheet_size: int
    comment_limit: int
    manifest: str

    @property
    def candidate_ids(self) -> list[str]:
        """Ids in terms order: the order of every sheet."""
        return [candidate.id for candidate in self.candidates]


def new_round_id() -> str:
    """128 random bits as 26 lower-case Crockford symbols."""
    return base32.encode_number(secrets.randbits(128), 26).lower()


def is_round_id(text: str) -> bool:
    """Whether ``text`` is spelled like a round id."""
    return _ROUND_ID.fullmatch(text) is not None and text[0] <= "7"


def is_case_id(text: str) -> bool:
    """Whether ``text`` can be a candidate's id: 1 to 48 of a-z, 0-9 and hyphens."""
    return _CASE_ID.fullmatch(text) is not None


def terms_digest(jws: bytes) -> str:
    """SHA-256 over the bytes of the compact JWS, as they stand in the package and in the archive."""
    return hashlib.sha256(jws).hexdigest()


def commitment(case_id: str, title: str, organisation: str, recipient: str, salt: str) -> str:
    """What the terms say of a candidate that may stay unnamed: SHA-256 of the canonical JSON of these five texts.

    ``salt`` is 32 hex digits; without it a finder of the terms can't try titles.
    """
    return digest(
        {"id": case_id, "organisation": organisation, "recipient": recipient, "salt": salt, "title": title}
    )


def sheet_size_for(candidates: int, criteria: int, comment_limit: int) -> int:
    """The plaintext size of a sheet in bytes: room for every comment at its limit (six bytes a character, the worst
    that JSON escapes come to), every score, and the signatures; rounded up to 16 KiB."""
    a_case = comment_limit * 6 + 96 + (96 + criteria * 8) * 4 // 3
    return -(-(candidates * a_case + 8192) // 16384) * 16384


def check_terms(terms: Terms, *, points: bool = True) -> Terms:
    """Returns ``terms`` when every part is within its limits.

    Without ``points`` the admitted keys are checked for their spelling only: enough for who judges no sheet, as with
    hundreds of them the check that each is a point of prime order is most of the time a package takes to open.
    Raises InputError ``terms-invalid`` naming the field, or ``bad-key``.
    """

    def require(holds: bool, field: str) -> None:
        if not holds:
            raise InputError("terms-invalid", field=field)

    check_rubric(terms.rubric)
    check_rule(terms.rule, terms.rubric)
    require(is_round_id(terms.round_id), "round_id")
    for text, field in [
        (terms.title, "title"),
        (terms.edition, "edition"),
        *((o, "organizers") for o in terms.organizers),
    ]:
        require(len(text) <= NAME_LIMIT and visible(text, NAME_LIMIT) == text, field)
    require(len(terms.organizers) <= 50, "organizers")
    require(1 <= len(terms.candidates) <= MAX_CANDIDATES, "candidates")
    require(len(set(terms.candidate_ids)) == len(terms.candidates), "candidates")
    for candidate in terms.candidates:
        require(is_case_id(candidate.id) and _HEX64.fullmatch(candidate.commitment) is not None, "candidates")
        require((candidate.title != "") == (terms.rule.publication == "full"), "candidates")
    lists = terms.admission.lists
    require(1 <= len(lists) <= 8 and terms.admission.issued >= 1, "admission")
    everybody = [key for keys in lists for key in keys]
    require(len(everybody) <= MAX_BALLOTS and len(set(everybody)) == len(everybody), "admission")
    for keys in lists:
        require(keys == sorted(keys) and len(keys) == terms.admission.issued, "admission")
        for key in keys:
            require(_SLIP.fullmatch(key) is not None, "admission")
            if points:
                checked_public(key, "admission")
    require(1 <= len(terms.sealing) <= 2, "sealing")
    for recipient in terms.sealing:
        age.check_recipient(recipient, "sealing")
    require(1 <= terms.comment_limit <= COMMENT_LIMIT, "comment_limit")
    expected = sheet_size_for(len(terms.candidates), len(terms.rubric.criteria), terms.comment_limit)
    require(terms.sheet_size == expected, "sheet_size")
    require(_HEX64.fullmatch(terms.manifest) is not None, "manifest")
    return terms


def slip_name(public: bytes) -> str:
    """How a slip's public key stands in ``admission.lists``: base64url."""
    return b64u(public)
