"""age files of our own making: opened by other implementations, and refused exactly where those refuse."""

from __future__ import annotations

import base64
import hmac
import io
import random
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType

import hypothesis.strategies as st
import pyrage
import pytest
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from hypothesis import given, settings

from review_app.model.crypto import age, age_format
from review_app.model.errors import InputError

IDENTITY, RECIPIENT = age.new_identity()
OTHER_IDENTITY, OTHER_RECIPIENT = age.new_identity()
THEIRS = pyrage.x25519.Identity.from_str(IDENTITY)
CHUNK = 64 << 10
SIZES = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, (3 << 20) + 7]
needs_age = pytest.mark.skipif(shutil.which("age") is None, reason="no age command here")


def ours(data: bytes) -> bytes | None:
    try:
        return age.unseal(data, IDENTITY, "x")
    except InputError as refusal:
        assert refusal.code == "cannot-decrypt"
        return None


def theirs(data: bytes) -> bytes | None:
    try:
        return bytes(pyrage.decrypt(data, [THEIRS]))
    except (pyrage.DecryptError, OSError):
        return None


# Files that other implementations make and open


@pytest.mark.parametrize("size", SIZES)
def test_pyrage_opens_ours_and_we_open_its(size: int) -> None:
    text = random.Random(size).randbytes(size)
    recipients = [pyrage.x25519.Recipient.from_str(each) for each in (OTHER_RECIPIENT, RECIPIENT)]
    assert theirs(age.seal(text, [RECIPIENT])) == text
    assert theirs(age.seal(text, [OTHER_RECIPIENT, RECIPIENT])) == text
    for _ in range(3):  # its stanzas come with random ones in random places
        assert ours(pyrage.encrypt(text, recipients)) == text


@needs_age
@pytest.mark.parametrize("size", SIZES)
def test_the_age_command_opens_ours_and_we_open_its(size: int, tmp_path: Path) -> None:
    text = random.Random(size).randbytes(size)
    key = tmp_path / "key.txt"
    key.write_text(IDENTITY + "\n")

    def command(*arguments: str, given: bytes) -> bytes:
        return subprocess.run(["age", *arguments], input=given, capture_output=True, check=True).stdout

    assert command("-d", "-i", str(key), given=age.seal(text, [OTHER_RECIPIENT, RECIPIENT])) == text
    assert ours(command("-r", OTHER_RECIPIENT, "-r", RECIPIENT, given=text)) == text


@pytest.mark.parametrize("seed", range(20))
def test_keys_are_spelled_as_elsewhere(seed: int) -> None:
    identity = age.identity_from_bytes(random.Random(seed).randbytes(32))
    assert str(pyrage.x25519.Identity.from_str(identity)) == identity
    assert str(pyrage.x25519.Identity.from_str(identity).to_public()) == age.recipient_of(identity)


# Sizes


@settings(max_examples=60)
@given(st.one_of(st.integers(0, 400), st.sampled_from(SIZES), st.integers(0, 3 * CHUNK)), st.integers(1, 4))
def test_size_follows_from_the_plaintext_alone(size: int, recipients: int) -> None:
    header = len("age-encryption.org/v1\n") + recipients * (10 + 43 + 1 + 43 + 1) + len("--- ") + 43 + 1
    chunks = max(1, -(-size // CHUNK))
    assert len(age.seal(bytes(size), [RECIPIENT] * recipients)) == header + 16 + size + 16 * chunks


def test_one_recipient_one_stanza() -> None:
    (stanza,) = age_format.read_header(age.seal(b"x", [RECIPIENT])).stanzas
    assert stanza.arguments[0] == "X25519" and len(stanza.arguments) == 2 and len(stanza.body) == 32


def test_nothing_is_used_twice() -> None:
    files = [age.seal(b"the same", [RECIPIENT]) for _ in range(50)]
    starts = [age_format.read_header(file).end for file in files]
    for part in (
        {file[:start] for file, start in zip(files, starts, strict=True)},
        {file[start : start + 16] for file, start in zip(files, starts, strict=True)},
        {file[start + 16 :] for file, start in zip(files, starts, strict=True)},
    ):
        assert len(part) == 50


# Every damage to a small file


def mutations(data: bytes) -> Iterator[bytes]:
    for place in range(len(data)):
        for other in {data[place] ^ 1, data[place] ^ 0x20, data[place] ^ 0x80, 0x0A, 0x20, 0x3D, 0x41}:
            if other != data[place]:
                yield data[:place] + bytes([other]) + data[place + 1 :]
        yield data[:place]
        yield data[:place] + data[place + 1 :]
        for inserted in (b"\n", b"\r", b" ", b"A", b"=", b"\0", data[place : place + 1]):
            yield data[:place] + inserted + data[place:]
    for added in (b"\0", b"\n", data[-16:], data):
        yield data + added


def test_every_changed_byte_and_truncation_is_refused_as_elsewhere() -> None:
    data = age.seal(b"text", [RECIPIENT])
    assert ours(data) == theirs(data) == b"text"
    tried = [each for each in mutations(data) if each != data]
    assert len(tried) > 3000
    for each in tried:
        assert ours(each) is None, each
        assert theirs(each) is None, each


# Headers with a right MAC


FILE_KEY = bytes(range(16))
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def b64(data: bytes) -> str:
    return base64.b64encode(data).decode().rstrip("=")


def stanza_for(recipient: str, file_key: bytes = FILE_KEY) -> str:
    """Lines of a stanza for a recipient, taken from a whole file around another file key."""
    made = age_format.x25519_stanza(file_key, age._public_in(recipient))
    return f"-> X25519 {made.arguments[1]}\n{b64(made.body)}\n"


def file_of(header: str, *, end: str = "--- {mac}\n", chunks: tuple[tuple[int, bytes], ...] = ()) -> bytes:
    """A file with these stanza lines, a MAC that holds, and these chunks (final flag, plaintext)."""
    covered = ("age-encryption.org/v1\n" + header + "---").encode()
    mac = hmac.digest(age_format.hkdf(FILE_KEY, b"", b"header"), covered, "sha256")
    nonce = bytes(16)
    cipher = ChaCha20Poly1305(age_format.hkdf(FILE_KEY, nonce, b"payload"))
    payload = [
        cipher.encrypt(number.to_bytes(11, "big") + bytes([flag]), chunk, None)
        for number, (flag, chunk) in enumerate(chunks or ((1, b"text"),))
    ]
    return covered[:-3] + end.format(mac=b64(mac)).encode() + nonce + b"".join(payload)


MINE, FOREIGN = stanza_for(RECIPIENT), stanza_for(OTHER_RECIPIENT)
FIRST, SECOND = MINE.splitlines()
SHARE = base64.b64decode(FIRST.split()[2] + "=")
BODY = base64.b64decode(SECOND + "=")
FULL = "A" * 64 + "\n"

READ = {
    "alone": MINE,
    "after another's": FOREIGN + MINE,
    "before another's": MINE + FOREIGN,
    "twice": MINE + MINE,
    "grease before": "-> grease! a ~ \x21\nAAAA\n" + MINE,
    "grease after, no body": MINE + "-> x-grease\n\n",
    "a long body": f"-> long\n{FULL * 3}AAAA\n" + MINE,
    "a body of full lines": f"-> long\n{FULL * 2}\n" + MINE,
    "another type in small letters": "-> x25519 A\nAAAA\n" + MINE,
    "a name of the passphrase type's kind": "-> scrypt2 AAAA 18\nAAAA\n" + MINE,
}


@pytest.mark.parametrize("header", READ.values(), ids=READ)
def test_other_stanzas_are_skipped(header: str) -> None:
    assert ours(file_of(header)) == theirs(file_of(header)) == b"text"


def low_order(share: bytes) -> str:
    """A stanza whose shared secret is all zeros, wrapped as if that were fine."""
    own = age_format.public_of(age._secret_in(IDENTITY))
    key = age_format.hkdf(bytes(32), share + own, b"age-encryption.org/v1/X25519")
    return f"-> X25519 {b64(share)}\n{b64(age_format.wrap(FILE_KEY, key))}\n"


def loose(text: str) -> str:
    """The same bytes in base 64 whose spare bits, zero so far, are not."""
    return text[:-1] + ALPHABET[ALPHABET.index(text[-1]) + 1]


REFUSED = {
    "no stanza": "",
    "another's only": FOREIGN,
    "a third argument": f"{FIRST} x\n{SECOND}\n",
    "no share": f"-> X25519\n{SECOND}\n",
    "a share of 31 bytes": f"-> X25519 {b64(SHARE[:31])}\n{SECOND}\n",
    "a share of 33 bytes": f"-> X25519 {b64(SHARE + bytes(1))}\n{SECOND}\n",
    "a share with spare bits": f"{loose(FIRST)}\n{SECOND}\n",
    "a share with padding": f"{FIRST}=\n{SECOND}\n",
    "share zero": low_order(bytes(32)),
    "share one": low_order(b"\1" + bytes(31)),
    "share of order eight": low_order(
        bytes.fromhex("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800")
    ),
    "a body with spare bits": f"{FIRST}\n{loose(SECOND)}\n",
    "a body with padding": f"{FIRST}\n{SECOND}=\n",
    "a body of 31 bytes": f"{FIRST}\n{b64(BODY[:31])}\n",
    "a body of 33 bytes": f"{FIRST}\n{b64(BODY + bytes(1))}\n",
    "a file key of 32 bytes": stanza_for(RECIPIENT, FILE_KEY * 2),
    "an empty body": f"{FIRST}\n\n",
    "a body in two lines": f"{FIRST}\n{SECOND[:20]}\n{SECOND[20:]}\n",
    "an empty line after the body": f"{FIRST}\n{SECOND}\n\n",
    "a line of 65": f"-> long\nA{FULL}\n" + MINE,
    "CRLF": MINE.replace("\n", "\r\n"),
    "CR before a final line": f"{FIRST}\r\n{SECOND}\n",
    "two spaces": f"-> X25519  {b64(SHARE)}\n{SECOND}\n",
    "a space at the end": f"{FIRST} \n{SECOND}\n",
    "no space after the arrow": f"->X25519 {b64(SHARE)}\n{SECOND}\n",
    "an empty type": f"-> \n{SECOND}\n" + MINE,
    "a control character": "-> a\x7f\n\n" + MINE,
    "a letter beyond ASCII": "-> é\n\n" + MINE,
    "a tabulator": "-> a\tb\n\n" + MINE,
    "a passphrase beside": "-> scrypt AAAAAAAAAAAAAAAAAAAAAA 10\n" + SECOND + "\n" + MINE,
    "a passphrase after": MINE + "-> scrypt AAAAAAAAAAAAAAAAAAAAAA 10\n" + SECOND + "\n",
    "text between": MINE + "# comment\n",
}


@pytest.mark.parametrize("header", REFUSED.values(), ids=REFUSED)
def test_strict_headers(header: str) -> None:
    assert ours(file_of(header)) is None
    assert theirs(file_of(header)) is None


@pytest.mark.parametrize(
    "end",
    [
        "---{mac}\n",
        "---  {mac}\n",
        "--- {mac} \n",
        "--- {mac}=\n",
        "--- {mac}\r\n",
        "--- \n",
        "---\n",
        "--- {mac}",
    ],
)
def test_strict_ends(end: str) -> None:
    assert ours(file_of(MINE)) == b"text"
    assert ours(file_of(MINE, end=end)) is None
    assert theirs(file_of(MINE, end=end)) is None


def test_spare_bits_of_the_mac() -> None:
    right = file_of(MINE)
    start = right.index(b"\n--- ") + 5
    mac = right[start : start + 43].decode()
    assert ours(right.replace(mac.encode(), loose(mac).encode())) is None


def test_a_stanza_without_final_line() -> None:
    """A body of full lines alone was right before version 1 was settled, and pyrage still takes it."""
    assert ours(file_of(f"-> long\n{FULL}" + MINE)) is None


def test_a_header_without_end_in_reach() -> None:
    """The specification sets no bound; ours keeps a reader of unknown files from work without end."""
    assert ours(file_of(f"-> long\n{FULL * 1000}\n" + MINE)) == b"text"
    assert ours(file_of(f"-> long\n{FULL * 1009}\n" + MINE)) is None
    assert ours(file_of(MINE + f"-> long\n{FULL * 20_000}\n")) is None


# Payloads whose chunks all hold


A, B = bytes([65]) * CHUNK, bytes([66]) * CHUNK
PAYLOADS: dict[str, tuple[tuple[tuple[int, bytes], ...], bytes | None]] = {
    "empty": (((1, b""),), b""),
    "one full chunk": (((1, A),), A),
    "two full chunks": (((0, A), (1, B)), A + B),
    "no final chunk": (((0, b"text"),), None),
    "no final full chunk": (((0, A),), None),
    "an empty final chunk after others": (((0, A), (1, b"")), None),
    "an empty final chunk after two": (((0, A), (0, B), (1, b"")), None),
    "a final chunk followed": (((1, A), (1, b"x")), None),
    "a final chunk followed by none": (((1, A), (0, b"x")), None),
    "a short chunk within": (((0, A[:-1]), (1, B)), None),
    "a final chunk too long": (((1, A + b"x"),), None),
    "another flag": (((2, b"text"),), None),
}


@pytest.mark.parametrize(("chunks", "plaintext"), PAYLOADS.values(), ids=PAYLOADS)
def test_payloads(chunks: tuple[tuple[int, bytes], ...], plaintext: bytes | None) -> None:
    data = file_of(MINE, chunks=chunks)
    assert ours(data) == plaintext
    assert theirs(data) == plaintext


def test_chunks_in_another_order_or_left_out() -> None:
    data = age.seal(A + B + A, [RECIPIENT])
    start = age_format.read_header(data).end + 16
    first, second, last = (data[start + place * (CHUNK + 16) :][: CHUNK + 16] for place in range(3))
    head = data[:start]
    for chunks in ([second, first, last], [first, last], [second, last], [last], [first, second], []):
        assert ours(head + b"".join(chunks)) is None
    assert ours(head[:-1]) is None


# What a failure leaves


def frames(trace: TracebackType | None) -> Iterator[dict[str, object]]:
    while trace is not None:
        yield trace.tb_frame.f_locals
        trace = trace.tb_next


@pytest.mark.parametrize("cut", [lambda data: data[:-1], lambda data: data[:-1] + bytes([data[-1] ^ 1])])
def test_a_failure_keeps_nothing_of_the_plaintext(cut: Callable[[bytes], bytes]) -> None:
    marked = b"canary" * 40_000
    damaged = cut(age.seal(marked, [RECIPIENT]))
    with pytest.raises(InputError, match="cannot-decrypt") as caught:
        age.unseal(damaged, IDENTITY, "x")
    failure: BaseException | None = caught.value
    buffers = 0
    while failure is not None:
        for held in frames(failure.__traceback__):
            for name, value in held.items():
                if isinstance(value, io.BytesIO):
                    buffers += 1
                    assert value.closed
                elif name not in ("marked", "caught"):
                    assert b"canary 7f3a" not in repr(value).encode()
                    assert not isinstance(
                        value, bytes | bytearray | memoryview
                    ) or b"canary 7f3a" not in bytes(value)
        failure = failure.__cause__ or failure.__context__
    assert buffers  # the one that held the chunks before the bad one was looked at
