"""Reading sealed sheets and opening them at the same time, on two cores.

Two threads, not processes: reading and SHA-256 leave Python's lock for long stretches, so that one thread does them
ahead of the other, which opens; and no key and no opened sheet leaves the process.  Threads that all opened sheets
would spend on waiting for the lock what they gain: an opening has many stretches that are shorter than a thread takes
to wake up.
"""

from __future__ import annotations

import contextlib
import gc
import os
import threading
from collections.abc import Generator, Iterator
from queue import SimpleQueue

WORKERS = min(os.cpu_count() or 1, 2)
_PART = 1 << 20
"""Bytes of sheets that are handed over at a time."""
_AHEAD = 3
"""Parts that wait to be taken: memory for as many, whatever the box holds."""

Sheet = tuple[str, bytes]
"""Digest and content."""


@contextlib.contextmanager
def collection_paused() -> Iterator[None]:
    """Without searches for cycles: opened sheets have none, and each search would go through all of them again, a tenth
    of the time that opening takes."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


@contextlib.contextmanager
def read_ahead(sheets: Generator[Sheet, None, None]) -> Iterator[Iterator[Sheet]]:
    """What ``sheets`` gives, in its order, while a thread of its own goes on with it.

    What ``sheets`` raises is raised after all that came before it.  When the block is left, ``sheets`` is closed and
    the thread has ended.
    """
    room, stopped = threading.Semaphore(_AHEAD), threading.Event()
    parts: SimpleQueue[list[Sheet] | BaseException | None] = SimpleQueue()

    def read() -> None:
        part: list[Sheet] = []
        size = 0
        end: BaseException | None = None
        try:
            with contextlib.closing(sheets):
                for sheet in sheets:
                    part.append(sheet)
                    size += len(sheet[1])
                    if size >= _PART:
                        room.acquire()
                        parts.put(part)
                        part, size = [], 0
                    if stopped.is_set():
                        break
        except BaseException as failure:  # raised again in the calling thread
            end = failure
        parts.put(part)
        parts.put(end)

    def taken() -> Iterator[Sheet]:
        while isinstance(part := parts.get(), list):
            yield from part
            room.release()
        if part is not None:
            raise part

    thread = threading.Thread(target=read, name="opening-reader")
    thread.start()
    try:
        yield taken()
    finally:
        stopped.set()
        room.release()
        thread.join()
