"""Between closing and opening: the record to hand out, who is present, and what an opening with too few showed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from review_app.model.crypto.base32 import short_form
from review_app.model.workspace.box_acts import BoxGlance, Opening
from review_app.ui import theme
from review_app.ui.organizer.box.states import StateLines
from review_app.ui.widgets.flow import Flow
from review_app.ui.widgets.parts import button, column, label, row, rule


class RecordPanel(QWidget):
    """The signed box record: its short form to read out, and the ways it is handed out."""

    record_wanted = Signal()
    page_wanted = Signal()
    codes_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.short = label("", "passphrase", select=True)
        self.short.setAccessibleName(self.tr("Short form of the box record"))
        self.digest = label("", "secondary", wrap=True, select=True)
        self.save_record = button(self.tr("Save the record…"))
        self.save_record.clicked.connect(self.record_wanted)
        self.save_page = button(self.tr("Save a page to print…"))
        self.save_page.clicked.connect(self.page_wanted)
        self.save_codes = button(self.tr("Save the delivery codes…"))
        self.save_codes.clicked.connect(self.codes_wanted)
        self.setLayout(
            column(
                label(self.tr("1  Hand out the record"), "heading"),
                label(
                    self.tr(
                        "Read the short form out, let those present write it down, and give everybody the file "
                        "before the box is opened. Whoever has it can check later that no sheet came or went. The file "
                        "(.jws) is signed text, for this program and for verify.html; the page is for people."
                    ),
                    "secondary",
                    wrap=True,
                ),
                self.short,
                self.digest,
                Flow(self.save_record, self.save_page, self.save_codes),
                spacing=8,
            )
        )

    def show_record(self, digest: str) -> None:
        """Fills the panel with the record's digest (64 hex digits)."""
        self.short.setText(short_form(digest))
        self.digest.setText(
            self.tr("In full, for a check by other programs (its SHA-256 digest): {digest}").format(
                digest=digest
            )
        )


class TooFew(QWidget):
    """What is said after an opening with too few accepted sheets: counts only."""

    record_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.heading = label("", "attention-body", wrap=True)
        self.lines = StateLines(choosing=False)
        self.save = button(self.tr("Save the opening record…"))
        self.save.clicked.connect(self.record_wanted)
        self.setLayout(
            column(
                rule(),
                self.heading,
                self.lines,
                label(
                    self.tr(
                        "Nothing that was opened was kept, and the box is closed again. The record is signed, so "
                        "sheets that come now are kept as late and do not count. Do as your statutes provide: "
                        "usually a new round with new cards."
                    ),
                    "secondary",
                    wrap=True,
                ),
                row(self.save, None),
                rule(),
                spacing=8,
                margins=(0, 4, 0, 4),
            )
        )
        self.hide()

    def show_opening(self, opening: Opening | None) -> None:
        """Shows what the last opening came to, if it came to too few."""
        shown = opening is not None and not opening.enough
        if opening is not None and shown:
            words = self.tr("{accepted} accepted sheets; the rule asks for {minimum} at least.")
            self.heading.setText(words.format(accepted=opening.accepted, minimum=opening.minimum))
            self.lines.show_counts(opening.counts)
        self.setVisible(shown)


class CeremonyView(QWidget):
    """The page of a closed box."""

    def __init__(self) -> None:
        super().__init__()
        self.record = RecordPanel()
        self.too_few = TooFew()
        self.names = QPlainTextEdit()
        self.names.setAccessibleName(self.tr("Who is present, one name a line"))
        self.names.setPlaceholderText(self.tr("One name a line"))
        self.names.setTabChangesFocus(True)
        self.names.setFixedHeight(theme.room(96))
        self.names.setMaximumWidth(theme.room(420))
        self.minimum = label("", "body", wrap=True)
        self.late = label("", "secondary", wrap=True)
        self.setLayout(
            column(
                self.too_few,
                self.record,
                12,
                label(self.tr("2  Who is present"), "heading"),
                label(
                    self.tr(
                        "The names are signed with the opening: into the log and into a record of the opening. "
                        "Witnesses from outside are worth more than colleagues."
                    ),
                    "secondary",
                    wrap=True,
                ),
                self.names,
                12,
                label(self.tr("3  Open the box"), "heading"),
                self.minimum,
                label(
                    self.tr(
                        "Every sheet is opened and ends in exactly one state. It can be cancelled and begun again; "
                        "no sheet is counted twice."
                    ),
                    "secondary",
                    wrap=True,
                ),
                self.late,
                None,
            )
        )

    def show_box(self, seen: BoxGlance, last: Opening | None) -> None:
        """Fills the view."""
        self.record.show_record(seen.record)
        self.too_few.show_opening(last)
        self.minimum.setText(
            self.tr(
                "{inside} sheets are in; at least {minimum} have to be accepted. With fewer, only the counts are "
                "shown, nothing opened is kept, and the box is closed again."
            ).format(inside=f"{seen.inside:,}", minimum=f"{seen.minimum:,}")
        )
        self.late.setText(
            self.tr("Sheets dropped here now are kept sealed as late: %n so far.", "", seen.late)
        )

    @property
    def present(self) -> list[str]:
        """The names typed, one a line."""
        return [name.strip() for name in self.names.toPlainText().splitlines() if name.strip()]
