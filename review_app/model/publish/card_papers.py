"""Drawing cards and putting them on paper and into files: one act, so that no card is known here and nowhere else."""

from __future__ import annotations

import contextlib
import os
import re
from pathlib import Path

from review_app.model.errors import UsageError
from review_app.model.files import ensure_folder, os_errors, sync_folder
from review_app.model.progress import SILENT, Progress
from review_app.model.publish import card_traces
from review_app.model.publish.card_traces import write_private
from review_app.model.publish.cards import CardSheet, PrintedCard, render_cards
from review_app.model.value import Value
from review_app.model.workspace import Workspace
from review_app.model.workspace.cards import CardCounts, DrawnCards
from review_app.model.workspace.letters import key_short, round_short
from review_app.model.workspace.rounds import Round

PDF, FILES = "cards.pdf", "card-files"
"""What a folder of cards holds."""
NOTE_LIMIT = 110
"""Characters of the return note on a card."""


class CardWords(Value, frozen=True):
    """What the language decides: the return note where the campaign's own is too long or missing, and the first line of
    a card file."""

    return_note: str
    file_title: str


def draw_cards(
    workspace: Workspace,
    round_: Round,
    count: int,
    reserve: int,
    pdf: Path,
    folder: Path,
    words: CardWords,
    *,
    replace: bool = False,
    progress: Progress = SILENT,
) -> CardCounts:
    """Draws ``count`` cards and ``reserve`` more, writes the pages to ``pdf`` and a file a card into ``folder``.

    All or nothing: where something can't be written the cards are not drawn, and no file is left.  Where the computer
    stops on the way, :func:`~review_app.model.publish.card_traces.clear_up` does the rest with the next opening, or
    here.  All files can be read by their owner alone.  A step of ``progress`` is a card.

    Raises UsageError ``file-exists`` for a PDF or a folder with something in it, and what :meth:`Cards.draw` and
    writing raise.
    """
    for path in (pdf, folder):
        with os_errors(path):
            if path.exists() and (path.is_file() or any(path.iterdir())):
                raise UsageError("file-exists", name=path.name)
    card_traces.clear_up(workspace)
    fresh = not folder.exists()
    printing = card_traces.begin(workspace, pdf, folder, fresh)
    draft = Path(printing.draft)
    try:
        ensure_folder(folder)
        with workspace.transaction():
            drawn = workspace.cards.draw(round_, count, reserve, replace=replace)
            progress.start(len(drawn.files))
            _write(workspace, round_, drawn, draft, folder, words, progress)
    except BaseException:
        with contextlib.suppress(OSError):
            draft.unlink()
        with contextlib.suppress(OSError):
            card_traces.remove_files(folder, fresh)
        card_traces.end(workspace)
        raise
    with os_errors(pdf):
        os.replace(draft, pdf)
        sync_folder(pdf.parent)
    card_traces.end(workspace)
    return workspace.cards.counts(round_)


def draw_cards_into(
    workspace: Workspace,
    round_: Round,
    count: int,
    reserve: int,
    folder: Path,
    words: CardWords,
    *,
    replace: bool = False,
    progress: Progress = SILENT,
) -> CardCounts:
    """As :func:`draw_cards`, both :data:`PDF` and :data:`FILES` in a ``folder`` of their own: what is deleted once the
    cards are handed out must not lie among other files.

    Raises UsageError ``folder-not-empty`` unless the folder is empty or new; nothing is drawn or written then.
    """
    with os_errors(folder):
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise UsageError("folder-not-empty", name=folder.name)
    files = (folder / PDF, folder / FILES)
    return draw_cards(workspace, round_, count, reserve, *files, words, replace=replace, progress=progress)


def write_cards(
    workspace: Workspace, round_: Round, drawn: DrawnCards, pdf: Path, folder: Path, words: CardWords
) -> None:
    """Prints drawn cards: one PDF, and one file a card under a name that says nothing but a number of its own."""
    _write(workspace, round_, drawn, pdf, folder, words, SILENT)


def _write(
    workspace: Workspace,
    round_: Round,
    drawn: DrawnCards,
    pdf: Path,
    folder: Path,
    words: CardWords,
    progress: Progress,
) -> None:
    settings = workspace.settings
    sheet = CardSheet(
        title=settings.title,
        edition=settings.edition,
        round_id_short=round_short(round_),
        organizers=tuple(organizer.name for organizer in settings.organizers),
        organizer_key_short=key_short(workspace.organizer_public),
        return_note=return_note(settings.return_instructions) or words.return_note,
    )
    pages = [PrintedCard(issued.card.printed(), issued.lookup) for issued in drawn.pages]
    write_private(pdf, render_cards(pages, sheet))
    width = len(str(len(drawn.files)))
    for number, issued in enumerate(drawn.files, start=1):
        text = issued.card.file_text(words.file_title)
        write_private(folder / f"card-{number:0{width}d}.txt", text.encode("utf-8"))
        progress.step()


def return_note(instructions: str) -> str:
    """The first sentences of the return instructions, as many as a card has room for; "" where the first is longer."""
    note = ""
    for sentence in re.findall(r"[^。]+。?", instructions.split("\n")[0].strip()):
        if len(note + sentence) > NOTE_LIMIT:
            break
        note += sentence
    return note
