"""The ballot card: typed, pasted or read from a card file, and tried only when its check symbols are right."""

from __future__ import annotations

import base64
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from review_app.model.card_memory import can_remember
from review_app.model.crypto.ballot_card import BallotCard
from review_app.model.crypto.base32 import short_form
from review_app.model.errors import InputError, ReviewError
from review_app.model.files import read_limited
from review_app.model.package.open import SealedPackage
from review_app.model.text import visible
from review_app.ui.errors import sentences
from review_app.ui.expert.card_field import CardField, read_card
from review_app.ui.widgets.dialogs import ask_for_existing
from review_app.ui.widgets.parts import button, column, ground, label, row, scrolling, set_role

WIDTH = 640
CARD_FILE_LIMIT = 4096


class CardPage(QWidget):
    """Asks for the card of a package that lies there unopened.  :attr:`entered` carries card and "remember it"."""

    entered = Signal(object, bool)
    back = Signal()

    def __init__(self, sealed: SealedPackage, file_name: str) -> None:
        super().__init__()
        ground(self, "paper")
        content = QWidget()
        content.setFixedWidth(WIDTH)
        title = label(self.tr("Your ballot card"), "title")
        lead = label(
            self.tr(
                "Six groups of four characters, on the card you drew or were given separately from the package. "
                "Upper or lower case makes no difference."
            ),
            "quiet",
            wrap=True,
        )
        self.field = CardField()
        self.field.changed.connect(self._check)
        self.field.submitted.connect(self._enter)
        self.state = label("", "secondary", wrap=True)
        self.state.setMinimumHeight(22)
        self.remember = QCheckBox(self.tr("Remember the card on this computer"))
        self.remember.setVisible(can_remember())
        self.remember.setToolTip(
            self.tr("In the system's own store of secrets. Leave it off on a computer that others use.")
        )
        self.open = button(self.tr("Open the package"), "primary")
        self.open.clicked.connect(self._enter)
        from_file = button(self.tr("Open a card file…"))
        from_file.clicked.connect(self._choose_file)
        back = button(self.tr("Another package"), "link")
        back.clicked.connect(self.back)
        content.setLayout(
            column(
                title,
                4,
                lead,
                20,
                self.field,
                6,
                self.state,
                10,
                self.remember,
                12,
                row(self.open, from_file, None, back),
                28,
                self._outside(sealed, file_name),
                None,
                margins=(0, 48, 0, 32),
                spacing=0,
            )
        )
        holder = QWidget()
        holder.setLayout(row(None, content, None))
        self.setLayout(column(scrolling(holder, "paper")))
        self._check()

    def _outside(self, sealed: SealedPackage, file_name: str) -> QWidget:
        """What the package says without a card."""
        box = QWidget()
        ground(box, "surface")
        lines = column(margins=(16, 12, 16, 12), spacing=6)
        round_short = "-".join(sealed.round_id[place : place + 4] for place in (0, 4, 8)).upper()
        for name, value in (
            (self.tr("Package"), visible(file_name, 60)),
            (self.tr("Organizer's key"), short_form(_hex_of(sealed))),
            (self.tr("Round"), round_short),
        ):
            named = label(name, "secondary")
            named.setFixedWidth(136)
            shown = label(value, "body", select=True)
            shown.setAccessibleName(f"{name} {value}")
            lines.addLayout(row(named, shown, None, spacing=8))
        lines.addWidget(
            label(
                self.tr("Compare them with the cover letter before you open the package."),
                "secondary",
                wrap=True,
            )
        )
        box.setLayout(lines)
        return box

    def show_failure(self, failure: ReviewError) -> None:
        """Says below the field why the card did not open the package."""
        text = sentences(failure)
        self.state.setText(f"{text.what} {text.next}")
        set_role(self.state, "attention")
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def read_file(self, path: Path) -> None:
        """Takes the card from a card file."""
        try:
            text = read_limited(path, CARD_FILE_LIMIT).decode("utf-8-sig", "replace")
            card = read_card(text)
        except ReviewError as failure:
            self.show_failure(failure)
            return
        self.field.set_card(card)

    def _check(self) -> None:
        found, total = self.field.counted()
        failure = self.field.failure()
        self.open.setEnabled(self.field.card() is not None)
        if self.field.card() is not None:
            self.state.setText(self.tr("The card is typed correctly."))
            set_role(self.state, "done")
        elif failure is not None and failure.code != "card-length":
            text = sentences(failure)
            self.state.setText(f"{text.what} {text.next}")
            set_role(self.state, "attention")
        elif found > total:
            self.state.setText(self.tr("%n character(s) too many.", "", found - total))
            set_role(self.state, "attention")
        else:
            waiting = self.tr("{found} of {total} characters").format(found=found, total=total)
            self.state.setText(waiting if found else self.tr("Type or paste it, or drop the card file here."))
            set_role(self.state, "secondary")

    def _enter(self) -> None:
        card: BallotCard | None = self.field.card()
        if card is not None:
            self.entered.emit(card, self.remember.isChecked() and self.remember.isVisibleTo(self))
        elif self.field.counted()[0]:
            self.show_failure(self.field.failure() or InputError("card-check"))

    def _choose_file(self) -> None:
        filters = [self.tr("Card files (*.card *.txt)"), self.tr("All files (*)")]
        ask_for_existing(self, self.tr("Open a card file"), filters, self.read_file)


def _hex_of(sealed: SealedPackage) -> str:
    """The organizer's thumbprint (base64url) as hex digits, for its short form."""
    thumbprint = sealed.organizer_thumbprint
    return base64.urlsafe_b64decode(thumbprint + "=" * (-len(thumbprint) % 4)).hex()
