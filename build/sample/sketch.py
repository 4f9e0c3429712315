"""A drawing surface in pixels of the finished picture; drawn larger and scaled down for smooth edges."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from PIL import Image, ImageDraw, ImageFont

from review_app.model.publish.fonts import Face, font_file

from .palette import BLUE, INK, PAPER, SOFT, WHITE

Point = tuple[float, float]

WIDTH, HEIGHT = 1600, 1000
_SCALE = 3


@cache
def _font(face: Face, size: int) -> ImageFont.FreeTypeFont:
    # the basic layout engine is part of Pillow; raqm depends on what the machine has
    return ImageFont.truetype(font_file(face), size * _SCALE, layout_engine=ImageFont.Layout.BASIC)


class Sketch:
    """One picture: primitives first, then a few icons made of them."""

    def __init__(self, background: str = PAPER) -> None:
        self._image = Image.new("RGB", (WIDTH * _SCALE, HEIGHT * _SCALE), background)
        self._draw = ImageDraw.Draw(self._image)

    def finish(self) -> Image.Image:
        """The picture in its final size."""
        return self._image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)

    # --- primitives ---

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: int = 26,
        colour: str = INK,
        *,
        anchor: str = "lm",
        bold: bool = False,
        face: Face = Face.SANS,
    ) -> None:
        """One line; ``anchor`` as in Pillow: ``lm`` left, ``mm`` centred, ``rm`` right, all at mid height."""
        self._draw.text(
            (x * _SCALE, y * _SCALE),
            words,
            fill=colour,
            font=_font(face, size),
            anchor=anchor,
            stroke_width=max(1, size // 26) if bold else 0,
            stroke_fill=colour,
        )

    def text_width(self, words: str, size: int) -> float:
        """The advance of ``words``."""
        return _font(Face.SANS, size).getlength(words) / _SCALE

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        fill: str | None = WHITE,
        outline: str | None = None,
        stroke: float = 2,
        radius: float = 12,
    ) -> None:
        """A rounded rectangle with its upper left corner at (x, y)."""
        self._draw.rounded_rectangle(
            _scaled((x, y), (x + width, y + height)), radius * _SCALE, fill, outline, round(stroke * _SCALE)
        )

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        fill: str | None = WHITE,
        outline: str | None = None,
        stroke: float = 2,
    ) -> None:
        """A circle around (x, y)."""
        corners = _scaled((x - radius, y - radius), (x + radius, y + radius))
        self._draw.ellipse(corners, fill, outline, round(stroke * _SCALE))

    def polygon(self, points: Sequence[Point], fill: str) -> None:
        """A filled polygon."""
        self._draw.polygon(_scaled(*points), fill)

    def line(
        self, points: Sequence[Point], colour: str = INK, width: float = 2, *, caps: bool = True
    ) -> None:
        """A polyline with round joints and, with ``caps``, round ends."""
        for (x1, y1), (x2, y2) in pairwise(points):
            length = math.dist((x1, y1), (x2, y2)) or 1.0
            dx, dy = (y1 - y2) / length * width / 2, (x2 - x1) / length * width / 2
            self.polygon(
                [(x1 + dx, y1 + dy), (x2 + dx, y2 + dy), (x2 - dx, y2 - dy), (x1 - dx, y1 - dy)], colour
            )
        for x, y in points if caps else points[1:-1]:
            self.circle(x, y, width / 2 - 0.2, colour)

    def dashes(self, points: Sequence[Point], colour: str = INK, width: float = 2, dash: float = 9) -> None:
        """A broken polyline."""
        for (x1, y1), (x2, y2) in pairwise(points):
            count = max(1, round(math.dist((x1, y1), (x2, y2)) / (2 * dash)))
            for number in range(count):
                start, end = number / count, (number + 0.5) / count
                ends = [(x1 + (x2 - x1) * share, y1 + (y2 - y1) * share) for share in (start, end)]
                self._draw.line(_scaled(*ends), colour, round(width * _SCALE))

    def arrow(self, points: Sequence[Point], colour: str = BLUE, width: float = 4) -> None:
        """A polyline that ends in a head."""
        (x1, y1), (x2, y2) = points[-2:]
        angle, head = math.atan2(y2 - y1, x2 - x1), 5 + 3 * width
        neck = (x2 - head * 0.8 * math.cos(angle), y2 - head * 0.8 * math.sin(angle))
        self.line([*points[:-1], neck], colour, width)
        sides = [
            (x2 - head * math.cos(angle + turn), y2 - head * math.sin(angle + turn)) for turn in (0.45, -0.45)
        ]
        self.polygon([(x2, y2), *sides], colour)

    def arc(
        self, centre: Point, radius: float, start: float, end: float, colour: str, width: float = 4
    ) -> None:
        """A circular arrow, clockwise, angles in degrees from three o'clock."""
        angles = [math.radians(angle) for angle in _steps(start, end, 60)]
        x, y = centre
        self.arrow(
            [(x + radius * math.cos(angle), y + radius * math.sin(angle)) for angle in angles], colour, width
        )

    def curve(self, start: Point, end: Point, colour: str, width: float = 4) -> None:
        """An arrow that leaves and arrives level, in an S."""
        middle = (start[0] + end[0]) / 2
        points = []
        for share in _steps(0, 1, 60):
            weights = ((1 - share) ** 3, 3 * share * (1 - share) ** 2, 3 * share**2 * (1 - share), share**3)
            knots = (start, (middle, start[1]), (middle, end[1]), end)
            points.append(
                (
                    sum(weight * knot[0] for weight, knot in zip(weights, knots, strict=True)),
                    sum(weight * knot[1] for weight, knot in zip(weights, knots, strict=True)),
                )
            )
        self.arrow(points, colour, width)

    # --- what every picture has ---

    def heading(self, title: str, subtitle: str) -> None:
        """Title and subtitle at the top left, the mark of a sample at the lower right."""
        self.box(60, 56, 8, 66, BLUE, radius=4)
        self.text(88, 74, title, 40, INK, bold=True)
        self.text(88, 118, subtitle, 22, SOFT)
        self.text(WIDTH - 60, HEIGHT - 40, "样例·示意", 20, SOFT, anchor="rm")

    # --- icons, each within a square of side ``size`` around (x, y) ---

    def person(self, x: float, y: float, size: float, colour: str) -> None:
        """Head and shoulders."""
        self.circle(x, y - size * 0.24, size * 0.2, colour)
        self._draw.pieslice(
            _scaled((x - size * 0.4, y + size * 0.04), (x + size * 0.4, y + size * 0.84)), 180, 360, colour
        )

    def cylinder(self, x: float, y: float, width: float, height: float, fill: str, edge: str) -> None:
        """A data store, its upper left corner at (x, y)."""
        lid = width * 0.26
        self._draw.ellipse(_scaled((x, y + height - lid), (x + width, y + height)), fill, edge, 2 * _SCALE)
        self._draw.rectangle(_scaled((x, y + lid / 2), (x + width, y + height - lid / 2)), fill)
        for side in (x, x + width):
            shift = 1 if side == x else -1
            self.line([(side + shift, y + lid / 2), (side + shift, y + height - lid / 2)], edge, 2)
        self._draw.ellipse(_scaled((x, y), (x + width, y + lid)), WHITE, edge, 2 * _SCALE)

    def phone(self, x: float, y: float, size: float, colour: str) -> None:
        """A telephone with a screen."""
        self.box(x - size * 0.28, y - size * 0.5, size * 0.56, size, colour, radius=size * 0.1)
        self.box(x - size * 0.22, y - size * 0.38, size * 0.44, size * 0.7, WHITE, radius=size * 0.03)
        self.circle(x, y + size * 0.41, size * 0.045, WHITE)

    def monitor(self, x: float, y: float, size: float, colour: str) -> None:
        """A screen on a foot."""
        self.box(x - size * 0.5, y - size * 0.42, size, size * 0.66, colour, radius=size * 0.06)
        self.box(x - size * 0.43, y - size * 0.35, size * 0.86, size * 0.52, WHITE, radius=size * 0.02)
        self.box(x - size * 0.07, y + size * 0.22, size * 0.14, size * 0.16, colour, radius=0)
        self.box(x - size * 0.24, y + size * 0.36, size * 0.48, size * 0.08, colour, radius=size * 0.04)

    def bubble(self, x: float, y: float, size: float, colour: str) -> None:
        """A speech bubble with three dots."""
        self.box(x - size * 0.46, y - size * 0.4, size * 0.92, size * 0.62, colour, radius=size * 0.2)
        foot = y + size * 0.16
        self.polygon(
            [(x - size * 0.26, foot), (x - size * 0.02, foot), (x - size * 0.28, y + size * 0.44)], colour
        )
        for step in (-1, 0, 1):
            self.circle(x + step * size * 0.2, y - size * 0.09, size * 0.06, WHITE)

    def envelope(self, x: float, y: float, size: float, colour: str) -> None:
        """A letter."""
        self.box(x - size * 0.46, y - size * 0.33, size * 0.92, size * 0.66, colour, radius=size * 0.07)
        flap = [(x - size * 0.38, y - size * 0.22), (x, y + size * 0.08), (x + size * 0.38, y - size * 0.22)]
        self.line(flap, WHITE, size * 0.06)

    def handset(self, x: float, y: float, size: float, colour: str) -> None:
        """A telephone receiver."""
        self._draw.arc(
            _scaled((x - size * 0.42, y - size * 0.3), (x + size * 0.42, y + size * 0.54)),
            190,
            350,
            colour,
            round(size * 0.17 * _SCALE),
        )
        for side in (-1, 1):
            left = x + side * size * 0.34 - size * 0.14
            self.box(left, y + size * 0.02, size * 0.28, size * 0.24, colour, radius=size * 0.06)

    def sheet(self, x: float, y: float, size: float, colour: str) -> None:
        """A document with lines."""
        self.box(x - size * 0.34, y - size * 0.45, size * 0.68, size * 0.9, colour, radius=size * 0.07)
        for number, share in enumerate((0.42, 0.42, 0.42, 0.24)):
            level = y - size * 0.24 + number * size * 0.16
            left = x - size * 0.21
            self.line([(left, level), (left + size * share, level)], WHITE, size * 0.055)

    def drop(self, x: float, y: float, size: float, colour: str) -> None:
        """A drop of water."""
        self.circle(x, y + size * 0.14, size * 0.3, colour)
        waist = y + size * 0.03
        self.polygon([(x, y - size * 0.48), (x - size * 0.27, waist), (x + size * 0.27, waist)], colour)

    def pin(self, x: float, y: float, size: float, colour: str) -> None:
        """A place on a map; its tip is at (x, y)."""
        self.polygon([(x, y), (x - size * 0.27, y - size * 0.5), (x + size * 0.27, y - size * 0.5)], colour)
        self.circle(x, y - size * 0.62, size * 0.31, colour)
        self.circle(x, y - size * 0.62, size * 0.12, WHITE)

    def ticket(self, x: float, y: float, size: float, colour: str, hole: str = WHITE) -> None:
        """An admission ticket."""
        self.box(x - size * 0.5, y - size * 0.28, size, size * 0.56, colour, radius=size * 0.06)
        for side in (-1, 1):
            self.circle(x + side * size * 0.5, y, size * 0.1, hole)
        self.dashes([(x + size * 0.18, y - size * 0.24), (x + size * 0.18, y + size * 0.24)], hole, 3, 4)

    def calendar(self, x: float, y: float, size: float, colour: str) -> None:
        """A leaf of a calendar."""
        self.box(x - size * 0.42, y - size * 0.36, size * 0.84, size * 0.8, colour, radius=size * 0.08)
        self.box(x - size * 0.34, y - size * 0.12, size * 0.68, size * 0.48, WHITE, radius=size * 0.03)
        for column in range(3):
            for row in range(2):
                left, top = x - size * 0.26 + column * size * 0.2, y - size * 0.04 + row * size * 0.18
                self.box(left, top, size * 0.12, size * 0.11, colour, radius=2)
        for side in (-1, 1):
            left = x + side * size * 0.2 - size * 0.04
            self.box(left, y - size * 0.48, size * 0.08, size * 0.2, colour, radius=3)


def _scaled(*points: Point) -> list[Point]:
    return [(x * _SCALE, y * _SCALE) for x, y in points]


def _steps(start: float, end: float, count: int) -> list[float]:
    return [start + (end - start) * number / count for number in range(count + 1)]
