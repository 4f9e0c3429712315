"""A package in the expert's own pages, looked at by the organizer: nothing typed is kept, nothing can be signed."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from review_app.model.crypto.ballot_card import BallotCard
from review_app.model.errors import ReviewError
from review_app.model.scoring.session import ReviewSession
from review_app.ui.widgets.parts import button, column, ground, label, row, rule

if TYPE_CHECKING:
    from review_app.ui.window import MainWindow


def _session(package: Path, opened_by: BallotCard | str, home: Path) -> ReviewSession:
    if isinstance(opened_by, BallotCard):
        return ReviewSession.open(package, opened_by, home)
    return ReviewSession.look(package, opened_by, home)


class Preview(QObject):
    """Shows ``package`` in ``window`` until :meth:`end`, with a bar at the foot that says what this is.

    ``opened_by`` is a card, or the package's own age identity.  The store lies in a folder that is deleted with the
    preview.  ``begin`` is called when the package has been opened: it takes away what is shown; ``ended`` puts it back.
    """

    def __init__(
        self,
        window: MainWindow,
        package: Path,
        opened_by: BallotCard | str,
        begin: Callable[[], None],
        ended: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window, self._put_aside, self._ended = window, begin, ended
        self._begun = False
        self._scratch = tempfile.TemporaryDirectory(prefix="review-app-", ignore_cleanup_errors=True)
        self._over = False
        self.bar = self._bar()
        home = Path(self._scratch.name)
        window.jobs.start(
            lambda progress: _session(package, opened_by, home),
            self._begin,
            self._failed,
            ReviewSession.close,
        )

    def _bar(self) -> QWidget:
        made = QWidget()
        ground(made, "surface-plain")
        words = label(
            self.tr(
                "Preview: this is what an expert sees, in one order of the cases; each expert has an own one. Nothing "
                "typed here is kept, and nothing can be signed."
            ),
            "body",
            wrap=True,
        )
        self.back = button(self.tr("Back to the campaign"), "primary")
        self.back.clicked.connect(self.end)
        line = row(words, 16, self.back, margins=(24, 6, 24, 6))
        line.setStretch(0, 1)
        made.setLayout(column(rule(), line, spacing=0))
        return made

    def _begin(self, session: ReviewSession) -> None:
        window = self._window
        if self._over:
            session.close()
            return
        self._begun = True
        self._put_aside()
        window.session, window.package = session, None
        window.enter_round()
        if window.round is not None:
            window.round.only_looked_at = True
        window.add_below(self.bar)
        self.bar.show()
        window.top.step_buttons["sign"].hide()
        window.top.saved.hide()  # nothing is kept here

    def _failed(self, failure: Exception) -> None:
        self.end()
        if not isinstance(failure, ReviewError):
            raise failure
        self._window.tell(failure)

    def end(self) -> None:
        """Throws away what was typed and goes back; a second call does nothing."""
        if self._over:
            return
        self._over = True
        window = self._window
        if self._begun:
            window.close_session()
        self.bar.hide()
        self.bar.deleteLater()
        self._scratch.cleanup()
        window.preview = None
        if self._begun:
            self._ended()
        self.deleteLater()
