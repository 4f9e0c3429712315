"""The list of nominations as a PDF, as it lies on the table of a meeting."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import msgspec

from review_app.model.files import asset_path
from review_app.model.publish.fonts import Face
from review_app.model.publish.paper import INK, MARGIN, MEASURE, MUTED, PAGE, Pair, Paper, printable

NUMBER, PLACE, ROUTE, STATE = 11.0, 32.0, 19.0, 17.0
"""Widths of columns in mm; the title has what is left."""
BODY, SMALL, BOTTOM = 9.6, 8.4, 278.0  # points, points, mm: lower edge of what is set
_LEADING, _SMALL_LEADING = 4.8, 4.2  # mm


@dataclass(frozen=True)
class ListedNomination:
    """A line.  ``route`` is ``self``, ``expert`` or empty, for a nomination that doesn't say."""

    title: str
    organisation: str
    region: str
    facet: str
    route: str
    state: Literal["received", "complete", "accepted", "returned", "superseded"]


class _Document(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: str
    heading: Pair
    count: Pair
    selection: Pair
    page: Pair


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    number: Pair
    case: Pair
    place: Pair
    route: Pair
    state: Pair


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    document: _Document
    table: _Table
    states: dict[str, Pair]
    routes: dict[str, Pair]


@lru_cache(maxsize=1)
def _words() -> tuple[_Words, str]:
    text = asset_path("certificate/nomination-list.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), _Words), text


def render_nomination_list(
    title: str, edition: str, nominations: Sequence[ListedNomination], selection: str = ""
) -> bytes:
    """A PDF of A4 pages, ``nominations`` in the order given.  ``selection`` says what was picked out of all of them,
    empty when nothing was.  The same input gives the same bytes.

    A character that the faces lack stands as its code point.
    """
    words, raw = _words()
    texts = [raw, edition, selection]
    for each in nominations:
        texts += [each.title, each.organisation, each.region, each.facet, each.route]
    drawn = [*map(printable, texts), printable(title, Face.SERIF)]
    pages = 0
    for _ in range(2):  # once to count the pages, once to say how many there are
        with Paper(words.document.title, drawn) as paper:
            drawing = _Drawing(paper, words, pages)
            drawing.head(title, edition, len(nominations), selection)
            for number, each in enumerate(nominations, start=1):
                drawing.row(number, each)
            paper.canvas.showPage()
            pages, content = drawing.page, paper.finish()
    return content


class _Drawing:
    """Draws from the top down, and goes on to a new page where there is no room."""

    def __init__(self, paper: Paper, words: _Words, pages: int) -> None:
        self.paper, self.words, self.pages = paper, words, pages
        self.page, self.top = 0, 0.0
        right = MARGIN + MEASURE
        self.state_x = right - STATE
        self.route_x = self.state_x - ROUTE
        self.place_x = self.route_x - PLACE
        self.title_width = self.place_x - MARGIN - NUMBER - 4

    def head(self, title: str, edition: str, count: int, selection: str) -> None:
        """The head of the first page, and that of the table."""
        paper, document = self.paper, self.words.document
        self._begin_page()
        paper.colour(MUTED)
        paper.text(printable(edition), MARGIN, self.top, 9.4)
        paper.colour(INK)
        self.top = paper.paragraph(
            printable(title, Face.SERIF), MARGIN, self.top + 9, 17, face=Face.SERIF, leading=1.35
        )
        width = paper.text(document.heading[0], MARGIN, self.top + 1, 12.5, strong=True)
        paper.colour(MUTED)
        paper.text(document.heading[1], MARGIN + width + 3, self.top + 1, 9.6)
        paper.text(_both(document.count, count=count), MARGIN + MEASURE, self.top + 1, SMALL, right=True)
        self.top += 6
        if selection:
            words = _both(document.selection, words=printable(selection))
            self.top = paper.paragraph(words, MARGIN, self.top, SMALL)
        paper.colour(INK)
        self._table_head()

    def row(self, number: int, one: ListedNomination) -> None:
        """One nomination: its title over the nominating body, region over facet."""
        paper = self.paper
        left = [
            (line, BODY, _LEADING, True) for line in paper.lines(printable(one.title), BODY, self.title_width)
        ]
        left += [
            (line, SMALL, _SMALL_LEADING, False)
            for line in paper.lines(printable(one.organisation), SMALL, self.title_width)
        ]
        beside = [
            line
            for text in (one.region, one.facet)
            if text.strip()
            for line in paper.lines(printable(text), SMALL, PLACE - 3)
        ]
        height = max(sum(leading for _, _, leading, _ in left), _SMALL_LEADING * len(beside), _LEADING) + 3.4
        if self.top + height > BOTTOM:
            self._begin_page()
            self._table_head()
        first = self.top + 5.0
        paper.colour(INK)
        paper.text(str(number), MARGIN + NUMBER - 4, first, BODY, right=True)
        top = first
        for line, size, leading, strong in left:
            paper.colour(INK if strong else MUTED)
            paper.put(line, MARGIN + NUMBER, top, size)
            top += leading
        paper.colour(MUTED)
        for place, line in enumerate(beside):
            paper.put(line, self.place_x, first + place * _SMALL_LEADING, SMALL)
        if one.route in self.words.routes:
            paper.text(self.words.routes[one.route][0], self.route_x, first, SMALL)
        paper.colour(INK if one.state == "accepted" else MUTED)
        paper.text(self.words.states[one.state][0], self.state_x, first, SMALL)
        self.top += height
        paper.rule(self.top)

    def _begin_page(self) -> None:
        paper = self.paper
        if self.page:
            paper.canvas.showPage()
        self.page += 1
        paper.colour(MUTED)
        words = _both(self.words.document.page, page=self.page, pages=self.pages or self.page)
        paper.text(words, MARGIN + MEASURE, PAGE[1] - 11, 8, right=True)
        paper.colour(INK)
        self.top = 22.0

    def _table_head(self) -> None:
        paper, table = self.paper, self.words.table
        paper.colour(MUTED)
        self.top += 4
        paper.text(table.number[0], MARGIN + NUMBER - 4, self.top, 8.2, right=True)
        paper.text(table.case[0], MARGIN + NUMBER, self.top, 8.2)
        paper.text(table.place[0], self.place_x, self.top, 8.2)
        paper.text(table.route[0], self.route_x, self.top, 8.2)
        paper.text(table.state[0], self.state_x, self.top, 8.2)
        self.top += 2.6
        paper.rule(self.top)
        paper.colour(INK)


def _both(words: Pair, /, **gaps: object) -> str:
    return " · ".join(text.format(**gaps) for text in words)
