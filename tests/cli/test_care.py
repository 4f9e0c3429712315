"""Looking after a campaign by verbs: kit, recover, keep, bring-back, undo."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Campaign
from tests.cli.program import call


def elsewhere(folder: Path) -> dict[str, str]:
    """A computer that has never seen the campaign."""
    return {"REVIEW_APP_HOME": str(folder / "new-home")}


def test_a_kit_brings_the_key_to_another_computer(packed: Campaign, tmp_path: Path) -> None:
    kit = packed.organizer("kit", "-o", tmp_path / "kit.pdf", "--json").done().json
    assert (tmp_path / "kit.pdf").read_bytes().startswith(b"%PDF")
    packed.organizer("kit", "-o", tmp_path / "kit.pdf").refused("file-exists", 2)
    passphrase = tmp_path / "passphrase.txt"
    passphrase.write_text(kit["passphrase"].lower() + "\n")
    moved = shutil.copytree(packed.workspace, tmp_path / "moved")
    env = elsewhere(tmp_path)
    call("box", moved, "close", env=env).refused("vault-key-missing")
    call("recover", moved, "--kit", tmp_path / "kit.pdf", env=env).refused("passphrase-needed", 4)
    asked = ("--kit", tmp_path / "kit.pdf", "--passphrase-file", passphrase)
    assert call("recover", moved, *asked, "--json", env=env).done().json["passphrase"] == ""
    call("box", moved, "close", env=env).done()


def test_the_passphrase_is_said_once_and_stands_nowhere(packed: Campaign, tmp_path: Path) -> None:
    made = packed.organizer("kit", "-o", tmp_path / "kit.pdf").done()
    passphrase = made.out.split()[-1]
    assert len(passphrase) == 19 and passphrase not in made.err
    for path in [*packed.workspace.rglob("*"), tmp_path / "kit.pdf"]:
        if path.is_file():
            content = path.read_bytes()
            assert passphrase.encode() not in content and passphrase.replace("-", "").encode() not in content


def test_kept_and_brought_back(packed: Campaign, tmp_path: Path) -> None:
    kit = packed.organizer("kit", "-o", tmp_path / "kit.pdf", "--json").done().json
    file = tmp_path / "a.campaignbackup"
    kept = packed.organizer("keep", "-o", file, "--json").done().json
    assert kept["size"] == file.stat().st_size
    env = {"REVIEW_APP_HOME": str(packed.home)}
    back = call("bring-back", file, tmp_path / "back", "--json", env=env).done().json
    assert back["files"] == kept["files"] and back["log_head"] == kept["log_head"] and back["damaged"] == []
    call("bring-back", file, tmp_path / "back", env=env).refused("folder-not-empty", 2)
    passphrase = tmp_path / "passphrase.txt"
    passphrase.write_text(kit["passphrase"])
    there = elsewhere(tmp_path)
    call("bring-back", file, tmp_path / "there", env=there).refused("backup-key-missing")
    arguments = ("--kit", tmp_path / "kit.pdf", "--passphrase-file", passphrase)
    call("bring-back", file, tmp_path / "there", *arguments, env=there).done()
    call("box", tmp_path / "there", "close", env=there).done()


def test_kept_under_a_passphrase(packed: Campaign, tmp_path: Path) -> None:
    file, passphrase = tmp_path / "a.campaignbackup", tmp_path / "passphrase.txt"
    kept = packed.organizer("keep", "-o", file, "--passphrase", "--json").done().json
    there = elsewhere(tmp_path)
    call("bring-back", file, tmp_path / "there", env=there).refused("passphrase-needed", 4)
    passphrase.write_text("0000-0000-0000-0000")
    asked = (file, tmp_path / "there", "--passphrase-file", passphrase)
    call("bring-back", *asked, env=there).refused("backup-wrong-passphrase")
    passphrase.write_text(kept["passphrase"])
    call("bring-back", *asked, env=there).done()


@pytest.mark.parametrize("name", ["a.campaignbackup", "b"])
def test_what_is_no_backup(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"age-encryption.org/v1\n" * 100)
    call("bring-back", tmp_path / name, tmp_path / "back").refused("campaign-backup-foreign")
    assert not (tmp_path / "back").exists()


def test_undo_and_redo(tmp_path: Path) -> None:
    workspace, env = tmp_path / "ws", {"REVIEW_APP_HOME": str(tmp_path / "home")}
    call("new", workspace, "--title", "T", "--edition", "E", env=env).done()
    call("undo", workspace, env=env).refused("nothing-to-undo", 2)
    add = ("--add", "王一", "示例大学")
    call("shortlist", workspace, "panel", *add, env=env).done()
    listed = call("undo", workspace, "--list", "--json", env=env).done().json["edits"]
    assert len(listed) == 1 and not listed[0]["undone"]
    assert call("undo", workspace, "--json", env=env).done().json["edits"][0]["undone"]
    assert not call("undo", workspace, "--redo", "--json", env=env).done().json["edits"][0]["undone"]
    call("undo", workspace, "--redo", env=env).refused("nothing-to-redo", 2)
