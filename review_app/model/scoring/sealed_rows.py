"""Rows of the score store as a finder sees them: a keyed name, and ciphertext of a size in steps of 4 KiB."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

STEP = 4096
NONCE_SIZE = 12
TAG_SIZE = 16


class BrokenRow(Exception):
    """A row that this key didn't seal, or that was changed since."""


class RowSealer:
    """Names, seals and opens the rows of one store (PROTOCOL section 4).

    ``store_key``: 32 bytes, from the ballot card.  ChaCha20-Poly1305 is RFC 8439's, HMAC RFC 2104's.
    """

    def __init__(self, round_id: str, store_key: bytes) -> None:
        if len(store_key) != 32:
            raise ValueError("store_key: 32 bytes")
        self._round_id = round_id.encode()
        self._store_key = store_key
        self._cipher = ChaCha20Poly1305(store_key)

    def case_key(self, case_id: str) -> bytes:
        """The 32-byte row key of a case: HMAC-SHA256 over ``case``, NUL, id."""
        return self._row_key(b"case\x00" + case_id.encode())

    def meta_key(self) -> bytes:
        """The 32-byte row key of what isn't about one case."""
        return self._row_key(b"meta")

    def seal(self, row_key: bytes, text: bytes) -> bytes:
        """Nonce, ciphertext and tag of ``text`` filled up with NUL bytes to a multiple of 4 KiB.

        The nonce is drawn anew for every write; 2^32 writes under one key stay far below a collision that
        matters.
        """
        nonce = secrets.token_bytes(NONCE_SIZE)
        return nonce + self._cipher.encrypt(nonce, _padded(text), self._bound_to(row_key))

    def open(self, row_key: bytes, value: bytes) -> bytes:
        """The text that :meth:`seal` got; raises :class:`BrokenRow`."""
        if len(value) % STEP != NONCE_SIZE + TAG_SIZE:
            raise BrokenRow
        try:
            padded = self._cipher.decrypt(value[:NONCE_SIZE], value[NONCE_SIZE:], self._bound_to(row_key))
        except InvalidTag as failure:
            raise BrokenRow from failure
        text = padded.rstrip(b"\x00")
        if _padded(text) != padded:
            raise BrokenRow
        return text

    def _row_key(self, name: bytes) -> bytes:
        return hmac.new(self._store_key, name, hashlib.sha256).digest()

    def _bound_to(self, row_key: bytes) -> bytes:
        return self._round_id + b"\x00" + row_key


def _padded(text: bytes) -> bytes:
    return text.ljust(max(1, -(-len(text) // STEP)) * STEP, b"\x00")
