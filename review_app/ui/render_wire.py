"""What the window and its render child (:mod:`review_app.ui.pdf_child`) say to each other, and the limits of both.

A message is a big-endian u32 (length of what follows), one byte for the kind, then the payload, big-endian too:

====  =========  =========================================================================================
kind  direction  payload
====  =========  =========================================================================================
D     to child   a whole PDF document
P     to child   u32 page (from 0), u32 width in device pixels
T     to child   u32 page, one byte: 1 with the boxes of the characters
G     to child   one byte for the form (1 PNG, 2 JPEG), then a whole picture
R     to child   u32 left, top, width, height in the picture's pixels, then u32 width and height wanted
O     from       u32 pages in the document, then f32 width and f32 height in points for each listed page
I     from       u32 page (0 for a picture), u32 width, u32 height, then width * height pixels of 4 bytes: blue, green,
                 red, and alpha for a picture (the colours multiplied by it), unused for a page
T     from       u32 page, one byte (as asked), u32 characters, then a UTF-32 code unit for each, then if asked four u16
                 for each: left, top, right, bottom in 65535ths of the page's width and height as it is shown
G     from       u32 width, u32 height of the picture, upright
F     from       one byte for the reason, u32 page (``WHOLE`` for the document or picture)
====  =========  =========================================================================================
"""

from __future__ import annotations

import struct
from enum import IntEnum

DOCUMENT, PAGE, TEXT, PICTURE, REGION = b"D", b"P", b"T", b"G", b"R"
OPENED, IMAGE, FAILED = b"O", b"I", b"F"
HEADER = struct.Struct(">IB")
PAGE_REQUEST = struct.Struct(">II")
TEXT_REQUEST = struct.Struct(">IB")
REGION_REQUEST = struct.Struct(">6I")
OPENED_HEAD = struct.Struct(">I")
PAGE_SIZE = struct.Struct(">ff")
IMAGE_HEAD = struct.Struct(">III")
TEXT_HEAD = struct.Struct(">IBI")
PICTURE_SIZE = struct.Struct(">II")
FAILURE = struct.Struct(">BI")

WHOLE = 0xFFFFFFFF
"""Stands for the document where a page is named."""
DOCUMENT_LIMIT = 128 << 20
"""Bytes; as many as an attachment may have."""
LISTED_PAGES = 2000
"""So many pages are shown at most."""
PIXEL_LIMIT = 6_000_000
"""Pixels of one answer (24 MB): a page at 250 %; what is asked beyond comes smaller."""
SIDE_LIMIT = 16_000
PICTURE_PIXELS = 40_000_000
"""Pixels of a whole picture; larger ones are refused by their head."""
PAGE_CHARACTERS = 100_000
"""Characters of one page that are read; what stands beyond can be seen, and neither found nor copied."""
BOX_SCALE = 0xFFFF
FALLBACK_SIZE = (595.0, 842.0)
"""Points; A4, for a page that can't say its own size."""
SMALLEST_SIDE, LARGEST_SIDE = 9.0, 14_400.0
"""Points; the range that PDF 1.7 (annex C) promises is three units to 200 inches."""
LONGEST_REQUEST = DOCUMENT_LIMIT + 2
LONGEST_ANSWER = 1 + IMAGE_HEAD.size + 4 * PIXEL_LIMIT


class Reason(IntEnum):
    """Why a document, a page, its text or a picture can't be shown."""

    DAMAGED = 1
    PASSWORD = 2
    PAGE = 3
    TEXT = 4


class Form(IntEnum):
    """The kinds of pictures."""

    PNG = 1
    JPEG = 2


def frame(kind: bytes, payload: bytes = b"") -> bytes:
    """One message as bytes."""
    return HEADER.pack(1 + len(payload), kind[0]) + payload


def fitted(page_width: float, page_height: float, width: int) -> tuple[int, int]:
    """Pixels (width, height) of a page of that size in points at ``width`` pixels, inside the limits."""
    ratio = page_height / page_width
    wide = float(max(1, min(width, SIDE_LIMIT)))
    wide = min(wide, (PIXEL_LIMIT / ratio) ** 0.5, SIDE_LIMIT / ratio)
    return max(1, int(wide)), max(1, min(SIDE_LIMIT, int(wide * ratio)))
