"""Whether a nomination has come in before: the same id, the same title and organisation, or nearly the same text.

Nearness is the Jaccard index over sets of five-letter shingles (Broder, "On the resemblance and containment of
documents", 1997).  A sample of each set, chosen by the shingles' own values, says which texts are worth comparing.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from review_app.model import canonical
from review_app.model.case import Case
from review_app.model.errors import InputError
from review_app.model.nomination.match import match_key, plain

if TYPE_CHECKING:
    from review_app.model.workspace.nominations import Nominations

SAME_TEXT = 0.5
"""Edited copies of one dossier lie above 0.7, different dossiers of the sample campaign below 0.1."""
SAME_TITLE = 0.7
_SHINGLE = 5
_SAMPLE = np.uint64(7)
"""One shingle in eight is in the sample: two texts that share half of 200 shingles miss each other there once in
ten million."""
_PRIME = np.uint64(0x100000001B3)
_MIX = np.uint64(0x9E3779B97F4A7C15)

Shingles = npt.NDArray[np.uint64]


@dataclass(frozen=True)
class Duplicate:
    """Why a nomination is a duplicate, of which case, and how near it is in percent."""

    code: str
    other: str
    similarity: int

    @property
    def error(self) -> InputError:
        """As an error, for its sentences."""
        return InputError(self.code, other=self.other, similarity=self.similarity)


@lru_cache(maxsize=4096)
def shingles(text: str, length: int = _SHINGLE) -> Shingles:
    """Hashes of all runs of ``length`` letters of the plain text, sorted, each once (uint64)."""
    letters = np.frombuffer(plain(text).encode("utf-32-le"), dtype="<u4").astype(np.uint64)
    letters = np.pad(letters, (0, max(0, length - len(letters))))
    count = len(letters) - length + 1
    found = np.zeros(count, dtype=np.uint64)
    for place in range(length):  # polynomial, modulo 2^64
        found = (found ^ letters[place : place + count]) * _PRIME
        found ^= found >> np.uint64(29)
    return np.unique(found * _MIX)


def resemblance(one: Shingles, other: Shingles) -> float:
    """Jaccard index: 1 for equal sets, 0 for sets without anything in common."""
    common = len(np.intersect1d(one, other, assume_unique=True))
    return common / (len(one) + len(other) - common)


class DuplicateFinder:
    """Compares with every case that is in."""

    def __init__(self, nominations: Nominations) -> None:
        self._nominations = nominations
        self._known: dict[str, bytes] = {}
        self._texts: dict[str, Shingles] = {}
        self._organisations: defaultdict[str, dict[str, Shingles]] = defaultdict(dict)
        self._organisation_of: dict[str, str] = {}
        self._sampled: defaultdict[int, set[str]] = defaultdict(set)
        self.renew()

    def renew(self) -> None:
        """Takes note of cases that came, changed and went since."""
        digests = self._nominations.digests()
        for gone in [case_id for case_id, digest in self._known.items() if digests.get(case_id) != digest]:
            self._forget(gone)
        for case_id, digest in digests.items():
            if case_id not in self._known:
                self.add(self._nominations.get(case_id))
                self._known[case_id] = digest

    def add(self, case: Case) -> None:
        """Remembers an accepted case."""
        self._texts[case.id] = text = shingles(case.dossier)
        organisation = plain(case.organisation)
        self._organisations[organisation][case.id] = shingles(case.title, 2)
        self._organisation_of[case.id] = organisation
        self._known[case.id] = self._nominations.digest_of(case)
        for value in _sample(text):
            self._sampled[value].add(case.id)

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
        text = shingles(case.dossier)
        candidates = sorted({other for value in _sample(text) for other in self._sampled.get(value, ())})
        best = max(candidates, key=lambda other: resemblance(text, self._texts[other]), default=None)
        if best is not None and resemblance(text, self._texts[best]) >= SAME_TEXT:
            return Duplicate("nomination-similar", best, self._percent(case, best))
        title = shingles(case.title, 2)
        for other, their_title in self._organisations.get(plain(case.organisation), {}).items():
            if resemblance(title, their_title) >= SAME_TITLE:
                return Duplicate("nomination-similar", other, self._percent(case, other))
        return None

    def _percent(self, case: Case, other: str) -> int:
        return round(100 * resemblance(shingles(case.dossier), self._texts[other]))

    def _forget(self, case_id: str) -> None:
        del self._known[case_id]
        for value in _sample(self._texts.pop(case_id)):
            self._sampled[value].discard(case_id)
        del self._organisations[self._organisation_of.pop(case_id)][case_id]


def _sample(text: Shingles) -> list[int]:
    """The values by which a text is looked up; of a short one all."""
    chosen = text if len(text) < 200 else text[(text & _SAMPLE) == 0]
    return [int(value) for value in chosen]
