"""The list of candidates on the page: what keeps it from being frozen, lots, freezing anew, sealed ballots, paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QTableView, QWidget

from review_app.model.crypto.ballot_card import derive
from review_app.model.scoring.scores import CaseScores
from review_app.model.scoring.sheet import make_sheet
from review_app.model.terms import terms_digest
from review_app.model.workspace.candidates import Drawn, by_lot
from review_app.model.workspace.rounds import Round
from review_app.ui.organizer.experts.page import ExpertsPage
from review_app.ui.organizer.shortlist.page import ShortlistPage
from tests.ui.organizer.conftest import OpenCampaign

Opened = Callable[[str], OpenCampaign]


def page_at(campaign: OpenCampaign, view: str) -> ShortlistPage:
    page = campaign.page("shortlist")
    assert isinstance(page, ShortlistPage)
    page.show_view(view)
    campaign.window.activateWindow()
    QTest.qWaitForWindowActive(campaign.window)
    return page


def set_up(campaign: OpenCampaign, page: ShortlistPage) -> Round:
    """From the list of candidates to the form of the scoring round, and back to the list."""
    page.candidates.start.click()
    experts = campaign.frame.page
    assert isinstance(experts, ExpertsPage) and experts.view == "round" and experts.round.setting_up
    assert campaign.workspace.rounds.all() == [], "a round was drafted before anything was decided"
    assert experts.round.setup.minimum.hasFocus()
    experts.round.setup.minimum.setText("7")
    experts.primary.click()
    campaign.frame.foot.question.yes.click()
    assert experts.round.list.isVisible() and experts.round.list.hasFocus()
    experts.round.list.click()
    assert campaign.frame.page is page and page.view == "candidates"
    round_ = campaign.workspace.rounds.current()
    assert round_.rule.minimum_accepted == 7
    return round_


def test_after_a_sealed_ballot_the_form_stands_where_its_round_stood(opened: Opened) -> None:
    campaign = opened("nominated")
    campaign.workspace.stages.new()
    ballot = campaign.workspace.shortlist.start_ballot(1)
    page = page_at(campaign, "candidates")
    page.candidates.start.click()
    experts = campaign.frame.page
    assert isinstance(experts, ExpertsPage) and experts.round.setting_up
    assert [each.id for each in campaign.workspace.rounds.all()] == [ballot.id]
    experts.round.anew.click()
    assert not experts.round.setting_up and not experts.round.list.isVisible()


def test_from_decisions_to_a_list_drawn_by_an_announced_lot(opened: Opened, tmp_path: Path) -> None:
    campaign = opened("nominated")
    page = page_at(campaign, "candidates")
    view, ids = page.candidates, campaign.workspace.nominations.ids()
    assert not page.primary.isEnabled() and view.start.isVisible()
    round_ = set_up(campaign, page)
    assert (round_.kind, round_.state) == ("final", "drafted") and not view.start.isVisible()
    campaign.desk.act(lambda w: w.shortlist.decide(1, ids[0], "hold", "again"), "shortlist")
    assert not page.primary.isEnabled() and "on hold" in view.words.text()
    campaign.desk.act(lambda w: w.shortlist.decide(1, ids[0], "drop", "no"), "shortlist")
    assert page.primary.isEnabled()
    QTest.keyClicks(view.source, "Lottery 145")
    QTest.keyClick(view.source, Qt.Key.Key_Return)
    lot = campaign.workspace.shortlist.lists.lot(round_)
    assert lot is not None and lot.source == "Lottery 145"
    assert not page.primary.isEnabled() and view.seed.hasFocus()
    QTest.keyClicks(view.seed, "7 8 9")
    assert page.primary.isEnabled()
    page.primary.click()
    frozen = [c.case.id for c in campaign.workspace.shortlist.candidates(round_)]
    assert frozen == by_lot(ids[1:], "7 8 9")
    assert [found[1].case.id for found in view.list.shown] == frozen
    assert campaign.workspace.shortlist.drawn(round_) == Drawn("lot", "7 8 9", "Lottery 145")
    assert "7 8 9" in view.drawn.text() and not view.lot.isVisible()
    assert page.primary.text() == "On to experts and cards"
    campaign.desk.act(lambda w: w.shortlist.decide(1, ids[0], "keep", "after all"), "shortlist")
    assert "changed since" in view.words.text() and view.lot.isVisible()
    QTest.keyClicks(view.seed, "7")
    page.primary.click()
    assert any("changed" in note for note in campaign.notes)  # the lot was announced for another list
    assert len(view.list.shown) == len(ids) - 1
    view.by_id.click()
    page.primary.click()
    assert [found[1].case.id for found in view.list.shown] == ids


def test_a_frozen_list_is_frozen_anew_only_when_asked(opened: Opened) -> None:
    campaign = opened("shortlisted")
    page = page_at(campaign, "candidates")
    view = page.candidates
    set_up(campaign, page)
    page.primary.click()
    round_ = campaign.workspace.rounds.current()
    first = [c.case.id for c in campaign.workspace.shortlist.candidates(round_)]
    assert len(first) == 24 and view.again.isVisible()
    view.again.click()
    assert page.primary.text() == "Freeze the list" and view.order.isVisible()
    view.by_id.click()
    page.primary.click()
    assert [c.case.id for c in campaign.workspace.shortlist.candidates(round_)] == sorted(first)
    assert view.again.isVisible() and not view.order.isVisible()


def test_the_list_is_printed_and_exported(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    campaign = opened("carded")
    page = page_at(campaign, "candidates")
    shown: list[Path] = []
    monkeypatch.setattr(campaign.desk, "show_in_folder", shown.append)
    file = tmp_path / "list.pdf"
    page.candidates.write_pdf(file)
    (note,) = campaign.window.notes.notes
    assert note.action is not None
    note.action.click()
    assert file.read_bytes().startswith(b"%PDF") and shown == [file]
    page.candidates.list.export_csv(tmp_path / "list.csv")
    lines = (tmp_path / "list.csv").read_text("utf-8-sig").splitlines()
    round_ = campaign.workspace.rounds.current()
    assert len(lines) == 1 + len(campaign.workspace.shortlist.candidates(round_))


def test_after_packing_the_list_is_fixed(opened: Opened) -> None:
    campaign = opened("packed")
    campaign.workspace.stages.new()  # a round that is still open
    page = page_at(campaign, "candidates")
    assert not page.candidates.open_words.isVisible()
    assert "package" in page.candidates.words.text()
    assert not page.candidates.lot.isVisible() and not page.candidates.again.isVisible()
    page.show_view("decisions")
    view = page.decisions
    assert not any(one.isEnabled() for one in view.acts.values()) and not view.reason.isEnabled()
    assert "package" in view.reason.placeholderText()
    assert page.votes.table.open  # votes are another matter


def test_a_ballot_by_sealed_sheets_is_asked_for_once(opened: Opened) -> None:
    campaign = opened("nominated")
    page = page_at(campaign, "round")
    page.round.sheets.click()
    asked = campaign.frame.foot.question
    assert asked.isVisible() and campaign.workspace.rounds.all() == []
    QTest.keyClick(asked.yes, Qt.Key.Key_Space)
    round_ = campaign.workspace.rounds.current()
    stage = campaign.workspace.stages.get(1)
    assert (round_.kind, stage.round_id) == ("shortlist", round_.id)
    page = page_at(campaign, "round")
    assert not page.round.sheets.isVisible() and not page.round.take.isEnabled()
    assert "sealed" in page.round.ways.text()
    page.show_view("votes")
    assert not page.votes.read.isEnabled()


@pytest.mark.parametrize("view", ["round", "votes", "decisions", "changes", "candidates"])
def test_everything_that_takes_the_focus_has_a_name(opened: Opened, view: str) -> None:
    page = page_at(opened("shortlisted"), view)
    nameless = [
        type(widget).__name__
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and isinstance(widget, QAbstractButton | QComboBox | QLineEdit | QTableView)
        and not (widget.accessibleName() or getattr(widget, "text", str)())
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    assert nameless == []
    target = page.first_focus()
    assert target is not None and target.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_sums_of_sealed_sheets_are_taken_over(opened: Opened, tmp_path: Path) -> None:
    campaign = opened("nominated")
    workspace = campaign.workspace
    page = page_at(campaign, "round")
    page.round.start_ballot()
    round_ = workspace.rounds.current()
    drawn = workspace.cards.draw(round_, 3, 0)
    workspace.packing.pack(round_, tmp_path / "ballot.casepkg")
    sheets = []
    for issued, score in zip(drawn.files, (2, 2, 0), strict=True):
        keys = derive(issued.card, round_.id, round_.organizer_thumbprint)
        states = {case_id: CaseScores((score,)) for case_id in round_.terms.candidate_ids}
        sheets.append(make_sheet(round_.terms, terms_digest(round_.terms_jws), keys, states, 1)[0])
    workspace.counting.take_in(round_, sheets)
    workspace.counting.close(round_)
    page = page_at(campaign, "round")
    page.refresh()
    assert not page.round.take.isEnabled()
    assert workspace.counting.open(round_).enough
    campaign.desk.announce("box")
    assert page.round.take.isEnabled()
    page.round.take.click()
    assert set(workspace.shortlist.tally(1).values()) == {(2, 0, 1, 0)}
    assert any("3 sheet" in note for note in campaign.notes)
    page.show_view("votes")
    grid = page.votes.grid
    assert grid.votes.data(grid.votes.index(0, grid.votes.columnCount() - 1)) == "2 · 0 · 1"
    page.votes.project()
    wall = page.votes.projection
    assert wall is not None and wall.title.text() and wall.tally.tally == (2, 0, 1, 0)
    assert not wall.seats.isVisible()
    wall.close()
