"""The tabs below the reader: dossier, each attachment, and the notes, which always stay in sight."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from review_app.ui import theme
from review_app.ui.expert.desk import Piece
from review_app.ui.widgets.parts import button, empty, ground, row, scrolling

DOSSIER, CLAIMS, NOTES = "dossier", "claims", "notes"
NARROWEST, WIDEST = 84, 230
"""Pixels of an attachment's tab: titles are cut as far as the room asks, then the row scrolls."""
GAP = 6


class PieceTabs(QWidget):
    """:attr:`chosen` carries ``dossier``, ``claims``, ``notes`` or the member of an attachment."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        ground(self, "paper")
        self.setFixedHeight(theme.room(54))
        self.group = QButtonGroup(self)
        self._line = row(margins=(0, 0, 0, 0), spacing=GAP)
        self._texts: dict[str, str] = {}
        holder = QWidget()
        holder.setLayout(self._line)
        self._area = scrolling(holder, "paper")
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._dossier = self._make(DOSSIER, self.tr("Dossier"), "")
        self._claims = self._make(CLAIMS, self.tr("Figures"), self.tr("Where the figures come from"))
        self._notes = self._make(
            NOTES, self.tr("My notes"), self.tr("Private: sealed on this computer, never exported")
        )
        whole = row(self._dossier, self._claims, self._area, self._notes, margins=(24, 4, 24, 8), spacing=GAP)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Makes a tab for each attachment."""
        for old in self.group.buttons():
            if old not in (self._dossier, self._claims, self._notes):
                self.group.removeButton(old)
        empty(self._line)
        self._texts = {piece.member: piece.title for piece in pieces}
        for piece in pieces:
            self._line.addWidget(self._make(piece.member, piece.title, piece.file_name))
        self._line.addStretch(1)
        self._fit()

    def show_claims(self, count: int, beside: bool) -> None:
        """Says how many figures have a source; what is shown ``beside`` the text needs no tab."""
        text = self.tr("Figures {count}").format(count=self.locale().toString(count))
        self._claims.setText(text)
        self._claims.setAccessibleName(text)
        self._claims.setVisible(not beside)
        self._fit()

    def mark(self, name: str) -> None:
        """Shows which one is open."""
        for tab in self.group.buttons():
            tab.setChecked(tab.property("tab") == name)
            if tab.isChecked() and name in self._texts:
                self._area.ensureWidgetVisible(tab, 16, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _make(self, name: str, text: str, tip: str) -> QPushButton:
        tab = button(text.replace("&", "&&"), "tab")
        tab.setAccessibleName(text)
        lines = text if not tip else f"{text}\n{tip}"
        tab.setToolTip(f"<p style='white-space:pre-wrap'>{html.escape(lines)}</p>")
        tab.setCheckable(True)
        tab.setProperty("tab", name)
        tab.clicked.connect(lambda: self.chosen.emit(name))
        self.group.addButton(tab)
        return tab

    def _fit(self) -> None:
        if not self._texts:
            return
        room = self._area.width() - GAP * (len(self._texts) - 1)
        width = min(WIDEST, max(NARROWEST, room // len(self._texts)))
        for tab in self.group.buttons():
            text = self._texts.get(str(tab.property("tab")))
            if text is not None:
                tab.ensurePolished()
                shown = tab.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width - 34)
                tab.setText(shown.replace("&", "&&"))
