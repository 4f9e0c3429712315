"""Where the parts of a campaign lie, and what speaks against that place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from review_app.model.workspace.place import Doubt
from review_app.ui.widgets.parts import button, column, empty, label, row


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
        said = {
            "synced": self.tr(
                "This folder is copied to other computers by a sync program while you work in it: the"
                " nominations leave this computer, and two computers could write at once. Move the "
                "folder to a place of this computer alone."
            ),
            "network": self.tr(
                "This folder lies on a network: a second computer may not be held off, and a broken "
                "connection can interrupt writing. Work on a disk of this computer, and put backups "
                "on the network."
            ),
            "read-only": self.tr("Nothing can be written here: the campaign can only be looked at."),
        }
        keys = {
            "system": self.tr("in this computer's own store of passwords"),
            "file": self.tr("in the program's own folder on this computer"),
            "passphrase": self.tr("nowhere: the vault opens with your passphrase"),
        }
        self.doubts.setText("\n".join(said[doubt] for doubt in doubts))
        self.doubts.setVisible(bool(doubts))
        empty(self._grid)
        lines = [
            (self.tr("Folder"), str(folder)),
            (self.tr("Nominations, decisions, cards' public parts, log"), "campaign.sqlite"),
            (self.tr("Attachments"), "files"),
            (self.tr("Ballot boxes"), "box-1.sqlite, box-2.sqlite, …"),
            (self.tr("The organizer's secrets, sealed"), "vault.age"),
            (self.tr("The key to them"), keys[key]),
        ]
        for number, (what, where) in enumerate(lines):
            self._grid.addWidget(label(what, "secondary"), number, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label(where, "body-small", wrap=True, select=True), number, 1)
