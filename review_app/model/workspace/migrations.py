"""The schema, as the steps that led to it.  A step and its record are one transaction; the file is copied
before.

A released step is never changed, a new one is put behind it.  ``user_version`` is the number of steps a
file has seen.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from review_app.model.errors import InputError
from review_app.model.files import taking_place_of
from review_app.model.workspace import schema
from review_app.model.workspace.db import APPLICATION_ID, Database


@dataclass(frozen=True)
class Migration:
    """One step: a name for the record, and the statements it consists of."""

    name: str
    statements: tuple[str, ...]


MIGRATIONS: tuple[Migration, ...] = (
    Migration(
        "first",
        (
            f"PRAGMA application_id={APPLICATION_ID}",
            """CREATE TABLE migration (
                number INTEGER PRIMARY KEY, name TEXT NOT NULL
            ) WITHOUT ROWID""",
            # One row; canonical JSON of a Campaign.
            """CREATE TABLE campaign (
                id TEXT PRIMARY KEY, record BLOB NOT NULL
            ) WITHOUT ROWID""",
            # The organizer's acts, each line chained to the one before by its digest.
            """CREATE TABLE log (
                seq INTEGER PRIMARY KEY, line BLOB NOT NULL
            ) WITHOUT ROWID""",
            # Cases that passed intake, canonical JSON of a Case; match_key: normalized title and organisation.
            """CREATE TABLE nomination (
                id TEXT PRIMARY KEY, record BLOB NOT NULL, match_key TEXT NOT NULL UNIQUE
            ) WITHOUT ROWID""",
            # What became of each thing that was handed in, by the digest of its content.
            """CREATE TABLE intake (
                content TEXT PRIMARY KEY, record BLOB NOT NULL
            ) WITHOUT ROWID""",
            """CREATE TABLE decision (
                stage INTEGER, case_id TEXT REFERENCES nomination,
                decision TEXT NOT NULL CHECK (decision IN ('keep', 'hold', 'drop')),
                reason TEXT NOT NULL, votes_for INTEGER, votes_against INTEGER,
                PRIMARY KEY (stage, case_id)
            ) WITHOUT ROWID""",
            """CREATE TABLE round (
                id TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE, kind TEXT NOT NULL,
                rubric BLOB NOT NULL, rule BLOB NOT NULL, state TEXT NOT NULL,
                terms_jws BLOB, manifest_jws BLOB
            ) WITHOUT ROWID""",
            """CREATE TABLE candidate (
                round_id TEXT REFERENCES round, place INTEGER, candidate_id TEXT NOT NULL,
                case_id TEXT NOT NULL REFERENCES nomination, salt TEXT NOT NULL,
                PRIMARY KEY (round_id, place), UNIQUE (round_id, candidate_id), UNIQUE (round_id, case_id)
            ) WITHOUT ROWID""",
            # Public parts of the cards.  Sorted by the derived lookup name: no order of issuing, no row ids, no
            # times, and nothing about who got one.
            """CREATE TABLE card (
                round_id TEXT REFERENCES round, lookup TEXT, recipient TEXT NOT NULL, slip TEXT NOT NULL,
                withdrawn INTEGER NOT NULL,
                PRIMARY KEY (round_id, lookup)
            ) WITHOUT ROWID""",
            """CREATE TABLE amendment (
                round_id TEXT REFERENCES round, number INTEGER, jws BLOB NOT NULL,
                PRIMARY KEY (round_id, number)
            ) WITHOUT ROWID""",
        ),
    ),
    Migration("organizer's desk", schema.STATEMENTS),
    Migration("results", schema.RESULTS),
)


_SCHEMA = "SELECT type, name, sql FROM sqlite_schema ORDER BY name"


def migrate(db: Database, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Brings the file to the newest schema.

    A file of an older schema is first copied beside itself (``campaign.sqlite.schema-<n>``).  A step that
    fails leaves the file at the schema before it.  Raises InputError ``workspace-newer`` without touching
    the file.
    """
    found = db.number("PRAGMA user_version")
    if found > len(migrations):
        raise InputError("workspace-newer", found=found, known=len(migrations))
    if 0 < found < len(migrations) and not db.read_only:
        _copy_aside(db, found)
    for number in range(found + 1, len(migrations) + 1):
        step = migrations[number - 1]
        with db.transaction():
            for statement in step.statements:
                db.run(statement)
            db.run("INSERT INTO migration VALUES (?, ?)", (number, step.name))
            db.run(f"PRAGMA user_version={number}")


def check_schema(db: Database, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Raises InputError ``workspace-damaged`` unless the file has exactly what the steps make: no table less, and no
    trigger or view that somebody else put in."""
    with contextlib.closing(sqlite3.connect(":memory:")) as model:
        for step in migrations:
            for statement in step.statements:
                model.execute(statement)
        expected = model.execute(_SCHEMA).fetchall()
    if db.rows(_SCHEMA) != expected:
        raise InputError("workspace-damaged", name=db.path.name)


def _copy_aside(db: Database, version: int) -> None:
    target = db.path.with_name(f"{db.path.name}.schema-{version}")
    with taking_place_of(target) as temporary:
        db.copy_to(temporary)
