"""Votes at the table: a grid of cases and members, made for typing while a meeting is under way."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from review_app.model.workspace import Workspace
from review_app.model.workspace.ballots import CHOICES, Choice, Vote
from review_app.model.workspace.shortlist_files import read_votes
from review_app.ui import theme
from review_app.ui.organizer.shortlist.grid_model import VoteDelegate, VoteModel
from review_app.ui.organizer.shortlist.projection import Projection
from review_app.ui.organizer.shortlist.state import ShortlistState
from review_app.ui.organizer.shortlist.view import Table, View
from review_app.ui.widgets.flow import Flow
from review_app.ui.widgets.parts import button, column, label

CELL, TALLY, LEAST_TITLE = 54, 104, 150
_KEYS = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2, Qt.Key.Key_4: 3}
_CLEAR = (Qt.Key.Key_0, Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class VoteGrid(QTableView):
    """The grid.  1, 2, 3, 4 vote and go on; 0 takes a vote back; Enter goes down.  Tab leaves it."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self.table = table
        self.across = True
        """Whether a vote goes on to the next member (case by case) or to the next case (member by member)."""
        self.votes = VoteModel(self)
        self.setModel(self.votes)
        self.setItemDelegate(VoteDelegate(self.votes))
        self.setProperty("kind", "desk")
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(theme.room(36))
        rows.setHighlightSections(False)
        rows.setSectionsClickable(False)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setHighlightSections(False)
        columns.setSectionsClickable(False)
        lines = 2 * QFontMetrics(theme.interface_font(theme.SMALL_SIZE)).lineSpacing()
        columns.setFixedHeight(lines + theme.room(16))
        rows.setProperty("kind", "titles")
        self.selectionModel().currentChanged.connect(self._moved)
        self.votes.modelReset.connect(self._widths)

    def show_state(self, state: ShortlistState) -> None:
        """Shows the votes; the cell with the focus keeps it."""
        at = self.currentIndex()
        place = (at.row(), at.column())
        self.votes.show_state(state)
        if not self.currentIndex().isValid() and self.votes.rows and self.votes.members:
            found = min(max(place[0], 0), len(self.votes.rows) - 1)
            self.setCurrentIndex(self.votes.index(found, min(max(place[1], 0), len(self.votes.members) - 1)))
        self._widths()

    def discuss(self, case_id: str) -> None:
        """Brings the case's row to the fore."""
        for number, found in enumerate(self.votes.rows):
            if found.case.id == case_id and number != self.currentIndex().row():
                self.setCurrentIndex(self.votes.index(number, max(0, self.currentIndex().column())))

    def _moved(self, current: QModelIndex, before: QModelIndex) -> None:
        if current.isValid() and current.row() < len(self.votes.rows):
            self.table.discuss(self.votes.rows[current.row()].case.id)

    def say(self, choice: Choice | None) -> None:
        """Records what is said in the selected cells, and goes on."""
        members, found = self.votes.members, self.votes.rows
        chosen, at = self.selectedIndexes(), self.currentIndex()
        if (
            at not in chosen
        ):  # Ctrl with an arrow or Home moves the focus alone, and leaves the marks where they were
            chosen = [at]
        cells = [
            (members[cell.column()].id, found[cell.row()].case.id)
            for cell in chosen
            if cell.isValid() and cell.column() < len(members)
        ]
        if not cells or not self.table.open:
            return
        stage = self.table.number

        def record(workspace: Workspace) -> bool:
            if choice is not None:
                workspace.shortlist.ballots.vote_all([Vote(stage, *cell, choice) for cell in cells])
            elif workspace.stages.find(stage) is not None:
                with workspace.transaction():
                    for member, case_id in cells:
                        workspace.shortlist.vote(stage, member, case_id, None)
            return True

        if self.table.act(record) and choice is not None and len(cells) == 1:
            self.go_on()

    def go_on(self) -> None:
        """To the next member of the case, then to the next case; or down the member's column."""
        at = self.currentIndex()
        line, place = at.row(), at.column()
        if self.across:
            place += 1
            if place >= len(self.votes.members):
                line, place = line + 1, 0
        else:
            line += 1
            if line >= len(self.votes.rows):
                line, place = 0, place + 1
        if line < len(self.votes.rows) and place < len(self.votes.members):
            self.to(line, place)

    def to(self, line: int, place: int) -> None:
        """Puts the focus on a cell."""
        last = max(0, len(self.votes.members) - 1)
        index = self.votes.index(min(max(line, 0), len(self.votes.rows) - 1), min(max(place, 0), last))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, at = Qt.Key(event.key()), self.currentIndex()
        plain = not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        if key in _KEYS and plain:
            self.say(CHOICES[_KEYS[key]])
        elif key in _CLEAR and plain:
            self.say(None)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            step = -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            self.to(at.row() + step, at.column())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._widths()

    def _widths(self) -> None:
        cell, tally = theme.room(CELL), theme.room(TALLY)
        spare = self.width() - theme.room(420) - tally - 14
        cell = max(cell, min(spare // max(1, len(self.votes.members)), theme.room(96)))
        used = cell * len(self.votes.members) + tally + 14
        title = max(theme.room(LEAST_TITLE), min(self.width() - used, theme.room(420)))
        self.votes.title_width = title
        if self.verticalHeader().minimumWidth() != title:
            self.verticalHeader().setFixedWidth(title)
            self.updateGeometries()
        for place in range(len(self.votes.members)):
            self.setColumnWidth(place, cell)
        self.setColumnWidth(len(self.votes.members), tally)


class VotesView(View):
    """The grid with what belongs to it: reading a table, the screen for everybody, sealed sheets' sums."""

    wide = True

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self.grid = VoteGrid(table)
        self.grid.setAccessibleName(self.tr("Votes: cases and members"))
        self.hint = label("", "secondary", wrap=True)
        self.by_case = button(self.tr("Case by case"), "tab")
        self.by_member = button(self.tr("Member by member"), "tab")
        for one, across in ((self.by_case, True), (self.by_member, False)):
            one.setCheckable(True)
            one.setAutoExclusive(True)
            one.clicked.connect(lambda _=False, across=across: self._go(across))
        self.by_case.setChecked(True)
        self.read = button(self.tr("Read votes from CSV…"))
        self.read.clicked.connect(self._ask_for_votes)
        self.project_button = button(self.tr("On the big screen"))
        self.project_button.clicked.connect(self.project)
        self.projection: Projection | None = None
        bar = Flow(self.by_case, self.by_member, self.read, self.project_button, right_from=2)
        layout = column(bar, self.hint, self.grid, spacing=8)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        table.focus_changed.connect(self.grid.discuss)

    def _go(self, across: bool) -> None:
        self.grid.across = across
        self.grid.setFocus()

    def show_state(self, state: ShortlistState) -> None:
        self.grid.show_state(state)
        if not state.members:
            words = self.tr('Name the members of the panel first, under "Panel".')
        elif not state.rows:
            words = self.tr("No case is on the table. Accept nominations first.")
        elif state.by_sheets:
            words = self.tr("The ballots of this round come by sealed sheets; their sums stand at the right.")
        elif state.stage is not None and not state.open:
            words = self.tr("This round is closed; its votes stand.")
        else:
            words = self.tr(
                "1 recommend · 2 hold · 3 drop · 4 stand aside · 0 takes a vote back · Enter goes down. "
                "Several cells can be marked and voted at once."
            )
        self.hint.setText(words)
        if self.projection is not None:
            self.projection.show_state(state)
        self.set_enabled()

    def set_enabled(self) -> None:
        state = self.table.state
        can = self.table.open and state is not None and bool(state.members) and not state.by_sheets
        self.read.setEnabled(can)
        self.project_button.setEnabled(state is not None and bool(state.rows))

    def first_focus(self) -> QWidget | None:
        return self.grid

    def take(self, file: Path) -> None:
        """Takes the votes of a table in."""
        stage = self.table.number

        def work(workspace: Workspace) -> int:
            return workspace.shortlist.ballots.vote_all(read_votes(file, stage, workspace.panel))

        taken = self.table.act(work)
        if taken is not None:
            self.table.desk.tell(self.tr("%n vote(s) taken in", "", taken), tone="done")

    def _ask_for_votes(self) -> None:
        self.table.desk.open_files(self, [self.tr("Tables (*.csv)")], lambda files: self.take(files[0]))

    def project(self) -> None:
        """Opens the window for everybody to look at; it follows the grid, and votes can be typed there as well."""
        if self.projection is None:
            self.projection = Projection(self.table, self.grid)
            self.projection.closed.connect(self._closed)
        if self.table.state is not None:
            self.projection.show_state(self.table.state)
        self.projection.show()
        self.projection.raise_()
        self.projection.activateWindow()

    def _closed(self) -> None:
        if self.projection is not None:
            self.projection.deleteLater()
            self.projection = None
        self.grid.setFocus()
