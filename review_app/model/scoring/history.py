"""What one case's row holds before it is sealed: the state now, the changes that led to it, and those taken back.

An earlier state is kept as the old values of the fields that changed, so two hundred changes of a score
take some kilobytes, not two hundred copies of a comment.  There are no clock times in it.

Undo and redo go over all cases, and yet write nothing but the row they change.  Every act (a change, an undo, a redo)
takes a number above all numbers in the store and leaves it in the row: on the change it made or brought back
(``earlier``), on the change it took back (``later``), and in ``fresh`` when it was a new change.  So

- the next undo is the change with the highest number among ``earlier``;
- the next redo is the one with the highest number among ``later``, unless some ``fresh`` is higher: a new change has
  ended it, and nobody needs to go and delete it;
- ``forgotten`` is the highest number that the limits below have dropped: undo ends there, as what lies before it in
  another case was done before something that stands.
"""

from __future__ import annotations

from itertools import takewhile

import msgspec
from msgspec import UNSET, UnsetType

from review_app.model import canonical
from review_app.model.canonical import Record
from review_app.model.scoring.scores import CaseScores
from review_app.model.value import Value

HISTORY_ENTRIES = 200
HISTORY_BYTES = 64 << 10
"""Old texts beyond this many bytes are forgotten, oldest first; the latest change always stays."""
ERASED_AT_ONCE = 20
"""Characters: a change that removes more of a text than this is no keystroke, and the text before it is
kept."""

_TEXT_FIELDS = frozenset({"comment", "note", "recusal_reason"})


class Step(Value, frozen=True):
    """One change of one case, as it is undone or shown: the states before and after it."""

    case_id: str
    before: CaseScores
    after: CaseScores


class Earlier(Record, frozen=True):
    """The values that one change replaced (or, of a change taken back, those it had brought); a field that it left
    alone is absent.  ``at``: the number of the act; absent in rows of format 0, which knew no order over cases."""

    at: int | UnsetType = UNSET
    scores: tuple[int | None, ...] | UnsetType = UNSET
    comment: str | UnsetType = UNSET
    recused: bool | UnsetType = UNSET
    recusal_reason: str | UnsetType = UNSET
    abstained: bool | UnsetType = UNSET
    doubtful: bool | UnsetType = UNSET
    note: str | UnsetType = UNSET

    @property
    def number(self) -> int:
        """``at``, or 0 where it is absent: such a change can be looked at and not be undone."""
        return 0 if self.at is UNSET else self.at


class _CaseRow(Record, frozen=True):
    earlier: list[Earlier]
    now: CaseScores
    forgotten: int | UnsetType = UNSET
    fresh: int | UnsetType = UNSET
    later: list[Earlier] | UnsetType = UNSET


class CaseRecord(Value, frozen=True):
    """The state of one case and its past, oldest change first; ``later``: changes taken back, the next to be redone
    last.  ``_encoded`` keeps the bytes of each of ``earlier``: a store writes the whole row at every input, and two
    hundred changes cost more to encode than the disk needs to take them."""

    now: CaseScores
    earlier: tuple[Earlier, ...] = ()
    _encoded: tuple[bytes, ...] = ()
    later: tuple[Earlier, ...] = ()
    fresh: int = 0
    forgotten: int = 0

    @classmethod
    def decode(cls, data: bytes) -> CaseRecord:
        """Reads what :meth:`encode` wrote, in this format or the one before; raises InputError ``malformed``."""
        row = canonical.decode(data, _CaseRow, "score row")
        return cls(
            row.now,
            tuple(row.earlier),
            tuple(canonical.encode(change) for change in row.earlier),
            () if row.later is UNSET else tuple(row.later),
            0 if row.fresh is UNSET else row.fresh,
            0 if row.forgotten is UNSET else row.forgotten,
        )

    def encode(self) -> bytes:
        """RFC 8785 bytes of ``{"earlier": [...], "forgotten": n, "fresh": n, "later": [...], "now": {...}}``."""
        parts = (
            b'{"earlier":[' + b",".join(self._encoded),
            b'],"forgotten":%d,"fresh":%d' % (self.forgotten, self.fresh),
            b',"later":[' + b",".join(canonical.encode(change) for change in self.later),
            b'],"now":' + canonical.encode(self.now) + b"}",
        )
        return b"".join(parts)

    @property
    def done(self) -> int:
        """The number of the latest change that holds, 0 when there is none."""
        return self.earlier[-1].number if self.earlier else 0

    @property
    def undone(self) -> int:
        """The number under which the next change to be redone was taken back, 0 when there is none."""
        return self.later[-1].number if self.later else 0

    @property
    def newest(self) -> int:
        """The highest number in this row."""
        return max(self.done, self.undone, self.fresh, self.forgotten)

    @property
    def untouched(self) -> bool:
        """Whether nothing was ever said of this case, nor taken back."""
        blank = CaseScores(scores=(None,) * len(self.now.scores))
        return self.now == blank and not self.earlier and not self.newest

    def changed_to(self, new: CaseScores, at: int, *, same_sitting: bool) -> CaseRecord:
        """The record after a new change to ``new``, number ``at``, which ends redo.

        While somebody types, only the state before the typing is kept: a change of the same texts as the
        change before adds nothing, if both are of the same sitting with nothing between them and no larger piece of
        text was erased at once.
        """
        before = _replaced_by(self.now, new)
        if not before:
            return self
        earlier, encoded = self.earlier, self._encoded
        if same_sitting and earlier and self._typed_on(before, new):
            begun = earlier[-1]
            earlier, encoded = earlier[:-1], encoded[:-1]
            if self._stepped(self.now, begun) == new:  # typed and taken back: no change
                return CaseRecord(new, earlier, encoded, (), at, self.forgotten)
            before = _values(begun)
        change = msgspec.convert({**before, "at": at}, Earlier)
        earlier, encoded = (*earlier, change), (*encoded, canonical.encode(change))
        first = _first_kept([len(data) for data in encoded])
        forgotten = max([self.forgotten, *(change.number for change in earlier[:first])])
        return CaseRecord(new, earlier[first:], encoded[first:], (), at, forgotten)

    def marked(self, new: CaseScores) -> CaseRecord:
        """The record with ``new`` as its state, and no change to be undone."""
        return msgspec.structs.replace(self, now=new)

    def taken_back(self, at: int, redo_from: int) -> CaseRecord:
        """The record without its latest change, as act number ``at``.  What was taken back up to ``redo_from`` can't
        be redone any more, and is dropped."""
        change = self.earlier[-1]
        state = self._stepped(self.now, change)
        later = tuple(each for each in self.later if each.number > redo_from)
        back = msgspec.convert({**_replaced_by(self.now, state), "at": at}, Earlier)
        return CaseRecord(
            state, self.earlier[:-1], self._encoded[:-1], (*later, back), self.fresh, self.forgotten
        )

    def brought_back(self, at: int) -> CaseRecord:
        """The record with the change that was taken back last, as act number ``at``."""
        state = self._stepped(self.now, self.later[-1])
        change = msgspec.convert({**_replaced_by(self.now, state), "at": at}, Earlier)
        return CaseRecord(
            state,
            (*self.earlier, change),
            (*self._encoded, canonical.encode(change)),
            self.later[:-1],
            self.fresh,
            self.forgotten,
        )

    def moved_on(self, by: int) -> CaseRecord:
        """The same past with numbers higher by ``by``, and nothing to be redone: for a row from another store."""
        earlier = tuple(
            msgspec.structs.replace(change, at=change.number + by) if change.number else change
            for change in self.earlier
        )
        encoded = tuple(canonical.encode(change) for change in earlier)
        forgotten = self.forgotten + by if self.forgotten else 0
        return CaseRecord(self.now, earlier, encoded, (), self.newest + by, forgotten)

    def undo_step(self, case_id: str) -> Step:
        """What :meth:`taken_back` would do; ``before`` is the state it leads to."""
        return Step(case_id, self._stepped(self.now, self.earlier[-1]), self.now)

    def redo_step(self, case_id: str) -> Step:
        """What :meth:`brought_back` would do."""
        return Step(case_id, self.now, self._stepped(self.now, self.later[-1]))

    def history(self) -> list[CaseScores]:
        """The earlier states, oldest first, without the one that holds now."""
        states: list[CaseScores] = []
        state = self.now
        for change in reversed(self.earlier):
            state = self._stepped(state, change)
            states.append(state)
        return states[::-1]

    def check(self, criteria: int) -> None:
        """Raises ValueError when the row's parts contradict each other: numbers that don't rise, or states that have
        not ``criteria`` scores."""
        numbers = [change.number for change in self.earlier]
        undone = [change.number for change in self.later]
        ordered = [number for number in numbers if number]
        lowest = min([0, *numbers, *undone, self.fresh, self.forgotten])
        if ordered != sorted(set(ordered)) or undone != sorted(set(undone)) or lowest < 0:
            raise ValueError("numbers")
        widths = {len(change.scores) for change in (*self.earlier, *self.later) if change.scores is not UNSET}
        if widths - {criteria}:
            raise ValueError("scores")

    def _typed_on(self, before: dict[str, object], new: CaseScores) -> bool:
        fields = set(before)
        return (
            fields <= _TEXT_FIELDS
            and fields == set(_values(self.earlier[-1]))
            and all(_erased(str(old), getattr(new, field)) <= ERASED_AT_ONCE for field, old in before.items())
        )

    @staticmethod
    def _stepped(state: CaseScores, change: Earlier) -> CaseScores:
        return msgspec.structs.replace(state, **_values(change))


def _values(change: Earlier) -> dict[str, object]:
    return {
        field: value
        for field, value in msgspec.structs.asdict(change).items()
        if value is not UNSET and field != "at"
    }


def _replaced_by(old: CaseScores, new: CaseScores) -> dict[str, object]:
    return {
        field: value for field, value in msgspec.structs.asdict(old).items() if value != getattr(new, field)
    }


def _erased(old: str, new: str) -> int:
    """How many characters of ``old`` are gone in ``new``, apart from what begins and ends both."""
    if new.startswith(old):
        return 0
    head = _common(old, new)
    return len(old) - head - _common(old[head:][::-1], new[head:][::-1])


def _common(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _first_kept(sizes: list[int]) -> int:
    first = max(0, len(sizes) - HISTORY_ENTRIES)
    total = sum(sizes[first:])
    while total > HISTORY_BYTES and first < len(sizes) - 1:
        total -= sizes[first]
        first += 1
    return first
