"""The ballot box."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = ()
