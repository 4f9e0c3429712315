"""Every template, language and orientation; the organizer's pictures, words and wishes of the printing house."""

from __future__ import annotations

import io
import itertools
import re
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from review_app.model.errors import InputError
from review_app.model.publish.certificate import (
    LANGUAGES,
    ORIENTATIONS,
    TEMPLATES,
    Certificate,
    Design,
    certificate_page,
    load_design,
    page_boxes,
    render_certificates,
)
from review_app.model.publish.design import Orientation, TemplateName, Words, example
from review_app.model.publish.pictures import Picture
from tests.model.publish.test_certificate import LONG, MIXED, PLAIN

NAMES_EN = {
    PLAIN.award: "Ten Innovative Cases",
    PLAIN.recipient: "Data Bureau of the Example City",
    PLAIN.case_title: "One Data Plan",
    PLAIN.edition: "2026 edition",
    PLAIN.issuers[0]: "Institute of Development",
}
MM = 72 / 25.4
VERY_LONG = replace(PLAIN, recipient="示例" * 75)
LOOKS = list(itertools.product(TEMPLATES, ORIENTATIONS, LANGUAGES))


def disc(size: int = 500, mode: str = "RGBA", kind: str = "PNG") -> bytes:
    """A translucent red ring: no emblem, no letters."""
    image = Image.new("RGBA", (size, size), (0, 0, 0, 0))
    ImageDraw.Draw(image).ellipse((8, 8, size - 8, size - 8), outline=(200, 30, 30, 200), width=size // 30)
    file = io.BytesIO()
    image.convert(mode).save(file, kind)
    return file.getvalue()


SEAL = Picture("seal.png", disc())
SIGNATURE = Picture("signature.png", disc(300))


def apart(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


@pytest.mark.parametrize(("template", "orientation", "language"), LOOKS)
@pytest.mark.parametrize(
    "certificate", [PLAIN, LONG, MIXED, VERY_LONG], ids=["plain", "long", "mixed", "very-long"]
)
def test_nothing_lies_over_anything_else(
    template: str, orientation: str, language: str, certificate: Certificate
) -> None:
    design = Design(template, language, orientation, names_en=NAMES_EN, seals=(SEAL,))  # type: ignore[arg-type]
    if certificate is LONG:
        design = replace(design, signature=SIGNATURE, seals=(SEAL, SEAL))
    if certificate is VERY_LONG and language == "zh-en":
        certificate = replace(VERY_LONG, recipient="示例" * 45)
    if certificate is LONG and language == "zh-en":
        design = replace(design, signature=None)
    page = page_boxes(certificate, design)
    width, height = page.layout.page
    seals = {name for name in page.boxes if name.startswith("seal")}
    assert len(seals) == len(design.seals)
    for name, box in page.boxes.items():
        assert box[0] >= 7 * MM and box[1] >= 7 * MM, name
        assert box[2] <= (width - 7) * MM and box[3] <= (height - 7) * MM, name
    solid = [(name, box) for name, box in page.boxes.items() if name not in seals | {"code"}]
    for (name, box), (other, beside) in itertools.combinations(solid, 2):
        assert apart(box, beside), (name, box, other, beside)
    for name in seals:  # over issuer and date, beside the code
        assert apart(page.boxes[name], page.boxes["code"]) and not apart(
            page.boxes[name], page.boxes["issuers"]
        )


@pytest.mark.parametrize(("template", "orientation", "language"), LOOKS)
def test_words_of_a_page_as_poppler_sees_them_do_not_overlap(
    template: str, orientation: str, language: str, tool: Callable[..., str]
) -> None:
    design = Design(template, language, orientation, names_en=NAMES_EN)  # type: ignore[arg-type]
    document = render_certificates([PLAIN, replace(LONG, serial="2026-02")], design)
    pages = tool("pdftotext", document, "-bbox", "{}", "-").split("<page ")[1:]
    assert len(pages) == 2
    for page in pages:
        found = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"', page)
        boxes = [tuple(map(float, each)) for each in found]
        assert len(boxes) > 10
        # without what a face keeps above and below its letters, and the blank half of a mark that was squeezed
        inner = [(x + 1, y + (b - y) * 0.27, r - (b - y) * 0.55, b - (b - y) * 0.27) for x, y, r, b in boxes]
        for one, other in itertools.combinations(inner, 2):
            assert one[2] - one[0] < 0.5 or other[2] - other[0] < 0.5 or apart(one, other)
    size = (595, 841) if orientation == "portrait" else (841, 595)
    assert re.search(f"Page size: +{size[0]}[.\\d]* x {size[1]}", tool("pdfinfo", document, "{}"))
    assert "No syntax or stream encoding errors found" in tool("qpdf", document, "--check", "{}")
    assert all("yes yes yes" in line for line in tool("pdffonts", document, "{}").splitlines()[2:])


def test_both_languages_stand_on_a_bilingual_page(tool: Callable[..., str]) -> None:
    page = render_certificates([PLAIN], Design(language="zh-en", names_en=NAMES_EN))
    text = " ".join(tool("pdftotext", page, "-raw", "{}", "-").split())
    assert (
        "示例市数据统筹局：" in text
        and "二〇二六年十二月十六日" in text
        and "Institute of Development" in text
    )
    assert "Your case “One Data Plan” was selected for Ten Innovative Cases, 2026 edition" in text
    assert "16 December 2026" in text


def test_a_translated_page_still_says_what_was_signed(tool: Callable[..., str]) -> None:
    page = render_certificates([PLAIN], Design(language="en", names_en=NAMES_EN))
    text = "".join(tool("pdftotext", page, "-raw", "{}", "-").split())
    assert f"{PLAIN.recipient}·{PLAIN.case_title}·{PLAIN.award}" in text


def test_bleed_and_crop_marks(tool: Callable[..., str]) -> None:
    page = render_certificates([PLAIN], Design("scroll", bleed=3, crop_marks=True))
    boxes = dict(re.findall(r"^(\w+)Box: +(.+)$", tool("pdfinfo", page, "-box", "{}"), re.MULTILINE))
    numbers = {name: [float(each) / MM for each in value.split()] for name, value in boxes.items()}
    assert numbers["Media"] == pytest.approx([0, 0, 317, 230], abs=0.01)
    assert numbers["Trim"] == pytest.approx([10, 10, 307, 220], abs=0.01)
    assert numbers["Bleed"] == pytest.approx([7, 7, 310, 223], abs=0.01)
    plain = tool("pdfinfo", render_certificates([PLAIN]), "-box", "{}")
    assert len(set(re.findall(r"Box: +(.+)", plain))) == 1


def test_pictures_lie_on_the_page_with_their_transparency(tool: Callable[..., str], tmp_path: Path) -> None:
    design = Design(seals=(SEAL,), signature=SIGNATURE)
    page = render_certificates([PLAIN], design)
    listed = [line.split()[2] for line in tool("pdfimages", page, "-list", "{}").splitlines()[2:]]
    assert sorted(each for each in listed if each != "stencil") == ["image", "image", "smask", "smask"]
    tool("pdftoppm", page, "-r", "100", "-png", "-singlefile", "{}", "with")
    tool("pdftoppm", render_certificates([PLAIN]), "-r", "100", "-png", "-singlefile", "{}", "without")
    with Image.open(tmp_path / "with.png") as one, Image.open(tmp_path / "without.png") as other:
        left, bottom, right, top = (each * 100 / 72 for each in page_boxes(PLAIN, design).boxes["seal-0"])
        middle = (round((left + right) / 2), round(one.height - (bottom + top) / 2))
        edge = (round(left + (right - left) / 60), middle[1])
        red, green, _ = one.convert("RGB").getpixel(edge)
        assert red > green + 60
        corner = (round(left + 3), round(one.height - bottom - 3))
        assert one.getpixel(corner) == other.getpixel(corner)  # outside the ring the paper shows


def test_a_background_takes_the_place_of_the_frame(tool: Callable[..., str]) -> None:
    ground = Picture("paper.png", disc(600, "RGB"))
    page = render_certificates([PLAIN, MIXED], Design(background=ground, bleed=3))
    assert len(page) <= 240_000
    rows = [line.split() for line in tool("pdfimages", page, "-list", "{}").splitlines()[2:]]
    assert len({row[10] for row in rows if row[2] == "image"}) == 1  # once for all pages


def broken_pictures() -> list[tuple[str, bytes, str]]:
    whole = disc()
    header = b"\x89PNG\r\n\x1a\n"
    bomb = io.BytesIO()
    bomb.write(header)
    for kind, data in (
        (b"IHDR", (30000).to_bytes(4, "big") * 2 + b"\x08\x06\x00\x00\x00"),
        (b"IDAT", zlib.compress(bytes(1000))),
        (b"IEND", b""),
    ):
        bomb.write(len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big"))
    flipped = bytearray(whole)
    flipped[len(whole) // 2] ^= 0xFF
    return [
        ("truncated", whole[: len(whole) // 2], "picture-broken"),
        ("flipped", bytes(flipped), "picture-broken"),
        ("header only", header, "picture-broken"),
        ("empty", b"", "picture-kind"),
        ("gif", b"GIF89a" + bytes(50), "picture-kind"),
        ("pdf", b"%PDF-1.7", "picture-kind"),
        ("svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "picture-kind"),
        ("bomb", bomb.getvalue(), "picture-too-large"),
        ("cmyk", disc(100, "CMYK", "JPEG"), "picture-colours"),
        ("cut jpeg", disc(300, "RGB", "JPEG")[:2000], "picture-broken"),
        ("huge file", whole + bytes(20 << 20), "picture-file-too-large"),
    ]


@pytest.mark.parametrize(
    ("name", "data", "code"), broken_pictures(), ids=[each[0] for each in broken_pictures()]
)
@pytest.mark.parametrize("place", ["seals", "signature", "background"])
def test_broken_pictures_are_refused_by_name(place: str, name: str, data: bytes, code: str) -> None:
    picture = Picture(f"{name}.png", data)
    design = replace(Design(), **{place: (picture,) if place == "seals" else picture})  # type: ignore[arg-type]
    with pytest.raises(InputError) as failure:
        render_certificates([PLAIN], design)
    assert failure.value.code == code and failure.value.params["name"] == f"{name}.png"


def test_the_explained_example_is_a_design(tmp_path: Path) -> None:
    (tmp_path / "design.yaml").write_bytes(example())
    assert load_design(tmp_path / "design.yaml") == Design(date="chinese-numerals")
    opened = re.sub(r"(?m)^#(?=\S|  )", "", example().decode())  # lines that explain begin with a space
    for name in ("seal.png", "signature.png", "paper.jpg"):
        (tmp_path / name).write_bytes(disc(200, "RGBA" if name.endswith("png") else "RGB", "PNG"))
    from tests.model.publish.test_certificate_scripts import TIBETAN

    (tmp_path / "NotoSerifTibetan.ttf").write_bytes(TIBETAN.data)
    (tmp_path / "all.yaml").write_text(opened, "utf-8")
    design = load_design(tmp_path / "all.yaml")
    assert design.seals[0].width == 42 and design.signature and design.background and design.fonts
    assert design.words["zh"].signer == "评审委员会主任"
    assert len(certificate_page(PLAIN, design)) > 10_000


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("template: gold", "malformed-field"),
        ("colour: red", "malformed-field"),
        ("bleed: 9", "design-invalid"),
        ("bleed: wide", "malformed-field"),
        ("template: bronze\ntemplate: plain", "yaml-invalid"),
        ("words: {zh: {body: '{rank}'}}", "design-invalid"),
        ("words: {zh: {body: '{award.__class__}'}}", "design-invalid"),
        ("words: {zh: {body: '{award!r}'}}", "design-invalid"),
        ("words: {zh: {body: '{award:>9}'}}", "design-invalid"),
        ("words: {zh: {body: '{'}}", "design-invalid"),
        ("words: {zh: {heading: ''}}", "design-invalid"),
        ("words: {fr: {heading: Diplôme}}", "design-invalid"),
        ("words: {zh: {footer: x}}", "malformed-field"),
        ("seals: [{file: no.png}]", "file-missing"),
        ("seals: [{file: design.yaml}]", "picture-kind"),
        ("seals: [{file: design.yaml, width: -3}]", "design-invalid"),
        ("fonts: [design.yaml]\n", "font-broken"),
        ("- a list", "malformed-field"),
        ("\x00", "yaml-invalid"),
    ],
)
def test_a_design_is_read_strictly(tmp_path: Path, text: str, code: str) -> None:
    (tmp_path / "design.yaml").write_text(text, "utf-8")
    with pytest.raises(InputError) as failure:
        render_certificates([PLAIN], load_design(tmp_path / "design.yaml"))
    assert failure.value.code == code


def test_own_words_and_dates(tool: Callable[..., str]) -> None:
    words = {
        "zh": Words(
            heading="聘书", salutation="{recipient}", body="兹授予{award}。", closing="", notes=["留存。"]
        )
    }
    text = "".join(
        tool(
            "pdftotext", render_certificates([PLAIN], Design(date="figures", words=words)), "-raw", "{}", "-"
        ).split()
    )
    assert "聘书" in text and "2026年12月16日" in text and "兹授予网络理政十大创新案例。" in text
    assert "特发此证" not in text and PLAIN.case_title in text  # signed, so it is said


@pytest.mark.parametrize(("template", "orientation"), list(itertools.product(TEMPLATES, ORIENTATIONS)))
@pytest.mark.parametrize("signature", [None, SIGNATURE], ids=["words alone", "picture"])
def test_who_signs_stands_above_the_issuers(
    template: TemplateName, orientation: Orientation, signature: Picture | None, tool: Callable[..., str]
) -> None:
    words = {
        "zh": Words(signer="评审委员会主任", signer_name="示例甲"),
        "en": Words(signer="Chair", signer_name="J. Shili"),
    }
    design = Design(template, "zh-en", orientation, names_en=NAMES_EN, words=words, signature=signature)
    page = page_boxes(PLAIN, design)
    signed, issuers, text = (page.boxes[name] for name in ("signature", "issuers", "text"))
    assert signed[1] >= issuers[3] and text[1] >= signed[3]
    assert signed[0] >= page.layout.left * MM - 1 and signed[2] <= page.layout.right * MM + 1
    found = " ".join(tool("pdftotext", render_certificates([PLAIN], design), "-raw", "{}", "-").split())
    assert "评审委员会主任 示例甲" in found and "J. Shili, Chair" in found
    alone = Design(template, orientation=orientation, words={"zh": Words(signer_name="示例甲")})
    assert "示例甲" in tool("pdftotext", render_certificates([PLAIN], alone), "{}", "-")


def test_an_english_issuer_stands_smaller_below_the_chinese_one(tool: Callable[..., str]) -> None:
    page = render_certificates([PLAIN], Design(language="zh-en", names_en=NAMES_EN))
    words = dict(
        (word, (float(top), float(bottom)))
        for top, bottom, word in re.findall(
            r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]+)<',
            tool("pdftotext", page, "-bbox", "{}", "-"),
        )
    )
    chinese, english = words[PLAIN.issuers[0]], words["Institute"]
    assert english[0] > chinese[0]
    assert english[1] - english[0] < 0.8 * (chinese[1] - chinese[0])


def test_the_same_design_gives_the_same_bytes() -> None:
    design = Design(
        "scroll", "zh-en", "portrait", seals=(SEAL, SEAL), signature=SIGNATURE, bleed=3, names_en=NAMES_EN
    )
    assert render_certificates([PLAIN, MIXED], design) == render_certificates([PLAIN, MIXED], design)
