"""Which drawer of the score panel is open: what scores mean, what was changed, own institutions; one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from review_app.model.scoring.scores import CaseScores
from review_app.ui.expert.drawer import LOWEST, Drawer
from review_app.ui.widgets.parts import column

if TYPE_CHECKING:
    from review_app.ui.expert.desk import Desk
    from review_app.ui.expert.history_panel import HistoryPanel
    from review_app.ui.expert.level_drawer import LevelDrawer
    from review_app.ui.expert.score_panel import ScorePanel

MOST = 320
"""Pixels of height beyond which a drawer scrolls."""


class Drawers(QWidget):
    """Makes each drawer when it is first wanted, shows it in the lower part of the panel, and gives the focus back."""

    def __init__(self, panel: ScorePanel, desk: Desk) -> None:
        super().__init__()
        self._panel, self._desk = panel, desk
        self._before: QWidget | None = None
        self._made: dict[str, Drawer] = {}
        self._column = column(margins=(12, 0, 12, 0), spacing=0)
        self.setLayout(self._column)
        self.hide()

    @property
    def open_one(self) -> Drawer | None:
        """The drawer that is open."""
        return next((drawer for drawer in self._made.values() if not drawer.isHidden()), None)

    @property
    def open_name(self) -> str:
        """``levels``, ``history``, ``institutions``, or empty when nothing is open."""
        return next((name for name, drawer in self._made.items() if not drawer.isHidden()), "")

    def open_again(self, name: str, row: int) -> None:
        """Opens what :attr:`open_name` said, as before the pages were built anew; ``row``: the row at hand."""
        if name == "levels":
            self.toggle_levels(max(row, 0))
        elif name == "history":
            self.toggle_history()
        elif name == "institutions":
            self.show_institutions()

    @property
    def levels(self) -> LevelDrawer:
        """What the scores of a criterion mean."""
        from review_app.ui.expert.level_drawer import LevelDrawer

        if "levels" not in self._made:
            self._add("levels", LevelDrawer())
        drawer = self._made["levels"]
        assert isinstance(drawer, LevelDrawer)
        return drawer

    @property
    def history(self) -> HistoryPanel:
        """The changes of the case."""
        from review_app.ui.expert.history_panel import HistoryPanel

        if "history" not in self._made:
            self._add("history", HistoryPanel(self._desk.rubric, self._go_back))
        drawer = self._made["history"]
        assert isinstance(drawer, HistoryPanel)
        return drawer

    def toggle_levels(self, row: int) -> None:
        """Opens the levels of a criterion; the focus stays, or goes to its row, so that digits go on scoring."""
        if self.open_one is self._made.get("levels", self):
            self.close_drawer()
            return
        self._open(self.levels)
        self._panel.focus_criterion(row)

    def toggle_history(self) -> None:
        """Opens the changes of the case with the focus on the list's way back, or closes them."""
        if self.open_one is self._made.get("history", self):
            self.close_drawer()
            return
        self._open(self.history)
        self.history.close_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_institutions(self) -> None:
        """Asks which institutions the expert belongs to."""
        from review_app.ui.expert.affiliation import AffiliationField

        if "institutions" not in self._made:
            drawer = Drawer(self.tr("My institutions"))
            field = AffiliationField(self._desk.session, dismissible=False)
            field.heading.hide()
            field.stored.connect(self._panel.refresh)
            field.failed.connect(self._desk.failed)
            field.dismissed.connect(self.close_drawer)
            drawer.setFocusProxy(field.names)
            drawer.lines.addWidget(field)
            drawer.lines.addStretch(1)
            self._add("institutions", drawer)
        self._open(self._made["institutions"])
        self._made["institutions"].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """Shows what holds now in the drawer that is open."""
        name = next((name for name, drawer in self._made.items() if not drawer.isHidden()), "")
        case_id = self._panel.case
        if name == "levels":
            row = self._panel.rows[max(self._panel.row_at_hand, 0)]
            self.levels.show_levels(row.criterion, row.field.value)
        elif name == "history":
            self.history.show_changes(self._desk.state(case_id), self._desk.session.changes(case_id))

    def close_drawer(self) -> None:
        """Closes what is open; the focus goes back to where it was before."""
        drawer, before = self.open_one, self._before
        if drawer is None:
            return
        held = QApplication.focusWidget()
        inside = held is not None and drawer.isAncestorOf(held)
        drawer.hide()
        self.hide()
        self._before = None
        self._panel.fit.now()
        if not inside:
            return
        if before is not None and before.isVisible() and before.isEnabled():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._panel.focus_first_open()

    def wanted_height(self, width: int) -> int:
        """Pixels of height that what is open asks for; 0 when nothing is."""
        drawer = self.open_one
        return 0 if drawer is None else max(LOWEST, min(MOST, drawer.wanted_height(width - 24)))

    def _open(self, drawer: Drawer) -> None:
        if self.open_one is None:
            self._before = QApplication.focusWidget()
        for other in self._made.values():
            if other is not drawer:
                other.hide()
        drawer.show()
        self.show()
        self.refresh()
        self._panel.fit.now()

    def _add(self, name: str, drawer: Drawer) -> None:
        self._made[name] = drawer
        drawer.closed.connect(self.close_drawer)
        self._column.addWidget(drawer)

    def _go_back(self, state: CaseScores) -> None:
        case_id = self._panel.case
        self._desk.change(case_id, lambda session: session.set_state(case_id, state))
        self._panel.show_comment()
        self.history.close_button.setFocus(Qt.FocusReason.OtherFocusReason)  # the line pressed has gone
