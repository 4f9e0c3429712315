"""The roster of experts, the letters to them, and how many cards there are: three things that know nothing of each
other."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    # No key of another table, no time, and nothing that a card has.
    """CREATE TABLE person (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, field TEXT NOT NULL, institution TEXT NOT NULL,
        region TEXT NOT NULL, contact TEXT NOT NULL
    ) WITHOUT ROWID""",
    # Letters to all that the organizer has reworded.
    """CREATE TABLE letter (
        kind TEXT, language TEXT, text TEXT NOT NULL,
        PRIMARY KEY (kind, language)
    ) WITHOUT ROWID""",
    # Counts of a round that its cards themselves don't tell: reserve cards look like all others, and a lost card that
    # nobody can name is one of them.
    """CREATE TABLE card_count (
        round_id TEXT PRIMARY KEY REFERENCES round, reserve INTEGER NOT NULL, unnamed INTEGER NOT NULL
    ) WITHOUT ROWID""",
    """INSERT OR REPLACE INTO card_count
        SELECT json_extract(CAST(line AS TEXT), '$.details.round'),
               json_extract(CAST(line AS TEXT), '$.details.reserve'), 0
        FROM log WHERE json_extract(CAST(line AS TEXT), '$.act') IN ('cards-drawn', 'cards-replaced')
        ORDER BY seq""",
)
