"""Draws lines that the program's own typesetter has broken: one line, a paragraph, at the left, right or middle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from review_app.model.publish.typeset import Line, Span, Typesetter


@dataclass(frozen=True)
class Type:
    """How a piece of text looks. ``size`` in points; ``weight`` is the stroke that thickens it, in em."""

    font: str
    size: float
    colour: str
    weight: float = 0.0

    def width(self, text: str) -> float:
        """The width of ``text`` on one line, in points."""
        return _single(text, self).width


@cache
def _setter(font: str) -> Typesetter:
    return Typesetter(lambda text: float(stringWidth(text, font, 1)))


def _single(text: str, kind: Type) -> Line:
    return _setter(kind.font).single(text, kind.size)


def break_lines(
    text: str, kind: Type, width: float, *, indent: float = 0.0, justified: bool = False
) -> list[Line]:
    """Cuts ``text`` into lines of at most ``width`` points, the first indented by ``indent`` em."""
    setter = _setter(kind.font)
    return setter.lines([Span(text)], kind.size, width, indent=indent, justified=justified)


def draw_line(canvas: Canvas, x: float, y: float, text: str | Line, kind: Type) -> None:
    """Draws one line with its baseline at ``y``."""
    line = _single(text, kind) if isinstance(text, str) else text
    ink = HexColor(kind.colour)
    canvas.setLineWidth(kind.weight * kind.size)
    for part in line.parts:
        writer = canvas.beginText(x + part.x, y)
        writer.setFont(kind.font, kind.size)
        writer.setFillColor(ink)
        writer.setStrokeColor(ink)
        writer.setTextRenderMode(2 if kind.weight else 0)
        writer.textOut(part.text)
        writer.setTextRenderMode(0)
        canvas.drawText(writer)


def draw_right(canvas: Canvas, x: float, y: float, text: str | Line, kind: Type) -> None:
    """Draws one line that ends at ``x``."""
    line = _single(text, kind) if isinstance(text, str) else text
    draw_line(canvas, x - line.width, y, line, kind)


def draw_centred(canvas: Canvas, x: float, y: float, text: str | Line, kind: Type) -> None:
    """Draws one line with its middle at ``x``."""
    line = _single(text, kind) if isinstance(text, str) else text
    draw_line(canvas, x - line.width / 2, y, line, kind)


def draw_lines(
    canvas: Canvas, x: float, y: float, lines: Sequence[str | Line], kind: Type, leading: float
) -> float:
    """Draws lines below each other, the first baseline at ``y``; returns the baseline after the last."""
    for line in lines:
        draw_line(canvas, x, y, line, kind)
        y -= leading
    return y
