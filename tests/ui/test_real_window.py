"""The program as a person meets it: a real window under a real window manager, a keyboard and nothing else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from review_app.model.sample.campaign import sample_package
from review_app.model.scoring.session import ReviewSession
from review_app.model.scoring.sheet import check_arrival
from tests.conftest import REPOSITORY

TOOLS = ("Xvfb", "xdotool", "openbox")
MISSING = [tool for tool in TOOLS if shutil.which(tool) is None]

pytestmark = [
    pytest.mark.window,
    pytest.mark.xdist_group("screen"),
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]

PATIENCE = 60.0
"""Seconds; the machine may be busy."""


def wait_for(what: Callable[[], object], why: str) -> object:
    """Asks until there is an answer."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if answer := what():
            return answer
        time.sleep(0.1)
    raise AssertionError(why)


@dataclass
class Screen:
    """A display of its own, with what a person can do there."""

    environment: dict[str, str]

    def xdotool(self, *arguments: str) -> str:
        result = subprocess.run(
            ["xdotool", *arguments], env=self.environment, capture_output=True, text=True, timeout=PATIENCE
        )
        return result.stdout.strip()

    def window(self, title: str) -> str:
        """Waits for a visible window with this title, gives it the focus, and returns its id."""
        found = wait_for(
            lambda: self.xdotool("search", "--onlyvisible", "--name", title),
            f"no window {title!r}: {self.titles()}",
        )
        window = str(found).splitlines()[-1]
        self.xdotool("windowactivate", "--sync", window)
        return window

    def titles(self) -> list[str]:
        """Titles of all visible windows, for a message."""
        windows = self.xdotool("search", "--onlyvisible", "--name", ".").split()
        return [self.xdotool("getwindowname", window) for window in windows]

    def keys(self, *keys: str) -> None:
        """Presses keys one after the other."""
        self.xdotool("key", "--delay", "60", *keys)

    def type(self, text: str) -> None:
        """Types text."""
        self.xdotool("type", "--delay", "30", text)


@pytest.fixture
def screen(review_app_home: Path) -> Iterator[Screen]:
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as answer:
        display = answer.readline().strip()
    assert display, "Xvfb did not start"
    environment = {
        **os.environ,
        "DISPLAY": f":{display}",
        "QT_QPA_PLATFORM": "xcb",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        "REVIEW_APP_HOME": str(review_app_home),
        "LC_ALL": "C.UTF-8",
    }
    environment.pop("WAYLAND_DISPLAY", None)
    manager = subprocess.Popen(
        ["openbox"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield Screen(environment)
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait(PATIENCE)


def test_one_case_scored_by_keyboard_and_the_sheet_exported(
    screen: Screen, tmp_path: Path, review_app_home: Path
) -> None:
    package, card = sample_package(tmp_path / "sample")
    with ReviewSession.open(package, card) as session:
        order = session.reading_order
        last = order[-1]
        for case_id in order[:-1]:
            for criterion in range(5):
                session.set_score(case_id, criterion, 1 + (len(case_id) + criterion) % 10)
    sheet = tmp_path / "mine.scoresheet"
    program = subprocess.Popen(
        [sys.executable, "-m", "review_app", str(package)],
        cwd=REPOSITORY,
        env=screen.environment,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        screen.window("Ballot card - Case review")
        screen.type(card.printed().lower())
        screen.keys("Return")
        screen.window("^Case review$")
        screen.keys("Return")
        screen.window("Read and score - Case review")
        screen.keys("9", "8", "0", "6", "7")
        screen.keys("ctrl+3")
        screen.window("Sign and export - Case review")
        screen.keys("Return")
        screen.window("Save the score sheet")
        screen.keys("ctrl+a")
        screen.type(str(sheet))
        screen.keys("Return")
        wait_for(sheet.exists, f"no sheet; windows: {screen.titles()}")
        screen.window("Sign and export - Case review")
        screen.keys("ctrl+q")
        assert program.wait(PATIENCE) == 0
    finally:
        if program.poll() is None:
            program.kill()
        _, complaints = program.communicate()
    assert "Traceback" not in complaints
    assert check_arrival(sheet.read_bytes()).round_id
    with ReviewSession.open(package, card) as session:
        assert session.state(last).scores == (9, 8, 10, 6, 7)
        assert session.open_cases() == []
        assert [each.revision for each in session.meta.exported] == [1]
        assert session.meta.last_case == last
