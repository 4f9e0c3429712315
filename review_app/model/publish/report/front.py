"""Title page and contents."""

from __future__ import annotations

from collections.abc import Sequence

from review_app.model.publish.disclosure import Disclosure
from review_app.model.publish.fonts import Face
from review_app.model.publish.pdf import POINTS_PER_MM as MM
from review_app.model.publish.report.flow import (
    BLUE,
    INK,
    MARGIN,
    MEASURE,
    MUTED,
    RIGHT,
    TOP,
    VERMILION,
    Flow,
)
from review_app.model.publish.rule_words import notice_words
from review_app.model.publish.wording import Wording

BODY_LABEL, DIGEST_LABEL = 10.0, 8.6  # points
_LABEL = 36.0  # mm, at least
_FOOT = 268.0


def draw_title_page(flow: Flow, words: Wording, shown: Disclosure) -> None:
    """Whose award, what this is, how the result stands, and the digests that it hangs on."""
    standing = shown.standing
    terms = standing.terms
    flow.begin_page(plain=True)
    if standing.sample:
        flow.text(words("sample"), RIGHT, 30, 12, colour=VERMILION, right=True, strong=True)
    flow.top = 74
    flow.paragraph(terms.edition, 12, face=Face.SANS, colour=MUTED, after=2)
    size = 25.0 if len(terms.title) <= 60 else 18.0 if len(terms.title) <= 120 else 14.0
    flow.top += 6
    for line in flow.faces.lines(terms.title, size, MEASURE, Face.SERIF, balanced=True):
        flow.put(line, MARGIN, flow.top, size)
        flow.top += size * 1.45 / 72 * 25.4
    flow.top += 4
    flow.line(MARGIN, flow.top, MARGIN + 22, flow.top, 1.6, BLUE)
    flow.top += 12
    flow.text(words("front.heading"), MARGIN, flow.top, 17, face=Face.SERIF, colour=BLUE)
    flow.top += 10
    if shown.public:
        flow.paragraph(words("front.public"), BODY_LABEL, face=Face.SANS, colour=MUTED, after=0.5)
        if not shown.everybody:
            flow.paragraph(words("front.draft"), BODY_LABEL, face=Face.SANS, colour=MUTED)
    else:
        flow.paragraph(words("front.internal"), BODY_LABEL, face=Face.SANS, colour=VERMILION)
    facts = [(words("front.status"), notice_words(standing.notice, words))]
    if standing.procedure.opened:
        facts.append((words("front.opened"), words.day(standing.procedure.opened)))
    if terms.organizers:
        facts.insert(0, (words("front.organizers"), words.joined(list(terms.organizers))))
    digests = [
        (words("front.seal"), standing.terms_digest),
        (words("front.box"), standing.box),
        (words("front.key"), standing.organizer),
    ]
    labels = [(label, 10.0) for label, _ in facts] + [(label, DIGEST_LABEL) for label, _ in digests]
    widest = max(flow.faces.lines(label, size, 1e6, Face.SANS)[0].width for label, size in labels)
    aside = max(_LABEL, widest / MM + 5)
    lines = [
        (label, flow.faces.lines(value, size, MEASURE - aside, Face.SANS), size)
        for entries, size in ((facts, 10.0), (digests, 8.0))
        for label, value in entries
    ]
    height = sum(len(found) * 5.4 + 2.0 for _, found, _ in lines) + 6
    if flow.top + height > _FOOT:
        flow.begin_page()
    else:
        flow.top = _FOOT - height
    for place, (label, found, size) in enumerate(lines):
        if place == len(facts):
            flow.rule(flow.top - 2.6)
            flow.top += 3.4
        flow.text(label, MARGIN, flow.top, 10.0 if place < len(facts) else DIGEST_LABEL, colour=MUTED)
        for line in found:
            flow.put(line, MARGIN + aside, flow.top, size, Face.SANS, INK)
            flow.top += 5.4
        flow.top += 2.0


def draw_contents(flow: Flow, words: Wording, entries: list[tuple[str, int]], summary: Sequence[str]) -> None:
    """The headings and the pages they are on, as an earlier pass found them; below them the result in few words."""
    flow.begin_page()
    flow.top = TOP + 4
    flow.text(words("front.contents"), MARGIN, flow.top, 15, face=Face.SERIF, colour=BLUE, strong=True)
    flow.top += 12
    for place, (text, page) in enumerate(entries):
        width = flow.text(text, MARGIN, flow.top, 11, face=Face.SERIF)
        flow.text(str(page), RIGHT, flow.top, 11, face=Face.SERIF, right=True)
        flow.line(MARGIN + width + 3, flow.top - 0.4, RIGHT - 9, flow.top - 0.4, 0.6, MUTED, (0.6, 3))
        key = f"section-{place}"
        flow.link(key, MARGIN, flow.top - 5, MEASURE, 7)
        flow.top += 8.4
    flow.top += 10
    flow.room(30)
    flow.text(words("front.summary"), MARGIN, flow.top, 15, face=Face.SERIF, colour=BLUE, strong=True)
    flow.top += 9
    for text in summary:
        flow.paragraph(text)
