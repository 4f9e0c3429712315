"""The looks that certificates had since the page was opened, to go back and forth among them; and keeping the last."""

from __future__ import annotations

import threading
from pathlib import Path

from review_app.model.workspace.certificate_look import Look, keep_look

MOST = 100


class LookSteps:
    """A line of looks with a place in it."""

    def __init__(self) -> None:
        self._looks: list[Look] = []
        self._place = -1

    def begin(self, look: Look) -> None:
        """Starts anew from ``look``."""
        self._looks, self._place = [look], 0

    def add(self, look: Look) -> None:
        """A change: what had been taken back can't be made again after it."""
        if self._place >= 0 and look == self._looks[self._place]:
            return
        self._looks = [*self._looks[: self._place + 1], look][-MOST:]
        self._place = len(self._looks) - 1

    @property
    def undoable(self) -> bool:
        """Whether there is a look before this one."""
        return self._place > 0

    @property
    def redoable(self) -> bool:
        """Whether there is one after it."""
        return self._place < len(self._looks) - 1

    def back(self) -> Look:
        """The look before; IndexError where there is none."""
        if not self.undoable:
            raise IndexError
        self._place -= 1
        return self._looks[self._place]

    def forth(self) -> Look:
        """The look after; IndexError where there is none."""
        if not self.redoable:
            raise IndexError
        self._place += 1
        return self._looks[self._place]


class LookKeeper:
    """Keeps looks in the campaign's folder, from more than one thread: an older one never takes a newer one's place."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._number = self._kept = 0

    def next(self) -> int:
        """The number of the next look to be kept."""
        with self._lock:
            self._number += 1
            return self._number

    def keep(self, folder: Path, look: Look, number: int) -> None:
        """Keeps ``look`` unless one with a higher number was kept already; raises what :func:`keep_look` raises."""
        with self._lock:
            if number > self._kept:
                keep_look(folder, look)
                self._kept = number
