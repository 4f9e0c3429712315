"""What comes when it is wanted and goes again, and where the focus is meanwhile."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from review_app.ui.widgets.parts import ground


class ComingPanel(QWidget):
    """A panel that takes the focus when it comes, and gives it back when it goes; Esc sends it away."""

    def __init__(self, role: str) -> None:
        """``role`` of its ground, as the style sheet knows it."""
        super().__init__()
        ground(self, role)
        self._before: QWidget | None = None
        self.hide()

    def come(self, first: QWidget) -> None:
        """Shows the panel, the focus in ``first``."""
        if self.isHidden():
            self._before = self.window().focusWidget()
        self.show()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_away(self) -> None:
        """Hides the panel; the focus goes back."""
        self.hide()
        before, self._before = self._before, None
        give_focus_back(before)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.go_away()
        else:
            super().keyPressEvent(event)


def give_focus_back(before: QWidget | None) -> bool:
    """Puts the focus where it was ``before``; False when that isn't there any more."""
    if before is None or not shiboken6.isValid(before) or not before.isVisible():
        return False
    before.setFocus(Qt.FocusReason.OtherFocusReason)
    return True
