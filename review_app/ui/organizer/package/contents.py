"""What is in the package: the candidates in their order with their sizes as bars; and the figures without a source."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from review_app.model.text import visible
from review_app.model.value import Value
from review_app.model.workspace.contents import Contents, PackedCase
from review_app.model.workspace.nominations import UnsourcedClaim
from review_app.ui import theme
from review_app.ui.file_words import size_words
from review_app.ui.organizer.table import Column, RecordTable
from review_app.ui.widgets.parts import column, fill, label

BAR = 5


class Line(Value, frozen=True):
    """A candidate with its place in the order, from 1, and its share of the largest one."""

    place: int
    case: PackedCase
    share: float


class _SizeBar(QStyledItemDelegate):
    """A bar as long as the case is large, the largest filling the column."""

    def __init__(self, table: RecordTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        area: QRect = option.rect
        record = self._table.records_model.shown[index.row()]
        high = theme.room(BAR)
        room = area.adjusted(8, 0, -8, 0)
        top = room.center().y() - high // 2
        colours = theme.current()
        fill(painter, QRect(room.left(), top, room.width(), high), QColor(colours.surface))
        width = max(2, round(room.width() * record.share))
        fill(painter, QRect(room.left(), top, width, high), QColor(colours.accent))


class ContentsView(QWidget):
    """The candidates, one a row."""

    def __init__(self) -> None:
        super().__init__()
        self.table = RecordTable(
            [
                Column(
                    title=self.tr("No."),
                    text=lambda line: str(line.place),
                    sort_key=lambda line: line.place,
                    width=48,
                    align="right",
                ),
                Column(title=self.tr("Case"), text=lambda line: visible(line.case.title, 200), most=560),
                Column(
                    title=self.tr("Attachments"),
                    text=lambda line: str(len(line.case.attachments) or ""),
                    sort_key=lambda line: len(line.case.attachments),
                    tooltip=self._attachments,
                    width=104,
                    align="right",
                ),
                Column(
                    title=self.tr("No source"),
                    text=lambda line: str(len(line.case.unsourced) or ""),
                    sort_key=lambda line: len(line.case.unsourced),
                    tone=lambda line: "attention",
                    width=76,
                    align="right",
                ),
                Column(
                    title=self.tr("Size"),
                    text=lambda line: size_words(line.case.size),
                    sort_key=lambda line: line.case.size,
                    width=84,
                    align="right",
                ),
                Column(
                    title="",
                    text=lambda line: "",
                    sort_key=lambda line: line.case.size,
                    tooltip=lambda line: size_words(line.case.size),
                    width=104,
                    searched=False,
                ),
            ],
            key=lambda line: line.case.id,
            empty=self.tr("No candidates yet. Accept nominations, or keep cases on the shortlist."),
            name=self.tr("What is in the package"),
            several=False,
        )
        self.table.setItemDelegateForColumn(5, _SizeBar(self.table))
        self.setLayout(column(self.table))

    def show_contents(self, contents: Contents) -> None:
        """Fills the table."""
        unsourced = any(case.unsourced for case in contents.cases)
        self.table.show_columns({0, 1, 2, 3, 4, 5} if unsourced else {0, 1, 2, 4, 5})
        most = max((case.size for case in contents.cases), default=1) or 1
        self.table.set_records(
            [Line(place, case, case.size / most) for place, case in enumerate(contents.cases, start=1)]
        )

    def _attachments(self, line: Line) -> str:
        return "\n".join(
            self.tr("{name} ({size})").format(name=visible(name, 100), size=size_words(size))
            for name, size in line.case.attachments
        )


class UnsourcedView(QWidget):
    """Figures that don't say where they come from, before they are final."""

    case_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.words = label(
            self.tr(
                "Experts read at each of these figures that no source is given. They can go out so; a "
                "source can be added in the nomination until the candidates are frozen."
            ),
            "secondary",
            wrap=True,
        )
        self.table = RecordTable(
            [
                Column(title=self.tr("Case"), text=lambda found: visible(found.title, 200)),
                Column(
                    title=self.tr("Figure"), text=lambda found: visible(found.claim.figure, 60), width=150
                ),
                Column(title=self.tr("What it says"), text=lambda found: visible(found.claim.what, 300)),
            ],
            key=lambda found: (found.case_id, found.number),
            empty=self.tr("Every figure has a source."),
            name=self.tr("Figures without a source"),
            several=False,
        )
        self.table.activated_record.connect(lambda found: self.case_wanted.emit(found.case_id))
        layout = column(self.words, self.table)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.table)
        self.table.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_contents(self, contents: Contents) -> None:
        """Fills the table."""
        found: list[UnsourcedClaim] = [claim for case in contents.cases for claim in case.unsourced]
        self.words.setVisible(bool(found))
        self.table.set_records(found)
