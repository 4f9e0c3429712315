"""The shortlist's page by keyboard: votes, decisions with reasons, suggestions, undo, rounds, coverage."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget

from review_app.model.rubric import load_rubric, load_rule
from review_app.model.workspace.shortlist import Cover, Decision
from review_app.model.workspace.shortlist_files import read_decisions
from review_app.ui.organizer.experts.page import ExpertsPage
from review_app.ui.organizer.shortlist.page import ShortlistPage
from review_app.verbs.shortlist import document
from tests.ui.organizer.conftest import OpenCampaign

Opened = Callable[[str], OpenCampaign]
PANEL = (("学者甲", "甲大学"), ("学者乙", "乙大学"), ("学者丙", "丙大学"))
KEYS = {
    "1": Qt.Key.Key_1,
    "2": Qt.Key.Key_2,
    "3": Qt.Key.Key_3,
    "4": Qt.Key.Key_4,
    "0": Qt.Key.Key_0,
    "\n": Qt.Key.Key_Return,
}


def type_keys(widget: QWidget, keys: str) -> None:
    for key in keys:
        QTest.keyClick(widget, KEYS[key])


def page_of(campaign: OpenCampaign) -> ShortlistPage:
    page = campaign.page("shortlist")
    assert isinstance(page, ShortlistPage)
    campaign.window.activateWindow()
    QTest.qWaitForWindowActive(campaign.window)
    return page


@pytest.fixture
def table(opened: Opened) -> tuple[OpenCampaign, ShortlistPage]:
    """The sample campaign after stage 1, three members on its panel."""
    campaign = opened("nominated")
    campaign.workspace.panel.add_all(PANEL)
    return campaign, page_of(campaign)


def test_votes_are_typed_case_by_case(table: tuple[OpenCampaign, ShortlistPage]) -> None:
    campaign, page = table
    page.show_view("votes")
    grid, ids = page.votes.grid, campaign.workspace.nominations.ids()
    grid.to(0, 0)
    type_keys(grid, "112341")
    tally = campaign.workspace.shortlist.tally(1)
    assert tally[ids[0]][:3] == (2, 1, 0)
    assert tally[ids[1]] == (1, 0, 1, 1)
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (2, 0)
    grid.to(0, 2)
    type_keys(grid, "0")
    assert campaign.workspace.shortlist.tally(1)[ids[0]] == (2, 0, 0, 0)
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (0, 2)
    type_keys(grid, "\n\n")
    assert grid.currentIndex().row() == 2
    page.undo.click()
    assert campaign.workspace.shortlist.tally(1)[ids[0]] == (2, 1, 0, 0)
    assert grid.votes.data(grid.votes.index(0, 2)) == "H"
    assert grid.votes.data(grid.votes.index(0, 3)) == "2 · 1 · 0"


def test_a_vote_goes_where_the_focus_is_and_tab_leads_out(
    table: tuple[OpenCampaign, ShortlistPage],
) -> None:
    campaign, page = table
    page.show_view("votes")
    grid, ids = page.votes.grid, campaign.workspace.nominations.ids()
    grid.setFocus()
    grid.to(5, 2)
    QTest.keyClick(grid, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (0, 0)
    type_keys(grid, "1")  # what was marked before stays marked, and is not voted on
    assert {(vote.member, vote.case_id) for vote in campaign.workspace.shortlist.votes(1)} == {
        ("m001", ids[0])
    }
    QTest.keyClick(grid, Qt.Key.Key_Tab)
    assert not grid.hasFocus()


def test_tab_leads_to_the_view_that_is_shown(table: tuple[OpenCampaign, ShortlistPage]) -> None:
    _, page = table
    for name in ("candidates", "round", "votes"):  # as the page itself turns to them
        page.tabs["candidates"].setFocus()
        page.show_view(name)
        page.rounds.setFocus()
        QTest.keyClick(page.rounds, Qt.Key.Key_Backtab)
        assert page.tabs[name].hasFocus(), name
    QTest.keyClick(page.tabs["votes"], Qt.Key.Key_Right)
    assert page.view == "decisions" and page.tabs["decisions"].hasFocus()


def test_votes_are_typed_member_by_member_and_many_at_once(
    table: tuple[OpenCampaign, ShortlistPage],
) -> None:
    campaign, page = table
    page.show_view("votes")
    grid = page.votes.grid
    page.votes.by_member.click()
    grid.to(0, 1)
    type_keys(grid, "123")
    second = campaign.workspace.panel.members()[1].id
    assert [v.choice for v in campaign.workspace.shortlist.votes(1)] == ["recommend", "hold", "drop"]
    assert {v.member for v in campaign.workspace.shortlist.votes(1)} == {second}
    lines = len(campaign.workspace.log.lines())
    grid.setCurrentIndex(grid.votes.index(5, 0))
    grid.selectRow(5)
    type_keys(grid, "1")
    found = campaign.workspace.nominations.ids()[5]
    assert campaign.workspace.shortlist.tally(1)[found] == (3, 0, 0, 0)
    assert len(campaign.workspace.log.lines()) == lines + 1


def test_the_grid_is_a_sound_model(table: tuple[OpenCampaign, ShortlistPage]) -> None:
    campaign, page = table
    model: QAbstractItemModel = page.votes.grid.votes
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    campaign.workspace.panel.add("学者丁", "丁大学")
    page.refresh()
    campaign.workspace.shortlist.vote(1, "m001", campaign.workspace.nominations.ids()[0], "drop")
    page.refresh()
    assert model.columnCount() == 5


def test_decisions_want_their_reason(table: tuple[OpenCampaign, ShortlistPage]) -> None:
    campaign, page = table
    view, ids = page.decisions, campaign.workspace.nominations.ids()
    view.cases.selectRow(0)
    view.cases.setFocus()
    type_keys(view.cases, "3")
    assert campaign.workspace.shortlist.decisions() == []
    assert view.reason.hasFocus()
    type_keys(view.reason, "\n")
    assert campaign.workspace.shortlist.decisions() == []
    assert any("written reason" in note for note in campaign.notes)
    QTest.keyClicks(view.reason, "not in scope")
    type_keys(view.reason, "\n")
    assert campaign.workspace.shortlist.decisions() == [Decision(1, ids[0], "drop", "not in scope")]
    assert view.cases.hasFocus() and view.cases.current().case.id == ids[1]
    assert view.reason.text() == ""
    type_keys(view.cases, "1")
    assert campaign.workspace.shortlist.standing()[ids[1]] == "keep"
    assert view.cases.current().case.id == ids[2]
    assert "baoan-app" not in page.undo.toolTip() and "宝安通" in page.undo.toolTip()
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [d.case_id for d in campaign.workspace.shortlist.decisions()] == [ids[0]]
    QTest.keyClick(page, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert len(campaign.workspace.shortlist.decisions()) == 2
    QTest.keyClick(view.cases, Qt.Key.Key_Up)
    QTest.keyClick(view.cases, Qt.Key.Key_Up)
    assert view.reason.text() == "not in scope" and view.acts["drop"].isChecked()
    type_keys(view.cases, "2")
    assert view.reason.selectedText() == "not in scope"  # stays, and gives way to what is typed
    type_keys(view.reason, "\n")
    assert Decision(1, ids[0], "hold", "not in scope") in campaign.workspace.shortlist.decisions()
    QTest.keyClick(view.cases, Qt.Key.Key_Up)
    QTest.keyClick(view.cases, Qt.Key.Key_Delete)
    assert [d.case_id for d in campaign.workspace.shortlist.decisions()] == [ids[1]]


def test_several_cases_are_decided_at_once(table: tuple[OpenCampaign, ShortlistPage]) -> None:
    campaign, page = table
    view = page.decisions
    view.cases.selectAll()
    count = len(campaign.workspace.nominations.ids())
    assert view.name.text() == f"{count} cases marked"
    view.reason.setFocus()
    QTest.keyClicks(view.reason, "later")
    view.acts["hold"].click()
    assert set(campaign.workspace.shortlist.standing().values()) == {"hold"}
    page.undo.click()
    assert campaign.workspace.shortlist.decisions() == []


def test_suggestions_are_taken_only_when_asked_for(table: tuple[OpenCampaign, ShortlistPage]) -> None:
    campaign, page = table
    view, ids = page.decisions, campaign.workspace.nominations.ids()
    assert not view.suggest.isEnabled()
    page.show_view("votes")
    page.votes.grid.to(0, 0)
    type_keys(page.votes.grid, "111333123")
    page.show_view("decisions")
    assert campaign.workspace.shortlist.decisions() == []
    view.suggest.click()
    assert "keeps 1, holds 1 and drops 1" in view.strip.words.text()
    assert not view.strip.take.isEnabled()
    QTest.keyClick(view.strip.reason, Qt.Key.Key_Escape)
    assert view.strip.isHidden() and campaign.workspace.shortlist.decisions() == []
    view.suggest.click()
    QTest.keyClicks(view.strip.reason, "by the votes")
    type_keys(view.strip.reason, "\n")
    assert campaign.workspace.shortlist.decisions() == [
        Decision(1, ids[0], "keep", "", 3, 0),
        Decision(1, ids[1], "drop", "by the votes", 0, 3),
        Decision(1, ids[2], "hold", "by the votes", 1, 1),
    ]
    assert view.strip.isHidden()


def test_closing_asks_and_ends_undo(table: tuple[OpenCampaign, ShortlistPage]) -> None:
    campaign, page = table
    ids = campaign.workspace.nominations.ids()
    assert page.primary.text() == "Open round 1"
    campaign.desk.act(lambda w: w.shortlist.decide(1, ids[0], "drop", "no"), "shortlist")
    assert page.close_act.text() == "Close round 1" and page.primary.isHidden()
    page.close_act.click()
    asked = campaign.frame.foot.question
    assert asked.isVisible() and campaign.workspace.stages.get(1).state == "open"
    QTest.keyClick(asked.yes, Qt.Key.Key_Space)
    assert campaign.workspace.stages.get(1).state == "closed"
    assert page.view == "changes" and not page.undo.isEnabled()
    assert page.changes.changes.records_model.text(0, 0) == "Out"
    page.show_view("decisions")
    page.decisions.cases.selectRow(3)
    type_keys(page.decisions.cases, "1")
    assert len(campaign.workspace.shortlist.decisions()) == 1
    assert not page.decisions.reason.isEnabled()
    assert page.primary.text() == "Open round 2"
    page.show_view("decisions")
    page.primary.click()
    assert [stage.number for stage in campaign.workspace.stages.all()] == [1, 2]
    assert page.view == "round" and page.table.number == 2
    assert len(page.decisions.cases.shown) == len(ids) - 1
    page.show_view("decisions")
    page.decisions.which.setCurrentIndex(page.decisions.which.findData("all"))
    assert len(page.decisions.cases.shown) == len(ids)
    page.show_round(1)
    assert page.table.number == 1 and not page.table.open


def test_a_round_begins_by_its_button_alone(table: tuple[OpenCampaign, ShortlistPage]) -> None:
    campaign, page = table
    page.show_view("round")
    page.round.quota.setFocus()
    page.round.quota.setText("7")
    assert (page.coverage.bar.quota, page.coverage.seats.text()) == (7, "30 / 7")
    type_keys(page.round.quota, "\n")
    page.round.name.setFocus()
    campaign.desk.announce("shortlist")
    assert page.coverage.bar.quota == 7
    assert campaign.workspace.stages.all() == [] and page.close_act.isHidden()
    assert page.round.quota.text() == "7"
    begun_at = page.primary.geometry()
    page.primary.click()
    assert [(stage.number, stage.quota) for stage in campaign.workspace.stages.all()] == [(1, 7)]
    assert page.close_act.isVisible() and not page.close_act.geometry().intersects(begun_at)
    page.primary.click()  # a second click closes nothing
    assert page.view == "votes" and campaign.workspace.stages.get(1).state == "open"


def test_with_the_quota_full_the_next_step_is_the_list_of_candidates(
    table: tuple[OpenCampaign, ShortlistPage],
) -> None:
    campaign, page = table
    kept = len(campaign.workspace.nominations.ids())
    campaign.desk.act(lambda w: w.stages.new("", kept), "shortlist")
    assert page.close_act.isVisible() and not page.further.isVisible()
    page.close_round(1)
    assert page.primary.text() == "Next: set up the scoring round" and page.further.isVisible()
    assert any("Set up the scoring round" in note for note in campaign.notes)
    page.primary.click()
    experts = campaign.frame.page
    assert isinstance(experts, ExpertsPage) and experts.round.setting_up
    rubric = load_rubric()
    campaign.desk.act(lambda w: w.rounds.new("final", rubric, load_rule(None, rubric)), "shortlist")
    campaign.frame.show_station("shortlist")
    assert page.primary.text() == "Next: the list of candidates"
    page.primary.click()
    assert page.view == "candidates" and not page.further.isVisible()
    page.show_view("decisions")
    page.further.click()  # a further round remains possible
    assert [stage.number for stage in campaign.workspace.stages.all()] == [1, 2]
    campaign.desk.act(lambda w: w.stages.change(2, "", kept + 1), "shortlist")
    page.close_round(2)
    assert page.primary.text() == "Open round 3"  # one is missing


def test_coverage_follows_each_decision(table: tuple[OpenCampaign, ShortlistPage]) -> None:
    campaign, page = table
    case = campaign.workspace.nominations.all()[0]
    lines = dict(page.coverage.bars.lines)
    accepted = lines[case.facet].accepted
    assert lines[case.facet].still_in == accepted
    page.decisions.cases.select(case.id)
    page.decisions.reason.setFocus()
    QTest.keyClicks(page.decisions.reason, "why")
    page.decisions.acts["drop"].click()
    assert dict(page.coverage.bars.lines)[case.facet] == Cover(accepted, accepted - 1)
    total = len(campaign.workspace.nominations.ids())
    assert page.coverage.seats.text() == f"{total - 1} / 24"
    assert (page.coverage.bar.kept, page.coverage.bar.quota) == (total - 1, 24)
    page.coverage.by.setCurrentIndex(page.coverage.by.findData("route"))
    assert [name for name, _ in page.coverage.bars.lines] == ["Self-nominated", "Recommended by an expert"]
    page.show_view("round")
    page.round.quota.setFocus()
    page.round.quota.setText("20")
    type_keys(page.round.quota, "\n")
    assert campaign.workspace.stages.get(1).quota == 20  # begun by the decision
    assert page.coverage.seats.text() == f"{total - 1} / 20"


def test_the_panel_is_typed_corrected_and_read(
    table: tuple[OpenCampaign, ShortlistPage], tmp_path: Path
) -> None:
    campaign, page = table
    page.show_view("round")
    view, panel = page.round, campaign.workspace.panel
    QTest.keyClicks(view.name, "Ada")
    type_keys(view.name, "\n")
    QTest.keyClicks(view.institution, "Example College")
    type_keys(view.institution, "\n")
    assert panel.members()[-1].name == "Ada" and view.name.hasFocus() and view.name.text() == ""
    view.members.select(panel.members()[-1].id)
    type_keys(view.members, "\n")
    assert (view.name.text(), view.institution.text()) == ("Ada", "Example College")
    view.name.setText("Ada L.")
    view.correct.click()
    assert panel.members()[-1].name == "Ada L."
    view.off.click()
    assert [member.name for member in panel.members()] == [name for name, _ in PANEL]
    file = tmp_path / "panel.csv"
    file.write_bytes("姓名,单位\n学者甲,甲大学\n学者戊,戊大学\n".encode("gb18030"))
    assert campaign.frame.take_files([file])
    assert [member.name for member in panel.members()][-1] == "学者戊"
    assert any("1 member" in note for note in campaign.notes)
    page.show_view("votes")
    votes, ids = tmp_path / "votes.csv", campaign.workspace.nominations.ids()
    votes.write_text(f"case,学者甲,学者戊\n{ids[0]},推荐,淘汰\n", "utf-8")
    assert campaign.frame.take_files([votes])
    assert campaign.workspace.shortlist.tally(1) == {ids[0]: (1, 0, 1, 0)}


def test_the_big_screen_takes_the_same_keys(table: tuple[OpenCampaign, ShortlistPage]) -> None:
    campaign, page = table
    page.show_view("votes")
    page.votes.project_button.click()
    wall = page.votes.projection
    assert wall is not None and wall.isVisible()
    cases = campaign.workspace.nominations.all()
    assert wall.title.text() == cases[0].title and wall.summary.text() == cases[0].summary
    type_keys(wall, "12")
    assert (wall.tally.tally, wall.tally.members) == ((1, 1, 0, 0), 3)
    assert wall.seats.said == ["recommend", "hold", ""] and wall.seats.at == 2
    QTest.keyClick(wall, Qt.Key.Key_Down)
    assert wall.title.text() == cases[1].title
    page.votes.grid.to(4, 0)
    assert wall.title.text() == cases[4].title
    QTest.keyClick(wall, Qt.Key.Key_Escape)
    assert page.votes.projection is None
    page.votes.grid.to(2, 0)  # nothing listens any more


def test_page_and_verb_come_to_the_same(
    table: tuple[OpenCampaign, ShortlistPage], campaign_at: Callable[[str], object], tmp_path: Path
) -> None:
    campaign, page = table
    ids = campaign.workspace.nominations.ids()
    view = page.decisions
    for place, (key, reason) in enumerate((("3", "too early"), ("1", ""), ("2", "look again"))):
        view.cases.selectRow(place)
        type_keys(view.cases, key)
        if reason:
            QTest.keyClicks(view.reason, reason)
            type_keys(view.reason, "\n")
    by_page = document(campaign.workspace, 1)
    file = tmp_path / "decisions.csv"
    file.write_text(
        f"case,decision,reason\n{ids[0]},drop,too early\n{ids[1]},keep,\n{ids[2]},hold,look again\n", "utf-8"
    )
    other = campaign.workspace
    while other.shortlist.undoable is not None and other.shortlist.decisions():
        other.shortlist.undo()
    assert other.shortlist.decisions() == []
    other.shortlist.decide_all(read_decisions(file, 1))
    assert document(other, 1) == by_page


def test_nothing_can_be_changed_while_only_looking(table: tuple[OpenCampaign, ShortlistPage]) -> None:
    campaign, page = table
    campaign.desk.read_only = True
    page.refresh()
    head = campaign.workspace.log.head()
    page.show_view("votes")
    page.votes.grid.to(0, 0)
    type_keys(page.votes.grid, "123")
    page.show_view("decisions")
    type_keys(page.decisions.cases, "1")
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert campaign.workspace.log.head() == head
    for widget in (page.undo, page.primary, page.round.put, page.votes.read, page.decisions.suggest):
        assert not widget.isEnabled()
