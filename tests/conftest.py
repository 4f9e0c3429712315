"""What holds for every test: nothing touches the user's own state, screen or keyring."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

# Before anything imports Qt or keyring: both read these once.
os.environ["QT_QPA_PLATFORM"] = os.environ.get("REVIEW_APP_TEST_PLATFORM", "offscreen")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
os.environ["LC_ALL"] = "C.UTF-8"
for _variable in ("LANGUAGE", "REVIEW_APP_PASSPHRASE_FILE", "QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE"):
    os.environ.pop(_variable, None)

import hypothesis
import pytest

from tests.without_qt import NEEDS_QT, PLUGIN

if TYPE_CHECKING:
    from tests.forger import Published

# Two cores shared with other work: a slow example is no failure, and a failure is found again from its blob.
hypothesis.settings.register_profile("house", deadline=None, print_blob=True)
hypothesis.settings.load_profile("house")

REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def review_app_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh ``REVIEW_APP_HOME`` for each test, and for the processes it starts."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("REVIEW_APP_HOME", str(home))
    return home


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """A counted round and its archive."""
    from tests.forger import publish  # few tests want it

    return publish(tmp_path_factory.mktemp("box"))


@pytest.fixture(autouse=True)
def collected_here() -> Iterator[None]:
    """Cycles are collected after a test, in its thread: the runner of parallel tests has threads of its own, and in
    them Qt's objects, which earlier tests left behind, must not be destroyed (:mod:`review_app.ui.collector`)."""
    gc.disable()
    yield
    if "PySide6.QtCore" in sys.modules:
        from review_app.ui.collector import collect_due

        collect_due()
    else:
        gc.enable()


@pytest.fixture
def window_libraries(request: pytest.FixtureRequest) -> None:
    """For tests outside ``tests/ui`` that start the program's window: skipped where Qt can't be loaded."""
    if request.config.pluginmanager.is_blocked(PLUGIN):
        pytest.skip("Qt's system libraries are missing")


@pytest.fixture(scope="session")
def repository() -> Path:
    """The top of the source tree."""
    return REPOSITORY


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Names what was left out as a whole."""
    if config.pluginmanager.is_blocked(PLUGIN):
        reason = "Qt's system libraries are missing; the set-up names them"
        terminalreporter.write_line(f"SKIPPED {', '.join(NEEDS_QT)}: {reason}")
