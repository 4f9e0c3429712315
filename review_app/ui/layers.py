"""The window's whole content, and the page of help that may lie over it; what lies below takes no key meanwhile."""

from __future__ import annotations

import shiboken6
from PySide6.QtWidgets import QStackedWidget, QWidget

from review_app.model.scoring.session import ReviewSession


class Layers(QStackedWidget):
    """Shows the content, or help above it; the focus goes back to where it was."""

    def __init__(self) -> None:
        super().__init__()
        self._held: QWidget | None = None

    def put(self, whole: QWidget) -> None:
        """Puts ``whole`` in the place of everything before."""
        while (before := self.widget(0)) is not None:
            self.removeWidget(before)
            before.deleteLater()
        self.addWidget(whole)

    def show_help(self, what: str, session: ReviewSession | None) -> None:
        """Puts the page of help called ``what`` over the content; ``session``: the open round, if one is."""
        from review_app.ui.help_pages import make_page  # few starts need it

        if self.count() == 1:
            self._held = self.window().focusWidget()
        self._take_off()
        page = make_page(what, session)
        page.closed.connect(self.hide_help)
        self.addWidget(page)
        self.setCurrentWidget(page)
        page.setFocus()

    def hide_help(self) -> None:
        """Takes the page of help away, if there is one."""
        if self._take_off() and self._held is not None and shiboken6.isValid(self._held):
            self._held.setFocus()
        self._held = None

    def _take_off(self) -> bool:
        before = self.widget(1)
        if before is None:
            return False
        self.removeWidget(before)
        before.deleteLater()
        return True
