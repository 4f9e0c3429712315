"""SIGKILL in the middle of intake, packing, opening and backup: what was said to be done is there, the rest not at
all, and every step can be taken again."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from fractions import Fraction
from pathlib import Path

import pytest
from PIL import Image

from review_app.model.box.ballot_box import Arrival
from review_app.model.box.states import State
from review_app.model.crypto.ballot_card import derive
from review_app.model.crypto.vault import Unlocker
from review_app.model.nomination.intake import take_in
from review_app.model.package.open import SealedPackage
from review_app.model.rubric import load_rubric, load_rule
from review_app.model.scoring.scores import CaseScores
from review_app.model.scoring.sheet import make_sheet
from review_app.model.terms import terms_digest
from review_app.model.workspace import Workspace
from review_app.model.workspace.cards import DrawnCards
from review_app.model.workspace.keeping import bring_back
from tests.conftest import REPOSITORY
from tests.model.workspace.conftest import picture, write_case

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
SHEETS = 40
CHILD = Path(__file__).with_name("kill_child.py")
FEW = [pytest.param(8, id="few"), pytest.param(50, id="torture", marks=pytest.mark.torture)]


def start(*arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, str(CHILD), *(str(argument) for argument in arguments)]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)


def kill_after(child: subprocess.Popen[str], lines: int, seconds: float) -> list[str]:
    """Kills ``child`` when it has said "ready" and so many lines more, and some time has passed; all it said."""
    assert child.stdout is not None
    said = [child.stdout.readline() for _ in range(lines + 1)]
    time.sleep(seconds)
    child.send_signal(signal.SIGKILL)
    said += child.stdout.readlines()
    child.wait(30)
    child.stdout.close()
    assert said[0] == "ready\n"
    return [line for line in said[1:] if line.endswith("\n")]


@pytest.mark.parametrize("kills", FEW)
def test_killed_while_taking_in(tmp_path: Path, kills: int) -> None:
    chance = random.Random(27)
    folder = tmp_path / "handed-in"
    ids = [f"case-{number:02d}" for number in range(12)]
    for number, case_id in enumerate(ids):
        colours = {"甲.png": (number, 1, 2), "乙.png": (number, 200, 9)}
        pictures = {name: Image.new("RGB", (64, 64), colour) for name, colour in colours.items()}
        case = write_case(folder, case_id, attachments=dict.fromkeys(pictures, b""))
        for name, image in pictures.items():
            image.save(case / name)
    Workspace.create(tmp_path / "empty", "T", "E", []).close()
    for _ in range(kills):
        work = tmp_path / "ws"
        shutil.copytree(tmp_path / "empty", work)
        child = start("intake", work, *(folder / case_id for case_id in ids))
        said = kill_after(child, chance.randrange(8), chance.random() * 0.02)
        acknowledged = [line.split()[1] for line in said]
        with Workspace.open(work) as workspace:
            stored = workspace.nominations.ids()
            assert set(acknowledged) <= set(stored)
            assert len(stored) <= len(acknowledged) + 1  # the one whose commit was done and not yet said
            assert all(len(case.attachments) == 2 for case in workspace.nominations.all())
            assert workspace.damaged_files() == []
            workspace.verify_log()
            accepted = [
                line.details["case"] for line in workspace.log.lines() if line.act == "nomination-accepted"
            ]
            assert sorted(str(case) for case in accepted) == stored
            assert [result.case_id for result in workspace.nominations.intake()] == stored
        finished = start("intake", work, *(folder / case_id for case_id in ids))
        output, _ = finished.communicate(timeout=120)
        statuses = [line.split()[0] for line in output.splitlines()[1:]]
        assert statuses == ["duplicate"] * len(stored) + ["accepted"] * (len(ids) - len(stored))
        assert not [path for path in work.rglob("*") if path.name.endswith(".part")]
        shutil.rmtree(work)


@pytest.fixture
def ready_to_pack(tmp_path: Path) -> tuple[Path, DrawnCards]:
    """A workspace with some megabytes of pictures, so that packing takes a moment."""
    chance = random.Random(4)
    with Workspace.create(tmp_path / "ready", "T", "E", []) as workspace:
        for number in range(6):
            noise = Image.frombytes("RGB", (700, 700), chance.randbytes(700 * 700 * 3))
            case = write_case(tmp_path / "in", f"case-{number}", attachments={"噪.png": picture()})
            noise.save(case / "噪.png", compress_level=0)
        take_in(workspace, [tmp_path / "in"])
        rubric = load_rubric()
        round_ = workspace.rounds.new("final", rubric, load_rule(None, rubric))
        drawn = workspace.cards.draw(round_, 4)
        workspace.shortlist.freeze(round_)
    return tmp_path / "ready", drawn


@pytest.mark.parametrize("kills", FEW)
def test_killed_while_packing(tmp_path: Path, ready_to_pack: tuple[Path, DrawnCards], kills: int) -> None:
    chance = random.Random(11)
    ready, drawn = ready_to_pack
    shutil.copytree(ready, tmp_path / "trial")
    duration = how_long(start("pack", tmp_path / "trial", tmp_path / "trial.casepkg"))
    interrupted = 0
    for _ in range(kills):
        work, out = tmp_path / "ws", tmp_path / "out"
        shutil.copytree(ready, work)
        out.mkdir()
        said = kill_after(start("pack", work, out / "a.casepkg"), 0, chance.random() ** 2 * duration)
        file = out / "a.casepkg"
        with Workspace.open(work) as workspace:
            round_ = workspace.rounds.current()
            workspace.verify_log()
            fixed = terms_digest(round_.terms_jws) if round_.state == "packed" else None
            interrupted += not said
            if said or file.exists():
                assert fixed is not None
            if file.exists():
                assert opens(file, drawn) == fixed
            again = workspace.packing.pack(round_, file).terms_digest
            assert fixed in (None, again)
            assert opens(file, drawn) == again
        assert {path.name for path in out.iterdir() if not path.name.endswith(".part")} == {"a.casepkg"}
        shutil.rmtree(work)
        shutil.rmtree(out)
    assert interrupted  # a test that always comes too late says nothing


@pytest.fixture
def ready_to_open(tmp_path: Path) -> Path:
    """A workspace whose box is closed over sheets enough to take a moment."""
    with Workspace.create(tmp_path / "closed", "T", "E", []) as workspace:
        for number in range(4):
            write_case(tmp_path / "in", f"case-{number}")
        take_in(workspace, [tmp_path / "in"])
        rubric = load_rubric()
        round_ = workspace.rounds.new("final", rubric, load_rule(None, rubric))
        drawn = workspace.cards.draw(round_, SHEETS)
        workspace.packing.pack(round_, tmp_path / "a.casepkg")
        sheets = []
        for number, issued in enumerate(drawn.files):
            with SealedPackage.open(tmp_path / "a.casepkg") as sealed:
                package = sealed.unlock(issued.card)
            keys = derive(issued.card, round_.id, round_.organizer_thumbprint)
            width = len(rubric.criteria)
            states = {
                case_id: CaseScores(tuple(5 + (number + place + index) % 5 for index in range(width)))
                for place, case_id in enumerate(package.terms.candidate_ids)
            }
            sheets.append(make_sheet(package.terms, package.digest, keys, states, 1)[0])
        assert workspace.counting.take_in(round_, sheets) == [Arrival.TAKEN] * SHEETS
        workspace.counting.close(round_)
    return tmp_path / "closed"


@pytest.mark.parametrize("kills", FEW)
def test_killed_while_opening(tmp_path: Path, ready_to_open: Path, kills: int) -> None:
    chance = random.Random(5)
    shutil.copytree(ready_to_open, tmp_path / "trial")
    expected = how_long(start("open", tmp_path / "trial"))
    with Workspace.open(tmp_path / "trial") as workspace:
        results = count_of(workspace)
        digests = [sheet.file_digest for sheet in workspace.counting.outcomes(workspace.rounds.current())]
    interrupted = 0
    for _ in range(kills):
        work = tmp_path / "ws"
        shutil.copytree(ready_to_open, work)
        said = kill_after(start("open", work), 0, chance.random() * expected * 1.1)
        with Workspace.open(work) as workspace:
            workspace.verify_log()
            round_ = workspace.rounds.current()
            interrupted += round_.state == "closed"
            assert round_.state == "opened" if said else round_.state in ("closed", "opened")
            if round_.state == "closed":
                assert workspace.counting.open(round_).accepted == SHEETS
            assert round_.state == "opened"
            outcomes = workspace.counting.outcomes(round_)
            assert [sheet.file_digest for sheet in outcomes] == digests
            assert {sheet.state for sheet in outcomes} == {State.ACCEPTED}
            assert count_of(workspace) == results
            workspace.verify_log()
            assert [line.act for line in workspace.log.lines()].count("box-opened") == 1
        shutil.rmtree(work)
    assert interrupted  # a test that always comes too late says nothing


@pytest.mark.parametrize("kills", FEW)
def test_killed_while_a_backup_is_written_and_brought_back(
    tmp_path: Path, ready_to_pack: tuple[Path, DrawnCards], kills: int
) -> None:
    chance = random.Random(8)
    work, file, back = ready_to_pack[0], tmp_path / "a.campaignbackup", tmp_path / "back" / "ws"
    back.parent.mkdir()
    longest = how_long(start("keep", work, file))
    for _ in range(kills // 2):
        before = file.read_bytes()
        kill_after(start("keep", work, file), 0, chance.random() * longest)
        with Workspace.open(work) as workspace:
            workspace.verify_log()
        shutil.rmtree(back, ignore_errors=True)
        head = bring_back(file, back, Unlocker()).log_head  # the old one or the new one, but a whole one
        if file.read_bytes() == before:
            with Workspace.open(back) as again:
                assert again.verify_log() == head
    shutil.rmtree(back)
    longest = how_long(start("back", file, back))
    for _ in range(kills // 2):
        shutil.rmtree(back, ignore_errors=True)
        said = kill_after(start("back", file, back), 0, chance.random() * longest)
        assert back.exists() or not said
        if not back.exists():
            bring_back(file, back, Unlocker())
        assert [path.name for path in back.parent.iterdir()] == ["ws"]
        with Workspace.open(back) as again:
            again.unlock()
            again.verify_log()
            assert again.damaged_files() == []


def how_long(whole: subprocess.Popen[str]) -> float:
    """Seconds from "ready" to the end of what was asked, undisturbed."""
    assert whole.stdout is not None and whole.stdout.readline() == "ready\n"
    begun = time.monotonic()
    assert whole.stdout.readline().strip()
    duration = time.monotonic() - begun
    whole.communicate(timeout=120)
    return duration


def count_of(workspace: Workspace) -> list[tuple[str, int | None, Fraction | None]]:
    """The ranking, case by case."""
    ranking = workspace.counting.count(workspace.rounds.current()).ranking
    return [(case.case_id, case.rank, case.score) for case in ranking]


def opens(file: Path, drawn: DrawnCards) -> str:
    """The terms digest of a package in which every byte is in order."""
    with SealedPackage.open(file) as sealed:
        assert list(sealed.damaged_entries()) == []
        return sealed.unlock(drawn.files[0].card).digest
