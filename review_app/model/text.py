"""Text from outside: what it may look like when it is shown, and how it is compared."""

from __future__ import annotations

import unicodedata

_SHOWN_AS_IS = {"\n", "\t"}


def visible(text: str, limit: int = 200) -> str:
    """``text`` on one line with nothing in it that hides, reorders or imitates: control and format characters become
    ``\\u{...}``, line breaks a space, and more than ``limit`` characters are cut with an ellipsis.

    For names in messages and logs (THREATS 15).  Letters of every script stay as they are.
    """
    shown = []
    for character in text[: limit + 1]:
        if character in _SHOWN_AS_IS:
            shown.append(" ")
        elif unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}:
            shown.append(f"\\u{{{ord(character):x}}}")
        else:
            shown.append(character)
    if len(text) > limit:
        shown = [*shown[:limit], "…"]
    return "".join(shown)


def storable(text: str) -> str:
    """``text`` as it can be stored and signed: lone surrogates, which UTF-8 can't carry, become U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
