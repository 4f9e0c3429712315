"""The main window: it only navigates.  Start, card, welcome, round; notes above; one menu."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from review_app.model import card_memory
from review_app.model.crypto.ballot_card import BallotCard
from review_app.model.errors import ReviewError
from review_app.model.file_kind import FileKind, file_kind
from review_app.model.files import read_limited
from review_app.model.package.amendment import AMENDMENT_FILE_LIMIT, Amendment
from review_app.model.package.open import SealedPackage
from review_app.model.scoring.session import ReviewSession
from review_app.model.text import visible
from review_app.ui import language, theme
from review_app.ui.errors import sentences
from review_app.ui.expert import start
from review_app.ui.expert.amendment_words import amendment_lines
from review_app.ui.expert.card_page import CardPage
from review_app.ui.expert.desk import Desk
from review_app.ui.expert.round_page import RoundPage
from review_app.ui.expert.start import StartPage
from review_app.ui.expert.welcome_page import WelcomePage
from review_app.ui.jobs import Jobs
from review_app.ui.menu import WindowMenu
from review_app.ui.settings import Settings
from review_app.ui.top_bar import TopBar
from review_app.ui.widgets.banner import BannerArea
from review_app.ui.widgets.dialogs import ask_for_existing
from review_app.ui.widgets.drop_area import dropped_files
from review_app.ui.widgets.parts import column

SMALLEST = (960, 540)
USUAL = (1280, 800)


class MainWindow(QMainWindow):
    """Owns the open session, and builds the pages anew when the language changes."""

    def __init__(self, settings: Settings, *, start: bool = True) -> None:
        """``start`` false leaves the first page to the caller, who has a file to open."""
        super().__init__()
        self.settings = settings
        self.jobs = Jobs(self)
        self.session: ReviewSession | None = None
        self.round: RoundPage | None = None
        self._package: Path | None = None
        self._asked: Path | None = None
        self._desk: Desk | None = None
        self._card_names: tuple[str, str] | None = None
        self._warned = False
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)
        if settings.geometry is not None:
            self.restoreGeometry(settings.geometry)
        self.setAcceptDrops(True)
        QShortcut(QKeySequence("F10"), self).activated.connect(lambda: self.top.menu.click())
        self._build()
        if start:
            self.show_start()

    # --- building -------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        for action in self.actions():
            self.removeAction(action)
        self.menu = WindowMenu(
            self,
            self.settings,
            {
                "open": self.ask_for_file,
                "about_round": self.show_welcome,
                "forget_card": self._forget_card,
                "leave": self.leave_round,
                "quit": self._quit,
            },
        )
        self.menu.languages.triggered.connect(self._choose_language)
        self.menu.themes.triggered.connect(self._choose_theme)
        self.top = TopBar(self.menu)
        self.top.step_chosen.connect(self._go_to_step)
        self.notes = BannerArea()
        self.pages = QStackedWidget()
        whole = QWidget()
        layout = column(self.top, self.notes, self.pages, spacing=0)
        layout.setStretch(2, 1)
        whole.setLayout(layout)
        self.setCentralWidget(whole)

    def _show(self, page: QWidget) -> None:
        """Puts ``page`` in the place of the one before."""
        before = self.pages.currentWidget()
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        if before is not None:
            self.pages.removeWidget(before)
            before.deleteLater()
        self._name_window()

    def _name_window(self) -> None:
        """The title says where one is: for the task bar and for screen readers.  Never which case."""
        page = self.pages.currentWidget()
        where = ""
        if isinstance(page, CardPage):
            where = self.tr("Ballot card")
        elif isinstance(page, RoundPage):
            where = self.top.step_buttons[page.step].text()
        name = self.tr("Case review")
        self.setWindowTitle(f"{where} - {name}" if where else name)

    def rebuild(self) -> None:
        """Builds everything anew in the language that holds now; the session stays open."""
        if self.round is not None:
            self.round.flush()
            if self.round.unsaved:  # told already; the text stands only in this page
                return
        self.menu.deleteLater()
        page = self.pages.currentWidget()
        sealed = self._asked if isinstance(page, CardPage) else None
        step = self.round.step if self.round is not None else ""
        if self.round is not None:
            self.round.leave()
            self.jobs.stop()
        self.round = None
        self._build()
        if self.session is not None:
            if isinstance(page, WelcomePage):
                self.show_welcome()
            else:
                self.enter_round()
                self._go_to_step(step)
        elif sealed is not None:
            self.open_file(sealed)
        else:
            self.show_start()

    # --- pages ----------------------------------------------------------------------------------------------------

    def show_start(self) -> None:
        """The first page."""
        page = StartPage(self.settings.door)
        page.open_package.connect(self.ask_for_file)
        page.sample_wanted.connect(self.open_sample)
        page.door_chosen.connect(self._remember_door)
        self.top.show_round(None)
        self.menu.show_round(False)
        self._show(page)
        page.open.setFocus()

    def open_file(self, path: Path) -> None:
        """Opens a package (asks for its card) or an amendment to the open round; says why when it can't."""
        self.notes.clear()
        kind = kind_of(path)
        if kind is FileKind.AMENDMENT or (kind is None and path.suffix.lower() == ".amend"):
            self._open_amendment(path)
            return
        try:
            sealed = SealedPackage.open(path)
        except ReviewError as failure:
            self.tell(failure)
            return
        with sealed:
            self.leave_round(quietly=True)
            self._asked = path
            self._card_names = (sealed.round_id, sealed.organizer_thumbprint)
            remembered = card_memory.recall(*self._card_names)
            if remembered is not None and self._unlock(remembered, None):
                return
            page = CardPage(sealed, path.name)
        page.entered.connect(lambda card, keep: self._unlock(card, page, keep=keep))
        page.back.connect(self.show_start)
        self.top.show_round(None)
        self.menu.show_round(False)
        self._show(page)
        page.field.setFocus()

    def open_sample(self) -> None:
        """The sample round, with a card made for it."""
        self.notes.clear()
        page = self.pages.currentWidget()
        if isinstance(page, StartPage):
            page.show_preparing(True)
            self.jobs.start(lambda progress: start.try_sample(), self._open_prepared, self._sample_failed)

    def _open_prepared(self, prepared: tuple[Path, BallotCard]) -> None:
        page = self.pages.currentWidget()
        if not isinstance(page, StartPage):  # something else was opened meanwhile
            return
        page.show_preparing(False)
        try:
            self.open_with_card(*prepared)
        except ReviewError as failure:
            self.tell(failure)

    def _sample_failed(self, failure: Exception) -> None:
        page = self.pages.currentWidget()
        if isinstance(page, StartPage):
            page.show_preparing(False)
        if not isinstance(failure, ReviewError):
            raise failure
        self.tell(failure)

    def open_with_card(self, path: Path, card: BallotCard) -> None:
        """Opens a package whose card is known.  Raises what :meth:`ReviewSession.open` raises."""
        session = ReviewSession.open(path, card)
        self.leave_round(quietly=True)
        self._package, self.session = path, session
        self._card_names = (session.package.sealed.round_id, session.package.sealed.organizer_thumbprint)
        if session.meta.last_case:
            self.enter_round()
        else:
            self.show_welcome()

    def show_welcome(self) -> None:
        """Which round this is."""
        if self.session is None:
            return
        self._leave_round_page()
        page = WelcomePage(self.session)
        page.begun.connect(self.enter_round)
        self.top.show_round(None)
        self.menu.show_round(True)
        self._show(page)
        page.begin.setFocus()

    def enter_round(self) -> None:
        """Reading and scoring, where the expert left off."""
        if self.session is None:
            return
        self._leave_round_page()
        desk = Desk(self.session)
        page = RoundPage(desk, self.jobs)
        desk.setParent(page)
        desk.saved.connect(self._saved)
        desk.failed.connect(self._not_saved)
        desk.case_changed.connect(lambda _: self._show_progress())
        desk.amended.connect(self._tell_amendment)
        page.pending.connect(lambda: self.top.show_saved(False))
        page.overflowed.connect(self._tell_overflow)
        page.step_shown.connect(self._step_shown)
        page.trouble.connect(self.tell)
        self._desk, self.round = desk, page
        self.top.show_round(visible(self.session.terms.title, 80))
        self.top.show_saved(True)
        self.menu.show_round(True)
        self._show_progress()
        self._show(page)
        page.start()
        self._tell_unreadable()

    def leave_round(self, quietly: bool = False) -> None:
        """Closes the session; everything is saved before."""
        self._leave_round_page()
        if self.session is not None:
            self.session.close()
            self.session = None
            self._package = None
        if not quietly:
            self.notes.clear()
            self.show_start()

    def _leave_round_page(self) -> None:
        if self.round is not None:
            self.round.leave()
            self.jobs.stop()
            self.round = self._desk = None

    # --- what happens ---------------------------------------------------------------------------------------------

    def _unlock(self, card: BallotCard, page: CardPage | None, *, keep: bool = False) -> bool:
        path = self._asked
        if path is None:
            return False
        try:
            self.open_with_card(path, card)
        except ReviewError as failure:
            if page is not None:
                page.show_failure(failure)
            return False
        if keep and self._card_names is not None:
            try:
                card_memory.remember(*self._card_names, card)
            except ReviewError as failure:
                self.tell(failure)
        return True

    def _quit(self) -> None:
        self.close()

    def ask_for_file(self) -> None:
        """A dialog for a package or an amendment."""
        filters = [self.tr("Case packages and amendments (*.casepkg *.amend)"), self.tr("All files (*)")]
        ask_for_existing(self, self.tr("Open"), filters, self.open_file)

    def _open_amendment(self, path: Path) -> None:
        if self._desk is None:
            self.notes.tell(
                self.tr("An amendment belongs to a round that is open."),
                self.tr("Open the case package with your card first, then drop the amendment again."),
            )
            return
        try:
            content = read_limited(path, AMENDMENT_FILE_LIMIT)
        except ReviewError as failure:
            self.tell(failure)
            return
        self._desk.amend(content)

    def _tell_amendment(self, amendment: Amendment | None) -> None:
        if amendment is None:
            self.notes.tell(self.tr("This amendment is known already."), tone="done")
            return
        what = self.tr("Amendment {number} from the organizer. Your scores stay as they are.")
        if self._desk is not None:
            self.notes.tell(what.format(number=amendment.number), amendment_lines(amendment, self._desk))
        self._tell_unreadable()
        self._show_progress()

    def _tell_unreadable(self) -> None:
        number = self.session.unreadable_amendment if self.session is not None else None
        if number is not None:
            self.notes.tell(
                self.tr(
                    "Amendment {number} kept on this computer is damaged. "
                    "Until you open it again, it and any later ones are left out."
                ).format(number=number),
                self.tr(
                    "Open the amendment file that the organizer sent once more. Your scores are not affected."
                ),
            )

    def _tell_overflow(self, count: int) -> None:
        self.notes.tell(
            self.tr(
                "The comment was longer than the round allows; its last %n character(s) went to your notes.",
                "",
                count,
            ),
            self.tr("Nothing is lost: shorten the comment, or leave the rest in the notes."),
        )

    def _saved(self) -> None:
        self._warned = False
        self.top.show_saved(True)

    def _not_saved(self, failure: ReviewError) -> None:
        self.top.show_saved(None)
        self.tell(failure)

    def tell(self, failure: ReviewError) -> None:
        """A note on what happened and what to do."""
        text = sentences(failure)
        self.notes.tell(text.what, text.next)

    def _show_progress(self) -> None:
        if self._desk is not None:
            self.top.show_progress(*self._desk.progress())

    def _go_to_step(self, step: str) -> None:
        if self.round is not None and step:
            self.round.show_step(step)

    def _step_shown(self, step: str) -> None:
        self.top.show_step(step)
        self._name_window()

    def _remember_door(self, door: str) -> None:
        self.settings.door = door

    def _forget_card(self) -> None:
        if self._card_names is None:
            return
        try:
            card_memory.forget(*self._card_names)
        except ReviewError as failure:
            self.tell(failure)
            return
        self.notes.tell(self.tr("The card is not remembered on this computer."), tone="done")

    def _choose_language(self, action: QAction) -> None:
        self.settings.language = str(action.data())
        language.install(language.resolved(self.settings.language))
        QTimer.singleShot(0, self.rebuild)  # the menu that was clicked goes too

    def _choose_theme(self, action: QAction) -> None:
        choice = next(known for known in theme.CHOICES if known == action.data())
        self.settings.theme = choice
        theme.choose(choice)

    # --- drops and closing ----------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()
            self._show_alive(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_alive(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_alive(False)
        files = dropped_files(event.mimeData())
        if not files:
            return
        event.acceptProposedAction()
        page = self.pages.currentWidget()
        named_as_ours = files[0].suffix.lower() in (".casepkg", ".amend")
        if isinstance(page, CardPage) and kind_of(files[0]) in (None, FileKind.CARD) and not named_as_ours:
            page.read_file(files[0])
        else:
            self.open_file(files[0])

    def _show_alive(self, alive: bool) -> None:
        page = self.pages.currentWidget()
        if isinstance(page, StartPage):
            page.drop.set_alive(alive)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Everything typed, jobs, the session, the window.  What could not be saved stops the first try to close."""
        if self.round is not None and not self._warned:
            self.round.flush()
            if self.round.unsaved:
                self._warned = True
                self.notes.tell(
                    self.tr("Your last words could not be saved yet."),
                    self.tr("Make room and try again, or copy them. Closing once more leaves without them."),
                )
                event.ignore()
                return
        self._leave_round_page()
        self.jobs.stop()
        if self.session is not None:
            self.session.close()
            self.session = None
        self.settings.geometry = self.saveGeometry()
        self.settings.save()
        event.accept()
        QApplication.quit()


def kind_of(path: Path) -> FileKind | None:
    """What a file is by its content, since mail renames; None for what can't be told: whoever opens it says why."""
    try:
        return file_kind(path)
    except ReviewError:
        return None
