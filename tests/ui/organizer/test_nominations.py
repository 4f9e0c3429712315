"""The station of nominations: list, detail, acts, what leaves; on a real workspace with the sample's nominations."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import cast

import msgspec
import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from review_app.model.workspace.nominations import IntakeResult
from review_app.model.workspace.submission import Submission
from review_app.ui.organizer.nominations.checks import Checks
from review_app.ui.organizer.nominations.detail import PIECES
from review_app.ui.organizer.nominations.fields import Fields
from review_app.ui.organizer.nominations.figures import Figures
from review_app.ui.organizer.nominations.page import NominationsPage
from review_app.ui.organizer.nominations.similar import SimilarCases
from review_app.ui.organizer.nominations.text import Text
from tests.screens.clipped import settle_layouts
from tests.ui.organizer.conftest import OpenCampaign

Opened = Callable[[str], OpenCampaign]


def page_of(campaign: OpenCampaign) -> NominationsPage:
    return cast(NominationsPage, campaign.page("nominations"))


def first(page: NominationsPage, state: str) -> Submission:
    found: list[Submission] = [one for one in page.table.records if one.state == state]
    return found[0]


def now(campaign: OpenCampaign, one: Submission) -> Submission:
    return campaign.workspace.submissions.get(one.id)


def test_an_empty_campaign_says_what_to_do(opened: Opened) -> None:
    page = page_of(opened("empty"))
    assert page.table.records == [] and page.table.isVisible()
    assert not page.filters.isVisible() and page.take.isVisible()
    assert page.first_focus() is page.take


def test_everything_handed_in_is_listed_and_filtered(opened: Opened, qtbot: QtBot) -> None:
    campaign = opened("nominated")
    page = page_of(campaign)
    handed_in = campaign.workspace.submissions.all()
    assert {one.id for one in page.table.records} == {one.id for one in handed_in}
    accepted = [one for one in handed_in if one.state == "accepted"]
    assert 0 < len(accepted) < len(handed_in)
    page.filters.chips["accepted"].click()
    assert {one.id for one in page.table.shown} == {one.id for one in accepted}
    page.filters.more.click()
    box = page.filters.boxes["facet"]
    facet = accepted[0].text("facet")
    box.setCurrentIndex(box.findData(facet))
    expected = {one.id for one in accepted if one.text("facet") == facet}
    assert {one.id for one in page.table.shown} == expected != {one.id for one in accepted}
    page.filters.reset()
    title = accepted[0].title
    page.filters.search.setText(title)
    qtbot.waitUntil(lambda: len(page.table.shown) < len(handed_in))
    assert all(title in one.title for one in page.table.shown)
    assert title in page.filters.said()


def test_each_piece_of_a_nomination_opens(opened: Opened) -> None:
    campaign = opened("nominated")
    page = page_of(campaign)
    for state in ("accepted", "received"):
        one = first(page, state)
        page.open_submission(one.id)
        assert page.detail.isVisible() and page.detail.title.text() == one.title
        for name in PIECES:
            page.detail.tabs[name].click()
            assert page.detail.open_name == name
            assert page.detail.piece(name).isVisible()
            assert page.detail.piece(name).submission == one
    page.detail.close_button.click()
    assert not page.detail.isVisible() and page.table.hasFocus()
    assert campaign.notes == []


def test_as_many_points_are_told_as_there_are_to_settle(opened: Opened) -> None:
    """One problem that names three fields is three points."""
    page = page_of(opened("nominated"))
    (one,) = [each for each in page.table.records if each.source_name == "x07-no-organisation"]
    (problem,) = one.problems
    page.open_submission(one.id)
    page.detail.tabs["checks"].click()
    checks = cast(Checks, page.detail.piece("checks"))
    said = [part.text() for part in checks.findChildren(QLabel)]
    assert problem.params["fields"] == ["organisation", "recipient", "dossier"]
    assert "3 points to settle before it can be accepted." in said
    assert page.detail.tabs["checks"].text() == "Check 3"


def test_the_list_leads_the_detail_and_the_keyboard_is_enough(opened: Opened) -> None:
    page = page_of(opened("nominated"))
    page.table.setFocus()
    page.table.selectRow(0)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page.detail.submission == page.table.shown[0]
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    assert page.detail.submission == page.table.shown[1]
    page.detail.after.click()
    assert page.detail.submission == page.table.shown[2]
    assert page.table.current() == page.table.shown[2]
    page.detail.before.click()
    assert page.detail.submission == page.table.shown[1]


def test_a_field_is_stored_when_it_is_left_and_the_edit_undone(opened: Opened) -> None:
    campaign = opened("nominated")
    page = page_of(campaign)
    one = first(page, "accepted")
    page.open_submission(one.id)
    page.detail.tabs["fields"].click()
    fields = cast(Fields, page.detail.piece("fields"))
    entry = cast(QLineEdit, fields.lines["contact"].entry)
    entry.setFocus()
    entry.setText("新的联系人 123")
    fields.lines["region"].entry.setFocus()
    assert now(campaign, one).text("contact") == "新的联系人 123"
    assert campaign.workspace.nominations.get(one.case_id).contact == "新的联系人 123"
    campaign.desk.undo()
    assert now(campaign, one).text("contact") == one.text("contact") == entry.text()
    route = cast(QComboBox, fields.lines["route"].entry)
    other = "expert" if one.text("route") == "self" else "self"
    route.setCurrentIndex(route.findData(other))
    route.activated.emit(route.currentIndex())
    assert campaign.workspace.nominations.get(one.case_id).route == other


def test_what_would_spoil_an_accepted_case_is_not_stored_and_stays_typed(opened: Opened) -> None:
    campaign = opened("nominated")
    page = page_of(campaign)
    one = first(page, "accepted")
    page.open_submission(one.id)
    page.detail.tabs["fields"].click()
    line = cast(Fields, page.detail.piece("fields")).lines["title"]
    entry = cast(QLineEdit, line.entry)
    entry.setFocus()
    entry.setText("")
    page.detail.tabs["text"].setFocus()
    assert now(campaign, one).title == one.title
    assert entry.text() == "" and line.trouble.isVisible() and "Not stored" in line.trouble.text()
    entry.setText(one.title)
    assert page.detail.flush()


def test_the_text_is_read_as_experts_read_it_and_changed_as_markdown(opened: Opened) -> None:
    campaign = opened("nominated")
    page = page_of(campaign)
    one = first(page, "accepted")
    page.open_submission(one.id)
    page.detail.tabs["text"].click()
    text = cast(Text, page.detail.piece("text"))
    assert one.title in text.view.toPlainText()
    text.edit.click()
    assert text.source.toPlainText() == one.dossier
    text.source.appendPlainText("补充一段。")
    text.store.click()
    assert "补充一段。" in campaign.workspace.nominations.get(one.case_id).dossier
    assert not text.editing
    text.edit.click()
    text.source.appendPlainText("又一段。")
    page.detail.tabs["checks"].click()  # leaving stores what was typed
    assert "又一段。" in now(campaign, one).dossier
    campaign.desk.undo()
    campaign.desk.undo()
    assert now(campaign, one).dossier == one.dossier


def test_figures_without_a_source_are_marked_and_sourced_in_place(opened: Opened) -> None:
    campaign = opened("nominated")
    page = page_of(campaign)
    one = next(each for each in page.table.records if each.state == "accepted" and each.claims)
    page.open_submission(one.id)
    page.detail.tabs["figures"].click()
    figures = cast(Figures, page.detail.piece("figures"))
    assert figures.table.rowCount() == len(one.claims)
    figures.add.click()
    page.setFocus()
    assert len(now(campaign, one).claims) == len(
        one.claims
    )  # an accepted case needs sources: told, not stored
    assert campaign.notes
    item = figures.table.item(0, 2)
    assert item is not None
    item.setText("市统计局年报")
    assert now(campaign, one).claims[0]["source"] == "市统计局年报"
    check = figures.table.item(0, 4)
    assert check is not None
    before = check.checkState()
    check.setCheckState(Qt.CheckState.Unchecked if before == Qt.CheckState.Checked else Qt.CheckState.Checked)
    after = campaign.workspace.nominations.get(one.case_id).claims[0].status
    assert after == ("self-reported" if before == Qt.CheckState.Checked else "verified")


def test_a_duplicate_is_shown_side_by_side_with_what_both_have(opened: Opened) -> None:
    campaign = opened("nominated")
    page = page_of(campaign)
    one = next(
        each
        for each in page.table.records
        if any(problem.code.startswith("nomination-s") for problem in each.problems)
    )
    page.open_submission(one.id)
    checks = cast(Checks, page.detail.piece("checks"))
    assert checks.isVisible()
    page.detail.open_piece("similar")
    similar = cast(SimilarCases, page.detail.piece("similar"))
    nearest = similar.table.shown[0]
    assert nearest.case_id and nearest.percent > 50
    part = nearest.common[0]
    assert similar.own.toPlainText() == one.dossier
    assert similar.other.toPlainText() == nearest.text
    marks = similar.own.extraSelections()
    assert len(marks) == len(nearest.common)
    assert marks[0].cursor.selectedText().replace("\u2029", "\n") == one.dossier[part.start : part.end]
    if len(nearest.common) > 1:
        similar.next.click()
        assert similar.own.at == 1


def test_a_case_of_an_earlier_edition_is_compared_with(opened: Opened, tmp_path: Path) -> None:
    campaign = opened("nominated")
    page = page_of(campaign)
    one = first(page, "accepted")
    page.open_submission(one.id)
    page.detail.open_piece("similar")
    similar = cast(SimilarCases, page.detail.piece("similar"))
    assert not any(each.edition for each in similar.table.records)
    table = tmp_path / "往届.csv"
    with table.open("w", encoding="utf-8-sig", newline="") as out:
        rows = [["案例名称", "申报单位", "年份", "正文"], [one.title, "别的单位", "2015", one.dossier]]
        csv.writer(out).writerows(rows)
    similar.add_earlier([table])
    nearest = similar.table.shown[0]
    assert (nearest.edition, nearest.title, nearest.percent) == ("2015", one.title, 100)
    assert "1 " in similar.earlier.text()
    assert similar.other.toPlainText() == nearest.text


def test_returning_needs_a_reason_gives_a_letter_and_can_be_taken_back(opened: Opened) -> None:
    campaign = opened("nominated")
    page = page_of(campaign)
    one = first(page, "received")
    page.open_submission(one.id)
    page.detail.give_back.click()
    panel = page.detail.returning
    assert panel.isVisible() and panel.field.hasFocus() and panel.field.toPlainText()
    panel.field.setPlainText("  ")
    panel.yes.click()
    assert now(campaign, one).state == one.state and campaign.notes
    QTest.keyClick(panel.field, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    page.detail.give_back.click()
    panel.field.setPlainText("请补充数据来源。")
    panel.yes.click()
    assert now(campaign, one).state == "returned" and now(campaign, one).reason == "请补充数据来源。"
    panel.copy.click()
    letter = QApplication.clipboard().text()
    assert "请补充数据来源。" in letter and one.title in letter
    page.detail.reopen.click()
    assert now(campaign, one).state == one.state
    acts = [line.act for line in campaign.workspace.log.lines()[-2:]]
    assert acts == ["submission-returned", "submission-reopened"]
    page.detail.open_piece("history")
    assert page.detail.piece("history").isVisible()


def test_accepting_one_and_all_complete_ones(opened: Opened) -> None:
    campaign = opened("nominated")
    page = page_of(campaign)
    three = [one for one in page.table.records if one.state == "accepted"][:3]
    for one in three:
        page.open_submission(one.id)
        page.detail.reopen.click()
        assert now(campaign, one).state == "complete"
        assert one.case_id not in campaign.workspace.nominations
    page.open_submission(three[0].id)
    assert page.detail.accept.isVisible() and page.accept_all.isVisible()
    order = [one.id for one in page.table.shown]
    place = page.detail.accept.mapTo(page.detail, page.detail.accept.rect().center())
    page.detail.accept.click()
    settle_layouts()
    assert page.detail.childAt(place) is page.detail.accept  # not "Return…", which a second click would press
    assert not page.detail.accept.isEnabled() and page.detail.give_back.isVisible()
    assert now(campaign, three[0]).case_id == three[0].case_id
    assert [one.id for one in page.table.shown] == order  # nothing jumps away while it is worked on
    assert page.table.current().id == three[0].id
    page.accept_all.click()
    assert all(now(campaign, one).state == "accepted" for one in three)
    assert not page.accept_all.isVisible()
    in_all = sum(one.state == "accepted" for one in page.table.records)
    assert page.head_words is not None and str(in_all) in page.head_words.text()
    assert campaign.notes == []


def test_the_list_leaves_as_pdf_and_as_a_table(opened: Opened, tmp_path: Path) -> None:
    campaign = opened("nominated")
    page = page_of(campaign)
    page.filters.chips["received"].click()
    shown = page.table.shown
    page.outgoing.write_list(tmp_path / "list.pdf")
    pages = pypdfium2.PdfDocument(tmp_path / "list.pdf")
    pdf = "".join("".join(page.get_textpage().get_text_range() for page in pages).split())
    assert all("".join(one.title.split()) in pdf for one in shown)
    assert "材料不全" in pdf and "已受理" not in pdf
    page.outgoing.write_table(tmp_path / "list.csv")
    rows = list(csv.reader((tmp_path / "list.csv").read_text("utf-8-sig").splitlines()))
    assert [row[0] for row in rows[1:]] == [" ".join(one.title.split()) for one in shown]


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_the_form_is_written(opened: Opened, tmp_path: Path, kind: str) -> None:
    page = page_of(opened("empty"))
    page.outgoing.write_form(tmp_path / f"form.{kind}", kind)
    assert (tmp_path / f"form.{kind}").read_bytes().startswith(b"PK")


def test_looked_at_only_nothing_can_be_changed(opened: Opened) -> None:
    campaign = opened("nominated")
    campaign.desk.read_only = True
    page = page_of(campaign)
    page.refresh()
    page.open_submission(first(page, "accepted").id)
    detail = page.detail
    assert not (page.take.isVisible() or detail.give_back.isVisible() or detail.reopen.isVisible())
    assert not page.take_files([Path("x.docx")])
    detail.open_piece("fields")
    fields = cast(Fields, detail.piece("fields"))
    assert not any(line.entry.isEnabled() for line in fields.lines.values())


def test_cases_from_before_submissions_are_listed(opened: Opened) -> None:
    campaign = opened("nominated")
    case = campaign.workspace.nominations.all()[0]
    known = campaign.workspace.submissions.of_case(case.id)
    assert known is not None
    older = msgspec.structs.replace(case, id="older", title="旧案例", organisation="旧单位")
    result = IntakeResult("旧", "accepted", "older")
    campaign.workspace.nominations.add(older, "旧案例|旧单位", result, "0" * 64)
    page = page_of(campaign)
    page.refresh()
    page.go(case="older")
    assert page.detail.title.text() == "旧案例" and page.detail.state.text() == "Accepted"
    for name in PIECES:
        page.detail.open_piece(name)
    assert campaign.notes == []
