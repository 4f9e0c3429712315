"""Award certificates: A4 landscape, vector, one page each, the same bytes for the same content.

The page never carries anything that looks like an official seal; around issuer and date it leaves the quiet
place where the organizer puts a real one.
"""

from __future__ import annotations

import datetime
import io
import string
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import msgspec
from reportlab.pdfgen.canvas import Canvas

from review_app.model.errors import InputError, UsageError
from review_app.model.files import asset_path
from review_app.model.publish.fonts import Face, PdfFonts
from review_app.model.publish.ornament import draw_divider, draw_frame
from review_app.model.publish.pdf import POINTS_PER_MM as MM
from review_app.model.publish.pdf import draw_centred, draw_line, new_canvas
from review_app.model.publish.qr import QrCode, draw_qr, qr_code
from review_app.model.publish.typeset import Line, Span, Typesetter, tidy

LANGUAGES = ("zh", "en")
PAGE = (297.0, 210.0)  # mm
INK = (0.130, 0.110, 0.100)
MUTED = (0.420, 0.380, 0.320)
VERMILION = (0.680, 0.220, 0.160)

MARGIN = 45.0  # mm, left and right of the text
HEADING, DIVIDER, TEXT_TOP = 55.0, 66.0, 76.0  # mm from the page's top
FOOT = 29.0  # mm from the page's bottom: lower edge of the QR code
ABOVE_FOOT = 5.0  # mm between the text and the QR code
QR_SIDE, QR_MODULE = 31.0, 0.36  # mm: the side, unless that makes modules smaller than this
BODY_SIZES = (20.0, 19.0, 18.0, 17.0, 16.0, 15.0, 14.0, 13.0, 12.0)  # points, the last is the floor
ISSUER_SIZES = (16.0, 15.0, 14.0, 13.0, 12.0)


@dataclass(frozen=True)
class Certificate:
    """What one page says; only ``edition`` may be empty.

    ``signed_payload`` becomes the QR code: a compact JWS (PROTOCOL section 8).
    """

    award: str
    edition: str
    recipient: str
    case_title: str
    serial: str
    issuers: tuple[str, ...]
    date: datetime.date
    signed_payload: str
    sample: bool = False

    def __post_init__(self) -> None:
        texts = (self.award, self.recipient, self.case_title, self.serial, self.signed_payload, *self.issuers)
        if not self.issuers or not all(map(tidy, texts)):
            raise ValueError("a certificate needs award, recipient, case, serial, issuers and signed payload")

    def fields(self) -> dict[str, str]:
        """The fields of a template, tidied for setting."""
        names = ("award", "edition", "recipient", "case_title", "serial")
        return {name: tidy(getattr(self, name)) for name in names}


class Template(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words and proportions of one language, from ``assets/certificate/<language>.toml``."""

    heading: str
    heading_size: float
    heading_gap: float
    salutation: str
    body: str
    closing: str
    largest: float
    indent: float
    justified: bool
    leading: float
    quotes: tuple[tuple[str, str], ...]
    strong: tuple[str, ...]
    serial: str
    notes: tuple[str, ...]
    sample_mark: str
    sample_note: str
    date: str
    title: str
    sample_title: str

    def spans(self, pattern: str, fields: dict[str, str]) -> list[Span]:
        """``pattern`` filled with ``fields``, the strong ones marked."""
        spans = []
        for literal, name, _, _ in string.Formatter().parse(pattern):
            spans.append(Span(literal))
            if name:
                spans.append(Span(fields[name], name in self.strong))
        return [span for span in spans if span.text]

    def quotes_for(self, title: str) -> dict[str, str]:
        """The fields ``open`` and ``close``: the first pair of marks that the title doesn't use itself."""
        free = [pair for pair in self.quotes if not set(pair) & set(title)]
        marks = (free or self.quotes)[0]
        return {"open": marks[0], "close": marks[1]}

    def day(self, date: datetime.date) -> str:
        """``date`` in words."""
        return chinese_date(date) if self.date == "chinese-numerals" else english_date(date)


def chinese_date(date: datetime.date) -> str:
    """二〇二六年十二月十六日: the year digit by digit with 〇, month and day as numbers (GB/T 15835)."""
    digits = "〇一二三四五六七八九"
    year = "".join(digits[int(digit)] for digit in f"{date.year}")

    def number(value: int) -> str:
        tens, ones = divmod(value, 10)
        leading = "" if tens < 2 else digits[tens]
        return leading + ("十" if tens else "") + (digits[ones] if ones else "")

    return f"{year}年{number(date.month)}月{number(date.day)}日"


def english_date(date: datetime.date) -> str:
    """16 December 2026, whatever the system's locale."""
    months = (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    )
    return f"{date.day} {months[date.month - 1]} {date.year}"


@lru_cache(maxsize=len(LANGUAGES))
def _template(language: str) -> Template:
    text = asset_path(f"certificate/{language}.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), Template)


def render_certificates(certificates: Sequence[Certificate], *, language: str = "zh") -> bytes:
    """A PDF with one A4 landscape page a certificate, in the order given.  Same input, same bytes.

    Raises InputError ``glyph-missing``, ``certificate-text-too-long`` (``serial``, ``part``: body or issuers, too
    long for the smallest size), ``qr-too-large``; UsageError ``nothing-to-print``, ``language-unknown``.
    """
    if language not in LANGUAGES:
        raise UsageError("language-unknown", language=language, known=", ".join(LANGUAGES))
    if not certificates:
        raise UsageError("nothing-to-print")
    template = _template(language)
    codes = [qr_code(each.signed_payload) for each in certificates]
    with PdfFonts({Face.SERIF: _all_texts(certificates, template)}) as fonts:
        file = io.BytesIO()
        first = certificates[0]
        pattern = template.sample_title if any(each.sample for each in certificates) else template.title
        canvas = new_canvas(
            file,
            PAGE,
            fonts.name(Face.SERIF),
            title=pattern.format(**first.fields()),
            author="、".join(tidy(issuer) for issuer in first.issuers),
            subject=tidy(first.edition),
            keywords=" ".join(each.signed_payload for each in certificates),
        )
        page = _Page(canvas, fonts, template)
        for certificate, code in zip(certificates, codes, strict=True):
            page.draw(certificate, code)
            canvas.showPage()
        canvas.save()
    return file.getvalue()


def _all_texts(certificates: Sequence[Certificate], template: Template) -> list[str]:
    texts = [
        template.heading,
        template.salutation,
        template.body,
        template.closing,
        template.serial,
        *template.notes,
        template.sample_mark,
        template.sample_note,
        *(mark for pair in template.quotes for mark in pair),
    ]
    for each in certificates:
        texts += [*each.fields().values(), *map(tidy, each.issuers), template.day(each.date)]
    return texts


class _Page:
    """Draws pages on one canvas.  Lengths in mm from the lower left corner unless a name says points."""

    def __init__(self, canvas: Canvas, fonts: PdfFonts, template: Template) -> None:
        self.canvas, self.template = canvas, template
        self.font = fonts.name(Face.SERIF)
        self.setter = Typesetter(lambda text: fonts.width(text, Face.SERIF, 1.0))

    def draw(self, certificate: Certificate, code: QrCode) -> None:
        """The whole page."""
        draw_frame(self.canvas, PAGE[0] * MM, PAGE[1] * MM)
        self.canvas.setFillColorRGB(*INK)
        self._heading()
        if certificate.sample:
            self._sample_mark()
        self.canvas.setFillColorRGB(*INK)
        side = max(QR_SIDE, code.modules * QR_MODULE)
        self._text(certificate, PAGE[1] - FOOT - side - ABOVE_FOOT)
        right = self._proof(certificate, code, side)
        self._issuers(certificate, right)

    def _heading(self) -> None:
        template, size = self.template, self.template.heading_size
        advances = [
            self.setter.single(each, size).width if each.strip() else size * 0.25 for each in template.heading
        ]
        gap = template.heading_gap * size
        x = PAGE[0] / 2 * MM - (sum(advances) + gap * (len(advances) - 1)) / 2
        text = self.canvas.beginText()
        text.setFont(self.font, size)
        text.setTextRenderMode(2)
        for character, advance in zip(template.heading, advances, strict=True):
            text.setTextOrigin(x, (PAGE[1] - HEADING) * MM)
            text.textOut(character)
            x += advance + gap
        text.setTextRenderMode(0)
        self.canvas.setLineWidth(size / 72)
        self.canvas.setLineJoin(1)
        self.canvas.setStrokeColorRGB(*INK)
        self.canvas.drawText(text)
        draw_divider(self.canvas, PAGE[0] / 2 * MM, (PAGE[1] - DIVIDER) * MM, 52 * MM)

    def _sample_mark(self) -> None:
        canvas, size = self.canvas, 11.0
        line = self.setter.single(self.template.sample_mark, size)
        x, y, pad = (PAGE[0] - MARGIN) * MM - line.width, (PAGE[1] - 40) * MM, 4.0
        canvas.saveState()
        canvas.setFillColorRGB(*MUTED)
        canvas.setStrokeColorRGB(*MUTED)  # not red: a red box with two characters would pass for a seal
        canvas.setLineWidth(0.5)
        canvas.rect(x - pad, y - size * 0.12 - pad, line.width + 2 * pad, size + 2 * pad, stroke=1, fill=0)
        draw_line(canvas, line, x, y + size * 0.02, self.font, size)
        canvas.restoreState()

    def _text(self, certificate: Certificate, bottom: float) -> None:
        """Salutation and body in the largest size that ends above ``bottom``, mm from the page's top."""
        template, fields = self.template, certificate.fields()
        fields |= template.quotes_for(fields["case_title"])
        measure, room = (PAGE[0] - 2 * MARGIN) * MM, (bottom - TEXT_TOP) * MM
        for size in (each for each in BODY_SIZES if each <= template.largest):
            leading, larger = size * template.leading, size * 1.12
            salutation = self.setter.lines(
                template.spans(template.salutation, fields), larger, measure, balanced=True
            )
            paragraphs = [
                self.setter.lines(
                    template.spans(pattern, fields),
                    size,
                    measure,
                    indent=template.indent,
                    justified=template.justified,
                )
                for pattern in (template.body, template.closing)
            ]
            body = [line for paragraph in paragraphs for line in paragraph]
            height = len(salutation) * larger * 1.45 + len(body) * leading
            if height <= room:
                break
        else:
            raise InputError("certificate-text-too-long", serial=tidy(certificate.serial), part="body")
        y = (PAGE[1] - TEXT_TOP) * MM - (room - height) * 0.45 - larger
        for line in salutation:
            draw_line(self.canvas, line, MARGIN * MM, y, self.font, larger)
            y -= larger * 1.45
        y -= leading - larger * 1.45 + size * 0.12
        for line in body:
            draw_line(self.canvas, line, MARGIN * MM, y, self.font, size, heavier=size / 62)
            y -= leading

    def _proof(self, certificate: Certificate, code: QrCode, side: float) -> float:
        """QR code and the lines beside it; returns where they end (mm)."""
        draw_qr(self.canvas, code, MARGIN * MM, FOOT * MM, side * MM)
        self.canvas.setFillColorRGB(*MUTED)
        x, size, leading = MARGIN + side + 5.5, 8.6, 13.2
        notes = [self.template.sample_note] if certificate.sample else []
        lines = [self.setter.single(text, size) for text in (*self.template.notes, *notes)]
        measure = max(line.width for line in lines)
        spans = self.template.spans(self.template.serial, certificate.fields())
        serial = self.setter.lines(spans, 10.0, measure)
        y = (FOOT + 0.4) * MM + leading * (len(lines) - 1)
        for number, line in enumerate(reversed(serial)):
            draw_line(self.canvas, line, x * MM, y + leading * (1.35 + number), self.font, 10.0)
        for number, line in enumerate(lines):
            if number == len(self.template.notes):
                self.canvas.setFillColorRGB(*VERMILION)
            draw_line(self.canvas, line, x * MM, y - number * leading, self.font, size)
        self.canvas.setFillColorRGB(*INK)
        return x + measure / MM

    def _issuers(self, certificate: Certificate, left: float) -> None:
        """Issuers over the date, with nothing around them: a seal of 42 mm has room on each."""
        edge, baseline = PAGE[0] - MARGIN, 42.5 * MM
        blocks, columns, size = self._issuer_blocks(list(map(tidy, certificate.issuers)), edge - left - 8)
        leading = size * 1.5
        rows = max(map(len, blocks)) if columns > 1 else sum(map(len, blocks))
        if rows * leading > 34 * MM:
            raise InputError("certificate-text-too-long", serial=tidy(certificate.serial), part="issuers")
        if columns == 1:
            blocks = [[line for block in blocks for line in block]]
        widths = [max(line.width for line in block) for block in blocks]
        gap = 12 * MM
        group = sum(widths) + gap * (len(blocks) - 1)
        middle = edge * MM - max(group, 62 * MM) / 2
        start = middle - group / 2
        for block, width in zip(blocks, widths, strict=True):
            top = baseline + leading * (rows - 1)
            draw_centred(self.canvas, block, start + width / 2, top, leading, self.font, size)
            start += width + gap
        day = self.setter.single(self.template.day(certificate.date), 14.0)
        draw_centred(self.canvas, [day], middle, baseline - 25, 0, self.font, 14.0)

    def _issuer_blocks(self, names: list[str], space: float) -> tuple[list[list[Line]], int, float]:
        """Lines a name, columns and size: two side by side if each fits on a line, else one over the other,
        in the largest size that keeps each on a line; at the floor they wrap.  ``space`` in mm."""
        layouts = [(size, 2, (space - 12) / 2) for size in ISSUER_SIZES[:-1] if len(names) == 2]
        layouts += [(size, 1, min(space, 96.0)) for size in ISSUER_SIZES]
        for size, columns, width in layouts:
            blocks = [self.setter.lines([Span(name)], size, width * MM, balanced=True) for name in names]
            if all(len(block) == 1 for block in blocks):
                return blocks, columns, size
        return blocks, 1, ISSUER_SIZES[-1]
