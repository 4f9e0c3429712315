"""Nominations as folders: ``case.md`` (YAML front matter, then Markdown) with its attachments beside it."""

from __future__ import annotations

import hashlib
import stat
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

from review_app.model.case import ATTACHMENT_LIMIT, DOSSIER_LIMIT
from review_app.model.errors import InputError
from review_app.model.files import os_errors, read_limited
from review_app.model.nomination.draft import Draft, DraftAttachment, Source
from review_app.model.nomination.own_files import name_to_keep
from review_app.model.nomination.text import decode_text
from review_app.model.strict_yaml import load_yaml

CASE_FILE = "case.md"
_MARK = "---"


def folder_source(folder: Path) -> Source:
    """The nomination in ``folder``; reading it raises InputError ``case-file-missing`` and what is below."""
    file = folder / CASE_FILE
    content = hashlib.sha256(folder.name.encode("utf-8", "replace") + b"\0")
    if file.is_file():
        content.update(read_limited(file, DOSSIER_LIMIT * 2))
    else:
        content.update("\0".join(sorted(_names(folder))).encode("utf-8", "replace"))
    return Source(
        folder.name, content.hexdigest(), lambda: read_folder(folder), files=lambda: _files_in(folder)
    )


def read_folder(folder: Path) -> Draft:
    """The draft in ``folder``.

    Raises InputError ``case-file-missing``, ``front-matter-missing``, ``front-matter-invalid`` (with the line),
    ``field-form`` and what :func:`decode_text` raises.
    """
    file = folder / CASE_FILE
    if not file.is_file():
        raise InputError("case-file-missing", name=folder.name)
    decoded = decode_text(read_limited(file, DOSSIER_LIMIT * 2), CASE_FILE, keep_damaged=True)
    try:
        fields, dossier = _split(decoded.text)
    except InputError as failure:
        raise decoded.damage or failure from failure
    listed = fields.pop("attachments", "")
    if listed != "" and not isinstance(listed, list):
        raise InputError("field-form", field="attachments")
    attachments = [_attachment(folder, item) for item in listed or []]
    named = {unicodedata.normalize("NFC", item.file_name) for item in attachments} | {CASE_FILE}
    left_out = [name for name in sorted(_names(folder)) if name not in named and not is_hidden(name)]
    others = [_beside(folder, name) for name in left_out]
    shown = [name_to_keep(item) for item in others]
    return Draft(fields, dossier, attachments, shown, decoded.repair, decoded.damage, others)


def _files_in(folder: Path) -> list[DraftAttachment]:
    """Everything in ``folder`` that somebody put there, folders of it by their names."""
    return [_beside(folder, name) for name in sorted(_names(folder)) if not is_hidden(name)]


def _beside(folder: Path, name: str) -> DraftAttachment:
    return DraftAttachment(name, "", reader_beside(folder, name), locator_beside(folder, name))


def is_hidden(name: str) -> bool:
    """Whether a name is that of something systems and office programs leave lying about."""
    return name.startswith((".", "~$")) or name.casefold() in {"thumbs.db", "desktop.ini", "__macosx"}


def reader_beside(folder: Path, file_name: str) -> Callable[[], bytes]:
    """Reads an attachment that lies in ``folder`` (see :func:`locator_beside`)."""
    locate = locator_beside(folder, file_name)
    return lambda: read_limited(locate(), ATTACHMENT_LIMIT)


def locator_beside(folder: Path, file_name: str) -> Callable[[], Path]:
    """Finds an attachment that lies in ``folder``: a regular file, no link.

    It raises InputError ``attachment-missing``, ``attachment-too-large``.  The name is checked before it is called
    (see :func:`review_app.model.nomination.attachments.safe_name`).
    """

    def locate() -> Path:
        path = _names(folder).get(unicodedata.normalize("NFC", file_name))
        found = path.lstat() if path is not None else None
        if path is None or found is None or not stat.S_ISREG(found.st_mode):
            raise InputError("attachment-missing", name=file_name)
        if found.st_size > ATTACHMENT_LIMIT:
            raise InputError(
                "attachment-too-large", name=file_name, limit=ATTACHMENT_LIMIT >> 20, size=found.st_size
            )
        return path

    return locate


def _names(folder: Path) -> dict[str, Path]:
    """Entries of ``folder`` by their composed name: macOS hands out decomposed ones."""
    with os_errors(folder):
        return {unicodedata.normalize("NFC", path.name): path for path in folder.iterdir()}


def _split(text: str) -> tuple[dict[str, Any], str]:
    lines = text.split("\n")
    if lines[0].rstrip() != _MARK:
        raise InputError("front-matter-missing", name=CASE_FILE)
    ends = [number for number, line in enumerate(lines) if number and line.rstrip() == _MARK]
    if not ends:
        raise InputError("front-matter-invalid", name=CASE_FILE, line=len(lines))
    end = ends[0]
    try:
        fields = load_yaml("\n".join(lines[1:end]).encode(), CASE_FILE, scalars_as_text=True)
    except InputError as failure:
        line_number = int(str(failure.params.get("line", 1))) + 1
        raise InputError("front-matter-invalid", name=CASE_FILE, line=line_number) from failure
    if not isinstance(fields, dict):
        raise InputError("front-matter-invalid", name=CASE_FILE, line=2)
    return fields, "\n".join(lines[end + 1 :])


def _attachment(folder: Path, item: Any) -> DraftAttachment:
    if not isinstance(item, dict) or not {"file"} <= set(item) <= {"file", "title"}:
        raise InputError("field-form", field="attachments")
    name, title = item["file"], item.get("title", "")
    if not isinstance(name, str) or not isinstance(title, str):
        raise InputError("field-form", field="attachments")
    return DraftAttachment(name, title, reader_beside(folder, name), locator_beside(folder, name))
