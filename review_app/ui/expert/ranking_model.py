"""The expert's own ranking as a table model."""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from review_app.ui.expert.desk import Desk
from review_app.ui.expert.wording import total_text
from review_app.ui.language import criterion_name

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class RankingRow:
    """A line: rank as shown (``tied`` when it is shared), the case with its number in this expert's reading order, its
    scores, its total."""

    rank: int
    tied: bool
    case_id: str
    number: int
    title: str
    scores: tuple[int | None, ...]
    total: str

    @property
    def shown_rank(self) -> str:
        """The rank, with a sign when it is shared."""
        return f"= {self.rank}" if self.tied else str(self.rank)

    @property
    def named(self) -> str:
        """The title after the case's number, as the list of cases has them."""
        return f"{self.number:02d}  {self.title}"


def ranking_rows(desk: Desk) -> list[RankingRow]:
    """The scored cases that are in the contest, best first."""
    ranked = [each for each in desk.session.own_ranking() if not desk.is_withdrawn(each.case_id)]
    ranks = [each.rank for each in ranked]
    return [
        RankingRow(
            each.rank,
            ranks.count(each.rank) > 1,
            each.case_id,
            desk.number(each.case_id),
            desk.title(each.case_id),
            desk.state(each.case_id).scores,
            total_text(each.total),
        )
        for each in ranked
    ]


class RankingModel(QAbstractTableModel):
    """Columns: rank, case, one a criterion, total."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows = ranking_rows(desk)

    def reload(self) -> None:
        """Takes what is stored now."""
        self.beginResetModel()
        self._rows = ranking_rows(self._desk)
        self.endResetModel()

    @property
    def rows(self) -> list[RankingRow]:
        """The lines as they are shown."""
        return list(self._rows)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._desk.rubric.criteria) + 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, column = self._rows[index.row()], index.column()
        last = self.columnCount() - 1
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if column == 1 else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole and column == 1:
            return f"<p style='white-space:pre-wrap'>{html.escape(line.title)}</p>"
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if column == 0:
            return line.shown_rank
        if column == 1:
            return line.named
        if column == last:
            return line.total
        score = line.scores[column - 2]
        return "" if score is None else str(score)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        last = self.columnCount() - 1
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if section == 1 else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if section == 0:
            return self.tr("Rank")
        if section == 1:
            return self.tr("Case")
        return (
            self.tr("Total") if section == last else criterion_name(self._desk.rubric.criteria[section - 2])
        )
