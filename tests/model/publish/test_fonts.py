"""The small TrueType fonts: what they hold, how near they are to the faces, what is refused."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable

import pytest
from fontTools.pens.areaPen import AreaPen
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont
from reportlab.pdfbase import pdfmetrics

from review_app.model.errors import InputError
from review_app.model.publish.fonts import Face, PdfFonts, font_file, missing_glyphs, truetype_subset
from review_app.model.publish.pdf import new_canvas

TEXT = "荣誉证书：示例市“一网统管”（2026）—〇Ωé"


def document(face: Face, lines: list[str]) -> bytes:
    file = io.BytesIO()
    with PdfFonts({face: lines}) as fonts:
        canvas = new_canvas(file, (210, 297), fonts.name(face), title="t")
        for number, line in enumerate(lines):
            canvas.setFont(fonts.name(face), 14)
            canvas.drawString(50, 700 - 30 * number, line)
        canvas.showPage()
        canvas.save()
    return file.getvalue()


@pytest.mark.parametrize("face", Face)
def test_missing_characters_are_named_once_in_order(face: Face) -> None:
    assert missing_glyphs("示\n例\t😀ཀ示😀\u200bئ", face) == ["😀", "ཀ", "\u200b", "ئ"]
    assert missing_glyphs(TEXT, face) == []


def test_a_missing_character_is_an_error_that_shows_it_safely() -> None:
    with pytest.raises(InputError) as failure:
        PdfFonts({Face.SERIF: ["示例"], Face.SANS: ["示例 \u202e𠮷"]})
    assert failure.value.code == "glyph-missing"
    assert failure.value.params == {
        "characters": "\\u{202e} (U+202E) 𠮷 (U+20BB7)",
        "count": 2,
        "face": "NotoSansSC",
    }


@pytest.mark.parametrize("face", Face)
def test_outlines_stay_within_the_tolerance(face: Face) -> None:
    made = TTFont(io.BytesIO(truetype_subset(face, TEXT)))
    source = TTFont(font_file(face))
    assert set(made.getBestCmap()) == {ord(each) for each in TEXT} | {0x20}
    assert "glyf" in made and "CFF " not in made
    for code, name in made.getBestCmap().items():
        original = source.getBestCmap()[code]
        assert made["hmtx"][name][0] == source["hmtx"][original][0]
        figures = []
        for font, glyph in ((made, name), (source, original)):
            area, bounds = AreaPen(), BoundsPen(None)
            font.getGlyphSet()[glyph].draw(area)
            font.getGlyphSet()[glyph].draw(bounds)
            figures.append((area.value, bounds.bounds))
        (made_area, made_bounds), (source_area, source_bounds) = figures
        assert abs(made_area) == pytest.approx(abs(source_area), rel=0.01), chr(code)
        if source_bounds:
            assert made_bounds == pytest.approx(source_bounds, abs=1.0), chr(code)


def test_the_set_of_characters_decides_the_bytes(elsewhere: Callable[[str], str]) -> None:
    here = hashlib.sha256(truetype_subset(Face.SERIF, TEXT)).hexdigest()
    assert hashlib.sha256(truetype_subset(Face.SERIF, TEXT[::-1] * 2 + "\n")).hexdigest() == here
    assert hashlib.sha256(truetype_subset(Face.SERIF, TEXT + "多")).hexdigest() != here
    there = elsewhere(
        "import hashlib; from review_app.model.publish.fonts import *;"
        f"print(hashlib.sha256(truetype_subset(Face.SERIF, {TEXT!a})).hexdigest())"
    )
    assert there == here


@pytest.mark.parametrize("face", Face)
def test_text_comes_back_out_beyond_the_basic_plane_and_beyond_one_subset(
    face: Face, tool: Callable[..., str]
) -> None:
    rare = "".join(
        chr(code) for code in sorted(TTFont(font_file(face), lazy=True).getBestCmap()) if code > 0x20000
    )
    assert len(rare) > 10
    many = "".join(map(chr, range(0x4E00, 0x4E00 + 600)))
    lines = [
        rare[:30],
        *(many[start : start + 30] for start in range(0, 600, 30)),
        "标点：，。；“”‘’（）《》—…·",
    ]
    pdf = document(face, lines)
    assert tool("pdftotext", pdf, "-raw", "{}", "-").split() == lines
    fonts = tool("pdffonts", pdf, "{}").splitlines()[2:]
    assert len(fonts) >= 3
    for line in fonts:
        assert f"+{face.value}-" in line
        assert line.split()[1] == "TrueType"
        assert line.split()[-5:-2] == ["yes", "yes", "yes"]  # embedded, subset, Unicode map


def test_two_documents_of_one_face_keep_their_own_glyphs(tool: Callable[..., str]) -> None:
    with PdfFonts({Face.SERIF: ["甲乙"]}) as outer:
        with PdfFonts({Face.SERIF: ["乙甲"]}) as same, PdfFonts({Face.SERIF: ["丙丁"]}) as other:
            assert same.name(Face.SERIF) == outer.name(Face.SERIF) != other.name(Face.SERIF)
            inner = other.name(Face.SERIF)
            assert tool("pdftotext", document(Face.SERIF, ["丙戊"]), "{}", "-").split() == ["丙戊"]
        assert inner not in pdfmetrics.getRegisteredFontNames()
        assert outer.name(Face.SERIF) in pdfmetrics.getRegisteredFontNames()
        name = outer.name(Face.SERIF)
    assert name not in pdfmetrics.getRegisteredFontNames()


def test_measuring_a_character_that_was_not_announced_is_refused() -> None:
    with PdfFonts({Face.SANS: ["甲"]}) as fonts:
        assert fonts.width("甲 甲", Face.SANS, 10) == pytest.approx(22.24)
        with pytest.raises(ValueError, match="u4e59"):
            fonts.width("甲乙", Face.SANS, 10)
