"""The search through the pages of one PDF, as far as their texts have come."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from review_app.model.search.fold import fold
from review_app.model.search.words import hits
from review_app.ui.documents.page_marks import Span
from review_app.ui.documents.page_text import joined

CHARACTER_LIMIT = 2_000_000
"""Characters of a document that are searched, from its first page."""


class PdfSearch:
    """Texts of pages as they are compared, and where the words searched for stand in them."""

    def __init__(self) -> None:
        self._pages = 0
        self._texts: dict[int, tuple[str, array[int]]] = {}
        self._size = 0
        self.words: list[str] = []
        self.hits: dict[int, list[tuple[int, int]]] = {}
        """Start and end by page, in the characters of the page; pages without any are left out."""
        self.current: Span | None = None

    def set_pages(self, count: int) -> None:
        """Forgets the texts, for a document of ``count`` pages; the words stay."""
        self._pages, self._size = count, 0
        self._texts, self.hits, self.current = {}, {}, None

    def mark(self, words: Sequence[str]) -> None:
        """Searches for ``words``, in any writing; none ends the search."""
        self.words = list(dict.fromkeys(filter(None, map(fold, words))))
        self.hits, self.current = {}, None
        for page in self._texts:
            self._look(page)

    def take(self, page: int, text: str) -> None:
        """The text of ``page``; empty when it could not be read.  Nothing is kept while nothing is searched for."""
        if page in self._texts or not self.words:
            return
        read, places = joined(text)
        room = CHARACTER_LIMIT - self._size
        self._texts[page] = fold(read[:room]), array("I", places[:room])
        self._size += len(self._texts[page][0])
        self._look(page)

    @property
    def complete(self) -> bool:
        """Whether all pages are known, or as much of them as is kept; so it is when nothing is searched for."""
        return not self.words or len(self._texts) >= self._pages or self._size >= CHARACTER_LIMIT

    def missing(self, first: int) -> list[int]:
        """Pages whose text has not come, from page ``first`` on and then from the beginning."""
        if self.complete:
            return []
        order = [*range(first, self._pages), *range(min(first, self._pages))]
        return [page for page in order if page not in self._texts]

    @property
    def count(self) -> int:
        """Hits so far."""
        return sum(map(len, self.hits.values()))

    @property
    def position(self) -> int:
        """The number of the current hit, from 1; 0 without one."""
        if self.current is None:
            return 0
        before = sum(len(spans) for page, spans in self.hits.items() if page < self.current.page)
        return before + 1 + self.hits[self.current.page].index(self.current[1:])

    def step(self, forward: bool, from_page: int) -> Span | None:
        """Makes the next hit the current one, or the one before, round the ends; the first from ``from_page`` on."""
        spans = [Span(page, *span) for page in sorted(self.hits) for span in self.hits[page]]
        if not spans:
            return None
        if self.current is not None:
            place = (spans.index(self.current) + (1 if forward else -1)) % len(spans)
        elif forward:
            place = next((number for number, span in enumerate(spans) if span.page >= from_page), 0)
        else:
            before = [number for number, span in enumerate(spans) if span.page <= from_page]
            place = before[-1] if before else len(spans) - 1
        self.current = spans[place]
        return self.current

    def _look(self, page: int) -> None:
        if not self.words:
            return
        text, places = self._texts[page]
        found = [(places[start], places[end - 1] + 1) for start, end in hits(text, self.words)]
        if found:
            self.hits[page] = found
