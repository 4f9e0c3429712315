"""age v1 (age-encryption.org) through pyrage, with the two limits it lacks.

pyrage's streaming calls hand out 64 KiB chunks before they fail, so only the whole-buffer calls are used: nothing is
released before it has been verified to the end.  And it takes any scrypt work factor, so the header is read first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import pyrage
from bech32 import bech32_encode, convertbits

from review_app.model.errors import InputError

MAX_SCRYPT_LOG_N = 20
"""The largest accepted work factor: 2^20 needs 1 GiB and some seconds; 2^23 was measured at 8 GiB and 40 s."""

_HEADER_LIMIT = 64 << 10
_INTRO = b"age-encryption.org/v1\n"
_SCRYPT = re.compile(rb"^-> scrypt\b.*$", re.MULTILINE)


def new_identity() -> tuple[str, str]:
    """A fresh X25519 pair: the secret identity (``AGE-SECRET-KEY-1...``) and its recipient (``age1...``)."""
    identity = pyrage.x25519.Identity.generate()
    return str(identity), str(identity.to_public())


def identity_from_bytes(secret: bytes) -> str:
    """The age identity of a 32-byte X25519 secret, in age's Bech32 form (upper case)."""
    words = convertbits(secret, 8, 5)
    if words is None:  # only for values that are no bytes
        raise ValueError("not bytes")
    return bech32_encode("age-secret-key-", words).upper()


def recipient_of(identity: str) -> str:
    """The public recipient of an identity; raises InputError ``malformed`` when it isn't one."""
    return str(_identity(identity).to_public())


def check_recipient(recipient: str, what: str) -> None:
    """Raises InputError ``bad-key`` unless ``recipient`` is an X25519 recipient of age."""
    try:
        pyrage.x25519.Recipient.from_str(recipient)
    except pyrage.RecipientError as failure:
        raise InputError("bad-key", what=what) from failure


def seal(plaintext: bytes, recipients: Sequence[str]) -> bytes:
    """``plaintext`` encrypted to every one of ``recipients`` (``age1...``), binary format."""
    return bytes(pyrage.encrypt(plaintext, [pyrage.x25519.Recipient.from_str(r) for r in recipients]))


def unseal(ciphertext: bytes, identity: str, what: str) -> bytes:
    """The whole plaintext, or InputError ``cannot-decrypt`` (wrong key, damaged or cut) and nothing of it."""
    if _SCRYPT.search(_header(ciphertext, "cannot-decrypt", what)):
        raise InputError("cannot-decrypt", what=what)
    try:
        return bytes(pyrage.decrypt(ciphertext, [_identity(identity)]))
    except (pyrage.DecryptError, OSError) as failure:
        raise InputError("cannot-decrypt", what=what) from failure


def seal_with_passphrase(plaintext: bytes, passphrase: str) -> bytes:
    """``plaintext`` under a passphrase (age's scrypt recipient; pyrage chooses about one second of work)."""
    return bytes(pyrage.passphrase.encrypt(plaintext, passphrase))


def unseal_with_passphrase(ciphertext: bytes, passphrase: str, what: str) -> bytes:
    """The plaintext under a passphrase.

    Raises InputError ``work-factor-too-large`` before any work is done, or ``wrong-passphrase``.
    """
    for stanza in _SCRYPT.findall(_header(ciphertext, "wrong-passphrase", what)):
        factor = stanza.rsplit(b" ", 1)[-1]
        if not re.fullmatch(rb"[1-9][0-9]?", factor) or int(factor) > MAX_SCRYPT_LOG_N:
            raise InputError("work-factor-too-large", what=what)
    try:
        return bytes(pyrage.passphrase.decrypt(ciphertext, passphrase))
    except (pyrage.DecryptError, OSError) as failure:
        raise InputError("wrong-passphrase", what=what) from failure


def needs_passphrase(ciphertext: bytes) -> bool:
    """Whether the header asks for a passphrase rather than a key."""
    try:
        return _SCRYPT.search(_header(ciphertext, "malformed", "age file")) is not None
    except InputError:
        return False


def _header(ciphertext: bytes, code: str, what: str) -> bytes:
    """The header lines of a binary age file; raises InputError ``code`` when there is no such thing in reach.

    pyrage also reads the armoured form, whose base64 would hide the work factor from the check above, so only the
    binary form passes.
    """
    head, found, _ = ciphertext[:_HEADER_LIMIT].partition(b"\n--- ")
    if not found or not head.startswith(_INTRO):
        raise InputError(code, what=what)
    return head


def _identity(identity: str) -> pyrage.x25519.Identity:
    try:
        return pyrage.x25519.Identity.from_str(identity)
    except pyrage.IdentityError as failure:
        raise InputError("malformed", what="age identity") from failure
