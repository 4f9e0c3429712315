"""From a score key to its number on the screen, against a bare widget of the same size; and what a slow disk costs.

The bare widget stands in a window of the same size and paints as many steps in the simplest way when it gets the key.
Ours is the row in the real round: the score is checked, held and handed to the thread that writes.  Then the same keys
while every commit takes :data:`SLOW` seconds longer: the paint must not wait for it, and "saved" must come after.
The sides take turns; the best of each is compared.
"""

from __future__ import annotations

import tempfile
import time
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.figure import Figure
from benchmarks.offscreen import SIZE, round_window, seconds_to_paint, turn_for, wait
from benchmarks.packages import build

ROUNDS = 40
LIMIT = 2.0
SLOW = 0.15
SLOW_ROUNDS = 12


def run() -> list[Figure]:
    """Key to paint by a bare repaint; key to paint on a slow disk by the same on a quick one."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        package = Path(name) / "small.casepkg"
        card = build(package, [])
        with round_window(package, card, Path(name) / "home") as window:
            ours, bare = _keys(window)
            slow, behind = _with_slow_disk(window)
    base, quick, hindered = min(bare), min(ours), min(slow)
    return [
        Figure(
            "score key",
            quick / base,
            LIMIT,
            "at most",
            f"{quick * 1e3:.2f} ms from the key to the painted score, a bare widget {base * 1e3:.2f} ms",
        ),
        Figure(
            "score key, slow disk",
            hindered / quick,
            1.5,
            "at most",
            f"{hindered * 1e3:.2f} ms while a commit takes {SLOW * 1e3:.0f} ms more; saved {min(behind) * 1e3:.0f} ms "
            "after the paint at the soonest",
        ),
    ]


def _keys(window: Any) -> tuple[list[float], list[float]]:
    from PySide6.QtCore import QRectF, Qt
    from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QWidget

    field = window.round.scores.rows[0].field

    class Bare(QWidget):
        """As many steps as a row has, the chosen one filled."""

        chosen = 1

        def keyPressEvent(self, event: QKeyEvent) -> None:
            self.chosen = int(event.text())
            self.update()

        def paintEvent(self, event: QPaintEvent) -> None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            width = self.width() / 10
            for value in range(1, 11):
                area = QRectF((value - 1) * width, 0, width - 4, self.height() - 4).adjusted(
                    0.5, 0.5, -0.5, -0.5
                )
                painter.setPen(QColor("#cccccc"))
                painter.setBrush(QColor("#24598f" if value == self.chosen else "#ffffff"))
                painter.drawRoundedRect(area, 5, 5)
                painter.setPen(QColor("#333333"))
                painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(value))

    outer = QWidget()
    outer.resize(*SIZE)
    bare = Bare(outer)
    bare.setFont(field.font())
    bare.setGeometry(field.rect().translated(900, 200))
    bare.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    outer.show()
    turn_for(0.3)
    ours_times, bare_times = [], []
    for number in range(ROUNDS):
        value = 1 + number % 9
        field.setFocus()
        turn_for(0.02)
        ours_times.append(
            seconds_to_paint(
                field, partial(QTest.keyClick, field, str(value)), lambda value=value: field.value == value
            )
        )
        window.round.desk.wait_saved()
        turn_for(0.02)
        bare_times.append(
            seconds_to_paint(
                bare, partial(QTest.keyClick, bare, str(value)), lambda value=value: bare.chosen == value
            )
        )
        turn_for(0.02)
    return ours_times, bare_times


def _with_slow_disk(window: Any) -> tuple[list[float], list[float]]:
    """Seconds from key to paint, and from paint to "saved", while commits are slow."""
    from PySide6.QtTest import QTest

    from review_app.model.scoring.store import ScoreStore

    field, desk = window.round.scores.rows[0].field, window.round.desk
    commit = ScoreStore._commit

    def slow_commit(self: ScoreStore, **how: bool) -> None:
        time.sleep(SLOW)
        commit(self, **how)

    saved: list[float] = []
    desk.saved.connect(lambda: saved.append(time.perf_counter()))
    ScoreStore._commit = slow_commit
    times, behind = [], []
    try:
        for number in range(SLOW_ROUNDS):
            value = 1 + number % 9
            field.setFocus()
            turn_for(0.02)
            saved.clear()
            times.append(
                seconds_to_paint(
                    field,
                    partial(QTest.keyClick, field, str(value)),
                    lambda value=value: field.value == value,
                )
            )
            painted = time.perf_counter()
            wait(lambda: saved)
            behind.append(saved[0] - painted)
    finally:
        ScoreStore._commit = commit
    if min(behind) < SLOW / 2:
        raise RuntimeError("said to be saved before the commit was through")
    return times, behind
