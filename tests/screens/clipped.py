"""Finds texts that are cut off: labels, buttons and boxes that are smaller than what stands in them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from review_app.ui.widgets.parts import ElidedLabel
from review_app.ui.widgets.path_label import PathLabel

SLACK = 1
"""Pixels that rounding may take."""
LEAST = 24
"""Pixels of width below which an elided line says nothing."""


def clipped(window: QWidget) -> list[str]:
    """A line for each visible text in ``window`` that is cut off, out of sight or lies under another."""
    found: list[str] = []
    shown = [each for each in window.findChildren(QWidget) if _speaks(each)]
    for each in shown:
        found += (f"{_name(each)}: {what}" for what in _troubles(each))
    found += (f"{_name(one)} lies over {_name(other)}" for one, other in _overlapping(shown))
    return found


def _speaks(widget: QWidget) -> bool:
    if not widget.isVisible() or not isinstance(widget, QLabel | QPushButton | QCheckBox | QRadioButton):
        return False
    return bool(widget.text().strip())


def _troubles(widget: QWidget) -> Iterator[str]:
    size, wanted = widget.size(), widget.sizeHint()
    if isinstance(widget, ElidedLabel):
        if size.width() < LEAST:
            yield f"elided to {size.width()} pixels"
    elif isinstance(widget, PathLabel):
        if (high := widget.heightForWidth(size.width())) > size.height() + SLACK:
            yield f"{size.height()} pixels high, {high} wanted"
    elif isinstance(widget, QLabel) and widget.wordWrap():
        folded = widget.maximumHeight() <= size.height()  # on purpose, with a way to the rest
        if not folded and (high := widget.heightForWidth(size.width())) > size.height() + SLACK:
            yield f"{size.height()} pixels high, {high} wanted"
        if (wide := _widest_word(widget)) > size.width() + SLACK:
            yield f"{size.width()} pixels wide, {wide} wanted by one word"
    else:
        if wanted.width() > size.width() + SLACK:
            yield f"{size.width()} pixels wide, {wanted.width()} wanted"
        if wanted.height() > size.height() + SLACK and not isinstance(widget, QAbstractButton):
            yield f"{size.height()} pixels high, {wanted.height()} wanted"
    if (beside := _beside(widget)) > SLACK:
        yield f"{beside} pixels of it lie beside what scrolls only down"
    if not _scrolls(widget):
        seen = widget.visibleRegion().boundingRect()
        if seen.width() + SLACK < size.width() or seen.height() + SLACK < size.height():
            yield f"of {size.width()} × {size.height()} only {seen.width()} × {seen.height()} are seen"


def _widest_word(widget: QLabel) -> int:
    """Pixels of the longest stretch that can't be broken; Chinese breaks anywhere."""
    metrics = widget.fontMetrics()
    words = [word for word in widget.text().split() if word.isascii()]
    return max((metrics.horizontalAdvance(word) for word in words), default=0)


def _beside(widget: QWidget) -> int:
    """Pixels of its width that nobody can scroll to."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is None or above.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
        return 0
    left = widget.mapTo(above.viewport(), QPoint(0, 0)).x()
    return max(-left, left + widget.width() - above.viewport().width(), 0)


def _scrolls(widget: QWidget) -> bool:
    """Whether it lies in something that scrolls, where being half out of sight is usual."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QAbstractScrollArea):
            return True
        above = above.parentWidget()
    return False


def _overlapping(shown: list[QWidget]) -> Iterator[tuple[QWidget, QWidget]]:
    """Pairs of neighbours in one parent that share more than a few pixels."""
    for place, one in enumerate(shown):
        for other in shown[place + 1 :]:
            if one.parentWidget() is not other.parentWidget():
                continue
            common = one.geometry().intersected(other.geometry())
            if common.width() > 2 and common.height() > 2:
                yield one, other


def _name(widget: QWidget) -> str:
    corner = widget.mapTo(widget.window(), QPoint(0, 0))
    place = QRect(corner, widget.size())
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__} {text[:50]!r} at {place.x()},{place.y()}"


def nameless(window: QWidget) -> list[str]:
    """Controls that can have the focus and of which a screen reader would have nothing to say."""
    from PySide6.QtGui import QAccessible

    found = []
    for each in window.findChildren(QWidget):
        if (
            not each.isVisible()
            or each.focusPolicy() == Qt.FocusPolicy.NoFocus
            or each.focusProxy() is not None
        ):
            continue
        if not each.isEnabled() or isinstance(each.parentWidget(), QAbstractScrollArea):
            continue
        interface = QAccessible.queryAccessibleInterface(each)
        if interface is None or not interface.text(QAccessible.Text.Name).strip():
            found.append(
                f"{type(each).__name__} at {each.mapTo(each.window(), QPoint(0, 0)).toTuple()} has no name"
            )
    return found


def settle_layouts() -> None:
    """Lets layouts that were asked for come true."""
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
