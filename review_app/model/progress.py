"""Progress of long work: counted, reported, and cancelled between two steps."""

from __future__ import annotations

from collections.abc import Callable


class Cancelled(Exception):
    """The person asked to stop; the work undid itself."""


class Progress:
    """Counts steps.  ``report(done, total)`` is called after each; ``cancelled()`` is asked before each."""

    def __init__(
        self,
        report: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        self._report = report
        self._cancelled = cancelled
        self._done = 0
        self._total = 0

    def start(self, total: int) -> None:
        """Begins a stretch of ``total`` steps."""
        self._done, self._total = 0, total
        self._tell()

    def step(self) -> None:
        """One step is done.  Raises Cancelled when the person asked to stop."""
        if self._cancelled is not None and self._cancelled():
            raise Cancelled
        self._done += 1
        self._tell()

    def _tell(self) -> None:
        if self._report is not None:
            self._report(self._done, self._total)


SILENT = Progress()
