"""After exporting, three steps: send the file, see that it arrived, and look the receipt up after publication."""

from __future__ import annotations

import html
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLayout, QPushButton, QVBoxLayout, QWidget

from review_app.model.text import visible
from review_app.ui.expert import sheet_file
from review_app.ui.expert.heard import announce
from review_app.ui.widgets.flow import Flow
from review_app.ui.widgets.folded import Folded
from review_app.ui.widgets.parts import button, column, ground, label, row

NUMBER_WIDTH = 28
LINK_SIDE = 6
"""Pixels of a link beside its words, as the style sheet has them."""
FOLDED_LINES, WHOLE_LINES = 3, 4
"""Lines of long instructions that are shown at first, and so many that all of them are."""
BRIEFLY = 1500
"""Milliseconds for which a button says that it copied."""


class Codes(Protocol):
    """What is kept of a sheet: :class:`~review_app.model.scoring.sheet.Receipt`, or what the store remembers of it."""

    @property
    def revision(self) -> int: ...
    @property
    def receipt(self) -> str: ...
    @property
    def delivery_code(self) -> str: ...


class ReceiptPanel(QWidget):
    """The steps, each with what it takes.  Without instructions one sentence sends the expert to the cover letter.

    ``file`` is None for a sheet of an earlier start: where it was written isn't kept, only ``file_name``.
    """

    print_wanted = Signal()

    def __init__(
        self,
        receipt: Codes,
        file: Path | None,
        instructions: str,
        closing: str = "",
        file_name: str = "",
        replaced: str = "",
    ) -> None:
        """``closing``: until when sheets are taken, in words, where the round says so; ``replaced``: what to do with
        earlier sheets, in words, where there are any."""
        super().__init__()
        self._closing, self._file_name, self._replaced = closing, file_name, replaced
        self._copies: dict[QPushButton, tuple[str, QVBoxLayout]] = {}
        self._copied_last = self._text_copied = ""
        self.displaced = label("", "secondary", wrap=True)
        self.displaced.hide()
        self.receipt, self.file, self.instructions = receipt, file, instructions
        done = label(
            self.tr("The sheet is signed and sealed (revision {revision})").format(revision=receipt.revision),
            "done-heading",
            wrap=True,
        )
        self._foot = column(spacing=8)
        self.copy_all = self._copier(
            self.tr("Copy receipt and code"), self.as_text, self.tr("receipt and delivery code"), self._foot
        )
        self.save_receipt = button(self.tr("Save the receipt as PDF, to print…"))
        self.save_receipt.clicked.connect(self.print_wanted)
        self.qr_button = button(self.tr("Show as QR code"), "link")
        self.qr_button.clicked.connect(self._toggle_qr)
        self._qr: QWidget | None = None
        self._foot.addLayout(Flow(self.save_receipt, self.copy_all, self.qr_button))
        self.setLayout(
            column(
                done,
                8,
                self._step(1, self.tr("Send this file"), self._sending()),
                10,
                self._step(2, self.tr("See that it arrived"), self._arriving()),
                10,
                self._step(3, self.tr("After publication: see that it counts"), self._counting()),
                12,
                self._foot,
                spacing=4,
            )
        )

    def as_text(self) -> str:
        """Both codes as text for a notebook."""
        return self.tr("Receipt: {receipt}\nDelivery code: {code}").format(
            receipt=self.receipt.receipt, code=self.receipt.delivery_code
        )

    def tell_saved(self, file: Path) -> None:
        """The receipt was written into ``file``: it can be opened, and printed from there."""
        opened = button(self.tr("Open {name} to print it").format(name=visible(file.name, 60)), "link")
        opened.clicked.connect(lambda: sheet_file.open_file(file))
        self._foot.insertLayout(1, row(opened, None))
        opened.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, number: int, heading: str, content: QLayout) -> QLayout:
        figure = label(str(number), "step-number")
        figure.setFixedSize(NUMBER_WIDTH, NUMBER_WIDTH)
        figure.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title = label(heading, "heading")
        title.setAccessibleName(self.tr("Step {number}: {what}").format(number=number, what=heading))
        inner = column(title, content, spacing=6)
        line = row(figure, inner, spacing=12)
        line.setAlignment(figure, Qt.AlignmentFlag.AlignTop)
        line.setStretch(1, 1)
        return line

    def _sending(self) -> QVBoxLayout:
        made = column(spacing=6)
        if self._closing:
            made.addWidget(label(self._closing, "strong", wrap=True))
        if self.file is None:
            text = self.tr("The file of revision {revision}, from where you saved it.")
            if self._file_name:
                made.addWidget(label(self._file_name, "strong", wrap=True, select=True))
            made.addWidget(label(text.format(revision=self.receipt.revision), "body", wrap=True))
        else:
            self._add_file(made, self.file)
        if self._replaced:
            made.addWidget(label(self._replaced, "body", wrap=True))
        instructions = _lines(self.instructions)
        if not instructions.strip():
            letter = self.tr("How to return the sheet is explained in the organizer's cover letter.")
            made.addWidget(label(letter, "body", wrap=True))
            return made
        box = QWidget()
        ground(box, "surface")
        words = Folded(instructions, FOLDED_LINES, WHOLE_LINES)
        words.setAccessibleName(self.tr("Return instructions"))
        copy = self._copier(
            self.tr("Copy instructions"), lambda: instructions, self.tr("return instructions"), made, "link"
        )
        said = label(self.tr("The organizer asks:"), "secondary")
        ways = row(self._fold(words), copy, None)
        # A link has its own margin, for its frame of focus: its words stand in line with those above.
        texts = column(said, words, margins=(LINK_SIDE, 0, 0, 0), spacing=4)
        box.setLayout(column(texts, ways, margins=(14 - LINK_SIDE, 10, 14, 6), spacing=4))
        made.addWidget(box)
        return made

    def _fold(self, words: Folded) -> QPushButton:
        """Long instructions show their first lines, so that all three steps stay in view."""
        unfold = button(self.tr("Show all of it"), "link")

        def toggle() -> None:
            whole = words.folded
            words.unfold(whole)
            unfold.setText(self.tr("Show less") if whole else self.tr("Show all of it"))

        unfold.clicked.connect(toggle)
        unfold.setVisible(words.long)
        words.fits.connect(lambda fits: unfold.setVisible(not fits))
        return unfold

    def _add_file(self, made: QVBoxLayout, file: Path) -> None:
        name = label(visible(file.name, 120), "strong", wrap=True, select=True)
        folder = label(
            self.tr("in the folder {folder}").format(
                folder=visible(file.parent.name or str(file.parent), 120)
            ),
            "secondary",
            wrap=True,
            select=True,
        )
        folder.setToolTip(f"<p style='white-space:pre-wrap'>{html.escape(visible(str(file), 1000))}</p>")
        self.show_folder = button(self.tr("Show in folder"))
        self.show_folder.clicked.connect(lambda: sheet_file.show_in_folder(file))
        self.copy_file = button(self.tr("Copy the file, to paste into a mail"))
        self._copies[self.copy_file] = (self.tr("file", "on the clipboard"), made)
        self.copy_file.clicked.connect(
            lambda: self._copied(self.copy_file, lambda: sheet_file.copy_file(file))
        )
        for item in (name, folder):
            made.addWidget(item)
        made.addLayout(Flow(self.show_folder, self.copy_file))

    def _arriving(self) -> QVBoxLayout:
        made = column(spacing=4)
        made.addWidget(
            self._code(self.tr("Delivery code"), self.tr("has it arrived?"), self.receipt.delivery_code, made)
        )
        use = self.tr(
            "The organizer posts a list of the delivery codes that have come in. If yours is on it, the file has "
            "arrived. If it still isn't after some days, send the same file again."
        )
        made.addWidget(label(use, "secondary", wrap=True))
        return made

    def _counting(self) -> QVBoxLayout:
        made = column(spacing=4)
        made.addWidget(
            self._code(self.tr("Receipt"), self.tr("does it count? Secret"), self.receipt.receipt, made)
        )
        use = self.tr(
            "Look it up in the published results: they say whether your sheet counted. Whoever has the receipt finds "
            "your row of scores, so keep it to yourself. The number after the stroke is the revision."
        )
        made.addWidget(label(use, "secondary", wrap=True))
        missing = self.tr(
            "If it is missing there, or stands with a lower number, ask the organizer why; through somebody else, if "
            "your row is to stay unknown to them."
        )
        made.addWidget(label(missing, "secondary", wrap=True))
        return made

    def _code(self, name: str, purpose: str, code: str, below: QVBoxLayout) -> QWidget:
        box = QWidget()
        ground(box, "surface")
        value = label(code, "code", select=True)
        value.setAccessibleName(self.tr("{name}: {code}").format(name=name, code=code))
        value.setAccessibleDescription(purpose)
        copy = self._copier(self.tr("Copy"), lambda: code, name, below, "link")
        copy.setAccessibleName(self.tr("Copy: {name}").format(name=name))
        what = column(label(name, "strong"), label(purpose, "secondary"), spacing=0)
        line = row(what, value, None, copy, margins=(14, 6, 14 - LINK_SIDE, 6), spacing=16)
        box.setLayout(line)
        return box

    def _toggle_qr(self) -> None:
        wanted = self._qr is None or self._qr.isHidden()
        if self._qr is None:
            self._qr = self._make_qr()
            self._foot.addWidget(self._qr)
        self._qr.setVisible(wanted)
        self.qr_button.setText(self.tr("Hide the QR code") if wanted else self.tr("Show as QR code"))

    def _make_qr(self) -> QWidget:
        # The codes are drawn by what draws them on paper, which takes a moment to load.
        from review_app.model.publish.qr import qr_code
        from review_app.model.publish.receipt_page import receipt_code_text
        from review_app.ui.widgets.qr_picture import QrPicture

        code = qr_code(receipt_code_text(self.receipt.receipt, self.receipt.delivery_code))
        picture = QrPicture(code.rows, self.tr("Receipt and delivery code as a QR code"))
        mind = label(
            self.tr(
                "Holds both codes and nothing else. Scan it with a camera only, not with a chat program."
            ),
            "secondary",
            wrap=True,
        )
        made = QWidget()
        made.setLayout(row(picture, mind, margins=(0, 8, 0, 8), spacing=16))
        return made

    def _copier(
        self, text: str, content: Callable[[], str], what: str, below: QVBoxLayout, kind: str = ""
    ) -> QPushButton:
        """A button that copies ``what``; that something else is no longer on the clipboard is said in ``below``."""
        made = button(text, kind)
        self._copies[made] = (what, below)
        made.clicked.connect(
            lambda: self._copied(made, lambda: QGuiApplication.clipboard().setText(content()))
        )
        return made

    def _copied(self, pressed: QPushButton, copy: Callable[[], None]) -> None:
        text = pressed.text()
        if text == self.tr("Copied"):
            return
        clipboard = QGuiApplication.clipboard()
        still_there = clipboard.text() == self._text_copied
        copy()
        self._text_copied = clipboard.text()
        self._tell_displaced(pressed, still_there)
        # As wide as before: what stands beside it must not move under the hand.
        pressed.setMinimumWidth(pressed.sizeHint().width())
        pressed.setText(self.tr("Copied"))

        def back() -> None:
            pressed.setText(text)
            pressed.setMinimumWidth(0)

        QTimer.singleShot(BRIEFLY, pressed, back)

    def _tell_displaced(self, pressed: QPushButton, still_there: bool) -> None:
        """A clipboard holds one thing: what was copied here before is said to be gone, if it was still there."""
        what, below = self._copies[pressed]
        before, self._copied_last = self._copied_last, what
        if not (still_there and before and before != what):
            self.displaced.hide()
            return
        self.displaced.setText(
            self.tr('The clipboard holds one thing at a time: now "{what}", no longer "{before}".').format(
                what=what, before=before
            )
        )
        below.addWidget(self.displaced)
        self.displaced.show()
        announce(self.displaced, self.displaced.text())


def _lines(text: str) -> str:
    """Several lines from outside, each with nothing in it that hides or reorders."""
    return "\n".join(visible(line, 2000) for line in text.split("\n")[:200])
