"""Whether a nomination has come in before: the same id, the same title and organisation, or nearly the same text.

Nearness is the Jaccard index over sets of five-letter shingles (Broder, "On the resemblance and containment of
documents", 1997); with some hundred dossiers all pairs are compared as they are, without sketches.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from review_app.model import canonical
from review_app.model.case import Case
from review_app.model.workspace.nominations import Nominations

SAME_TEXT = 0.5
"""Edited copies of one dossier lie above 0.7, different dossiers of the sample campaign below 0.1."""
SAME_TITLE = 0.7
_SHINGLE = 5


@dataclass(frozen=True)
class Duplicate:
    """Why a nomination is a duplicate, of which case, and how near it is in percent."""

    code: str
    other: str
    similarity: int


def plain(text: str) -> str:
    """``text`` reduced to what it says: compatibility forms folded, lower case, letters and digits only."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def match_key(title: str, organisation: str) -> str:
    """What two nominations of one case share."""
    return f"{plain(title)}|{plain(organisation)}"


def shingles(text: str, length: int = _SHINGLE) -> frozenset[str]:
    """All runs of ``length`` letters of the plain text."""
    bare = plain(text)
    return frozenset(bare[start : start + length] for start in range(max(1, len(bare) - length + 1)))


def resemblance(one: frozenset[str], other: frozenset[str]) -> float:
    """Jaccard index: 1 for equal sets, 0 for sets without anything in common."""
    return len(one & other) / len(one | other)


class DuplicateFinder:
    """Compares with every case that is in, and with those added since."""

    def __init__(self, nominations: Nominations) -> None:
        self._nominations = nominations
        self._texts: dict[str, frozenset[str]] = {}
        self._titles: dict[str, tuple[str, frozenset[str]]] = {}
        for case in nominations.all():
            self.add(case)

    def add(self, case: Case) -> None:
        """Remembers an accepted case."""
        self._texts[case.id] = shingles(case.dossier)
        self._titles[case.id] = (plain(case.organisation), shingles(case.title, 2))

    def find(self, case: Case, *, near: bool = True) -> Duplicate | None:
        """The case this one repeats, if any; with ``near`` false only exact matches count."""
        known = case.id in self._nominations
        if known and canonical.digest(self._nominations.get(case.id)) == canonical.digest(case):
            return Duplicate("nomination-known", case.id, 100)
        if other := self._nominations.matching(match_key(case.title, case.organisation)):
            return Duplicate("nomination-same-title", other, self._percent(case, other))
        if known:
            return Duplicate("nomination-same-id", case.id, self._percent(case, case.id))
        return self._nearest(case) if near else None

    def _nearest(self, case: Case) -> Duplicate | None:
        text, title, organisation = shingles(case.dossier), shingles(case.title, 2), plain(case.organisation)
        best = max(self._texts, key=lambda other: resemblance(text, self._texts[other]), default=None)
        if best is not None and resemblance(text, self._texts[best]) >= SAME_TEXT:
            return Duplicate("nomination-similar", best, self._percent(case, best))
        for other, (their_organisation, their_title) in self._titles.items():
            if organisation == their_organisation and resemblance(title, their_title) >= SAME_TITLE:
                return Duplicate("nomination-similar", other, self._percent(case, other))
        return None

    def _percent(self, case: Case, other: str) -> int:
        return round(100 * resemblance(shingles(case.dossier), self._texts[other]))
