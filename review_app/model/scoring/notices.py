"""The organizer's amendments as one expert keeps them: sealed files beside the store, in order, and what of them was
looked at.

The store remembers the digest of every amendment that was taken in, so that a file which is gone is missed, and one
that comes back is no news; and, in entries that begin with the digest, which corrections were looked at and which
marked a case.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

from review_app.model.errors import EnvironmentFailure, InputError, ReviewError
from review_app.model.files import read_limited, write_atomically
from review_app.model.package.amendment import (
    AMENDMENT_FILE_LIMIT,
    Change,
    SignedAmendment,
    check_chain,
)
from review_app.model.value import Value


class NoticeTrouble(Value, frozen=True):
    """Why the amendments end before ``number``: its kept file is ``missing``, or ``damaged``, or this computer doesn't
    let it be read now (``unreadable``, with the ``failure``)."""

    number: int
    kind: Literal["missing", "damaged", "unreadable"]
    failure: ReviewError | None = None


class Notice(Value, frozen=True):
    """One change of an amendment.  ``before`` are the texts of earlier corrections to the same case, oldest first;
    ``seen`` says that nothing is left for the expert to look at."""

    number: int
    digest: str
    change: Change
    before: tuple[str, ...]
    seen: bool


class KeptAmendments:
    """Amendments 1, 2, ... as far as they can be read."""

    def __init__(self, store_file: Path, opened: Callable[[bytes], SignedAmendment]) -> None:
        """``opened`` opens and verifies the bytes of a file; raises what :func:`open_amendment` raises."""
        self._store_file = store_file
        self._opened = opened
        self.known: list[SignedAmendment] = []
        self.trouble: NoticeTrouble | None = None

    def load(self, remembered: Sequence[str]) -> None:
        """Goes on from the amendments known to those kept after them, up to the first that can't be read: a damaged
        notice must not keep an expert from the scores.  ``remembered``: what the store says was taken in."""
        count = sum(" " not in entry for entry in remembered)
        while True:
            number = len(self.known) + 1
            self.trouble = None
            try:
                content = read_limited(self._file(number), AMENDMENT_FILE_LIMIT)
                signed = self._opened(content)
                check_chain([*self.known, signed])
            except EnvironmentFailure as failure:
                self.trouble = NoticeTrouble(number, "unreadable", failure)
                return
            except InputError as failure:
                if failure.code != "file-missing":
                    self.trouble = NoticeTrouble(number, "damaged", failure)
                elif number <= count or self._file(number + 1).exists():
                    self.trouble = NoticeTrouble(number, "missing", failure)
                return
            self.known.append(signed)

    def add(self, content: bytes) -> SignedAmendment:
        """Keeps an amendment's file.  Raises what opening raises, and InputError ``amendment-gap``."""
        signed = self._opened(content)
        if any(known.digest == signed.digest for known in self.known):
            return signed
        check_chain([*self.known, signed])
        write_atomically(self._file(signed.amendment.number), content)
        self.known.append(signed)
        return signed

    def contents(self) -> list[bytes]:
        """The files of the amendments known, in order; raises what reading them raises."""
        return [read_limited(self._file(each.amendment.number), AMENDMENT_FILE_LIMIT) for each in self.known]

    def notices(self, remembered: Sequence[str]) -> list[Notice]:
        """Every change of the amendments known, in order."""
        found: list[Notice] = []
        said: dict[str, list[str]] = {}
        for signed in self.known:
            for change in signed.amendment.changes:
                earlier: tuple[str, ...] = ()
                if change.kind == "erratum":
                    earlier = tuple(said.get(change.subject, ()))
                    said.setdefault(change.subject, []).append(change.text)
                asks = (
                    change.kind == "erratum" and seen_entry(signed.digest, change.subject) not in remembered
                )
                found.append(Notice(signed.amendment.number, signed.digest, change, earlier, not asks))
        return found

    def _file(self, number: int) -> Path:
        return self._store_file.with_suffix(f".{number}.amend")


def seen_entry(digest: str, case_id: str) -> str:
    """What the store remembers of a correction that was looked at."""
    return f"{digest} {case_id}"


def marked_entry(digest: str, case_id: str) -> str:
    """What the store remembers of a case that a correction, and not the expert, marked doubtful."""
    return f"{digest} {case_id} marked"
