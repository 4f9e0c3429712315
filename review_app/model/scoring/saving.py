"""The one thread that writes a score store while a person scores: no key waits for the disk."""

from __future__ import annotations

import threading
from collections.abc import Callable

from review_app.model.value import Value


class Outcome(Value, frozen=True):
    """What became of some accepted changes: durable (``kept``), or all gone back to the state that is durable, of
    ``cases``.  ``failure`` says why, unless whoever asked for the write is told by an exception."""

    cases: frozenset[str]
    kept: bool
    failure: Exception | None = None


class Writer:
    """Calls ``commit`` in a thread of its own after every :meth:`wake`; calls that come meanwhile become one.

    The thread starts with the first call.  It does not keep the program alive: whoever owns the writer stops it.
    """

    def __init__(self, commit: Callable[[], None]) -> None:
        self._commit = commit
        self._wanted = threading.Event()
        self._ending = False
        self._thread: threading.Thread | None = None

    def wake(self) -> None:
        """There is something to write."""
        self._wanted.set()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="score store", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Ends the thread after what it is writing now; the rest is the caller's."""
        self._ending = True
        self._wanted.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while True:
            self._wanted.wait()
            self._wanted.clear()
            if self._ending:
                return
            self._commit()
