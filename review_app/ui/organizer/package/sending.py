"""After it is built: the fingerprint, where the file lies, parts for mail, and how it goes out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from review_app.model.text import visible
from review_app.ui.file_words import size_words
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.published_key import PublishedKey
from review_app.ui.widgets.parts import button, column, label, row, rule

SIZES = ("7 MB", "14 MB", "18 MB", "36 MB", "70 MB")
"""What fits into mail of up to 10, 20, 25, 50 and 100 MB."""


class SendingView(QWidget):
    """Everything about the finished file."""

    folder_wanted = Signal()
    file_wanted = Signal()
    split_wanted = Signal(str)
    copy_wanted = Signal()
    letters_wanted = Signal()

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__()
        self.key = PublishedKey(desk, "strong")
        self.terms = label("", "passphrase", select=True)
        self.keys = label("", "secondary", wrap=True, select=True)
        self.copy = button(self.tr("Copy"), "quiet-link")
        self.copy.clicked.connect(self.copy_wanted)
        self.name = label("", "strong", wrap=True, select=True)
        self.place = label("", "secondary", wrap=True, select=True)
        self.show_folder = button(self.tr("Show in folder"))
        self.show_folder.clicked.connect(self.folder_wanted)
        self.find_file = button(self.tr("Find the file…"))
        self.find_file.clicked.connect(self.file_wanted)
        self.sizes = QComboBox()
        self.sizes.setEditable(True)
        self.sizes.addItems(SIZES)
        self.sizes.setCurrentText("18 MB")
        self.sizes.setAccessibleName(self.tr("Largest size of a part"))
        self.split = button(self.tr("Split for mail"))
        self.split.clicked.connect(lambda: self.split_wanted.emit(self.sizes.currentText()))
        self.parts = label("", "secondary", wrap=True, select=True)
        self.letters = button(self.tr("Cover letters"), "quiet-link", edge="left")
        self.letters.clicked.connect(self.letters_wanted)
        self.setLayout(
            column(
                label(self.tr("Fingerprint of the terms"), "secondary"),
                row(self.terms, self.copy, None),
                self.keys,
                label(
                    self.tr(
                        "Print it in the cover letter: the experts' program shows the same twelve symbols, and whoever "
                        "sees others was given another package."
                    ),
                    "secondary",
                    wrap=True,
                ),
                8,
                rule(),
                4,
                self.name,
                self.place,
                row(self.show_folder, self.find_file, None),
                label(
                    self.tr(
                        "Lost the file? Write it again: what it says stays the same, so every copy of either file is "
                        "good."
                    ),
                    "secondary",
                    wrap=True,
                ),
                8,
                rule(),
                4,
                label(self.tr("Too large for mail?"), "strong"),
                label(
                    self.tr(
                        "The package is also written as numbered parts. The expert saves all of them in one folder and "
                        "opens any. Mail needs a third more than the file has: for a limit of 25 MB, take 18 MB."
                    ),
                    "secondary",
                    wrap=True,
                ),
                row(self.sizes, self.split, None),
                self.parts,
                8,
                rule(),
                4,
                label(self.tr("How it goes out"), "strong"),
                label(
                    self.tr("1. The same package to every expert, by mail or on a stick."), "body", wrap=True
                ),
                label(
                    self.tr("2. The card on paper, by another way: never in the same message."),
                    "body",
                    wrap=True,
                ),
                label(
                    self.tr("3. A cover letter with the fingerprint and the closing date."), "body", wrap=True
                ),
                row(self.letters, None),
                8,
                rule(),
                4,
                self.key,
                None,
                spacing=6,
            )
        )

    def show_terms(self, terms: str, round_: str, key: str, thumbprint: str) -> None:
        """The short forms to compare, and the whole ``thumbprint`` of the key, which is published."""
        self.terms.setText(terms)
        words = self.tr("Round {round} · organizer's key, short form {key}")
        self.keys.setText(words.format(round=round_, key=key))
        self.key.show_key(thumbprint, key)

    def show_file(self, file: Path | None, parts: list[Path]) -> None:
        """Where the package lies, as far as this window knows."""
        there = file is not None and file.is_file()
        if file is not None and there:
            words = self.tr("{name} ({size})")
            self.name.setText(
                words.format(name=visible(file.name, 200), size=size_words(file.stat().st_size))
            )
            self.place.setText(visible(str(file.parent), 400))
        else:
            self.name.setText(self.tr("The file"))
            self.place.setText(
                self.tr(
                    "A campaign does not note where its files went. Find the package to check it, look at it or split "
                    "it; or write it again."
                )
            )
        self.show_folder.setVisible(there)
        self.find_file.setVisible(not there)
        self.split.setEnabled(there)
        self.sizes.setEnabled(there)
        names = [
            self.tr("{name} ({size})").format(
                name=visible(part.name, 200), size=size_words(part.stat().st_size)
            )
            for part in parts
            if part.is_file()
        ]
        self.parts.setText("\n".join(names))
        self.parts.setVisible(bool(names))
