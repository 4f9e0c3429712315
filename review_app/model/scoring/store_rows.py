"""The rows of a score store: what a new one has, and what one that was read must be to be opened."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import msgspec
import rfc8785

from review_app.model import canonical
from review_app.model.canonical import Record
from review_app.model.errors import InputError
from review_app.model.scoring import store_file
from review_app.model.scoring.history import CaseRecord
from review_app.model.scoring.meta import MetaRow, StoreMeta
from review_app.model.scoring.scores import CaseScores
from review_app.model.scoring.sealed_rows import BrokenRow, RowSealer

R = TypeVar("R", bound=Record)


def load(
    connection: sqlite3.Connection,
    path: Path,
    sealer: RowSealer,
    scope: str,
    case_ids: Sequence[str],
    criteria: int,
) -> tuple[dict[str, CaseRecord], MetaRow]:
    """Cases and meta of an open store, whose rows are made where it is new.

    Raises InputError ``store-other-card`` (the key doesn't fit), ``store-other-terms``, ``store-damaged``,
    ``store-newer``; EnvironmentFailure for what the disk refuses.
    """
    with store_file.sql_errors(path):
        if store_file.is_empty(connection):
            store_file.create(connection, _first_rows(sealer, scope, case_ids, criteria))
        # What is in the file itself can't go with a neighbour that some clean-up takes away.
        store_file.settle(connection)
        store_file.check_intact(connection, path)
        store_file.migrate(connection, path)
        store_file.check_schema(connection, path)
        rows = store_file.read_rows(connection)
    return _opened(rows, sealer, scope, case_ids, criteria, path)


def _first_rows(
    sealer: RowSealer, scope: str, case_ids: Sequence[str], criteria: int
) -> list[tuple[bytes, bytes]]:
    untouched = CaseRecord(CaseScores(scores=(None,) * criteria)).encode()
    texts = {sealer.case_key(case_id): untouched for case_id in case_ids}
    texts[sealer.meta_key()] = canonical.encode(MetaRow(meta=StoreMeta(), scope=scope))
    return [(row_key, sealer.seal(row_key, text)) for row_key, text in texts.items()]


def _opened(
    rows: dict[bytes, bytes],
    sealer: RowSealer,
    scope: str,
    case_ids: Sequence[str],
    criteria: int,
    path: Path,
) -> tuple[dict[str, CaseRecord], MetaRow]:
    keys = {case_id: sealer.case_key(case_id) for case_id in case_ids}
    expected = {sealer.meta_key(), *keys.values()}
    if not expected & rows.keys():
        raise InputError("store-other-card", name=path.name)
    try:
        meta = canonical.decode(
            sealer.open(sealer.meta_key(), rows[sealer.meta_key()]), MetaRow, "store meta"
        )
        if meta.scope != scope:
            raise InputError("store-other-terms", name=path.name)
        if expected != rows.keys():
            raise BrokenRow
        cases = {
            case_id: CaseRecord.decode(sealer.open(row_key, rows[row_key]))
            for case_id, row_key in keys.items()
        }
        for record in cases.values():
            check_shape(record.now, criteria)
            record.check(criteria)
    except (BrokenRow, KeyError, TypeError, ValueError) as failure:
        raise InputError("store-damaged", name=path.name) from failure
    except InputError as failure:
        if failure.code == "store-other-terms":
            raise
        raise InputError("store-damaged", name=path.name) from failure
    return cases, meta


def check_shape(scores: CaseScores, criteria: int) -> None:
    """Raises ValueError for a state that can't be stored, or that isn't about so many criteria."""
    if len(checked(scores, CaseScores).scores) != criteria:
        raise ValueError(f"scores: {criteria} expected")


def checked(value: R, kind: type[R]) -> R:
    """``value`` as a copy of its own, when it would read back as what it is; ValueError otherwise."""
    try:
        copied = msgspec.convert(msgspec.to_builtins(value), kind)
        canonical.encode(copied)
    except (msgspec.ValidationError, rfc8785.CanonicalizationError, TypeError, UnicodeError) as failure:
        raise ValueError("not a state that can be stored") from failure
    if copied != value:
        raise ValueError("not a state that can be stored")
    return copied
