"""Judging many sheets on all cores.

Threads, not processes: what takes the time (SHA-256, ChaCha20-Poly1305, Ed25519, reading) leaves Python's lock.  Two
threads were measured at 0.59 of the time of one; and no key and no opened sheet leaves the process.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from queue import SimpleQueue

from review_app.model.box.judge import JudgedSheet
from review_app.model.progress import Progress

WORKERS = min(os.cpu_count() or 1, 8)
_BATCH = 8
"""Sheets that a thread takes at a time: handing each over by itself would cost a tenth of the work on it."""


def judge_in_parallel(
    digests: Sequence[str],
    judge: Callable[[str], JudgedSheet],
    judged: dict[str, JudgedSheet],
    progress: Progress,
    workers: int = WORKERS,
) -> None:
    """Puts ``judge(digest)`` into ``judged`` for each of ``digests``, counting in ``progress`` in the calling thread.

    ``judge`` runs in several threads at once.  When ``progress`` is cancelled or
    ``judge`` fails, that is raised once no thread is at work any more, and what was done by then is in ``judged``.
    """
    size = max(1, min(_BATCH, len(digests) // (4 * workers)))
    left = iter([digests[start : start + size] for start in range(0, len(digests), size)])
    ahead = threading.Semaphore(2 * workers)  # so that a stop isn't asked for long after the work is done
    taking, stopped = threading.Lock(), threading.Event()
    done: SimpleQueue[list[tuple[str, JudgedSheet]] | BaseException | None] = SimpleQueue()

    def work() -> None:
        try:
            while ahead.acquire() and not stopped.is_set():
                with taking:
                    batch = next(left, None)
                if batch is None:
                    break
                done.put([(digest, judge(digest)) for digest in batch])
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
