"""The blocks of a report, one function each: it draws at the cursor of the sheet and moves it down."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from .charts import draw_chart
from .palette import AMBER, AMBER_PALE, INK, RULE, SOFT
from .report import Block
from .sheet import PAGE_HEIGHT, Sheet
from .typeset import Type, break_lines, draw_centred, draw_line, draw_lines, draw_right

_GAP = 13.0  # points between two blocks
_MOST_AIR = 14.0  # and what a page with space to spare may add


class PageOverflow(ValueError):
    """The blocks of a page don't fit on it: says of which page, and by how many points."""


def draw_blocks(sheet: Sheet, blocks: Sequence[Block]) -> None:
    """Fills one page; space that is left goes between the blocks, so that pages end at about the same height.

    Raises :class:`PageOverflow`, and KeyError for a kind of block that does not exist.
    """
    scratch = Canvas(io.BytesIO(), initialFontName=sheet.sans)
    trial = replace(sheet, canvas=scratch, numbers=sheet.numbers.copy())
    _fill(trial, blocks, 0.0)
    free = trial.y + _GAP - sheet.look.bottom
    if free < 0:
        raise PageOverflow(f"{sheet.report.case}, page {sheet.page}: {-free:.0f} pt too much")
    _fill(sheet, blocks, min(_MOST_AIR, free / len(blocks)))


def _fill(sheet: Sheet, blocks: Sequence[Block], air: float) -> None:
    sheet.y = PAGE_HEIGHT - sheet.look.top
    for number, (kind, content) in enumerate(blocks):
        if number and kind == "h":
            sheet.y -= _GAP
        _DRAW[kind](sheet, content)
        following = blocks[number + 1][0] if number + 1 < len(blocks) else None
        if kind not in ("h", "h2"):
            sheet.y -= air * (0.3 if kind == following == "p" else 1.0)


def _heading(sheet: Sheet, text: str) -> None:
    sheet.look.heading(sheet, text)


def _subheading(sheet: Sheet, text: str) -> None:
    draw_line(sheet.canvas, sheet.x, sheet.y - 13, text, sheet.strong(12, sheet.look.accent))
    sheet.y -= 24


def _paragraph(sheet: Sheet, text: str) -> None:
    body, leading = sheet.body, sheet.look.leading
    lines = break_lines(text, body, sheet.width, indent=2, justified=True)
    y = sheet.y - body.size - 1
    after = draw_lines(sheet.canvas, sheet.x, y, lines, body, leading)
    sheet.y -= y - after + 5


def _list(sheet: Sheet, items: list[str]) -> None:
    body, leading, hang = sheet.body, sheet.look.leading, 20.0
    for item in items:
        y = sheet.y - body.size - 1
        sheet.canvas.setFillColor(HexColor(sheet.look.accent))
        sheet.canvas.circle(sheet.x + 7, y + body.size * 0.36, 2, stroke=0, fill=1)
        lines = break_lines(item, body, sheet.width - hang, justified=True)
        after = draw_lines(sheet.canvas, sheet.x + hang, y, lines, body, leading)
        sheet.y -= y - after + 1
    sheet.y -= 6


def _note(sheet: Sheet, text: str) -> None:
    """A boxed remark: what is illustrative, what was derived and how."""
    kind, inset, leading = sheet.small(INK, 9.5), 14.0, 16.0
    lines = break_lines(text, kind, sheet.width - 2 * inset, justified=True)
    height = leading * len(lines) + 14
    sheet.fill(sheet.x, sheet.y - height, sheet.width, height, AMBER_PALE)
    sheet.fill(sheet.x, sheet.y - height, 3, height, AMBER)
    draw_lines(sheet.canvas, sheet.x + inset, sheet.y - 18, lines, kind, leading)
    sheet.y -= height + _GAP


def _figures(sheet: Sheet, items: list[list[str]]) -> None:
    """Key figures in a row of cells, each over its label."""
    gap, height = 10.0, 66.0
    cell = (sheet.width - gap * (len(items) - 1)) / len(items)
    label = sheet.small(SOFT, 9)
    for number, (figure, text) in enumerate(items):
        x = sheet.x + number * (cell + gap)
        sheet.fill(x, sheet.y - height, cell, height, sheet.look.pale, 4)
        size = 19.0
        while Type(sheet.sans, size, INK).width(figure) > cell - 16:
            size -= 0.5
        middle = x + cell / 2
        draw_centred(sheet.canvas, middle, sheet.y - 30, figure, sheet.strong(size, sheet.look.accent))
        lines = break_lines(text, label, cell - 10)
        for row, line in enumerate(lines):
            draw_centred(sheet.canvas, middle, sheet.y - 48 - 12 * row, line, label)
    sheet.y -= height + _GAP


def _steps(sheet: Sheet, items: list[list[str]]) -> None:
    """Steps from left to right: a name, and what happens there."""
    gap, inset = 22.0, 8.0
    cell = (sheet.width - gap * (len(items) - 1)) / len(items)
    name, text = sheet.strong(11, sheet.look.accent), sheet.small(INK, 9)
    wrapped = [break_lines(body, text, cell - 2 * inset) for _, body in items]
    height = 36.0 + 14 * max(len(lines) for lines in wrapped)
    sheet.y -= 4
    for number, ((title, _), lines) in enumerate(zip(items, wrapped, strict=True)):
        x = sheet.x + number * (cell + gap)
        sheet.fill(x, sheet.y - height, cell, height, sheet.look.pale, 4)
        draw_centred(sheet.canvas, x + cell / 2, sheet.y - 20, title, name)
        draw_lines(sheet.canvas, x + inset, sheet.y - 38, lines, text, 14)
        if number:
            _arrow(sheet, x - gap + 4, x - 4, sheet.y - height / 2)
    sheet.y -= height + _GAP


def _arrow(sheet: Sheet, x1: float, x2: float, y: float) -> None:
    sheet.rule(x1, x2 - 4, y, sheet.look.accent, 1.2)
    head = sheet.canvas.beginPath()
    head.moveTo(x2, y)
    head.lineTo(x2 - 6, y + 3.5)
    head.lineTo(x2 - 6, y - 3.5)
    head.close()
    sheet.canvas.setFillColor(HexColor(sheet.look.accent))
    sheet.canvas.drawPath(head, stroke=0, fill=1)


def _table(sheet: Sheet, table: dict[str, Any]) -> None:
    """``title``, ``head``, ``rows``, ``note``; ``align`` one of l, r, c a column; ``widths`` as shares."""
    shares = table["widths"]
    widths = [sheet.width * share / sum(shares) for share in shares]
    sheet.caption("表", table["title"])
    right = sheet.x + sheet.width
    sheet.rule(sheet.x, right, sheet.y, INK, 1.0)
    _row(sheet, table["head"], widths, table["align"], sheet.strong(9.5))
    sheet.rule(sheet.x, right, sheet.y, INK, 0.6)
    for number, row in enumerate(table["rows"]):
        if number:
            sheet.rule(sheet.x, right, sheet.y, RULE, 0.35)
        _row(sheet, [str(cell) for cell in row], widths, table["align"], sheet.small(INK, 9.5))
    sheet.rule(sheet.x, right, sheet.y, INK, 1.0)
    lines = break_lines(table["note"], sheet.small(), sheet.width)
    after = draw_lines(sheet.canvas, sheet.x, sheet.y - 14, lines, sheet.small(), 13)
    sheet.y = after - 2 - _GAP / 2


def _row(sheet: Sheet, cells: list[str], widths: list[float], align: str, kind: Type) -> None:
    pad, leading = 5.0, 14.5
    wrapped = [break_lines(cell, kind, width - 2 * pad) for cell, width in zip(cells, widths, strict=True)]
    x = sheet.x
    for lines, width, side in zip(wrapped, widths, align, strict=True):
        y = sheet.y - 15
        for line in lines:
            if side == "r":
                draw_right(sheet.canvas, x + width - pad, y, line, kind)
            elif side == "c":
                draw_centred(sheet.canvas, x + width / 2, y, line, kind)
            else:
                draw_line(sheet.canvas, x + pad, y, line, kind)
            y -= leading
        x += width
    sheet.y -= leading * max(len(lines) for lines in wrapped) + 8


def _chart(sheet: Sheet, chart: dict[str, Any]) -> None:
    draw_chart(sheet, chart)
    sheet.y -= _GAP


_DRAW: dict[str, Callable[[Sheet, Any], None]] = {
    "h": _heading,
    "h2": _subheading,
    "p": _paragraph,
    "list": _list,
    "note": _note,
    "figures": _figures,
    "steps": _steps,
    "table": _table,
    "chart": _chart,
}
