"""Signatures by whole numbers, for browsers without Ed25519: published vectors, and the program's own verdicts."""

from __future__ import annotations

import base64
import random

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from nacl.bindings import crypto_core_ed25519_add, crypto_core_ed25519_is_valid_point

from tests.model.crypto.test_keys import NOT_CANONICAL, SMALL_ORDER
from tests.page.modules import ask

ORDER = 2**252 + 27742317777372353535851937790883648493

# RFC 8032, section 7.1: key, message, signature.
RFC_8032 = {
    "test-1": (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
        "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    "test-2": (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    "test-3": (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
        "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
    "sha-abc": (
        "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
        "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
        "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b589"
        "09351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704",
    ),
}


def _asked(key: bytes, message: bytes, signature: bytes) -> list[object]:
    return ["signature-by-numbers", *(base64.b64encode(part).decode() for part in (key, message, signature))]


def test_the_vectors_of_rfc_8032() -> None:
    vectors = [tuple(bytes.fromhex(part) for part in vector) for vector in RFC_8032.values()]
    for key, message, signature in vectors:  # the vectors themselves, by a library
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    answers = ask([_asked(*vector) for vector in vectors])
    assert [answer["answer"] for answer in answers] == [True] * len(vectors)


def test_every_changed_bit_is_refused() -> None:
    key, message, signature = (bytes.fromhex(part) for part in RFC_8032["test-3"])
    questions = []
    for place in range(512):
        changed = bytearray(signature)
        changed[place // 8] ^= 1 << place % 8
        questions.append(_asked(key, message, bytes(changed)))
    questions += [_asked(key, message + b"\0", signature), _asked(key, message, signature[:-1])]
    assert not any(answer["answer"] for answer in ask(questions))


def test_a_signature_has_one_form() -> None:
    """RFC 8032, section 5.1.7: the second half is a number below the order."""
    key, message, signature = (bytes.fromhex(part) for part in RFC_8032["test-2"])
    again = int.from_bytes(signature[32:], "little") + ORDER
    second = signature[:32] + again.to_bytes(32, "little")
    assert [a["answer"] for a in ask([_asked(key, message, signature), _asked(key, message, second)])] == [
        True,
        False,
    ]


def test_fresh_signatures_hold_and_strange_ones_do_not() -> None:
    drawn = random.Random("ed25519")
    questions, expected = [], []
    for _ in range(60):
        secret = Ed25519PrivateKey.from_private_bytes(drawn.randbytes(32))
        message = drawn.randbytes(drawn.randrange(300))
        signature = secret.sign(message)
        if drawn.random() < 0.3:
            message += b"."
        key = secret.public_key()
        try:
            key.verify(signature, message)
            expected.append(True)
        except InvalidSignature:
            expected.append(False)
        questions.append(_asked(key.public_bytes_raw(), message, signature))
    assert [answer["answer"] for answer in ask(questions)] == expected
    assert True in expected and False in expected


@pytest.mark.parametrize("kind", ["random", "weak"])
def test_keys_are_good_where_the_program_says_so(kind: str) -> None:
    drawn = random.Random("keys")
    if kind == "weak":
        keys = [*SMALL_ORDER.values(), *NOT_CANONICAL.values(), bytes(31), bytes(33), b""]
        good = Ed25519PrivateKey.from_private_bytes(drawn.randbytes(32)).public_key().public_bytes_raw()
        keys.append(crypto_core_ed25519_add(good, SMALL_ORDER["order 8, a"]))
    else:
        keys = [drawn.randbytes(32) for _ in range(60)]
        keys += [Ed25519PrivateKey.from_private_bytes(drawn.randbytes(32)).public_key().public_bytes_raw()]
    expected = [len(key) == 32 and bool(crypto_core_ed25519_is_valid_point(key)) for key in keys]
    answers = ask([["good-key", base64.b64encode(key).decode()] for key in keys])
    assert [answer["answer"] for answer in answers] == expected
    assert any(expected) == (kind == "random")
