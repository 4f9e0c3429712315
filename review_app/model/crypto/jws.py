"""JSON Web Signatures in the project's profile: EdDSA over Ed25519, one ``typ`` a kind, canonical payloads.

Compact form (RFC 7515 section 7.1) for all but score sheets, general JSON form (section 7.2.1) for those, since one
sheet may carry a signature a slip.  ``alg`` is ``Ed25519`` (RFC 9864).  All but the signature itself is the profile:
exact headers, canonical base64url, canonical payload, checked keys, stated limits.  So a JWS library would have nothing
left to do here but to call the same Ed25519; joserfc and jose verify what this writes in the tests.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Literal, TypeVar

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from review_app.model import canonical
from review_app.model.canonical import Record
from review_app.model.crypto.keys import (
    PublicJwk,
    b64u,
    b64u_decode,
    checked_public,
    public_jwk,
    public_of,
    thumbprint,
)
from review_app.model.errors import InputError

T = TypeVar("T")

MAX_PAYLOAD = 16 << 20
"""The largest payload in bytes (a seal over 10,000 entries takes about 2 MB)."""

MAX_SIGNATURES = 8


class KidHeader(Record, frozen=True):
    """Protected header of what an organizer or issuer signs."""

    alg: Literal["Ed25519"]
    kid: str
    typ: str


class JwkHeader(Record, frozen=True):
    """Protected header of what a ballot key signs."""

    alg: Literal["Ed25519"]
    jwk: PublicJwk
    typ: str


class Signature(Record, frozen=True):
    """One signature of a general JSON JWS."""

    protected: str
    signature: str


class GeneralJws(Record, frozen=True):
    """A JWS in general JSON form; the order of the signatures is the order of the slip lists."""

    payload: str
    signatures: list[Signature]


def sign(payload: object, typ: str, seed: bytes) -> bytes:
    """Compact JWS over the canonical form of ``payload``, by an organizer's or issuer's key (named by ``kid``)."""
    header = KidHeader("Ed25519", thumbprint(public_of(seed)), typ)
    content = f"{b64u(canonical.encode(header))}.{b64u(canonical.encode(payload))}"
    return f"{content}.{_signature(content, seed)}".encode("ascii")


def verify(data: bytes, typ: str, public: bytes, kind: type[T], what: str) -> T:
    """The payload of a compact JWS signed by ``public``.

    Raises InputError ``malformed`` (not our profile), ``other-signer`` (another key is named) or ``bad-signature``.
    """
    header_part, payload_part, signature_part = _split(data, what)
    header = canonical.decode(b64u_decode(header_part, what), KidHeader, what)
    if header.typ != typ:
        raise InputError("malformed", what=what)
    if header.kid != thumbprint(public):
        raise InputError("other-signer", what=what)
    payload = b64u_decode(payload_part, what)
    _check_signature(f"{header_part}.{payload_part}", signature_part, public, what)
    return canonical.decode(payload, kind, what)


def signer_of(data: bytes, what: str) -> str:
    """The thumbprint a compact JWS names as its signer, before anything is verified."""
    return canonical.decode(b64u_decode(_split(data, what)[0], what), KidHeader, what).kid


def _split(data: bytes, what: str) -> tuple[str, str, str]:
    if len(data) > MAX_PAYLOAD * 4 // 3 + 1024:
        raise InputError("malformed", what=what)
    try:
        header, payload, signature = data.decode("ascii").split(".")
    except ValueError as failure:
        raise InputError("malformed", what=what) from failure
    return header, payload, signature


def sign_general(payload: object, typ: str, seeds: Sequence[bytes]) -> GeneralJws:
    """General JSON JWS over the canonical form of ``payload``, one signature a ballot key, in the order given."""
    content = b64u(canonical.encode(payload))
    signatures = []
    for seed in seeds:
        header = JwkHeader("Ed25519", public_jwk(public_of(seed)), typ)
        protected = b64u(canonical.encode(header))
        signatures.append(Signature(protected, _signature(f"{protected}.{content}", seed)))
    return GeneralJws(content, signatures)


def verify_general(
    value: GeneralJws, typ: str, kind: type[T], what: str, known: Container[str] = ()
) -> tuple[T, list[bytes]]:
    """The payload of a general JSON JWS, and the public keys that signed it (32 bytes each, in order).

    Every signature must hold; the same key twice is refused.  Whether a key may vote is for the caller to say;
    ``known`` are keys (base64url) that have passed :func:`checked_public` before.
    Raises InputError ``malformed``, ``bad-key`` or ``bad-signature``.
    """
    if not 1 <= len(value.signatures) <= MAX_SIGNATURES or len(value.payload) > MAX_PAYLOAD * 4 // 3 + 4:
        raise InputError("malformed", what=what)
    payload = b64u_decode(value.payload, what)
    signers: list[bytes] = []
    for item in value.signatures:
        header = canonical.decode(b64u_decode(item.protected, what), JwkHeader, what)
        if header.typ != typ:
            raise InputError("malformed", what=what)
        x = header.jwk.x
        public = b64u_decode(x, what) if x in known else checked_public(x, what)
        _check_signature(f"{item.protected}.{value.payload}", item.signature, public, what)
        signers.append(public)
    if len(set(signers)) != len(signers):
        raise InputError("malformed", what=what)
    return canonical.decode(payload, kind, what), signers


def _signature(content: str, seed: bytes) -> str:
    """The signature over a JWS signing input (RFC 7515 section 5.1), base64url."""
    return b64u(Ed25519PrivateKey.from_private_bytes(seed).sign(content.encode("ascii")))


def _check_signature(content: str, signature: str, public: bytes, what: str) -> None:
    raw = b64u_decode(signature, what)
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(raw, content.encode("ascii"))
    except (InvalidSignature, ValueError) as failure:
        raise InputError("bad-signature", what=what) from failure
