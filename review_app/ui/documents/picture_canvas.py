"""Paints the picture that the render child holds: what is seen of it, at the size at which it is seen."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from review_app.ui.documents.look import Look
from review_app.ui.documents.reading_area import ReadingArea
from review_app.ui.render_wire import PIXEL_LIMIT

STEP = 1.25
SMALLEST, LARGEST = 0.05, 8.0
MARGIN = 24
PATIENCE = 50
"""Milliseconds of rest before the part on the screen is asked for."""
FITS = ("width", "page")


class PictureCanvas(ReadingArea):
    """A picture of which only the pixels on the screen (and as many around) are in this process.

    ``scale`` is screen pixels for one of the picture.
    """

    scale_changed = Signal()
    wanted = Signal(QRect, QSize)
    """A part of the picture, and the pixels in which it will be seen."""

    def __init__(self, parent: QWidget, look: Look | None) -> None:
        super().__init__(parent, look, QCoreApplication.translate("PictureCanvas", "Picture"))
        self._picture = QSize()
        self._whole = QImage()
        self._detail, self._part = QImage(), QRect()
        self._fit = "width"
        self._scale = 1.0
        self._grip: QPoint | None = None
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE)
        self._timer.timeout.connect(self._ask)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self._scrolled)

    def set_picture(self, size: QSize) -> None:
        """A picture of ``size`` pixels, of which nothing has come; an empty size for none.  The fit stays."""
        self._picture = size
        self._whole, self._detail, self._part = QImage(), QImage(), QRect()
        self._changed()
        self.verticalScrollBar().setValue(0)
        self._ask()

    def take(self, part: QRect, image: QImage) -> None:
        """``part`` of the picture has come."""
        self._detail, self._part = image, part
        if part.size() == self._picture:
            self._whole = image
        self.viewport().update()

    @property
    def picture(self) -> QSize:
        """Pixels of the picture; empty without one."""
        return self._picture

    @property
    def detail(self) -> QImage:
        """What has come of the picture last."""
        return self._detail

    @property
    def fit(self) -> str:
        """``width``, ``page``, or empty."""
        return self._fit

    @property
    def scale(self) -> float:
        """Screen pixels for one pixel of the picture."""
        if not self._fit or self._picture.isEmpty():
            return self._scale
        room, ratio = self.viewport().size(), self.devicePixelRatioF()
        scale = (room.width() - 2 * MARGIN) * ratio / self._picture.width()
        if self._fit == "page":
            scale = min(scale, (room.height() - 2 * MARGIN) * ratio / self._picture.height())
        return max(SMALLEST / 10, min(1.0, scale))

    def set_fit(self, fit: str) -> None:
        """Follows the ``width`` or the whole ``page`` from now on; small pictures are not blown up."""
        self._fit = fit if fit in FITS else "width"
        self._changed()

    def set_scale(self, scale: float, about: QPointF | None = None) -> None:
        """What lies at ``about`` on the viewport stays there; without it, the middle."""
        about = about or QRectF(self.viewport().rect()).center()
        origin, before = self._origin(), self._size()
        across = (about.x() - origin.x()) / before.width()
        down = (about.y() - origin.y()) / before.height()
        self._fit, self._scale = "", min(LARGEST, max(SMALLEST, scale))
        self._changed()
        origin, after = self._origin(), self._size()
        for bar, now, wish in (
            (self.horizontalScrollBar(), origin.x() + across * after.width(), about.x()),
            (self.verticalScrollBar(), origin.y() + down * after.height(), about.y()),
        ):
            bar.setValue(bar.value() + round(now - wish))

    def middle(self) -> tuple[float, float]:
        """Where in the picture the middle of the view lies, in shares of its width and height."""
        origin, size = self._origin(), self._size()
        centre = self.viewport().rect().center()
        return (centre.x() - origin.x()) / size.width(), (centre.y() - origin.y()) / size.height()

    def show_middle(self, across: float, down: float) -> None:
        """Puts a place, in shares of the picture, into the middle of the view."""
        origin, size = self._origin(), self._size()
        centre = self.viewport().rect().center()
        for bar, now, wish in (
            (self.horizontalScrollBar(), origin.x() + across * size.width(), centre.x()),
            (self.verticalScrollBar(), origin.y() + down * size.height(), centre.y()),
        ):
            bar.setValue(bar.value() + round(now - wish))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._changed()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turn = event.angleDelta().y()
            if turn:
                self.set_scale(self.scale * (STEP if turn > 0 else 1 / STEP), event.position())
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal if control:
                self.set_scale(self.scale * STEP)
            case Qt.Key.Key_Minus if control:
                self.set_scale(self.scale / STEP)
            case Qt.Key.Key_0 if control:
                self.set_fit("width")
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._can_move():
            self._grip = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            point = event.position().toPoint()
            by, self._grip = point - self._grip, point
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - by.x())
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - by.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        self._show_cursor()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), look.paper)
        if not self._picture.isEmpty():
            self._paint_picture(painter, look)
        self.paint_focus(painter)

    def _paint_picture(self, painter: QPainter, look: Look) -> None:
        target = QRectF(self._origin(), self._size())
        # Transparent pictures are drawn for white pages.
        painter.fillRect(target, look.surface if self._detail.isNull() else QColor(Qt.GlobalColor.white))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self._whole.isNull() and self._part.size() != self._picture:
            painter.drawImage(target, self._whole)
        if not self._detail.isNull():
            place = self._on_viewport(self._part, target)
            painter.fillRect(place, QColor(Qt.GlobalColor.white))
            painter.drawImage(place, self._detail)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._changed()
        return super().event(event)

    def _can_move(self) -> bool:
        return self.horizontalScrollBar().maximum() > 0 or self.verticalScrollBar().maximum() > 0

    def _show_cursor(self) -> None:
        hand = Qt.CursorShape.OpenHandCursor if self._can_move() else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(hand)

    def _on_viewport(self, part: QRect, target: QRectF) -> QRectF:
        wide, high = target.width() / self._picture.width(), target.height() / self._picture.height()
        return QRectF(
            target.x() + part.x() * wide,
            target.y() + part.y() * high,
            part.width() * wide,
            part.height() * high,
        )

    def _size(self) -> QSize:
        factor = self.scale / self.devicePixelRatioF()
        return QSize(
            max(1, round(self._picture.width() * factor)), max(1, round(self._picture.height() * factor))
        )

    def _origin(self) -> QPoint:
        room, size = self.viewport().size(), self._size()
        left = (room.width() - size.width()) // 2
        top = (room.height() - size.height()) // 2 if size.height() + 2 * MARGIN < room.height() else MARGIN
        return QPoint(
            left if left >= MARGIN else MARGIN - self.horizontalScrollBar().value(),
            top - self.verticalScrollBar().value(),
        )

    def _changed(self) -> None:
        """New scale, room or picture."""
        size, room = self._size(), self.viewport().size()
        empty = self._picture.isEmpty()
        for bar, extent, page in (
            (self.horizontalScrollBar(), size.width(), room.width()),
            (self.verticalScrollBar(), size.height(), room.height()),
        ):
            bar.setRange(0, 0 if empty else max(0, extent + 2 * MARGIN - page))
            bar.setPageStep(page)
            bar.setSingleStep(48)
        self._show_cursor()
        self._scrolled()
        if not empty:
            self.scale_changed.emit()

    def _scrolled(self) -> None:
        self.viewport().update()
        self._timer.start()

    def _ask(self) -> None:
        """Asks for what is seen and half as much around it, at the size at which it is seen."""
        if self._picture.isEmpty():
            return
        room, target = self.viewport().rect(), QRectF(self._origin(), self._size())
        seen = QRectF(
            room.adjusted(-room.width() // 2, -room.height() // 2, room.width() // 2, room.height() // 2)
        )
        seen = seen.intersected(target)
        factor = self._picture.width() / target.width()
        part = QRectF((seen.topLeft() - target.topLeft()) * factor, seen.size() * factor).toAlignedRect()
        part = part.intersected(QRect(QPoint(0, 0), self._picture))
        if part.isEmpty():
            return
        scale = min(1.0, self.scale, math.sqrt(PIXEL_LIMIT / (part.width() * part.height())))
        size = QSize(max(1, int(part.width() * scale)), max(1, int(part.height() * scale)))
        if part != self._part or size != self._detail.size():
            self.wanted.emit(part, size)
