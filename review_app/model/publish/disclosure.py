"""What may be printed of a result: everything for the organizer, what the terms allow for everybody else."""

from __future__ import annotations

from dataclasses import dataclass

from review_app.model.publish.pinyin import by_pinyin
from review_app.model.workspace.standing import CaseLine, Standing


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

    def names(self, case_id: str) -> bool:
        """Whether a case may be named."""
        return self.everybody or case_id in self.standing.winners

    def title(self, case_id: str) -> str:
        """The title of a case, or its id where it may not be named."""
        return self.standing.titles[case_id] if self.names(case_id) else case_id

    def betrays(self, text: str) -> bool:
        """Whether ``text`` names a case that may not be named."""
        if self.everybody:
            return False
        plain = _plain(text)
        hidden = (title for case_id, title in self.standing.titles.items() if not self.names(case_id))
        return any(_plain(title) in plain for title in hidden if _plain(title))


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


def _plain(text: str) -> str:
    return "".join(text.split()).casefold()
