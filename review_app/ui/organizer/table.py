"""The table of the organizer's pages: records in rows, sorted and filtered in Python, copied and exported as text."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Collection, Hashable, Sequence
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView, QWidget

from review_app.model.files import write_atomically
from review_app.model.search.fold import fold
from review_app.ui import theme

R = TypeVar("R")
ROW = 36
"""Pixels of height of a row at the usual text size."""
USUAL, MOST = 200, 1.6
"""Pixels of width that are enough for a column which takes the rest; and to how many times the width asked for a column
grows, where there is more and its cells need it."""
OPEN, AROUND = 80, 18
"""Pixels of width that a column which takes the rest has at least, and around the text of a cell."""
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """One column.  ``text`` gives what stands in the cell of a record; ``sort_key`` what it sorts by (the text where
    none is given); ``tone`` a role of the theme ("secondary", "done", "attention"), "strong", or "".

    ``width`` is in pixels at the usual text size; 0 takes what the others leave, ``most`` pixels of it
    where that is more than 0.
    """

    title: str
    text: Callable[[Any], str]
    width: int = 0
    most: int = 0
    align: str = "left"
    sort_key: Callable[[Any], Any] | None = None
    tooltip: Callable[[Any], str] | None = None
    tone: Callable[[Any], str] | None = None
    searched: bool = True


class RecordModel(QAbstractTableModel, Generic[R]):
    """The records that pass the filter, in the order asked for."""

    def __init__(self, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = list(columns)
        self.records: list[R] = []
        self.shown: list[R] = []
        self._folded: dict[int, str] = {}
        self._words: list[str] = []
        self._predicate: Callable[[R], bool] | None = None
        self._sorted_by: tuple[int, bool] | None = None
        self._ordered: list[R] = []

    def put(self, records: Sequence[R]) -> None:
        """Replaces the records."""
        self.records = list(records)
        self._folded.clear()
        self._sort()
        self._filter()

    def set_words(self, text: str) -> None:
        """Only records that have every word of ``text`` in a searched column are shown from now on."""
        words = fold(text).split()
        if words != self._words:
            self._words = words
            self._filter()

    def set_predicate(self, predicate: Callable[[R], bool] | None) -> None:
        """Only records for which ``predicate`` holds are shown from now on."""
        self._predicate = predicate
        self._filter()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Orders by a column; -1 goes back to the order the records came in."""
        self._sorted_by = None if column < 0 else (column, order == Qt.SortOrder.DescendingOrder)
        self._sort()
        self._filter()

    def _sort(self) -> None:
        if self._sorted_by is None:
            self._ordered = self.records
            return
        column, backwards = self._sorted_by
        described = self.columns[column]
        key = described.sort_key or (lambda record: fold(described.text(record)))
        self._ordered = sorted(self.records, key=key, reverse=backwards)

    def _filter(self) -> None:
        self.beginResetModel()
        found, test, words = self._ordered, self._predicate, self._words
        if test is not None:
            found = [record for record in found if test(record)]
        if words:
            if not self._folded:
                self._folded = {id(record): self._text_of(record) for record in self.records}
            texts = self._folded
            for word in words:
                found = [record for record in found if word in texts[id(record)]]
        self.shown = list(found)
        self.endResetModel()

    def _text_of(self, record: R) -> str:
        return fold("\n".join(column.text(record) for column in self.columns if column.searched))

    def text(self, row: int, column: int) -> str:
        """What stands in a cell."""
        return self.columns[column].text(self.shown[row])

    # --- as Qt asks -----------------------------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if not index.isValid():
            return None
        column, record = self.columns[index.column()], self.shown[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.text(record)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN[column.align]
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tooltip(record) if column.tooltip else column.text(record)
        if column.tone is None:
            return None
        tone = column.tone(record)
        if role == Qt.ItemDataRole.ForegroundRole and tone not in ("", "strong"):
            return QColor(getattr(theme.current(), tone))
        if role == Qt.ItemDataRole.FontRole and tone == "strong":
            return theme.interface_font(bold=True)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):  # a heading may be cut off
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGN[self.columns[section].align]
        return None


_ALIGN = {
    "left": int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
    "right": int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
    "center": int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter),
}


class RecordTable(QTableView):
    """A table over records.  ``key`` names a record across refreshes, so that selection and place stay.

    A click on a heading sorts, a second one turns the order, a third takes it back.  Ctrl+C copies the selected rows
    with their headings as tab-separated text; Enter or a double click activates.
    """

    activated_record = Signal(object)
    selected_record = Signal(object)
    """The current record, or None."""
    shown_changed = Signal(int, int)
    """How many records are shown, of how many."""

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        key: Callable[[Any], Hashable] = lambda record: record,
        empty: str = "",
        name: str = "",
        several: bool = True,
    ) -> None:
        super().__init__()
        self._key = key
        self._empty, self._nothing_found = empty, self.tr("Nothing fits these filters.")
        self.records_model: RecordModel[Any] = RecordModel(columns, self)
        self.setModel(self.records_model)
        self.setAccessibleName(name)
        self.setProperty("kind", "desk")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        mode = QTableView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if several else mode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(theme.room(ROW))
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(False)
        head.setSortIndicatorClearable(True)
        head.setMinimumSectionSize(24)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        head.sectionClicked.connect(self._sort_by)
        head.setResizeContentsPrecision(0)  # the rows in sight say how wide a column should be
        self._order: tuple[int, Qt.SortOrder] | None = None
        self._keep: Hashable = None
        self._needs: dict[int, int] = {}
        self.selectionModel().currentRowChanged.connect(lambda *_: self.selected_record.emit(self.current()))
        self.activated.connect(lambda index: self._activate(index.row()))
        self._set_widths()

    # --- records --------------------------------------------------------------------------------------------------

    def set_records(self, records: Sequence[Any]) -> None:
        """Replaces the records; selection and place stay where the same keys are there still."""
        self._changing(lambda: self.records_model.put(records))
        self._needs.clear()
        self._set_widths()

    def set_filter(self, words: str) -> None:
        """Shows only rows that have all the words, in whatever case, width or way of writing."""
        self._changing(lambda: self.records_model.set_words(words))

    def set_predicate(self, predicate: Callable[[Any], bool] | None) -> None:
        """Shows only records for which ``predicate`` holds."""
        self._changing(lambda: self.records_model.set_predicate(predicate))

    def set_empty(self, words: str) -> None:
        """What stands in the place of rows while there are no records at all."""
        self._empty = words
        self.viewport().update()

    @property
    def shown(self) -> list[Any]:
        """The records shown, in their order."""
        return list(self.records_model.shown)

    @property
    def records(self) -> list[Any]:
        """All records."""
        return list(self.records_model.records)

    def current(self) -> Any:
        """The record with the focus, or None."""
        row = self.currentIndex().row()
        return self.records_model.shown[row] if 0 <= row < len(self.records_model.shown) else None

    def selected(self) -> list[Any]:
        """The selected records, in the order shown."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.records_model.shown[row] for row in rows]

    def select(self, key: Hashable) -> bool:
        """Makes the record with this key the current one; False when it isn't shown."""
        for row, record in enumerate(self.records_model.shown):
            if self._key(record) == key:
                self.selectRow(row)
                self.scrollTo(self.records_model.index(row, 0))
                return True
        return False

    def show_columns(self, places: Collection[int]) -> None:
        """Shows only the columns at these places; copies and exports have all of them still."""
        for place in range(len(self.records_model.columns)):
            self.setColumnHidden(place, place not in places)
        self._set_widths()

    def rename_column(self, place: int, title: str) -> None:
        """Gives a column another heading."""
        columns = self.records_model.columns
        columns[place] = msgspec.structs.replace(columns[place], title=title)
        self.records_model.headerDataChanged.emit(Qt.Orientation.Horizontal, place, place)

    def _changing(self, change: Callable[[], None]) -> None:
        current = self.current()
        before = self._keep if current is None else self._key(current)
        chosen = {self._key(record) for record in self.selected()}
        place = self.verticalScrollBar().value()
        selection = self.selectionModel()
        selection.blockSignals(True)
        change()
        model = self.records_model
        keys = [self._key(record) for record in model.shown] if chosen or before is not None else []
        found = False
        if before is not None and before in keys:
            found = True
            flags = selection.SelectionFlag
            index = model.index(keys.index(before), 0)
            selection.setCurrentIndex(index, flags.NoUpdate)
            for row, each in enumerate(keys):
                if each in chosen:
                    selection.select(model.index(row, 0), flags.Select | flags.Rows)
        selection.blockSignals(False)
        self._keep = before
        self.verticalScrollBar().setValue(place)
        self.viewport().update()
        if found or before is not None:
            self.selected_record.emit(self.current())
        self.shown_changed.emit(len(model.shown), len(model.records))

    def _activate(self, row: int) -> None:
        if 0 <= row < len(self.records_model.shown):
            self.activated_record.emit(self.records_model.shown[row])

    # --- order ----------------------------------------------------------------------------------------------------

    def _sort_by(self, section: int) -> None:
        up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        if self._order is None or self._order[0] != section:
            self._order = (section, up)
        elif self._order[1] == up:
            self._order = (section, down)
        else:
            self._order = None
        head, order = self.horizontalHeader(), self._order
        head.setSortIndicatorShown(order is not None)
        if order is not None:
            head.setSortIndicator(*order)
        self._changing(lambda: self.records_model.sort(*(order or (-1, up))))

    # --- as text --------------------------------------------------------------------------------------------------

    def as_rows(self, records: Sequence[Any] | None = None) -> list[list[str]]:
        """The headings, then the cells of ``records`` (all shown ones by default), each on one line."""
        columns = self.records_model.columns
        wanted = self.shown if records is None else records
        return [
            [column.title for column in columns],
            *([" ".join(column.text(record).split()) for column in columns] for record in wanted),
        ]

    def copy(self) -> None:
        """Puts the selected rows, or all where none is selected, on the clipboard as tab-separated text."""
        rows = self.as_rows(self.selected() or None)
        QApplication.clipboard().setText("\n".join("\t".join(cells) for cells in rows) + "\n")

    def export_csv(self, file: Path) -> None:
        """Writes the rows shown, in their order, as CSV that Excel reads: UTF-8 with its mark.  A cell that Excel would
        take for a formula gets an apostrophe before it.  Raises what writing raises."""
        out = io.StringIO()
        writer = csv.writer(out)
        for cells in self.as_rows():
            writer.writerow([f"'{cell}" if cell.startswith(_DANGEROUS) else cell for cell in cells])
        write_atomically(file, out.getvalue().encode("utf-8-sig"))

    # --- as Qt asks -----------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._activate(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_widths()

    def _set_widths(self) -> None:
        """Widths as asked, and as headings and cells need where there is room; columns that take the rest share what is
        left."""
        columns = self.records_model.columns
        shown = [place for place in range(len(columns)) if not self.isColumnHidden(place)]
        head = self.horizontalHeader()
        headed = {place: head.sectionSizeHint(place) for place in shown}
        widths = {place: theme.room(columns[place].width) for place in shown if columns[place].width}
        open_ones = [place for place in shown if place not in widths]
        least = sum(max(OPEN, headed[place]) for place in open_ones)
        for place, width in widths.items():
            drawn = self.itemDelegateForColumn(place) is not None
            celled = (
                self.sizeHintForColumn(place) if drawn else self._need(place)
            )  # of all rows, not of those in sight
            celled = min(round(width * MOST), celled)
            for wanted, kept in ((headed[place], least), (celled, USUAL * len(open_ones))):
                spare = self.viewport().width() - sum(widths.values()) - kept
                widths[place] += max(0, min(wanted - widths[place], spare))
        self._give_up(widths, headed, open_ones)
        left = max(0, self.viewport().width() - sum(widths.values()))
        needs = {place: self._need(place) for place in open_ones}
        tight = any(need > left // len(needs) for need in needs.values())
        open_ones.sort(key=lambda place: (columns[place].most == 0, needs[place]))  # the modest first
        for number, place in enumerate(open_ones):
            share = left // (len(open_ones) - number)
            share = max(OPEN, min(share, needs[place]) if tight and number < len(open_ones) - 1 else share)
            widths[place] = min(share, theme.room(columns[place].most) or share)
            left = max(0, left - widths[place])
        for place, width in widths.items():
            if self.columnWidth(place) != width:
                self.setColumnWidth(place, width)

    def _give_up(self, widths: dict[int, int], headed: dict[int, int], open_ones: Sequence[int]) -> None:
        """Takes from ``widths`` what neither heading nor record needs, as far as the columns that take the rest lack
        it; nothing from what draws its cells itself."""
        if not self.records_model.records:
            return
        written = [place for place in widths if self.itemDelegateForColumn(place) is None]
        needs = {place: max(headed[place], self._need(place)) for place in (*open_ones, *written)}
        left = self.viewport().width() - sum(widths.values())
        lacking = sum(needs[place] for place in open_ones) - left
        for place in written:
            given = min(max(0, lacking), max(0, widths[place] - needs[place]))
            widths[place] -= given
            lacking -= given

    def _need(self, place: int) -> int:
        """Pixels of width of the widest text of a column, in all records."""
        if place not in self._needs:
            column, bold = self.records_model.columns[place], QFontMetrics(theme.interface_font(bold=True))
            texts = {column.text(record) for record in self.records_model.records}
            self._needs[place] = max((bold.horizontalAdvance(text) for text in texts), default=0) + AROUND
        return self._needs[place]

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        model = self.records_model
        words = self._empty if not model.records else self._nothing_found
        if model.shown or not words:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QColor(theme.current().secondary))
        painter.setFont(theme.interface_font())
        area = QRect(16, 32, self.viewport().width() - 32, self.viewport().height() - 40)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap), words)
