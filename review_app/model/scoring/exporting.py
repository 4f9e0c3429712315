"""What is stored, as a sheet: signing it into a file, and whether a file written before still says it."""

from __future__ import annotations

from pathlib import Path

import msgspec

from review_app.model.errors import InputError, ReviewError
from review_app.model.files import write_atomically
from review_app.model.package.amendment import SignedAmendment, withdrawn_cases
from review_app.model.package.open import CasePackage
from review_app.model.scoring.meta import Exported
from review_app.model.scoring.sheet import Receipt, make_sheet
from review_app.model.scoring.store import ScoreStore
from review_app.model.text import storable


def export(package: CasePackage, store: ScoreStore, amendments: list[SignedAmendment], file: Path) -> Receipt:
    """See :meth:`ReviewSession.export`."""
    if file.exists():
        raise InputError("file-exists", name=file.name)
    store.make_durable()
    revision = store.meta().last_revision + 1
    content, receipt = _sheet(package, store, revision, amendments)
    store.change_meta(
        lambda meta: msgspec.structs.replace(meta, last_revision=max(meta.last_revision, revision)), now=True
    )
    write_atomically(file, content)
    done = Exported(revision, receipt.receipt, receipt.delivery_code, storable(file.name))
    store.change_meta(lambda meta: msgspec.structs.replace(meta, exported=[*meta.exported, done]), now=True)
    return receipt


def standing_export(
    package: CasePackage, store: ScoreStore, amendments: list[SignedAmendment]
) -> tuple[Exported, int] | None:
    """See :meth:`ReviewSession.standing_export`."""
    exported = store.meta().exported
    if not exported:
        return None
    last = exported[-1]
    for seen in range(len(amendments), -1, -1):
        try:
            _, receipt = _sheet(package, store, last.revision, amendments[:seen])
        except ReviewError:  # not complete any more, or not with those amendments
            continue
        if receipt.receipt == last.receipt:
            return last, len(amendments) - seen
    return None


def _sheet(
    package: CasePackage, store: ScoreStore, revision: int, amendments: list[SignedAmendment]
) -> tuple[bytes, Receipt]:
    return make_sheet(
        package.terms,
        package.digest,
        package.keys,
        store.all(),
        revision,
        amendment=len(amendments),
        withdrawn=withdrawn_cases(amendments),
    )
