"""What is passed around as a whole and never changes."""

from __future__ import annotations

import msgspec


class Value(msgspec.Struct, frozen=True):
    """Named fields with equality, hash and repr, as of a frozen dataclass.

    A dataclass writes and compiles its methods when its module is loaded, half a millisecond each, in front of every
    first window; this takes a thirtieth of that.
    """
