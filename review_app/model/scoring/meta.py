"""What a score store remembers beside scores, as one sealed row."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from review_app.model.canonical import Record


class Exported(Record, frozen=True):
    """A sheet that was written: its revision, the two codes that the expert can compare later, and the name its file
    got, without a folder (not known of sheets written before names were kept)."""

    revision: int
    receipt: str
    delivery_code: str
    file_name: str | UnsetType = UNSET


class StoreMeta(Record, frozen=True):
    """What a store remembers beside scores.  ``amendments``: digests of those seen; ``last_case``: an id or
    nothing; ``places``: reading positions, in the interface's own words; ``affiliations``: bodies the expert belongs
    to, absent until the expert has answered that, by none too (and in rows of format 0)."""

    last_revision: int = 0
    exported: list[Exported] = msgspec.field(default_factory=list)
    amendments: list[str] = msgspec.field(default_factory=list)
    last_case: str = ""
    places: dict[str, str] = msgspec.field(default_factory=dict)
    affiliations: list[str] | UnsetType = UNSET


class MetaRow(Record, frozen=True):
    """The row: ``scope`` is the digest of the cases and criteria that the store was made for."""

    meta: StoreMeta
    scope: str
