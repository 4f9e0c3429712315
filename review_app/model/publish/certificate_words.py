"""The words of a certificate: what the template says in each language, and what a design says instead."""

from __future__ import annotations

import datetime
import string
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

import msgspec

from review_app.model.dates import chinese_date, chinese_date_in_figures, english_date
from review_app.model.files import asset_path
from review_app.model.publish.design import Design, LanguageName, Words
from review_app.model.publish.typeset import Span, tidy

Mark = Literal["", "sample", "draft"]
"""What keeps a page from being a certificate to hand out."""


class Template(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words and proportions of one language, from ``assets/certificate/<language>.toml``."""

    heading: str
    heading_size: float
    heading_gap: float
    salutation: str
    body: str
    closing: str
    largest: float
    indent: float
    justified: bool
    leading: float
    quotes: tuple[tuple[str, str], ...]
    strong: tuple[str, ...]
    serial: str
    notes: tuple[str, ...]
    sample_mark: str
    sample_note: str
    draft_mark: str
    draft_note: str
    date: str
    title: str
    sample_title: str
    signatory: tuple[str, str]
    signer: str = ""
    signer_name: str = ""

    def spans(self, pattern: str, fields: dict[str, str]) -> list[Span]:
        """``pattern`` filled with ``fields``, the strong ones marked."""
        spans = []
        for literal, name, _, _ in string.Formatter().parse(pattern):
            spans.append(Span(literal))
            if name:
                spans.append(Span(fields[name], name in self.strong))
        return [span for span in spans if span.text]

    def quotes_for(self, title: str) -> dict[str, str]:
        """The fields ``open`` and ``close``: the first pair of marks that the title doesn't use itself."""
        free = [pair for pair in self.quotes if not set(pair) & set(title)]
        marks = (free or self.quotes)[0]
        return {"open": marks[0], "close": marks[1]}

    def mark(self, mark: Mark) -> str:
        """What stands in the box of a page that is no certificate to hand out."""
        return {"": "", "sample": self.sample_mark, "draft": self.draft_mark}[mark]

    def note(self, mark: Mark) -> str:
        """The same in a sentence, beside the code."""
        return {"": "", "sample": self.sample_note, "draft": self.draft_note}[mark]

    @property
    def signed_by(self) -> str:
        """Who signs: post and name, as far as a design gives them, in the language's order; ``signatory`` is the order
        and what stands between."""
        order, between = self.signatory
        said = [self.signer, self.signer_name] if order == "post" else [self.signer_name, self.signer]
        return between.join(filter(None, said))

    def day(self, date: datetime.date) -> str:
        """``date`` in words."""
        styles = {"chinese-numerals": chinese_date, "figures": chinese_date_in_figures}
        return styles.get(self.date, english_date)(date)

    def texts(self) -> Iterator[str]:
        """Everything that is set, but for the fields."""
        yield from (
            self.heading,
            self.serial,
            *self.notes,
            self.sample_mark,
            self.sample_note,
            self.signed_by,
        )
        yield from (self.draft_mark, self.draft_note)
        for pattern in (self.salutation, self.body, self.closing):
            yield from (literal for literal, _, _, _ in string.Formatter().parse(pattern))
        yield from (mark for pair in self.quotes for mark in pair)


def words_of(design: Design) -> list[Template]:
    """The words of each language of ``design``, its own put in place of the template's; the leading one first."""
    return [_with(_template(language), design, language) for language in design.language.split("-")]


def own_words(design: Design, language: LanguageName) -> Template:
    """The words of ``language`` (zh, en) as ``design`` has them, whether it is on the page or not."""
    return _with(_template(language), design, language)


def _with(template: Template, design: Design, language: str) -> Template:
    own = design.words.get(language, Words())
    changes: dict[str, object] = {
        name: [tidy(each) for each in value] if isinstance(value, list) else tidy(value)
        for name in Words.__struct_fields__
        if (value := getattr(own, name)) is not None
    }
    if design.date and language == "zh":
        changes["date"] = design.date
    return msgspec.structs.replace(template, **changes)


@lru_cache(maxsize=2)
def _template(language: str) -> Template:
    text = asset_path(f"certificate/{language}.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), Template)
