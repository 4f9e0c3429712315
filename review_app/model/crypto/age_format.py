"""age v1 files (C2SP ``age.md``) in binary form: header, X25519 recipient stanzas, and the payload's chunks.

Written here because pyrage seals at a quarter of the speed of OpenSSL's ChaCha20-Poly1305, holds Python's lock all the
while, and adds stanzas of random length, so that equal plaintexts come out in different sizes.  What is read follows
the grammar to the letter; nothing is released before the final chunk has been verified.
"""

from __future__ import annotations

import base64
import hmac
import io
import re
import secrets
from collections.abc import Iterator, Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from review_app.model.value import Value

HEADER_LIMIT = 64 << 10
"""Bytes within which a header has to end; the specification sets no bound."""

_VERSION = b"age-encryption.org/v1\n"
_STANZA = re.compile(rb"-> ([!-~]+(?: [!-~]+)*)\n((?:[A-Za-z0-9+/]{64}\n)*[A-Za-z0-9+/]{0,63}\n)")
_END = re.compile(rb"--- ([A-Za-z0-9+/]{43})\n")
_CHUNK = 64 << 10
_TAG = 16
_NONCE = 16
_FILE_KEY = 16


class Refused(ValueError):
    """These bytes are no age file, or none that this key opens; no message tells which."""


class Stanza(Value, frozen=True):
    """The file key wrapped for one recipient: its type first among the arguments."""

    arguments: tuple[str, ...]
    body: bytes


class Header(Value, frozen=True):
    """A header as it was read.  ``covered`` are the bytes that ``mac`` is taken over, ``end`` is where the payload
    starts."""

    stanzas: tuple[Stanza, ...]
    covered: bytes
    mac: bytes
    end: int


def read_header(data: bytes | memoryview) -> Header:
    """The header that ``data`` starts with; raises :class:`Refused` for every departure from the grammar."""
    if data[: len(_VERSION)] != _VERSION:
        raise Refused
    place, stanzas = len(_VERSION), []
    while found := _STANZA.match(data, place, HEADER_LIMIT):
        arguments = tuple(found[1].decode("ascii").split(" "))
        stanzas.append(Stanza(arguments, unbase64(found[2].replace(b"\n", b"").decode("ascii"))))
        place = found.end()
    end = _END.match(data, place, HEADER_LIMIT)
    if end is None or not stanzas:
        raise Refused
    return Header(tuple(stanzas), bytes(data[: place + 3]), unbase64(end[1].decode("ascii")), end.end())


def new_file_key() -> bytes:
    """16 fresh random bytes, for one file."""
    return secrets.token_bytes(_FILE_KEY)


def header_start(file_key: bytes, stanzas: Sequence[Stanza]) -> bytes:
    """The header of a file, up to where its nonce follows."""
    covered = _VERSION + b"".join(_stanza_lines(stanza) for stanza in stanzas) + b"---"
    return covered + b" " + base64_of(_header_mac(file_key, covered)).encode("ascii") + b"\n"


def write_file(file_key: bytes, stanzas: Sequence[Stanza], plaintext: bytes) -> bytes:
    """The file that holds ``plaintext``: header, nonce, and one sealed chunk each 64 KiB."""
    nonce = secrets.token_bytes(_NONCE)
    cipher = ChaCha20Poly1305(hkdf(file_key, nonce, b"payload"))
    file = io.BytesIO()  # gives its bytes away without a copy, unlike a join of the chunks
    file.write(header_start(file_key, stanzas) + nonce)
    for chunk_nonce, chunk in _chunks(memoryview(plaintext), _CHUNK):
        file.write(cipher.encrypt(chunk_nonce, chunk, None))
    return file.getvalue()


def read_payload(data: bytes | memoryview, header: Header, file_key: bytes) -> bytes:
    """The whole plaintext of the file ``data``; raises :class:`Refused` and nothing of it is kept."""
    if not hmac.compare_digest(_header_mac(file_key, header.covered), header.mac):
        raise Refused
    start = header.end + _NONCE
    sealed = memoryview(data)[start:]
    if len(sealed) > _CHUNK and len(sealed) % (_CHUNK + _TAG) == _TAG:
        raise Refused  # an empty chunk after others
    cipher = ChaCha20Poly1305(hkdf(file_key, bytes(data[header.end : start]), b"payload"))
    pieces = list(_chunks(sealed, _CHUNK + _TAG))
    if len(pieces[-1][1]) < _TAG:
        raise Refused
    room = bytes(len(sealed) - len(pieces) * _TAG)
    # Emptied when it is left, so that no traceback holds the part before a bad chunk.
    with io.BytesIO(room) as plaintext:
        del room  # the only holder of its bytes gives them away without a copy
        place = 0
        try:
            with plaintext.getbuffer() as buffer:
                for chunk_nonce, chunk in pieces:
                    end = place + len(chunk) - _TAG
                    cipher.decrypt_into(chunk_nonce, chunk, None, buffer[place:end])
                    place = end
        except InvalidTag:
            del buffer
            raise Refused from None
        return plaintext.getvalue()


def seal(plaintext: bytes, recipients: Sequence[bytes]) -> bytes:
    """``plaintext`` for each of ``recipients`` (32-byte X25519 public keys); its size follows from the plaintext's.

    Raises ValueError for a recipient of small order.
    """
    file_key = new_file_key()
    return write_file(file_key, [x25519_stanza(file_key, recipient) for recipient in recipients], plaintext)


def unseal(data: bytes, secret: bytes) -> bytes:
    """The plaintext for the X25519 key ``secret`` (32 bytes); raises :class:`Refused`."""
    return Reader(secret).unseal(data)


class Reader:
    """An X25519 key ready to open many files, from any thread: what follows from the key alone is computed once."""

    def __init__(self, secret: bytes) -> None:
        """``secret`` are 32 bytes."""
        self._secret = X25519PrivateKey.from_private_bytes(secret)
        self._public = self._secret.public_key().public_bytes_raw()

    def unseal(self, data: bytes | memoryview) -> bytes:
        """The plaintext of one file; raises :class:`Refused`."""
        header = read_header(data)
        if any(stanza.arguments[0] == "scrypt" for stanza in header.stanzas):
            raise Refused  # a passphrase stands alone in a header, so none of the others can be for us
        for stanza in header.stanzas:
            if stanza.arguments[0] == "X25519" and (file_key := self.file_key_in(stanza)) is not None:
                return read_payload(data, header, file_key)
        raise Refused

    def file_key_in(self, stanza: Stanza) -> bytes | None:
        """The file key, or None when the stanza is for another; raises :class:`Refused` when it is malformed."""
        if len(stanza.arguments) != 2 or len(stanza.body) != _FILE_KEY + _TAG:
            raise Refused
        share = unbase64(stanza.arguments[1])
        try:
            # Refuses with ValueError a share that is not 32 bytes, and one of small order (all zeros would come out).
            shared = self._secret.exchange(X25519PublicKey.from_public_bytes(share))
        except ValueError:
            raise Refused from None
        try:
            key = _wrap_key(shared, share, self._public)
            return ChaCha20Poly1305(key).decrypt(bytes(12), stanza.body, None)
        except InvalidTag:
            return None


def public_of(secret: bytes) -> bytes:
    """The X25519 public key of a secret, 32 bytes each (RFC 7748)."""
    return X25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw()


def wrap(file_key: bytes, key: bytes) -> bytes:
    """A stanza's body: the file key under a wrap key, which is used this once."""
    return ChaCha20Poly1305(key).encrypt(bytes(12), file_key, None)


def hkdf(key: bytes, salt: bytes, info: bytes) -> bytes:
    """32 bytes of HKDF-SHA256 (RFC 5869): of a single block nothing is left but two HMACs."""
    extracted = hmac.digest(salt or bytes(32), key, "sha256")
    return hmac.digest(extracted, info + b"\1", "sha256")


def base64_of(data: bytes) -> str:
    """Base 64 without padding."""
    return base64.b64encode(data).rstrip(b"=").decode("ascii")


def unbase64(text: str) -> bytes:
    """The bytes of unpadded base 64; raises :class:`Refused` unless it is what they encode to."""
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except ValueError:
        raise Refused from None
    if base64_of(data) != text:
        raise Refused
    return data


def x25519_stanza(file_key: bytes, recipient: bytes) -> Stanza:
    """The file key for an X25519 public key; ValueError for one of small order."""
    ephemeral = X25519PrivateKey.generate()
    share = ephemeral.public_key().public_bytes_raw()
    shared = ephemeral.exchange(X25519PublicKey.from_public_bytes(recipient))
    return Stanza(("X25519", base64_of(share)), wrap(file_key, _wrap_key(shared, share, recipient)))


def _wrap_key(shared: bytes, share: bytes, recipient: bytes) -> bytes:
    return hkdf(shared, share + recipient, b"age-encryption.org/v1/X25519")


def _stanza_lines(stanza: Stanza) -> bytes:
    body = base64_of(stanza.body)
    # The last line is always shorter than 64, if need be empty.
    lines = [body[start : start + 64] for start in range(0, len(body) + 1, 64)]
    return "\n".join([f"-> {' '.join(stanza.arguments)}", *lines, ""]).encode("ascii")


def _header_mac(file_key: bytes, covered: bytes) -> bytes:
    return hmac.digest(hkdf(file_key, b"", b"header"), covered, "sha256")


def _chunks(data: memoryview, size: int) -> Iterator[tuple[bytes, memoryview]]:
    """The pieces of ``data`` with their nonces: a counter of 11 bytes, then 1 for the last.  One empty piece for
    nothing."""
    last = max(len(data) - 1, 0) // size
    for number in range(last + 1):
        yield number.to_bytes(11, "big") + bytes([number == last]), data[number * size : (number + 1) * size]
