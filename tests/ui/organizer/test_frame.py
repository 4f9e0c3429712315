"""The organizer's window: opening, going about, jobs, the one question."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from review_app.model.progress import Progress
from review_app.model.workspace import Workspace
from tests.campaigns import STAGES, SampleCampaign
from tests.ui.organizer.conftest import OpenCampaign

Opened = Callable[[str], OpenCampaign]


@pytest.mark.parametrize("stage", STAGES)
def test_every_page_opens_at_every_stage(opened: Opened, stage: str) -> None:
    campaign = opened(stage)
    for name, button in campaign.frame.buttons.items():
        campaign.page(name)
        campaign.settle()
        assert button.isChecked()
        assert campaign.frame.station == name
        assert button.text() in campaign.window.windowTitle()
    assert campaign.notes == []


def test_the_figures_in_the_sidebar_say_what_they_count(opened: Opened) -> None:
    campaign = opened("boxed")
    workspace, buttons = campaign.workspace, campaign.frame.buttons
    cards = workspace.cards.counts(workspace.rounds.current())
    assert cards.reserve and buttons["box"].count == f"{cards.expected} / {cards.expected}"
    assert "reserve cards not counted" in buttons["box"].toolTip()
    assert buttons["nominations"].toolTip() == f"{len(workspace.nominations.ids())} accepted"
    assert buttons["experts"].accessibleDescription() == f"Cards drawn, reserve included: {cards.issued}"
    assert buttons["overview"].toolTip() == ""


def test_keys_go_through_the_stations_in_their_order(opened: Opened) -> None:
    campaign = opened("empty")
    names = list(campaign.frame.buttons)
    control = Qt.KeyboardModifier.ControlModifier
    seen = [campaign.frame.station]
    for _ in names:
        QTest.keyClick(campaign.frame.menu, Qt.Key.Key_PageDown, control)
        seen.append(campaign.frame.station)
    assert seen == [*names, names[0]]
    QTest.keyClick(campaign.frame.menu, Qt.Key.Key_PageUp, control)
    assert campaign.frame.station == names[-1]
    buttons = list(campaign.frame.buttons.values())
    buttons[0].setFocus()
    QTest.keyClick(buttons[0], Qt.Key.Key_Down)
    assert campaign.window.focusWidget() is buttons[1]


def test_a_job_counts_can_be_cancelled_and_keeps_others_out(opened: Opened, qtbot: QtBot) -> None:
    campaign = opened("empty")
    desk, foot = campaign.desk, campaign.frame.foot
    go_on, topics = threading.Event(), []
    desk.changed.connect(topics.append)

    def work(workspace: Workspace, progress: Progress) -> int:
        progress.start(1000)
        for _ in range(1000):
            progress.step()
            if progress._done == 3:
                go_on.wait(20)
        return 7

    done: list[int] = []
    desk.run("Counting", work, done.append, topics=("box",))
    assert desk.busy and foot.job.isVisible() and foot.job.words.text() == "Counting"
    assert desk.act(lambda workspace: 1, "campaign") is None
    desk.run("Another", work, done.append)
    assert [note for note in campaign.notes if "Counting" in note]
    qtbot.waitUntil(lambda: foot.job.count.text() == "3 of 1,000")
    foot.job.cancel.click()
    go_on.set()
    campaign.settle()
    assert done == [] and not foot.job.isVisible()
    assert any("Nothing was left half done" in note for note in campaign.notes)
    assert topics == ["box", "log"]
    assert desk.act(lambda workspace: 1) == 1


def test_the_question_starts_at_leave_it_and_escape_leaves_it(opened: Opened) -> None:
    campaign = opened("empty")
    asked = campaign.frame.foot.question
    done: list[int] = []
    campaign.desk.ask("Really?", "This is lost.", "Do it", lambda: done.append(1))
    assert asked.isVisible() and campaign.window.focusWidget() is asked.no
    QTest.keyClick(asked.no, Qt.Key.Key_Escape)
    assert not asked.isVisible() and done == []
    campaign.desk.ask("Really?", "This is lost.", "Do it", lambda: done.append(1))
    QTest.keyClick(asked.yes, Qt.Key.Key_Space)
    assert not asked.isVisible() and done == [1]


def test_a_preview_keeps_nothing_signs_nothing_and_leads_back(
    opened: Opened, qtbot: QtBot, review_app_home: Path
) -> None:
    campaign = opened("packed")
    window, frame = campaign.window, campaign.frame
    before = sorted(path.name for path in review_app_home.rglob("*"))
    campaign.page("history")
    campaign.desk.open_in_reader(campaign.campaign.package, campaign.campaign.card(13))
    qtbot.waitUntil(lambda: window.round is not None, timeout=30_000)
    assert window.organizer is None and window.preview is not None and window.preview.bar.isVisible()
    assert window.desk is not None and window.round is not None
    window.desk.change(window.round.case, lambda session: session.set_score(window.round.case, 0, 7))
    window.go_to_step("check")
    window.round.check.go_on.emit()
    assert window.round.step == "check" and not window.top.step_buttons["sign"].isVisible()
    window.preview.back.click()
    assert window.organizer is frame and frame.isVisible() and frame.station == "history"
    assert window.session is None and window.preview is None
    assert campaign.desk.act(lambda workspace: workspace.rounds.current().state) == "packed"
    assert sorted(path.name for path in review_app_home.rglob("*")) == before


def test_closing_the_window_in_a_preview_closes_the_campaign_too(opened: Opened, qtbot: QtBot) -> None:
    campaign = opened("packed")
    campaign.desk.open_in_reader(campaign.campaign.package, campaign.campaign.card(13))
    qtbot.waitUntil(lambda: campaign.window.round is not None, timeout=30_000)
    campaign.window.close()
    campaign.campaign.open().close()


def test_closing_gives_the_folder_back(opened: Opened, campaign_at: Callable[[str], SampleCampaign]) -> None:
    campaign = opened("empty")
    campaign.frame.close_campaign.click()
    assert campaign.window.start_page is not None
    campaign.campaign.open().close()


def test_undo_is_bound_once_on_every_page(opened: Opened) -> None:
    """Two shortcuts of one key would keep each other from being heard."""
    campaign = opened("shortlisted")
    for name in campaign.frame.buttons:
        campaign.page(name)
        held = [key.toString() for each in campaign.window.findChildren(QShortcut) for key in each.keys()]  # noqa: SIM118
        assert held.count("Ctrl+Z") == held.count("Ctrl+Y") == 1, name
