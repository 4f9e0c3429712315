"""Whom roster, panel and nominations have in common, by person and by institution.

Only ever a reason to look, never a refusal: names of people are often shared, and an institution is large.  What an
institution is taken for is the rule that experts' own recusals are suggested by (:mod:`..scoring.affiliation`).
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from review_app.model.canonical import Record
from review_app.model.case import Case
from review_app.model.scoring.affiliation import matching_affiliation
from review_app.model.search.fold import fold

if TYPE_CHECKING:
    from review_app.model.workspace.panel import Member
    from review_app.model.workspace.people import Person

OverlapKind = Literal[
    "same-person", "same-name", "same-institution", "nominating-institution", "named-in-nomination"
]
Side = Literal["expert", "panel"]


class Overlap(Record, frozen=True):
    """``person`` (of the roster, or with ``side`` "panel" a member of the panel) and ``other``: a member of the panel,
    an institution behind nominations, or what a nomination gives as its contact.  ``where`` are case ids, empty for the
    panel."""

    kind: OverlapKind
    side: Side
    person: str
    institution: str
    other: str
    where: list[str]


_ORDER = {
    kind: place
    for place, kind in enumerate(
        ("same-person", "named-in-nomination", "nominating-institution", "same-name", "same-institution")
    )
}


def find_overlaps(
    people: Sequence[Person], members: Sequence[Member], cases: Sequence[Case]
) -> list[Overlap]:
    """Everything in common, the gravest kinds first, then by person."""
    found = list(_with_panel(people, members))
    bodies: defaultdict[str, list[str]] = defaultdict(list)
    for case in cases:
        for body in dict.fromkeys((case.organisation, case.carrying_body, case.recipient)):
            if body.strip():
                bodies[body].append(case.id)
    matcher = _Matcher(bodies)
    contacts = [(_bare(case.contact), case) for case in cases if case.contact]
    everybody: list[tuple[Side, str, str]] = [("expert", p.name, p.institution) for p in people]
    everybody += [("panel", m.name, m.institution) for m in members]
    for side, name, institution in everybody:
        for body in matcher.matching(institution):
            found.append(Overlap("nominating-institution", side, name, institution, body, bodies[body]))
        wanted = _bare(name)
        if len(wanted) >= 2:
            for contact, case in contacts:
                if _named(wanted, contact):
                    found.append(
                        Overlap("named-in-nomination", side, name, institution, case.contact, [case.id])
                    )
    return sorted(found, key=lambda o: (_ORDER[o.kind], o.side, o.person, o.institution, o.other, o.where))


def _with_panel(people: Sequence[Person], members: Sequence[Member]) -> Iterable[Overlap]:
    matcher = _Matcher(dict.fromkeys(m.institution for m in members if m.institution))
    for person in people:
        near = set(matcher.matching(person.institution))
        for member in members:
            known = bool(person.institution and member.institution)
            if _bare(person.name) == _bare(member.name):
                kind: OverlapKind = "same-person" if member.institution in near or not known else "same-name"
            elif known and member.institution in near:
                kind = "same-institution"
            else:
                continue
            other = f"{member.name} · {member.institution}" if member.institution else member.name
            yield Overlap(kind, "expert", person.name, person.institution, other, [])


class _Matcher:
    """Which of many institutions match one.  Only where one's letters stand inside the other's are they compared in
    full: without that they can't match."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = [(bare, name) for name in names if (bare := _bare(name))]
        self._known: dict[str, list[str]] = {}

    def matching(self, institution: str) -> list[str]:
        """The names that match ``institution``, in a fixed order."""
        if institution not in self._known:
            own = _bare(institution)
            near = [name for bare, name in self._names if own and (own in bare or bare in own)]
            self._known[institution] = sorted(n for n in near if matching_affiliation([institution], [n]))
        return self._known[institution]


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", fold(unicodedata.normalize("NFKC", text)))


def _named(name: str, contact: str) -> bool:
    """Whether ``contact`` has the name; a Latin one as long as to say something."""
    return name in contact and (len(name) >= 5 or not name.isascii())
