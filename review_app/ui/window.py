"""The main window: it only navigates.  Start, card, welcome, round, an organizer's campaign; notes over it; one menu;
help over all."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from review_app.model.crypto.ballot_card import BallotCard
from review_app.model.errors import ReviewError
from review_app.model.files import SAMPLE_FOLDER, home_folder
from review_app.model.scoring.session import ReviewSession
from review_app.ui import shortcuts, window_place
from review_app.ui.drops import DropWindow
from review_app.ui.errors import sentences
from review_app.ui.jobs import Jobs
from review_app.ui.layers import Layers
from review_app.ui.settings import Settings
from review_app.ui.top_bar import TopBar
from review_app.ui.widgets.banner import BannerArea
from review_app.ui.widgets.note_place import NotePlace
from review_app.ui.widgets.parts import column

if TYPE_CHECKING:
    from review_app.ui.arrivals import Arrivals
    from review_app.ui.campaigns import Campaigns
    from review_app.ui.expert.card_page import CardPage
    from review_app.ui.expert.desk import Desk
    from review_app.ui.expert.round_page import RoundPage
    from review_app.ui.expert.start import StartPage
    from review_app.ui.focus_mode import FocusMode
    from review_app.ui.menu import WindowMenu
    from review_app.ui.opening import Outside
    from review_app.ui.organizer.frame import OrganizerFrame
    from review_app.ui.preview import Preview
    from review_app.ui.round_notes import RoundNotes
    from review_app.ui.saved_sign import SavedSign
    from review_app.ui.verify.page import VerifyPage


class MainWindow(DropWindow):
    """Owns the open session, and builds the pages anew when the language or the text size changes."""

    def __init__(self, settings: Settings, *, start: bool = True) -> None:
        """``start`` false leaves the first page to the caller, who has a file to open."""
        super().__init__()
        self.settings = settings
        self.jobs = Jobs(self)
        self.session: ReviewSession | None = None
        self.round: RoundPage | None = None
        self.organizer: OrganizerFrame | None = None
        self.preview: Preview | None = None
        self.package: Path | None = None
        self.kept_card: BallotCard | None = None
        self.desk: Desk | None = None
        self.round_notes: RoundNotes | None = None
        self.saved_sign: SavedSign | None = None
        self._menu: WindowMenu | None = None
        window_place.restore(self, settings.geometry)
        self.dropped.connect(self.open_files)
        self.hovering.connect(self._show_alive)
        self.layers = Layers()
        self.setCentralWidget(self.layers)
        shortcuts.bind(
            self,
            {
                "menu": self._open_menu,
                "open": lambda: self.arrivals.ask(),
                "help": lambda: self.show_help("shortcuts"),
                "quit": self.close,
                "note": lambda: self.notes.focus_latest(),
                "focus_mode": lambda: self.focus_mode.toggle(),
                "print": self.print_shown,
                "step_read": lambda: self.go_to_step("read"),
                "step_check": lambda: self.go_to_step("check"),
                "step_sign": lambda: self.go_to_step("sign"),
            },
        )
        self._build()
        if start:
            self.show_start()

    # --- made when first wanted -----------------------------------------------------------------------------------

    @cached_property
    def arrivals(self) -> Arrivals:
        """What opens files."""
        from review_app.ui.arrivals import Arrivals

        return Arrivals(self)

    @cached_property
    def campaigns(self) -> Campaigns:
        """What opens and closes campaigns."""
        from review_app.ui.campaigns import Campaigns

        return Campaigns(self)

    @cached_property
    def focus_mode(self) -> FocusMode:
        """The page alone."""
        from review_app.ui.focus_mode import FocusMode

        return FocusMode(self)

    @property
    def menu(self) -> WindowMenu:
        """The menu behind the button, in the language that holds now."""
        if self._menu is None:
            from review_app.ui.menu import WindowMenu

            self._menu = WindowMenu(self)
        return self._menu

    # --- building -------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._menu = None
        self.top = TopBar()
        self.top.menu_wanted.connect(lambda place: self.menu.popup(place))
        self.top.step_chosen.connect(self.go_to_step)
        self.notes = BannerArea()
        self.pages = QStackedWidget()
        self._whole = QWidget()
        layout = column(self.top, self.pages, spacing=0)
        layout.setStretch(1, 1)
        self._whole.setLayout(layout)
        self._note_place = NotePlace(self.notes, self._whole)
        self._note_place.covered.connect(self._leave_room)
        self._note_place.lie_over(self.pages)
        self.layers.put(self._whole)

    def _open_menu(self) -> None:
        (self.organizer or self.top).menu.click()

    def add_below(self, part: QWidget) -> None:
        """Puts ``part`` below the page."""
        layout = self._whole.layout()
        if layout is not None:
            layout.addWidget(part)

    def show_page(self, page: QWidget) -> None:
        """Puts ``page`` in the place of the one before."""
        before = self.pages.currentWidget()
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        if before is not None:
            self.pages.removeWidget(before)
            before.deleteLater()
        self._settle_in()

    def _settle_in(self) -> None:
        """After another page or step: where notes lie, and the window's name."""
        inside = self.round is not None and self.pages.currentWidget() is self.round
        if self.round is not None and inside:
            self._note_place.lie_over(self.round.foot, self.round.foot_column)
        elif self.organizer is not None:
            self._note_place.lie_over(self.organizer.stack)
        else:
            self._note_place.lie_over(self.pages)
        self.top.setVisible(self.organizer is None)
        self._note_place.settle()
        self.name_window()

    def _leave_room(self, height: int) -> None:
        if self.organizer is not None:
            self.organizer.leave_room(height, stays=self.notes.stays)
            return
        leave = getattr(self.pages.currentWidget(), "leave_room", None)  # the steps of a round scroll anyhow
        if leave is not None:
            leave(height)

    def name_window(self) -> None:
        """The title says where one is: for the task bar and for screen readers.  Never which case."""
        where = ""
        if self.card_page is not None:
            where = self.tr("Ballot card")
        elif self.verify_page is not None:
            where = self.tr("Check a result")
        elif self.round is not None and self.pages.currentWidget() is self.round:
            where = self.top.step_name(self.round.step)
        elif self.organizer is not None and self.organizer.page is not None:
            where = self.organizer.buttons[self.organizer.station].text()
        name = self.tr("Case review")
        self.setWindowTitle(f"{where} - {name}" if where else name)

    def rebuild(self) -> None:
        """Builds everything anew in the language and text size that hold now; the session stays open."""
        from review_app.ui.rebuilding import rebuild  # seldom wanted

        rebuild(self)

    def build_anew(self) -> None:
        """Builds the frame of the window again, without a page."""
        if self._menu is not None:
            self._menu.deleteLater()
        self._build()

    # --- pages ----------------------------------------------------------------------------------------------------

    @property
    def start_page(self) -> StartPage | None:
        """The first page, if it is the one that is shown."""
        page = self.pages.currentWidget()
        return page if type(page).__name__ == "StartPage" else None  # type: ignore[return-value]  # not loaded for it

    @property
    def card_page(self) -> CardPage | None:
        """The page that asks for a card, if it is the one that is shown."""
        page = self.pages.currentWidget()
        return page if type(page).__name__ == "CardPage" else None  # type: ignore[return-value]  # not loaded for it

    @property
    def verify_page(self) -> VerifyPage | None:
        """The page where anyone checks a result, if it is the one that is shown."""
        page = self.pages.currentWidget()
        return page if type(page).__name__ == "VerifyPage" else None  # type: ignore[return-value]  # not loaded for it

    def show_verify(self) -> VerifyPage:
        """The page where anyone checks a published result or a certificate."""
        from review_app.ui.verify.page import VerifyPage

        page = VerifyPage(self.jobs)
        page.back.connect(self.show_start)
        self._outside_round()
        self.show_page(page)
        page.focus_first()
        return page

    def show_start(self) -> StartPage:
        """The first page."""
        from review_app.ui.expert.start import StartPage  # a start with a file named does without it

        page = StartPage(
            self.settings.door,
            self.settings.recent,
            self.kept_card,
            self.jobs,
            lambda: self.campaigns.door(),
        )
        self.arrivals.serve_start(page)
        page.door_chosen.connect(self._remember_door)
        self._outside_round()
        self.show_page(page)
        page.focus_first()
        return page

    def show_card_page(self, outside: Outside) -> CardPage:
        """Asks for the card of a package."""
        from review_app.ui.expert.card_page import CardPage

        page = CardPage(outside)
        self.arrivals.serve_card_page(page)
        self._outside_round()
        self.show_page(page)
        page.field.setFocus()
        return page

    def _outside_round(self) -> None:
        self.show_help(None)
        self.top.show_round(None)

    def open_file(self, path: Path) -> None:
        """Opens a package (asks for its card), an amendment to the open round, and so on; says why when it can't."""
        self.arrivals.take([path])

    def open_files(self, files: Sequence[Path], patience: float | None = None) -> None:
        """Opens files that came together: a card among them opens the package without being asked for; a campaign's
        folder opens the campaign, and an open campaign takes files in itself."""
        if (self.organizer is not None or any(path.is_dir() for path in files)) and self.campaigns.take(
            files
        ):
            return
        self.arrivals.take(files, patience)

    def open_sample(self) -> None:
        """The sample round, with a card made for it."""
        self.arrivals.open_sample()

    def open_with_card(self, path: Path, card: BallotCard) -> None:
        """Opens a package whose card is known, at once.  Raises what :meth:`ReviewSession.open` raises."""
        self.adopt(ReviewSession.open(path, card), path)

    def adopt(self, session: ReviewSession, package: Path) -> None:
        """Goes on with a session just opened, in place of the one before."""
        self.end_preview()
        if self.organizer is not None and not self.campaigns.close():
            session.close()
            return
        self.close_session()
        self.session, self.package, self.kept_card = session, package, None
        # Not written again where it stands first already: that is a file to be synced before the page is there.
        first = self.settings.recent[:1] == [package.absolute()]
        if package.parent != home_folder() / SAMPLE_FOLDER and not first:
            self.settings.note_recent(package)
        if session.meta.last_case:
            self.enter_round()
        else:
            self.show_welcome()

    def show_welcome(self) -> None:
        """Which round this is."""
        if self.session is None or not self.settled():
            return
        from review_app.ui.expert.welcome_page import WelcomePage  # seen once a round

        self.leave_round_page()
        page = WelcomePage(self.session)
        page.begun.connect(self.enter_round)
        page.case_wanted.connect(self._enter_at)
        page.trouble.connect(self.tell)
        self._outside_round()
        self.show_page(page)
        page.begin.setFocus()

    def enter_round(self) -> None:
        """Reading and scoring, where the expert left off."""
        if self.session is None:
            return
        from review_app.ui.entering import enter_round  # a start without a file does without it

        enter_round(self, self.session)

    def _enter_at(self, case_id: str) -> None:
        self.enter_round()
        if self.round is not None:
            self.round.jump(case_id)

    def leave_round(self, quietly: bool = False) -> None:
        """Closes the session; everything is saved before.  What could not be saved, which is told, keeps the round
        open."""
        if self.preview is not None:
            self.end_preview()
            return
        if not self.settled():
            return
        self.close_session()
        if not quietly:
            self.notes.clear()
            self.show_start()

    def end_preview(self) -> None:
        """Ends a look at a package from an organizer's campaign, if there is one."""
        if self.preview is not None:
            self.preview.end()

    def close_session(self) -> None:
        """Closes what is open, if anything is."""
        self.leave_round_page()
        if self.session is not None:
            self.session.close()
            self.session = self.package = None

    def show_organizer(self, frame: OrganizerFrame) -> None:
        """An organizer's campaign."""
        self.organizer = frame
        self._outside_round()
        self.show_page(frame)

    def leave_round_page(self) -> None:
        """Takes leave of the round's page, if it is there; the session stays open."""
        if self.round is not None:
            self.round.set_focus_mode(False)
            self.round.leave()
            self.jobs.stop()
            self.round = self.desk = self.round_notes = self.saved_sign = None

    def show_help(self, what: str | None) -> None:
        """Puts a page of help (``guide``, ``shortcuts``, ``about``) over everything, or takes it away."""
        if what is None:
            self.layers.hide_help()
            return
        if self.round is not None:
            self.round.set_focus_mode(False)
        self.layers.show_help(what, self.session)

    # --- what happens ---------------------------------------------------------------------------------------------

    def print_shown(self) -> None:
        """Prints what is being read."""
        if self.round is not None and self.round.step == "read":
            self.round.reader.print_shown(self)

    def set_reading_zoom(self, percent: int) -> None:
        """Sets dossiers in ``percent`` of the usual size, now and at later starts."""
        self.settings.reading_zoom = percent
        if self.round is not None:
            self.round.set_reading_zoom(percent)

    def tell(self, failure: ReviewError) -> None:
        """A note on what happened and what to do."""
        text = sentences(failure if self.desk is None else self.desk.named(failure))
        self.notes.tell(text.what, text.next)

    def show_progress(self) -> None:
        """Says at the top how far the scoring has come."""
        if self.desk is not None:
            self.top.show_progress(*self.desk.progress())

    def go_to_step(self, step: str) -> None:
        """Goes to reading, checking or signing, in a round."""
        if self.round is not None:
            self.round.show_step(step)

    def step_shown(self, step: str) -> None:
        """Says at the top which step is shown."""
        self.top.show_step(step)
        self._settle_in()

    def remember_zoom(self, percent: int) -> None:
        """Keeps the size of dossiers for later starts."""
        self.settings.reading_zoom = percent

    def _remember_door(self, door: str) -> None:
        self.settings.door = door

    # --- closing --------------------------------------------------------------------------------------------------

    def _show_alive(self, alive: bool) -> None:
        if (page := self.start_page) is not None:
            page.drop.set_alive(alive)
        if (checking := self.verify_page) is not None:
            checking.panel.set_alive(alive)
        if self.organizer is not None:
            self.organizer.files_over(alive)

    def settled(self) -> bool:
        """Whether all that was typed is stored; told when it isn't, as the text stands only in the page."""
        if self.round is not None:
            self.round.flush()
            return not self.round.unsaved
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        """Everything typed, jobs, the session, the window.  What could not be saved stops the first try to close."""
        self.end_preview()
        sign = self.saved_sign
        if not (sign is not None and sign.warned) and not self.settled():
            if sign is not None:
                sign.warned = True
            if self.round_notes is not None:
                self.round_notes.tell_unsaved()
            event.ignore()
            return
        if self.organizer is not None and not self.campaigns.close():
            event.ignore()
            return
        self.leave_round_page()
        self.jobs.stop()
        self.close_session()
        self.settings.geometry = self.saveGeometry()
        self.settings.save()
        event.accept()
        QApplication.quit()
