"""Asking for words of commendation (推荐语): a letter a winner, a return form, and the form read back.

Letter and form hold what the author may know: the case, that it is selected, nothing of ranks and scores.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from functools import lru_cache
from html.parser import HTMLParser
from typing import NamedTuple

from review_app.model.errors import InputError
from review_app.model.nomination.zip_limits import DOCUMENT_TAGS, check_unpacked_size
from review_app.model.publish.letters import letters_docx, letters_pdf
from review_app.model.publish.ooxml import FormTable, Paragraph, docx
from review_app.model.publish.typeset import tidy
from review_app.model.publish.wording import LANGUAGES, Language, Wording
from review_app.model.text import visible
from review_app.model.workspace.commendations import Words
from review_app.model.workspace.letters import Letter, LetterLine, LineKind
from review_app.model.workspace.standing import Standing

_LABELS = ("campaign", "case", "name", "organisation", "text", "author", "institution", "post")
_HEIGHTS = (420, 420, 420, 420, 5200, 520, 520, 520)
_NEEDED = ("text", "author")


class Returned(NamedTuple):
    """A filled form: the case that it is about, and the words."""

    case: str
    words: Words


def request_letter(
    standing: Standing,
    case_id: str,
    language: Language,
    *,
    until: datetime.date,
    contact: str = "",
    day: datetime.date | None = None,
) -> Letter:
    """The letter about one case, to the author on record (a blank where there is none yet).

    ``until`` is the day by which the form is wanted back, ``contact`` where it goes.  Raises KeyError for a case that
    is not in the contest.
    """
    words, case, terms = Wording("commendation", language), standing.case(case_id).case, standing.terms
    asked = standing.commendations.get(case_id)
    lines: list[tuple[LineKind, str]] = [("title", words("letter.title"))]
    if standing.sample:
        lines.append(("right", words("sample")))
    if asked:
        lines.append(("opening", words("letter.opening", author=asked.author, post=asked.post)))
    else:
        lines.append(("opening", words("letter.opening-blank")))
    facts = {
        "campaign": terms.title,
        "edition": terms.edition,
        "title": words.quoted(case.title),
    }
    lines += [
        ("text", words("letter.result", **facts)),
        ("text", words("letter.confidential")),
        ("apart", words("letter.case", title=case.title)),
        ("apart", words("letter.organisation", organisation=case.organisation)),
        ("text", words("letter.summary", summary=tidy(case.summary))),
        ("text", words("letter.ask")),
        ("text", words("letter.apart")),
        ("text", words("letter.until", until=words.day(until))),
        ("text", words("letter.contact", contact=contact) if contact else words("letter.contact-blank")),
        ("text", words("letter.thanks")),
    ]
    signed = list(terms.organizers) or [words("letter.organizers-blank")]
    lines += [("right", name) for name in signed]
    lines.append(("right", words.day(day) if day else words("letter.day-blank")))
    return Letter(tuple(LetterLine(kind, text) for kind, text in lines))


def requests_pdf(letters: Sequence[Letter], language: Language) -> bytes:
    """Letters as a PDF, each on pages of its own; raises UsageError ``nothing-to-print``."""
    return letters_pdf(letters, Wording("commendation", language)("letter.document"), language)


def requests_docx(letters: Sequence[Letter], language: Language) -> bytes:
    """Letters as a Word document; raises UsageError ``nothing-to-print``."""
    return letters_docx(letters, language)


def return_form(standing: Standing, case_id: str, language: Language) -> bytes:
    """The form for one case as a Word document, its author's name filled in where it is known; raises KeyError."""
    words, case = Wording("commendation", language), standing.case(case_id).case
    asked = standing.commendations.get(case_id)
    known = {
        "campaign": " ".join(part for part in (standing.terms.title, standing.terms.edition) if part),
        "case": case.id,
        "name": case.title,
        "organisation": case.organisation,
        "author": asked.author if asked else "",
        "institution": asked.institution if asked else "",
        "post": asked.post if asked else "",
    }
    rows = tuple((words(f"form.{label}"), known.get(label, "")) for label in _LABELS)
    parts: list[Paragraph | FormTable] = [Paragraph(words("form.title"), "title")]
    if standing.sample:
        parts.append(Paragraph(words("sample"), "note"))
    parts += [Paragraph(words("form.hint"), "note"), FormTable(rows, _HEIGHTS)]
    return docx(parts, indented=False)


def read_commendation(content: bytes, name: str = "") -> Words:
    """What an author has filled in; raises what :func:`read_return` raises."""
    return read_return(content, name).words


def read_return(content: bytes, name: str = "") -> Returned:
    """A filled form, in either language, also when another program has saved it.

    ``name`` is the file's, for messages.  Raises InputError ``document-invalid``, ``office-protected``,
    ``commendation-form-invalid`` (it is another document), ``commendation-form-unfinished`` (with the field).
    """
    import mammoth  # only who reads forms waits for it

    shown = visible(name)
    try:
        check_unpacked_size(content, name, DOCUMENT_TAGS)
        made = mammoth.convert_to_html(
            io.BytesIO(content), convert_image=mammoth.images.img_element(_nothing)
        )
        cells = _Cells()
        cells.feed(str(made.value))
        cells.close()
    except Exception as failure:  # mammoth stumbles in many ways over a damaged document
        if isinstance(failure, InputError) and failure.code == "office-protected":
            raise
        raise InputError("document-invalid", name=shown) from failure
    found: dict[str, str] = {}
    for row in cells.rows:
        label = _labels().get(_plain(row[0])) if len(row) >= 2 else None
        if label is not None:
            found.setdefault(label, row[1])
    if "case" not in found or "text" not in found or "author" not in found:
        raise InputError("commendation-form-invalid", name=shown)
    for label in _NEEDED:
        if not found[label]:
            raise InputError("commendation-form-unfinished", name=shown, field=label)
    one_line = {label: tidy(text) for label, text in found.items()}
    words = Words(
        one_line["author"], one_line.get("post", ""), one_line.get("institution", ""), found["text"]
    )
    return Returned(one_line["case"], words)


def _nothing(_: object) -> dict[str, str]:
    return {}


@lru_cache(maxsize=1)
def _labels() -> dict[str, str]:
    """What stands at the left of a form, in any language, and the field it means."""
    return {
        _plain(Wording("commendation", language)(f"form.{label}")): label
        for language in LANGUAGES
        for label in _LABELS
    }


def _plain(text: str) -> str:
    return "".join(text.split()).strip("*＊:：").casefold()


class _Cells(HTMLParser):
    """The rows of all tables as plain text; paragraphs in a cell are lines."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self._cell: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self._cell = []
        elif tag == "br" and self._cell is not None:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if self._cell is None:
            return
        if tag in ("td", "th"):
            lines = ("".join(self._cell)).split("\n")
            if self.rows:
                self.rows[-1].append("\n".join(line for line in map(tidy, lines) if line))
            self._cell = None
        elif tag in ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6"):
            self._cell.append("\n")

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)
