"""One case at a time, in letters that a whole room can read: summary, who has voted what, and the running tally."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from review_app.model.workspace.ballots import Tally
from review_app.ui import theme
from review_app.ui.organizer.shortlist.grid_model import paint_choice
from review_app.ui.organizer.shortlist.state import CaseRow, ShortlistState
from review_app.ui.organizer.shortlist.view import Table
from review_app.ui.organizer.shortlist.words import choice_words, decision_words, stage_words
from review_app.ui.widgets.parts import ElidedLabel, button, column, fill, ground, label, row, scrolling

if TYPE_CHECKING:
    from review_app.ui.organizer.shortlist.grid import VoteGrid


class BigTally(QWidget):
    """The three counts, large, over a bar in their proportion."""

    def __init__(self) -> None:
        super().__init__()
        self.tally = Tally()
        self.members = 0
        self.setFixedHeight(theme.room(114))

    def show_tally(self, tally: Tally, members: int) -> None:
        """``members`` could vote."""
        self.tally, self.members = tally, members
        words = choice_words()
        self.setAccessibleName(
            f"{words['recommend']} {tally.recommend}, {words['hold']} {tally.hold}, {words['drop']} {tally.drop}"
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours, words = theme.current(), choice_words()
        parts = (
            (self.tally.recommend, words["recommend"], colours.accent),
            (self.tally.hold, words["hold"], colours.attention),
            (self.tally.drop, words["drop"], colours.control),
        )
        figures, names = theme.interface_font(54, bold=True), theme.interface_font(22)
        x = 0
        for count, name, colour in parts:
            painter.setFont(figures)
            painter.setPen(QColor(colours.ink if colour == colours.control else colour))
            base = QFontMetrics(figures).ascent()
            painter.drawText(x, base, str(count))
            x += QFontMetrics(figures).horizontalAdvance(str(count)) + 10
            painter.setFont(names)
            painter.setPen(QColor(colours.secondary))
            painter.drawText(x, base, name)
            x += QFontMetrics(names).horizontalAdvance(name) + 44
        left = self.members - self.tally.cast - self.tally.recused
        if self.members and left > 0:
            said = self.tr("%n to vote", "", left)
            painter.drawText(
                self.width() - QFontMetrics(names).horizontalAdvance(said),
                QFontMetrics(figures).ascent(),
                said,
            )
        top, high = theme.room(84), theme.room(22)
        fill(painter, QRectF(0, top, self.width(), high), QColor(colours.surface))
        whole = max(self.members - self.tally.recused, self.tally.cast, 1)
        start = 0.0
        for count, _, colour in parts:
            width = self.width() * count / whole
            if width:
                fill(painter, QRectF(start, top, width - 2, high), QColor(colour))
            start += width
        # More than half of those who vote: the line that a recommendation has to pass.
        painter.setPen(QColor(colours.ink))
        painter.drawLine(self.width() // 2, top - 6, self.width() // 2, top + high + 6)
        small = theme.interface_font(16)
        painter.setFont(small)
        half = self.tr("half")
        painter.drawText(self.width() // 2 - QFontMetrics(small).horizontalAdvance(half) // 2, top - 10, half)


class Seats(QWidget):
    """The members with what they have said; the one whose vote is typed next is framed."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self.said: list[str] = []
        self.at = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_seats(self, names: list[str], said: list[str], at: int) -> None:
        """``said`` has a choice a member, "" where there is none yet; ``at`` is the member next."""
        self.names, self.said, self.at = names, said, at
        words = choice_words()
        self.setAccessibleName(
            "; ".join(f"{name}: {words.get(choice, '–')}" for name, choice in zip(names, said, strict=True))
        )
        self.updateGeometry()
        self.update()

    def _cell(self) -> QSize:
        metrics = QFontMetrics(theme.interface_font(20))
        longest = max((metrics.horizontalAdvance(name) for name in self.names), default=0)
        return QSize(min(max(theme.room(110), longest + theme.room(68)), 320), theme.room(46))

    def _across(self) -> int:
        return max(1, self.width() // self._cell().width())

    def sizeHint(self) -> QSize:
        lines = -(-len(self.names) // self._across())
        return QSize(300, lines * self._cell().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(150, self.sizeHint().height())

    def resizeEvent(self, event: object) -> None:
        self.updateGeometry()

    def _area(self, place: int) -> QRectF:
        cell, across = self._cell(), self._across()
        left, top = place % across * cell.width(), place // across * cell.height()
        return QRectF(left, top, cell.width() - 8, cell.height() - 6)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for place in range(len(self.names)):
            if self._area(place).contains(event.position()):
                self.chosen.emit(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, font = theme.current(), theme.interface_font(20)
        for place, (name, choice) in enumerate(zip(self.names, self.said, strict=True)):
            area = self._area(place)
            if place == self.at:
                painter.setPen(QColor(colours.accent))
                painter.setBrush(QColor(colours.selected))
                painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 8, 8)
            side = area.height() - 10
            paint_choice(painter, QRectF(area.left() + 6, area.top() + 5, side, side), choice)
            painter.setFont(font)
            painter.setPen(QColor(colours.ink))
            room = area.adjusted(side + 14, 0, -4, 0)
            shown = QFontMetrics(font).elidedText(name, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


class Projection(QWidget):
    """The window on the wall.  It shows the case that the grid is at, and takes the same keys."""

    closed = Signal()

    def __init__(self, table: Table, grid: VoteGrid) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.table, self._grid = table, grid
        self.setWindowTitle(self.tr("Shortlist: one case at a time"))
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        ground(self, "window")
        self.place = ElidedLabel("", "projected-small")
        self.stands = label("", "projected-small")
        self.title = label("", "projected-title", wrap=True)
        self.facts = label("", "projected-small", wrap=True)
        self.summary = label("", "projected", wrap=True)
        self.tally, self.seats = BigTally(), Seats()
        self.seats.chosen.connect(lambda place: grid.to(grid.currentIndex().row(), place))
        inside = QWidget()
        inside.setLayout(
            column(self.title, self.facts, 8, self.summary, None, margins=(0, 0, 12, 0), spacing=10)
        )
        self.text = scrolling(inside, "window")
        self.back = button(self.tr("← Previous case"), "quiet-link")
        self.next = button(self.tr("Next case →"), "quiet-link")
        self.full = button(self.tr("Full screen (F11)"), "quiet-link")
        self.leave = button(self.tr("Close (Esc)"), "quiet-link")
        for one, do in (
            (self.back, lambda: self.step(-1)),
            (self.next, lambda: self.step(1)),
            (self.full, self.toggle_full),
            (self.leave, self.close),
        ):
            one.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            one.clicked.connect(do)
        above = row(self.place, 16, self.stands)
        above.setStretch(0, 1)
        layout = column(
            above,
            self.text,
            self.tally,
            self.seats,
            row(self.back, self.next, None, self.full, self.leave),
            margins=(56, 24, 56, 12),
            spacing=8,
        )
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.resize(1280, 720)
        grid.selectionModel().currentChanged.connect(self._show)
        self._state: ShortlistState | None = None

    def show_state(self, state: ShortlistState) -> None:
        """Shows the case under discussion as it stands."""
        self._state = state
        self._show()

    @property
    def case(self) -> CaseRow | None:
        """The case that is shown."""
        rows, at = self._grid.votes.rows, self._grid.currentIndex().row()
        return rows[at] if 0 <= at < len(rows) else (rows[0] if rows else None)

    def _show(self) -> None:
        state, found = self._state, self.case
        if state is None or found is None:
            return
        case, votes = found.case, self._grid.votes
        at = [each.case.id for each in votes.rows].index(case.id)
        number = self.tr("Case {number} of {total}").format(number=at + 1, total=len(votes.rows))
        self.place.setText(f"{stage_words(state.stage)} · {number}" if state.stage else number)
        decided = decision_words()[found.decision.decision] if found.decision else ""
        self.stands.setText(self.tr("Decided: {decision}").format(decision=decided) if decided else "")
        self.title.setText(case.title)
        self.facts.setText(" · ".join(part for part in (case.organisation, case.region, case.facet) if part))
        self.summary.setText(case.summary)
        self.tally.show_tally(found.tally, 0 if state.by_sheets else len(state.members))
        said = [votes.choice(at, place) for place in range(len(votes.members))]
        self.seats.setVisible(not state.by_sheets)
        place = self._grid.currentIndex().column()
        self.seats.show_seats([member.name for member in votes.members], said, place)

    def step(self, by: int) -> None:
        """To the next case or the one before, at its first member."""
        at = self._grid.currentIndex().row() + by
        if 0 <= at < len(self._grid.votes.rows):
            self._grid.to(at, 0)
            self.text.verticalScrollBar().setValue(0)

    def toggle_full(self) -> None:
        """The whole screen, or a window again."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        at = self._grid.currentIndex()
        if key == Qt.Key.Key_Escape:
            self.close()
        elif key == Qt.Key.Key_F11:
            self.toggle_full()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_PageUp):
            self.step(-1)
        elif key == Qt.Key.Key_Space:  # a long summary; again from its beginning at the end
            bar = self.text.verticalScrollBar()
            bar.setValue(0 if bar.value() >= bar.maximum() else bar.value() + bar.pageStep())
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._grid.to(at.row(), at.column() + (1 if key == Qt.Key.Key_Right else -1))
        else:
            self._grid.keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
