"""The text layer of a certificate's pages, read from the PDF's own bytes: does a page still say what was signed?

Only what the last page tree leads to is read, as a viewer would; what another program has rewritten is left unread
rather than misread.  A text layer that agrees proves little (a picture may lie over it), one that doesn't is a changed
page.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from review_app.model.dates import chinese_date, chinese_date_in_figures, english_date
from review_app.model.publish.award import Award
from review_app.model.publish.pdf_objects import PdfObjects, Unread
from review_app.model.publish.scripts import ignorable, leftwards
from review_app.model.publish.typeset import tidy

_PAIR = re.compile(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>")
_SHOWN = re.compile(rb"/(\w{1,20}) [\d.]+ Tf|<([0-9A-Fa-f]*)> Tj|\(((?:[^()\\]|\\.)*)\) Tj")
_SPACE = re.compile(r"\s")
_APART = "\n"
"""Between what is drawn in one go and what comes next: there may be a space there, which is not drawn."""


@dataclass(frozen=True)
class PageCheck:
    """Which signed fields the text of an award's page lacks; ``read`` is false when no text could be read."""

    read: bool
    lacking: tuple[str, ...] = ()


def check_pages(content: bytes, awards: Sequence[Award]) -> list[PageCheck]:
    """For each of ``awards``: whether recipient, title, award, edition, serial number, issuers and day stand together
    on a page of the PDF.

    Of names in scripts that run leftwards the letters are compared: on the page they lie in another order.
    """
    pages = _page_texts(content)
    if not any(pages):
        return [PageCheck(False) for _ in awards]
    left, found = dict(enumerate(pages)), []
    for award in awards:
        place, check = _check(award, left or dict(enumerate(pages)))
        if "serial" not in check.lacking:
            left.pop(place, None)  # a page speaks for one award only
        found.append(check)
    return found


def _check(award: Award, pages: Mapping[int, str]) -> tuple[int, PageCheck]:
    """The page among ``pages`` that is most likely the award's, and what it lacks."""
    serial, days = _bare(award.serial), _days(award.date)
    own = {place: page for place, page in pages.items() if _stands_alone(serial, page)}
    names = {
        "recipient": [award.recipient],
        "title": [award.title],
        "award": [award.award],
        "edition": [award.edition],
        "issuers": award.issuers,
    }
    wanted = {name: [_bare(value) for value in values] for name, values in names.items()}
    lacks: dict[int, tuple[str, ...]] = {}
    for place, page in (own or pages).items():
        text = page.replace(_APART, "")
        lacks[place] = (
            *(["serial"] if not own else []),
            *(name for name, values in wanted.items() if not all(_stands(value, text) for value in values)),
            *(["date"] if days and not any(_stands_alone(day, page) for day in days) else []),
        )
    place = min(lacks, key=lambda each: len(lacks[each]))
    return place, PageCheck(True, lacks[place])


def _stands(name: str, text: str) -> bool:
    """Whether ``name`` is in ``text``; with letters that run leftwards, whether its characters are there together."""
    if name in text or not any(map(leftwards, name)):
        return name in text
    missing = Counter(name)
    for place, each in enumerate(text):
        missing[each] -= 1
        if place >= len(name):
            missing[text[place - len(name)]] += 1
        if not any(missing.values()):
            return True
    return False


def _stands_alone(figures: str, page: str) -> bool:
    """Whether ``figures`` are on the page with no digit right before or behind them: 21 December isn't 1 December."""
    if figures not in page.replace(_APART, ""):
        return False
    pattern = f"{_APART}*".join(map(re.escape, figures))
    return re.search(rf"(?<![0-9]){pattern}(?![0-9])", page) is not None


def _bare(text: str) -> str:
    """``text`` as :func:`_text` gives it back, but in one piece."""
    return "".join(each for each in _SPACE.sub("", tidy(text)) if not ignorable(each))


def _days(date: str) -> list[str]:
    """The ways in which a page may write a day; none for what is no day."""
    try:
        day = datetime.date.fromisoformat(date)
    except ValueError:
        return []
    return [_bare(words(day)) for words in (chinese_date, chinese_date_in_figures, english_date)]


def _page_texts(content: bytes) -> list[str]:
    """The text of every page that the last page tree has, without spaces, in the pieces it was drawn in; nothing where
    one can't be read."""
    try:
        pdf = PdfObjects(content)
        return [_page_text(pdf, page) for page in pdf.pages()]
    except (Unread, RecursionError):
        return []


def _page_text(pdf: PdfObjects, page: dict[bytes, object]) -> str:
    resources = pdf.dictionary(page.get(b"Resources"))
    fonts = {
        name: dict(_pairs(_to_unicode(pdf, font)))
        for name, font in pdf.dictionary(resources.get(b"Font") or {}).items()
    }
    contents = page.get(b"Contents")
    parts = pdf.items(contents) if isinstance(pdf.get(contents), list) else [contents]
    return _text(b"\n".join(pdf.data(part) for part in parts), fonts)


def _to_unicode(pdf: PdfObjects, font: object) -> bytes:
    found = pdf.dictionary(font).get(b"ToUnicode")
    return pdf.data(found) if found is not None else b""


def _pairs(cmap: bytes) -> Iterator[tuple[bytes, str]]:
    for code, text in _PAIR.findall(cmap):
        yield (
            code.upper(),
            bytes.fromhex(text[: len(text) // 2 * 2].decode("ascii")).decode("utf-16-be", "replace"),
        )


def _text(data: bytes, fonts: dict[bytes, dict[bytes, str]]) -> str:
    parts: list[str] = []
    letters: dict[bytes, str] = {}
    for font, codes, literal in _SHOWN.findall(data):
        if font:
            letters = fonts.get(font, {})
        elif codes:
            parts.append(
                "".join(letters.get(codes[at : at + 4].upper(), "") for at in range(0, len(codes), 4))
            )
        else:
            parts.append(literal.decode("latin-1"))
    bare = ("".join(each for each in _SPACE.sub("", part) if not ignorable(each)) for part in parts)
    return _APART.join(part for part in bare if part)
