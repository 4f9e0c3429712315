"""PDF: drawn by a child process that may hang, crash or lie; the window and the other documents go on."""

from __future__ import annotations

import os
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from review_app.ui import render_wire as wire
from review_app.ui.documents import render_process
from review_app.ui.documents.page_column import CACHE_LIMIT
from review_app.ui.documents.page_layout import ZOOMS, Zoom
from review_app.ui.documents.pdf_view import PdfView
from tests.conftest import REPOSITORY
from tests.ui.documents import made_pdf
from tests.ui.documents.conftest import Guard
from tests.ui.documents.watch import LONGEST_GAP, VECTORS, children, longest_gap, rest, spin

FOLDER = VECTORS / "pdf" / "qpdf"
FILES = sorted(FOLDER.glob("*.pdf"))
assert len(FILES) == 50
# With pypdfium2 5.15.2; when the lock moves, look before renewing.
LOCKED = {
    "20-pages.pdf",
    "bad-encryption-length.pdf",
    "enc-R6-V5-U_view-O_master.pdf",
    "enc-long-password.pdf",
}
REFUSED = {
    "bad-direct-root.pdf", "bad1.pdf", "empty.pdf", "fuzz-16214.pdf", "issue-100.pdf", "issue-101.pdf",
    "issue-119.pdf", "issue-120.pdf", "issue-141a.pdf", "issue-143.pdf", "issue-146.pdf", "issue-147.pdf",
    "issue-148.pdf", "issue-150.pdf", "issue-1503.pdf", "issue-263.pdf", "issue-335a.pdf", "issue-335b.pdf",
    "issue-99.pdf",
}  # fmt: skip
PAGES = {
    "V4-aes.pdf": 30, "linearization-large-vector-alloc.pdf": 30, "xref-compressed-in-compressed.pdf": 30,
    "deep-duplicate-pages.pdf": 2, "duplicate-page-inherited.pdf": 2,
}  # fmt: skip


@pytest.fixture
def view(fonts: None) -> Iterator[PdfView]:
    view = PdfView(time_limit=10)
    view.resize(700, 600)
    view.show()
    yield view
    view.close()
    view.deleteLater()


class Seen:
    """Counts what a view reports."""

    def __init__(self, view: PdfView) -> None:
        self.settled = 0
        self.pages: list[int] = []
        view.settled.connect(self._settle)
        view.page_settled.connect(self.pages.append)

    def _settle(self) -> None:
        self.settled += 1


def show(view: PdfView, data: bytes) -> Seen:
    """Shows ``data``; waits until it is open or refused, and until its first page is there or refused."""
    seen = Seen(view)
    view.show_pdf(data)
    assert spin(lambda: seen.settled > 0)
    if view.page_count:
        assert spin(lambda: 0 in seen.pages)
    return seen


def differing(image: QImage) -> int:
    """Of every fourth pixel in each direction, how many are not white."""
    white = QColor("white").rgb()
    places = ((x, y) for x in range(0, image.width(), 4) for y in range(0, image.height(), 4))
    return sum(image.pixel(x, y) != white for x, y in places)


def page_button(view: PdfView) -> QPushButton:
    """The button in the place of a page that failed."""
    (button,) = (each for each in view.pages.viewport().findChildren(QPushButton) if each.isVisible())
    return button


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_damaged_looping_and_locked_files(path: Path, guard: Guard, view: PdfView) -> None:
    """Shown, or refused by a sentence in its place; no freeze, no connection, no file, no process left."""

    data = path.read_bytes()

    def scene() -> None:
        show(view, data)
        rest(0.15)
        view.pages.verticalScrollBar().setValue(view.pages.verticalScrollBar().maximum())
        rest(0.15)

    assert longest_gap(scene) < LONGEST_GAP
    if path.name in LOCKED:
        assert "password" in view.notice
        assert view.page_count == 0
    elif path.name in REFUSED:
        assert "damaged" in view.notice
        assert view.page_count == 0
    else:
        assert view.notice == ""
        assert view.page_count == PAGES.get(path.name, 1)
        assert view.pages.images or view.pages.sentences
    view.close()
    assert view.process_id == 0


def test_deep_pages_ends_by_itself_or_at_the_limit(guard: Guard, fonts: None) -> None:
    """The file that held up older PDFium for minutes."""
    view = PdfView(time_limit=2)
    view.resize(700, 600)
    view.show()
    start = time.monotonic()
    show(view, (FOLDER / "deep-pages.pdf").read_bytes())
    assert time.monotonic() - start < 8
    assert view.notice or view.pages.sentences
    view.close()


def test_a_document_that_hangs_is_ended_at_the_limit(guard: Guard, fonts: None) -> None:
    view = PdfView(time_limit=0.8)
    view.resize(700, 600)
    view.show()
    seen = Seen(view)

    def scene() -> None:
        before = seen.settled
        view.show_pdf(made_pdf.hangs_when_opened())
        assert spin(lambda: view.process_id > 0)
        process = view.process_id
        assert spin(lambda: seen.settled > before, 8)
        assert process not in set(children())

    assert longest_gap(scene) < LONGEST_GAP
    assert "too long" in view.notice
    assert view._notice.offers_retry
    view.close()


def test_a_page_that_hangs_costs_only_itself(guard: Guard, fonts: None) -> None:
    view = PdfView(time_limit=1.5)
    view.resize(400, 600)
    view.show()
    seen = Seen(view)

    def scene() -> None:
        seen.pages.clear()
        view.show_pdf(made_pdf.hangs_when_drawn())
        assert spin(lambda: {0, 1} <= set(seen.pages), 15)

    assert longest_gap(scene) < LONGEST_GAP
    assert "too long" in view.pages.sentences[0]
    assert view.pages.images[1].pixelColor(20, 20) == QColor("blue")
    assert page_button(view).accessibleDescription() == view.pages.sentences[0]
    seen.pages.clear()
    page_button(view).click()
    assert spin(lambda: 0 in seen.pages, 10)
    assert 0 in view.pages.sentences
    view.close()


def test_a_sound_document(guard: Guard, view: PdfView) -> None:
    data = made_pdf.sound(3)

    def scene() -> None:
        seen = show(view, data)
        for page in (1, 2):
            view.restore_place(page / 3)
            assert spin(lambda page=page: page in seen.pages)
        rest(0.1)

    assert longest_gap(scene) < LONGEST_GAP
    assert view.page_count == 3
    images = view.pages.images
    assert set(images) == {0, 1, 2}
    for image in images.values():
        assert differing(image) > 200
        assert image.width() == view.pages.rectangle(0).width()
        assert image.height() == pytest.approx(image.width() * 842 / 595, abs=2)
    second = images[1]
    blue = second.pixelColor(second.width() * 300 // 595, second.height() * (842 - 300) // 842)
    assert (blue.red(), blue.green(), blue.blue()) == pytest.approx((36, 89, 143), abs=3)
    assert view._bar.place_text == "/ 3"
    assert view._bar.field.text() == "3"
    shown = view.grab().toImage()
    assert differing(shown) > 200


def test_the_place_and_the_zoom(view: PdfView) -> None:
    seen = show(view, made_pdf.sound(5))
    view.restore_place(0.5)
    assert view.place() == pytest.approx(0.5, abs=0.005)
    width = view.pages.rectangle(2).width()
    view.zoom_in()
    assert view.pages.rectangle(2).width() > width
    assert view.place() == pytest.approx(0.5, abs=0.01)
    view.resize(500, 600)
    rest(0.05)
    assert view.place() == pytest.approx(0.5, abs=0.01)
    seen.pages.clear()
    assert spin(lambda: 2 in seen.pages)
    view.zoom_reset()
    assert view.pages.zoom == Zoom("width")
    view.clear()
    view.restore_place(0.6)
    seen = Seen(view)
    view.show_pdf(made_pdf.sound(5))
    view.restore_place(0.6)
    assert spin(lambda: seen.settled > 0)
    assert view.place() == pytest.approx(0.6, abs=0.005)


def test_pages_are_drawn_for_the_pixels_of_the_screen(view: PdfView, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(view.pages, "devicePixelRatioF", lambda: 2.0)
    show(view, made_pdf.sound(1))
    assert view.pages.images[0].width() == 2 * view.pages.rectangle(0).width()


def test_many_pages_stay_bounded(view: PdfView) -> None:
    view.setLocale(QLocale("en_GB"))
    seen = show(view, made_pdf.endless_pages(2600))
    assert view.page_count == 2600
    assert "2,600" in view._bar.place_text
    assert "2,000" in view._bar.place_text
    view.set_zoom(300)
    for step in range(25):
        seen.pages.clear()
        view.restore_place(step / 25)
        assert spin(lambda seen=seen: bool(seen.pages))
    rest(0.2)
    assert view.pages.cached_bytes <= CACHE_LIMIT
    assert len(view.pages.images) > 3


def test_a_killed_child_is_replaced(guard: Guard, view: PdfView) -> None:
    seen = show(view, made_pdf.sound(3))
    rest(0.3)
    first = view.process_id
    os.kill(first, signal.SIGTERM)
    assert spin(lambda: view.process_id == 0)
    seen.pages.clear()
    view.restore_place(0.99)
    assert spin(lambda: 2 in seen.pages)
    assert 2 in view.pages.images
    assert view.process_id not in (0, first)
    view.close()


def test_a_child_killed_while_opening_can_be_started_again(guard: Guard, fonts: None) -> None:
    view = PdfView()
    view.resize(700, 600)
    view.show()
    seen = Seen(view)
    view.show_pdf(made_pdf.hangs_when_opened())
    assert spin(lambda: view.process_id > 0)
    os.kill(view.process_id, signal.SIGTERM)
    assert spin(lambda: seen.settled == 1)
    assert view.notice
    assert view._notice.offers_retry
    view._data = made_pdf.sound(2)
    view._notice.retried.emit()
    assert spin(lambda: seen.settled == 2)
    assert view.page_count == 2
    assert view.notice == ""
    view.close()


def test_the_next_document_replaces_one_that_hangs(guard: Guard, view: PdfView) -> None:
    before = set(children())
    view.show_pdf(made_pdf.hangs_when_opened())
    assert spin(lambda: view.process_id > 0)
    show(view, made_pdf.sound(1))
    assert view.page_count == 1
    assert len(set(children()) - before) == 1
    view.close()


def test_documents_that_want_out(guard: Guard, view: PdfView) -> None:
    show(view, made_pdf.calls_home(guard.listener.port, str(guard.folder)))
    rest(0.3)
    assert view.page_count == 1
    assert view.pages.images
    view.close()


LIES = {
    "garbage": "import sys; sys.stdout.buffer.write(bytes(range(256)) * 40); sys.stdout.flush(); sys.stdin.read()",
    "huge": "import sys; sys.stdout.buffer.write(b'\\xff' * 64); sys.stdout.flush(); sys.stdin.read()",
    "nan": (
        "import sys, struct; w = sys.stdout.buffer; "
        "w.write(struct.pack('>IBIff', 13, 79, 1, float('nan'), 1e30)); w.flush(); sys.stdin.read()"
    ),
    "image first": (
        "import sys, struct; w = sys.stdout.buffer; "
        "w.write(struct.pack('>IBIII', 13, 73, 0, 0, 0)); w.flush(); sys.stdin.read()"
    ),
    "short": (
        "import sys, struct; w = sys.stdout.buffer; w.write(struct.pack('>IBIff', 13, 79, 1, 99, 99)); w.flush(); "
        "sys.stdin.buffer.read(20); w.write(struct.pack('>IBIIIB', 14, 73, 0, 4000, 4000, 1)); w.flush(); "
        "sys.stdin.read()"
    ),
    "ends": "pass",
}


@pytest.mark.parametrize("lie", LIES)
def test_a_child_taken_over_is_not_believed(
    lie: str, guard: Guard, fonts: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = PdfView(time_limit=2)
    view.resize(700, 600)
    view.show()
    monkeypatch.setattr(render_process, "command", lambda: (sys.executable, ["-c", LIES[lie]]))
    show(view, b"%PDF" + b" " * 100)
    assert view.notice or view.pages.sentences
    assert not view.pages.images
    view.close()


def test_a_program_that_cannot_be_started(
    guard: Guard, view: PdfView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(render_process, "command", lambda: (str(guard.folder / "nothing"), []))
    show(view, made_pdf.sound(1))
    assert view.notice
    assert view._notice.offers_retry
    view.close()


def start_child() -> subprocess.Popen[bytes]:
    program, arguments = render_process.command()
    variables = render_process.environment()
    environment = {name: variables.value(name) for name in variables.keys()}  # noqa: SIM118 - not a dict
    return subprocess.Popen(
        [program, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
    )


def answer(child: subprocess.Popen[bytes]) -> tuple[bytes, bytes]:
    """Kind and payload of the child's next message."""
    assert child.stdout is not None
    length, kind = wire.HEADER.unpack(child.stdout.read(wire.HEADER.size))
    return bytes([kind]), child.stdout.read(length - 1)


def test_the_child_dies_with_its_parent_in_the_middle_of_a_page() -> None:
    with start_child() as child:
        assert child.stdin is not None
        child.stdin.write(wire.frame(wire.DOCUMENT, made_pdf.hangs_when_drawn()))
        child.stdin.write(wire.frame(wire.PAGE, wire.PAGE_REQUEST.pack(0, 300)))
        child.stdin.flush()
        assert answer(child)[0] == wire.OPENED
        with pytest.raises(subprocess.TimeoutExpired):
            child.wait(0.7)
        child.stdin.close()
        assert child.wait(5) == 0


def test_the_child_speaks_as_its_docstring_says() -> None:
    with start_child() as child:
        assert child.stdin is not None
        child.stdin.write(wire.frame(wire.DOCUMENT, made_pdf.sound(2)))
        child.stdin.flush()
        kind, payload = answer(child)
        assert kind == b"O"
        assert struct.unpack(">Iffff", payload) == (2, 595, 842, 595, 842)
        for page, expected in ((1, b"I"), (7, b"F"), (0, b"I")):
            child.stdin.write(struct.pack(">IBII", 9, ord("P"), page, 200))
            child.stdin.flush()
            kind, payload = answer(child)
            assert kind == expected
            if kind == b"I":
                number, width, height = struct.unpack_from(">III", payload)
                assert (number, width, height) == (page, 200, 283)
                assert len(payload) == 12 + 4 * width * height
            else:
                assert struct.unpack(">BI", payload) == (wire.Reason.PAGE, page)
        child.stdin.close()
        assert child.wait(5) == 0


@pytest.mark.parametrize("message", [b"\0\0\0\0P", b"\xff\xff\xff\xffP", b"\0\0\0\x01X", b"\0\0\0\x03P\0\0"])
def test_the_child_ends_at_a_broken_message(message: bytes) -> None:
    with start_child() as child:
        assert child.stdin is not None
        child.stdin.write(message)
        child.stdin.flush()
        assert child.wait(10) == 2


def test_the_child_loads_no_qt() -> None:
    code = (
        "import sys\n"
        "from review_app.ui.pdf_child import Drawer\n"
        "from tests.ui.documents import made_pdf\n"
        "messages = []\n"
        "drawer = Drawer(messages.append)\n"
        "drawer.open(made_pdf.sound(1))\n"
        "drawer.draw(0, 100)\n"
        "assert [message[4:5] for message in messages] == [b'O', b'I'], messages\n"
        "assert not [name for name in sys.modules if name.startswith(('PySide6', 'shiboken6'))]\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60, cwd=REPOSITORY)


@pytest.mark.parametrize(
    ("size", "width"), [((595, 842), 1000), ((9, 14400), 5000), ((14400, 9), 90000), ((14400, 14400), 90000)]
)
def test_pictures_of_pages_stay_inside_the_limits(size: tuple[float, float], width: int) -> None:
    wide, high = wire.fitted(*size, width)
    assert 1 <= wide <= width
    assert 1 <= high <= wire.SIDE_LIMIT
    assert wide * high <= wire.PIXEL_LIMIT


def test_keys_move_and_zoom(view: PdfView) -> None:
    show(view, made_pdf.sound(3))
    bar = view.pages.verticalScrollBar()
    QTest.keyClick(view.pages, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    QTest.keyClick(view.pages, Qt.Key.Key_Home)
    assert bar.value() == 0
    QTest.keyClick(view.pages, Qt.Key.Key_Space)
    assert bar.value() > 100
    before = view.zoom
    QTest.keyClick(view.pages, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom in ZOOMS
    assert view.zoom > before
    QTest.keyClick(view.pages, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == before
    assert view.pages.rectangle(0).contains(QPoint(view.width() // 2, 100)) or bar.value() > 0
