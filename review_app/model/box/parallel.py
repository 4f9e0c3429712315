"""Judging many sheets on all cores.

Threads, not processes: what takes the time (SHA-256, ChaCha20-Poly1305, Ed25519, reading) leaves Python's lock, and
no key and no opened sheet leaves the process.
"""

from __future__ import annotations

import contextlib
import gc
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from queue import SimpleQueue

from review_app.model.box.judge import JudgedSheet
from review_app.model.progress import Progress

WORKERS = min(os.cpu_count() or 1, 8)
_BATCH = 32
"""Sheets that a thread takes at a time: handing each over by itself would cost a tenth of the work on it."""


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


def judge_in_parallel(
    digests: Sequence[str],
    judge: Callable[[Sequence[str]], Iterable[JudgedSheet]],
    judged: dict[str, JudgedSheet],
    progress: Progress,
    workers: int = WORKERS,
) -> None:
    """Puts what ``judge`` says of each of ``digests`` into ``judged``, counting in ``progress`` in the calling thread.

    ``judge`` is given some digests that follow one another, in several threads at once.  When ``progress`` is
    cancelled or ``judge`` fails, that is raised once no thread is at work any more, and what was done by then is in
    ``judged``.
    """
    size = max(1, min(_BATCH, len(digests) // (4 * workers)))
    left = iter([digests[start : start + size] for start in range(0, len(digests), size)])
    ahead = threading.Semaphore(2 * workers)  # so that a stop isn't asked for long after the work is done
    taking, stopped = threading.Lock(), threading.Event()
    done: SimpleQueue[dict[str, JudgedSheet] | BaseException | None] = SimpleQueue()

    def work() -> None:
        try:
            while ahead.acquire() and not stopped.is_set():
                with taking:
                    batch = next(left, None)
                if batch is None:
                    break
                done.put(dict(zip(batch, judge(batch), strict=True)))
        except BaseException as failure:  # raised again in the calling thread
            done.put(failure)
        finally:
            done.put(None)

    threads = [threading.Thread(target=work, name=f"opening-{number}") for number in range(workers)]
    for thread in threads:
        thread.start()
    failure: BaseException | None = None
    ended = 0
    while ended < len(threads):
        found = done.get()
        if found is None:
            ended += 1
        elif isinstance(found, BaseException):
            failure = failure or found
            stopped.set()
            ahead.release(len(threads))
        else:
            judged.update(found)
            try:
                for _ in found if failure is None else ():
                    progress.step()
            except BaseException as refusal:  # Cancelled: the others finish the sheets they are at
                failure = refusal
                stopped.set()
            ahead.release()
    for thread in threads:
        thread.join()
    if failure is not None:
        raise failure
