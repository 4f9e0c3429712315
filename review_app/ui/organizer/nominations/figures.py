"""The figures of a nomination: what they say and where they come from, changed in their place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from review_app.model.text import visible
from review_app.model.workspace.nominations import is_unsourced
from review_app.model.workspace.submission import Submission
from review_app.ui import theme
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.nominations.piece import Piece
from review_app.ui.organizer.nominations.words import claim_part_words
from review_app.ui.widgets.parts import button, column, label, row

PARTS = ("figure", "what", "source", "date")
_VERIFIED = ("verified", "已核实")


class SourceDelegate(QStyledItemDelegate):
    """Says in an empty source's place that there is none; what is edited stays empty."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        if is_unsourced(str(index.data() or "")):
            option.text = self.tr("No source is given")
            roles = QPalette.ColorRole
            for role in (roles.Text, roles.HighlightedText):
                option.palette.setColor(role, QColor(theme.current().attention))


class Figures(Piece):
    """A table; a changed cell is stored at once.  A figure without a source is marked."""

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__(desk)
        self.said = label("", "body", wrap=True)
        self.table = QTableWidget(0, 1 + len(PARTS))
        self.table.setProperty("kind", "desk")
        self.table.setAccessibleName(self.tr("Figures and their sources"))
        self.table.setHorizontalHeaderLabels(
            [*(claim_part_words(part) for part in PARTS), self.tr("Checked")]
        )
        self.table.setShowGrid(False)
        self.table.setWordWrap(True)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.verticalHeader().setMinimumSectionSize(theme.room(36))
        head = self.table.horizontalHeader()
        head.setHighlightSections(False)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, part in enumerate((*PARTS, "status")):
            stretches = part in ("what", "source")
            mode = QHeaderView.ResizeMode.Stretch if stretches else QHeaderView.ResizeMode.Fixed
            head.setSectionResizeMode(place, mode)
            if not stretches:
                head.resizeSection(place, theme.room({"figure": 110, "date": 104, "status": 76}[part]))
        self.table.setItemDelegateForColumn(PARTS.index("source"), SourceDelegate(self.table))
        self.table.itemChanged.connect(self._changed)
        self.hint = label(self.tr("Enter or a double click changes a cell."), "secondary", wrap=True)
        self.add = button(self.tr("Add a figure"))
        self.add.clicked.connect(self._add)
        self.remove = button(self.tr("Remove"))
        self.remove.clicked.connect(self._remove)
        foot = QWidget()
        line = row(self.hint, self.add, self.remove)
        line.setStretch(0, 1)
        foot.setLayout(line)
        self._foot = foot
        layout = column(self.said, self.table, foot, margins=(2, 4, 0, 0))
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def fill(self, submission: Submission, same: bool) -> None:
        claims = submission.claims
        unsourced = sum(is_unsourced(claim.get("source", "")) for claim in claims)
        if not claims:
            self.said.setText(self.tr("No figures with their sources are listed."))
        elif unsourced:
            self.said.setText(self.tr("%n figure(s) without a source.", "", unsourced))
        else:
            self.said.setText(self.tr("Every figure has its source."))
        place = self.table.currentIndex()
        self.table.blockSignals(True)
        self.table.setRowCount(len(claims))
        for number, claim in enumerate(claims):
            self._put_row(number, claim)
        self.table.blockSignals(False)
        if same and place.row() < len(claims):
            self.table.setCurrentCell(place.row(), place.column())
        else:
            self.table.setCurrentIndex(QModelIndex())
        self._foot.setVisible(self.editable)

    def _put_row(self, number: int, claim: dict[str, str]) -> None:
        for place, part in enumerate(PARTS):
            value = claim.get(part, "")
            missing = part == "source" and is_unsourced(value)
            item = QTableWidgetItem(value)
            item.setToolTip(self.tr("No source is given") if missing else visible(value, 500))
            if missing:
                item.setData(Qt.ItemDataRole.AccessibleTextRole, self.tr("No source is given"))
            item.setFlags(self._flags(Qt.ItemFlag.ItemIsEditable))
            self.table.setItem(number, place, item)
        check = QTableWidgetItem()
        check.setFlags(self._flags(Qt.ItemFlag.ItemIsUserCheckable))
        verified = claim.get("status", "") in _VERIFIED
        check.setCheckState(Qt.CheckState.Checked if verified else Qt.CheckState.Unchecked)
        check.setToolTip(self.tr("Marked as verified by you: experts see it so"))
        self.table.setItem(number, len(PARTS), check)

    def _flags(self, also: Qt.ItemFlag) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | also if self.editable else flags

    def _changed(self, item: QTableWidgetItem) -> None:
        claims = self._claims()
        if item.row() >= len(claims):
            return
        claim = claims[item.row()]
        if item.column() == len(PARTS):
            checked = item.checkState() == Qt.CheckState.Checked
            claim["status"] = "verified" if checked else "self-reported"
        else:
            claim[PARTS[item.column()]] = item.text().strip()
        self._store(claims)

    def _add(self) -> None:
        """A new row, with the focus in it; it is stored with its first word."""
        claims = [*self._claims(), {"figure": "…", "what": "…", "source": ""}]
        if self._store(claims):
            self.table.setCurrentCell(len(claims) - 1, 0)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            if (item := self.table.item(len(claims) - 1, 0)) is not None:
                self.table.editItem(item)

    def _remove(self) -> None:
        claims, place = self._claims(), self.table.currentRow()
        if 0 <= place < len(claims):
            del claims[place]
            self._store(claims)

    def _claims(self) -> list[dict[str, str]]:
        return [dict(claim) for claim in self.submission.claims] if self.submission else []

    def _store(self, claims: list[dict[str, str]]) -> bool:
        submission = self.submission
        if submission is None or not self.editable:
            return False
        done = self.desk.act(
            lambda workspace: workspace.submissions.edit(submission.id, {"claims": claims}), "nominations"
        )
        if done is None:
            self.fill(submission, True)  # what could not be stored is not shown as if it were
        return done is not None
