"""Attachments on their way into the workspace: checked, converted where that is possible, and kept."""

from __future__ import annotations

import io
import os
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import BinaryIO

from review_app.model.case import Attachment
from review_app.model.errors import InputError
from review_app.model.files import os_errors
from review_app.model.nomination.attachments import check_stream, media_type_for, safe_name
from review_app.model.nomination.draft import DraftAttachment
from review_app.model.nomination.office import CONVERTIBLE, to_pdf
from review_app.model.nomination.own_files import check_is_no_own_file, name_to_keep
from review_app.model.text import storable
from review_app.model.workspace.blobs import Blobs
from review_app.model.workspace.submission import BrokenAttachment, KeptFile, problem_of

MAX_ATTACHMENTS = 50
TITLE_LIMIT = 200


@dataclass
class Received:
    """What became of the attachments of one nomination, in the order in which they were named."""

    attachments: list[Attachment] = field(default_factory=list)
    broken: list[BrokenAttachment] = field(default_factory=list)
    failures: list[InputError] = field(default_factory=list)
    converted: list[str] = field(default_factory=list)
    kept: list[KeptFile] = field(default_factory=list)


def receive_all(
    items: Iterable[DraftAttachment],
    blobs: Blobs,
    there: Iterable[Attachment] = (),
    others: Iterable[DraftAttachment] = (),
) -> Received:
    """Keeps what can be shown among ``items``; ``there`` are attachments whose names are taken.

    The bytes of what can't be shown are kept as well, for the organizer alone, and so are those of ``others``, and of
    documents that were converted: at most 50 files, none larger than an attachment may be.

    Failures: ``too-many-attachments``, ``attachment-name``, ``attachment-twice``, ``format-unsupported``,
    ``attachment-missing``, ``attachment-not-converted``, ``field-form``, ``field-too-long`` and what
    :func:`review_app.model.nomination.attachments.check_content` raises.
    """
    found = Received()
    names = {item.file_name.casefold() for item in there}
    for number, item in enumerate(items):
        try:
            if number + len(names) - len(found.attachments) >= MAX_ATTACHMENTS:
                raise InputError("too-many-attachments", limit=MAX_ATTACHMENTS)
            attachment = _receive(item, names, blobs, found)
        except InputError as failure:
            name = name_to_keep(item)
            ours = name != item.file_name
            why = InputError("nomination-own-file", name=name) if ours else failure
            title = item.title if isinstance(item.title, str) and not ours else ""
            found.failures.append(why)
            found.broken.append(BrokenAttachment(storable(name), storable(title), problem_of(why)))
            set_aside(item, blobs, found.kept)
        else:
            found.attachments.append(attachment)
    for item in others:
        set_aside(item, blobs, found.kept)
    return found


def set_aside(item: DraftAttachment, blobs: Blobs, kept: list[KeptFile]) -> bool:
    """Keeps the bytes of ``item`` as they are, among ``kept``; False for what is not there or too large, or one too
    many.  Of an empty file there is nothing to keep."""
    if len(kept) >= MAX_ATTACHMENTS:
        return False
    try:
        if item.locate is None:
            content = item.read()
            size, digest = len(content), blobs.receive(io.BytesIO(content)) if content else ""
        else:
            path = item.locate()
            check_is_no_own_file(path, whole=True)
            with os_errors(path), path.open("rb") as file:
                size = os.fstat(file.fileno()).st_size
                digest = blobs.receive(file) if size else ""
    except InputError:
        return False
    name = storable(item.file_name)
    title = " ".join(storable(item.title).split())[:TITLE_LIMIT] if isinstance(item.title, str) else ""
    if size and all((file.file_name, file.digest) != (name, digest) for file in kept):
        kept.append(KeptFile(name, title, size, digest))
    return True


def _receive(item: DraftAttachment, names: set[str], blobs: Blobs, found: Received) -> Attachment:
    name = safe_name(item.file_name)
    if name.casefold() in names:
        raise InputError("attachment-twice", name=name)
    names.add(name.casefold())
    title = " ".join(unicodedata.normalize("NFC", storable(item.title)).split())
    title = title or re.sub(r"\.[^.]*$", "", name)
    suffix = PurePath(name).suffix.lower()
    if suffix in CONVERTIBLE:
        content = to_pdf(item.read(), name)
        found.converted.append(name)
        set_aside(item, blobs, found.kept)
        name = _free(f"{name[: -len(suffix)]}.pdf", names)
        names.add(name.casefold())
        return _keep(name, title, io.BytesIO(content), len(content), blobs)
    media_type_for(name)
    if item.locate is None:
        content = item.read()
        return _keep(name, title, io.BytesIO(content), len(content), blobs)
    path = item.locate()
    with os_errors(path), path.open("rb") as file:
        return _keep(name, title, file, os.fstat(file.fileno()).st_size, blobs)


def _free(name: str, names: set[str]) -> str:
    """``name``, or ``name`` with a number where another attachment is called so."""
    if name.casefold() not in names:
        return name
    stem = name.removesuffix(".pdf")
    return next(
        candidate
        for number in range(2, MAX_ATTACHMENTS + 3)
        if (candidate := f"{stem}-{number}.pdf").casefold() not in names
    )


def _keep(name: str, title: str, file: BinaryIO, size: int, blobs: Blobs) -> Attachment:
    media_type = check_stream(name, file, size)
    if len(title) > TITLE_LIMIT:
        raise InputError("field-too-long", field="attachments", limit=TITLE_LIMIT)
    file.seek(0)
    return Attachment(name, title, media_type, size, blobs.receive(file))


def attachment_from(path: Path, title: str = "") -> DraftAttachment:
    """The file at ``path`` as an attachment, for somebody who adds it by hand."""
    from review_app.model.nomination.folder import locator_beside, reader_beside

    beside = path.absolute().parent
    return DraftAttachment(
        path.name, title, reader_beside(beside, path.name), locator_beside(beside, path.name)
    )
