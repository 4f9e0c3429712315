"""A PDF attachment on the page."""

from __future__ import annotations

import functools

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QImage
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from review_app.ui.documents.look import Look
from review_app.ui.documents.notice import Notice
from review_app.ui.documents.pdf_pages import PdfPages
from review_app.ui.documents.pdf_process import PdfProcess, drawing
from review_app.ui.documents.render_process import TIME_LIMIT, Failure
from review_app.ui.documents.view_bar import ViewBar


class PdfView(QWidget):
    """Shows a PDF, its pages drawn in a process of their own.

    What can't be shown is said in its place, with a way to try again; the rest of the program goes on.
    ``time_limit`` is in seconds, for opening and for each page.  :attr:`settled` is sent when the document is open or
    given up, :attr:`page_settled` when a page is there or has failed.
    """

    settled = Signal()
    page_settled = Signal(int)

    def __init__(
        self, parent: QWidget | None = None, look: Look | None = None, time_limit: float = TIME_LIMIT
    ) -> None:
        super().__init__(parent)
        self._time_limit = time_limit
        self._data = b""
        self._process: PdfProcess | None = None
        self._count = 0
        self._listed = 0
        self._wanted_place: float | None = None
        self._pages = PdfPages(self, look)
        self._notice = Notice(self)
        self._notice.retried.connect(self._start)
        self._stack = QStackedWidget(self)
        self._stack.setProperty("ground", "paper")
        self._stack.addWidget(self._pages)
        self._stack.addWidget(self._notice)
        self._bar = ViewBar(self)
        self._bar.smaller.connect(self.zoom_out)
        self._bar.larger.connect(self.zoom_in)
        self._bar.fit.connect(self.zoom_reset)
        self._pages.wanted.connect(self._want)
        self._pages.page_changed.connect(self._show_page_number)
        self._pages.zoom_changed.connect(self._bar.show_zoom)
        self.setProperty("ground", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._bar)
        self.setFocusProxy(self._pages)
        self._bar.hide()

    def show_pdf(self, data: bytes) -> None:
        """Shows the document ``data`` from its first page."""
        self.clear()
        self._data = data
        self._start()

    def clear(self) -> None:
        """Shows nothing and ends the process."""
        self._stop()
        self._data = b""
        self._wanted_place = None
        self._count = self._listed = 0
        self._pages.set_pages([])
        self._stack.setCurrentWidget(self._pages)
        self._bar.hide()

    @property
    def page_count(self) -> int:
        """Pages of the document, 0 while it is not open."""
        return self._count

    @property
    def pages(self) -> PdfPages:
        """The column of pages."""
        return self._pages

    @property
    def notice(self) -> str:
        """The sentence shown instead of the document, or empty."""
        return self._notice.text if self._stack.currentWidget() is self._notice else ""

    @property
    def process_id(self) -> int:
        """The process that draws, 0 if there is none."""
        return self._process.process_id if self._process is not None else 0

    def retry(self) -> None:
        """Opens the document again after a failure."""
        self._start()

    def retry_page(self, page: int) -> None:
        """Asks again for a page that failed."""
        self._pages.ask_again(page)

    def zoom_in(self) -> None:
        """One step larger."""
        self._pages.zoom_in()

    def zoom_out(self) -> None:
        """One step smaller."""
        self._pages.zoom_out()

    def zoom_reset(self) -> None:
        """As wide as the view."""
        self._pages.set_zoom(1.0)

    def place(self) -> float:
        """The reading place, 0 to 1."""
        return self._wanted_place if self._wanted_place is not None else self._pages.place()

    def restore_place(self, place: float) -> None:
        """Goes back to what :meth:`place` said, as soon as the document is open."""
        if self._count:
            self._pages.restore_place(place)
        else:
            self._wanted_place = place

    def closeEvent(self, event: QCloseEvent) -> None:
        """No process stays behind."""
        self._stop()
        super().closeEvent(event)

    def _start(self) -> None:
        self._stop()
        self._notice.say(self.tr("Opening…"))
        self._stack.setCurrentWidget(self._notice)
        process = PdfProcess(self._data, self, self._time_limit)
        process.opened.connect(self._opened)
        process.failed.connect(self._fail)
        process.page_drawn.connect(self._take_page)
        process.page_failed.connect(self._fail_page)
        self._process = process
        process.start()

    def _stop(self) -> None:
        if self._process is not None:
            self._process.stop()
            self._process.deleteLater()
            self._process = None

    def _opened(self, count: int, sizes: list[tuple[float, float]]) -> None:
        self._count, self._listed = count, len(sizes)
        self._stack.setCurrentWidget(self._pages)
        self._pages.set_pages(sizes)
        self._bar.show_zoom(self._pages.zoom)
        self._bar.show()
        if self._wanted_place is not None:
            place, self._wanted_place = self._wanted_place, None
            self._pages.restore_place(place)
        self.settled.emit()

    def _want(self, pages: list[tuple[int, int]]) -> None:
        if self._process is not None:
            self._process.want([drawing(page, width) for page, width in pages])

    def _take_page(self, page: int, image: QImage) -> None:
        self._pages.set_image(page, image)
        self.page_settled.emit(page)

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
        retry = why in (Failure.SLOW, Failure.CRASHED)
        self._stop()
        self._count = self._listed = 0
        self._pages.set_pages([])
        self._bar.hide()
        self._notice.say(what + "\n" + self.tr("The other documents are not affected."), retry)
        self._stack.setCurrentWidget(self._notice)
        self.settled.emit()

    def _show_page_number(self, page: int) -> None:
        number, count = self.locale().toString(page + 1), self.locale().toString(self._count)
        if self._listed < self._count:
            text = self.tr("Page {number} of {count}, the first {listed} are shown").format(
                number=number, count=count, listed=self.locale().toString(self._listed)
            )
        else:
            text = self.tr("Page {number} of {count}").format(number=number, count=count)
        self._bar.show_place(text)
