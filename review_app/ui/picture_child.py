"""Decodes one picture with Qt and hands out pieces of it.  Used inside the render child only."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from review_app.ui.render_wire import (
    FAILED,
    FAILURE,
    IMAGE,
    IMAGE_HEAD,
    PICTURE,
    PICTURE_PIXELS,
    PICTURE_SIZE,
    PIXEL_LIMIT,
    SIDE_LIMIT,
    WHOLE,
    Form,
    Reason,
    frame,
)

ALLOCATION_LIMIT = 256
"""MB of one decoded picture; Qt refuses more itself."""
PLUGINS = {Form.PNG: b"png", Form.JPEG: b"jpeg"}


class PictureDrawer:
    """Holds one picture and answers requests for its parts.  ``send`` takes whole messages."""

    def __init__(self, send: Callable[[bytes], None]) -> None:
        self._send = send
        self._image = QImage()

    def open(self, payload: bytes) -> None:
        """Decodes the picture by the one plug-in that its form names; answers with its size or that it is damaged."""
        try:
            image = self._decoded(PLUGINS[Form(payload[0])], payload[1:])
        except (ValueError, IndexError, MemoryError):
            image = QImage()
        if image.isNull():
            self._fail(WHOLE)
            return
        self._image = image
        self._send(frame(PICTURE, PICTURE_SIZE.pack(image.width(), image.height())))

    def draw(self, left: int, top: int, width: int, height: int, wide: int, high: int) -> None:
        """The part at ``left``, ``top``, scaled to ``wide`` times ``high`` pixels."""
        part = QRect(left, top, width, height) if max(left, top, width, height) < 1 << 30 else QRect()
        fits = 0 < wide <= SIDE_LIMIT and 0 < high <= SIDE_LIMIT and wide * high <= PIXEL_LIMIT
        if self._image.isNull() or not fits or part.isEmpty() or not self._image.rect().contains(part):
            self._fail(0)
            return
        image = self._image if part == self._image.rect() else self._image.copy(part)
        if image.size() != QSize(wide, high):
            smooth = Qt.TransformationMode.SmoothTransformation
            image = image.scaled(wide, high, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        image = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
        if image.bytesPerLine() != 4 * wide or image.height() != high:
            self._fail(0)
            return
        self._send(frame(IMAGE, IMAGE_HEAD.pack(0, wide, high) + bytes(image.constBits())))

    @staticmethod
    def _decoded(plugin: bytes, data: bytes) -> QImage:
        """The picture, 32 bits a pixel, turned upright as its EXIF data say; a null one when it can't be decoded."""
        QImageReader.setAllocationLimit(ALLOCATION_LIMIT)
        source = QBuffer()
        source.setData(data)
        source.open(QBuffer.OpenModeFlag.ReadOnly)
        reader = QImageReader(source, plugin)
        reader.setAutoDetectImageFormat(False)
        reader.setDecideFormatFromContent(False)
        size = reader.size()
        if not size.isValid() or size.isEmpty() or size.width() * size.height() > PICTURE_PIXELS:
            return QImage()
        reader.setAutoTransform(True)
        image = reader.read()
        if image.isNull():
            return image
        alpha = image.hasAlphaChannel()
        form = QImage.Format.Format_ARGB32_Premultiplied if alpha else QImage.Format.Format_RGB32
        return image.convertToFormat(form)

    def _fail(self, place: int) -> None:
        self._send(frame(FAILED, FAILURE.pack(Reason.DAMAGED, place)))
