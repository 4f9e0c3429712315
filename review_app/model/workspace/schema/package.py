"""Packages and their parts."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = ()
