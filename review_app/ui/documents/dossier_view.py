"""The page on which a dossier is read."""

from __future__ import annotations

import bisect
import html
import itertools
import secrets
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QToolTip, QWidget

from review_app.model.text import visible
from review_app.ui import theme
from review_app.ui.documents.attached import AttachedPictures
from review_app.ui.documents.background import Task
from review_app.ui.documents.look import Look, dressed, look_now
from review_app.ui.documents.markdown import Block, blocks_of
from review_app.ui.documents.typeset import (
    CODE,
    CODE_PADDING,
    INDENT,
    QUOTE,
    RULE,
    TitleBlock,
    Typesetter,
    picture_address,
    picture_of_address,
)

PARSED_AT_ONCE = 24_000
"""Characters; longer texts are parsed beside the window's thread.  The worst of that length takes 0.15 s."""
PORTION = 60_000
"""Characters set before the reader is asked whether to go on."""
FIRST_PART = 4_000
"""Characters set before the first paint: more than a screen, and more than most dossiers have."""
SLICE = 0.025
"""Seconds of setting before the window gets its turn."""
ZOOMS = (0.75, 0.85, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0, 2.5, 3.0)
MARGIN = 32
"""Pixels on both sides of the column at least."""
TOP, BOTTOM = 40, 64
"""Pixels above and below the text."""


class DossierView(QTextBrowser):
    """Shows Markdown from people we don't know as a quiet page; loads nothing and opens nothing.

    ``picture_of(name)`` gives the bytes of an attached picture, or None.  ``look`` fixes the colours (otherwise the
    theme's).  :attr:`link_shown` carries the address under the mouse or the focus, format characters visible, or an
    empty text; a click on a link does nothing but emit it again.  :attr:`rendered` follows when everything up to the
    end, or up to "Show more", is set.
    """

    link_shown = Signal(str)
    rendered = Signal()
    zoom_changed = Signal(float)

    def __init__(
        self,
        parent: QWidget | None = None,
        picture_of: Callable[[str], bytes | None] = lambda name: None,
        look: Look | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look or look_now()
        self._title: TitleBlock | None = None
        self._blocks: list[Block] = []
        self._weights: list[int] = []  # of the blocks up to each, itself included
        self._starts: list[int] = []  # position in the document of each block that is set
        self._set_up_to = 0
        self._allowed = PORTION
        self._zoom = 1.0
        self._task: Task[tuple[list[Block], list[int]]] | None = None
        self._typesetter: Typesetter | None = None
        self._wanted_place: float | None = None
        self._more = ""
        self._pictures = AttachedPictures(self, picture_of)
        self._pictures.ready.connect(self._show_picture)
        self._build_timer = QTimer(self, singleShot=True, interval=0)
        self._build_timer.timeout.connect(self._set_slice)

        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)  # a package dropped here is the window's business
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setAutoFillBackground(True)
        self.setProperty("ground", "paper")
        self.setAccessibleName(self.tr("Dossier"))
        self.document().setDocumentMargin(0)
        self.anchorClicked.connect(self._follow)
        self.highlighted.connect(self._announce)
        self._dress()
        if look is None:
            theme.changed().connect(self._follow_theme)

    def show_markdown(self, title_block: TitleBlock | None, text: str) -> None:
        """Shows ``text`` below ``title_block``, from its beginning; what was shown before goes."""
        self._forget()
        self._title = title_block
        if len(text) <= PARSED_AT_ONCE:
            self._accept(_weighed(text))
        else:
            self.setPlaceholderText(self.tr("Opening…"))
            self._task = Task(self, lambda cancelled: _weighed(text), self._accept)

    def clear_page(self) -> None:
        """Shows nothing."""
        self.show_markdown(None, "")

    @property
    def zoom(self) -> float:
        """The factor on all sizes."""
        return self._zoom

    def zoom_in(self) -> None:
        """One step larger."""
        self.set_zoom(next((step for step in ZOOMS if step > self._zoom + 0.01), ZOOMS[-1]))

    def zoom_out(self) -> None:
        """One step smaller."""
        self.set_zoom(next((step for step in reversed(ZOOMS) if step < self._zoom - 0.01), ZOOMS[0]))

    def zoom_reset(self) -> None:
        """The size that text has by itself."""
        self.set_zoom(1.0)

    def set_zoom(self, factor: float) -> None:
        """Sets all sizes to ``factor`` (0.5 to 4) of their own; the reading place stays."""
        factor = min(4.0, max(0.5, factor))
        if factor == self._zoom:
            return
        place = self.place()
        self._zoom = factor
        self._rebuild(place)
        self.zoom_changed.emit(factor)

    def place(self) -> float:
        """The reading place, 0 at the beginning and 1 at the end; it holds whatever the width or the zoom."""
        if self._wanted_place is not None:
            return self._wanted_place
        if not self._blocks or self.verticalScrollBar().value() == 0:
            return 0.0
        position = self._upper_edge().position()
        number = bisect.bisect_right(self._starts, position) - 1
        if number < 0:
            return 0.0
        end = self._starts[number + 1] if number + 1 < len(self._starts) else self._end()
        inside = (position - self._starts[number]) / max(1, end - self._starts[number])
        return min(1.0, (number + min(inside, 0.999)) / len(self._blocks))

    def restore_place(self, place: float) -> None:
        """Goes back to what :meth:`place` said; waits for the text if it is still being set."""
        self._wanted_place = min(1.0, max(0.0, place))
        needed = int(self._wanted_place * len(self._blocks))
        while self._blocks and self._reach() < min(needed + 1, len(self._blocks)):
            self._allowed += PORTION
        if not self._resume():
            self._settle()

    def loadResource(self, kind: int, name: QUrl) -> object:
        """Only pictures of this package, by name; everything else is empty, and nothing is opened."""
        if kind == QTextDocument.ResourceType.ImageResource.value:
            attachment = picture_of_address(name.toString())
            if attachment:
                column = self._typesetter.column if self._typesetter is not None else 1
                return self._pictures.image(attachment, round(column * self.devicePixelRatioF()))
        return QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Grounds of code, bars beside quotes and rules between parts, then the text."""
        painter = QPainter(self.viewport())
        offset = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        painter.translate(-offset)
        bottom = offset.y() + self.viewport().height()
        layout = self.document().documentLayout()
        block = self._upper_edge().block()
        if block.previous().isValid():
            block = block.previous()
        while block.isValid():
            rectangle = layout.blockBoundingRect(block)
            if rectangle.top() > bottom:
                break
            self._ornament(painter, block, rectangle)
            block = block.next()
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the column in the middle."""
        self._centre()
        super().resizeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zooms with Ctrl, scrolls without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y() > 0:
                self.zoom_in()
            elif event.angleDelta().y() < 0:
                self.zoom_out()
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zooms with Ctrl and plus, minus, zero."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            match event.key():
                case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                    return self.zoom_in()
                case Qt.Key.Key_Minus:
                    return self.zoom_out()
                case Qt.Key.Key_0:
                    return self.zoom_reset()
        super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Shows where a link points."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            address = self.anchorAt(event.pos())
            if address and address != self._more:
                # Qt takes a tool tip that looks like HTML for HTML, with pictures and all.
                shown = html.escape(visible(address))
                QToolTip.showText(event.globalPos(), f"<p style='white-space:pre-wrap'>{shown}</p>", self)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def _forget(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._pictures.forget()
        self._task, self._wanted_place = None, None
        self._allowed = PORTION
        self._blocks, self._weights = [], []
        self.setPlaceholderText("")
        self._empty()

    def _empty(self) -> None:
        self._build_timer.stop()
        self._starts, self._set_up_to = [], 0
        self._typesetter = None
        self.document().clear()
        self._centre()

    def _accept(self, weighed: tuple[list[Block], list[int]]) -> None:
        self._task = None
        self.setPlaceholderText("")
        self._blocks, self._weights = weighed
        if self._wanted_place is None:
            self._begin()
        else:
            place = self._wanted_place
            self._begin()
            self.restore_place(place)

    def _rebuild(self, place: float) -> None:
        """Sets everything anew, as after a change of size or colours."""
        if self._task is not None:  # not parsed yet: it will be set as things are then
            return
        self._empty()
        self._begin()
        self.restore_place(place)

    def _begin(self) -> None:
        cursor = QTextCursor(self.document())
        self._typesetter = Typesetter(cursor, self._look, self._zoom, self._pictures.size_of)
        self._cursor = cursor
        self._centre()
        frame = self.document().rootFrame()
        form = frame.frameFormat()
        form.setTopMargin(self._typesetter.px(TOP))
        form.setBottomMargin(self._typesetter.px(BOTTOM))
        frame.setFrameFormat(form)
        if self._title is not None:
            cursor.beginEditBlock()
            self._typesetter.set_title(self._title)
            cursor.endEditBlock()
        self._set_slice()

    def _reach(self) -> int:
        """The number of blocks that may be set now."""
        return min(len(self._blocks), max(1, bisect.bisect_right(self._weights, self._allowed)))

    def _resume(self) -> bool:
        """Goes on setting if more may be set than is; says whether it does."""
        if self._build_timer.isActive():
            return True
        if self._typesetter is None or self._set_up_to >= self._reach():
            return False
        self._remove_more()
        self._set_slice()
        return True

    def _set_slice(self) -> None:
        assert self._typesetter is not None
        reach = self._reach()
        until = time.perf_counter() + SLICE
        pause = 0 if self._set_up_to else bisect.bisect_right(self._weights, FIRST_PART) + 1
        self._cursor.beginEditBlock()
        while self._set_up_to < reach:
            first = self._typesetter.next_position
            self._typesetter.set_block(self._blocks[self._set_up_to])
            self._starts.append(first)
            self._set_up_to += 1
            if time.perf_counter() > until or self._set_up_to == pause:
                break
        self._cursor.endEditBlock()
        if self._set_up_to < reach:
            self._build_timer.start()
            return
        self._finish()

    def _finish(self) -> None:
        if self._set_up_to < len(self._blocks):
            assert self._typesetter is not None
            self._more_start = self._cursor.position()
            # An address nobody can write beforehand, so that no dossier can pose as this link.
            self._more = "more:" + secrets.token_hex(16)
            shown = self.locale().toString(self._set_up_to * 100 // len(self._blocks))
            self._typesetter.set_note(
                self.tr("This text is very long. Shown so far: about {percent} %.").format(percent=shown),
                self.tr("Show more"),
                self._more,
            )
        self._settle()
        self.rendered.emit()

    def _remove_more(self) -> None:
        if not self._more:
            return
        self._more = ""
        self._cursor.setPosition(self._more_start, QTextCursor.MoveMode.MoveAnchor)
        self._cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        self._cursor.removeSelectedText()

    def _settle(self) -> None:
        """Scrolls to the place that was asked for, once its text is set."""
        if self._wanted_place is None or not self._blocks or self._task is not None:
            return
        exact = self._wanted_place * len(self._blocks)
        number = int(exact)
        if number >= len(self._starts) and self._set_up_to < len(self._blocks):
            return
        place, self._wanted_place = self._wanted_place, None
        bar = self.verticalScrollBar()
        if place == 0.0 or not self._starts:
            bar.setValue(0)
            return
        number = min(number, len(self._starts) - 1)
        end = self._starts[number + 1] if number + 1 < len(self._starts) else self._end()
        position = self._starts[number] + round((end - self._starts[number]) * min(1.0, exact - number))
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(position, self._end()))
        bar.setValue(bar.value() + self.cursorRect(cursor).top())

    def _upper_edge(self) -> QTextCursor:
        """Where the text stands that is at the upper edge."""
        # While text is still being added, the first question lays it out, yet is answered by the size from before.
        self.cursorForPosition(QPoint(0, 0))
        return self.cursorForPosition(QPoint(0, 0))

    def _end(self) -> int:
        return self.document().characterCount() - 1

    def _centre(self) -> None:
        column = self._typesetter.column if self._typesetter is not None else 0
        bar = self.verticalScrollBar().sizeHint().width()
        side = max(MARGIN, (self.width() - bar - column) // 2) if column else MARGIN
        self.setViewportMargins(side, 0, max(MARGIN, side), 0)

    def _follow_theme(self) -> None:
        look = look_now()
        if look != self._look:
            self._look = look
            self._dress()
            self._rebuild(self.place())

    def _dress(self) -> None:
        self.setPalette(dressed(self.palette(), self._look))

    def _ornament(self, painter: QPainter, block: QTextBlock, rectangle: QRectF) -> None:
        form = block.blockFormat()
        layout, below = self.document().documentLayout(), block.next()
        if form.boolProperty(CODE):
            padding = CODE_PADDING * self._zoom
            above, more = block.previous(), below.isValid() and below.blockFormat().boolProperty(CODE)
            first = not (above.isValid() and above.blockFormat().boolProperty(CODE))
            top = rectangle.top() - (padding / 2 if first else 0)
            bottom = layout.blockBoundingRect(below).top() if more else rectangle.bottom() + padding * 0.8
            left = form.leftMargin() - padding
            ground = QRectF(left, top, self.viewport().width() - left, bottom - top)
            painter.fillRect(ground, self._look.tint(0.05))
        level = form.intProperty(QUOTE)
        indent = max(1, round(INDENT * self._zoom))
        for number in range(level):
            # Qt puts what a line is higher than its letters above them: the bar follows the letters.
            top, bottom = rectangle.top() + 6 * self._zoom, rectangle.bottom() + 3 * self._zoom
            if below.isValid() and below.blockFormat().intProperty(QUOTE) > number:
                bottom = layout.blockBoundingRect(below).top() + 6 * self._zoom
            left = indent * number + 2.0
            painter.fillRect(QRectF(left, top, max(2.0, 3 * self._zoom), bottom - top), self._look.tint(0.2))
        if form.boolProperty(RULE):
            wide = self.viewport().width() / 3
            middle = rectangle.center().y()
            painter.fillRect(QRectF(wide, middle, wide, 1), self._look.line)

    def _show_picture(self, name: str, image: QImage) -> None:
        kind = QTextDocument.ResourceType.ImageResource.value
        self.document().addResource(kind, QUrl(picture_address(name)), image)
        self.document().markContentsDirty(0, self._end())

    def _announce(self, address: QUrl) -> None:
        text = address.toString()
        self.link_shown.emit("" if text == self._more else visible(text))

    def _follow(self, address: QUrl) -> None:
        if self._more and address.toString() == self._more:
            self._allowed += PORTION
            self._resume()
            return
        self.link_shown.emit(visible(address.toString()))


def _weighed(text: str) -> tuple[list[Block], list[int]]:
    """The blocks of a text, and the weight of all up to each, itself included."""
    blocks = blocks_of(text)
    return blocks, list(itertools.accumulate(block.weight for block in blocks))
