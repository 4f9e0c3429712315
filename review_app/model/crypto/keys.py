"""Ed25519 keys as JSON Web Keys, and the one check that a public key is a point worth verifying with."""

from __future__ import annotations

import binascii
import hashlib
import secrets
from typing import Literal

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from nacl.bindings import crypto_core_ed25519_is_valid_point

from review_app.model.canonical import Record, encode
from review_app.model.errors import InputError

_TO_URL, _FROM_URL = bytes.maketrans(b"+/", b"-_"), bytes.maketrans(b"-_", b"+/")


def b64u(data: bytes) -> str:
    """base64url without padding (RFC 7515 section 2)."""
    return binascii.b2a_base64(data, newline=False).translate(_TO_URL).rstrip(b"=").decode("ascii")


def b64u_decode(text: str, what: str) -> bytes:
    """The bytes of canonical base64url: no padding, no other symbols, spare bits of the last symbol zero.

    Raises InputError ``malformed``.
    """
    try:
        raw = text.encode("ascii")
        padded = raw.translate(_FROM_URL) + b"=" * (-len(raw) % 4)
        data = binascii.a2b_base64(padded)
    except ValueError as failure:
        raise InputError("malformed", what=what) from failure
    # What the lenient decoder skips, and spare bits that aren't zero, come out otherwise.
    if binascii.b2a_base64(data, newline=False) != padded or b"+" in raw or b"/" in raw or b"=" in raw:
        raise InputError("malformed", what=what)
    return data


class PublicJwk(Record, frozen=True):
    """A public Ed25519 key as JWK (RFC 8037): exactly the three members that the thumbprint is taken over."""

    crv: Literal["Ed25519"]
    kty: Literal["OKP"]
    x: str


def public_jwk(public: bytes) -> PublicJwk:
    """The JWK of a 32-byte public key."""
    return PublicJwk(crv="Ed25519", kty="OKP", x=b64u(public))


def thumbprint(public: bytes) -> str:
    """JWK thumbprint (RFC 7638) with SHA-256: 43 symbols of base64url."""
    return b64u(hashlib.sha256(encode(public_jwk(public))).digest())


def checked_public(x: str, what: str) -> bytes:
    """The 32 bytes of a public key given as base64url.

    Refuses non-canonical encodings, points off the curve, of small order, or outside the prime-order subgroup (a key
    of small order verifies signatures that nobody made).  Raises InputError ``bad-key``.
    """
    raw = b64u_decode(x, what)
    if len(raw) != 32 or not crypto_core_ed25519_is_valid_point(raw):
        raise InputError("bad-key", what=what)
    return raw


def new_seed() -> bytes:
    """32 fresh random bytes: an Ed25519 seed."""
    return secrets.token_bytes(32)


def public_of(seed: bytes) -> bytes:
    """The 32-byte public key of an Ed25519 seed (RFC 8032 section 5.1.5)."""
    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()
