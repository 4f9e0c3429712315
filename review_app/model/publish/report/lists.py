"""The sections of texts and lists: cases set aside, objections, comments, receipts, how to check."""

from __future__ import annotations

from itertools import groupby

from review_app.model.publish.disclosure import Disclosure
from review_app.model.publish.fonts import Face
from review_app.model.publish.report.flow import BODY, BOTTOM, INK, MARGIN, MEASURE, MUTED, Flow
from review_app.model.publish.wording import Wording
from review_app.model.workspace.publication import Objection

_INSET = 6.0
_RECEIPT_COLUMNS = 4
_RECEIPT_STEP = 4.6


def set_aside(flow: Flow, words: Wording, shown: Disclosure) -> None:
    """Cases taken out after the count, with the reason that is published."""
    flow.paragraph(words("aside.lead"))
    for each in shown.standing.set_aside:
        flow.subheading(shown.title(each.case))
        if shown.betrays(each.reason) or shown.betrays_objector(each.reason):
            flow.paragraph(words("aside.hidden"))
        else:
            flow.paragraph(words("aside.reason", reason=each.reason))


def objections(flow: Flow, words: Wording, shown: Disclosure) -> None:
    """Counts and answers; what was said only in the organizer's own report, who said it in none."""
    found = shown.standing.objections
    if not found:
        flow.paragraph(words("objections.none"))
        return
    outcomes = [each.outcome for each in found if not each.open]
    flow.paragraph(
        words(
            "objections.lead",
            count=len(found),
            upheld=outcomes.count("upheld"),
            rejected=outcomes.count("rejected"),
            waiting=len(found) - len(outcomes),
        )
    )
    for each in found:
        _objection(flow, words, shown, each)


def _objection(flow: Flow, words: Wording, shown: Disclosure, each: Objection) -> None:
    day = words.day(each.day)
    if not each.about:
        flow.subheading(words("objections.about-result", number=each.number, day=day))
    elif shown.names(each.about):
        title = words.quoted(shown.title(each.about))
        flow.subheading(words("objections.about-case", number=each.number, day=day, title=title))
    else:
        flow.subheading(words("objections.about-hidden", number=each.number, day=day))
    if not shown.public:
        _paragraphs(flow, words("objections.said", text=each.text))
    if each.open:
        flow.paragraph(words("objections.waiting"))
        return
    flow.paragraph(words(f"objections.{each.outcome}", day=words.day(each.answered)), after=0.8)
    if (each.about and not shown.names(each.about)) or shown.betrays(each.answer):
        flow.paragraph(words("objections.hidden"))
    elif shown.betrays_objector(each.answer):
        flow.paragraph(words("objections.hidden-name"))
    else:
        _paragraphs(flow, words("objections.answer", text=each.answer))


def _paragraphs(flow: Flow, text: str) -> None:
    for part in text.splitlines():
        flow.paragraph(part)


def remarks(flow: Flow, words: Wording, shown: Disclosure) -> None:
    """The comments, case by case, apart from scores."""
    if not shown.sheets:
        flow.paragraph(words("remarks.sealed"))
        return
    known = [each for each in shown.standing.remarks if shown.names(each.case)]
    kept = [each for each in known if not shown.betrays(each.text)]
    if not kept:
        flow.paragraph(words("remarks.none"))
    else:
        flow.paragraph(words("remarks.lead"))
    for case_id, comments in groupby(kept, key=lambda comment: comment.case):
        flow.subheading(shown.title(case_id))
        for comment in comments:
            parts = [part for part in comment.text.splitlines() if part.strip()]
            for number, part in enumerate(parts):
                if number == 0:
                    flow.room(5.6)
                    flow.text("·", MARGIN + 1.6, flow.top, 9.6, colour=MUTED)
                flow.paragraph(part, 9.6, x=MARGIN + _INSET, measure=MEASURE - _INSET, leading=1.6, after=1.0)
        flow.top += 1.5
    left_out = len(shown.standing.remarks) - len(kept)
    if left_out:
        flow.small(words("remarks.left-out", count=left_out))


def receipts(flow: Flow, words: Wording, shown: Disclosure) -> None:
    """Every receipt under the state in which its sheet ended, in columns that are read downwards."""
    standing = shown.standing
    flow.paragraph(words("receipts.lead"))
    if any(not each.receipt for each in standing.receipts):
        flow.paragraph(words("receipts.unread"))
    for state in standing.states:
        names = [each.name for each in standing.receipts if each.state is state]
        text = words(f"states.{state.value}")
        flow.subheading(words("receipts.state", state=text, count=len(names)))
        while names:
            rows = max(1, int((BOTTOM - flow.top) / _RECEIPT_STEP))
            rows = min(rows, -(-len(names) // _RECEIPT_COLUMNS))
            taken, names = names[: rows * _RECEIPT_COLUMNS], names[rows * _RECEIPT_COLUMNS :]
            for place, name in enumerate(taken):
                x = MARGIN + place // rows * (MEASURE / _RECEIPT_COLUMNS)
                flow.text(name, x, flow.top + 1 + place % rows * _RECEIPT_STEP, 9.0, face=Face.SANS)
            flow.top += rows * _RECEIPT_STEP + 2
            if names:
                flow.begin_page()


def check(flow: Flow, words: Wording, shown: Disclosure) -> None:
    """How anyone verifies what the report says."""
    flow.paragraph(words("check.lead"))
    for number, step in enumerate(words.all("check.steps"), start=1):
        flow.room(6)
        flow.text(f"{number}.", MARGIN + 1, flow.top, BODY, face=Face.SERIF, colour=INK)
        flow.paragraph(step, x=MARGIN + _INSET + 1, measure=MEASURE - _INSET - 1)
    if shown.standing.rule.auditors:
        flow.paragraph(words("check.sealed"))
    for key, value in (
        ("front.key", shown.standing.organizer),
        ("front.seal", shown.standing.terms_digest),
        ("front.box", shown.standing.box),
    ):
        flow.subheading(words(key), below=8)
        flow.small(value)
