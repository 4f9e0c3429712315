"""The foot of a certificate: code and serial number on one side, issuers and date with seal and signature on the other.
Lengths in mm from the trimmed page's lower left corner unless a name says points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from review_app.model.errors import InputError
from review_app.model.publish.certificate_strokes import INK, MUTED, VERMILION, Box, Strokes
from review_app.model.publish.certificate_words import Template
from review_app.model.publish.pdf import POINTS_PER_MM as MM
from review_app.model.publish.pictures import SEAL_DPI
from review_app.model.publish.qr_fast import Modules, image_mask
from review_app.model.publish.typeset import Line, Span, tidy

if TYPE_CHECKING:
    from review_app.model.publish.certificate import Certificate

QR_SIDE, QR_MODULE = 31.0, 0.36  # mm: the side, unless that makes modules smaller than this
ISSUER_SIZES = (16.0, 15.0, 14.0, 13.0, 12.0, 11.0)
DAY_SIZES = (14.0, 10.5)  # points: the date in the first language, and in the second
SIGNER_SIZES = (12.0, 9.5)
"""Points of who signs, in the first language and in the second."""
SECOND_NAME = 0.72
"""Of an issuer's size, its name in the second language."""
LEADING = 1.5
APART = 0.45
"""Of the size, what stands between two issuers besides, where their names have more than one line."""
SEAL, SIGNATURE = 42.0, 36.0  # mm: the widths unless the design says others
SIGNATURE_HIGH = 13.0
NOTE, NOTE_LEADING = 8.6, 13.2  # points


class Foot(Strokes):
    """Draws what stands below the text."""

    def foot(self, certificate: Certificate, code: Modules) -> float:
        """All of it; returns its upper end in points."""
        side = max(QR_SIDE, code.shape[0] * QR_MODULE)
        proof = self._proof(certificate, code, side)
        return max(proof[3], self._issuers(certificate, proof))

    def _proof(self, certificate: Certificate, code: Modules, side: float) -> Box:
        """QR code, serial number and notes; returns where they stand, points."""
        layout, size = self.layout, NOTE
        words = self.words
        notes = [text for each in words for text in each.notes]
        unsaid = self._unsaid(certificate)
        if unsaid:
            notes.append(" · ".join(unsaid))
        note = words[0].note(certificate.mark)
        measure = (64.0 if layout.beside else max(side, 52.0)) * MM
        muted = [line for text in notes for line in self.lines([Span(text)], size, measure, balanced=True)]
        warned = self.lines([Span(note)], size, measure, balanced=True) if note else []
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
        for name in ("recipient", "case_title", "award", "edition", "serial"):
            if not plain[name]:
                continue
            said = any(
                certificate.fields(self._names(number))[name] == plain[name]
                and any(f"{{{name}}}" in pattern for pattern in (words.salutation, words.body, words.closing))
                for number, words in enumerate(self.words)
            )
            if not said and f"{{{name}}}" not in self.words[0].serial:
                unsaid.append(plain[name])
        for issuer in certificate.issuers:
            if self.design.language == "en" and self.design.names_en.get(issuer, issuer) != issuer:
                unsaid.append(tidy(issuer))
        return unsaid

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
        blocks = self._issuer_blocks(certificate, (high - low) / MM)
        deep = max(sum(leading for _, _, leading in block) for block in blocks)
        if deep > 46 * MM:
            raise InputError("certificate-text-too-long", serial=tidy(certificate.serial), part="issuers")
        first = blocks[0][0][1]
        widths = [max(line.width for line, _, _ in block) for block in blocks]
        gap = 12 * MM
        group = sum(widths) + gap * (len(blocks) - 1)
        room = min(max(group, 62 * MM), high - low)
        days = [self.lines([Span(words.day(certificate.date))], own, 1e6)[0] for words, own in self._days()]
        under = 25.0 + 15.0 * (len(days) - 1)
        baseline = layout.foot * MM + (13.5 * MM if layout.beside else 20 * MM) + 15.0 * (len(days) - 1)
        middle = low + room / 2 if at_left else high - room / 2
        start = low if at_left else middle - group / 2
        centres = []
        top = baseline + deep - first * LEADING
        for block, width in zip(blocks, widths, strict=True):
            y = top + first * LEADING
            for line, size, leading in block:
                y -= leading
                x = start if at_left else start + (width - line.width) / 2
                self.scribe.draw(self.canvas, line, x, y, size)
            centres.append(start + width / 2)
            start += width + gap
        y = baseline - 25.0
        for day, (_, own) in zip(days, self._days(), strict=True):
            self.scribe.draw(self.canvas, day, low if at_left else middle - day.width / 2, y, own)
            y -= 15.0
        upper = top + first
        if self.design.signature is not None or any(words.signed_by for words in self.words):
            upper = self._signature(low, high, middle, upper, at_left=at_left)
        left = low if at_left else middle - max(group, *(day.width for day in days)) / 2
        wide = max(group, *(day.width for day in days))
        self.boxes["issuers"] = (left, baseline - under - 3, left + wide, top + first)
        self._seals(centres, left + wide / 2, baseline - 25.0 + 7 * MM)
        return upper

    def _days(self) -> list[tuple[Template, float]]:
        return list(zip(self.words, DAY_SIZES, strict=False))

    def _issuer_blocks(self, certificate: Certificate, space: float) -> list[list[tuple[Line, float, float]]]:
        """Columns of lines with their sizes and leadings: two issuers side by side if each name fits on a line, else
        one over the other, in the largest size that keeps each on a line; at the floor they wrap.  ``space`` in mm."""
        english = self.design.names_en if self.design.language != "zh" else {}
        names = []
        for issuer in map(tidy, certificate.issuers):
            other = tidy(english.get(issuer, ""))
            if self.design.language == "en":
                names.append([(other or issuer, 1.0)])
            else:
                names.append([(issuer, 1.0), *([(other, SECOND_NAME)] if other else [])])
        large = [size for size in ISSUER_SIZES if size >= DAY_SIZES[0]]  # no smaller than the date
        sides = [(size, True, (space - 12) / 2) for size in large if len(names) == 2]
        one_over_another = [(size, False, min(space, 100.0)) for size in ISSUER_SIZES]
        for size, beside, width in (*sides, *one_over_another):
            found = [self._named(name, size, width * MM) for name in names]
            whole = all(len(block) == len(name) for block, name in zip(found, names, strict=True))
            if whole or (not beside and size == ISSUER_SIZES[-1]):
                return found if beside else [_one_column(found)]
        raise AssertionError("the floor is taken in any case")

    def _named(
        self, name: Sequence[tuple[str, float]], size: float, measure: float
    ) -> list[tuple[Line, float, float]]:
        """The lines of an issuer; ``name``: its names and their parts of ``size``."""
        return [
            (line, size * part, size * part * LEADING)
            for text, part in name
            for line in self.lines([Span(text)], size * part, measure, balanced=True)
        ]

    def _signature(self, low: float, high: float, middle: float, above: float, *, at_left: bool) -> float:
        """Who signs, and the picture of the signature beside it; returns their upper end, points."""
        picture = self.design.signature
        wide, tall = self._size(picture, SIGNATURE, SIGNATURE_HIGH) if picture is not None else (0.0, 0.0)
        captions = [
            (words.signed_by, size)
            for words, size in zip(self.words, SIGNER_SIZES, strict=False)
            if words.signed_by
        ]
        room = (high - low) - (wide + 4) * MM
        lines = [
            (line, size)
            for text, size in captions
            for line in self.lines([Span(text)], size, room, balanced=True)
        ]
        widest = max((line.width for line, _ in lines), default=0.0)
        whole = widest + (4 * MM if lines and picture is not None else 0) + wide * MM
        deep = sum(size * LEADING for _, size in lines)
        high_up = max(tall * MM, deep)
        x = low if at_left else min(max(middle - whole / 2, low), high - whole)
        y = above + (1.5 * MM if picture is not None else 2.5 * MM)
        line_y = y + (high_up + deep) / 2
        for line, size in lines:
            line_y -= size * LEADING
            along = x if at_left or picture is not None else x + (widest - line.width) / 2
            self.scribe.draw(self.canvas, line, along, line_y + size * 0.4, size)
        if picture is not None:
            left = (x + whole) / MM - wide + picture.aside
            bottom = (y + (high_up - tall * MM) / 2) / MM - picture.drop
            self._picture(picture, (left, bottom, wide, tall), SEAL_DPI, multiplied=True)
        self.boxes["signature"] = (x, y, x + whole, y + high_up)
        return y + high_up

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


def _one_column(blocks: Sequence[list[tuple[Line, float, float]]]) -> list[tuple[Line, float, float]]:
    """Issuers one over the other, a little apart where one has more than a line."""
    apart = APART if any(len(block) > 1 for block in blocks) else 0.0
    column = list(blocks[0])
    for (line, size, leading), *others in blocks[1:]:
        column += [(line, size, leading + size * apart), *others]
    return column
