"""Papers of the ballot box: delivery codes to post, the box record to read out, the opening to sign."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from review_app.model.box.papers import OpeningPage, PostedCodes, RecordPage
from review_app.model.crypto.base32 import ALPHABET, short_form
from review_app.model.publish.fonts import Face
from review_app.model.publish.paper import INK, MARGIN, MEASURE, MUTED, Pair, Paper, both, printable, words_of

_DIGITS = f"{ALPHABET}-abcdef"
"""What codes and digests are written in."""
COLUMNS = 3
LEADING = 7.0  # mm between codes
PAGE_END = 268.0  # mm from the top
HEAD_NEXT = 30.0
"""Where codes start on the pages after the first, mm from the top."""


class _Codes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: str
    heading: Pair
    use: Pair
    missing: Pair
    count: Pair
    open: Pair
    closed: Pair
    late: Pair


class _Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: str
    heading: Pair
    short: Pair
    digest: Pair
    terms: Pair
    inside: Pair
    issued: Pair
    withdrawn: Pair
    lost: Pair
    why: Pair
    codes: Pair
    sign: tuple[str, str, str]
    sign_en: tuple[str, str, str]


class _Opening(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: str
    heading: Pair
    short: Pair
    record: Pair
    present: Pair
    nobody: Pair
    states: Pair
    minimum: Pair
    too_few: Pair


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    codes: _Codes
    record: _Record
    opening: _Opening
    states: dict[str, Pair]


def codes_text(posted: PostedCodes) -> str:
    """The list of delivery codes as plain text, Chinese first, one code a line."""
    words = words_of("box", _Words)[0].codes
    state = words.closed if posted.closed else words.open
    lines = [f"{posted.title} {posted.edition}".strip()]
    for place in (0, 1):
        number = words.count[place].format(count=len(posted.codes))
        lines.append(f"{words.heading[place]} · {number} · {state[place]}")
    lines += ["", words.use[0], words.use[1], "", *posted.codes]
    if posted.late:
        lines += ["", words.late[0], words.late[1], "", *posted.late]
    return "\n".join([*lines, ""])


def codes_pdf(posted: PostedCodes) -> bytes:
    """The list of delivery codes on A4; the same codes give the same bytes."""
    words, raw = words_of("box", _Words)
    title, edition = printable(posted.title, Face.SERIF), printable(posted.edition)
    with Paper(words.codes.title, [raw, _DIGITS, title, printable(posted.title), edition]) as paper:
        state = words.codes.closed if posted.closed else words.codes.open
        number = [text.format(count=len(posted.codes)) for text in words.codes.count]
        top = _head(paper, title, edition, words.codes.heading, f"{number[0]} · {state[0]}")
        top = paper.pair(words.codes.use, MARGIN, top + 4, 10)
        top = paper.pair(words.codes.missing, MARGIN, top + 1, 10) + 5
        top = _grid(paper, posted.codes, top)
        if posted.late:
            top = _room(paper, top + 4, 24)
            top = paper.pair(words.codes.late, MARGIN, top, 11) + 4
            _grid(paper, posted.late, top)
        paper.canvas.showPage()
        return paper.finish()


def record_pdf(page: RecordPage) -> bytes:
    """The box record on A4, with its short form large enough to read out, and lines to sign on."""
    words, raw = words_of("box", _Words)
    title, edition = printable(page.title, Face.SERIF), printable(page.edition)
    with Paper(words.record.title, [raw, _DIGITS, title, printable(page.title), edition]) as paper:
        of = words.record
        top = _head(paper, title, edition, of.heading, "")
        top = _short(paper, of.short, short_form(page.digest), of.digest, page.digest, top + 2)
        figures = (
            (of.inside, str(len(page.codes))),
            (of.issued, str(page.issued)),
            (of.withdrawn, str(page.withdrawn)),
            (of.lost, str(page.unnamed_lost)),
            (of.terms, short_form(page.terms)),
        )
        top = _figures(paper, figures, top + 4)
        top = paper.pair(of.why, MARGIN, top + 4, 10) + 8
        top = _signatures(paper, of, top)
        top = _room(paper, top + 8, 24)
        top = paper.pair(of.codes, MARGIN, top, 11) + 4
        _grid(paper, page.codes, top)
        paper.canvas.showPage()
        return paper.finish()


def opening_pdf(page: OpeningPage) -> bytes:
    """The record of an opening on A4, with lines to sign on."""
    words, raw = words_of("box", _Words)
    title, edition = printable(page.title, Face.SERIF), printable(page.edition)
    present = [printable(name) for name in page.present]
    with Paper(words.opening.title, [raw, _DIGITS, title, printable(page.title), edition, *present]) as paper:
        of = words.opening
        top = _head(paper, title, edition, of.heading, "")
        top = _short(paper, of.short, short_form(page.digest), words.record.digest, page.digest, top + 2)
        paper.colour(MUTED)
        paper.text(both(of.record), MARGIN, top + 2, 9)
        paper.colour(INK)
        paper.text(short_form(page.record), MARGIN + MEASURE, top + 2, 11, right=True)
        top = _section(paper, of.states, top + 13)
        rows = [(words.states[state], str(number)) for state, number in page.counts.items()]
        top = _figures(paper, [*rows, (of.minimum, str(page.minimum))], top)
        if page.accepted < page.minimum:
            top = paper.pair(of.too_few, MARGIN, top + 3, 10)
        top = _section(paper, of.present, top + 8)
        if present:
            top = paper.paragraph(" · ".join(present), MARGIN, top, 11)
        else:
            top = paper.pair(of.nobody, MARGIN, top, 10)
        top = _room(paper, top + 8, 30)
        _signatures(paper, words.record, top)
        paper.canvas.showPage()
        return paper.finish()


def _head(paper: Paper, title: str, edition: str, heading: Pair, right: str) -> float:
    paper.colour(MUTED)
    paper.text(edition, MARGIN, 27, 10)
    paper.colour(INK)
    top = paper.paragraph(title, MARGIN, 37, 19, face=Face.SERIF, leading=1.35) + 5
    paper.heading(heading, MARGIN, top, 13, 10)
    if right:
        paper.text(right, MARGIN + MEASURE, top, 10, right=True)
    paper.rule(top + 4)
    paper.colour(INK)
    return top + 10


def _short(paper: Paper, name: Pair, code: str, long_name: Pair, digest: str, top: float) -> float:
    """A field with a code that is read out, and the digest it is the beginning of."""
    paper.field(top, 46)
    paper.colour(MUTED)
    paper.text(name[0], MARGIN + 8, top + 10, 9.5)
    paper.text(name[1], MARGIN + 8, top + 14.5, 7.6)
    paper.colour(INK)
    paper.text(code, MARGIN + 8, top + 27, 24)
    paper.colour(MUTED)
    paper.text(both(long_name), MARGIN + 8, top + 35.5, 7.6)
    paper.text(digest, MARGIN + 8, top + 40, 7.6)
    paper.colour(INK)
    return top + 54


def _figures(paper: Paper, rows: Sequence[tuple[Pair, str]], top: float) -> float:
    for name, figure in rows:
        paper.colour(INK)
        width = paper.text(name[0], MARGIN, top, 10.5)
        paper.colour(MUTED)
        paper.text(name[1], MARGIN + width + 3, top, 8.6)
        paper.colour(INK)
        paper.text(figure, MARGIN + MEASURE, top, 11, right=True)
        paper.rule(top + 2.6)
        top += 8.2
    return top


def _section(paper: Paper, name: Pair, top: float) -> float:
    paper.heading(name, MARGIN, top, 11.5, 9)
    paper.colour(INK)
    return top + 9


def _signatures(paper: Paper, words: _Record, top: float) -> float:
    width = (MEASURE - 16) / 3
    for place, (name, english) in enumerate(zip(words.sign, words.sign_en, strict=True)):
        x = MARGIN + place * (width + 8)
        paper.rule(top + 12, x, width)
        paper.colour(MUTED)
        paper.text(f"{name} · {english}", x, top + 17, 8.6)
    paper.colour(INK)
    return top + 22


def _room(paper: Paper, top: float, needed: float) -> float:
    """``top``, or the top of a new page where less than ``needed`` mm are left."""
    if top + needed <= PAGE_END:
        return top
    paper.canvas.showPage()
    return HEAD_NEXT


def _grid(paper: Paper, codes: Sequence[str], top: float) -> float:
    """Codes down the columns of a page, then on the next; returns where the next thing starts."""
    start = 0
    while start < len(codes):
        if top + LEADING > PAGE_END:
            paper.canvas.showPage()
            top = HEAD_NEXT
        fitting = int((PAGE_END - top) / LEADING) + 1
        rows = min(fitting, -(-(len(codes) - start) // COLUMNS))
        for place, code in enumerate(codes[start : start + rows * COLUMNS]):
            x = MARGIN + place // rows * MEASURE / COLUMNS
            paper.text(code, x, top + place % rows * LEADING, 11.5)
        start += rows * COLUMNS
        top += rows * LEADING
    return top
