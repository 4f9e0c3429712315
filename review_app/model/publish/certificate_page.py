"""Draws the pages of certificates: every text in the largest size that fits its place.  Lengths in mm from the trimmed
page's lower left corner unless a name says points."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from review_app.model.errors import InputError
from review_app.model.publish.certificate_layout import Layout, draw_ground, layout_of
from review_app.model.publish.certificate_words import Template
from review_app.model.publish.design import Design
from review_app.model.publish.pdf import POINTS_PER_MM as MM
from review_app.model.publish.pictures import BACKGROUND_DPI, SEAL_DPI, Picture, check_picture, pixels
from review_app.model.publish.qr_fast import Modules, image_mask
from review_app.model.publish.scribe import Scribe
from review_app.model.publish.typeset import Line, Placed, Span, Typesetter, tidy

if TYPE_CHECKING:
    from review_app.model.publish.certificate import Certificate

INK = (0.130, 0.110, 0.100)
MUTED = (0.420, 0.380, 0.320)
VERMILION = (0.680, 0.220, 0.160)

ABOVE_FOOT = 6.0  # mm between the text and what stands at the foot
QR_SIDE, QR_MODULE = 31.0, 0.36  # mm: the side, unless that makes modules smaller than this
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
ISSUER_SIZES = (16.0, 15.0, 14.0, 13.0, 12.0, 11.0)
SECOND = 0.74  # the second language's size, of the first one's
SEAL, SIGNATURE = 42.0, 36.0  # mm: the widths unless the design says others
SIGNATURE_HIGH = 15.0
NOTE, NOTE_LEADING = 8.6, 13.2  # points

Box = tuple[float, float, float, float]


@dataclass
class Block:
    """Lines set in one size; ``skip`` points stand above it."""

    lines: list[Line]
    size: float
    leading: float
    skip: float = 0.0
    heavier: float = 0.0

    @property
    def height(self) -> float:
        """Points, from the top of the first line to below the last."""
        return self.skip + len(self.lines) * self.leading


@dataclass
class Page:
    """Draws certificates of one design on one canvas.  ``boxes`` says where things of the last page stand: left,
    bottom, right, top in points."""

    canvas: Canvas
    scribe: Scribe
    words: Sequence[Template]
    design: Design
    boxes: dict[str, Box] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.layout: Layout = layout_of(self.design)
        self.height = self.layout.page[1]
        self.setter = Typesetter(self.scribe.advance)
        self._kept: dict[tuple[object, ...], list[Line]] = {}

    def ground(self, *, sample: bool) -> None:
        """What all pages have in common: background or frame, heading, the mark of a sample."""
        if self.design.background is None:
            draw_ground(self.canvas, self.design, self.layout)
        self._ink(INK)
        self._heading()
        if sample:
            self._sample_mark()

    def draw(self, certificate: Certificate, code: Modules) -> None:
        """What is this certificate's own."""
        self._ink(INK)
        side = max(QR_SIDE, code.shape[0] * QR_MODULE)
        proof = self._proof(certificate, code, side)
        top = self._issuers(certificate, proof)
        self._text(certificate, max(proof[3], top) / MM + ABOVE_FOOT)

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
        self._line("heading", line, x, baseline, size, size / 72)
        if second:
            below, own = self._spaced(second.heading.upper(), 13.0, 0.16, layout.heading_width)
            x = layout.heading_x * MM - (below.width / 2 if centred else 0)
            self._line("heading-2", below, x, baseline - 10.5 * MM, own, 0.0)

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
            line = Line((Placed(0.0, part, True),), self.scribe.advance(part) * size)
            self._line(f"heading-{number}", line, layout.heading_x * MM - line.width / 2, y, size, size / 72)
            y -= size * step
        if second:
            line, own = self._spaced(second.heading.upper(), 9.0, 0.1, layout.heading_width)
            lowest = middle - tall / 2 - 9.5 * MM
            self._line("heading-2", line, layout.heading_x * MM - line.width / 2, lowest, own, 0.0)

    def _spaced(self, text: str, size: float, gap: float, width: float) -> tuple[Line, float]:
        """``text`` with ``gap`` em between its characters, the size made smaller until it is ``width`` wide."""
        advances = [self.scribe.advance(each) if each.strip() else 0.25 for each in text]
        whole = sum(advances) + gap * (len(advances) - 1)
        size = min(size, width * MM / whole)
        parts, x = [], 0.0
        for character, advance in zip(text, advances, strict=True):
            if character.strip():
                parts.append(Placed(x * size, character, True))
            x += advance + gap
        return Line(tuple(parts), whole * size), size

    def _sample_mark(self) -> None:
        canvas, size = self.canvas, 11.0
        line = self.setter.single(self.words[0].sample_mark, size)
        right, top = self.layout.sample
        x, y, pad = right * MM - line.width, (self.height - top) * MM, 4.0
        self._ink(MUTED)  # not red: a red box with two characters would pass for a seal
        canvas.setLineWidth(0.5)
        canvas.rect(x - pad, y - size * 0.12 - pad, line.width + 2 * pad, size + 2 * pad, stroke=1, fill=0)
        self._line("sample", line, x, y + size * 0.02, size, 0.0)

    # ------------------------------------------------------------ text

    def _text(self, certificate: Certificate, bottom: float) -> None:
        """Salutation and body in the largest size that ends above ``bottom``."""
        layout = self.layout
        room = (self.height - layout.text_top - bottom) * MM
        fields = [certificate.fields(self._names(number)) for number in range(len(self.words))]
        for size in (each for each in BODY_SIZES if each <= self.words[0].largest):
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
                self.scribe.draw(self.canvas, line, layout.left * MM, place, block.size, block.heavier)
        self.boxes["text"] = (layout.left * MM, y, layout.right * MM, top)

    def _names(self, number: int) -> dict[str, str]:
        english = self.words[number] is self.words[-1] and self.design.language != "zh"
        return self.design.names_en if english else {}

    def _blocks(
        self, certificate: Certificate, fields: Sequence[dict[str, str]], size: float, room: float
    ) -> list[Block]:
        blocks: list[Block] = []
        for number, (words, values) in enumerate(zip(self.words, fields, strict=True)):
            own = size if number == 0 else max(size * SECOND, 9.0)
            values = values | words.quotes_for(values["case_title"])
            tight = min(1.0, 0.8 + 0.2 * (size - BODY_SIZES[-1]) / (BODY_SIZES[0] - BODY_SIZES[-1]) * 1.6)
            leading = own * max(words.leading * tight, 1.5)
            apart = size * 0.9 if number else 0.0
            if number == 0 or certificate.recipient in self.design.names_en:
                larger = own * 1.12
                lines = self._lines(words.spans(words.salutation, values), larger, balanced=True)
                blocks.append(Block(lines, larger, larger * 1.45, apart))
                apart = own * (0.35 if number == 0 else 0.15)
            for pattern in (words.body, words.closing):
                if pattern:
                    lines = self._lines(
                        words.spans(pattern, values), own, indent=words.indent, justified=words.justified
                    )
                    blocks.append(Block(lines, own, leading, apart, own / 62))
                    apart = 0.0
            if sum(block.height for block in blocks) > room * 1.2 + 60:
                break  # too long already: the next size, before more is broken into lines
        return blocks

    def _lines(
        self,
        spans: list[Span],
        size: float,
        *,
        indent: float = 0,
        balanced: bool = False,
        justified: bool = False,
    ) -> list[Line]:
        measure = self.layout.measure * MM
        return self.setter.lines(spans, size, measure, indent=indent, balanced=balanced, justified=justified)

    # ------------------------------------------------------------ foot

    def _proof(self, certificate: Certificate, code: Modules, side: float) -> Box:
        """QR code, serial number and notes; returns where they stand, points."""
        layout, size = self.layout, NOTE
        words = self.words
        notes = [text for each in words for text in each.notes]
        unsaid = self._unsaid(certificate)
        if unsaid:
            notes.append(" · ".join(unsaid))
        sample = [words[0].sample_note] if certificate.sample else []
        measure = (64.0 if layout.beside else max(side, 52.0)) * MM
        muted = [line for text in notes for line in self._note(text, size, measure)]
        warned = [line for text in sample for line in self._note(text, size, measure)]
        serial = self.setter.lines(words[0].spans(words[0].serial, certificate.fields()), 10.0, measure)
        widest = max(line.width for line in (*muted, *warned, *serial))
        lines = [*((line, 10.0, INK) for line in serial), *((line, size, MUTED) for line in muted)]
        lines += [(line, size, VERMILION) for line in warned]
        deep = NOTE_LEADING * (len(lines) - 1) + 0.35 * NOTE_LEADING
        wide = side * MM + (5.5 * MM + widest if layout.beside else 0)
        wide = max(wide, widest)
        right_aligned = layout.issuers == "left"
        left = layout.right * MM - wide if right_aligned else layout.left * MM
        foot = layout.foot * MM
        bottom = foot if layout.beside else foot + deep + 1.2 + 10.0 + 1.8 * MM
        x = layout.right * MM - side * MM if right_aligned else left
        self._code(code, x, bottom, side * MM)
        y = foot + 1.2 + deep
        for number, (line, own, colour) in enumerate(lines):
            self._ink(colour)
            if layout.beside:
                start = x - 5.5 * MM - line.width if right_aligned else left + side * MM + 5.5 * MM
            else:
                start = layout.right * MM - line.width if right_aligned else left
            if number == len(serial):
                y -= 0.35 * NOTE_LEADING
            self.scribe.draw(self.canvas, line, start, y, own)
            y -= NOTE_LEADING
        self._ink(INK)
        top = max(bottom + side * MM, foot + deep + NOTE_LEADING if layout.beside else 0.0)
        self.boxes["proof"] = (left, foot, left + wide, top)
        self.boxes["code"] = (x, bottom, x + side * MM, bottom + side * MM)
        return self.boxes["proof"]

    def _unsaid(self, certificate: Certificate) -> list[str]:
        """What was signed and stands nowhere else on the page, because it is translated or the words leave it out:
        who compares the page with the signature has to find it."""
        plain = certificate.fields()
        unsaid = []
        for name in ("recipient", "case_title", "award", "serial"):
            said = any(
                certificate.fields(self._names(number))[name] == plain[name]
                and any(f"{{{name}}}" in pattern for pattern in (words.salutation, words.body, words.closing))
                for number, words in enumerate(self.words)
            )
            if not said and f"{{{name}}}" not in self.words[0].serial:
                unsaid.append(plain[name])
        return unsaid

    def _note(self, text: str, size: float, measure: float) -> list[Line]:
        key = (text, size, measure)
        if key not in self._kept:
            self._kept[key] = self.setter.lines([Span(text)], size, measure, balanced=True)
        return self._kept[key]

    def _code(self, code: Modules, x: float, y: float, side: float) -> None:
        self.canvas._code.append(f"q 0 g {side:.3f} 0 0 {side:.3f} {x:.3f} {y:.3f} cm {image_mask(code)} Q")

    def _issuers(self, certificate: Certificate, proof: Box) -> float:
        """Issuers over the date, seals over both, a signature above them; returns their upper end in points."""
        layout = self.layout
        at_left = layout.issuers == "left"
        if at_left:
            low, high = layout.left * MM, proof[0] - 8 * MM
        else:
            low, high = proof[2] + 8 * MM, layout.right * MM
        blocks, columns, size = self._issuer_blocks(certificate, (high - low) / MM)
        leading = size * 1.5
        rows = max(map(len, blocks)) if columns > 1 else sum(map(len, blocks))
        if rows * leading > 46 * MM:
            raise InputError("certificate-text-too-long", serial=tidy(certificate.serial), part="issuers")
        if columns == 1:
            blocks = [[line for block in blocks for line in block]]
        widths = [max(line.width for line in block) for block in blocks]
        gap = 12 * MM
        group = sum(widths) + gap * (len(blocks) - 1)
        room = min(max(group, 62 * MM), high - low)
        days = [self.setter.single(words.day(certificate.date), own) for words, own in self._days()]
        under = 25.0 + 15.0 * (len(days) - 1)
        baseline = layout.foot * MM + (13.5 * MM if layout.beside else 20 * MM) + 15.0 * (len(days) - 1)
        middle = low + room / 2 if at_left else high - room / 2
        start = low if at_left else middle - group / 2
        centres = []
        top = baseline + leading * (rows - 1)
        for block, width in zip(blocks, widths, strict=True):
            for number, line in enumerate(block):
                x = start if at_left else start + (width - line.width) / 2
                self.scribe.draw(self.canvas, line, x, top - number * leading, size)
            centres.append(start + width / 2)
            start += width + gap
        y = baseline - 25.0
        for day, (_, own) in zip(days, self._days(), strict=True):
            self.scribe.draw(self.canvas, day, low if at_left else middle - day.width / 2, y, own)
            y -= 15.0
        upper = top + size
        if self.design.signature is not None:
            upper = self._signature(self.design.signature, low, high, middle, upper, at_left=at_left)
        left = low if at_left else middle - max(group, *(day.width for day in days)) / 2
        wide = max(group, *(day.width for day in days))
        self.boxes["issuers"] = (left, baseline - under - 3, left + wide, top + size)
        self._seals(centres, left + wide / 2, baseline - 25.0 + 7 * MM)
        return upper

    def _days(self) -> list[tuple[Template, float]]:
        return list(zip(self.words, (14.0, 10.5), strict=False))

    def _issuer_blocks(self, certificate: Certificate, space: float) -> tuple[list[list[Line]], int, float]:
        """Lines a name, columns and size: two side by side if each fits on a line, else one over the other,
        in the largest size that keeps each on a line; at the floor they wrap.  ``space`` in mm."""
        names = list(map(tidy, certificate.issuers))
        english = self.design.names_en if self.design.language != "zh" else {}
        if self.design.language == "en":
            names = [tidy(english.get(name, name)) for name in names]
        elif self.design.language == "zh-en":
            names = [each for name in names for each in (name, tidy(english.get(name, ""))) if each]
        layouts = [
            (size, 2, (space - 12) / 2)
            for size in ISSUER_SIZES[:-1]
            if len(names) == 2 == len(certificate.issuers)
        ]
        layouts += [(size, 1, min(space, 100.0)) for size in ISSUER_SIZES]
        for size, columns, width in layouts:
            blocks = [self.setter.lines([Span(name)], size, width * MM, balanced=True) for name in names]
            if all(len(block) == 1 for block in blocks):
                return blocks, columns, size
        return blocks, 1, ISSUER_SIZES[-1]

    def _signature(
        self, picture: Picture, low: float, high: float, middle: float, above: float, *, at_left: bool
    ) -> float:
        wide, tall = self._size(picture, SIGNATURE, SIGNATURE_HIGH)
        caption = self.words[0].signer
        line = self.setter.single(caption, 12.0) if caption else Line((), 0.0)
        whole = line.width + (4 * MM if caption else 0) + wide * MM
        x = low if at_left else min(max(middle - whole / 2, low), high - whole)
        y = above + 3 * MM
        if caption:
            self.scribe.draw(self.canvas, line, x, y + tall * MM * 0.28, 12.0)
        left = (x + whole) / MM - wide + picture.aside
        self._picture(picture, (left, y / MM - picture.drop, wide, tall), SEAL_DPI, multiplied=True)
        self.boxes["signature"] = (x, y, x + whole, y + tall * MM)
        return y + tall * MM

    def _seals(self, centres: Sequence[float], middle: float, height: float) -> None:
        """Each over its issuer; side by side where the issuers share a column."""
        seals = self.design.seals
        for number, seal in enumerate(seals):
            wide, tall = self._size(seal, SEAL, SEAL * 1.5)
            if len(seals) == len(centres):
                x = centres[number] if len(seals) > 1 else middle
            else:
                x = middle + (number - (len(seals) - 1) / 2) * (wide + 3) * MM
            left = min(max(x / MM - wide / 2, 8.0), self.layout.page[0] - 8.0 - wide)
            left, bottom = left + seal.aside, height / MM - tall / 2 - seal.drop
            self._picture(seal, (left, bottom, wide, tall), SEAL_DPI, multiplied=True)
            self.boxes[f"seal-{number}"] = (
                left * MM, bottom * MM, (left + wide) * MM, (bottom + tall) * MM,
            )  # fmt: skip

    def _size(self, picture: Picture, width: float, height: float) -> tuple[float, float]:
        """Width and height in mm: the width that the design says or ``width``, at most ``height`` high."""
        own_width, own_height = check_picture(picture)
        wide = picture.width or min(width, height * own_width / own_height)
        return wide, wide * own_height / own_width

    # ------------------------------------------------------------ strokes

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

    def _line(self, name: str, line: Line, x: float, y: float, size: float, heavier: float) -> None:
        self.scribe.draw(self.canvas, line, x, y, size, heavier)
        self.boxes[name] = (x, y - size * 0.15, x + line.width, y + size * 0.88)
