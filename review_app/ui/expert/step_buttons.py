"""Undo and redo for the mouse: two quiet arrows beside the changes of the case."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from review_app.ui import shortcuts, theme
from review_app.ui.widgets.parts import row

WIDE, HIGH = 26, 28
"""Pixels of one button."""
ARROW = 14.0
"""Pixels of width of an arrow."""
PALE = 110
"""Of 255: how strong an arrow is while there is nothing to take back."""


class StepButton(QAbstractButton):
    """An arrow that turns back, or its mirror image that turns forward."""

    def __init__(self, name: str, *, forward: bool) -> None:
        super().__init__()
        self._forward = forward
        self._hovered = False
        self.setFixedSize(WIDE, HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where one scores or writes
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        return QSize(WIDE, HIGH)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isEnabled() and self._hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.hover))
            painter.drawRoundedRect(edge, 5, 5)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(edge, 5, 5)
        ink = QColor(colours.accent if self.isEnabled() else colours.secondary)
        if not self.isEnabled():
            ink.setAlpha(PALE)
        pen = QPen(ink, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.translate(QPointF(self.rect().center()) + QPointF(0.5, 0.5))
        if self._forward:
            painter.scale(-1, 1)
        painter.drawPath(_arrow())


class StepButtons(QWidget):
    """Both of them.  They take back, or bring back, the latest change in whatever case it was."""

    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.undo = StepButton(QCoreApplication.translate("WindowMenu", "Undo"), forward=False)
        self.redo = StepButton(QCoreApplication.translate("WindowMenu", "Redo"), forward=True)
        self.buttons = (self.undo, self.redo)
        tips = (  # as the sheet of keys says it
            QCoreApplication.translate("keys", "Undo the last change, in whichever case"),
            QCoreApplication.translate("keys", "Redo it"),
        )
        for button, tip, name in zip(self.buttons, tips, ("undo", "redo"), strict=True):
            button.setToolTip(f"{tip} ({shortcuts.shown(name)[0]})")
        self.undo.clicked.connect(self.undo_wanted)
        self.redo.clicked.connect(self.redo_wanted)
        self.setLayout(row(self.undo, self.redo, spacing=0))

    def show_steps(self, *, undoable: bool, redoable: bool) -> None:
        """Whether there is something to take back, and something to bring back."""
        self.undo.setEnabled(undoable)
        self.redo.setEnabled(redoable)


def _arrow() -> QPainterPath:
    """The arrow that turns back, about the origin: a head at the left, a line to the right, and round below."""
    half, high = ARROW / 2, 4.0
    path = QPainterPath(QPointF(-half, -high / 2))
    path.lineTo(half - high, -high / 2)
    path.arcTo(QRectF(half - 2 * high, -high / 2, 2 * high, 2 * high - 1), 90, -180)
    path.lineTo(-half + 3, 2 * high - 1 - high / 2)
    path.moveTo(-half + 3.6, -high / 2 - 3.6)
    path.lineTo(-half, -high / 2)
    path.lineTo(-half + 3.6, -high / 2 + 3.6)
    return path
