"""Pictures without a screen: the folder is made, and a picture that can't be written ends with a code."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from review_app.ui.snapshots import SIZE
from tests.conftest import REPOSITORY
from tests.rounds import SmallRound


@pytest.fixture
def card_file(a_round: SmallRound, tmp_path: Path) -> Path:
    """The first card as a file."""
    file = tmp_path / "card.txt"
    file.write_text(a_round.cards[0].file_text("card"), "utf-8")
    return file


def draw(folder: Path, package: Path, card_file: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "review_app", "--screenshots", str(folder), str(package), str(card_file)],
        cwd=REPOSITORY,
        env=os.environ | {"LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_a_folder_that_is_not_there_is_made(package: Path, card_file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "pictures"
    done = draw(folder, package, card_file)
    assert done.returncode == 0, done.stderr
    pictures = [QImage(str(file)) for file in folder.iterdir()]
    assert {(picture.width(), picture.height()) for picture in pictures} == {SIZE} and len(pictures) == 9


def test_a_picture_that_cannot_be_written_is_a_failure(
    package: Path, card_file: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "pictures"
    (folder / "1-zh-light-read.png").mkdir(parents=True)
    done = draw(folder, package, card_file)
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr.splitlines()[-1].startswith("error[disk-failed]: ")
    assert "Traceback" not in done.stderr


def test_a_folder_below_a_file_is_a_failure(package: Path, card_file: Path) -> None:
    done = draw(card_file / "pictures", package, card_file)
    assert done.returncode == 3 and done.stderr.splitlines()[-1].startswith("error[file-missing]: ")
