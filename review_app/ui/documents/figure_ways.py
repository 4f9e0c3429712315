"""The ways of a page to its figures with a source: by the mouse, by a key, and where on the page each of them is."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextBrowser

from review_app.ui.documents.marks import boxes
from review_app.ui.documents.sourced import Place, Sourced


class FigureWays:
    """Finds figures of ``sourced`` on ``page``; points and rectangles are those of its viewport, in pixels."""

    def __init__(self, page: QTextBrowser, sourced: Sourced) -> None:
        self._page, self._sourced = page, sourced
        self._latest = -1

    def forget(self) -> None:
        """Another text is shown."""
        self._latest = -1

    def at(self, point: QPoint) -> Place | None:
        """The figure under ``point``."""
        block = self._page.cursorForPosition(point).block()
        rectangle = self._page.document().documentLayout().blockBoundingRect(block)
        return self._sourced.at(block, rectangle, QPointF(point) + self._offset)

    def rectangle(self, place: Place) -> QRect:
        """Where a figure stands now; of one that is broken over two lines, both."""
        block = self._page.document().findBlock(place.start)
        corner = self._page.document().documentLayout().blockBoundingRect(block).topLeft()
        whole = QRectF()
        for box in boxes(block, place.start, place.end):
            whole = whole.united(box.translated(corner))
        return whole.translated(-self._offset).toAlignedRect()

    def step(self, forward: bool) -> Place | None:
        """The next figure or the one before: after the latest while that is in view, otherwise from the upper edge on;
        round the end.  None in a text without figures."""
        place = self._sourced.beside(self._latest if self._latest_in_view else self._upper_edge, forward)
        if place is not None:
            self._latest = place.start
        return place

    @property
    def _latest_in_view(self) -> bool:
        if self._latest < 0:
            return False
        cursor = QTextCursor(self._page.document())
        cursor.setPosition(self._latest)
        return 0 <= self._page.cursorRect(cursor).top() < self._page.viewport().height()

    @property
    def _upper_edge(self) -> int:
        return self._page.cursorForPosition(QPoint(0, 0)).position() - 1

    @property
    def _offset(self) -> QPointF:
        bars = self._page.horizontalScrollBar(), self._page.verticalScrollBar()
        return QPointF(bars[0].value(), bars[1].value())
