"""The roster of experts."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = ()
