"""A dossier on paper: complete, well set, and silent about who printed it, where and when."""

from __future__ import annotations

import getpass
import re
import socket
import time
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from review_app.model.errors import ReviewError
from review_app.ui.documents.printing import PrintRun
from review_app.ui.documents.typeset import TitleBlock
from tests.ui.documents.conftest import Guard
from tests.ui.documents.watch import LONGEST_GAP, VECTORS, Heartbeat, spin
from tests.ui.made import a_png

TITLE = TitleBlock("上海嘉定 · 网络服务 · 自荐", "文化嘉定云", "上海市嘉定区人民政府")
PARAGRAPH = "文化场馆自行发布场次，票务与线下取票打通；各街镇的活动按时间和地点汇总，居民可以按兴趣订阅。" * 3


def printed(text: str, file: Path, first: int = 0, last: int = 0) -> bytes:
    """The PDF that printing ``text`` to ``file`` writes."""
    window = QWidget()
    run = PrintRun(window, TITLE, text, lambda name: a_png() if name == "图.png" else None)
    run.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    run.printer.setOutputFileName(str(file))
    if first:
        run.printer.setPrintRange(QPrinter.PrintRange.PageRange)
        run.printer.setFromTo(first, last)
    ended: list[int] = []
    run.ended.connect(lambda: ended.append(1))
    run.begin()
    assert spin(lambda: bool(ended))
    window.deleteLater()
    return file.read_bytes()


def texts(content: bytes) -> list[str]:
    """The text of each page, radicals that a PDF mixes up with characters left as they are."""
    with pypdfium2.PdfDocument(content) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def foot_of(file: Path, page: int) -> bytes:
    """How the foot of a page looks."""
    with pypdfium2.PdfDocument(file.read_bytes()) as document:
        image = document[page].render(scale=2).to_pil()
        return image.crop((0, round(image.height * 0.94), image.width, image.height)).tobytes()


LONG = "\n\n".join(f"## 第{number}节\n\n{PARAGRAPH}\n\n{PARAGRAPH}" for number in range(14)) + (
    "\n\n![界面](图.png)\n\n| 甲 | 乙 |\n| --- | --- |\n| 372 | 62 |\n\n末句[^1]\n\n[^1]: 注文\n"
)


def test_everything_is_on_paper_and_pages_are_counted(fonts: None, tmp_path: Path) -> None:
    pages = texts(printed(LONG, tmp_path / "a.pdf"))
    count = len(pages)
    assert count >= 3
    # Qt writes no text for the face's Latin figures, only their shapes.
    assert [bool(re.search(r"^Page\b", page, re.MULTILINE)) for page in pages] == [True] * count
    assert len({foot_of(tmp_path / "a.pdf", number) for number in range(count)}) == count
    whole = "\n".join(pages)
    assert len(re.findall(r"第\d+节", whole)) == 14
    assert "372" in pages[-1]
    assert len(texts(printed(LONG, tmp_path / "b.pdf", 2, 3))) == 2
    with pypdfium2.PdfDocument((tmp_path / "a.pdf").read_bytes()) as document:
        assert [round(side) for side in document[0].get_size()] == [595, 842]
        kinds = {each.type for each in document[count - 1].get_objects()}
        assert pypdfium2.raw.FPDF_PAGEOBJ_IMAGE in kinds


def test_no_heading_stands_alone_at_the_foot(fonts: None, tmp_path: Path) -> None:
    for page in texts(printed(LONG, tmp_path / "a.pdf")):
        lines = [line for line in page.splitlines() if line.strip() and not line.startswith("Page ")]
        assert not re.fullmatch(r"第\d+节\s*", lines[-1])


def test_a_printed_file_tells_nothing_about_its_maker(
    fonts: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    try:
        content = printed("一段。\n", tmp_path / "secret-name.pdf")
    finally:
        monkeypatch.undo()
        time.tzset()
    with pypdfium2.PdfDocument(content) as document:
        facts = document.get_metadata_dict()
    assert facts.pop("CreationDate").startswith("D:19800101000000")
    facts.pop("ModDate", "")
    assert {value.strip() for value in facts.values()} == {""}
    tellers = (getpass.getuser(), socket.gethostname(), "secret-name", str(tmp_path), "Qt 6", "review-app")
    for told in tellers:
        if len(told) < 4:  # stands in any file by chance
            continue
        for form in (told.encode(), told.encode("utf-16-be"), told.encode().hex().encode()):
            assert form not in content
    dates = re.findall(rb"(?:D:|Date[=>]\"?)(\d{4})", content)
    assert dates
    assert set(dates) == {b"1980"}
    for identity in re.findall(rb"/ID \[([^\]]*)\]|uuid:([0-9a-f-]*)", content):
        assert set(b"".join(identity)) <= set(b"0-<> ")


@pytest.mark.parametrize("path", sorted((VECTORS / "dossier").glob("*.md")), ids=lambda path: path.name)
def test_hostile_texts_are_printed_without_harm(path: Path, guard: Guard, tmp_path: Path) -> None:
    text = guard.filled(path.read_bytes().decode("utf-8", "replace"))
    with Heartbeat() as heart:
        content = printed(text, tmp_path / "a.pdf")
    own = {tmp_path, *tmp_path.glob("*.pdf")}
    guard.opened.by_python[:] = [
        name for name in guard.opened.by_python if Path(name) not in own and not name.endswith(".part")
    ]
    assert heart.longest < LONGEST_GAP
    assert len(texts(content)) >= 1


def test_what_can_not_be_written_is_said(fonts: None, tmp_path: Path) -> None:
    window = QWidget()
    run = PrintRun(window, TITLE, "一段。", lambda name: None)
    run.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    run.printer.setOutputFileName(str(tmp_path / "none" / "a.pdf"))
    failures: list[ReviewError] = []
    ended: list[int] = []
    run.failed.connect(failures.append)
    run.ended.connect(lambda: ended.append(1))
    run.begin()
    assert spin(lambda: bool(ended))
    assert [isinstance(failure, ReviewError) for failure in failures] == [True]
