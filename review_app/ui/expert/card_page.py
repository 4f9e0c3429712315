"""The ballot card: typed, pasted or read from a card file, and tried only when its check symbols are right."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from review_app.model.crypto.base32 import short_form
from review_app.model.errors import InputError, ReviewError
from review_app.model.files import read_limited
from review_app.model.text import visible
from review_app.ui import theme
from review_app.ui.expert.card_entry import CardEntry
from review_app.ui.expert.card_field import read_card
from review_app.ui.widgets.dialogs import ask_for_existing
from review_app.ui.widgets.outer_page import OuterPage
from review_app.ui.widgets.parts import button, column, ground, label, row

if TYPE_CHECKING:
    from review_app.ui.opening import Outside

CARD_FILE_LIMIT = 4096


class CardPage(OuterPage):
    """Asks for the card of a package that lies there unopened.  :attr:`entered` carries card and "remember it"."""

    entered = Signal(object, bool)
    card_file = Signal(object)
    back = Signal()

    def __init__(self, outside: Outside) -> None:
        super().__init__()
        self.outside = outside
        title = label(self.tr("Your ballot card"), "title")
        lead = label(
            self.tr(
                "Six groups of four characters, on the card you drew or were given separately from the package. "
                "Upper or lower case makes no difference."
            ),
            "quiet",
            wrap=True,
        )
        self.card = CardEntry(
            self.tr("Type or paste it, or drop the card file here."), self.tr("The card is typed correctly.")
        )
        self.field, self.state = self.card.field, self.card.state
        self.card.changed.connect(self._check)
        self.card.submitted.connect(self._enter)
        self.remember = QCheckBox(self.tr("Remember the card on this computer"))
        self.remember.hide()  # until it is known whether it can be
        self.remember.setToolTip(
            self.tr("In the system's own store of secrets. Leave it off on a computer that others use.")
        )
        self.open = button(self.tr("Open the package"), "primary")
        self.open.clicked.connect(self._enter)
        from_file = button(self.tr("Open a card file…"))
        from_file.clicked.connect(self._choose_file)
        back = button(self.tr("Another package"), "link")
        back.clicked.connect(self.back)
        self._busy = False
        self.hold(
            column(
                title,
                4,
                lead,
                20,
                self.card,
                10,
                self.remember,
                12,
                row(self.open, from_file, None, back),
                28,
                self._about(outside),
                None,
                spacing=0,
            )
        )
        self._check()

    def _about(self, outside: Outside) -> QWidget:
        """What the package says without a card."""
        box = QWidget()
        ground(box, "surface")
        lines = column(margins=(16, 12, 16, 12), spacing=6)
        round_short = "-".join(outside.round_id[place : place + 4] for place in (0, 4, 8)).upper()
        for name, value in (
            (self.tr("Package"), visible(outside.path.name, 60)),
            (self.tr("Organizer's key"), short_form(hex_of_thumbprint(outside.organizer_thumbprint))),
            (self.tr("Round"), round_short),
        ):
            named = label(name, "secondary")
            named.setFixedWidth(theme.room(136))
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

    def offer_remembering(self, possible: bool) -> None:
        """Whether this computer has a store of secrets, which is found out beside the window."""
        self.remember.setVisible(possible)

    def show_busy(self, busy: bool) -> None:
        """While the card is tried, it isn't tried again."""
        self._busy = busy
        self._check()

    def show_failure(self, failure: ReviewError) -> None:
        """Says below the field why the card did not open the package."""
        self.card.show_failure(failure)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def read_file(self, path: Path) -> None:
        """Takes the card from a card file, or says why there is none in it."""
        try:
            text = read_limited(path, CARD_FILE_LIMIT).decode("utf-8-sig", "replace")
            card = read_card(text)
        except ReviewError as failure:
            self.show_failure(failure)
            return
        self.field.set_card(card)

    def _check(self) -> None:
        self.open.setEnabled(self.field.card() is not None and not self._busy)

    def _enter(self) -> None:
        card = self.field.card()
        if self._busy:
            return
        if card is not None:
            self.entered.emit(card, self.remember.isChecked() and self.remember.isVisibleTo(self))
        elif self.field.counted()[0]:
            self.show_failure(self.field.failure() or InputError("card-check"))

    def _choose_file(self) -> None:
        filters = [self.tr("Card files (*.card *.txt)"), self.tr("All files (*)")]
        ask_for_existing(self, self.tr("Open a card file"), filters, self.card_file.emit)


def hex_of_thumbprint(thumbprint: str) -> str:
    """A thumbprint (base64url) as hex digits, for its short form."""
    return base64.urlsafe_b64decode(thumbprint + "=" * (-len(thumbprint) % 4)).hex()
