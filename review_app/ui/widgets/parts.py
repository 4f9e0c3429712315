"""Small parts made the same way everywhere: labels, buttons, lines, layouts."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from review_app.ui import theme
from review_app.ui.widgets.wrapped import Wrapped


def fill(painter: QPainter, area: QRect | QRectF, colour: QColor) -> None:
    """Fills ``area``.  For ``QPainter.fillRect``, Qt's gradients are made for Python when it is called first, which
    takes more than a millisecond before the first window is seen."""
    pen = painter.pen()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(area)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)


def label(text: str = "", role: str = "body", *, wrap: bool = False, select: bool = False) -> QLabel:
    """A label that takes no markup: what it shows may come from outside.  ``role`` is known to the style sheet."""
    made = Wrapped(text) if wrap and not select else QLabel(text)  # what is copied holds nothing unseen
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    if wrap:
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    if select:
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        made.setCursor(Qt.CursorShape.IBeamCursor)
    return made


def set_role(widget: QWidget, role: str, name: str = "role") -> None:
    """Changes what the style sheet takes ``widget`` for."""
    if widget.property(name) != role:
        widget.setProperty(name, role)
        if theme.has_sheet():
            widget.style().unpolish(widget)
            widget.style().polish(widget)


def button(text: str, kind: str = "", *, edge: str = "") -> QPushButton:
    """A button; ``kind``: "" (outlined), ``primary``, ``link``, ``chip``, ``tab``, ``step``, ``icon``.  A link whose
    letters stand flush with what is above and below has its ``edge``: ``left`` or ``right``."""
    made = QPushButton(text)
    made.setProperty("kind", kind)
    if edge:
        made.setProperty("edge", edge)
    made.setAutoDefault(True)  # Enter presses it, as Space does
    if kind in ("link", "quiet-link", "chip", "tab", "step"):
        made.setCursor(Qt.CursorShape.PointingHandCursor)
    if kind in ("link", "quiet-link"):
        made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


def led_by_choice(group: QButtonGroup) -> QButtonGroup:
    """Tab leads to the button of ``group`` that is chosen, whoever chose it, and arrows from there to the others.  Qt
    by itself leads to the one that had the focus last, and says "check box" of each.  To be called before one is
    chosen."""
    group.buttonToggled.connect(_follow_choice)
    return group


def _follow_choice(chosen: QAbstractButton, on: bool) -> None:
    if on:
        for each in chosen.group().buttons():
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is chosen else Qt.FocusPolicy.ClickFocus)
            each.setAutoExclusive(True)  # the group sees to that; but a screen reader hears "one of several"
            if (
                each is not chosen and each.hasFocus()
            ):  # chosen by something else: the focus would mark the wrong one
                chosen.setFocus()


def rule() -> QFrame:
    """A thin horizontal line."""
    made = QFrame()
    made.setProperty("kind", "rule")
    made.setFixedHeight(1)
    return made


def ground(widget: QWidget, name: str) -> QWidget:
    """Gives ``widget`` a background known to the style sheet."""
    widget.setProperty("ground", name)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return widget


def column(
    *items: QWidget | QLayout | int | None,
    margins: tuple[int, int, int, int] = (0, 0, 0, 0),
    spacing: int = 8,
) -> QVBoxLayout:
    """A vertical layout; a number is a fixed gap, None takes what is left."""
    made = QVBoxLayout()
    made.setContentsMargins(*margins)
    made.setSpacing(spacing)
    for item in items:
        _add(made, item)
    return made


def row(
    *items: QWidget | QLayout | int | None,
    margins: tuple[int, int, int, int] = (0, 0, 0, 0),
    spacing: int = 8,
) -> QHBoxLayout:
    """A horizontal layout; a number is a fixed gap, None takes what is left."""
    made = QHBoxLayout()
    made.setContentsMargins(*margins)
    made.setSpacing(spacing)
    for item in items:
        _add(made, item)
    return made


def _add(layout: QVBoxLayout | QHBoxLayout, item: QWidget | QLayout | int | None) -> None:
    if item is None:
        layout.addStretch(1)
    elif isinstance(item, int):
        layout.addSpacing(item)
    elif isinstance(item, QWidget):
        layout.addWidget(item)
    else:
        layout.addLayout(item)


def empty(layout: QLayout) -> None:
    """Takes everything out of ``layout``."""
    while (item := layout.takeAt(0)) is not None:
        inner = item.layout()
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            empty(inner)


class Flowing(QWidget):
    """What scrolls: as high as its texts are at the width they have.  Qt would give it at least the height that they
    have in the narrowest column, and a scroll bar with nothing to scroll to."""

    def minimumSizeHint(self) -> QSize:
        least, layout = super().minimumSizeHint(), self.layout()
        flows = layout is not None and layout.hasHeightForWidth()
        return QSize(least.width(), 0) if flows else least


def scrolling(content: QWidget, name: str = "window", widest: int = 0) -> QScrollArea:
    """``content`` in an area that scrolls down only; with ``widest``, no wider than so many pixels at the usual text
    size, as nobody reads longer lines with ease."""
    area = QScrollArea()
    if widest:
        content.setMaximumWidth(theme.room(widest))
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    ground(content, name)
    area.setWidget(content)
    return area


class ElidedLabel(QLabel):
    """One line that ends in an ellipsis where there is no room; the whole text is its tip."""

    def __init__(self, text: str = "", role: str = "body") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)
