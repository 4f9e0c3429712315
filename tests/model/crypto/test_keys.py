"""Ed25519 keys as JWK: published vectors, and every key refused that verifies what nobody signed."""

from __future__ import annotations

import base64

import pytest
from nacl.bindings import crypto_core_ed25519_add

from review_app.model.crypto.keys import (
    b64u,
    b64u_decode,
    checked_public,
    new_seed,
    public_jwk,
    public_of,
    thumbprint,
)
from review_app.model.errors import InputError

# RFC 8037 appendix A.1 to A.3
SEED = b64u_decode("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A", "RFC 8037 A.1")
PUBLIC = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"
THUMBPRINT = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"

P = 2**255 - 19
SMALL_ORDER = {
    "identity": (1).to_bytes(32, "little"),
    "order 2": (P - 1).to_bytes(32, "little"),
    "order 4": bytes(32),
    "order 4, sign": bytes(31) + b"\x80",
    "order 8, a": bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"),
    "order 8, b": bytes.fromhex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"),
    "order 8, c": bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85"),
    "order 8, d": bytes.fromhex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa"),
}
NOT_CANONICAL = {
    "y = p": P.to_bytes(32, "little"),
    "y = p + 1": (P + 1).to_bytes(32, "little"),
    "y = p + 3": (P + 3).to_bytes(32, "little"),
    "y = 2^255 - 1": (2**255 - 1).to_bytes(32, "little"),
    "identity with sign": (1 | 1 << 255).to_bytes(32, "little"),
    "all ones": b"\xff" * 32,
}


def test_rfc_8037_key_and_thumbprint() -> None:
    assert b64u(public_of(SEED)) == PUBLIC
    assert thumbprint(public_of(SEED)) == THUMBPRINT
    assert checked_public(PUBLIC, "key") == public_of(SEED)
    jwk = public_jwk(public_of(SEED))
    assert (jwk.crv, jwk.kty, jwk.x) == ("Ed25519", "OKP", PUBLIC)


@pytest.mark.parametrize("raw", SMALL_ORDER.values(), ids=SMALL_ORDER)
def test_points_of_small_order_are_refused(raw: bytes) -> None:
    with pytest.raises(InputError, match="bad-key"):
        checked_public(b64u(raw), "key")


@pytest.mark.parametrize("raw", NOT_CANONICAL.values(), ids=NOT_CANONICAL)
def test_encodings_that_are_not_canonical_are_refused(raw: bytes) -> None:
    with pytest.raises(InputError, match="bad-key"):
        checked_public(b64u(raw), "key")


def test_a_key_with_a_small_component_is_refused() -> None:
    """Two such keys would verify the same signature under some implementations and not under others."""
    mixed = crypto_core_ed25519_add(public_of(new_seed()), SMALL_ORDER["order 8, a"])
    with pytest.raises(InputError, match="bad-key"):
        checked_public(b64u(mixed), "key")


def test_about_half_of_all_numbers_are_off_the_curve_and_refused() -> None:
    refused = 0
    for number in range(2, 66):
        try:
            checked_public(b64u(number.to_bytes(32, "little")), "key")
        except InputError as failure:
            assert failure.code == "bad-key"
            refused += 1
    assert refused > 32


@pytest.mark.parametrize("length", [0, 1, 31, 33, 64])
def test_other_lengths_are_refused(length: int) -> None:
    with pytest.raises(InputError, match="bad-key"):
        checked_public(b64u(bytes([7]) * length), "key")


@pytest.mark.parametrize("length", range(1, 35))
def test_base64url_has_one_spelling(length: int) -> None:
    raw = bytes(range(length))
    text = b64u(raw)
    assert b64u_decode(text, "text") == raw
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    others = {text[:-1] + symbol for symbol in alphabet} - {text}
    same = {other for other in others if base64.urlsafe_b64decode(other + "==") == raw}
    assert len(same) == {0: 0, 1: 15, 2: 3}[length % 3]
    for spelling in (text + "=", text + "\n", " " + text, text + "+", text + "/", text + "é"):
        with pytest.raises(InputError, match="malformed"):
            b64u_decode(spelling, "text")
    for spelling in same:
        with pytest.raises(InputError, match="malformed"):
            b64u_decode(spelling, "text")
