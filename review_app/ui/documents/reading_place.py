"""The reading place of a page of text: kept while lines are set anew, waited for while they are still being set."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextBrowser

from review_app.ui.documents.page_setting import PageSetting


class ReadingPlace:
    """Where ``page`` stands in the text that ``setting`` sets, 0 at the beginning and 1 at the end.

    ``reading()`` says whether the text is still being read, so that its end isn't known yet.
    """

    def __init__(self, page: QTextBrowser, setting: PageSetting, reading: Callable[[], bool]) -> None:
        self._page, self._setting, self._reading = page, setting, reading
        self._settled: tuple[int, float, float] | None = None
        self.wanted: float | None = None
        """The place that was asked for and isn't set yet."""

    def forget(self) -> None:
        """Another text is shown."""
        self.wanted = self._settled = None

    def now(self) -> float:
        """The place; it holds whatever the width or the zoom."""
        if self.wanted is not None:
            return self.wanted
        if self._page.verticalScrollBar().value() == 0:
            return 0.0
        if self._settled is not None and self._settled[:2] == self._stands:
            return self._settled[2]  # not moved since: lines set anew must not carry it off bit by bit
        return self._setting.place_of(self.upper_edge().position())

    def restore(self, place: float) -> None:
        """Goes back to what :meth:`now` said; waits for the text if it is still being set."""
        self.wanted = min(1.0, max(0.0, place))
        if self._setting.whole:
            self._setting.allow_more(self.wanted)
        self.settle()

    def settle(self) -> None:
        """Scrolls to the place that was asked for, once its text is set."""
        if self.wanted is None or not self._setting.whole or self._reading():
            return
        position = self._setting.position_of(self.wanted)
        if position is None:
            return
        bar = self._page.verticalScrollBar()
        if self.wanted == 0.0:
            bar.setValue(0)
        else:
            cursor = QTextCursor(self._page.document())
            cursor.setPosition(position)
            bar.setValue(bar.value() + self._page.cursorRect(cursor).top())
        self._settled = (*self._stands, self.wanted)
        self.wanted = None

    def upper_edge(self) -> QTextCursor:
        """Where the text stands that is at the upper edge."""
        # While text is still being added, the first question lays it out, yet is answered by the size from before.
        self._page.cursorForPosition(QPoint(0, 0))
        return self._page.cursorForPosition(QPoint(0, 0))

    @property
    def _stands(self) -> tuple[int, float]:
        return self._page.verticalScrollBar().value(), self._page.document().textWidth()
