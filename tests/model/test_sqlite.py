"""SQLite files of ours: that a lock stays where it is, and what is said where a file can't be had."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from review_app.model.errors import EnvironmentFailure, InputError, ReviewError
from review_app.model.sqlite import open_database

SCHEMA = "CREATE TABLE one (id INTEGER PRIMARY KEY)"
posix_only = pytest.mark.skipif(os.name == "nt", reason="POSIX locks and users")
ELSEWHERE = """
import sqlite3, sys
try:
    sqlite3.connect(sys.argv[1], timeout=0).execute("SELECT * FROM one")
    print("open")
except sqlite3.OperationalError as refusal:
    print(refusal)
"""


def opened_by_another_program(path: Path) -> str:
    """What a program that knows none of our locks comes to with the file."""
    run = subprocess.run([sys.executable, "-c", ELSEWHERE, str(path)], capture_output=True, text=True)
    return run.stdout.strip()


def test_a_refused_second_opening_does_not_take_the_lock_of_the_first_away(tmp_path: Path) -> None:
    """On POSIX, whoever closes any handle of a file drops the process's own SQLite locks on it."""
    path = tmp_path / "one.sqlite"
    held = open_database(path, application_id=7, version=1, schema=SCHEMA)
    assert opened_by_another_program(path) == "database is locked"
    for _ in range(2):
        with pytest.raises(EnvironmentFailure, match="store-in-use"):
            open_database(path, application_id=7, version=1, schema=SCHEMA)
        assert opened_by_another_program(path) == "database is locked"
    held.execute("INSERT INTO one VALUES (1)")
    held.close()
    assert opened_by_another_program(path) == "open"


def refusal(path: Path) -> ReviewError:
    """What opening says, where it must not succeed."""
    with pytest.raises((EnvironmentFailure, InputError)) as refused:
        open_database(path, application_id=7, version=1, schema=SCHEMA)
    return refused.value


def test_what_cannot_be_opened_is_told_by_its_reason(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nowhere" / "one.sqlite").code == "file-missing"
    assert refusal(tmp_path).code in ("is-a-folder", "no-permission")
    (tmp_path / "file").write_bytes(b"x")
    assert refusal(tmp_path / "file" / "one.sqlite").code == "file-missing"
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


@posix_only
@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become somebody else"
)
def test_a_plain_user_is_told_about_permissions(tmp_path: Path) -> None:
    """In a child, as root may write everywhere."""
    code = """
import os, sys
from pathlib import Path
from review_app.model.errors import ReviewError
from review_app.model.sqlite import open_database
os.seteuid(65534)
try:
    open_database(Path(sys.argv[1]), application_id=7, version=1, schema="CREATE TABLE one (id INTEGER PRIMARY KEY)")
    print("open")
except ReviewError as refused:
    print(refused.code)
"""

    def as_plain_user(path: Path) -> str:
        run = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True)
        return run.stdout.strip() or run.stderr

    with tempfile.TemporaryDirectory() as place:  # every folder above it lets others in
        folder = Path(place)
        folder.chmod(0o755)
        path = folder / "one.sqlite"
        assert as_plain_user(path) == "no-permission"
        open_database(path, application_id=7, version=1, schema=SCHEMA).close()
        path.chmod(0o444)
        assert as_plain_user(path) == "no-permission"
        folder.chmod(0o777)
        path.chmod(0o666)
        assert as_plain_user(path) == "open"
