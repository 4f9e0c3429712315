"""What is said above the preview: as high as its sentences are, and scrolled where they are many."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from review_app.ui import theme
from review_app.ui.verify.lines import add_lines
from review_app.ui.verify.words import Line
from review_app.ui.widgets.parts import Flowing, column, empty, ground

LEAST = 60
"""Pixels of height that many sentences have at least."""


class Above(QScrollArea):
    """Lines of words over the whole width; hidden while there are none."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lines = column(spacing=4)
        self._said = QWidget()
        self._said.setLayout(self._lines)
        inside = Flowing()
        inside.setLayout(column(self._said))
        inside.installEventFilter(self)  # labels get their fonts later than the page its size
        ground(inside, "window")
        self.setWidget(inside)
        self.hide()

    def say(self, lines: Sequence[Line]) -> None:
        """Says ``lines`` in place of what was said."""
        empty(self._lines)
        add_lines(self._lines, list(lines))
        self.setVisible(bool(lines))
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """As high as the sentences are, and no higher than a third of the page."""
        layout, parent = self._said.layout(), self.parentWidget()
        if layout is None or parent is None or not self._lines.count():
            return
        layout.activate()
        high = layout.heightForWidth(max(200, parent.width()))
        self.setFixedHeight(min(high + 2, max(theme.room(LEAST), parent.height() // 3)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)
