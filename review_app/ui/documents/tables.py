"""Tables of a dossier: as wide as they need to be, never wider than the column."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)

from review_app.ui.documents.blocks import Block, Run, is_wide
from review_app.ui.documents.formats import DEEPEST_SHOWN, INDENT, Formats

SIZES = (15, 13)
"""Pixels of a table's letters: the smaller ones where the larger don't fit."""
PADDING = 16
"""Pixels beside the text of a cell, both sides together."""
NARROWEST = 4.2
"""Characters of a column's width below which a column of longer text is not readable."""
SMALLEST_SHARE = 0.4
"""Of the column: a table is not narrower."""
FULL = 0.995
"""Of the column: Qt rounds the widths of columns up, and a table a pixel wider than the page would make it scroll."""

Cells = tuple[tuple[Run, ...], ...]
SetRuns = Callable[[QTextCursor, tuple[Run, ...], int, bool], None]


def set_table(cursor: QTextCursor, block: Block, formats: Formats, width: float, set_runs: SetRuns) -> None:
    """Inserts the table ``block`` at ``cursor`` into a column ``width`` pixels wide.

    ``set_runs(cursor, runs, size, strong)`` fills a cell.  A table too wide even in small letters is turned: each row
    becomes a few lines of heading and value.
    """
    left = formats.px(INDENT) * min(DEEPEST_SHOWN, block.depth + block.quote)
    room = max(1.0, (width - left) / formats.zoom)
    naturals = [_natural(column) for column in zip(*block.rows, strict=True)]
    size = next((size for size in SIZES if _least(naturals, size) <= room), 0)
    turned = not size
    rows, aligned, ends = block.rows, block.aligned, set(range(len(block.rows)))
    if turned:
        rows, ends = _turned(block.rows)
        aligned, size = ("left", "left"), SIZES[0]
    wanted = sum(natural * size + PADDING for natural in naturals)
    share = FULL if turned else min(FULL, max(SMALLEST_SHARE, (wanted + 8) / room))
    form = _table_format(block, formats, left, share * 100)
    if turned:
        form.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.PercentageLength, part) for part in (30, 70)]
        )
    else:
        form.setHeaderRowCount(1)
    table = cursor.insertTable(len(rows), len(rows[0]), form)
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            strong = column == 0 if turned else number == 0
            inner = _cell(table, number, column, formats, aligned[column], head=not turned and not number)
            if number not in ends:
                _without_line(table, number, column)
            set_runs(inner, cell, size, strong)


def _natural(cells: Cells) -> float:
    """Width in characters of the longest cell, on one line."""
    return max(sum(sum(1.0 if is_wide(c) else 0.56 for c in run.text) for run in cell) for cell in cells)


def _least(naturals: list[float], size: int) -> float:
    return sum(min(natural, NARROWEST) * size + PADDING for natural in naturals)


def _turned(rows: tuple[Cells, ...]) -> tuple[tuple[Cells, ...], set[int]]:
    """Heading and value line by line, and the numbers of the lines that end a row."""
    head, body = rows[0], rows[1:]
    turned = tuple(
        (heading, cell)
        for row in body or (tuple(() for _ in head),)
        for heading, cell in zip(head, row, strict=True)
    )
    return turned, {number for number in range(len(turned)) if (number + 1) % len(head) == 0}


def _table_format(block: Block, formats: Formats, left: int, percent: float) -> QTextTableFormat:
    form = QTextTableFormat()
    form.setBorder(0)
    form.setBorderCollapse(True)
    form.setCellSpacing(0)
    form.setCellPadding(0)
    form.setTopMargin(0 if block.continues else formats.px(12))
    form.setBottomMargin(formats.px(18))
    form.setLeftMargin(left)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, percent))
    return form


def _cell(
    table: QTextTable, row: int, column: int, formats: Formats, aligned: str, head: bool
) -> QTextCursor:
    cell = table.cellAt(row, column)
    look = QTextTableCellFormat()
    look.setTopPadding(formats.px(6))
    look.setBottomPadding(formats.px(6))
    look.setLeftPadding(formats.px(PADDING / 2) if column else 0)
    look.setRightPadding(formats.px(PADDING / 2))
    look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignTop)
    look.setBottomBorder(1.0)
    look.setBottomBorderStyle(QTextTableFormat.BorderStyle.BorderStyle_Solid)
    look.setBottomBorderBrush(formats.look.secondary if head else formats.look.line)
    cell.setFormat(look)
    cursor = cell.firstCursorPosition()
    form = QTextBlockFormat()
    form.setLineHeight(formats.px(15 * 1.5), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
    named = {"right": Qt.AlignmentFlag.AlignRight, "center": Qt.AlignmentFlag.AlignHCenter}
    form.setAlignment(named.get(aligned, Qt.AlignmentFlag.AlignLeft))
    cursor.setBlockFormat(form)
    return cursor


def _without_line(table: QTextTable, row: int, column: int) -> None:
    cell = table.cellAt(row, column)
    look = cell.format().toTableCellFormat()
    look.setBottomBorder(0)
    look.setBottomPadding(0)
    cell.setFormat(look)
