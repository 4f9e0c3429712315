"""Award certificates: A4, vector, one page each, the same bytes for the same content.

The program draws nothing that looks like an official seal; a picture of one is the organizer's to supply, and without
it there is a quiet place around issuer and date.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from review_app.model.errors import InputError, UsageError
from review_app.model.publish.award import readable_statement, signed_recipient
from review_app.model.publish.certificate_layout import draw_crop_marks, layout_of, margin, set_boxes
from review_app.model.publish.certificate_page import Page
from review_app.model.publish.certificate_words import Mark, words_of
from review_app.model.publish.design import (
    LANGUAGES,
    ORIENTATIONS,
    TEMPLATES,
    Design,
    load_design,
)
from review_app.model.publish.face_source import FaceSource, FontFile, added, bundled
from review_app.model.publish.fonts import Face
from review_app.model.publish.pdf import POINTS_PER_MM as MM
from review_app.model.publish.pdf import document_canvas
from review_app.model.publish.qr_fast import Modules, byte_code
from review_app.model.publish.scribe import Scribe
from review_app.model.publish.typeset import tidy
from review_app.model.text import visible

__all__ = [
    "LANGUAGES",
    "ORIENTATIONS",
    "TEMPLATES",
    "Certificate",
    "Design",
    "FontFile",
    "certificate_page",
    "certificate_troubles",
    "each_certificate",
    "load_design",
    "render_certificates",
]

_NAMED_AT_MOST = 12
_STRONG = 1
"""The face of what stands out among the bundled ones: the faces have one weight, and letters made heavier by an outline
look smeared on the screen."""


@dataclass(frozen=True)
class Certificate:
    """What one page says; only ``edition`` may be empty.

    A ``sample`` is of made-up data, a ``draft`` was made before the result was final; both are marked on the page.
    ``signed_payload`` is the statement, a compact JWS (PROTOCOL section 8), with names behind it that are too long for
    a code; the QR code holds the statement below lines to read.
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
    draft: bool = False

    def __post_init__(self) -> None:
        texts = (self.award, self.recipient, self.case_title, self.serial, self.signed_payload, *self.issuers)
        if not self.issuers or not all(map(tidy, texts)):
            raise ValueError("a certificate needs award, recipient, case, serial, issuers and signed payload")

    @property
    def mark(self) -> Mark:
        """What the page is marked as."""
        return "sample" if self.sample else "draft" if self.draft else ""

    def fields(self, translated: dict[str, str] | None = None) -> dict[str, str]:
        """The fields of a template, tidied for setting, put into another language where ``translated`` has them."""
        names = ("award", "edition", "recipient", "case_title", "serial")
        known = translated or {}
        return {name: tidy(known.get(value := getattr(self, name), value)) for name in names}

    def code_text(self) -> str:
        """What the QR code says: award, recipient and serial number on lines of their own, then the statement."""
        statement, _, whole_names = self.signed_payload.partition("~")
        recipient = signed_recipient(statement) if whole_names else self.recipient
        return readable_statement((self.award, recipient, self.serial), statement)


def render_certificates(
    certificates: Sequence[Certificate], design: Design | None = None, fonts: Sequence[FontFile] = ()
) -> bytes:
    """A PDF with one page a certificate, in the order given.  Same input, same bytes.

    ``fonts``: what the organizer added for characters that the bundled faces lack, first come first used (the design's
    own fonts come before them).

    Raises InputError ``certificate-glyph-missing`` (``serial``, ``characters``, ``count``),
    ``certificate-text-too-long`` (``serial``, ``part``: body or issuers, too long for the smallest size),
    ``qr-too-large``, what :meth:`Design.check` and :func:`face_source.added` raise; UsageError ``nothing-to-print``.
    """
    if not certificates:
        raise UsageError("nothing-to-print")
    return _Run(design or Design(), fonts).document(certificates)


def each_certificate(
    certificates: Sequence[Certificate], design: Design | None = None, fonts: Sequence[FontFile] = ()
) -> Iterator[bytes]:
    """A PDF a certificate, in the order given; each has the bytes that it would have alone.

    Raises what :func:`render_certificates` raises; glyphs and codes of all are checked before the first one is made.
    """
    if not certificates:
        raise UsageError("nothing-to-print")
    run = _Run(design or Design(), fonts)
    run.check(certificates)
    return (run.document([certificate]) for certificate in certificates)


def certificate_troubles(certificates: Sequence[Certificate], design: Design) -> list[InputError]:
    """Everything that keeps ``certificates`` from being drawn, each thing once: characters that no font has
    (``certificate-glyph-missing``, ``serial`` a list where several lack the same), codes that are too large, pictures
    and fonts that are refused."""
    found: list[InputError] = []
    try:
        run = _Run(design, ())
    except InputError as failure:
        return [failure]
    for certificate in certificates:
        try:
            run.check([certificate])
        except InputError as failure:
            _add(found, failure)
    return found


def _add(found: list[InputError], failure: InputError) -> None:
    """Puts ``failure`` to what is known; the same characters that another certificate lacks make one of both."""
    shared = ("characters", "count")
    wanted = (failure.code, *(failure.params.get(name) for name in shared))
    for place, known in enumerate(found):
        if (known.code, *(known.params.get(name) for name in shared)) != wanted:
            continue
        if failure.code == "certificate-glyph-missing" and failure.params["serial"] != known.params["serial"]:
            before = known.params["serial"]
            serials = [*(before if isinstance(before, list) else [before]), failure.params["serial"]]
            characters, count = (failure.params[name] for name in shared)
            found[place] = InputError(
                "certificate-glyph-missing", serial=serials, characters=characters, count=count
            )
            return
        if failure.params == known.params:
            return
    found.append(failure)


def certificate_page(
    certificate: Certificate, design: Design | None = None, fonts: Sequence[FontFile] = ()
) -> bytes:
    """One page as PDF, for looking at it while the design is made.  Raises what :func:`render_certificates` raises."""
    return render_certificates([certificate], design, fonts)


class _Run:
    """One design, its faces ready: any number of documents."""

    def __init__(self, design: Design, fonts: Sequence[FontFile]) -> None:
        design.check()
        self._design, self._words = design, words_of(design)
        self._faces: list[FaceSource] = [bundled(Face.SERIF), bundled(Face.SANS)]
        for file in (*design.fonts, *fonts):
            self._faces += added(file)
        self._checked: dict[Certificate, Modules] = {}

    def check(self, certificates: Sequence[Certificate]) -> Scribe:
        """A scribe that can set all of ``certificates``; their codes are made."""
        scribe = Scribe(self._faces, strong=_STRONG)
        own = [text for words in self._words for text in words.texts()]
        own += [text.upper() for text in own] + ["0123456789 ", *self._design.names_en.values()]
        self._require(scribe, own, "")
        for certificate in certificates:
            days = [words.day(certificate.date) for words in self._words]
            texts = [*certificate.fields().values(), *map(tidy, certificate.issuers), *days]
            self._require(scribe, texts, certificate.serial)
            if certificate not in self._checked:
                self._checked[certificate] = byte_code(certificate.code_text())
        return scribe

    @staticmethod
    def _require(scribe: Scribe, texts: Sequence[str], serial: str) -> None:
        missing = scribe.missing(texts)
        if missing:
            codes = (
                (each, " ".join(f"U+{ord(part):04X}" for part in each)) for each in missing[:_NAMED_AT_MOST]
            )
            shown = " ".join(f"{visible(each)} ({code})" for each, code in codes)
            raise InputError(
                "certificate-glyph-missing",
                serial=visible(serial) or "–",
                characters=shown,
                count=len(missing),
            )

    def document(self, certificates: Sequence[Certificate]) -> bytes:
        """The PDF of ``certificates``."""
        scribe = self.check(certificates)
        layout, around = layout_of(self._design), margin(self._design)
        file = io.BytesIO()
        canvas = self._canvas(file, certificates)
        scribe.begin(canvas)
        page = Page(canvas, scribe, self._words, self._design)
        for mark in sorted({each.mark for each in certificates}):
            width, height = layout.page
            canvas.beginForm(
                _form(mark), -around * MM, -around * MM, (width + around) * MM, (height + around) * MM
            )
            page.background()
            page.ground(mark)
            if self._design.crop_marks:
                draw_crop_marks(canvas, self._design, layout)
            canvas.endForm()
        for certificate in certificates:
            canvas.translate(around * MM, around * MM)
            canvas.doForm(_form(certificate.mark))
            page.draw(certificate, self._checked[certificate])
            canvas.showPage()
        canvas.save()
        return file.getvalue()

    def _canvas(self, file: io.BytesIO, certificates: Sequence[Certificate]) -> Canvas:
        first, words = certificates[0], self._words[0]
        layout, around = layout_of(self._design), margin(self._design)
        pattern = words.sample_title if any(each.sample for each in certificates) else words.title
        canvas = document_canvas(
            file,
            (layout.page[0] + 2 * around, layout.page[1] + 2 * around),
            title=pattern.format(**first.fields()),
            author="、".join(tidy(issuer) for issuer in first.issuers),
            subject=tidy(first.edition),
            keywords=" ".join(each.signed_payload for each in certificates),
        )
        set_boxes(canvas, self._design, layout)
        return canvas


def _form(mark: Mark) -> str:
    return mark or "ground"


def page_boxes(certificate: Certificate, design: Design, fonts: Sequence[FontFile] = ()) -> Page:
    """The page of a certificate after it was drawn: its ``boxes`` say where things stand."""
    run = _Run(design, fonts)
    scribe = run.check([certificate])
    canvas = run._canvas(io.BytesIO(), [certificate])
    scribe.begin(canvas)
    page = Page(canvas, scribe, run._words, design)
    page.ground(certificate.mark)
    page.draw(certificate, run._checked[certificate])
    return page
