"""A certificate PDF as somebody has it: its statements, its pages, and whether it is still as it was made.

This program writes a certificate in one go.  Whatever was added afterwards covers what stood there before, so it is
named; only a PAdES signature over the whole file may follow, and that has to hold.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from review_app.model.publish.award import FoundAward, awards_in_pdf
from review_app.model.publish.pades import PadesCheck, check_pades
from review_app.model.publish.page_words import PageCheck, check_pages
from review_app.model.publish.pdf_objects import Name, PdfObjects, Unread

Change = Literal["revised", "annotated", "page-count"]
"""Something was added behind the file's end; something lies over a page; a page has no statement of its own."""
_RANGE = re.compile(rb"/ByteRange\s*\[\s*0\s+(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s*\]")
_HEX = re.compile(rb"<[0-9A-Fa-f\s]*>")


@dataclass(frozen=True)
class CertificateCheck:
    """What a certificate PDF came to: ``pages`` are in the order of ``found``; ``pades`` is None where nothing in the
    file says that it is signed as a whole."""

    found: tuple[FoundAward, ...]
    pages: tuple[PageCheck, ...]
    changes: tuple[Change, ...] = ()
    pades: PadesCheck | None = None

    @property
    def holds(self) -> bool:
        """Whether nothing speaks against it, as far as it could be checked."""
        broken = self.pades is not None and self.pades.state == "broken"
        return not (broken or self.changes or any(page.lacking for page in self.pages))

    @property
    def page_checked(self) -> bool:
        """Whether the pages' text was read, and the signature over the file checked where there is one."""
        unchecked = self.pades is not None and self.pades.state == "unchecked"
        return not unchecked and all(page.read for page in self.pages)


def check_certificate(content: bytes) -> CertificateCheck:
    """Checks all of a certificate PDF.  Raises what :func:`award.awards_in_pdf` raises."""
    found = tuple(awards_in_pdf(content))
    pages = tuple(check_pages(content, [each.award for each in found]))
    readable = all(page.read for page in pages)
    pades = None
    if b"/ByteRange" in content:
        pades = check_pades(content) if readable else PadesCheck("unchecked")
    changes: list[Change] = []
    revisions = max(content.count(b"%%EOF"), content.count(b"startxref"))
    if revisions > (2 if _signed_whole(content) else 1):
        changes.append("revised")
    if readable:
        changes += _in_pages(content, len(found))
    return CertificateCheck(found, pages, tuple(changes), pades)


def _signed_whole(content: bytes) -> bool:
    """Whether the one signature in the file says that it covers all but itself, and follows the first end of file."""
    ranges = _RANGE.findall(content)
    if len(ranges) != 1 or content.count(b"/ByteRange") != 1:
        return False
    before, after, length = (int(each) for each in ranges[0])
    between = content[before:after]
    end = content.find(b"%%EOF")
    return after + length == len(content) and 0 <= end < before and _HEX.fullmatch(between) is not None


def _in_pages(content: bytes, statements: int) -> list[Change]:
    changes: list[Change] = []
    try:
        pdf = PdfObjects(content)
        pages = list(pdf.pages())
        notes = [pdf.dictionary(each) for page in pages for each in pdf.items(page.get(b"Annots"))]
        if any(not _is_unseen_field(pdf, note) for note in notes):
            changes.append("annotated")
    except Unread:
        return ["annotated"]
    if len(pages) != statements:
        changes.append("page-count")
    return changes


def _is_unseen_field(pdf: PdfObjects, note: dict[bytes, object]) -> bool:
    """Whether an annotation is the place of an invisible signature, which has no extent."""
    sides = [pdf.get(side) for side in pdf.items(note.get(b"Rect"))]
    widget = note.get(b"Subtype") == Name(b"Widget") and note.get(b"FT") == Name(b"Sig")
    return widget and len(sides) == 4 and sides[:2] == sides[2:] and b"AP" not in note
