"""Edits are undone and redone row by row, as lines of the log; never over somebody else's change."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import msgspec
import pytest

from review_app.model.errors import InputError, UsageError
from review_app.model.workspace import Workspace
from review_app.model.workspace import edits as edits_module
from review_app.model.workspace.edits import RowChange


def decision(case: str, kind: str, reason: str = "r", stage: int = 1) -> RowChange:
    return RowChange("decision", (stage, case), (stage, case, kind, reason, None, 3))


def standing(workspace: Workspace) -> dict[str, str]:
    return {each.case_id: each.decision for each in workspace.shortlist.decisions()}


def test_undo_and_redo_of_new_changed_and_deleted_rows(workspace: Workspace) -> None:
    edits = workspace.edits
    edits.change("one", {"n": 1}, [decision("alpha", "keep"), decision("beta", "drop")])
    edits.change("two", {"n": 2}, [decision("alpha", "hold"), RowChange("decision", (1, "beta"), None)])
    assert standing(workspace) == {"alpha": "hold"}
    offered = edits.undoable
    assert offered is not None and (offered.act, offered.details) == ("two", {"n": 2})
    assert edits.redoable is None

    assert edits.undo().act == "two"
    assert standing(workspace) == {"alpha": "keep", "beta": "drop"}
    assert edits.undo().act == "one"
    assert standing(workspace) == {}
    assert workspace.edits.undoable is None
    with pytest.raises(UsageError, match="nothing-to-undo"):
        edits.undo()

    assert [edits.redo().act, edits.redo().act] == ["one", "two"]
    assert standing(workspace) == {"alpha": "hold"}
    with pytest.raises(UsageError, match="nothing-to-redo"):
        edits.redo()
    lines = [(line.act, line.details) for line in workspace.log.lines()[-6:]]
    numbers = [line.seq for line in workspace.log.lines() if line.act in ("one", "two")]
    assert lines == [
        ("one", {"n": 1}),
        ("two", {"n": 2}),
        ("edit-undone", {"line": numbers[1], "act": "two"}),
        ("edit-undone", {"line": numbers[0], "act": "one"}),
        ("edit-redone", {"line": numbers[0], "act": "one"}),
        ("edit-redone", {"line": numbers[1], "act": "two"}),
    ]
    workspace.verify_log()


def test_a_new_edit_ends_redoing(workspace: Workspace) -> None:
    workspace.edits.change("one", {}, [decision("alpha", "keep")])
    workspace.edits.undo()
    workspace.edits.change("other", {}, [decision("beta", "drop")])
    assert workspace.edits.redoable is None
    assert [edit.act for edit, undone in workspace.edits.remembered() if not undone] == ["other"]


def test_what_changed_since_is_not_overwritten(workspace: Workspace) -> None:
    workspace.edits.change("one", {}, [decision("alpha", "keep"), decision("beta", "drop")])
    workspace._context.db.run("UPDATE decision SET decision = 'hold' WHERE case_id = 'beta'")
    before = workspace.log.head()
    assert workspace.edits.undoable is None
    with pytest.raises(UsageError, match="edit-superseded"):
        workspace.edits.undo()
    assert standing(workspace) == {"alpha": "keep", "beta": "hold"}
    assert workspace.log.head() == before


def test_a_row_that_others_rest_on_stays(workspace: Workspace) -> None:
    db = workspace._context.db
    row = db.row("SELECT * FROM nomination WHERE id = 'gamma'")
    assert row is not None
    twin = ("delta", row[1].replace(b'"id":"gamma"', b'"id":"delta"'), "another key")
    workspace.edits.change("taken", {}, [RowChange("nomination", ("delta",), twin)])
    db.run("INSERT INTO decision VALUES (1, 'delta', 'keep', '', NULL, NULL)")
    with pytest.raises(UsageError, match="edit-superseded"):
        workspace.edits.undo()
    assert "delta" in workspace.nominations
    assert workspace.edits.undoable is not None  # nothing of the attempt is left


def test_all_of_an_edit_or_nothing(workspace: Workspace) -> None:
    head = workspace.log.head()
    with pytest.raises(sqlite3.IntegrityError):
        workspace.edits.change("one", {}, [decision("alpha", "keep"), decision("beta", "nonsense")])
    assert standing(workspace) == {} and workspace.log.head() == head
    assert workspace.edits.undoable is None


@pytest.mark.parametrize("table", ["card", "log", "amendment", "edit", "decision; DROP TABLE log"])
def test_other_tables_are_out_of_reach(workspace: Workspace, table: str) -> None:
    with pytest.raises(ValueError, match="no table for edits"):
        workspace.edits.change("one", {}, [RowChange(table, ("a",), None)])


def test_a_row_has_the_key_it_is_filed_under(workspace: Workspace) -> None:
    row = RowChange("decision", (1, "alpha"), (1, "beta", "keep", "", None, None))
    with pytest.raises(ValueError, match="not the one of its key"):
        workspace.edits.change("one", {}, [row])
    assert standing(workspace) == {}


def test_an_edit_that_changes_nothing_is_none(workspace: Workspace) -> None:
    workspace.edits.change("one", {}, [decision("alpha", "keep")])
    head = workspace.log.head()
    workspace.edits.change("again", {}, [decision("alpha", "keep")])
    assert workspace.log.head() == head
    assert workspace.edits.undoable is not None and workspace.edits.undoable.act == "one"


def test_a_barrier_forgets_rows_and_all(workspace: Workspace, tmp_path: Path) -> None:
    mark = "一个撤掉的名字"
    workspace.edits.change("one", {}, [decision("alpha", "hold", mark)])
    workspace.edits.change("two", {}, [decision("alpha", "hold", "other")])
    workspace.edits.barrier()
    assert (workspace.edits.undoable, workspace.edits.redoable) == (None, None)
    workspace.close()
    assert mark.encode() not in (workspace.folder / "campaign.sqlite").read_bytes()


def test_they_outlive_the_program(workspace: Workspace) -> None:
    workspace.edits.change("one", {}, [decision("alpha", "keep")])
    workspace.close()
    with Workspace.open(workspace.folder) as again:
        assert again.edits.undo().act == "one"
        assert again.edits.redoable is not None


def test_only_the_last_are_remembered(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edits_module, "REMEMBERED", 5)
    for number in range(9):
        workspace.edits.change(f"act-{number}", {}, [decision("alpha", "hold", str(number))])
    assert [edit.act for edit, _ in workspace.edits.remembered()] == [f"act-{n}" for n in (8, 7, 6, 5, 4)]
    monkeypatch.setattr(edits_module, "REMEMBERED_BYTES", 10)
    workspace.edits.change("last", {}, [decision("alpha", "hold", "x")])
    assert [edit.act for edit, _ in workspace.edits.remembered()] == ["last"]


def test_settings_are_an_edit(workspace: Workspace) -> None:
    before = workspace.settings
    workspace.campaign.update(msgspec.structs.replace(before, note="新的说明"))
    assert workspace.edits.undo().act == "settings-changed"
    assert workspace.settings == before
    workspace.edits.redo()
    assert workspace.settings.note == "新的说明"


def test_a_damaged_memory_is_said(workspace: Workspace) -> None:
    workspace.edits.change("one", {}, [decision("alpha", "keep")])
    workspace._context.db.run("UPDATE edit SET record = ?", (msgspec.msgpack.encode({"act": "one"}),))
    with pytest.raises(InputError, match="malformed"):
        workspace.edits.undo()


def test_a_thousand_rows_at_once(workspace: Workspace) -> None:
    """Accepting everything that is complete is one edit."""
    bulk = [
        RowChange("intake", (f"{number:064x}",), (f"{number:064x}", b"x" * 20_000)) for number in range(1000)
    ]
    workspace.edits.change("bulk", {"count": 1000}, bulk)
    workspace.edits.undo()
    assert workspace._context.db.number("SELECT count(*) FROM intake WHERE content < '1'") == 0
    workspace.edits.redo()
    assert workspace._context.db.number("SELECT count(*) FROM intake WHERE length(record) = 20000") == 1000
