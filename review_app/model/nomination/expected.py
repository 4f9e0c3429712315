"""What would come in, before anything does: the nominations found, what is wrong with each, how tables are read."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Literal

from review_app.model.case import MEDIA_TYPES
from review_app.model.errors import InputError
from review_app.model.nomination.checks import examine
from review_app.model.nomination.draft import Draft, DraftAttachment, Source
from review_app.model.nomination.office import CONVERTIBLE, office_program
from review_app.model.nomination.sources import TABLES, find_sources
from review_app.model.nomination.table import TablePreview, table_preview
from review_app.model.nomination.unzip import ZipContents, read_directory
from review_app.model.progress import SILENT, Progress
from review_app.model.text import storable
from review_app.model.workspace import Workspace
from review_app.model.workspace.submission import Arrival, Problem, problem_of

Fate = Literal["complete", "incomplete", "known", "unreadable"]
Mappings = Mapping[Path, Mapping[str, str]]
"""For tables whose columns were named by hand: the field of each column."""

TEXT_LIMIT = 20_000
"""Characters of a text that are kept to be read before it is taken in."""


@dataclass(frozen=True)
class Expected:
    """One nomination that would come in; ``problems`` are what its text and names show, as attachments are only read
    when they are taken in.  ``attachments`` are those that can be taken, by their names; ``fields`` are names and
    values as they would be stored, ``text`` the case text up to :data:`TEXT_LIMIT` characters.  ``keeps`` says of an
    unreadable one that its files would be kept."""

    name: str
    arrival: Arrival
    fate: Fate
    title: str = ""
    organisation: str = ""
    attachments: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    left_out: tuple[str, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    text: str = ""
    keeps: bool = False


@dataclass(frozen=True)
class Looked:
    """Everything at the paths that were given: the nominations, and how tables and archives among them were read."""

    expected: list[Expected] = field(default_factory=list)
    tables: dict[Path, TablePreview] = field(default_factory=dict)
    archives: dict[Path, ZipContents] = field(default_factory=dict)


def look(
    workspace: Workspace, paths: Sequence[Path], mappings: Mappings | None = None, progress: Progress = SILENT
) -> Looked:
    """Reads what is at ``paths`` and changes nothing.  ``progress`` counts nominations.

    What can't be read is an :class:`Expected` that says why; EnvironmentFailure (no right to read) is raised.
    """
    found = Looked()
    with contextlib.ExitStack() as opened:
        sources: list[Source] = []
        for path in paths:
            mapping = (mappings or {}).get(path)
            of_path = list(find_sources(path, opened, mapping))
            sources += of_path
            _look_inside(path, of_path, mapping, found)
        progress.start(len(sources))
        for source in sources:
            found.expected.append(_expected(workspace, source))
            progress.step()
    return found


def _look_inside(
    path: Path, sources: Sequence[Source], mapping: Mapping[str, str] | None, found: Looked
) -> None:
    suffix = path.suffix.lower()
    with contextlib.suppress(InputError):  # said where the nominations are listed
        if suffix == ".zip" and path.is_file():
            found.archives[path] = read_directory(path)
        elif suffix in TABLES and path.is_file() and not _is_form(path, sources):
            found.tables[path] = table_preview(path, mapping)


def _is_form(path: Path, sources: Sequence[Source]) -> bool:
    """Whether the workbook is one filled form, and no table with a nomination a row."""
    if path.suffix.lower() != ".xlsx" or len(sources) != 1 or sources[0].name != path.name:
        return False
    try:
        sources[0].read()
    except InputError as failure:
        return failure.code != "table-header"
    return True


def _expected(workspace: Workspace, source: Source) -> Expected:
    name = storable(source.name)
    try:
        draft = source.read()
    except InputError as failure:
        keeps = bool(source.files()) and workspace.submissions.known(source.content) is None
        return Expected(name, source.arrival, "unreadable", problems=(problem_of(failure),), keeps=keeps)
    settings = workspace.settings
    looked = [(item, _refused(item)) for item in draft.attachments]
    failures = [wrong for _, wrong in looked if wrong is not None]
    required = [name for name in settings.checklist if name != "attachments" or not draft.attachments]
    _, problems = examine(draft.fields, draft.dossier, [], settings.facets, required, failures)
    if draft.damage is not None:
        problems = [draft.damage, *problems]
    fate: Fate = "incomplete" if problems else "complete"
    known = workspace.submissions.known(source.content)
    if known is not None and (known.edited or known.state != "received" or not problems):
        fate = "known"
    return Expected(
        name,
        source.arrival,
        fate,
        _text(draft, "title"),
        _text(draft, "organisation"),
        tuple(storable(item.file_name) for item, wrong in looked if wrong is None),
        tuple(problem_of(problem) for problem in problems),
        tuple(storable(item) for item in draft.left_out),
        tuple((each, storable(value)) for each, value in draft.fields.items() if isinstance(value, str)),
        storable(draft.dossier[:TEXT_LIMIT]),
    )


def _text(draft: Draft, name: str) -> str:
    value = draft.fields.get(name, "")
    return " ".join(storable(value).split()) if isinstance(value, str) else ""


def _refused(item: DraftAttachment) -> InputError | None:
    """Why an attachment can't be taken in, as far as its name and its place tell."""
    suffix = PurePath(item.file_name).suffix.lower()
    try:
        if suffix not in MEDIA_TYPES and not (suffix in CONVERTIBLE and office_program()):
            raise InputError("format-unsupported", name=item.file_name, suffix=suffix)
        if item.locate is not None:
            item.locate()
    except InputError as failure:
        return failure
    return None
