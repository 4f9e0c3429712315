"""A package read from its parts where they lie: nothing is put together on the disk."""

from __future__ import annotations

import io
import os
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

from review_app.model.errors import InputError
from review_app.model.files import os_errors
from review_app.model.package.parts import Part, gather_parts
from review_app.model.progress import SILENT, Progress

_OPEN_AT_ONCE = 16


class Joined(io.RawIOBase):
    """The package that parts come to, to be read from any place; at most sixteen of the files are open at a time."""

    def __init__(self, parts: Sequence[Part], passed_over: Sequence[Part] = ()) -> None:
        super().__init__()
        self.parts = list(parts)
        self.passed_over = list(passed_over)
        """Files that say they are one of the parts, and are not."""
        self._slice = parts[0].header.part_size
        self._length = parts[0].header.package_size
        self._position = 0
        self._open: OrderedDict[int, BinaryIO] = OrderedDict()

    def readable(self) -> bool:
        """Yes."""
        return True

    def seekable(self) -> bool:
        """Yes."""
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Goes to a place and returns it."""
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._position, os.SEEK_END: self._length}[whence]
        self._position = max(0, start + offset)
        return self._position

    def tell(self) -> int:
        """The place."""
        return self._position

    def read(self, size: int = -1) -> bytes:
        """Up to ``size`` bytes from here, over as many parts as that takes."""
        left = self._length - self._position
        wanted = left if size < 0 else min(size, left)
        found = []
        while wanted > 0:
            place, within = divmod(self._position, self._slice)
            part = self.parts[place]
            count = min(wanted, part.header.size - within)
            file = self._file(place)
            file.seek(part.offset + within)
            block = file.read(count)
            if len(block) != count:  # cut off since it was found
                raise InputError("part-damaged", name=part.path.name)
            found.append(block)
            self._position += count
            wanted -= count
        return found[0] if len(found) == 1 else b"".join(found)

    def close(self) -> None:
        """Closes all files."""
        for file in self._open.values():
            file.close()
        self._open.clear()
        super().close()

    def blame(self, start: int, end: int) -> InputError | None:
        """InputError ``part-damaged`` for the first damaged part that has bytes from ``start`` to ``end``, or None."""
        touched = range(start // self._slice, min(-(-end // self._slice), len(self.parts)))
        for place in touched:
            part = self.parts[place]
            if not part.sound():
                return InputError("part-damaged", name=part.path.name)
        return None

    def damaged(self, progress: Progress = SILENT) -> list[Part]:
        """Every part whose slice isn't what its header says.  ``progress`` counts parts."""
        progress.start(len(self.parts))
        bad = []
        for part in self.parts:
            if not part.sound():
                bad.append(part)
            progress.step()
        return bad

    def _file(self, place: int) -> BinaryIO:
        if place in self._open:
            self._open.move_to_end(place)
            return self._open[place]
        path = self.parts[place].path
        with os_errors(path):
            file = path.open("rb")
        self._open[place] = file
        if len(self._open) > _OPEN_AT_ONCE:
            self._open.popitem(last=False)[1].close()
        return file


def open_joined(path: Path, beside: Iterable[Path] = ()) -> Joined:
    """The package that the part in ``path`` belongs to; raises what :func:`gather_parts` raises."""
    return Joined(*gather_parts(path, beside))
