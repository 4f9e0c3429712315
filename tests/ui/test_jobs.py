"""A job that is delivered by waiting for it is gone only when its thread is out of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from review_app.ui.jobs import Jobs


def fail(failure: Exception) -> None:
    raise failure


def test_a_job_is_not_deleted_under_its_thread(qtbot: QtBot) -> None:
    jobs, done = Jobs(), []
    for number in range(10_000):
        job = jobs.start(lambda progress, number=number: number, done.append, fail)
        while not job.wait(0.01):
            pass
        # What the event loop does when it comes round to it, at the worst moment.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # type: ignore[arg-type]
    assert done == list(range(10_000))
    assert not jobs.busy
    jobs.stop()
