"""Everything that was handed in, and what became of it."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = ()
