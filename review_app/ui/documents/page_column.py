"""The scrolling column of pages: where they lie, which are seen, and their pictures as they come."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QPushButton, QWidget

from review_app.ui import render_wire as wire
from review_app.ui.documents.look import Look
from review_app.ui.documents.page_layout import GAP, MARGIN, ZOOMS, PageLayout, Zoom
from review_app.ui.documents.reading_area import ReadingArea
from review_app.ui.theme import SANS

CACHE_LIMIT = 40 << 20
"""Bytes of page pictures kept; what is on the screen is kept in any case."""
PATIENCE = 60
"""Milliseconds of rest after scrolling before pages are asked for."""


class PageColumn(ReadingArea):
    """Lays pages out one under the other and paints what is there of them."""

    wanted = Signal(object)
    """Pages to draw, most urgent first: list of (page from 0, width in device pixels)."""
    page_changed = Signal(int)
    zoom_changed = Signal()

    def __init__(self, parent: QWidget, look: Look | None) -> None:
        super().__init__(parent, look, QCoreApplication.translate("PageColumn", "PDF pages"))
        self._layout = PageLayout()
        self._zoom = Zoom()
        self._images: OrderedDict[int, QImage] = OrderedDict()
        self._failures: dict[int, QPushButton] = {}
        self._sentences: dict[int, str] = {}
        self._page = -1
        self._ask_timer = QTimer(self, singleShot=True, interval=PATIENCE)
        self._ask_timer.timeout.connect(self._ask)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled)

    def set_pages(self, sizes: list[tuple[float, float]]) -> None:
        """Shows placeholders for pages of these sizes (points), from the first; forgets what was there."""
        self._layout.sizes = sizes
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
        shown = set(self.shown)
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
    def page(self) -> int:
        """The page being read, from 0."""
        return max(0, self._page)

    @property
    def shown(self) -> range:
        """The pages of which something is seen."""
        top = self.verticalScrollBar().value()
        return self._layout.between(top, top + self.viewport().height())

    @property
    def zoom(self) -> Zoom:
        """How the pages are fitted."""
        return self._zoom

    @property
    def percent(self) -> int:
        """How large the page being read is shown, in percent of its size on paper."""
        return self._layout.percent(self.page)

    def set_zoom(self, zoom: Zoom, about: QPoint | None = None) -> None:
        """Keeps the place at the upper edge, or what lies at ``about`` on the viewport."""
        page, spot = self._spot_share(about) if about is not None else (0, QPointF())
        place = self.place()
        self._zoom = zoom
        self._arrange()
        if about is None or not self._layout.sizes:
            self.restore_place(place)
        else:
            area = self.rectangle(page)
            there = area.x() + spot.x() * area.width(), area.y() + spot.y() * area.height()
            bars = self.horizontalScrollBar(), self.verticalScrollBar()
            for bar, now, wish in zip(bars, there, (about.x(), about.y()), strict=True):
                bar.setValue(bar.value() + round(now - wish))
            self._scrolled()
        self.zoom_changed.emit()

    def zoom_by(self, direction: int, about: QPoint | None = None) -> None:
        """One step larger (1) or smaller (-1)."""
        now = self.percent
        if direction > 0:
            step = next((step for step in ZOOMS if step > now), ZOOMS[-1])
        else:
            step = next((step for step in reversed(ZOOMS) if step < now), ZOOMS[0])
        self.set_zoom(Zoom("none", step), about)

    def place(self) -> float:
        """Where the upper edge stands, 0 to 1, in pages."""
        return self._layout.share(self.verticalScrollBar().value())

    def restore_place(self, place: float) -> None:
        """Goes to what :meth:`place` said."""
        if self._layout.sizes:
            self.verticalScrollBar().setValue(round(self._layout.height_of(place)) if place > 0 else 0)
            self._scrolled()

    def go_to_page(self, page: int) -> None:
        """Puts the upper edge of ``page`` (from 0) at the top."""
        if 0 <= page < len(self._layout):
            self.verticalScrollBar().setValue(self._layout.tops[page] - GAP // 2)

    def rectangle(self, page: int) -> QRect:
        """Where ``page`` lies on the viewport now."""
        width, height = self._layout.extents[page]
        room, widest = self.viewport().width(), self._layout.widest
        if widest + 2 * MARGIN <= room:
            left = (room - width) // 2
        else:
            left = MARGIN - self.horizontalScrollBar().value() + (widest - width) // 2
        return QRect(left, self._layout.tops[page] - self.verticalScrollBar().value(), width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), look.paper)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in self.shown:
            area = self.rectangle(page)
            painter.fillRect(area.adjusted(-1, -1, 1, 1), look.line)
            image = self._images.get(page)
            if image is not None:
                painter.drawImage(area, image)
                self.paint_over(painter, page, area)
            else:
                self._paint_words(painter, page, area, look)
        self.paint_focus(painter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        place = self.place()
        super().resizeEvent(event)
        self._arrange()
        self.restore_place(place)
        self.zoom_changed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_by(1 if event.angleDelta().y() > 0 else -1, event.position().toPoint())
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Space:
                bar.setValue(bar.value() + (-1 if shift else 1) * bar.pageStep())
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal if control:
                self.zoom_by(1)
            case Qt.Key.Key_Minus if control:
                self.zoom_by(-1)
            case Qt.Key.Key_0 if control:
                self.set_zoom(Zoom())
            case _:
                super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._ask_timer.start()
        return super().event(event)

    def _spot_share(self, point: QPoint) -> tuple[int, QPointF]:
        """The page at a point, and the point in shares of its width and height."""
        page = self._layout.page_at(point.y() + self.verticalScrollBar().value())
        area = self.rectangle(page)
        return page, QPointF((point.x() - area.x()) / area.width(), (point.y() - area.y()) / area.height())

    def paint_over(self, painter: QPainter, page: int, area: QRect) -> None:
        """Paints what lies over ``page``, which covers ``area`` of the viewport."""

    def _paint_words(self, painter: QPainter, page: int, area: QRect, look: Look) -> None:
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

    def _arrange(self) -> None:
        room = self.viewport().size()
        self._layout.arrange(room, self._zoom)
        self.verticalScrollBar().setRange(0, max(0, self._layout.height - room.height()))
        self.verticalScrollBar().setPageStep(max(1, room.height() - 40))
        self.verticalScrollBar().setSingleStep(48)
        self.horizontalScrollBar().setRange(0, max(0, self._layout.widest + 2 * MARGIN - room.width()))
        self.horizontalScrollBar().setPageStep(room.width())
        self.horizontalScrollBar().setSingleStep(48)
        self.viewport().update()

    def _scrolled(self) -> None:
        self._place_buttons()
        self.viewport().update()
        if self._layout.sizes:
            page = self._layout.page_at(self.verticalScrollBar().value() + self.viewport().height() // 3)
            if page != self._page:
                self._page = page
                self.page_changed.emit(page)
        self._ask_timer.start()

    def _place_buttons(self) -> None:
        shown = self.shown
        for page, button in self._failures.items():
            area = self.rectangle(page).intersected(self.viewport().rect())
            button.adjustSize()
            button.move(area.center().x() - button.width() // 2, area.center().y() + 12)
            button.setVisible(page in shown)

    def _ask(self) -> None:
        """Asks for what is seen and its neighbours, unless it is there in the right size."""
        seen = self.shown
        around = [*seen, seen.stop, seen.start - 1] if seen else []
        wishes = []
        for page in around:
            if not 0 <= page < len(self._layout) or page in self._failures:
                continue
            wide, high = self._layout.sizes[page]
            width = round(self._layout.extents[page][0] * self.devicePixelRatioF())
            width = wire.fitted(wide, high, width)[0]
            image = self._images.get(page)
            if image is not None:
                self._images.move_to_end(page)
            if image is None or image.width() != width:
                wishes.append((page, width))
        self.wanted.emit(wishes)
