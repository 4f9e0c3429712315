"""A full disk: said in so many words, what was there stays, and with room the work goes on."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from review_app.model.errors import EnvironmentFailure
from review_app.model.nomination.intake import take_in
from review_app.model.rubric import load_rubric, load_rule
from review_app.model.workspace import Workspace
from tests.model.workspace.conftest import write_case


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of one megabyte."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    if sys.platform != "linux" or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounting a small file system needs root on Linux")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_full_disk(small_disk: Path, tmp_path: Path) -> None:
    ids = [f"case-{number:02d}" for number in range(40)]
    for case_id in ids:
        noise = write_case(tmp_path / "in", case_id, attachments={"a.pdf": b""})
        (noise / "a.pdf").write_bytes(b"%PDF-1.4\n" + case_id.encode() * 6000 + b"\n%%EOF\n")
    with Workspace.create(small_disk / "ws", "T", "E", []) as workspace:
        with pytest.raises(EnvironmentFailure, match="disk-full"):
            take_in(workspace, [tmp_path / "in"])
        stored = workspace.nominations.ids()
        assert 3 < len(stored) < len(ids)
        assert stored == ids[: len(stored)]
        workspace.verify_log()
        assert workspace.damaged_files() == []
        head = workspace.log.head()
        filler = small_disk / "filler"
        try:
            with filler.open("wb") as file:
                while True:
                    file.write(bytes(4096))
        except OSError:
            pass
        rubric = load_rubric()
        with pytest.raises(EnvironmentFailure, match="disk-full"):
            for _ in range(50):
                workspace.rounds.new("final", rubric, load_rule(None, rubric))
    with Workspace.open(small_disk / "ws") as workspace:
        workspace.unlock()
        workspace.verify_log()
        assert workspace.nominations.ids() == stored
        assert head in [line.previous for line in workspace.log.lines()] + [workspace.log.head()]
    filler.unlink()
    shutil.move(small_disk / "ws", tmp_path / "roomy")
    with Workspace.open(tmp_path / "roomy") as workspace:
        again = take_in(workspace, [tmp_path / "in"])
        assert [r.status for r in again] == ["duplicate"] * len(stored) + ["accepted"] * (
            len(ids) - len(stored)
        )
