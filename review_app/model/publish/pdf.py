"""A PDF document that says nothing about when, where and by whom it was made."""

from __future__ import annotations

from typing import BinaryIO

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFInfo, PDFString
from reportlab.pdfgen.canvas import Canvas

POINTS_PER_MM = 72 / 25.4
CREATOR = "review-app"


class _Information(PDFInfo):  # type: ignore[misc]
    """The information dictionary without dates: reportlab's own would claim the first of January 2000."""

    def format(self, document: object) -> bytes:
        entries = {
            "Title": self.title,
            "Author": self.author,
            "Subject": self.subject,
            "Creator": self.creator,
            "Producer": self.producer,
        }
        filled = {name: PDFString(text) for name, text in entries.items() if text}
        return bytes(PDFDictionary(filled).format(document))


def new_canvas(
    file: BinaryIO, size_mm: tuple[float, float], font: str, *, title: str, author: str = "", subject: str = ""
) -> Canvas:
    """A compressed canvas of pages of ``size_mm`` (width, height) that gives the same bytes for the same drawing.

    ``font`` is a registered embedded font: without it every page would start with a Helvetica that isn't embedded.
    """
    size = (size_mm[0] * POINTS_PER_MM, size_mm[1] * POINTS_PER_MM)
    canvas = Canvas(file, pagesize=size, pageCompression=1, invariant=1, initialFontName=font, pdfVersion=(1, 4))
    information = _Information()
    information.invariant = 1
    information.title, information.author, information.subject = title, author, subject
    information.creator = CREATOR
    canvas._doc.info = information
    return canvas
