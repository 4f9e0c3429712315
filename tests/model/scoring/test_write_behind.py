"""A thread writes the store: nobody waits for the disk, and nobody is told "saved" of what isn't."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import ModuleType

import pytest
from msgspec import structs

from review_app.model.errors import EnvironmentFailure
from review_app.model.scoring.meta import StoreMeta
from review_app.model.scoring.saving import Outcome
from tests.disks import full_disk, slow_disk

StartChild = Callable[..., "subprocess.Popen[str]"]
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are POSIX")


class Heard(list[Outcome]):
    """Outcomes as they are told."""

    def kept(self) -> bool:
        """Whether all were."""
        return all(outcome.kept for outcome in self)


def stored(path: Path, child: ModuleType) -> dict[str, object]:
    """What another program would find on the disk at this moment: a copy of the file and its WAL, opened."""
    copy = path.with_name("copy")
    for suffix in ("", "-wal"):
        source = path.with_name(path.name + suffix)
        copy.with_name("copy" + suffix).write_bytes(source.read_bytes() if source.exists() else b"")
    with child.opened(copy) as store:
        return dict(store.all())


def test_nobody_waits_for_a_slow_disk_and_saved_is_said_after_it(tmp_path: Path, child: ModuleType) -> None:
    heard, path = Heard(), tmp_path / "s"
    with child.opened(path) as store:
        store.write_behind(heard.append)
        slow_disk(store, 0.4)
        begun = time.monotonic()
        for number in range(30):
            store.put(child.case_of(number), child.state(number))
        assert time.monotonic() - begun < 0.3
        assert store.all() == {child.case_of(number): child.state(number) for number in (27, 28, 29)}
        assert not store.settled and not heard
        assert child.state(29) not in stored(path, child).values()
        store.wait()
        assert store.settled and heard.kept() and len(heard) <= 3
        assert stored(path, child) == store.all()
        assert len(store.history("case-a")) == 10  # few commits, every change
    with child.opened(path) as store:
        assert len(store.history("case-a")) == 10


def test_what_is_told_as_saved_is_on_the_disk(tmp_path: Path, child: ModuleType) -> None:
    path = tmp_path / "s"
    seen: list[bool] = []
    with child.opened(path) as store:

        def told(outcome: Outcome) -> None:
            durable = {case: record.now for case, record in store._held.durable.items()}
            seen.append(stored(path, child) == durable)

        store.write_behind(told)
        for number in range(40):
            store.put(child.case_of(number), child.state(number))
            time.sleep(random.random() / 200)
        store.wait()
    assert seen and all(seen)


def test_closing_writes_what_waits(tmp_path: Path, child: ModuleType) -> None:
    with child.opened(tmp_path / "s") as store:
        store.write_behind(lambda outcome: None)
        slow_disk(store, 0.05)
        for number in range(9):
            store.put(child.case_of(number), child.state(number))
        store.put_meta(StoreMeta(last_case="case-b"))
    assert threading.active_count() == 1 or not any(
        thread.name == "score store" for thread in threading.enumerate()
    )
    with child.opened(tmp_path / "s") as store:
        assert store.all() == {child.case_of(number): child.state(number) for number in (6, 7, 8)}
        assert store.meta().last_case == "case-b"


@posix_only
def test_a_failed_write_takes_back_all_that_is_not_durable(tmp_path: Path, child: ModuleType) -> None:
    heard = Heard()
    with child.opened(tmp_path / "s") as store:
        store.write_behind(heard.append)
        store.put("case-a", child.state(1))
        store.wait()
        with full_disk():
            store.put("case-a", child.state(2))
            store.put("case-b", child.state(3))
            store.wait()
        assert store.settled
        assert (store.get("case-a"), store.get("case-b").note) == (child.state(1), "")
        told = [outcome for outcome in heard if not outcome.kept]
        assert {case for outcome in told for case in outcome.cases} == {"case-a", "case-b"}
        failure = told[0].failure
        assert isinstance(failure, EnvironmentFailure) and failure.code == "disk-full"
        assert store.undoable is not None and store.undoable.after == child.state(1)
        store.put("case-b", child.state(4))
        store.wait()
        assert heard[-1].kept
    with child.opened(tmp_path / "s") as store:
        assert (store.get("case-a"), store.get("case-b")) == (child.state(1), child.state(4))
        assert len(store.history("case-a")) == 1


@posix_only
def test_what_must_be_durable_now_raises_where_it_is_asked_for(tmp_path: Path, child: ModuleType) -> None:
    """A revision number is taken before a sheet is written: whoever takes it has to know."""
    with child.opened(tmp_path / "s") as store:
        heard = Heard()
        store.write_behind(heard.append)
        slow_disk(store, 0.05)
        store.put("case-a", child.state(1))
        store.put_meta(StoreMeta(last_revision=1), now=True)
        assert store.settled and store._held.durable["case-a"].now == child.state(1)
        with full_disk():
            for pause in (0.0, 0.02, 0.06, 0.12):  # before, while and after the thread writes the same
                store.put("case-a", structs.replace(child.state(1), note=f"x{pause}"))
                time.sleep(pause)
                with pytest.raises(EnvironmentFailure, match="disk-full"):
                    store.put_meta(StoreMeta(last_revision=2), now=True)
        assert store.meta().last_revision == 1 and store.get("case-a") == child.state(1)
        store.put_meta(StoreMeta(last_revision=2), now=True)
    with child.opened(tmp_path / "s") as store:
        assert store.meta().last_revision == 2


def test_writing_through_again(tmp_path: Path, child: ModuleType) -> None:
    heard = Heard()
    with child.opened(tmp_path / "s") as store:
        store.write_behind(heard.append)
        store.put("case-a", child.state(1))
        store.write_through()
        assert store.settled and len(heard) == 1
        store.put("case-a", child.state(2))
        assert store.settled and len(heard) == 1
        assert stored(tmp_path / "s", child)["case-a"] == child.state(2)
        store.write_behind(heard.append)
        store.put("case-a", child.state(3))
        store.wait()
        assert len(heard) == 2


def kill_while_writing_behind(path: Path, child: ModuleType, start_child: StartChild, kills: int) -> None:
    """``kills`` times: what was told as saved is there, and what is there is a beginning of what was said."""
    chance, start, told_ever = random.Random(), 0, 0
    for _ in range(kills):
        process = start_child("behind", path, start, 1_000_000)
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(chance.uniform(0.02, 0.15))
        process.kill()
        lines = [
            line for line in (first + process.stdout.read()).splitlines(keepends=True) if line.endswith("\n")
        ]
        process.wait()
        told = max(int(line) for line in lines)
        told_ever += len(lines)
        with child.opened(path) as store:
            found = {case: int(state.note or -1) for case, state in store.all().items()}
            newest = max(found.values())
            assert newest >= told
            for case, number in found.items():
                assert number == max(n for n in range(newest + 1) if child.case_of(n) == case)
                assert store.get(case) == child.state(number)
            assert store.undoable is not None and store.undoable.after == child.state(newest)
        with closing(sqlite3.connect(path)) as plain:
            assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        start = newest + 1
    assert told_ever > 5 * kills


def test_killed_while_writing_behind(tmp_path: Path, child: ModuleType, start_child: StartChild) -> None:
    kill_while_writing_behind(tmp_path / "one.scores", child, start_child, 10)


@pytest.mark.torture
def test_killed_a_hundred_times_while_writing_behind(
    tmp_path: Path, child: ModuleType, start_child: StartChild
) -> None:
    kill_while_writing_behind(tmp_path / "one.scores", child, start_child, 100)
