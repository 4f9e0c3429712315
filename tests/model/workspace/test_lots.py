"""Lots announced before their draw, and ballots collected by sealed sheets."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from review_app.model.crypto.ballot_card import derive
from review_app.model.errors import UsageError
from review_app.model.publish.candidate_list import candidate_list, render_candidates
from review_app.model.scoring.scores import CaseScores
from review_app.model.scoring.sheet import make_sheet
from review_app.model.terms import terms_digest
from review_app.model.workspace import Workspace
from review_app.model.workspace.ballots import Tally
from review_app.model.workspace.candidates import Drawn, by_lot
from review_app.model.workspace.rounds import Round

SOURCE = "双色球第 2026145 期，2026 年 12 月 17 日开奖"


def test_an_announced_lot_waits_for_its_draw(workspace: Workspace, final: Round) -> None:
    workspace.shortlist.announce_lot(final, SOURCE)
    line = workspace.log.lines()[-1]
    assert (line.act, line.details["source"], line.details["count"]) == ("lot-announced", SOURCE, 3)
    with pytest.raises(UsageError, match="lot-needs-draw") as caught:
        workspace.shortlist.freeze(final, "lot")
    assert caught.value.params["source"] == SOURCE
    frozen = workspace.shortlist.freeze(final, "lot", "03 08 12 19 27 30 + 11")
    assert [c.case.id for c in frozen] == by_lot(["alpha", "beta", "gamma"], "03 08 12 19 27 30 + 11")
    assert workspace.shortlist.drawn(final) == Drawn("lot", "03 08 12 19 27 30 + 11", SOURCE)
    assert workspace.log.lines()[-1].details["source"] == SOURCE


def test_a_list_that_changed_after_the_announcement_is_not_drawn(workspace: Workspace, final: Round) -> None:
    workspace.shortlist.announce_lot(final, SOURCE)
    workspace.shortlist.decide(1, "beta", "drop", "撤回")
    with pytest.raises(UsageError, match="lot-list-changed"):
        workspace.shortlist.freeze(final, "lot", "123")
    assert workspace.shortlist.candidates(final) == []
    workspace.shortlist.announce_lot(final, SOURCE)
    workspace.shortlist.freeze(final, "lot", "123")
    assert workspace.shortlist.frozen_holds(final)
    workspace.shortlist.decide(1, "beta", "keep", "不撤了")
    assert not workspace.shortlist.frozen_holds(final)


def test_where_a_seed_comes_from_is_recorded(workspace: Workspace, final: Round) -> None:
    for source in ("", " ", "x" * 501):
        with pytest.raises(UsageError, match="lot-source-missing"):
            workspace.shortlist.announce_lot(final, source)
        with pytest.raises(UsageError, match="lot-source-missing"):
            workspace.shortlist.freeze(final, "lot", source)
    assert workspace.shortlist.drawn(final) is None
    workspace.shortlist.freeze(final, "lot")
    drawn = workspace.shortlist.drawn(final)
    assert drawn is not None and drawn.source == "random" and len(drawn.seed) == 32
    workspace.shortlist.freeze(final, "lot", "abc")
    assert workspace.shortlist.drawn(final) == Drawn("lot", "abc", "typed")
    workspace.shortlist.freeze(final)
    assert workspace.shortlist.drawn(final) == Drawn("id")


def test_the_list_on_paper_says_how_it_was_drawn(workspace: Workspace, final: Round) -> None:
    import pypdfium2

    workspace.shortlist.announce_lot(final, SOURCE)
    workspace.shortlist.freeze(final, "lot", "第145期 7")
    listed = candidate_list(workspace, final)
    assert [c.case_id for c in listed.candidates] == by_lot(["alpha", "beta", "gamma"], "第145期 7")
    content = render_candidates(workspace, final)
    assert content == render_candidates(workspace, final)
    document = pypdfium2.PdfDocument(content)
    text = "".join(page.get_textpage().get_text_bounded() for page in document).replace("\n", "")
    for words in ("第145期 7", "双色球", "案例 alpha", "单位 gamma", "beta", "共 3 个候选"):
        assert words in text


def test_ballots_by_sealed_sheets(workspace: Workspace, tmp_path: Path) -> None:
    """Really packed, signed, sealed, boxed and opened; nothing of who sent which sheet gets into the tallies."""
    shortlist = workspace.shortlist
    workspace.stages.new("初议", 2)
    shortlist.decide(1, "gamma", "hold", "再议")
    workspace.panel.add("张三", "甲大学")
    round_ = shortlist.start_ballot(1)
    assert (round_.kind, round_.rubric.lowest, round_.rubric.highest) == ("shortlist", 0, 2)
    assert round_.rule.winners == 2
    assert [c.case.id for c in shortlist.candidates(round_)] == ["alpha", "beta", "gamma"]
    with pytest.raises(UsageError, match="stage-by-sheets"):
        shortlist.vote(1, "m001", "alpha", "drop")
    with pytest.raises(UsageError, match="box-not-opened"):
        shortlist.from_round(1, round_)
    said = [(2, 2, 0), (2, 1, 0), (2, 0, None), (1, 0, 0)]
    ids = [c.candidate_id for c in shortlist.candidates(round_)]
    drawn = workspace.cards.draw(round_, len(said), 0)
    workspace.packing.pack(round_, tmp_path / "ballot.casepkg")
    digest = terms_digest(round_.terms_jws)
    sheets = []
    for issued, row in zip(drawn.files, said, strict=True):
        keys = derive(issued.card, round_.id, round_.organizer_thumbprint)
        states = {
            case_id: CaseScores((score,), recused=score is None)
            for case_id, score in zip(ids, row, strict=True)
        }
        sheets.append(make_sheet(round_.terms, digest, keys, states, 1)[0])
    random.Random(4).shuffle(sheets)
    workspace.counting.take_in(round_, sheets)
    workspace.counting.close(round_)
    assert workspace.counting.open(round_).enough
    assert shortlist.from_round(1, round_) == 4
    expected = {"alpha": Tally(3, 1, 0, 0), "beta": Tally(1, 1, 2, 0), "gamma": Tally(0, 0, 3, 1)}
    assert shortlist.tally(1) == expected
    head = workspace.log.head()
    assert shortlist.from_round(1, round_) == 4 and workspace.log.head() == head
    assert shortlist.votes(1) == []
    assert {case_id: s.decision for case_id, s in shortlist.suggestions(1).items()} == {
        "alpha": "keep",
        "beta": "hold",
        "gamma": "drop",
    }
    shortlist.undo()
    assert shortlist.tally(1) == {}
    shortlist.redo()
    assert shortlist.tally(1) == expected


def test_ballots_come_one_way_only(workspace: Workspace, final: Round) -> None:
    member = workspace.panel.add("张三", "甲大学")
    workspace.shortlist.vote(1, member.id, "alpha", "hold")
    with pytest.raises(UsageError, match="stage-has-votes"):
        workspace.shortlist.start_ballot(1)
    with pytest.raises(UsageError, match="round-not-a-ballot"):
        workspace.shortlist.from_round(1, final)
    workspace.shortlist.decide(1, "beta", "hold", "再议")
    workspace.shortlist.close(1)
    workspace.stages.new()
    held = workspace.shortlist.start_ballot(2, only_held=True)
    assert [c.case.id for c in workspace.shortlist.candidates(held)] == ["beta"]
