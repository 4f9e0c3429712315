"""What checking a results archive costs over the bare signature checks in it: 3,000 sheets of 24 cases and 5 criteria.

The bare operations, over the same bytes, in the same run and in one thread: that each key of the admission list is a
point worth verifying with, and Ed25519 verification of each signed sheet.  The check is the whole of it, from the file
to the verdict: seal, digests, canonical forms, admission, states, references, names, comments and the recount.  The
bootstrap behind the published statistics has a figure of its own and is left out on both sides.
"""

from __future__ import annotations

import hashlib
import io
import random
import secrets
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from nacl.bindings import crypto_core_ed25519_is_valid_point

from benchmarks.figure import Figure
from benchmarks.terms import terms_for
from review_app.model import canonical
from review_app.model.box.judge import Electorate, JudgedScores, JudgedSheet
from review_app.model.box.record import BoxRecord, sign_record
from review_app.model.box.states import State
from review_app.model.container import Container
from review_app.model.crypto import age, jws
from review_app.model.crypto.jws import GeneralJws, JwkHeader
from review_app.model.crypto.keys import b64u_decode, new_seed, public_of
from review_app.model.package.build import sign_terms
from review_app.model.result.archive import NamedCandidate, write_archive
from review_app.model.result.verify import verify_archive
from review_app.model.scoring.sheet import SCORES_TYP, Comment, Row, Scores, scores_digest
from review_app.model.terms import Candidate, Terms, commitment, new_round_id, slip_name

SHEETS, CASES, TURNS = 3000, 24, 15


@dataclass(frozen=True)
class Bare:
    """What the bare operations work on, cut out of the archive beforehand."""

    points: list[bytes]
    signatures: list[tuple[bytes, bytes, bytes]]
    """Key, signature, message."""


def run() -> list[Figure]:
    """The whole check against the bare operations."""
    data = _archive()
    bare = _cut(data)
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        path = Path(folder) / "round.results"
        path.write_bytes(data)
        took: dict[str, list[float]] = {"points": [], "signatures": [], "whole": []}
        for _ in range(TURNS):
            points, signatures = _bare(bare)
            took["points"].append(points)
            took["signatures"].append(signatures)
            started = time.perf_counter()
            report = verify_archive(path, statistician=None)
            took["whole"].append(time.perf_counter() - started)
            if report.findings or report.counts != {"accepted": SHEETS}:
                raise RuntimeError("the archive was not found to be consistent")
    points, signatures, whole = (min(took[key]) for key in took)  # noise only ever adds time
    return [
        Figure(
            "verifying an archive",
            whole / (points + signatures),
            1.3,
            "at most",
            f"{whole:.2f} s for 3,000 sheets of 24 cases ({len(data) >> 20} MB); bare: {signatures:.2f} s for the"
            f" signatures and {points:.2f} s for the keys",
        )
    ]


def _archive() -> bytes:
    """A consistent archive in which every sheet counts."""
    seed, round_id = new_seed(), new_round_id()
    cards = [new_seed() for _ in range(SHEETS)]
    names = [
        NamedCandidate(f"case-{n:02d}", f"单位 {n}", f"团队 {n}", secrets.token_hex(16), f"案例 {n}")
        for n in range(CASES)
    ]
    candidates = [
        Candidate(n.id, n.title, commitment(n.id, n.title, n.organisation, n.recipient, n.salt))
        for n in names
    ]
    terms = terms_for(round_id, candidates, list(map(public_of, cards)), age.new_identity()[1])
    terms_jws = sign_terms(terms, seed)
    digest = hashlib.sha256(terms_jws).hexdigest()
    sheets = [_sheet(card, number, terms, digest) for number, card in enumerate(cards)]
    record = BoxRecord(
        "box/0", round_id, digest, [], sorted(sheet.file_digest for sheet in sheets), [], 0, "0" * 64
    )
    file = io.BytesIO()
    write_archive(
        file,
        terms_jws=terms_jws,
        electorate=Electorate(terms, digest, [], frozenset()),
        box_jws=sign_record(record, seed),
        sheets=sheets,
        candidates=names,
        log_head="0" * 64,
        organizer_seed=seed,
        statistician=None,
    )
    return file.getvalue()


def _sheet(card: bytes, number: int, terms: Terms, digest: str) -> JudgedSheet:
    """An accepted sheet, one case in twenty recused, with a comment on one case in five."""
    drawn = random.Random(number)
    rubric = terms.rubric
    rows, comments = [], []
    for case_id in terms.candidate_ids:
        if drawn.random() < 0.05:
            rows.append(Row(case_id, [], "recused"))
            continue
        rows.append(
            Row(case_id, [drawn.randint(rubric.lowest, rubric.highest) for _ in rubric.criteria], "scored")
        )
        if drawn.random() < 0.2:
            comments.append(Comment(case_id, "材料扎实，数据可核对。" * drawn.randrange(1, 8)))
    remarks = secrets.token_hex(32)
    scores = Scores("scoresheet/0", terms.round_id, digest, 0, 1, rows, [], remarks)
    signed = jws.sign_general(scores, SCORES_TYP, [card])
    judged = JudgedScores(
        scores_digest(signed), State.ACCEPTED, signed, (slip_name(public_of(card)),), scores
    )
    return JudgedSheet(secrets.token_hex(32), State.ACCEPTED, judged, tuple(comments))


def _cut(data: bytes) -> Bare:
    container = Container(io.BytesIO(data))
    signatures = []
    for entry in container.entries:
        if entry.name.startswith("scores/"):
            signed = canonical.decode(container.read(entry.name), GeneralJws, entry.name)
            (one,) = signed.signatures
            head = msgspec.json.decode(b64u_decode(one.protected, "scores"), type=JwkHeader)
            message = f"{one.protected}.{signed.payload}".encode("ascii")
            signatures.append((b64u_decode(head.jwk.x, "x"), b64u_decode(one.signature, "x"), message))
    return Bare([key for key, _, _ in signatures], signatures)


def _bare(bare: Bare) -> tuple[float, float]:
    """Seconds for the keys, and for the signatures."""
    started = time.perf_counter()
    if not all(crypto_core_ed25519_is_valid_point(point) for point in bare.points):
        raise RuntimeError("a key is no point")
    between = time.perf_counter()
    for key, signature, message in bare.signatures:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    return between - started, time.perf_counter() - between
