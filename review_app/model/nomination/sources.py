"""What there is to take in at a path: a folder, a folder of folders, a ZIP file of them, a document, a table."""

from __future__ import annotations

import contextlib
import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from review_app.model.case import ATTACHMENT_LIMIT, MEDIA_TYPES
from review_app.model.errors import InputError
from review_app.model.files import os_errors
from review_app.model.nomination.docx import docx_source
from review_app.model.nomination.draft import Draft, Source
from review_app.model.nomination.folder import CASE_FILE, folder_source, is_hidden
from review_app.model.nomination.handed_in import files_of
from review_app.model.nomination.office import CONVERTIBLE
from review_app.model.nomination.own_files import check_is_no_own_file
from review_app.model.nomination.table import csv_sources, xlsx_sources
from review_app.model.nomination.unzip import unpack
from review_app.model.workspace.submission import Arrival

TABLES = frozenset({".csv", ".tsv", ".txt", ".xlsx"})
_NOTES = {".yaml", ".yml", ".txt", ".md"}
"""Files beside nomination folders that describe them and are none themselves."""
_READ = {".csv", ".tsv", ".xlsx", ".docx", ".zip"}
_FORM_NAME = re.compile(r"申报|推荐|申请|报名|nominat|application|\bform\b", re.IGNORECASE)
_DEPTH = 4
_ARRIVALS: dict[str, Arrival] = {
    ".zip": "zip",
    ".docx": "docx",
    ".xlsx": "xlsx",
    ".csv": "csv",
    ".tsv": "csv",
}


def find_sources(
    path: Path, opened: contextlib.ExitStack, mapping: Mapping[str, str] | None = None
) -> Iterator[Source]:
    """The nominations at ``path``, those of a folder by name in code point order.

    What a ZIP file is unpacked into lives as long as ``opened``.  ``mapping`` names the fields of tables' columns.
    """
    if path.is_dir():
        yield from _folder(path, opened, mapping, 0)
    else:
        yield from _file(path, opened, mapping)


def _folder(
    folder: Path, opened: contextlib.ExitStack, mapping: Mapping[str, str] | None, depth: int
) -> Iterator[Source]:
    if (folder / CASE_FILE).is_file():
        yield folder_source(folder)
        return
    with os_errors(folder):
        inside = sorted(child for child in folder.iterdir() if not is_hidden(child.name))
        folders = [child for child in inside if child.is_dir() and not child.is_symlink()]
    files = [child for child in inside if child not in folders]
    readable = [child for child in files if child.suffix.lower() in _READ]
    if depth and not readable and not (folders and depth < _DEPTH):
        yield folder_source(folder)  # which says that the case file is missing
        return
    if not depth and not readable and not folders:
        yield folder_source(folder)
        return
    form = None if folders else _form_among(readable)
    if form is not None:
        beside = [child for child in files if child != form and child.suffix.lower() not in _NOTES]
        yield from _guarded(form, lambda: _of_form(form, beside, mapping), beside)
        return
    for child in inside:
        if child in folders:
            yield from _folder(child, opened, mapping, depth + 1)
        elif child.suffix.lower() not in _NOTES:
            yield from _file(child, opened, mapping)


def _form_among(readable: Sequence[Path]) -> Path | None:
    """The one document that is the nomination among attachments; None when there is none, or several could be."""
    documents = [child for child in readable if child.suffix.lower() == ".docx"]
    if len(documents) == len(readable) == 1:
        return documents[0]
    named = [
        child
        for child in readable
        if _FORM_NAME.search(child.stem) and child.suffix.lower() in (".docx", ".xlsx")
    ]
    others = [child for child in readable if child not in named]
    return named[0] if len(named) == 1 and all(child.suffix.lower() == ".docx" for child in others) else None


def _of_form(form: Path, beside: Sequence[Path], mapping: Mapping[str, str] | None) -> list[Source]:
    if form.suffix.lower() == ".docx":
        return [docx_source(form, beside)]
    return xlsx_sources(form, mapping, beside)


def _file(path: Path, opened: contextlib.ExitStack, mapping: Mapping[str, str] | None) -> Iterator[Source]:
    suffix = path.suffix.lower()
    if suffix == ".zip":
        yield from _guarded(path, lambda: _zip(path, opened, mapping))
    elif suffix == ".docx":
        yield from _guarded(path, lambda: [docx_source(path)])
    elif suffix == ".xlsx":
        yield from _guarded(path, lambda: xlsx_sources(path, mapping))
    elif suffix in TABLES:
        yield from _guarded(path, lambda: csv_sources(path, mapping))
    else:
        yield from _guarded(path, lambda: _unknown(path))


def _zip(path: Path, opened: contextlib.ExitStack, mapping: Mapping[str, str] | None) -> list[Source]:
    folder = unpack(path, opened)
    return [replace(source, arrival="zip") for source in _folder(folder, opened, mapping, 0)]


def _guarded(
    path: Path, sources: Callable[[], list[Source]], beside: Sequence[Path] = ()
) -> Iterator[Source]:
    """``sources``, or one that says why there are none."""
    try:
        if path.is_file():
            check_is_no_own_file(path)
        yield from sources()
    except InputError as failure:
        yield _unreadable(path, failure, beside)


def _unknown(path: Path) -> list[Source]:
    if not path.exists():
        raise InputError("file-missing", name=path.name)
    suffix = path.suffix.lower()
    if suffix in MEDIA_TYPES or suffix in CONVERTIBLE:
        raise InputError("attachment-alone", name=path.name)
    raise InputError("nomination-format", name=path.name, suffix=suffix)


def _unreadable(path: Path, failure: InputError, beside: Sequence[Path]) -> Source:
    """One that ``failure`` is said of, with all that was handed in; nothing where it is ours, or not there."""
    digest = hashlib.sha256(f"{path.name}\0".encode("utf-8", "replace"))
    with os_errors(path):
        there = path.is_file()
        small = there and path.stat().st_size <= ATTACHMENT_LIMIT
        digest.update(path.read_bytes() if small else failure.code.encode())
    try:
        if there:
            check_is_no_own_file(path, whole=True)
    except InputError as ours:
        failure, there = ours, False

    def read() -> Draft:
        raise failure

    files = files_of(path, *beside) if there else list
    return Source(path.name, digest.hexdigest(), read, _ARRIVALS.get(path.suffix.lower(), "file"), files)
