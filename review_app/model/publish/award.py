"""The signed statement behind a certificate: who was given which award for which case (PROTOCOL section 8).

It stands in the page's QR code, and as text in the PDF's keywords, from where it is read back without rendering or
parsing the PDF (a PDF from outside can hang a reader).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from review_app.model.canonical import Record
from review_app.model.crypto import jws
from review_app.model.crypto.keys import b64u, b64u_decode, checked_public, thumbprint
from review_app.model.errors import InputError

CERTIFICATE_TYP = "review-certificate+jws"
_JWS = re.compile(rb"eyJ[A-Za-z0-9_-]{20,2000}\.eyJ[A-Za-z0-9_-]{20,8000}\.[A-Za-z0-9_-]{86}")
MAX_STATEMENTS = 2000
CERTIFICATE_LIMIT = 512 << 20
"""Bytes of a certificate PDF, which may hold all certificates of a campaign."""


class Award(Record, frozen=True):
    """Payload of the statement.  ``organizer`` is the signer's public key (base64url), so that the page can be
    checked alone; whether that key is the organizer's is for the reader to compare."""

    award: str
    campaign: str
    case: str
    edition: str
    format: Literal["certificate/0"]
    organizer: str
    recipient: str
    round_id: str
    serial: str
    title: str


@dataclass(frozen=True)
class FoundAward:
    """A statement whose signature holds, and the thumbprint of the key that signed it."""

    award: Award
    signer: str


def sign_award(award: Award, organizer_seed: bytes) -> str:
    """The compact JWS of a statement."""
    return jws.sign(award, CERTIFICATE_TYP, organizer_seed).decode("ascii")


def verify_award(statement: str) -> FoundAward:
    """A statement, its signature checked with the key it carries.  Raises InputError ``malformed``, ``bad-key``,
    ``other-signer`` or ``bad-signature``."""
    data = statement.encode("ascii", "replace")
    payload = b64u_decode(statement.split(".")[1] if statement.count(".") == 2 else "", "certificate")
    found = re.search(rb'"organizer":"([A-Za-z0-9_-]{43})"', payload)
    if found is None:
        raise InputError("malformed", what="certificate")
    public = checked_public(found[1].decode("ascii"), "certificate")
    award = jws.verify(data, CERTIFICATE_TYP, public, Award, "certificate")
    if award.organizer != b64u(public):
        raise InputError("malformed", what="certificate")
    return FoundAward(award, thumbprint(public))


def awards_in_pdf(content: bytes) -> list[FoundAward]:
    """Every statement in a certificate PDF.

    Raises InputError ``certificate-not-found``, or the error of the first statement that doesn't hold.
    """
    if not content.startswith(b"%PDF-"):
        raise InputError("certificate-not-found")
    statements = list(dict.fromkeys(match.decode("ascii") for match in _JWS.findall(content)))
    if not statements or len(statements) > MAX_STATEMENTS:
        raise InputError("certificate-not-found")
    return [verify_award(statement) for statement in statements]
