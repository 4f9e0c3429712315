"""What an expert keeps after exporting: receipt, delivery code, and where the sheet goes."""

from __future__ import annotations

import html
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from review_app.model.scoring.sheet import Receipt
from review_app.model.text import visible
from review_app.ui.widgets.parts import button, column, ground, label, row


class ReceiptPanel(QWidget):
    """Codes to keep, each with what it is good for, and the organizer's instructions as they were written.

    Without instructions one sentence sends the expert to the cover letter.
    """

    def __init__(self, receipt: Receipt, file: Path, instructions: str) -> None:
        super().__init__()
        self.receipt, self.file, self.instructions = receipt, file, instructions
        done = label(
            self.tr("The sheet is signed and sealed (revision {revision})").format(revision=receipt.revision),
            "done-heading",
            wrap=True,
        )
        name = label(visible(file.name, 120), "body", wrap=True, select=True)
        folder = label(
            self.tr("in the folder {folder}").format(
                folder=visible(file.parent.name or str(file.parent), 120)
            ),
            "secondary",
            wrap=True,
            select=True,
        )
        folder.setToolTip(f"<p style='white-space:pre-wrap'>{html.escape(visible(str(file), 1000))}</p>")
        codes = QWidget()
        ground(codes, "surface")
        codes.setLayout(
            column(
                self._code(
                    self.tr("Receipt"),
                    receipt.receipt,
                    self.tr("finds your row in the published result; keep it to yourself"),
                ),
                self._code(
                    self.tr("Delivery code"),
                    receipt.delivery_code,
                    self.tr("compare it with the organizer's list of what has arrived"),
                ),
                margins=(16, 12, 16, 12),
                spacing=12,
            )
        )
        heading = label(self.tr("Now send it"), "heading")
        self.copy_all = self._copier(self.tr("Copy receipt and code"), self.as_text)
        self.setLayout(
            column(
                done,
                name,
                folder,
                8,
                codes,
                row(self.copy_all, None),
                16,
                heading,
                self._sending(),
                spacing=6,
            )
        )

    def _sending(self) -> QVBoxLayout:
        instructions = _lines(self.instructions)
        if not instructions.strip():
            letter = self.tr("How to return the sheet is explained in the organizer's cover letter.")
            return column(label(letter, "body", wrap=True))
        words = label(instructions, "body", wrap=True, select=True)
        words.setAccessibleName(self.tr("Return instructions"))
        copy = self._copier(self.tr("Copy instructions"), lambda: instructions)
        return column(words, row(copy, None), spacing=6)

    def as_text(self) -> str:
        """Both codes as text for a notebook."""
        return self.tr("Receipt: {receipt}\nDelivery code: {code}").format(
            receipt=self.receipt.receipt, code=self.receipt.delivery_code
        )

    def _code(self, name: str, code: str, use: str) -> QVBoxLayout:
        value = label(code, "code", select=True)
        value.setAccessibleName(f"{name} {code}")
        return column(label(name, "secondary"), value, label(use, "secondary", wrap=True), spacing=2)

    def _copier(self, text: str, content: Callable[[], str]) -> QPushButton:
        made = button(text)

        def copy() -> None:
            QGuiApplication.clipboard().setText(content())
            made.setText(self.tr("Copied"))
            QTimer.singleShot(1500, made, lambda: made.setText(text))

        made.clicked.connect(copy)
        return made


def _lines(text: str) -> str:
    """Several lines from outside, each with nothing in it that hides or reorders."""
    return "\n".join(visible(line, 2000) for line in text.split("\n")[:200])
