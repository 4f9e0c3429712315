"""What opening a ballot box costs over the bare cryptography in it: 3,000 sheets of 24 cases and 5 criteria.

The bare operations, over the same bytes and in the same run, in one thread, each as often as opening needs it: SHA-256
of the file, of the signed scores and of the remarks; X25519 with the key the file was sealed to; the seven HMACs of its
three derived keys and its header; ChaCha20-Poly1305 over the file key and every chunk; Ed25519 verification of the
signed scores.  The opening is the whole of it, from the signed record to the states kept on disk.  Sheets are made by
the program's own functions; a box of 3,000 has 500 MB.
"""

from __future__ import annotations

import hashlib
import hmac
import random
import secrets
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from benchmarks.figure import Figure
from benchmarks.terms import terms_for
from review_app.model import canonical
from review_app.model.box import parallel
from review_app.model.box.ballot_box import BallotBox
from review_app.model.box.judge import Electorate
from review_app.model.box.record import BoxRecord, sign_record
from review_app.model.box.states import State
from review_app.model.container import known_members
from review_app.model.crypto import age, age_format, ballot_card
from review_app.model.crypto.ballot_card import BallotKeys
from review_app.model.crypto.jws import JwkHeader
from review_app.model.crypto.keys import b64u_decode, new_seed, public_of, thumbprint
from review_app.model.progress import Progress
from review_app.model.scoring.scores import CaseScores
from review_app.model.scoring.sheet import make_sheet, open_sheet
from review_app.model.terms import Candidate, Terms, new_round_id

SHEETS, FEW, CASES = 3000, 30, 24
TURNS = 5
SLICE = 100
CHUNK, TAG = 64 << 10, 16
DIGEST = hashlib.sha256(b"the terms").hexdigest()


@dataclass(frozen=True)
class Bare:
    """What the bare operations on one sheet work on."""

    hashed: tuple[bytes, bytes, bytes]
    peer: X25519PublicKey
    keyed: list[tuple[bytes, bytes]]
    """Key and message of each HMAC."""
    sealed: list[tuple[bytes, list[tuple[bytes, bytes]]]]
    """Keys, with the nonce and the bytes of each chunk that is under them."""
    signer: Ed25519PublicKey
    signature: bytes
    message: bytes

    def compute(self, secret: X25519PrivateKey) -> None:
        """The bare operations."""
        for content in self.hashed:
            hashlib.sha256(content).digest()
        secret.exchange(self.peer)
        for key, message in self.keyed:
            hmac.digest(key, message, "sha256")
        for key, chunks in self.sealed:
            cipher = ChaCha20Poly1305(key)
            for nonce, chunk in chunks:
                cipher.decrypt(nonce, chunk, None)
        self.signer.verify(self.signature, self.message)


@dataclass(frozen=True)
class Sealed:
    """A round with one opening key, and the keys of its cards."""

    terms: Terms
    keys: list[BallotKeys]
    identity: str
    seed: bytes

    @property
    def electorate(self) -> Electorate:
        """What the sheets are judged by; a fresh one, as what it has computed is part of an opening."""
        return Electorate(self.terms, DIGEST, [], frozenset())

    def sheet(self, card: int) -> bytes:
        """A sheet with a comment on two cases of three."""
        drawn = random.Random(card)
        rubric = self.terms.rubric
        states = {}
        for case_id in self.terms.candidate_ids:
            scores = tuple(drawn.randint(rubric.lowest, rubric.highest) for _ in rubric.criteria)
            comment = "材料扎实，数据可核对。" * drawn.randrange(8) if drawn.random() < 0.67 else ""
            states[case_id] = CaseScores(scores, comment=comment)
        return make_sheet(self.terms, DIGEST, self.keys[card], states, 1)[0]


def run() -> list[Figure]:
    """Opening against the bare operations, all cores against one, and 3,000 sheets against 30."""
    sealed = _sealed_round(SHEETS)
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        folder = Path(name)
        many, few = folder / "many.box", folder / "few.box"
        _fill(many, sealed, range(SHEETS))
        _fill(few, sealed, range(FEW))
        turns: dict[str, list[list[float]]] = {"bare": [], "whole": [], "one": [], "few": []}
        for _ in range(TURNS):
            turns["bare"].append(_bare(many, sealed))
            turns["whole"].append(_opening(many, sealed, SHEETS))
            turns["one"].append(_opening(many, sealed, SHEETS, workers=1))
            turns["few"] += [_opening(few, sealed, FEW) for _ in range(10)]
    # Of every hundred sheets the quickest turn: noise only ever adds time.
    bare, whole, one, little = (sum(map(min, zip(*turns[key], strict=True))) for key in turns)
    a_sheet, a_few = whole / SHEETS, little / FEW
    figures = [
        Figure(
            "opening a box",
            whole / bare,
            1.3,
            "at most",
            f"{whole:.2f} s for 3,000 sheets of 24 cases, {bare:.2f} s for the bare operations in them",
        ),
        Figure(
            "30 to 3,000 sheets",
            a_sheet / a_few,
            1.25,
            "at most",
            f"{a_sheet * 1e6:.0f} µs a sheet of 3,000, {a_few * 1e6:.0f} µs of 30",
        ),
    ]
    if parallel.WORKERS > 1:
        words = f"{whole:.2f} s with {parallel.WORKERS} threads, {one:.2f} s with one"
        figures.append(Figure("opening on all cores", whole / one, 0.85, "at most", words))
    return figures


def _sealed_round(cards: int) -> Sealed:
    seed, round_id = new_seed(), new_round_id()
    identity, recipient = age.new_identity()
    salt = thumbprint(public_of(seed))
    keys = [ballot_card.derive(ballot_card.new_card(round_id), round_id, salt) for _ in range(cards)]
    candidates = [Candidate(f"case-{n:02d}", "", secrets.token_hex(32)) for n in range(CASES)]
    terms = terms_for(round_id, candidates, [each.sign_public for each in keys], recipient)
    return Sealed(terms, keys, identity, seed)


def _fill(path: Path, sealed: Sealed, cards: Sequence[int]) -> None:
    with BallotBox(path, sealed.terms.round_id) as box:
        box.add(sealed.sheet(card) for card in cards)
        record = BoxRecord("box/0", sealed.terms.round_id, DIGEST, [], box.digests(), [], 0, "0" * 64)
        box.close_intake(sign_record(record, sealed.seed))


def _opening(path: Path, sealed: Sealed, sheets: int, workers: int = parallel.WORKERS) -> list[float]:
    """Seconds of each hundred sheets of one whole opening, and of what is done besides; RuntimeError unless every sheet
    counted."""
    marks: list[float] = []

    def report(done: int, total: int) -> None:
        if done and done % SLICE == 0:
            marks.append(time.perf_counter())

    with BallotBox(path, sealed.terms.round_id) as box:
        box._run("DELETE FROM outcome")
        started = time.perf_counter()
        judged = box.judge(sealed.electorate, [sealed.identity], Progress(report), workers=workers)
        box.keep(judged)
        marks.append(time.perf_counter())
        if [sheet.state for sheet in judged] != [State.ACCEPTED] * sheets:
            raise RuntimeError("not every sheet was accepted")
    return [end - begin for begin, end in pairwise([started, *marks])]


def _bare(path: Path, sealed: Sealed) -> list[float]:
    """Seconds that the bare operations take of each hundred sheets in ``path``.

    What they work on is cut out of the files beforehand, so that only the operations are measured.
    """
    secret = X25519PrivateKey.from_private_bytes(age._secret_in(sealed.identity))
    took = []
    with BallotBox(path, sealed.terms.round_id) as box:
        digests = box.digests()
        for start in range(0, len(digests), SLICE):
            contents = box._contents(digests[start : start + SLICE])
            cut = [_cut(content, sealed, secret) for _, content in contents]
            started = time.perf_counter()
            for each in cut:
                each.compute(secret)
            took.append(time.perf_counter() - started)
    return took


def _cut(content: bytes, sealed: Sealed, secret: X25519PrivateKey) -> Bare:
    *_, (_, inner) = known_members(content, 3)
    data = bytes(inner)
    header = age_format.read_header(data)
    (stanza,) = header.stanzas
    share, public = age_format.unbase64(stanza.arguments[1]), secret.public_key().public_bytes_raw()
    peer = X25519PublicKey.from_public_bytes(share)
    wrap_key, wrapping = _hkdf(secret.exchange(peer), share + public, b"age-encryption.org/v1/X25519")
    file_key = ChaCha20Poly1305(wrap_key).decrypt(bytes(12), stanza.body, None)
    header_key, heading = _hkdf(file_key, bytes(32), b"header")
    start = header.end + 16
    payload, paying = _hkdf(file_key, data[header.end : start], b"payload")
    chunks = [
        (nonce, bytes(chunk)) for nonce, chunk in age_format._chunks(memoryview(data)[start:], CHUNK + TAG)
    ]
    body = open_sheet(content, [sealed.identity])
    (signature,) = body.scores.signatures
    head = msgspec.json.decode(b64u_decode(signature.protected, "scores"), type=JwkHeader)
    return Bare(
        hashed=(content, canonical.encode(body.scores), canonical.encode(body.remarks)),
        peer=peer,
        keyed=[*wrapping, *heading, (header_key, header.covered), *paying],
        sealed=[(wrap_key, [(bytes(12), stanza.body)]), (payload, chunks)],
        signer=Ed25519PublicKey.from_public_bytes(b64u_decode(head.jwk.x, "scores")),
        signature=b64u_decode(signature.signature, "scores"),
        message=f"{signature.protected}.{body.scores.payload}".encode("ascii"),
    )


def _hkdf(key: bytes, salt: bytes, info: bytes) -> tuple[bytes, list[tuple[bytes, bytes]]]:
    """32 bytes of HKDF-SHA256, and the two HMACs that they are."""
    extracted = hmac.digest(salt, key, "sha256")
    steps = [(salt, key), (extracted, info + b"\1")]
    return hmac.digest(extracted, info + b"\1", "sha256"), steps
