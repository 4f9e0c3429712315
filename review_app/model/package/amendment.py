"""What the organizer may still say after the package has gone out.

Errata, withdrawn cases, revoked cards, a later deadline.

An amendment changes neither rubric nor rule.  Each names the terms digest and the digest of the amendment before it,
so that nobody can be shown another series than the rest.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterable, Sequence
from typing import Literal

from review_app.model import canonical
from review_app.model.canonical import Record
from review_app.model.container import Container, ContainerWriter
from review_app.model.crypto import age, jws
from review_app.model.crypto.keys import PublicJwk, checked_public, public_jwk, public_of
from review_app.model.errors import InputError
from review_app.model.package.manifest import SEAL_TYP, Seal, SealedEntry
from review_app.model.terms import Terms
from review_app.model.value import Value

AMENDMENT_MIMETYPE = b"application/vnd.review-app.amend"
AMENDMENT_TYP = "review-amendment+jws"
AMENDMENT_FILE_LIMIT = 4 << 20
ChangeKind = Literal["erratum", "withdrawn-case", "revoked-card", "deadline"]
TEXT_LIMIT = 20_000
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Change(Record, frozen=True):
    """One change.  ``subject`` is a candidate's id (erratum, withdrawn-case), a slip public key (revoked-card) or an
    ISO date (deadline); ``text`` says it in words."""

    kind: ChangeKind
    subject: str
    text: str


class Amendment(Record, frozen=True):
    """Payload of an amendment; ``number`` counts from 1, ``previous`` is the digest of the JWS before it or empty."""

    format: Literal["amend/0"]
    round_id: str
    terms: str
    number: int
    previous: str
    changes: list[Change]


class AmendmentHeader(Record, frozen=True):
    """``header.json`` in clear."""

    format: Literal["amend/0"]
    number: int
    organizer: PublicJwk
    round_id: str


class SignedAmendment(Value, frozen=True):
    """An amendment with the bytes that were signed."""

    amendment: Amendment
    jws: bytes

    @property
    def digest(self) -> str:
        """SHA-256 of the JWS: what the next amendment names."""
        return hashlib.sha256(self.jws).hexdigest()


def sign_amendment(amendment: Amendment, terms: Terms, organizer_seed: bytes) -> SignedAmendment:
    """Checks an amendment against the terms and signs it.  Raises InputError ``amendment-invalid``."""
    _check(amendment, terms)
    return SignedAmendment(amendment, jws.sign(amendment, AMENDMENT_TYP, organizer_seed))


def pack_amendment(signed: SignedAmendment, organizer_seed: bytes, package_recipient: str) -> bytes:
    """The bytes of a ``.amend`` file, sealed to the package's key."""
    header = AmendmentHeader(
        "amend/0", signed.amendment.number, public_jwk(public_of(organizer_seed)), signed.amendment.round_id
    )
    parts = {
        "mimetype": AMENDMENT_MIMETYPE,
        "header.json": canonical.encode(header),
        "amendment.age": age.seal(signed.jws, [package_recipient]),
    }
    sealed = [SealedEntry(hashlib.sha256(part).hexdigest(), name, len(part)) for name, part in parts.items()]
    file = io.BytesIO()
    writer = ContainerWriter(file)
    for name, part in parts.items():
        writer.add(name, part)
    writer.add(
        "seal.jws", jws.sign(Seal("seal/0", signed.amendment.round_id, sealed), SEAL_TYP, organizer_seed)
    )
    writer.close()
    return file.getvalue()


def check_outside(content: bytes) -> AmendmentHeader:
    """What anyone can check of a ``.amend`` file: it is whole and sealed by the key it names.

    Raises InputError ``not-an-amendment`` or ``amendment-damaged``.
    """
    try:
        container = Container(io.BytesIO(content))
        if container.read("mimetype", 100) != AMENDMENT_MIMETYPE:
            raise InputError("not-an-amendment")
    except InputError as failure:
        cut = failure.code in ("container-truncated", "container-damaged")
        raise InputError("amendment-damaged" if cut else "not-an-amendment") from failure
    try:
        header = canonical.decode(container.read("header.json", 4096), AmendmentHeader, "header.json")
        public = checked_public(header.organizer.x, "header.json")
        seal = jws.verify(container.read("seal.jws"), SEAL_TYP, public, Seal, "seal.jws")
        found = [
            SealedEntry(hashlib.sha256(container.read(entry.name)).hexdigest(), entry.name, entry.size)
            for entry in container.entries[:-1]
        ]
        names = [entry.name for entry in container.entries]
        whole = names == ["mimetype", "header.json", "amendment.age", "seal.jws"]
        if found != seal.entries or not whole or seal.round_id != header.round_id:
            raise InputError("amendment-damaged")
    except InputError as failure:
        raise InputError("amendment-damaged") from failure
    return header


def open_amendment(
    content: bytes, identity: str, organizer: bytes, terms: Terms, digest: str
) -> SignedAmendment:
    """Opens and verifies an amendment to the round of ``terms`` (whose digest is ``digest``).

    Raises what :func:`check_outside` raises, and InputError ``amendment-other-round``, ``cannot-decrypt``,
    ``amendment-invalid``.
    """
    header = check_outside(content)
    if header.round_id != terms.round_id or checked_public(header.organizer.x, "header.json") != organizer:
        raise InputError("amendment-other-round")
    signed = age.unseal(Container(io.BytesIO(content)).read("amendment.age"), identity, "amendment.age")
    opened = verify_amendment(signed, organizer, terms, digest)
    if opened.amendment.number != header.number:
        raise InputError("amendment-damaged")
    return opened


def verify_amendment(signed: bytes, organizer: bytes, terms: Terms, digest: str) -> SignedAmendment:
    """The amendment in a JWS, compared with the terms; raises InputError ``amendment-other-round`` and the like."""
    amendment = jws.verify(signed, AMENDMENT_TYP, organizer, Amendment, "amendment")
    if amendment.round_id != terms.round_id or amendment.terms != digest:
        raise InputError("amendment-other-round")
    _check(amendment, terms)
    return SignedAmendment(amendment, signed)


def check_chain(amendments: Sequence[SignedAmendment]) -> None:
    """Whether the amendments are numbers 1, 2, ... each naming the one before; raises InputError ``amendment-gap``."""
    previous = ""
    for number, signed in enumerate(amendments, start=1):
        if signed.amendment.number != number or signed.amendment.previous != previous:
            raise InputError("amendment-gap", expected=number, found=signed.amendment.number)
        previous = signed.digest


def withdrawn_cases(amendments: Iterable[SignedAmendment]) -> set[str]:
    """Ids of the candidates that are out of the contest."""
    return _subjects(amendments, "withdrawn-case")


def revoked_cards(amendments: Iterable[SignedAmendment]) -> set[str]:
    """Slip public keys (base64url) whose sheets don't count."""
    return _subjects(amendments, "revoked-card")


def _subjects(amendments: Iterable[SignedAmendment], kind: str) -> set[str]:
    return {
        change.subject for signed in amendments for change in signed.amendment.changes if change.kind == kind
    }


def _check(amendment: Amendment, terms: Terms) -> None:
    def require(holds: bool, field: str) -> None:
        if not holds:
            raise InputError("amendment-invalid", field=field)

    cards = {key for keys in terms.admission.lists for key in keys}
    require(1 <= amendment.number <= 999 and (amendment.number == 1) == (amendment.previous == ""), "number")
    require(1 <= len(amendment.changes) <= 1000, "changes")
    for change in amendment.changes:
        require(len(change.text) <= TEXT_LIMIT, "text")
        if change.kind in ("erratum", "withdrawn-case"):
            require(change.subject in terms.candidate_ids, change.subject)
        elif change.kind == "revoked-card":
            require(change.subject in cards, change.subject)
        else:
            require(_DATE.fullmatch(change.subject) is not None, change.subject)
