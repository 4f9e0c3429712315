"""Everything that was handed in, and what became of it; what earlier editions had."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    # JSON of a Submission, whatever state it is in.
    """CREATE TABLE submission (
        id TEXT PRIMARY KEY, record BLOB NOT NULL
    ) WITHOUT ROWID""",
    # JSON of an EarlierCase: what a nomination is compared with.
    """CREATE TABLE earlier (
        id TEXT PRIMARY KEY, record BLOB NOT NULL
    ) WITHOUT ROWID""",
)
