"""Schemas move forward one step and one transaction at a time, after a copy; a newer file is left alone."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from review_app.model.errors import InputError
from review_app.model.workspace import Workspace
from review_app.model.workspace.db import APPLICATION_ID, Database
from review_app.model.workspace.migrations import MIGRATIONS, Migration, migrate

SECOND = Migration("second", ("CREATE TABLE extra (a)", "INSERT INTO extra VALUES (7)"))
NAMES = [(number, step.name) for number, step in enumerate(MIGRATIONS, start=1)]
BROKEN = Migration(
    "broken", ("CREATE TABLE more (a)", "INSERT INTO more VALUES (1)", "INSERT INTO nowhere VALUES (1)")
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    Workspace.create(tmp_path / "ws", "T", "E", []).close()
    return tmp_path / "ws" / "campaign.sqlite"


def read(file: Path, sql: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(file)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def test_a_new_file_has_the_newest_schema(file: Path) -> None:
    assert read(file, "PRAGMA user_version") == [(len(MIGRATIONS),)]
    assert read(file, "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert read(file, "SELECT * FROM migration") == NAMES


def test_a_step_and_its_record_after_a_copy(file: Path) -> None:
    before = read(file, "SELECT * FROM log")
    db = Database(file)
    migrate(db, (*MIGRATIONS, SECOND))
    db.close()
    assert read(file, "SELECT * FROM extra") == [(7,)]
    assert read(file, "SELECT * FROM migration") == [*NAMES, (len(NAMES) + 1, "second")]
    assert read(file, "PRAGMA user_version") == [(len(MIGRATIONS) + 1,)]
    copy = file.with_name(f"campaign.sqlite.schema-{len(MIGRATIONS)}")
    assert read(copy, "SELECT * FROM log") == before
    assert read(copy, "PRAGMA user_version") == [(len(MIGRATIONS),)]
    assert not list(file.parent.glob(".*.part"))


def test_a_step_that_fails_leaves_the_schema_before_it(file: Path) -> None:
    db = Database(file)
    with pytest.raises(sqlite3.OperationalError):
        migrate(db, (*MIGRATIONS, SECOND, BROKEN))
    db.close()
    assert read(file, "PRAGMA user_version") == [(len(MIGRATIONS) + 1,)]
    assert read(file, "SELECT name FROM sqlite_schema WHERE name = 'more'") == []
    assert read(file, "SELECT name FROM migration") == [*[(step.name,) for step in MIGRATIONS], ("second",)]


def test_a_newer_file_is_refused_byte_for_byte_unchanged(file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()
    before = file.read_bytes()
    with pytest.raises(InputError, match="workspace-newer"):
        Workspace.open(file.parent)
    assert file.read_bytes() == before
    names = ["campaign.sqlite", "campaign.sqlite.lock", "files", "vault.age"]
    assert sorted(path.name for path in file.parent.iterdir()) == names


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE decision",
        "CREATE TABLE diary (a)",
        "CREATE VIEW holder AS SELECT lookup FROM card",
        "CREATE TRIGGER t AFTER INSERT ON log BEGIN DELETE FROM log; END",
    ],
)
def test_a_schema_by_another_hand_is_refused(file: Path, statement: str) -> None:
    connection = sqlite3.connect(file)
    connection.execute(statement)
    connection.close()
    with pytest.raises(InputError, match="workspace-damaged"):
        Workspace.open(file.parent)
