"""Pages before the round is open: one narrow column, its heading at the same height on each of them."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from review_app.ui import theme
from review_app.ui.widgets.parts import Flowing, column, ground, row, scrolling

WIDTH = 640
TOP, BOTTOM = 20, 16
LOW = 540
"""Pixels of height up to which the heading stands as high as it can."""


class OuterPage(QWidget):
    """Shows what :meth:`hold` is given, and scrolls; in a high window the heading comes down a little."""

    def __init__(self) -> None:
        super().__init__()
        ground(self, "paper")
        self._column: QVBoxLayout | None = None
        self._area: QScrollArea | None = None
        self._room = 0

    def hold(self, made: QVBoxLayout) -> None:
        """Puts ``made`` on the page; to be called once."""
        content = QWidget()
        content.setFixedWidth(theme.room(WIDTH))
        content.setLayout(made)
        self._column = made
        self._place()
        holder = Flowing()
        line = row(None, content, None)
        holder.setLayout(line)
        self._area = scrolling(holder, "paper")
        bar = self._area.verticalScrollBar()
        bar.rangeChanged.connect(lambda *_: self._show_focus())
        # as much room on the other side: the column stays where it is when the bar comes
        bar.rangeChanged.connect(
            lambda _, most: line.setContentsMargins(bar.sizeHint().width() if most else 0, 0, 0, 0)
        )
        self.setLayout(column(self._area))

    def scroll_to_end(self) -> None:
        """Shows the foot of the page."""
        if self._area is not None:
            self._area.verticalScrollBar().setValue(self._area.verticalScrollBar().maximum())

    def scroll_to_top(self) -> None:
        """Shows the head of the page."""
        if self._area is not None:
            self._area.verticalScrollBar().setValue(0)

    def leave_room(self, height: int) -> None:
        """Lets the page be scrolled ``height`` pixels further: a note lies over its foot.  Nothing moves for that,
        unless the note would lie over what has the focus."""
        if height == self._room:
            return
        self._room = height
        self._place()

    def _show_focus(self) -> None:
        held = self.focusWidget()
        if self._room and held is not None and self._area is not None and self._area.isAncestorOf(held):
            foot = held.mapTo(self._area.widget(), held.rect().bottomLeft())
            self._area.ensureVisible(foot.x(), foot.y(), 0, self._room + 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        if self._column is not None:
            self._column.setContentsMargins(0, TOP + max(0, self.height() - LOW) // 5, 0, BOTTOM + self._room)
