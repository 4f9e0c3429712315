"""Small pictures of the pages in a slim column, drawn when they are seen."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QImage, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from review_app.ui.documents.look import Look, look_now
from review_app.ui.theme import interface_font

WIDTH = 96
TALLEST = 160
STRIP = 140
"""Pixels of the whole column."""
CACHE_LIMIT = 16 << 20
"""Bytes of small pictures that are kept."""
PATIENCE = 120
Index = QModelIndex | QPersistentModelIndex


class _Pages(QAbstractListModel):
    """Sizes in points, and the pictures that have come."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._owner = parent
        self.sizes: list[tuple[float, float]] = []
        self.images: OrderedDict[int, QImage] = OrderedDict()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.sizes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                number = self._owner.locale().toString(index.row() + 1)
                return self.tr("Page {number}").format(number=number)
            case Qt.ItemDataRole.DecorationRole:
                return self.images.get(index.row())
        return None

    def picture_size(self, row: int) -> QSize:
        """Pixels of the small picture of a page."""
        wide, high = self.sizes[row]
        width = min(float(WIDTH), TALLEST * wide / high)
        return QSize(max(4, round(width)), max(4, round(width * high / wide)))


class _Painter(QStyledItemDelegate):
    """A page with its number below; the one being read has a frame."""

    def __init__(self, strip: PageThumbs) -> None:
        super().__init__(strip)
        self._strip = strip

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(WIDTH, self._strip.pages.picture_size(index.row()).height() + 34)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = self._strip.look
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        size = self._strip.pages.picture_size(index.row())
        target = QRect(area.center().x() - size.width() // 2, area.y() + 6, size.width(), size.height())
        image = self._strip.pages.images.get(index.row())
        painter.fillRect(target.adjusted(-1, -1, 1, 1), look.line)
        if image is None:
            painter.fillRect(target, look.surface)
        else:
            painter.drawImage(target, image)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setPen(QPen(look.accent, 3 if self._strip.hasFocus() else 2))
            painter.drawRect(target.adjusted(-3, -3, 2, 2))
        painter.setFont(interface_font(13, bold=chosen))
        painter.setPen(look.accent if chosen else look.secondary)
        below = QRect(area.x(), target.bottom() + 4, area.width(), 20)
        number = self._strip.locale().toString(index.row() + 1)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, number)


class PageThumbs(QListView):
    """Up and down go from page to page, a click or Enter as well; :attr:`chosen` carries the page from 0."""

    chosen = Signal(int)
    wanted = Signal(object)
    """Pages to draw small: list of (page, width in device pixels)."""

    def __init__(self, parent: QWidget, look: Look | None) -> None:
        super().__init__(parent)
        self._fixed_look = look
        self.pages = _Pages(self)
        self.setModel(self.pages)
        self.setItemDelegate(_Painter(self))
        self.setFixedWidth(STRIP)
        self.setViewportMargins(0, 8, 0, 8)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Small pictures of the pages"))
        self.setProperty("ground", "paper")
        self._following = False
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE)
        self._timer.timeout.connect(self._ask)
        self.verticalScrollBar().valueChanged.connect(self._soon)
        self.selectionModel().currentChanged.connect(self._choose)
        self.clicked.connect(self._click)

    @property
    def look(self) -> Look:
        """The colours that hold now."""
        return self._fixed_look or look_now()

    def set_pages(self, sizes: list[tuple[float, float]]) -> None:
        """Shows places for pages of these sizes in points."""
        self.pages.beginResetModel()
        self.pages.sizes = sizes
        self.pages.images.clear()
        self.pages.endResetModel()
        self._timer.start()

    def set_image(self, page: int, image: QImage) -> None:
        """The small picture of ``page`` has come."""
        images = self.pages.images
        images[page] = image
        while len(images) > 1 and sum(each.sizeInBytes() for each in images.values()) > CACHE_LIMIT:
            images.popitem(last=False)
        self.update(self.pages.index(page))

    def show_page(self, page: int) -> None:
        """Marks the page being read, without choosing it."""
        self._following = True
        self.setCurrentIndex(self.pages.index(page))
        self._following = False

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self._timer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._timer.start()

    def _soon(self, *_: object) -> None:
        self._timer.start()

    def _choose(self, index: Index, before: Index) -> None:
        if index.isValid() and not self._following:
            self.chosen.emit(index.row())

    def _click(self, index: Index) -> None:
        self.chosen.emit(index.row())

    def _ask(self) -> None:
        """Asks for the small pictures on the screen that are not there."""
        if not self.isVisible() or not self.pages.sizes:
            return
        first = max(0, self.indexAt(self.viewport().rect().center()).row())
        start = end = first
        seen = self.viewport().rect()
        while start and self.visualRect(self.pages.index(start - 1)).intersects(seen):
            start -= 1
        while end + 1 < len(self.pages.sizes) and self.visualRect(self.pages.index(end + 1)).intersects(seen):
            end += 1
        ratio = self.devicePixelRatioF()
        self.wanted.emit(
            [
                (page, round(self.pages.picture_size(page).width() * ratio))
                for page in range(start, end + 1)
                if page not in self.pages.images
            ]
        )
