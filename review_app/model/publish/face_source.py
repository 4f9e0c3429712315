"""A font file as a source of outlines: what it has, what a text looks like in it, and a TrueType font of some glyphs.

The bundled faces are set glyph by glyph; fonts that an organizer adds are shaped by HarfBuzz, so that Arabic letters
join and Tibetan ones stack.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

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
        """Names and offsets; a cluster's text stands with its first glyph, so that it can be copied whole."""
        starts = sorted({info.cluster for info in infos})
        ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
        said: set[int] = set()
        glyphs = []
        for info, position in zip(infos, positions, strict=True):
            words = "" if info.cluster in said else text[info.cluster : ends[info.cluster]]
            said.add(info.cluster)
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

    def truetype(self, names: Sequence[str], font_name: str) -> bytes:
        """A TrueType font with ``names`` as its glyphs 1, 2, ... in this order; names may repeat."""
        order = [".notdef", *(f"g{number}" for number in range(1, len(names) + 1))]
        drawn = [TTGlyphPen(None).glyph(), *map(self.glyph, names)]
        widths = [0, *(int(self._advances[name][0]) for name in names)]
        builder = FontBuilder(self.units, isTTF=True)
        builder.setupGlyphOrder(order)
        builder.setupCharacterMap({})
        builder.setupGlyf(dict(zip(order, drawn, strict=True)), calcGlyphBounds=False)
        for outline in drawn:
            outline.recalcBounds(builder.font["glyf"])
        starts = [getattr(outline, "xMin", 0) for outline in drawn]
        builder.setupHorizontalMetrics(
            {each: pair for each, pair in zip(order, zip(widths, starts, strict=True), strict=True)}
        )
        ascent, descent = self.extent
        builder.setupHorizontalHeader(ascent=ascent, descent=descent)
        builder.setupNameTable({"familyName": font_name, "styleName": "Regular", "psName": font_name})
        builder.setupOS2()
        builder.setupPost(keepGlyphNames=False)
        builder.updateHead(created=0, modified=0)
        builder.font.recalcTimestamp = False
        file = io.BytesIO()
        builder.font.save(file, reorderTables=None)
        return file.getvalue()

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
            source.truetype([], "probe")
            for character in list(source.cmap)[:3]:
                source.glyph(source.cmap[character])
    except Exception as failure:  # fontTools raises whatever a damaged table makes it stumble over
        raise InputError("font-broken", name=name) from failure
    if any(kind & 0x000F == _RESTRICTED or kind & _BITMAPS_ONLY for kind in allowed):
        raise InputError("font-restricted", name=name)
    if not sources:
        raise InputError("font-without-outlines", name=name)
    return sources
