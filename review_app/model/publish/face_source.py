"""A font file as a source of outlines: what it has, what a text looks like in it, and a TrueType font of some glyphs.

The bundled faces are set glyph by glyph; fonts that an organizer adds are shaped by HarfBuzz, so that Arabic letters
join and Tibetan ones stack.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.sfnt import SFNTWriter

from review_app.model.errors import InputError
from review_app.model.publish.fonts import CURVE_TOLERANCE, Face, font_file
from review_app.model.publish.scripts import ignorable, language_of
from review_app.model.text import visible

FONT_LIMIT = 64 << 20
"""Bytes of an added font file; the largest Chinese collections stay below."""
_RESTRICTED = 0x0002  # OS/2 fsType: may not be embedded without the owner's leave
_BITMAPS_ONLY = 0x0200


@dataclass(frozen=True)
class FontFile:
    """A font that the organizer added: the bytes of a TTF, OTF or TTC, and the name that messages use."""

    name: str
    data: bytes


class Glyph(NamedTuple):
    """A glyph of a shaped text: its name, the text it stands for, its offset and its advance; in em."""

    name: str
    text: str
    x: float
    y: float
    advance: float


class _Compiled(NamedTuple):
    """A glyph as it stands in a font file, its bounds, and how many points and contours it has."""

    data: bytes
    box: tuple[int, int, int, int]
    counts: tuple[int, int]


_EMPTY = _Compiled(b"", (0, 0, 0, 0), (0, 0))


class FaceSource:
    """One face: characters, outlines, advances.  Keeps what it has converted."""

    def __init__(self, font: TTFont, name: str, data: bytes | None = None, index: int = 0) -> None:
        self.name = name
        self.units: int = font["head"].unitsPerEm
        self._font, self._data, self._index = font, data, index
        self.cmap: dict[int, str] = dict(font.getBestCmap() or {})
        self._outlines = font.getGlyphSet()
        self._cubic = "CFF " in font or "CFF2" in font
        self._advances = font["hmtx"].metrics
        self._drawn: dict[str, Any] = {}
        self._bytes: dict[str, _Compiled] = {}
        self._shaper: Any = None

    @property
    def shaped(self) -> bool:
        """Whether texts go through HarfBuzz: added fonts do, the bundled ones don't need it."""
        return self._data is not None

    def has(self, character: str) -> bool:
        """Whether there is something to draw for ``character``; nothing to draw is right for what is invisible."""
        if ignorable(character):
            return True
        name = self.cmap.get(ord(character))
        if name is None or name == ".notdef":
            return False
        return not self.shaped or character.isspace() or self.glyph(name).numberOfContours > 0

    def advance(self, name: str) -> float:
        """Advance width of a glyph in em."""
        return float(self._advances[name][0]) / self.units

    def glyph(self, name: str) -> Any:
        """The outline of a glyph, quadratic, in units of this face."""
        if name not in self._drawn:
            record, pen = DecomposingRecordingPen(self._outlines), TTGlyphPen(None)
            self._outlines[name].draw(record)
            tolerance = CURVE_TOLERANCE * self.units / 1000
            record.replay(Cu2QuPen(pen, tolerance, reverse_direction=self._cubic))
            self._drawn[name] = pen.glyph()
        return self._drawn[name]

    def shape(self, text: str) -> list[Glyph]:
        """The glyphs of ``text`` from left to right.  A face that isn't shaped gives a glyph a character."""
        if not self.shaped:
            names = [(self.cmap[ord(each)], each) for each in text if not ignorable(each)]
            return [Glyph(name, each, 0.0, 0.0, self.advance(name)) for name, each in names]
        import uharfbuzz  # only who sets rare scripts waits for it

        if self._shaper is None:
            self._shaper = uharfbuzz.Font(uharfbuzz.Face(self._data, self._index))
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.language = language_of(text)  # the guess would be the computer's own language
        uharfbuzz.shape(self._shaper, buffer)
        return self._glyphs(text, buffer.glyph_infos, buffer.glyph_positions)

    def _glyphs(self, text: str, infos: Sequence[Any], positions: Sequence[Any]) -> list[Glyph]:
        """Names and offsets; a cluster's text stands with its widest glyph (the letter, not the mark on it)."""
        starts = sorted({info.cluster for info in infos})
        ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
        bearers: dict[int, int] = {}
        for number, (info, position) in enumerate(zip(infos, positions, strict=True)):
            held = bearers.setdefault(info.cluster, number)
            if position.x_advance > positions[held].x_advance:
                bearers[info.cluster] = number
        glyphs = []
        for number, (info, position) in enumerate(zip(infos, positions, strict=True)):
            words = text[info.cluster : ends[info.cluster]] if bearers[info.cluster] == number else ""
            name = self._font.getGlyphName(info.codepoint)
            offset = (position.x_offset / self.units, position.y_offset / self.units)
            glyphs.append(Glyph(name, words, *offset, position.x_advance / self.units))
        return glyphs

    def sets(self, text: str) -> bool:
        """Whether ``text`` can be drawn whole: every character known, no shaped glyph a box or an empty outline."""
        if not all(map(self.has, text)):
            return False
        if not self.shaped:
            return True
        glyphs = self.shape(text)
        drawn = any(self.glyph(each.name).numberOfContours > 0 for each in glyphs)
        return all(each.name != ".notdef" for each in glyphs) and (drawn or not text.strip())

    def truetype(self, names: Sequence[str]) -> bytes:
        """A TrueType font with ``names`` as its glyphs 1, 2, ... in this order; names may repeat.

        Only the tables that a PDF's composite font is drawn with: which glyph is which letter is said outside of it.
        """
        drawn = [_EMPTY, *map(self._compiled, names)]
        widths = [0, *(int(self._advances[name][0]) for name in names)]
        places = [0, *accumulate(len(each.data) for each in drawn)]
        box = [f(each.box[side] for each in drawn) for side, f in enumerate((min, min, max, max))]
        ascent, descent = self.extent
        head = (0x10000, 0x10000, 0, 0x5F0F3CF5, 3, self.units, 0, 0, *box, 0, 8, 2, 1, 0)
        hhea = (0x10000, ascent, descent, 0, max(widths), 0, 0, box[2], 1, 0, 0, 0, 0, 0, 0, 0, len(drawn))
        points, contours = (max(each.counts[kind] for each in drawn) for kind in (0, 1))
        file = io.BytesIO()
        writer = SFNTWriter(file, 6)
        writer["head"] = struct.pack(">3IIHHqq4hHHhhh", *head)
        writer["hhea"] = struct.pack(">IhhhHhhhhhh4hhH", *hhea)
        writer["maxp"] = struct.pack(">I14H", 0x10000, len(drawn), points, contours, 0, 0, 1, *[0] * 8)
        sides = (number for width, each in zip(widths, drawn, strict=True) for number in (width, each.box[0]))
        writer["hmtx"] = struct.pack(">" + "Hh" * len(drawn), *sides)
        writer["loca"] = struct.pack(f">{len(places)}I", *places)
        writer["glyf"] = b"".join(each.data for each in drawn)
        writer.close()
        return file.getvalue()

    def _compiled(self, name: str) -> _Compiled:
        if name not in self._bytes:
            glyph = self.glyph(name)
            if glyph.numberOfContours <= 0:
                self._bytes[name] = _EMPTY
            else:
                glyph.recalcBounds(None)
                data = glyph.compile(None, False)
                box = (glyph.xMin, glyph.yMin, glyph.xMax, glyph.yMax)
                counts = (len(glyph.coordinates), glyph.numberOfContours)
                self._bytes[name] = _Compiled(data + bytes(-len(data) % 4), box, counts)
        return self._bytes[name]

    @property
    def extent(self) -> tuple[int, int]:
        """Ascent and descent in units of this face."""
        return int(self._font["hhea"].ascent), int(self._font["hhea"].descent)


@lru_cache(maxsize=len(Face))
def bundled(face: Face) -> FaceSource:
    """A face that ships with the program; what was drawn for one document serves the next."""
    return FaceSource(TTFont(font_file(face), lazy=True), face.value)


def added(file: FontFile) -> list[FaceSource]:
    """The faces of an added font file.

    Raises InputError ``font-broken`` (no font, or damaged), ``font-too-large``, ``font-restricted`` (its maker does
    not let it be embedded), ``font-without-outlines`` (only bitmaps or colour pictures).
    """
    name = visible(file.name)
    if len(file.data) > FONT_LIMIT:
        raise InputError("font-too-large", name=name, limit=FONT_LIMIT >> 20)
    try:
        if file.data[:4] == b"ttcf":
            fonts = list(TTCollection(io.BytesIO(file.data), lazy=True).fonts)
        else:
            fonts = [TTFont(io.BytesIO(file.data), lazy=True)]
        allowed = [getattr(font.get("OS/2"), "fsType", 0) for font in fonts]
        outlined = [any(table in font for table in ("glyf", "CFF ", "CFF2")) for font in fonts]
        sources = [
            FaceSource(font, Path(name).stem, file.data, index)
            for index, (font, there) in enumerate(zip(fonts, outlined, strict=True))
            if there
        ]
        for source in sources:
            source.truetype([])
            for character in list(source.cmap)[:3]:
                source.glyph(source.cmap[character])
    except Exception as failure:  # fontTools raises whatever a damaged table makes it stumble over
        raise InputError("font-broken", name=name) from failure
    if any(kind & 0x000F == _RESTRICTED or kind & _BITMAPS_ONLY for kind in allowed):
        raise InputError("font-restricted", name=name)
    if not sources:
        raise InputError("font-without-outlines", name=name)
    return sources
