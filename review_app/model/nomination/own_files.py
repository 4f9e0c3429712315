"""Files of the review itself among nominations: of a score sheet or a card nothing is kept there, not even a name."""

from __future__ import annotations

from pathlib import Path

from review_app.model.crypto.ballot_card import parse_card
from review_app.model.errors import InputError
from review_app.model.files import os_errors

_BLOCK = 1 << 20
_MARKS = tuple(
    mark.encode(encoding)
    for mark in ("application/vnd.review-app.", ".scoresheet")
    for encoding in ("ascii", "utf-16-le")
)
"""What stands uncovered in every container of ours, and, as a name, in an archive of sheets, locked or not."""
_LONGEST = max(map(len, _MARKS))
_CARD = 4096


def check_is_no_own_file(path: Path, *, whole: bool = False) -> None:
    """Raises InputError ``nomination-own-file`` for a score sheet, a card, a package and the like; with ``whole`` also
    for what holds one, such as an archive that nobody can read."""
    with os_errors(path), path.open("rb") as file:
        head = file.read(_CARD)
        ours = any(mark in head for mark in _MARKS)
        before = head
        while whole and not ours and (block := file.read(_BLOCK)):
            joined = before[-_LONGEST:] + block
            ours, before = any(mark in joined for mark in _MARKS), block
    if ours or _is_card(head):
        raise InputError("nomination-own-file", name=path.name)


def _is_card(head: bytes) -> bool:
    try:
        parse_card(head.decode("utf-8-sig"))
    except InputError as failure:
        return failure.code == "card-several"
    except UnicodeDecodeError:
        return False
    return True
