"""An expert's own scores as a PDF for the own files: made only on request, marked private on every page."""

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
    filled,
    printable,
    words_of,
)

ATTENTION = (0.54, 0.29, 0.0)
COLUMN, LAST, RANK = 14.5, 17.0, 11.0  # mm: a criterion, the total, the rank
NAMED_CRITERIA = 6
"""With more criteria the columns are numbered, and the numbers explained above the table."""
ROW, BODY, BOTTOM = 7.0, 9.6, 274.0  # mm, points, mm: lower edge of what is set
Standing = Literal["scored", "recused", "abstained", "withdrawn", "open"]


@dataclass(frozen=True)
class OwnCase:
    """A line: ``rank`` and ``total`` as they are shown (empty without one); ``scores``: None where there is none."""

    rank: str
    title: str
    scores: tuple[int | None, ...]
    total: str
    standing: Standing
    comment: str = ""


@dataclass(frozen=True)
class OwnScores:
    """What the file says; ``cases`` in the order in which they are listed, ``receipts``: revision and receipt."""

    title: str
    edition: str
    criteria: tuple[str, ...]
    lowest: int
    highest: int
    best_total: str
    cases: tuple[OwnCase, ...]
    receipts: tuple[tuple[int, str], ...] = ()


class _Document(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: str
    heading: Pair
    private: Pair
    warning: Pair
    page: Pair


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    rank: Pair
    case: Pair
    total: Pair
    recused: Pair
    abstained: Pair
    withdrawn: Pair
    open: Pair
    scale: Pair
    comments: Pair
    receipts: Pair


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    document: _Document
    table: _Table


def render_own_scores(own: OwnScores) -> bytes:
    """A PDF of A4 pages: warning, table, comments.  The same input gives the same bytes; no name, time or computer.

    A character that the faces lack stands as its code point.
    """
    words, raw = words_of("own-scores", _Words)
    texts = [raw, *own.criteria, own.best_total, "0123456789–", own.edition]
    texts += [text for each in own.cases for text in (each.rank, each.title, each.total, each.comment)]
    texts += [receipt for _, receipt in own.receipts]
    drawn = [*map(printable, texts), printable(own.title, Face.SERIF)]
    return render_paged(words.document.title, drawn, partial(_Drawing, words, own))


class _Drawing(Paged):
    def __init__(self, words: _Words, own: OwnScores, paper: Paper, pages: int) -> None:
        super().__init__(paper, pages)
        self.words, self.own = words, own
        self.named = len(own.criteria) <= NAMED_CRITERIA
        self.column = min(COLUMN, (MEASURE - RANK - LAST - 34.0) / max(1, len(own.criteria)))

    def draw(self) -> None:
        """Everything."""
        self._begin_page()
        self._head()
        self._table()
        self._comments()
        self.paper.canvas.showPage()

    def _begin_page(self) -> None:
        paper, document = self.paper, self.words.document
        self.next_page(30.0)
        paper.colour(ATTENTION)
        width = paper.text(document.private[0], MARGIN, 17, 9.4, strong=True)
        paper.text(document.private[1], MARGIN + width + 3, 17, 8)
        self.foot(document.page, PAGE[1] - 14)
        paper.rule(20)
        paper.colour(INK)

    def _room(self, height: float) -> bool:
        """Whether a new page was begun because ``height`` mm didn't fit."""
        if self.top + height <= BOTTOM:
            return False
        self._begin_page()
        return True

    def _head(self) -> None:
        paper, own, document = self.paper, self.own, self.words.document
        paper.colour(MUTED)
        paper.text(printable(own.edition), MARGIN, self.top, 9.4)
        paper.colour(INK)
        title = printable(own.title, Face.SERIF)
        self.top = paper.paragraph(title, MARGIN, self.top + 9, 17, face=Face.SERIF, leading=1.35)
        paper.heading(document.heading, MARGIN, self.top + 1, 12.5, 9.6)
        self.top = paper.pair(document.warning, MARGIN, self.top + 9, 9.4) + 1
        table = self.words.table
        scale = filled(table.scale, lowest=own.lowest, highest=own.highest, best=own.best_total)
        self.top = paper.pair(scale, MARGIN, self.top, 8.8) + 1
        for revision, receipt in own.receipts:
            said = filled(table.receipts, revision=revision, receipt=receipt)
            self.top = paper.pair(said, MARGIN, self.top, 8.8)
        if not self.named:
            for number, name in enumerate(own.criteria, start=1):
                self._room(6)
                paper.text(str(number), MARGIN + 6, self.top + 2, 8.8, right=True)
                paper.text(printable(name), MARGIN + 9, self.top + 2, 8.8)
                self.top += 5
        self.top += 4

    def _table(self) -> None:
        self._table_head()
        for case in self.own.cases:
            lines = self.paper.lines(printable(case.title), BODY, self._title_width())
            height = ROW + (len(lines) - 1) * 5.0
            if self._room(height):
                self._table_head()
            self._row(case, height)

    def _title_width(self) -> float:
        return MEASURE - RANK - LAST - self.column * len(self.own.criteria) - 4

    def _table_head(self) -> None:
        paper, table = self.paper, self.words.table
        paper.colour(MUTED)
        self.top += 4
        paper.text(table.rank[0], MARGIN + RANK - 3, self.top, 8.2, right=True)
        paper.text(table.case[0], MARGIN + RANK, self.top, 8.2)
        for place, name in enumerate(self.own.criteria):
            shown = printable(name) if self.named else str(place + 1)
            self._right(self._fitting(shown), self._edge(place), 8.2)
        self._right(table.total[0], MARGIN + MEASURE, 8.2)
        self.top += 2.6
        paper.rule(self.top)
        paper.colour(INK)

    def _fitting(self, name: str) -> str:
        room = self.column - 1.0
        if self.paper.width(name, 8.2) <= room:
            return name
        while name and self.paper.width(name + "…", 8.2) > room:
            name = name[:-1]
        return f"{name}…"

    def _edge(self, place: int) -> float:
        return MARGIN + MEASURE - LAST - self.column * (len(self.own.criteria) - 1 - place)

    def _right(self, text: str, x: float, size: float) -> None:
        self.paper.text(text, x, self.top, size, right=True)

    def _row(self, case: OwnCase, height: float) -> None:
        paper = self.paper
        start, self.top = self.top, self.top + 5.0
        paper.colour(INK if case.standing == "scored" else MUTED)
        self._right(case.rank, MARGIN + RANK - 3, BODY)
        for place, score in enumerate(case.scores):
            shown = "–" if score is None or case.standing not in ("scored", "open") else str(score)
            self._right(shown, self._edge(place), BODY)
        last = case.total or getattr(self.words.table, case.standing)[0]
        self._right(last, MARGIN + MEASURE, BODY if case.total else 8.2)
        paper.paragraph(
            printable(case.title),
            MARGIN + RANK,
            self.top,
            BODY,
            self._title_width(),
            leading=5.0 * 2.8346 / BODY,
        )
        self.top = start + height
        paper.rule(self.top)

    def _comments(self) -> None:
        said = [case for case in self.own.cases if case.comment.strip()]
        if not said:
            return
        paper = self.paper
        self._room(24)
        self.top += 12
        paper.colour(INK)
        paper.heading(self.words.table.comments, MARGIN, self.top, 12.5, 9.6)
        self.top += 8
        for case in said:
            self._room(14)
            paper.colour(INK)
            self.top = paper.paragraph(printable(case.title), MARGIN, self.top, BODY, strong=True)
            self._comment(case.comment)
            self.top += 3

    def _comment(self, comment: str) -> None:
        for part in comment.split("\n"):
            for line in self.paper.lines(printable(part), BODY, MEASURE):
                self._room(5.6)
                self.paper.colour(INK)
                self.paper.put(line, MARGIN, self.top, BODY)
                self.top += 5.4


def listed(cases: Sequence[OwnCase]) -> tuple[OwnCase, ...]:
    """Ranked cases first, best on top; the others after them in the order given."""
    ranked = [case for case in cases if case.rank]
    return (*sorted(ranked, key=lambda case: int(case.rank)), *(case for case in cases if not case.rank))
