"""What lies over the pages of a PDF: the selection and the marks of a search, as rectangles in shares of a page."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QRectF

from review_app.ui.documents.page_text import PageText

KEPT_CHARACTERS = 400_000
"""Characters with their places (some 12 bytes each) that are kept; those of pages on the screen in any case."""


class Spot(NamedTuple):
    """A place in the text: before character ``number`` of ``page``, both from 0."""

    page: int
    number: int


class Span(NamedTuple):
    """Characters of one page, from ``start`` to before ``end``."""

    page: int
    start: int
    end: int


class PageMarks:
    """Texts of the pages at hand, the selection over them, and the hits of a search."""

    def __init__(self) -> None:
        self._texts: OrderedDict[int, PageText] = OrderedDict()
        self._rectangles: dict[Span, list[QRectF]] = {}
        self.anchor: Spot | None = None
        self.end: Spot | None = None
        self.hits: dict[int, list[tuple[int, int]]] = {}
        self.current: Span | None = None

    def take_text(self, page: int, text: PageText, shown: range) -> None:
        """The text of ``page`` has come; those of pages not ``shown`` make room."""
        self._texts[page] = text
        self._texts.move_to_end(page)
        for old in list(self._texts):
            if sum(len(each.text) for each in self._texts.values()) <= KEPT_CHARACTERS:
                break
            if old not in shown and old != page:
                del self._texts[old]
        self._rectangles.clear()

    def text(self, page: int) -> PageText | None:
        """The text of ``page``, if it is at hand."""
        return self._texts.get(page)

    def select(self, anchor: Spot | None, end: Spot | None) -> None:
        """Selects from one spot to the other, in whichever order."""
        self.anchor, self.end = anchor, end

    @property
    def ends(self) -> tuple[Spot, Spot] | None:
        """First and last spot of the selection; None when nothing is selected."""
        if self.anchor is None or self.end is None or self.anchor == self.end:
            return None
        return min(self.anchor, self.end), max(self.anchor, self.end)

    def selected_spans(self) -> Iterator[tuple[int, int, int | None]]:
        """Page, start and end of what is selected on each page; None for an end: to the end of the page."""
        if self.ends is None:
            return
        first, last = self.ends
        for page in range(first.page, last.page + 1):
            yield (
                page,
                first.number if page == first.page else 0,
                last.number if page == last.page else None,
            )

    def selected_on(self, page: int) -> list[QRectF]:
        """Where the selection lies on ``page``."""
        text = self._texts.get(page)
        if text is None or self.ends is None or not self.ends[0].page <= page <= self.ends[1].page:
            return []
        for number, start, end in self.selected_spans():
            if number == page:
                return self._of(Span(page, start, len(text.text) if end is None else end))
        return []

    def hits_on(self, page: int) -> list[QRectF]:
        """Where the hits of the search lie on ``page``, without the current one."""
        return [
            rectangle
            for start, end in self.hits.get(page, ())
            if Span(page, start, end) != self.current
            for rectangle in self._of(Span(page, start, end))
        ]

    def current_on(self, page: int) -> list[QRectF]:
        """Where the current hit lies on ``page``."""
        return self._of(self.current) if self.current is not None and self.current.page == page else []

    def _of(self, span: Span) -> list[QRectF]:
        text = self._texts.get(span.page)
        if text is None:
            return []
        if span not in self._rectangles:
            self._rectangles[span] = text.rectangles(span.start, span.end)
        return self._rectangles[span]
