"""The formats in which a dossier is set: sizes, faces, margins, by role."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextFormat, QTextOption

from review_app.ui.documents.blocks import Block, Run, Style
from review_app.ui.documents.look import Look, fixed_width_family
from review_app.ui.theme import SANS

BODY, LINE_HEIGHT, COLUMN = 18, 1.75, 40
"""Pixels of the body text at zoom 1, its line height, characters of the column's width."""
INDENT = 28
"""Pixels of one level of a list or quote."""
DEEPEST_SHOWN = 8
"""Levels after which the text moves no further to the right."""
REFERENCE = 20
"""Pixels of a footnote's number in the text, before Qt makes it two thirds of that."""

QUOTE = QTextFormat.Property.UserProperty + 1
"""On a block: how many quotes are around it; the view draws their bars."""
RULE = QTextFormat.Property.UserProperty + 2
"""On a block: a rule stands for it, :data:`MIDDLE_RULE` or :data:`LEFT_RULE`."""
MIDDLE_RULE, LEFT_RULE = 1, 2
CODE = QTextFormat.Property.UserProperty + 3
"""On a block: a line of code; the view draws its ground, :data:`CODE_PADDING` around it."""
CODE_PADDING = 12
BACK = "↑"
"""The link from a footnote back to the text."""


class Formats:
    """Formats at ``zoom`` in the colours of ``look``."""

    def __init__(self, look: Look, zoom: float) -> None:
        self.look, self.zoom = look, zoom
        self._made: dict[tuple[float, str, int], QTextCharFormat] = {}

    def px(self, length: float) -> int:
        """``length`` in pixels at zoom 1, zoomed."""
        return max(1, round(length * self.zoom))

    def characters(self, size: float, family: str, colour: QColor) -> QTextCharFormat:
        """Letters of ``size`` pixels."""
        key = (size, family, colour.rgba())
        if key not in self._made:
            form = QTextCharFormat()
            form.setFontFamilies([family])
            form.setProperty(QTextFormat.Property.FontPixelSize, self.px(size))
            form.setForeground(colour)
            self._made[key] = form
        return QTextCharFormat(self._made[key])

    def linked(self, characters: QTextCharFormat, address: str) -> QTextCharFormat:
        """``characters`` as a link to ``address``."""
        characters.setAnchor(True)
        characters.setAnchorHref(address)
        characters.setForeground(self.look.accent)
        characters.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        return characters

    def reference(self, address: str) -> QTextCharFormat:
        """A footnote's number in the text, a link to ``address``."""
        characters = self.linked(self.characters(REFERENCE, SANS, self.look.accent), address)
        characters.setUnderlineStyle(QTextCharFormat.UnderlineStyle.NoUnderline)
        characters.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        return characters

    def of_run(self, run: Run, size: int, family: str, strong: bool = False) -> QTextCharFormat:
        """Letters of a run of text."""
        characters = self.characters(size, family, self.look.ink)
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
            characters.setBackground(self.look.tint(0.06))
        if run.link:
            characters = self.linked(characters, run.link)
        return characters

    def block(
        self,
        before: float,
        after: float,
        line: float = BODY * LINE_HEIGHT,
        block: Block | None = None,
        heading: int = 0,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> QTextBlockFormat:
        """A block with so many pixels above, below and from line to line; moved in as ``block`` asks."""
        form = QTextBlockFormat()
        form.setTopMargin(self.px(before) if before else 0)
        form.setBottomMargin(self.px(after) if after else 0)
        form.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        if line:
            form.setLineHeight(self.px(line), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        if alignment != Qt.AlignmentFlag.AlignLeft:
            form.setAlignment(alignment)
        if heading:
            form.setHeadingLevel(heading)
        if block is not None:
            self._move_in(form, block)
        return form

    def _move_in(self, form: QTextBlockFormat, block: Block) -> None:
        levels = min(DEEPEST_SHOWN, block.depth + block.quote)
        form.setLeftMargin(self.px(INDENT) * levels)
        if block.quote:
            form.setProperty(QUOTE, min(block.quote, DEEPEST_SHOWN))
        if block.marker:
            form.setTextIndent(-self.px(INDENT))
            form.setTabPositions([QTextOption.Tab(self.px(INDENT), QTextOption.TabType.LeftTab)])
