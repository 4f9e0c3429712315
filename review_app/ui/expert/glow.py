"""A soft mark on what has just changed under one's eyes; it fades, and never blinks."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from review_app.ui import theme

LASTS = 1800
"""Milliseconds until the mark is gone."""
STRONGEST = 56
"""Of 255: the text below keeps its contrast."""


class Glow(QWidget):
    """Lies over a widget of ``parent`` and takes no mouse.  Where the system shows no animations it stands and goes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._strength = 0
        self.target: QWidget | None = None
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(STRONGEST)
        self._fade.setEndValue(0)
        self._fade.setDuration(LASTS)
        self._fade.setEasingCurve(QEasingCurve.Type.InQuad)
        self._fade.valueChanged.connect(self._show_strength)
        self._fade.finished.connect(self.clear)
        self._still = QTimer(self, singleShot=True, interval=LASTS)
        self._still.timeout.connect(self.clear)
        self.hide()

    def mark(self, widget: QWidget) -> None:
        """Marks ``widget``, a descendant of the parent, from now."""
        parent = self.parentWidget()
        if parent is None or not widget.isVisible():
            return
        self.clear()
        self.target = widget
        corner = widget.mapTo(parent, widget.rect().topLeft())
        self.setGeometry(corner.x() - 8, corner.y() - 3, widget.width() + 16, widget.height() + 6)
        self._show_strength(STRONGEST)
        self.raise_()
        self.show()
        from PySide6.QtWidgets import QStyle  # its many names are made for Python, not before something glows

        moving = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self) > 0
        if moving:
            self._fade.start()
        else:
            self._still.start()

    def clear(self) -> None:
        """Takes the mark away."""
        self._fade.stop()
        self._still.stop()
        self.target = None
        self.hide()

    def _show_strength(self, strength: int) -> None:
        self._strength = strength
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = QColor(theme.current().accent)
        colour.setAlpha(self._strength)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(self.rect(), 6, 6)
