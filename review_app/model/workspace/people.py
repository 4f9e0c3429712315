"""The roster of experts: who may be asked to score.  Kept apart from the cards.

Nothing here has a key of another table, and no other table has a key of this one: from a person no way leads to a card,
a sheet or a time.  The log counts people and names nobody.  An edit that can be undone names both, the person and its
line of the log; beside the line of a withdrawn card that would tell whose card it was.  So withdrawing one forgets the
edits before it, and from then on the roster's edits can't be undone while that round is the newest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from review_app.model.canonical import Record
from review_app.model.errors import UsageError
from review_app.model.search.fold import fold
from review_app.model.text import visible
from review_app.model.workspace.context import Context
from review_app.model.workspace.edits import RowChange
from review_app.model.workspace.overlaps import Overlap, find_overlaps
from review_app.model.workspace.panel import tidy

MAX_PEOPLE = 2000
TEXT_LIMIT = 100
"""Characters of a name, a field, an institution, a region."""
CONTACT_LIMIT = 200
FIELDS = ("name", "field", "institution", "region", "contact")

_WITHDRAWN = """SELECT 1 FROM card WHERE withdrawn AND round_id = (SELECT id FROM round ORDER BY number DESC LIMIT 1)"""


class Person(Record, frozen=True):
    """One expert; ``id`` is ``e0001``, ``e0002`` ... in the order in which they were entered."""

    id: str
    name: str
    field: str = ""
    institution: str = ""
    region: str = ""
    contact: str = ""


class Entry(NamedTuple):
    """A person as typed or read from a table, not yet on the roster."""

    name: str
    field: str = ""
    institution: str = ""
    region: str = ""
    contact: str = ""


class Share(NamedTuple):
    """How many people have ``name`` in common; "" counts those of whom it isn't known."""

    name: str
    people: int


class Balance(NamedTuple):
    """The roster by field, region and institution, the largest share first and the unknown last."""

    fields: list[Share]
    regions: list[Share]
    institutions: list[Share]


class Taken(NamedTuple):
    """What became of a table: people added, people whose entry has changed, people who were there just so."""

    added: int
    changed: int
    known: int


class People:
    """The table of experts.  Every change can be undone, until a card of the newest round is withdrawn."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def all(self) -> list[Person]:
        """Everybody, in the order in which they were entered."""
        rows = self._context.db.rows(
            "SELECT id, name, field, institution, region, contact FROM person ORDER BY id"
        )
        return [Person(*row) for row in rows]

    def count(self) -> int:
        """How many there are."""
        return self._context.db.number("SELECT count(*) FROM person")

    def get(self, person_id: str) -> Person:
        """The person with this id; raises UsageError ``unknown-person``."""
        columns = "id, name, field, institution, region, contact"
        row = self._context.db.row(f"SELECT {columns} FROM person WHERE id = ?", (person_id,))
        if row is None:
            raise UsageError("unknown-person", person=person_id)
        return Person(*row)

    def find(self, words: str) -> Person:
        """The person meant by an id, by a name, or by ``name (institution)`` where a name stands twice.

        Raises UsageError ``unknown-person``, ``person-ambiguous``.
        """
        wanted = tidy(words)
        everybody = self.all()
        for person in everybody:
            full = (f"{person.name}（{person.institution}）", f"{person.name} ({person.institution})")
            if wanted == person.id or wanted in full:
                return person
        found = [person for person in everybody if person.name == wanted]
        if len(found) > 1:
            raise UsageError("person-ambiguous", person=wanted)
        if not found:
            raise UsageError("unknown-person", person=wanted)
        return found[0]

    def add(self, entry: Entry) -> Person:
        """Puts one person on the roster; raises UsageError ``person-invalid``, ``person-known``, ``people-limit``."""
        with self._context.db.transaction():
            everybody = self.all()
            person = _checked(_next_id(everybody), entry)
            if any(_same(person, other) for other in everybody):
                raise UsageError("person-known", person=person.name)
            self._write("people-added", {"count": 1}, everybody, [person])
        return person

    def take_in(self, entries: Iterable[Entry]) -> Taken:
        """Puts many people on the roster, all or none, as one edit.  Somebody of the same name and institution who is
        there already gets what the entry says and the roster doesn't have yet, or has otherwise.

        Raises UsageError ``person-invalid``, ``people-limit``.
        """
        with self._context.db.transaction():
            everybody = self.all()
            known = {_identity(person): person for person in everybody}
            order = {person.id: person for person in everybody}
            added = changed = same = 0
            touched: dict[str, Person] = {}
            for entry in entries:
                fresh = _checked(_next_id(order.values()), entry)
                old = known.get(_identity(fresh))
                if old is None:
                    added, person = added + 1, fresh
                else:
                    values = [getattr(fresh, name) or getattr(old, name) for name in FIELDS]
                    person = Person(old.id, *values)
                    if person == old:
                        same += 1
                        continue
                    changed += old.id not in touched
                known[_identity(person)] = order[person.id] = touched[person.id] = person
            self._write("people-taken-in", {"added": added, "changed": changed}, everybody, touched.values())
        return Taken(added, changed, same)

    def change(self, person_id: str, entry: Entry) -> Person:
        """Corrects an entry; raises UsageError as :meth:`add`, ``unknown-person``."""
        with self._context.db.transaction():
            self.get(person_id)
            everybody = self.all()
            person = _checked(person_id, entry)
            if any(_same(person, other) for other in everybody if other.id != person_id):
                raise UsageError("person-known", person=person.name)
            self._write("people-changed", {"count": 1}, everybody, [person])
        return person

    def remove(self, person_ids: Sequence[str]) -> int:
        """Takes people off the roster, all or none; raises UsageError ``unknown-person``."""
        with self._context.db.transaction():
            for person_id in person_ids:
                self.get(person_id)
            wanted = list(dict.fromkeys(person_ids))
            rows = [RowChange("person", (person_id,), None) for person_id in wanted]
            self._change("people-removed", {"count": len(wanted)}, rows)
        return len(wanted)

    def balance(self) -> Balance:
        """How fields, regions and institutions are represented."""
        everybody = self.all()
        return Balance(
            _shares(everybody, lambda person: person.field),
            _shares(everybody, lambda person: person.region),
            _shares(everybody, lambda person: person.institution),
        )

    def overlaps(self) -> list[Overlap]:
        """Where roster, panel and nominations have people or institutions in common: to be looked at before cards are
        drawn.  See :mod:`review_app.model.workspace.overlaps`."""
        from review_app.model.workspace.nominations import Nominations
        from review_app.model.workspace.panel import Panel

        cases = Nominations(self._context).all()
        return find_overlaps(self.all(), Panel(self._context).members(), cases)

    def _write(
        self, act: str, counts: dict[str, int], before: Sequence[Person], people: Iterable[Person]
    ) -> None:
        changed = list(people)
        if len({person.id for person in (*before, *changed)}) > MAX_PEOPLE:
            raise UsageError("people-limit", limit=MAX_PEOPLE)
        rows = [RowChange("person", (person.id,), _row(person)) for person in changed]
        self._change(act, counts, rows)

    def _change(self, act: str, counts: dict[str, int], rows: Sequence[RowChange]) -> None:
        """Part of the caller's transaction."""
        self._context.edits.change(act, {**counts}, rows)
        if self._context.db.row(_WITHDRAWN) is not None:
            self._context.edits.barrier()


def _next_id(everybody: Iterable[Person]) -> str:
    number = max((int(person.id[1:]) for person in everybody), default=0) + 1
    return f"e{number:04d}"


def _checked(person_id: str, entry: Entry) -> Person:
    person = Person(person_id, *(tidy(text) for text in entry))
    for name in FIELDS:
        text, limit = getattr(person, name), CONTACT_LIMIT if name == "contact" else TEXT_LIMIT
        if len(text) > limit or visible(text, limit) != text:
            raise UsageError("person-invalid", person=visible(person.name, 40), field=name)
    if not person.name:
        raise UsageError(
            "person-invalid", person=visible(person.institution or person.contact, 40), field="name"
        )
    return person


def _identity(person: Person) -> tuple[str, str]:
    return fold(person.name).replace(" ", ""), fold(person.institution).replace(" ", "")


def _same(one: Person, other: Person) -> bool:
    return _identity(one) == _identity(other)


def _row(person: Person) -> tuple[str, ...]:
    return (person.id, *(getattr(person, name) for name in FIELDS))


def _shares(everybody: Iterable[Person], of: Callable[[Person], str]) -> list[Share]:
    counted = Counter(of(person) for person in everybody)
    return sorted((Share(*item) for item in counted.items()), key=lambda s: (not s.name, -s.people, s.name))
