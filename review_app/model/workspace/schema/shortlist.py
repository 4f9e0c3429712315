"""The panel, its rounds and its votes."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = ()
