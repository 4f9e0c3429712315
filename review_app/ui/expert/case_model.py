"""The list of cases as Qt models: one row a case, in this expert's own reading order."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from review_app.model.scoring.scores import CaseScores, Standing
from review_app.model.text import visible
from review_app.ui.expert.desk import Desk
from review_app.ui.expert.wording import standing_words, total_text

Index = QModelIndex | QPersistentModelIndex


class CaseRole(IntEnum):
    """What a row can be asked beside its text."""

    ID = Qt.ItemDataRole.UserRole + 1
    NUMBER = Qt.ItemDataRole.UserRole + 2
    PLACE = Qt.ItemDataRole.UserRole + 3
    STATE = Qt.ItemDataRole.UserRole + 4
    TOTAL = Qt.ItemDataRole.UserRole + 5
    WITHDRAWN = Qt.ItemDataRole.UserRole + 6


class CaseModel(QAbstractListModel):
    """Rows straight from the desk; keeps nothing of its own."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._row = {case_id: row for row, case_id in enumerate(desk.order)}
        desk.case_changed.connect(self._changed)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._desk.order)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._desk.order):
            return None
        case_id = self._desk.order[index.row()]
        case = self._desk.case(case_id)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._desk.title(case_id)
        if role == CaseRole.ID:
            return case_id
        if role == CaseRole.NUMBER:
            return self._desk.number(case_id)
        if role == CaseRole.PLACE:
            return " · ".join(visible(part, 40) for part in (case.region, case.facet) if part)
        if role == CaseRole.STATE:
            return self._desk.state(case_id)
        if role == CaseRole.TOTAL:
            total = self._desk.total(case_id)
            return "" if total is None else total_text(total)
        if role == CaseRole.WITHDRAWN:
            return self._desk.is_withdrawn(case_id)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(case_id)
        return None

    def row_of(self, case_id: str) -> int:
        """The row of a case."""
        return self._row[case_id]

    def _spoken(self, case_id: str) -> str:
        state = self._desk.state(case_id)
        words = standing_words(state, self._desk.is_withdrawn(case_id))
        return self.tr("{number}, {title}, {standing}").format(
            number=self._desk.number(case_id), title=self._desk.title(case_id), standing=words
        )

    def _changed(self, case_id: str) -> None:
        index = self.index(self._row[case_id])
        self.dataChanged.emit(index, index)


class CaseFilter(QSortFilterProxyModel):
    """What is shown of the list: by standing, and by words of title, place and organisation."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._words: list[str] = []
        self._chip = "all"
        self._kept = ""
        self.setDynamicSortFilter(True)

    def set_words(self, text: str) -> None:
        """Shows cases that have all of the words."""
        self.beginFilterChange()
        self._words = text.casefold().split()
        self.endFilterChange()

    def set_chip(self, chip: str) -> None:
        """``all``, ``unscored``, ``doubtful`` or ``recused``."""
        self.beginFilterChange()
        self._chip, self._kept = chip, ""
        self.endFilterChange()

    def keep(self, case_id: str) -> None:
        """Leaves the case being worked on in the list although it doesn't match any more: nothing jumps away under
        the hand that scores it."""
        if case_id != self._kept:
            self.beginFilterChange()
            self._kept = case_id
            self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        case_id = self._desk.order[row]
        if not self._matches_words(case_id):
            return False
        return case_id == self._kept or self._matches_chip(case_id)

    def _matches_words(self, case_id: str) -> bool:
        case = self._desk.case(case_id)
        text = " ".join((case.title, case.organisation, case.region, case.facet)).casefold()
        return all(word in text for word in self._words)

    def _matches_chip(self, case_id: str) -> bool:
        state: CaseScores = self._desk.state(case_id)
        if self._chip == "unscored":
            return not self._desk.is_closed(case_id)
        if self._chip == "doubtful":
            return state.doubtful
        if self._chip == "recused":
            return state.standing in (Standing.RECUSED, Standing.ABSTAINED)
        return True
