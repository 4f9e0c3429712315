"""Submissions and their cases as rows of their tables, and back."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from review_app.model import canonical
from review_app.model.case import Case
from review_app.model.errors import InputError
from review_app.model.nomination.match import match_key
from review_app.model.text import storable
from review_app.model.workspace.edits import RowChange
from review_app.model.workspace.submission import FieldValue, Submission, to_bytes

Kind = TypeVar("Kind")


def submission_of(record: bytes) -> Submission:
    """A submission as its table keeps it; raises InputError ``malformed``."""
    return decoded(record, Submission)


def decoded(record: bytes, kind: type[Kind]) -> Kind:
    """What ``kind`` takes of a record; raises InputError ``malformed``."""
    try:
        return msgspec.json.decode(record, type=kind)
    except msgspec.DecodeError as failure:
        raise InputError("malformed", what="submission") from failure


def row_of(submission: Submission) -> RowChange:
    """The row that a submission becomes."""
    return RowChange("submission", (submission.id,), (submission.id, to_bytes(submission)))


def case_row(case: Case) -> RowChange:
    """The row that an accepted case becomes."""
    key = match_key(case.title, case.organisation)
    return RowChange("nomination", (case.id,), (case.id, canonical.encode(case), key))


def storable_value(value: FieldValue) -> FieldValue:
    """What was typed into a field, without what can't be stored."""
    if isinstance(value, str):
        return storable(value)
    return [{storable(name): storable(text) for name, text in claim.items()} for claim in value]
