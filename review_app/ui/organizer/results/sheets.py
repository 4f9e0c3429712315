"""Every sheet by its receipt: how it ended, how severe it is, and, opened, what it gave to each case."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from review_app.model.box.papers import Outcome
from review_app.model.box.states import State
from review_app.model.rubric import Rubric
from review_app.model.workspace.standing import CaseLine, SheetLine, Standing
from review_app.ui import theme
from review_app.ui.language import criterion_name
from review_app.ui.organizer.box.words import state_name
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.results.dots import paint_lenience
from review_app.ui.organizer.results.score_table import ScoreTable
from review_app.ui.organizer.results.view import View
from review_app.ui.organizer.results.words import (
    NONE,
    points_text,
    rank_text,
    state_of_cell,
    title_of,
    total_text,
)
from review_app.ui.organizer.table import Column, RecordTable
from review_app.ui.widgets.parts import button, column, fill, label, row

NUMBER = 60
"""Pixels of a lenience in words."""


class Listed(NamedTuple):
    """A sealed file, and its sheet where it counts."""

    outcome: Outcome
    sheet: SheetLine | None


class LenienceDelegate(QStyledItemDelegate):
    """A bar to the right for generous, to the left for strict."""

    def __init__(self, table: RecordTable) -> None:
        super().__init__(table)
        self._table = table
        self.most = 0.0

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        found: Listed = self._table.records_model.shown[index.row()]
        colours = theme.current()
        area: QRect = option.rect
        painter.save()
        if self._table.selectionModel().isRowSelected(index.row(), QModelIndex()):
            fill(painter, area, QColor(colours.selected))
        fill(painter, QRect(area.left(), area.bottom(), area.width(), 1), QColor(colours.line))
        if found.sheet is not None:
            inner = QRectF(area).adjusted(8, 0, -8, 0)
            number = theme.room(NUMBER)
            painter.setFont(theme.interface_font(14))
            painter.setPen(QColor(colours.ink))
            words = inner.adjusted(0, 0, number - inner.width(), 0)
            side = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(words, side, _lenience(found))
            bar = inner.adjusted(number + 12, 0, 0, 0)
            bar.setWidth(min(bar.width(), 280))
            paint_lenience(painter, bar, found.sheet.lenience, self.most)
        painter.restore()


class SheetsView(View):
    """The list of receipts; Enter opens a sheet."""

    case_opened = Signal(str)

    def __init__(self, desk: OrganizerDesk, rubric: Rubric) -> None:
        super().__init__(desk)
        self._rubric = rubric
        self.shown = ""
        """The receipt of the sheet that is open."""
        self.search = QLineEdit()
        self.search.setProperty("kind", "search")
        self.search.setPlaceholderText(self.tr("Find a receipt"))
        self.search.setAccessibleName(self.tr("Find a receipt"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(theme.room(240))
        self.counts = label("", "secondary", wrap=True)
        self.table = self._list()
        self.bars = LenienceDelegate(self.table)
        self.table.setItemDelegateForColumn(3, self.bars)
        self.search.textChanged.connect(self.table.set_filter)
        self.table.activated_record.connect(self._open)
        words = label(
            self.tr(
                "By how many points a sheet gave more (+) or less (−) than the others gave the same cases. Strict is "
                "not wrong. Whose receipt it is, only its expert knows."
            ),
            "secondary",
            wrap=True,
        )
        found = row(self.search, self.counts)
        found.setStretch(1, 1)
        listed = QWidget()
        layout = column(words, found, self.table)
        layout.setStretch(2, 1)
        listed.setLayout(layout)
        self.back = button(self.tr("‹ All sheets"), "quiet-link")
        self.back.clicked.connect(self.close_sheet)
        self.title = label("", "heading", select=True)
        self.about = label("", "secondary", wrap=True)
        self.rows = self._sheet()
        self.rows.activated_record.connect(lambda line: self.case_opened.emit(line.case.id))
        one = QWidget()
        layout = column(row(self.back, None), self.title, self.about, self.rows, spacing=6)
        layout.setStretch(3, 1)
        one.setLayout(layout)
        self.stack = QStackedWidget()
        self.stack.addWidget(listed)
        self.stack.addWidget(one)
        self.setLayout(column(self.stack))

    def _list(self) -> RecordTable:
        def severity(found: Listed) -> float:
            sheet = found.sheet
            return float("inf") if sheet is None or sheet.lenience is None else float(sheet.lenience)

        return RecordTable(
            [
                Column(title=self.tr("Receipt"), text=lambda found: found.outcome.name, width=180),
                Column(
                    title=self.tr("State"),
                    text=lambda found: state_name(found.outcome.state),
                    sort_key=lambda found: list(State).index(found.outcome.state),
                    tone=lambda found: "" if found.sheet else "secondary",
                    width=130,
                ),
                Column(
                    title=self.tr("Cases scored"),
                    text=lambda found: str(len(found.sheet.scores)) if found.sheet else NONE,
                    sort_key=lambda found: len(found.sheet.scores) if found.sheet else -1,
                    width=104,
                    align="right",
                ),
                Column(
                    title=self.tr("Strict (−) or generous (+), in points"), text=_lenience, sort_key=severity
                ),
            ],
            key=lambda found: (found.outcome.name, found.outcome.state),
            empty=self.tr("There was no sheet in the box."),
            name=self.tr("Sheets by receipt"),
        )

    def _sheet(self) -> ScoreTable:
        criteria = [
            Column(
                title=criterion_name(criterion),
                text=lambda line, place=place: self._score(line, place),
                align="right",
            )
            for place, criterion in enumerate(self._rubric.criteria)
        ]
        made = ScoreTable(
            [
                Column(title=self.tr("Rank"), text=lambda line: rank_text(line.ranked.rank), width=48),
                Column(title=self.tr("Case"), text=title_of),
                *criteria,
                Column(
                    title=self.tr("Total"), text=self._total, width=64, align="right", tone=lambda _: "strong"
                ),
                Column(
                    title=self.tr("Score"),
                    text=lambda line: line.points or NONE,
                    width=76,
                    align="right",
                    tone=lambda _: "secondary",
                ),
                Column(title=self.tr("Note"), text=self._mark, width=88, tone=lambda _: "secondary"),
            ],
            key=lambda line: line.case.id,
            name=self.tr("What this sheet gave"),
        )
        made.shared, made.leading = tuple(range(2, len(criteria) + 2)), 1
        made.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        return made

    # --- what is shown --------------------------------------------------------------------------------------------

    def show_standing(self, standing: Standing) -> None:
        super().show_standing(standing)
        sheets = {sheet.receipt: sheet for sheet in standing.sheets}
        listed = [
            Listed(outcome, sheets.get(outcome.receipt) if outcome.state is State.ACCEPTED else None)
            for outcome in standing.receipts
        ]
        known = [abs(float(sheet.lenience)) for sheet in standing.sheets if sheet.lenience is not None]
        self.bars.most = max(known, default=0.0)
        self.counts.setText(
            " · ".join(
                self.tr("{state}: {count}").format(state=state_name(state), count=count)
                for state, count in standing.states.items()
            )
        )
        self.table.set_records(listed)
        if self.table.current() is None and listed:
            self.table.selectRow(0)
        if self.shown:
            self.show_sheet(self.shown)

    def show_sheet(self, receipt: str) -> None:
        """Opens the sheet with this receipt."""
        sheet = self._find(receipt)
        if sheet is None or self.standing is None:
            return
        self.shown = receipt
        self.title.setText(receipt)
        scored, count = len(sheet.scores), len(sheet.states)
        said = [self.tr("%n case(s) scored", "", scored)]
        if count:
            said.append(self.tr("%n without scores", "", count))
        if sheet.lenience is not None:
            words = self.tr("{points} points compared with the other sheets")
            said.append(words.format(points=points_text(sheet.lenience, signed=True)))
        changed = [each for each in self.standing.without if each.receipt == receipt]
        if changed:
            said.append(self.tr("without this sheet the winners would change"))
        self.about.setText(" · ".join(said))
        self.rows.set_records(self.standing.cases)
        self.stack.setCurrentIndex(1)

    def close_sheet(self) -> None:
        """Back to the list."""
        self.stack.setCurrentIndex(0)
        shown, self.shown = self.shown, ""
        self.table.select((shown, State.ACCEPTED))
        self.table.setFocus()

    def first_focus(self) -> QWidget | None:
        return self.rows if self.shown else self.table

    def _open(self, found: Listed) -> None:
        if found.sheet is not None:
            self.show_sheet(found.sheet.receipt)
            self.rows.selectRow(0)
            self.rows.setFocus()

    def _find(self, receipt: str) -> SheetLine | None:
        sheets = self.standing.sheets if self.standing is not None else []
        return next((sheet for sheet in sheets if sheet.receipt == receipt), None)

    def _score(self, line: CaseLine, place: int) -> str:
        sheet = self._find(self.shown)
        scores = sheet.scores.get(line.case.id) if sheet is not None else None
        return NONE if scores is None else str(scores[place])

    def _total(self, line: CaseLine) -> str:
        total = line.totals.get(self.shown)
        return NONE if total is None else total_text(total)

    def _mark(self, line: CaseLine) -> str:
        if self.shown in line.left_out:
            return self.tr("left out")
        sheet = self._find(self.shown)
        state = sheet.states.get(line.case.id) if sheet is not None else None
        return state_of_cell(state) if state else ""


def _lenience(found: Listed) -> str:
    return NONE if found.sheet is None else points_text(found.sheet.lenience, signed=True)
