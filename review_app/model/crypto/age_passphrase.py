"""age files under a passphrase with a stated work factor.

pyrage picks the factor by a stop-watch: 2^19 and 2^20 were seen on one computer within a minute, and a faster one
comes to 2^21, which needs 2 GiB and which :mod:`review_app.model.crypto.age` rightly refuses to open.  So the one
recipient stanza is written here (C2SP age, "The scrypt recipient type"); reading stays with pyrage, an implementation
of its own.
"""

from __future__ import annotations

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from review_app.model.crypto.age_format import (
    Refused,
    Stanza,
    base64_of,
    new_file_key,
    unbase64,
    wrap,
    write_file,
)

LOG_N = 18
"""2^18 with r = 8 and p = 1: 256 MiB and about half a second; the default of the age command."""


def seal(plaintext: bytes, passphrase: str, log_n: int = LOG_N) -> bytes:
    """``plaintext`` as an age v1 file that opens with ``passphrase`` (UTF-8), binary format."""
    file_key = new_file_key()
    return write_file(file_key, [stanza_for(file_key, passphrase, log_n)], plaintext)


def stanza_for(file_key: bytes, passphrase: str, log_n: int = LOG_N) -> Stanza:
    """The one stanza of a file under ``passphrase``."""
    salt = secrets.token_bytes(16)
    body = wrap(file_key, _wrap_key(salt, passphrase, log_n))
    return Stanza(("scrypt", base64_of(salt), str(log_n)), body)


def file_key_in(stanza: Stanza, passphrase: str) -> bytes | None:
    """The file key in a scrypt stanza, None for a wrong passphrase; raises :class:`Refused` for a stanza that isn't one
    of ours: for files too large for pyrage, which were written here."""
    if len(stanza.arguments) != 3 or stanza.arguments[2] != str(LOG_N) or len(stanza.body) != 32:
        raise Refused
    salt = unbase64(stanza.arguments[1])
    if len(salt) != 16:
        raise Refused
    try:
        key = _wrap_key(salt, passphrase, LOG_N)
        return ChaCha20Poly1305(key).decrypt(bytes(12), stanza.body, None)
    except InvalidTag:
        return None


def _wrap_key(salt: bytes, passphrase: str, log_n: int) -> bytes:
    scrypt = Scrypt(salt=b"age-encryption.org/v1/scrypt" + salt, length=32, n=1 << log_n, r=8, p=1)
    return scrypt.derive(passphrase.encode())
