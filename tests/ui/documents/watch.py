"""Instruments for hostile documents: a heartbeat, a listener, and eyes on opened files and child processes."""

from __future__ import annotations

import contextlib
import ctypes
import os
import socket
import struct
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from tests.conftest import REPOSITORY

VECTORS = REPOSITORY / "tests" / "vectors"
LONGEST_GAP = 0.5 * float(os.environ.get("REVIEW_APP_TEST_SLACK", "1"))
"""Seconds that the window may be without a turn.  REVIEW_APP_TEST_SLACK stretches it on a crowded machine."""


def spin(until: Callable[[], bool], limit: float = 20.0) -> bool:
    """Runs the event loop until ``until()`` or ``limit`` seconds; says whether it came true."""
    loop = QEventLoop()
    end = time.monotonic() + limit
    while not until():
        if time.monotonic() > end:
            return False
        QTimer.singleShot(10, loop.quit)
        loop.exec()
    return True


def rest(seconds: float) -> None:
    """Runs the event loop for a while."""
    spin(lambda: False, seconds)


class Heartbeat:
    """Beats every 20 ms while it is on; ``longest`` is the longest silence in seconds."""

    def __init__(self) -> None:
        self.longest = 0.0
        self.beats = 0
        self._last = time.monotonic()
        self._timer = QTimer(interval=20)
        self._timer.timeout.connect(self._beat)

    def _beat(self) -> None:
        now = time.monotonic()
        self.longest = max(self.longest, now - self._last)
        self._last = now
        self.beats += 1

    def __enter__(self) -> Heartbeat:
        self._last = time.monotonic()
        self._timer.start()
        return self

    def __exit__(self, *failure: object) -> None:
        self._beat()
        self._timer.stop()


def longest_gap(scene: Callable[[], None]) -> float:
    """The longest silence of the window while ``scene`` plays; the better of two tries if the first was slow."""
    gaps = []
    for _ in range(2):
        QApplication.processEvents()
        with Heartbeat() as heart:
            scene()
        assert heart.beats > 3
        gaps.append(heart.longest)
        if gaps[-1] < LONGEST_GAP:
            break
    return min(gaps)


class Listener:
    """A loop-back port that counts who calls."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._socket.setblocking(False)
        self.port: int = self._socket.getsockname()[1]

    @property
    def calls(self) -> int:
        """Connections made so far."""
        count = 0
        with contextlib.suppress(BlockingIOError):
            while True:
                connection, _ = self._socket.accept()
                connection.close()
                count += 1
        return count

    def close(self) -> None:
        self._socket.close()


class Opened:
    """Sees every ``open`` of Python code in this process, and (Linux) everybody's of the files in one folder."""

    _hooked = False
    _now: Opened | None = None

    def __init__(self, folder: Path) -> None:
        self.by_python: list[str] = []
        self._inotify = -1
        if sys.platform == "linux":
            library = ctypes.CDLL(None, use_errno=True)
            self._inotify = library.inotify_init1(os.O_NONBLOCK)
            assert self._inotify >= 0
            in_open = 0x20
            assert library.inotify_add_watch(self._inotify, os.fsencode(folder), in_open) >= 0
        if not Opened._hooked:
            sys.addaudithook(Opened._see)  # there is no way to take it out again
            Opened._hooked = True
        Opened._now = self

    @staticmethod
    def _see(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and Opened._now is not None and isinstance(arguments[0], str | bytes):
            Opened._now.by_python.append(os.fsdecode(arguments[0]))

    @property
    def strange(self) -> list[str]:
        """What Python code opened outside the program, its interpreter and the null device."""
        ours = [REPOSITORY, Path(sys.prefix), Path(sys.base_prefix)]
        ours += [each.resolve() for each in ours]
        return [
            name
            for name in self.by_python
            if name != os.devnull
            and not (name.startswith("/proc/") and name.endswith("/stat"))  # children() below
            and not any(Path(name).is_relative_to(place) for place in ours)
        ]

    @property
    def in_folder(self) -> list[str]:
        """Names of files in the watched folder that anybody opened since the last look."""
        if self._inotify < 0:
            return []
        try:
            data = os.read(self._inotify, 1 << 16)
        except BlockingIOError:
            return []
        names, place = [], 0
        while place < len(data):
            _, _, _, length = struct.unpack_from("iIII", data, place)
            name = data[place + 16 : place + 16 + length].rstrip(b"\0")
            names.append(os.fsdecode(name))
            place += 16 + length
        return [name for name in names if name]  # the folder itself has no name

    def close(self) -> None:
        Opened._now = None
        if self._inotify >= 0:
            os.close(self._inotify)


def children() -> Iterator[int]:
    """Process ids of this process's children, by /proc; nothing on other systems."""
    for entry in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError, IndexError, ValueError):
            fields = (entry / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
            if int(fields[1]) == os.getpid() and fields[0] != "Z":
                yield int(entry.name)
