"""Amendments: signed, chained, sealed to the package; they change neither rubric nor rule."""

from __future__ import annotations

import io
import random

import msgspec
import pytest

from review_app.model.container import Container
from review_app.model.crypto import age
from review_app.model.crypto.keys import new_seed
from review_app.model.errors import InputError
from review_app.model.package.amendment import (
    Amendment,
    AmendmentHeader,
    Change,
    SignedAmendment,
    check_chain,
    check_outside,
    open_amendment,
    pack_amendment,
    revoked_cards,
    sign_amendment,
    withdrawn_cases,
)
from tests.rounds import SmallRound, small_round

ERRATUM = Change("erratum", "case-1", "第二段的数字应为 12。")


@pytest.fixture
def round_() -> SmallRound:
    return small_round(cards=3, cases=3)


def packed(round_: SmallRound, signed: SignedAmendment, seed: bytes | None = None) -> bytes:
    recipient = age.recipient_of(round_.package_identity)
    return pack_amendment(signed, seed or round_.organizer_seed, recipient)


def opened(round_: SmallRound, content: bytes) -> SignedAmendment:
    return open_amendment(content, round_.package_identity, round_.organizer, round_.terms, round_.digest)


def test_a_chain_of_all_kinds(round_: SmallRound) -> None:
    first = round_.amend(ERRATUM, Change("deadline", "2026-12-24", "一周"))
    second = round_.amend(Change("withdrawn-case", "case-2", ""), Change("revoked-card", round_.slip(1), ""))
    for signed in (first, second):
        content = packed(round_, signed)
        assert check_outside(content) == AmendmentHeader(
            "amend/0", signed.amendment.number, check_outside(content).organizer, round_.terms.round_id
        )
        assert opened(round_, content) == signed
    check_chain([first, second])
    assert withdrawn_cases([first, second]) == {"case-2"}
    assert revoked_cards([first, second]) == {round_.slip(1)}


def test_gaps_and_branches_are_refused(round_: SmallRound) -> None:
    first, second, third = (round_.amend(ERRATUM) for _ in range(3))
    other = msgspec.structs.replace(
        first.amendment, changes=[msgspec.structs.replace(ERRATUM, text="an other")]
    )
    branch = sign_amendment(other, round_.terms, round_.organizer_seed)
    for chain in ([second], [first, third], [second, first], [first, first], [branch, second]):
        with pytest.raises(InputError, match="amendment-gap"):
            check_chain(chain)


def amendments(round_: SmallRound) -> list[Amendment]:
    good = Amendment("amend/0", round_.terms.round_id, round_.digest, 1, "", [ERRATUM])
    replace = msgspec.structs.replace
    changes = [
        [],
        [ERRATUM] * 1001,
        [Change("erratum", "case-9", "")],
        [Change("withdrawn-case", "", "")],
        [Change("revoked-card", "x" * 43, "")],
        [Change("revoked-card", "case-1", "")],
        [Change("deadline", "tomorrow", "")],
        [Change("deadline", "2026-1-1", "")],
        [Change("erratum", "case-1", "x" * 20_001)],
    ]
    return [
        *(replace(good, changes=bad) for bad in changes),
        replace(good, number=0),
        replace(good, number=1000),
        replace(good, number=2),
        replace(good, previous="0" * 64),
    ]


def test_what_an_amendment_may_not_say(round_: SmallRound) -> None:
    for amendment in amendments(round_):
        with pytest.raises(InputError, match="amendment-invalid"):
            sign_amendment(amendment, round_.terms, round_.organizer_seed)


def test_of_another_round_or_hand(round_: SmallRound) -> None:
    signed = round_.amend(ERRATUM)
    stranger = small_round(cards=1, cases=3)
    with pytest.raises(InputError, match="amendment-other-round"):
        opened(round_, packed(stranger, stranger.amend(ERRATUM)))
    with pytest.raises(InputError, match="amendment-other-round"):
        opened(round_, packed(round_, signed, new_seed()))
    moved = msgspec.structs.replace(signed.amendment, terms="0" * 64)
    again = sign_amendment(moved, round_.terms, round_.organizer_seed)
    with pytest.raises(InputError, match="amendment-other-round"):
        opened(round_, packed(round_, again))
    with pytest.raises(InputError, match="cannot-decrypt"):
        open_amendment(
            packed(round_, signed), stranger.package_identity, round_.organizer, round_.terms, round_.digest
        )


def test_the_number_outside_is_the_number_inside(round_: SmallRound) -> None:
    """An expert is told the number before the file is opened: it may not say another than what is signed."""
    signed = round_.amend(ERRATUM)
    posing = SignedAmendment(msgspec.structs.replace(signed.amendment, number=7), signed.jws)
    content = packed(round_, posing)
    assert check_outside(content).number == 7
    with pytest.raises(InputError, match="amendment-damaged"):
        opened(round_, content)


def test_every_change_and_cut_is_refused(round_: SmallRound) -> None:
    content = packed(round_, round_.amend(ERRATUM))
    drawn = random.Random(3)
    for _ in range(300):
        touched = bytearray(content)
        touched[drawn.randrange(len(content))] ^= drawn.randrange(1, 256)
        with pytest.raises(InputError, match=r"(amendment-damaged|not-an-amendment)"):
            check_outside(bytes(touched))
    for length in range(0, len(content), 13):
        with pytest.raises(InputError, match=r"(amendment-damaged|not-an-amendment)"):
            check_outside(content[:length])


def test_other_files_are_said_to_be_other_files(round_: SmallRound) -> None:
    for content in (round_.package, round_.sheet(0), b"", b"PK\x03\x04"):
        with pytest.raises(InputError, match=r"(not-an-amendment|amendment-damaged)"):
            check_outside(content)
    assert Container(io.BytesIO(packed(round_, round_.amend(ERRATUM)))).entries[-1].name == "seal.jws"
