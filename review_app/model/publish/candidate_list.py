"""The frozen list of candidates on paper: the order, and how anybody can check it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import msgspec

from review_app.model.publish.fonts import Face
from review_app.model.publish.paged import Paged, render_paged
from review_app.model.publish.paper import (
    INK,
    MARGIN,
    MEASURE,
    MUTED,
    Pair,
    Paper,
    filled,
    printable,
    words_of,
)
from review_app.model.workspace import Workspace
from review_app.model.workspace.rounds import Round

PLACE, ORGANISATION, FACET, GAP = 12.0, 50.0, 26.0, 4.0  # mm: columns
ROW, LINE, BODY, BOTTOM = 7.6, 4.9, 9.6, 274.0  # mm, mm, points, mm: lower edge of what is set


@dataclass(frozen=True)
class ListedCandidate:
    """A line.  ``case_id`` is what the lot sorted by."""

    place: int
    case_id: str
    title: str
    organisation: str
    facet: str


@dataclass(frozen=True)
class CandidateList:
    """What the paper says.  ``seed`` and ``source`` as in :class:`~review_app.model.workspace.candidates.Drawn`; both
    empty where the order is that of the ids."""

    title: str
    edition: str
    candidates: tuple[ListedCandidate, ...]
    seed: str = ""
    source: str = ""
    sample: bool = False


class _Document(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: str
    heading: Pair
    count: Pair
    page: Pair
    sample: Pair


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    document: _Document
    order: dict[str, Pair]
    table: dict[str, Pair]


def candidate_list(workspace: Workspace, round_: Round) -> CandidateList:
    """The frozen list of a round as it is printed."""
    drawn = workspace.shortlist.drawn(round_)
    settings = workspace.settings
    return CandidateList(
        settings.title,
        settings.edition,
        tuple(
            ListedCandidate(place, c.case.id, c.case.title, c.case.organisation, c.case.facet)
            for place, c in enumerate(workspace.shortlist.candidates(round_), start=1)
        ),
        drawn.seed if drawn else "",
        drawn.source if drawn else "",
        workspace.sample,
    )


def render_candidates(workspace: Workspace, round_: Round) -> bytes:
    """The frozen list of ``round_`` as a PDF; see :func:`render_list`."""
    return render_list(candidate_list(workspace, round_))


def render_list(found: CandidateList) -> bytes:
    """A PDF of A4 pages.  The same list gives the same bytes.  A character that the faces lack stands as its code
    point."""
    words, raw = words_of("candidate-list", _Words)
    texts = [raw, found.edition, found.seed, found.source, "0123456789"]
    texts += [text for c in found.candidates for text in (c.case_id, c.title, c.organisation, c.facet)]
    drawn = [*map(printable, texts), printable(found.title, Face.SERIF)]
    return render_paged(words.document.title, drawn, partial(_Drawing, words, found))


class _Drawing(Paged):
    def __init__(self, words: _Words, found: CandidateList, paper: Paper, pages: int) -> None:
        super().__init__(paper, pages)
        self.words, self.found = words, found

    def draw(self) -> None:
        """Head, order, table."""
        self._begin_page()
        self._head()
        self._table_head()
        for candidate in self.found.candidates:
            self._row(candidate)
        self.paper.canvas.showPage()

    def _begin_page(self) -> None:
        document = self.words.document
        self.next_page(24.0)
        self.foot(document.page, 284, document.sample if self.found.sample else None)
        self.paper.colour(INK)

    def _head(self) -> None:
        paper, document = self.paper, self.words.document
        paper.colour(MUTED)
        paper.text(printable(self.found.edition), MARGIN, self.top, 10)
        paper.colour(INK)
        title = printable(self.found.title, Face.SERIF)
        self.top = paper.paragraph(title, MARGIN, self.top + 9, 18, face=Face.SERIF, leading=1.35) + 3
        paper.heading(document.heading, MARGIN, self.top, 13, 10)
        self.top += 7.5
        for pair in self._said():
            self.top = paper.pair((printable(pair[0]), printable(pair[1])), MARGIN, self.top, 9.4)
        self.top += 3

    def _said(self) -> list[Pair]:
        found, order = self.found, self.words.order
        said = [filled(self.words.document.count, count=len(found.candidates))]
        if not found.seed:
            return [*said, order["id"]]
        how = order[found.source] if found.source in ("random", "typed") else order["announced"]
        return [
            *said,
            filled(how, source=found.source),
            filled(order["seed"], seed=found.seed),
            order["check"],
        ]

    def _table_head(self) -> None:
        paper, table = self.paper, self.words.table
        paper.colour(MUTED)
        for name, x in (("place", MARGIN), ("case", MARGIN + PLACE), *self._columns()):
            paper.text(table[name][0], x, self.top, 8.4)
        paper.colour(INK)
        self.top += 2.4
        paper.rule(self.top)

    def _columns(self) -> tuple[tuple[str, float], tuple[str, float]]:
        right = MARGIN + MEASURE
        return ("organisation", right - FACET - ORGANISATION), ("facet", right - FACET)

    def _row(self, candidate: ListedCandidate) -> None:
        paper = self.paper
        (_, organisation), (_, facet) = self._columns()
        cells = [
            (candidate.title, MARGIN + PLACE, organisation - MARGIN - PLACE - GAP, BODY, INK),
            (candidate.organisation, organisation, ORGANISATION - GAP, BODY - 1, MUTED),
            (candidate.facet, facet, FACET, BODY - 1, MUTED),
        ]
        lines = [
            (paper.lines(printable(text), size, width), x, size, colour)
            for text, x, width, size, colour in cells
        ]
        id_lines = paper.lines(printable(candidate.case_id), 7.4, cells[0][2])
        height = ROW + LINE * (max(len(found) for found, *_ in lines) - 1) + 3.4
        if self.top + height > BOTTOM:
            self._begin_page()
            self._table_head()
        base = self.top + 5.2
        paper.colour(INK)
        paper.text(str(candidate.place), MARGIN + PLACE - 5, base, BODY, right=True)
        for found, x, size, colour in lines:
            paper.colour(colour)
            for number, line in enumerate(found):
                paper.put(line, x, base + number * LINE, size)
        paper.colour(MUTED)
        for line in id_lines[:1]:
            paper.put(line, MARGIN + PLACE, base + LINE * len(lines[0][0]) - 0.8, 7.4)
        self.top += height
        paper.rule(self.top)
