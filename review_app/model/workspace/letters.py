"""Letters to all experts: invitation, reminder, cover letter.  Always to everybody on the roster.

There is no way to write to some of them: who has returned a sheet is not known here and must not be.  The texts are the
campaign's own; what is put in for a person comes from the roster alone.
"""

from __future__ import annotations

import base64
import datetime
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from review_app.model.crypto.base32 import short_form
from review_app.model.crypto.keys import thumbprint
from review_app.model.dates import chinese_date_in_figures, english_date
from review_app.model.errors import UsageError
from review_app.model.files import asset_path
from review_app.model.text import visible
from review_app.model.value import Value
from review_app.model.workspace.context import Context
from review_app.model.workspace.edits import RowChange
from review_app.model.workspace.people import People, Person
from review_app.model.workspace.rounds import Round, Rounds

LetterKind = Literal["invitation", "reminder", "cover"]
LetterLanguage = Literal["zh", "en"]
LineKind = Literal["title", "opening", "text", "apart", "right"]
KINDS: tuple[LetterKind, ...] = ("invitation", "reminder", "cover")
TEXT_LIMIT = 20_000
BLANK = {"zh": "＿＿＿＿＿＿", "en": "____________"}
"""What stands where something isn't known yet: it is filled in by hand."""

ALIASES = {
    "姓名": "name",
    "单位": "institution",
    "活动": "title",
    "届次": "edition",
    "组织方": "organizers",
    "截止日期": "deadline",
    "日期": "date",
    "轮次": "round",
    "公钥": "key",
    "条款": "terms",
    "交回": "return",
}
"""What a text may have in braces, in Chinese, and the English for it."""
_MARKS: dict[str, LineKind] = {"# ": "title", "> ": "right", "- ": "apart"}
_GAP = re.compile(r"\{([^{}\n]{1,20})\}")


class LetterLine(Value, frozen=True):
    """A paragraph and how it stands: title (centred), opening (no indent), text, apart (a line of its own), right."""

    kind: LineKind
    text: str


class Letter(Value, frozen=True):
    """The letter to one person."""

    lines: tuple[LetterLine, ...]


class Letters:
    """The texts of a campaign's letters, and the letters."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def text(self, kind: LetterKind, language: LetterLanguage) -> str:
        """The text as the organizer has it, or the program's own.  ``{name}`` or ``{姓名}`` and the others of
        :data:`ALIASES` are put in; a line begins with ``# `` for a title, ``> `` for the right, ``- `` for a line set
        apart."""
        row = self._context.db.row(
            "SELECT text FROM letter WHERE kind = ? AND language = ?", (kind, language)
        )
        return str(row[0]) if row else own_text(kind, language)

    def is_own(self, kind: LetterKind, language: LetterLanguage) -> bool:
        """Whether the organizer has reworded the letter."""
        return self.text(kind, language) != own_text(kind, language)

    def reword(self, kind: LetterKind, language: LetterLanguage, text: str) -> None:
        """Keeps another text; the program's own again for an empty one.  Can be undone.

        Raises UsageError ``letter-gap`` for braces with something unknown in them, ``letter-too-long``.
        """
        text = text.replace("\r\n", "\n").strip()
        if len(text) > TEXT_LIMIT:
            raise UsageError("letter-too-long", limit=TEXT_LIMIT)
        for found in _GAP.finditer(text):
            if _canonical(found[1]) not in ALIASES.values():
                raise UsageError("letter-gap", gap=visible(found[1], 20), known=list(ALIASES.values()))
        own = not text or text == own_text(kind, language).strip()
        row = RowChange("letter", (kind, language), None if own else (kind, language, text + "\n"))
        self._context.edits.change("letter-reworded", {"letter": kind, "language": language}, [row])

    def missing(self, kind: LetterKind, language: LetterLanguage) -> list[str]:
        """What the text asks for and isn't known yet (names of :data:`ALIASES`): it would stay blank."""
        values = self._values(language, None)
        asked = {_canonical(found[1]) for found in _GAP.finditer(self.text(kind, language))}
        return sorted(name for name in asked - {"name", "institution", "date"} if not values[name])

    def all(self, kind: LetterKind, language: LetterLanguage, day: datetime.date) -> list[Letter]:
        """The letters to everybody on the roster, in its order; ``day`` is the date they bear.

        Raises UsageError ``roster-empty``; ``letter-before-package`` for a cover letter before there is a package.
        """
        people = People(self._context).all()
        if not people:
            raise UsageError("roster-empty")
        if kind == "cover" and self._packed() is None:
            raise UsageError("letter-before-package")
        text, values = self.text(kind, language), self._values(language, day)
        return [_filled(text, language, values, person) for person in people]

    def _values(self, language: LetterLanguage, day: datetime.date | None) -> dict[str, str]:
        settings = self._context.campaign.get().settings
        english = language == "en"
        organizers = [(o.name_en if english else "") or o.name for o in settings.organizers]
        values = {
            "title": (settings.title_en if english else "") or settings.title,
            "edition": (settings.edition_en if english else "") or settings.edition,
            "organizers": (", " if english else "、").join(organizers),
            "deadline": "",
            "date": written_day(day, language) if day else "",
            "round": "",
            "key": key_short(self._context.organizer_public),
            "terms": "",
            "return": _instructions(settings.return_instructions, language),
        }
        for planned in settings.planned:
            if planned.step == "sheets-until":
                values["deadline"] = written_day(datetime.date.fromisoformat(planned.date), language)
        if round_ := self._packed():
            from review_app.model.terms import terms_digest

            values["round"] = round_short(round_)
            values["terms"] = short_form(terms_digest(round_.terms_jws))
        return values

    def _packed(self) -> Round | None:
        rounds = Rounds(self._context).all()
        found = rounds[-1] if rounds else None
        return found if found is not None and found.state not in ("drafted", "cards") else None


@lru_cache(maxsize=6)
def own_text(kind: LetterKind, language: LetterLanguage) -> str:
    """The text that the program brings."""
    return asset_path(f"letters/{kind}_{language}.txt").read_text("utf-8")


def round_short(round_: Round) -> str:
    """The round for people to compare: the first twelve symbols of its id."""
    return f"{round_.id[:4]}-{round_.id[4:8]}-{round_.id[8:12]}".upper()


def key_short(public: bytes) -> str:
    """The organizer's key for people to compare: the short form of its thumbprint's digest."""
    return short_form(base64.urlsafe_b64decode(thumbprint(public) + "=").hex())


def written_day(day: datetime.date, language: LetterLanguage) -> str:
    """A day as letters have it: 2026年12月1日, 1 December 2026."""
    return chinese_date_in_figures(day) if language == "zh" else english_date(day)


def _canonical(name: str) -> str:
    bare = name.strip()
    return ALIASES.get(bare, bare.lower())


def _instructions(text: str, language: LetterLanguage) -> str:
    """The paragraph of the return instructions that is in the language of the letter, if one is; else all of them."""
    paragraphs = [part.strip() for part in text.split("\n") if part.strip()]

    def chinese(part: str) -> bool:
        return any("\u4e00" <= c <= "\u9fff" for c in part)

    fitting = [part for part in paragraphs if chinese(part) is (language == "zh")]
    return " ".join(fitting or paragraphs)


def _filled(text: str, language: LetterLanguage, values: Mapping[str, str], person: Person) -> Letter:
    own = {**values, "name": person.name, "institution": person.institution}
    lines: list[LetterLine] = []
    opened = False
    for raw in text.split("\n"):
        if not raw.strip():
            continue
        mark = raw[:2]
        kind = _MARKS.get(mark)
        line = _GAP.sub(lambda found: own.get(_canonical(found[1]), "") or BLANK[language], raw)
        line = line[2:].strip() if kind else line.strip()
        if kind is None:
            kind = "text" if opened else "opening"
            opened = True
        lines.append(LetterLine(kind, line))
    return Letter(tuple(lines))
