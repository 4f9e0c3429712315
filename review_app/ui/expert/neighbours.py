"""A line of the ranking beside the ones next to it, criterion by criterion: is this the order that is meant?"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from review_app.model.text import visible
from review_app.ui.expert.desk import Desk
from review_app.ui.expert.ranking_model import RankingRow
from review_app.ui.language import criterion_name
from review_app.ui.widgets.parts import button, column, empty, label, row, rule

COMMENT_SHOWN = 400


class Neighbours(QWidget):
    """Shows up to three lines: the chosen one, the one above and the one below."""

    jump = Signal(str, int)

    def __init__(self, desk: Desk, width: int) -> None:
        super().__init__()
        self._desk, self._width = desk, width
        self._column: QVBoxLayout = column(spacing=4)
        self.setLayout(self._column)
        self.figures: dict[tuple[int, int], QLabel] = {}

    def show_rows(self, rows: Sequence[RankingRow], chosen: int) -> None:
        """Compares ``rows`` (best first); ``chosen`` is the place of the chosen one among them."""
        empty(self._column)
        self.figures = {}
        self._column.addWidget(label(self.tr("Is this the order you mean?"), "heading", wrap=True))
        if not rows:
            text = self.tr("Choose a line of the ranking to compare it with its neighbours.")
            self._column.addWidget(label(text, "quiet", wrap=True))
            return
        if len(rows) == 1:
            text = self.tr("As soon as a second case is scored, neighbours are compared here.")
            self._column.addWidget(label(text, "quiet", wrap=True))
            return
        self._column.addSpacing(4)
        for place, line in enumerate(rows):
            self._column.addWidget(self._title(line, place == chosen))
        self._column.addSpacing(8)
        self._column.addLayout(self._table(rows, chosen))
        self._column.addSpacing(12)
        self._comments(rows, chosen)

    def _title(self, line: RankingRow, chosen: bool) -> QWidget:
        made = button("", "link")
        made.setProperty("strong", chosen)
        made.ensurePolished()
        whole = self.tr("{rank}  {title}").format(rank=line.shown_rank, title=line.named)
        shown = made.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, self._width - 16)
        made.setText(shown.replace("&", "&&"))
        made.setToolTip(line.title)
        made.setAccessibleName(self.tr("Go to {title}").format(title=whole))
        made.clicked.connect(lambda: self.jump.emit(line.case_id, -1))
        return made

    def _table(self, rows: Sequence[RankingRow], chosen: int) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for place, line in enumerate(rows, start=1):
            grid.setColumnMinimumWidth(place, 56)
            head = label(line.shown_rank, "secondary")
            grid.addWidget(head, 0, place, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(label(self.tr("Rank"), "secondary"), 0, 0)
        for number, criterion in enumerate(self._desk.rubric.criteria):
            name = criterion_name(criterion)
            told = label(name, "body", wrap=True)
            told.setToolTip(name)
            grid.addWidget(told, number + 1, 0)
            own = rows[chosen].scores[number]
            for place, line in enumerate(rows):
                grid.addWidget(
                    self._figure(
                        name, line, number, place, _weight(line.scores[number] == own, place == chosen)
                    ),
                    number + 1,
                    place + 1,
                    Qt.AlignmentFlag.AlignRight,
                )
        last = len(self._desk.rubric.criteria) + 1
        grid.addWidget(rule(), last, 0, 1, len(rows) + 1)
        grid.addWidget(label(self.tr("Total"), "body"), last + 1, 0)
        for place, line in enumerate(rows):
            total = label(line.total, "strong" if place == chosen else "body")
            grid.addWidget(total, last + 1, place + 1, Qt.AlignmentFlag.AlignRight)
        return grid

    def _figure(self, name: str, line: RankingRow, number: int, place: int, role: str) -> QLabel:
        score = line.scores[number]
        made = label("" if score is None else str(score), role)
        made.setAccessibleName(
            self.tr("{title}, {criterion}: {value}").format(
                title=line.title, criterion=name, value=made.text()
            )
        )
        self.figures[(number, place)] = made
        return made

    def _comments(self, rows: Sequence[RankingRow], chosen: int) -> None:
        said = [(line, self._desk.state(line.case_id).comment.strip()) for line in rows]
        if not any(comment for _, comment in said):
            self._column.addWidget(label(self.tr("No comments on these cases."), "secondary", wrap=True))
            return
        self._column.addWidget(label(self.tr("Your comments"), "secondary"))
        for line, comment in said:
            rank = label(line.shown_rank, "secondary")
            rank.setFixedWidth(36)
            shown = visible(comment, COMMENT_SHOWN) if comment else self.tr("none")
            text = label(shown, "body" if comment else "secondary", wrap=True)
            entry = row(rank, text, spacing=4)
            entry.setAlignment(rank, Qt.AlignmentFlag.AlignTop)
            entry.setStretch(1, 1)
            self._column.addLayout(entry)


def _weight(same: bool, chosen: bool) -> str:
    """What differs from the chosen case is heavy, what agrees with it is pale."""
    if chosen:
        return "body"
    return "quiet" if same else "strong"
