"""Papers to print: their words, and a few ways of putting text on A4, Chinese first, English below."""

from __future__ import annotations

import io
import tomllib
from collections.abc import Iterable
from functools import partial
from typing import TypeVar

import msgspec

from review_app.model.files import asset_path
from review_app.model.publish.fonts import Face, PdfFonts, missing_glyphs
from review_app.model.publish.pdf import POINTS_PER_MM as MM
from review_app.model.publish.pdf import draw_line, new_canvas
from review_app.model.publish.typeset import Line, Span, Typesetter, tidy

PAGE = (210.0, 297.0)  # mm
MARGIN = 24.0  # mm
MEASURE = PAGE[0] - 2 * MARGIN
INK = (0.10, 0.10, 0.11)
MUTED = (0.36, 0.36, 0.38)
FIELD = (0.972, 0.968, 0.955)
RULE = (0.80, 0.79, 0.76)

_ALWAYS = "0123456789ABCDEF<U+>/-·…"
"""What the pages put in between, and the code points of characters that the faces lack."""

Pair = tuple[str, str]
"""A text in Chinese and in English."""
Words = TypeVar("Words", bound=msgspec.Struct)


def words_of(paper: str, form: type[Words]) -> tuple[Words, str]:
    """The words of a paper, from ``assets/certificate/<paper>.toml``, and the whole file, for the faces."""
    text = asset_path(f"certificate/{paper}.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), form), text


def filled(words: Pair, /, **gaps: object) -> Pair:
    """``words`` with their gaps filled in."""
    return words[0].format(**gaps), words[1].format(**gaps)


def both(words: Pair, /, **gaps: object) -> str:
    """Both languages on one line."""
    return " · ".join(filled(words, **gaps))


def printable(text: str, face: Face = Face.SANS) -> str:
    """``text`` as it is set, with ``<U+1F600>`` in the place of a character that the face doesn't have.

    For papers of somebody's own, where a comment that can be read but for one sign is better than none.  What is
    published is refused instead (``glyph-missing``).
    """
    clean = tidy(text)
    for character in missing_glyphs(clean, face):
        clean = clean.replace(character, f"<U+{ord(character):04X}>")
    return clean


class Paper:
    """A document under way.  Lengths are mm; ``top`` is measured from the page's upper edge; sizes are points."""

    def __init__(self, title: str, texts: Iterable[str]) -> None:
        """``texts``: everything that will be drawn; raises InputError ``glyph-missing``.  Close it, or use ``with``."""
        given = [*texts, _ALWAYS]
        self.fonts = PdfFonts({Face.SANS: given, Face.SERIF: given})
        self._file = io.BytesIO()
        self.canvas = new_canvas(self._file, PAGE, self.fonts.name(Face.SANS), title=title)
        self._setters = {face: Typesetter(partial(self.fonts.width, face=face, size=1.0)) for face in Face}

    def __enter__(self) -> Paper:
        return self

    def __exit__(self, *_: object) -> None:
        self.fonts.close()

    def finish(self) -> bytes:
        """The bytes of the document, whose last page has been ended."""
        self.canvas.save()
        return self._file.getvalue()

    def colour(self, colour: tuple[float, float, float]) -> None:
        """The colour of what is drawn next."""
        self.canvas.setFillColorRGB(*colour)

    def lines(
        self,
        text: str,
        size: float,
        measure: float,
        face: Face = Face.SANS,
        *,
        strong: bool = False,
        indent: float = 0.0,
    ) -> list[Line]:
        """``text`` broken to ``measure`` mm; ``indent`` in em for the first line."""
        return self._setters[face].lines([Span(text, strong)], size, measure * MM, indent=indent)

    def width(self, text: str, size: float, face: Face = Face.SANS) -> float:
        """How wide ``text`` is on one line, in mm."""
        return self._setters[face].single(text, size).width / MM

    def put(self, line: Line, x: float, top: float, size: float, face: Face = Face.SANS) -> None:
        """A line with its base line at ``top``."""
        draw_line(
            self.canvas, line, x * MM, (PAGE[1] - top) * MM, self.fonts.name(face), size, heavier=size / 45
        )

    def text(
        self,
        text: str,
        x: float,
        top: float,
        size: float,
        *,
        face: Face = Face.SANS,
        strong: bool = False,
        right: bool = False,
    ) -> float:
        """``text`` on one line from ``x`` on, or up to ``x``; returns its width."""
        found = self.lines(text, size, 1e6, face, strong=strong)
        if not found:
            return 0.0
        width = found[0].width / MM
        self.put(found[0], x - width if right else x, top, size, face)
        return width

    def paragraph(
        self,
        text: str,
        x: float,
        top: float,
        size: float,
        measure: float = MEASURE,
        *,
        face: Face = Face.SANS,
        leading: float = 1.6,
        strong: bool = False,
    ) -> float:
        """A paragraph whose first base line is at ``top``; returns where one directly below would start."""
        for line in self.lines(text, size, measure, face, strong=strong):
            self.put(line, x, top, size, face)
            top += size * leading / MM
        return top

    def pair(self, words: Pair, x: float, top: float, size: float, measure: float = MEASURE) -> float:
        """Chinese, and its English smaller and paler below; returns where the next thing starts."""
        self.colour(INK)
        top = self.paragraph(words[0], x, top, size, measure)
        self.colour(MUTED)
        top = self.paragraph(words[1], x, top - size * 0.12 / MM, size * 0.82, measure, leading=1.45)
        self.colour(INK)
        return top + size * 0.5 / MM

    def heading(self, words: Pair, x: float, top: float, size: float, small: float) -> None:
        """Chinese, and its English smaller and paler behind it; leaves the paler colour."""
        width = self.text(words[0], x, top, size, strong=True)
        self.colour(MUTED)
        self.text(words[1], x + width + 3, top, small)

    def rule(self, top: float, x: float = MARGIN, width: float = MEASURE) -> None:
        """A thin line across."""
        self.canvas.setStrokeColorRGB(*RULE)
        self.canvas.setLineWidth(0.5)
        self.canvas.line(x * MM, (PAGE[1] - top) * MM, (x + width) * MM, (PAGE[1] - top) * MM)

    def field(
        self,
        top: float,
        height: float,
        x: float = MARGIN,
        width: float = MEASURE,
        fill: tuple[float, float, float] = FIELD,
    ) -> None:
        """A quiet ground for what matters most."""
        self.canvas.setFillColorRGB(*fill)
        self.canvas.roundRect(
            x * MM, (PAGE[1] - top - height) * MM, width * MM, height * MM, 2.5 * MM, stroke=0, fill=1
        )
        self.colour(INK)
