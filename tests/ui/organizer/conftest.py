"""The organizer's window on the sample campaign at any of its stations."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from review_app.model.workspace import Workspace
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.frame import OrganizerFrame
from review_app.ui.organizer.page import Page
from review_app.ui.window import MainWindow
from tests.campaigns import SampleCampaign, SampleCampaigns


@pytest.fixture(scope="session")
def sample_campaigns(tmp_path_factory: pytest.TempPathFactory) -> SampleCampaigns:
    """The stations made so far in this session."""
    return SampleCampaigns(tmp_path_factory.mktemp("campaigns"))


@pytest.fixture
def campaign_at(sample_campaigns: SampleCampaigns, tmp_path: Path) -> Callable[[str], SampleCampaign]:
    """A fresh copy of the sample campaign at a station (:data:`tests.campaigns.STAGES`); its keys are where the
    program looks for them."""
    return lambda stage: sample_campaigns.at(stage, tmp_path / stage)


@pytest.fixture
def saving(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where the dialogs for new files and folders put them, under the names proposed."""
    folder = tmp_path / "saved"
    folder.mkdir()

    def chosen(parent: QWidget, title: str, proposal: Path, kind: str, then: Callable[[Path], None]) -> None:
        then(folder / proposal.name)

    def into(parent: QWidget, title: str, then: Callable[[Path], None], *, make: bool = False) -> None:
        then(folder)

    monkeypatch.setattr("review_app.ui.widgets.dialogs.ask_for_new", chosen)
    monkeypatch.setattr("review_app.ui.widgets.dialogs.ask_for_folder", into)
    return folder


class OpenCampaign:
    """A window with an open campaign."""

    def __init__(self, window: MainWindow, campaign: SampleCampaign, bot: QtBot) -> None:
        self.window, self.campaign, self._bot = window, campaign, bot

    @property
    def frame(self) -> OrganizerFrame:
        """What the window shows."""
        assert self.window.organizer is not None
        return self.window.organizer

    @property
    def desk(self) -> OrganizerDesk:
        """What the pages share."""
        return self.frame.desk

    @property
    def workspace(self) -> Workspace:
        """The open workspace itself."""
        return self.desk.workspace

    def page(self, station: str) -> Page:
        """Goes to a station."""
        page = self.frame.show_station(station)
        assert page is not None and page.station == station
        return page

    def settle(self) -> None:
        """Waits for the job under way."""
        self._bot.waitUntil(lambda: not self.desk.busy, timeout=60_000)

    @property
    def notes(self) -> list[str]:
        """What the window's notes say, oldest first."""
        return [note.accessibleName() for note in self.window.notes.notes]


@pytest.fixture
def opened(
    campaign_at: Callable[[str], SampleCampaign],
    open_window: Callable[..., MainWindow],
    qtbot: QtBot,
) -> Iterator[Callable[[str], OpenCampaign]]:
    """Opens the sample campaign at a station in a window of 1280x720, as an organizer would."""

    def opening(stage: str) -> OpenCampaign:
        campaign = campaign_at(stage)
        window = open_window()
        window.campaigns.open(campaign.folder)
        qtbot.waitUntil(lambda: window.organizer is not None, timeout=30_000)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)  # keys work in no other
        return OpenCampaign(window, campaign, qtbot)

    yield opening
