"""Attachments by content: real pictures and PDFs pass, bombs, lies and cut files don't."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from review_app.model.errors import InputError
from review_app.model.nomination.attachments import MAX_PIXELS, check_content, harmless_name, safe_name


def image(kind: str) -> bytes:
    file = io.BytesIO()
    Image.effect_noise((120, 80), 60).convert("RGB").save(file, kind)
    return file.getvalue()


def pdf() -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.drawString(100, 700, "report")
    canvas.save()
    return file.getvalue()


def png_header(width: int, height: int) -> bytes:
    """A PNG that claims a size and holds next to nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0"))
        + chunk(b"IEND", b"")
    )


def test_real_files_pass() -> None:
    assert check_content("a.pdf", pdf()) == "application/pdf"
    assert check_content("a.PNG", image("PNG")) == "image/png"
    assert check_content("a.jpg", image("JPEG")) == check_content("b.JPEG", image("JPEG")) == "image/jpeg"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("bomb.png", png_header(50_000, 50_000), "picture-too-large"),
        ("wide.png", png_header(MAX_PIXELS // 1000 + 1, 1000), "picture-too-large"),
        ("cut.png", image("PNG")[:-40], "attachment-damaged"),
        ("cut.jpg", image("JPEG")[:-400], "attachment-damaged"),
        ("cut.pdf", pdf()[:-200], "attachment-damaged"),
        ("bit.png", image("PNG")[:100] + b"\xff\x00" + image("PNG")[102:], "attachment-damaged"),
        ("head.png", b"\x89PNG\r\n\x1a\n", "attachment-damaged"),
        ("swapped.png", image("JPEG"), "attachment-mismatch"),
        ("swapped.jpg", image("PNG"), "attachment-mismatch"),
        ("svg.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "attachment-mismatch"),
        ("page.pdf", b"<!DOCTYPE html><p>", "attachment-mismatch"),
        ("old.pdf", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "attachment-mismatch"),
    ],
)
def test_what_is_refused(name: str, content: bytes, code: str) -> None:
    with pytest.raises(InputError) as caught:
        check_content(name, content)
    assert caught.value.code == code
    assert caught.value.params["name"] == name


def test_a_picture_at_the_limit_passes() -> None:
    assert check_content("a.png", png_header(MAX_PIXELS // 1000, 1000)) == "image/png"


def test_every_prefix_of_a_picture_ends_in_an_error_of_ours(tmp_path: Path) -> None:
    for kind, name in (("PNG", "a.png"), ("JPEG", "a.jpg")):
        whole = image(kind)
        for length in range(0, len(whole) - 40, max(1, len(whole) // 150)):
            with pytest.raises(InputError):
                check_content(name, whole[:length])


@pytest.mark.parametrize("name", ["运行报告（样例）.pdf", "a b-c_d.png", "Ünï.jpg", "附件 1：图.png"])
def test_ordinary_names_pass(name: str) -> None:
    assert safe_name(name) == name


UNSAFE = [
    "",
    ".",
    "..",
    "a/b.pdf",
    "a\\b.pdf",
    "a\0.pdf",
    "a\n.pdf",
    "NUL",
    "com1.pdf",
    "COM¹.pdf",
    "a.pdf ",
    " a.pdf",
]
UNSAFE += ["a?.pdf", "a*.pdf", "a|b.pdf", "~$a.pdf", "a\u200b.pdf", chr(0xD800) + ".pdf", "长" * 121]


@pytest.mark.parametrize("name", UNSAFE, ids=ascii)
def test_names_some_system_can_not_hold(name: str) -> None:
    with pytest.raises(InputError, match="attachment-name"):
        safe_name(name)


@pytest.mark.parametrize(
    ("name", "harmless"),
    [
        ("表.wps", "表.wps"),
        ("..\\..\\启动.exe", "_.._启动.exe"),
        ("/etc/passwd", "_etc_passwd"),
        ("报告\u202efdp.exe", "报告fdp.exe"),
        ("con.pdf", "_con.pdf"),
        (".隐藏 ", "隐藏"),
        ("…" * 300 + ".docx", "…" * 115 + ".docx"),
        ("\n\u200b", "_"),
    ],
)
def test_a_name_to_save_under(name: str, harmless: str) -> None:
    assert harmless_name(name) == harmless
    assert safe_name(harmless_name(name)) == harmless
