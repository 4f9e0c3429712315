"""What holds for the whole campaign: names, facets, and what experts are told about returning their
sheets."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from pathlib import Path
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from review_app.model import canonical
from review_app.model.canonical import Record
from review_app.model.errors import InputError, UsageError
from review_app.model.files import read_limited
from review_app.model.nomination.checks import CHECKLIST, REQUIRED
from review_app.model.strict_yaml import load_yaml
from review_app.model.workspace.db import Database
from review_app.model.workspace.edits import Edits, RowChange

TEXT_LIMIT = 20_000
NAME_LIMIT = 200
ROW = "campaign"
"""The key of the one row."""


class Facet(Record, frozen=True):
    """A field of governance that nominations are spread over; an open list, given by the campaign."""

    name: str
    name_en: str = ""


class Organizer(Record, frozen=True):
    """Who holds the review."""

    name: str
    name_en: str = ""


STEPS = (
    "nominations-until",
    "shortlist-until",
    "package-by",
    "sheets-until",
    "opening-on",
    "announcement-on",
)
"""What a date can be planned for, in the order of the work."""


class PlannedDate(Record, frozen=True):
    """A day (``YYYY-MM-DD``) that the organizer has planned for a step of :data:`STEPS`.  Nothing happens by itself on
    it."""

    step: str
    date: str


class Settings(Record, frozen=True):
    """What an organizer may give in a YAML file (``review-app new --settings``).  ``objections_to``: the address that
    the announcement names for objections."""

    title: str = ""
    title_en: str = ""
    edition: str = ""
    edition_en: str = ""
    note: str = ""
    note_en: str = ""
    organizers: list[Organizer] = msgspec.field(default_factory=list)
    facets: list[Facet] = msgspec.field(default_factory=list)
    return_instructions: str = ""
    objections_to: str = ""
    planned: list[PlannedDate] = msgspec.field(default_factory=list)
    required: list[str] | UnsetType = UNSET

    @property
    def checklist(self) -> list[str]:
        """What a nomination must have: the campaign's own list (a part of ``checks.CHECKLIST``), or the usual one."""
        return list(REQUIRED) if isinstance(self.required, UnsetType) else self.required


class Campaign(Record, frozen=True):
    """The one row of its table.  ``vault_id`` says which key opens the vault, ``organizer_key`` is the
    public half of the signing key in it (base64url); an empty list of facets allows all."""

    vault_id: str
    organizer_key: str
    sample: bool
    settings: Settings


def load_settings(path: Path, *, others: Collection[str] = ()) -> Settings:
    """Settings from a YAML file; facets and organizers may be plain names.  ``others`` are keys that the file may
    have for other readers.

    Raises InputError ``yaml-invalid``, ``malformed-field`` or ``settings-invalid`` with the field.
    """
    content: Any = load_yaml(read_limited(path, 1 << 20), path.name)
    if not isinstance(content, dict):
        raise InputError("malformed-field", what=path.name, reason="not a mapping")
    content = {key: value for key, value in content.items() if key not in others}
    for field in ("facets", "organizers"):
        if isinstance(content.get(field), list):
            content[field] = [{"name": e} if isinstance(e, str) else e for e in content[field]]
    return check_settings(canonical.convert(content, Settings, path.name))


def check_settings(settings: Settings) -> Settings:
    """Returns ``settings`` when texts are within their limits and names there once; InputError
    ``settings-invalid``."""
    for field in ("title", "title_en", "edition", "edition_en", "objections_to"):
        if len(getattr(settings, field)) > NAME_LIMIT:
            raise InputError("settings-invalid", field=field)
    for field in ("note", "note_en", "return_instructions"):
        if len(getattr(settings, field)) > TEXT_LIMIT:
            raise InputError("settings-invalid", field=field)
    for field, names in (
        ("facets", [facet.name for facet in settings.facets]),
        ("organizers", [organizer.name for organizer in settings.organizers]),
    ):
        if any(not 0 < len(name.strip()) <= NAME_LIMIT for name in names) or len(set(names)) < len(names):
            raise InputError("settings-invalid", field=field)
    _check_planned(settings.planned)
    if not set(settings.checklist) <= set(CHECKLIST) or len(set(settings.checklist)) < len(
        settings.checklist
    ):
        raise InputError("settings-invalid", field="required")
    return settings


def _check_planned(planned: list[PlannedDate]) -> None:
    steps = [each.step for each in planned]
    if len(set(steps)) < len(steps) or not set(steps) <= set(STEPS):
        raise InputError("settings-invalid", field="planned")
    for each in planned:
        try:
            whole = datetime.date.fromisoformat(each.date).isoformat()
        except ValueError:
            whole = ""
        if whole != each.date:
            raise InputError("settings-invalid", field="planned")


class CampaignTable:
    """Reading and changing the campaign's row."""

    def __init__(self, db: Database, edits: Edits) -> None:
        self._db = db
        self._edits = edits

    def get(self) -> Campaign:
        """The campaign; raises InputError ``workspace-damaged``."""
        found = self._db.row("SELECT record FROM campaign")
        if found is None:
            raise InputError("workspace-damaged", name=self._db.path.name)
        return canonical.decode_stored(bytes(found[0]), Campaign, "campaign")

    def put(self, campaign: Campaign) -> None:
        """Writes the row of a new workspace."""
        self._db.run("INSERT INTO campaign VALUES (?, ?)", (ROW, canonical.encode(campaign)))

    def update(self, settings: Settings) -> None:
        """Replaces the settings, to be undone (:mod:`edits`).  What went into a round's package stays there.

        Raises UsageError ``title-missing``, InputError ``settings-invalid``.
        """
        if not settings.title.strip() or not settings.edition.strip():
            raise UsageError("title-missing")
        changed = msgspec.structs.replace(self.get(), settings=check_settings(settings))
        row = RowChange("campaign", (ROW,), (ROW, canonical.encode(changed)))
        self._edits.change("settings-changed", {"digest": canonical.digest(settings)}, [row])
