"""What stays when the computer stops while cards are printed: secrets, in a folder that nobody looks into again.

While cards are printed the workspace's folder holds a note of where.  Found again, at the next opening or printing, it
says what is to be cleared away: all of it where the cards were never drawn, nothing where they were, for then the pages
are whole and only wait for their name.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
from pathlib import Path

from review_app.model import canonical
from review_app.model.canonical import Record
from review_app.model.errors import EnvironmentFailure, InputError, ReviewError
from review_app.model.files import os_errors, read_limited, sync_folder, write_atomically
from review_app.model.workspace import Workspace
from review_app.model.workspace.context import PRINTING_NOTE

PRIVATE = 0o600
"""For secrets: what the system lets their owner alone read, where it has such rights."""
_LIMIT = 64 << 10
_OURS = re.compile(r"card-[0-9]+\.txt")


class Printing(Record, frozen=True):
    """Where cards are being printed: the draft of the pages and its name to be, the folder of the card files and
    whether it was made for them, the log's head before the cards were drawn."""

    draft: str
    folder: str
    fresh: bool
    head: str
    pdf: str


def begin(workspace: Workspace, pdf: Path, folder: Path, fresh: bool) -> Printing:
    """Writes the note, before anything secret is on the disk."""
    draft = pdf.absolute().with_name(f".cards-{secrets.token_hex(6)}.part")
    printing = Printing(str(draft), str(folder.absolute()), fresh, workspace.log.head(), str(pdf.absolute()))
    write_atomically(workspace.folder / PRINTING_NOTE, canonical.encode(printing))
    return printing


def end(workspace: Workspace) -> None:
    """Takes the note away: everything is in its place, or gone."""
    with contextlib.suppress(OSError):
        (workspace.folder / PRINTING_NOTE).unlink()


def write_private(path: Path, content: bytes) -> None:
    """Writes a new file that its owner alone can read, durably.  It may be cut off: for what has its name later."""
    with os_errors(path):
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), PRIVATE)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())


def clear_up(workspace: Workspace) -> ReviewError | None:
    """Brings a printing that was cut off to its end, and returns what a person should know of it; None where there was
    none.

    ``cards-half-printed``: the cards weren't drawn, and what had been written is deleted.  ``cards-pages-found``: they
    were, and their pages are in place now.  ``cards-leftovers`` (a failure): the place can't be reached or changed, and
    is looked at again with the next opening.
    """
    note = workspace.folder / PRINTING_NOTE
    if workspace.read_only or not note.is_file():
        return None
    try:
        printing = canonical.decode(read_limited(note, _LIMIT), Printing, PRINTING_NOTE)
    except InputError:  # not even the note was whole, so nothing came after it
        end(workspace)
        return None
    draft, folder, pdf = Path(printing.draft), Path(printing.folder), Path(printing.pdf)
    drawn = workspace.log.head() != printing.head
    try:
        if not pdf.parent.is_dir():
            return EnvironmentFailure("cards-leftovers", folder=str(pdf.parent))
        if drawn:
            waiting = draft.is_file() and not pdf.exists()
            if waiting:
                os.replace(draft, pdf)
                sync_folder(pdf.parent)
            end(workspace)
            return InputError("cards-pages-found", name=pdf.name) if waiting else None
        draft.unlink(missing_ok=True)
        remove_files(folder, printing.fresh)
    except OSError:
        return EnvironmentFailure("cards-leftovers", folder=str(pdf.parent))
    end(workspace)
    return InputError("cards-half-printed", name=pdf.name)


def remove_files(folder: Path, fresh: bool) -> None:
    """Deletes the card files in ``folder``, and the folder where it was made for them; OSError where that fails."""
    if not folder.is_dir():
        return
    for path in list(folder.iterdir()):
        if _OURS.fullmatch(path.name) and path.is_file():
            path.unlink()
    if fresh and not any(folder.iterdir()):
        folder.rmdir()
