"""The page Safekeeping, as an organizer uses it: a kit, a backup, another computer."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from review_app.model.crypto.recovery import parse_kit
from review_app.model.workspace import Workspace
from review_app.model.workspace.keeping import keep
from review_app.ui.organizer.care.page import CarePage
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.widgets import dialogs
from review_app.ui.window import MainWindow
from tests.ui.organizer.conftest import OpenCampaign

Opened = Callable[[str], OpenCampaign]


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """What the system's dialogs answer: a new file, an existing file, a folder."""

    chosen: dict[str, Path | None] = {}
    monkeypatch.setattr(OrganizerDesk, "save_as", lambda self, parent, name, kinds, do: do(chosen["new"]))
    monkeypatch.setattr(OrganizerDesk, "open_files", lambda self, parent, kinds, do: do([chosen["file"]]))
    monkeypatch.setattr(
        OrganizerDesk, "open_folder", lambda self, parent, title, do, make=False: do(chosen["folder"])
    )
    return chosen.update


def care(campaign: OpenCampaign) -> CarePage:
    page = campaign.page("care")
    assert isinstance(page, CarePage)
    return page


def test_a_kit_is_made_written_down_and_used(
    opened: Opened, answers: Callable[..., None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    campaign = opened("nominated")
    page = care(campaign)
    assert "Not made yet" in page.kit_state.text() and page.make_kit.property("kind") == "primary"
    answers(new=tmp_path / "kit.pdf")
    page.make_kit.setFocus()
    page.make_kit.click()
    assert page.area is not None and campaign.desk.busy
    assert page.area.verticalScrollBar().value() == 0  # nothing moves because acts are switched off
    campaign.settle()
    assert page.panel.isVisible() and parse_kit((tmp_path / "kit.pdf").read_bytes())
    passphrase = page.panel.shown.text()
    assert campaign.workspace.recovery.made == ""

    assert campaign.frame.show_station("overview") is None or campaign.frame.station == "care"
    assert campaign.frame.station == "care"  # what is shown once isn't left by mistake
    other = passphrase[:-1] + ("0" if passphrase[-1] != "0" else "1")
    QTest.keyClicks(page.panel.field, other)
    page.panel.confirm.click()
    assert page.panel.trouble.isVisible() and page.panel.isVisible()
    page.panel.field.clear()
    QTest.keyClicks(page.panel.field, passphrase.lower().replace("-", ""))
    page.panel.confirm.click()
    assert not page.panel.isVisible() and page.panel.shown.text() == ""
    assert campaign.workspace.recovery.made
    assert "Last made on" in page.kit_state.text()
    assert any("complete" in note for note in campaign.notes)

    monkeypatch.setenv("REVIEW_APP_HOME", str(tmp_path / "another-computer"))
    campaign.workspace._context._vault = None
    page.use_kit.click()
    answers(file=tmp_path / "kit.pdf")
    page.key_form.choose.click()
    assert "kit.pdf" in page.key_form.file_words.text()
    QTest.keyClicks(page.key_form.passphrase, other)
    page.key_form.act.click()
    assert page.key_form.trouble.isVisible()
    page.key_form.passphrase.clear()
    QTest.keyClicks(page.key_form.passphrase, passphrase)
    page.key_form.act.click()
    campaign.settle()
    assert not page.key_form.isVisible()
    assert list((tmp_path / "another-computer" / "keys").iterdir())
    assert any("key is back" in note for note in campaign.notes)


def test_backup_and_back(opened: Opened, answers: Callable[..., None], tmp_path: Path, qtbot: QtBot) -> None:
    campaign = opened("boxed")
    page = care(campaign)
    answers(new=tmp_path / "a.campaignbackup", folder=tmp_path / "back")
    before = len(campaign.workspace.nominations.ids())
    page.back_up.click()
    campaign.settle()
    assert any("Backed up" in note for note in campaign.notes)
    assert "Last backed up" in page.backup_state.text()
    assert campaign.window.campaigns.take([tmp_path / "a.campaignbackup"])
    campaign.settle()
    assert page.restore.open_it.isVisible()
    page.restore.open_it.click()
    qtbot.waitUntil(lambda: campaign.workspace.folder == tmp_path / "back", timeout=20_000)
    assert len(campaign.workspace.nominations.ids()) == before
    assert care(campaign).places.isVisible()


def test_a_backup_under_a_passphrase(opened: Opened, answers: Callable[..., None], tmp_path: Path) -> None:
    campaign = opened("empty")
    page = care(campaign)
    answers(new=tmp_path / "a.campaignbackup", file=tmp_path / "a.campaignbackup", folder=tmp_path / "back")
    page.back_up_apart.click()
    campaign.settle()
    passphrase = page.backup_panel.shown.text()
    QTest.keyClicks(page.backup_panel.field, passphrase)
    page.backup_panel.confirm.click()
    page.restore.choose.click()
    campaign.settle()
    form = page.restore.form
    assert form.isVisible() and not form.text.isVisible()
    QTest.keyClicks(form.passphrase, passphrase.replace("-", " "))
    form.act.click()
    campaign.settle()
    assert page.restore.open_it.isVisible()
    with Workspace.open(tmp_path / "back") as back:
        back.verify_log()


def test_edits_are_listed_undone_and_redone(opened: Opened) -> None:
    campaign = opened("nominated")
    before = campaign.workspace.settings
    changed = msgspec.structs.replace(before, note="新的说明")
    campaign.desk.act(lambda workspace: workspace.campaign.update(changed), "campaign")
    page = care(campaign)
    assert page.edits.undo.isEnabled() and not page.edits.redo.isEnabled()
    page.edits.undo.click()
    assert campaign.workspace.settings == before
    assert page.edits.redo.isEnabled()
    page.edits.redo.click()
    assert campaign.workspace.settings == changed


def test_looking_only_makes_nothing(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    campaign = opened("nominated")
    folder = tmp_path / "archived"
    campaign.workspace.close()
    shutil.copytree(campaign.campaign.folder, folder)
    campaign.window.campaigns.open(folder, read_only=True)
    qtbot.waitUntil(lambda: campaign.workspace.folder == folder, timeout=20_000)
    before = sorted(path.name for path in folder.iterdir())
    page = care(campaign)
    assert not page.make_kit.isEnabled() and not page.edits.undo.isEnabled()
    assert page.back_up.isEnabled()
    assert sorted(path.name for path in folder.iterdir()) == before


def test_a_reminder_in_a_real_campaign_until_there_is_a_kit(
    open_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "real"
    Workspace.create(folder, "T", "E", []).close()
    window = open_window()

    def asked() -> bool:
        window.campaigns.open(folder)
        qtbot.waitUntil(lambda: window.organizer is not None, timeout=20_000)
        assert window.organizer is not None
        return window.organizer.foot.question.isVisible()

    assert asked()
    window.campaigns.leave()
    with Workspace.open(folder) as workspace:
        workspace.recovery.note_made(workspace.recovery.prepare())
    assert not asked()


def test_a_lost_computer_starts_at_the_door(
    open_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Workspace.create(tmp_path / "real", "T", "E", []) as workspace:
        kit = workspace.recovery.prepare()
        workspace.recovery.note_made(kit)
        keep(workspace, tmp_path / "a.campaignbackup")
    monkeypatch.setenv("REVIEW_APP_HOME", str(tmp_path / "new-computer"))
    window = open_window()
    window.settings.door = "organizer"
    window.show_start()
    door = window.campaigns._door
    assert door is not None
    monkeypatch.setattr(
        dialogs, "ask_for_folder", lambda parent, title, then, **more: then(tmp_path / "back")
    )
    assert window.campaigns.take([tmp_path / "a.campaignbackup"])
    qtbot.waitUntil(lambda: door.isEnabled() and door.restore is not None and door.restore.form.isVisible())
    assert door.restore is not None
    form = door.restore.form
    form.text.setPlainText(kit.text())
    QTest.keyClicks(form.passphrase, kit.passphrase)
    form.act.click()
    opens = door.restore.open_it
    qtbot.waitUntil(lambda: door.isEnabled() and opens.isVisible(), timeout=20_000)
    opens.click()
    qtbot.waitUntil(lambda: window.organizer is not None, timeout=20_000)
    assert window.organizer is not None
    window.organizer.desk.workspace.unlock()
    assert not window.organizer.foot.question.isVisible()


def test_a_synced_folder_is_warned_of(
    open_window: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "OneDrive - 示例大学" / "campaign"
    folder.parent.mkdir()
    Workspace.create(folder, "T", "E", []).close()
    window = open_window()
    window.campaigns.open(folder)
    qtbot.waitUntil(lambda: window.organizer is not None, timeout=20_000)
    assert any("sync program" in note.accessibleName() for note in window.notes.notes)
    assert window.organizer is not None
    page = window.organizer.show_station("care")
    assert isinstance(page, CarePage) and page.places.doubts.isVisible()
