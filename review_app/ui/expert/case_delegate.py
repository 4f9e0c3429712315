"""Paints the rows of the case list: cases with their rings, and below them the places where words were found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from review_app.model.scoring.scores import CaseScores, Standing
from review_app.ui import theme
from review_app.ui.expert.case_model import CaseRole
from review_app.ui.expert.wording import abstained_mark, recused_mark
from review_app.ui.theme import interface_font, room
from review_app.ui.widgets.parts import fill
from review_app.ui.widgets.ring import Mark, paint_ring

if TYPE_CHECKING:
    from review_app.model.search.words import Snippet

ROW_HEIGHT, HIT_HEIGHT = 56, 46
RING = 20
LEFT = 16 + RING + 12
"""Where texts begin."""
RIGHT = 16
COUNT_GAP = 10
"""Pixels between a piece's name and the number of its hits."""

Index = QModelIndex | QPersistentModelIndex
Spans = Sequence[tuple[int, int]]


class CaseDelegate(QStyledItemDelegate):
    """A case: ring, number and title, place, total.  A piece with hits: its name, how many, and one of them.

    Asks the view what it would read from ``option.state``: for that, all of QStyle's names are made for Python, which
    takes longer than the rows.
    """

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, room(HIT_HEIGHT if index.data(CaseRole.PIECE) else ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = theme.current()
        area: QRect = option.rect
        painter.save()
        selected = self._view.selectionModel().isSelected(index)
        if selected:
            fill(painter, area, QColor(colours.selected))
            fill(painter, QRect(area.left(), area.top(), 3, area.height()), QColor(colours.accent))
        elif self._view.underMouse() and _is_under_mouse(option):
            fill(painter, area, QColor(colours.hover))
        if self._view.hasFocus() and index == self._view.currentIndex():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -1))
        if index.data(CaseRole.PIECE):
            self._piece(painter, area, index)
        else:
            self._case(painter, area, index, selected)
        painter.restore()

    def _case(self, painter: QPainter, area: QRect, index: Index, selected: bool) -> None:
        colours = theme.current()
        state: CaseScores = index.data(CaseRole.STATE)
        withdrawn = bool(index.data(CaseRole.WITHDRAWN))
        ring = QRectF(area.left() + 16, area.center().y() - RING / 2 + 0.5, RING, RING)
        self._ring(painter, ring, state, withdrawn)
        width = _at_right(painter, area, str(index.data(CaseRole.TOTAL)))
        left = area.left() + LEFT
        texts = QRect(left, area.top(), area.right() - RIGHT - width - left, area.height())
        if state.doubtful:
            self._doubt(painter, texts)
            texts.setRight(texts.right() - 22)
        in_sight = self._title(painter, texts, index, selected, withdrawn)
        painter.setFont(interface_font(theme.SMALL_SIZE))
        painter.setPen(QColor(colours.secondary))
        place = str(index.data(CaseRole.PLACE))
        marks: Spans = ()
        snippet: Snippet | None = index.data(CaseRole.SNIPPET if in_sight else CaseRole.TITLE_SNIPPET)
        if withdrawn:
            place = self.tr("Withdrawn from the contest")
        elif snippet is not None:
            seen = about_its_hit(snippet, painter.fontMetrics(), texts.width())
            place, marks = seen.text, seen.marks
        line = QRect(texts.left(), area.top() + room(30), texts.width(), room(18))
        paint_line(painter, line, place, marks)

    def _title(self, painter: QPainter, texts: QRect, index: Index, selected: bool, withdrawn: bool) -> bool:
        """Whether a hit in the title, if there is one, can be seen."""
        colours = theme.current()
        font: QFont = interface_font(bold=selected)
        font.setStrikeOut(withdrawn)
        painter.setFont(font)
        painter.setPen(QColor(colours.secondary if withdrawn else colours.ink))
        line = QRect(texts.left(), texts.top() + room(8), texts.width(), room(22))
        number = f"{index.data(CaseRole.NUMBER):02d}  "
        marks = [(start + len(number), end + len(number)) for start, end in index.data(CaseRole.MARKS)]
        if index.data(CaseRole.NUMBERED):
            marks.insert(0, (0, len(number) - 2))
        return paint_line(painter, line, f"{number}{index.data()}", marks) or not index.data(CaseRole.MARKS)

    def _piece(self, painter: QPainter, area: QRect, index: Index) -> None:
        """The count stands beside the name: at the right edge it would read as a score."""
        colours = theme.current()
        line = QRect(area.left() + LEFT, area.top() + room(4), area.width() - LEFT - RIGHT, room(18))
        painter.setFont(interface_font(theme.SMALL_SIZE))
        painter.setPen(QColor(colours.secondary))
        measured = painter.fontMetrics().horizontalAdvance
        name, count = str(index.data()), self.tr("{count}×").format(count=index.data(CaseRole.HITS))
        beside = min(measured(name), max(0, line.width() - measured(count) - COUNT_GAP - 2))
        paint_line(painter, QRect(line.left(), line.top(), beside, line.height()), name)
        paint_line(painter, line.adjusted(beside + COUNT_GAP, 0, 0, 0), count)
        snippet: Snippet | None = index.data(CaseRole.SNIPPET)
        if snippet is not None:
            painter.setPen(QColor(colours.ink))
            painter.setFont(interface_font(14))
            line = QRect(line.left(), area.top() + room(22), line.width(), room(20))
            seen = about_its_hit(snippet, painter.fontMetrics(), line.width())
            paint_line(painter, line, seen.text, seen.marks)

    def _ring(self, painter: QPainter, ring: QRectF, state: CaseScores, withdrawn: bool) -> None:
        colours = theme.current()
        standing = state.standing
        if withdrawn:
            paint_ring(painter, ring, colours, Mark.GONE)
        elif standing is Standing.RECUSED:
            paint_ring(painter, ring, colours, Mark.LETTER, letter=recused_mark())
        elif standing is Standing.ABSTAINED:
            paint_ring(painter, ring, colours, Mark.LETTER, letter=abstained_mark())
        elif standing is Standing.SCORED:
            paint_ring(painter, ring, colours, Mark.DONE)
        else:
            given = sum(score is not None for score in state.scores)
            paint_ring(painter, ring, colours, Mark.OPEN, given / len(state.scores))

    def _doubt(self, painter: QPainter, texts: QRect) -> None:
        colours = theme.current()
        badge = QRectF(texts.right() - 18, texts.center().y() - 8.5, 18, 18)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.attention_soft))
        painter.drawEllipse(badge)
        painter.setPen(QColor(colours.attention))
        painter.setFont(interface_font(13, bold=True))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, "?")


def _is_under_mouse(option: QStyleOptionViewItem) -> bool:
    from PySide6.QtWidgets import QStyle

    return bool(option.state & QStyle.StateFlag.State_MouseOver)


def _at_right(painter: QPainter, area: QRect, text: str) -> int:
    """Paints a number at the right edge; returns the width it takes."""
    if not text:
        return 0
    painter.setFont(interface_font(14))
    painter.setPen(QColor(theme.current().secondary))
    align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(area.adjusted(0, 0, -RIGHT, 0), int(align), text)
    return painter.fontMetrics().horizontalAdvance(text) + 8


def about_its_hit(snippet: Snippet, metrics: QFontMetrics, width: int) -> Snippet:
    """What of a snippet to show in ``width`` pixels: if it is too long, its beginning gives way until the first hit
    stands in the middle, so that what follows it is seen too."""
    text, measured = snippet.text, metrics.horizontalAdvance
    if not snippet.marks or measured(text) <= width:
        return snippet
    start, end = snippet.marks[0]
    cut, lead = 0, ""
    while cut < start and measured(lead + text[cut:end]) - measured(text[start:end]) / 2 > width / 2:
        cut, lead = cut + 1, "…"
        if measured(lead + text[cut:]) <= width:
            break
    moved = len(lead) - cut
    marks = tuple((first + moved, last + moved) for first, last in snippet.marks)
    return msgspec.structs.replace(snippet, text=lead + text[cut:], marks=marks)


def paint_line(painter: QPainter, area: QRect, text: str, marks: Spans = ()) -> bool:
    """One line of text, cut with an ellipsis where there is no room; what is marked lies on the colour of a marker.

    Returns whether any of it could be marked."""
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    align = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    whole = len(text) if shown == text else len(shown) - 1
    if marks:
        _paint_marks(painter, area, text, whole, marks)
    painter.drawText(area, align, shown)
    return any(start < whole for start, _ in marks)


def _paint_marks(painter: QPainter, area: QRect, text: str, whole: int, marks: Spans) -> None:
    """A marker's colour below what is marked among the first ``whole`` characters."""
    from review_app.ui.documents.look import look_now

    metrics, pen = painter.fontMetrics(), painter.pen()
    top = area.center().y() - metrics.height() / 2 + 1
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look_now().marker_strong)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for start, end in marks:
        if start < whole:
            left = metrics.horizontalAdvance(text[:start])
            right = metrics.horizontalAdvance(text[: min(end, whole)])
            painter.drawRoundedRect(
                QRectF(area.left() + left - 1, top, right - left + 2, metrics.height()), 3, 3
            )
    painter.setPen(pen)
