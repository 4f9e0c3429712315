"""Ballot cards: 110 random bits that a person can type, and everything that derives from them.

Card: 22 Crockford symbols plus two check symbols (value modulo 1021), six groups of four.  Derivation: HKDF-SHA256
(RFC 5869) with the salt ``<round id>.<organizer thumbprint>``, so that a card works for one organizer's round only.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from review_app.model.crypto import age, base32
from review_app.model.crypto.keys import public_of
from review_app.model.errors import InputError
from review_app.model.value import Value

SECRET_SYMBOLS = 22
CHECK_MODULUS = 1021
_CARD_LINE = re.compile(r"^\s*(?:card|卡号)\s*[:：]\s*(.+?)\s*$", re.IGNORECASE | re.MULTILINE)
_ROUND_LINE = re.compile(r"^\s*(?:round|轮次)\s*[:：]\s*([0-9a-zA-Z]{26})\s*$", re.IGNORECASE | re.MULTILINE)


class BallotCard(Value, frozen=True):
    """A ballot secret as it was typed or read, its check symbols verified.

    ``round_id`` only when a card file named it.
    """

    secret: str
    round_id: str | None = None

    def __repr__(self) -> str:  # without what is secret, as it may end in a log
        return f"BallotCard(round_id={self.round_id!r})"

    def printed(self) -> str:
        """Six groups of four, as on paper."""
        symbols = self.secret + _check(self.secret)
        return "-".join(symbols[i : i + 4] for i in range(0, len(symbols), 4))

    def file_text(self, title: str) -> str:
        """The text of a card file: two lines that are read again, and one for people."""
        lines = [f"# {title}", f"round: {self.round_id}"] if self.round_id else [f"# {title}"]
        return "\n".join([*lines, f"card: {self.printed()}", ""])


class BallotKeys(Value, frozen=True):
    """What one card is in one round of one organizer (PROTOCOL section 2)."""

    lookup: str
    age_identity: str
    sign_seed: bytes
    store_key: bytes
    order_key: bytes
    _derive_from: tuple[bytes, bytes] = (b"", b"")

    def __repr__(self) -> str:  # without what is secret, as it may end in a log
        return f"BallotKeys(lookup={self.lookup!r})"

    @property
    def sign_public(self) -> bytes:
        """The 32-byte public key that signs sheets: the ballot's identity."""
        return public_of(self.sign_seed)

    @property
    def recipient(self) -> str:
        """The age recipient of the card's key entry."""
        return age.recipient_of(self.age_identity)

    def remarks_nonce(self, revision: int) -> str:
        """32 bytes as hex that keep published remarks from being tied to the scores of ``revision``."""
        return _hkdf(*self._derive_from, f"remarks/{revision}").hex()

    def store_name(self) -> str:
        """A file name for the local store that a finder can't tie to the card's stub: 16 symbols."""
        tag = hmac.new(self.store_key, b"file name", hashlib.sha256).digest()
        return base32.encode_number(int.from_bytes(tag[:10], "big"), 16).lower()


def new_card(round_id: str | None = None) -> BallotCard:
    """A card from 110 fresh random bits."""
    return BallotCard(base32.encode_number(secrets.randbits(5 * SECRET_SYMBOLS), SECRET_SYMBOLS), round_id)


def parse_card(text: str) -> BallotCard:
    """Reads a typed card, or the text of a card file, whatever its case, hyphens and spaces.

    Raises InputError ``card-length`` (with the number of symbols found), ``card-symbol`` (with the symbol) or
    ``card-check`` (a typing error: nothing has been tried with it).
    """
    text = text.removeprefix("\ufeff")
    if len(text) > 4096:
        raise InputError("card-length", found=len(text), expected=24)
    found = _CARD_LINE.findall(text)
    if len(found) > 1:
        raise InputError("card-several")
    typed = (
        found[0]
        if found
        else "".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))
    )
    symbols = base32.canonical(typed)
    for symbol in symbols:
        if symbol not in base32.ALPHABET:
            raise InputError("card-symbol", symbol=symbol)
    if len(symbols) != SECRET_SYMBOLS + 2:
        raise InputError("card-length", found=len(symbols), expected=24)
    secret, check = symbols[:SECRET_SYMBOLS], symbols[SECRET_SYMBOLS:]
    if check != _check(secret):
        raise InputError("card-check")
    named = _ROUND_LINE.findall(text)
    return BallotCard(secret, named[0].lower() if named else None)


def derive(card: BallotCard, round_id: str, organizer_thumbprint: str) -> BallotKeys:
    """All keys of ``card`` in the round ``round_id`` of the organizer whose key has this thumbprint."""
    ikm, salt = card.secret.encode("ascii"), f"{round_id}.{organizer_thumbprint}".encode("ascii")
    return BallotKeys(
        lookup=_hkdf(ikm, salt, "lookup")[:16].hex(),
        age_identity=age.identity_from_bytes(_hkdf(ikm, salt, "age")),
        sign_seed=_hkdf(ikm, salt, "sign"),
        store_key=_hkdf(ikm, salt, "store"),
        order_key=_hkdf(ikm, salt, "order"),
        _derive_from=(ikm, salt),
    )


def _hkdf(ikm: bytes, salt: bytes, purpose: str) -> bytes:
    info = f"review-app/1/{purpose}".encode("ascii")
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=info).derive(ikm)


def _check(secret: str) -> str:
    return base32.encode_number(base32.decode_number(secret) % CHECK_MODULUS, 2)
