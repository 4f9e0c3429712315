"""The pages of a PDF with what can be done on them: text is selected, hits of a search are marked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QMenu, QWidget

from review_app.ui.documents.look import Look
from review_app.ui.documents.page_column import PageColumn
from review_app.ui.documents.page_marks import PageMarks, Span, Spot
from review_app.ui.documents.page_text import PageText, copied

AUTOSCROLL = 40
"""Milliseconds between two steps while a selection is drawn beyond the edge."""
SPOKEN = 10_000
"""Characters of the page being read that a screen reader gets."""
SELECTED, HIT, CURRENT_HIT = QColor(140, 180, 225), QColor(255, 226, 120), QColor(255, 170, 70)
"""Laid over pages as a marker pen does; pages are white in either theme."""


class PdfPages(PageColumn):
    """Text is selected with the mouse (a double click takes a word) or Ctrl+A (the page), and copied with Ctrl+C."""

    texts_wanted = Signal(object)
    """Pages on the screen whose characters are not at hand (list)."""
    copy_wanted = Signal()
    step_wanted = Signal(bool)
    """To the next mark (True) or the one before."""

    def __init__(self, parent: QWidget, look: Look | None) -> None:
        super().__init__(parent, look)
        self.marks = PageMarks()
        self._reveal: Span | None = None
        self._dragging = False
        self._drag_timer = QTimer(self, interval=AUTOSCROLL)
        self._drag_timer.timeout.connect(self._drag_on)
        self.viewport().setMouseTracking(True)
        self.page_changed.connect(self._say_text)

    def set_pages(self, sizes: list[tuple[float, float]]) -> None:
        self.marks = PageMarks()
        self._reveal, self._dragging = None, False
        self._drag_timer.stop()
        super().set_pages(sizes)

    def set_text(self, page: int, text: PageText) -> None:
        """The characters of ``page`` have come."""
        self.marks.take_text(page, text, self.shown)
        if self._reveal is not None and self._reveal.page == page:
            self.reveal(self._reveal)
        if page == self.page:
            self._say_text()
        self.viewport().update()

    def _say_text(self, *_: object) -> None:
        """Lets a screen reader read the page."""
        text = self.marks.text(self.page)
        self.setAccessibleDescription(copied(text.text)[:SPOKEN] if text is not None else "")

    def reveal(self, span: Span) -> None:
        """Brings ``span`` into sight, at once or when the characters of its page have come."""
        self.marks.current = span
        boxes = self.marks.current_on(span.page)
        self._reveal = None if boxes else span
        if not boxes:
            if span.page not in self.shown:
                self.go_to_page(span.page)
            self._ask_timer.start()
        else:
            area, seen = self.rectangle(span.page), self.viewport().rect()
            box = self._on_viewport(boxes[0], area)
            if box.top() < 8 or box.bottom() > seen.height() - 8:
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() + round(box.center().y() - seen.height() * 0.4))
            if box.left() < 0 or box.right() > seen.width():
                bar = self.horizontalScrollBar()
                bar.setValue(bar.value() + round(box.center().x() - seen.width() * 0.5))
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_A if control:
                self.select_page()
            case Qt.Key.Key_C if control:
                self.copy_wanted.emit()
            case Qt.Key.Key_F3 if self.marks.hits:
                self.step_wanted.emit(not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            case Qt.Key.Key_Escape if self.marks.ends is not None:
                self._select(None, None)
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            spot = self.spot_at(event.position().toPoint())
            extending = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) and self.marks.anchor
            self._select(self.marks.anchor if extending else spot, spot)
            self._dragging = spot is not None
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if not self._dragging:
            self._show_cursor(point)
            return
        if self.viewport().rect().contains(point):
            self._drag_timer.stop()
        elif not self._drag_timer.isActive():
            self._drag_timer.start()
        self._drag_to(point)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragging = False
        self._drag_timer.stop()
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        page, share = self._spot_share(event.position().toPoint())
        text = self.marks.text(page) if self._layout.sizes else None
        if text is None:
            return
        number = text.letter_at(share.x(), share.y())
        if number >= 0:
            start, end = text.word_at(number)
            self._select(Spot(page, start), Spot(page, end))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction(self.tr("Copy"), self.copy_wanted.emit)
        copy.setEnabled(self.marks.ends is not None)
        menu.addAction(self.tr("Select the page"), self.select_page)
        menu.popup(event.globalPos())

    def select_page(self) -> None:
        """Selects the text of the page being read."""
        text = self.marks.text(self.page)
        if text is not None:
            self._select(Spot(self.page, 0), Spot(self.page, len(text.text)))

    def spot_at(self, point: QPoint) -> Spot | None:
        """The place in the text nearest to a point of the viewport; None where no text is at hand."""
        if not self._layout.sizes:
            return None
        page, share = self._spot_share(point)
        text = self.marks.text(page)
        wide, high = self._layout.extents[page]
        number = -1 if text is None else text.number_at(share.x(), share.y(), high / wide)
        return Spot(page, number) if number >= 0 else None

    def _select(self, anchor: Spot | None, end: Spot | None) -> None:
        self.marks.select(anchor, end)
        self.viewport().update()

    def _drag_to(self, point: QPoint) -> None:
        spot = self.spot_at(point)
        if spot is not None:
            self._select(self.marks.anchor, spot)

    def _drag_on(self) -> None:
        point = self.viewport().mapFromGlobal(self.cursor().pos())
        beyond = min(0, point.y()) or max(0, point.y() - self.viewport().height())
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + max(-60, min(60, beyond)))
        self._drag_to(point)

    def _show_cursor(self, point: QPoint) -> None:
        over = False
        if self._layout.sizes:
            page, share = self._spot_share(point)
            text = self.marks.text(page)
            over = text is not None and text.letter_at(share.x(), share.y()) >= 0
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor if over else Qt.CursorShape.ArrowCursor)

    @staticmethod
    def _on_viewport(box: QRectF, area: QRect) -> QRectF:
        return QRectF(
            area.x() + box.x() * area.width(),
            area.y() + box.y() * area.height(),
            box.width() * area.width(),
            box.height() * area.height(),
        )

    def _ask(self) -> None:
        super()._ask()
        self.texts_wanted.emit([page for page in self.shown if self.marks.text(page) is None])

    def paint_over(self, painter: QPainter, page: int, area: QRect) -> None:
        layers: tuple[tuple[Callable[[int], list[QRectF]], QColor], ...] = (
            (self.marks.hits_on, HIT),
            (self.marks.current_on, CURRENT_HIT),
            (self.marks.selected_on, SELECTED),
        )
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for boxes_on, colour in layers:
            for box in boxes_on(page):
                painter.fillRect(self._on_viewport(box, area).adjusted(-1, -1, 1, 1), colour)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setPen(QColor(150, 70, 0))  # the current one is told apart without its colour too
        for box in self.marks.current_on(page):
            painter.drawRect(self._on_viewport(box, area).adjusted(-2, -2, 1, 1))
