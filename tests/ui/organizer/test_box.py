"""The ballot box's page on the sample campaign: dropping sheets, closing, the ceremony, the states."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from review_app.model.box.opening_record import verify_opening
from review_app.model.box.record import verify_record
from review_app.model.box.states import State
from review_app.model.crypto.base32 import short_form
from review_app.ui.organizer.box.page import BoxPage
from review_app.ui.organizer.box.words import state_advice, state_meaning, state_name
from tests.ui.organizer.conftest import OpenCampaign

Opened = Callable[[str], OpenCampaign]


def box_page(campaign: OpenCampaign) -> BoxPage:
    page = campaign.page("box")
    assert isinstance(page, BoxPage)
    return page


def state(campaign: OpenCampaign) -> str:
    return campaign.workspace.rounds.current().state


def drop(campaign: OpenCampaign, *paths: Path) -> BoxPage:
    page = box_page(campaign)
    assert campaign.frame.take_files(list(paths))
    campaign.settle()
    return page


def test_before_packing_the_page_says_where_to_go(opened: Opened, tmp_path: Path) -> None:
    campaign = opened("shortlisted")
    page = box_page(campaign)
    assert page.nothing.isVisible() and page.first_focus() is page.to_package
    assert not campaign.frame.take_files([tmp_path])


def test_sheets_are_dropped_and_what_is_none_is_named(opened: Opened, tmp_path: Path) -> None:
    campaign = opened("boxed")
    folder = tmp_path / "mail"
    (folder / "deep").mkdir(parents=True)
    for file in campaign.campaign.sheets[:2]:
        shutil.copy(file, folder / "deep" / f"renamed {file.stem}.dat")
    (folder / "信.txt").write_text("随信附上评分表", encoding="utf-8")
    (folder / "cut.scoresheet").write_bytes(campaign.campaign.sheets[0].read_bytes()[:-40])
    page = drop(campaign, folder)
    assert page.intake.number.text() == "12"
    assert "2" in page.intake.came.text() and page.intake.came.isVisible()
    assert sorted(file.name for file in page.intake.refused.files) == ["cut.scoresheet", "信.txt"]
    page.intake.refused.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert "cut.scoresheet" in copied and "ask whoever sent this file to send it again" in copied
    assert campaign.notes == []


def test_codes_are_saved_sorted(opened: Opened, saving: Path) -> None:
    campaign = opened("boxed")
    page = box_page(campaign)
    page.intake.copy_codes.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    codes = campaign.workspace.counting.delivery_codes(campaign.workspace.rounds.current())
    assert len(codes) == 12 and [line for line in lines if line in codes] == sorted(codes)
    page.intake.save_codes.click()
    assert (saving / "delivery-codes.pdf").read_bytes().startswith(b"%PDF")
    (note,) = campaign.window.notes.notes
    assert str(saving) in note.whole and note.action is not None and note.action.text() == "Show in folder"


def test_closing_is_left_by_escape_by_its_button_by_pressing_again_and_with_the_page(opened: Opened) -> None:
    campaign = opened("boxed")
    page = box_page(campaign)
    closing = page.intake.closing
    for leave in (
        lambda: QTest.keyClick(closing.lost, Qt.Key.Key_Escape),
        closing.cancel.click,
        page.close_act.click,
        lambda: (campaign.page("overview"), campaign.page("box")),
    ):
        page.close_act.click()
        assert closing.isVisible() and campaign.window.focusWidget() is closing.lost
        leave()
        assert not closing.isVisible() and state(campaign) == "packed"


def test_from_closing_to_the_states(opened: Opened, saving: Path, qtbot: QtBot) -> None:
    campaign = opened("boxed")
    page = box_page(campaign)
    assert not page.open_act.isVisible()
    page.close_act.click()
    assert page.intake.closing.isVisible()
    page.intake.closing.lost.setText("1")
    page.intake.closing.close_intake.click()
    round_ = campaign.workspace.rounds.current()
    assert state(campaign) == "packed"  # asked first
    question = campaign.frame.foot.question
    assert question.isVisible()
    question.yes.click()
    assert state(campaign) == "closed" and list(saving.iterdir()) == []  # no dialog comes unasked
    assert campaign.window.focusWidget() is page.ceremony.record.save_record
    page.ceremony.record.save_record.click()
    record = (saving / "box-record.jws").read_bytes()
    assert verify_record(record, round_.organizer_public).unnamed_lost == 1
    assert page.ceremony.record.short.text() == short_form(hashlib.sha256(record).hexdigest())
    page.ceremony.record.save_page.click()
    assert (saving / "box-record.pdf").read_bytes().startswith(b"%PDF")
    page.ceremony.names.setPlainText("王见证\n\n 李公证 \n王见证\n")
    page.open_act.setFocus()
    page.open_act.click()
    assert state(campaign) == "closed" and question.isVisible()  # asked first, too
    assert "12 sheet" in question.question.text() and "was saved on" in question.lost.text()
    assert "can't be taken back" in question.lost.text() and "Nobody is noted" not in question.lost.text()
    QTest.keyClick(question.no, Qt.Key.Key_Escape)
    assert not question.isVisible() and campaign.window.focusWidget() is page.open_act
    QTest.keyClick(page.open_act, Qt.Key.Key_Space)
    question.yes.click()
    campaign.settle()
    assert state(campaign) == "opened" and campaign.window.focusWidget() is page.record_act
    assert page.outcome.isVisible() and len(page.outcome.table.records) == 12
    assert all(bool(each.receipt) != bool(each.delivery_code) for each in page.outcome.table.records)
    assert list(page.outcome.lines.names) == [State.ACCEPTED]
    page.record_act.click()
    assert (saving / "opening.pdf").read_bytes().startswith(b"%PDF")
    signed = campaign.workspace.counting.opening_record(round_)
    opening = verify_opening(signed, round_.organizer_public)
    assert opening.present == ["王见证", "李公证"]
    assert [(each.state, each.sheets) for each in opening.states] == [("accepted", 12)]
    papers = [line.details.get("paper") for line in campaign.workspace.log.lines()]
    assert [each for each in papers if each] == ["box-record", "box-record-page", "opening-record"]


def test_who_opens_without_the_record_or_witnesses_is_told(opened: Opened) -> None:
    campaign = opened("closed")
    page = box_page(campaign)
    page.open_act.setFocus()
    page.open_act.click()
    said = campaign.frame.foot.question.lost.text()
    assert "hasn't been saved" in said and "Nobody is noted as present" in said
    campaign.frame.foot.question.yes.click()
    campaign.settle()
    assert state(campaign) == "opened"


def test_cards_that_lie_unused_are_named_before_closing(opened: Opened) -> None:
    campaign = opened("boxed")
    page = box_page(campaign)
    page.close_act.click()
    closing = page.intake.closing
    assert closing.unused.isVisible() and "At least 2 card" in closing.unused.text()
    closing.to_cards.click()
    assert campaign.frame.station == "experts" and state(campaign) == "packed"


def test_a_sheet_after_closing_is_late(opened: Opened, tmp_path: Path) -> None:
    campaign = opened("packed")
    workspace = campaign.workspace
    page = box_page(campaign)
    campaign.desk.act(lambda w: w.counting.close(w.rounds.current()), "box")
    late = tmp_path / "late.scoresheet"
    late.write_bytes(made_late(campaign))
    drop(campaign, late)
    assert workspace.counting.glance(workspace.rounds.current()).late == 1
    assert any("1 sheet" in note and "late" in note for note in campaign.notes)
    page.open_act.click()
    campaign.frame.foot.question.yes.click()
    campaign.settle()
    assert workspace.rounds.current().state == "closed"
    assert page.ceremony.too_few.isVisible()
    assert list(page.ceremony.too_few.lines.names) == [State.LATE]
    assert page.ceremony.record.isVisible()


def made_late(campaign: OpenCampaign) -> bytes:
    """A sheet that one of the experts makes now."""
    from review_app.model.sample.campaign import sample_data
    from review_app.model.sample.scoring import score_and_export

    data, sample = sample_data(), campaign.campaign
    expert = data.experts[0]
    folder = sample.root / "late"
    score_and_export(sample.package, sample.card(0), expert, data.quality, sample.root / "e", folder)
    (file,) = folder.glob("*")
    return file.read_bytes()


def test_every_state_is_explained(dressed: None) -> None:
    for state in State:
        assert state_name(state) and state_meaning(state).endswith(".")
    assert not state_advice(State.ACCEPTED)
    assert len({state_name(state) for state in State}) == len(State)
