"""The first page: two doors, a package to open, the card beside it, and a sample round for everybody."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from review_app.model.crypto.ballot_card import BallotCard
from review_app.model.files import SAMPLE_FOLDER, home_folder
from review_app.ui.expert.card_entry import CardEntry
from review_app.ui.jobs import Jobs
from review_app.ui.widgets.drop_area import DropArea
from review_app.ui.widgets.outer_page import OuterPage
from review_app.ui.widgets.parts import button, column, label, row
from review_app.ui.widgets.recent_places import RecentPlaces


def try_sample() -> tuple[Path, BallotCard]:
    """The sample round's package and a card for it, made in the program's own folder where it isn't there yet."""
    from review_app.model.sample.campaign import sample_package  # costs time to import, and few need it

    return sample_package(home_folder() / SAMPLE_FOLDER)


class StartPage(OuterPage):
    """Leads to a package, by button, drop or the list of those opened before, or to the sample.

    ``door``: which way in was taken last time.  ``recent``: where packages lie.  ``kept``: a card that came before its
    package.
    """

    open_package = Signal()
    sample_wanted = Signal()
    door_chosen = Signal(str)
    recent_chosen = Signal(object)
    recent_cleared = Signal()
    check_wanted = Signal()

    def __init__(
        self,
        door: str,
        recent: list[Path],
        kept: BallotCard | None,
        jobs: Jobs,
        organizer: Callable[[], QWidget],
    ) -> None:
        """``organizer`` makes what lies behind the organizers' door, when it is first opened."""
        super().__init__()
        self._jobs = jobs
        self._make_organizer = organizer
        title = label(self.tr("Case review"), "title")
        self._lead = label("", "quiet", wrap=True)
        self.card = CardEntry(
            self.tr("You can leave it empty now: the package asks for it."),
            self.tr("The card is at hand. Now open the package it belongs to."),
        )
        if kept is not None:
            self.card.field.set_card(kept)
        self.expert = self._expert(recent)
        self.organizer = QWidget()
        self.organizer.setLayout(column())
        self.check = button(self.tr("Check a published result or a certificate…"), "link", edge="left")
        self.check.setToolTip(self.tr("For anyone: neither a card nor a campaign is needed."))
        self.check.clicked.connect(self.check_wanted)
        self.hold(
            column(
                title,
                4,
                self._lead,
                12,
                self._doors(door),
                12,
                self.expert,
                self.organizer,
                None,
                8,
                row(self.check, None),
                spacing=0,
            )
        )
        self._show_door(door)

    def _doors(self, door: str) -> QWidget:
        doors = QWidget()
        self.doors = QButtonGroup(self)
        made = []
        for name, text in (
            ("expert", self.tr("I am an expert")),
            ("organizer", self.tr("I am an organizer")),
        ):
            one = button(text, "door")
            one.setCheckable(True)
            one.setChecked(name == door)
            one.setCursor(Qt.CursorShape.PointingHandCursor)
            one.clicked.connect(lambda _=False, name=name: self._choose(name))
            self.doors.addButton(one)
            one.setAutoExclusive(True)  # so that a screen reader hears one of two doors, and no box to tick
            made.append(one)
        doors.setLayout(row(*made, None, spacing=24))
        return doors

    def _expert(self, recent: list[Path]) -> QWidget:
        page = QWidget()
        self.drop = DropArea()
        invitation = label(self.tr("Drop the case package you were sent here"), "heading")
        invitation.setAlignment(Qt.AlignmentFlag.AlignCenter)
        kind = label(self.tr("a file ending in .casepkg"), "secondary")
        kind.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.open = button(self.tr("Open a case package…"), "primary")
        self.open.clicked.connect(self.open_package)
        self.drop.setLayout(
            column(invitation, kind, 6, row(None, self.open, None), margins=(24, 12, 24, 12), spacing=4)
        )
        card_words = label(self.tr("Ballot card"), "heading")
        how = label(self.tr("type or paste it, or drop the card file anywhere"), "secondary")
        heading = row(card_words, how, None, spacing=12)
        heading.setAlignment(how, Qt.AlignmentFlag.AlignBaseline)
        heading.setAlignment(card_words, Qt.AlignmentFlag.AlignBaseline)
        sample_words = label(
            self.tr("First time here? The sample round is made for trying things out; nothing in it counts."),
            "quiet",
            wrap=True,
        )
        self.sample = button(self.tr("Try the sample round"))
        self.sample.clicked.connect(self.sample_wanted)
        line = row(sample_words, self.sample, spacing=16)
        line.setStretch(0, 1)
        self._recent = self._recent_places(recent)
        self.recent = self._recent.links
        page.setLayout(column(self.drop, 12, heading, 6, self.card, 12, self._recent, line, spacing=0))
        return page

    def _recent_places(self, recent: list[Path]) -> RecentPlaces:
        """Packages opened before."""
        clear = button(self.tr("Clear this list"), "link")
        clear.clicked.connect(self._clear_recent)
        found = RecentPlaces(self.tr("Opened before"), clear, recent)
        found.chosen.connect(self.recent_chosen)
        found.find_missing(self._jobs, lambda package: package, self.tr("not there any more: {folder}"))
        return found

    def _clear_recent(self) -> None:
        self._recent.hide()
        self.open.setFocus()
        self.recent_cleared.emit()

    def focus_first(self) -> None:
        """Puts the focus on what an expert does first: the package opened last, or the way to open one."""
        (self.recent[0] if self.recent else self.open).setFocus()

    def show_preparing(self, busy: bool) -> None:
        """While the sample is made, which takes a moment the first time, its button says so."""
        self.sample.setEnabled(not busy)
        self.sample.setText(self.tr("Preparing…") if busy else self.tr("Try the sample round"))

    def _choose(self, door: str) -> None:
        chosen = self.doors.checkedButton()
        if chosen is not None:
            chosen.setFocus()  # not on what is hidden now
        self._show_door(door)
        self.door_chosen.emit(door)

    def _show_door(self, door: str) -> None:
        self._lead.setText(
            self.tr(
                "Read the cases of a round, score them, and send back a sealed sheet that carries no name."
            )
            if door == "expert"
            else self.tr("Run an award from the nominations to the open ballot box, on this computer alone.")
        )
        layout = self.organizer.layout()
        if door == "organizer" and layout is not None and layout.count() == 0:
            layout.addWidget(self._make_organizer())
        self.expert.setVisible(door == "expert")
        self.organizer.setVisible(door == "organizer")
