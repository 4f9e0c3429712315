"""The process that opens attachments and draws them, so that one which hangs or crashes harms nothing else.

For a PDF it knows no Qt; for a picture it loads Qt's decoders.  It opens no file and no connection: the document comes
through standard input, pictures and text go to standard output (:mod:`review_app.ui.render_wire`).  Scripts and forms
are never initialised.  It ends when its standard input ends, that is with the process that started it, even in the
middle of a page.
"""

from __future__ import annotations

import contextlib
import os
import queue
import struct
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from review_app.ui.render_wire import (
    DOCUMENT,
    FAILED,
    FAILURE,
    FALLBACK_SIZE,
    HEADER,
    IMAGE,
    IMAGE_HEAD,
    LARGEST_SIDE,
    LISTED_PAGES,
    LONGEST_REQUEST,
    OPENED,
    OPENED_HEAD,
    PAGE,
    PAGE_REQUEST,
    PAGE_SIZE,
    PICTURE,
    REGION,
    REGION_REQUEST,
    SMALLEST_SIDE,
    TEXT,
    TEXT_HEAD,
    TEXT_REQUEST,
    WHOLE,
    Reason,
    fitted,
    frame,
)

if TYPE_CHECKING:
    import pypdfium2

    from review_app.ui.picture_child import PictureDrawer

ADDRESS_SPACE = 2 << 30
"""Bytes that the process may map."""


class Drawer:
    """Holds one document and answers requests for its pages.  ``send`` takes whole messages."""

    def __init__(self, send: Callable[[bytes], None]) -> None:
        self._send = send
        self._document: pypdfium2.PdfDocument | None = None

    def open(self, data: bytes) -> None:
        """Opens ``data``; answers with the number of pages and their sizes, or with the reason why not."""
        import pypdfium2
        import pypdfium2.raw

        try:
            document = pypdfium2.PdfDocument(data)
            count = len(document)
        except pypdfium2.PdfiumError as failure:
            locked = getattr(failure, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD
            self._fail(Reason.PASSWORD if locked else Reason.DAMAGED, WHOLE)
            return
        if count < 1:
            self._fail(Reason.DAMAGED, WHOLE)
            return
        self._document = document
        sizes = [self._size(index) for index in range(min(count, LISTED_PAGES))]
        listed = b"".join(PAGE_SIZE.pack(*size) for size in sizes)
        self._send(frame(OPENED, OPENED_HEAD.pack(count) + listed))

    def draw(self, index: int, width: int) -> None:
        """Draws page ``index`` at ``width`` pixels on white."""
        import pypdfium2
        import pypdfium2.raw as raw

        try:
            page = self._document[index]  # type: ignore[index]
            try:
                wide, high = fitted(*self._sane(*page.get_size()), width)
                bitmap = pypdfium2.PdfBitmap.new_native(wide, high, raw.FPDFBitmap_BGRx)
                bitmap.fill_rect((255, 255, 255, 255), left=0, top=0, width=wide, height=high)
                # Not PdfPage.render: that takes the size from the page, and a page may claim any size.
                raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, wide, high, 0, raw.FPDF_ANNOT)
            finally:
                page.close()
            pixels, stride = bytes(bitmap.buffer), bitmap.stride
            bitmap.close()
            if stride != 4 * wide:
                pixels = b"".join(pixels[row * stride : row * stride + 4 * wide] for row in range(high))
            if len(pixels) != 4 * wide * high:
                raise ValueError(len(pixels))
        except (pypdfium2.PdfiumError, ValueError, IndexError, TypeError, MemoryError):
            self._fail(Reason.PAGE, index)
            return
        self._send(frame(IMAGE, IMAGE_HEAD.pack(index, wide, high) + pixels))

    def read(self, index: int, boxes: bool) -> None:
        """The text of page ``index``, with the places of its characters if ``boxes``."""
        import pypdfium2

        from review_app.ui.pdf_letters import letters

        try:
            page = self._document[index]  # type: ignore[index]
            try:
                text, places = letters(page, boxes)
            finally:
                page.close()
        except (pypdfium2.PdfiumError, ValueError, IndexError, TypeError, MemoryError):
            self._fail(Reason.TEXT, index)
            return
        head = TEXT_HEAD.pack(index, boxes, len(text))
        self._send(frame(TEXT, head + text.encode("utf-32-be") + places))

    def _size(self, index: int) -> tuple[float, float]:
        import pypdfium2

        try:
            return self._sane(*self._document.get_page_size(index))  # type: ignore[union-attr]
        except pypdfium2.PdfiumError:
            return FALLBACK_SIZE

    @staticmethod
    def _sane(width: float, height: float) -> tuple[float, float]:
        if not (width > 0 and height > 0):  # also refuses NaN
            return FALLBACK_SIZE
        return (
            min(max(width, SMALLEST_SIDE), LARGEST_SIDE),
            min(max(height, SMALLEST_SIDE), LARGEST_SIDE),
        )

    def _fail(self, reason: Reason, page: int) -> None:
        self._send(frame(FAILED, FAILURE.pack(reason, page)))


def main(arguments: list[str] | None = None) -> int:
    """Serves requests until standard input ends.  Takes no arguments; status 0, or 2 for a broken message."""
    source, target = _private_streams()
    _limit_memory()
    requests: queue.SimpleQueue[tuple[bytes, bytes]] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(source, requests), daemon=True).start()

    def send(message: bytes) -> None:
        view = memoryview(message)
        while view:
            view = view[os.write(target, view[: 1 << 20]) :]

    drawer = Drawer(send)
    picture: PictureDrawer | None = None
    while True:
        kind, payload = requests.get()
        try:
            if kind == DOCUMENT:
                drawer.open(payload)
            elif kind == PAGE:
                drawer.draw(*PAGE_REQUEST.unpack(payload))
            elif kind == TEXT:
                index, boxes = TEXT_REQUEST.unpack(payload)
                drawer.read(index, bool(boxes))
            elif kind == PICTURE:
                from review_app.ui import picture_child

                picture = picture_child.PictureDrawer(send)
                picture.open(payload)
            elif kind == REGION and picture is not None:
                picture.draw(*REGION_REQUEST.unpack(payload))
            else:
                return 2
        except (struct.error, OSError):
            return 2


def _receive(source: int, requests: queue.SimpleQueue[tuple[bytes, bytes]]) -> None:
    """Reads messages while the main thread draws; the end of input ends the process at once."""
    while True:
        head = _read(source, HEADER.size)
        length, kind = HEADER.unpack(head)
        if not 1 <= length <= LONGEST_REQUEST:
            os._exit(2)
        requests.put((bytes([kind]), _read(source, length - 1)))


def _read(source: int, count: int) -> bytes:
    collected = bytearray()
    while len(collected) < count:
        try:
            block = os.read(source, min(1 << 20, count - len(collected)))
        except OSError:
            block = b""
        if not block:
            os._exit(0)
        collected += block
    return bytes(collected)


def _private_streams() -> tuple[int, int]:
    """Descriptors for requests and answers, out of reach of libraries that print.

    By number, not by ``sys.stdin``: a windowed program on Windows has none even when there is a pipe.
    """
    if sys.platform == "win32":
        import msvcrt

        for descriptor in (0, 1):
            msvcrt.setmode(descriptor, os.O_BINARY)
    source, target = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    os.close(nothing)
    return source, target


def _limit_memory() -> None:
    """A ceiling for what a document can make this process take, where the system has one (Windows has not)."""
    try:
        import resource
    except ImportError:
        return
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
