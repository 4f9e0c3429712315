"""Looking without touching: nothing written, nobody held off; and where a folder had better not lie."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from review_app.model.errors import EnvironmentFailure, InputError, UsageError
from review_app.model.nomination.intake import take_in
from review_app.model.workspace import Workspace
from review_app.model.workspace.edits import RowChange
from review_app.model.workspace.place import doubts
from review_app.model.workspace.rounds import Round
from tests.model.workspace.test_old_workspaces import old

__all__ = ["old"]

Seen = dict[str, tuple[bytes, int, int]]


def everything(folder: Path) -> Seen:
    """Every file and folder with its content, time and mode."""
    found = {}
    for path in [folder, *sorted(folder.rglob("*"))]:
        about = path.stat()
        content = path.read_bytes() if path.is_file() else b""
        found[path.relative_to(folder).as_posix()] = (content, about.st_mtime_ns, about.st_mode)
    return found


@pytest.fixture
def archived(workspace: Workspace, final: Round, tmp_path: Path) -> Path:
    """A campaign in the middle of its round, put away."""
    workspace.cards.draw(final, 4)
    workspace.packing.pack(final, tmp_path / "a.casepkg")
    workspace.counting.box(final).close()
    workspace.close()
    (workspace.folder / "campaign.sqlite.lock").unlink()
    return workspace.folder


def test_nothing_is_written_and_no_lock_is_left(archived: Path) -> None:
    before = everything(archived)
    with Workspace.open(archived, read_only=True) as looked_at:
        assert looked_at.read_only
        assert looked_at.nominations.ids() == ["alpha", "beta", "gamma"]
        looked_at.verify_log()
        looked_at.unlock()
        assert looked_at.damaged_files() == []
        assert looked_at.rounds.current().state == "packed"
        with looked_at.counting.box(looked_at.rounds.current()) as box:
            assert len(box) == 0
        assert everything(archived) == before
    assert everything(archived) == before


def test_two_may_look_and_one_may_work_beside_none(archived: Path) -> None:
    with Workspace.open(archived, read_only=True), Workspace.open(archived, read_only=True):
        Workspace.open(archived).close()
    with (
        Workspace.open(archived),
        pytest.raises(EnvironmentFailure, match="workspace-in-use"),
        Workspace.open(archived, read_only=True),
    ):
        pass


CHANGES: dict[str, Callable[[Workspace, Path], object]] = {
    "settings": lambda w, _: w.campaign.update(msgspec.structs.replace(w.settings, note="x")),
    "log": lambda w, _: w.log.append("x"),
    "edit": lambda w, _: w.edits.change("x", {}, [RowChange("decision", (1, "alpha"), None)]),
    "undo": lambda w, _: w.edits.undo(),
    "decision": lambda w, _: w.shortlist.decide(1, "alpha", "drop", "r"),
    "round": lambda w, _: w.rounds.new("final", w.rounds.current().rubric, w.rounds.current().rule),
    "close": lambda w, _: w.counting.close(w.rounds.current()),
    "intake": lambda w, handed: take_in(w, [handed]),
    "kit": lambda w, _: w.recovery.note_made(w.recovery.prepare()),
}


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_is_refused(archived: Path, tmp_path: Path, change: str) -> None:
    from tests.model.workspace.conftest import write_case

    write_case(tmp_path / "more", "delta")
    before = everything(archived)
    with Workspace.open(archived, read_only=True) as looked_at:
        with pytest.raises(UsageError) as refused:
            CHANGES[change](looked_at, tmp_path / "more")
        assert refused.value.code == "workspace-read-only"
    assert everything(archived) == before


def test_an_old_schema_is_read_and_left(old: Path) -> None:
    before = everything(old)
    with Workspace.open(old, read_only=True) as looked_at:
        assert looked_at.settings.title == "旧版评选"
        assert looked_at.counting.count(looked_at.rounds.current()).winners == ["alpha", "beta"]
    assert everything(old) == before


def test_without_the_key_what_needs_none_can_be_read(
    archived: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REVIEW_APP_HOME", str(tmp_path / "another-computer"))
    with Workspace.open(archived, read_only=True) as looked_at:
        assert len(looked_at.nominations.all()) == 3
        looked_at.verify_log()
        assert len(looked_at.rounds.current().terms.candidate_ids) == 3
        with pytest.raises(InputError, match="vault-key-missing"):
            looked_at.unlock()
    assert not (tmp_path / "another-computer").exists()


def test_one_that_was_cut_off_has_to_be_opened_for_work_first(archived: Path) -> None:
    journal = archived / "campaign.sqlite-journal"
    journal.write_bytes(b"\xd9\xd5\x05\xf9 \xa1c\xd7")
    with pytest.raises(InputError, match="workspace-unfinished"):
        Workspace.open(archived, read_only=True)


def test_sheets_in_a_boxs_log_are_not_overlooked(archived: Path) -> None:
    beside = archived / "box-1.sqlite-wal"
    beside.touch()
    Workspace.open(archived, read_only=True).close()
    beside.write_bytes(b"x")
    with pytest.raises(InputError, match="workspace-unfinished"):
        Workspace.open(archived, read_only=True)


def test_what_is_no_workspace(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="not-a-workspace"):
        Workspace.open(tmp_path, read_only=True)
    other = sqlite3.connect(tmp_path / "campaign.sqlite")
    other.execute("CREATE TABLE a (b)")
    other.close()
    with pytest.raises(InputError, match="not-a-workspace"):
        Workspace.open(tmp_path, read_only=True)
    (tmp_path / "campaign.sqlite").write_bytes(b"text" * 4000)
    with pytest.raises(InputError, match="not-a-workspace"):
        Workspace.open(tmp_path, read_only=True)


@pytest.fixture
def disc(archived: Path, tmp_path: Path) -> Iterator[Path]:
    """The campaign on a file system that can't be written."""
    mounted = tmp_path / "disc"
    mounted.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=20m", "tmpfs", str(mounted)]
    if sys.platform != "linux" or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounting needs root on Linux")
    try:
        shutil.copytree(archived, mounted / "ws")
        subprocess.run(["mount", "-o", "remount,ro", str(mounted)], check=True)
        yield mounted / "ws"
    finally:
        subprocess.run(["umount", "-l", str(mounted)], check=True)


def test_on_a_disc_that_cannot_be_written(disc: Path) -> None:
    with pytest.raises(EnvironmentFailure, match="no-permission"):
        Workspace.open(disc)
    with Workspace.open(disc, read_only=True) as looked_at:
        looked_at.unlock()
        looked_at.verify_log()
        assert looked_at.nominations.ids() == ["alpha", "beta", "gamma"]
    assert doubts(disc) == ["read-only"]


def test_where_a_folder_had_better_not_lie(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = tmp_path / "评选"
    plain.mkdir()
    assert doubts(plain, "") == []
    for name in ("OneDrive", "OneDrive - 示例大学", "坚果云", "Dropbox", "BaiduSyncdisk", "Nutstore"):
        synced = tmp_path / name / "2026"
        synced.mkdir(parents=True)
        assert doubts(synced, "") == ["synced"], name
    marked = tmp_path / "marked" / "deep"
    marked.mkdir(parents=True)
    (tmp_path / "marked" / ".stfolder").mkdir()
    assert doubts(marked, "") == ["synced"]
    monkeypatch.setenv("OneDriveCommercial", str(plain))
    assert doubts(plain / ".", "") == ["synced"]
    monkeypatch.delenv("OneDriveCommercial")
    mounts = f"/dev/sda1 / ext4 rw 0 0\n//server/share {plain} cifs rw 0 0\nx /proc proc rw 0 0\n"
    assert doubts(plain, mounts) == ["network"]
    assert doubts(tmp_path, mounts) == []
    covered = mounts + f"tmpfs {plain} tmpfs rw 0 0\n"
    assert doubts(plain, covered) == []


@pytest.mark.skipif(os.name == "nt", reason="owners and mounts as POSIX has them")
def test_a_folder_where_nothing_can_be_written(tmp_path: Path) -> None:
    if os.geteuid() != 0:
        tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
        assert doubts(tmp_path, "") == ["read-only"]
        return
    # Root may write into everybody's folders, but not onto a file system that takes nothing.
    command = ["mount", "-t", "tmpfs", "-o", "ro", "review-app-test", str(tmp_path)]
    if subprocess.run(command, capture_output=True).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        assert doubts(tmp_path, "") == ["read-only"]
    finally:
        subprocess.run(["umount", "--lazy", str(tmp_path)], check=True)
