"""The station of the archive on the sample campaign: sealing asked about, written, checked at once, the key to
publish."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from review_app.model.result.page import verify_page
from review_app.model.result.verify import verify_archive
from review_app.ui.organizer.archive.page import ArchivePage
from review_app.ui.organizer.experts.words import publication_words
from tests.ui.organizer.conftest import OpenCampaign
from tests.ui.shown import said

Opened = Callable[[str], OpenCampaign]


def archive_page(campaign: OpenCampaign) -> ArchivePage:
    page = campaign.page("archive")
    assert isinstance(page, ArchivePage)
    return page


def test_before_the_opening_the_page_says_where_to_go(opened: Opened) -> None:
    campaign = opened("closed")
    page = archive_page(campaign)
    assert page.nothing.isVisible() and not page.write_act.isVisible()
    assert page.first_focus() is page.to_box
    round_ = campaign.workspace.rounds.current()
    text = said(page.nothing)
    assert publication_words(round_.rule.publication, sealed=False) in text
    assert "of the result nothing before the box is opened" in text and "as final" in text
    page.key_ahead.copy.click()
    assert QGuiApplication.clipboard().text() == round_.organizer_thumbprint
    QTest.keyClick(page.to_box, Qt.Key.Key_Return)
    assert campaign.frame.station == "box"


def test_before_a_round_it_says_where_publication_is_decided(opened: Opened) -> None:
    page = archive_page(opened("shortlisted"))
    assert "chosen when the round is set up" in said(page.nothing)
    assert not page.key_ahead.isVisible()


def test_written_after_a_question_and_checked_at_once(opened: Opened, saving: Path, qtbot: QtBot) -> None:
    campaign = opened("opened")
    page = archive_page(campaign)
    text = said(page)
    assert "hasn't been confirmed" in text and "Whose sheet is whose" in text
    key = campaign.workspace.rounds.current().organizer_thumbprint
    assert page.key.thumbprint.text() == key
    page.key.copy.click()
    assert QGuiApplication.clipboard().text() == key
    page.write_act.click()
    question = campaign.frame.foot.question
    assert question.isVisible() and list(saving.iterdir()) == []
    question.yes.click()
    qtbot.waitUntil(lambda: page.panel.archive is not None and not campaign.desk.busy, timeout=60_000)
    (file,) = saving.iterdir()
    assert file.suffix == ".results" and verify_archive(file).consistent
    assert campaign.workspace.rounds.current().state == "sealed"
    assert page.area is not None
    bar = page.area.verticalScrollBar()
    assert bar.maximum() > 0 and bar.value() == 0  # the page doesn't go anywhere by itself
    assert (
        page.written.isVisible()
        and "Everything agrees" in page.written.text()
        and file.name in page.written.text()
    )
    page.to_check.click()
    assert bar.value() > 0
    assert campaign.workspace.log.lines()[-1].act == "archive-written"
    text = said(page)
    assert "Everything agrees, and the key is the one you expect" in text
    assert "isn't final yet" in text and page.head_words is not None
    assert page.head_words.text() == "Proposed, not final"
    assert any("The archive is written" in note for note in campaign.notes)
    page.write_act.click()  # sealed before: nothing left to ask but whether to replace the file
    assert question.isVisible() and file.name in question.question.text()


def test_a_final_result_is_said_to_be_final(opened: Opened, saving: Path) -> None:
    import datetime

    campaign = opened("opened")
    day = datetime.date.today()
    workspace = campaign.workspace
    workspace.counting.confirm(workspace.rounds.current(), day, day)
    workspace.publication.finish(workspace.rounds.current(), day + datetime.timedelta(days=1))
    page = archive_page(campaign)
    assert "The result is final, and the archive says so." in said(page)
    assert not page.to_results.isVisible()


def test_the_page_is_saved_apart(opened: Opened, saving: Path) -> None:
    campaign = opened("opened")
    page = archive_page(campaign)
    page.page_act.click()
    assert (saving / "verify.html").read_bytes() == verify_page()


def test_files_dropped_anywhere_come_here_to_be_checked(
    opened: Opened, saving: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    campaign = opened("opened")
    workspace = campaign.workspace
    file, record = tmp_path / "sent.results", tmp_path / "box.jws"
    workspace.counting.archive(workspace.rounds.current(), file)
    record.write_bytes(workspace.counting.record(workspace.rounds.current()))
    campaign.page("overview")
    campaign.window.open_files([file, record])
    qtbot.waitUntil(lambda: campaign.frame.station == "archive")
    page = campaign.frame.page
    assert isinstance(page, ArchivePage)
    qtbot.waitUntil(lambda: len(page.panel.files) == 2 and not campaign.desk.busy, timeout=60_000)
    assert "It is the record in the archive" in said(page)
    other = tmp_path / "letter.txt"
    other.write_text("nothing", encoding="utf-8")
    assert not page.take_files([other])
