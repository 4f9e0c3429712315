"""A PDF attachment on the page."""

from __future__ import annotations

import functools
import math
from array import array
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QImage, QResizeEvent
from PySide6.QtWidgets import QWidget

from review_app.ui.documents.document_frame import DocumentFrame
from review_app.ui.documents.look import Look
from review_app.ui.documents.page_layout import ZOOMS, Zoom
from review_app.ui.documents.page_text import PageText, copied
from review_app.ui.documents.pdf_pages import PdfPages
from review_app.ui.documents.pdf_process import PdfProcess, drawing, reading, thumbnail
from review_app.ui.documents.pdf_search import PdfSearch
from review_app.ui.documents.pdf_thumbs import PageThumbs
from review_app.ui.documents.render_process import TIME_LIMIT, Failure

PAGES, TEXTS, THUMBS, SEARCH = range(4)
"""What is asked of the process, most urgent first."""
ROOM_FOR_STRIP = 760
"""Pixels of width from which the column of small pages can be shown."""
COPIED_PAGES, COPIED_CHARACTERS = 200, 1_000_000
"""So much text is copied at once."""


class PdfView(DocumentFrame):
    """Shows a PDF, its pages drawn and its text read in a process of their own.

    What can't be shown is said in its place, with a way to try again; the rest of the program goes on.
    ``time_limit`` is in seconds, for opening and for each page.  :attr:`settled` is sent when the document is open or
    given up, :attr:`page_settled` when a page is there or has failed, :attr:`marked` when all pages have been searched.
    """

    page_settled = Signal(int)
    marked = Signal(int)

    def __init__(
        self, parent: QWidget | None = None, look: Look | None = None, time_limit: float = TIME_LIMIT
    ) -> None:
        super().__init__(parent)
        self._time_limit = time_limit
        self._data = b""
        self._count = self._listed = 0
        self._wanted_place: float | None = None
        self._search = PdfSearch()
        self._steps: list[bool] = []
        self._to_copy: set[int] = set()
        self._copied: dict[int, str] = {}
        self._strip_wanted = True
        self._pages = PdfPages(self, look)
        self._thumbs = PageThumbs(self, look)
        self._stack.addWidget(self._pages)
        self._line.insertWidget(0, self._thumbs)
        self._line.setSpacing(0)
        self._thumbs.hide()
        self._connect()
        self.setFocusProxy(self._pages)

    def _choices(self) -> list[tuple[str, str]]:
        sizes = [
            (str(percent), self.tr("{percent} %").format(percent=self.locale().toString(percent)))
            for percent in (50, 75, 100, 125, 150, 200, 300)
        ]
        return [("width", self.tr("Fit width")), ("page", self.tr("Fit page")), *sizes]

    def _connect(self) -> None:
        self._pages.wanted.connect(self._want_pages)
        self._pages.texts_wanted.connect(self._want_texts)
        self._pages.page_changed.connect(self._page_changed)
        self._pages.zoom_changed.connect(self._tell_zoom)
        self._pages.copy_wanted.connect(self.copy)
        self._pages.step_wanted.connect(self.find_next)
        self._thumbs.wanted.connect(self._want_thumbs)
        self._thumbs.chosen.connect(self._pages.go_to_page)
        self._bar.page_chosen.connect(self._pages.go_to_page)
        self._bar.page_left.connect(self._pages.setFocus)
        self._bar.strip_toggled.connect(self.toggle_strip)

    def show_pdf(self, data: bytes) -> None:
        """Shows the document ``data`` from its first page, where a place was not restored before."""
        wanted, at_rest = self._wanted_place, not self._data
        self.clear()
        if at_rest:
            self._wanted_place = wanted
        self._data = data
        self.retry()

    def clear(self) -> None:
        """Shows nothing and ends the process; the words that are marked stay."""
        self._stop()
        self._data = b""
        self._wanted_place = None
        self._forget()
        self._stack.setCurrentWidget(self._pages)

    @property
    def page_count(self) -> int:
        """Pages of the document, 0 while it is not open."""
        return self._count

    @property
    def pages(self) -> PdfPages:
        """The column of pages."""
        return self._pages

    @property
    def thumbs(self) -> PageThumbs:
        """The column of small pages."""
        return self._thumbs

    @property
    def zoom(self) -> int:
        """How large the page being read is shown, in percent of its size on paper."""
        return self._pages.percent

    def set_zoom(self, percent: int) -> None:
        """Shows all pages at ``percent`` of their size on paper, 10 to 400."""
        self._pages.set_zoom(Zoom("none", min(ZOOMS[-1], max(ZOOMS[0], percent))))

    def zoom_in(self) -> None:
        """One step larger."""
        self._pages.zoom_by(1)

    def zoom_out(self) -> None:
        """One step smaller."""
        self._pages.zoom_by(-1)

    def zoom_reset(self) -> None:
        """As wide as the view."""
        self._pages.set_zoom(Zoom())

    def set_fit(self, fit: str) -> None:
        """Fits ``width`` or ``page``, or takes a number of percent."""
        self._pages.set_zoom(Zoom.parsed(fit))

    def place(self) -> float:
        """The reading place, 0 to 1."""
        return self._wanted_place if self._wanted_place is not None else self._pages.place()

    def restore_place(self, place: float) -> None:
        """Goes back to what :meth:`place` said, as soon as the document is open."""
        if self._count:
            self._pages.restore_place(place)
        else:
            self._wanted_place = place

    def place_text(self) -> str:
        """The reading place and the zoom as a short text, to be remembered."""
        return f"{self.place():.5f} {self._pages.zoom}"

    def restore_text(self, text: str) -> None:
        """Goes back to what :meth:`place_text` said; to the beginning for anything else."""
        first, _, zoom = text.partition(" ")
        try:
            place = float(first)
        except ValueError:
            place = 0.0
        self._pages.set_zoom(Zoom.parsed(zoom))
        self.restore_place(min(1.0, max(0.0, place)) if math.isfinite(place) else 0.0)

    def retry(self) -> None:
        """Opens the document again after a failure."""
        process = PdfProcess(self._data, self, self._time_limit)
        process.opened.connect(self._opened)
        process.page_drawn.connect(self._take_page)
        process.page_failed.connect(self._fail_page)
        process.thumb_drawn.connect(self._thumbs.set_image)
        process.text_read.connect(self._take_text)
        process.text_failed.connect(self._fail_text)
        self._run(process)

    def retry_page(self, page: int) -> None:
        """Asks again for a page that failed."""
        self._pages.ask_again(page)

    def toggle_strip(self) -> None:
        """Shows the small pages, or folds them away."""
        self._strip_wanted = not self._strip_wanted
        self._place_strip()

    def mark(self, words: Sequence[str]) -> None:
        """Marks all hits of ``words`` on the pages, also of documents shown later; none takes the marks away.

        The pages stay where they are; :attr:`marked` is sent when all have been searched.
        """
        self._steps.clear()
        self._search.mark(words)
        self._show_hits()
        self._search_on()
        if self._count and self._search.complete:
            self.marked.emit(self._search.count)

    def find_next(self, forward: bool = True) -> bool:
        """Goes to the next hit, or the one before, round the ends; False when there is none.

        While pages are still being searched it waits for the first hit.
        """
        opening = bool(self._data) and not self._count and self._process is not None
        if self._search.words and not self._search.count and (opening or not self._search.complete):
            self._steps = [forward]
            return True
        span = self._search.step(forward, self._pages.page)
        if span is not None:
            self._show_hits()
            self._pages.reveal(span)
        return span is not None

    def copy(self) -> None:
        """Puts the selected text on the clipboard, as soon as the texts of all its pages are read."""
        self._copied = {}
        self._to_copy = {page for page, _, _ in list(self._pages.marks.selected_spans())[:COPIED_PAGES]}
        for page in sorted(self._to_copy):
            text = self._pages.marks.text(page)
            if text is not None:
                self._copied[page] = text.text
        self._finish_copy()
        self._search_on()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_strip()

    def _forget(self) -> None:
        self._count = self._listed = 0
        self._pages.set_pages([])
        self._thumbs.set_pages([])
        self._search.set_pages(0)
        self._steps, self._to_copy, self._copied = [], set(), {}
        self._bar.hide()
        self._place_strip()

    def _opened(self, count: int, sizes: list[tuple[float, float]]) -> None:
        self._count, self._listed = count, len(sizes)
        self._place_strip()
        self._show(self._pages)
        self._pages.set_pages(sizes)
        self._thumbs.set_pages(sizes)
        self._search.set_pages(len(sizes))
        self._bar.set_pages(len(sizes))
        self._say_count()
        self._tell_zoom()
        if self._wanted_place is not None:
            place, self._wanted_place = self._wanted_place, None
            self._pages.restore_place(place)
        self._thumbs.show_page(self._pages.page)
        self._show_hits()
        self._search_on()
        self.settled.emit()

    def _want_pages(self, pages: list[tuple[int, int]]) -> None:
        if self._process is not None:
            self._process.want([drawing(page, width) for page, width in pages], PAGES)

    def _want_texts(self, pages: list[int]) -> None:
        if self._process is not None:
            self._process.want([reading(page, boxes=True) for page in pages], TEXTS)

    def _want_thumbs(self, pages: list[tuple[int, int]]) -> None:
        if self._process is not None:
            self._process.want([thumbnail(page, width) for page, width in pages], THUMBS)

    def _search_on(self) -> None:
        """Asks for the texts that a search or a copy still needs; tells when there are no more."""
        missing = self._search.missing(self._pages.page)
        copying = sorted(self._to_copy - set(self._copied))
        if self._process is not None:
            wishes = dict.fromkeys([*copying, *missing])
            self._process.want([reading(page, boxes=False) for page in wishes], SEARCH)

    def _take_page(self, page: int, image: QImage) -> None:
        self._pages.set_image(page, image)
        self.page_settled.emit(page)

    def _take_text(self, page: int, text: str, boxes: array[int] | None) -> None:
        if boxes is not None:
            self._pages.set_text(page, PageText(text, boxes))
        self._know_text(page, text)

    def _fail_text(self, page: int) -> None:
        if page in self._pages.shown:
            self._pages.set_text(page, PageText("", array("H")))
        self._know_text(page, "")

    def _know_text(self, page: int, text: str) -> None:
        if page in self._to_copy:
            self._copied.setdefault(page, text)
            self._finish_copy()
        was_missing = not self._search.complete
        self._search.take(page, text)
        done = self._search.complete
        if page in self._search.hits or done:
            self._show_hits()
        if self._steps and (done or (self._search.count and self._steps[0])):
            self.find_next(self._steps.pop())
        if done and was_missing:
            self.marked.emit(self._search.count)

    def _finish_copy(self) -> None:
        if not self._to_copy or not self._to_copy <= set(self._copied):
            return
        spans = [span for span in self._pages.marks.selected_spans() if span[0] in self._copied]
        parts = [copied(self._copied[page][start:end]) for page, start, end in spans]
        self._to_copy, self._copied = set(), {}
        if any(parts):
            QGuiApplication.clipboard().setText("\n".join(parts)[:COPIED_CHARACTERS])

    def _show_hits(self) -> None:
        marks = self._pages.marks
        marks.hits, marks.current = self._search.hits, self._search.current
        self._pages.viewport().update()
        number = self.locale().toString(self._search.count)
        said = ""
        if not self._search.words or not self._count:
            text = ""
        elif not self._search.complete:
            text = self.tr("Searching…")
        elif not self._search.count:
            text = self.tr("No match")
        elif self._search.position:
            now = self.locale().toString(self._search.position)
            text = f"{now} / {number}"
            said = self.tr("Match {number} of {count}").format(number=now, count=number)
        else:
            text = self.tr("%n match(es)", "", self._search.count)
        self._bar.show_found(text, said)

    def _fail_page(self, page: int, why: Failure) -> None:
        if why is Failure.SLOW:
            what = self.tr("This page takes too long to draw. The other pages are not affected.")
        else:
            what = self.tr("This page can't be shown: it is damaged. The other pages are not affected.")
        button = self._pages.set_failure(page, what, self.tr("Try again"))
        button.clicked.connect(functools.partial(self.retry_page, page))
        self.page_settled.emit(page)

    def _fail(self, why: Failure) -> None:
        match why:
            case Failure.PASSWORD:
                what = self.tr(
                    "This PDF is locked with a password, so it can't be shown here. Please tell the organizer."
                )
            case Failure.DAMAGED:
                what = self.tr("This PDF can't be shown: the file is damaged, or it is no PDF.")
            case Failure.SLOW:
                what = self.tr("This PDF could not be shown: opening it takes too long.")
            case Failure.CRASHED:
                what = self.tr("This PDF could not be shown: the process that draws it has ended.")
        self._forget()
        self._refuse(what, retry=why in (Failure.SLOW, Failure.CRASHED))

    def _page_changed(self, page: int) -> None:
        self._bar.show_page(page)
        self._thumbs.show_page(page)
        self._bar.show_zoom(self._pages.percent)

    def _say_count(self) -> None:
        count = self.locale().toString(self._count)
        if self._listed < self._count:
            text = self.tr("/ {count}, the first {listed} are shown").format(
                count=count, listed=self.locale().toString(self._listed)
            )
        else:
            text = self.tr("/ {count}").format(count=count)
        self._bar.show_place(text)

    def _tell_zoom(self) -> None:
        self._bar.show_fit(str(self._pages.zoom))
        if self._count:
            self.zoomed.emit(self._pages.percent)

    def _place_strip(self) -> None:
        possible = self._count > 1 and self.width() >= ROOM_FOR_STRIP
        self._bar.strip.setVisible(possible)
        self._bar.strip.setChecked(self._strip_wanted)
        self._thumbs.setVisible(possible and self._strip_wanted)
