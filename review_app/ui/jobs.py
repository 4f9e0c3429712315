"""Long work beside the window: the only place with threads (document views have their own small one).

A job is a function of a :class:`~review_app.model.progress.Progress`.  Its result, its failure and its counts arrive
in the window's thread.  Jobs run one after the other: what they read is one file.  What asks the system's store of
secrets goes aside, as that may wait for its user without end.
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
    _returned = Signal()

    def __init__(
        self,
        work: Callable[[Progress], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        dropped: Callable[[Any], None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._work, self._done, self._failed, self._dropped = work, done, failed, dropped
        self._stopped, self._finished, self._left = threading.Event(), threading.Event(), threading.Event()
        self._result: Any = None
        self._failure: Exception | None = None
        self._delivered = False
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
        try:
            if not self.stopped:
                self._result = self._work(Progress(self.progressed.emit, self._stopped.is_set))
        except Cancelled:
            self.stop()
        except Exception as error:  # handed to the window's thread, which tells the person
            self._failure = error
        self._finished.set()
        self._returned.emit()
        self._left.set()

    def let_go(self) -> None:
        """Deletes the job once its thread is out of it: a thread that is about to tell its end must find it there."""
        if self._finished.is_set():
            self._left.wait()
        self.deleteLater()

    def wait(self, seconds: float) -> bool:
        """Waits a moment in the window's thread; what is there by then is delivered at once.  Whether it was."""
        if self._finished.wait(seconds):
            self._deliver()
        return self._delivered

    def _deliver(self) -> None:
        if self._delivered:
            return
        self._delivered = True
        result, self._result = self._result, None
        try:
            if self.stopped:
                if result is not None and self._dropped is not None:
                    self._dropped(result)
            elif self._failure is not None:
                self._failed(self._failure)
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


_left_alone: set[Job] = set()
"""Jobs on threads of their own, kept as long as the thread may speak to them."""


class Jobs(QObject):
    """The worker and what waits for it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._open: set[Job] = set()
        self._asked: set[Job] = set()

    def start(
        self,
        work: Callable[[Progress], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        dropped: Callable[[Any], None] | None = None,
    ) -> Job:
        """Queues ``work``; ``done`` or ``failed`` is called in the window's thread.

        ``dropped`` gets a result that came after the job was stopped, to close what it holds.
        """
        job = Job(work, done, failed, dropped, self)
        job.ended.connect(lambda: self._forget(job))
        self._open.add(job)
        self._pool.start(_Run(job))
        return job

    def aside(
        self,
        work: Callable[[Progress], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> Job:
        """Does ``work`` on a thread of its own, which nobody waits for: neither other jobs nor the end of the program.

        For questions to the system's store of secrets, which may ask its user and so take any time.
        """
        job = Job(work, done, failed)  # no parent: the thread may outlive the window
        _left_alone.add(job)
        self._asked.add(job)
        job.ended.connect(lambda: _left_alone.discard(job))
        job.ended.connect(lambda: self._asked.discard(job))
        threading.Thread(target=job.run, daemon=True).start()
        return job

    @property
    def busy(self) -> bool:
        """Whether something is under way or waiting."""
        return bool(self._open)

    def stop(self) -> None:
        """Empties the queue, stops what runs and waits for it: before files are closed."""
        for job in (*self._open, *self._asked):
            job.stop()
        self._asked.clear()
        self._pool.clear()
        self._pool.waitForDone()
        for job in list(self._open):
            job.wait(0)  # stopped: only lets go of what it brought
            self._forget(job)

    def _forget(self, job: Job) -> None:
        if job in self._open:
            self._open.discard(job)
            job.let_go()
