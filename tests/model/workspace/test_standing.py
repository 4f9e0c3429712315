"""Everything that is to be seen of a result: from the box itself, and the same as counting it step by step."""

from __future__ import annotations

import datetime
from fractions import Fraction
from pathlib import Path

import pytest

from review_app.model.box.states import State
from review_app.model.errors import UsageError
from review_app.model.progress import Cancelled, Progress
from review_app.model.workspace import Workspace
from review_app.model.workspace.standing import look
from tests.model.workspace.boxed import Boxed, boxed


@pytest.fixture
def box(workspace: Workspace, tmp_path: Path) -> Boxed:
    """An opened box: six cards, one corrected sheet."""
    made = boxed(workspace, tmp_path / "a.casepkg", 6, winners=1)
    workspace.counting.take_in(made.round, [*made.sheets, made.sheet(0, 2)])
    workspace.counting.close(made.round)
    workspace.counting.open(made.round, present=("甲", "乙"))
    return made


def test_every_line_follows_from_the_sheets_behind_it(box: Boxed) -> None:
    standing = look(box.workspace, box.round)
    assert [line.ranked for line in standing.cases] == box.workspace.counting.count(box.round).ranking
    assert standing.winners == [standing.cases[0].case.id]
    assert len(standing.sheets) == 6
    for line in standing.cases:
        for sheet in standing.sheets:
            assert line.totals[sheet.receipt] == sum(sheet.scores[line.case.id])
        kept = [total for receipt, total in line.totals.items() if receipt not in line.left_out]
        assert len(line.left_out) == 2
        assert line.ranked.score == sum(kept, Fraction(0)) / len(kept)
        rows = [sheet.scores[line.case.id] for sheet in standing.sheets]
        assert line.means == [Fraction(sum(column), 6) for column in zip(*rows, strict=True)]
        assert line.interval is not None
        assert line.share == line.interval.winning / standing.replicates


def test_sheets_are_known_by_their_receipts_only(box: Boxed) -> None:
    standing = look(box.workspace, box.round)
    listed = {outcome.receipt for outcome in standing.receipts if outcome.state is State.ACCEPTED}
    assert {sheet.receipt for sheet in standing.sheets} == listed
    assert [sheet.receipt for sheet in standing.sheets] == sorted(listed)
    assert standing.states == {State.ACCEPTED: 6, State.SUPERSEDED: 1}
    assert sum(sheet.lenience or Fraction(0) for sheet in standing.sheets) == 0


def test_the_procedure_in_numbers(box: Boxed) -> None:
    procedure = look(box.workspace, box.round).procedure
    assert (procedure.accepted, procedure.candidates, procedure.cards.issued) == (3, 3, 6)
    assert procedure.present == ["甲", "乙"]
    assert procedure.opened is not None


def test_other_rules_are_beside_it(box: Boxed) -> None:
    found = {what_if.method: what_if for what_if in look(box.workspace, box.round).what_ifs}
    assert set(found) == {"mean", "median", "severity-corrected", "borda"}
    for what_if in found.values():
        assert len(what_if.ranking) == 3


def test_a_case_set_aside_is_out_of_the_count(box: Boxed) -> None:
    counting, publication = box.workspace.counting, box.workspace.publication
    first = look(box.workspace, box.round).winners[0]
    counting.confirm(box.round, datetime.date.today())
    publication.put_aside(box.round, first, "数据不实")
    standing = look(box.workspace, box.round)
    assert first not in [line.case.id for line in standing.cases]
    assert len(standing.winners) == 1
    assert [(each.case, each.reason) for each in standing.set_aside] == [(first, "数据不实")]
    assert standing.notice.status == "proposed"
    publication.take_back(box.round, first)
    assert look(box.workspace, box.round).winners == [first]


def test_nothing_is_resampled_while_a_draw_is_missing(workspace: Workspace, tmp_path: Path) -> None:
    made = boxed(workspace, tmp_path / "a.casepkg", 4, seed_draw="某公开抽签")
    workspace.counting.take_in(made.round, made.sheets)
    workspace.counting.close(made.round)
    workspace.counting.open(made.round)
    standing = look(workspace, made.round)
    assert (standing.draw, standing.seed, standing.replicates) == (None, None, 0)
    with pytest.raises(UsageError, match="draw-missing"):
        workspace.counting.archive(made.round, tmp_path / "a.results")
    workspace.publication.record_draw(made.round, "07")
    standing = look(workspace, made.round)
    assert standing.draw == "07"
    assert standing.replicates == 2000


def test_there_is_nothing_to_see_before_the_box_is_open(workspace: Workspace, tmp_path: Path) -> None:
    made = boxed(workspace, tmp_path / "a.casepkg", 3)
    with pytest.raises(UsageError, match="box-not-opened"):
        look(workspace, made.round)


def test_looking_can_be_cancelled(box: Boxed) -> None:
    with pytest.raises(Cancelled):
        look(box.workspace, box.round, Progress(cancelled=lambda: True))
