"""The panel, its rounds and its votes."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    # A round of deliberation; round_id is the round of sealed sheets that its ballots came by, or empty.
    """CREATE TABLE stage (
        number INTEGER PRIMARY KEY, title TEXT NOT NULL, quota INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('open', 'closed')), round_id TEXT NOT NULL
    ) WITHOUT ROWID""",
    # Rounds that were decided in before they had rows of their own; none is left out between them.
    """WITH RECURSIVE up_to (number) AS (
        SELECT 1 WHERE EXISTS (SELECT 1 FROM decision)
        UNION ALL SELECT number + 1 FROM up_to WHERE number < (SELECT max(stage) FROM decision)
    ) INSERT INTO stage SELECT number, '', 24, 'open', '' FROM up_to""",
    """CREATE TABLE member (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, institution TEXT NOT NULL
    ) WITHOUT ROWID""",
    # Ballots given at the table, where everybody sees who says what.
    """CREATE TABLE vote (
        stage INTEGER, member TEXT, case_id TEXT,
        choice TEXT NOT NULL CHECK (choice IN ('recommend', 'hold', 'drop', 'recuse')),
        PRIMARY KEY (stage, member, case_id)
    ) WITHOUT ROWID""",
    # What sealed sheets said, added up: no member, no sheet.
    """CREATE TABLE tally (
        stage INTEGER, case_id TEXT, recommend INTEGER NOT NULL, held INTEGER NOT NULL,
        dropped INTEGER NOT NULL, recused INTEGER NOT NULL,
        PRIMARY KEY (stage, case_id)
    ) WITHOUT ROWID""",
    # A lot announced before the draw that its seed comes from; cases: the digest of the ids it is about.
    """CREATE TABLE lot (
        round_id TEXT PRIMARY KEY, source TEXT NOT NULL, cases TEXT NOT NULL
    ) WITHOUT ROWID""",
)
