"""What a file is, by what it holds: mail and chat programs rename, so a name says nothing."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from review_app.model.container import Container
from review_app.model.crypto.ballot_card import parse_card
from review_app.model.errors import InputError
from review_app.model.files import os_errors
from review_app.model.package.amendment import AMENDMENT_MIMETYPE
from review_app.model.package.manifest import PACKAGE_MIMETYPE
from review_app.model.package.parts import PART_MIMETYPE, is_part
from review_app.model.publish.award import is_statement
from review_app.model.scoring.backup import BACKUP_MIMETYPE
from review_app.model.scoring.sheet import SHEET_MIMETYPE

ARCHIVE_MIMETYPE = b"application/vnd.review-app.results"
"""Here and not beside the archive's writer, which loads numpy: a window on a package would wait for it."""

_HEAD = 4096
_FIRST_NAME = slice(30, 38)
"""Where the first member of ours has its name: behind its header of 30 bytes."""


class FileKind(StrEnum):
    """The files this program reads."""

    PACKAGE = "casepkg"
    PART = "casepart"
    SHEET = "scoresheet"
    AMENDMENT = "amend"
    ARCHIVE = "results"
    CERTIFICATE = "certificate"
    STATEMENT = "statement"
    BACKUP = "scorebackup"
    CARD = "card"


_BY_MIMETYPE = {
    PACKAGE_MIMETYPE: FileKind.PACKAGE,
    PART_MIMETYPE: FileKind.PART,
    SHEET_MIMETYPE: FileKind.SHEET,
    AMENDMENT_MIMETYPE: FileKind.AMENDMENT,
    ARCHIVE_MIMETYPE: FileKind.ARCHIVE,
    BACKUP_MIMETYPE: FileKind.BACKUP,
}


def file_kind(path: Path) -> FileKind:
    """What the file at ``path`` is.

    Raises InputError ``unknown-file``, for damaged files of ours what reading the container raises, and what the
    system says of a file that can't be read.
    """
    head = file_head(path)
    if head.startswith(b"%PDF-"):
        return FileKind.CERTIFICATE
    if head.startswith(b"PK"):
        if is_part(path):  # whole or not: what is wrong with it is said where the others are looked for
            return FileKind.PART
        if head[_FIRST_NAME] != b"mimetype":  # a document of an office program, a folder packed by hand
            raise InputError("unknown-file", name=path.name)
        with Container.open(path) as container:
            first = container.entries[0]
            mimetype = (
                container.read(first.name, 100) if first.name == "mimetype" and first.size < 100 else b""
            )
        if mimetype in _BY_MIMETYPE:
            return _BY_MIMETYPE[mimetype]
        raise InputError("unknown-file", name=path.name)
    if is_statement(head):
        return FileKind.STATEMENT
    try:
        parse_card(head.decode("utf-8-sig"))
    except (InputError, UnicodeDecodeError) as failure:
        raise InputError("unknown-file", name=path.name) from failure
    return FileKind.CARD


def file_head(path: Path) -> bytes:
    """The first 4 KiB of a file."""
    with os_errors(path), path.open("rb") as file:
        return file.read(_HEAD)
