"""Sets blocks in a text document: the typography of the reading column."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale, QSize, Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextImageFormat, QTextLength

from review_app.model.text import visible
from review_app.ui.documents.blocks import Block, Kind, Run, Style, is_wide
from review_app.ui.documents.formats import (
    BACK,
    BODY,
    CODE,
    CODE_PADDING,
    COLUMN,
    INDENT,
    LEFT_RULE,
    MIDDLE_RULE,
    RULE,
    Formats,
)
from review_app.ui.documents.look import Look, fixed_width_family
from review_app.ui.documents.tables import set_table
from review_app.ui.theme import SANS, SERIF

HEADINGS = {1: 27, 2: 22, 3: 19, 4: 18, 5: 18, 6: 18}
NOTE = 15
"""Pixels of a footnote's letters."""
JUSTIFY = Qt.AlignmentFlag.AlignJustify
CENTRE = Qt.AlignmentFlag.AlignHCenter
_NUMBERED = re.compile(r"\s*(图|圖|fig(ure)?\b)[\s.]*[0-9０-９一二三四五六七八九十]", re.IGNORECASE)


@dataclass(frozen=True)
class TitleBlock:
    """What stands above a dossier: a small line (region, facet, route), the title, who nominated it."""

    above: str
    title: str
    below: str = ""


class Typesetter:
    """Writes to the end of a document by ``cursor``, at ``zoom``, in the colours of ``look``.

    ``picture_size(name)`` is the size in pixels of an attached picture, or None for one that can't be shown.  ``room``
    is how many pixels there are; the column takes forty characters of them at most.
    """

    def __init__(
        self,
        cursor: QTextCursor,
        look: Look,
        zoom: float,
        picture_size: Callable[[str], QSize | None],
        room: int | None = None,
    ) -> None:
        self._cursor, self._look, self._picture_size = cursor, look, picture_size
        self._formats = Formats(look, zoom)
        self._zoom = zoom
        self._room = room or self.column
        self._fresh = True
        self._depth = 0
        self._noted = False
        self._token = "note:" + secrets.token_hex(16) + ":"  # an address that no dossier can hold
        self.references: dict[int, int] = {}
        """Where in the document each footnote is first referred to."""

    def px(self, length: float) -> int:
        """``length`` in pixels at zoom 1, zoomed."""
        return self._formats.px(length)

    @property
    def column(self) -> int:
        """Width of the column in pixels."""
        return COLUMN * self.px(BODY)

    @property
    def next_position(self) -> int:
        """Where in the document the next block will begin."""
        return self._cursor.position() + (0 if self._fresh else 1)

    def note_of(self, address: str) -> int:
        """The footnote that ``address`` is about, 0 for another address; negative for the way back from the note."""
        number = address.removeprefix(self._token)
        return int(number) if number != address else 0

    def set_title(self, title: TitleBlock) -> None:
        """Sets ``title`` above everything else."""
        formats, look = self._formats, self._look
        if title.above:
            self._start(formats.block(before=0, after=6, line=13 * 1.5))
            self._cursor.insertText(visible(title.above), formats.characters(13, SANS, look.secondary))
        self._start(formats.block(before=0, after=6, line=30 * 1.35, heading=1))
        characters = formats.characters(30, SERIF, look.ink)
        characters.setFontWeight(QFont.Weight.Bold)
        self._cursor.insertText(visible(title.title), characters)
        if title.below:
            self._start(formats.block(before=0, after=22, line=14 * 1.5))
            self._cursor.insertText(visible(title.below), formats.characters(14, SANS, look.secondary))

    def set_more(self, percent: int, link: str) -> None:
        """Says how much of a very long text is set, and offers the rest by ``link``."""
        text = QCoreApplication.translate(
            "Typesetter", "This text is very long. Shown so far: about {percent} %."
        ).format(percent=QLocale().toString(percent))
        self.set_note(text, QCoreApplication.translate("Typesetter", "Show more"), link)

    def set_note(self, text: str, link_text: str = "", link: str = "") -> None:
        """Sets a sentence of the program's own, told apart from the dossier by face and colour."""
        formats = self._formats
        self._start(formats.block(before=10, after=14, line=15 * 1.6))
        own = formats.characters(15, SANS, self._look.attention)
        self._cursor.insertText(text, own)
        if link_text:
            self._cursor.insertText("  ", own)
            characters = formats.characters(15, SANS, self._look.accent)
            self._cursor.insertText(link_text, formats.linked(characters, link))

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
                self._rule()
            case Kind.NOTE:
                self._footnote(block)
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
        plain = not (block.depth or block.quote or block.marker)
        chinese = _is_chinese(block)
        gap = 6 if block.depth and block.tight else 10 if plain and chinese else 14
        # Qt takes the larger of two margins: what follows a list stands off from its narrow last gap.
        before = 14 if block.depth < self._depth else 0
        form = self._formats.block(before=before, after=gap, block=block)
        if chinese:
            if _may_be_even(block):
                form.setAlignment(JUSTIFY)
            if plain and not block.continues:
                form.setTextIndent(2 * self.px(BODY))
        self._start(form, joined=block.continues)
        if block.marker:
            self._mark(block.marker)
        self._runs(self._cursor, block.runs, BODY, SERIF)

    def _mark(self, marker: str) -> None:
        # The serif face's bullet is hardly more than a point.
        family = SERIF if marker[0].isdigit() else SANS
        self._cursor.insertText(marker + "\t", self._formats.characters(BODY, family, self._look.secondary))

    def _heading(self, block: Block) -> None:
        size = HEADINGS[block.level]
        before = {1: 30, 2: 28, 3: 20}.get(block.level, 14)
        form = self._formats.block(before=before, after=8, line=size * 1.45, block=block, heading=block.level)
        self._start(form, joined=block.continues)
        if block.marker:
            self._mark(block.marker)
        self._runs(self._cursor, block.runs, size, SERIF, strong=True)

    def _rule(self, where: int = MIDDLE_RULE) -> None:
        form = self._formats.block(before=10, after=10, line=20)
        form.setProperty(RULE, where)
        self._start(form)

    def _footnote(self, block: Block) -> None:
        if not self._noted:
            self._noted = True
            self._rule(LEFT_RULE)
        form = self._formats.block(before=0, after=6, line=NOTE * 1.6, block=block)
        form.setLeftMargin(self.px(INDENT))
        if _is_chinese(block) and _may_be_even(block):
            form.setAlignment(JUSTIFY)
        self._start(form, joined=block.continues)
        if block.marker:
            self._cursor.insertText(
                block.marker + "\t", self._formats.characters(NOTE, SANS, self._look.secondary)
            )
        self._runs(self._cursor, block.runs, NOTE, SERIF)
        if block.number:
            characters = self._formats.characters(NOTE, SANS, self._look.accent)
            self._cursor.insertText(" ", characters)
            back = self._formats.linked(characters, f"{self._token}-{block.number}")
            back.setUnderlineStyle(QTextCharFormat.UnderlineStyle.NoUnderline)
            self._cursor.insertText(BACK, back)

    def _code(self, block: Block) -> None:
        form = self._formats.block(before=0, after=0, line=15 * 1.5, block=block)
        form.setProperty(CODE, True)
        form.setLeftMargin(form.leftMargin() + self.px(CODE_PADDING))
        form.setTopMargin(self.px(20))
        self._start(form, joined=block.continues)
        characters = self._formats.characters(15, fixed_width_family(), self._look.ink)
        for number, line in enumerate(block.runs[0].text.split("\n")):
            if number:
                form.setTopMargin(0)
                self._start(form)
            self._cursor.insertText(line, characters)
        closing = QTextBlockFormat(form)
        closing.setBottomMargin(self.px(22))
        self._cursor.setBlockFormat(closing)

    def _table(self, block: Block) -> None:
        self._fresh = False
        set_table(
            self._cursor,
            block,
            self._formats,
            min(self._room, self.column),
            lambda cursor, runs, size, strong: self._runs(cursor, runs, size, SANS, strong),
        )
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        # The empty block that Qt wants after a table takes the next text.
        self._fresh = True

    def _figure(self, block: Block) -> None:
        caption = block.runs[0]
        size = self._picture_size(block.picture) if block.picture else None
        if size is None:
            named = block.picture or visible(caption.link)
            self.set_note(_no_picture(named, caption.text))
            return
        self._start(self._formats.block(before=8, after=6, line=0, block=block, alignment=CENTRE))
        wide = size.width() * self._zoom
        picture = QTextImageFormat()
        picture.setName(picture_address(block.picture))
        picture.setWidth(wide)
        picture.setHeight(wide * size.height() / size.width())
        picture.setMaximumWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        self._cursor.insertImage(picture)
        form = self._formats.block(before=0, after=18, line=14 * 1.5, block=block, alignment=CENTRE)
        self._start(form)
        if not _NUMBERED.match(caption.text):
            label = QCoreApplication.translate("Typesetter", "Figure {number}").format(number=block.number)
            characters = self._formats.characters(14, SANS, self._look.ink)
            self._cursor.insertText(label + ("\u3000" if caption.text else ""), characters)
        if caption.text:
            characters = self._formats.characters(14, SANS, self._look.secondary)
            self._cursor.insertText(caption.text, characters)

    def _runs(
        self, cursor: QTextCursor, runs: tuple[Run, ...], size: int, family: str, strong: bool = False
    ) -> None:
        for run in runs:
            if run.note:
                self.references.setdefault(run.note, cursor.position())
                cursor.insertText(run.text, self._formats.reference(f"{self._token}{run.note}"))
            else:
                characters = self._formats.of_run(run, size, family, strong)
                cursor.insertText(run.text.replace("\n", "\u2028"), characters)

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


def _is_chinese(block: Block) -> bool:
    """Whether a paragraph is set the Chinese way: both edges even, the first line moved in."""
    beginning = "".join(run.text for run in block.runs[:4])[:60]
    return sum(map(is_wide, beginning)) * 3 >= len(beginning) > 0


def _may_be_even(block: Block) -> bool:
    """Whether its lines may be stretched to one length: Qt stretches blanks alone, and in code they would gape."""
    return not any(Style.CODE in run.styles for run in block.runs)


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
            'Picture "{caption}": {name} is no attachment of this case that can be shown. Nothing was loaded.',
        ).format(caption=caption, name=name)
    return QCoreApplication.translate(
        "Typesetter", "Picture: {name} is no attachment of this case that can be shown. Nothing was loaded."
    ).format(name=name)
