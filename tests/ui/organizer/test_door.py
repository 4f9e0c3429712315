"""The organizers' door: a new campaign, one opened before, an archived one, the sample, and what is refused."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from review_app.__main__ import CAMPAIGN, opens_in_window
from review_app.model.errors import EnvironmentFailure
from review_app.model.workspace import Workspace
from review_app.model.workspace.context import DATABASE_NAME
from review_app.ui.organizer.door import OrganizerDoor
from review_app.ui.organizer.new_campaign import folder_name
from review_app.ui.window import MainWindow
from tests.campaigns import SampleCampaign

Open = Callable[..., MainWindow]


def door_of(window: MainWindow) -> OrganizerDoor:
    """Goes through the organizers' door."""
    page = window.start_page
    assert page is not None
    page.doors.buttons()[1].click()
    return next(iter(page.organizer.findChildren(OrganizerDoor)))


def opened_folder(window: MainWindow, bot: QtBot) -> Path:
    bot.waitUntil(lambda: window.organizer is not None, timeout=30_000)
    assert window.organizer is not None
    return window.organizer.desk.workspace.folder


def test_a_new_campaign_is_made_by_keys_alone_and_is_there_the_next_time(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window()
    door = door_of(window)
    QTest.keyClick(door.new, Qt.Key.Key_Space)
    form = door.form
    assert window.focusWidget() is form.title
    form.make.click()
    assert form.trouble.isVisible() and "name" in form.trouble.text()
    form.title.insert("治理案例")
    QTest.keyClicks(form.edition, "2026")
    assert form.folder.text().endswith("治理案例 2026")
    form.organizers.insert("甲大学；乙研究院")
    form.folder.selectAll()
    QTest.keyClicks(form.folder, str(tmp_path / "made"))
    QTest.keyClick(form.folder, Qt.Key.Key_Return)
    assert opened_folder(window, qtbot) == tmp_path / "made"
    assert window.organizer is not None
    settings = window.organizer.desk.workspace.settings
    assert (settings.title, settings.edition) == ("治理案例", "2026")
    assert [each.name for each in settings.organizers] == ["甲大学", "乙研究院"]
    window.campaigns.leave()
    door = door_of(window)
    assert [link.text() for link in door.recent] == ["made"]
    door.recent[0].click()
    assert opened_folder(window, qtbot) == tmp_path / "made"


def test_where_no_key_can_be_kept_a_passphrase_is_asked_inline_and_again_when_it_is_needed(
    open_window: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("REVIEW_APP_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    window = open_window()
    door = door_of(window)
    door.new.click()
    form = door.form
    form.title.setText("治理案例")
    form.edition.setText("2026")
    form.folder.setText(str(tmp_path / "made"))
    assert not form.passphrase.isVisible()
    form.make.click()
    qtbot.waitUntil(form.passphrase.isVisible, timeout=30_000)
    assert not (tmp_path / "made").exists()
    form.passphrase.setText("correct horse")
    form.again.setText("correct house")
    form.make.click()
    assert "differ" in form.trouble.text()
    form.again.setText("correct horse")
    form.make.click()
    folder = opened_folder(window, qtbot)
    window.campaigns.leave()
    window.campaigns.open(folder)
    opened_folder(window, qtbot)
    assert window.organizer is not None
    desk, panel = window.organizer.desk, window.organizer.foot.passphrase
    done: list[bool] = []

    def unlock(workspace: Workspace) -> None:
        workspace.unlock()
        done.append(True)

    assert not desk.did(unlock) and panel.isVisible() and window.focusWidget() is panel.field
    panel.field.setText("wrong horse")
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert panel.isVisible() and panel.trouble.isVisible() and done == []
    panel.field.setText("correct horse")
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert done == [True] and not panel.isVisible()
    desk.run("Unlocking", lambda workspace, progress: unlock(workspace))
    qtbot.waitUntil(lambda: not desk.busy)
    assert done == [True, True]


def test_a_form_that_grew_in_a_low_window_shows_what_goes_on(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    window.resize(1093, 614)
    door = door_of(window)
    door.new.click()
    form = door.form
    form.title.setText("治理案例")
    form.edition.setText("2026")
    form.show_failure(EnvironmentFailure("passphrase-needed"))
    form.make.click()
    assert form.trouble.isVisible()

    def seen(part: QWidget) -> bool:
        return part.visibleRegion().boundingRect() == part.rect()

    qtbot.waitUntil(lambda: seen(form.make) and seen(form.passphrase))


def test_a_second_instance_is_refused_with_a_sentence_at_the_door(
    open_window: Open, qtbot: QtBot, campaign_at: Callable[[str], SampleCampaign]
) -> None:
    campaign = campaign_at("empty")
    with campaign.open():
        window = open_window()
        door = door_of(window)
        door.open_wanted.emit(campaign.folder, False)
        qtbot.waitUntil(door.trouble.isVisible, timeout=30_000)
        assert "in use" in door.trouble.text() and window.organizer is None
    door.open_wanted.emit(campaign.folder, False)
    assert opened_folder(window, qtbot) == campaign.folder


def test_an_archived_campaign_is_only_looked_at(
    open_window: Open, qtbot: QtBot, campaign_at: Callable[[str], SampleCampaign]
) -> None:
    campaign = campaign_at("opened")
    before = {path: path.read_bytes() for path in campaign.folder.rglob("*") if path.is_file()}
    window = open_window()
    door_of(window).open_wanted.emit(campaign.folder, True)
    opened_folder(window, qtbot)
    assert window.organizer is not None
    frame = window.organizer
    assert frame.desk.read_only and "Read-only" in frame.standing.text()
    for name in ("overview", "history", "settings"):
        frame.show_station(name)
    settings = frame.page
    assert settings is not None and not settings.head_acts[-1].isEnabled()
    assert not frame.desk.did(lambda workspace: workspace.log.append("people-added", {"count": 1}))
    assert any("looking only" in note.accessibleName() for note in window.notes.notes)
    window.campaigns.leave()
    after = {path: path.read_bytes() for path in campaign.folder.rglob("*") if path.is_file()}
    assert after == before
    assert window.settings.campaigns == []


def test_the_sample_campaign_is_made_once_and_has_no_nominations_yet(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    door_of(window).sample.click()
    folder = opened_folder(window, qtbot)
    assert window.organizer is not None
    desk = window.organizer.desk
    assert desk.workspace.sample and desk.workspace.nominations.ids() == []
    head = desk.workspace.log.head()
    window.campaigns.leave()
    door_of(window).sample.click()
    assert opened_folder(window, qtbot) == folder
    assert window.organizer.desk.workspace.log.head() == head


def test_a_campaign_folder_dropped_anywhere_is_opened_and_others_are_refused(
    open_window: Open, qtbot: QtBot, campaign_at: Callable[[str], SampleCampaign], tmp_path: Path
) -> None:
    one, other = campaign_at("empty"), campaign_at("nominated")
    window = open_window()
    window.open_files([tmp_path])
    assert any("not an organizer's workspace" in note.accessibleName() for note in window.notes.notes)
    window.open_files([one.folder])
    assert opened_folder(window, qtbot) == one.folder
    window.open_files([other.folder / "campaign.sqlite"])
    qtbot.waitUntil(
        lambda: window.organizer is not None and window.organizer.desk.workspace.folder == other.folder,
        timeout=30_000,
    )
    one.open().close()
    assert window.organizer is not None
    window.organizer.show_station("overview")
    stray = tmp_path / "stray.bin"
    stray.write_bytes(b"\0")
    window.open_files([stray])
    assert any("takes no files" in note.accessibleName() for note in window.notes.notes)


def test_a_lost_key_leads_to_the_recovery_kit(
    open_window: Open,
    qtbot: QtBot,
    campaign_at: Callable[[str], SampleCampaign],
    review_app_home: Path,
) -> None:
    campaign = campaign_at("empty")
    shutil.rmtree(review_app_home / "keys")
    window = open_window()
    window.campaigns.open(campaign.folder)
    opened_folder(window, qtbot)
    assert window.organizer is not None
    frame = window.organizer
    assert not frame.desk.did(lambda workspace: workspace.unlock())
    asked = frame.foot.question
    assert asked.isVisible() and "key" in asked.question.text()
    wanted: list[str] = []
    frame.desk.wanted.connect(lambda station, where: wanted.append(station))
    asked.yes.click()
    assert wanted == ["care"]


def test_a_folder_is_named_as_every_system_takes_it() -> None:
    assert folder_name("案例: a/b?", " 2026. ") == "案例 a b 2026"
    assert folder_name("", "") == ""


def test_a_campaign_named_on_the_command_line_opens_in_the_window(
    campaign_at: Callable[[str], SampleCampaign], tmp_path: Path
) -> None:
    campaign = campaign_at("empty")
    assert DATABASE_NAME == CAMPAIGN
    assert opens_in_window(str(campaign.folder)) and not opens_in_window(str(tmp_path))
