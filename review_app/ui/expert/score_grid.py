"""All scores at a glance, and in place: arrows go from cell to cell, digits score, Enter goes to the case."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from review_app.ui import theme
from review_app.ui.expert.desk import Desk
from review_app.ui.expert.grid_model import CASE, GridModel, GridRole
from review_app.ui.expert.number_row import PAUSE
from review_app.ui.language import criterion_name
from review_app.ui.theme import interface_font
from review_app.ui.widgets.name_header import NameHeader
from review_app.ui.widgets.parts import column, label, set_role

ROW_HEIGHT, LOW_ROW_HEIGHT, LOW = 32, 28, 560
WIDEST = 1040
"""Wider, and the eye loses the line between title and scores."""
DEEPEST = 0.34
"""How much of the ink is in the ground of the highest score: patterns show, and figures keep their contrast."""
CASE_WIDTH, CELL_WIDTH, TIGHT_CELL, TOTAL_WIDTH = 232, 96, 72, 84

Index = QModelIndex | QPersistentModelIndex


def shade(weight: float) -> QColor:
    """The ground of a score at ``weight`` (0.0 to 1.0) of the scale: the page's, with a little of its one ink."""
    colours = theme.current()
    ground, ink = QColor(colours.window), QColor(colours.accent)
    part = DEEPEST * weight

    def mixed(low: float, high: float) -> float:
        return low + (high - low) * part

    return QColor.fromRgbF(
        mixed(ground.redF(), ink.redF()),
        mixed(ground.greenF(), ink.greenF()),
        mixed(ground.blueF(), ink.blueF()),
    )


class GridDelegate(QStyledItemDelegate):
    """Paints a cell; what is being typed stands in the current one."""

    def __init__(self, view: GridView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, area = theme.current(), QRect(option.rect)
        current = bool(option.state & QStyle.StateFlag.State_HasFocus)
        model, locked = self._view.grid, bool(index.data(GridRole.LOCKED))
        weight = index.data(GridRole.WEIGHT)
        text = str(index.data() or "")
        painter.save()
        if index.row() == self._view.currentIndex().row():
            painter.fillRect(area, QColor(colours.hover))
        if model.criterion_at(index.column()) is None:
            self._words(painter, area, index, text, locked)
        else:
            cell = area.adjusted(1, 1, -1, -1)
            if weight is not None:
                painter.fillRect(cell, shade(weight))
            typed = self._view.typed if current else ""
            self._figure(painter, cell, typed or text, typed=bool(typed), locked=locked)
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if current:
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -1))
        painter.restore()

    def _words(self, painter: QPainter, area: QRect, index: Index, text: str, locked: bool) -> None:
        colours = theme.current()
        title = index.column() == CASE
        font = interface_font(15 if title or not locked else theme.SMALL_SIZE)
        font.setStrikeOut(title and bool(index.data(GridRole.WITHDRAWN)))
        painter.setFont(font)
        painter.setPen(QColor(colours.secondary if locked else colours.ink))
        inner = area.adjusted(8, 0, -8, 0)
        side = Qt.AlignmentFlag.AlignLeft if title else Qt.AlignmentFlag.AlignRight
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(side | Qt.AlignmentFlag.AlignVCenter), shown)

    def _figure(self, painter: QPainter, cell: QRect, text: str, *, typed: bool, locked: bool) -> None:
        """Figures end at one edge, in the middle of the column: the widest of the scale is centred."""
        colours = theme.current()
        painter.setFont(interface_font(theme.SCORE_SIZE, bold=typed))
        widest = painter.fontMetrics().horizontalAdvance(str(self._view.desk.rubric.highest))
        room = QRect(cell)
        room.setRight(cell.center().x() + (widest + 1) // 2)
        painter.setPen(QColor(colours.accent if typed else colours.ink))
        sides = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if text:
            painter.drawText(room, int(sides), text)
            return
        painter.setPen(QColor(colours.secondary if locked else colours.attention))
        painter.drawText(cell, int(Qt.AlignmentFlag.AlignCenter), "–" if locked else "·")


class GridView(QTableView):
    """The table.  :attr:`wanted` carries the case and the criterion (or -1) that the person goes to;
    :attr:`refused` says that something typed isn't on the scale, or that the row takes no score."""

    wanted = Signal(str, int)
    refused = Signal(str)
    accepted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.typed = ""
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.commit)
        self.grid = GridModel(desk, self)
        self.setHorizontalHeader(NameHeader(self))
        self.setModel(self.grid)
        self.setItemDelegate(GridDelegate(self))
        self.setAccessibleName(self.tr("All scores, case by criterion"))
        self.setAccessibleDescription(self.tr("Digits score, Delete clears, Enter goes to the case"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(self._go)
        self.selectionModel().currentChanged.connect(self._moved)

    @property
    def by_one_key(self) -> bool:
        """Whether one digit is a whole score: a scale up to ten.  Longer ones are typed."""
        return self.desk.rubric.highest <= 10

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The case's title takes what the figures leave; in a narrow window names of criteria are set on two lines."""
        criteria = self.grid.last - 1
        room = self.viewport().width()
        total = theme.room(TOTAL_WIDTH)
        named = max(self.horizontalHeader().sectionSizeHint(each) for each in range(1, self.grid.last))
        wide = max(theme.room(CELL_WIDTH), named)
        fair = (room - CASE_WIDTH - total) // criteria
        cell = min(wide, max(theme.room(TIGHT_CELL), fair))
        self.setColumnWidth(CASE, max(CASE_WIDTH - 60, room - criteria * cell - total))
        for section in range(1, self.grid.last):
            self.setColumnWidth(section, cell)
        self.setColumnWidth(self.grid.last, total)

    def show_cell(self, case_id: str, criterion: int) -> None:
        """Makes a cell the current one."""
        self.setCurrentIndex(self.grid.index(self.grid.row_of(case_id), max(criterion, 0) + 1))

    def event(self, event: QEvent) -> bool:
        """The keys of undoing are the grid's own while it has the focus: the case stays in view here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _stepping(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if step := _stepping(event):
            self._step(step)
            return
        key = event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self._digit(int(key) - int(Qt.Key.Key_0))
        elif key == Qt.Key.Key_Backspace and self.typed:
            self._show_typed(self.typed[:-1])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._show_typed("")
            self._set(None, self.currentIndex())
        elif key == Qt.Key.Key_Escape and self.typed:
            self._show_typed("")
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.typed:
                self.commit()
            else:
                self._go(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.commit()
        super().focusOutEvent(event)

    def commit(self) -> None:
        """Stores a number that was typed; one that isn't on the scale is told and dropped."""
        text = self.typed
        self._show_typed("")
        if text:
            self._set(int(text), self.currentIndex())

    def _digit(self, digit: int) -> None:
        if self.grid.criterion_at(self.currentIndex().column()) is None:
            return
        rubric = self.desk.rubric
        if self.by_one_key:
            ten = digit == 0 and rubric.lowest > 0 and rubric.highest == 10
            self._set(10 if ten else digit, self.currentIndex())
        elif len(self.typed) < len(str(rubric.highest)):
            self._show_typed(self.typed + str(digit))

    def _show_typed(self, text: str) -> None:
        self._timer.stop()
        self.typed = text
        if text:
            self._timer.start()
        self.update(self.currentIndex())

    def _set(self, value: int | None, index: QModelIndex) -> None:
        rubric = self.desk.rubric
        criterion = self.grid.criterion_at(index.column()) if index.isValid() else None
        if criterion is None:
            return
        if self.grid.is_locked(index.row()):
            self.refused.emit(self.tr("This case takes no score; Enter goes to it."))
            return
        if value is not None and not rubric.lowest <= value <= rubric.highest:
            self.refused.emit(
                self.tr("{value} is not on the scale from {lowest} to {highest}.").format(
                    value=value, lowest=rubric.lowest, highest=rubric.highest
                )
            )
            return
        case_id = self.grid.case_at(index.row())
        if self.desk.change(case_id, lambda session: session.set_score(case_id, criterion, value)):
            self.accepted.emit()

    def _step(self, step: str) -> None:
        """Undoes or redoes the last change, and goes to the cell it was in."""
        self._show_typed("")
        done = self.desk.undo() if step == "undo" else self.desk.redo()
        if done is not None:
            pairs = zip(done.before.scores, done.after.scores, strict=True)
            changed = [place for place, (old, new) in enumerate(pairs) if old != new]
            self.show_cell(done.case_id, changed[0] if changed else self.currentIndex().column() - 1)
            self.accepted.emit()

    def _moved(self, current: QModelIndex, before: QModelIndex) -> None:
        text = self.typed
        self._show_typed("")
        self.viewport().update()  # the line of the current cell is marked as a whole
        if text:
            self._set(int(text), before)

    def _go(self, index: QModelIndex) -> None:
        if index.isValid():
            criterion = self.grid.criterion_at(index.column())
            self.wanted.emit(self.grid.case_at(index.row()), -1 if criterion is None else criterion)


class MeansLine(QWidget):
    """The means below the columns they belong to."""

    def __init__(self, view: GridView) -> None:
        super().__init__()
        self._view = view
        self.setFixedHeight(theme.room(ROW_HEIGHT + 4))
        view.horizontalScrollBar().valueChanged.connect(lambda _: self.update())
        view.horizontalHeader().sectionResized.connect(lambda *_: self.update())
        self.refresh()

    def refresh(self) -> None:
        """Takes what is scored now."""
        model = self._view.grid
        self.texts = ["–" if mean is None else f"{float(mean):.2f}" for mean in model.means()]
        names = [criterion_name(each) for each in self._view.desk.rubric.criteria]
        said = [
            self.tr("{criterion} {mean}").format(criterion=name, mean=text)
            for name, text in zip([*names, self.tr("Total")], self.texts, strict=True)
        ]
        self.setAccessibleName(self.tr("My means: {means}").format(means=self.tr("; ").join(said)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, header = theme.current(), self._view.horizontalHeader()
        painter = QPainter(self)
        painter.setPen(QPen(QColor(colours.control), 1))
        painter.drawLine(0, 0, self.width(), 0)
        painter.setPen(QColor(colours.secondary))
        painter.setFont(interface_font(theme.SMALL_SIZE))
        middle = Qt.AlignmentFlag.AlignVCenter
        first = self._area(CASE)
        painter.drawText(
            first.adjusted(8, 0, -8, 0), int(Qt.AlignmentFlag.AlignLeft | middle), self.tr("My means")
        )
        painter.setFont(interface_font(15))
        painter.setPen(QColor(colours.ink))
        for section, text in enumerate(self.texts, start=1):
            last = section == header.count() - 1
            side = Qt.AlignmentFlag.AlignRight if last else Qt.AlignmentFlag.AlignHCenter
            painter.drawText(self._area(section).adjusted(8, 0, -8, 0), int(side | middle), text)

    def _area(self, section: int) -> QRect:
        header = self._view.horizontalHeader()
        return QRect(header.sectionViewportPosition(section), 0, header.sectionSize(section), self.height())


class ScoreGrid(QWidget):
    """The grid, its means, and one line that says what the keys do or why one did nothing."""

    wanted = Signal(str, int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._been = False
        self.view = GridView(desk)
        self.means = MeansLine(self.view)
        self._keys = (
            self.tr(
                "Digits score (0 is ten), Delete clears, Ctrl+Z undoes; Enter or a double click goes to the case."
            )
            if self.view.by_one_key and desk.rubric.lowest > 0 and desk.rubric.highest == 10
            else self.tr(
                "Type a score, Delete clears, Ctrl+Z undoes; Enter or a double click goes to the case."
            )
        )
        self.hint = label(self._keys, "secondary", wrap=True)
        layout = column(self.hint, 4, self.view, self.means, spacing=0)
        layout.setStretch(2, 1)
        layout.addStretch(0)
        self.setLayout(layout)
        self.view.horizontalHeader().geometriesChanged.connect(self._end_with_rows)
        self.setMaximumWidth(theme.room(WIDEST))
        self.view.wanted.connect(self.wanted)
        self.view.refused.connect(lambda why: self._tell(why, "attention"))
        self.view.accepted.connect(lambda: self._tell(self._keys, "secondary"))
        self.view.selectionModel().currentChanged.connect(lambda *_: self._tell(self._keys, "secondary"))
        desk.case_changed.connect(lambda _: self.means.refresh())

    def focus_first(self) -> None:
        """Puts the focus on the cell it was on, at first on the first score that is missing."""
        if not self._been:  # Qt would begin at the first title
            self._been = True
            self.view.show_cell(*self._first_open())
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _first_open(self) -> tuple[str, int]:
        desk = self.view.desk
        for case_id in desk.open_cases():
            scores = desk.state(case_id).scores
            return case_id, next((place for place, score in enumerate(scores) if score is None), 0)
        return desk.order[0], 0

    def _tell(self, text: str, role: str) -> None:
        self.hint.setText(text)
        set_role(self.hint, role)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        height = LOW_ROW_HEIGHT if self.height() < LOW else ROW_HEIGHT
        self.view.verticalHeader().setDefaultSectionSize(theme.room(height))
        self._end_with_rows()

    def _end_with_rows(self) -> None:
        """In a high window the means stand below the last case, not at the foot of the page."""
        rows = self.view.verticalHeader().length() + self.view.horizontalHeader().height()
        self.view.setMaximumHeight(rows + 2 * self.view.frameWidth())


def _stepping(event: QKeyEvent) -> str:
    """``undo``, ``redo`` or nothing."""
    if event.matches(QKeySequence.StandardKey.Undo):
        return "undo"
    if event.matches(QKeySequence.StandardKey.Redo) or (
        event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    ):
        return "redo"
    return ""
