"""The sample's attachments are real files: they open, say what they claim to be, and can be drawn again."""

from __future__ import annotations

import importlib
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pypdfium2
import pytest
import yaml
from PIL import Image, ImageChops

from review_app.model.files import asset_path

NOMINATIONS = asset_path("sample/nominations")
BUILD = Path(__file__).resolve().parent.parent / "build"
TOTAL_LIMIT = 4_000_000  # bytes: the wheel carries them all

# The folders x01 to x14 are nominations invented to be turned away; what lies there may be damaged.
GENUINE = "[!x]*"
PDFS = sorted(NOMINATIONS.glob(f"{GENUINE}/*.pdf"))
PICTURES = sorted([*NOMINATIONS.glob(f"{GENUINE}/*.png"), *NOMINATIONS.glob(f"{GENUINE}/*.jpg")])


def name_of(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    """``build/sample_attachments.py``, which is no part of the installed program."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(BUILD))
        return importlib.import_module("sample_attachments")


@pytest.fixture(scope="module")
def draw(generator: ModuleType) -> dict[str, Callable[[], bytes]]:
    return dict(generator.attachments())


@pytest.fixture(scope="module")
def reports(generator: ModuleType) -> dict[str, tuple[str, int]]:
    """``<case>/<file>`` -> title and number of pages."""
    return {f"{each.case}/{each.file}": (each.title, each.page_count) for each in generator.load_reports()}


def test_dossiers_name_exactly_the_attachments_that_exist() -> None:
    named = set()
    for case in sorted(NOMINATIONS.glob(f"{GENUINE}/case.md")):
        _, front, _ = case.read_text(encoding="utf-8").split("---\n", 2)
        attachments = yaml.safe_load(front).get("attachments", ())
        named |= {f"{case.parent.name}/{each['file']}" for each in attachments}
    assert {name_of(path) for path in [*PDFS, *PICTURES]} == named
    assert len(PDFS) >= 10
    assert len(PICTURES) >= 5


def test_every_file_is_one_the_generator_draws(draw: dict[str, Callable[[], bytes]]) -> None:
    assert {name_of(path) for path in [*PDFS, *PICTURES]} == set(draw)


def test_whole_set_stays_small() -> None:
    assert 0 < sum(path.stat().st_size for path in [*PDFS, *PICTURES]) < TOTAL_LIMIT


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
@pytest.mark.parametrize("path", PDFS, ids=name_of)
def test_qpdf_finds_nothing_wrong(path: Path) -> None:
    check = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
    assert check.returncode == 0, check.stdout + check.stderr


@pytest.mark.parametrize("path", PDFS, ids=name_of)
def test_pdf_has_its_pages_title_and_notice_as_text(path: Path, reports: dict[str, tuple[str, int]]) -> None:
    title, pages = reports[name_of(path)]
    document = pypdfium2.PdfDocument(path)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    assert len(texts) == pages
    cover = "".join(texts[0].split())
    assert title in cover
    assert "样例附件，为演示而制" in cover
    assert document.get_metadata_value("Title") == title
    for number, text in enumerate(texts[1:], start=2):
        assert title in "".join(text.split()), f"no running head on page {number}"


@pytest.mark.parametrize("path", PDFS, ids=name_of)
def test_pdf_draws_a_chart_and_a_table(path: Path) -> None:
    document = pypdfium2.PdfDocument(path)
    text = "".join("".join(page.get_textpage().get_text_bounded().split()) for page in document)
    assert "图1" in text
    assert "表1" in text
    assert "单位：" in text


@pytest.mark.parametrize("path", PICTURES, ids=name_of)
def test_picture_decodes_and_carries_no_metadata(path: Path) -> None:
    with Image.open(path) as picture:
        picture.load()
        assert picture.format == {".png": "PNG", ".jpg": "JPEG"}[path.suffix]
        assert picture.size == (1600, 1000)
        assert not picture.getexif()
        assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


# One of each kind; the hash seed differs, so an order taken from a set would show.
AGAIN = ("chengdu-platform/月度公开样式.pdf", "guiyang-open/门户示意.png", "weicun/村庄页面示意.jpg")
_DRAW_AGAIN = (
    "import sys; from sample_attachments import attachments; "
    "sys.stdout.buffer.write(dict(attachments())[sys.argv[1]]())"
)


def _in_another_process(name: str, seed: int) -> bytes:
    environment = os.environ | {
        "PYTHONHASHSEED": str(seed),
        "PYTHONPATH": os.pathsep.join([str(BUILD), str(BUILD.parent)]),
    }
    return subprocess.run(
        [sys.executable, "-c", _DRAW_AGAIN, name], env=environment, capture_output=True, check=True
    ).stdout


@pytest.mark.parametrize("name", AGAIN)
def test_drawing_again_gives_the_same_bytes(name: str, draw: dict[str, Callable[[], bytes]]) -> None:
    assert draw[name]() == _in_another_process(name, 1) == _in_another_process(name, 2)


@pytest.mark.parametrize("name", AGAIN)
def test_stored_file_is_what_the_generator_draws(name: str, draw: dict[str, Callable[[], bytes]]) -> None:
    """Compared as seen: another build of zlib or libjpeg packs the same picture into other bytes."""
    stored, fresh = (_seen(content, name) for content in ((NOMINATIONS / name).read_bytes(), draw[name]()))
    assert len(stored) == len(fresh)
    for left, right in zip(stored, fresh, strict=True):
        assert left.size == right.size
        extremes = ImageChops.difference(left, right).getextrema()
        assert max(high for _, high in extremes) <= 2


def _seen(content: bytes, name: str) -> list[Image.Image]:
    if name.endswith(".pdf"):
        return [page.render(scale=1).to_pil().convert("RGB") for page in pypdfium2.PdfDocument(content)]
    return [Image.open(io.BytesIO(content)).convert("RGB")]
