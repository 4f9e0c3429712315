"""The tabs below the reader: dossier, each attachment, and the notes, which always stay in sight."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton, QWidget

from review_app.ui import theme
from review_app.ui.expert.desk import Piece
from review_app.ui.widgets.parts import button, empty, ground, row

DOSSIER, CLAIMS, NOTES = "dossier", "claims", "notes"
NARROWEST, WIDEST = 100, 230
"""Pixels of an attachment's tab: titles are cut as far as the room asks; those that find none are in a list."""
GAP = 6
MARGIN, SLIM_MARGIN = 24, 8
"""Pixels beside the tabs, and where room is short."""
LISTED = 360
"""Pixels of a title in the list."""


class PieceTabs(QWidget):
    """:attr:`chosen` carries ``dossier``, ``claims``, ``notes`` or the member of an attachment.

    The tabs of dossier, notes, and figures if the case has any, are always in sight, and so is the one that is open
    where a tab finds room.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        ground(self, "paper")
        self.setFixedHeight(theme.room(54))
        self.setMinimumWidth(1)  # as many tabs as there is room for, not the other way round
        self.group = QButtonGroup(self)
        self._line = row(margins=(0, 0, 0, 0), spacing=GAP)
        self._texts: dict[str, str] = {}
        self._tabs: dict[str, QPushButton] = {}
        self._open = DOSSIER
        self._claims_text = self.tr("Figures")
        self._dossier = self._make(DOSSIER, self.tr("Dossier"), "")
        self._claims = self._make(CLAIMS, self._claims_text, self.tr("Where the figures come from"))
        self._notes = self._make(
            NOTES, self.tr("My notes"), self.tr("Private: sealed on this computer, never exported")
        )
        self.more = button("", "tab")
        self.more.setCheckable(True)
        self.more.clicked.connect(self._list_rest)
        self._whole = row(self._dossier, self._claims, self._line, self.more, None, self._notes, spacing=GAP)
        self.setLayout(self._whole)
        self._fit()

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Makes a tab for each attachment."""
        for old in self._tabs.values():
            self.group.removeButton(old)
        empty(self._line)
        self._texts = {piece.member: piece.title for piece in pieces}
        self._tabs = {
            piece.member: self._make(piece.member, piece.title, piece.file_name) for piece in pieces
        }
        for tab in self._tabs.values():
            tab.hide()
            self._line.addWidget(tab)
        self._fit()

    def show_claims(self, count: int, beside: bool) -> None:
        """Says how many figures have a source; what isn't there, or is shown ``beside`` the text, needs no tab."""
        self._claims_text = self.tr("Figures {count}").format(count=self.locale().toString(count))
        self._claims.setAccessibleName(self._claims_text)
        self._claims.setVisible(count > 0 and not beside)
        self._fit()

    def mark(self, name: str) -> None:
        """Shows which one is open."""
        self._open = name
        for tab in self.group.buttons():
            tab.setChecked(tab.property("tab") == name)
        self._fit()

    @property
    def listed(self) -> list[str]:
        """Members of the attachments that found no room for a tab."""
        return [member for member, tab in self._tabs.items() if tab.isHidden()]

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
        """Gives each attachment a tab, or as many as there is room for; where it is short, with fewer words."""
        count = len(self._tabs)
        self.more.setText(self.tr("+{count}").format(count=self.locale().toString(count)))
        one = self._width(self.more) + self._wanted(1)
        room = next((room for room in self._settled() if room >= self._wanted(count)), -1)
        if room < 0:
            room = next((room for room in self._settled() if room >= one), self._room())
        shown = list(self._tabs)
        if self._wanted(count) > room:
            fitting = max(0, (room - self._width(self.more)) // (theme.room(NARROWEST) + GAP))
            shown = shown[:fitting]
            if shown and self._open in self._tabs and self._open not in shown:
                shown[-1] = self._open
            room -= self._width(self.more)
        width = min(theme.room(WIDEST), room // (len(shown) or 1) - GAP)
        for member, tab in self._tabs.items():
            tab.ensurePolished()
            cut = tab.fontMetrics().elidedText(self._texts[member], Qt.TextElideMode.ElideRight, width - 34)
            tab.setText(cut.replace("&", "&&"))
            tab.setVisible(member in shown)
        rest = count - len(shown)
        self.more.setVisible(rest > 0)
        self.more.setChecked(self._open in self._tabs and self._open not in shown)
        self.more.setText(self.tr("+{count}").format(count=self.locale().toString(rest)))
        name = self.tr("%n more attachment(s)", "", rest)
        self.more.setAccessibleName(name)
        self.more.setToolTip(name)

    def _settled(self) -> Iterator[int]:
        """Pixels for the attachments, with ever less for the rest: fewer words, then slim margins."""
        claims, notes = self.tr("Figures"), self.tr("Notes")
        for margin, texts in (
            (MARGIN, (self._claims_text, self.tr("My notes"))),
            (MARGIN, (self._claims_text, notes)),
            (MARGIN, (claims, notes)),
            (SLIM_MARGIN, (claims, notes)),
        ):
            self._whole.setContentsMargins(margin, 4, margin, 8)
            self._claims.setText(texts[0])
            self._notes.setText(texts[1])
            yield self._room()

    def _wanted(self, count: int) -> int:
        return count * (theme.room(NARROWEST) + GAP)

    def _room(self) -> int:
        """Pixels for the attachments, a gap with each."""
        margins = self._whole.contentsMargins()
        kept = (self._dossier, self._claims, self._notes)
        taken = sum(self._width(tab) for tab in kept if not tab.isHidden())
        return self.width() - margins.left() - margins.right() - taken

    def _width(self, tab: QPushButton) -> int:
        tab.ensurePolished()
        return tab.sizeHint().width() + GAP

    def _list_rest(self) -> None:
        self._fit()  # a click has changed whether it is checked
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for member in self.listed:
            text = self.fontMetrics().elidedText(self._texts[member], Qt.TextElideMode.ElideMiddle, LISTED)
            line = menu.addAction(text.replace("&", "&&"))
            line.setCheckable(True)
            line.setChecked(member == self._open)
            line.triggered.connect(lambda _=False, member=member: self.chosen.emit(member))
        corner = self.more.mapToGlobal(self.more.rect().topLeft())
        menu.popup(corner - QPoint(0, menu.sizeHint().height() + GAP))
