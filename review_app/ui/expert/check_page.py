"""Second step: the own ranking, all scores at a glance, what is still open, and rows worth a second look."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QTableView,
    QWidget,
)

from review_app.ui import shortcuts, theme
from review_app.ui.expert.check_notes import CheckNotes
from review_app.ui.expert.desk import Desk
from review_app.ui.expert.neighbours import Neighbours
from review_app.ui.expert.ranking_model import RankingModel
from review_app.ui.expert.score_grid import ScoreGrid
from review_app.ui.widgets.flow import Flow
from review_app.ui.widgets.name_header import NameHeader
from review_app.ui.widgets.parts import Flowing, button, column, ground, label, row, scrolling

SIDE, SLIM_SIDE, NARROW = 344, 304, 1200
TABLE_WIDTH = 1040
"""Wider, and the eye loses the line between title and scores."""
CASE_WIDTH, TIGHT_COLUMN = 170, 76
"""The least room that titles get, and what a criterion has where that is short."""


class CheckPage(QWidget):
    """A table to look along, and links to every cell that may need another look.

    :attr:`jump` carries a case and the criterion to look at, or -1.
    """

    jump = Signal(str, int)
    go_on = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        ground(self, "window")
        self._desk = desk
        self._quiet = False
        self._make_table()
        self.hint = label(
            self.tr("Enter or a double click goes to the case. '=' marks a shared rank."),
            "secondary",
            wrap=True,
        )
        self.bare = label(
            self.tr("No case is scored yet. Your ranking appears here as you score."), "quiet", wrap=True
        )
        self.views = QStackedWidget()
        across = row(self.table, None, spacing=0)
        across.setStretch(0, 100)
        listed = column(self.hint, 4, self.bare, across, None, spacing=0)
        listed.setStretch(3, 1000)
        ranking = QWidget()
        ranking.setLayout(listed)
        self.views.addWidget(ranking)
        left = column(self._make_switch(), self.views, margins=(32, 20, 16, 12), spacing=10)
        left.setStretch(1, 1)
        self._right = self._make_side()
        whole = row(left, self._right, spacing=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self._later = QTimer(self, singleShot=True, interval=0)  # many cases may change at once
        self._later.timeout.connect(self.reload)
        desk.case_changed.connect(lambda _: self._later.start() if self.isVisible() else None)

    def _make_table(self) -> None:
        self.model = RankingModel(self._desk, self)
        self.table = QTableView()
        self.table.setHorizontalHeader(NameHeader(self.table))
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("My ranking"))
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(theme.room(36))
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.setMaximumWidth(theme.room(TABLE_WIDTH))
        self.table.viewport().installEventFilter(self)
        self.table.activated.connect(self._activated)
        self.table.selectionModel().currentRowChanged.connect(self._chosen)

    def _make_switch(self) -> QWidget:
        self.heading = label(self.tr("My scores"), "heading")
        self._ways = QButtonGroup(self)
        self.as_ranking = self._way(self.tr("Ranking"), "ranking")
        self.as_grid = self._way(self.tr("Grid"), "grid")
        shortcuts.bind(
            self,
            {"view_ranking": lambda: self.show_view("ranking"), "view_grid": lambda: self.show_view("grid")},
        )
        made = QWidget()
        made.setLayout(row(self.heading, 12, self.as_ranking, self.as_grid, None, spacing=6))
        return made

    def _way(self, text: str, name: str) -> QPushButton:
        made = button(text, "tab")
        made.setCheckable(True)
        made.setChecked(name == "ranking")
        made.setToolTip(shortcuts.shown(f"view_{name}")[0])
        made.clicked.connect(lambda: self.show_view(name))
        self._ways.addButton(made)
        return made

    def _make_side(self) -> QWidget:
        room = theme.room(SLIM_SIDE) - 48
        self.notes = CheckNotes(self._desk, room)
        self.notes.jump.connect(self.jump)
        self.neighbours = Neighbours(self._desk, room)
        self.neighbours.jump.connect(self.jump)
        self._side = QStackedWidget()
        for inner in (self.notes, self.neighbours):
            content = Flowing()
            content.setLayout(column(inner, None, margins=(24, 8, 24, 16), spacing=0))
            self._side.addWidget(scrolling(content))
        self._sides = QButtonGroup(self)
        self.to_look_at = self._side_button(self.tr("To look at"), 0)
        self.beside = self._side_button(self.tr("Neighbours"), 1)
        self.to_look_at.setChecked(True)
        self.forward = button(self.tr("On to signing"), "primary")
        self.forward.clicked.connect(self.go_on)
        right = QWidget()
        ground(right, "right")
        side = column(
            Flow(self.to_look_at, self.beside, margins=(20, 20, 24, 6), spacing=6),
            self._side,
            row(self.forward, margins=(24, 8, 24, 16)),
            margins=(1, 0, 0, 0),
            spacing=0,
        )
        side.setStretch(1, 1)
        right.setLayout(side)
        return right

    def _side_button(self, text: str, place: int) -> QPushButton:
        made = button(text, "tab")
        made.setCheckable(True)
        made.clicked.connect(lambda: self._show_side(place))
        self._sides.addButton(made)
        return made

    @cached_property
    def grid(self) -> ScoreGrid:
        """All scores, made when they are first wanted."""
        made = ScoreGrid(self._desk)
        made.wanted.connect(self.jump)
        holder = QWidget()
        across = row(made, None, spacing=0)
        across.setStretch(0, 100)
        holder.setLayout(across)
        self.views.addWidget(holder)
        return made

    @property
    def view(self) -> str:
        """``ranking`` or ``grid``."""
        return "grid" if self.as_grid.isChecked() else "ranking"

    def show_view(self, name: str) -> None:
        """Shows the ranking or the grid."""
        (self.as_grid if name == "grid" else self.as_ranking).setChecked(True)
        shown = self.grid if name == "grid" else None
        self.views.setCurrentIndex(0 if shown is None else 1)
        self._show_side(0)
        self.beside.setVisible(name == "ranking")
        self.reload()
        self.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._right.setFixedWidth(theme.room(SIDE if event.size().width() >= NARROW else SLIM_SIDE))
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Columns are fitted when the table has its width, which is later than the page."""
        if event.type() == QEvent.Type.Resize:
            self._fit_columns()
        return super().eventFilter(watched, event)

    def _fit_columns(self) -> None:
        """Columns as wide as their content; in a narrow window long names of criteria are set on two lines."""
        header = self.table.horizontalHeader()
        modes = QHeaderView.ResizeMode
        last = self.model.columnCount() - 1
        wanted = sum(header.sectionSizeHint(section) for section in range(last + 1) if section != 1)
        tight = self.table.viewport().width() - wanted < CASE_WIDTH
        for section in range(last + 1):
            if section == 1:
                header.setSectionResizeMode(section, modes.Stretch)
            elif tight and 1 < section < last:
                header.setSectionResizeMode(section, modes.Fixed)
                header.resizeSection(section, TIGHT_COLUMN)
            else:
                header.setSectionResizeMode(section, modes.ResizeToContents)

    def reload(self) -> None:
        """Takes what is stored now; the chosen line stays chosen."""
        chosen = self._chosen_case()
        self._quiet = True
        self.model.reload()
        row_now = next((place for place, each in enumerate(self.model.rows) if each.case_id == chosen), None)
        if row_now is not None:
            self.table.selectRow(row_now)
        self._quiet = False
        self._fit_columns()
        some = self.model.rowCount() > 0
        self.table.setVisible(some)
        self.hint.setVisible(some)
        self.bare.setVisible(not some)
        self.notes.reload()
        self._compare(row_now)

    def focus_first(self) -> None:
        """Puts the focus on the table, or on the way on."""
        if self.view == "grid":
            self.grid.focus_first()
        elif self.model.rowCount():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.forward.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen_case(self) -> str:
        current = self.table.currentIndex()
        return self.model.rows[current.row()].case_id if current.isValid() else ""

    def _chosen(self, current: QModelIndex, before: QModelIndex) -> None:
        if current.isValid() and not self._quiet:
            self._compare(current.row())
            if before.isValid():  # the first one is Qt's doing, when the focus comes
                self._show_side(1)

    def _compare(self, place: int | None) -> None:
        """Puts the line at ``place`` and the ones next to it beside each other; at either end, two of one side."""
        rows = self.model.rows
        if place is None or place >= len(rows):
            self.neighbours.show_rows([], 0)
            return
        start = max(0, min(place - 1, len(rows) - 3))
        self.neighbours.show_rows(rows[start : start + 3], place - start)

    def _show_side(self, place: int) -> None:
        self._side.setCurrentIndex(place)
        (self.beside if place else self.to_look_at).setChecked(True)

    def _activated(self, index: QModelIndex) -> None:
        criterion = index.column() - 2
        known = 0 <= criterion < len(self._desk.rubric.criteria)
        self.jump.emit(self.model.rows[index.row()].case_id, criterion if known else -1)
