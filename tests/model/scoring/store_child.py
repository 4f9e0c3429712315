"""The other process of the store tests: saves, holds or fills a store and says how far it got."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from review_app.model.errors import ReviewError
from review_app.model.scoring.saving import Outcome
from review_app.model.scoring.scores import CaseScores
from review_app.model.scoring.store import ScoreStore

ROUND = "0123456789abcdefghjkmnpqrs"
KEY = bytes(range(32))
CASES = ["case-a", "case-b", "case-c"]
CRITERIA = 5


def opened(path: Path, key: bytes = KEY) -> ScoreStore:
    return ScoreStore.open(path, round_id=ROUND, store_key=key, case_ids=CASES, criteria=CRITERIA)


def state(number: int) -> CaseScores:
    """The state that save ``number`` leaves; ``note`` tells it apart from every other."""
    scores = tuple(1 + (number + place) % 10 for place in range(CRITERIA))
    return CaseScores(scores=scores, comment="评语" * (number % 300), note=str(number))


def case_of(number: int) -> str:
    return CASES[number % len(CASES)]


def say(word: object) -> None:
    print(word, flush=True)


def save(path: Path, start: int, count: int) -> None:
    with opened(path) as store:
        for number in range(start, start + count):
            store.put(case_of(number), state(number))
            say(number)
        say("done")
        sys.stdin.read()


def behind(path: Path, start: int, count: int) -> None:
    """Saves by the thread that writes behind, several changes to one commit; says the last one of each outcome."""
    with opened(path) as store:

        def told(outcome: Outcome) -> None:
            assert outcome.kept
            say(max(int(record.now.note or -1) for record in store._held.durable.values()))

        store.write_behind(told)
        for number in range(start, start + count):
            store.put(case_of(number), state(number))
            time.sleep(0.0005)


def hold(path: Path) -> None:
    try:
        with opened(path):
            say("open")
            sys.stdin.read()
    except ReviewError as failure:
        say(failure.code)


def fill(path: Path, room: int) -> None:
    """Saves until the system lets no file grow above ``room`` bytes; then once more with that lifted."""
    import resource

    with opened(path) as store:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
        number = 0
        try:
            while True:
                store.put(case_of(number), state(number))
                number += 1
        except ReviewError as failure:
            say(f"{number} {failure.code} {int(store.get(case_of(number)) == state(number - len(CASES)))}")
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        store.put(case_of(number), state(number))
        say(number)


if __name__ == "__main__":
    what, place, *numbers = sys.argv[1:]
    {"save": save, "behind": behind, "hold": hold, "fill": fill}[what](Path(place), *map(int, numbers))
