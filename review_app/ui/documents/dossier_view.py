"""The page on which a dossier is read."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QWidget

from review_app.model.text import visible
from review_app.ui import theme
from review_app.ui.documents.attached import AttachedPictures
from review_app.ui.documents.background import Task
from review_app.ui.documents.blocks import Kind
from review_app.ui.documents.figure_ways import FigureWays
from review_app.ui.documents.formats import BODY, COLUMN, LINE_HEIGHT
from review_app.ui.documents.link_line import LinkLine
from review_app.ui.documents.look import Look, look_now
from review_app.ui.documents.markdown import Parsed, parsed, parsed_head
from review_app.ui.documents.marks import Folded, Marks
from review_app.ui.documents.note_ways import NoteWays
from review_app.ui.documents.ornaments import blocks_between, paint_ornament
from review_app.ui.documents.page_setting import Manner, PageSetting
from review_app.ui.documents.quiet_browser import QuietBrowser
from review_app.ui.documents.reading_place import ReadingPlace
from review_app.ui.documents.sourced import Place, Sourced, find_figure
from review_app.ui.documents.typeset import TitleBlock, picture_address, picture_of_address
from review_app.ui.widgets.fade import Fade

AT_ONCE = 3_000
"""Characters; of longer texts the head is set first and the whole is read beside the window's thread."""
MARGIN = 32
"""Pixels on both sides of the column at least."""
MARKED_AS_SET = 100_000
"""Characters of a text up to which marks come with every slice of it; in a longer one when a portion is set."""
SETTLED = 120
"""Milliseconds without a further change before a text is set anew."""
BLANK = 0.3
"""Seconds for which the page may stay empty until the place to be shown is set."""
PATIENCE = 60
"""Milliseconds after which the whole of a text is read although the page was not painted (it may be hidden)."""


class DossierView(QuietBrowser):
    """Shows Markdown from people we don't know as a quiet page; loads nothing and opens nothing.

    ``picture_of(name)`` gives the bytes of an attached picture, or None.  ``look`` fixes the colours (otherwise the
    theme's).  :attr:`link_shown` carries the address under the mouse or the focus, format characters visible, or an
    empty text; a click on a link does nothing but emit it again.  :attr:`rendered` follows when everything up to the
    end, or up to "Show more", is set; :attr:`marked` carries the number of marks whenever it may have changed,
    :attr:`figure_chosen` the :class:`Place` of a sourced figure that was clicked (see :meth:`set_sourced`).
    """

    link_shown = Signal(str)
    rendered = Signal()
    marked = Signal(int)
    figure_chosen = Signal(object)

    def __init__(
        self,
        parent: QWidget | None = None,
        picture_of: Callable[[str], bytes | None] = lambda name: None,
        look: Look | None = None,
    ) -> None:
        super().__init__(parent, look or look_now())
        self._title: TitleBlock | None = None
        self._text = ""
        self._began = 0.0
        self._room = 0
        self._looking_on = False
        self._parsed: Parsed | None = None  # the whole, once it is read
        self._task: Task[Parsed] | None = None
        self._pictures = AttachedPictures(self, picture_of)
        self._pictures.ready.connect(self._show_picture)
        # What is set depends on the room for tables, and on which pictures can be shown.
        self._stale = QTimer(self, singleShot=True, interval=SETTLED)
        self._stale.timeout.connect(lambda: self._rebuild(self.place()))
        self._pictures.refused.connect(lambda name: self._stale.start())
        self.setting = PageSetting(self.document(), self)
        self._reading = ReadingPlace(self, self.setting, lambda: self._task is not None)
        self.setting.grown.connect(self._grow)
        self.setting.finished.connect(self._finish)
        self.marks = Marks(self.document())
        self.sourced = Sourced(self.document())
        self.figures = FigureWays(self, self.sourced)
        self.notes = NoteWays(self.setting, self.place, self.restore_place)
        self.fade = Fade(self, lambda: self._look.paper)
        self.link_line = LinkLine(self)
        self._unread = QTimer(self, singleShot=True, interval=PATIENCE)
        self._unread.timeout.connect(self._read_whole)

        self.anchorClicked.connect(self._follow)
        self.highlighted.connect(self._announce)
        if look is None:
            theme.changed().connect(self._follow_theme)

    def show_markdown(self, title_block: TitleBlock | None, text: str) -> None:
        """Shows ``text`` below ``title_block``, from its beginning; what was shown before goes."""
        self._forget()
        self._title, self._text = title_block, text
        self._began = time.monotonic()
        if len(text) <= AT_ONCE:
            self._accept(parsed(text))
            return
        head = parsed_head(text)
        if head.blocks:
            self._begin(head, whole=False)
            self._unread.start()
        else:
            self.setPlaceholderText(self.tr("Opening…"))
            self._read_whole()

    def clear_page(self) -> None:
        """Shows nothing."""
        self.show_markdown(None, "")

    def _change_zoom(self, percent: int) -> None:
        place = self.place()  # stays
        super()._change_zoom(percent)
        self._rebuild(place)

    def mark(self, words: Sequence[str]) -> int:
        """Marks all hits of ``words`` in the text that is set, and further ones as they come; none for no words.

        Returns how many there are now.  The page stays where it is; :meth:`find_next` goes to them.
        """
        count = self.marks.search(words)
        self.viewport().update()
        self.marked.emit(count)
        return count

    def set_sourced(self, figures: Sequence[tuple[str, str]]) -> None:
        """Pairs of a figure and a tool tip: where the text has the figure, a fine line is drawn under it."""
        self.sourced.set_figures(figures)
        self.viewport().update()

    def show_figure(self, figure: str) -> int:
        """Marks where the text gives ``figure``, in these or nearly these words, and goes to the first; how many."""
        way, _ = find_figure(Folded(self.document().toPlainText()), figure)
        count = self.marks.search([way], figures=True) if way else self.marks.search([])
        self.marked.emit(count)
        self.viewport().update()
        if count:
            self.marks.step(0, forward=True)
            self._bring_into_sight(self.marks.start_of_current)
        return count

    def next_figure(self, forward: bool = True) -> Place | None:
        """Brings the next figure with a source into view, or the one before; None in a text that has none."""
        place = self.figures.step(forward)
        if place is not None:
            self._bring_into_sight(place.start)
        return place

    def find_next(self, forward: bool = True) -> bool:
        """Goes to the next mark, or the one before, from the upper edge on and round the end; False without marks."""
        if forward and self.setting.more and self.marks.words and self.marks.at_last:
            self._looking_on = self.setting.allow_more()  # the text goes on; so does the search
            return self._looking_on
        hit = self.marks.step(self._reading.upper_edge().position(), forward)
        if hit is None:
            return False
        self._bring_into_sight(self.marks.start_of_current)
        return True

    def _bring_into_sight(self, position: int) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        rectangle, bar = self.cursorRect(cursor), self.verticalScrollBar()
        if not 0 <= rectangle.top() <= self.viewport().height() - 2 * rectangle.height():
            bar.setValue(bar.value() + rectangle.top() - self.viewport().height() // 3)
        self.viewport().update()

    def place(self) -> float:
        """The reading place, 0 at the beginning and 1 at the end; it holds whatever the width or the zoom."""
        return self._reading.now()

    def restore_place(self, place: float) -> None:
        """Goes back to what :meth:`place` said; waits for the text if it is still being set."""
        self._reading.restore(place)

    def loadResource(self, kind: int, name: QUrl) -> object:
        """Only pictures of this package, by name; everything else is empty, and nothing is opened."""
        if kind == QTextDocument.ResourceType.ImageResource.value:
            attachment = picture_of_address(name.toString())
            if attachment:
                typesetter = self.setting.typesetter
                column = typesetter.column if typesetter is not None else 1
                return self._pictures.image(attachment, round(column * self.devicePixelRatioF()))
        return QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)

    def paintEvent(self, event: QPaintEvent) -> None:
        """What lies under the letters, then the text."""
        if self._is_on_its_way:
            return  # paper for a moment, rather than another part of the text
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        offset = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        painter.translate(-offset)
        shown = QRectF(offset, self.viewport().size())
        for block, rectangle in blocks_between(self._reading.upper_edge().block(), shown.bottom()):
            paint_ornament(painter, block, rectangle, self._look, self._zoom / 100, self.viewport().width())
            self.marks.paint(painter, block, rectangle, shown, self._look)
            self.sourced.paint(painter, block, rectangle, shown, self._look)
        painter.end()
        super().paintEvent(event)

    @property
    def _is_on_its_way(self) -> bool:
        """Whether the place to be shown is still being set; told also to what waits for the first paint."""
        if self._unread.isActive():
            self._unread.start(0)
        waits = bool(self._reading.wanted) and self.setting.busy
        return waits and time.monotonic() < self._began + BLANK

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the column in the middle."""
        self._centre()
        super().resizeEvent(event)
        if self.link_line.isVisible():
            self.link_line.settle()
        another = abs(self._room_now() - self._room) > self._room * 0.15
        blocks = self._parsed.blocks if self._parsed is not None else []
        if another and any(block.kind is Kind.TABLE for block in blocks):
            self._stale.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F3 and Shift+F3 go from mark to mark, Backspace back from a note, Escape takes the marks away."""
        if event.key() == Qt.Key.Key_F3 and len(self.marks):
            self.find_next(not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            return None
        if event.key() == Qt.Key.Key_Backspace:
            return self.notes.go_back()
        if event.key() == Qt.Key.Key_Escape and (self.link_line.isVisible() or len(self.marks)):
            self.link_line.dismiss()
            self.mark([])
            return None
        super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from link to link, and says where each leads, as the mouse does."""
        moved = super().focusNextPrevChild(forward)
        cursor = self.textCursor()
        on_link = cursor.hasSelection() and cursor.charFormat().isAnchor()
        if on_link:  # and not in what fades at the edge
            self._bring_into_sight(cursor.selectionStart())
        self._announce(QUrl(cursor.charFormat().anchorHref() if on_link else ""))
        return moved

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """What was said of a link has been read."""
        self.link_line.dismiss()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a figure whose source is known tells which one it is."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            place = self.figures.at(event.position().toPoint())
            if place is not None:
                self.figure_chosen.emit(place)

    def tip_at(self, point: QPoint) -> str:
        """What there is to say about the point: a note's words, or a link's address."""
        address = self.anchorAt(point)
        if not address:
            place = self.figures.at(point)
            return place.tip if place is not None else ""
        if address == self.setting.more:
            return ""
        if number := self.notes.number_of(address):
            return self.notes.words(number) if number > 0 else self.tr("Back to the text")
        return self.said_of_link(address)

    def said_of_link(self, address: str) -> str:
        """What is said of a link that is pointed at."""
        return visible(address)

    def follow_link(self, address: str) -> None:
        """What a click on a link does, or Enter: in a dossier nothing but to say that it does nothing."""
        self.link_line.refuse(address)
        self.link_shown.emit(visible(address))

    def _forget(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._unread.stop()
        self._pictures.forget()
        self._task = self._parsed = None
        self._reading.forget()
        self.notes.forget()
        self.figures.forget()
        self._looking_on = False
        self.link_line.dismiss()
        self.setPlaceholderText("")
        self.setting.forget()
        self.marks.search([])
        self.sourced.set_figures([])

    def _read_whole(self) -> None:
        self._unread.stop()
        text = self._text
        self._task = Task(self, lambda cancelled: parsed(text), self._accept)

    def _accept(self, whole: Parsed) -> None:
        self._task = None
        self.setPlaceholderText("")
        self._parsed = whole
        if self.setting.whole or not self.setting.extend(whole):
            self._begin(whole)
        if self._reading.wanted is not None:
            self.restore_place(self._reading.wanted)

    def _rebuild(self, place: float) -> None:
        """Sets everything anew, as after a change of size or colours."""
        if self._parsed is not None:
            self._begin(self._parsed)
        elif not self.setting.whole:
            self._begin(parsed_head(self._text), whole=False)
        else:  # not read yet: it will be set as things are then
            return
        self.restore_place(place)

    def _begin(self, some: Parsed, whole: bool = True) -> None:
        line = BODY * LINE_HEIGHT * self._zoom / 100
        lines = max(self.viewport().height(), 600) / line
        per_line = min(40, max(8, self.width() / (BODY * self._zoom / 100)))
        self._stale.stop()
        self._room = self._room_now()
        manner = Manner(self._look, self._zoom / 100, self._pictures.size_of, self._room)
        self.setting.begin(some, self._title, manner, screen=round(lines * per_line * 1.2), whole=whole)
        self._centre()

    def _room_now(self) -> int:
        """Pixels of the column, as wide as it may be."""
        return max(200, min(self.width() - 2 * MARGIN, round(COLUMN * BODY * self._zoom / 100)))

    def _grow(self) -> None:
        if self.marks.words and self.document().characterCount() < MARKED_AS_SET:
            self.marked.emit(self.marks.again())
        self._reading.settle()

    def _finish(self) -> None:
        if self.marks.words:
            self.marked.emit(self.marks.again())
        self.sourced.again()
        self.viewport().update()
        self._reading.settle()
        self.rendered.emit()
        if self._looking_on:
            self._looking_on = False
            self.find_next()

    def _centre(self) -> None:
        typesetter = self.setting.typesetter
        column = typesetter.column if typesetter is not None else 0
        bar = self.verticalScrollBar().sizeHint().width()
        side = max(MARGIN, (self.width() - bar - column) // 2) if column else MARGIN
        self.setViewportMargins(side, 0, max(MARGIN, side), 0)

    def _follow_theme(self) -> None:
        look = look_now()
        if look != self._look:
            self.wear(look)
            self._rebuild(self.place())

    def _show_picture(self, name: str, image: QImage) -> None:
        kind = QTextDocument.ResourceType.ImageResource.value
        self.document().addResource(kind, QUrl(picture_address(name)), image)
        self.document().markContentsDirty(0, self.document().characterCount() - 1)

    def _announce(self, address: QUrl) -> None:
        text = address.toString()
        own = text == self.setting.more or self.notes.number_of(text)
        self.link_line.point("" if own or not text else self.said_of_link(text))
        self.link_shown.emit("" if own else visible(text))

    def _follow(self, address: QUrl) -> None:
        text = address.toString()
        if self.setting.more and text == self.setting.more:
            self.setting.allow_more()
        elif number := self.notes.number_of(text):
            self.notes.go_to(number)
        else:
            self.follow_link(text)
