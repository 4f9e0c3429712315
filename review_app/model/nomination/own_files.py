"""Files of the review itself among nominations: of a score sheet or a card nothing is kept there, not even a name."""

from __future__ import annotations

import base64
from pathlib import Path, PurePath

from review_app.model.crypto.ballot_card import parse_card
from review_app.model.errors import InputError
from review_app.model.files import os_errors
from review_app.model.nomination.draft import DraftAttachment

_BLOCK = 1 << 20
_MARKS = tuple(
    mark.encode(encoding)
    for mark in ("application/vnd.review-app.", ".scoresheet")
    for encoding in ("ascii", "utf-16-le")
)
"""What stands uncovered in every container of ours, and, as a name, in an archive of sheets, locked or not, in lower
case; no archive whose list of names is packed as well shows it."""
_IN_MAIL = base64.b64encode(b"mimetypeapplication/vnd.rev")
"""Bytes 30 to 57 of a container of ours, which end the first line of what a saved mail carries."""
_LONGEST = max(map(len, (*_MARKS, _IN_MAIL)))
_CARD = 4096


def check_is_no_own_file(path: Path, *, whole: bool = False) -> None:
    """Raises InputError ``nomination-own-file`` for a score sheet, a card, a package and the like; with ``whole`` also
    for what holds one, such as an archive that nobody can read."""
    with os_errors(path), path.open("rb") as file:
        head = file.read(_CARD)
        ours = _has_mark(head)
        before = head
        while whole and not ours and (block := file.read(_BLOCK)):
            ours, before = _has_mark(before[-_LONGEST:] + block), block
    if ours or _is_card(head):
        raise InputError("nomination-own-file", name=path.name)


def _has_mark(block: bytes) -> bool:
    lower = block.lower()
    return _IN_MAIL in block or any(mark in lower for mark in _MARKS)


def name_to_keep(item: DraftAttachment) -> str:
    """The name of a file that is not taken, as it may be kept: of one of the review itself the ending alone, for who
    wrote it may stand in the name."""
    try:
        if item.locate is not None:
            check_is_no_own_file(item.locate(), whole=True)
    except InputError as failure:
        if failure.code == "nomination-own-file":
            return f"…{PurePath(item.file_name).suffix}"
    return item.file_name


def _is_card(head: bytes) -> bool:
    try:
        parse_card(head.decode("utf-8-sig"))
    except InputError as failure:
        return failure.code == "card-several"
    except UnicodeDecodeError:
        return False
    return True
