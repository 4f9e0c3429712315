"""A soft lower edge of what scrolls, while more lies below: a line cut in two there is seen to go on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

HEIGHT = 28
"""Pixels."""


class Fade(QWidget):
    """Lies over the lowest ``high`` pixels of ``area`` and takes no mouse; ``ground()`` is the colour under text."""

    def __init__(self, area: QAbstractScrollArea, ground: Callable[[], QColor], high: int = HEIGHT) -> None:
        super().__init__(area)
        self._area, self._ground, self._high = area, ground, high
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        bar = area.verticalScrollBar()
        bar.valueChanged.connect(lambda _: self._settle())
        bar.rangeChanged.connect(lambda *_: self._settle())
        area.viewport().installEventFilter(self)
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the page."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._settle()
        return False

    def _settle(self) -> None:
        bar, view = self._area.verticalScrollBar(), self._area.viewport().geometry()
        self.setGeometry(view.left(), view.bottom() + 1 - self._high, view.width(), self._high)
        self.setVisible(bar.value() < bar.maximum())

    def paintEvent(self, event: QPaintEvent) -> None:
        """From nothing to the ground."""
        ground = self._ground()
        clear = QColor(ground)
        clear.setAlpha(0)
        shade = QLinearGradient(0, 0, 0, self._high)
        shade.setColorAt(0, clear)
        shade.setColorAt(0.85, ground)
        shade.setColorAt(1, ground)
        painter = QPainter(self)
        painter.fillRect(self.rect(), shade)
        painter.end()
