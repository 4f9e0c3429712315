"""What an opened box keeps of a sheet, as a row of its file."""

from __future__ import annotations

import hashlib

import msgspec

from review_app.model import canonical
from review_app.model.box.judge import JudgedScores, JudgedSheet
from review_app.model.box.papers import Outcome
from review_app.model.box.states import PUBLISHED, State
from review_app.model.crypto.base32 import short_form
from review_app.model.crypto.jws import GeneralJws
from review_app.model.crypto.keys import b64u_decode
from review_app.model.scoring.sheet import Comment, Scores, verify_scores
from review_app.model.terms import slip_name


def listed(digest: str, state: State, scores: bytes | None) -> Outcome:
    """A row as the lists show it; signatures are not verified again."""
    if scores is None:
        return Outcome("", short_form(digest), state)
    signed = canonical.decode(scores, GeneralJws, "scores")
    payload = canonical.decode(b64u_decode(signed.payload, "scores"), Scores, "scores")
    return Outcome(f"{short_form(hashlib.sha256(scores).hexdigest())}/{payload.revision}", "", state)


def row(sheet: JudgedSheet) -> tuple[str, str, bytes | None, bytes | None]:
    """What is kept of a sheet, as :func:`read` reads it."""
    if sheet.judged is None or sheet.state not in PUBLISHED:
        return sheet.file_digest, sheet.state.value, None, None
    scores, comments = canonical.encode(sheet.judged.signed), msgspec.json.encode(sheet.comments)
    return sheet.file_digest, sheet.state.value, scores, comments


def read(digest: str, state: str, scores: bytes | None, comments: bytes | None) -> JudgedSheet:
    """The sheet of a row, its signature verified again."""
    if scores is None:
        return JudgedSheet(digest, State(state))
    signed = canonical.decode(scores, GeneralJws, "scores")
    payload, signers = verify_scores(signed)
    ballot = tuple(slip_name(public) for public in signers)
    judged = JudgedScores(hashlib.sha256(scores).hexdigest(), State(state), signed, ballot, payload)
    kept = msgspec.json.decode(comments or b"[]", type=tuple[Comment, ...])
    return JudgedSheet(digest, State(state), judged, kept)
