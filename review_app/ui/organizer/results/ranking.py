"""The ranking: a line a case, with the totals of all sheets, how sure its rank is, and the line between."""

from __future__ import annotations

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from review_app.model.workspace.standing import CaseLine, Standing
from review_app.ui import theme
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.results.dots import Axis, Dots, paint_share, paint_strip
from review_app.ui.organizer.results.view import View
from review_app.ui.organizer.results.words import (
    NONE,
    interval_text,
    names_text,
    rank_text,
    share_text,
    sheets_count,
    standing_words,
    tie_words,
    title_of,
    titles_of,
    total_text,
)
from review_app.ui.organizer.table import Column, RecordTable
from review_app.ui.widgets.parts import ElidedLabel, button, column, fill, label, row

RANK, CASE, SCORE, STRIP, INTERVAL, SHARE = range(6)
HIGH, WIDE = 30, 300
"""Pixels: a row's height, and the most that titles take where strips have room."""
NARROW = 700
"""Pixels of width below which figures stand closer."""
OPEN = 260
"""Pixels of width that titles and dots have before headings are whole."""
PERCENT = 46
"""Pixels that a share in words takes beside its bar."""
LAST = 10**6
"""Sorts behind every rank."""


def _rank_of(line: CaseLine) -> int:
    return LAST if line.ranked.rank is None else line.ranked.rank


class RankingDelegate(QStyledItemDelegate):
    """Paints a cell: words in figures of one width, dots, a bar."""

    def __init__(self, table: RankingTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        table, colours = self._table, theme.current()
        line: CaseLine = table.records_model.shown[index.row()]
        area: QRect = option.rect
        painter.save()
        if table.selectionModel().isRowSelected(index.row(), QModelIndex()):
            fill(painter, area, QColor(colours.selected))
            if index.column() == RANK and table.hasFocus():
                fill(painter, QRect(area.left(), area.top(), 3, area.height()), QColor(colours.accent))
        inner = QRectF(area).adjusted(6, 0, -6, 0)
        if index.column() == STRIP:
            paint_strip(painter, inner.adjusted(6, 0, -6, 0), table.dots[line.case.id], table.axis)
        else:
            self._say(painter, inner, line, index)
        painter.restore()

    def _say(
        self,
        painter: QPainter,
        area: QRectF,
        line: CaseLine,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        colours, place = theme.current(), index.column()
        described = self._table.records_model.columns[place]
        text = described.text(line)
        strong = line.wins and place in (RANK, CASE, SCORE)
        if place == SCORE:
            self._tie(painter, area, index.row())
        if place == SHARE:
            words = theme.room(PERCENT)
            paint_share(painter, area.adjusted(0, 0, -words, 0), line.share)
            area = area.adjusted(area.width() - words, 0, 0, 0)
        small = place in (INTERVAL, SHARE)
        font = theme.interface_font(14 if small else theme.INTERFACE_SIZE, bold=strong)
        painter.setFont(font)
        painter.setPen(QColor(colours.ink if line.wins else colours.secondary))
        right = place in (RANK, SCORE, SHARE)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area, int(side | Qt.AlignmentFlag.AlignVCenter), shown)

    def _tie(self, painter: QPainter, area: QRectF, row: int) -> None:
        """A bracket beside equal scores that stand below each other."""
        shown: list[CaseLine] = self._table.records_model.shown
        up = row > 0 and _equal(shown[row - 1], shown[row])
        down = row + 1 < len(shown) and _equal(shown[row], shown[row + 1])
        if not up and not down:
            return
        x, middle, arm = area.right() + 4.5, area.center().y() + 0.5, 2
        painter.setPen(QPen(QColor(theme.current().control), 1))
        if up:
            painter.drawLine(QPointF(x, area.top() - 1), QPointF(x, middle))
        if down:
            painter.drawLine(QPointF(x, middle), QPointF(x, area.bottom() + 1))
        painter.drawLine(QPointF(x - arm, middle), QPointF(x, middle))


def _equal(upper: CaseLine, lower: CaseLine) -> bool:
    step = upper.below
    return step is not None and step.how != "near" and step.lower == lower.case.id


class RankingTable(RecordTable):
    """The cases; Enter opens one."""

    axis = Axis(0, 1)

    def __init__(self) -> None:
        super().__init__(
            self._columns(),
            key=lambda line: line.case.id,
            name=self.tr("Ranking"),
            several=False,
        )
        self._winners = 0
        self.dots: dict[str, Dots] = {}
        self.setItemDelegate(RankingDelegate(self))
        self.verticalHeader().setDefaultSectionSize(theme.room(HIGH))
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)

    def _columns(self) -> list[Column]:
        return [
            Column(
                title=self.tr("Rank"),
                text=lambda line: rank_text(line.ranked.rank),
                sort_key=_rank_of,
                width=52,
                align="right",
            ),
            Column(title=self.tr("Case"), text=title_of),
            Column(
                title=self.tr("Score"),
                text=lambda line: line.points or NONE,
                sort_key=lambda line: -1 if line.ranked.score is None else line.ranked.score,
                width=72,
                align="right",
            ),
            Column(
                title=self.tr("Totals"),
                text=_strip_words,
                sort_key=lambda line: max(line.totals.values(), default=-1),
            ),
            Column(
                title=self.tr("95 % ranks"),
                text=_interval_words,
                sort_key=lambda line: (
                    (line.interval.low, line.interval.high) if line.interval else (LAST, LAST)
                ),
                width=96,
                tooltip=lambda line: self.tr("In 95 % of the draws the case has one of these ranks."),
            ),
            Column(
                title=self.tr("Among winners"),
                text=lambda line: share_text(line.share),
                sort_key=lambda line: -1.0 if line.share is None else line.share,
                width=128,
                tooltip=lambda line: self.tr("In how many of the draws the case is among the winners."),
            ),
        ]

    def show_ranking(self, standing: Standing) -> None:
        """Shows all cases of a result."""
        self.axis = Axis.over(standing.cases)
        words = self.tr("Totals, {low} to {high}")
        self.rename_column(STRIP, words.format(low=f"{self.axis.low:g}", high=f"{self.axis.high:g}"))
        self.dots = {line.case.id: Dots.of(line) for line in standing.cases}
        self._winners = len(standing.winners)
        self.set_records(standing.cases)
        if self.current() is None and standing.cases:
            self.selectRow(0)

    @property
    def cut_row(self) -> int | None:
        """The row below which the line is drawn: the last winner's, while the rows are in order of rank."""
        shown = self.records_model.shown
        if not 0 < self._winners < len(shown):
            return None
        in_order = all(line.wins == (place < self._winners) for place, line in enumerate(shown))
        return self._winners - 1 if in_order else None

    def _set_widths(self) -> None:
        """Strips take what titles do not need."""
        super()._set_widths()
        columns = self.records_model.columns
        fixed = (RANK, SCORE, INTERVAL, SHARE)
        widths = [self.columnWidth(place) if place in fixed else 0 for place in range(len(columns))]
        if self.viewport().width() < theme.room(NARROW):
            widths = [theme.room(each.width) * 85 // 100 for each in columns]
            spare = self.viewport().width() - sum(widths) - theme.room(OPEN)
            for place in fixed:
                more = self.horizontalHeader().sectionSizeHint(place) - widths[place]
                given = max(0, min(more, spare))
                widths[place], spare = widths[place] + given, spare - given
                self.setColumnWidth(place, widths[place])
        left = max(0, self.viewport().width() - sum(widths))
        measured = QFontMetrics(theme.interface_font(bold=True)).horizontalAdvance
        widest = max((measured(title_of(line)) for line in self.records_model.records), default=0) + 16
        title = min(widest, theme.room(WIDE), left * 52 // 100)
        title = max(title, min(120, left // 2))
        self.setColumnWidth(CASE, title)
        self.setColumnWidth(STRIP, max(60, left - title))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        cut = self.cut_row
        if cut is None:
            return
        y = self.rowViewportPosition(cut) + self.rowHeight(cut)
        painter = QPainter(self.viewport())
        pen = QPen(QColor(theme.current().accent), 1.5)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawLine(0, y, self.viewport().width(), y)


def _strip_words(line: CaseLine) -> str:
    translate = QCoreApplication.translate
    totals, left = line.totals.values(), len(line.left_out)
    if not totals:
        return NONE
    words = [
        sheets_count(len(line.totals)),
        translate("results", "totals from {low} to {high}").format(
            low=total_text(min(totals)), high=total_text(max(totals))
        ),
    ]
    if left:
        words.append(translate("results", "%n left out", "", left))
    return " · ".join(words)


def _foot_words(line: CaseLine, standing: Standing) -> str:
    """What the row shows as dots only; why it has no rank where it has none."""
    return standing_words(line, standing) if line.ranked.rank is None else _strip_words(line)


def _interval_words(line: CaseLine) -> str:
    if line.ranked.rank is None:
        return QCoreApplication.translate("results", "no rank")
    return interval_text(line.interval)


class RankingView(View):
    """The table, and what can be done with the case that is marked."""

    beside = True
    opened = Signal(str)
    """A case (id) to be shown with the sheets behind it."""
    compared = Signal(str, str)

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__(desk)
        self.table = RankingTable()
        self.table.activated_record.connect(lambda line: self.opened.emit(line.case.id))
        self.table.selected_record.connect(self._selected)
        self.out = label("", "secondary", wrap=True)
        self.about = ElidedLabel("", "secondary")
        self.tie = label("", "secondary", wrap=True)
        self.compare = button(self.tr("Compare with the next"), "quiet-link")
        self.compare.setToolTip(self.tr("Side by side with the case below it"))
        self.compare.clicked.connect(self._compare)
        self.open = button(self.tr("Sheets behind it"), "quiet-link")
        self.open.setToolTip(self.tr("Also by Enter, or a double click"))
        self.open.clicked.connect(self._open)
        foot = row(self.about, self.compare, self.open, spacing=12)
        foot.setStretch(0, 1)
        layout = column(self.table, self.out, self.tie, foot, spacing=6)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def show_standing(self, standing: Standing) -> None:
        super().show_standing(standing)
        self.table.show_ranking(standing)
        titles, said = titles_of(standing), []
        if standing.seed is None:
            said.append(
                self.tr("The public draw is awaited: till then no lot is drawn, and no interval is reckoned.")
            )
        if standing.set_aside:
            aside = names_text((each.case for each in standing.set_aside), titles)
            said.append(self.tr("Set aside after the count: {names}.").format(names=aside))
        if standing.withdrawn:
            gone = names_text((case.id for case in standing.withdrawn), titles)
            said.append(self.tr("Withdrawn before: {names}.").format(names=gone))
        self.out.setText("\n".join(said))
        self.out.setVisible(bool(said))
        self._selected(self.table.current())

    def first_focus(self) -> QWidget | None:
        return self.table

    def _selected(self, line: CaseLine | None) -> None:
        if self.standing is None:
            return
        known = line is not None and line in self.standing.cases
        self.about.setText(_foot_words(line, self.standing) if known and line is not None else "")
        self.about.setToolTip(self.about.text())
        tie = tie_words(line, self.standing) if known and line is not None else ""
        self.tie.setText(tie)
        self.tie.setVisible(bool(tie))
        self.open.setEnabled(known)
        self.compare.setEnabled(known and len(self.standing.cases) > 1)

    def _open(self) -> None:
        if (line := self.table.current()) is not None:
            self.opened.emit(line.case.id)

    def _compare(self) -> None:
        line, shown = self.table.current(), self.table.shown
        if line is None or len(shown) < 2:
            return
        place = shown.index(line)
        other = shown[place + 1] if place + 1 < len(shown) else shown[place - 1]
        self.compared.emit(line.case.id, other.case.id)
