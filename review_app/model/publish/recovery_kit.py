"""The recovery kit on paper: one A4 page with a QR code, the same as rows to type, and room for the passphrase.

The passphrase is no argument of anything here: it is written by hand (PROTOCOL section 9).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from review_app.model.publish.fonts import Face
from review_app.model.publish.ornament import draw_divider
from review_app.model.publish.paper import INK, MUTED, PAGE, RULE, Pair, Paper, both, printable, words_of
from review_app.model.publish.pdf import POINTS_PER_MM as MM
from review_app.model.publish.qr import draw_qr, qr_code

MARGIN = 20.0  # mm
MEASURE = PAGE[0] - 2 * MARGIN
QR_SIDE = 42.0  # mm: 0.64 mm a module, for a telephone's camera and a cheap printer
BOX, BOX_GAP, GROUP_GAP = 5.4, 0.5, 2.6  # mm: the boxes for handwriting
GROUPS, GROUP = 4, 4
CELL = 2.54  # mm: a symbol of a row
NOTES = (
    88.0  # mm that the notes take; where a long name or a long key leaves less, they have a page of their own
)
ROW = 5.6  # mm from row to row


@dataclass(frozen=True)
class KitSheet:
    """What the page says.  ``number`` tells kits apart, ``rows`` are to be typed, ``code`` is for the QR code."""

    title: str
    edition: str
    number: str
    rows: tuple[str, ...]
    code: str


class _Document(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: str
    heading: Pair
    number: Pair
    purpose: Pair


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    heading: Pair
    hint: Pair


class _Notes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    items: tuple[tuple[str, str, str, str], ...]  # heading and text, each in Chinese and English


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    document: _Document
    passphrase: _Part
    rows: _Part
    notes: _Notes


def render_kit(sheet: KitSheet) -> bytes:
    """A PDF of one A4 page, or two where a name or key is long; the same input gives the same bytes.

    What the code holds stands among the document's keywords, too, so that the file itself can be read where it was
    kept instead of printed.

    A character of the title that the faces lack stands as its code point.  Raises InputError ``qr-too-large``.
    """
    words, raw = words_of("kit", _Words)
    title, edition = printable(sheet.title, Face.SERIF), printable(sheet.edition)
    with Paper(words.document.title, [raw, title, edition, sheet.number, *sheet.rows]) as paper:
        paper.canvas._doc.info.keywords = sheet.code
        top = _head(paper, words.document, sheet, title, edition)
        top = _sealed(paper, words.passphrase, sheet, top)
        top = _rows(paper, words.rows, sheet.rows, top)
        if top + NOTES > PAGE[1] - 8:
            paper.canvas.showPage()
            top = MARGIN
        _notes(paper, words.notes, top)
        paper.canvas.showPage()
        return paper.finish()


def _head(paper: Paper, words: _Document, sheet: KitSheet, title: str, edition: str) -> float:
    paper.colour(MUTED)
    paper.text(edition, MARGIN, 20, 9.5)
    paper.text(both(words.number, number=sheet.number), MARGIN + MEASURE, 20, 9, right=True)
    paper.colour(INK)
    top = paper.paragraph(title, MARGIN, 28.5, 16, MEASURE, face=Face.SERIF, leading=1.35)
    draw_divider(paper.canvas, (MARGIN + 16) * MM, (PAGE[1] - top + 2.2) * MM, 16 * MM)
    top += 6.5
    paper.heading(words.heading, MARGIN, top, 14, 10.5)
    return paper.pair(words.purpose, MARGIN, top + 6.6, 9.4, MEASURE) - 1.0


def _sealed(paper: Paper, words: _Part, sheet: KitSheet, top: float) -> float:
    """The code, and beside it the boxes for the passphrase."""
    height = QR_SIDE + 12
    paper.field(top, height, MARGIN, MEASURE)
    side = QR_SIDE + 7  # the quiet zone: four modules of a code of 57 to 65 are 3 mm
    paper.field(top + 2.5, side, MARGIN + 2.5, side, (1, 1, 1))
    code = qr_code(sheet.code)
    draw_qr(paper.canvas, code, (MARGIN + 6) * MM, (PAGE[1] - top - 6 - QR_SIDE) * MM, QR_SIDE * MM)
    x, measure = MARGIN + side + 9, MEASURE - side - 15
    below = paper.pair(words.heading, x, top + 9, 11, measure)
    _boxes(paper, x, below + 1)
    paper.pair(words.hint, x, below + BOX + 9.5, 8.6, measure)
    return top + height + 8


def _boxes(paper: Paper, x: float, top: float) -> None:
    canvas = paper.canvas
    canvas.setStrokeColorRGB(*MUTED)
    canvas.setLineWidth(0.6)
    canvas.setFillColorRGB(1, 1, 1)
    for group in range(GROUPS):
        for place in range(GROUP):
            left = x + group * (GROUP * (BOX + BOX_GAP) + GROUP_GAP) + place * (BOX + BOX_GAP)
            canvas.rect(
                left * MM, (PAGE[1] - top - BOX - 1.6) * MM, BOX * MM, (BOX + 1.6) * MM, stroke=1, fill=1
            )
    paper.colour(INK)


def _rows(paper: Paper, words: _Part, rows: Sequence[str], top: float) -> float:
    paper.heading(words.heading, MARGIN, top, 11, 8.6)
    top = paper.pair(words.hint, MARGIN, top + 5.2, 8.6, MEASURE) + 0.6
    half = -(-len(rows) // 2)
    for number, row in enumerate(rows):
        x = MARGIN + (MEASURE / 2 + 3) * (number // half)
        y = top + ROW * (number % half)
        paper.colour(MUTED)
        paper.text(f"{number + 1:02d}", x, y, 8)
        paper.colour(INK)
        _symbols(paper, row, x + 7, y)
    return top + ROW * half + 1.5


def _symbols(paper: Paper, row: str, x: float, top: float) -> None:
    """A row with every symbol in a cell of one width, groups apart."""
    for symbol in row:
        if symbol == "-":
            x += 1.4
            continue
        paper.text(symbol, x + (CELL - paper.width(symbol, 10.4)) / 2, top, 10.4)
        x += CELL


def _notes(paper: Paper, words: _Notes, top: float) -> None:
    canvas = paper.canvas
    canvas.setStrokeColorRGB(*RULE)
    canvas.setLineWidth(0.5)
    canvas.line(MARGIN * MM, (PAGE[1] - top) * MM, (MARGIN + MEASURE) * MM, (PAGE[1] - top) * MM)
    top += 6
    label = 31.0
    for heading, english, text, below in words.items:
        paper.colour(INK)
        paper.text(heading, MARGIN, top, 9.4, strong=True)
        paper.colour(MUTED)
        paper.text(english, MARGIN, top + 4.2, 7.2)
        top = paper.pair((text, below), MARGIN + label, top, 9, MEASURE - label) + 0.6
