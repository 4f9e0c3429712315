"""Cases by members: the model of the grid in which votes are typed, and how its cells are painted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from review_app.model.workspace.ballots import Tally
from review_app.model.workspace.panel import Member
from review_app.ui import theme
from review_app.ui.organizer.shortlist.state import CaseRow, ShortlistState
from review_app.ui.organizer.shortlist.words import choice_letters, choice_words, decision_words, why_words
from review_app.ui.widgets.parts import fill

Index = QModelIndex | QPersistentModelIndex
HEAD_LINE = 4
"""Chinese characters on one line of a member's heading; with more a second line is begun."""


class VoteModel(QAbstractTableModel):
    """A row a case, a column a member, and the tally last."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.members: Sequence[Member] = ()
        self.rows: Sequence[CaseRow] = ()
        self._votes: dict[tuple[str, str], str] = {}
        self.title_width = 160

    def show_state(self, state: ShortlistState) -> None:
        """Takes the votes of ``state``; the cells stay where they are as long as cases and members are the same."""
        same = [row.case.id for row in self.rows] == [row.case.id for row in state.rows]
        if same and list(self.members) == list(state.members):
            self.rows, self._votes = state.rows, dict(state.votes)
            if self.rows:
                last = self.index(len(self.rows) - 1, self.columnCount() - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.members, self.rows, self._votes = state.members, state.rows, dict(state.votes)
        self.endResetModel()

    def choice(self, row: int, column: int) -> str:
        """What a member says of a case, "" for nothing yet."""
        if not (0 <= row < len(self.rows) and 0 <= column < len(self.members)):
            return ""
        return self._votes.get((self.members[column].id, self.rows[row].case.id), "")

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.members) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if column == len(self.members):
            return self._tally(self.rows[row], role)
        choice = self.choice(row, column)
        if role == Qt.ItemDataRole.DisplayRole:
            return choice_letters()[choice] if choice else ""
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            said = choice_words()[choice] if choice else self.tr("no vote yet")
            return self.tr("{member} on {case}: {said}").format(
                member=self.members[column].name, case=self.rows[row].case.title, said=said
            )
        return None

    def _tally(self, row: CaseRow, role: int) -> Any:
        tally = row.tally
        counts = f"{tally.recommend} · {tally.hold} · {tally.drop}"
        if role == Qt.ItemDataRole.DisplayRole:
            return counts if tally.cast or tally.recused else ""
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            said = self.tr("{recommend} recommend, {hold} hold, {drop} drop, {recused} stand aside").format(
                recommend=tally.recommend, hold=tally.hold, drop=tally.drop, recused=tally.recused
            )
            if row.suggestion is None:
                return said
            suggested = decision_words()[row.suggestion.decision]
            why = why_words()[row.suggestion.why]
            return self.tr("{tally}. Suggested: {decision}. {why}").format(
                tally=said, decision=suggested, why=why
            )
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        across = orientation == Qt.Orientation.Horizontal
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignHCenter if across else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if across:
            return self._member_head(section, role)
        if not 0 <= section < len(self.rows):
            return None
        title = self.rows[section].case.title
        if role == Qt.ItemDataRole.DisplayRole:
            metrics = QFontMetrics(theme.interface_font())
            return metrics.elidedText(title, Qt.TextElideMode.ElideRight, self.title_width - 16)
        return title if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole) else None

    def _member_head(self, section: int, role: int) -> Any:
        if section == len(self.members):
            return self.tr("Tally") if role == Qt.ItemDataRole.DisplayRole else None
        if not 0 <= section < len(self.members):
            return None
        member = self.members[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return two_lines(member.name)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{member.name} · {member.institution}" if member.institution else member.name
        return member.name if role == Qt.ItemDataRole.AccessibleTextRole else None


def two_lines(name: str) -> str:
    """A name for a narrow heading: parted at a space, or in the middle where it is long."""
    if " " in name:
        middle = min((i for i, c in enumerate(name) if c == " "), key=lambda i: abs(i - len(name) / 2))
        return f"{name[:middle][:8]}\n{name[middle + 1 :][:8]}"
    if len(name) <= HEAD_LINE:
        return name
    half = (len(name) + 1) // 2
    return f"{name[:half][:8]}\n{name[half:][:8]}"


class VoteDelegate(QStyledItemDelegate):
    """Paints a vote as a sign with a letter, and a tally as a bar with its counts."""

    def __init__(self, model: VoteModel) -> None:
        super().__init__(model)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRect(option.rect)
        state = option.state
        colours = theme.current()
        if state & QStyle.StateFlag.State_Selected:
            fill(painter, area, QColor(colours.selected))
        painter.setPen(QColor(colours.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        row, column = index.row(), index.column()
        if column == len(self._model.members):
            paint_tally(painter, QRectF(area.adjusted(10, 5, -8, -6)), self._model.rows[row].tally)
        else:
            choice = self._model.choice(row, column)
            side = min(area.width(), area.height()) - 10
            sign = QRectF(0, 0, side, side)
            sign.moveCenter(QRectF(area).center())
            paint_choice(painter, sign, choice)
            if state & QStyle.StateFlag.State_HasFocus:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(colours.accent), 2))
                painter.drawRoundedRect(QRectF(area).adjusted(2, 2, -2, -3), 4, 4)
        painter.restore()


def paint_choice(painter: QPainter, area: QRectF, choice: str) -> None:
    """A choice as a round sign with its letter; a dot where nothing was said."""
    colours = theme.current()
    if not choice:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.line))
        painter.drawEllipse(area.center(), 2.5, 2.5)
        return
    looks = {
        "recommend": (colours.accent, colours.accent, colours.on_accent),
        "hold": (colours.attention_soft, colours.attention, colours.attention),
        "drop": (colours.window, colours.control, colours.ink),
        "recuse": (colours.surface, colours.surface, colours.secondary),
    }
    ground, edge, ink = looks[choice]
    painter.setBrush(QColor(ground))
    painter.setPen(QPen(QColor(edge), 1.5))
    painter.drawEllipse(area.adjusted(1, 1, -1, -1))
    painter.setPen(QColor(ink))
    font = QFont(theme.interface_font())
    font.setPixelSize(max(13, round(area.height() * 0.56)))
    painter.setFont(font)
    painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), choice_letters()[choice])


def paint_tally(painter: QPainter, area: QRectF, tally: Tally, size: int = theme.SMALL_SIZE) -> None:
    """The counts, and below them a bar in their proportion."""
    if not (tally.cast or tally.recused):
        return
    colours = theme.current()
    font = theme.interface_font(size)
    painter.setFont(font)
    painter.setPen(QColor(colours.ink))
    counts = f"{tally.recommend} · {tally.hold} · {tally.drop}"
    painter.drawText(area, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter), counts)
    high = max(4.0, size * 0.36)
    top, left = area.bottom() - high, area.left()
    if not tally.cast:
        return
    for part, colour in (
        (tally.recommend, colours.accent),
        (tally.hold, colours.attention),
        (tally.drop, colours.control),
    ):
        width = area.width() * part / tally.cast
        if width:
            gap = 1.0 if width > 4 else 0.0
            fill(painter, QRectF(QPointF(left, top), QPointF(left + width - gap, top + high)), QColor(colour))
        left += width
