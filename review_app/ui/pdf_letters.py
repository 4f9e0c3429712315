"""The characters of a PDF page and where they stand, as PDFium finds them.  Used inside the render child; no Qt."""

from __future__ import annotations

import ctypes
import sys
from array import array
from typing import TYPE_CHECKING

from review_app.ui.render_wire import BOX_SCALE, PAGE_CHARACTERS

if TYPE_CHECKING:
    import pypdfium2

SOFT_HYPHEN = "\u00ad"
NO_WIDTH = "\u200b"
_FINE = 1_000_000
_LINE_ENDS = "\r\n"


def letters(page: pypdfium2.PdfPage, boxes: bool) -> tuple[str, bytes]:
    """The first :data:`PAGE_CHARACTERS` characters of ``page``, and their boxes as the wire has them if ``boxes``.

    One code point for each of PDFium's characters, so that their numbers agree.  A scan has none.
    """
    import pypdfium2.raw as raw

    text_page = page.get_textpage()
    try:
        count = max(0, min(raw.FPDFText_CountChars(text_page), PAGE_CHARACTERS))
        unicode_of = raw.FPDFText_GetUnicode
        text = _clean([unicode_of(text_page, number) for number in range(count)])
        return text, _boxes(page, text_page, text) if boxes else b""
    finally:
        text_page.close()


def _clean(codes: list[int]) -> str:
    """One character that can be stored and shown for each of ``codes``."""
    out: list[str] = []
    for place, code in enumerate(codes):
        if code in (0x02, 0xFFFE):  # what PDFium puts for a hyphen at the end of a line
            out.append(SOFT_HYPHEN)
        elif 0xD800 <= code < 0xDC00 and place + 1 < len(codes) and 0xDC00 <= codes[place + 1] < 0xE000:
            out.append(chr(0x10000 + ((code - 0xD800) << 10) + codes[place + 1] - 0xDC00))
        elif 0xDC00 <= code < 0xE000 and place and 0xD800 <= codes[place - 1] < 0xDC00:
            out.append(NO_WIDTH)  # said with the one before; Windows counts halves of such characters
        elif code > 0x10FFFF or 0xD800 <= code < 0xE000 or code == 0:
            out.append("\ufffd")
        elif code < 0x20 and chr(code) not in _LINE_ENDS:
            out.append(" ")
        else:
            out.append(chr(code))
    return "".join(out)


def _boxes(page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage, text: str) -> bytes:
    """Four u16 for each character, on the page as it is shown: cut to its crop box and turned."""
    import pypdfium2.raw as raw

    box, byref = raw.FS_RECTF(), ctypes.byref
    loose = raw.FPDFText_GetLooseCharBox
    left, across, down = _axes(page)
    (x0, y0), (xx, xy), (yx, yy) = left, across, down

    def clamped(value: float) -> int:
        # A number that is none fails both comparisons and ends at the edge.
        scaled = value * BOX_SCALE
        return int(scaled) if 0 <= scaled <= BOX_SCALE else (BOX_SCALE if scaled > BOX_SCALE else 0)

    places = array("H", bytes(8 * len(text)))
    for number, letter in enumerate(text):
        if letter in _LINE_ENDS or not loose(text_page, number, byref(box)):
            continue
        first = x0 + xx * box.left + yx * box.top, y0 + xy * box.left + yy * box.top
        second = x0 + xx * box.right + yx * box.bottom, y0 + xy * box.right + yy * box.bottom
        places[4 * number] = clamped(min(first[0], second[0]))
        places[4 * number + 1] = clamped(min(first[1], second[1]))
        places[4 * number + 2] = clamped(max(first[0], second[0]))
        places[4 * number + 3] = clamped(max(first[1], second[1]))
    if sys.byteorder == "little":
        places.byteswap()
    return places.tobytes()


def _axes(page: pypdfium2.PdfPage) -> tuple[tuple[float, float], tuple[float, float], tuple[float, float]]:
    """Where the page's own origin and its two units lie on the shown page, in shares of its width and height.

    PDFium's own mapping knows about rotation and crop box; it is linear, so three points tell all of it.
    """
    import pypdfium2.raw as raw

    x, y = ctypes.c_int(), ctypes.c_int()
    far = max(1.0, *page.get_size())

    def shown(across: float, up: float) -> tuple[float, float]:
        if not raw.FPDF_PageToDevice(page, 0, 0, _FINE, _FINE, 0, across, up, x, y):
            raise ValueError("no place on the page")
        return x.value / _FINE, y.value / _FINE

    zero, right, upper = shown(0, 0), shown(far, 0), shown(0, far)
    return (
        zero,
        ((right[0] - zero[0]) / far, (right[1] - zero[1]) / far),
        ((upper[0] - zero[0]) / far, (upper[1] - zero[1]) / far),
    )
