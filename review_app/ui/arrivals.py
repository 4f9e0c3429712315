"""Files that come to the window, by dialog, drop, list or command line, and where each of them goes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from review_app.model import card_memory
from review_app.model.crypto.ballot_card import BallotCard
from review_app.model.errors import ReviewError
from review_app.model.file_kind import FileKind
from review_app.model.files import read_limited
from review_app.model.package.amendment import AMENDMENT_FILE_LIMIT
from review_app.model.progress import Progress
from review_app.model.scoring.session import ReviewSession
from review_app.model.text import visible
from review_app.ui.file_words import belongs_elsewhere, not_recognized
from review_app.ui.opening import PATIENCE, Found, Memory, Opening, Outside
from review_app.ui.widgets.banner import Banner
from review_app.ui.widgets.dialogs import ask_for_existing

if TYPE_CHECKING:
    from review_app.ui.expert.card_page import CardPage
    from review_app.ui.expert.start import StartPage
    from review_app.ui.window import MainWindow


class Arrivals(QObject):
    """Takes files to where they belong in ``window``: nothing is opened in the window's own thread."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._opening = Opening(window.jobs, self)
        self._opening.waiting.connect(self._tell_waiting)
        self._opening.over.connect(self._tell_no_waiting)
        self._waiting: Banner | None = None

    # --- the pages' wishes ----------------------------------------------------------------------------------------

    def serve_start(self, page: StartPage) -> None:
        """Does what the first page asks for."""
        page.open_package.connect(self.ask)
        page.sample_wanted.connect(self.open_sample)
        page.recent_chosen.connect(lambda path: self.take([path]))
        page.recent_cleared.connect(self._window.settings.forget_recent)
        page.card.changed.connect(lambda: self._keep(page.card.field.card()))
        page.check_wanted.connect(self._window.show_verify)

    def serve_card_page(self, page: CardPage) -> None:
        """Does what the page that asks for a card wants."""
        page.entered.connect(lambda card, keep: self._unlock(page.outside, card, keep=keep))
        page.card_file.connect(lambda path: self.take([path]))
        page.back.connect(self._back)
        self._opening.recall(page.outside, lambda memory: self._recalled(page, memory))

    def ask(self) -> None:
        """A dialog for a package, a card or an amendment."""
        filters = [
            self.tr(
                "Everything this program opens (*.casepkg *.card *.txt *.amend *.scorebackup *.results *.pdf)"
            ),
            self.tr("All files (*)"),
        ]
        ask_for_existing(self._window, self.tr("Open"), filters, lambda path: self.take([path]))

    def take(self, files: Sequence[Path], patience: float | None = None) -> None:
        """Takes in files that came together.  ``patience``: seconds in which the window waits for the answer."""
        self._window.notes.clear()
        self._opening.look(
            files,
            self._found,
            self._looking_failed,
            PATIENCE if patience is None else patience,
            at_once=self._window.session is None,
        )

    def open_sample(self) -> None:
        """The sample round, with a card made for it."""
        self._window.notes.clear()
        page = self._window.start_page
        if page is not None:
            from review_app.ui.expert.start import try_sample

            page.show_preparing(True)
            self._window.jobs.start(lambda progress: try_sample(), self._open_prepared, self._sample_failed)

    def forget_card(self) -> None:
        """Takes the card of the open round out of the system's store of secrets."""
        session = self._window.session
        if session is None:
            return
        names = (session.package.sealed.round_id, session.package.sealed.organizer_thumbprint)
        said = self.tr("The card is not remembered on this computer.")

        def forgotten(_: object) -> None:
            self._window.notes.tell(said, tone="done")

        self._window.jobs.aside(lambda progress: card_memory.forget(*names), forgotten, self._failed)

    # --- what the files are ---------------------------------------------------------------------------------------

    def _found(self, found: Found) -> None:
        window = self._window
        for failure in found.refused:
            window.tell(failure)
        checked = [path for path, kind in found.others if self._to_check(path, kind)]
        for path, kind in found.others:
            if path not in checked:
                self._take_other(path, kind)
        if checked:
            self._check(checked)
        if found.package is not None and found.session is not None:
            window.adopt(found.session, found.package.path)
        elif found.package is not None and found.card_refused is not None:
            window.show_card_page(found.package).show_failure(found.card_refused)
        elif found.package is not None:
            self._take_package(found.package, found.card or window.kept_card)
        elif found.card is not None:
            self._take_card(found.card)
        if window.pages.count() == 0:
            window.show_start()

    def _to_check(self, path: Path, kind: FileKind | None) -> bool:
        """Whether a file is one that anyone checks: a result, what a certificate's code says; a box record by its
        name; on the page where files are checked, any other."""
        if kind in (FileKind.ARCHIVE, FileKind.STATEMENT):
            return True
        if self._window.verify_page is not None:
            return kind in (FileKind.CERTIFICATE, None)
        return kind is None and path.suffix.lower() == ".jws"

    def _check(self, paths: list[Path]) -> None:
        """Shows the page where files are checked, in place of a round as another package would be."""
        window = self._window
        if window.verify_page is None:
            if not window.settled():
                return
            window.close_session()
        (window.verify_page or window.show_verify()).panel.take(paths)

    def _take_pdf(self, path: Path) -> None:
        """A certificate is checked; any other PDF is nothing for this program."""

        def found(holds: bool) -> None:
            if holds:
                self._check([path])
            else:
                self._window.notes.tell(*belongs_elsewhere(FileKind.CERTIFICATE))

        def look(progress: Progress) -> bool:
            from review_app.model.checking import (
                holds_statement,
            )  # loads what a window on a package does without

            return holds_statement(path)

        self._window.jobs.start(look, found, self._failed)

    def _take_package(self, outside: Outside, card: BallotCard | None) -> None:
        window = self._window
        open_now = window.session
        if open_now is not None and open_now.terms.round_id == outside.round_id:
            window.notes.tell(
                self.tr("This round is open already."),
                self.tr("To open it with another card, close it first; the menu has a line for it."),
                tone="done",
            )
            return
        if not window.settled():
            return
        window.close_session()
        if card is not None:
            self._unlock(outside, card)
        else:
            window.show_card_page(outside)

    def _take_card(self, card: BallotCard) -> None:
        window = self._window
        if (asking := window.card_page) is not None:
            asking.field.set_card(card)
        elif window.session is not None:
            window.notes.tell(*belongs_elsewhere(FileKind.CARD))
        else:
            self._keep(card)
            (window.start_page or window.show_start()).card.field.set_card(card)

    def _keep(self, card: BallotCard | None) -> None:
        self._window.kept_card = card

    def _take_other(self, path: Path, kind: FileKind | None) -> None:
        window = self._window
        named = path.suffix.lower()
        if kind is FileKind.AMENDMENT or (kind is None and named == ".amend"):
            if self._go_in():
                self._amend(path)
            elif window.session is None:
                window.notes.tell(*belongs_elsewhere(FileKind.AMENDMENT))
        elif kind is FileKind.BACKUP and window.session is not None:
            if self._go_in() and window.round is not None:
                window.round.restore_backup(path)
        elif kind is FileKind.CERTIFICATE:
            self._take_pdf(path)
        elif kind is not None:
            window.notes.tell(*belongs_elsewhere(kind))
        elif (asking := window.card_page) is not None and named != ".casepkg":
            asking.read_file(path)
        else:
            window.notes.tell(*not_recognized(path))

    def _go_in(self) -> bool:
        """Whether the round is on the table: from the page that comes before it, what belongs to a round leads in, as
        Begin does.  What can't be stored on the way is told, and the page stays."""
        window = self._window
        if window.round is None and window.session is not None:
            begin = getattr(window.pages.currentWidget(), "begin", None)
            if begin is not None:
                begin.click()
        return window.round is not None

    def _amend(self, path: Path) -> None:
        def take_in(content: bytes) -> None:
            if self._window.desk is not None:
                self._window.desk.amend(content)

        job = self._window.jobs.start(
            lambda progress: read_limited(path, AMENDMENT_FILE_LIMIT), take_in, self._failed
        )
        job.wait(PATIENCE)

    # --- with a card ----------------------------------------------------------------------------------------------

    def _recalled(self, page: CardPage, memory: Memory) -> None:
        if self._window.card_page is not page:
            return
        page.offer_remembering(memory.possible)
        if memory.card is not None and not page.field.text():
            self._unlock(page.outside, memory.card)

    def _unlock(self, outside: Outside, card: BallotCard, *, keep: bool = False) -> None:
        if (page := self._window.card_page) is not None:
            page.show_busy(True)

        def opened(session: ReviewSession) -> None:
            self._window.adopt(session, outside.path)
            if keep:
                self._remember(outside, card)

        def refused(failure: Exception) -> None:
            if not isinstance(failure, ReviewError):
                raise failure
            self._window.kept_card = None
            asking = self._window.card_page or self._window.show_card_page(outside)
            asking.show_busy(False)
            asking.show_failure(failure)

        self._opening.unlock(outside.path, card, opened, refused, beside=outside.beside)

    def _remember(self, outside: Outside, card: BallotCard) -> None:
        names = (outside.round_id, outside.organizer_thumbprint)
        self._window.jobs.aside(
            lambda progress: card_memory.remember(*names, card), lambda _: None, self._failed
        )

    def _back(self) -> None:
        self._opening.stop()
        self._window.notes.clear()
        self._window.show_start()

    # --- the sample -----------------------------------------------------------------------------------------------

    def _open_prepared(self, prepared: tuple[Path, BallotCard]) -> None:
        page = self._window.start_page
        if page is None:  # something else was opened meanwhile
            return
        page.show_preparing(False)
        path, card = prepared
        self._opening.unlock(
            path, card, lambda session: self._window.adopt(session, path), self._sample_failed
        )

    def _sample_failed(self, failure: Exception) -> None:
        if (page := self._window.start_page) is not None:
            page.show_preparing(False)
        self._failed(failure)

    # --- waiting and failing --------------------------------------------------------------------------------------

    def _looking_failed(self, failure: Exception) -> None:
        if self._window.pages.count() == 0:
            self._window.show_start()
        self._failed(failure)

    def _failed(self, failure: Exception) -> None:
        if not isinstance(failure, ReviewError):
            raise failure
        self._window.tell(failure)

    def _tell_waiting(self, name: str) -> None:
        if self._window.pages.count() == 0:
            self._window.show_start()
        self._waiting = self._window.notes.tell(
            self.tr("Opening {name}…").format(name=visible(name, 60)),
            self.tr("Closing this note stops it."),
            tone="quiet",
        )
        self._waiting.dismissed.connect(self._stop)

    def _stop(self) -> None:
        self._opening.stop()
        if (page := self._window.card_page) is not None:
            page.show_busy(False)

    def _tell_no_waiting(self) -> None:
        if self._waiting is not None:
            self._window.notes.remove(self._waiting)
            self._waiting = None
