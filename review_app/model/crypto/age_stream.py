"""age files too large for memory: written and read in chunks of 64 KiB (C2SP age, "Payload").

A reader gets each chunk once it has been verified, but only at the end is it sure that none is missing: whoever reads
keeps nothing of it for good before :meth:`OpeningReader.read` has returned an empty answer.
"""

from __future__ import annotations

import hmac
import io
import secrets
from collections.abc import Callable, Sequence
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from review_app.model.crypto.age_format import (
    HEADER_LIMIT,
    Header,
    Refused,
    Stanza,
    header_start,
    hkdf,
    read_header,
)

_CHUNK, _TAG, _NONCE = 64 << 10, 16, 16

OpenStanza = Callable[[Stanza], bytes | None]
"""Gives the file key that a stanza holds for us, or None."""


class SealingWriter(io.RawIOBase):
    """Seals what is written to it into ``out``; :meth:`finish` writes the last chunk.  Without it the file is cut."""

    def __init__(self, out: BinaryIO, file_key: bytes, stanzas: Sequence[Stanza]) -> None:
        self._out = out
        nonce = secrets.token_bytes(_NONCE)
        out.write(header_start(file_key, stanzas) + nonce)
        self._cipher = ChaCha20Poly1305(hkdf(file_key, nonce, b"payload"))
        self._number = 0
        self._held = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: bytes | bytearray | memoryview) -> int:  # type: ignore[override]  # any buffer, as io has it
        """Takes ``data``; a chunk is sealed as soon as it is sure not to be the last."""
        self._held += data
        whole = (len(self._held) - 1) // _CHUNK
        with memoryview(self._held) as held:
            for place in range(whole):
                self._seal(held[place * _CHUNK : (place + 1) * _CHUNK], last=False)
        if whole > 0:
            del self._held[: whole * _CHUNK]
        return len(data)

    def finish(self) -> None:
        """Seals what is left as the last chunk."""
        self._seal(memoryview(bytes(self._held)), last=True)
        self._held.clear()

    def _seal(self, chunk: memoryview, *, last: bool) -> None:
        nonce = self._number.to_bytes(11, "big") + bytes([last])
        self._out.write(self._cipher.encrypt(nonce, chunk, None))
        self._number += 1


class OpeningReader(io.RawIOBase):
    """The plaintext of the age file in ``source``, chunk by verified chunk."""

    def __init__(self, source: BinaryIO, open_stanza: OpenStanza) -> None:
        """Reads the header; raises :class:`Refused` for every departure from the format and where no stanza is ours."""
        self._source = source
        head = source.read(HEADER_LIMIT + _NONCE)
        header = read_header(head)
        file_key = _file_key(header, open_stanza)
        nonce = head[header.end : header.end + _NONCE]
        if len(nonce) < _NONCE:
            raise Refused
        self._sealed = head[header.end + _NONCE :]
        self._cipher = ChaCha20Poly1305(hkdf(file_key, nonce, b"payload"))
        self._number = 0
        self._plain = memoryview(b"")
        self._ended = False

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        """At most ``size`` bytes (all that is left where negative); empty once the last chunk has been verified.

        Raises :class:`Refused` for a chunk that was changed, or a file that was cut.
        """
        if size < 0:
            return b"".join(iter(lambda: self.read(1 << 20), b""))
        found = bytearray()
        while len(found) < size:
            if not self._plain:
                if self._ended:
                    break
                self._next()
                continue
            taken = self._plain[: size - len(found)]
            found += taken
            self._plain = self._plain[len(taken) :]
        return bytes(found)

    def _next(self) -> None:
        wanted = _CHUNK + _TAG
        if len(self._sealed) <= wanted:
            self._sealed += self._source.read(wanted + 1)
        chunk, self._sealed = self._sealed[:wanted], self._sealed[wanted:]
        last = not self._sealed
        if last and len(chunk) == _TAG and self._number:
            raise Refused  # an empty chunk after others
        try:
            plain = self._cipher.decrypt(self._number.to_bytes(11, "big") + bytes([last]), chunk, None)
        except (InvalidTag, ValueError):
            raise Refused from None
        self._plain, self._ended = memoryview(plain), last
        self._number += 1


def _file_key(header: Header, open_stanza: OpenStanza) -> bytes:
    for stanza in header.stanzas:
        if stanza.arguments[0] == "scrypt" and len(header.stanzas) > 1:
            raise Refused
        if (file_key := open_stanza(stanza)) is not None:
            found = hmac.digest(hkdf(file_key, b"", b"header"), header.covered, "sha256")
            if not hmac.compare_digest(found, header.mac):
                raise Refused
            return file_key
    raise Refused
