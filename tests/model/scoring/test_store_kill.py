"""A process that saves is killed at a random moment: what it had acknowledged is there."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import ModuleType

import pytest

StartChild = Callable[..., "subprocess.Popen[str]"]


def kill_while_saving(path: Path, child: ModuleType, start_child: StartChild, kills: int) -> None:
    """``kills`` times on one store: every acknowledged save holds, and at most one that wasn't."""
    chance = random.Random()
    start, acknowledged, total = 0, dict.fromkeys(child.CASES, -1), 0
    for _ in range(kills):
        process = start_child("save", path, start, 1_000_000)
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(chance.uniform(0.02, 0.15))
        process.kill()
        rest = process.stdout.read()  # communicate() would pass over what readline() has read ahead
        process.wait()
        # A line counts when it is whole: the pipe may have been cut in the middle of one.
        numbers = [int(line) for line in (first + rest).splitlines(keepends=True) if line.endswith("\n")]
        assert numbers == list(range(start, start + len(numbers))) and numbers
        total += len(numbers)
        for number in numbers:
            acknowledged[child.case_of(number)] = number
        unsure = numbers[-1] + 1
        with child.opened(path) as store:
            for case, scores in store.all().items():
                allowed = (
                    {acknowledged[case], unsure} if child.case_of(unsure) == case else {acknowledged[case]}
                )
                found = int(scores.note or -1)
                assert found in allowed
                if found >= 0:
                    assert scores == child.state(found)
                    acknowledged[case] = found
        with closing(sqlite3.connect(path)) as plain:
            assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        start = unsure + 1
        while child.case_of(start) != child.CASES[0]:
            start += 1
    assert total > 10 * kills


def test_killed_while_saving(tmp_path: Path, child: ModuleType, start_child: StartChild) -> None:
    kill_while_saving(tmp_path / "one.scores", child, start_child, 15)


@pytest.mark.torture
def test_killed_a_hundred_times_while_saving(
    tmp_path: Path, child: ModuleType, start_child: StartChild
) -> None:
    kill_while_saving(tmp_path / "one.scores", child, start_child, 100)


def kill_while_making(folder: Path, child: ModuleType, start_child: StartChild, kills: int) -> None:
    """A store whose making is cut short anywhere is made again, or is whole."""
    for number in range(kills):
        path = folder / f"{number}.scores"
        process = start_child("hold", path)
        deadline = time.monotonic() + 20
        while not path.exists() and time.monotonic() < deadline:
            time.sleep(0.0002)
        time.sleep(random.uniform(0, 0.008))
        process.kill()
        process.communicate()
        with child.opened(path) as store:
            assert [state.standing for state in store.all().values()] == ["unscored"] * 3
            store.put("case-a", child.state(number))
        with child.opened(path) as store:
            assert store.get("case-a") == child.state(number)


def test_killed_while_the_store_is_made(tmp_path: Path, child: ModuleType, start_child: StartChild) -> None:
    kill_while_making(tmp_path, child, start_child, 6)


@pytest.mark.torture
def test_killed_often_while_the_store_is_made(
    tmp_path: Path, child: ModuleType, start_child: StartChild
) -> None:
    kill_while_making(tmp_path, child, start_child, 60)


def test_every_beginning_of_a_wal_is_an_earlier_state(
    tmp_path: Path, child: ModuleType, start_child: StartChild
) -> None:
    """What a power cut may leave of the WAL: states in order, none of them mixed, the last one whole."""
    path, count = tmp_path / "one.scores", 12
    process = start_child("save", path, 0, count)
    assert process.stdout is not None
    while process.stdout.readline() != "done\n":
        pass
    process.kill()
    process.communicate()
    main, wal = path.read_bytes(), Path(f"{path}-wal").read_bytes()
    frame = 24 + 4096
    lengths = {0, 1, 31, 32, len(wal)} | set(range(0, len(wal), 1531))
    lengths |= {
        32 + frame * number + shift for number in range(len(wal) // frame + 1) for shift in (-1, 0, 1)
    }
    expected = []
    states = dict.fromkeys(child.CASES, child.CaseScores(scores=(None,) * child.CRITERIA))
    expected.append(dict(states))
    for number in range(count):
        states[child.case_of(number)] = child.state(number)
        expected.append(dict(states))
    reached = []
    place = tmp_path / "cut.scores"
    for length in sorted(length for length in lengths if 0 <= length <= len(wal)):
        place.write_bytes(main)
        Path(f"{place}-wal").write_bytes(wal[:length])
        with child.opened(place) as store:
            reached.append(expected.index(store.all()))
    assert reached == sorted(reached)
    assert set(reached) == set(range(count + 1)) and reached[-1] == count


def test_an_opening_settles_what_a_crash_left(
    tmp_path: Path, child: ModuleType, start_child: StartChild
) -> None:
    """From then on a clean-up that takes the file's neighbours away takes no score."""
    path = tmp_path / "one.scores"
    for what in (("hold", path), ("save", path, 0, 5), ("hold", path)):
        process = start_child(*what)
        assert process.stdout is not None
        while process.stdout.readline() not in ("open\n", "done\n"):
            pass
        process.kill()
        process.communicate()
        if what[0] == "hold":
            Path(f"{path}-wal").unlink(missing_ok=True)
            with closing(sqlite3.connect(path)) as plain:
                assert plain.execute("SELECT count(*) FROM sealed").fetchone() == (4,)
    with child.opened(path) as store:
        assert store.all() == {child.case_of(number): child.state(number) for number in (3, 4, 2)}
