"""A box to choose one of several from, which says that there is more of what it shows."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

LONGEST = 0.6
"""Of the window's width, which the list of a narrow box may have."""


class Choice(QComboBox):
    """A combo box named ``name``; where its text has no room it ends in an ellipsis, and its list is wider."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        if sys.platform == "linux":  # there Qt gives the value as the name, and the name nowhere
            self.setAccessibleDescription(name)

    def showPopup(self) -> None:
        view = self.view()
        view.setAccessibleName(self.accessibleName())
        around = view.width() - view.viewport().width() if view.isVisible() else 2
        if self.count() > self.maxVisibleItems():
            around += view.verticalScrollBar().sizeHint().width()
        wanted = view.sizeHintForColumn(0) + around
        view.setMinimumWidth(min(wanted, round(self.window().width() * LONGEST)))
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        option.currentText = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
