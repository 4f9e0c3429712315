"""Campaigns in the window: opened, made, closed; the sample campaign; and an organizer's look at a package as an expert
sees it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject

from review_app.model.crypto.ballot_card import BallotCard
from review_app.model.crypto.vault import Unlocker
from review_app.model.errors import InputError, ReviewError
from review_app.model.files import home_folder
from review_app.model.workspace import Workspace
from review_app.model.workspace.context import DATABASE_NAME, PRINTING_NOTE
from review_app.model.workspace.place import doubts
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.desk_notes import DeskNotes
from review_app.ui.organizer.frame import OrganizerFrame
from review_app.ui.organizer.passphrase import TypedPassphrase
from review_app.ui.preview import Preview

if TYPE_CHECKING:
    from review_app.ui.organizer.door import OrganizerDoor
    from review_app.ui.organizer.new_campaign import NewCampaign
    from review_app.ui.window import MainWindow

SAMPLE_CAMPAIGN = "sample-campaign"
"""Below the home folder."""


def campaign_in(files: Sequence[Path]) -> Path | None:
    """The first campaign's folder among ``files``: itself, or by its database."""
    for path in files:
        if path.name == DATABASE_NAME and path.is_file():
            return path.parent
        if path.is_dir() and (path / DATABASE_NAME).is_file():
            return path
    return None


class Campaigns(QObject):
    """One campaign at a time, in ``window``."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._workspace: Workspace | None = None
        self._read_only = False
        self._keeper = TypedPassphrase()
        self._door: OrganizerDoor | None = None

    @property
    def workspace(self) -> Workspace | None:
        """The open campaign."""
        return self._workspace

    @property
    def desk(self) -> OrganizerDesk | None:
        """What its pages share."""
        frame = self._window.organizer
        return frame.desk if frame is not None else None

    # --- opening --------------------------------------------------------------------------------------------------

    def door(self) -> OrganizerDoor:
        """What lies behind the organizers' door of the first page."""
        from review_app.ui.organizer.door import OrganizerDoor

        door = self._door = OrganizerDoor(self._window.settings, self._window.jobs)
        door.open_wanted.connect(lambda folder, read_only: self.open(folder, read_only=read_only))
        door.new_wanted.connect(self.create)
        door.sample_wanted.connect(self.open_sample)
        return door

    def _shown_door(self) -> OrganizerDoor | None:
        """The door, while the first page is shown."""
        return self._door if self._door is not None and shiboken6.isValid(self._door) else None

    def open(self, folder: Path, *, read_only: bool = False) -> None:
        """Opens the campaign in ``folder`` beside the window, in place of what is open."""
        keeper = TypedPassphrase()
        self._start(lambda: _opened(folder, keeper, read_only), keeper, read_only)

    def create(self, wanted: NewCampaign) -> None:
        """Makes a campaign and opens it."""
        keeper = TypedPassphrase()
        keeper.put(wanted.passphrase or None)

        def make() -> Workspace:
            return Workspace.create(
                wanted.folder, wanted.title, wanted.edition, wanted.organizers, unlocker=Unlocker(keeper)
            )

        self._start(make, keeper, read_only=False)

    def open_sample(self) -> None:
        """The sample campaign in the program's own folder, made where it isn't there yet."""
        from review_app.model.sample.campaign import make_workspace  # few starts need it

        folder = home_folder() / SAMPLE_CAMPAIGN
        keeper = TypedPassphrase()
        unlocker = Unlocker(keeper, home=home_folder())

        def open_or_make() -> Workspace:
            if (folder / DATABASE_NAME).exists():
                return Workspace.open(folder, unlocker)
            # Left behind by a power cut in the middle of making it: nothing in it counts.
            shutil.rmtree(folder, ignore_errors=True)
            return make_workspace(folder, unlocker)

        self._start(open_or_make, keeper, read_only=False)

    def _start(self, make: Callable[[], Workspace], keeper: TypedPassphrase, read_only: bool) -> None:
        window = self._window
        before = window.organizer
        if not window.settled() or not self.close():
            return
        window.close_session()
        if before is not None or window.pages.count() == 0:
            window.show_start()
        window.notes.clear()
        self._show_busy(True)

        def ready(workspace: Workspace) -> None:
            self._show_busy(False)
            self._keeper, self._read_only = keeper, read_only
            self._adopt(workspace)

        def refused(failure: Exception) -> None:
            self._show_busy(False)
            if not isinstance(failure, ReviewError):
                raise failure
            if window.start_page is None:
                window.show_start()
            door = self._shown_door()
            if door is not None and door.isVisible():
                door.show_failure(failure)
            else:
                window.tell(failure)

        job = window.jobs.start(lambda progress: make(), ready, refused, Workspace.close)
        job.wait(0.3)

    def _show_busy(self, busy: bool) -> None:
        if (door := self._shown_door()) is not None:
            door.set_busy(busy)

    def _adopt(self, workspace: Workspace) -> None:
        self._workspace = workspace
        settings = self._window.settings
        if workspace.folder != home_folder() / SAMPLE_CAMPAIGN and not self._read_only:
            settings.note_campaign(workspace.folder)
        self._show("overview")
        if self.desk is not None:
            warn_of_place(self.desk)
            tell_of_printing(self.desk)
            remind_of_kit(self.desk)

    def _show(self, station: str) -> None:
        window, workspace = self._window, self._workspace
        if workspace is None:
            return
        desk = OrganizerDesk(
            workspace, window.settings, window.jobs, read_only=self._read_only, keeper=self._keeper
        )
        frame = OrganizerFrame(desk)
        DeskNotes(window.notes, frame)
        desk.preview_wanted.connect(self._preview)
        desk.open_wanted.connect(self.open)
        frame.menu_wanted.connect(lambda place: window.menu.popup(place))
        frame.left.connect(self.leave)
        frame.shown.connect(lambda _: window.name_window())
        window.show_organizer(frame)
        if frame.show_station(station) is None:
            frame.step(1)
        frame.focus_first()

    # --- while it is open -----------------------------------------------------------------------------------------

    def take(self, files: Sequence[Path]) -> bool:
        """Files that came to the window: a campaign's folder is opened, all others go to the page that is shown.

        False when they are nothing for an organizer and no campaign is open."""
        frame = self._window.organizer
        if (folder := campaign_in(files)) is not None:
            if self._workspace is None or folder.absolute() != self._workspace.folder.absolute():
                self.open(folder)
            return True
        if frame is not None and frame.take_files(list(files)):
            return True
        if frame is not None and files[0].suffix.lower() == ".results":
            page = frame.show_station("archive")
            if page is not None and page.station == "archive" and frame.take_files(list(files)):
                return True
        if frame is None:
            if files[0].suffix.lower() == ".campaignbackup" and self._door is not None:
                self._door.take_backup(files[0])
                return True
            if files[0].is_dir():
                self._window.tell(InputError("not-a-workspace", name=files[0].name))
                if self._window.pages.count() == 0:
                    self._window.show_start()
                return True
            return False
        frame.desk.tell(
            self.tr("This page takes no files of this kind."),
            self.tr("Nominations are taken in on their own page, sheets in the ballot box."),
            "quiet",
        )
        return True

    def rebuild(self, build: Callable[[], None]) -> None:
        """Builds the window anew with ``build`` and shows the same station; once no job is under way."""
        frame = self._window.organizer
        if frame is None:
            return
        if frame.desk.busy:
            frame.desk.busy_changed.connect(lambda _: self.rebuild(build))
            return
        if not frame.may_leave():
            return
        station = frame.station
        build()
        self._show(station)

    def leave(self) -> None:
        """Closes the campaign and goes back to the first page."""
        if self.close():
            self._window.notes.clear()
            self._window.show_start()

    def close(self) -> bool:
        """Closes the campaign, if one is open; False when a page keeps it, which says why."""
        frame, workspace = self._window.organizer, self._workspace
        if frame is None or workspace is None:
            return True
        if not frame.may_leave():
            return False
        self._window.jobs.stop()
        workspace.close()
        self._workspace = self._window.organizer = None
        self._keeper.put(None)
        return True

    # --- as an expert sees it -------------------------------------------------------------------------------------

    def _preview(self, package: Path, opened_by: BallotCard | str) -> None:
        """Puts the campaign aside for as long as the package is looked at."""
        window, frame = self._window, self._window.organizer
        if frame is None or window.preview is not None:
            return

        def put_aside() -> None:
            window.organizer = None
            window.pages.removeWidget(frame)
            frame.hide()

        def back() -> None:
            window.show_organizer(frame)
            frame.show()
            frame.refresh()

        window.preview = Preview(window, package, opened_by, put_aside, back)


def _opened(folder: Path, keeper: TypedPassphrase, read_only: bool) -> Workspace:
    return Workspace.open(folder, Unlocker(keeper), read_only=read_only)


def warn_of_place(desk: OrganizerDesk) -> None:
    """Says at each opening what speaks against working in this folder."""
    if desk.read_only:
        return
    for doubt in doubts(desk.workspace.folder):
        from review_app.ui.organizer.care.places import doubt_words

        desk.tell(*doubt_words(doubt))


def tell_of_printing(desk: OrganizerDesk) -> None:
    """Clears away what a printing of cards left behind that was cut off, and says so."""
    if desk.read_only or not (desk.workspace.folder / PRINTING_NOTE).exists():
        return
    from review_app.model.publish.card_traces import clear_up

    if (said := desk.act(clear_up)) is not None:
        desk.tell_error(said)


def remind_of_kit(desk: OrganizerDesk) -> None:
    """Asks for a recovery kit at each opening until there is one; never in the sample campaign."""
    if not desk.act(lambda workspace: workspace.recovery.due):
        return
    translate = QCoreApplication.translate
    desk.ask(
        translate("Campaigns", "There is no recovery kit yet. Make one?"),
        translate(
            "Campaigns", "If this computer is lost, nobody can open the campaign's secrets again without it."
        ),
        translate("Campaigns", "To the recovery kit"),
        lambda: desk.go("care", part="kit"),
    )
