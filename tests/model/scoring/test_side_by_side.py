"""Two threads at one store: what one changes, the other does not take back with a state it read before."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from review_app.model.crypto import age
from review_app.model.package.amendment import Change, pack_amendment
from review_app.model.scoring.saving import Outcome
from review_app.model.scoring.session import ReviewSession
from tests.rounds import SmallRound, small_round

TIMES = 400


@pytest.fixture
def a_round() -> SmallRound:
    return small_round()


@pytest.fixture
def session(a_round: SmallRound, tmp_path: Path) -> Iterator[ReviewSession]:
    file = tmp_path / "round.casepkg"
    file.write_bytes(a_round.package)
    with ReviewSession.open(file, a_round.cards[0], tmp_path) as opened:
        yield opened


@pytest.fixture
def often() -> Iterator[None]:
    """Threads take turns as often as Python can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def beside(first: Callable[[], None], second: Callable[[], None]) -> None:
    """Both at once; raises what either raised."""
    failures: list[BaseException] = []

    def run(work: Callable[[], None]) -> None:
        try:
            work()
        except BaseException as failure:
            failures.append(failure)

    threads = [threading.Thread(target=run, args=(work,)) for work in (first, second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    if failures:
        raise failures[0]


def test_scores_and_marks_of_two_threads_both_hold(session: ReviewSession, often: None) -> None:
    heard: list[Outcome] = []
    session.write_behind(heard.append)
    case = session.terms.candidate_ids[0]

    def score() -> None:
        for number in range(TIMES):
            session.set_score(case, 0, 1 + number % 10)
            assert session.state(case).scores[0] == 1 + number % 10

    def mark() -> None:
        for number in range(TIMES):
            session.set_doubtful(case, number % 2 == 0)
            assert session.state(case).doubtful == (number % 2 == 0)

    beside(score, mark)
    session.wait()
    assert all(outcome.kept for outcome in heard)
    state = session.state(case)
    assert state.scores[0] == 1 + (TIMES - 1) % 10
    assert not state.doubtful


def test_corrections_that_arrive_while_a_case_is_scored(
    session: ReviewSession, a_round: SmallRound, often: None
) -> None:
    heard: list[Outcome] = []
    session.write_behind(heard.append)
    recipient = age.recipient_of(a_round.package_identity)
    case = session.terms.candidate_ids[0]
    session.set_score(case, 0, 5)
    files = [
        pack_amendment(
            a_round.amend(Change("erratum", case, f"第 {number} 处")), a_round.organizer_seed, recipient
        )
        for number in range(12)
    ]
    done = threading.Event()

    def correct() -> None:
        try:
            for content in files:
                session.add_amendment(content)
                assert session.state(case).doubtful
                session.confirm_notices(case)
                assert not session.state(case).doubtful
        finally:
            done.set()

    def score() -> None:
        number = 0
        while not done.is_set():
            number += 1
            session.set_score(case, 0, 1 + number % 10)
            assert session.state(case).scores[0] == 1 + number % 10

    beside(correct, score)


def test_a_sheet_that_waits_for_a_slow_disk_keeps_nobody_waiting(
    session: ReviewSession, a_round: SmallRound, tmp_path: Path
) -> None:
    heard: list[Outcome] = []
    session.write_behind(heard.append)
    cases = session.terms.candidate_ids
    for case in cases:
        for criterion in range(len(session.rubric.criteria)):
            session.set_score(case, criterion, 5)
    session.wait()
    connection = session._store._connection
    assert connection is not None
    writing = threading.Event()

    def slowly(statement: str) -> None:
        writing.set()
        time.sleep(0.3)

    connection.set_trace_callback(slowly)
    signing = threading.Thread(target=lambda: session.export(tmp_path / "a.ballot"))
    signing.start()
    assert writing.wait(10)
    begun = time.monotonic()
    session.remember_case(cases[1])
    session.set_score(cases[0], 0, 6)
    assert time.monotonic() - begun < 0.2
    assert signing.is_alive()
    signing.join(60)
    connection.set_trace_callback(None)
    session.wait()
    assert session.meta.last_case == cases[1]
    assert [each.revision for each in session.meta.exported] == [1]
