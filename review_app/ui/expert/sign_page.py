"""Third step: what leaves the computer and what doesn't, the sheet, and the receipt."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from review_app.model.errors import ReviewError
from review_app.model.scoring.sheet import MAX_REVISION, Receipt, new_sheet_name
from review_app.ui.expert.desk import Desk
from review_app.ui.expert.receipt_panel import ReceiptPanel
from review_app.ui.expert.wording import standing_words
from review_app.ui.widgets.dialogs import ask_for_new
from review_app.ui.widgets.parts import button, column, empty, ground, label, row, rule, scrolling

TEXT_WIDTH = 640
SHOWN_OPEN = 8
"""Open cases listed; more are counted."""


class SignPage(QWidget):
    """Signs and seals.  Nothing is written before the person has chosen where."""

    jump = Signal(str)
    trouble = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        ground(self, "window")
        self._desk = desk
        self.open_links: list[QWidget] = []
        self._receipt: Receipt | None = None
        self._written: Path | None = None
        self._right = column(margins=(32, 24, 32, 24))
        left, right = QWidget(), QWidget()
        # Side by side at the middle of a wide window; no line longer than can be read.
        explained = row(None, _limited(self._explanation()), spacing=0)
        explained.setStretch(1, 100)
        left.setLayout(explained)
        acting = row(_limited(self._right), None, spacing=0)
        acting.setStretch(0, 100)
        right.setLayout(acting)
        self._left_area, self._right_area = scrolling(left, "paper"), scrolling(right)
        whole = row(self._left_area, self._right_area, spacing=0)
        whole.setStretch(0, 1)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _explanation(self) -> QVBoxLayout:
        leaves = [
            self.tr("your scores and recusals, signed with the key of your ballot card"),
            self.tr("your comments, sealed in the same file and published apart from the scores"),
            self.tr("which round they belong to, and which revision this is"),
        ]
        stays = [
            self.tr("your name, this computer's name, the time: the program writes none of them anywhere"),
            self.tr("your notes, doubts and reasons of recusal"),
            self.tr("your ballot card"),
        ]
        limits = [
            self.tr(
                "The sheet doesn't say whose it is, but whoever receives your mail sees who sent it. This round has "
                "one opening key: whoever holds it and receives the mail as well could see whose sheet it is. To avoid "
                "that, have somebody neutral hand it in."
            ),
            self.tr(
                "In a small panel, or by its style, a comment can be recognized. Write it with that in mind."
            ),
            self.tr("Anyone who has your card can sign in your place. Keep it until the result is out."),
            self.tr(
                "Whoever printed the cards could have used yours. Your receipt shows in the published result "
                "whether your own sheet was counted."
            ),
        ]
        texts = column(margins=(40, 24, 40, 24), spacing=6)
        for heading, points in (
            (self.tr("What leaves this computer"), leaves),
            (self.tr("What stays here"), stays),
            (self.tr("What no program can promise"), limits),
        ):
            texts.addWidget(label(heading, "heading"))
            for point in points:
                dot = label("·", "quiet")
                line = row(dot, label(point, "body", wrap=True), spacing=8)
                line.setAlignment(dot, Qt.AlignmentFlag.AlignTop)
                line.setStretch(1, 1)
                texts.addLayout(line)
            texts.addSpacing(14)
        texts.addStretch(1)
        return texts

    def reload(self) -> None:
        """Shows what holds now: what is open, the way to export, or the receipt just made."""
        empty(self._right)
        if self._receipt is not None and self._written is not None:
            self._show_receipt(self._receipt, self._written)
        open_cases = self._desk.open_cases()
        if open_cases:
            self._show_open(open_cases)
        else:
            self._show_export()
        self._show_earlier()
        self._right.addStretch(1)

    def focus_first(self) -> None:
        """Puts the focus on what comes next: the first open case, or the way to export."""
        target = self.open_links[0] if self._desk.open_cases() else self.export_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget_receipt(self) -> None:
        """After a change, the receipt shown is no longer that of what is stored."""
        self._receipt = self._written = None

    def _show_open(self, open_cases: list[str]) -> None:
        self._right.addWidget(label(self.tr("Not ready to sign yet"), "heading"))
        self._right.addWidget(
            label(
                self.tr("%n case(s) are still open. Score them, or recuse yourself.", "", len(open_cases)),
                "body",
                wrap=True,
            )
        )
        links = column(spacing=0)
        self._right.addLayout(links)
        self.open_links = []
        for case_id in open_cases[:SHOWN_OPEN]:
            link = button("", "link")
            text = f"{self._desk.number(case_id):02d}  {self._desk.title(case_id)}"
            link.ensurePolished()
            shown = link.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, 280)
            link.setText(shown.replace("&", "&&"))
            link.setAccessibleName(text)
            link.clicked.connect(lambda _=False, case_id=case_id: self.jump.emit(case_id))
            standing = label(standing_words(self._desk.state(case_id)), "secondary")
            links.addLayout(row(link, standing, None, spacing=8))
            self.open_links.append(link)
        more = len(open_cases) - SHOWN_OPEN
        if more > 0:
            self._right.addWidget(label(self.tr("and %n more", "", more), "secondary"))

    def _show_export(self) -> None:
        again = self._desk.session.meta.last_revision
        if self._receipt is None:
            self._right.addWidget(label(self.tr("Sign and export"), "heading"))
            text = self.tr(
                "Every case is decided. The sheet is written as one sealed file, which you then send."
            )
            if again:
                text = self.tr(
                    "A sheet was made before (revision {last}). This one is revision {new} and replaces it: "
                    "the highest revision that arrives in time counts."
                ).format(last=again, new=again + 1)
            self._right.addWidget(label(text, "body", wrap=True))
            self._add_earlier_field(again)
            self._right.addSpacing(8)
        else:
            self._right.addSpacing(16)
            self._right.addWidget(rule())
            self._right.addSpacing(8)
        self.export_button = button(
            self.tr("Sign and export…") if self._receipt is None else self.tr("Export once more…"),
            "primary" if self._receipt is None else "",
        )
        self.export_button.clicked.connect(self._ask_where)
        self._right.addLayout(row(self.export_button, None))

    def _add_earlier_field(self, last: int) -> None:
        self._right.addSpacing(8)
        self._right.addWidget(label(self.tr("Exported on another computer before?"), "body", wrap=True))
        self._right.addWidget(
            label(
                self.tr(
                    "Then enter the last revision from there (the number after the stroke of the receipt), "
                    "so that this sheet gets a higher one. Otherwise leave it empty."
                ),
                "secondary",
                wrap=True,
            )
        )
        self.earlier = QLineEdit()
        self.earlier.setValidator(QIntValidator(0, MAX_REVISION - 1, self.earlier))
        self.earlier.setAcceptDrops(False)
        self.earlier.setMaximumWidth(120)
        self.earlier.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.earlier.setPlaceholderText(self.tr("none"))
        self.earlier.setAccessibleName(self.tr("Last revision exported on another computer"))
        self._right.addWidget(self.earlier)

    def _show_receipt(self, receipt: Receipt, file: Path) -> None:
        instructions = self._desk.session.package.manifest.return_instructions
        self.receipt_panel = ReceiptPanel(receipt, file, instructions)
        self._right.addWidget(self.receipt_panel)

    def _show_earlier(self) -> None:
        exported = self._desk.session.meta.exported
        shown = [
            each for each in exported if self._receipt is None or each.revision != self._receipt.revision
        ]
        if not shown:
            return
        self._right.addSpacing(20)
        self._right.addWidget(label(self.tr("Earlier receipts"), "heading"))
        for each in reversed(shown):
            text = self.tr("Revision {revision}: receipt {receipt}, delivery code {code}").format(
                revision=each.revision, receipt=each.receipt, code=each.delivery_code
            )
            self._right.addWidget(label(text, "secondary", wrap=True, select=True))

    def _ask_where(self) -> None:
        name = new_sheet_name(self.tr("scores", "file name of a sheet"))
        folder = self._written.parent if self._written else Path.home()
        # A sheet never takes the place of another file: the session refuses, in words.
        ask_for_new(
            self,
            self.tr("Save the score sheet"),
            folder / name,
            self.tr("Score sheet (*.scoresheet)"),
            self.export_to,
        )

    def export_to(self, file: Path) -> None:
        """Signs and seals into ``file``; a failure leaves no file and is told."""
        try:
            self._take_earlier()
            receipt = self._desk.session.export(file)
        except ReviewError as failure:
            self._fail(failure)
            return
        self._receipt, self._written = receipt, file
        self.reload()
        self._right_area.verticalScrollBar().setValue(0)
        self.receipt_panel.copy_all.setFocus(Qt.FocusReason.OtherFocusReason)
        self._desk.exported.emit(receipt)

    def _take_earlier(self) -> None:
        field = getattr(self, "earlier", None)
        if self._receipt is None and field is not None and field.text().strip().isdecimal():
            self._desk.session.note_earlier_revision(int(field.text()))

    def _fail(self, failure: ReviewError) -> None:
        self.trouble.emit(failure)
        self.reload()


def _limited(layout: QVBoxLayout) -> QWidget:
    made = QWidget()
    made.setMaximumWidth(TEXT_WIDTH)
    made.setLayout(layout)
    return made
