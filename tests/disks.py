"""Disks that are full or slow, for as long as a test wants them to be."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from review_app.model.scoring.store import ScoreStore


@contextmanager
def full_disk() -> Iterator[None]:
    """No file may grow (POSIX)."""
    import resource

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def slow_disk(store: ScoreStore, seconds: float) -> None:
    """Makes every statement of the store take that long, in SQLite itself; 0: no longer."""
    connection = store._connection
    assert connection is not None
    connection.set_trace_callback((lambda statement: time.sleep(seconds)) if seconds else None)
