"""Fonts that an organizer might add, made for tests: real tables, letters borrowed from the bundled face."""

from __future__ import annotations

import io

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder

from review_app.model.publish.face_source import FontFile, bundled
from review_app.model.publish.fonts import Face

STACKING = """
languagesystem DFLT dflt;
languagesystem tibt dflt;
feature blws {
    sub u0F66 u0F90 by stack;
} blws;
"""
"""Tibetan ས with a subjoined ྐ becomes one glyph."""


def made_font(
    name: str,
    borrowed: dict[str, str],
    *,
    features: str = "",
    extra: dict[str, str] | None = None,
    kind: int = 0,
) -> FontFile:
    """A TrueType font that draws each key of ``borrowed`` as the bundled face draws its value; ``extra`` glyphs have
    names and no character; ``kind`` is fsType."""
    face = bundled(Face.SERIF)
    sources = {f"u{ord(key):04X}": value for key, value in borrowed.items()} | (extra or {})
    order = [".notdef", *sources]
    builder = FontBuilder(face.units, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({ord(key): f"u{ord(key):04X}" for key in borrowed})
    glyphs = {each: face.glyph(face.cmap[ord(value)]) for each, value in sources.items()}
    builder.setupGlyf({".notdef": face.glyph(".notdef"), **glyphs})
    builder.setupHorizontalMetrics({each: (1000, 0) for each in order})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": name, "styleName": "Regular", "psName": name})
    builder.setupOS2(fsType=kind)
    builder.setupPost()
    if features:
        addOpenTypeFeaturesFromString(builder.font, features)
    file = io.BytesIO()
    builder.save(file)
    return FontFile(f"{name}.ttf", file.getvalue())
