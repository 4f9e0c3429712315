"""The ranking of an archive as it was counted again, with the cut line."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from review_app.model.checking import points_of
from review_app.model.result.verify import ArchiveReport
from review_app.model.text import visible
from review_app.model.value import Value
from review_app.ui import theme
from review_app.ui.organizer.table import Column, RecordTable
from review_app.ui.verify.words import titles_of

NONE = "–"


class _Shown(Value, frozen=True):
    case: str
    rank: int
    title: str
    score: str
    sheets: str
    wins: bool


class RecountTable(RecordTable):
    """As high as its lines; a dashed line parts the winners from the others."""

    def __init__(self) -> None:
        def tone(line: _Shown) -> str:
            return "" if line.wins else "secondary"

        super().__init__(
            [
                Column(
                    title=self.tr("Rank"),
                    text=lambda line: str(line.rank) if line.rank else NONE,
                    sort_key=lambda line: line.rank or 1 << 30,
                    width=64,
                    align="right",
                    tone=tone,
                ),
                Column(title=self.tr("Case"), text=lambda line: line.title, tone=tone),
                Column(
                    title=self.tr("Score"), text=lambda line: line.score, width=88, align="right", tone=tone
                ),
                Column(
                    title=self.tr("Sheets counted"),
                    text=lambda line: line.sheets,
                    width=124,
                    align="right",
                    tone=tone,
                ),
            ],
            key=lambda line: line.case,
            name=self.tr("Ranking as it was counted again"),
        )
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionsClickable(False)  # the line stands below the last winner

    def show_report(self, report: ArchiveReport) -> None:
        """Fills the table: in the order of the ranking, or, where no ranks are public, the winners in theirs."""
        titles, winners = titles_of(report), set(report.winners)
        if report.lines:
            shown = [
                _Shown(
                    line.case,
                    line.rank,
                    visible(titles.get(line.case, line.case), 200),
                    points or NONE,
                    self._counted(line.used, line.sheets),
                    line.case in winners,
                )
                for line, points in zip(report.lines, points_of(report), strict=True)
            ]
        else:
            shown = [
                _Shown(case, 0, visible(titles.get(case, case), 200), NONE, NONE, wins=True)
                for case in report.winners
            ]
        self.show_columns((0, 1, 2, 3) if report.lines else (1,))
        self.set_records(shown)
        self.updateGeometry()

    def _counted(self, used: int, sheets: int) -> str:
        """On how many of a case's sheets its score rests: the rule may leave some out."""
        if used == sheets:
            return str(sheets)
        return self.tr("{used} of {all}").format(used=used, all=sheets)

    def sizeHint(self) -> QSize:
        head = self.horizontalHeader().sizeHint().height()
        return QSize(
            400, head + self.verticalHeader().defaultSectionSize() * len(self.records_model.shown) + 2
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        shown: list[_Shown] = self.records_model.shown
        last = max((place for place, line in enumerate(shown) if line.wins), default=-1)
        if 0 <= last < len(shown) - 1:
            painter = QPainter(self.viewport())
            pen = QPen(QColor(theme.current().accent), 1.5)
            pen.setDashPattern([4, 3])
            painter.setPen(pen)
            y = self.rowViewportPosition(last) + self.rowHeight(last) - 1
            painter.drawLine(0, y, self.viewport().width(), y)
