"""The window's side of a child that holds a PDF: pages, small pictures of pages, texts."""

from __future__ import annotations

import sys
from array import array

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from review_app.ui import render_wire as wire
from review_app.ui.documents.render_process import TIME_LIMIT, Failure, RenderProcess, Wish, picture_in

THUMB, TEXT = "thumb", "text"
"""What is done aside."""


def drawing(page: int, width: int) -> Wish:
    """``page`` (from 0) at ``width`` device pixels."""
    return Wish(wire.PAGE, page, wire.PAGE_REQUEST.pack(page, width))


def thumbnail(page: int, width: int) -> Wish:
    """A small picture of ``page``, which may fail without harm."""
    return Wish(wire.PAGE, page, wire.PAGE_REQUEST.pack(page, width), THUMB)


def reading(page: int, boxes: bool) -> Wish:
    """The text of ``page``, with the places of its characters if ``boxes``."""
    return Wish(wire.TEXT, page, wire.TEXT_REQUEST.pack(page, boxes), TEXT)


class PdfProcess(RenderProcess):
    """Holds one PDF and tells what comes of the wishes :func:`drawing`, :func:`thumbnail` and :func:`reading`."""

    opened = Signal(int, object)
    """Pages in the document; sizes in points (list of pairs) of those that can be shown."""
    page_drawn = Signal(int, QImage)
    page_failed = Signal(int, Failure)
    thumb_drawn = Signal(int, QImage)
    text_read = Signal(int, str, object)
    """Page, its text, and None or four u16 (an :class:`array.array`) for each character."""
    text_failed = Signal(int)

    def __init__(self, data: bytes, parent: QObject | None = None, time_limit: float = TIME_LIMIT) -> None:
        super().__init__((wire.DOCUMENT, data), parent, time_limit)
        self._known = False

    def _take_opened(self, kind: bytes, payload: memoryview) -> None:
        if kind != wire.OPENED:
            raise ValueError(kind)
        (count,) = wire.OPENED_HEAD.unpack_from(payload)
        listed = payload[wire.OPENED_HEAD.size :]
        if not count or len(listed) != wire.PAGE_SIZE.size * min(count, wire.LISTED_PAGES):
            raise ValueError(count)
        sizes = list(wire.PAGE_SIZE.iter_unpack(listed))
        low, high = wire.SMALLEST_SIDE, wire.LARGEST_SIDE
        if not all(low <= wide <= high and low <= tall <= high for wide, tall in sizes):
            raise ValueError(count)
        if not self._known:
            self._known = True
            self.opened.emit(count, sizes)

    def _take_answer(self, wish: Wish, kind: bytes, payload: memoryview) -> None:
        if kind != (wire.TEXT if wish.aside == TEXT else wire.IMAGE):
            raise ValueError(kind)
        if wish.aside == TEXT:
            text, boxes = _text_in(payload, wish)
            self._answered()
            self.text_read.emit(wish.page, text, boxes)
            return
        image = picture_in(payload, wish.page, QImage.Format.Format_RGB32)
        self._answered()
        (self.thumb_drawn if wish.aside else self.page_drawn).emit(wish.page, image)

    def _wish_failed(self, wish: Wish, why: Failure) -> None:
        if wish.aside == TEXT:
            self.text_failed.emit(wish.page)
        elif not wish.aside:
            self.page_failed.emit(wish.page, why)


def _text_in(payload: memoryview, wish: Wish) -> tuple[str, array[int] | None]:
    """Text and boxes of an answer; ValueError for one that is not what was asked for."""
    page, boxes, count = wire.TEXT_HEAD.unpack_from(payload)
    content = payload[wire.TEXT_HEAD.size :]
    if wire.TEXT_REQUEST.pack(page, boxes) != wish.payload or count > wire.PAGE_CHARACTERS:
        raise ValueError(page)
    if len(content) != count * (12 if boxes else 4):
        raise ValueError(count)
    text = content[: 4 * count].tobytes().decode("utf-32-be")
    if not boxes:
        return text, None
    places = array("H", content[4 * count :].tobytes())
    if sys.byteorder == "little":
        places.byteswap()
    return text, places
