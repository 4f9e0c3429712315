"""Sets the blocks of a dossier into a document: a screenful at once, the rest in slices."""

from __future__ import annotations

import bisect
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QTextCursor, QTextDocument

from review_app.ui.documents.blocks import Block
from review_app.ui.documents.look import Look
from review_app.ui.documents.markdown import Parsed
from review_app.ui.documents.typeset import TitleBlock, Typesetter

PORTION = 60_000
"""Characters set before the reader is asked whether to go on."""
SLICE = 0.008
"""Seconds of setting before the window gets its turn."""
TOP, BOTTOM = 40, 64
"""Pixels above and below the text."""


@dataclass(frozen=True)
class Manner:
    """How a text is set: its colours, its zoom, the sizes of attached pictures by name, how many pixels of room."""

    look: Look
    zoom: float
    picture_size: Callable[[str], QSize | None]
    room: int | None = None


class PageSetting(QObject):
    """What of a text stands in ``document``, and where.

    A *place* is the number of a block and how far inside it, as a fraction of all blocks: it holds whatever the width
    or the zoom.  :attr:`grown` follows each slice, :attr:`finished` when everything that may be set now is.
    """

    grown = Signal()
    finished = Signal()

    def __init__(self, document: QTextDocument, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._set_slice)
        self._more_start = 0
        self.forget()

    def forget(self) -> None:
        """Takes everything out of the document."""
        self._timer.stop()
        self._parsed = Parsed([], [])
        self._whole = True
        self._starts: list[int] = []
        self._allowed = PORTION
        self.more = ""
        self.typesetter: Typesetter | None = None
        self._document.clear()

    def begin(
        self,
        parsed: Parsed,
        title: TitleBlock | None,
        manner: Manner,
        screen: int,
        whole: bool = True,
        portion: int = PORTION,
    ) -> None:
        """Sets ``title``, about ``screen`` characters, then the rest.  Not ``whole``: :meth:`extend` will follow."""
        allowed = max(portion, self._allowed)
        self.forget()
        self._allowed = allowed
        self._parsed, self._whole = parsed, whole
        self._cursor = QTextCursor(self._document)
        self.typesetter = Typesetter(self._cursor, manner.look, manner.zoom, manner.picture_size, manner.room)
        frame = self._document.rootFrame()
        form = frame.frameFormat()
        form.setTopMargin(self.typesetter.px(TOP))
        form.setBottomMargin(self.typesetter.px(BOTTOM))
        frame.setFrameFormat(form)
        if title is not None:
            self._cursor.beginEditBlock()
            self.typesetter.set_title(title)
            self._cursor.endEditBlock()
        self._set_slice(screen)

    def extend(self, parsed: Parsed) -> bool:
        """Goes on with the whole of a text of which the head is set; False if the head turns out to be another."""
        if parsed.blocks[: self.count] != self._parsed.blocks:
            return False
        self._parsed, self._whole = parsed, True
        if not self.resume():
            self.finished.emit()
        return True

    @property
    def blocks(self) -> list[Block]:
        """The text, as far as it is read."""
        return self._parsed.blocks

    @property
    def count(self) -> int:
        """Blocks of the text, as far as it is read."""
        return len(self._parsed.blocks)

    @property
    def whole(self) -> bool:
        """Whether all of the text is read, set or not."""
        return self._whole

    @property
    def busy(self) -> bool:
        """Whether more is being set."""
        return self._timer.isActive() or not self._whole

    def resume(self) -> bool:
        """Goes on setting if more may be set than is; says whether it does."""
        if self._timer.isActive():
            return True
        if self.typesetter is None or len(self._starts) >= self._reach():
            return False
        self._remove_more()
        self._timer.start()
        return True

    def allow_more(self, place: float | None = None) -> bool:
        """Lets another portion be set, or as much as ``place`` needs; says whether something is being set."""
        if place is None:
            self._allowed += PORTION
        else:
            needed = min(int(place * self.count) + 1, self.count)
            while self._reach() < needed:
                self._allowed += PORTION
        return self.resume()

    def place_of(self, position: int) -> float:
        """The place of a position in the document."""
        number = bisect.bisect_right(self._starts, position) - 1
        if number < 0 or not self.count:
            return 0.0
        inside = (position - self._starts[number]) / max(1, self._end_of(number) - self._starts[number])
        return min(1.0, (number + min(inside, 0.999)) / self.count)

    def position_of(self, place: float) -> int | None:
        """Where in the document a place is; None while its text is not set."""
        exact = place * self.count
        number = int(exact)
        if number >= len(self._starts):
            if len(self._starts) < self.count or not self._whole or not self._starts:
                return None
            number = len(self._starts) - 1
        start, end = self._starts[number], self._end_of(number)
        return min(start + round((end - start) * min(1.0, exact - number)), self._end())

    def _end_of(self, number: int) -> int:
        return self._starts[number + 1] if number + 1 < len(self._starts) else self._end()

    def _end(self) -> int:
        return self._document.characterCount() - 1

    def _reach(self) -> int:
        """The number of blocks that may be set now."""
        return min(self.count, max(1, bisect.bisect_right(self._parsed.weights, self._allowed)))

    def _set_slice(self, screen: int = 0) -> None:
        assert self.typesetter is not None
        reach = self._reach()
        pause = bisect.bisect_right(self._parsed.weights, screen) + 1 if screen else 0
        until = time.perf_counter() + SLICE
        self._cursor.beginEditBlock()
        while len(self._starts) < reach:
            first = self.typesetter.next_position
            self.typesetter.set_block(self._parsed.blocks[len(self._starts)])
            self._starts.append(first)
            if len(self._starts) == pause or (time.perf_counter() > until and not pause):
                break
        self._cursor.endEditBlock()
        if len(self._starts) < reach:
            self._timer.start()
            self.grown.emit()
            return
        if self._whole:
            if len(self._starts) < self.count:
                self._offer_more()
            self.grown.emit()
            self.finished.emit()
        else:
            self.grown.emit()

    def _offer_more(self) -> None:
        assert self.typesetter is not None
        self._more_start = self._cursor.position()
        # An address nobody can write beforehand, so that no dossier can pose as this link.
        self.more = "more:" + secrets.token_hex(16)
        self.typesetter.set_more(len(self._starts) * 100 // self.count, self.more)

    def _remove_more(self) -> None:
        if not self.more:
            return
        self.more = ""
        self._cursor.setPosition(self._more_start, QTextCursor.MoveMode.MoveAnchor)
        self._cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        self._cursor.removeSelectedText()
