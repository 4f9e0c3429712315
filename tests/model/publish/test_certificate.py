"""Certificates as other programs see them."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from review_app.model.errors import InputError, UsageError
from review_app.model.publish.certificate import (
    Certificate,
    Design,
    each_certificate,
    render_certificates,
)
from review_app.model.publish.fonts import Face, missing_glyphs

PLAIN = Certificate(
    award="网络理政十大创新案例",
    edition="2026年度",
    recipient="示例市数据统筹局",
    case_title="示例市数据统筹",
    serial="2026-01",
    issuers=("示例大学发展研究院",),
    date=datetime.date(2026, 12, 16),
    signed_payload=("eyJhbGciOiJFZDI1NTE5Iiwia2lkIjoiX3QtMDAifQ." + "aZ09_-Qx" * 58 + "." + "Kp7_" * 22)[
        :600
    ],
    sample=True,
)
LONG = replace(
    PLAIN,
    recipient="示例自治区示例市示例高新技术产业开发区管理委员会政务服务和大数据管理局（示例市“12345”政务服务便民热线中心）",
    case_title="从“接诉即办”到“未诉先办”：示例市以AI大模型驱动的12345热线“一网统管”改革与探索（2023—26）",
    issuers=(
        "示例大学发展研究院（示例国家治理现代化协同创新中心）",
        "示例省网络理政与数字政府建设研究会专家委员会",
    ),
    signed_payload=PLAIN.signed_payload + "x" * 400,
    sample=False,
)
MIXED = replace(
    PLAIN,
    recipient="示例市 Digital Governance Lab（DGL）与示例大学 e-Gov 中心",
    issuers=("示例大学", "示例研究会"),
    case_title="City Brain 2.0：Open Data, Open Government——示例市数据开放",
    sample=False,
    serial="2026-03",
)


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.fixture(scope="module")
def document() -> bytes:
    return render_certificates([PLAIN, LONG, MIXED])


def test_pages_say_what_they_should_punctuation_included(document: bytes, tool: Callable[..., str]) -> None:
    pages = [squeezed(page) for page in tool("pdftotext", document, "-layout", "{}", "-").split("\f")[:-1]]
    assert len(pages) == 3
    raw = [squeezed(page) for page in tool("pdftotext", document, "-raw", "{}", "-").split("\f")[:-1]]
    for page, certificate in zip(raw, (PLAIN, LONG, MIXED), strict=True):
        for text in (
            certificate.recipient + "：",
            certificate.award,
            certificate.edition,
            *certificate.issuers,
        ):
            assert squeezed(text) in page
        assert "荣誉证书" in page and "特发此证。" in page and f"编号{certificate.serial}" in page
        assert "二〇二六年十二月十六日" in page
        assert ("样例" in page) is certificate.sample
    assert "你单位报送的案例“示例市数据统筹”，经申报、集体评议与通讯匿名评分，入选2026年度" in raw[0]
    assert f"案例《{LONG.case_title}》，经申报" in raw[1]  # its own quotation marks stay as they are
    assert f"案例“{squeezed(MIXED.case_title)}”，" in raw[2]


def test_first_lines_are_indented_by_two_characters(document: bytes, tool: Callable[..., str]) -> None:
    words = tool("pdftotext", document, "-l", "1", "-bbox", "{}", "-")
    starts: dict[str, float] = {}
    for x, text in re.findall(r'xMin="([\d.]+)"[^>]*>([^<]+)<', words):
        starts.setdefault(text[:2], float(x))
    assert starts["你单"] - starts["示例"] == pytest.approx(40, abs=0.5)  # 20 points a character
    assert starts["特发"] == pytest.approx(starts["你单"], abs=0.1)


def test_fonts_are_embedded_truetype_subsets(document: bytes, tool: Callable[..., str]) -> None:
    lines = tool("pdffonts", document, "{}").splitlines()[2:]
    assert lines
    for line in lines:
        assert re.match(r"[A-Z]{6}\+Noto(Serif|Sans)SC +CID TrueType +Identity-H +yes yes yes", line)


def test_structure_is_sound(document: bytes, tool: Callable[..., str]) -> None:
    assert "No syntax or stream encoding errors found" in tool("qpdf", document, "--check", "{}")


def test_the_code_is_read_back_from_a_rendering(
    document: bytes, qr_codes: Callable[[bytes, int], list[str]]
) -> None:
    codes = qr_codes(document, 150)
    for code, certificate in zip(codes, (PLAIN, LONG, MIXED), strict=True):
        lines = [certificate.award, certificate.recipient, certificate.serial, certificate.signed_payload]
        assert code.split("\n") == lines


@pytest.mark.parametrize("certificate", [PLAIN, LONG, MIXED])
def test_a_page_is_small(certificate: Certificate) -> None:
    assert len(render_certificates([certificate])) <= 120_000


def test_the_same_input_gives_the_same_bytes_anywhere(
    document: bytes, elsewhere: Callable[[str], str]
) -> None:
    assert render_certificates([PLAIN, LONG, MIXED]) == document
    there = elsewhere(
        "import datetime, hashlib; from review_app.model.publish.certificate import *;"
        f"page = [{PLAIN!a}, {LONG!a}, {MIXED!a}];"
        "print(hashlib.sha256(render_certificates(page)).hexdigest())"
    )
    assert there == hashlib.sha256(document).hexdigest()


def test_one_each_is_what_each_would_be_alone() -> None:
    assert list(each_certificate([PLAIN, LONG])) == [render_certificates([each]) for each in (PLAIN, LONG)]
    with pytest.raises(InputError):  # before the first one is made
        each_certificate([PLAIN, replace(PLAIN, recipient="𠮷")])


def test_metadata_names_award_and_issuer_and_no_time(document: bytes, tool: Callable[..., str]) -> None:
    information = dict(re.findall(r"^(\S+): +(.+)$", tool("pdfinfo", document, "{}"), re.MULTILINE))
    assert information["Title"] == "荣誉证书（样例）— 网络理政十大创新案例"
    assert information["Author"] == "示例大学发展研究院"
    assert "CreationDate" not in information and "ModDate" not in information
    assert b"D:20" not in document


def test_english_page(tool: Callable[..., str]) -> None:
    page = replace(
        PLAIN,
        award="Ten Innovative Cases",
        edition="2026 edition",
        recipient="Data Bureau of the Example City",
        case_title="Every “Request” Gets an Answer",
        issuers=("Institute of Development",),
    )
    text = " ".join(
        tool("pdftotext", render_certificates([page], Design(language="en")), "-raw", "{}", "-").split()
    )
    assert "Certificate of Honour" in text
    assert (
        "Your case ‘Every “Request” Gets an Answer’ was selected for Ten Innovative Cases, 2026 edition,"
        in text
    )
    assert "16 December 2026" in text and "SAMPLE" in text


def test_names_are_shrunk_then_wrapped_then_refused() -> None:
    render_certificates([replace(PLAIN, recipient="示例" * 100)])
    with pytest.raises(InputError) as failure:
        render_certificates([replace(PLAIN, recipient="示例" * 250)])
    assert failure.value.code == "certificate-text-too-long"
    assert failure.value.params == {"serial": "2026-01", "part": "body"}
    with pytest.raises(InputError) as failure:
        render_certificates([replace(PLAIN, issuers=("示例" * 250,))])
    assert failure.value.params == {"serial": "2026-01", "part": "issuers"}


def test_a_rare_character_is_named_not_drawn_as_a_box() -> None:
    with pytest.raises(InputError) as failure:
        render_certificates([PLAIN, replace(PLAIN, recipient="示例𠮷市བོད")])
    assert failure.value.code == "certificate-glyph-missing"
    assert failure.value.params["serial"] == "2026-01" and failure.value.params["count"] == 3
    assert failure.value.params["characters"] == "𠮷 (U+20BB7) བོ (U+0F56 U+0F7C) ད (U+0F51)"


def test_decomposed_names_are_composed_first(tool: Callable[..., str]) -> None:
    assert missing_glyphs("é", Face.SERIF) == []
    text = tool("pdftotext", render_certificates([replace(PLAIN, recipient="Café\n示例")]), "-raw", "{}", "-")
    assert "Café 示例：" in text


def test_too_long_a_payload_is_refused() -> None:
    with pytest.raises(InputError) as failure:
        render_certificates([replace(PLAIN, signed_payload="x" * 1466)])
    assert (failure.value.code, failure.value.params) == ("qr-too-large", {"length": 1466, "limit": 1465})
    render_certificates([replace(PLAIN, signed_payload="x" * 1465)])


def test_wrong_requests_are_refused() -> None:
    with pytest.raises(UsageError) as failure:
        render_certificates([])
    assert failure.value.code == "nothing-to-print"
    with pytest.raises(InputError) as refused:
        render_certificates([PLAIN], Design(language="../zh"))  # type: ignore[arg-type]
    assert refused.value.code == "design-invalid"


@pytest.mark.parametrize(
    "change", [{"recipient": " "}, {"issuers": ()}, {"issuers": ("",)}, {"signed_payload": ""}]
)
def test_a_certificate_without_the_essential_is_no_certificate(change: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="a certificate needs"):
        replace(PLAIN, **change)  # type: ignore[arg-type]
