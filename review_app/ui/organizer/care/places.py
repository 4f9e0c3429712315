"""Where the parts of a campaign lie, and what speaks against that place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from review_app.model.workspace.place import Doubt
from review_app.ui.widgets.parts import button, column, empty, label, row
from review_app.ui.widgets.path_label import PathLabel


class Places(QWidget):
    """The folder, what is in it, the key; warnings first."""

    def __init__(self) -> None:
        super().__init__()
        self.doubts = label("", "attention-body", wrap=True)
        self.doubts.hide()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.show_folder: QPushButton = button(self.tr("Show the folder"))
        self.setLayout(column(self.doubts, self._grid, row(self.show_folder, None)))

    def show_places(self, folder: Path, key: str, doubts: list[Doubt]) -> None:
        """``key`` is one of ``system``, ``file``, ``passphrase``."""
        keys = {
            "system": self.tr("in this computer's own store of passwords"),
            "file": self.tr("in the program's own folder on this computer"),
            "passphrase": self.tr("nowhere: your passphrase opens the secrets"),
        }
        self.doubts.setText("\n".join(" ".join(doubt_words(doubt)) for doubt in doubts))
        self.doubts.setVisible(bool(doubts))
        empty(self._grid)
        lies = PathLabel("body-small")
        lies.setText(str(folder))
        self._grid.addWidget(label(self.tr("Folder"), "secondary"), 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(lies, 0, 1)
        lines = [
            (
                self.tr("In it"),
                self.tr(
                    "Nominations with their attachments, decisions, the public parts of the cards, the ballot boxes, "
                    "the log; the organizer's secrets, sealed"
                ),
            ),
            (self.tr("The key to the secrets"), keys[key]),
        ]
        for number, (what, where) in enumerate(lines, start=1):
            self._grid.addWidget(label(what, "secondary"), number, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label(where, "body-small", wrap=True, select=True), number, 1)


def doubt_words(doubt: Doubt) -> tuple[str, str]:
    """What is wrong with a folder's place, and what to do about it."""
    translate = QCoreApplication.translate
    if doubt == "synced":
        return (
            translate(
                "Places",
                "A sync program copies this campaign's folder to other computers: the nominations leave this "
                "computer, and two computers could write at once.",
            ),
            translate("Places", "Move the folder to a place that isn't synced."),
        )
    if doubt == "network":
        return (
            translate(
                "Places",
                "This campaign's folder lies on a network: a second computer may not be held off, and a broken "
                "connection can interrupt writing.",
            ),
            translate("Places", "Work on a disk of this computer, and put backups on the network."),
        )
    return (
        translate("Places", "Nothing can be written in this campaign's folder."),
        translate("Places", "It can be looked at here; to work on it, copy it to a disk of this computer."),
    )
