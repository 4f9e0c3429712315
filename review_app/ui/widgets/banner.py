"""Notes above a page: what happened, what to do next; they go when they are dismissed."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from review_app.ui.widgets.parts import button, column, ground, label, row

Tone = Literal["attention", "done", "quiet"]
AT_MOST = 3
"""Notes shown at once; the oldest goes first."""


class Banner(QWidget):
    """One note: a sentence on what happened, a second one on what to do."""

    dismissed = Signal()

    def __init__(self, what: str, following: str = "", tone: Tone = "attention") -> None:
        super().__init__()
        ground(self, "surface" if tone == "quiet" else tone)
        roles = {"attention": "attention-body", "done": "done-body", "quiet": "body"}
        self.what = label(what, roles[tone], wrap=True)
        self.following = label(following, "body", wrap=True)
        self.following.setVisible(bool(following))
        close = button("×", "icon")
        close.setAccessibleName(self.tr("Dismiss this note"))
        close.setToolTip(self.tr("Dismiss this note"))
        close.clicked.connect(self.dismissed)
        texts = column(self.what, self.following, spacing=2)
        line = row(texts, close, margins=(16, 8, 8, 8))
        line.setStretch(0, 1)
        line.setAlignment(close, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)
        self.setAccessibleName(f"{what} {following}".strip())


class BannerArea(QWidget):
    """Where notes appear; takes no room while there are none."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 8, 16, 8)
        self._column.setSpacing(8)
        self._notes: list[Banner] = []
        self.hide()

    @property
    def notes(self) -> list[Banner]:
        """What is shown, oldest first."""
        return list(self._notes)

    def tell(self, what: str, following: str = "", tone: Tone = "attention") -> Banner:
        """Shows a note; one that says the same already isn't doubled."""
        for known in self._notes:
            if known.what.text() == what and known.following.text() == following:
                return known
        while len(self._notes) >= AT_MOST:
            self.remove(self._notes[0])
        note = Banner(what, following, tone)
        note.dismissed.connect(lambda: self.remove(note))
        self._notes.append(note)
        self._column.addWidget(note)
        self.show()
        return note

    def remove(self, note: Banner) -> None:
        """Takes a note away."""
        if note in self._notes:
            self._notes.remove(note)
            note.hide()
            note.deleteLater()
        self.setVisible(bool(self._notes))

    def clear(self) -> None:
        """Takes all notes away."""
        for note in list(self._notes):
            self.remove(note)
