"""Sets blocks in a text document: the typography of the reading column."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextImageFormat,
    QTextLength,
    QTextOption,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)

from review_app.model.text import visible
from review_app.ui.documents.blocks import Block, Kind, Run, Style
from review_app.ui.documents.look import Look, fixed_width_family
from review_app.ui.theme import SANS, SERIF

BODY, LINE_HEIGHT, COLUMN = 18, 1.75, 40
"""Pixels of the body text at zoom 1, its line height, characters of the column's width."""
HEADINGS = {1: 27, 2: 22, 3: 19, 4: 18, 5: 18, 6: 18}
INDENT = 28
"""Pixels of one level of a list or quote."""
DEEPEST_SHOWN = 8
"""Levels after which the text moves no further to the right."""

QUOTE = QTextFormat.Property.UserProperty + 1
"""On a block: how many quotes are around it; the view draws their bars."""
RULE = QTextFormat.Property.UserProperty + 2
"""On a block: a rule across the column stands for it."""

CODE = QTextFormat.Property.UserProperty + 3
"""On a block: a line of code; the view draws its ground, :data:`CODE_PADDING` around it."""
CODE_PADDING = 12


@dataclass(frozen=True)
class TitleBlock:
    """What stands above a dossier: a small line (region, facet, route), the title, who nominated it."""

    above: str
    title: str
    below: str = ""


class Typesetter:
    """Writes to the end of a document by ``cursor``, at ``zoom``, in the colours of ``look``.

    ``picture_size(name)`` is the size in pixels of an attached picture, or None for one that can't be shown.
    """

    def __init__(
        self, cursor: QTextCursor, look: Look, zoom: float, picture_size: Callable[[str], QSize | None]
    ) -> None:
        self._cursor, self._look, self._zoom, self._picture_size = cursor, look, zoom, picture_size
        self._fresh = True
        self._depth = 0

    def px(self, length: float) -> int:
        """``length`` in pixels at zoom 1, zoomed."""
        return max(1, round(length * self._zoom))

    @property
    def column(self) -> int:
        """Width of the column in pixels."""
        return COLUMN * self.px(BODY)

    @property
    def next_position(self) -> int:
        """Where in the document the next block will begin."""
        return self._cursor.position() + (0 if self._fresh else 1)

    def set_title(self, title: TitleBlock) -> None:
        """Sets ``title`` above everything else."""
        if title.above:
            self._start(self._block_format(before=0, after=6, line=13 * 1.5))
            self._cursor.insertText(visible(title.above), self._characters(13, SANS, self._look.secondary))
        self._start(self._block_format(before=0, after=6, line=30 * 1.35, heading=1))
        characters = self._characters(30, SERIF, self._look.ink)
        characters.setFontWeight(QFont.Weight.Bold)
        self._cursor.insertText(visible(title.title), characters)
        if title.below:
            self._start(self._block_format(before=0, after=22, line=14 * 1.5))
            self._cursor.insertText(visible(title.below), self._characters(14, SANS, self._look.secondary))

    def set_more(self, percent: int, link: str) -> None:
        """Says how much of a very long text is set, and offers the rest by ``link``."""
        text = QCoreApplication.translate(
            "Typesetter", "This text is very long. Shown so far: about {percent} %."
        ).format(percent=QLocale().toString(percent))
        self.set_note(text, QCoreApplication.translate("Typesetter", "Show more"), link)

    def set_note(self, text: str, link_text: str = "", link: str = "") -> None:
        """Sets a sentence of the program's own, told apart from the dossier by face and colour."""
        self._start(self._block_format(before=10, after=14, line=15 * 1.6))
        self._cursor.insertText(text, self._characters(15, SANS, self._look.attention))
        if link_text:
            self._cursor.insertText("  ", self._characters(15, SANS, self._look.attention))
            self._cursor.insertText(
                link_text, self._linked(self._characters(15, SANS, self._look.accent), link)
            )

    def set_block(self, block: Block) -> None:
        """Sets ``block`` below what is there."""
        match block.kind:
            case Kind.HEADING:
                self._heading(block)
            case Kind.CODE:
                self._code(block)
            case Kind.TABLE:
                self._table(block)
            case Kind.FIGURE:
                self._figure(block)
            case Kind.RULE:
                form = self._block_format(before=10, after=10, line=20)
                form.setProperty(RULE, True)
                self._start(form)
            case Kind.TOO_DEEP:
                self.set_note(_too_deep())
            case Kind.TOO_LONG:
                self.set_note(_too_long())
            case Kind.TOO_WIDE:
                self.set_note(_too_wide())
            case Kind.PARAGRAPH:
                self._paragraph(block)
        self._depth = block.depth

    def _paragraph(self, block: Block) -> None:
        gap = 6 if block.depth and block.tight else 14
        # Qt takes the larger of two margins: what follows a list stands off from its narrow last gap.
        before = 14 if block.depth < self._depth else 0
        form = self._block_format(before=before, after=gap, block=block)
        self._start(form, joined=block.continues)
        if block.marker:
            self._mark(block.marker)
        self._runs(block.runs, BODY, SERIF)

    def _mark(self, marker: str) -> None:
        # The serif face's bullet is hardly more than a point.
        family = SERIF if marker[0].isdigit() else SANS
        self._cursor.insertText(marker + "\t", self._characters(BODY, family, self._look.secondary))

    def _heading(self, block: Block) -> None:
        size = HEADINGS[block.level]
        before = {1: 30, 2: 28, 3: 20}.get(block.level, 14)
        form = self._block_format(before=before, after=8, line=size * 1.45, block=block, heading=block.level)
        self._start(form, joined=block.continues)
        if block.marker:
            self._mark(block.marker)
        self._runs(block.runs, size, SERIF, strong=True)

    def _code(self, block: Block) -> None:
        form = self._block_format(before=0, after=0, line=15 * 1.5, block=block)
        form.setProperty(CODE, True)
        form.setLeftMargin(form.leftMargin() + self.px(CODE_PADDING))
        form.setTopMargin(self.px(20))
        self._start(form, joined=block.continues)
        characters = self._characters(15, fixed_width_family(), self._look.ink)
        for number, line in enumerate(block.runs[0].text.split("\n")):
            if number:
                form.setTopMargin(0)
                self._start(form)
            self._cursor.insertText(line, characters)
        closing = QTextBlockFormat(form)
        closing.setBottomMargin(self.px(22))
        self._cursor.setBlockFormat(closing)

    def _table(self, block: Block) -> None:
        form = QTextTableFormat()
        form.setBorder(0)
        form.setBorderCollapse(True)
        form.setCellSpacing(0)
        form.setCellPadding(0)
        form.setTopMargin(0 if block.continues else self.px(4))
        form.setBottomMargin(self.px(18))
        form.setLeftMargin(self.px(INDENT) * min(DEEPEST_SHOWN, block.depth + block.quote))
        form.setHeaderRowCount(1)
        columns = len(block.rows[0])
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100 if columns > 1 else 60))
        if self._fresh:
            self._fresh = False
        table = self._cursor.insertTable(len(block.rows), columns, form)
        for number, row in enumerate(block.rows):
            for column, cell in enumerate(row):
                self._cell(table, number, column, cell, block.aligned[column])
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        # The empty block that Qt wants after a table takes the next text.
        self._fresh = True

    def _cell(self, table: QTextTable, row: int, column: int, runs: tuple[Run, ...], aligned: str) -> None:
        cell = table.cellAt(row, column)
        look = QTextTableCellFormat()
        look.setTopPadding(self.px(6))
        look.setBottomPadding(self.px(6))
        look.setLeftPadding(self.px(8) if column else 0)
        look.setRightPadding(self.px(8))
        look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignTop)
        look.setBottomBorder(1.0)
        look.setBottomBorderStyle(QTextTableFormat.BorderStyle.BorderStyle_Solid)
        look.setBottomBorderBrush(self._look.line if row else self._look.secondary)
        cell.setFormat(look)
        cursor = cell.firstCursorPosition()
        form = QTextBlockFormat()
        form.setLineHeight(self.px(15 * 1.5), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        form.setAlignment(
            {"right": Qt.AlignmentFlag.AlignRight, "center": Qt.AlignmentFlag.AlignHCenter}.get(
                aligned, Qt.AlignmentFlag.AlignLeft
            )
        )
        cursor.setBlockFormat(form)
        outer, self._cursor = self._cursor, cursor
        self._runs(runs, 15, SANS, strong=row == 0)
        self._cursor = outer

    def _figure(self, block: Block) -> None:
        caption = block.runs[0]
        size = self._picture_size(block.picture) if block.picture else None
        if size is None:
            named = block.picture or visible(caption.link)
            self.set_note(_no_picture(named, caption.text))
            return
        self._start(self._block_format(before=6, after=6, line=0, block=block, centred=True))
        wide = size.width() * self._zoom
        picture = QTextImageFormat()
        picture.setName(picture_address(block.picture))
        picture.setWidth(wide)
        picture.setHeight(wide * size.height() / size.width())
        picture.setMaximumWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        self._cursor.insertImage(picture)
        if caption.text:
            self._start(self._block_format(before=0, after=18, line=14 * 1.5, block=block, centred=True))
            self._cursor.insertText(caption.text, self._characters(14, SANS, self._look.secondary))

    def _runs(self, runs: tuple[Run, ...], size: int, family: str, strong: bool = False) -> None:
        for run in runs:
            characters = self._characters(size, family, self._look.ink)
            if strong or Style.STRONG in run.styles:
                characters.setFontWeight(QFont.Weight.Bold)
            if Style.EMPHASIS in run.styles:
                # Chinese has no slanted letters: emphasis changes the face instead.
                if run.text.isascii():
                    characters.setFontItalic(True)
                else:
                    characters.setFontFamilies([SANS])
            if Style.STRUCK in run.styles:
                characters.setFontStrikeOut(True)
            if Style.CODE in run.styles:
                characters.setFontFamilies([fixed_width_family(), SANS])
                characters.setProperty(QTextFormat.Property.FontPixelSize, self.px(size - 3))
                characters.setBackground(self._look.tint(0.06))
            if run.link:
                characters = self._linked(characters, run.link)
            self._cursor.insertText(run.text.replace("\n", "\u2028"), characters)

    def _linked(self, characters: QTextCharFormat, address: str) -> QTextCharFormat:
        characters.setAnchor(True)
        characters.setAnchorHref(address)
        characters.setForeground(self._look.accent)
        characters.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        return characters

    def _start(self, form: QTextBlockFormat, joined: bool = False) -> None:
        """A new block for what comes, or the empty one that is there already."""
        if joined:
            previous = self._cursor.blockFormat()
            previous.setBottomMargin(0)
            self._cursor.setBlockFormat(previous)
            form.setTopMargin(0)
        if self._fresh:
            self._cursor.setBlockFormat(form)
            self._fresh = False
        else:
            self._cursor.insertBlock(form, QTextCharFormat())

    def _block_format(
        self,
        before: float,
        after: float,
        line: float = BODY * LINE_HEIGHT,
        block: Block | None = None,
        heading: int = 0,
        centred: bool = False,
    ) -> QTextBlockFormat:
        form = QTextBlockFormat()
        form.setTopMargin(self.px(before) if before else 0)
        form.setBottomMargin(self.px(after) if after else 0)
        form.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        if line:
            form.setLineHeight(self.px(line), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        if centred:
            form.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        if heading:
            form.setHeadingLevel(heading)
        if block is not None:
            levels = min(DEEPEST_SHOWN, block.depth + block.quote)
            form.setLeftMargin(self.px(INDENT) * levels)
            if block.quote:
                form.setProperty(QUOTE, min(block.quote, DEEPEST_SHOWN))
            if block.marker:
                form.setTextIndent(-self.px(INDENT))
                form.setTabPositions([QTextOption.Tab(self.px(INDENT), QTextOption.TabType.LeftTab)])
        return form

    def _characters(self, size: float, family: str, colour: QColor) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFontFamilies([family])
        form.setProperty(QTextFormat.Property.FontPixelSize, self.px(size))
        form.setForeground(colour)
        return form


def picture_address(name: str) -> str:
    """Under which a document asks its view for the attachment ``name``."""
    return "attachment:" + name.encode().hex()


def picture_of_address(address: str) -> str:
    """The attachment behind :func:`picture_address`; empty for every other address."""
    try:
        return bytes.fromhex(address.removeprefix("attachment:")).decode()
    except ValueError:
        return ""


def _too_deep() -> str:
    return QCoreApplication.translate(
        "Typesetter",
        "This text is nested too deeply to be laid out. It is shown as it was written; nothing is left out.",
    )


def _too_long() -> str:
    return QCoreApplication.translate(
        "Typesetter",
        "This text is too long to be laid out. It is shown as it was written; nothing is left out.",
    )


def _too_wide() -> str:
    return QCoreApplication.translate(
        "Typesetter",
        "The following table doesn't fit on the page. It is shown as it was written; nothing is left out.",
    )


def _no_picture(name: str, caption: str) -> str:
    if caption:
        return QCoreApplication.translate(
            "Typesetter",
            "Picture “{caption}”: {name} is no attachment of this case that can be shown. Nothing was loaded.",
        ).format(caption=caption, name=name)
    return QCoreApplication.translate(
        "Typesetter", "Picture: {name} is no attachment of this case that can be shown. Nothing was loaded."
    ).format(name=name)
