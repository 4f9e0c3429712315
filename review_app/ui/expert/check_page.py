"""Second step: the own ranking, what is still open, and rows worth a second look."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from review_app.model.scoring.unusual import Unusual, unusual_rows
from review_app.ui.expert.desk import Desk
from review_app.ui.expert.ranking_model import RankingModel
from review_app.ui.expert.wording import standing_words, total_text
from review_app.ui.widgets.parts import button, column, empty, ground, label, row, scrolling

SIDE, SLIM_SIDE, NARROW = 344, 304, 1200
TABLE_WIDTH = 1040
"""Wider, and the eye loses the line between title and scores."""
CASE_WIDTH, TIGHT_COLUMN = 200, 76
"""The least room that titles get, and what a criterion has where that is short."""


class CheckPage(QWidget):
    """A table to look along, and links to every cell that may need another look."""

    jump = Signal(str)
    go_on = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        ground(self, "window")
        self._desk = desk
        self.model = RankingModel(desk, self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("My ranking"))
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(36)
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.setMaximumWidth(TABLE_WIDTH)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.table.activated.connect(self._activated)
        self.heading = label(self.tr("My ranking"), "heading")
        self.hint = label(
            self.tr("Enter or a double click goes to the case. '=' marks a shared rank."), "secondary"
        )
        self.bare = label(
            self.tr("No case is scored yet. Your ranking appears here as you score."), "quiet", wrap=True
        )
        across = row(self.table, None, spacing=0)
        across.setStretch(0, 100)
        left = column(
            self.heading, self.hint, 8, self.bare, across, None, margins=(32, 24, 16, 16), spacing=4
        )
        left.setStretch(4, 1000)
        self._side = QVBoxLayout()
        self._side.setContentsMargins(24, 24, 24, 16)
        self._side.setSpacing(4)
        content = QWidget()
        content.setLayout(self._side)
        area = scrolling(content)
        self.forward = button(self.tr("On to signing"), "primary")
        self.forward.clicked.connect(self.go_on)
        right = QWidget()
        ground(right, "right")
        self._right = right
        side = column(area, row(self.forward, margins=(24, 8, 24, 16)), margins=(1, 0, 0, 0), spacing=0)
        side.setStretch(0, 1)
        right.setLayout(side)
        whole = row(left, right, spacing=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._right.setFixedWidth(SIDE if event.size().width() >= NARROW else SLIM_SIDE)
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Columns as wide as their content; in a narrow window long names of criteria give way to the cases' titles."""
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
        """Takes what is stored now."""
        self.model.reload()
        self._fit_columns()
        some = self.model.rowCount() > 0
        self.table.setVisible(some)
        self.hint.setVisible(some)
        self.bare.setVisible(not some)
        empty(self._side)
        self._tell_completeness()
        self._tell_unusual()
        self._side.addStretch(1)

    def focus_first(self) -> None:
        """Puts the focus on the table, or on the way on."""
        target = self.table if self.model.rowCount() else self.forward
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_completeness(self) -> None:
        done, wanted = self._desk.progress()
        self._side.addWidget(label(self.tr("Completeness"), "heading"))
        open_cases = self._desk.open_cases()
        if not open_cases:
            self._side.addWidget(label(self.tr("Every case is decided."), "done-body", wrap=True))
        else:
            text = self.tr("{done} of {wanted} decided. Still open:").format(done=done, wanted=wanted)
            self._side.addWidget(label(text, "body", wrap=True))
            for case_id in open_cases:
                self._link(case_id, standing_words(self._desk.state(case_id)))
        doubtful = [case_id for case_id in self._desk.order if self._desk.state(case_id).doubtful]
        if doubtful:
            self._side.addSpacing(16)
            self._side.addWidget(label(self.tr("Marked doubtful"), "heading"))
            for case_id in doubtful:
                self._link(case_id, "")

    def _tell_unusual(self) -> None:
        self._side.addSpacing(16)
        self._side.addWidget(label(self.tr("Worth a second look"), "heading"))
        states = {case_id: self._desk.state(case_id) for case_id in self._desk.order}
        found = [
            each
            for each in unusual_rows(states, self._desk.rubric)
            if not self._desk.is_withdrawn(each.case_id)
        ]
        if not found:
            self._side.addWidget(label(self.tr("No unusual row among what is scored."), "quiet", wrap=True))
        for each in found:
            self._link(each.case_id, self._why(each), below=True)

    def _why(self, unusual: Unusual) -> str:
        value = total_text(unusual.value)
        if unusual.kind == "all-equal":
            return self.tr("every criterion {value}").format(value=value)
        if unusual.kind == "far-above":
            return self.tr("total {value}, far above your mean").format(value=value)
        return self.tr("total {value}, far below your mean").format(value=value)

    def _link(self, case_id: str, remark: str, *, below: bool = False) -> None:
        title = f"{self._desk.number(case_id):02d}  {self._desk.title(case_id)}"
        link = button("", "link")
        link.ensurePolished()
        shown = link.fontMetrics().elidedText(
            title, Qt.TextElideMode.ElideRight, SLIM_SIDE - (72 if below or not remark else 150)
        )
        link.setText(shown.replace("&", "&&"))
        link.setAccessibleName(f"{title} {remark}".strip())
        link.clicked.connect(lambda: self.jump.emit(case_id))
        if below or not remark:
            self._side.addWidget(link)
            if remark:
                text = label(remark, "secondary", wrap=True)
                text.setContentsMargins(36, 0, 0, 4)
                self._side.addWidget(text)
        else:
            self._side.addLayout(row(link, None, label(remark, "secondary"), spacing=8))

    def _activated(self, index: QModelIndex) -> None:
        self.jump.emit(self.model.rows[index.row()].case_id)
