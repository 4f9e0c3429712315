"""Small real files for attachments."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas


def a_pdf(pages: int = 1) -> bytes:
    """A PDF with a line of text on every page."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=1)
    for number in range(1, pages + 1):
        canvas.drawString(72, 760, f"Page {number}")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def a_png(width: int = 320, height: int = 200) -> bytes:
    """A picture with a diagonal."""
    picture = Image.new("RGB", (width, height), "#f4efe2")
    ImageDraw.Draw(picture).line((0, 0, width, height), fill="#24598f", width=5)
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()
