"""The program as it is, with a heartbeat in its event loop: python -m tests.ui.desktop.witnessed beats.json [file...]

Nothing else is changed, and nothing of the program is looked at.  The account is written when the program ends.
"""

from __future__ import annotations

import itertools
import json
import sys
import time
from pathlib import Path

INTERVAL = 20
"""Milliseconds between two beats."""
KEPT = 20
"""Longest silences that are written down."""


def main(report: Path, arguments: list[str]) -> int:
    """Runs the program; returns its exit status."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from review_app.__main__ import main as program

    beats: list[float] = []
    enter = QApplication.exec

    def enter_with_heartbeat(*_: object) -> int:
        timer = QTimer(interval=INTERVAL)
        timer.timeout.connect(lambda: beats.append(time.monotonic()))
        beats.append(time.monotonic())
        timer.start()
        return enter()

    QApplication.exec = enter_with_heartbeat  # type: ignore[assignment,method-assign]
    status = program(arguments)
    gaps = sorted(
        ((before - beats[0], after - before) for before, after in itertools.pairwise(beats)),
        key=lambda gap: -gap[1],
    )
    account = {"seconds": beats[-1] - beats[0], "count": len(beats), "gaps": gaps[:KEPT]}
    report.write_text(json.dumps(account), "utf-8")
    return status


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
