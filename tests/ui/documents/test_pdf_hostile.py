"""PDFs made to exhaust a reader: they cost one sentence in their place, and nothing else."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest

from review_app.ui.documents.pdf_text import PdfText
from review_app.ui.documents.pdf_view import PdfView
from tests.ui.documents import made_pdf
from tests.ui.documents.conftest import Guard
from tests.ui.documents.watch import LONGEST_GAP, children, longest_gap, rest, spin

HOSTILE = {
    "100,000 pages": lambda: made_pdf.endless_pages(100_000),
    "a million points": made_pdf.endless_size,
    "loops": made_pdf.bites_its_tail,
    "a page without end": made_pdf.hangs_when_drawn,
    "a million characters": lambda: made_pdf.endless_text(1_000_000),
}


@pytest.fixture
def view(fonts: None) -> Iterator[PdfView]:
    view = PdfView(time_limit=3)
    view.resize(900, 600)
    view.show()
    yield view
    view.close()
    view.deleteLater()


@pytest.mark.parametrize("name", HOSTILE)
def test_everything_a_reader_does(name: str, guard: Guard, view: PdfView) -> None:
    """Shown, searched, scrolled, zoomed, selected and copied, or refused; the heart beats on."""
    data = HOSTILE[name]()
    settled: list[int] = []
    view.settled.connect(lambda: settled.append(1))

    def scene() -> None:
        settled.clear()
        view.mark(["abc", "large"])
        view.show_pdf(data)
        assert spin(lambda: bool(settled))
        if view.page_count:
            assert spin(lambda: bool(view.pages.images or view.pages.sentences), 15)
        for place in (0.3, 0.99, 0.0):
            view.restore_place(place)
            rest(0.15)
        view.set_zoom(400)
        rest(0.2)
        view.zoom_reset()
        QTest.mousePress(view.pages.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 100))
        QTest.mouseMove(view.pages.viewport(), QPoint(500, 400))
        QTest.mouseRelease(view.pages.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(500, 400))
        QTest.keyClick(view.pages, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(view.pages, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        rest(0.2)

    assert longest_gap(scene) < LONGEST_GAP
    assert view.notice or view.page_count
    view.close()
    assert view.process_id == 0
    QGuiApplication.clipboard().clear()


@pytest.mark.parametrize("name", HOSTILE)
def test_the_text_of_hostile_files_has_an_end(name: str, guard: Guard) -> None:
    ended: list[object] = []
    reader = PdfText(HOSTILE[name](), seconds=6)
    reader.ready.connect(ended.append)
    reader.failed.connect(lambda: ended.append(None))
    reader.start()
    assert spin(lambda: bool(ended), 15)
    assert reader.process_id == 0
    assert sum(map(len, ended[0] or ())) <= 2_000_000


def test_many_documents_one_after_the_other_leave_nothing(guard: Guard, view: PdfView) -> None:
    """Leaving documents in the middle of everything: no process stays, and memory stays where it was."""
    data = [made_pdf.sound(60), made_pdf.hangs_when_drawn(), made_pdf.endless_text(200_000)]
    before = set(children())
    for turn in range(18):
        view.mark(["文化", "000"])
        view.show_pdf(data[turn % 3])
        rest(0.05 * (turn % 7))
        view.zoom_in()
        if turn % 4 == 0:
            view.clear()
        assert len(set(children()) - before) <= 1
    start = rss()
    for turn in range(18):
        view.show_pdf(data[turn % 3])
        rest(0.05 * (turn % 7))
    view.clear()
    rest(0.1)
    assert rss() - start < 60 << 20
    assert not set(children()) - before


def rss() -> int:
    """Bytes of memory of this process now."""
    fields = Path("/proc/self/stat").read_text("utf-8", "replace").rpartition(")")[2].split()
    return int(fields[21]) * resource.getpagesize()


def test_small_pages_that_never_come_do_not_hold_up_the_others(guard: Guard, view: PdfView) -> None:
    view.show_pdf(made_pdf.hangs_when_drawn())
    assert spin(lambda: 1 in view.pages.images, 20)
    assert spin(lambda: 1 in view.thumbs.pages.images, 20)
    assert isinstance(view.thumbs.pages.images[1], QImage)
    assert 0 not in view.thumbs.pages.images
    view.close()
