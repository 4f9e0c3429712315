"""The folder as a whole: made, closed, opened again, held by one program, refused when it is something else."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from review_app.model.crypto.vault import Unlocker
from review_app.model.errors import EnvironmentFailure, InputError, ReviewError, UsageError
from review_app.model.files import HOME_VARIABLE
from review_app.model.rubric import load_rubric, load_rule
from review_app.model.workspace import Workspace
from review_app.model.workspace.campaign import Facet, Settings, load_settings
from review_app.model.workspace.rounds import Round
from tests.conftest import REPOSITORY


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_what_was_made_is_there_after_reopening(workspace: Workspace, final: Round) -> None:
    before = (
        workspace.settings,
        workspace.nominations.all(),
        workspace.log.head(),
        final.sealing_identities(),
    )
    folder = workspace.folder
    workspace.close()
    with Workspace.open(folder) as again:
        assert (again.settings.title, again.settings.edition, again.sample) == ("测试评选", "2026", True)
        current = again.rounds.current()
        after = (again.settings, again.nominations.all(), again.log.head(), current.sealing_identities())
        assert after == before
        assert (current.rubric, current.rule, current.state) == (final.rubric, final.rule, "drafted")
        again.unlock()
        again.verify_log()
        assert again.damaged_files() == []
    names = {"campaign.sqlite", "campaign.sqlite.lock", "files", "vault.age"}
    assert {path.name for path in folder.iterdir()} == names


def test_a_second_instance_is_refused(workspace: Workspace) -> None:
    """By the same process and by another; nothing of the folder changes, and the first one works on."""
    before = contents(workspace.folder)
    with pytest.raises(EnvironmentFailure, match="workspace-in-use"):
        Workspace.open(workspace.folder)
    script = (
        "import sys, pathlib\n"
        "from review_app.model.workspace import Workspace\n"
        "from review_app.model.errors import ReviewError\n"
        "try: Workspace.open(pathlib.Path(sys.argv[1]))\n"
        "except ReviewError as failure: print(failure.code)\n"
    )
    command = [sys.executable, "-c", script, str(workspace.folder)]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "workspace-in-use", done.stderr
    assert contents(workspace.folder) == before
    workspace.log.append("note")


@pytest.mark.parametrize("existing", ["a file", "a workspace"])
def test_no_workspace_in_a_folder_that_holds_something(tmp_path: Path, existing: str) -> None:
    folder = tmp_path / "ws"
    if existing == "a file":
        folder.mkdir()
        (folder / "thesis.txt").write_text("mine", encoding="utf-8")
    else:
        Workspace.create(folder, "T", "E", []).close()
    before = contents(folder)
    with pytest.raises(UsageError, match="folder-not-empty"):
        Workspace.create(folder, "T", "E", [])
    assert contents(folder) == before


@pytest.mark.parametrize("existed", [True, False])
def test_a_failed_creation_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, existed: bool
) -> None:
    monkeypatch.delenv(HOME_VARIABLE)  # the keyring of the tests refuses, and nobody is asked
    folder = tmp_path / "ws"
    if existed:
        folder.mkdir()
    with pytest.raises(EnvironmentFailure, match="keyring-missing"):
        Workspace.create(folder, "T", "E", [], unlocker=Unlocker())
    assert folder.exists() == existed
    assert list(tmp_path.rglob("*")) == ([folder] if existed else [])


def test_names_are_needed(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="title-missing"):
        Workspace.create(tmp_path / "ws", "T", " ", [])
    assert not (tmp_path / "ws").exists()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "not-a-workspace"),
        (b"", "not-a-workspace"),
        (b"just some text that is no database at all" * 40, "not-a-workspace"),
    ],
)
def test_other_folders_are_refused(tmp_path: Path, content: bytes | None, code: str) -> None:
    if content is not None:
        (tmp_path / "campaign.sqlite").write_bytes(content)
    before = contents(tmp_path)
    with pytest.raises(InputError, match=code):
        Workspace.open(tmp_path)
    assert contents(tmp_path) == before


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    foreign = sqlite3.connect(tmp_path / "campaign.sqlite")
    foreign.execute("CREATE TABLE bookmarks (address)")
    foreign.commit()
    foreign.close()
    before = contents(tmp_path)
    with pytest.raises(InputError, match="not-a-workspace"):
        Workspace.open(tmp_path)
    assert contents(tmp_path) == before


def test_damage_to_the_database_is_said(workspace: Workspace) -> None:
    """Zeroed pages and cut files end in an error of ours, never in another exception."""
    folder = workspace.folder
    workspace.close()
    file = folder / "campaign.sqlite"
    whole = file.read_bytes()
    pages = len(whole) // 4096
    codes = set()
    for page in range(1, pages):
        file.write_bytes(whole[: page * 4096] + b"\xa5" * 4096 + whole[(page + 1) * 4096 :])
        codes.add(opening(folder))
    for length in (100, 4096, len(whole) - 4096):
        file.write_bytes(whole[:length])
        codes.add(opening(folder))
    assert "workspace-damaged" in codes
    assert codes <= {"workspace-damaged", "not-a-workspace", "log-broken", "malformed"}
    file.write_bytes(whole)
    assert opening(folder) == "fine"


def opening(folder: Path) -> str:
    try:
        with Workspace.open(folder) as opened:
            opened.verify_log()
            opened.nominations.all()
            opened.rounds.all()
    except ReviewError as failure:
        return failure.code
    return "fine"


def test_a_lost_vault_stops_what_needs_secrets_only(workspace: Workspace) -> None:
    folder = workspace.folder
    workspace.close()
    kept = (folder / "vault.age").read_bytes()
    (folder / "vault.age").unlink()
    with Workspace.open(folder) as opened:
        assert len(opened.nominations.all()) == 3
        with pytest.raises(InputError, match="vault-missing"):
            opened.unlock()
    other = Workspace.create(folder.parent / "other", "T", "E", [])
    other.close()
    shutil.copy(folder.parent / "other" / "vault.age", folder / "vault.age")
    with Workspace.open(folder) as opened, pytest.raises(InputError, match="vault-damaged"):
        opened.unlock()
    (folder / "vault.age").write_bytes(kept)
    with Workspace.open(folder) as opened:
        opened.unlock()


def test_a_vault_older_than_the_round_says_so(workspace: Workspace) -> None:
    folder = workspace.folder
    older = (folder / "vault.age").read_bytes()
    rubric = load_rubric()
    workspace.rounds.new("final", rubric, load_rule(None, rubric))
    workspace.close()
    (folder / "vault.age").write_bytes(older)
    with Workspace.open(folder) as opened:
        opened.unlock()
        with pytest.raises(InputError, match="vault-lacks-round"):
            opened.rounds.current().package_identity()


def test_a_damaged_attachment_is_named(workspace: Workspace) -> None:
    attachment = workspace.nominations.get("alpha").attachments[1]
    blob = workspace.folder / "files" / attachment.digest[:2] / attachment.digest[2:]
    blob.write_bytes(blob.read_bytes()[:-1])
    with pytest.raises(InputError, match="blob-damaged"):
        workspace.blobs.read(attachment.digest)
    assert workspace.damaged_files() == [("alpha", "b.png")]
    blob.unlink()
    with pytest.raises(InputError, match="blob-missing"):
        workspace.blobs.read(attachment.digest)


def test_leftovers_of_a_crash_are_cleared_away(workspace: Workspace) -> None:
    folder = workspace.folder
    leftover = next((folder / "files").iterdir()) / ".0123456789ab.part"
    leftover.write_bytes(b"half")
    workspace.close()
    Workspace.open(folder).close()
    assert not leftover.exists()


def test_a_transaction_is_all_or_nothing(workspace: Workspace) -> None:
    before = (workspace.log.head(), workspace.shortlist.standing())
    with pytest.raises(UsageError), workspace.transaction():
        workspace.shortlist.decide(1, "alpha", "drop", "不在范围")
        workspace.shortlist.decide(1, "nobody", "drop", "没有这个案例")
    assert (workspace.log.head(), workspace.shortlist.standing()) == before


def test_settings_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "settings.yaml"
    file.write_text(
        "title: 评选\nedition: '2026'\norganizers: [甲大学, {name: 乙大学, name_en: B}]\n"
        "facets: [网络服务, {name: 数据公开, name_en: Open data}]\nreturn_instructions: 请寄回。\nextra: 1\n",
        encoding="utf-8",
    )
    with pytest.raises(InputError, match="malformed-field"):
        load_settings(file)
    settings = load_settings(file, others=["extra"])
    assert settings.facets == [Facet("网络服务"), Facet("数据公开", "Open data")]
    with Workspace.create(tmp_path / "ws", "", "", [], settings=settings) as made:
        assert made.settings == settings
        with pytest.raises(InputError, match="settings-invalid"):
            made.campaign.update(Settings(title="T", edition="E", facets=[Facet("a"), Facet("a")]))
        made.campaign.update(Settings(title="T", edition="E"))
        assert made.settings == Settings(title="T", edition="E")
        assert made.log.lines()[-1].act == "settings-changed"
