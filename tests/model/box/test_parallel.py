"""Reading ahead of the opening: the same outcome, nothing done twice, an end on the first failure."""

from __future__ import annotations

import gc
import threading
from collections.abc import Generator
from pathlib import Path

import pytest

from review_app.model.box.ballot_box import Arrival, BallotBox
from review_app.model.box.judge import JudgedSheet, judge_sheet, settle
from review_app.model.box.parallel import collection_paused, read_ahead
from review_app.model.box.states import State
from review_app.model.errors import InputError
from review_app.model.progress import SILENT, Cancelled, Progress
from tests.model.box.test_states import ALONE
from tests.rounds import SmallRound, small_round


@pytest.fixture(scope="module")
def round_() -> SmallRound:
    return small_round(cards=12, cases=3)


def stopping_after(steps: int) -> Progress:
    left = iter(range(steps))
    return Progress(cancelled=lambda: next(left, None) is None)


def sheets(seen: list[int], count: int = 40, failing: int = -1) -> Generator[tuple[str, bytes], None, None]:
    """Sheets so large that two are handed over at a time; ``seen`` tells how far it came, and -1 that it was closed."""
    try:
        for number in range(count):
            if number == failing:
                raise InputError("store-damaged", name="box")
            seen.append(number)
            yield f"{number:064x}", bytes([number]) * 600_000
    finally:
        seen.append(-1)


def readers() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name.startswith("opening")]


@pytest.mark.parametrize("count", [0, 1, 2, 3, 40])
def test_what_is_read_ahead_comes_once_and_in_order(count: int) -> None:
    seen: list[int] = []
    with read_ahead(sheets(seen, count)) as read:
        assert [(int(digest, 16), content[:1]) for digest, content in read] == [
            (number, bytes([number])) for number in range(count)
        ]
    assert seen == [*range(count), -1] and not readers()


@pytest.mark.parametrize("taken", [0, 1, 7])
def test_a_stop_ends_the_reader_which_is_never_far_ahead(taken: int) -> None:
    seen: list[int] = []
    with pytest.raises(Cancelled), read_ahead(sheets(seen)) as read:
        for _ in range(taken):
            next(read)
        raise Cancelled
    assert seen[-1] == -1 and taken <= len(seen) - 1 <= taken + 12
    assert not readers()


def test_a_failure_comes_after_what_was_read_before_it() -> None:
    seen: list[int] = []
    found = []
    with pytest.raises(InputError, match="store-damaged"), read_ahead(sheets(seen, failing=7)) as read:
        for digest, _ in read:
            found.append(int(digest, 16))
    assert found == list(range(7)) and not readers()


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


@pytest.mark.parametrize("workers", [1, 2])
def test_spoiled_sheets_end_as_they_do_one_by_one(round_: SmallRound, tmp_path: Path, workers: int) -> None:
    """Every way in which a sheet can be spoiled and still be taken in, among whole ones and corrections, the same
    with a thread that reads ahead and without."""
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
