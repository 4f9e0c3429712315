"""What follows the count: the public draw, the notice of the result, objections to it, words of commendation."""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    # One row a round: what was drawn in public, and the days of the notice ("" until there are any).
    """CREATE TABLE publication (
        round_id TEXT PRIMARY KEY REFERENCES round, draw TEXT, since TEXT NOT NULL, until TEXT NOT NULL,
        final TEXT NOT NULL
    ) WITHOUT ROWID""",
    # Objections as canonical JSON: who objects stays in this folder.
    """CREATE TABLE objection (
        round_id TEXT REFERENCES round, number INTEGER, record BLOB NOT NULL,
        PRIMARY KEY (round_id, number)
    ) WITHOUT ROWID""",
    # Candidates that the organizer has taken out of the result, with the reason that is published.
    """CREATE TABLE set_aside (
        round_id TEXT REFERENCES round, candidate_id TEXT, reason TEXT NOT NULL,
        PRIMARY KEY (round_id, candidate_id)
    ) WITHOUT ROWID""",
    # Every statement of the result that was given out, so that the next one can name the one before.
    """CREATE TABLE statement (
        round_id TEXT REFERENCES round, number INTEGER, log_head TEXT NOT NULL, digest TEXT NOT NULL,
        PRIMARY KEY (round_id, number), UNIQUE (round_id, log_head)
    ) WITHOUT ROWID""",
    # Words of commendation, one author a winner, as canonical JSON.
    """CREATE TABLE commendation (
        round_id TEXT REFERENCES round, candidate_id TEXT, record BLOB NOT NULL,
        PRIMARY KEY (round_id, candidate_id)
    ) WITHOUT ROWID""",
)
