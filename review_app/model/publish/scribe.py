"""Text of any script on the pages of one PDF: which face sets what, how wide it is, and the operators that draw it.

Every face becomes one composite font with the glyphs that were used, made when the document is saved.  The way back
from glyphs to text is exact, also where several letters share a glyph.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from review_app.model.publish.cmap import to_unicode
from review_app.model.publish.face_source import FaceSource, Glyph
from review_app.model.publish.scripts import clusters, complex_script, leftwards
from review_app.model.publish.typeset import Line

Run = tuple[int, list[Glyph]]
"""The number of a face, and glyphs from left to right."""


class _DocumentFont:
    """The glyphs of one face in one document, numbered as they are first used."""

    def __init__(self, source: FaceSource, number: int) -> None:
        self.source, self.internal = source, f"C{number}"
        self.codes: dict[tuple[str, str], str] = {}

    def code(self, name: str, text: str) -> str:
        """The four hexadecimal digits of a glyph that stands for ``text``."""
        key = (name, text)
        if key not in self.codes:
            self.codes[key] = f"{len(self.codes) + 1:04X}"
        return self.codes[key]

    def addObjects(self, document: Any) -> None:
        """Adds the font to ``document`` (reportlab calls it when the document is saved)."""
        if not self.codes:
            return
        source, names = self.source, [name for name, _ in self.codes]
        digest = hashlib.sha256("\n".join(names).encode()).digest()
        tag = "".join(chr(65 + byte % 26) for byte in digest[:6])
        base = f"{tag}+{re.sub('[^A-Za-z0-9-]', '', source.name) or 'Added'}"
        data = source.truetype(names)
        per_mille = 1000 / source.units
        widths = [round(source.advance(name) * 1000, 3) for name in names]
        ascent, descent = source.extent
        file = _stream(data, {"Length1": len(data)})
        descriptor = {
            "Type": pdfdoc.PDFName("FontDescriptor"),
            "FontName": pdfdoc.PDFName(base),
            "Flags": 4,
            "FontBBox": pdfdoc.PDFArray([-1000, round(descent * per_mille), 2000, round(ascent * per_mille)]),
            "ItalicAngle": 0,
            "Ascent": round(ascent * per_mille),
            "Descent": round(descent * per_mille),
            "CapHeight": 700,
            "StemV": 80,
            "FontFile2": document.Reference(file),
        }
        system = {
            "Registry": pdfdoc.PDFString("Adobe"),
            "Ordering": pdfdoc.PDFString("Identity"),
            "Supplement": 0,
        }
        descendant = {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("CIDFontType2"),
            "BaseFont": pdfdoc.PDFName(base),
            "CIDSystemInfo": pdfdoc.PDFDictionary(system),
            "FontDescriptor": document.Reference(pdfdoc.PDFDictionary(descriptor)),
            "CIDToGIDMap": pdfdoc.PDFName("Identity"),
            "DW": 0,
            "W": pdfdoc.PDFArray([1, pdfdoc.PDFArray(widths)]),
        }
        pairs = [(code, text) for (_, text), code in self.codes.items() if text]
        font = {
            "Type": pdfdoc.PDFName("Font"),
            "Subtype": pdfdoc.PDFName("Type0"),
            "BaseFont": pdfdoc.PDFName(base),
            "Encoding": pdfdoc.PDFName("Identity-H"),
            "DescendantFonts": pdfdoc.PDFArray([document.Reference(pdfdoc.PDFDictionary(descendant))]),
            "ToUnicode": document.Reference(_stream(to_unicode(base, "FFFF", pairs).encode("ascii"))),
        }
        document.idToObject["BasicFonts"].dict[self.internal] = document.Reference(pdfdoc.PDFDictionary(font))


def _stream(content: bytes, entries: dict[str, object] | None = None) -> Any:
    stream = pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries or {}), content)
    stream.filters = [pdfdoc.PDFZCompress]
    return stream


class Scribe:
    """Sets text with ``faces``, the first that has a character first; shaped faces also what needs shaping."""

    def __init__(self, faces: Sequence[FaceSource], first: int = 0, strong: int = 0) -> None:
        """``first``: the number of the first font, where a document has more than one scribe; ``strong``: the place of
        the face that strong text is set in."""
        self._faces, self._first = faces, first
        plain = tuple(range(len(faces)))
        self._orders = {False: plain, True: (strong, *(each for each in plain if each != strong))}
        self._widths: dict[tuple[str, bool], float] = {}
        self._known: dict[tuple[str, bool], list[Run] | None] = {}
        self._fonts: list[_DocumentFont] = []

    def begin(self, canvas: Canvas) -> None:
        """Draws on ``canvas`` from now on, one document a scribe."""
        self._fonts = [_DocumentFont(face, number) for number, face in enumerate(self._faces, self._first)]
        canvas._doc.delayedFonts.extend(self._fonts)

    def missing(self, texts: Iterable[str]) -> list[str]:
        """What none of the faces can set, each once, in order of appearance: characters with their marks."""
        words = dict.fromkeys(word for text in texts for word in text.split())
        lost = (self._unset(word) for word in words if self._runs(word) is None)
        return list(dict.fromkeys(each for some in lost for each in some))

    def _unset(self, word: str) -> list[str]:
        return [each for each in clusters(word) if self._face_for(each) is None]

    def advance(self, text: str, strong: bool = False) -> float:
        """Width of ``text`` in em.  ValueError for what :meth:`missing` would name."""
        width = self._widths.get((text, strong))
        if width is None:
            width = sum(glyph.advance for _, glyphs in self._set(text, strong) for glyph in glyphs)
            self._widths[text, strong] = width
        return width

    def draw(self, canvas: Canvas, line: Line, x: float, y: float, size: float, heavier: float = 0.0) -> None:
        """``line`` with its start at ``x`` and its base line at ``y``, points; its strong parts get an outline of
        ``heavier`` points in the fill colour, which the caller has made the stroke colour, too."""
        operators, strong, font = ["BT"], False, -1
        for part in line.parts:
            if heavier and part.strong is not strong:
                strong = part.strong
                operators.append(f"2 Tr {heavier:.3f} w 1 j" if strong else "0 Tr")
            along = x + part.x
            for number, glyphs in self._set(part.text, part.strong):
                if number != font:
                    font = number
                    operators.append(f"/{self._fonts[number].internal} {size:g} Tf")
                along = self._show(operators, number, glyphs, along, y, size)
        operators.append("0 Tr ET" if strong else "ET")
        canvas._code.append(" ".join(operators))

    def _show(
        self, operators: list[str], number: int, glyphs: list[Glyph], x: float, y: float, size: float
    ) -> float:
        font = self._fonts[number]
        if not self._faces[number].shaped:
            codes = "".join([font.code(glyph.name, glyph.text) for glyph in glyphs])
            operators.append(f"1 0 0 1 {x:.3f} {y:.3f} Tm <{codes}> Tj")
            return x + sum(glyph.advance for glyph in glyphs) * size
        for glyph in glyphs:
            place = f"1 0 0 1 {x + glyph.x * size:.3f} {y + glyph.y * size:.3f} Tm"
            operators.append(f"{place} <{font.code(glyph.name, glyph.text)}> Tj")
            x += glyph.advance * size
        return x

    def _set(self, text: str, strong: bool) -> list[Run]:
        runs = self._runs(text, strong)
        if runs is None:
            raise ValueError(f"no face sets {text!a}")
        return runs

    def _runs(self, text: str, strong: bool = False) -> list[Run] | None:
        if (text, strong) not in self._known:
            self._known[text, strong] = self._found_runs(text, strong)
        return self._known[text, strong]

    def _found_runs(self, text: str, strong: bool) -> list[Run] | None:
        order = self._orders[strong]
        base = self._faces[order[0]]
        if not any(map(complex_script, text)) and all(ord(each) in base.cmap for each in text):
            return [(order[0], base.shape(text))]
        if any(map(leftwards, text)):
            # marks among the letters take part: brackets are mirrored, and stand where they are read
            faces = self._faces
            whole = next(
                (each for each in order if faces[each].shaped and faces[each].sets(text)),
                None,
            )
            if whole is not None:
                return [(whole, self._faces[whole].shape(text))]
        runs: list[tuple[int, str]] = []
        for piece in _pieces(text):
            whole = self._face_for(piece, strong)
            for each in [piece] if whole is not None else clusters(piece):
                number = whole if whole is not None else self._face_for(each, strong)
                if number is None:
                    return None
                if runs and runs[-1][0] == number:
                    runs[-1] = (number, runs[-1][1] + each)
                else:
                    runs.append((number, each))
        return [(number, self._faces[number].shape(words)) for number, words in runs]

    def _face_for(self, piece: str, strong: bool = False) -> int | None:
        needs_shaping = any(map(complex_script, piece))
        for number in self._orders[strong]:
            face = self._faces[number]
            if (face.shaped or not needs_shaping) and face.sets(piece):
                return number
        return None


def _pieces(text: str) -> list[str]:
    """``text`` cut where a complex script begins or ends: such a stretch wants one face, the rest one a character."""
    pieces: list[str] = []
    within = False
    for each in clusters(text):
        shaping = any(map(complex_script, each))
        if pieces and shaping and within:
            pieces[-1] += each
        else:
            pieces.append(each)
        within = shaping
    return pieces
