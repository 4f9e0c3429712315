"""A workspace that an earlier version of the program made, as its bytes were then, opens and goes on.

``tests/versions/workspace-1.zip`` was made by the last commit before the organizer's desk (schema 1): three accepted
nominations and a refused one, decisions of two stages, a round with cards, a package, three sheets and an opened box;
and beside it the key that its computer kept.  It is never made anew.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zipfile
from pathlib import Path

import msgspec
import pytest

from review_app.model.errors import UsageError
from review_app.model.workspace import Workspace
from review_app.model.workspace.migrations import MIGRATIONS
from tests.conftest import REPOSITORY

FROZEN = REPOSITORY / "tests" / "versions" / "workspace-1.zip"
DIGEST = "4ea0cf06e9084a9ce1835515861da8b87be7141c39522aa4273f008b667c829e"
HEAD = "834b9d45938a79ddefcb677acfc00f5ae04efa56c1e0db900431402c68bb925b"


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The workspace, and its computer."""
    assert hashlib.sha256(FROZEN.read_bytes()).hexdigest() == DIGEST
    with zipfile.ZipFile(FROZEN) as packed:
        packed.extractall(tmp_path)
    monkeypatch.setenv("REVIEW_APP_HOME", str(tmp_path / "home"))
    return tmp_path / "ws"


def test_it_opens_and_says_what_it_said(old: Path) -> None:
    with Workspace.open(old) as workspace:
        workspace.unlock()
        assert workspace.verify_log() == HEAD
        assert (workspace.settings.title, workspace.settings.edition) == ("旧版评选", "2026")
        assert workspace.nominations.ids() == ["alpha", "beta", "gamma"]
        assert [len(case.attachments) for case in workspace.nominations.all()] == [1, 0, 0]
        assert workspace.damaged_files() == []
        refused = [result.code for result in workspace.nominations.intake() if result.status == "refused"]
        assert refused == ["nomination-incomplete"]
        assert workspace.shortlist.standing() == {"alpha": "keep", "beta": "keep", "gamma": "drop"}
        second = workspace.shortlist.decisions(2)
        assert [(one.case_id, one.reason, one.votes_for) for one in second] == [("beta", "已补材料", 5)]
        assert [(stage.number, stage.state) for stage in workspace.stages.all()] == [(1, "open"), (2, "open")]
        round_ = workspace.rounds.current()
        assert round_.state == "opened" and len(round_.terms.candidate_ids) == 2
        counts = workspace.cards.counts(round_)
        assert (counts.issued, counts.withdrawn) == (5, 0)
        assert workspace.counting.count(round_).winners == ["alpha", "beta"]


def test_the_file_before_stays_beside_it(old: Path) -> None:
    before = sqlite3.connect(old / "campaign.sqlite")
    lines = before.execute("SELECT * FROM log").fetchall()
    before.close()
    Workspace.open(old).close()
    copy = sqlite3.connect(old / "campaign.sqlite.schema-1")
    assert copy.execute("SELECT * FROM log").fetchall() == lines
    assert copy.execute("PRAGMA user_version").fetchone() == (1,)
    copy.close()
    now = sqlite3.connect(old / "campaign.sqlite")
    assert now.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
    now.close()


def test_work_goes_on_in_it(old: Path, tmp_path: Path) -> None:
    with Workspace.open(old) as workspace:
        workspace.campaign.update(msgspec.structs.replace(workspace.settings, note="接着做"))
        assert workspace.edits.undo().act == "settings-changed"
        with pytest.raises(UsageError, match="decisions-packed"):
            workspace.shortlist.decide(3, "gamma", "keep", "复议")
        round_ = workspace.rounds.current()
        workspace.counting.archive(round_, tmp_path / "results.zip")
        assert round_.state == "sealed"
        workspace.shortlist.decide(3, "gamma", "keep", "复议")
        workspace.verify_log()
    with Workspace.open(old) as again:
        assert again.shortlist.standing()["gamma"] == "keep"
