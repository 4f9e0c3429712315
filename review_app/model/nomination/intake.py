"""Stage 1: everything that was handed in, each accepted, named a duplicate, or refused with a reason."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from review_app.model.errors import InputError
from review_app.model.nomination.checks import check_draft
from review_app.model.nomination.docx import docx_source
from review_app.model.nomination.draft import Draft, Source
from review_app.model.nomination.duplicates import DuplicateFinder, match_key
from review_app.model.nomination.folder import CASE_FILE, folder_source, is_hidden
from review_app.model.nomination.table import csv_sources, xlsx_sources
from review_app.model.progress import SILENT, Progress
from review_app.model.text import storable
from review_app.model.workspace import Workspace
from review_app.model.workspace.nominations import IntakeParam, IntakeResult

_NOTES = {".yaml", ".yml", ".txt", ".md"}
"""Files beside nomination folders that describe them and are none themselves."""


def take_in(
    workspace: Workspace,
    paths: Iterable[Path],
    *,
    allow_similar: bool = False,
    progress: Progress = SILENT,
) -> list[IntakeResult]:
    """Takes in folders with ``case.md``, folders of such folders, ``.docx``, ``.xlsx`` and ``.csv``.

    Each nomination is one transaction: after a crash it is in as a whole or not at all, and taking the same paths in
    again is harmless.  With ``allow_similar`` a text close to another one is accepted (somebody has looked).
    ``progress`` counts nominations.  What can't be read is a result, not an exception; EnvironmentFailure (disk full
    and the like) is raised.
    """
    sources = [source for path in paths for source in find_sources(path)]
    facets = workspace.settings.facets
    finder = DuplicateFinder(workspace.nominations)
    results: list[IntakeResult] = []
    progress.start(len(sources))
    for source in sources:
        name = storable(source.name)
        try:
            draft = source.read()
            case, contents = check_draft(draft, facets)
        except InputError as failure:
            result = IntakeResult(name, "refused", "", failure.code, _params(failure.params))
            workspace.nominations.note(result, source.content)
        else:
            duplicate = finder.find(case, near=not allow_similar)
            if duplicate is not None:
                params: dict[str, IntakeParam] = {
                    "other": duplicate.other,
                    "similarity": duplicate.similarity,
                }
                result = IntakeResult(name, "duplicate", duplicate.other, duplicate.code, params)
                workspace.nominations.note(result, source.content)
            else:
                result = _accepted(name, case.id, draft)
                for content in contents.values():
                    workspace.blobs.put(content)
                key = match_key(case.title, case.organisation)
                workspace.nominations.add(case, key, result, source.content)
                finder.add(case)
        results.append(result)
        progress.step()
    return results


def find_sources(path: Path) -> Iterator[Source]:
    """The nominations at ``path``, those of a folder by name in code point order."""
    if path.is_dir() and not (path / CASE_FILE).is_file():
        inside = sorted(child for child in path.iterdir() if not is_hidden(child.name))
        if not any(child.is_dir() or child.suffix.lower() in _READERS for child in inside):
            yield folder_source(path)
            return
        for child in inside:
            if child.is_dir():
                yield folder_source(child)
            elif child.suffix.lower() not in _NOTES:
                yield from _file_sources(child)
    elif path.is_dir():
        yield folder_source(path)
    else:
        yield from _file_sources(path)


def _file_sources(path: Path) -> Iterator[Source]:
    try:
        yield from _READERS.get(path.suffix.lower(), _unknown)(path)
    except InputError as failure:
        yield _unreadable(path, failure)


def _unknown(path: Path) -> list[Source]:
    if not path.exists():
        raise InputError("file-missing", name=path.name)
    raise InputError("nomination-format", name=path.name, suffix=path.suffix.lower())


_READERS: dict[str, Callable[[Path], list[Source]]] = {
    ".csv": csv_sources,
    ".xlsx": xlsx_sources,
    ".docx": lambda path: [docx_source(path)],
}


def _unreadable(path: Path, failure: InputError) -> Source:
    def read() -> Draft:
        raise failure

    digest = hashlib.sha256(f"{path.name}\0{failure.code}".encode("utf-8", "replace")).hexdigest()
    return Source(path.name, digest, read)


def _accepted(name: str, case_id: str, draft: Draft) -> IntakeResult:
    code = f"repaired-{draft.repair}" if draft.repair else "left-out" if draft.left_out else ""
    params: dict[str, IntakeParam] = {"left_out": [storable(item) for item in draft.left_out]} if code else {}
    return IntakeResult(name, "accepted", case_id, code, params)


def _params(params: dict[str, object]) -> dict[str, IntakeParam]:
    """Parameters of an error as an intake record can hold them."""
    return {name: _param(value) for name, value in params.items()}


def _param(value: object) -> IntakeParam:
    if isinstance(value, list):
        return [storable(str(element)) for element in value]
    return value if isinstance(value, int) else storable(str(value))
