"""The thumbprint of the organizer's key: the one that is published, with a way to copy it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.widgets.parts import button, column, label, row


class PublishedKey(QWidget):
    """The whole thumbprint, what it is for, and the short form in which cards and letters name the same key."""

    def __init__(self, desk: OrganizerDesk, heading: str = "heading") -> None:
        """``heading``: the role of its heading's letters."""
        super().__init__()
        self._desk = desk
        self.thumbprint = label("", "command", select=True)
        self.thumbprint.setAccessibleName(self.tr("Thumbprint of the organizer's key"))
        self.copy = button(self.tr("Copy"), "quiet-link")
        self.copy.setAccessibleDescription(self.tr("Thumbprint of the organizer's key"))
        self.copy.clicked.connect(self._copy)
        self.words = label(
            self.tr(
                "Publish it apart from the archive, where people know you: on your website, in the printed "
                "announcement. Without it nobody can tell this archive from one that somebody else has signed."
            ),
            "quiet",
            wrap=True,
        )
        self.short = label("", "quiet", wrap=True, select=True)
        self.setLayout(
            column(
                label(self.tr("Thumbprint of the organizer's key"), heading, wrap=True),
                row(self.thumbprint, self.copy, None),
                self.words,
                self.short,
                spacing=6,
            )
        )

    def show_key(self, thumbprint: str, short: str = "") -> None:
        """``thumbprint``: 43 characters; ``short``: the twelve that cards and letters have of it, "" for none."""
        self.thumbprint.setText(thumbprint)
        self.short.setText(
            self.tr("Cards and letters name the same key by twelve symbols: {short}").format(short=short)
        )
        self.short.setVisible(bool(short))

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.thumbprint.text())
        self._desk.tell(self.tr("The thumbprint is on the clipboard."), tone="quiet")
