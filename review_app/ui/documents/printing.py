"""A dossier on paper: well-set pages that say nothing about who printed them, where or when."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import msgspec
from PySide6.QtCore import (
    QBuffer,
    QIODevice,
    QMarginsF,
    QObject,
    QRectF,
    QSizeF,
    Qt,
    QTimer,
    QUrl,
    Signal,
)
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QImage,
    QPageLayout,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from review_app.model.errors import EnvironmentFailure, ReviewError
from review_app.model.files import write_atomically
from review_app.model.text import visible
from review_app.ui import theme
from review_app.ui.documents.background import Task
from review_app.ui.documents.blocks import Kind
from review_app.ui.documents.look import Look, look_of
from review_app.ui.documents.markdown import Parsed, parsed
from review_app.ui.documents.ornaments import blocks_between, paint_ornament
from review_app.ui.documents.page_setting import Manner, PageSetting
from review_app.ui.documents.picture_decode import decode
from review_app.ui.documents.pictures import RefusedPicture, media_type_of
from review_app.ui.documents.print_job import PrintJob
from review_app.ui.documents.typeset import TitleBlock, picture_address

DOTS = 96
"""Of an inch: the unit in which a page is set."""
ZOOM = 0.8
"""Body text of 10.8 points; the column of forty characters is 152 mm wide."""
TOP_EDGE, BOTTOM_EDGE = 84, 92
"""From the paper's edges to the text, for running head and page number."""
PICTURE_WIDTH = 1600
"""Pixels of a printed picture at most."""
MOVING = 0.25
"""Seconds for moving headings to the next page."""


@dataclass(frozen=True)
class _Material:
    parsed: Parsed
    pictures: dict[str, QImage]


class DossierSheets(QObject):
    """A dossier set for paper.  :attr:`ready` follows :meth:`prepare` when it can be drawn.

    Reading, decoding and setting are done beside or between the window's turns.
    """

    ready = Signal()

    def __init__(
        self, parent: QObject, title: TitleBlock, text: str, picture_of: Callable[[str], bytes | None]
    ) -> None:
        super().__init__(parent)
        self._title, self._text, self._picture_of = title, text, picture_of
        self.document = QTextDocument(self)
        self.document.setDocumentMargin(0)
        self.document.setUseDesignMetrics(True)
        self._look = _paper_look()
        self._setting = PageSetting(self.document, self)
        self._setting.finished.connect(self._finish)
        self._task: Task[_Material] | None = None
        self._paper = QRectF()

    def prepare(self, paper: QRectF) -> None:
        """Sets the dossier for pages of the size ``paper``, in units of 1/96 inch."""
        self._paper = paper
        text, picture_of = self._text, self._picture_of

        def work(cancelled: threading.Event) -> _Material:
            whole = parsed(text)
            names = {block.picture for block in whole.blocks if block.kind is Kind.FIGURE and block.picture}
            return _Material(
                whole, {name: image for name in names if (image := _picture(picture_of, name, cancelled))}
            )

        self._task = Task(self, work, self._set)

    @property
    def pages(self) -> int:
        """How many there are."""
        return self.document.pageCount()

    def draw(self, painter: QPainter, page: int, scale: float) -> None:
        """Draws ``page`` (from 0) on a paper whose upper left corner is the painter's origin, dots times ``scale``."""
        size = self.document.pageSize()
        left = (self._paper.width() - size.width()) / 2
        painter.save()
        painter.scale(scale, scale)
        self._draw_margins(painter, page, left, size.width())
        painter.translate(left, TOP_EDGE - page * size.height())
        shown = QRectF(-40, page * size.height(), size.width() + 80, size.height())
        painter.setClipRect(shown)
        layout = self.document.documentLayout()
        first = self.document.findBlock(max(0, layout.hitTest(shown.topLeft(), Qt.HitTestAccuracy.FuzzyHit)))
        for block, rectangle in blocks_between(first, shown.bottom()):
            paint_ornament(painter, block, rectangle, self._look, ZOOM, round(size.width()))
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = shown  # type: ignore[assignment]
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, self._look.ink)
        context.palette = palette  # type: ignore[assignment]
        layout.draw(painter, context)
        painter.restore()

    def _draw_margins(self, painter: QPainter, page: int, left: float, width: float) -> None:
        painter.setFont(theme.interface_font(11))
        painter.setPen(self._look.secondary)
        if page:
            head = painter.fontMetrics().elidedText(
                visible(self._title.title), Qt.TextElideMode.ElideRight, round(width)
            )
            place = QRectF(left, 44, width, 20)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), head)
        foot = self.tr("Page {number} of {count}").format(number=page + 1, count=self.pages)
        place = QRectF(left, self._paper.height() - 60, width, 20)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter), foot)

    def _set(self, material: _Material) -> None:
        self._task = None
        sizes = {name: image.size() for name, image in material.pictures.items()}
        manner = Manner(self._look, ZOOM, sizes.get)
        self._setting.begin(material.parsed, self._title, manner, screen=1, portion=1 << 40)
        kind = QTextDocument.ResourceType.ImageResource.value
        for (
            name,
            image,
        ) in material.pictures.items():  # after the page was begun: that empties it of everything
            self.document.addResource(kind, QUrl(picture_address(name)), image)

    def _finish(self) -> None:
        typesetter = self._setting.typesetter
        assert typesetter is not None
        frame = self.document.rootFrame()
        form = frame.frameFormat()
        form.setTopMargin(0)
        form.setBottomMargin(0)
        frame.setFrameFormat(form)
        width = min(float(typesetter.column), self._paper.width() - 2 * 48)
        self._lay_out(QSizeF(width, self._paper.height() - TOP_EDGE - BOTTOM_EDGE))
        self._keep_headings_with_text()
        self.ready.emit()

    def _lay_out(self, size: QSizeF) -> None:
        # Qt loses text behind a page break that was added later, unless all is laid out anew.
        self.document.setPageSize(QSizeF(size.width() - 1, size.height()))
        self.document.setPageSize(size)

    def _keep_headings_with_text(self) -> None:
        """No heading stands alone at the foot of a page, as far as that is done in a moment."""
        until = time.monotonic() + MOVING
        block = self.document.begin().next()  # not the title
        while block.isValid() and time.monotonic() < until:
            if block.blockFormat().headingLevel() and self._is_alone(block):
                cursor = QTextCursor(block)
                form = cursor.blockFormat()
                form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                cursor.setBlockFormat(form)
                self._lay_out(self.document.pageSize())
            block = block.next()

    def _is_alone(self, heading: QTextBlock) -> bool:
        layout, height = self.document.documentLayout(), self.document.pageSize().height()
        following = heading.next()
        if not following.isValid():
            return False
        below = layout.blockBoundingRect(following)
        lines = following.layout()
        first = below.top() + (lines.lineAt(0).rect().bottom() if lines.lineCount() else below.height())
        return int(layout.blockBoundingRect(heading).center().y() // height) != int((first - 1) // height)


def pdf_writer(buffer: QBuffer, layout: QPageLayout) -> QPdfWriter:
    """Writes pages of the size of ``layout`` to ``buffer``; what it writes is for :func:`scrubbed`."""
    writer = QPdfWriter(buffer)
    writer.setPageLayout(layout)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(600)
    writer.setTitle("")
    writer.setCreator("")
    return writer


def scrubbed(content: bytes) -> bytes:
    """``content``, a PDF by Qt, without dates, identifiers and the name of its producer; nothing in it moves."""

    def fixed(found: re.Match[bytes]) -> bytes:
        zone = found[2].translate(bytes.maketrans(b"123456789-", b"000000000+"))
        return b"(D:19800101000000" + zone + b")"

    def fixed_xmp(found: re.Match[bytes]) -> bytes:
        return b"1980-01-01T00:00:00" + (b"Z" if found[0].endswith(b"Z") else b"+00:00")

    def zeros(found: re.Match[bytes]) -> bytes:
        return found[1] + re.sub(rb"[0-9a-fA-F]", b"0", found[2]) + found[3]

    def blank(found: re.Match[bytes]) -> bytes:
        return found[1] + b" " * len(found[2]) + found[3]

    def blank_wide(found: re.Match[bytes]) -> bytes:
        return found[1] + b"\0 " * (len(found[2]) // 2) + found[3]

    for pattern, change in (
        (rb"\(D:(\d{14})([^)]*)\)", fixed),
        (rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)", fixed_xmp),
        (rb"(/ID \[)([^\]]*)(\])", zeros),
        (rb"(uuid:)([0-9a-fA-F-]+)()", zeros),
        (rb"(<xmpMM:(?:Document|Instance)ID>)([^<]*)(<)", zeros),
        (rb"(<pdf:Producer>)([^<]*)(<)", blank),
        (rb"(pdf:Producer=\")([^\"]*)(\")", blank),
        (rb"(/Producer \(\xfe\xff)((?:\0[^)\\])*)(\))", blank_wide),
    ):
        content = re.sub(pattern, change, content)
    return content


class PrintRun(PrintJob):
    """One dossier: its pages are set for the printer, and sent one a turn of the window."""

    def __init__(
        self, parent: QWidget, title: TitleBlock, text: str, picture_of: Callable[[str], bytes | None]
    ) -> None:
        super().__init__(parent)
        self.title = self.tr("Print the dossier")
        # What a printer's queue is told: not the program, not the case.
        self.printer.setDocName(self.tr("Dossier"))
        self._sheets = DossierSheets(self, title, text, picture_of)
        self._sheets.ready.connect(self._start)
        self._buffer: QBuffer | None = None
        self.chosen.connect(self.begin)

    def begin(self) -> None:
        """Sets the pages for the printer as it is chosen now, and prints them."""
        inches = self.printer.pageLayout().fullRect(QPageLayout.Unit.Inch)
        self._sheets.prepare(QRectF(0, 0, inches.width() * DOTS, inches.height() * DOTS))

    def _start(self) -> None:
        self._pages = self.pages_of(self._sheets.pages)
        self._page = self._pages.start
        self._device: QPrinter | QPdfWriter = self.printer
        if self.printer.outputFormat() == QPrinter.OutputFormat.PdfFormat and self.printer.outputFileName():
            # Qt's own way to a file would write the time, and give no chance to take it out.
            self._buffer = QBuffer(self)
            self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
            self._device = pdf_writer(self._buffer, self.printer.pageLayout())
        self._painter = QPainter()
        if self._painter.begin(self._device):
            self._print_page()
        else:
            self.fail(EnvironmentFailure("printer-failed"))

    def _print_page(self) -> None:
        if self._page > self._pages.start and not self._device.newPage():
            self._painter.end()
            self.fail(EnvironmentFailure("printer-failed"))
            return
        self._sheets.draw(self._painter, self._page, self._device.resolution() / DOTS)
        self._page += 1
        if self._page in self._pages:
            QTimer.singleShot(0, self, self._print_page)
            return
        self._painter.end()
        self._finish()

    def _finish(self) -> None:
        if self._buffer is not None:
            try:
                write_atomically(Path(self.printer.outputFileName()), scrubbed(self._buffer.data().data()))
            except ReviewError as failure:
                self.fail(failure)
                return
        self.end()


def _paper_look() -> Look:
    black, white = QColor(Qt.GlobalColor.black), QColor(Qt.GlobalColor.white)
    return msgspec.structs.replace(look_of(theme.LIGHT), paper=white, ink=black)


def _picture(
    picture_of: Callable[[str], bytes | None], name: str, cancelled: threading.Event
) -> QImage | None:
    data = picture_of(name)
    if data is None:
        return None
    try:
        image = decode(data, media_type_of(name), cancelled)
    except RefusedPicture:
        return None
    if image.width() <= PICTURE_WIDTH:
        return image
    return image.scaledToWidth(PICTURE_WIDTH, Qt.TransformationMode.SmoothTransformation)
