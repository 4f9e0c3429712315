"""A picture attachment on the page."""

from __future__ import annotations

import threading

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QStackedWidget, QVBoxLayout, QWidget

from review_app.ui.documents.background import Task
from review_app.ui.documents.look import Look, look_now
from review_app.ui.documents.notice import Notice
from review_app.ui.documents.pictures import PIXEL_LIMIT, PictureRefusal, RefusedPicture, decode
from review_app.ui.documents.view_bar import ViewBar

STEP = 1.25
SMALLEST, LARGEST = 0.05, 8.0
MARGIN = 24


class PictureView(QWidget):
    """Shows one PNG or JPEG; whatever else it is given, it says in its place why not.

    Pictures wider than the page are fitted to its width, smaller ones keep their size.  :attr:`settled` is sent when
    the picture, or the sentence instead of it, is there.
    """

    settled = Signal()

    def __init__(self, parent: QWidget | None = None, look: Look | None = None) -> None:
        super().__init__(parent)
        self._task: Task[QImage | RefusedPicture] | None = None
        self._canvas = _Canvas(self, look)
        self._notice = Notice(self)
        self._stack = QStackedWidget(self)
        self._stack.setProperty("ground", "paper")
        self._stack.addWidget(self._canvas)
        self._stack.addWidget(self._notice)
        self._bar = ViewBar(self, with_actual=True)
        self._bar.smaller.connect(self.zoom_out)
        self._bar.larger.connect(self.zoom_in)
        self._bar.fit.connect(self.zoom_reset)
        self._bar.actual.connect(self.show_actual_size)
        self._canvas.scale_changed.connect(self._bar.show_zoom)
        self.setProperty("ground", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._bar)
        self.setFocusProxy(self._canvas)
        self._bar.hide()

    def show_picture(self, data: bytes, media_type: str) -> None:
        """Shows ``data``, which claims to be ``media_type`` (``image/png`` or ``image/jpeg``)."""
        self.clear()

        def work(cancelled: threading.Event) -> QImage | RefusedPicture:
            try:
                return decode(data, media_type, cancelled)
            except RefusedPicture as refusal:
                return refusal

        self._task = Task(self, work, self._accept)

    def clear(self) -> None:
        """Shows nothing, and stops decoding."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._canvas.set_image(QImage())
        self._stack.setCurrentWidget(self._canvas)
        self._bar.hide()

    @property
    def image(self) -> QImage:
        """The picture that is shown; null if there is none."""
        return self._canvas.image

    @property
    def refusal(self) -> str:
        """The sentence shown instead of a picture, or empty."""
        return self._notice.text if self._stack.currentWidget() is self._notice else ""

    @property
    def scale(self) -> float:
        """Screen pixels for one pixel of the picture."""
        return self._canvas.scale

    def zoom_in(self) -> None:
        """One step larger."""
        self._canvas.set_scale(self._canvas.scale * STEP)

    def zoom_out(self) -> None:
        """One step smaller."""
        self._canvas.set_scale(self._canvas.scale / STEP)

    def zoom_reset(self) -> None:
        """Fitted to the width."""
        self._canvas.fit()

    def show_actual_size(self) -> None:
        """One pixel of the picture on one of the screen."""
        self._canvas.set_scale(1.0)

    def _accept(self, result: QImage | RefusedPicture) -> None:
        self._task = None
        if isinstance(result, RefusedPicture):
            self._notice.say(self._sentence(result))
            self._stack.setCurrentWidget(self._notice)
        else:
            self._canvas.set_image(result)
            size = self.tr("{width} × {height} pixels").format(width=result.width(), height=result.height())
            self._bar.show_place(size)
            self._bar.show()
        self.settled.emit()

    def _sentence(self, refusal: RefusedPicture) -> str:
        others = self.tr("The other documents are not affected.")
        match refusal.reason:
            case PictureRefusal.TYPE:
                what = self.tr("This attachment is not shown: only PNG and JPEG pictures are accepted.")
            case PictureRefusal.CONTENT:
                what = self.tr(
                    "This attachment is not shown: its content is not the kind of picture that it claims to be."
                )
            case PictureRefusal.SIZE:
                what = self.tr(
                    "This picture is not shown: {width} × {height} pixels are more than the {limit} allowed."
                ).format(
                    width=refusal.width, height=refusal.height, limit=self.locale().toString(PIXEL_LIMIT)
                )
            case PictureRefusal.SLOW:
                what = self.tr("This picture is not shown: it takes too long to open.")
            case PictureRefusal.DAMAGED:
                what = self.tr("This picture can't be shown: it is damaged or not complete.")
        return what + "\n" + others


class _Canvas(QAbstractScrollArea):
    """Paints one image, at a scale or fitted to the width."""

    scale_changed = Signal(float)

    def __init__(self, parent: QWidget, look: Look | None) -> None:
        super().__init__(parent)
        self._fixed_look = look
        self.image = QImage()
        self._scaled = QImage()
        self._task: Task[QImage] | None = None
        self._scale = 0.0  # 0: fitted
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCornerWidget(QWidget(self))
        self.setAccessibleName(self.tr("Picture"))

    @property
    def scale(self) -> float:
        """Screen pixels for one pixel of the picture."""
        if self._scale or self.image.isNull():
            return self._scale or 1.0
        room = (self.viewport().width() - 2 * MARGIN) * self.devicePixelRatioF()
        return max(SMALLEST / 10, min(1.0, room / self.image.width()))

    def set_image(self, image: QImage) -> None:
        """Shows ``image``, fitted."""
        self.image = image
        self._scale = 0.0
        self._changed()
        self.verticalScrollBar().setValue(0)

    def fit(self) -> None:
        """Follows the width from now on."""
        self._scale = 0.0
        self._changed()

    def set_scale(self, scale: float) -> None:
        """Shows ``scale`` screen pixels for one of the picture; the middle stays."""
        before = self._size()
        horizontal, vertical = self.horizontalScrollBar(), self.verticalScrollBar()
        middle_x = (horizontal.value() + horizontal.pageStep() / 2) / max(1, before.width())
        middle_y = (vertical.value() + vertical.pageStep() / 2) / max(1, before.height())
        self._scale = min(LARGEST, max(SMALLEST, scale))
        self._changed()
        after = self._size()
        horizontal.setValue(round(middle_x * after.width() - horizontal.pageStep() / 2))
        vertical.setValue(round(middle_y * after.height() - vertical.pageStep() / 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._changed()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_scale(self.scale * (STEP if event.angleDelta().y() > 0 else 1 / STEP))
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            match event.key():
                case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                    return self.set_scale(self.scale * STEP)
                case Qt.Key.Key_Minus:
                    return self.set_scale(self.scale / STEP)
                case Qt.Key.Key_0:
                    return self.fit()
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._fixed_look or look_now()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), look.paper)
        if self.image.isNull():
            return
        target = QRectF(self._origin(), self._size())
        # Transparent pictures are drawn for white pages.
        painter.fillRect(target, QColor(Qt.GlobalColor.white))
        if not self._scaled.isNull():
            painter.drawImage(target, self._scaled)
            return
        # Only what is seen; smooth when enlarged, quick while the smooth small one is still being made.
        seen = target.intersected(QRectF(event.rect()))
        factor = self.image.width() / target.width()
        source = QRectF((seen.topLeft() - target.topLeft()) * factor, seen.size() * factor)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self.scale > 1.0)
        painter.drawImage(seen, self.image, source)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._changed()
        return super().event(event)

    def _size(self) -> QSize:
        factor = self.scale / self.devicePixelRatioF()
        return QSize(max(1, round(self.image.width() * factor)), max(1, round(self.image.height() * factor)))

    def _origin(self) -> QPoint:
        room, size = self.viewport().size(), self._size()
        left = (room.width() - size.width()) // 2
        top = (room.height() - size.height()) // 2 if size.height() + 2 * MARGIN < room.height() else MARGIN
        return QPoint(
            left if left >= MARGIN else MARGIN - self.horizontalScrollBar().value(),
            top - self.verticalScrollBar().value(),
        )

    def _changed(self) -> None:
        """New scale, room or picture: bars, and a smooth copy made beside the window's thread."""
        size, room = self._size(), self.viewport().size()
        empty = self.image.isNull()
        for bar, extent, page in (
            (self.horizontalScrollBar(), size.width(), room.width()),
            (self.verticalScrollBar(), size.height(), room.height()),
        ):
            bar.setRange(0, 0 if empty else max(0, extent + 2 * MARGIN - page))
            bar.setPageStep(page)
            bar.setSingleStep(48)
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._scaled = QImage()
        if not empty and self.scale < 1.0:
            image, exact = self.image, size * self.devicePixelRatioF()
            smooth = Qt.TransformationMode.SmoothTransformation
            self._task = Task(
                self,
                lambda cancelled: image.scaled(exact, Qt.AspectRatioMode.IgnoreAspectRatio, smooth),
                self._take_scaled,
            )
        self.viewport().update()
        if not empty:
            self.scale_changed.emit(self.scale)

    def _take_scaled(self, image: QImage) -> None:
        self._task = None
        self._scaled = image
        self.viewport().update()
