"""Amendments kept beside the store: a damaged one costs itself and those after it, never the session."""

from __future__ import annotations

from pathlib import Path

import pytest

from review_app.model.crypto import age
from review_app.model.errors import InputError
from review_app.model.package.amendment import Change, pack_amendment
from review_app.model.scoring.session import ReviewSession
from tests.rounds import SmallRound, small_round

COUNT = 3


@pytest.fixture
def a_round() -> SmallRound:
    return small_round()


@pytest.fixture
def amendments(a_round: SmallRound) -> list[bytes]:
    """Three amendments, each withdrawing a case, as the organizer sends them."""
    recipient = age.recipient_of(a_round.package_identity)
    return [
        pack_amendment(
            a_round.amend(Change("withdrawn-case", case_id, "撤回")), a_round.organizer_seed, recipient
        )
        for case_id in a_round.terms.candidate_ids[:COUNT]
    ]


@pytest.fixture
def package(a_round: SmallRound, amendments: list[bytes], tmp_path: Path) -> Path:
    """The package; every amendment is taken in, and the last case has a score."""
    file = tmp_path / "round.casepkg"
    file.write_bytes(a_round.package)
    with ReviewSession.open(file, a_round.cards[0], tmp_path) as session:
        for content in amendments:
            session.add_amendment(content)
        session.set_score(a_round.terms.candidate_ids[-1], 0, 7)
        assert session.unreadable_amendment is None
    return file


def kept(folder: Path, number: int) -> Path:
    (file,) = folder.rglob(f"*.{number}.amend")
    return file


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-40])


def emptied(file: Path) -> None:
    file.write_bytes(b"")


def one_bit(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


def made_a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def another_number(file: Path) -> None:
    other = 1 if file.suffixes[-2] != ".1" else 2
    file.write_bytes(kept(file.parent, other).read_bytes())


@pytest.mark.parametrize("number", range(1, COUNT + 1))
@pytest.mark.parametrize("damage", [cut, emptied, one_bit, made_a_folder, another_number])
def test_a_damaged_amendment_costs_itself_and_those_after_it(
    damage: object, number: int, a_round: SmallRound, package: Path, tmp_path: Path
) -> None:
    damage(kept(tmp_path, number))  # type: ignore[operator]
    ids = a_round.terms.candidate_ids
    with ReviewSession.open(package, a_round.cards[0], tmp_path) as session:
        assert session.unreadable_amendment == number
        assert session.amendments == a_round.amendments[: number - 1]
        assert session.withdrawn == set(ids[: number - 1])
        assert session.state(ids[-1]).scores[0] == 7
        session.set_score(ids[-1], 1, 8)
    with ReviewSession.open(package, a_round.cards[0], tmp_path) as session:
        assert session.state(ids[-1]).scores[:2] == (7, 8)


def test_the_same_file_again_heals_it_and_those_after_it_hold_again(
    a_round: SmallRound, amendments: list[bytes], package: Path, tmp_path: Path
) -> None:
    one_bit(kept(tmp_path, 1))
    cut(kept(tmp_path, 3))
    with ReviewSession.open(package, a_round.cards[0], tmp_path) as session:
        with pytest.raises(InputError, match="amendment-gap"):
            session.add_amendment(amendments[1])
        assert session.unreadable_amendment == 1
        assert session.add_amendment(amendments[0]) == a_round.amendments[0]
        assert session.unreadable_amendment == 3
        assert session.amendments == a_round.amendments[:2]
        session.add_amendment(amendments[2])
        assert session.unreadable_amendment is None
    with ReviewSession.open(package, a_round.cards[0], tmp_path) as session:
        assert session.unreadable_amendment is None
        assert session.amendments == a_round.amendments
