"""Every score at a glance as a table model: a row a case in reading order, a column a criterion."""

from __future__ import annotations

import html
from collections.abc import Sequence
from enum import IntEnum
from fractions import Fraction
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from review_app.model.rubric import Level
from review_app.model.scoring.scores import CaseScores
from review_app.ui.expert.desk import Desk
from review_app.ui.expert.wording import level_tip, standing_words, total_text
from review_app.ui.language import criterion_name, level_of, level_text

Index = QModelIndex | QPersistentModelIndex

CASE = 0
"""The column with number and title; the criteria follow, the total or the standing is last."""


class GridRole(IntEnum):
    """What a cell can be asked beside its text."""

    LOCKED = Qt.ItemDataRole.UserRole + 1
    """Whether nothing can be scored here: recused, abstained or withdrawn."""
    WEIGHT = Qt.ItemDataRole.UserRole + 2
    """Where the score lies on the scale, 0.0 to 1.0, or None."""
    WITHDRAWN = Qt.ItemDataRole.UserRole + 3


class GridModel(QAbstractTableModel):
    """Reads from the desk and keeps nothing of its own."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._row = {case_id: row for row, case_id in enumerate(desk.order)}
        desk.case_changed.connect(self._changed)

    @property
    def last(self) -> int:
        """The column of the total."""
        return len(self._desk.rubric.criteria) + 1

    def case_at(self, row: int) -> str:
        """The case of a row."""
        return self._desk.order[row]

    def row_of(self, case_id: str) -> int:
        """The row of a case."""
        return self._row[case_id]

    def criterion_at(self, column: int) -> int | None:
        """The criterion of a column, or None for the title and the total."""
        return column - 1 if CASE < column < self.last else None

    def is_locked(self, row: int) -> bool:
        """Whether a row takes no scores."""
        state = self._desk.state(self.case_at(row))
        return self._desk.is_withdrawn(self.case_at(row)) or state.recused or state.abstained

    def means(self) -> list[Fraction | None]:
        """The mean of every criterion over the scores that count so far, and of the totals; None without any."""
        states = [
            self._desk.state(case_id)
            for row, case_id in enumerate(self._desk.order)
            if not self.is_locked(row)
        ]
        columns = [
            _mean([state.scores[place] for state in states])
            for place in range(len(self._desk.rubric.criteria))
        ]
        return [*columns, _mean([state.total(self._desk.rubric) for state in states])]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._desk.order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else self.last + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        case_id, column = self.case_at(index.row()), index.column()
        locked = self.is_locked(index.row())
        if role == GridRole.LOCKED:
            return locked
        if role == GridRole.WITHDRAWN:
            return self._desk.is_withdrawn(case_id)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(case_id, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(case_id, column, locked)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            level = self._level(case_id, column)
            return level_text(level) if level is not None and not locked else None
        if role == GridRole.WEIGHT:
            return self._weight(case_id, column, locked)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(case_id, column, locked)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        criterion = self.criterion_at(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            sides = {CASE: Qt.AlignmentFlag.AlignLeft, self.last: Qt.AlignmentFlag.AlignRight}
            return sides.get(section, Qt.AlignmentFlag.AlignHCenter) | Qt.AlignmentFlag.AlignVCenter
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if criterion is not None:
            return criterion_name(self._desk.rubric.criteria[criterion])
        return self.tr("Case") if section == CASE else self.tr("Total")

    def _text(self, case_id: str, column: int, locked: bool) -> str:
        state, criterion = self._desk.state(case_id), self.criterion_at(column)
        if column == CASE:
            return f"{self._desk.number(case_id):02d}  {self._desk.title(case_id)}"
        if criterion is None:
            total = state.total(self._desk.rubric)
            if locked:
                return standing_words(state, self._desk.is_withdrawn(case_id))
            return "" if total is None else total_text(total)
        score = state.scores[criterion]
        return "" if locked or score is None else str(score)

    def _weight(self, case_id: str, column: int, locked: bool) -> float | None:
        criterion = self.criterion_at(column)
        if criterion is None or locked:
            return None
        score = self._desk.state(case_id).scores[criterion]
        if score is None:
            return None
        rubric = self._desk.rubric
        return (score - rubric.lowest) / (rubric.highest - rubric.lowest)

    def _tip(self, case_id: str, column: int) -> str | None:
        if column == CASE:
            return f"<p style='white-space:pre-wrap'>{html.escape(self._desk.title(case_id))}</p>"
        level = self._level(case_id, column)
        return level_tip([level]) if level is not None else None

    def _level(self, case_id: str, column: int) -> Level | None:
        criterion = self.criterion_at(column)
        score = None if criterion is None else self._desk.state(case_id).scores[criterion]
        if criterion is None or score is None:
            return None
        return level_of(self._desk.rubric.criteria[criterion].levels, score)

    def _said(self, case_id: str, column: int, locked: bool) -> str:
        """A cell as a screen reader says it: case, criterion, value, meaning."""
        state, criterion = self._desk.state(case_id), self.criterion_at(column)
        case = f"{self._desk.number(case_id):02d} {self._desk.title(case_id)}"
        if locked:
            return self.tr("{case}: {standing}, takes no score").format(
                case=case, standing=standing_words(state, self._desk.is_withdrawn(case_id))
            )
        if criterion is None:
            return self._said_total(case, state) if column != CASE else case
        name = criterion_name(self._desk.rubric.criteria[criterion])
        score = state.scores[criterion]
        if score is None:
            return self.tr("{case}, {criterion}: not scored").format(case=case, criterion=name)
        return self.tr("{case}, {criterion}: {value} of {highest}").format(
            case=case, criterion=name, value=score, highest=self._desk.rubric.highest
        )

    def _said_total(self, case: str, state: CaseScores) -> str:
        total = state.total(self._desk.rubric)
        if total is None:
            return self.tr("{case}: {standing}").format(case=case, standing=standing_words(state))
        return self.tr("{case}: total {total}").format(case=case, total=total_text(total))

    def _changed(self, case_id: str) -> None:
        row = self._row[case_id]
        self.dataChanged.emit(self.index(row, 0), self.index(row, self.last))


def _mean(values: Sequence[Fraction | int | None]) -> Fraction | None:
    given = [Fraction(value) for value in values if value is not None]
    return sum(given, Fraction(0)) / len(given) if given else None
