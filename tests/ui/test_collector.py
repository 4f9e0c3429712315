"""Cycles with Qt's objects in them are collected in the window's thread, whoever allocates."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from review_app.ui import collector
from review_app.ui.collector import Collector
from tests.ui.documents.watch import spin


class Tangled(QTimer):
    """A timer that only the collector can free."""

    def __init__(self, ended: list[str]) -> None:
        super().__init__()
        self.me = self
        note = ended.append
        self.destroyed.connect(
            lambda: note(threading.current_thread().name), Qt.ConnectionType.DirectConnection
        )


@pytest.fixture
def as_it_was() -> Iterator[None]:
    enabled = gc.isenabled()
    yield
    gc.enable() if enabled else gc.disable()


def allocate() -> None:
    """Makes enough objects for Python's own collector to run many times."""
    for _ in range(200):
        kept = [[number] for number in range(1000)]
        assert len(kept) == 1000


def test_a_thread_that_allocates_destroys_no_timer(qapp: QApplication, as_it_was: None) -> None:
    ended: list[str] = []
    owner = QObject()
    Collector(owner)
    Tangled(ended)
    gc.collect(0)  # nothing is held by what the test runner has put aside
    for _ in range(3):
        Tangled(ended)
    thread = threading.Thread(target=allocate, name="beside")
    thread.start()
    thread.join()
    assert "beside" not in ended
    kept = [[number] for number in range(2000)]
    assert spin(lambda: len(ended) == 4, 10)
    assert len(kept) == 2000
    assert set(ended) == {threading.main_thread().name}


def test_what_is_due(as_it_was: None) -> None:
    gc.disable()
    gc.collect()
    assert collector.collect_due() == -1
    kept = [[] for _ in range(2000)]
    assert collector.collect_due() == 0
    for _ in range(20):
        kept += [[] for _ in range(2000)]
        collector.collect_due()
    assert len(kept) > 40_000
