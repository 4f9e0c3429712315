"""The page being filled: where the next block goes, and the typefaces and colours it is set in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from .palette import INK, SOFT
from .report import Report
from .typeset import Type, break_lines, draw_line, draw_lines

PAGE_WIDTH, PAGE_HEIGHT = A4


@dataclass(frozen=True)
class Look:
    """A template. Lengths in points; the three functions draw what surrounds the blocks."""

    accent: str
    pale: str
    paper: str
    serif_body: bool
    left: float
    right: float
    top: float
    bottom: float
    cover: Callable[[Sheet], None]
    frame: Callable[[Sheet], None]
    heading: Callable[[Sheet, str], None]
    size: float = 11.5
    leading: float = 21.5


@dataclass
class Sheet:
    """A canvas with a cursor: ``y`` is the top of the free space, in points from the foot of the page."""

    canvas: Canvas
    report: Report
    look: Look
    sans: str
    serif: str
    page: int = 1
    y: float = PAGE_HEIGHT
    numbers: Counter[str] = field(default_factory=Counter)

    @property
    def x(self) -> float:
        """The left edge of the text."""
        return self.look.left

    @property
    def width(self) -> float:
        """The measure of the text."""
        return float(PAGE_WIDTH - self.look.left - self.look.right)

    @property
    def body(self) -> Type:
        """Running text."""
        return Type(self.serif if self.look.serif_body else self.sans, self.look.size, INK)

    def small(self, colour: str = SOFT, size: float = 8.5) -> Type:
        """Notes, axes, running heads."""
        return Type(self.sans, size, colour)

    def strong(self, size: float, colour: str = INK) -> Type:
        """Headings and figures: the one weight there is, thickened a little."""
        return Type(self.sans, size, colour, 0.03)

    def caption(self, series: str, title: str) -> None:
        """Draws the title of a table (``表``) or figure (``图``), numbered through the whole report."""
        self.numbers[series] += 1
        number, kind = f"{series}{self.numbers[series]}", self.strong(10)
        draw_line(self.canvas, self.x, self.y - 12, number, self.strong(10, self.look.accent))
        shift = kind.width(number) + kind.size
        lines = break_lines(title, kind, self.width - shift)
        after = draw_lines(self.canvas, self.x + shift, self.y - 12, lines, kind, 15)
        self.y = after + 6

    def rule(self, x1: float, x2: float, y: float, colour: str, thickness: float) -> None:
        """A horizontal line."""
        self.canvas.setStrokeColor(HexColor(colour))
        self.canvas.setLineWidth(thickness)
        self.canvas.line(x1, y, x2, y)

    def fill(self, x: float, y: float, width: float, height: float, colour: str, radius: float = 0.0) -> None:
        """A filled rectangle; ``y`` is its lower edge."""
        self.canvas.setFillColor(HexColor(colour))
        self.canvas.roundRect(x, y, width, height, radius, stroke=0, fill=1)
