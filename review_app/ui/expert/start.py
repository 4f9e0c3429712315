"""The first page: two doors, a package to open, and a sample round for everybody."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from review_app.model.crypto.ballot_card import BallotCard
from review_app.model.files import home_folder
from review_app.ui.widgets.drop_area import DropArea
from review_app.ui.widgets.parts import button, column, ground, label, row, scrolling

WIDTH = 640


def try_sample() -> tuple[Path, BallotCard]:
    """The sample round's package and a card for it, made in the program's own folder where it isn't there yet."""
    from review_app.model.sample.campaign import sample_package  # costs time to import, and few need it

    return sample_package(home_folder() / "sample")


class StartPage(QWidget):
    """Leads to a package, by button or drop, or to the sample.  ``door``: which way in was taken last time."""

    open_package = Signal()
    sample_wanted = Signal()
    door_chosen = Signal(str)

    def __init__(self, door: str) -> None:
        super().__init__()
        ground(self, "paper")
        title = label(self.tr("Case review"), "title")
        lead = label(
            self.tr(
                "Read the cases of a round, score them, and send back a sealed sheet that carries no name."
            ),
            "quiet",
            wrap=True,
        )
        content = QWidget()
        content.setFixedWidth(WIDTH)
        self.expert = self._expert()
        self.organizer = self._organizer()
        content.setLayout(
            column(
                title,
                4,
                lead,
                20,
                self._doors(door),
                12,
                self.expert,
                self.organizer,
                None,
                spacing=0,
                margins=(0, 48, 0, 32),
            )
        )
        holder = QWidget()
        holder.setLayout(row(None, content, None))
        self.setLayout(column(scrolling(holder, "paper")))
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
            made.append(one)
        doors.setLayout(row(*made, None, spacing=24))
        return doors

    def _expert(self) -> QWidget:
        page = QWidget()
        self.drop = DropArea()
        invitation = label(self.tr("Drop the case package you were sent here"), "heading")
        invitation.setAlignment(Qt.AlignmentFlag.AlignCenter)
        kind = label(
            self.tr("A file ending in .casepkg; your ballot card is asked for next."), "secondary", wrap=True
        )
        kind.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.open = button(self.tr("Open a case package…"), "primary")
        self.open.clicked.connect(self.open_package)
        self.drop.setLayout(
            column(invitation, kind, 12, row(None, self.open, None), margins=(24, 40, 24, 40), spacing=6)
        )
        sample_words = label(
            self.tr("First time here? The sample round is made for trying things out; nothing in it counts."),
            "quiet",
            wrap=True,
        )
        self.sample = button(self.tr("Try the sample round"))
        self.sample.clicked.connect(self.sample_wanted)
        line = row(sample_words, self.sample, spacing=16)
        line.setStretch(0, 1)
        page.setLayout(column(self.drop, 20, line, spacing=0))
        return page

    def _organizer(self) -> QWidget:
        page = QWidget()
        heading = label(self.tr("Organizers work on the command line for now"), "heading", wrap=True)
        words = label(
            self.tr(
                "Nominations, cards, packages, the ballot box, results and certificates are all there as commands; "
                "pages for them come later. This lists the commands:"
            ),
            "body",
            wrap=True,
        )
        command = label("review-app --help", "command", select=True)
        command.setAccessibleName("review-app --help")
        whole = self.tr("A complete round on the sample campaign, from nominations to a verified result:")
        demo = label("review-app demo demo-out", "command", select=True)
        page.setLayout(
            column(
                heading,
                words,
                row(command, None),
                12,
                label(whole, "body", wrap=True),
                row(demo, None),
                margins=(0, 12, 0, 0),
            )
        )
        return page

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
        self.expert.setVisible(door == "expert")
        self.organizer.setVisible(door == "organizer")
