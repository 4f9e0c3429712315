"""What is painted under the letters of a dossier: grounds of code, bars beside quotes, rules between parts."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QTextBlock

from review_app.ui.documents.formats import CODE, CODE_PADDING, INDENT, MIDDLE_RULE, QUOTE, RULE
from review_app.ui.documents.look import Look


def blocks_between(first: QTextBlock, bottom: float) -> Iterator[tuple[QTextBlock, QRectF]]:
    """Blocks from the one before ``first`` to the lower edge ``bottom`` of what is seen, with their rectangles."""
    layout = first.document().documentLayout()
    block = first.previous() if first.previous().isValid() else first
    while block.isValid():
        rectangle = layout.blockBoundingRect(block)
        if rectangle.top() > bottom:
            return
        yield block, rectangle
        block = block.next()


def paint_ornament(
    painter: QPainter, block: QTextBlock, rectangle: QRectF, look: Look, zoom: float, width: int
) -> None:
    """Paints what belongs under ``block`` at ``rectangle``, in a column ``width`` pixels wide."""
    form = block.blockFormat()
    if form.boolProperty(CODE):
        _code_ground(painter, block, rectangle, look, zoom, width)
    if form.intProperty(QUOTE):
        _quote_bars(painter, block, rectangle, look, zoom)
    if rule := form.intProperty(RULE):
        wide = width / 3
        painter.fillRect(
            QRectF(wide if rule == MIDDLE_RULE else 0, rectangle.center().y(), wide, 1), look.line
        )


def _code_ground(
    painter: QPainter, block: QTextBlock, rectangle: QRectF, look: Look, zoom: float, width: int
) -> None:
    layout, above, below = block.document().documentLayout(), block.previous(), block.next()
    padding = CODE_PADDING * zoom
    more = below.isValid() and below.blockFormat().boolProperty(CODE)
    first = not (above.isValid() and above.blockFormat().boolProperty(CODE))
    top = rectangle.top() - (padding / 2 if first else 0)
    bottom = layout.blockBoundingRect(below).top() if more else rectangle.bottom() + padding * 0.8
    left = block.blockFormat().leftMargin() - padding
    painter.fillRect(QRectF(left, top, width - left, bottom - top), look.tint(0.05))


def _quote_bars(painter: QPainter, block: QTextBlock, rectangle: QRectF, look: Look, zoom: float) -> None:
    layout, below = block.document().documentLayout(), block.next()
    indent = max(1, round(INDENT * zoom))
    for number in range(block.blockFormat().intProperty(QUOTE)):
        # Qt puts what a line is higher than its letters above them: the bar follows the letters.
        top, bottom = rectangle.top() + 6 * zoom, rectangle.bottom() + 3 * zoom
        if below.isValid() and below.blockFormat().intProperty(QUOTE) > number:
            bottom = layout.blockBoundingRect(below).top() + 6 * zoom
        left = indent * number + 2.0
        painter.fillRect(QRectF(left, top, max(2.0, 3 * zoom), bottom - top), look.tint(0.2))
