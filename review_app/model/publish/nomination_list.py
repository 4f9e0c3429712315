"""The list of nominations as a PDF, as it lies on the table of a meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

import msgspec

from review_app.model.publish.fonts import Face
from review_app.model.publish.paged import Paged, render_paged
from review_app.model.publish.paper import (
    INK,
    MARGIN,
    MEASURE,
    MUTED,
    PAGE,
    Pair,
    Paper,
    both,
    printable,
    words_of,
)

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


@dataclass(frozen=True)
class _List:
    title: str
    edition: str
    nominations: tuple[ListedNomination, ...]
    selection: str


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


def render_nomination_list(
    title: str, edition: str, nominations: Sequence[ListedNomination], selection: str = ""
) -> bytes:
    """A PDF of A4 pages, ``nominations`` in the order given.  ``selection`` says what was picked out of all of them,
    empty when nothing was.  The same input gives the same bytes.

    A character that the faces lack stands as its code point.
    """
    words, raw = words_of("nomination-list", _Words)
    texts = [raw, edition, selection]
    for each in nominations:
        texts += [each.title, each.organisation, each.region, each.facet, each.route]
    drawn = [*map(printable, texts), printable(title, Face.SERIF)]
    listed = _List(title, edition, tuple(nominations), selection)
    return render_paged(words.document.title, drawn, partial(_Drawing, words, listed))


class _Drawing(Paged):
    def __init__(self, words: _Words, listed: _List, paper: Paper, pages: int) -> None:
        super().__init__(paper, pages)
        self.words, self.listed = words, listed
        right = MARGIN + MEASURE
        self.state_x = right - STATE
        self.route_x = self.state_x - ROUTE
        self.place_x = self.route_x - PLACE
        self.title_width = self.place_x - MARGIN - NUMBER - 4

    def draw(self) -> None:
        """Head and rows."""
        self._begin_page()
        self._head()
        self._table_head()
        for number, each in enumerate(self.listed.nominations, start=1):
            self._row(number, each)
        self.paper.canvas.showPage()

    def _head(self) -> None:
        paper, document, listed = self.paper, self.words.document, self.listed
        paper.colour(MUTED)
        paper.text(printable(listed.edition), MARGIN, self.top, 9.4)
        paper.colour(INK)
        self.top = paper.paragraph(
            printable(listed.title, Face.SERIF), MARGIN, self.top + 9, 17, face=Face.SERIF, leading=1.35
        )
        paper.heading(document.heading, MARGIN, self.top + 1, 12.5, 9.6)
        count = both(document.count, count=len(listed.nominations))
        paper.text(count, MARGIN + MEASURE, self.top + 1, SMALL, right=True)
        self.top += 6
        if listed.selection:
            words = both(document.selection, words=printable(listed.selection))
            self.top = paper.paragraph(words, MARGIN, self.top, SMALL)
        paper.colour(INK)

    def _row(self, number: int, one: ListedNomination) -> None:
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
        self.next_page(22.0)
        self.foot(self.words.document.page, PAGE[1] - 11)
        self.paper.colour(INK)

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
