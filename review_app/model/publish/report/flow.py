"""Pages that text flows over: headings, paragraphs, tables that go on with their head, and room for a figure.

Lengths are mm, ``top`` is measured from the page's upper edge; sizes are points.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from review_app.model.publish.face_source import FontFile, added, bundled
from review_app.model.publish.fonts import Face
from review_app.model.publish.pdf import POINTS_PER_MM as MM
from review_app.model.publish.pdf import document_canvas
from review_app.model.publish.scribe import Scribe
from review_app.model.publish.scripts import clusters, ignorable
from review_app.model.publish.typeset import Line, Span, Typesetter, tidy

PAGE = (210.0, 297.0)
MARGIN, TOP, BOTTOM = 24.0, 30.0, 270.0
MEASURE = PAGE[0] - 2 * MARGIN
RIGHT = MARGIN + MEASURE

Colour = tuple[float, float, float]
INK: Colour = (0.10, 0.10, 0.11)
MUTED: Colour = (0.36, 0.36, 0.38)
BLUE: Colour = (0.12, 0.29, 0.48)
VERMILION: Colour = (0.66, 0.22, 0.15)
HAIR: Colour = (0.80, 0.79, 0.76)

BODY, SMALL, HEADING = 10.5, 8.6, 15.0
LEADING = 1.75
"""Of the body, in em; Chinese without serifs or spaces between words wants more than Latin."""


class Faces:
    """The faces of a document and what was measured with them; one for all its passes."""

    def __init__(self, fonts: Sequence[FontFile] = ()) -> None:
        """Raises what :func:`review_app.model.publish.face_source.added` raises."""
        more = [source for file in fonts for source in added(file)]
        serif, sans = bundled(Face.SERIF), bundled(Face.SANS)
        self.scribes = {
            Face.SERIF: Scribe([serif, sans, *more]),
            Face.SANS: Scribe([sans, serif, *more], first=2 + len(more)),
        }
        self._setters = {face: Typesetter(scribe.advance) for face, scribe in self.scribes.items()}
        self._lines: dict[tuple[object, ...], list[Line]] = {}
        self._shown: dict[str, str] = {}
        self.lost: dict[str, None] = {}

    def shown(self, text: str) -> str:
        """``text`` as it is set: a character that no face has stands as its code point, and is remembered."""
        if text not in self._shown:
            clean = tidy(text)
            lost = set(self.scribes[Face.SANS].missing([clean]))
            if lost:
                pieces = clusters(clean)
                self.lost.update(dict.fromkeys(piece for piece in pieces if piece in lost))
                clean = "".join(_codes(piece) if piece in lost else piece for piece in pieces)
            self._shown[text] = clean
        return self._shown[text]

    def lines(
        self,
        text: str,
        size: float,
        measure: float,
        face: Face,
        *,
        strong: bool = False,
        indent: float = 0.0,
        justified: bool = False,
        balanced: bool = False,
    ) -> list[Line]:
        """``text`` broken to ``measure`` mm."""
        key = (text, size, measure, face, strong, indent, justified, balanced)
        if key not in self._lines:
            spans = [Span(self.shown(text), strong)]
            self._lines[key] = self._setters[face].lines(
                spans, size, measure * MM, indent=indent, justified=justified, balanced=balanced
            )
        return self._lines[key]


def _codes(lost: str) -> str:
    return "".join(f"<U+{ord(each):04X}>" for each in lost if not ignorable(each))


def _ideographic(text: str) -> bool:
    """Whether lines of ``text`` are set to one length: words of letters would be torn apart by it."""
    return sum("\u3400" <= each <= "\u9fff" for each in text) * 3 > len(text)


@dataclass(frozen=True)
class Column:
    """A column of a table: its head, its width in mm, and whether it is set to the right."""

    head: str
    width: float
    right: bool = False


@dataclass(frozen=True)
class Cell:
    """The text of a cell; ``below`` is smaller and paler under it."""

    text: str
    below: str = ""
    strong: bool = False
    muted: bool = False


@dataclass
class Outline:
    """The headings found in a pass and the pages they are on."""

    entries: list[tuple[str, int]] = field(default_factory=list)


class Flow:
    """A document under way; the first page is begun by whoever draws it."""

    def __init__(
        self, faces: Faces, title: str, header: str, mark: str, page_words: Callable[[int], str]
    ) -> None:
        """``header`` stands above every page but the first, ``mark`` at the right of it in another colour;
        ``page_words`` says at the foot which page it is."""
        self.faces, self._header, self._mark, self._page_words = faces, header, mark, page_words
        self._file = io.BytesIO()
        self.canvas = document_canvas(self._file, PAGE, title=faces.shown(title))
        for scribe in faces.scribes.values():
            scribe.begin(self.canvas)
        self.page, self.top = 0, TOP
        self.outline = Outline()

    # --- pages ----------------------------------------------------------------------------------------------------

    def begin_page(self, *, plain: bool = False) -> None:
        """A new page; a ``plain`` one has neither head nor foot."""
        if self.page:
            self.canvas.showPage()
        self.page += 1
        self.top = TOP
        if plain:
            return
        left = MEASURE - 52 if self._mark else MEASURE
        for line in self.faces.lines(self._header, 8.2, left, Face.SANS)[:1]:
            self.put(line, MARGIN, 17, 8.2, Face.SANS, MUTED)
        if self._mark:
            self.text(self._mark, RIGHT, 17, 8.2, colour=VERMILION, right=True)
        self.rule(19.6)
        self.text(self._page_words(self.page), RIGHT, 284, 8.2, colour=MUTED, right=True)

    def room(self, height: float) -> None:
        """Goes on to a new page unless ``height`` is left on this one."""
        if self.top + height > BOTTOM:
            self.begin_page()

    def finish(self) -> bytes:
        """The bytes of the document."""
        self.canvas.showPage()
        self.canvas.save()
        return self._file.getvalue()

    # --- marks ----------------------------------------------------------------------------------------------------

    def put(
        self,
        line: Line,
        x: float,
        top: float,
        size: float,
        face: Face = Face.SERIF,
        colour: Colour = INK,
        heavier: float = 0.0,
    ) -> None:
        """A line with its base line at ``top``."""
        self.canvas.setFillColorRGB(*colour)
        self.canvas.setStrokeColorRGB(*colour)
        thick = heavier or size / 45
        self.faces.scribes[face].draw(self.canvas, line, x * MM, (PAGE[1] - top) * MM, size, thick)

    def text(
        self,
        text: str,
        x: float,
        top: float,
        size: float,
        *,
        face: Face = Face.SANS,
        colour: Colour = INK,
        strong: bool = False,
        right: bool = False,
        centred: bool = False,
    ) -> float:
        """``text`` on one line from ``x`` on, up to it, or around it; returns its width."""
        found = self.faces.lines(text, size, 1e6, face, strong=strong)
        if not found:
            return 0.0
        width = found[0].width / MM
        start = x - width if right else x - width / 2 if centred else x
        self.put(found[0], start, top, size, face, colour)
        return width

    def rule(self, top: float, x: float = MARGIN, width: float = MEASURE, colour: Colour = HAIR) -> None:
        """A thin line across."""
        self.line(x, top, x + width, top, 0.5, colour)

    def line(
        self,
        x1: float,
        top1: float,
        x2: float,
        top2: float,
        thick: float,
        colour: Colour,
        dash: Sequence[float] = (),
    ) -> None:
        """A line of ``thick`` points."""
        canvas = self.canvas
        canvas.setStrokeColorRGB(*colour)
        canvas.setLineWidth(thick)
        canvas.setDash(list(dash))
        canvas.line(x1 * MM, (PAGE[1] - top1) * MM, x2 * MM, (PAGE[1] - top2) * MM)
        if dash:
            canvas.setDash([])

    def dot(self, x: float, top: float, radius: float, colour: Colour, *, hollow: bool = False) -> None:
        """A disc, or a ring on white."""
        canvas = self.canvas
        canvas.setFillColorRGB(*((1.0, 1.0, 1.0) if hollow else colour))
        canvas.setStrokeColorRGB(*colour)
        canvas.setLineWidth(0.6)
        canvas.circle(x * MM, (PAGE[1] - top) * MM, radius * MM, stroke=int(hollow), fill=1)

    def bar(self, x: float, top: float, width: float, height: float, colour: Colour) -> None:
        """A filled rectangle whose upper edge is at ``top``."""
        self.canvas.setFillColorRGB(*colour)
        self.canvas.rect(x * MM, (PAGE[1] - top - height) * MM, width * MM, height * MM, stroke=0, fill=1)

    def link(self, key: str, x: float, top: float, width: float, height: float) -> None:
        """A place that leads to the heading bookmarked as ``key``."""
        low, high = (PAGE[1] - top - height) * MM, (PAGE[1] - top) * MM
        self.canvas.linkRect("", key, (x * MM, low, (x + width) * MM, high), thickness=0)

    # --- text -----------------------------------------------------------------------------------------------------

    def heading(self, text: str, *, new_page: bool = False, below: float = 40.0) -> None:
        """A heading of the outline; never without ``below`` mm after it on the same page."""
        if new_page or self.top + below > BOTTOM:
            self.begin_page()
        elif self.top > TOP:
            self.top += 10
        key = f"section-{len(self.outline.entries)}"
        self.canvas.bookmarkPage(key)
        self.canvas.addOutlineEntry(self.faces.shown(text), key, 0)
        self.outline.entries.append((text, self.page))
        self.top += 4
        for line in self.faces.lines(text, HEADING, MEASURE, Face.SERIF, strong=True):
            self.put(line, MARGIN, self.top, HEADING, colour=BLUE)
            self.top += HEADING * 1.5 / MM
        self.top += 2.5

    def subheading(self, text: str, below: float = 16.0) -> None:
        """A small heading."""
        lines = self.faces.lines(text, BODY, MEASURE, Face.SANS, strong=True)
        self.room(len(lines) * 5.6 + below)
        self.top += 2.5
        for line in lines:
            self.put(line, MARGIN, self.top, BODY, Face.SANS)
            self.top += 5.6
        self.top += 1.0

    def paragraph(
        self,
        text: str,
        size: float = BODY,
        *,
        x: float = MARGIN,
        measure: float | None = None,
        face: Face = Face.SERIF,
        colour: Colour = INK,
        leading: float = LEADING,
        after: float = 1.8,
        indent: float = 0.0,
    ) -> None:
        """A paragraph that goes on over pages, never leaving its first line alone."""
        width = RIGHT - x if measure is None else measure
        lines = self.faces.lines(text, size, width, face, indent=indent, justified=_ideographic(text))
        step = size * leading / MM
        if len(lines) > 1:
            self.room(2 * step)
        for place, line in enumerate(lines):
            # The last line is not left alone on a new page either.
            self.room(step * (1.8 if place == len(lines) - 2 else 0.8))
            self.put(line, x, self.top, size, face, colour)
            self.top += step
        self.top += after

    def small(self, text: str, *, after: float = 1.2) -> None:
        """A note."""
        self.paragraph(text, SMALL, face=Face.SANS, colour=MUTED, leading=1.6, after=after)

    # --- tables ---------------------------------------------------------------------------------------------------

    def table(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[Cell | str]],
        *,
        size: float = 9.4,
        line_after: int = -1,
        head: bool = True,
    ) -> None:
        """Rows under a head that comes again on every page; a dashed line below the row number ``line_after``."""
        starts = [MARGIN]
        for column in columns:
            starts.append(starts[-1] + column.width)
        if head:
            self.room(18)
            self._table_head(columns, starts)
        for number, row in enumerate(rows):
            cells = [cell if isinstance(cell, Cell) else Cell(cell) for cell in row]
            pieces = [self._cell(cell, column, size) for cell, column in zip(cells, columns, strict=True)]
            height = max(sum(step for _, _, _, step in piece) for piece in pieces) + 2.8
            if self.top + height > BOTTOM:
                self.begin_page()
                if head:
                    self._table_head(columns, starts)
            for piece, column, start in zip(pieces, columns, starts, strict=False):
                top = self.top + 1.4 + size * 1.12 / MM
                for line, line_size, colour, step in piece:
                    x = self._left_edge(line, column, start)
                    self.put(line, x, top, line_size, Face.SANS, colour)
                    top += step
            self.top += height
            if number == line_after:
                self.line(MARGIN, self.top, RIGHT, self.top, 0.9, BLUE, (3, 2))
            else:
                self.rule(self.top, width=sum(column.width for column in columns))
        self.top += 8

    def _table_head(self, columns: Sequence[Column], starts: Sequence[float]) -> None:
        heads = [self.faces.lines(each.head, 8.2, each.width - 3, Face.SANS) for each in columns]
        deepest = max(map(len, heads))
        for lines, column, start in zip(heads, columns, starts, strict=False):
            top = self.top + (deepest - len(lines)) * 3.8
            for line in lines:
                x = self._left_edge(line, column, start)
                self.put(line, x, top, 8.2, Face.SANS, MUTED)
                top += 3.8
        self.top += deepest * 3.8 - 1.6
        width = sum(column.width for column in columns)
        self.rule(self.top, width=width, colour=(0.55, 0.55, 0.56))

    @staticmethod
    def _left_edge(line: Line, column: Column, start: float) -> float:
        """Where a line of a column begins; a column at the page's right ends flush with the text."""
        if not column.right:
            return start
        end = start + column.width
        return (end - 3 if end < RIGHT - 0.1 else end) - line.width / MM

    def _cell(self, cell: Cell, column: Column, size: float) -> list[tuple[Line, float, Colour, float]]:
        colour = MUTED if cell.muted else INK
        width = column.width - 3
        made = [
            (line, size, colour, size * 1.42 / MM)
            for line in self.faces.lines(cell.text, size, width, Face.SANS, strong=cell.strong)
        ]
        small = size - 1.2
        made += [
            (line, small, MUTED, small * 1.42 / MM)
            for line in self.faces.lines(cell.below, small, width, Face.SANS)
        ]
        return made
