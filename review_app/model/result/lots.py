"""The random seed of a round, and the lots drawn with it: anybody gets the same from the public record.

The seed hangs on the terms, on the box record (both fixed before anything is opened) and, where the terms name one, on
a public draw that comes after.  Without such a draw whoever signs the box record can sign it again, with another log,
until the seed suits: unseen until the record is handed out, and knowing what to wish for after an early look into the
box.  With a draw only its spelling is left to choose, of which one form is accepted
(:func:`review_app.model.text.in_one_spelling`); ``docs/protocol.md``, section 11.
"""

from __future__ import annotations

import hashlib

from review_app.model.rubric import CountingRule


def seed_of(terms_digest: str, box_digest: str, draw: str = "") -> bytes:
    """SHA-256 over the two digests (64 hex digits each, taken as 32 bytes) and the draw in UTF-8."""
    return hashlib.sha256(
        bytes.fromhex(terms_digest) + bytes.fromhex(box_digest) + draw.encode("utf-8")
    ).digest()


def seed_for(rule: CountingRule, terms_digest: str, box_digest: str, draw: str = "") -> bytes | None:
    """The seed under ``rule``; None while the draw that it names is still missing.  ``draw`` is the public draw's text
    as typed; a rule that names no source has none."""
    if not rule.seed_draw:
        return seed_of(terms_digest, box_digest)
    return seed_of(terms_digest, box_digest, draw) if draw else None


def lot(seed: bytes, case_id: str) -> bytes:
    """The lot of one case, 32 bytes: among equal ones the smallest comes first."""
    return hashlib.sha256(seed + b"\0lot\0" + case_id.encode("utf-8")).digest()
