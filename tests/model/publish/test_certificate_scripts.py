"""Names in rare characters and in scripts that need shaping, with fonts that the organizer adds."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pylopdf_fonts_ar
import pytest
from fontTools.ttLib import TTCollection, TTFont

from review_app.model.errors import InputError
from review_app.model.publish.certificate import Design, FontFile, certificate_troubles, render_certificates
from review_app.model.publish.face_source import added, bundled
from review_app.model.publish.fonts import Face, font_file
from review_app.model.publish.page_words import check_pages
from review_app.model.publish.scribe import Scribe
from review_app.model.publish.scripts import clusters
from review_app.model.publish.typeset import Span, Typesetter
from tests.model.publish.fonts_made import STACKING, made_font
from tests.model.publish.test_award import certificate, statement
from tests.model.publish.test_certificate import PLAIN

RARE = made_font("Rare", {"𠮷": "吉", "𪚥": "龙"})
EMOJI = made_font("Emoji", {"🎉": "喜", "👩": "女", "💻": "机"})
TIBETAN = made_font(
    "Tibetan", {"ས": "上", "\u0f90": "下", "་": "丶", "ད": "中"}, features=STACKING, extra={"stack": "卡"}
)
ARABIC = FontFile("NotoNaskhArabic.ttf", pylopdf_fonts_ar.serif_path().read_bytes())
UYGHUR = "شىنجاڭ ئۇيغۇر"


def refusal(recipient: str, *fonts: FontFile) -> InputError:
    with pytest.raises(InputError) as failure:
        render_certificates([replace(PLAIN, recipient=recipient)], fonts=fonts)
    return failure.value


@pytest.mark.parametrize(
    ("recipient", "font"),
    [("𠮷野𪚥局", RARE), ("数据🎉局", EMOJI), ("སྐ་ད局", TIBETAN), (f"{UYGHUR} 局", ARABIC)],
    ids=["extension-b", "emoji", "tibetan", "uyghur"],
)
def test_a_script_is_missing_until_its_font_is_added(
    recipient: str, font: FontFile, tool: Callable[..., str]
) -> None:
    assert refusal(recipient).code == "certificate-glyph-missing"
    page = render_certificates([replace(PLAIN, recipient=recipient)], fonts=[font])
    assert page == render_certificates([replace(PLAIN, recipient=recipient)], fonts=[font])
    assert len(page) <= 120_000
    text = re.sub("[\\s\u202a-\u202e\u2066-\u2069]", "", tool("pdftotext", page, "{}", "-"))
    assert all(re.sub(r"\s", "", word) in text for word in recipient.split())
    fonts = tool("pdffonts", page, "{}").splitlines()[2:]
    assert len(fonts) == 3 and all("yes yes yes" in line for line in fonts)
    assert "No syntax or stream encoding errors found" in tool("qpdf", page, "--check", "{}")


@pytest.mark.parametrize("recipient", [f"{UYGHUR} 局", "ئۇرۇمچى شەھەر (12)", "لا إله إلا", UYGHUR * 8])
def test_a_page_with_another_leftward_name_is_named(recipient: str) -> None:
    """The letters lie on the page from the end to the beginning, and are compared all the same."""
    signed = statement(recipient, title=f"案例 {UYGHUR}")
    honest = certificate(signed)
    assert check_pages(render_certificates([honest], fonts=[ARABIC]), [signed])[0].lacking == ()
    for other in ("سىچۇەن ئۆلكىسى", recipient[:-2], "示例市数据统筹局"):
        forged = replace(honest, recipient=other)
        page = render_certificates([forged], fonts=[ARABIC])
        assert check_pages(page, [signed])[0].lacking == ("recipient",)


def test_the_first_font_that_has_a_character_is_taken_and_the_rest_named() -> None:
    failure = refusal("𠮷𪚥🎉𠀋", RARE)
    assert failure.params["characters"] == "🎉 (U+1F389) 𠀋 (U+2000B)"
    assert refusal("🇨🇳", RARE).params["characters"] == "🇨🇳 (U+1F1E8 U+1F1F3)"


def test_arabic_letters_join_by_their_place_in_the_word() -> None:
    face = added(ARABIC)[0]
    alone, joined = face.shape("ب"), face.shape("ببب")
    letters = [each.name for each in joined if each.text]
    assert (
        len({*letters, *(each.name for each in alone if each.text)}) == 4
    )  # final, medial, initial, isolated
    assert sum(each.advance for each in joined) < 3 * sum(each.advance for each in alone)
    assert [each.text for each in face.shape("شى") if each.text] == ["ى", "ش"]  # from left to right


def test_tibetan_letters_stack() -> None:
    face = added(TIBETAN)[0]
    assert [(each.name, each.text) for each in face.shape("སྐ")] == [("stack", "སྐ")]
    assert clusters("སྐད་") == ["སྐ", "ད", "་"]


def test_a_combining_mark_without_a_shaping_font_is_no_box_and_no_stray_mark() -> None:
    assert refusal("X\u0489局").params["characters"].startswith("X\u0489")


def test_leftward_words_stand_in_their_order_within_a_chinese_line() -> None:
    scribe = Scribe([bundled(Face.SERIF), *added(ARABIC)])
    line = Typesetter(scribe.advance).lines([Span(f"致{UYGHUR} 12 «شى» 局。")], 10.0, 1000.0)[0]
    places = {part.text: part.x for part in line.parts}
    first, second = UYGHUR.split()
    assert places["致"] < places["«شى»"] < places["12"] < places[second] < places[first] < places["局"]
    edges = sorted((part.x, part.x + scribe.advance(part.text) * 10) for part in line.parts)
    assert all(end <= start + 0.01 for (_, end), (start, _) in pairwise(edges))


def test_a_tibetan_line_ends_after_a_syllable() -> None:
    scribe = Scribe([bundled(Face.SERIF), *added(TIBETAN)])
    lines = Typesetter(scribe.advance).lines([Span("སད་" * 40)], 10.0, 200.0)
    assert len(lines) > 3 and all(line.text.endswith("་") for line in lines)


def test_otf_and_collections_are_read() -> None:
    collection = TTCollection()
    collection.fonts = [TTFont(io.BytesIO(RARE.data)), TTFont(io.BytesIO(EMOJI.data))]
    file = io.BytesIO()
    collection.save(file)
    both = FontFile("both.ttc", file.getvalue())
    render_certificates([replace(PLAIN, recipient="𠮷🎉")], fonts=[both])
    otf = FontFile("serif.otf", font_file(Face.SERIF).read_bytes())
    assert added(otf)[0].sets("荣誉")


@pytest.mark.parametrize(
    ("font", "code"),
    [
        (FontFile("a.ttf", b""), "font-broken"),
        (FontFile("a.ttf", b"\x00\x01\x00\x00" + b"\xff" * 500), "font-broken"),
        (FontFile("a.ttc", b"ttcf" + b"\x00" * 40), "font-broken"),
        (FontFile("a.ttf", RARE.data[: len(RARE.data) // 2]), "font-broken"),
        (made_font("Closed", {"𠮷": "吉"}, kind=2), "font-restricted"),
    ],
    ids=["empty", "noise", "empty collection", "cut off", "restricted"],
)
def test_fonts_that_cannot_be_used_are_refused(font: FontFile, code: str) -> None:
    assert refusal("局", font).code == code


def test_colour_pictures_are_no_outlines() -> None:
    with TTFont(io.BytesIO(EMOJI.data)) as font:
        for table in ("glyf", "loca"):
            del font[table]
        file = io.BytesIO()
        font.save(file)
    assert refusal("🎉", FontFile("colour.ttf", file.getvalue())).code == "font-without-outlines"


def test_all_troubles_are_named_at_once_and_each_once() -> None:
    tibetan, cut = "\u0f40", FontFile("cut.ttf", font_file(Face.SANS).read_bytes()[:3000])
    makes = [
        replace(PLAIN, serial="2026-01", recipient=tibetan),
        replace(PLAIN, serial="2026-02", recipient="\u0f41"),
        replace(PLAIN, serial="2026-03", case_title=tibetan),
        replace(PLAIN, serial="2026-04"),
    ]
    first, second = certificate_troubles(makes, Design())
    assert {first.code, second.code} == {"certificate-glyph-missing"}
    assert first.params["serial"] == ["2026-01", "2026-03"] and second.params["serial"] == "2026-02"
    assert "U+0F40" in str(first.params["characters"]) and "U+0F41" in str(second.params["characters"])
    (broken,) = certificate_troubles(makes, Design(fonts=(cut,)))
    assert broken.code == "font-broken"
    assert certificate_troubles(makes[3:], Design()) == []
