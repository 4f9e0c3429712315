"""Judging in several threads: the same outcome, nothing done twice, an end on the first failure."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from review_app.model.box.ballot_box import Arrival, BallotBox
from review_app.model.box.judge import JudgedSheet, judge_sheet, settle
from review_app.model.box.parallel import collection_paused, judge_in_parallel
from review_app.model.box.states import State
from review_app.model.errors import InputError
from review_app.model.progress import SILENT, Cancelled, Progress
from tests.model.box.test_states import ALONE
from tests.rounds import SmallRound, small_round

DIGESTS = [f"{number:064x}" for number in range(40)]


@pytest.fixture(scope="module")
def round_() -> SmallRound:
    return small_round(cards=12, cases=3)


def recording(seen: list[str]) -> Callable[[Sequence[str]], Iterator[JudgedSheet]]:
    def judge(digests: Sequence[str]) -> Iterator[JudgedSheet]:
        for digest in digests:
            seen.append(digest)
            yield JudgedSheet(digest, State.ACCEPTED)

    return judge


def stopping_after(steps: int) -> Progress:
    left = iter(range(steps))
    return Progress(cancelled=lambda: next(left, None) is None)


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_each_is_judged_once(workers: int) -> None:
    seen: list[str] = []
    judged: dict[str, JudgedSheet] = {}
    counted: list[int] = []
    progress = Progress(lambda done, total: counted.append(done))
    judge_in_parallel(DIGESTS, recording(seen), judged, progress, workers)
    assert sorted(seen) == DIGESTS == sorted(judged)
    assert counted == list(range(1, 41))
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("opening")]


def test_a_stop_keeps_what_was_done_and_no_more_is_begun() -> None:
    seen: list[str] = []
    judged: dict[str, JudgedSheet] = {}
    gate = threading.Semaphore(12)

    def judge(digests: Sequence[str]) -> Iterator[JudgedSheet]:
        for sheet in recording(seen)(digests):
            assert gate.acquire(timeout=30)
            yield sheet

    def report(done: int, total: int) -> None:
        if done == 10:
            gate.release(100)

    left = iter(range(10))
    progress = Progress(report, lambda: next(left, None) is None)
    with pytest.raises(Cancelled):
        judge_in_parallel(DIGESTS, judge, judged, progress, 2)
    assert set(judged) == set(seen)
    assert 10 < len(judged) < 40
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("opening")]


def test_a_failure_is_raised_once_all_have_stopped() -> None:
    def judge(digests: Sequence[str]) -> list[JudgedSheet]:
        if DIGESTS[7] in digests:
            raise InputError("store-damaged", name="box")
        return [JudgedSheet(digest, State.ACCEPTED) for digest in digests]

    judged: dict[str, JudgedSheet] = {}
    with pytest.raises(InputError, match="store-damaged"):
        judge_in_parallel(DIGESTS, judge, judged, SILENT, 3)
    assert DIGESTS[7] not in judged and len(judged) < 40
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("opening")]


def test_a_box_gives_what_its_sheets_are_by_themselves(round_: SmallRound, tmp_path: Path) -> None:
    """Threads, cached keys and sums taken once change no state: each sheet judged alone from its bytes is the same."""
    sheets = [round_.sheet(card) for card in range(12)]
    sheets += [round_.sheet(3, 2), round_.sheet(4, 1, round_.states(4, "another"))]
    sheets += [
        round_.hand_made(*round_.scores(5), [round_.keys[5].sign_seed], size=round_.terms.sheet_size - 1)
    ]
    with BallotBox(tmp_path / "a.box", round_.terms.round_id) as box:
        box.add(sheets)
        box.close_intake(round_.record_of(box.digests(), [7]))
        together = box.judge(round_.electorate([7]), round_.opening)
    electorate = round_.electorate([7])
    assert together == settle(judge_sheet(sheet, round_.opening, electorate) for sheet in sheets)
    assert {sheet.state.value for sheet in together} == {
        "accepted",
        "superseded",
        "conflict",
        "withdrawn-card",
        "damaged",
    }


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_spoiled_sheets_end_as_they_do_one_by_one(round_: SmallRound, tmp_path: Path, workers: int) -> None:
    """Every way in which a sheet can be spoiled and still be taken in, among whole ones and corrections, the same
    however many open the box together."""
    made = [make(round_) for make, _ in ALONE.values()]
    made += [*(round_.sheet(card) for card in range(4, 12)), round_.sheet(5, 2), made[0]]
    with BallotBox(tmp_path / "a.box", round_.terms.round_id) as box:
        arrived = box.add(made)
        taken = [sheet for sheet, arrival in zip(made, arrived, strict=True) if arrival is Arrival.TAKEN]
        box.close_intake(round_.record_of(box.digests(), [7]))
        box.add([round_.sheet(6, 3)])
        electorate = round_.electorate([7])
        together = box.judge(electorate, round_.opening, workers=workers)
        alone = [judge_sheet(sheet, round_.opening, electorate) for sheet in taken]
        late = [sheet for sheet in together if sheet.state is State.LATE]
        assert len(late) == 1 and len(taken) == len(set(taken)) > 35
        assert together == settle([*alone, *late])
        assert len({sheet.state for sheet in together}) >= 10
        box.keep(together)
        assert [sheet.state for sheet in box.outcomes()] == [sheet.state for sheet in together]


def test_a_spoiled_sheet_leaves_no_cycle(round_: SmallRound) -> None:
    """What holds itself would stay in memory for as long as the box is being opened, with the sheet it comes from."""
    sheets = [make(round_) for make, _ in ALONE.values()]
    electorate = round_.electorate()

    before = gc.isenabled()

    def judge() -> int:
        gc.collect()
        with collection_paused():
            assert not gc.isenabled()
            for sheet in sheets:
                judge_sheet(sheet, round_.opening, electorate)
            return gc.collect()

    judge()  # what is made once, at the first call of something
    assert judge() == 0
    assert gc.isenabled() == before


def test_what_was_opened_before_a_stop_is_not_opened_again(round_: SmallRound, tmp_path: Path) -> None:
    sheets = [round_.sheet(card) for card in range(12)]
    with BallotBox(tmp_path / "a.box", round_.terms.round_id) as box:
        box.add(sheets)
        box.close_intake(round_.record_of(box.digests()))
        judged: dict[str, JudgedSheet] = {}
        with pytest.raises(Cancelled):
            box.judge(round_.electorate(), round_.opening, stopping_after(3), judged)
        before = dict(judged)
        assert 3 <= len(before) < 12
        whole = box.judge(round_.electorate(), round_.opening, SILENT, judged)
        assert all(judged[digest] is sheet for digest, sheet in before.items())
        assert whole == box.judge(round_.electorate(), round_.opening)
        assert not box.opened


def test_two_layers_of_sealing_open(tmp_path: Path) -> None:
    round_ = small_round(cards=3, cases=2, layers=2)
    with BallotBox(tmp_path / "a.box", round_.terms.round_id) as box:
        box.add(round_.sheet(card) for card in range(3))
        box.close_intake(round_.record_of(box.digests()))
        judged = box.judge(round_.electorate(), round_.opening)
        assert [sheet.state for sheet in judged] == [State.ACCEPTED] * 3
        wrong = box.judge(round_.electorate(), round_.opening[::-1])
        assert [sheet.state for sheet in wrong] == [State.DAMAGED] * 3
