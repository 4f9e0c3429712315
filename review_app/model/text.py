"""Text from outside: what it may look like when it is shown, and how it is compared.

What counts as hidden stands here as ranges and not as Unicode categories, whose members change with every version: the
page that checks an archive has the same ranges (``assets/verify/text.js``), and has to come to the same answer in any
browser.
"""

from __future__ import annotations

import re
import unicodedata

CONTROL = (
    "\x00-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ud800-\uf8ff\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f\U000f0000-\U0010ffff"
)
"""Control, format and private characters, lone surrogates, line and paragraph separators."""
HIDDEN = CONTROL + (
    "\xa0\u034f\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200a\u202f\u205f\u2800\u3000\u3164"
    "\ufdd0-\ufdef\ufe00-\ufe0f\uffa0\ufff0-\uffff\U0001d159\U000e0080-\U000e0fff"
)
"""Also what leaves no mark: white space other than U+0020, fillers, variation selectors."""
DRAW_LIMIT = 500
REASON_LIMIT = 500

_CONTROL = re.compile(f"[{CONTROL}]")
_HIDDEN = re.compile(f"[{HIDDEN}]")
_BLANKS = re.compile("[ \xa0\u2000-\u200a\u202f\u205f\u3000]+")


def visible(text: str, limit: int = 200) -> str:
    """``text`` on one line with nothing in it that hides, reorders or imitates: control and format characters become
    ``\\u{...}``, line breaks a space, and more than ``limit`` characters are cut with an ellipsis.

    For names in messages and logs (THREATS 15).  Letters of every script stay as they are.
    """
    shown = _CONTROL.sub(_escaped, text[:limit])
    return shown + "…" if len(text) > limit else shown


def _escaped(found: re.Match[str]) -> str:
    return " " if found[0] in "\n\t" else f"\\u{{{ord(found[0]):x}}}"


def without_hidden(text: str) -> str:
    """``text`` without the characters that leave no mark; U+0020 stays."""
    return _HIDDEN.sub("", text)


def is_blank(text: str) -> bool:
    """Whether ``text`` shows nothing to a reader."""
    return not without_hidden(text).strip(" ")


def is_reason(text: str) -> bool:
    """Whether a reason that is published is one line of at most 500 characters that shows all that it holds."""
    return len(text) <= REASON_LIMIT and _CONTROL.search(text) is None


def in_one_spelling(text: str) -> bool:
    """Whether ``text``, from which a seed follows, is in the only spelling that is accepted of it: NFC, single U+0020
    between words and none around them, nothing hidden, at most 500 characters."""
    return (
        0 < len(text) <= DRAW_LIMIT
        and unicodedata.is_normalized("NFC", text)
        and _HIDDEN.search(text) is None
        and text == text.strip(" ")
        and "  " not in text
    )


def one_spelling(text: str) -> str:
    """``text`` with its blanks and composed characters as :func:`in_one_spelling` wants them; what is hidden in it is
    left where it is, to be refused."""
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", text.strip())).strip(" ")


def storable(text: str) -> str:
    """``text`` as it can be stored and signed: lone surrogates, which UTF-8 can't carry, become U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
