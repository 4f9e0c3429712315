"""Where the figures of a case are shown: beside the text when there is room, otherwise as a page of their own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from review_app.model.case import Claim

if TYPE_CHECKING:
    from review_app.ui.expert.claims_page import ClaimsPage

BESIDE, COLUMN, MARGINS = 312, 720, 64
"""Pixels of the panel, of a full column of text at 100 %, and around that."""


class ClaimsHolder(QObject):
    """Keeps one :class:`ClaimsPage`, made when it is first wanted, in ``stack`` or in ``line`` beside it.

    :attr:`chosen` carries a claim to be shown in the text, :attr:`moved` follows a change of place.
    """

    chosen = Signal(object)
    moved = Signal()

    def __init__(self, stack: QStackedWidget, line: QHBoxLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self._stack, self._line = stack, line
        self._claims: Sequence[Claim] = ()
        self._room = self._folded = self.beside = False

    @cached_property
    def page(self) -> ClaimsPage:
        """The list of figures."""
        from review_app.ui.expert.claims_page import ClaimsPage

        page = ClaimsPage()
        page.chosen.connect(self.chosen)
        page.folded.connect(self.fold)
        page.show_claims(self._claims)
        self._stack.addWidget(page)
        return page

    def show_claims(self, claims: Sequence[Claim]) -> None:
        """Takes the figures of another case."""
        self._claims = claims
        if "page" in self.__dict__:
            self.page.show_claims(claims)
        self._settle()

    def fit(self, width: int, zoom: int) -> None:
        """Finds the place for a reader ``width`` pixels wide, with text at ``zoom`` per cent."""
        self._room = width >= BESIDE + COLUMN * zoom // 100 + MARGINS
        self._settle()

    def fold(self) -> None:
        """Hides what is beside the text."""
        self._folded = True
        self._settle()

    def unfold(self) -> bool:
        """Shows the figures beside the text again; False when there is no room for that."""
        self._folded = False
        self._settle()
        return self.beside

    def _settle(self) -> None:
        beside = bool(self._room and self._claims and not self._folded)
        if beside == self.beside:
            return
        self.beside = beside
        if beside:
            self._stack.removeWidget(self.page)
            self._line.addWidget(self.page)
            self.page.show()
        else:
            self._line.removeWidget(self.page)
            self._stack.addWidget(self.page)
        self.page.set_beside(beside)
        self.moved.emit()
