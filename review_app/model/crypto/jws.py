"""JSON Web Signatures in the project's profile: EdDSA over Ed25519, one ``typ`` a kind, canonical payloads.

Compact form (RFC 7515 section 7.1) for all but score sheets, general JSON form (section 7.2.1) for those, since one
sheet may carry a signature a slip.  ``alg`` is ``Ed25519`` (RFC 9864).  joserfc signs and verifies; what stands around
it here is the profile: exact headers, canonical base64url, canonical payload, checked keys, and stated limits.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeVar

import msgspec
from joserfc import jws as jose
from joserfc.errors import JoseError
from joserfc.jwk import OKPKey

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


def _registry() -> jose.JWSRegistry:
    registry = jose.JWSRegistry(algorithms=["Ed25519"])
    registry.max_payload_length = MAX_PAYLOAD * 4 // 3 + 4
    return registry


_REGISTRY = _registry()


def _private(seed: bytes) -> OKPKey:
    return OKPKey.import_key({"crv": "Ed25519", "kty": "OKP", "x": b64u(public_of(seed)), "d": b64u(seed)})


def _public(raw: bytes) -> OKPKey:
    return OKPKey.import_key({"crv": "Ed25519", "kty": "OKP", "x": b64u(raw)})


def sign(payload: object, typ: str, seed: bytes) -> bytes:
    """Compact JWS over the canonical form of ``payload``, by an organizer's or issuer's key (named by ``kid``)."""
    header = {"alg": "Ed25519", "kid": thumbprint(public_of(seed)), "typ": typ}
    return jose.serialize_compact(
        header, canonical.encode(payload), _private(seed), registry=_REGISTRY
    ).encode("ascii")


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
    b64u_decode(signature_part, what)
    try:
        jose.deserialize_compact(data, _public(public), registry=_REGISTRY)
    except (JoseError, ValueError) as failure:
        raise InputError("bad-signature", what=what) from failure
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
    members: list[jose.HeaderDict] = []
    for seed in seeds:
        jwk = msgspec.to_builtins(public_jwk(public_of(seed)))
        members.append({"protected": {"alg": "Ed25519", "jwk": jwk, "typ": typ}})
    parts = [
        jose.serialize_json([member], canonical.encode(payload), _private(seed), registry=_REGISTRY)
        for member, seed in zip(members, seeds, strict=True)
    ]
    return GeneralJws(
        payload=str(parts[0]["payload"]),
        signatures=[canonical.convert(part["signatures"][0], Signature, "signature") for part in parts],
    )


def verify_general(value: GeneralJws, typ: str, kind: type[T], what: str) -> tuple[T, list[bytes]]:
    """The payload of a general JSON JWS, and the public keys that signed it (32 bytes each, in order).

    Every signature must hold; the same key twice is refused.  Whether a key may vote is for the caller to say.
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
        public = checked_public(header.jwk.x, what)
        b64u_decode(item.signature, what)
        single = f"{item.protected}.{value.payload}.{item.signature}"
        try:
            jose.deserialize_compact(single, _public(public), registry=_REGISTRY)
        except (JoseError, ValueError) as failure:
            raise InputError("bad-signature", what=what) from failure
        signers.append(public)
    if len(set(signers)) != len(signers):
        raise InputError("malformed", what=what)
    return canonical.decode(payload, kind, what), signers
