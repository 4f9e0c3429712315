"""The scrolling ground on which pages and pictures are painted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from review_app.ui.documents.look import Look, look_now


class ReadingArea(QAbstractScrollArea):
    """Takes the keyboard, and shows so where it was given it with the keyboard."""

    def __init__(self, parent: QWidget, look: Look | None, name: str) -> None:
        """``look`` fixes the colours, ``name`` is what a screen reader says."""
        super().__init__(parent)
        self._fixed_look = look
        self._tabbed = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCornerWidget(QWidget(self))
        self.setAccessibleName(name)

    @property
    def look(self) -> Look:
        """The colours that hold now."""
        return self._fixed_look or look_now()

    def focusInEvent(self, event: QFocusEvent) -> None:
        reasons = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._tabbed = event.reason() in reasons
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._tabbed = False
        super().focusOutEvent(event)
        self.viewport().update()

    def paint_focus(self, painter: QPainter) -> None:
        """A frame around the area, if Tab led here; a click needs none."""
        if self._tabbed:
            painter.setPen(QPen(self.look.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
