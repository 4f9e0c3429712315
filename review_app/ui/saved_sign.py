"""What the bar on top says of saving in an open round, and whether closing was warned of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from review_app.model.errors import ReviewError

if TYPE_CHECKING:
    from review_app.ui.expert.desk import Desk
    from review_app.ui.expert.round_page import RoundPage
    from review_app.ui.window import MainWindow


class SavedSign(QObject):
    """Follows ``desk`` and ``page``.  :attr:`warned`: it was said that closing once more leaves without the last words.

    "Saved" is shown after the commit only; a failure is told by the window.
    """

    def __init__(self, window: MainWindow, desk: Desk, page: RoundPage) -> None:
        super().__init__(desk)
        self._window = window
        self.warned = False
        desk.saved.connect(self._saved)
        desk.failed.connect(self._not_saved)
        page.pending.connect(self._not_yet_saved)
        window.top.show_saved(True)

    def _saved(self) -> None:
        self.warned = False
        self._window.top.show_saved(True)

    def _not_yet_saved(self) -> None:
        self.warned = False  # what is written after the warning is not given up with what it was about
        self._window.top.show_saved(False)

    def _not_saved(self, failure: ReviewError) -> None:
        self._window.top.show_saved(None)
        self._window.tell(failure)
