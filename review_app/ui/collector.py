"""Python's collector of cycles, run by the window's thread alone.

Left to itself it runs in whichever thread happens to allocate next, and what it finds there it destroys there: widgets,
timers and processes among it, which Qt lets only their own thread destroy.  A reader of packages in the background
could so end the program at any time.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL = 500
"""Milliseconds between two looks whether there is something to do."""


class Collector(QObject):
    """Switches the collector off for good, and does its work now and then in the thread that makes this object."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=INTERVAL)
        self._timer.timeout.connect(collect_due)
        self._timer.start()


def collect_due() -> int:
    """Collects the generations that are due by Python's own thresholds; the oldest of them, or -1 for none."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    oldest = -1
    if counts[0] > thresholds[0]:
        oldest = 0
        if counts[1] > thresholds[1]:
            oldest = 2 if counts[2] > thresholds[2] else 1
        gc.collect(oldest)
    return oldest
