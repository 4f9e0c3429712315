"""A PDF on its way to a printer: drawn page by page in the process that draws attachments, as fine as paper shows."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QRect, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtWidgets import QWidget

from review_app.model.errors import EnvironmentFailure
from review_app.ui.documents.pdf_process import PdfProcess, drawing
from review_app.ui.documents.print_job import PrintJob
from review_app.ui.documents.render_process import Failure

DOTS = 300
"""Of an inch; the drawing process gives less where a page would have more pixels than it draws at once."""
TIME = 30.0
POINTS = 72


class PdfPrint(PrintJob):
    """One PDF, its pages drawn one after the other."""

    def __init__(self, parent: QWidget, content: bytes, name: str, *, landscape: bool) -> None:
        """``name``: what the printer's queue is told, and what the dialog is called."""
        super().__init__(parent)
        self._content = content
        self.title = name
        self.printer.setDocName(name)
        turned = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
        self.printer.setPageOrientation(turned)
        self.printer.setPageMargins(QMarginsF(0, 0, 0, 0))
        self.chosen.connect(self.begin)
        self._painter: QPainter | None = None
        self._process: PdfProcess | None = None
        self._pages: list[int] = []
        self._sizes: list[tuple[float, float]] = []

    def begin(self) -> None:
        """Prints on the printer as it is chosen now."""
        process = self._process = PdfProcess(self._content, self, TIME)
        process.opened.connect(self._opened)
        process.page_drawn.connect(self._drawn)
        process.page_failed.connect(lambda page, why: self._fail())
        process.failed.connect(self._process_failed)
        process.start()

    def _opened(self, count: int, sizes: list[tuple[float, float]]) -> None:
        self._sizes = sizes
        self._pages = list(self.pages_of(count))
        painter = QPainter()
        if not painter.begin(self.printer):
            self._fail()
            return
        self._painter = painter
        self._next()

    def _next(self) -> None:
        if self._process is not None and self._pages:
            page = self._pages[0]
            self._process.want([drawing(page, round(self._sizes[page][0] / POINTS * DOTS))])

    def _drawn(self, page: int, image: QImage) -> None:
        painter = self._painter
        if painter is None or not self._pages or page != self._pages[0]:
            return
        area = self._place(page)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(area, image)
        self._pages.pop(0)
        if not self._pages:
            painter.end()
            self._painter = None
            self.end()
        elif self.printer.newPage():
            self._next()
        else:
            self._fail()

    def _place(self, page: int) -> QRect:
        """Where the page lies on the paper: in its own size in the middle, smaller where it is larger than that."""
        dots = self.printer.resolution()
        paper = self.printer.pageLayout().fullRectPixels(dots)
        wide, high = self._sizes[page]
        size = QSizeF(wide / POINTS * dots, high / POINTS * dots)
        if size.width() > paper.width() + 2 or size.height() > paper.height() + 2:
            size.scale(QSizeF(paper.size()), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(0, 0, round(size.width()), round(size.height()))
        place.moveCenter(QRect(0, 0, paper.width(), paper.height()).center())
        return place

    def _process_failed(self, why: Failure) -> None:
        self._fail()

    def _fail(self) -> None:
        if self._painter is not None:
            self._painter.end()
            self._painter = None
        self.fail(EnvironmentFailure("printer-failed"))

    def end(self) -> None:
        """Ends the drawing process, too."""
        if self._process is not None:
            self._process.stop()
            self._process.deleteLater()
            self._process = None
        super().end()
