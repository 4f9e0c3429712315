"""The admitted keys: their spelling is always checked, the points by everybody who judges sheets."""

from __future__ import annotations

import msgspec
import pytest

from review_app.model.crypto.keys import b64u
from review_app.model.errors import InputError
from review_app.model.terms import Admission, Terms, check_terms
from tests.rounds import small_round

TERMS = small_round(cards=3, cases=1).terms
NO_GOOD_POINTS = {
    "the neutral point": b"\1" + bytes(31),
    "of order four": bytes(32),
    "off the curve": b"\2" + bytes(31),
    "another spelling of a point": b"\xee" + b"\xff" * 30 + b"\x7f",
}


def admitting(key: str) -> Terms:
    keys = sorted([*TERMS.admission.lists[0][1:], key])
    return msgspec.structs.replace(TERMS, admission=Admission("cards", [keys], len(keys)))


@pytest.mark.parametrize("point", NO_GOOD_POINTS.values(), ids=NO_GOOD_POINTS)
def test_points_that_verify_what_nobody_signed(point: bytes) -> None:
    with pytest.raises(InputError, match="bad-key"):
        check_terms(admitting(b64u(point)))
    check_terms(admitting(b64u(point)), points=False)


GOOD = TERMS.admission.lists[0][0]


@pytest.mark.parametrize("points", [True, False])
@pytest.mark.parametrize(
    "key",
    [
        "",
        GOOD[:-1],
        GOOD + "A",
        GOOD + "=",
        GOOD[:-1] + chr(ord(GOOD[-1]) + 1),
        "+" + GOOD[1:],
        "é" + GOOD[1:],
    ],
    ids=["empty", "short", "long", "padding", "spare bits", "plain base64", "not ASCII"],
)
def test_keys_spelled_otherwise(key: str, points: bool) -> None:
    check_terms(TERMS, points=points)
    with pytest.raises(InputError, match="terms-invalid"):
        check_terms(admitting(key), points=points)
