"""The bundled Chinese faces in the form that a PDF takes.

The faces come as OpenType fonts with cubic outlines; reportlab embeds TrueType outlines only.  So the glyphs
that a document uses are drawn into a small TrueType font of their own, curves converted within half a
thousandth of an em.  Every character is looked up beforehand: a missing one is an error that names it, never
a box on the page.
"""

from __future__ import annotations

import hashlib
import io
import threading
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from types import TracebackType

import pylopdf_fonts_zh_cn
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics, ttfonts

from review_app.model.errors import InputError
from review_app.model.publish.cmap import to_unicode
from review_app.model.text import visible

rl_config.useA85 = 0
"""No text around compressed streams: a quarter larger, and slower to write than the page to draw.  Said here, where
every PDF of ours gets its fonts, so that bytes don't hang on what was imported before."""

CURVE_TOLERANCE = 0.5  # thousandths of an em: 0.01 mm in a heading of 60 points
_NOT_DRAWN = frozenset("\n\r\t")
_NAMED_AT_MOST = 12
_REGISTRY = threading.Lock()  # guards reportlab's own process-wide table of fonts


class Face(StrEnum):
    """The faces that ship with the program, each in one weight."""

    SANS = "NotoSansSC"
    SERIF = "NotoSerifSC"


def font_file(face: Face) -> Path:
    """The OpenType file of ``face``; Qt loads it as it is."""
    return pylopdf_fonts_zh_cn.sans_path() if face is Face.SANS else pylopdf_fonts_zh_cn.serif_path()


@lru_cache(maxsize=len(Face))
def _repertoire(face: Face) -> frozenset[int]:
    with TTFont(font_file(face), lazy=True) as font:
        return frozenset(font.getBestCmap())


def missing_glyphs(text: str, face: Face) -> list[str]:
    """The characters of ``text`` for which ``face`` has no glyph: each once, in order of appearance.

    Line breaks and tabs are not drawn and don't count; invisible format characters do.
    """
    known = _repertoire(face)
    return [each for each in dict.fromkeys(text) if each not in _NOT_DRAWN and ord(each) not in known]


def _require_glyphs(text: str, face: Face) -> None:
    missing = missing_glyphs(text, face)
    if missing:
        shown = " ".join(f"{visible(each)} (U+{ord(each):04X})" for each in missing[:_NAMED_AT_MOST])
        raise InputError("glyph-missing", characters=shown, count=len(missing), face=face.value)


def truetype_subset(face: Face, text: str) -> bytes:
    """A TrueType font with the glyphs of ``text`` (and the space) from ``face``, 1000 units an em.

    The same set of characters gives the same bytes: no time, no place.  The PostScript name carries a digest
    of the set, because reportlab takes two fonts of one name for the same font.  Layout tables stay behind:
    reportlab sets glyph by glyph.  Raises InputError ``glyph-missing``.
    """
    _require_glyphs(text, face)
    codes = sorted({ord(character) for character in text if character not in _NOT_DRAWN} | {0x20})
    name = f"{face.value}-{hashlib.sha256(','.join(map(str, codes)).encode()).hexdigest()[:12]}"
    with TTFont(font_file(face), lazy=True) as source:
        best = source.getBestCmap()
        mapping = {code: best[code] for code in codes}
        order = [".notdef", *sorted(set(mapping.values()) - {".notdef"})]
        outlines, advances = source.getGlyphSet(), source["hmtx"]
        glyphs, metrics = {}, {}
        for glyph_name in order:
            pen = TTGlyphPen(None)
            outlines[glyph_name].draw(Cu2QuPen(pen, CURVE_TOLERANCE, reverse_direction=True))
            glyphs[glyph_name] = pen.glyph()
            metrics[glyph_name] = tuple(advances[glyph_name])
        os2, hhea = source["OS/2"], source["hhea"]
        builder = FontBuilder(source["head"].unitsPerEm, isTTF=True)
        builder.setupGlyphOrder(order)
        builder.setupCharacterMap(mapping)
        builder.setupGlyf(glyphs)
        drawn = builder.font["glyf"]
        builder.setupHorizontalMetrics(
            {each: (width, getattr(drawn[each], "xMin", 0)) for each, (width, _) in metrics.items()}
        )
        builder.setupHorizontalHeader(ascent=hhea.ascent, descent=hhea.descent)
        builder.setupNameTable(
            {"familyName": face.value, "styleName": "Regular", "fullName": name, "psName": name}
        )
        builder.setupOS2(
            sTypoAscender=os2.sTypoAscender,
            sTypoDescender=os2.sTypoDescender,
            usWinAscent=os2.usWinAscent,
            usWinDescent=os2.usWinDescent,
            sCapHeight=os2.sCapHeight,
            sxHeight=os2.sxHeight,
            usWeightClass=os2.usWeightClass,
            fsType=os2.fsType,
        )
        builder.setupPost(keepGlyphNames=False)
        builder.updateHead(created=0, modified=0)
        builder.font.recalcTimestamp = False
        file = io.BytesIO()
        builder.font.save(file, reorderTables=None)
    return file.getvalue()


class _SubsetFont(ttfonts.TTFont):  # type: ignore[misc]  # reportlab ships no types: its classes are Any
    """reportlab's font with a right way back from glyphs to text, for copying, searching, reading aloud."""

    holders = 0

    def addObjects(self, doc: object) -> None:
        """Adds the font to ``doc``."""
        subsets = [list(subset) for subset in self.state[doc].subsets] if doc in self.state else []
        super().addObjects(doc)
        streams = doc.idToObject  # type: ignore[attr-defined]  # reportlab's PDFDocument, which has no type
        for number, subset in enumerate(subsets):
            pairs = [(f"{code:02X}", chr(point)) for code, point in enumerate(subset) if point]
            base = f"{ttfonts.SUBSETN(number).decode()}+{self.face.name.decode()}"
            streams[f"toUnicodeCMap:{base}"].content = to_unicode(base, "FF", pairs)


class PdfFonts:
    """The fonts of one document, registered with reportlab for as long as the ``with`` block runs.

    Give every text beforehand, a face to its texts; save the canvas inside the block, and start it with
    ``initialFontName=fonts.name(...)``, or reportlab puts a Helvetica that isn't embedded into the file.
    The texts are checked first: InputError ``glyph-missing``.  Without ``with``, call :meth:`close`.
    """

    def __init__(self, texts: Mapping[Face, Iterable[str]]) -> None:
        joined = {face: "".join(dict.fromkeys("".join(parts))) for face, parts in texts.items()}
        for face, text in joined.items():
            _require_glyphs(text, face)
        self._held = {face: frozenset(text) | {" "} for face, text in joined.items()}
        self._fonts = {face: _registered(truetype_subset(face, text)) for face, text in joined.items()}

    def name(self, face: Face) -> str:
        """What reportlab calls the font of ``face``; KeyError for a face that got no texts."""
        return str(self._fonts[face].fontName)

    def width(self, text: str, face: Face, size: float) -> float:
        """Advance width of ``text`` in points at ``size`` points.

        ValueError for a character that wasn't among the texts given: it would be drawn as a box.
        """
        if not self._held[face].issuperset(text):
            raise ValueError(f"not among the texts of {face}: {sorted(set(text) - self._held[face])!a}")
        return float(self._fonts[face].stringWidth(text, size))

    def close(self) -> None:
        """Takes the fonts out of reportlab's table, unless another open document uses the same ones."""
        with _REGISTRY:
            for font in self._fonts.values():
                font.holders -= 1
                if font.holders == 0:
                    font.unregister()
        self._fonts = {}

    def __enter__(self) -> PdfFonts:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, failure: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _registered(data: bytes) -> _SubsetFont:
    # no shaping: with it, bytes would depend on whether an optional library is installed
    fresh = _SubsetFont("", io.BytesIO(data), asciiReadable=True, shapable=False)
    name = fresh.fontName = fresh.face.name.decode()
    with _REGISTRY:
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(fresh)
        font: _SubsetFont = pdfmetrics.getFont(name)
        font.holders += 1
    return font
