"""Crockford's base 32 (crockford.com/base32.html): the alphabet of round ids, ballot cards and short forms."""

from __future__ import annotations

import re
from unicodedata import normalize

from review_app.model.text import without_hidden

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_BETWEEN = re.compile(
    "[ _\\-\u058a\u05be\u1400\u2010-\u2015\u2212\u2e17\u2e1a\u2e3a\u2e3b\u2e40\u2e5d\u301c\u3030\u30a0"
    "\ufe31\ufe32\ufe58\ufe63\uff0d\U00010ead]"
)
"""What people type between the groups of symbols: blanks, hyphens, dashes, a minus, underscores."""
_READ_AS = {symbol: value for value, symbol in enumerate(ALPHABET)} | {"O": 0, "I": 1, "L": 1}


def encode_number(value: int, symbols: int) -> str:
    """``value`` as exactly ``symbols`` upper-case symbols, most significant first."""
    if value < 0 or value >> (5 * symbols):
        raise ValueError("the number does not fit")
    return "".join(ALPHABET[value >> (5 * place) & 31] for place in reversed(range(symbols)))


def decode_number(text: str) -> int:
    """The number that ``text`` spells; raises ValueError for a symbol outside the alphabet (O, I and L are read)."""
    value = 0
    for symbol in text:
        if symbol not in _READ_AS:
            raise ValueError(symbol)
        value = value << 5 | _READ_AS[symbol]
    return value


def canonical(text: str) -> str:
    """Upper case, without hyphens, dashes and white space, O as 0, I and L as 1.  Other symbols stay as they are.

    Full-width letters, digits and hyphens, as a Chinese input method types them, are read as the plain ones (NFKC);
    invisible characters that come with a copied text are dropped.
    """
    kept = _BETWEEN.sub("", without_hidden(normalize("NFKC", text).upper()))
    return "".join(ALPHABET[_READ_AS[c]] if c in _READ_AS else c for c in kept)


def short_form(digest_hex: str) -> str:
    """First 60 bits of a digest as twelve symbols in groups of four.  For people to compare; it decides nothing."""
    symbols = encode_number(int(digest_hex[:15], 16), 12)
    return "-".join(symbols[i : i + 4] for i in range(0, 12, 4))
