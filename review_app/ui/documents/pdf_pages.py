"""The scrolling column of pages: where they lie, which are seen, and their pictures as they come."""

from __future__ import annotations

import bisect
import itertools
from collections import OrderedDict

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QPushButton, QWidget

from review_app.ui import render_wire as wire
from review_app.ui.documents.look import Look, look_now
from review_app.ui.theme import SANS

ZOOMS = (0.25, 0.35, 0.5, 0.7, 0.85, 1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0)
"""1 is as wide as the view, :data:`WIDEST` pixels at most."""
WIDEST = 1100
MARGIN, GAP = 24, 16
TALLEST = 4.0
"""Height to width; pages beyond are shown narrower."""
CACHE_LIMIT = 64 << 20
"""Bytes of page pictures kept; what is on the screen is kept in any case."""
PATIENCE = 60
"""Milliseconds of rest after scrolling before pages are asked for."""


class PdfPages(QAbstractScrollArea):
    """Lays pages out one under the other and paints what is there of them."""

    wanted = Signal(object)
    """Pages to draw, most urgent first: list of (page from 0, width in device pixels)."""
    page_changed = Signal(int)
    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget, look: Look | None) -> None:
        super().__init__(parent)
        self._fixed_look = look
        self._sizes: list[tuple[float, float]] = []
        self._tops: list[int] = [MARGIN]
        self._zoom = 1.0
        self._images: OrderedDict[int, QImage] = OrderedDict()
        self._failures: dict[int, QPushButton] = {}
        self._sentences: dict[int, str] = {}
        self._page = -1
        self._ask_timer = QTimer(self, singleShot=True, interval=PATIENCE)
        self._ask_timer.timeout.connect(self._ask)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCornerWidget(QWidget(self))
        self.setAccessibleName(self.tr("PDF pages"))
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled)

    def set_pages(self, sizes: list[tuple[float, float]]) -> None:
        """Shows placeholders for pages of these sizes (points), from the first; forgets what was there."""
        self._sizes = sizes
        self._images.clear()
        for button in self._failures.values():
            button.deleteLater()
        self._failures, self._sentences = {}, {}
        self._page = -1
        self._arrange()
        self.verticalScrollBar().setValue(0)
        self._scrolled()

    def set_image(self, page: int, image: QImage) -> None:
        """The picture of ``page`` has come."""
        self.clear_failure(page)
        self._images[page] = image
        self._images.move_to_end(page)
        shown = set(self._visible())
        for old in list(self._images):
            if self.cached_bytes <= CACHE_LIMIT:
                break
            if old not in shown and old != page:
                del self._images[old]
        self.viewport().update()

    def set_failure(self, page: int, sentence: str, again: str) -> QPushButton:
        """Says ``sentence`` in the place of ``page``; the returned button says ``again``."""
        self.clear_failure(page)
        button = QPushButton(again, self.viewport())
        button.setAccessibleDescription(sentence)
        self._failures[page], self._sentences[page] = button, sentence
        self._images.pop(page, None)
        self._place_buttons()
        self.viewport().update()
        return button

    def clear_failure(self, page: int) -> None:
        """``page`` may be asked for again."""
        button = self._failures.pop(page, None)
        if button is not None:
            button.deleteLater()
        self._sentences.pop(page, None)

    def ask_again(self, page: int) -> None:
        """Forgets the failure of ``page`` and asks for it."""
        self.clear_failure(page)
        self.viewport().update()
        self._ask()

    @property
    def cached_bytes(self) -> int:
        """Bytes of the pictures that are kept."""
        return sum(image.sizeInBytes() for image in self._images.values())

    @property
    def images(self) -> dict[int, QImage]:
        """The pictures that are kept, by page."""
        return dict(self._images)

    @property
    def sentences(self) -> dict[int, str]:
        """What is said instead of pages, by page."""
        return dict(self._sentences)

    @property
    def zoom(self) -> float:
        """1 is as wide as the view."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Keeps the place."""
        zoom = min(ZOOMS[-1], max(ZOOMS[0], zoom))
        place = self.place()
        self._zoom = zoom
        self._arrange()
        self.restore_place(place)
        self.zoom_changed.emit(zoom)

    def zoom_in(self) -> None:
        """One step larger."""
        self.set_zoom(next((step for step in ZOOMS if step > self._zoom + 0.001), ZOOMS[-1]))

    def zoom_out(self) -> None:
        """One step smaller."""
        self.set_zoom(next((step for step in reversed(ZOOMS) if step < self._zoom - 0.001), ZOOMS[0]))

    def place(self) -> float:
        """Where the upper edge stands, 0 to 1, in pages."""
        if not self._sizes:
            return 0.0
        top = self.verticalScrollBar().value()
        page = max(0, bisect.bisect_right(self._tops, top, 0, len(self._sizes)) - 1)
        inside = (top - self._tops[page]) / (self._tops[page + 1] - self._tops[page])
        return min(1.0, max(0.0, (page + inside) / len(self._sizes)))

    def restore_place(self, place: float) -> None:
        """Goes to what :meth:`place` said."""
        if not self._sizes:
            return
        exact = min(1.0, max(0.0, place)) * len(self._sizes)
        page = min(int(exact), len(self._sizes) - 1)
        height = self._tops[page + 1] - self._tops[page]
        top = self._tops[page] + (exact - page) * height
        self.verticalScrollBar().setValue(round(top) if place > 0 else 0)
        self._scrolled()

    def rectangle(self, page: int) -> QRect:
        """Where ``page`` lies on the viewport now."""
        width, height = self._extent(page)
        room = self.viewport().width()
        left = (
            (room - width) // 2 if width + 2 * MARGIN <= room else MARGIN - self.horizontalScrollBar().value()
        )
        if width + 2 * MARGIN > room and width < self._widest():
            left += (self._widest() - width) // 2
        return QRect(left, self._tops[page] - self.verticalScrollBar().value(), width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._fixed_look or look_now()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), look.paper)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in self._visible():
            area = self.rectangle(page)
            painter.fillRect(area.adjusted(-1, -1, 1, 1), look.line)
            image = self._images.get(page)
            if image is not None:
                painter.drawImage(area, image)
                continue
            painter.fillRect(area, look.surface)
            font = QFont(SANS)
            font.setPixelSize(15)
            painter.setFont(font)
            painter.setPen(QColor(look.secondary))
            text = self._sentences.get(page) or self.tr("Page {number}").format(
                number=self.locale().toString(page + 1)
            )
            seen = area.intersected(self.viewport().rect()).adjusted(24, 0, -24, 0)
            vertical = Qt.AlignmentFlag.AlignVCenter
            if page in self._failures:  # the button stands below
                seen.setBottom(seen.center().y() - 4)
                vertical = Qt.AlignmentFlag.AlignBottom
            flags = (Qt.AlignmentFlag.AlignHCenter | vertical).value | Qt.TextFlag.TextWordWrap.value
            painter.drawText(seen, flags, text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        place = self.place()
        super().resizeEvent(event)
        self._arrange()
        self.restore_place(place)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y() > 0:
                self.zoom_in()
            elif event.angleDelta().y() < 0:
                self.zoom_out()
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Space:
                shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                bar.setValue(bar.value() + (-1 if shift else 1) * bar.pageStep())
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal if control:
                self.zoom_in()
            case Qt.Key.Key_Minus if control:
                self.zoom_out()
            case Qt.Key.Key_0 if control:
                self.set_zoom(1.0)
            case _:
                super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._ask_timer.start()
        return super().event(event)

    def _widest(self) -> int:
        room = min(WIDEST, self.viewport().width() - 2 * MARGIN)
        return max(40, round(room * self._zoom))

    def _extent(self, page: int) -> tuple[int, int]:
        wide, high = self._sizes[page]
        ratio = high / wide
        width = self._widest() * min(1.0, TALLEST / ratio)
        return max(8, round(width)), max(8, round(width * ratio))

    def _arrange(self) -> None:
        heights = (self._extent(page)[1] + GAP for page in range(len(self._sizes)))
        self._tops = list(itertools.accumulate(heights, initial=MARGIN))
        room = self.viewport().size()
        self.verticalScrollBar().setRange(0, max(0, self._tops[-1] - GAP + MARGIN - room.height()))
        self.verticalScrollBar().setPageStep(max(1, room.height() - 40))
        self.verticalScrollBar().setSingleStep(48)
        self.horizontalScrollBar().setRange(0, max(0, self._widest() + 2 * MARGIN - room.width()))
        self.horizontalScrollBar().setPageStep(room.width())
        self.horizontalScrollBar().setSingleStep(48)
        self.viewport().update()

    def _visible(self) -> range:
        if not self._sizes:
            return range(0)
        top = self.verticalScrollBar().value()
        count = len(self._sizes)
        first = max(0, bisect.bisect_right(self._tops, top, 0, count) - 1)
        last = bisect.bisect_left(self._tops, top + self.viewport().height(), 0, count)
        return range(first, max(first + 1, last))

    def _scrolled(self) -> None:
        self._place_buttons()
        self.viewport().update()
        if self._sizes:
            middle = self.verticalScrollBar().value() + self.viewport().height() // 3
            page = max(0, bisect.bisect_right(self._tops, middle, 0, len(self._sizes)) - 1)
            if page != self._page:
                self._page = page
                self.page_changed.emit(page)
        self._ask_timer.start()

    def _place_buttons(self) -> None:
        shown = self._visible()
        for page, button in self._failures.items():
            area = self.rectangle(page).intersected(self.viewport().rect())
            button.adjustSize()
            button.move(area.center().x() - button.width() // 2, area.center().y() + 12)
            button.setVisible(page in shown)

    def _ask(self) -> None:
        """Asks for what is seen and its neighbours, unless it is there in the right size."""
        seen = self._visible()
        around = [*seen, seen.stop, seen.start - 1] if seen else []
        wishes = []
        for page in around:
            if not 0 <= page < len(self._sizes) or page in self._failures:
                continue
            width = round(self._extent(page)[0] * self.devicePixelRatioF())
            wide, high = self._sizes[page]
            width = wire.fitted(wide, high, width)[0]
            image = self._images.get(page)
            if image is not None:
                self._images.move_to_end(page)
            if image is None or image.width() != width:
                wishes.append((page, width))
        self.wanted.emit(wishes)
