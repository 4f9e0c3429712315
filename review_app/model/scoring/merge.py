"""What becomes of the work on this computer when a backup's is taken in: nothing of either is lost.

Case by case: where only one side was touched, that side holds, with its past.  Where one side's state stands in the
other's past, the one that went on holds.  Where both went on differently the backup's state is taken in as a new
change (it is what the person just asked for), so that one undo brings the local one back and the case's history shows
both; the outcome names these cases.  Keeping the local state instead would leave the backup's nowhere in the store.

There are no clocks, so "later" is never guessed.  Taking the same backup in twice changes nothing the second time.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from msgspec import UNSET

from review_app.model.scoring.history import CaseRecord
from review_app.model.scoring.meta import StoreMeta
from review_app.model.value import Value


class BackupOutcome(Value, frozen=True):
    """What restoring did, in ids of cases in terms order: ``taken`` from the backup where this computer had nothing or
    was behind, ``kept`` where this computer had gone on from the backup's state, ``replaced`` where both had
    different work (undo brings this computer's back).  Cases that were the same, or untouched in the backup, are in
    none.  ``last_revision``: the highest sheet made on either; ``receipts`` and ``amendments``: how many came new."""

    taken: tuple[str, ...]
    kept: tuple[str, ...]
    replaced: tuple[str, ...]
    last_revision: int
    receipts: int
    amendments: int


def merge_records(
    local: Mapping[str, CaseRecord], brought: Mapping[str, CaseRecord]
) -> tuple[dict[str, CaseRecord], dict[str, list[str]]]:
    """The records that change, and the ids under ``taken``, ``kept`` and ``replaced``."""
    newest = max(record.newest for record in local.values())
    following = newest + max(record.newest for record in brought.values())
    changed: dict[str, CaseRecord] = {}
    said: dict[str, list[str]] = {"taken": [], "kept": [], "replaced": []}
    for case_id, here in local.items():
        there = brought[case_id]
        if there.untouched:
            continue
        if here.untouched:
            changed[case_id] = there.moved_on(newest) if newest else there
            if there.now != here.now:  # else only its past comes along
                said["taken"].append(case_id)
            continue
        if there.now == here.now:
            continue
        behind, ahead = here.now in there.history(), there.now in here.history()
        if ahead and not behind:
            said["kept"].append(case_id)
            continue
        following += 1
        changed[case_id] = here.changed_to(there.now, following, same_sitting=False)
        said["taken" if behind and not ahead else "replaced"].append(case_id)
    return changed, said


def merge_meta(here: StoreMeta, there: StoreMeta) -> StoreMeta:
    """The highest revision, all receipts and amendments, all institutions; places of this computer before those of the
    backup."""
    receipts = [*here.exported, *(each for each in there.exported if each not in here.exported)]
    institutions = [
        *([] if here.affiliations is UNSET else here.affiliations),
        *([] if there.affiliations is UNSET else there.affiliations),
    ]
    asked = here.affiliations is not UNSET or there.affiliations is not UNSET
    return msgspec.structs.replace(
        here,
        last_revision=max(here.last_revision, there.last_revision),
        exported=sorted(receipts, key=lambda each: each.revision),
        amendments=list(dict.fromkeys([*here.amendments, *there.amendments])),
        last_case=here.last_case or there.last_case,
        places=there.places | here.places,
        affiliations=list(dict.fromkeys(institutions)) if asked else UNSET,
    )
