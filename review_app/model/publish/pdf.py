"""A PDF document that says nothing about when, where and by whom it was made."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import BinaryIO

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFInfo, PDFString
from reportlab.pdfgen.canvas import Canvas

from review_app.model.publish.typeset import Line

POINTS_PER_MM = 72 / 25.4
CREATOR = "review-app"


class _Information(PDFInfo):  # type: ignore[misc]  # reportlab ships no types: its classes are Any
    """The information dictionary without dates: reportlab's own would claim the first of January 2000."""

    def format(self, document: object) -> bytes:
        entries = {
            "Title": self.title,
            "Author": self.author,
            "Subject": self.subject,
            "Keywords": self.keywords,
            "Creator": self.creator,
            "Producer": self.producer,
        }
        filled = {name: PDFString(text) for name, text in entries.items() if text}
        return bytes(PDFDictionary(filled).format(document))


def new_canvas(
    file: BinaryIO,
    size_mm: tuple[float, float],
    font: str,
    *,
    title: str,
    author: str = "",
    subject: str = "",
    keywords: str = "",
) -> Canvas:
    """A canvas of pages of ``size_mm`` (width, height) that gives the same bytes for the same drawing.

    ``font`` is a registered font: without it every page would start with a Helvetica that isn't embedded.
    """
    size = (size_mm[0] * POINTS_PER_MM, size_mm[1] * POINTS_PER_MM)
    canvas = Canvas(
        file, pagesize=size, pageCompression=1, invariant=1, initialFontName=font, pdfVersion=(1, 4)
    )
    return _described(canvas, title, author, subject, keywords)


class _BareCanvas(Canvas):  # type: ignore[misc]  # reportlab ships no types: its classes are Any
    """A canvas whose pages don't start with a font: the Helvetica of reportlab's own isn't embedded."""

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"


def document_canvas(
    file: BinaryIO,
    size_mm: tuple[float, float],
    *,
    title: str,
    author: str = "",
    subject: str = "",
    keywords: str = "",
) -> Canvas:
    """As :func:`new_canvas`, for a document whose fonts reportlab doesn't know."""
    size = (size_mm[0] * POINTS_PER_MM, size_mm[1] * POINTS_PER_MM)
    canvas = _BareCanvas(file, pagesize=size, pageCompression=1, invariant=1, pdfVersion=(1, 4))
    return _described(canvas, title, author, subject, keywords)


def _described(canvas: Canvas, title: str, author: str, subject: str, keywords: str) -> Canvas:
    # the file's /ID would begin with reportlab's clock, which SOURCE_DATE_EPOCH moves even in invariant mode
    canvas._doc.signature = hashlib.md5(usedforsecurity=False)
    information = _Information()
    information.invariant = 1
    information.title, information.author, information.subject = title, author, subject
    information.creator, information.keywords = CREATOR, keywords
    canvas._doc.info = information
    return canvas


def draw_line(
    canvas: Canvas, line: Line, x: float, y: float, font: str, size: float, *, heavier: float = 0.0
) -> None:
    """Draws ``line`` with its start at ``x`` and its base line at ``y``, points.

    The faces have one weight: the strong parts get an outline of ``heavier`` points in the fill colour.
    """
    text = canvas.beginText()
    text.setFont(font, size)
    strong = False
    for part in line.parts:
        if part.strong is not strong and heavier:
            strong = part.strong
            text.setTextRenderMode(2 if strong else 0)
        text.setTextOrigin(x + part.x, y)
        text.textOut(part.text)
    if strong:
        text.setTextRenderMode(0)
    canvas.saveState()
    canvas.setLineWidth(heavier)
    canvas.setLineJoin(1)
    canvas.setStrokeColor(canvas._fillColorObj)
    canvas.drawText(text)
    canvas.restoreState()


def draw_centred(
    canvas: Canvas,
    lines: Sequence[Line],
    x: float,
    y: float,
    leading: float,
    font: str,
    size: float,
    *,
    heavier: float = 0.0,
) -> None:
    """Draws ``lines`` centred on ``x``, the first with its base line at ``y``, the next ``leading`` lower."""
    for number, line in enumerate(lines):
        draw_line(canvas, line, x - line.width / 2, y - number * leading, font, size, heavier=heavier)
