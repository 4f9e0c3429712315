"""What the box and the archive hold is a function of the set of sheets, not of the order in which they came."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from review_app.model.box.ballot_box import BallotBox
from tests.rounds import SmallRound, small_round


@pytest.fixture(scope="module")
def round_() -> SmallRound:
    return small_round(cards=8, cases=3)


@pytest.fixture(scope="module")
def sheets(round_: SmallRound) -> list[bytes]:
    """One each, a correction, a conflict, and one of a withdrawn card."""
    return [
        *(round_.sheet(card) for card in range(8)),
        round_.sheet(3, 2),
        round_.sheet(4, 1, round_.states(4, "another")),
    ]


def run(
    round_: SmallRound, folder: Path, order: list[bytes], batches: int, late: list[bytes]
) -> tuple[bytes, bytes, bytes]:
    """The box file before and after opening, and the archive."""
    path = folder / "round.box"
    with BallotBox(path, round_.terms.round_id) as box:
        size = -(-len(order) // batches)
        for start in range(0, len(order), size):
            box.add(order[start : start + size])
    shut = path.read_bytes()
    with BallotBox(path, round_.terms.round_id) as box:
        box.close_intake(round_.record_of(box.digests(), [7]))
        box.add(late)
        box.keep(box.judge(round_.electorate([7]), round_.opening))
        record = box.record
        assert record is not None
        archive, _ = round_.archive(record, box.outcomes(), [7])
    assert [file.name for file in folder.iterdir()] == ["round.box"]
    return shut, path.read_bytes(), archive


@pytest.mark.parametrize("batches", [1, 5])
def test_20_orders_give_the_same_bytes(
    round_: SmallRound, sheets: list[bytes], batches: int, tmp_path: Path
) -> None:
    drawn = random.Random(20)
    late = [round_.sheet(0, 2), round_.sheet(1, 2)]
    found = set()
    for number in range(20):
        folder = tmp_path / str(number)
        folder.mkdir()
        order = drawn.sample(sheets, len(sheets))
        found.add(run(round_, folder, order, batches, drawn.sample(late, 2)))
    assert len(found) == 1


def test_importing_again_changes_no_result(round_: SmallRound, sheets: list[bytes], tmp_path: Path) -> None:
    drawn = random.Random(21)
    once, often = tmp_path / "once", tmp_path / "often"
    once.mkdir()
    often.mkdir()
    many = [sheet for sheet in sheets for _ in range(5)]
    drawn.shuffle(many)
    assert run(round_, once, sheets, 1, [])[2] == run(round_, often, many, 7, [])[2]
