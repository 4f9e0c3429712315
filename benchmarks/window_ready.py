"""The window with the sample package open against a bare Qt window with one label: from the process's start to the
first paint.

The real start (``review_app.__main__.window`` with package and card file) on the offscreen platform, for an expert who
comes back, so that case list, dossier and scores are on the table.  The two take turns, and the best of each is
compared, as noise only ever adds time.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.figure import Figure

ROUNDS = 15
LIMIT = 2.5
CHILD = Path(__file__).with_name("window_child.py")


def run() -> list[Figure]:
    """One ratio; the dossier's text, which follows on the painted window, is told beside."""
    from review_app.model.sample.campaign import CARD_NAME, sample_package
    from review_app.model.scoring.session import ReviewSession

    with tempfile.TemporaryDirectory() as name:
        home = Path(name) / "home"
        package, card = sample_package(Path(name) / "sample")
        with ReviewSession.open(package, card, home) as session:
            session.remember_case(session.reading_order[0])
            cases = len(session.reading_order)
        ours = ["--ours", str(package), str(package.with_name(CARD_NAME))]
        bare_times: list[float] = []
        our_times: list[dict[str, float]] = []
        for _ in range(ROUNDS):
            bare_times.append(_times(home, ["--bare"])["painted"])
            our_times.append(_times(home, ours))
    bare = min(bare_times)
    painted, readable = (min(times[what] for times in our_times) for what in ("painted", "readable"))
    detail = (
        f"{painted * 1e3:.0f} ms with {cases} cases open (its text after {readable * 1e3:.0f} ms), "
        f"a bare window {bare * 1e3:.0f} ms"
    )
    return [Figure("window ready", painted / bare, LIMIT, "at most", detail)]


def _times(home: Path, arguments: list[str]) -> dict[str, float]:
    """Seconds from the start of a child process to what it reports."""
    environment = os.environ | {
        "PYTHONPATH": str(CHILD.parents[1]),
        "QT_QPA_PLATFORM": "offscreen",
        "REVIEW_APP_HOME": str(home),
        # Compiled once, as an installed program is.
        "PYTHONPYCACHEPREFIX": str(home.with_name("compiled")),
        "PYTHONDONTWRITEBYTECODE": "",
    }
    started = time.time()
    done = subprocess.run(
        [sys.executable, str(CHILD), *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
        timeout=120,
    )
    lines = [line.split() for line in done.stdout.splitlines()]
    return {what: float(moment) - started for what, moment in lines}
