"""Files that stay with a nomination though no expert gets them, beside those that are attachments."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePath

import msgspec

from review_app.model.case import Attachment
from review_app.model.workspace.submission import BrokenAttachment, KeptFile


def mended_by(path: Path, broken: Sequence[BrokenAttachment], instead_of: str) -> list[BrokenAttachment]:
    """Those that the file at ``path`` takes the place of."""
    wanted = [item for item in broken if item.file_name == instead_of] if instead_of else []
    same = [item for item in broken if item.file_name.casefold() == path.name.casefold()]
    if found := wanted or same:
        return found
    stem = path.stem.casefold()
    alike = [item for item in broken if PurePath(item.file_name).stem.casefold() == stem]
    return alike if len(alike) == 1 else []


def kept_beside(attachments: Sequence[Attachment], kept: Sequence[KeptFile]) -> list[KeptFile]:
    """``kept``, each file once, and none under the name of another or of an attachment."""
    found: list[KeptFile] = []
    names = {item.file_name for item in attachments}
    for item in kept:
        if any(item.digest == other.digest for other in found):
            continue
        name, number, free = PurePath(item.file_name), 2, item.file_name
        while free in names:
            free, number = f"{name.stem}-{number}{name.suffix}", number + 1
        names.add(free)
        found.append(msgspec.structs.replace(item, file_name=free))
    return found
