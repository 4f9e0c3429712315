"""What would be taken in, before anything is: for a person who has dropped files and wants to see what they are."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from review_app.model.errors import InputError
from review_app.model.nomination.sources import TABLES, find_sources
from review_app.model.nomination.table import TablePreview, table_preview
from review_app.model.nomination.unzip import read_directory
from review_app.model.workspace.submission import Problem, problem_of

LookKind = Literal["folder", "zip", "document", "table", "form", "other"]
MAX_NAMES = 2000


@dataclass(frozen=True)
class Look:
    """What is at one path.

    ``nominations`` are the names of what would be taken in, each with what keeps it from being read (None: nothing).
    ``names`` are the files of a ZIP as they were decoded, ``encoding`` says how (``utf-8``, ``cp936``); ``table`` is
    there for a table with a nomination a row; ``problem`` says why nothing of it can be taken in.
    """

    path: Path
    kind: LookKind
    nominations: list[tuple[str, Problem | None]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    encoding: str = ""
    table: TablePreview | None = None
    problem: Problem | None = None


def look_at(path: Path, mapping: Mapping[str, str] | None = None) -> Look:
    """Reads what is at ``path`` without keeping anything of it.  What is wrong is part of the answer."""
    suffix = path.suffix.lower()
    names: list[str] = []
    encoding = ""
    kind: LookKind = "other"
    table: TablePreview | None = None
    try:
        if path.is_dir():
            kind = "folder"
        elif suffix == ".zip":
            kind = "zip"
            contents = read_directory(path)
            names, encoding = contents.names[:MAX_NAMES], contents.encoding
        elif suffix == ".docx":
            kind = "document"
        elif suffix in TABLES:
            table = table_preview(path, mapping)
            kind, encoding = "table", table.encoding
    except InputError as failure:
        return Look(path, "table" if suffix in TABLES else kind, problem=problem_of(failure))
    with contextlib.ExitStack() as opened:
        sources = list(find_sources(path, opened, mapping))
        found: list[tuple[str, Problem | None]] = []
        for source in sources:
            try:
                draft = source.read()
            except InputError as failure:
                found.append((source.name, problem_of(failure)))
            else:
                found.append((source.name, problem_of(draft.damage) if draft.damage else None))
        if table is not None and [source.name for source in sources] == [path.name] and found[0][1] is None:
            kind, table = "form", None
    return Look(path, kind, found, names, encoding, table)
