"""Where the cards that were drawn here were written, as long as the page lives: no campaign notes it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from review_app.model.publish.card_papers import FILES, PDF
from review_app.model.text import visible
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.widgets.flow import Flow
from review_app.ui.widgets.parts import button, column, label


class WrittenCards(QWidget):
    """A line for each folder in which cards still lie, the newest first.  A folder that was emptied has none."""

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__()
        self._folders: list[Path] = []
        self.now = label("", "attention-body", wrap=True, select=True)
        self.show_now = button(self.tr("Show in folder"))
        self.show_now.clicked.connect(lambda: desk.show_in_folder(self._folders[-1] / PDF))
        self.earlier = label("", "attention-body", wrap=True, select=True)
        self.setLayout(column(self.now, Flow(self.show_now), self.earlier, spacing=6))
        self.look()

    def add(self, folder: Path) -> None:
        """Cards were written into ``folder``; those written before are worthless now."""
        self._folders = [each for each in self._folders if each != folder] + [folder]
        self.look()

    def forget(self) -> None:
        """Another round is under way."""
        self._folders.clear()
        self.look()

    def look(self) -> None:
        """Looks again which of them are still there."""
        there = [each for each in self._folders if (each / PDF).exists() or (each / FILES).exists()]
        current = self._folders[-1] if self._folders else None
        self.now.setVisible(current in there)
        self.show_now.setVisible(current in there)
        if current is not None:
            words = self.tr(
                "{pdf} and {files} lie here: {folder}\nPrint now; delete both once the cards are handed out."
            )
            self.now.setText(words.format(pdf=PDF, files=FILES, folder=visible(str(current), 400)))
        old = [visible(str(each), 400) for each in there if each != current]
        self.earlier.setVisible(bool(old))
        words = self.tr("Cards drawn earlier still lie here; they are worthless, delete them, too: {folders}")
        self.earlier.setText(words.format(folders="\n".join(["", *old])))
        self.setVisible(bool(there))
