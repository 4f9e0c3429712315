"""Behind the organizers' door of the first page: campaigns opened before, a new one, the sample, an archived one."""

from __future__ import annotations

from pathlib import Path

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from review_app.model.errors import ReviewError
from review_app.model.text import visible
from review_app.ui.jobs import Jobs
from review_app.ui.settings import Settings
from review_app.ui.widgets.parts import ElidedLabel, button, column, label, row


class NewCampaign(msgspec.Struct, frozen=True):
    """What the form for a new campaign says; ``passphrase`` is empty unless the vault needs one."""

    folder: Path
    title: str
    edition: str
    organizers: list[str]
    passphrase: str = ""


class OrganizerDoor(QWidget):
    """Leads to a campaign."""

    open_wanted = Signal(object, bool)
    """Folder (Path), and whether it is only looked at."""
    new_wanted = Signal(object)
    """A :class:`NewCampaign`."""
    sample_wanted = Signal()

    def __init__(self, settings: Settings, jobs: Jobs) -> None:
        super().__init__()
        self._settings, self._jobs = settings, jobs
        self.open = button(self.tr("Open a campaign folder…"), "primary")
        self.open.clicked.connect(self._ask_folder)
        self.sample = button(self.tr("Try the sample campaign"))
        self.sample.clicked.connect(self.sample_wanted)
        lines = column(spacing=2)
        for folder in settings.campaigns:
            link = button(visible(folder.name, 48).replace("&", "&&"), "link")
            link.clicked.connect(lambda _=False, folder=folder: self.open_wanted.emit(folder, False))
            line = row(link, ElidedLabel(visible(str(folder.parent), 300), "secondary"), spacing=8)
            line.setStretch(1, 1)
            lines.addLayout(line)
        self.setLayout(
            column(label(self.tr("Campaigns"), "heading"), lines, row(self.open, self.sample, None))
        )

    def _ask_folder(self) -> None:
        from review_app.ui.widgets.dialogs import ask_for_folder

        ask_for_folder(self, self.tr("Open a campaign"), lambda folder: self.open_wanted.emit(folder, False))

    def set_busy(self, busy: bool) -> None:
        """While a campaign is being opened or made."""
        self.setEnabled(not busy)

    def show_failure(self, failure: ReviewError) -> bool:
        """Says what went wrong where it belongs; False when a note of the window should."""
        return False
