"""Reading a PDF: its text is selected, copied and searched, its pages are fitted, typed, and seen small at the side."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from review_app.ui.documents import render_process
from review_app.ui.documents.page_layout import ZOOMS, Zoom
from review_app.ui.documents.page_marks import Spot
from review_app.ui.documents.pdf_thumbs import CACHE_LIMIT
from review_app.ui.documents.pdf_view import PdfView
from tests.ui.documents import made_pdf
from tests.ui.documents.watch import LONGEST_GAP, longest_gap, rest, spin

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(fonts: None) -> Iterator[PdfView]:
    view = PdfView()
    view.resize(1000, 700)
    view.show()
    yield view
    view.close()
    view.deleteLater()


def show(view: PdfView, data: bytes) -> None:
    """Shows ``data`` and waits for the picture and the characters of its first page."""
    view.show_pdf(data)
    assert spin(lambda: view.pages.marks.text(0) is not None and 0 in view.pages.images)


def show_page(view: PdfView, page: int) -> None:
    """Goes to ``page`` and waits for its picture and characters."""
    view.pages.go_to_page(page)
    assert spin(lambda: view.pages.marks.text(page) is not None and page in view.pages.images)


def place_of(view: PdfView, page: int, words: str, end: bool = False) -> QPoint:
    """The middle of the first character of ``words`` on the viewport, or of the last with ``end``."""
    text = view.pages.marks.text(page)
    assert text is not None
    number = text.text.index(words) + (len(words) - 1 if end else 0)
    area, box = view.pages.rectangle(page), text.box(number)
    assert box.width() > 0 and box.height() > 0
    centre = box.center()
    return QPoint(round(area.x() + centre.x() * area.width()), round(area.y() + centre.y() * area.height()))


def drag(view: PdfView, start: QPoint, end: QPoint) -> None:
    """Draws a selection with the mouse."""
    port = view.pages.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    for share in (0.3, 0.6, 1.0):
        QTest.mouseMove(port, start + (end - start) * share)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)


def clip(view: PdfView) -> str:
    """What Ctrl+C puts on the clipboard."""
    QGuiApplication.clipboard().clear()
    QTest.keyClick(view.pages, Qt.Key.Key_C, CONTROL)
    spin(lambda: bool(QGuiApplication.clipboard().text()), 3)
    return QGuiApplication.clipboard().text()


def ink_under(view: PdfView, page: int, box: QRectF) -> int:
    """Dark pixels of the drawn page inside a box in shares of it."""
    image = view.pages.images[page]
    left, top = round(box.x() * image.width()), round(box.y() * image.height())
    right, bottom = round(box.right() * image.width()), round(box.bottom() * image.height())
    return sum(
        image.pixelColor(x, y).lightness() < 140
        for x in range(max(0, left), min(right, image.width()))
        for y in range(max(0, top), min(bottom, image.height()))
    )


@pytest.mark.parametrize("page", range(4))
def test_characters_stand_where_they_are_drawn(view: PdfView, page: int) -> None:
    """Also on pages that are turned by 90, 180 and 270 degrees, and on one that is cut."""
    show(view, made_pdf.varied())
    show_page(view, page)
    text = view.pages.marks.text(page)
    assert text is not None
    covered = sum(ink_under(view, page, text.box(n)) for n in range(len(text.text)) if text.text[n].strip())
    whole = ink_under(view, page, QRectF(0, 0, 1, 1))
    assert whole > 500
    assert covered == pytest.approx(whole, rel=0.15)
    blank = [
        n for n in range(len(text.text)) if text.text[n].isalnum() and not ink_under(view, page, text.box(n))
    ]
    assert not blank


@pytest.mark.parametrize("page", range(4))
def test_text_is_selected_with_the_mouse_and_copied(view: PdfView, page: int) -> None:
    show(view, made_pdf.varied())
    show_page(view, page)
    QTest.mouseDClick(view.pages.viewport(), Qt.MouseButton.LeftButton, pos=place_of(view, page, "latform"))
    assert clip(view) == "platform"
    start, end = place_of(view, page, "图书馆"), place_of(view, page, "社区", end=True)
    text = view.pages.marks.text(page)
    assert text is not None
    drag(view, start, end)
    assert view.pages.marks.ends is not None
    first, last = view.pages.marks.ends
    assert first.page == last.page == page
    copied = clip(view).replace("\n", "")
    assert copied in "图书馆、文化馆和社区"
    assert len(copied) >= 8


def test_a_selection_goes_over_pages(view: PdfView) -> None:
    view.set_fit("page")
    show(view, made_pdf.sound(3))
    view.set_zoom(50)
    assert spin(lambda: view.pages.marks.text(1) is not None)
    drag(view, place_of(view, 0, "嘉定") - QPoint(5, 0), place_of(view, 1, "文化", end=True) + QPoint(6, 0))
    lines = clip(view).splitlines()
    assert lines[0] == "嘉定云"
    assert lines[1:] == ["第 1 页", "年度报告：文化"]
    QTest.keyClick(view.pages, Qt.Key.Key_Escape)
    assert view.pages.marks.ends is None


def test_text_of_pages_never_seen_is_copied(view: PdfView) -> None:
    show(view, made_pdf.sound(9))
    view.pages.marks.select(Spot(0, 0), Spot(8, 10))
    lines = clip(view).splitlines()
    assert lines.count(made_pdf.TITLE) == 9
    assert "第 8 页" in lines


def test_a_page_is_selected_with_the_keyboard(view: PdfView) -> None:
    show(view, made_pdf.sound(2))
    QTest.keyClick(view.pages, Qt.Key.Key_A, CONTROL)
    assert clip(view) == f"{made_pdf.TITLE}\n第 1 页"
    shown = view.pages.viewport().grab().toImage()
    point = place_of(view, 0, "嘉定")
    colours = {
        shown.pixelColor(point.x() + x, point.y() + y).rgb() for x in range(-9, 9) for y in range(-9, 9)
    }
    assert any(QColor(colour).blue() > QColor(colour).red() + 40 for colour in colours)


def test_a_scan_has_nothing_to_select(view: PdfView) -> None:
    show(view, made_pdf.endless_pages(2))
    QTest.keyClick(view.pages, Qt.Key.Key_A, CONTROL)
    drag(view, QPoint(300, 100), QPoint(400, 300))
    assert view.pages.marks.ends is None
    assert clip(view) == ""


def test_hits_are_marked_and_gone_through(view: PdfView) -> None:
    counts: list[int] = []
    view.marked.connect(counts.append)
    show(view, made_pdf.varied())
    view.mark(["圖書", "ＣＯＤＥ"])  # traditional, and full width
    assert spin(lambda: bool(counts))
    assert counts == [4 * 3]  # two 图书 and one code on each page
    assert "12" in view._bar.found_text
    point = place_of(view, 0, "图书")
    before = view.place()
    colour = view.pages.viewport().grab().toImage().pixelColor(point - QPoint(0, 9))
    assert colour.red() > colour.blue() + 60, "marked in place"
    assert view.place() == before, "the page stays where it is"
    assert view.find_next()
    assert view.pages.marks.current == (0, *view._search.hits[0][0])
    pages = []
    for _ in range(12):
        assert view.find_next()
        assert view.pages.marks.current is not None
        page = view.pages.marks.current.page
        assert spin(lambda page=page: view.pages.marks.text(page) is not None)
        rest(0.02)
        (box, *_) = view.pages.marks.current_on(page)
        area = view.pages.rectangle(page)
        middle = round(area.y() + box.center().y() * area.height())
        assert 0 <= middle <= view.pages.viewport().height()
        pages.append(page)
    assert pages == [0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 0]
    QTest.keyClick(view.pages, Qt.Key.Key_F3, SHIFT)
    assert view.pages.marks.current.page == 3
    assert "12" in view._bar.found_text
    view.mark([])
    assert view._bar.found_text == ""
    assert not view.pages.marks.hits
    assert not view.find_next()


def test_a_hit_wanted_before_the_text_is_read(view: PdfView) -> None:
    view.mark(["第 7 页"])
    view.show_pdf(made_pdf.sound(9))
    view.find_next()
    assert spin(lambda: view.pages.marks.current is not None)
    assert view.pages.marks.current is not None
    assert view.pages.marks.current.page == 6
    assert spin(lambda: 6 in view.pages.shown)


def test_a_word_over_the_end_of_a_line_is_found(view: PdfView) -> None:
    show(view, made_pdf.varied())
    counts: list[int] = []
    view.marked.connect(counts.append)
    text = view.pages.marks.text(0)
    assert text is not None
    broken = text.text.index("\r\n", text.text.index("嘉定区"))
    word = text.text[broken - 2 : broken] + text.text[broken + 2 : broken + 4]
    view.mark([word])
    assert spin(lambda: bool(counts))
    assert counts == [4]
    assert len(view.pages.marks.hits_on(0)) == 2, "one box on each line"


def test_words_that_are_nowhere(view: PdfView) -> None:
    counts: list[int] = []
    view.marked.connect(counts.append)
    show(view, made_pdf.sound(2))
    view.mark(["nowhere"])
    assert spin(lambda: bool(counts))
    assert counts == [0]
    assert view._bar.found_text
    assert not view.find_next()


def test_fits_and_percents(view: PdfView) -> None:
    shown: list[int] = []
    view.zoomed.connect(shown.append)
    show(view, made_pdf.sound(3))
    port = view.pages.viewport()
    assert view.pages.rectangle(0).width() == pytest.approx(port.width() - 48, abs=1)
    view.set_fit("page")
    area = view.pages.rectangle(0)
    assert area.height() <= port.height()
    assert area.height() > 0.9 * port.height()
    view.set_zoom(100)
    assert view.pages.rectangle(0).width() == round(595 * 96 / 72)
    assert view.zoom == shown[-1] == 100
    view.zoom_in()
    assert view.zoom == ZOOMS[ZOOMS.index(100) + 1]
    view.set_zoom(100_000)
    assert view.zoom == ZOOMS[-1]
    QTest.keyClick(view.pages, Qt.Key.Key_0, CONTROL)
    assert view.pages.zoom == Zoom("width")


def test_the_wheel_zooms_about_the_pointer(view: PdfView) -> None:
    show(view, made_pdf.sound(3))
    spot = QPoint(400, 300)

    def under() -> tuple[float, float]:
        area = view.pages.rectangle(0)
        return (spot.x() - area.x()) / area.width(), (spot.y() - area.y()) / area.height()

    before, zoom = under(), view.zoom
    for _ in range(3):
        event = QWheelEvent(
            QPointF(spot), QPointF(view.pages.viewport().mapToGlobal(spot)), QPoint(), QPoint(0, 120),
            Qt.MouseButton.NoButton, CONTROL, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view.pages.viewport(), event)
    assert view.zoom > zoom
    assert under() == pytest.approx(before, abs=0.01)


def test_a_page_is_typed(view: PdfView) -> None:
    show(view, made_pdf.sound(9))
    field = view._bar.field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "7")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert view.pages.page == 6
    field.selectAll()
    QTest.keyClicks(field, "12")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert view.pages.page == 8, "there is no page 12: the last one"
    assert field.text() == "9"


def test_small_pages(view: PdfView) -> None:
    show(view, made_pdf.sound(5))
    assert view.thumbs.isVisible()
    assert spin(lambda: {0, 1, 2} <= set(view.thumbs.pages.images))
    assert view.thumbs.pages.images[1].width() == 96
    view.thumbs.setFocus()
    QTest.keyClick(view.thumbs, Qt.Key.Key_Down)
    assert view.pages.page == 1
    QTest.mouseClick(
        view.thumbs.viewport(), Qt.MouseButton.LeftButton,
        pos=view.thumbs.visualRect(view.thumbs.model().index(2, 0)).center(),
    )  # fmt: skip
    assert view.pages.page == 2
    view.pages.go_to_page(4)
    assert view.thumbs.currentIndex().row() == 4
    view._bar.strip.click()
    assert not view.thumbs.isVisible()
    view._bar.strip.click()
    assert view.thumbs.isVisible()
    view.resize(500, 600)
    rest(0.05)
    assert not view.thumbs.isVisible()
    assert not view._bar.strip.isVisible()


def test_small_pages_of_a_long_document_come_as_they_are_seen(view: PdfView) -> None:
    show(view, made_pdf.endless_pages(2500))
    rest(0.5)
    assert 0 < len(view.thumbs.pages.images) < 20
    view.thumbs.scrollToBottom()
    assert spin(lambda: 1999 in view.thumbs.pages.images)
    assert sum(image.sizeInBytes() for image in view.thumbs.pages.images.values()) <= CACHE_LIMIT


@pytest.mark.parametrize(
    ("fit", "zoom"), [("page", Zoom("page")), ("width", Zoom()), ("150", Zoom("none", 150))]
)
def test_the_place_is_told_and_found_again(view: PdfView, fit: str, zoom: Zoom) -> None:
    show(view, made_pdf.sound(9))
    view.set_fit(fit)
    view.restore_place(0.6)
    text = view.place_text()
    assert len(text) < 20
    view.clear()
    view.zoom_reset()
    view.restore_text(text)
    view.show_pdf(made_pdf.sound(9))
    assert spin(lambda: view.page_count == 9)
    assert view.pages.zoom == zoom
    assert view.place() == pytest.approx(0.6, abs=0.005)


@pytest.mark.parametrize("text", ["", "nan page", "x", "1e999 -5", "0.5 99999", "-3 width extra", "\0"])
def test_a_place_that_is_none(view: PdfView, text: str) -> None:
    view.restore_text(text)
    view.show_pdf(made_pdf.sound(2))
    assert spin(lambda: view.page_count == 2)
    assert 0 <= view.place() <= 1
    assert ZOOMS[0] <= view.zoom <= ZOOMS[-1]


def test_reading_does_not_hold_up_the_window(view: PdfView) -> None:
    """A long document: searched, scrolled, zoomed and selected at once."""
    data = made_pdf.sound(200)

    def scene() -> None:
        view.show_pdf(data)
        assert spin(lambda: view.page_count == 200)
        view.mark(["文化", "页"])
        for step in range(12):
            view.restore_place(step / 12)
            rest(0.03)
            view.zoom_in() if step % 3 else view.zoom_reset()
        QTest.keyClick(view.pages, Qt.Key.Key_A, CONTROL)
        assert spin(lambda: not view._search.missing(0))

    assert longest_gap(scene) < LONGEST_GAP
    assert view._search.count == 400


def test_pages_whose_texts_all_fail_do_not_hold_up_the_window(
    view: PdfView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(render_process, "ASIDE_FAILURES", 0)
    counts: list[int] = []
    view.marked.connect(counts.append)

    def scene() -> None:
        counts.clear()
        view.show_pdf(made_pdf.endless_pages(2500))
        view.mark(["nowhere"])
        assert spin(lambda: bool(counts))
        rest(0.2)

    assert longest_gap(scene) < LONGEST_GAP
    assert counts == [0]
    assert view.pages.images, "the pages themselves are drawn"


def test_a_screen_reader_gets_the_page(view: PdfView) -> None:
    show(view, made_pdf.sound(3))
    assert view.pages.accessibleDescription() == f"{made_pdf.TITLE}\n第 1 页"
    show_page(view, 1)
    assert "第 2 页" in view.pages.accessibleDescription()


def test_a_page_full_of_characters_can_be_selected(view: PdfView) -> None:
    show(view, made_pdf.endless_text(1_000_000))

    def scene() -> None:
        rest(0.2)
        drag(view, QPoint(200, 100), QPoint(700, 500))
        rest(0.1)

    assert longest_gap(scene) < LONGEST_GAP
    assert view.pages.marks.ends is not None
