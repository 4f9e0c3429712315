"""age files as the rest of the model uses them: keys as the strings age knows, failures as errors of ours.

Files to keys are written and read by :mod:`review_app.model.crypto.age_format`; files under a passphrase are read by
pyrage, whose streaming calls hand out 64 KiB chunks before they fail, so only its whole-buffer call is used.  It takes
any work factor, so the header is read first.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence

from bech32 import bech32_decode, bech32_encode, convertbits

from review_app.model.crypto import age_format
from review_app.model.errors import InputError

MAX_SCRYPT_LOG_N = 20
"""The largest accepted work factor: 2^20 needs 1 GiB and some seconds; 2^23 was measured at 8 GiB and 40 s."""

_IDENTITY_PREFIX = "age-secret-key-"
_RECIPIENT_PREFIX = "age"


def new_identity() -> tuple[str, str]:
    """A fresh X25519 pair: the secret identity (``AGE-SECRET-KEY-1...``) and its recipient (``age1...``)."""
    identity = identity_from_bytes(secrets.token_bytes(32))
    return identity, recipient_of(identity)


def identity_from_bytes(secret: bytes) -> str:
    """The age identity of a 32-byte X25519 secret, in age's Bech32 form (upper case)."""
    return _bech32(_IDENTITY_PREFIX, secret).upper()


def identity_bytes(identity: str) -> bytes:
    """The 32-byte secret of an identity; raises InputError ``malformed`` when it isn't one."""
    return _secret_in(identity)


def recipient_of(identity: str) -> str:
    """The public recipient of an identity; raises InputError ``malformed`` when it isn't one."""
    return _bech32(_RECIPIENT_PREFIX, age_format.public_of(_secret_in(identity)))


def recipient_bytes(recipient: str) -> bytes:
    """The 32 bytes of a recipient; ValueError when it isn't one."""
    return _public_in(recipient)


def check_recipient(recipient: str, what: str) -> None:
    """Raises InputError ``bad-key`` unless ``recipient`` is an X25519 recipient that a file can be sealed to."""
    try:
        age_format.seal(b"", [_public_in(recipient)])
    except ValueError as failure:
        raise InputError("bad-key", what=what) from failure


def seal(plaintext: bytes, recipients: Sequence[str]) -> bytes:
    """``plaintext`` encrypted to every one of ``recipients`` (``age1...``), binary format.

    The size follows from the plaintext's size and the number of recipients.  ValueError for what
    :func:`check_recipient` refuses.
    """
    return age_format.seal(plaintext, [_public_in(recipient) for recipient in recipients])


class Opener:
    """An identity that opens many files, from any thread."""

    def __init__(self, identity: str) -> None:
        """Raises InputError ``malformed`` when ``identity`` is none."""
        self._reader = age_format.Reader(_secret_in(identity))

    def unseal(self, ciphertext: bytes | memoryview, what: str) -> bytes:
        """As the function :func:`unseal`."""
        try:
            return self._reader.unseal(ciphertext)
        except age_format.Refused as failure:
            raise InputError("cannot-decrypt", what=what) from failure


def recipient_kinds(ciphertext: bytes) -> list[str] | None:
    """The kinds of those whom a file is sealed to (``X25519``, ``scrypt``, …), a line of its header each; None for what
    is no age file."""
    try:
        return [stanza.arguments[0] for stanza in age_format.read_header(ciphertext).stanzas]
    except age_format.Refused:
        return None


def unseal(ciphertext: bytes, identity: str, what: str) -> bytes:
    """The whole plaintext, or InputError ``cannot-decrypt`` (wrong key, damaged or cut) and nothing of it."""
    return Opener(identity).unseal(ciphertext, what)


def unseal_with_passphrase(ciphertext: bytes, passphrase: str, what: str) -> bytes:
    """The plaintext under a passphrase.

    Raises InputError ``work-factor-too-large`` before any work is done, or ``wrong-passphrase``.
    """
    import pyrage  # here: an expert never opens a passphrase file, and the window would wait for it

    try:
        factors = _work_factors(ciphertext)
        if not all(re.fullmatch("[1-9][0-9]?", each) and int(each) <= MAX_SCRYPT_LOG_N for each in factors):
            raise InputError("work-factor-too-large", what=what)
        return bytes(pyrage.passphrase.decrypt(ciphertext, passphrase))
    except (age_format.Refused, pyrage.DecryptError, OSError) as failure:
        raise InputError("wrong-passphrase", what=what) from failure


def needs_passphrase(ciphertext: bytes) -> bool:
    """Whether the header asks for a passphrase rather than a key."""
    try:
        return bool(_work_factors(ciphertext))
    except age_format.Refused:
        return False


def _work_factors(ciphertext: bytes) -> list[str]:
    """What the passphrase stanzas of the header say last.  pyrage also reads the armoured form, whose base64 would
    hide them; our reader refuses it."""
    stanzas = age_format.read_header(ciphertext).stanzas
    return [stanza.arguments[-1] for stanza in stanzas if stanza.arguments[0] == "scrypt"]


def _secret_in(identity: str) -> bytes:
    try:
        return _unbech32(_IDENTITY_PREFIX, identity, identity.upper())
    except ValueError:
        raise InputError("malformed", what="age identity") from None  # the cause might quote the secret


def _public_in(recipient: str) -> bytes:
    return _unbech32(_RECIPIENT_PREFIX, recipient, recipient.lower())


def _bech32(prefix: str, key: bytes) -> str:
    words = convertbits(key, 8, 5)
    if words is None:  # only for values that are no bytes
        raise ValueError("not bytes")
    return str(bech32_encode(prefix, words))


def _unbech32(prefix: str, text: str, spelling: str) -> bytes:
    """The 32 bytes in a Bech32 text (BIP 173) in its one ``spelling``; raises ValueError without quoting it."""
    found, words = bech32_decode(text)
    key = convertbits(words, 5, 8, False) if words is not None else None
    if key is None or len(key) != 32 or found != prefix or text != spelling:
        raise ValueError("no age key")
    return bytes(key)
