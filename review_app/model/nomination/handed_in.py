"""What was handed in and can't be read as a nomination: its files, kept as they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from review_app.model.case import ATTACHMENT_LIMIT
from review_app.model.errors import InputError
from review_app.model.nomination.draft import DraftAttachment
from review_app.model.nomination.folder import locator_beside, reader_beside
from review_app.model.nomination.own_files import name_to_keep
from review_app.model.nomination.receive import MAX_ATTACHMENTS, set_aside
from review_app.model.text import storable
from review_app.model.workspace.blobs import Blobs
from review_app.model.workspace.submission import KeptFile, Problem


def files_of(*paths: Path) -> Callable[[], list[DraftAttachment]]:
    """The files at ``paths`` as what was handed in."""
    return lambda: [
        DraftAttachment(
            path.name, "", reader_beside(path.parent, path.name), locator_beside(path.parent, path.name)
        )
        for path in paths
    ]


def keep_files(files: Sequence[DraftAttachment], blobs: Blobs) -> tuple[list[KeptFile], list[Problem]]:
    """Keeps the bytes of ``files``.  A note names those that can't be, with their size: larger than an attachment may
    be, more than there may be attachments, or no plain files."""
    kept: list[KeptFile] = []
    missing = [_named(item) for item in files if not set_aside(item, blobs, kept)]
    if not missing:
        return kept, []
    return kept, [
        Problem(
            "not-kept",
            {"names": list(missing), "limit": ATTACHMENT_LIMIT >> 20, "count": MAX_ATTACHMENTS},
        )
    ]


def _named(item: DraftAttachment) -> str:
    """The name, and the size of what is too large."""
    size: object = None
    try:
        if item.locate is not None:
            item.locate()
    except InputError as failure:
        size = failure.params.get("size")
    words = f" ({-(-size // 1_000_000)} MB)" if isinstance(size, int) else ""
    return storable(f"{name_to_keep(item)}{words}")
