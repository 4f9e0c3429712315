"""The receipt of a score sheet on paper: the two codes, what each is good for, and nothing of who, when and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from review_app.model.publish.fonts import Face
from review_app.model.publish.ornament import draw_divider
from review_app.model.publish.paper import (
    INK,
    MARGIN,
    MEASURE,
    MUTED,
    PAGE,
    Pair,
    Paper,
    both,
    printable,
    words_of,
)
from review_app.model.publish.pdf import POINTS_PER_MM as MM
from review_app.model.publish.qr import draw_qr, qr_code
from review_app.model.publish.typeset import Line

QR_SIDE = 27.0  # mm
INSTRUCTIONS_END, PAGE_END = 192.0, 270.0
"""mm from the top: return instructions that reach below the first have pages of their own, which end at the second."""
SIZE, LEADING = 9.6, 5.4  # points, mm: the instructions


@dataclass(frozen=True)
class ReceiptSheet:
    """What the page says.  ``file_name`` is the sheet's, ``instructions`` are the organizer's; either may be empty."""

    title: str
    edition: str
    receipt: str
    delivery_code: str
    revision: int
    file_name: str
    instructions: str = ""


class _Codes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    receipt: Pair
    receipt_use: Pair
    delivery: Pair
    delivery_use: Pair
    file: Pair


class _Steps(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    heading: Pair
    items: tuple[tuple[str, str, str, str], ...]  # heading and text, each in Chinese and English
    instructions: Pair


class _Document(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: str
    heading: Pair
    revision: Pair


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    document: _Document
    codes: _Codes
    steps: _Steps
    foot: dict[str, Pair]


def receipt_code_text(receipt: str, delivery_code: str) -> str:
    """What the QR code holds: both codes as they are read, and nothing else."""
    return f"{receipt}\n{delivery_code}"


def render_receipt(sheet: ReceiptSheet) -> bytes:
    """A PDF of one A4 page, and more where the instructions are long.

    The same input gives the same bytes, whoever renders it, whenever and wherever.

    A character that the faces lack stands as its code point.
    """
    words, raw = words_of("receipt", _Words)
    title, edition = printable(sheet.title, Face.SERIF), printable(sheet.edition)
    instructions = [printable(line) for line in sheet.instructions.split("\n") if line.strip()]
    codes = [sheet.receipt, sheet.delivery_code, str(sheet.revision), printable(sheet.file_name)]
    with Paper(words.document.title, [raw, printable(title), edition, *instructions, *codes, "…"]) as paper:
        top = _head(paper, words, sheet, title, edition)
        top = _codes(paper, words.codes, sheet, top)
        lines = [line for text in instructions for line in paper.lines(text, SIZE, MEASURE - 6)]
        placed = _steps(paper, words.steps, lines, top + 13)
        _foot(paper, words)
        paper.canvas.showPage()
        a_page = int((PAGE_END - 30) / LEADING)
        for start in range(0, 0 if placed else len(lines), a_page):
            _instructions(paper, words.steps.instructions, lines[start : start + a_page], 30)
            paper.canvas.showPage()
        return paper.finish()


def _head(paper: Paper, words: _Words, sheet: ReceiptSheet, title: str, edition: str) -> float:
    paper.colour(MUTED)
    paper.text(edition, MARGIN, 27, 10)
    paper.colour(INK)
    top = paper.paragraph(title, MARGIN, 37, 19, face=Face.SERIF, leading=1.35)
    draw_divider(paper.canvas, (MARGIN + 18) * MM, (PAGE[1] - top + 1.5) * MM, 18 * MM)
    document = words.document
    top += 9
    paper.heading(document.heading, MARGIN, top, 13, 10)
    paper.text(both(document.revision, revision=sheet.revision), MARGIN + MEASURE, top, 10, right=True)
    return top + 5


def _codes(paper: Paper, words: _Codes, sheet: ReceiptSheet, top: float) -> float:
    height = 60.0
    paper.field(top, height)
    x, y = MARGIN + 8, top + 11
    for name, use, code in (
        (words.receipt, words.receipt_use, sheet.receipt),
        (words.delivery, words.delivery_use, sheet.delivery_code),
    ):
        paper.colour(MUTED)
        paper.text(both(name), x, y, 9)
        paper.colour(INK)
        paper.text(code, x, y + 8.5, 19)
        paper.colour(MUTED)
        paper.text(use[0], x, y + 14.5, 8.6)
        paper.text(use[1], x, y + 18.7, 7.2)
        y += 26.5
    side = QR_SIDE + 6
    left, low = MARGIN + MEASURE - side - 8, top + (height - side) / 2
    paper.field(low, side, left, side, (1, 1, 1))
    square = qr_code(receipt_code_text(sheet.receipt, sheet.delivery_code))
    draw_qr(paper.canvas, square, (left + 3) * MM, (PAGE[1] - low - side + 3) * MM, QR_SIDE * MM)
    top += height + 6.5
    paper.colour(MUTED)
    if sheet.file_name:
        width = paper.text(both(words.file), MARGIN, top, 9)
        paper.colour(INK)
        paper.text(printable(sheet.file_name), MARGIN + width + 4, top, 10.5)
    return top


def _steps(paper: Paper, words: _Steps, instructions: list[Line], top: float) -> bool:
    """The three steps.  Whether the instructions found their place among them."""
    placed = False
    for heading, english, text, below in words.items:
        paper.colour(INK)
        width = paper.text(heading, MARGIN, top, 11.5, strong=True)
        paper.colour(MUTED)
        paper.text(english, MARGIN + width + 3, top, 9)
        top = paper.pair((text, below), MARGIN, top + 6.2, 10) + 3.4
        if not placed and top + LEADING * (len(instructions) + 1) <= INSTRUCTIONS_END:
            top = _instructions(paper, words.instructions, instructions, top - 1.5)
            placed = True
    return placed


def _instructions(paper: Paper, name: Pair, lines: Sequence[Line], top: float) -> float:
    if not lines:
        return top + 1.5
    paper.colour(MUTED)
    paper.text(both(name), MARGIN + 6, top, 8.6)
    paper.colour(INK)
    for line in lines:
        top += LEADING
        paper.put(line, MARGIN + 6, top, SIZE)
    return top + LEADING + 3.4


def _foot(paper: Paper, words: _Words) -> None:
    paper.rule(254)
    top = 260.0
    for pair in words.foot.values():
        top = paper.pair(pair, MARGIN, top, 8.4) + 0.2
