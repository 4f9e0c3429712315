"""What can be undone, and what can be done again."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    # The last reversible edits; line: their line in the log; record: what they changed.
    """CREATE TABLE edit (
        number INTEGER PRIMARY KEY, line INTEGER NOT NULL, undone INTEGER NOT NULL, record BLOB NOT NULL
    ) WITHOUT ROWID""",
)
