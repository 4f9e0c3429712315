"""The process that opens PDF files and draws their pages, so that one which hangs or crashes harms nothing else.

It knows no Qt, opens no file and no connection: the document comes through standard input, pictures of pages go
to standard output.  Scripts and forms are never initialised.  It ends when its standard input ends, that is with the
process that started it, even in the middle of a page.

A message is a big-endian u32 (length of what follows), one byte for the kind, then the payload, big-endian too:

====  =========  =========================================================================================
kind  direction  payload
====  =========  =========================================================================================
D     to child   the whole document
P     to child   u32 page (from 0), u32 width in device pixels
O     from       u32 pages in the document, then f32 width and f32 height in points for each listed page
I     from       u32 page, u32 width, u32 height, then width * height pixels of 4 bytes: blue, green, red, unused
F     from       one byte for the reason, u32 page (``WHOLE`` for the document)
====  =========  =========================================================================================
"""

from __future__ import annotations

import contextlib
import os
import queue
import struct
import sys
import threading
from collections.abc import Callable
from enum import IntEnum

DOCUMENT, PAGE = b"D", b"P"
OPENED, IMAGE, FAILED = b"O", b"I", b"F"
HEADER = struct.Struct(">IB")
PAGE_REQUEST = struct.Struct(">II")
OPENED_HEAD = struct.Struct(">I")
PAGE_SIZE = struct.Struct(">ff")
IMAGE_HEAD = struct.Struct(">III")
FAILURE = struct.Struct(">BI")

WHOLE = 0xFFFFFFFF
"""Stands for the document where a page is named."""
DOCUMENT_LIMIT = 128 << 20
"""Bytes; as many as an attachment may have."""
LISTED_PAGES = 2000
"""So many pages are shown at most."""
PIXEL_LIMIT = 8_000_000
"""Pixels of one picture of a page (32 MB); what is asked beyond comes smaller."""
SIDE_LIMIT = 16_000
ADDRESS_SPACE = 2 << 30
FALLBACK_SIZE = (595.0, 842.0)
"""Points; A4, for a page that can't say its own size."""
SMALLEST_SIDE, LARGEST_SIDE = 9.0, 14_400.0
"""Points; the range that PDF 1.7 (annex C) promises is three units to 200 inches."""


class Reason(IntEnum):
    """Why a document or a page can't be shown."""

    DAMAGED = 1
    PASSWORD = 2
    PAGE = 3


def frame(kind: bytes, payload: bytes = b"") -> bytes:
    """One message as bytes."""
    return HEADER.pack(1 + len(payload), kind[0]) + payload


def fitted(page_width: float, page_height: float, width: int) -> tuple[int, int]:
    """Pixels (width, height) of a page of that size in points at ``width`` pixels, inside the limits."""
    ratio = page_height / page_width
    wide = float(max(1, min(width, SIDE_LIMIT)))
    wide = min(wide, (PIXEL_LIMIT / ratio) ** 0.5, SIDE_LIMIT / ratio)
    return max(1, int(wide)), max(1, min(SIDE_LIMIT, int(wide * ratio)))


class Drawer:
    """Holds one document and answers requests for its pages.  ``send`` takes whole messages."""

    def __init__(self, send: Callable[[bytes], None]) -> None:
        self._send = send
        self._document: object | None = None

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

    def _size(self, index: int) -> tuple[float, float]:
        import pypdfium2

        try:
            return self._sane(*self._document.get_page_size(index))  # type: ignore[union-attr,attr-defined]
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
    while True:
        kind, payload = requests.get()
        try:
            if kind == DOCUMENT:
                drawer.open(payload)
            elif kind == PAGE:
                drawer.draw(*PAGE_REQUEST.unpack(payload))
            else:
                return 2
        except (struct.error, OSError):
            return 2


def _receive(source: int, requests: queue.SimpleQueue[tuple[bytes, bytes]]) -> None:
    """Reads messages while the main thread draws; the end of input ends the process at once."""
    while True:
        head = _read(source, HEADER.size)
        length, kind = HEADER.unpack(head)
        if not 1 <= length <= DOCUMENT_LIMIT + 1:
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
