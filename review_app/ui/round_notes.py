"""What is told above the pages of a round: amendments, words that found no room, words that could not be saved."""

from __future__ import annotations

from PySide6.QtCore import QObject

from review_app.model.package.amendment import Amendment
from review_app.ui.expert.amendment_words import amendment_lines, trouble_words
from review_app.ui.expert.desk import Desk
from review_app.ui.widgets.banner import BannerArea


class RoundNotes(QObject):
    """Says in ``area`` what happens to the round on ``desk``."""

    def __init__(self, area: BannerArea, desk: Desk) -> None:
        super().__init__(desk)
        self._area, self._desk = area, desk
        desk.amended.connect(self.tell_amendment)

    def tell_amendment(self, amendment: Amendment | None) -> None:
        """What an amendment changed; None is one that was known."""
        if amendment is None:
            self._area.tell(self.tr("This amendment is known already."), tone="done")
            return
        what = self.tr("Amendment {number} from the organizer. Your scores stay as they are.")
        self._area.tell(what.format(number=amendment.number), amendment_lines(amendment, self._desk))
        self.tell_unreadable()

    def tell_unreadable(self) -> None:
        """Why an amendment that was kept is left out, if one is."""
        trouble = self._desk.session.amendment_trouble
        if trouble is not None:
            self._area.tell(*trouble_words(trouble))

    def tell_overflow(self, count: int) -> None:
        """That ``count`` characters of a comment went to the notes."""
        self._area.tell(
            self.tr(
                "The comment was longer than the round allows; its last %n character(s) went to your notes.",
                "",
                count,
            ),
            self.tr("Nothing is lost: shorten the comment, or leave the rest in the notes."),
        )

    def tell_unsaved(self) -> None:
        """That something typed is not stored, before the window closes."""
        self._area.tell(
            self.tr("Your last words could not be saved yet."),
            self.tr("Make room and try again, or copy them. Closing once more leaves without them."),
        )
