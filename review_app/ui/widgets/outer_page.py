"""Pages before the round is open: one narrow column, its heading at the same height on each of them."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

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

    def hold(self, made: QVBoxLayout) -> None:
        """Puts ``made`` on the page; to be called once."""
        content = QWidget()
        content.setFixedWidth(theme.room(WIDTH))
        content.setLayout(made)
        self._column = made
        self._place()
        holder = Flowing()
        holder.setLayout(row(None, content, None))
        self.setLayout(column(scrolling(holder, "paper")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        if self._column is not None:
            self._column.setContentsMargins(0, TOP + max(0, self.height() - LOW) // 5, 0, BOTTOM)
