"""What of a dossier goes to the clipboard: text, and the same with headings, emphasis, lists and tables.

Made anew from what is selected, so that nothing else gets out: no names of attachments or members, no addresses of the
program's own links, no colours of a dark window.
"""

from __future__ import annotations

import html
from collections.abc import Iterator

from PySide6.QtCore import QMimeData
from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrame,
    QTextTable,
)

from review_app.ui.documents.formats import BACK, CODE, QUOTE, RULE

PICTURE = "\ufffc"
_FACE = "font-family:'Noto Serif SC','Source Han Serif SC',SimSun,serif;line-height:1.6"


def mime_of(selected: QTextCursor) -> QMimeData:
    """The selected text, plain and as HTML with inline styles."""
    copy = QTextDocument()
    QTextCursor(copy).insertFragment(selected.selection())
    data = QMimeData()
    data.setText("\n".join(_plain(copy.rootFrame())).strip("\n"))
    data.setHtml(f'<div style="{_FACE}">{"".join(_marked_up(copy.rootFrame()))}</div>')
    return data


def _parts(frame: QTextFrame) -> Iterator[QTextBlock | QTextTable]:
    """Blocks and tables of a frame, in order."""
    place = frame.begin()
    while not place.atEnd():
        inner = place.currentFrame()
        if isinstance(inner, QTextTable):
            yield inner
        elif inner is None and place.currentBlock().isValid():
            yield place.currentBlock()
        place += 1


def _cells(table: QTextTable) -> Iterator[list[list[QTextBlock]]]:
    """Rows of cells of blocks."""
    for row in range(table.rows()):
        cells = []
        for column in range(table.columns()):
            blocks = []
            place = table.cellAt(row, column).begin()
            while not place.atEnd():
                blocks.append(place.currentBlock())
                place += 1
            cells.append(blocks)
        yield cells


def _fragments(block: QTextBlock) -> Iterator[tuple[str, QTextCharFormat]]:
    """Runs of text, without pictures and without the ways back from footnotes."""
    place = block.begin()
    while not place.atEnd():
        form, text = place.fragment().charFormat(), place.fragment().text().replace(PICTURE, "")
        if not (form.isAnchor() and text == BACK):
            yield text, form
        place += 1


def _text(block: QTextBlock) -> str:
    return "".join(text for text, _ in _fragments(block)).replace("\u2028", "\n").rstrip(" ")


def _plain(frame: QTextFrame) -> Iterator[str]:
    for part in _parts(frame):
        if isinstance(part, QTextTable):
            for cells in _cells(part):
                yield "\t".join(" ".join(_text(block) for block in cell) for cell in cells)
        elif text := _text(part).replace("\t", " "):
            yield text


def _marked_up(frame: QTextFrame) -> Iterator[str]:
    for part in _parts(frame):
        if isinstance(part, QTextTable):
            yield "<table style='border-collapse:collapse'>"
            for cells in _cells(part):
                filled = "".join(f"<td style='padding:4px 10px 4px 0'>{_cell(cell)}</td>" for cell in cells)
                yield f"<tr>{filled}</tr>"
            yield "</table>"
        else:
            yield _block(part)


def _cell(blocks: list[QTextBlock]) -> str:
    return "<br>".join(_inside(block) for block in blocks)


def _block(block: QTextBlock) -> str:
    form, inside = block.blockFormat(), _inside(block)
    if form.intProperty(RULE):
        return "<hr>"
    if not inside:
        return ""
    if level := form.headingLevel():
        return f"<h{level}>{inside}</h{level}>"
    if form.boolProperty(CODE):
        return f"<pre style='margin:0'>{inside}</pre>"
    if form.intProperty(QUOTE):
        return f"<blockquote>{inside}</blockquote>"
    moved = f"margin-left:{round(form.leftMargin() / 16, 1)}em;" if form.leftMargin() else ""
    first = "text-indent:2em;" if form.textIndent() > 0 else ""
    return f"<p style='margin-top:0;margin-bottom:0.6em;{moved}{first}'>{inside}</p>"


def _inside(block: QTextBlock) -> str:
    pieces = []
    for text, form in _fragments(block):
        escaped = html.escape(text.replace("\t", "\u2003")).replace("\u2028", "<br>")
        pieces.append(_styled(escaped, form))
    return "".join(pieces).strip(" ")


def _styled(text: str, form: QTextCharFormat) -> str:
    if not text:
        return ""
    if form.fontWeight() >= QFont.Weight.Bold:
        text = f"<b>{text}</b>"
    if form.fontItalic():
        text = f"<i>{text}</i>"
    if form.fontStrikeOut():
        text = f"<s>{text}</s>"
    if form.verticalAlignment() == QTextCharFormat.VerticalAlignment.AlignSuperScript:
        text = f"<sup>{text}</sup>"
    return text
