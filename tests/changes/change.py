"""What a change is, and those that several kinds of changes are made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from review_app.model.crypto.base32 import short_form
from tests.forger import Forger

Change = Callable[[Forger], None]
Case = tuple[str, Change, str, dict[str, object]]
"""What is changed, the change, the code of the finding that has to name it, and parameters it has to have."""


def short(digest: str) -> str:
    """A digest as findings name it."""
    return short_form(digest)


def exchanged(items: list[Any], place: int, item: object) -> list[Any]:
    """``items`` with another one at ``place``."""
    return [*items[:place], item, *items[place + 1 :]]


def stating(**fields: object) -> Change:
    """Other fields of the results."""
    return lambda forger: forger.change(**fields)


def of_terms(**fields: object) -> Change:
    """Other fields of the terms."""
    return lambda forger: forger.terms(**fields)


def part(name: str, content: bytes) -> Change:
    """Another content of a part, or one part more."""

    def change(forger: Forger) -> None:
        forger.parts[name] = content

    return change
