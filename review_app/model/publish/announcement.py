"""The draft of the announcement: who is selected and why, how to object, how to check; as Markdown and as DOCX.

What isn't known yet stands as a blank in 【】, which nobody overlooks.
"""

from __future__ import annotations

import datetime
import re

from review_app.model.nomination.markdown import escape
from review_app.model.publish.disclosure import Disclosure, disclosure
from review_app.model.publish.ooxml import Paragraph, Style, docx
from review_app.model.publish.typeset import tidy
from review_app.model.publish.wording import Language, Wording
from review_app.model.workspace.publication import SetAside
from review_app.model.workspace.standing import CaseLine, Standing

_MARKS: dict[Style, str] = {"title": "# ", "heading": "## ", "subheading": "### ", "quote": "> "}
_REFERENCE = re.compile(r"[&~]")


def announcement(
    standing: Standing,
    language: Language,
    *,
    archive: str = "",
    contact: str = "",
    day: datetime.date | None = None,
) -> list[Paragraph]:
    """The paragraphs of the draft, with what the publication level of the terms allows.

    ``archive`` is the SHA-256 of the results archive in hex, ``contact`` where objections go, ``day`` the date below
    the text; each a blank where it is not given.
    """
    words, shown = Wording("announcement", language), disclosure(standing, public=True)
    return [
        *_head(words, shown),
        *(part for line in _winners(shown) for part in _winner(line, words, shown)),
        *_aside(words, shown),
        *_objections(words, standing, contact),
        *_verification(words, standing, archive),
        *_signature(words, standing, day),
    ]


def announcement_markdown(
    standing: Standing,
    language: Language,
    *,
    archive: str = "",
    contact: str = "",
    day: datetime.date | None = None,
) -> str:
    """The draft as CommonMark; nothing that a case or an author brings along becomes markup."""
    parts = announcement(standing, language, archive=archive, contact=contact, day=day)
    return "\n\n".join(_markdown(part) for part in parts) + "\n"


def announcement_docx(
    standing: Standing,
    language: Language,
    *,
    archive: str = "",
    contact: str = "",
    day: datetime.date | None = None,
) -> bytes:
    """The draft as a Word document; the same input gives the same bytes."""
    parts = announcement(standing, language, archive=archive, contact=contact, day=day)
    return docx(parts, indented=language == "zh")


def _markdown(part: Paragraph) -> str:
    lines = [_REFERENCE.sub(r"\\\g<0>", escape(tidy(line))) for line in part.text.split("\n")]
    if part.style == "blank":
        return f"**{' '.join(lines)}**"
    mark = _MARKS.get(part.style, "")
    return "\n".join(f"{mark}{line}".rstrip() for line in lines)


def _head(words: Wording, shown: Disclosure) -> list[Paragraph]:
    standing = shown.standing
    terms, found = standing.terms, standing.procedure
    kind = "final" if standing.notice.status == "final" else "proposed"
    parts = [Paragraph(words(f"announcement.title-{kind}", campaign=terms.title), "title")]
    if standing.sample:
        parts.append(Paragraph(words("sample"), "note"))
    parts.append(Paragraph(words("announcement.draft"), "note"))
    if not standing.winners:
        return [*parts, Paragraph(words("announcement.none"))]
    intro = words(
        "announcement.intro",
        campaign=terms.title,
        edition=terms.edition,
        submissions=found.submissions,
        candidates=found.candidates,
        sheets=len(standing.sheets),
        winners=len(standing.winners),
    )
    order = "ranked" if shown.scored else "unranked"
    return [*parts, Paragraph(intro), Paragraph(words(f"announcement.{order}"))]


def _winners(shown: Disclosure) -> list[CaseLine]:
    return [line for line in shown.cases if line.wins]


def _winner(line: CaseLine, words: Wording, shown: Disclosure) -> list[Paragraph]:
    case = line.case
    if shown.scored:
        heading = words("announcement.case-ranked", rank=line.ranked.rank, title=case.title)
    else:
        heading = words("announcement.case", title=case.title)
    parts = [
        Paragraph(heading, "heading"),
        Paragraph(words("announcement.organisation", organisation=case.organisation), "facts"),
    ]
    if shown.scored and line.ranked.score is not None:
        score = words("announcement.score", score=shown.points[case.id])
        parts.append(Paragraph(score, "facts"))
        if tie := shown.tie_words(line, words):
            parts.append(Paragraph(words("announcement.tie", text=tie), "facts"))
    parts += [Paragraph(text) for text in case.summary.splitlines() if text.strip()]
    parts.append(Paragraph(words("announcement.commendation"), "subheading"))
    found = shown.standing.commendations.get(case.id)
    if found is None:
        parts.append(Paragraph(words("announcement.missing"), "blank"))
    elif not found.text:
        parts.append(Paragraph(words("announcement.waiting", author=found.author), "blank"))
    else:
        parts += [Paragraph(text, "quote") for text in found.text.splitlines() if text.strip()]
        parts.append(Paragraph(found.signature, "right"))
    return parts


def _aside(words: Wording, shown: Disclosure) -> list[Paragraph]:
    found = [
        Paragraph(_taken_out(words, shown, each))
        for each in shown.standing.set_aside
        if shown.names(each.case)
    ]
    return [Paragraph(words("announcement.aside-heading"), "heading"), *found] if found else []


def _taken_out(words: Wording, shown: Disclosure, each: SetAside) -> str:
    title = words.quoted(shown.title(each.case))
    if shown.betrays(each.reason) or shown.betrays_objector(each.reason):
        return words("announcement.aside-plain", title=title)
    return words("announcement.aside", title=title, reason=each.reason)


def _objections(words: Wording, standing: Standing, contact: str) -> list[Paragraph]:
    notice = standing.notice
    parts = [Paragraph(words("announcement.notice"), "heading")]
    if notice.status == "final" and notice.final is not None:
        return [*parts, Paragraph(words("announcement.over", day=words.day(notice.final)))]
    if notice.since is not None and notice.until is not None:
        since, until = words.day(notice.since), words.day(notice.until)
        parts.append(Paragraph(words("announcement.period", since=since, until=until)))
    else:
        parts.append(Paragraph(words("announcement.period-blank"), "blank"))
    parts.append(Paragraph(words("announcement.objection")))
    parts.append(_filled(words, "contact", contact=contact))
    return parts


def _filled(words: Wording, name: str, **gap: str) -> Paragraph:
    """A line with what is known, or the blank that stands for it."""
    if any(gap.values()):
        return Paragraph(words(f"announcement.{name}", **gap), "plain")
    return Paragraph(words(f"announcement.{name}-blank"), "blank")


def _verification(words: Wording, standing: Standing, archive: str) -> list[Paragraph]:
    return [
        Paragraph(words("announcement.verify"), "heading"),
        Paragraph(words("announcement.archive")),
        Paragraph(words("announcement.receipts")),
        _filled(words, "digest", digest=archive),
        Paragraph(words("announcement.thumbprint", thumbprint=standing.organizer), "plain"),
        Paragraph(words("announcement.terms", digest=standing.terms_digest), "plain"),
        Paragraph(words("announcement.box", digest=standing.box), "plain"),
    ]


def _signature(words: Wording, standing: Standing, day: datetime.date | None) -> list[Paragraph]:
    names = list(standing.terms.organizers) or [words("announcement.organizers-blank")]
    date = words.day(day) if day else words("announcement.day-blank")
    return [Paragraph(text, "right") for text in (*names, date)]
