"""The states a sheet can end in.  Every sheet in a box ends in exactly one; all are kept."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """PROTOCOL section 6.  Only ``accepted`` counts."""

    ACCEPTED = "accepted"
    SUPERSEDED = "superseded"
    CONFLICT = "conflict"
    SAME_AGAIN = "same-again"
    LATE = "late"
    WITHDRAWN_CARD = "withdrawn-card"
    NOT_A_SHEET = "not-a-sheet"
    DAMAGED = "damaged"
    UNKNOWN_VERSION = "unknown-version"
    TOO_LARGE = "too-large"
    OTHER_ROUND = "other-round"
    OTHER_TERMS = "other-terms"
    NOT_ADMITTED = "not-admitted"
    BAD_SIGNATURE = "bad-signature"
    INCOMPLETE = "incomplete"
    OUT_OF_RANGE = "out-of-range"


ADMISSIBLE = frozenset({State.ACCEPTED, State.SUPERSEDED, State.CONFLICT, State.SAME_AGAIN})
"""States of sheets that were signed by an admitted ballot and answer the terms: their signed scores are published."""
PUBLISHED = ADMISSIBLE | {State.WITHDRAWN_CARD}
"""States whose signed scores stand in the archive, so that anyone can judge them again."""
