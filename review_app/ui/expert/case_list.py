"""The left side: search, filters, and the cases with their rings."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from review_app.model.scoring.scores import CaseScores, Standing
from review_app.ui import theme
from review_app.ui.expert.case_model import CaseFilter, CaseModel, CaseRole
from review_app.ui.expert.desk import Desk
from review_app.ui.expert.wording import abstained_mark, recused_mark
from review_app.ui.theme import interface_font
from review_app.ui.widgets.parts import button, column, ground, label, row
from review_app.ui.widgets.ring import Mark, paint_ring

ROW_HEIGHT = 56
RING = 20


class CaseDelegate(QStyledItemDelegate):
    """Paints a case: ring, number and title, place, total."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours = theme.current()
        area: QRect = option.rect
        state: CaseScores = index.data(CaseRole.STATE)
        withdrawn = bool(index.data(CaseRole.WITHDRAWN))
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(area, QColor(colours.selected))
            painter.fillRect(area.left(), area.top(), 3, area.height(), QColor(colours.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(colours.hover))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -1))
        ring = QRectF(area.left() + 16, area.center().y() - RING / 2 + 0.5, RING, RING)
        self._ring(painter, ring, state, withdrawn)
        total, width = str(index.data(CaseRole.TOTAL)), 0
        if total:
            painter.setFont(interface_font(14))
            painter.setPen(QColor(colours.secondary))
            width = painter.fontMetrics().horizontalAdvance(total) + 8
            painter.drawText(area.adjusted(0, 0, -16, 0), _right(), total)
        left = area.left() + 16 + RING + 12
        texts = QRect(left, area.top(), area.right() - 16 - width - left, area.height())
        if state.doubtful:
            self._doubt(painter, texts)
            texts.setRight(texts.right() - 22)
        self._title(painter, texts, index, selected, withdrawn)
        painter.setFont(interface_font(theme.SMALL_SIZE))
        painter.setPen(QColor(colours.secondary))
        place = str(index.data(CaseRole.PLACE))
        if withdrawn:
            place = self.tr("Withdrawn from the contest")
        _line(painter, QRect(texts.left(), area.top() + 30, texts.width(), 18), place)
        painter.restore()

    def _title(
        self,
        painter: QPainter,
        texts: QRect,
        index: QModelIndex | QPersistentModelIndex,
        selected: bool,
        withdrawn: bool,
    ) -> None:
        colours = theme.current()
        font: QFont = interface_font(bold=selected)
        font.setStrikeOut(withdrawn)
        painter.setFont(font)
        painter.setPen(QColor(colours.secondary if withdrawn else colours.ink))
        line = QRect(texts.left(), texts.top() + 8, texts.width(), 22)
        _line(painter, line, f"{index.data(CaseRole.NUMBER):02d}  {index.data()}")

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


def _right() -> int:
    return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def _line(painter: QPainter, area: QRect, text: str) -> None:
    metrics: QFontMetrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)


class CaseList(QWidget):
    """Search, filters, list.  :attr:`chosen` carries the id of the case the person goes to."""

    chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        ground(self, "left")
        self._desk = desk
        self._quiet = False
        self.model = CaseModel(desk, self)
        self.filter = CaseFilter(desk, self)
        self.filter.setSourceModel(self.model)
        self.search = QLineEdit()
        self.search.setProperty("kind", "search")
        self.search.setPlaceholderText(self.tr("Search cases  Ctrl+F"))
        self.search.setAccessibleName(self.tr("Search cases by title, place or organisation"))
        self.search.setClearButtonEnabled(True)
        self.search.setAcceptDrops(False)
        self.search.textChanged.connect(self._search)
        self.search.installEventFilter(self)
        self.view = QListView()
        self.view.setModel(self.filter)
        self.view.setItemDelegate(CaseDelegate(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setAccessibleName(self.tr("Cases"))
        self.view.selectionModel().currentChanged.connect(self._moved)
        self.nothing = label("", "quiet", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setContentsMargins(24, 24, 24, 24)
        self.nothing.hide()
        layout = column(
            row(self.search, margins=(12, 12, 12, 0)),
            row(*self._make_chips(), None, margins=(12, 0, 12, 4), spacing=3),
            self.nothing,
            self.view,
            spacing=8,
            margins=(0, 0, 1, 0),
        )
        layout.setStretch(3, 1)
        self.setLayout(layout)

    def _make_chips(self) -> list[QWidget]:
        names = {
            "all": self.tr("All"),
            "unscored": self.tr("Open"),
            "doubtful": self.tr("Doubtful"),
            "recused": self.tr("Recused"),
        }
        self.chips = QButtonGroup(self)
        made: list[QWidget] = []
        for name, text in names.items():
            chip = button(text, "chip")
            chip.setCheckable(True)
            chip.setChecked(name == "all")
            chip.clicked.connect(lambda _=False, name=name: self._choose_chip(name))
            self.chips.addButton(chip)
            made.append(chip)
        return made

    def show_case(self, case_id: str) -> None:
        """Marks a case as the one on the table and brings it into view."""
        self.filter.keep(case_id)
        index = self.filter.mapFromSource(self.model.index(self.model.row_of(case_id)))
        self._quiet = True
        self.view.setCurrentIndex(index)
        self._quiet = False
        if index.isValid():
            self.view.scrollTo(index)
        self._tell_if_empty()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search field, Down and Enter go to what was found."""
        if watched is self.search and isinstance(event, QKeyEvent) and self._is_press(event):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.view.setCurrentIndex(self.filter.index(0, 0))
                return True
            if event.key() == Qt.Key.Key_Down and not event.modifiers():
                self.view.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _is_press(self, event: QKeyEvent) -> bool:
        return event.type() == QEvent.Type.KeyPress and self.filter.rowCount() > 0

    def _search(self, text: str) -> None:
        self.filter.set_words(text)
        self._tell_if_empty()

    def _choose_chip(self, name: str) -> None:
        self.filter.set_chip(name)
        self._tell_if_empty()

    def _tell_if_empty(self) -> None:
        bare = self.filter.rowCount() == 0
        words = bool(self.search.text().strip())
        self.nothing.setText(
            self.tr("No case has these words in its title, place or organisation.")
            if words
            else self.tr("Nothing here.")
        )
        self.nothing.setVisible(bare)

    def _moved(self, index: QModelIndex, before: QModelIndex) -> None:
        if index.isValid() and not self._quiet:
            self.chosen.emit(str(index.data(CaseRole.ID)))
