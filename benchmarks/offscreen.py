"""The program's window on the offscreen platform, for benchmarks that need one in their own process."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from review_app.model.crypto.ballot_card import BallotCard
    from review_app.ui.window import MainWindow

SIZE = (1280, 800)
PATIENCE = 120.0
"""Seconds after which something that should come is missed."""


def application() -> QApplication:
    """The application as the program sets it up: fonts, colours, English.  Reads no state of the computer's user."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
    from PySide6.QtWidgets import QApplication

    from review_app.ui import language, theme

    made = QApplication.instance() or QApplication([])
    assert isinstance(made, QApplication)
    theme.install(made, "light")
    language.install("en")
    return made


@contextmanager
def round_window(package: Path, card: BallotCard, home: Path) -> Iterator[MainWindow]:
    """The window with a package open at its first case; its state lies in ``home``."""
    os.environ["REVIEW_APP_HOME"] = str(home)
    application()
    from review_app.ui.settings import Settings
    from review_app.ui.window import MainWindow

    window = MainWindow(Settings())
    window.resize(*SIZE)
    window.show()
    window.open_with_card(package, card)
    if window.round is None:
        window.enter_round()
    wait(lambda: not window.jobs.busy)
    turn_for(0.5)
    yield window
    window.leave_round(quietly=True)
    window.close()


def wait(until: Callable[[], object], seconds: float = PATIENCE) -> None:
    """Runs the event loop until something holds; TimeoutError when it doesn't come true.

    A loop that is entered, as in the program: mere ``processEvents`` never deletes what is to be deleted later.
    """
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    end = time.monotonic() + seconds
    while not until():
        if time.monotonic() > end:
            raise TimeoutError("the window")
        QTimer.singleShot(5, loop.quit)
        loop.exec()


def turn_for(seconds: float) -> None:
    """Lets the window work for a while."""
    end = time.monotonic() + seconds
    wait(lambda: time.monotonic() >= end)


def seconds_to_paint(widget: QWidget, act: Callable[[], object], shown: Callable[[], bool]) -> float:
    """Seconds from ``act`` until ``widget`` has been painted with ``shown()`` true: to the end of its own painting,
    whatever the program does after."""
    from PySide6.QtCore import QEvent, QEventLoop, QObject
    from PySide6.QtWidgets import QApplication

    painted: list[float] = []

    class Witness(QObject):
        """Lets the widget paint, and looks at the clock."""

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() != QEvent.Type.Paint or painted or not shown():
                return False
            widget.removeEventFilter(self)
            QApplication.sendEvent(widget, event)
            painted.append(time.perf_counter())
            return True

    witness = Witness()
    widget.installEventFilter(witness)
    loop = QEventLoop()
    started = time.perf_counter()
    act()
    while not painted:
        loop.processEvents(
            QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
        )
        if time.perf_counter() > started + PATIENCE:
            raise TimeoutError("a paint")
    QApplication.processEvents()
    return painted[0] - started
