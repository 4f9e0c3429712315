"""The window's side of a child that holds a picture."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QSize, Signal
from PySide6.QtGui import QImage

from review_app.ui import render_wire as wire
from review_app.ui.documents.pictures import checked
from review_app.ui.documents.render_process import TIME_LIMIT, Failure, RenderProcess, Wish, picture_in


def region(part: QRect, size: QSize) -> Wish:
    """``part`` of the picture, scaled to ``size``."""
    payload = wire.REGION_REQUEST.pack(
        part.x(), part.y(), part.width(), part.height(), size.width(), size.height()
    )
    return Wish(wire.REGION, 0, payload)


class PictureProcess(RenderProcess):
    """Holds one picture; raises :class:`review_app.ui.documents.pictures.RefusedPicture` for one it need not try."""

    opened = Signal(QSize)
    """Pixels of the picture, upright."""
    drawn = Signal(QRect, QImage)
    """Which part, and its picture."""

    def __init__(
        self, data: bytes, media_type: str, parent: QObject | None = None, time_limit: float = TIME_LIMIT
    ) -> None:
        form, _ = checked(data, media_type)
        super().__init__((wire.PICTURE, bytes([form]) + data), parent, time_limit)

    def _take_opened(self, kind: bytes, payload: memoryview) -> None:
        wide, high = wire.PICTURE_SIZE.unpack(payload)
        if kind != wire.PICTURE or not 0 < wide * high <= wire.PICTURE_PIXELS:
            raise ValueError(kind)
        self.opened.emit(QSize(wide, high))

    def _take_answer(self, wish: Wish, kind: bytes, payload: memoryview) -> None:
        image = picture_in(payload, 0, QImage.Format.Format_ARGB32_Premultiplied)
        left, top, width, height, wide, high = wire.REGION_REQUEST.unpack(wish.payload)
        if kind != wire.IMAGE or image.size() != QSize(wide, high):
            raise ValueError(kind)
        self._answered()
        self.drawn.emit(QRect(left, top, width, height), image)

    def _wish_failed(self, wish: Wish, why: Failure) -> None:
        self._give_up(why)
