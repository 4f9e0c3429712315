"""The report of a result on A4: what was done, what came out, how sure it is, and how anyone can check it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from review_app.model.publish.disclosure import Disclosure, disclosure
from review_app.model.publish.face_source import FontFile
from review_app.model.publish.report import figures, lists
from review_app.model.publish.report.flow import Faces, Flow
from review_app.model.publish.report.front import draw_contents, draw_title_page
from review_app.model.publish.report.strips import strips_height
from review_app.model.publish.wording import Language, Wording
from review_app.model.text import visible
from review_app.model.workspace.standing import Standing

__all__ = ["report_pdf"]

_PASSES = 3
"""At most: one finds how many pages there are and where the headings stand, the next says so."""
_ON_A_NEW_PAGE = {"procedure", "results"}
_ROOM = {"rule": 75.0, "profiles": 72.0, "agreement": 80.0, "sensitivity": 70.0, "check": 120.0}
"""Millimetres below a heading without which the section begins on a new page; others do with less."""
_Section = tuple[str, Callable[[Flow, Wording, Disclosure], None]]


def report_pdf(
    standing: Standing, language: Language, *, public: bool, fonts: Sequence[FontFile] = ()
) -> bytes:
    """The report as a PDF; the same input gives the same bytes.

    With ``public`` it holds what the publication level of the terms allows, without it everything (but for who
    objected), marked as internal.  ``fonts``: what the organizer added for characters that the bundled faces lack; what
    none of them has stands as its code point, and the last page says so.  Raises what
    :func:`review_app.model.publish.face_source.added` raises.
    """
    words, shown = Wording("report", language), disclosure(standing, public=public)
    faces = Faces(fonts)
    pages, entries, content = 0, [(words(f"{name}.heading"), 0) for name, _ in _sections(shown)], b""
    for _ in range(_PASSES):
        flow = _flow(faces, words, shown, pages)
        draw_title_page(flow, words, shown)
        draw_contents(flow, words, entries, figures.summary(words, shown))
        for place, (name, draw) in enumerate(_sections(shown)):
            number = words.all("numbers.all")[place]
            text = words("numbers.heading", number=number, text=words(f"{name}.heading"))
            room = strips_height(len(shown.cases)) if name == "strips" else _ROOM.get(name, 40.0)
            flow.heading(text, new_page=name in _ON_A_NEW_PAGE, below=room)
            draw(flow, words, shown)
        if faces.lost:
            codes = dict.fromkeys(f"U+{ord(each):04X}" for lost in faces.lost for each in lost)
            flow.small(words("front.glyphs", characters=" ".join(codes)))
        content = flow.finish()
        if (pages, entries) == (flow.page, flow.outline.entries):
            break
        pages, entries = flow.page, flow.outline.entries
    return content


def _flow(faces: Faces, words: Wording, shown: Disclosure, pages: int) -> Flow:
    terms = shown.standing.terms
    name = " · ".join(part for part in (terms.title, terms.edition) if part)
    return Flow(
        faces,
        words("front.title", campaign=name),
        visible(name, 36),
        words("sample") if shown.standing.sample else "",
        lambda page: words("front.page", page=page, pages=pages or page),
    )


def _sections(shown: Disclosure) -> list[_Section]:
    """The sections that there is something to say in, in their order."""
    found: list[_Section] = [
        ("procedure", figures.procedure),
        ("rule", figures.rule),
        ("results", figures.results),
    ]
    if shown.sheets and any(line.totals for line in shown.cases):
        found += [
            ("strips", figures.strips),
            ("profiles", figures.profiles),
            ("agreement", figures.agreement),
            ("sensitivity", figures.sensitivity),
        ]
    if shown.standing.set_aside:
        found.append(("aside", lists.set_aside))
    return [
        *found,
        ("objections", lists.objections),
        ("remarks", lists.remarks),
        ("receipts", lists.receipts),
        ("check", lists.check),
    ]
