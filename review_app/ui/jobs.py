"""Long work beside the window: the only place with threads (document views have their own small one).

A job is a function of a :class:`~review_app.model.progress.Progress`.  Its result, its failure and its counts arrive
in the window's thread.  Jobs run one after the other: what they read is one file.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from review_app.model.progress import Cancelled, Progress


class Job(QObject):
    """One piece of work under way; a stopped one tells nobody anything."""

    progressed = Signal(int, int)
    ended = Signal()
    _returned = Signal(object, object)

    def __init__(
        self,
        work: Callable[[Progress], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._work, self._done, self._failed = work, done, failed
        self._stopped = threading.Event()
        self._returned.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def stopped(self) -> bool:
        """Whether nobody wants the result any more."""
        return self._stopped.is_set()

    def stop(self) -> None:
        """The work ends at its next step, and its result is dropped."""
        self._stopped.set()

    def run(self) -> None:
        """Does the work in the calling thread and sends the outcome to the window's."""
        result, failure = None, None
        try:
            if not self.stopped:
                result = self._work(Progress(self.progressed.emit, self._stopped.is_set))
        except Cancelled:
            self.stop()
        except Exception as error:  # handed to the window's thread, which tells the person
            failure = error
        self._returned.emit(result, failure)

    def _deliver(self, result: Any, failure: Exception | None) -> None:
        try:
            if self.stopped:
                return
            if failure is not None:
                self._failed(failure)
            else:
                self._done(result)
        finally:
            self.ended.emit()


class _Run(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        self._job.run()


class Jobs(QObject):
    """The worker and what waits for it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._open: set[Job] = set()

    def start(
        self,
        work: Callable[[Progress], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> Job:
        """Queues ``work``; ``done`` or ``failed`` is called in the window's thread."""
        job = Job(work, done, failed, self)
        job.ended.connect(lambda: self._forget(job))
        self._open.add(job)
        self._pool.start(_Run(job))
        return job

    @property
    def busy(self) -> bool:
        """Whether something is under way or waiting."""
        return bool(self._open)

    def stop(self) -> None:
        """Empties the queue, stops what runs and waits for it: before files are closed."""
        for job in self._open:
            job.stop()
        self._pool.clear()
        self._pool.waitForDone()
        for job in list(self._open):
            self._forget(job)

    def _forget(self, job: Job) -> None:
        if job in self._open:
            self._open.discard(job)
            job.deleteLater()
