"""All of one card's work from one computer to another: into a backup file, and out of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from review_app.model.errors import InputError
from review_app.model.files import write_atomically
from review_app.model.package.open import CasePackage
from review_app.model.scoring.backup import Backup, open_backup, pack_backup
from review_app.model.scoring.corrections import Corrections
from review_app.model.scoring.history import CaseRecord
from review_app.model.scoring.merge import BackupOutcome, merge_meta, merge_records
from review_app.model.scoring.store import ScoreStore


def make_backup(package: CasePackage, store: ScoreStore, corrections: Corrections, file: Path) -> None:
    """See :meth:`ReviewSession.make_backup`."""
    if file.exists():
        raise InputError("file-exists", name=file.name)
    store.make_durable()
    content = pack_backup(
        store.records(),
        store.meta(),
        corrections.kept.contents(),
        round_id=package.terms.round_id,
        scope=store.scope,
        store_key=package.keys.store_key,
    )
    write_atomically(file, content)


def restore_backup(
    package: CasePackage, store: ScoreStore, corrections: Corrections, content: bytes
) -> BackupOutcome:
    """See :meth:`ReviewSession.restore_backup`."""
    backup = _checked_backup(package, store, content)
    known = len(corrections.kept.known)
    for amendment in backup.amendments:
        corrections.add(amendment)
    said: dict[str, list[str]] = {}

    def decide(here: Mapping[str, CaseRecord]) -> Mapping[str, CaseRecord]:
        changed, found = merge_records(here, backup.records)
        said.update(found)
        return changed

    receipts = len(store.meta().exported)
    store.take_in(decide, lambda here: merge_meta(here, backup.meta))
    meta = store.meta()
    return BackupOutcome(
        tuple(said["taken"]),
        tuple(said["kept"]),
        tuple(said["replaced"]),
        meta.last_revision,
        len(meta.exported) - receipts,
        len(corrections.kept.known) - known,
    )


def _checked_backup(package: CasePackage, store: ScoreStore, content: bytes) -> Backup:
    backup = open_backup(
        content, round_id=package.terms.round_id, scope=store.scope, store_key=package.keys.store_key
    )
    try:
        for record in backup.records.values():
            record.check(len(package.terms.rubric.criteria))
        if list(backup.records) != package.terms.candidate_ids:
            raise ValueError("cases")
    except ValueError as failure:
        raise InputError("backup-damaged") from failure
    return backup
