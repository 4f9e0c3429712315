"""Disks that are full, read-only or wrong, and a second instance."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from review_app.model.errors import EnvironmentFailure, InputError, ReviewError
from review_app.model.scoring.meta import StoreMeta

StartChild = Callable[..., "subprocess.Popen[str]"]
posix_only = pytest.mark.skipif(os.name == "nt", reason="POSIX limits and users")


def test_a_second_process_is_refused_at_once(
    tmp_path: Path, child: ModuleType, start_child: StartChild
) -> None:
    path = tmp_path / "one.scores"
    holder = start_child("hold", path)
    assert holder.stdout is not None and holder.stdout.readline() == "open\n"
    with pytest.raises(EnvironmentFailure, match="store-in-use"):
        child.opened(path)
    second = start_child("hold", path)
    assert second.communicate()[0] == "store-in-use\n"
    assert holder.communicate("")[0] == ""
    with child.opened(path) as store:
        store.put("case-a", child.state(1))


def test_a_refused_second_store_does_not_take_the_lock_of_the_first_away(
    tmp_path: Path, child: ModuleType, start_child: StartChild
) -> None:
    """On POSIX, whoever closes any handle of a file drops the process's own SQLite locks on it."""
    path = tmp_path / "one.scores"
    with child.opened(path):
        with pytest.raises(EnvironmentFailure, match="store-in-use"):
            child.opened(path)
        assert start_child("hold", path).communicate("")[0] == "store-in-use\n"


def test_a_program_without_our_lock_is_refused_too(tmp_path: Path, child: ModuleType) -> None:
    path = tmp_path / "one.scores"
    code = "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0).execute('SELECT * FROM sealed')"
    with child.opened(path):
        other = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True)
        assert "database is locked" in other.stderr
    hold = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.execute("BEGIN EXCLUSIVE")
print(flush=True)
input()
"""
    other_program = subprocess.Popen(
        [sys.executable, "-c", hold, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other_program.stdout is not None
    other_program.stdout.readline()
    with pytest.raises(EnvironmentFailure, match="store-in-use"):
        child.opened(path)
    other_program.communicate("\n")
    child.opened(path).close()


@posix_only
@pytest.mark.parametrize("room", [70_000, 131_072, 300_001])
def test_no_room_for_the_file_to_grow(
    tmp_path: Path, child: ModuleType, start_child: StartChild, room: int
) -> None:
    path = tmp_path / "one.scores"
    lines = start_child("fill", path, room).communicate("")[0].splitlines()
    reached, code, stood = lines[0].split()
    number = int(reached)
    assert (code, stood) == ("disk-full", "1") and number > 3
    assert lines[1:] == [reached]
    with child.opened(path) as store:
        expected = {child.case_of(done): child.state(done) for done in range(number - 2, number + 1)}
        assert store.all() == expected
    assert sorted(file.name for file in tmp_path.iterdir()) == ["one.scores", "one.scores.lock"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """One megabyte of real file system."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "review-app-test", str(place)]
    if os.name == "nt" or os.geteuid() != 0 or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("mounting needs root")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def fill_up(ballast: Path) -> None:
    with ballast.open("ab", buffering=0) as file:
        try:
            while True:
                file.write(bytes(512))
        except OSError as failure:
            assert failure.errno == errno.ENOSPC


def test_a_full_disk_keeps_the_state_and_another_try_works(small_disk: Path, child: ModuleType) -> None:
    path, ballast = small_disk / "one.scores", small_disk / "ballast"
    fill_up(ballast)
    with pytest.raises(EnvironmentFailure, match="disk-full"):
        child.opened(path)
    ballast.unlink()
    store = child.opened(path)
    store.put("case-a", child.state(1))
    last = store.get("case-b")
    for number in range(2, 60, 3):
        fill_up(ballast)
        refused = 0
        for _ in range(3):
            with pytest.raises(EnvironmentFailure, match="disk-full"):
                for step in range(300):
                    store.put("case-b", child.state(1000 * number + step))
                    last = child.state(1000 * number + step)
            refused += 1
            assert store.get("case-a") == child.state(1) and store.get("case-b") == last
            with pytest.raises(EnvironmentFailure, match="disk-full"):
                store.put_meta(StoreMeta(last_case="x" * 200_000))
        ballast.unlink()
        store.put("case-b", child.state(number))
        last = child.state(number)
        assert refused == 3
    fill_up(ballast)
    store.close()
    with child.opened(path) as store:
        assert (store.get("case-a"), store.get("case-b")) == (child.state(1), last)
    ballast.unlink()
    with child.opened(path) as store:
        assert (store.get("case-a"), store.get("case-b")) == (child.state(1), last)


def as_plain_user(action: Callable[[], object]) -> str:
    """The code of the error that ``action`` raises in a process without root's rights, or ``fine``."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            if os.geteuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
            try:
                action()
                word = "fine"
            except ReviewError as failure:
                word = failure.code
            except BaseException as failure:
                word = repr(failure)
            os.write(writing, word.encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        word = pipe.read()
    os.waitpid(process, 0)
    return word


@posix_only
def test_folders_and_files_that_may_not_be_written(child: ModuleType) -> None:
    # Not below pytest's own folder: that is closed to everybody but its owner.
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "one.scores"
        user = 65534 if os.geteuid() == 0 else os.geteuid()

        def may(folder_mode: int, file_mode: int) -> None:
            for file in folder.iterdir():
                os.chown(file, user, -1)
                file.chmod(file_mode)
            os.chown(folder, user, -1)
            folder.chmod(folder_mode)

        def touch() -> None:
            with child.opened(path) as store:
                store.put("case-a", child.state(5))

        def below() -> None:
            child.opened(folder / "deeper" / "one.scores").close()

        try:
            may(0o555, 0o644)
            assert (as_plain_user(touch), as_plain_user(below)) == ("no-permission", "no-permission")
            assert list(folder.iterdir()) == []
            may(0o755, 0o644)
            assert as_plain_user(touch) == "fine"
            before = path.read_bytes()
            may(0o555, 0o644)  # the WAL can't be made
            assert as_plain_user(touch) == "no-permission"
            may(0o755, 0o444)
            assert as_plain_user(touch) == "no-permission"
            assert path.read_bytes() == before
            may(0o755, 0o644)
            assert as_plain_user(touch) == "fine"
        finally:
            folder.chmod(0o755)


def test_a_folder_in_the_place_of_the_store(tmp_path: Path, child: ModuleType) -> None:
    (tmp_path / "one.scores").mkdir()
    with pytest.raises((InputError, EnvironmentFailure), match=r"is-a-folder|no-permission"):
        child.opened(tmp_path / "one.scores")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ReviewError):
        child.opened(tmp_path / "file" / "one.scores")


def flips(data: bytes, every: int) -> Iterator[bytes]:
    for at in [*range(0, 120, 1), *range(120, len(data), every)]:
        yield data[:at] + bytes([data[at] ^ (1 << at % 8)]) + data[at + 1 :]


def read_or_refused(path: Path, child: ModuleType) -> str:
    """``read`` when everything is as it was put, or the code of the refusal.  Anything else raises."""
    try:
        with child.opened(path) as store:
            assert store.all() == {child.case_of(number): child.state(number) for number in (3, 4, 5)}
            assert all(store.history(case) for case in child.CASES)
            assert store.meta() == StoreMeta(last_revision=7)
            return "read"
    except ReviewError as failure:
        return failure.code


def test_one_changed_bit_is_refused_or_does_no_harm(tmp_path: Path, child: ModuleType) -> None:
    path, place = tmp_path / "one.scores", tmp_path / "flipped.scores"
    with child.opened(path) as store:
        for number in (3, 4, 5):
            store.put(child.case_of(number), child.state(number))
        store.put_meta(StoreMeta(last_revision=7))
    data = path.read_bytes()
    assert read_or_refused(path, child) == "read"
    ends = []
    for flipped in flips(data, 50):
        place.write_bytes(flipped)
        ends.append(read_or_refused(place, child))
    assert set(ends) == {"read", "store-damaged", "store-newer"}
    assert ends.count("store-damaged") > len(ends) // 3


def test_a_file_cut_anywhere_is_refused(tmp_path: Path, child: ModuleType) -> None:
    path, place = tmp_path / "one.scores", tmp_path / "cut.scores"
    with child.opened(path) as store:
        for number in (3, 4, 5):
            store.put(child.case_of(number), child.state(number))
        store.put_meta(StoreMeta(last_revision=7))
    data = path.read_bytes()
    for length in [*range(1, 130, 3), *range(130, len(data), 997), *range(4096, len(data), 4096)]:
        place.write_bytes(data[:length])
        assert read_or_refused(place, child) == "store-damaged", length


def test_one_changed_bit_in_a_wal_gives_an_earlier_state_or_a_refusal(
    tmp_path: Path, child: ModuleType, start_child: StartChild
) -> None:
    path, place = tmp_path / "one.scores", tmp_path / "flipped.scores"
    process = start_child("save", path, 0, 4)
    assert process.stdout is not None
    while process.stdout.readline() != "done\n":
        pass
    process.kill()
    process.communicate()
    main, wal = path.read_bytes(), Path(f"{path}-wal").read_bytes()
    allowed = {case: {"", *(str(n) for n in range(4) if child.case_of(n) == case)} for case in child.CASES}
    for flipped in flips(wal, 50):
        place.write_bytes(main)
        Path(f"{place}-wal").write_bytes(flipped)
        try:
            with child.opened(place) as store:
                for case, scores in store.all().items():
                    assert scores.note in allowed[case]
                    assert scores.note == "" or scores == child.state(int(scores.note))
        except ReviewError as failure:
            assert failure.code in ("store-damaged", "store-newer")


def test_a_lock_left_by_a_crash_is_no_obstacle(
    tmp_path: Path, child: ModuleType, start_child: StartChild
) -> None:
    path = tmp_path / "one.scores"
    holder = start_child("hold", path)
    assert holder.stdout is not None and holder.stdout.readline() == "open\n"
    holder.kill()
    holder.wait()
    assert Path(f"{path}.lock").exists()
    child.opened(path).close()
    shutil.rmtree(tmp_path)
