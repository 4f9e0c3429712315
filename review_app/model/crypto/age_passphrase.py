"""age files under a passphrase with a stated work factor.

pyrage picks the factor by a stop-watch: 2^19 and 2^20 were seen on one computer within a minute, and a faster one
comes to 2^21, which needs 2 GiB and which :mod:`review_app.model.crypto.age` rightly refuses to open.  So the one
recipient stanza is written here (C2SP age, "The scrypt recipient type"); reading stays with pyrage, an implementation
of its own.
"""

from __future__ import annotations

import secrets

from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from review_app.model.crypto.age_format import Stanza, base64_of, new_file_key, wrap, write_file

LOG_N = 18
"""2^18 with r = 8 and p = 1: 256 MiB and about half a second; the default of the age command."""


def seal(plaintext: bytes, passphrase: str, log_n: int = LOG_N) -> bytes:
    """``plaintext`` as an age v1 file that opens with ``passphrase`` (UTF-8), binary format."""
    file_key, salt = new_file_key(), secrets.token_bytes(16)
    scrypt = Scrypt(salt=b"age-encryption.org/v1/scrypt" + salt, length=32, n=1 << log_n, r=8, p=1)
    body = wrap(file_key, scrypt.derive(passphrase.encode()))
    return write_file(file_key, [Stanza(("scrypt", base64_of(salt), str(log_n)), body)], plaintext)
