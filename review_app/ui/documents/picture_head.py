"""How large a PNG or JPEG says it is: read from its head, without a decoder."""

from __future__ import annotations

import struct

_TURNED = frozenset((5, 6, 7, 8))
"""EXIF orientations that are rotated by a quarter (EXIF 2.3, tag 0x0112)."""
_SIZES = frozenset((*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)))
"""JPEG markers of a frame header (ITU T.81, table B.1)."""
_ALONE = frozenset((0x01, *range(0xD0, 0xD9)))
_ENDS = frozenset((0xD9, 0xDA))


def png_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels (PNG, section 11.2.2); None where the first chunk is not a header."""
    if len(data) < 24 or data[12:16] != b"IHDR":
        return None
    wide, high = struct.unpack_from(">II", data, 16)
    return (wide, high) if 0 < wide < 1 << 31 and 0 < high < 1 << 31 else None


def jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels, turned as the EXIF orientation says; None where no frame header comes."""
    place, turned = 2, False
    while place + 4 <= len(data):
        if data[place] != 0xFF:
            return None
        marker = data[place + 1]
        if marker == 0xFF or marker in _ALONE:
            place += 1 if marker == 0xFF else 2
            continue
        length = int.from_bytes(data[place + 2 : place + 4], "big")
        if marker in _ENDS or length < 2:
            return None
        if marker in _SIZES:
            if place + 9 > len(data):
                return None
            high, wide = struct.unpack_from(">HH", data, place + 5)
            return ((high, wide) if turned else (wide, high)) if wide and high else None
        if marker == 0xE1:
            turned = _orientation(data[place + 4 : place + 2 + length]) in _TURNED
        place += 2 + length
    return None


def _orientation(segment: bytes) -> int:
    """The orientation in an EXIF segment, 1 (upright) where it says none."""
    order = {b"II": "<", b"MM": ">"}.get(segment[6:8])
    if segment[:6] != b"Exif\0\0" or order is None:
        return 1
    tiff = segment[6:]
    try:
        (first,) = struct.unpack_from(order + "I", tiff, 4)
        (count,) = struct.unpack_from(order + "H", tiff, first)
        for entry in range(min(count, 200)):
            tag, kind, _, value = struct.unpack_from(order + "HHIH", tiff, first + 2 + 12 * entry)
            if (tag, kind) == (0x0112, 3):
                return int(value)
    except struct.error:
        return 1
    return 1
