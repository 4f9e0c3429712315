"""Draws the pages of certificates: every text in the largest size that fits its place.  Lengths in mm from the trimmed
page's lower left corner unless a name says points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from review_app.model.errors import InputError
from review_app.model.publish.certificate_foot import Foot
from review_app.model.publish.certificate_layout import draw_ground
from review_app.model.publish.certificate_strokes import INK, MUTED
from review_app.model.publish.certificate_words import Mark, Template
from review_app.model.publish.pdf import POINTS_PER_MM as MM
from review_app.model.publish.pictures import BACKGROUND_DPI, check_picture
from review_app.model.publish.qr_fast import Modules
from review_app.model.publish.typeset import Line, Placed, tidy

if TYPE_CHECKING:
    from review_app.model.publish.certificate import Certificate

ABOVE_FOOT, NEAREST = 10.0, 6.0  # mm between the text and what stands at the foot; in the smallest size
BODY_SIZES = (
    20.0,
    19.0,
    18.0,
    17.0,
    16.0,
    15.0,
    14.0,
    13.0,
    12.0,
    11.0,
    10.5,
)  # points, the last is the floor
SECOND = 0.74  # the second language's size, of the first one's


@dataclass
class Block:
    """Lines set in one size; ``skip`` points stand above it."""

    lines: list[Line]
    size: float
    leading: float
    skip: float = 0.0

    @property
    def height(self) -> float:
        """Points, from the top of the first line to below the last."""
        return self.skip + len(self.lines) * self.leading


class Page(Foot):
    """A page, from its ground to its text."""

    def ground(self, mark: Mark) -> None:
        """What all pages have in common: background or frame, heading, the mark of a sample or a draft."""
        if self.design.background is None:
            draw_ground(self.canvas, self.design, self.layout)
        self._ink(INK)
        self._heading()
        if mark:
            self._mark(self.words[0].mark(mark))

    def draw(self, certificate: Certificate, code: Modules) -> None:
        """What is this certificate's own."""
        self._ink(INK)
        self._text(certificate, self.foot(certificate, code) / MM)

    def background(self) -> None:
        """The organizer's picture over page and bleed, cut to its proportions."""
        picture = self.design.background
        if picture is None:
            return
        over, (width, height) = self.design.bleed, self.layout.page
        wide, high = width + 2 * over, height + 2 * over
        own_width, own_height = check_picture(picture)
        scale = max(wide / own_width, high / own_height)
        shown = (own_width * scale, own_height * scale)
        self.canvas.saveState()
        path = self.canvas.beginPath()
        path.rect(-over * MM, -over * MM, wide * MM, high * MM)
        self.canvas.clipPath(path, stroke=0, fill=0)
        corner = ((width - shown[0]) / 2, (height - shown[1]) / 2)
        self._picture(picture, (*corner, *shown), BACKGROUND_DPI)
        self.canvas.restoreState()

    # ------------------------------------------------------------ heading

    def _heading(self) -> None:
        layout, first = self.layout, self.words[0]
        second = self.words[1] if len(self.words) > 1 else None
        if layout.heading == "downwards":
            self._heading_downwards(first, second)
            return
        size = first.heading_size * layout.heading_scale
        line, size = self._spaced(first.heading, size, first.heading_gap, layout.heading_width)
        baseline = (self.height - layout.heading_y + (5 if second else 0)) * MM
        centred = layout.heading == "centred"
        x = layout.heading_x * MM - (line.width / 2 if centred else 0)
        self._line("heading", line, x, baseline, size)
        if second:
            below, own = self._spaced(second.heading.upper(), 13.0, 0.16, layout.heading_width)
            x = layout.heading_x * MM - (below.width / 2 if centred else 0)
            self._line("heading-2", below, x, baseline - 10.5 * MM, own)

    def _heading_downwards(self, first: Template, second: Template | None) -> None:
        layout = self.layout
        han = all(ord(each) >= 0x2E80 for each in first.heading) and len(first.heading) <= 8
        parts = list(first.heading) if han else first.heading.split()
        size = first.heading_size * layout.heading_scale
        widest = max(self.scribe.advance(part) for part in parts)
        step = 1.32 if han else 1.25
        below = 13.0 * MM if second else 0.0
        high = layout.heading_height * MM - below
        size = min(size, layout.heading_width * MM / widest, high / (step * (len(parts) - 1) + 1))
        middle, tall = (self.height - layout.heading_y) * MM + below / 2, size * (step * (len(parts) - 1) + 1)
        y = middle + tall / 2 - size * 0.87
        for number, part in enumerate(parts):
            line = Line((Placed(0.0, part, False),), self.scribe.advance(part) * size)
            self._line(f"heading-{number}", line, layout.heading_x * MM - line.width / 2, y, size)
            y -= size * step
        if second:
            line, own = self._spaced(second.heading.upper(), 9.0, 0.1, layout.heading_width)
            lowest = middle - tall / 2 - 9.5 * MM
            self._line("heading-2", line, layout.heading_x * MM - line.width / 2, lowest, own)

    def _spaced(self, text: str, size: float, gap: float, width: float) -> tuple[Line, float]:
        """``text`` with ``gap`` em between its characters, the size made smaller until it is ``width`` wide."""
        advances = [self.scribe.advance(each) if each.strip() else 0.25 for each in text]
        whole = sum(advances) + gap * (len(advances) - 1)
        size = min(size, width * MM / whole)
        parts, x = [], 0.0
        for character, advance in zip(text, advances, strict=True):
            if character.strip():
                parts.append(Placed(x * size, character, False))
            x += advance + gap
        return Line(tuple(parts), whole * size), size

    def _mark(self, text: str) -> None:
        canvas, size = self.canvas, 11.0
        line = self.setter.single(text, size)
        right, top = self.layout.sample
        x, y, pad = right * MM - line.width, (self.height - top) * MM, 4.0
        self._ink(MUTED)  # not red: a red box with two characters would pass for a seal
        canvas.setLineWidth(0.5)
        canvas.rect(x - pad, y - size * 0.12 - pad, line.width + 2 * pad, size + 2 * pad, stroke=1, fill=0)
        self._line("sample", line, x, y + size * 0.02, size)

    # ------------------------------------------------------------ text

    def _text(self, certificate: Certificate, bottom: float) -> None:
        """Salutation and body in the largest size that ends above what reaches up to ``bottom``."""
        layout = self.layout
        fields = [certificate.fields(self._names(number)) for number in range(len(self.words))]
        for size in (each for each in BODY_SIZES if each <= self.words[0].largest):
            above = NEAREST if size == BODY_SIZES[-1] else ABOVE_FOOT
            room = (self.height - layout.text_top - bottom - above) * MM
            blocks = self._blocks(certificate, fields, size, room)
            height = sum(block.height for block in blocks) - blocks[0].leading * 0.3
            if blocks and height <= room:
                break
        else:
            raise InputError("certificate-text-too-long", serial=tidy(certificate.serial), part="body")
        y = (self.height - layout.text_top) * MM - (room - height) * layout.slack
        top = y
        for block in blocks:
            y -= block.skip
            for line in block.lines:
                y -= block.leading
                place = y + block.leading - block.size * 0.88 - (block.leading - block.size) * 0.3
                self.scribe.draw(self.canvas, line, layout.left * MM, place, block.size)
        self.boxes["text"] = (layout.left * MM, y, layout.right * MM, top)

    def _blocks(
        self, certificate: Certificate, fields: Sequence[dict[str, str]], size: float, room: float
    ) -> list[Block]:
        blocks: list[Block] = []
        measure = self.layout.measure * MM
        for number, (words, values) in enumerate(zip(self.words, fields, strict=True)):
            own = size if number == 0 else max(size * SECOND, 9.0)
            values = values | words.quotes_for(values["case_title"])
            tight = min(1.0, 0.8 + 0.2 * (size - BODY_SIZES[-1]) / (BODY_SIZES[0] - BODY_SIZES[-1]) * 1.6)
            leading = own * max(words.leading * tight, 1.5)
            apart = size * 0.9 if number else 0.0
            if number == 0 or certificate.recipient in self.design.names_en:
                larger = own * 1.12
                lines = self.lines(words.spans(words.salutation, values), larger, measure, balanced=True)
                blocks.append(Block(lines, larger, larger * 1.45, apart))
                apart = own * (0.35 if number == 0 else 0.15)
            for pattern in (words.body, words.closing):
                if pattern:
                    lines = self.lines(
                        words.spans(pattern, values),
                        own,
                        measure,
                        indent=words.indent,
                        justified=words.justified,
                    )
                    blocks.append(Block(lines, own, leading, apart))
                    apart = 0.0
            if sum(block.height for block in blocks) > room * 1.2 + 60:
                break  # too long already: the next size, before more is broken into lines
        return blocks
