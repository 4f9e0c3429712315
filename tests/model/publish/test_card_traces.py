"""Killed while cards are printed: no secret stays where nobody looks, and a person is told."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from review_app.model.crypto.ballot_card import parse_card
from review_app.model.publish.card_papers import CardWords, draw_cards
from review_app.model.publish.card_traces import clear_up
from review_app.model.rubric import load_rubric, load_rule
from review_app.model.workspace import Workspace
from review_app.model.workspace.context import PRINTING_NOTE
from review_app.model.workspace.rounds import Round
from tests.cli.program import call
from tests.conftest import REPOSITORY

WORDS = CardWords("寄回", "评分卡")
CHILD = """
import os, signal, sys
from pathlib import Path
from review_app.model.progress import Progress
from review_app.model.publish.card_papers import CardWords, draw_cards
from review_app.model.workspace import Workspace

folder, target, moment = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

if moment < 0:
    os.replace_file, os.replace = os.replace, lambda a, b: die() if str(b).endswith(".pdf") else os.replace_file(a, b)
progress = Progress(lambda done, total: done == moment and die())
with Workspace.open(folder) as workspace:
    words = CardWords("r", "t")
    draw_cards(workspace, workspace.rounds.current(), 3, 1, target / "cards.pdf", target / "files", words,
               progress=progress)
"""
posix_only = pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL, and other rights")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Path]:
    """The folder of a closed workspace with a drafted round."""
    with Workspace.create(tmp_path / "ws", "T", "E", []) as made:
        rubric = load_rubric()
        made.rounds.new("final", rubric, load_rule(None, rubric))
    yield tmp_path / "ws"


def killed(workspace: Path, target: Path, moment: int) -> list[str]:
    """Kills a printing into ``target`` after so many cards (-1: once all are drawn), and says what it left."""
    target.mkdir(exist_ok=True)
    command = [sys.executable, "-c", CHILD, str(workspace), str(target), str(moment)]
    run = subprocess.run(
        command, env={**os.environ, "PYTHONPATH": str(REPOSITORY)}, capture_output=True, text=True
    )
    assert run.returncode == -signal.SIGKILL, run.stderr
    return files_in(target)


def files_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@posix_only
@pytest.mark.parametrize("moment", [0, 1, 2, 4])
def test_of_cards_that_were_not_drawn_nothing_stays(workspace: Path, tmp_path: Path, moment: int) -> None:
    target = tmp_path / "stick"
    left = killed(workspace, target, moment)
    assert len(left) == (moment + 1 if moment else 0)  # the pages come before the first card's file
    assert all(stat.S_IMODE((target / name).stat().st_mode) == 0o600 for name in left)
    (target / "mine.txt").write_text("mine")
    with Workspace.open(workspace) as opened:
        assert opened.cards.counts(opened.rounds.current()).issued == 0
        said = clear_up(opened)
        assert said is not None and (said.code, said.params) == ("cards-half-printed", {"name": "cards.pdf"})
        assert files_in(target) == ["mine.txt"] and not (target / "files").exists()
        assert clear_up(opened) is None and not (workspace / PRINTING_NOTE).exists()


@posix_only
def test_the_pages_of_cards_that_were_drawn_get_their_name(workspace: Path, tmp_path: Path) -> None:
    target = tmp_path / "stick"
    left = killed(workspace, target, -1)
    assert "cards.pdf" not in left and len(left) == 5
    with Workspace.open(workspace) as opened:
        round_ = opened.rounds.current()
        assert round_.state == "cards"
        said = clear_up(opened)
        assert said is not None and said.code == "cards-pages-found"
        assert (target / "cards.pdf").read_bytes().startswith(b"%PDF")
        assert files_in(target) == ["cards.pdf", *(f"files/card-{n}.txt" for n in range(1, 5))]
        stored = {parse_card(file.read_text("utf-8")).round_id for file in (target / "files").iterdir()}
        assert stored == {round_.id} and clear_up(opened) is None


@posix_only
def test_the_next_printing_clears_up_as_well(workspace: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    assert killed(workspace, first, 3)
    with Workspace.open(workspace) as opened:
        second.mkdir()
        counts = draw(opened, opened.rounds.current(), second)
        assert counts == 4 and files_in(first) == [] and len(files_in(second)) == 5


def draw(workspace: Workspace, round_: Round, target: Path) -> int:
    return draw_cards(workspace, round_, 3, 1, target / "cards.pdf", target / "files", WORDS).issued


@posix_only
def test_a_stick_that_is_away_is_asked_for_until_it_is_there(workspace: Path, tmp_path: Path) -> None:
    target, away = tmp_path / "stick", tmp_path / "away"
    killed(workspace, target, 2)
    target.rename(away)
    with Workspace.open(workspace) as opened:
        for _ in range(2):
            said = clear_up(opened)
            assert said is not None and (said.code, said.params) == (
                "cards-leftovers",
                {"folder": str(target)},
            )
        away.rename(target)
        said = clear_up(opened)
        assert said is not None and said.code == "cards-half-printed" and files_in(target) == []


@posix_only
def test_any_verb_that_opens_the_workspace_says_so(workspace: Path, tmp_path: Path) -> None:
    killed(workspace, tmp_path / "stick", 2)
    said = call("round", workspace, "show").done()
    assert "the computer stopped while cards were being printed (cards.pdf)" in said.err
    assert files_in(tmp_path / "stick") == []
    assert "stopped" not in call("round", workspace, "show").done().err


@posix_only
def test_what_is_printed_is_for_its_owner_alone(workspace: Path, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with Workspace.open(workspace) as opened:
            target = tmp_path / "out"
            target.mkdir()
            draw(opened, opened.rounds.current(), target)
    finally:
        os.umask(before)
    assert len(files_in(target)) == 5
    assert all(stat.S_IMODE((target / name).stat().st_mode) == 0o600 for name in files_in(target))
    assert not (workspace / PRINTING_NOTE).exists()


def test_a_note_that_was_cut_off_says_nothing(workspace: Path) -> None:
    (workspace / PRINTING_NOTE).write_bytes(b'{"draft":')
    with Workspace.open(workspace) as opened:
        assert clear_up(opened) is None and not (workspace / PRINTING_NOTE).exists()
