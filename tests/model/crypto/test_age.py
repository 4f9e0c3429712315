"""age files: nothing is released before all of it has been verified, and no file makes us work for minutes."""

from __future__ import annotations

import base64
import time
from collections.abc import Callable

import pytest

from review_app.model.crypto import age, age_passphrase
from review_app.model.errors import InputError

IDENTITY, RECIPIENT = age.new_identity()
SMALL_ORDER = "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq5cu47z"
"""32 zeros: everybody could open what is sealed to it, and pyrage panics."""
TEXT = bytes(range(256)) * 1024  # four chunks of 64 KiB
SEALED = age.seal(TEXT, [RECIPIENT])


def test_roundtrip_and_derived_identity() -> None:
    assert age.unseal(SEALED, IDENTITY, "x") == TEXT
    identity = age.identity_from_bytes(bytes(range(32)))
    assert identity.startswith("AGE-SECRET-KEY-1")
    assert age.unseal(age.seal(b"y", [age.recipient_of(identity)]), identity, "x") == b"y"


def test_truncated_anywhere_nothing_is_released() -> None:
    payload = SEALED.index(b"\n--- ") + 49
    chunk = (64 << 10) + 16
    borders = {payload + 16 + number * chunk + near for number in range(5) for near in (-1, 0, 1)}
    offsets = set(range(0, payload + 20)) | set(range(payload, len(SEALED), 1777)) | borders
    for offset in sorted(o for o in offsets if o < len(SEALED)):
        with pytest.raises(InputError, match="cannot-decrypt"):
            age.unseal(SEALED[:offset], IDENTITY, "x")
    with pytest.raises(InputError, match="cannot-decrypt"):
        age.unseal(SEALED + b"\0", IDENTITY, "x")


def test_every_changed_header_byte_is_refused() -> None:
    for place in range(SEALED.index(b"\n--- ") + 48):
        touched = bytearray(SEALED)
        touched[place] ^= 0x01
        with pytest.raises(InputError, match="cannot-decrypt"):
            age.unseal(bytes(touched), IDENTITY, "x")


def test_changed_payload_is_refused() -> None:
    for place in range(SEALED.index(b"\n--- ") + 49, len(SEALED), 9973):
        touched = bytearray(SEALED)
        touched[place] ^= 0x80
        with pytest.raises(InputError, match="cannot-decrypt"):
            age.unseal(bytes(touched), IDENTITY, "x")


def test_another_key_is_refused() -> None:
    with pytest.raises(InputError, match="cannot-decrypt"):
        age.unseal(SEALED, age.new_identity()[0], "x")


@pytest.mark.parametrize(
    "data", [b"", b"age-encryption.org/v1\n", b"\0" * 99, b"age-encryption.org/v2\n--- x\n", b"\n--- "]
)
def test_what_is_no_age_file_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="cannot-decrypt"):
        age.unseal(data, IDENTITY, "x")
    assert not age.needs_passphrase(data)


@pytest.mark.parametrize(
    "identity",
    ["", "AGE-SECRET-KEY-1QQQ", RECIPIENT, IDENTITY.lower(), IDENTITY.lower() + "x", IDENTITY[:-1] + "?"],
    ids=["empty", "short", "a recipient", "lower case", "lower case and longer", "foreign symbol"],
)
def test_what_is_no_identity_is_refused(identity: str) -> None:
    with pytest.raises(InputError, match="malformed"):
        age.recipient_of(identity)


@pytest.mark.parametrize(
    "recipient",
    [
        "",
        "age1",
        RECIPIENT[:-1],
        RECIPIENT + "q",
        RECIPIENT.upper(),
        "ssh-ed25519 AAAA",
        IDENTITY,
        SMALL_ORDER,
    ],
    ids=["empty", "short", "cut", "longer", "upper case", "ssh", "an identity", "small order"],
)
def test_what_is_no_recipient_is_refused(recipient: str) -> None:
    with pytest.raises(InputError, match="bad-key"):
        age.check_recipient(recipient, "sealing")


PASSPHRASE = age_passphrase.seal(b"kit", "correct horse", log_n=10)


def with_factor(factor: bytes) -> bytes:
    head, _, rest = PASSPHRASE.partition(b" 10\n")
    return head + b" " + factor + b"\n" + rest


def armoured(data: bytes) -> bytes:
    text = base64.b64encode(data).decode()
    lines = [text[start : start + 64] for start in range(0, len(text), 64)]
    mark = "AGE ENCRYPTED FILE-----"
    return "\n".join([f"-----BEGIN {mark}", *lines, f"-----END {mark}", ""]).encode()


def after_other_stanzas(data: bytes) -> bytes:
    """The scrypt stanza out of reach of a reader that looks at the first 64 KiB only."""
    intro, _, rest = data.partition(b"\n")
    padding = b"-> other\n" + (b"A" * 64 + b"\n") * 1100 + b"AAAA\n"
    return intro + b"\n" + padding + rest


HEAVY: dict[str, bytes] = {
    "factor 23": with_factor(b"23"),
    "factor 21": with_factor(b"21"),
    "factor 99": with_factor(b"99"),
    "factor 023": with_factor(b"023"),
    "factor of words": with_factor(b"23 23"),
    "no number": with_factor(b"x"),
}


@pytest.mark.parametrize("data", HEAVY.values(), ids=HEAVY)
def test_heavy_work_is_refused_before_it_starts(data: bytes) -> None:
    started = time.monotonic()
    with pytest.raises(InputError, match="work-factor-too-large"):
        age.unseal_with_passphrase(data, "correct horse", "kit")
    assert time.monotonic() - started < 1
    assert age.needs_passphrase(data)


@pytest.mark.parametrize("hide", [armoured, after_other_stanzas])
def test_heavy_work_can_not_hide(hide: Callable[[bytes], bytes]) -> None:
    started = time.monotonic()
    with pytest.raises(InputError, match="wrong-passphrase"):
        age.unseal_with_passphrase(hide(with_factor(b"23")), "correct horse", "kit")
    assert time.monotonic() - started < 1


def test_passphrase_files() -> None:
    assert age.needs_passphrase(PASSPHRASE)
    assert not age.needs_passphrase(SEALED)
    assert age.unseal_with_passphrase(PASSPHRASE, "correct horse", "kit") == b"kit"
    with pytest.raises(InputError, match="wrong-passphrase"):
        age.unseal_with_passphrase(PASSPHRASE, "incorrect horse", "kit")
    with pytest.raises(InputError, match="wrong-passphrase"):
        age.unseal_with_passphrase(PASSPHRASE[:-1], "correct horse", "kit")
    with pytest.raises(InputError, match="cannot-decrypt"):
        age.unseal(PASSPHRASE, IDENTITY, "kit")


def test_the_armoured_form_is_not_ours() -> None:
    """One spelling of a file: base64 around it would be a second."""
    with pytest.raises(InputError, match="cannot-decrypt"):
        age.unseal(armoured(SEALED), IDENTITY, "x")
