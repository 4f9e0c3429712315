"""The JWS profile: published signatures, and every change of header, payload or signature refused."""

from __future__ import annotations

import json
import random
from collections.abc import Callable

import joserfc.jws
import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from joserfc.jwk import OKPKey
from nacl.signing import SigningKey

from review_app.model import canonical
from review_app.model.canonical import Record
from review_app.model.crypto import jws
from review_app.model.crypto.jws import GeneralJws, Signature
from review_app.model.crypto.keys import b64u, b64u_decode, new_seed, public_of, thumbprint
from review_app.model.errors import InputError

TYP = "review-seal+jws"
SEED = b64u_decode("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A", "RFC 8037 A.1")


class Note(Record, frozen=True):
    text: str


NOTE = Note("样例")


def compact(header: object, payload: bytes, seed: bytes = SEED) -> bytes:
    """A JWS as anybody can make one: any header, really signed."""
    head = header if isinstance(header, bytes) else json.dumps(header, separators=(",", ":")).encode()
    signed = f"{b64u(head)}.{b64u(payload)}"
    return f"{signed}.{b64u(SigningKey(seed).sign(signed.encode()).signature)}".encode()


GOOD_HEADER = {"alg": "Ed25519", "kid": thumbprint(public_of(SEED)), "typ": TYP}


def verify(data: bytes) -> Note:
    return jws.verify(data, TYP, public_of(SEED), Note, "seal.jws")


def test_rfc_8037_a4_signature() -> None:
    """The key of the appendix gives the signature of the appendix, by the library below and by libsodium."""
    signed = b"eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc"
    published = "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"
    assert b64u(Ed25519PrivateKey.from_private_bytes(SEED).sign(signed)) == published
    assert b64u(SigningKey(SEED).sign(signed).signature) == published
    with pytest.raises(InputError, match="malformed"):  # "EdDSA" is the name that RFC 9864 retires
        verify(signed + b"." + published.encode())


def test_the_bytes_are_those_of_an_independent_maker() -> None:
    assert jws.sign(NOTE, TYP, SEED) == compact(GOOD_HEADER, canonical.encode(NOTE))
    assert verify(jws.sign(NOTE, TYP, SEED)) == NOTE
    assert jws.signer_of(jws.sign(NOTE, TYP, SEED), "x") == thumbprint(public_of(SEED))


HEADERS: dict[str, object] = {
    "EdDSA": {**GOOD_HEADER, "alg": "EdDSA"},
    "none": {**GOOD_HEADER, "alg": "none"},
    "HS256": {**GOOD_HEADER, "alg": "HS256"},
    "lower case": {**GOOD_HEADER, "alg": "ed25519"},
    "no alg": {"kid": GOOD_HEADER["kid"], "typ": TYP},
    "other typ": {**GOOD_HEADER, "typ": "review-terms+jws"},
    "short typ": {**GOOD_HEADER, "typ": "review-seal"},
    "upper-case typ": {**GOOD_HEADER, "typ": TYP.upper()},
    "no typ": {"alg": "Ed25519", "kid": GOOD_HEADER["kid"]},
    "no kid": {"alg": "Ed25519", "typ": TYP},
    "crit": {**GOOD_HEADER, "crit": ["x"], "x": 1},
    "b64": {"alg": "Ed25519", "b64": False, "crit": ["b64"], "kid": GOOD_HEADER["kid"], "typ": TYP},
    "jwk instead": {
        "alg": "Ed25519",
        "jwk": {"crv": "Ed25519", "kty": "OKP", "x": b64u(public_of(SEED))},
        "typ": TYP,
    },
    "jku": {**GOOD_HEADER, "jku": "https://example.org/keys"},
    "cty": {"alg": "Ed25519", "cty": "json", "kid": GOOD_HEADER["kid"], "typ": TYP},
    "order": {"typ": TYP, "kid": GOOD_HEADER["kid"], "alg": "Ed25519"},
    "white space": json.dumps(GOOD_HEADER).encode(),
    "duplicate": json.dumps(GOOD_HEADER, separators=(",", ":")).replace("{", '{"alg":"none",', 1).encode(),
    "not JSON": b"xyz",
    "empty": b"",
}


@pytest.mark.parametrize("header", HEADERS.values(), ids=HEADERS)
def test_another_header_is_refused_though_it_is_signed(header: object) -> None:
    with pytest.raises(InputError, match="malformed"):
        verify(compact(header, canonical.encode(NOTE)))


def test_another_signer_is_named() -> None:
    with pytest.raises(InputError, match="other-signer"):
        verify(jws.sign(NOTE, TYP, new_seed()))
    forged = compact(GOOD_HEADER, canonical.encode(NOTE), new_seed())
    with pytest.raises(InputError, match="bad-signature"):
        verify(forged)


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"{}",
        b'{"text": "x"}',
        b'{"text":"x","more":1}',
        b'{"text":"x","text":"y"}',
        b'{"text":NaN}',
        b"[" * 99_999,
    ],
)
def test_a_payload_that_is_not_canonical_is_refused_though_it_is_signed(payload: bytes) -> None:
    with pytest.raises(InputError, match="malformed"):
        verify(compact(GOOD_HEADER, payload))


def test_every_changed_symbol_and_every_cut_is_refused() -> None:
    good = jws.sign(NOTE, TYP, SEED)
    drawn = random.Random(2)
    alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \n\x00\xff"
    for place in range(len(good)):
        for symbol in drawn.sample(alphabet, 8):
            if symbol != good[place]:
                with pytest.raises(InputError):
                    verify(good[:place] + bytes([symbol]) + good[place + 1 :])
        with pytest.raises(InputError):
            verify(good[:place])
    for more in (b".", b"A", b"=", b"\n", b" ", b".A"):
        with pytest.raises(InputError):
            verify(good + more)


def test_the_second_form_of_a_signature_is_refused() -> None:
    """S + L verifies where the range of S isn't checked (RFC 8032 section 5.1.7): there must be one signature only."""
    group = 2**252 + 27742317777372353535851937790883648493
    head, payload, signature = jws.sign(NOTE, TYP, SEED).decode().split(".")
    raw = b64u_decode(signature, "x")
    other = raw[:32] + (int.from_bytes(raw[32:], "little") + group).to_bytes(32, "little")
    with pytest.raises(InputError, match="bad-signature"):
        verify(f"{head}.{payload}.{b64u(other)}".encode())


def test_too_large_is_refused_before_it_is_decoded() -> None:
    with pytest.raises(InputError, match="malformed"):
        verify(b"A" * (jws.MAX_PAYLOAD * 4 // 3 + 1025))


# general form


SEEDS = [new_seed(), new_seed()]


def general(seeds: list[bytes] | None = None) -> GeneralJws:
    return jws.sign_general(NOTE, TYP, seeds or SEEDS)


def verify_general(value: GeneralJws) -> tuple[Note, list[bytes]]:
    return jws.verify_general(value, TYP, Note, "scores")


def test_general_form_names_its_signers_in_order() -> None:
    assert verify_general(general()) == (NOTE, [public_of(seed) for seed in SEEDS])
    assert verify_general(general(SEEDS[::-1]))[1] == [public_of(seed) for seed in SEEDS[::-1]]


def swapped(value: GeneralJws) -> GeneralJws:
    first, second = value.signatures
    return msgspec.structs.replace(
        value,
        signatures=[
            Signature(first.protected, second.signature),
            Signature(second.protected, first.signature),
        ],
    )


def with_payload(payload: bytes) -> Callable[[GeneralJws], GeneralJws]:
    return lambda value: msgspec.structs.replace(value, payload=b64u(payload))


def with_signatures(
    change: Callable[[list[Signature]], list[Signature]],
) -> Callable[[GeneralJws], GeneralJws]:
    return lambda value: msgspec.structs.replace(value, signatures=change(value.signatures))


def with_header(header: dict[str, object]) -> Callable[[GeneralJws], GeneralJws]:
    """One signature under another protected header, really signed by the first key."""

    def change(value: GeneralJws) -> GeneralJws:
        data = compact(header, b64u_decode(value.payload, "x"), SEEDS[0]).decode()
        head, _, signature = data.split(".")
        return GeneralJws(value.payload, [Signature(head, signature)])

    return change


OWN = {"crv": "Ed25519", "kty": "OKP", "x": b64u(public_of(SEEDS[0]))}
GENERAL: dict[str, tuple[Callable[[GeneralJws], GeneralJws], str]] = {
    "signatures swapped": (swapped, "bad-signature"),
    "payload changed": (with_payload(b'{"text":"x"}'), "bad-signature"),
    "no signature": (with_signatures(lambda _: []), "malformed"),
    "one key twice": (with_signatures(lambda found: [found[0], found[0]]), "malformed"),
    "nine signatures": (with_signatures(lambda found: found[:1] * 9), "malformed"),
    "kid header": (
        with_header({"alg": "Ed25519", "kid": thumbprint(public_of(SEEDS[0])), "typ": TYP}),
        "malformed",
    ),
    "other typ": (with_header({"alg": "Ed25519", "jwk": OWN, "typ": "review-box+jws"}), "malformed"),
    "EdDSA": (with_header({"alg": "EdDSA", "jwk": OWN, "typ": TYP}), "malformed"),
    "private part in the key": (
        with_header({"alg": "Ed25519", "jwk": {**OWN, "d": b64u(bytes(32))}, "typ": TYP}),
        "malformed",
    ),
    "key of small order": (
        with_header({"alg": "Ed25519", "jwk": {**OWN, "x": b64u(b"\x01" + bytes(31))}, "typ": TYP}),
        "bad-key",
    ),
    "key that isn't the signer's": (
        with_header({"alg": "Ed25519", "jwk": {**OWN, "x": b64u(public_of(SEEDS[1]))}, "typ": TYP}),
        "bad-signature",
    ),
    "X25519": (with_header({"alg": "Ed25519", "jwk": {**OWN, "crv": "X25519"}, "typ": TYP}), "malformed"),
}


@pytest.mark.parametrize(("change", "code"), GENERAL.values(), ids=GENERAL)
def test_general_form_refuses(change: Callable[[GeneralJws], GeneralJws], code: str) -> None:
    with pytest.raises(InputError) as refusal:
        verify_general(change(general()))
    assert refusal.value.code == code


def test_nobody_signs_with_a_key_of_small_order() -> None:
    """With the identity as key, R = identity and S = 0 satisfy the equation for every message."""
    header = {"alg": "Ed25519", "jwk": {**OWN, "x": b64u(b"\x01" + bytes(31))}, "typ": TYP}
    head = b64u(json.dumps(header, separators=(",", ":")).encode())
    nobody = b64u(b"\x01" + bytes(31) + bytes(32))
    with pytest.raises(InputError, match="bad-key"):
        verify_general(GeneralJws(b64u(canonical.encode(NOTE)), [Signature(head, nobody)]))


@pytest.mark.parametrize("text", ["", "评审", "a\u2028\U0001f600" * 50])
def test_joserfc_and_we_verify_each_other(text: str) -> None:
    """An implementation of JWS that is not used in the program."""
    seed = new_seed()
    public = OKPKey.import_key({"crv": "Ed25519", "kty": "OKP", "x": b64u(public_of(seed))})
    private = OKPKey.import_key({"crv": "Ed25519", "kty": "OKP", "x": b64u(public_of(seed)), "d": b64u(seed)})
    ours = jws.sign({"text": text}, "review-x+jws", seed)
    theirs = joserfc.jws.deserialize_compact(ours, public, algorithms=["Ed25519"])
    assert theirs.payload == canonical.encode({"text": text})
    general = jws.sign_general({"text": text}, "review-x+jws", [seed])
    read = joserfc.jws.deserialize_json(msgspec.to_builtins(general), public, algorithms=["Ed25519"])
    assert read.payload == canonical.encode({"text": text})
    header = {"alg": "Ed25519", "kid": thumbprint(public_of(seed)), "typ": "review-x+jws"}
    made = joserfc.jws.serialize_compact(
        header, canonical.encode({"text": text}), private, algorithms=["Ed25519"]
    )
    assert made.encode() == ours
    assert jws.verify(made.encode(), "review-x+jws", public_of(seed), dict[str, str], "x") == {"text": text}
