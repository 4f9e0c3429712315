"""Ballot cards on paper: one A4 page a card, in thirds, to be folded over the secret and sealed.

Carries no QR code: people would scan it with a chat program and give the secret away (PROTOCOL section 9).
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

import msgspec
from reportlab.pdfgen.canvas import Canvas

from review_app.model.errors import InputError, UsageError
from review_app.model.publish.fonts import Face, PdfFonts
from review_app.model.publish.ornament import GOLD, draw_divider
from review_app.model.publish.paper import FIELD, INK, PAGE, Pair, both, words_of
from review_app.model.publish.pdf import POINTS_PER_MM as MM
from review_app.model.publish.pdf import draw_centred, draw_line, new_canvas
from review_app.model.publish.typeset import Span, Typesetter, tidy

PANEL = 99.0  # mm: a third of the page
MARGIN = 20.0  # mm
STUB = 26.0  # mm from the page's bottom: where the stub is cut off
MUTED = (0.38, 0.38, 0.40)
_NOTE_SIZES = ((9.0, 0.78), (9.0, 0.66), (8.6, 0.58), (8.2, 0.5), (7.8, 0.42))  # points, em between items
SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32
_SECRET = re.compile(rf"[{SYMBOLS}]{{4}}(?:-[{SYMBOLS}]{{4}}){{5}}")
_LOOKUP = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class PrintedCard:
    """``secret``: six groups of four Crockford symbols; ``lookup``: 32 lower-case hex digits, not secret."""

    secret: str = field(repr=False)
    lookup: str

    def __post_init__(self) -> None:
        if not _SECRET.fullmatch(self.secret):
            raise ValueError("a card's secret is six groups of four Crockford symbols")
        if not _LOOKUP.fullmatch(self.lookup):
            raise ValueError("a lookup name is 32 lower-case hex digits")

    def stub(self) -> str:
        """What the stub says: the first eight digits of the lookup name, in two groups."""
        return f"{self.lookup[:4]}-{self.lookup[4:8]}"


@dataclass(frozen=True)
class CardSheet:
    """What all cards of a round have in common; ``return_note`` says how the sheet comes back."""

    title: str
    edition: str
    round_id_short: str
    organizers: tuple[str, ...]
    organizer_key_short: str
    return_note: str


class _Front(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    purpose: Pair
    fold: Pair
    seal: Pair


class _Secret(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    heading: Pair
    typing: tuple[Pair, ...]
    round: Pair
    organizer: Pair
    compare: Pair
    fold: Pair


class _Notes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    heading: Pair
    items: tuple[tuple[str, str, str], ...]  # label, Chinese, English


class _Stub(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    heading: Pair
    cut: Pair
    text: Pair


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    document: dict[str, str]
    front: _Front
    secret: _Secret
    notes: _Notes
    stub: _Stub


def render_cards(cards: Sequence[PrintedCard], sheet: CardSheet) -> bytes:
    """A PDF with one page a card, in the order given: shuffling is the caller's.  Same input, same bytes.

    Raises InputError ``glyph-missing``, ``card-text-too-long`` (``part``); UsageError ``nothing-to-print``.
    """
    if not cards:
        raise UsageError("nothing-to-print")
    words, raw = words_of("card", _Words)
    texts = [
        raw,
        SYMBOLS,
        SYMBOLS.lower(),
        "-、·",
        *map(tidy, sheet.organizers),
        *map(tidy, (sheet.title, sheet.edition, sheet.return_note)),
        *map(tidy, (sheet.round_id_short, sheet.organizer_key_short)),
    ]
    with PdfFonts({Face.SANS: texts, Face.SERIF: texts}) as fonts:
        file = io.BytesIO()
        canvas = new_canvas(file, PAGE, fonts.name(Face.SANS), title=words.document["title"])
        page = _Page(canvas, fonts, words, sheet)
        for card in cards:
            page.draw(card)
            canvas.showPage()
        canvas.save()
    return file.getvalue()


class _Page:
    """Draws cards on one canvas.  ``top`` lengths are mm from the page's upper edge, sizes are points."""

    def __init__(self, canvas: Canvas, fonts: PdfFonts, words: _Words, sheet: CardSheet) -> None:
        self.canvas, self.words, self.sheet = canvas, words, sheet
        self.names = {face: fonts.name(face) for face in Face}
        self.setters = {face: Typesetter(partial(fonts.width, face=face, size=1.0)) for face in Face}

    def draw(self, card: PrintedCard) -> None:
        """The three panels, the folds and the cut."""
        self._front()
        self._secret(card)
        self._notes()
        self._stub(card)
        self._fold(PANEL, self.words.front.fold)
        self._fold(2 * PANEL, self.words.secret.fold)

    def _front(self) -> None:
        sheet, middle = self.sheet, PAGE[0] / 2
        self._colour(MUTED)
        self._centred("、".join(map(tidy, sheet.organizers)), 19, 11, "organizers", rows=2, room=11)
        self._colour(INK)
        self._centred(tidy(sheet.title), 37.5, 24, "title", face=Face.SERIF, rows=3, room=23, floor=14)
        self._colour(MUTED)
        self._centred(tidy(sheet.edition), 52.5, 12.5, "edition")
        draw_divider(self.canvas, middle * MM, (PAGE[1] - 63) * MM, 36 * MM)
        self._colour(INK)
        self._centred(self.words.front.purpose[0], 76, 17, "purpose", face=Face.SERIF)
        self._colour(MUTED)
        self._centred(self.words.front.purpose[1], 83, 9.5, "purpose")
        seal = self.words.front.seal
        self._text(both(seal), MARGIN, PANEL - 1.4, 6.8)

    def _secret(self, card: PrintedCard) -> None:
        words, top = self.words.secret, PANEL
        self._pair(words.heading, MARGIN, top + 12.5, 12)
        self.canvas.setFillColorRGB(*FIELD)
        self.canvas.setStrokeColorRGB(*GOLD)
        self.canvas.setLineWidth(0.5)
        width, y = (PAGE[0] - 2 * MARGIN) * MM, (PAGE[1] - top - 52) * MM
        self.canvas.roundRect(MARGIN * MM, y, width, 36 * MM, 2 * MM, stroke=1, fill=1)
        self._colour(INK)
        groups = card.secret.split("-")
        for row, part in enumerate((groups[:3], groups[3:])):
            self._symbols("-".join(part), top + 31 + row * 15)
        y = top + 60.5
        for chinese, english in words.typing:
            y = self._note(chinese, english, MARGIN, y, PAGE[0] - 2 * MARGIN, 10, 7.6)
        y += 1.2
        x = MARGIN
        for label, value in (
            (words.round, self.sheet.round_id_short),
            (words.organizer, self.sheet.organizer_key_short),
        ):
            self._colour(MUTED)
            x += self._text(both(label), x, y, 8) + 3
            self._colour(INK)
            x = max(x + self._text(tidy(value), x, y, 10) + 8, MARGIN + 82)
        self._note(*words.compare, MARGIN, y + 5.4, PAGE[0] - 2 * MARGIN, 8.4, 7)

    def _symbols(self, text: str, top: float) -> None:
        """One row of the secret, every symbol in a cell of one width, hyphens in half a cell."""
        size, cell = 31.0, 9.0
        widths = [cell * 0.72 if symbol == "-" else cell for symbol in text]
        x = PAGE[0] / 2 - sum(widths) / 2
        for symbol, width in zip(text, widths, strict=True):
            if symbol == "-":
                self._colour(MUTED)
            line = self.setters[Face.SANS].single(symbol, size)
            at = (x + width / 2) * MM - line.width / 2
            draw_line(self.canvas, line, at, (PAGE[1] - top) * MM, self.names[Face.SANS], size)
            self._colour(INK)
            x += width

    def _notes(self) -> None:
        top = 2 * PANEL + 11.0
        for size, air in _NOTE_SIZES:
            if self._note_list(top + 7.0, size, air, draw=False) <= PAGE[1] - STUB + 2.0:
                break
        else:
            raise InputError("card-text-too-long", part="return_note")
        self._pair(self.words.notes.heading, MARGIN, top, 11)
        self._note_list(top + 7.0, size, air, draw=True)

    def _note_list(self, top: float, size: float, air: float, *, draw: bool) -> float:
        label = MARGIN + 12.5
        measure = PAGE[0] - MARGIN - label
        for name, chinese, english in self.words.notes.items:
            if draw:
                self._colour(INK)
                self._text(name, MARGIN, top, size, strong=True)
            text = chinese.format(return_note=tidy(self.sheet.return_note))
            top = self._note(text, english, label, top, measure, size, size * 0.78, air, draw=draw)
        return top

    def _stub(self, card: PrintedCard) -> None:
        words, y = self.words.stub, PAGE[1] - STUB
        canvas = self.canvas
        canvas.setStrokeColorRGB(*MUTED)
        canvas.setLineWidth(0.5)
        canvas.setDash(3, 2.5)
        canvas.line(8 * MM, STUB * MM, (PAGE[0] - 8) * MM, STUB * MM)
        canvas.setDash()
        self._colour(MUTED)
        self._text(both(words.cut), MARGIN, y + 4.4, 7.4)
        self._pair(words.heading, MARGIN, y + 11.5, 10)
        self._colour(INK)
        self._text(card.stub(), MARGIN, y + 18, 15)
        self._note(*words.text, MARGIN + 36, y + 11.5, PAGE[0] - 2 * MARGIN - 36, 8.4, 7)

    def _fold(self, top: float, words: Pair) -> None:
        canvas, y = self.canvas, (PAGE[1] - top) * MM
        canvas.setStrokeColorRGB(*MUTED)
        canvas.setLineWidth(0.5)
        for start, end in ((0.0, 9.0), (PAGE[0] - 9.0, PAGE[0])):
            canvas.line(start * MM, y, end * MM, y)
        canvas.setLineWidth(0.25)
        canvas.setDash(1, 3)
        canvas.line(9 * MM, y, (PAGE[0] - 9) * MM, y)
        canvas.setDash()
        self._colour(MUTED)
        line = self.setters[Face.SANS].single(both(words), 6.8)
        draw_line(canvas, line, (PAGE[0] - MARGIN) * MM - line.width, y + 4, self.names[Face.SANS], 6.8)

    def _note(
        self,
        chinese: str,
        english: str,
        x: float,
        top: float,
        measure: float,
        size: float,
        small: float,
        air: float = 0.78,
        *,
        draw: bool = True,
    ) -> float:
        """A paragraph in Chinese and its English below; returns where the next starts, ``air`` em lower."""
        for text, points, leading, colour in ((chinese, size, 1.5, INK), (english, small, 1.36, MUTED)):
            for line in self.setters[Face.SANS].lines([Span(text)], points, measure * MM):
                if draw:
                    self._colour(colour)
                    draw_line(self.canvas, line, x * MM, (PAGE[1] - top) * MM, self.names[Face.SANS], points)
                top += points * leading / MM
            if text is chinese and english:
                top -= size * 0.24 / MM
        return top + size * (air if english else air - 0.28) / MM

    def _pair(self, words: Pair, x: float, top: float, size: float) -> None:
        """A heading in Chinese with its English behind it."""
        self._colour(INK)
        width = self._text(words[0], x, top, size, strong=True)
        self._colour(MUTED)
        self._text(words[1], x + width + 2.4, top, size * 0.74)

    def _text(self, text: str, x: float, top: float, size: float, *, strong: bool = False) -> float:
        line = self.setters[Face.SANS].lines([Span(text, strong)], size, 1e9)[0]
        draw_line(
            self.canvas, line, x * MM, (PAGE[1] - top) * MM, self.names[Face.SANS], size, heavier=size / 45
        )
        return line.width / MM

    def _centred(
        self,
        text: str,
        top: float,
        size: float,
        part: str,
        *,
        face: Face = Face.SANS,
        rows: int = 1,
        room: float = 20.0,
        floor: float = 8.0,
    ) -> None:
        """``text`` centred about ``top``: smaller if need be, then on more lines, within ``room`` mm."""
        measure = (PAGE[0] - 2 * MARGIN) * MM
        for limit in range(1, rows + 1):
            for points in (size * factor for factor in (1.0, 0.9, 0.8, 0.7, 0.6) if size * factor >= floor):
                lines = self.setters[face].lines([Span(text)], points, measure, balanced=True)
                leading = points * 1.4
                if len(lines) <= limit and len(lines) * leading <= room * MM:
                    y = (PAGE[1] - top) * MM + leading * (len(lines) - 1) / 2
                    draw_centred(self.canvas, lines, PAGE[0] / 2 * MM, y, leading, self.names[face], points)
                    return
        raise InputError("card-text-too-long", part=part)

    def _colour(self, colour: tuple[float, float, float]) -> None:
        self.canvas.setFillColorRGB(*colour)
