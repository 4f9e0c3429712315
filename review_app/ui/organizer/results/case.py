"""One case with every sheet behind its score, or two of them side by side."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QWidget

from review_app.model.rubric import Rubric
from review_app.model.text import visible
from review_app.model.workspace.standing import CaseLine, SheetLine, Standing
from review_app.ui import theme
from review_app.ui.language import criterion_name
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.results.dots import Axis, Strip
from review_app.ui.organizer.results.profile import Profile
from review_app.ui.organizer.results.score_table import ScoreTable
from review_app.ui.organizer.results.view import View
from review_app.ui.organizer.results.words import (
    NONE,
    both_tie_words,
    means_words,
    points_text,
    rank_text,
    standing_words,
    state_of_cell,
    title_of,
    total_text,
)
from review_app.ui.organizer.table import Column
from review_app.ui.widgets.choice import Choice
from review_app.ui.widgets.flow import Flow
from review_app.ui.widgets.parts import ElidedLabel, Flowing, button, column, label, row, scrolling

NARROW, COMPARED, BROAD = 176, 220, 380
"""Pixels of width of the profile, where there is little room, of one case and of two, and where there is much."""


class Cell(NamedTuple):
    """A sheet's row for a case, and for the one that it is compared with."""

    sheet: SheetLine
    line: CaseLine
    other: CaseLine | None

    def score(self, place: int) -> int | None:
        """What the sheet gives by a criterion."""
        scores = self.sheet.scores.get(self.line.case.id)
        return None if scores is None else scores[place]

    @property
    def mark(self) -> str:
        """Why the total doesn't count, "" where it does."""
        if self.sheet.receipt in self.line.left_out:
            return QCoreApplication.translate("results", "left out")
        state = self.sheet.states.get(self.line.case.id)
        return state_of_cell(state) if state else ""


def _text(value: int | None) -> str:
    return NONE if value is None else str(value)


class CaseView(View):
    """Profile at the left, sheets at the right; Enter on a sheet opens it."""

    left = Signal()
    sheet_opened = Signal(str)

    def __init__(self, desk: OrganizerDesk, rubric: Rubric) -> None:
        super().__init__(desk)
        self._rubric = rubric
        self.line: CaseLine | None = None
        self.back = button(self.tr("‹ Ranking"), "quiet-link")
        self.back.clicked.connect(self.left)
        self.before = button(self.tr("‹ Previous"), "quiet-link")
        self.before.clicked.connect(lambda: self._step(-1))
        self.after = button(self.tr("Next ›"), "quiet-link")
        self.after.clicked.connect(lambda: self._step(1))
        self.other = Choice(self.tr("Compare with"))
        self.other.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.other.setMinimumContentsLength(10)
        self.other.setMinimumWidth(theme.room(300))
        self.other.activated.connect(lambda _: self._show())
        self.title = label("", "heading", wrap=True)
        self.about = label("", "secondary", wrap=True)
        self.strip, self.second = Strip(), Strip()
        self.second_title = ElidedLabel("", "attention")
        self.profile = Profile(rubric)
        self.means_of = label("", "secondary", wrap=True)
        self.sheets = self._table()
        self.sheets.activated_record.connect(lambda cell: self.sheet_opened.emit(cell.sheet.receipt))
        inside = Flowing()
        inside.setLayout(
            column(
                label(self.tr("Total on every sheet"), "strong", wrap=True),
                self.strip,
                self.second_title,
                self.second,
                10,
                label(self.tr("Scores by criterion, and their mean"), "strong", wrap=True),
                self.means_of,
                self.profile,
                None,
                margins=(0, 0, 12, 8),
                spacing=4,
            )
        )
        left = scrolling(inside)
        self._left = left
        body = row(left, self.sheets, spacing=16)
        body.setStretch(1, 1)
        line = QWidget()
        line.setLayout(Flow(self.back, self.before, self.after, self.other, right_from=3, spacing=12))
        layout = column(line, self.title, self.about, body, spacing=6)
        layout.setStretch(3, 1)
        self.setLayout(layout)

    def _table(self) -> ScoreTable:
        rubric = self._rubric
        criteria = [
            Column(
                title=criterion_name(criterion),
                text=lambda cell, place=place: _text(cell.score(place)),
                sort_key=lambda cell, place=place: -(cell.score(place) or 0),
                align="right",
            )
            for place, criterion in enumerate(rubric.criteria)
        ]
        made = ScoreTable(
            [
                Column(title=self.tr("Receipt"), text=lambda cell: cell.sheet.receipt, width=158),
                *criteria,
                Column(
                    title=self.tr("Total"),
                    text=lambda cell: _total(cell.line, cell.sheet),
                    sort_key=lambda cell: -cell.line.totals.get(cell.sheet.receipt, -1),
                    width=54,
                    align="right",
                    tone=lambda cell: "secondary" if cell.mark else "strong",
                ),
                Column(
                    title=self.tr("The other"),
                    text=lambda cell: NONE if cell.other is None else _total(cell.other, cell.sheet),
                    width=84,
                    align="right",
                ),
                Column(title=self.tr("Difference"), text=_difference, width=92, align="right"),
                Column(
                    title=self.tr("Note"),
                    text=lambda cell: cell.mark,
                    tone=lambda cell: "secondary",
                    width=66,
                ),
            ],
            key=lambda cell: cell.sheet.receipt,
            name=self.tr("Sheets behind the score"),
        )
        made.shared, made.whole = tuple(range(1, len(criteria) + 1)), (0,)
        made.horizontalHeader().setProperty("kind", "scores")
        made.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        made.verticalHeader().setDefaultSectionSize(theme.room(30))
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The profile takes more where the columns of criteria don't need it."""
        least, share = (COMPARED, 4) if self.other.currentData() else (NARROW, 5)
        self._left.setFixedWidth(min(theme.room(BROAD), max(theme.room(least), self.width() // share)))

    # --- what is shown --------------------------------------------------------------------------------------------

    def show_case(self, case_id: str, other: str = "") -> None:
        """Shows a case, compared with another one where there is one named."""
        standing = self.standing
        if standing is None:
            return
        self.line = standing.case(case_id)
        self.other.clear()
        self.other.addItem(self.tr("Compare with…"), "")
        for each in standing.cases:
            if each is not self.line:
                words = self.tr("{rank}  {title}").format(
                    rank=rank_text(each.ranked.rank), title=visible(each.case.title, 80)
                )
                self.other.addItem(words, each.case.id)
        self.other.setCurrentIndex(max(0, self.other.findData(other)))
        self._show()

    def show_standing(self, standing: Standing) -> None:
        super().show_standing(standing)
        if self.line is None:
            return
        known = [each.case.id for each in standing.cases]
        if self.line.case.id in known:
            self.show_case(self.line.case.id, str(self.other.currentData() or ""))
        else:
            self.line = None
            self.left.emit()

    def first_focus(self) -> QWidget | None:
        return self.sheets

    def _show(self) -> None:
        standing, line = self.standing, self.line
        if standing is None or line is None:
            return
        chosen = str(self.other.currentData() or "")
        other = standing.case(chosen) if chosen else None
        place = standing.cases.index(line)
        self.before.setEnabled(place > 0)
        self.after.setEnabled(place + 1 < len(standing.cases))
        self.title.setText(title_of(line))
        ties = both_tie_words(line, standing)
        self.about.setText("\n".join(part for part in (standing_words(line, standing), ties) if part))
        axis = Axis.over(standing.cases)
        self.strip.show_case(line, axis, standing_words(line, standing))
        for part in (self.second_title, self.second):
            part.setVisible(other is not None)
        if other is not None:
            self.second_title.setText(title_of(other))
            self.second.show_case(other, axis, standing_words(other, standing))
        self.profile.show_cases(standing, line, other)
        words = means_words(line, standing.rule)
        self.means_of.setText(words)
        self.means_of.setVisible(bool(words) and other is None)
        self._fit()
        count = len(self._rubric.criteria)
        last = count + 4
        alone = [0, *range(1, count + 2), last]
        self.sheets.show_columns([0, count + 1, count + 2, count + 3, last] if other is not None else alone)
        cells = [Cell(sheet, line, other) for sheet in standing.sheets]
        cells.sort(key=lambda cell: (-line.totals.get(cell.sheet.receipt, -1), cell.sheet.receipt))
        self.sheets.set_records(cells)

    def _step(self, step: int) -> None:
        if self.standing is None or self.line is None:
            return
        place = self.standing.cases.index(self.line) + step
        if 0 <= place < len(self.standing.cases):
            self.show_case(self.standing.cases[place].case.id)


def _total(line: CaseLine, sheet: SheetLine) -> str:
    total = line.totals.get(sheet.receipt)
    return NONE if total is None else total_text(total)


def _difference(cell: Cell) -> str:
    other = cell.other
    mine = cell.line.totals.get(cell.sheet.receipt)
    theirs = other.totals.get(cell.sheet.receipt) if other is not None else None
    return NONE if mine is None or theirs is None else points_text(mine - theirs, signed=True)
