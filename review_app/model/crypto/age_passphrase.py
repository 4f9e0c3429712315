"""age files under a passphrase with a stated work factor.

pyrage picks the factor by a stop-watch: 2^19 and 2^20 were seen on one computer within a minute, and a faster one
comes to 2^21, which needs 2 GiB and which :mod:`review_app.model.crypto.age` rightly refuses to open.  So the one
recipient stanza is written here (C2SP age, "The scrypt recipient type" and "Payload"), over the primitives of
``cryptography``; reading stays with pyrage, an implementation of its own.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

LOG_N = 18
"""2^18 with r = 8 and p = 1: 256 MiB and about half a second; the default of the age command."""

_CHUNK = 64 << 10


def seal(plaintext: bytes, passphrase: str, log_n: int = LOG_N) -> bytes:
    """``plaintext`` as an age v1 file that opens with ``passphrase`` (UTF-8), binary format."""
    file_key, salt = secrets.token_bytes(16), secrets.token_bytes(16)
    scrypt = Scrypt(salt=b"age-encryption.org/v1/scrypt" + salt, length=32, n=1 << log_n, r=8, p=1)
    wrapped = ChaCha20Poly1305(scrypt.derive(passphrase.encode())).encrypt(bytes(12), file_key, None)
    head = f"age-encryption.org/v1\n-> scrypt {_b64(salt)} {log_n}\n{_b64(wrapped)}\n---".encode("ascii")
    mac = hmac.new(_hkdf(file_key, b"", b"header"), head, hashlib.sha256).digest()
    nonce = secrets.token_bytes(16)
    stream = ChaCha20Poly1305(_hkdf(file_key, nonce, b"payload"))
    chunks = [plaintext[start : start + _CHUNK] for start in range(0, max(len(plaintext), 1), _CHUNK)]
    payload = [
        stream.encrypt(number.to_bytes(11, "big") + bytes([number == len(chunks) - 1]), chunk, None)
        for number, chunk in enumerate(chunks)
    ]
    return b"".join([head, f" {_b64(mac)}\n".encode("ascii"), nonce, *payload])


def _b64(data: bytes) -> str:
    return base64.b64encode(data).rstrip(b"=").decode("ascii")


def _hkdf(key: bytes, salt: bytes, info: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=info).derive(key)
