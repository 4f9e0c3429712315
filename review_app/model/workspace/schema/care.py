"""What can be undone, and what can be done again."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = ()
