"""The recovery kit: what opens a vault, sealed under a passphrase, in a form that a person can type from paper.

Plaintext: one byte for the kind of key (0 an age identity's 32 bytes, 1 a passphrase in UTF-8), the vault's id (16
bytes), the key.  It is sealed as an age v1 file under the passphrase: 14 random Crockford symbols (70 bits) and two
check symbols, written by hand.  On paper the file is rows of 15 bytes: 24 Crockford symbols and two check symbols
each (their value plus the row's number, modulo 1021; the last row counts as 512 higher, so that a missing end is
noticed).  Whoever puts the rows' bytes together has a file that every age program opens.
"""

from __future__ import annotations

import re
import secrets

from review_app.model.crypto import age, age_passphrase, base32
from review_app.model.crypto.vault import IdentityKey, PassphraseKey, VaultKey
from review_app.model.errors import InputError
from review_app.model.value import Value

QR_PREFIX = "REVIEW-APP-KIT:"
KIT_LIMIT = 4 << 20
"""Bytes of a file that a kit is looked for in: a text, or the PDF that was printed."""

_SECRET_SYMBOLS = 14
_ROW_BYTES, _ROW_SYMBOLS, _CHECK_SYMBOLS = 15, 24, 2
_MODULUS, _LAST = 1021, 512
_MOST_ROWS = 99
_IDENTITY, _PASSPHRASE = 0, 1
_IN_PDF = re.compile(rb"REVIEW-APP-KIT:([0-9A-Z]+)")


class KitContent(Value, frozen=True):
    """What a kit holds: the vault it belongs to (32 hex digits), and one of its age identity and its passphrase."""

    vault_id: str
    identity: str = ""
    passphrase: str = ""

    def __repr__(self) -> str:  # without what is secret, as it may end in a log
        return f"KitContent(vault_id={self.vault_id!r})"

    def key(self) -> VaultKey:
        """The key, as a vault uses it."""
        return IdentityKey(self.identity) if self.identity else PassphraseKey(self.passphrase)


def new_passphrase() -> str:
    """Four groups of four symbols, for one kit, to be written by hand."""
    value = secrets.randbits(5 * _SECRET_SYMBOLS)
    return _grouped(base32.encode_number(value, _SECRET_SYMBOLS) + base32.encode_number(value % _MODULUS, 2))


def parse_passphrase(text: str) -> str:
    """The passphrase as it was made, whatever the case, hyphens and spaces it was typed with.

    Raises InputError ``kit-passphrase-length`` (with the number of symbols), ``kit-passphrase-symbol``,
    ``kit-passphrase-check`` (a typing error: nothing has been tried with it).
    """
    symbols = base32.canonical(text[:4096])
    for symbol in symbols:
        if symbol not in base32.ALPHABET:
            raise InputError("kit-passphrase-symbol", symbol=symbol)
    if len(symbols) != _SECRET_SYMBOLS + _CHECK_SYMBOLS:
        raise InputError(
            "kit-passphrase-length", found=len(symbols), expected=_SECRET_SYMBOLS + _CHECK_SYMBOLS
        )
    value = base32.decode_number(symbols[:_SECRET_SYMBOLS])
    if symbols[_SECRET_SYMBOLS:] != base32.encode_number(value % _MODULUS, 2):
        raise InputError("kit-passphrase-check")
    return _grouped(symbols)


def seal_kit(content: KitContent, passphrase: str) -> bytes:
    """The kit as an age file under ``passphrase``, as :func:`new_passphrase` spells it."""
    if content.identity:
        kind, key = _IDENTITY, age.identity_bytes(content.identity)
    else:
        kind, key = _PASSPHRASE, content.passphrase.encode()
    return age_passphrase.seal(bytes([kind]) + bytes.fromhex(content.vault_id) + key, passphrase)


def open_kit(sealed: bytes, passphrase: str) -> KitContent:
    """What the kit holds.  Raises InputError ``kit-wrong-passphrase``, ``work-factor-too-large``, ``kit-invalid``."""
    try:
        plaintext = age.unseal_with_passphrase(sealed, passphrase, "recovery kit")
    except InputError as failure:
        if failure.code != "wrong-passphrase":
            raise
        raise InputError("kit-wrong-passphrase") from None
    kind, vault_id, key = plaintext[:1], plaintext[1:17].hex(), plaintext[17:]
    if kind == bytes([_IDENTITY]) and len(key) == 32:
        return KitContent(vault_id, identity=age.identity_from_bytes(key))
    try:
        if kind == bytes([_PASSPHRASE]) and key:
            return KitContent(vault_id, passphrase=key.decode())
    except UnicodeDecodeError:
        pass
    raise InputError("kit-invalid")


def kit_rows(sealed: bytes) -> list[str]:
    """The rows to print and to type, in groups of four symbols with hyphens."""
    pieces = [sealed[start : start + _ROW_BYTES] for start in range(0, len(sealed), _ROW_BYTES)]
    rows = []
    for number, piece in enumerate(pieces, start=1):
        symbols = _symbols_of(len(piece))
        value = int.from_bytes(piece, "big") << (5 * symbols - 8 * len(piece))
        check = _check(value, number, last=number == len(pieces))
        rows.append(_grouped(base32.encode_number(value, symbols) + check))
    return rows


def qr_text(sealed: bytes) -> str:
    """What the QR code holds: the same rows without hyphens, after a word that says what they are."""
    return QR_PREFIX + "".join(kit_rows(sealed)).replace("-", "")


def parse_kit(data: bytes) -> bytes:
    """The sealed kit in a text (typed rows, or what a QR code gave) or in the PDF that was made.

    Rows may stand on lines of their own, with or without their numbers, or all in one.  Raises InputError
    ``kit-not-found``, ``kit-row`` (with the number of the row that has a typing error), ``kit-incomplete``.
    """
    if len(data) > KIT_LIMIT:
        raise InputError("kit-not-found")
    if found := _IN_PDF.search(data.replace(b"\\\n", b"")):
        return _joined(_cut(found[1].decode("ascii")))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError("kit-not-found") from None
    lines = [base32.canonical(line) for line in text.splitlines() if not line.lstrip().startswith("#")]
    lines = [line for line in lines if line]
    if not lines or len(lines) > _MOST_ROWS:
        raise InputError("kit-not-found")
    return _joined(_cut(lines[0]) if len(lines) == 1 else lines)


def _cut(symbols: str) -> list[str]:
    row = _ROW_SYMBOLS + _CHECK_SYMBOLS
    return [symbols[start : start + row] for start in range(0, len(symbols), row)]


def _joined(rows: list[str]) -> bytes:
    sealed, ended = b"", False
    for number, typed in enumerate(rows, start=1):
        for row in (typed, _without_number(typed, number)):
            if row is not None and (read := _read_row(row, number)) is not None:
                break
        else:
            raise InputError("kit-row", row=number)
        if ended:
            raise InputError("kit-row", row=number - 1)
        piece, ended = read
        sealed += piece
    if not ended:
        raise InputError("kit-incomplete", rows=len(rows))
    return sealed


def _without_number(row: str, number: int) -> str | None:
    """The row without the number that stands before it on paper."""
    return row[2:] if row.startswith(f"{number:02d}") else None


def _read_row(row: str, number: int) -> tuple[bytes, bool] | None:
    """The bytes of a row and whether it is the last one; None when it isn't the row with this number."""
    symbols, check = row[:-_CHECK_SYMBOLS], row[-_CHECK_SYMBOLS:]
    size = len(symbols) * 5 // 8
    if not 0 < size <= _ROW_BYTES or _symbols_of(size) != len(symbols):
        return None
    try:
        value = base32.decode_number(symbols)
    except ValueError:
        return None
    spare = 5 * len(symbols) - 8 * size
    for last in (False, True):
        if check == _check(value, number, last=last) and (last or size == _ROW_BYTES):
            return (value >> spare).to_bytes(size, "big"), last
    return None


def _symbols_of(size: int) -> int:
    return -(-size * 8 // 5)


def _check(value: int, number: int, *, last: bool) -> str:
    return base32.encode_number((value + number + _LAST * last) % _MODULUS, _CHECK_SYMBOLS)


def _grouped(symbols: str) -> str:
    return "-".join(symbols[start : start + 4] for start in range(0, len(symbols), 4))
