"""Only the page is left: no list, no scores, no bars, the whole screen; and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel, QWidget

from review_app.ui import shortcuts
from review_app.ui.widgets.parts import button, ground, label, row

if TYPE_CHECKING:
    from review_app.ui.window import MainWindow


class FocusMode(QObject):
    """Takes the window of a round to the page alone and back to how it was."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._before = Qt.WindowState.WindowNoState
        self._foot: QWidget | None = None
        self._escape = shortcuts.bind(window, {"leave_focus_mode": self.leave})["leave_focus_mode"]
        self._escape.setEnabled(False)

    def toggle(self) -> None:
        """Into it, where something is being read; out of it, where it holds."""
        page = self._window.round
        if page is None or not page.isVisible():
            return
        if not page.focus_mode and page.step != "read":
            return
        if not page.focus_mode:
            page.focus_mode_changed.connect(self._show, Qt.ConnectionType.UniqueConnection)
        page.set_focus_mode(not page.focus_mode)

    def leave(self) -> None:
        """Out of it."""
        if self._window.round is not None:
            self._window.round.set_focus_mode(False)

    def _show(self, on: bool) -> None:
        window = self._window
        self._escape.setEnabled(on)
        window.top.setVisible(not on)
        if on:
            window.notes.hide()
            self._foot = self._make_foot()
            window.add_below(self._foot)
            self._before = window.windowState()
            window.setWindowState(self._before | Qt.WindowState.WindowFullScreen)
            return
        if self._foot is not None:
            self._foot.hide()
            self._foot.deleteLater()
            self._foot = None
        window.notes.setVisible(bool(window.notes.notes))
        window.setWindowState(self._before & ~Qt.WindowState.WindowFullScreen)

    def _make_foot(self) -> QWidget:
        foot = QWidget()
        ground(foot, "paper")
        hint: QLabel = label(self.tr("Esc or F11 brings list and scores back"), "secondary")
        back = button(self.tr("Leave focus mode"), "link")
        back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        back.clicked.connect(self.leave)
        foot.setLayout(row(None, hint, back, margins=(24, 4, 24, 8), spacing=8))
        return foot
