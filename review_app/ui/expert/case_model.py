"""The list of cases as Qt models: one row a case, in this expert's own reading order; while words are searched, the
cases that have them, and below each a row for every piece in which they stand."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from review_app.model.scoring.scores import CaseScores, Standing
from review_app.model.search.places import DOSSIER, FACTS, TITLE
from review_app.model.text import visible
from review_app.ui.expert.desk import Desk
from review_app.ui.expert.title_words import title_lines
from review_app.ui.expert.wording import standing_words, total_text

if TYPE_CHECKING:
    from review_app.model.search.index import Found, SearchIndex
    from review_app.model.search.words import Snippet

Index = QModelIndex | QPersistentModelIndex
Row = tuple[str, str]
"""A case, and a piece of it for the row of its hits, or an empty text for the row of the case."""

BEFORE_HIT = 6
"""Characters before a hit in a row: there is not much room."""


class CaseRole(IntEnum):
    """What a row can be asked beside its text."""

    ID = Qt.ItemDataRole.UserRole + 1
    NUMBER = Qt.ItemDataRole.UserRole + 2
    PLACE = Qt.ItemDataRole.UserRole + 3
    STATE = Qt.ItemDataRole.UserRole + 4
    TOTAL = Qt.ItemDataRole.UserRole + 5
    WITHDRAWN = Qt.ItemDataRole.UserRole + 6
    PIECE = Qt.ItemDataRole.UserRole + 7
    """The piece whose hits the row shows, or an empty text for a case."""
    HITS = Qt.ItemDataRole.UserRole + 8
    """How many hits a piece has."""
    SNIPPET = Qt.ItemDataRole.UserRole + 9
    """A :class:`Snippet`: of a piece's row the place of a hit, of a case's what stands below its title; or None."""
    MARKS = Qt.ItemDataRole.UserRole + 10
    """Where in the title the words are."""
    NUMBERED = Qt.ItemDataRole.UserRole + 11
    """Whether the case was found by its number."""
    TITLE_SNIPPET = Qt.ItemDataRole.UserRole + 12
    """A :class:`Snippet` of a title whose hits lie beyond the edge, or None."""


class CaseModel(QAbstractListModel):
    """Rows straight from the desk; keeps nothing of its own but what was found."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: list[Row] = [(case_id, "") for case_id in desk.order]
        self._place = {row: place for place, row in enumerate(self._rows)}
        self._index: SearchIndex | None = None
        self._words: list[str] = []
        self._numbered: set[str] = set()
        self._seen: dict[tuple[str, str, int], Any] = {}
        desk.case_changed.connect(self._changed)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        case_id, piece = self._rows[index.row()]
        if role == CaseRole.ID:
            return case_id
        if role == CaseRole.PIECE:
            return piece
        if role == CaseRole.NUMBER:
            return self._desk.number(case_id)
        return self._of_piece(case_id, piece, role) if piece else self._of_case(case_id, role)

    def _of_case(self, case_id: str, role: int) -> Any:
        case = self._desk.case(case_id)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._desk.title(case_id)
        if role == CaseRole.PLACE:
            return " · ".join(visible(part, 40) for part in (case.region, case.facet) if part)
        if role == CaseRole.STATE:
            return self._desk.state(case_id)
        if role == CaseRole.TOTAL:
            total = None if self._desk.is_withdrawn(case_id) else self._desk.total(case_id)
            return "" if total is None else total_text(total)
        if role == CaseRole.WITHDRAWN:
            return self._desk.is_withdrawn(case_id)
        if role == CaseRole.MARKS:
            return self._marks(self._desk.title(case_id))
        if role == CaseRole.NUMBERED:
            return case_id in self._numbered
        if role == CaseRole.SNIPPET:
            return self._marked_place(case_id) or self._found(case_id, FACTS, CaseRole.SNIPPET)
        if role == CaseRole.TITLE_SNIPPET:
            return self._found(case_id, TITLE, CaseRole.SNIPPET)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(case_id)
        return None

    def _marks(self, text: str) -> list[tuple[int, int]]:
        """Where the words searched for stand in ``text``."""
        if not self._words:
            return []
        from review_app.model.search.index import marks_in

        return marks_in(text, self._words)

    def _marked_place(self, case_id: str) -> Snippet | None:
        place = str(self._of_case(case_id, CaseRole.PLACE))
        marks = self._marks(place)
        if not marks:
            return None
        from review_app.model.search.words import Snippet

        return Snippet(place, tuple(marks))

    def _of_piece(self, case_id: str, piece: str, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._piece_title(case_id, piece)
        if role in (CaseRole.HITS, CaseRole.SNIPPET):
            return self._found(case_id, piece, role)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            snippet: Snippet | None = self._found(case_id, piece, CaseRole.SNIPPET)
            return self.tr(
                "{number}, {piece}, %n hit(s): {text}", "", self._found(case_id, piece, CaseRole.HITS)
            ).format(
                number=self._desk.number(case_id),
                piece=self._piece_title(case_id, piece),
                text=snippet.text if snippet else "",
            )
        return None

    def _piece_title(self, case_id: str, piece: str) -> str:
        if piece == DOSSIER:
            return self.tr("Dossier")
        return next((each.title for each in self._desk.pieces(case_id) if each.member == piece), "")

    def _found(self, case_id: str, piece: str, role: int) -> Any:
        """What the search says of a piece, asked once: only rows that are seen are ever counted."""
        key = (case_id, piece, role)
        if self._index is None:
            return None
        if key not in self._seen:
            self._seen[key] = (
                self._index.count(case_id, piece, self._words) + self._above(case_id, piece)
                if role == CaseRole.HITS
                else self._index.snippet(case_id, piece, self._words, BEFORE_HIT)
            )
        return self._seen[key]

    def _above(self, case_id: str, piece: str) -> int:
        """Hits above a dossier's text, which are marked on its page and so are counted with it."""
        if piece != DOSSIER:
            return 0
        return sum(len(self._marks(line)) for line in title_lines(self._desk.case(case_id)))

    def show_all(self) -> None:
        """Every case, in reading order."""
        if self._index is not None:
            self._index, self._words, self._numbered = None, [], set()
            self._show([(case_id, "") for case_id in self._desk.order])

    def show_found(self, index: SearchIndex, words: Sequence[str], found: Sequence[Found]) -> None:
        """The cases in which ``words`` were found, with the pieces."""
        self._index, self._words = index, list(words)
        self._numbered = {one.case_id for one in found if one.by_number}
        rows: list[Row] = []
        for one in found:
            rows.append((one.case_id, ""))
            rows += ((one.case_id, piece) for piece in one.pieces if piece not in (TITLE, FACTS))
        self._show(rows)

    def _show(self, rows: list[Row]) -> None:
        self._seen.clear()
        if rows == self._rows:
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self._place = {row: place for place, row in enumerate(rows)}
        self.endResetModel()

    def index_of(self, case_id: str, piece: str = "") -> QModelIndex:
        """The row of a case, or of a piece's hits; invalid when it isn't shown."""
        place = self._place.get((case_id, piece))
        return QModelIndex() if place is None else self.index(place)

    def _spoken(self, case_id: str) -> str:
        state = self._desk.state(case_id)
        words = standing_words(state, self._desk.is_withdrawn(case_id))
        return self.tr("{number}, {title}, {standing}").format(
            number=self._desk.number(case_id), title=self._desk.title(case_id), standing=words
        )

    def _changed(self, case_id: str) -> None:
        first = self.index_of(case_id)
        if first.isValid():
            last = first.row()
            while last + 1 < len(self._rows) and self._rows[last + 1][0] == case_id:
                last += 1
            self.dataChanged.emit(first, self.index(last))


class CaseFilter(QSortFilterProxyModel):
    """What is shown of the list, by standing."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._chip = "all"
        self._kept = ""
        self.setDynamicSortFilter(True)

    def set_chip(self, chip: str, open_case: str = "") -> None:
        """``all``, ``unscored``, ``doubtful`` or ``recused``.  ``open_case`` is listed if it matches, and then stays
        whatever becomes of it."""
        self.beginFilterChange()
        self._chip = chip
        self._kept = open_case if open_case and self.matches(open_case) else ""
        self.endFilterChange()

    @property
    def chip(self) -> str:
        """What :meth:`set_chip` was given."""
        return self._chip

    @property
    def without_words(self) -> int:
        """How many cases the filter alone would leave, whatever words are searched."""
        return sum(map(self.matches, self._desk.order))

    @property
    def stray(self) -> str:
        """The case that is listed only because it is being worked on; empty when there is none."""
        return self._kept if self._kept and not self.matches(self._kept) else ""

    def keep(self, case_id: str) -> None:
        """Leaves the case being worked on in the list although it doesn't match any more: nothing jumps away under
        the hand that scores it."""
        if case_id != self._kept:
            self.beginFilterChange()
            self._kept = case_id
            self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        case_id = str(self.sourceModel().index(row, 0).data(CaseRole.ID))
        return case_id == self._kept or self.matches(case_id)

    def matches(self, case_id: str, chip: str = "") -> bool:
        """Whether a case is of the kind that was chosen, or of the kind of another ``chip``."""
        chip = chip or self._chip
        if chip == "all":
            return True
        if chip == "unscored":
            return not self._desk.is_closed(case_id)
        state: CaseScores = self._desk.state(case_id)
        if chip == "doubtful":
            return state.doubtful
        return state.standing in (Standing.RECUSED, Standing.ABSTAINED)
