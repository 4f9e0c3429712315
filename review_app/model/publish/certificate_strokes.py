"""What a certificate is drawn with: ink, lines of text, pictures; and what all of its parts know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from review_app.model.publish.certificate_layout import Layout, layout_of
from review_app.model.publish.certificate_words import Template
from review_app.model.publish.design import Design
from review_app.model.publish.pdf import POINTS_PER_MM as MM
from review_app.model.publish.pictures import Picture, check_picture, pixels
from review_app.model.publish.scribe import Scribe
from review_app.model.publish.typeset import Line, Span, Typesetter

INK = (0.130, 0.110, 0.100)
MUTED = (0.420, 0.380, 0.320)
VERMILION = (0.680, 0.220, 0.160)
_KEPT_AT_MOST = 500

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points."""


@dataclass
class Strokes:
    """Draws certificates of one design on one canvas.  ``boxes`` says where things of the last page stand."""

    canvas: Canvas
    scribe: Scribe
    words: Sequence[Template]
    design: Design
    boxes: dict[str, Box] = field(default_factory=dict)

    def __post_init__(self) -> None:
        layout = layout_of(self.design)
        if (
            len(self.words) > 1 and layout.heading != "downwards"
        ):  # two texts want more room below the heading
            layout = replace(layout, heading_y=layout.heading_y - 4, text_top=layout.text_top - 8)
        self.layout: Layout = layout
        self.height = self.layout.page[1]
        self.setter = Typesetter(self.scribe.advance, partial(self.scribe.advance, strong=True))
        self._kept: dict[tuple[object, ...], list[Line]] = {}

    def lines(
        self,
        spans: Sequence[Span],
        size: float,
        measure: float,
        *,
        indent: float = 0,
        balanced: bool = False,
        justified: bool = False,
    ) -> list[Line]:
        """:meth:`Typesetter.lines`, which remembers: much is the same on every page."""
        key = (tuple(spans), size, measure, indent, balanced, justified)
        if key not in self._kept:
            if len(self._kept) >= _KEPT_AT_MOST:
                self._kept.clear()
            self._kept[key] = self.setter.lines(
                spans, size, measure, indent=indent, balanced=balanced, justified=justified
            )
        return self._kept[key]

    def _names(self, number: int) -> dict[str, str]:
        english = self.words[number] is self.words[-1] and self.design.language != "zh"
        return self.design.names_en if english else {}

    def _size(self, picture: Picture, width: float, height: float) -> tuple[float, float]:
        """Width and height in mm: the width that the design says or ``width``, at most ``height`` high."""
        own_width, own_height = check_picture(picture)
        wide = picture.width or min(width, height * own_width / own_height)
        return wide, wide * own_height / own_width

    def _picture(
        self,
        picture: Picture,
        place: tuple[float, float, float, float],
        dpi: int,
        *,
        multiplied: bool = False,
    ) -> None:
        """``place``: left, bottom, width, height; ``multiplied``: as ink over what lies under it."""
        left, bottom, width, height = place
        image = pixels(picture, width, height, dpi)
        self.canvas.saveState()
        if multiplied:
            self.canvas.setBlendMode("Multiply")
        mask = "auto" if image.mode == "RGBA" else None
        self.canvas.drawImage(ImageReader(image), left * MM, bottom * MM, width * MM, height * MM, mask=mask)
        self.canvas.restoreState()

    def _ink(self, colour: tuple[float, float, float]) -> None:
        self.canvas.setFillColorRGB(*colour)
        self.canvas.setStrokeColorRGB(*colour)

    def _line(self, name: str, line: Line, x: float, y: float, size: float) -> None:
        self.scribe.draw(self.canvas, line, x, y, size)
        self.boxes[name] = (x, y - size * 0.15, x + line.width, y + size * 0.88)
