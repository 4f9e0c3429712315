"""What a durable score costs above a bare SQLite commit: sealing, history, and the row's place in the
file."""

from __future__ import annotations

import secrets
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.figure import Figure
from review_app.model.scoring.scores import CaseScores
from review_app.model.scoring.store import ScoreStore

CASES = [f"case-{number:02}" for number in range(1, 25)]
CRITERIA = 5
ROUNDS = 600
LIMIT = 1.5
LONG_COMMENT = "评语" * 200


def run() -> list[Figure]:
    """Commits in turn on the same disk: a 4 KiB blob in a plain table (WAL, synchronous=FULL), a score in a
    fresh store, and a score of a case with a full history and a long comment.  Medians."""
    bare_times: list[float] = []
    fresh_times: list[float] = []
    worn_times: list[float] = []
    # Not in the system's folder for temporary files: on many machines that is memory, where a commit is free.
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        bare = _bare_database(Path(folder) / "bare.sqlite")
        with _store(folder, "fresh") as fresh, _store(folder, "worn") as worn:
            for number in range(220):
                worn.put(CASES[0], _scores(number, LONG_COMMENT))
            for number in range(ROUNDS):
                place = number % len(CASES)
                # Fresh bytes each time: SQLite writes no page for a value that is there already.
                at = (secrets.token_bytes(4096), place)
                bare_times.append(_seconds(partial(bare.execute, "UPDATE blobs SET value=? WHERE id=?", at)))
                state = _scores(number // len(CASES), "")
                fresh_times.append(_seconds(partial(fresh.put, CASES[place], state)))
                state = _scores(number + 220, LONG_COMMENT)
                worn_times.append(_seconds(partial(worn.put, CASES[0], state)))
        bare.close()
    base = statistics.median(bare_times)
    return [
        Figure(
            name=name,
            ratio=statistics.median(times) / base,
            limit=LIMIT,
            kind="at most",
            detail=f"{statistics.median(times) * 1e3:.2f} ms, a bare commit of 4 KiB {base * 1e3:.2f} ms",
        )
        for name, times in (
            ("durable score", fresh_times),
            ("durable score after 200 changes", worn_times),
        )
    ]


def _bare_database(path: Path) -> sqlite3.Connection:
    bare = sqlite3.connect(path, isolation_level=None)
    bare.execute("PRAGMA journal_mode=WAL").fetchall()
    bare.execute("PRAGMA synchronous=FULL").fetchall()
    bare.execute("CREATE TABLE blobs (id INTEGER PRIMARY KEY, value BLOB)")
    for number in range(len(CASES)):
        bare.execute("INSERT INTO blobs VALUES (?, ?)", (number, secrets.token_bytes(4096)))
    return bare


def _store(folder: str, name: str) -> ScoreStore:
    return ScoreStore.open(
        Path(folder) / f"{name}.scores",
        round_id="0" * 26,
        store_key=secrets.token_bytes(32),
        case_ids=CASES,
        criteria=CRITERIA,
    )


def _scores(number: int, comment: str) -> CaseScores:
    """A state that differs from the one before in one score."""
    given = [1 + (number // 10**place) % 10 for place in range(CRITERIA)]
    return CaseScores(scores=tuple(given), comment=comment)


def _seconds(action: Callable[[], object]) -> float:
    begin = time.perf_counter()
    action()
    return time.perf_counter() - begin
