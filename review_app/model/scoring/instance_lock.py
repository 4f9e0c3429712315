"""One program at a time on one file: a lock that the system takes back when its process ends, however it
ends.

SQLite's own locks come second: on POSIX they fall as soon as anything in the process closes another handle
of the same file, and they are taken only after SQLite has begun to work on the file.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from review_app.model.errors import EnvironmentFailure
from review_app.model.files import os_errors

if sys.platform == "win32":
    import msvcrt

    _TAKEN = (OSError,)  # "permission denied" or "deadlock avoided", as the C library's version has it

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    def _try_shared(handle: int) -> None:
        os.read(handle, 1)  # Windows refuses to read what another program has locked

else:
    import fcntl

    _TAKEN = (BlockingIOError, PermissionError)

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _try_shared(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)


def is_held(file: Path) -> bool:
    """Whether a program holds ``file``.  Leaves nothing behind, and works where nothing can be written: where there is
    no neighbour, or it can't be opened, nobody can hold it from here."""
    try:
        handle = os.open(file.with_name(file.name + ".lock"), os.O_RDONLY)
    except OSError:
        return False
    try:
        _try_shared(handle)
    except _TAKEN:
        return True
    finally:
        os.close(handle)
    return False


class InstanceLock:
    """Holds ``<file>.lock``, an empty neighbour that stays; ends with :meth:`release` or with the process."""

    def __init__(self, file: Path) -> None:
        """Raises EnvironmentFailure ``store-in-use`` at once when somebody else holds it, or what the
        system says."""
        with os_errors(file):
            handle = os.open(file.with_name(file.name + ".lock"), os.O_RDWR | os.O_CREAT, 0o600)
            try:
                _take(handle)
            except BaseException as failure:
                os.close(handle)
                if isinstance(failure, _TAKEN):
                    raise EnvironmentFailure("store-in-use", name=file.name) from failure
                raise
        self._handle: int | None = handle

    def release(self) -> None:
        """Lets go; a second call does nothing."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
