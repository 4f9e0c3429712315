"""What opens in the lower part of the score panel: a heading, a way to close it, and room that scrolls."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from review_app.ui import theme
from review_app.ui.expert.panel_fit import height_of
from review_app.ui.widgets.fade import Fade
from review_app.ui.widgets.parts import ElidedLabel, Flowing, button, column, empty, ground, row, scrolling

LOWEST = 96
"""Pixels of height that a drawer needs to be of use."""
FADES = 18
"""Pixels at the lower edge that show by fading that more follows: about a line."""


class Drawer(QWidget):
    """Not modal: scoring goes on while it is open.  Esc and the cross send :attr:`closed`; its owner hides it."""

    closed = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        ground(self, "surface")
        self.title = ElidedLabel(title, "drawer-title")
        self.close_button = button("×", "icon")
        self.close_button.setAccessibleName(self.tr("Close"))
        self.close_button.setToolTip(self.tr("Close (Esc)"))
        self.close_button.setProperty("low", True)
        self.close_button.clicked.connect(self.closed)
        head = row(self.title, self.close_button, spacing=4)
        head.setStretch(0, 1)
        self._content = Flowing()
        self.lines: QVBoxLayout = column(margins=(0, 0, 4, 0), spacing=4)
        self._content.setLayout(self.lines)
        self.area = scrolling(self._content, "surface-plain")
        self.fade = Fade(self.area, lambda: QColor(theme.current().surface), FADES)
        layout = column(head, self.area, margins=(12, 1, 4, 3), spacing=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.hide()

    def clear(self) -> None:
        """Takes all lines out."""
        empty(self.lines)

    def listed(self) -> list[QWidget]:
        """The lines, from the top."""
        items = (self.lines.itemAt(place) for place in range(self.lines.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if widget is not None]

    def wanted_height(self, width: int) -> int:
        """Pixels of height in which nothing scrolls, at a width."""
        return height_of(self.lines, width - 16) + self.close_button.sizeHint().height() + 4

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.wanted_height(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, LOWEST)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.closed.emit()
            return
        super().keyPressEvent(event)
