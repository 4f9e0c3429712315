"""Work beside the window's own thread, for the document views only."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

Result = TypeVar("Result")

_running: set[QObject] = set()  # a task must outlive its thread and its last signal, whoever else forgets it


class Task(QObject, Generic[Result]):
    """Runs ``work(cancelled)`` once in a thread and hands its result to ``done`` in the thread that made the task.

    ``work`` looks at ``cancelled`` (a :class:`threading.Event`) now and then; after :meth:`cancel`, or when ``owner``
    is gone, its result is dropped.  An exception of ``work`` is raised again in the window's thread, where it is
    reported like any other.  The thread never keeps the program from ending.
    """

    _finished = Signal(object, object)

    def __init__(
        self, owner: QObject, work: Callable[[threading.Event], Result], done: Callable[[Result], None]
    ) -> None:
        super().__init__()
        self._work, self._done = work, done
        self._cancelled = threading.Event()
        owner.destroyed.connect(self.cancel)
        _running.add(self)
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def cancel(self) -> None:
        """Drops the result; ``work`` ends as soon as it notices."""
        self._cancelled.set()

    def _run(self) -> None:
        result, failure = None, None
        try:
            result = self._work(self._cancelled)
        except Exception as error:  # handed on, not swallowed
            failure = error
        self._finished.emit(result, failure)

    def _deliver(self, result: Result, failure: Exception | None) -> None:
        self._thread.join()  # it may still be inside the signal that brought us here
        _running.discard(self)
        self.deleteLater()
        if self._cancelled.is_set():
            return
        if failure is not None:
            raise failure
        self._done(result)
