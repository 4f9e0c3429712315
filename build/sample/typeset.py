"""Sets Chinese text: line breaking with the rules for punctuation, and lines drawn flush on both sides."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

# GB/T 15834 5.1: marks that may not open a line, and those that may not close one.
NOT_FIRST = frozenset("，。、；：？！）》”’」』】％%…·")
NOT_LAST = frozenset("（《“‘「『【")
# Their ink fills the left half of the em only: the right half may hang over the margin.
HANGING = frozenset("，。、；：！）》”’")

_TOKEN = re.compile(r"[A-Za-z0-9][A-Za-z0-9.,:/+×-]*|.", re.DOTALL)
_LOOSEST = 0.3  # em between two characters; a line that would need more stays ragged


@dataclass(frozen=True)
class Type:
    """How a piece of text looks. ``size`` in points; ``weight`` is the stroke that thickens a heading, in em."""

    font: str
    size: float
    colour: str
    weight: float = 0.0

    def width(self, text: str) -> float:
        """The advance of ``text`` in points."""
        return float(stringWidth(text, self.font, self.size))


def break_lines(text: str, kind: Type, width: float, indent: float = 0.0) -> list[str]:
    """Cuts ``text`` into lines of at most ``width`` points, the first shorter by ``indent``.

    Numbers and Latin words stay whole. A closing mark at the end of a line may hang out by half an em; where that
    is not enough, the character before it moves to the next line too.
    """
    lines: list[str] = []
    line: list[str] = []
    room = width - indent
    for token in _TOKEN.findall(text):
        if line and kind.width("".join([*line, token])) > room + _overhang(token, kind):
            carried = _carried(line, token)
            kept = line[: len(line) - len(carried)]
            lines.append("".join(kept))
            line, room = carried, width
        line.append(token)
    lines.append("".join(line))
    return lines


def _overhang(token: str, kind: Type) -> float:
    return kind.size / 2 if token in HANGING else 0.0


def _carried(line: list[str], following: str) -> list[str]:
    """The tail of ``line`` that has to go with ``following`` so that no mark stands where it may not."""
    cut = len(line)
    first = following
    while cut > 1 and (first[0] in NOT_FIRST or line[cut - 1] in NOT_LAST):
        cut -= 1
        first = line[cut]
    return line[cut:]


def draw_line(canvas: Canvas, x: float, y: float, text: str, kind: Type, fill_to: float | None = None) -> None:
    """Draws one line with its baseline at ``y``; ``fill_to`` spreads it over that many points."""
    gap = 0.0
    if fill_to is not None and len(text) > 1:
        ends = _overhang(text[-1], kind)
        gap = (fill_to + ends - kind.width(text)) / (len(text) - 1)
        if gap > _LOOSEST * kind.size:
            gap = 0.0
    ink = HexColor(kind.colour)
    writer = canvas.beginText(x, y)
    writer.setFont(kind.font, kind.size)
    writer.setFillColor(ink)
    writer.setCharSpace(gap)
    if kind.weight:
        canvas.setLineWidth(kind.weight * kind.size)
        writer.setStrokeColor(ink)
    writer.setTextRenderMode(2 if kind.weight else 0)
    writer.textOut(text)
    writer.setTextRenderMode(0)
    writer.setCharSpace(0)
    canvas.drawText(writer)


def draw_right(canvas: Canvas, x: float, y: float, text: str, kind: Type) -> None:
    """Draws one line that ends at ``x``."""
    draw_line(canvas, x - kind.width(text), y, text, kind)


def draw_centred(canvas: Canvas, x: float, y: float, text: str, kind: Type) -> None:
    """Draws one line with its middle at ``x``."""
    draw_line(canvas, x - kind.width(text) / 2, y, text, kind)


def draw_lines(
    canvas: Canvas, x: float, y: float, lines: list[str], kind: Type, leading: float, *, width: float | None = None,
    indent: float = 0.0,
) -> float:
    """Draws a paragraph whose first baseline is at ``y`` and returns the baseline after its last line.

    With ``width`` all lines but the last are flush on both sides.
    """
    for number, text in enumerate(lines):
        shift = indent if number == 0 else 0.0
        last = number == len(lines) - 1
        draw_line(canvas, x + shift, y, text, kind, None if last or width is None else width - shift)
        y -= leading
    return y
