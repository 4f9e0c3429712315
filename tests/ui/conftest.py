"""Windows under test: fonts, theme and language as the program sets them, on real packages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from review_app.model.scoring.session import ReviewSession
from review_app.ui import language, theme
from review_app.ui.language import Language
from review_app.ui.settings import Settings
from review_app.ui.window import MainWindow
from tests.rounds import SmallRound, small_round
from tests.screens import stretched
from tests.ui.desktop.fixtures import screen

__all__ = ["screen"]  # a fixture of all tests here

MOSTLY_LONGER = pytest.mark.parametrize(
    "spoken",
    [
        "zh",
        pytest.param("en", marks=pytest.mark.torture),  # what fits when it is longer fits as it is
        pytest.param("zh longer", marks=pytest.mark.torture),
        "en longer",
    ],
    indirect=True,
)


@pytest.fixture(autouse=True)
def dressed(qapp: object) -> Iterator[None]:
    """Every test starts in English and in the light theme."""
    theme.install(qapp, "light")  # type: ignore[arg-type]
    language.install("en")
    yield
    language.install("en")
    # Qt's offscreen platform, and no other, keeps the clipboard longer than Python lives: what Python put there would
    # end the process with a crash after its last test.
    QGuiApplication.clipboard().clear()


@pytest.fixture(params=["zh", "en", "zh longer", "en longer"])
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    """The language that windows speak from now on, as it is and stretched."""
    spoken = str(request.param)
    code: Language = "zh" if spoken.startswith("zh") else "en"
    if "longer" in spoken:
        stretched.install(code)
    else:
        language.install(code)
    yield spoken
    stretched.remove()


@pytest.fixture
def a_round() -> SmallRound:
    """A round of four cases and five cards."""
    return small_round()


@pytest.fixture
def package(a_round: SmallRound, tmp_path: Path) -> Path:
    """The round's package as a file."""
    file = tmp_path / "round.casepkg"
    file.write_bytes(a_round.package)
    return file


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[Callable[..., MainWindow]]:
    """Opens main windows; with a package and a card at the first case.  All are closed in the end."""
    windows: list[MainWindow] = []

    def opened(package: Path | None = None, a_round: SmallRound | None = None, card: int = 0) -> MainWindow:
        window = MainWindow(Settings())
        windows.append(window)
        window.resize(1280, 720)
        window.show()
        qtbot.waitExposed(window)
        if package is not None and a_round is not None:
            window.open_with_card(package, a_round.cards[card])
            if window.round is None:
                window.enter_round()
            qtbot.waitUntil(lambda: not window.jobs.busy)
        return window

    yield opened
    for window in windows:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # type: ignore[arg-type]


@pytest.fixture
def reopen(package: Path, a_round: SmallRound) -> Callable[[], ReviewSession]:
    """Opens the store as another start of the program would; only after the window is closed."""
    return lambda: ReviewSession.open(package, a_round.cards[0])
