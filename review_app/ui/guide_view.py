"""A chapter of the guide: a text whose links lead to the guide's other chapters, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import unquote

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from review_app.model.text import visible
from review_app.ui.documents.dossier_view import DossierView


def anchor_of(heading: str) -> str:
    """What a link says to lead to ``heading``: small letters, hyphens between the words, no other signs."""
    return re.sub(r"[^\w -]", "", heading.strip().lower()).replace(" ", "-")


class GuideView(DossierView):
    """:attr:`chapter_wanted` carries the number of the chapter, of those called ``headings``, that a link leads to;
    :attr:`back_wanted` follows Backspace."""

    chapter_wanted = Signal(int)
    back_wanted = Signal()

    def __init__(self, headings: Sequence[str]) -> None:
        super().__init__()
        self._headings = list(headings)

    def said_of_link(self, address: str) -> str:
        """The chapter's name, or that the link leads to another document."""
        chapter = self._chapter(address)
        if chapter is not None:
            return self.tr('To the chapter "{chapter}"').format(chapter=self._headings[chapter])
        return self.tr("Another document, which comes with the program: {address}").format(
            address=visible(address)
        )

    def follow_link(self, address: str) -> None:
        """To the chapter; of another document only its name is said."""
        chapter = self._chapter(address)
        if chapter is not None:
            self.chapter_wanted.emit(chapter)
        else:
            self.link_line.point(self.said_of_link(address))

    def _chapter(self, address: str) -> int | None:
        if not address.startswith("#"):
            return None
        anchor = unquote(address[1:])
        found = (number for number, heading in enumerate(self._headings) if anchor_of(heading) == anchor)
        return next(found, None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Backspace goes back to where the last link was."""
        if event.key() == Qt.Key.Key_Backspace:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)
