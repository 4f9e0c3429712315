"""What somebody with the folder in hand, or a program that was stopped at a bad moment, could do to the promises."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
from pathlib import Path

import pytest

from review_app.model.box.ballot_box import BallotBox
from review_app.model.crypto.vault import Unlocker
from review_app.model.errors import InputError, UsageError
from review_app.model.nomination.intake import take_in
from review_app.model.package.amendment import Change
from review_app.model.workspace import Workspace
from review_app.model.workspace.people import Entry
from review_app.model.workspace.rounds import Round
from tests.model.workspace.boxed import Boxed, boxed
from tests.model.workspace.conftest import picture, write_case
from tests.model.workspace.test_read_only import everything

Packed = tuple[Path, Boxed]


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Packed:
    """A workspace with a packed round, closed, and a sheet of each of its cards."""
    folder = tmp_path_factory.mktemp("attacked")
    write_case(folder / "in", "alpha")
    write_case(folder / "in", "beta")
    unlocker = Unlocker(home=folder / "home")
    with Workspace.create(folder / "ws", "测试评选", "2026", [], unlocker=unlocker) as workspace:
        take_in(workspace, [folder / "in"])
        made = boxed(workspace, folder / "a.casepkg", 9)
    return folder, made


def opened(packed: Packed, folder: Path) -> Workspace:
    if not folder.exists():
        shutil.copytree(packed[0] / "ws", folder)
    return Workspace.open(folder, Unlocker(home=packed[0] / "home"))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the program is killed in a process of its own")
def test_killed_before_the_box_is_rewritten_the_order_of_arrival_is_forgotten_later(
    packed: Packed, tmp_path: Path
) -> None:
    files = []
    for turn, sheets in enumerate((packed[1].sheets, packed[1].sheets[::-1])):
        folder = tmp_path / str(turn)
        opened(packed, folder).close()
        if not (child := os.fork()):
            pytest.MonkeyPatch().setattr(BallotBox, "_forget_layout", killed)
            with opened(packed, folder) as workspace:
                workspace.counting.take_in(workspace.rounds.current(), sheets)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
        with opened(packed, folder) as workspace, workspace.counting.box(workspace.rounds.current()) as box:
            assert len(box) == len(sheets)
        files.append((folder / "box-1.sqlite").read_bytes())
    assert files[0] == files[1]


def test_a_box_without_a_sheet_of_its_record_is_not_opened(packed: Packed, tmp_path: Path) -> None:
    with opened(packed, tmp_path / "ws") as workspace:
        round_ = workspace.rounds.current()
        workspace.counting.take_in(round_, packed[1].sheets)
        workspace.counting.close(round_)
        box = sqlite3.connect(tmp_path / "ws" / "box-1.sqlite")
        box.execute("DELETE FROM sheet WHERE digest = (SELECT min(digest) FROM sheet)")
        box.commit()
        box.close()
        with pytest.raises(InputError, match="workspace-damaged"):
            workspace.counting.open(round_)
        assert round_.state == "closed"


def test_what_the_signed_record_would_not_have_is_refused_when_closing_was_cut_off(
    packed: Packed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class PowerCut(BaseException):
        pass

    def cut(*_: object) -> str:
        raise PowerCut

    with opened(packed, tmp_path / "ws") as workspace:
        workspace.counting.take_in(workspace.rounds.current(), packed[1].sheets)
        with monkeypatch.context() as patch, pytest.raises(PowerCut):
            patch.setattr(Round, "set_state", cut)
            workspace.counting.close(workspace.rounds.current())
    with opened(packed, tmp_path / "ws") as workspace:
        round_, lookup = workspace.rounds.current(), packed[1].keys[0].lookup
        assert round_.state == "packed"
        with pytest.raises(UsageError, match="box-already-closed"):
            workspace.cards.withdraw(round_, lookup)
        with pytest.raises(UsageError, match="box-already-closed"):
            workspace.cards.set_unnamed(round_, 1)
        with pytest.raises(UsageError, match="box-already-closed"):
            workspace.amendments.add(round_, [Change("deadline", "2027-01-01", "延期")])
        workspace.counting.close(round_)
        assert workspace.counting.open(round_).accepted == len(packed[1].sheets)


def killed(_: BallotBox) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def submission(workspace: Workspace, case_id: str) -> str:
    found = workspace.submissions.of_case(case_id)
    assert found is not None
    return found.id


def test_undo_and_redo_leave_a_frozen_case_as_it_was_frozen(workspace: Workspace, final: Round) -> None:
    workspace.submissions.edit(submission(workspace, "alpha"), {"title": "改过的题目"})
    workspace.shortlist.freeze(final)
    assert workspace.edits.undoable is None
    with pytest.raises(UsageError, match="edit-superseded"):
        workspace.edits.undo()
    assert workspace.nominations.get("alpha").title == "改过的题目"


def test_redo_leaves_a_frozen_case_as_it_was_frozen(workspace: Workspace, final: Round) -> None:
    before = workspace.nominations.get("alpha")
    workspace.submissions.edit(submission(workspace, "alpha"), {"title": "改过的题目"})
    workspace.edits.undo()
    workspace.shortlist.freeze(final)
    assert workspace.edits.redoable is None
    with pytest.raises(UsageError, match="edit-superseded"):
        workspace.edits.redo()
    assert workspace.nominations.get("alpha") == before


def test_no_attachment_gets_into_a_campaign_that_is_only_looked_at(
    workspace: Workspace, tmp_path: Path
) -> None:
    wanted, folder = submission(workspace, "beta"), workspace.folder
    workspace.close()
    (tmp_path / "new.png").write_bytes(picture("red"))
    before = everything(folder)
    with Workspace.open(folder, read_only=True) as looked_at:
        with pytest.raises(UsageError, match="workspace-read-only"):
            looked_at.submissions.files.add(wanted, tmp_path / "new.png")
        with pytest.raises(UsageError, match="workspace-read-only"):
            looked_at.blobs.put(b"x")
    assert everything(folder) == before


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the program is killed in a process of its own")
def test_killed_between_acts_nothing_deleted_is_left_and_it_can_be_looked_at(
    packed: Packed, tmp_path: Path
) -> None:
    name = "欧阳被删"
    folder = tmp_path / "ws"
    opened(packed, folder).close()
    if not (child := os.fork()):
        workspace = opened(packed, folder)
        workspace.people.remove([workspace.people.add(Entry(name)).id])
        workspace.edits.barrier()
        os.kill(os.getpid(), signal.SIGKILL)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    assert not [path for path in folder.iterdir() if path.is_file() and name.encode() in path.read_bytes()]
    with Workspace.open(folder, Unlocker(home=packed[0] / "home"), read_only=True) as looked_at:
        assert looked_at.people.count() == 0


def test_a_journal_of_an_older_program_is_done_with(packed: Packed, tmp_path: Path) -> None:
    """Killed between two acts it left one whose first byte is zero."""
    folder = tmp_path / "ws"
    opened(packed, folder).close()
    journal = folder / "campaign.sqlite-journal"
    journal.write_bytes(bytes(512) + "欧阳被删".encode())
    Workspace.open(folder, read_only=True).close()
    assert journal.exists()
    opened(packed, folder).close()
    assert not journal.exists()
