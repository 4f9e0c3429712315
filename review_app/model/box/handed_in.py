"""Files and folders as they are dropped on the box: read one after the other, each told what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from review_app.model.box.ballot_box import Arrival
from review_app.model.errors import EnvironmentFailure, InputError, ReviewError
from review_app.model.files import os_errors, read_limited
from review_app.model.progress import Progress
from review_app.model.scoring.sheet import SHEET_FILE_LIMIT
from review_app.model.value import Value


class HandedIn(Value, frozen=True):
    """One file: its name, for the person who dropped it and nowhere else, and what became of it.

    ``refusal`` says why it was not taken, and is None for one that was, or that was in the box already.
    """

    name: str
    arrival: Arrival | None
    refusal: ReviewError | None


class TakenIn(Value, frozen=True):
    """What a drop came to, and how many sheets are in the box now."""

    files: tuple[HandedIn, ...]
    inside: int
    late: int

    @property
    def taken(self) -> int:
        """New sheets, late ones included."""
        return sum(file.arrival in (Arrival.TAKEN, Arrival.LATE) for file in self.files)

    @property
    def known(self) -> int:
        """Sheets that were in the box already, byte for byte."""
        return sum(file.arrival is Arrival.KNOWN for file in self.files)

    @property
    def refused(self) -> list[HandedIn]:
        """Files that were not taken in."""
        return [file for file in self.files if file.refusal is not None]


def sheet_files(paths: Sequence[Path]) -> list[Path]:
    """The files given, and those in the folders given at any depth, sorted by name.

    Raises InputError ``file-missing``, EnvironmentFailure ``no-permission``.
    """
    found: list[Path] = []
    for path in paths:
        with os_errors(path):
            if path.is_dir():
                found += sorted(file for file in path.rglob("*") if file.is_file())
            elif path.exists():
                found.append(path)
            else:
                raise InputError("file-missing", name=path.name)
    return found


def contents_of(files: Sequence[Path], unread: dict[int, ReviewError], progress: Progress) -> Iterator[bytes]:
    """The content of each file, one in memory at a time; of one that can't be read nothing, and the reason goes into
    ``unread`` under its place."""
    progress.start(len(files))
    for place, file in enumerate(files):
        content = b""
        try:
            content = read_limited(file, SHEET_FILE_LIMIT)
        except (InputError, EnvironmentFailure) as refusal:
            # What is too large for a sheet is refused as any other file that is none.
            unread[place] = InputError("not-a-sheet") if refusal.code == "file-too-large" else refusal
        yield content
        progress.step()


def told(
    files: Sequence[Path], arrivals: Sequence[Arrival | InputError], unread: dict[int, ReviewError]
) -> tuple[HandedIn, ...]:
    """What became of each file."""
    handed = []
    for place, (file, arrival) in enumerate(zip(files, arrivals, strict=True)):
        refusal = unread.get(place) or (arrival if isinstance(arrival, InputError) else None)
        handed.append(HandedIn(file.name, arrival if isinstance(arrival, Arrival) else None, refusal))
    return tuple(handed)
