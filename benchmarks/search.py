"""Full-text search over 1,000 dossiers of 20,000 characters against a plain ``in`` over the same texts.

Ours is what a query in the window costs: words folded and split, every title, what is known of the case, and every
dossier searched, cases put in order.  Plain is ``word in text`` over the dossiers, as they are written.  Five queries:
a word that is nowhere, in seldom and in usual characters (both sides read everything), a word in one dossier at a
chance place, two words, and a single character that all have.  Four are compared one by one; the last costs neither
side any reading, is told in milliseconds and counts in the sum.  The sides take turns, the best of each is compared.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from functools import partial

from benchmarks.figure import Figure
from review_app.model.search.index import SearchIndex
from review_app.model.search.places import DOSSIER
from review_app.model.search.words import split_query

DOSSIERS, LENGTH = 1000, 20_000
ROUNDS = 7
LIMIT = 3.0
FIRST, KINDS = 0x4E00, 6000
"""Characters of the texts: the first 6,000 of the CJK block, by chance; and marks, so that there are sentences."""
QUERIES = {
    "a word that is nowhere": "䶮䶯",
    "usual characters, nowhere together": "中大人不",
    "a word in one dossier": "㐀㐁",
    "two words": "㐀㐁 㐂㐃",
    "a character in all": "的",
}
"""The seldom characters stand outside the texts' own, and are put in where they belong."""


def texts() -> list[str]:
    """The dossiers: pieces of one supply in another order each."""
    drawn = random.Random(5)
    supply = "".join(chr(FIRST + drawn.randrange(KINDS)) for _ in range(300_000))
    made = []
    for _ in range(DOSSIERS):
        starts = (drawn.randrange(len(supply) - 100) for _ in range(LENGTH // 100))
        made.append("，的".join(supply[start : start + 98] for start in starts))
    place = drawn.randrange(DOSSIERS // 2, DOSSIERS)
    made[place] = made[place][: LENGTH // 2] + "㐀㐁 㐂㐃" + made[place][LENGTH // 2 :]
    return made


def run() -> list[Figure]:
    """A ratio of sums, and the worst of the queries that read."""
    dossiers = texts()
    index = SearchIndex()
    started = time.perf_counter()
    for number, text in enumerate(dossiers, start=1):
        index.add_case(f"case-{number}", number, f"案例{number}", "某地\n某单位")
        index.add(f"case-{number}", DOSSIER, text)
    made = time.perf_counter() - started
    ours: dict[str, list[float]] = {name: [] for name in QUERIES}
    plain: dict[str, list[float]] = {name: [] for name in QUERIES}
    for _ in range(ROUNDS):
        for name, query in QUERIES.items():
            ours[name].append(_seconds(lambda query=query: index.search(split_query(query))))
            plain[name].append(_seconds(partial(_plain, dossiers, query.split())))
    best = {name: (min(ours[name]), min(plain[name])) for name in QUERIES}
    found = {name: len(index.search(split_query(query))) for name, query in QUERIES.items()}
    expected = {name: count for name, count in zip(QUERIES, (0, 0, 1, 1, DOSSIERS), strict=True)}
    if found != expected:
        raise RuntimeError(f"found {found}, expected {expected}")
    total = sum(mine for mine, _ in best.values()) / sum(theirs for _, theirs in best.values())
    reading = {name: pair for name, pair in best.items() if name != "a character in all"}
    worst = max(reading, key=lambda name: reading[name][0] / reading[name][1])
    told = ", ".join(
        f"{name} {mine * 1e3:.1f} by {theirs * 1e3:.1f} ms" for name, (mine, theirs) in best.items()
    )
    return [
        Figure(
            "search",
            total,
            LIMIT,
            "at most",
            f"{told}; {made:.1f} s to take in {DOSSIERS * LENGTH:,} characters",
        ),
        Figure("search, worst", reading[worst][0] / reading[worst][1], LIMIT, "at most", worst),
    ]


def _plain(dossiers: list[str], words: list[str]) -> list[str]:
    return [text for text in dossiers if all(word in text for word in words)]


def _seconds(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return time.perf_counter() - started
