"""What may be printed of a result: everything for the organizer, what the terms allow for everybody else."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from review_app.model.package.manifest import PackageCase
from review_app.model.publish.pinyin import by_pinyin
from review_app.model.publish.tie_words import line_words
from review_app.model.publish.wording import Wording
from review_app.model.result.ties import Step, apart
from review_app.model.workspace.standing import CaseLine, Standing

_SEVERAL = re.compile(r"[、，,；;/（）()]")


@dataclass(frozen=True)
class Disclosure:
    """``everybody``: cases that don't win are named; ``scored``: ranks and scores are given; ``sheets``: so is what
    follows from the single sheets (totals, criteria, intervals, agreement, comments)."""

    standing: Standing
    public: bool
    everybody: bool
    scored: bool
    sheets: bool

    @property
    def cases(self) -> list[CaseLine]:
        """The cases that may be named: in the order of the ranking, without ranks by pinyin."""
        if self.everybody:
            return self.standing.cases
        shown = [line for line in self.standing.cases if line.wins]
        return shown if self.scored else by_pinyin(shown)

    @property
    def points(self) -> dict[str, str]:
        """The scores for people, by case, with as many decimals as tell apart those that are shown."""
        cases = self.cases
        found = apart([line.ranked.score for line in cases])
        return {line.case.id: text for line, text in zip(cases, found, strict=True)}

    def tie_words(self, line: CaseLine, words: Wording) -> str:
        """Why a case stands where it stands among those with the same score; "" where there is nothing to say, or
        nothing that may be said: of a case that isn't shown, or of means where sheets aren't public."""
        if not self.scored:
            return ""
        above, below = (self._shown_step(step) for step in (line.above, line.below))
        return line_words(above, below, self.standing.terms.rubric, words, means=self.sheets)

    def _shown_step(self, step: Step | None) -> Step | None:
        both = step is not None and self.names(step.upper) and self.names(step.lower)
        return step if both else None

    def names(self, case_id: str) -> bool:
        """Whether a case may be named."""
        return self.everybody or case_id in self.standing.winners

    def title(self, case_id: str) -> str:
        """The title of a case, or its id where it may not be named."""
        return self.standing.titles[case_id] if self.names(case_id) else case_id

    def betrays(self, text: str) -> bool:
        """Whether ``text`` names a case that may not be named: by title, organisation or recipient.

        What a named case is called as well gives nobody away, and neither does a single character.
        """
        return not self.everybody and self._hidden.found_in(text)

    def betrays_objector(self, text: str) -> bool:
        """Whether ``text`` names somebody who has objected; no level allows that."""
        return self.public and _Names(_objectors(self.standing)).found_in(text)

    @property
    def _hidden(self) -> _Names:
        standing = self.standing
        known = {case.id: case for case in (*standing.withdrawn, *standing.aside)}
        known |= {line.case.id: line.case for line in standing.cases}
        shown = [_plain(text) for key, case in known.items() if self.names(key) for text in _called(case)]
        names = {_plain(title) for key, title in standing.titles.items() if not self.names(key)} - {*shown}
        for key, case in known.items():
            if not self.names(key):
                bodies = (_plain(name) for name in (case.organisation, case.recipient))
                names |= {name for name in bodies if not any(name in text for text in shown)}
        return _Names(names)


def disclosure(standing: Standing, *, public: bool) -> Disclosure:
    """What the organizer may print (``public`` false: all of it), or anybody at the publication level of the terms.

    Where sheets go to auditors only, nothing that follows from single sheets is public at any level.
    """
    rule = standing.rule
    if not public:
        return Disclosure(standing, False, True, True, True)
    return Disclosure(
        standing,
        public=True,
        everybody=rule.publication == "full",
        scored=rule.publication != "winners",
        sheets=not rule.auditors,
    )


class _Names:
    """Names that are looked for in a text, whatever their blanks, case and width."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = {name for name in names if len(name) > 1}

    def found_in(self, text: str) -> bool:
        plain = _plain(text)
        return any(name in plain for name in self._names)


def _called(case: PackageCase) -> tuple[str, str, str]:
    return case.title, case.organisation, case.recipient


def _objectors(standing: Standing) -> set[str]:
    """Who has objected: as entered, and each of several who were entered together.  Short Latin words are in too many
    others to be looked for."""
    parts = {part for each in standing.objections for part in (each.by, *_SEVERAL.split(each.by))}
    return {plain for part in parts if len(plain := _plain(part)) > 3 or (plain and not plain.isascii())}


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()
