"""What one case's row holds before it is sealed: the state now, and the changes that led to it.

An earlier state is kept as the old values of the fields that changed, so two hundred changes of a score
take some kilobytes, not two hundred copies of a comment.  There are no clock times in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile

import msgspec
from msgspec import UNSET, UnsetType

from review_app.model import canonical
from review_app.model.canonical import Record
from review_app.model.scoring.scores import CaseScores

HISTORY_ENTRIES = 200
HISTORY_BYTES = 64 << 10
"""Old texts beyond this many bytes are forgotten, oldest first; the latest change always stays."""
ERASED_AT_ONCE = 20
"""Characters: a change that removes more of a text than this is no keystroke, and the text before it is
kept."""

_TEXT_FIELDS = frozenset({"comment", "note", "recusal_reason"})


class Earlier(Record, frozen=True):
    """The values that one change replaced; a field that it left alone is absent."""

    scores: tuple[int | None, ...] | UnsetType = UNSET
    comment: str | UnsetType = UNSET
    recused: bool | UnsetType = UNSET
    recusal_reason: str | UnsetType = UNSET
    abstained: bool | UnsetType = UNSET
    doubtful: bool | UnsetType = UNSET
    note: str | UnsetType = UNSET


class _CaseRow(Record, frozen=True):
    earlier: list[Earlier]
    now: CaseScores


@dataclass(frozen=True)
class CaseRecord:
    """The state of one case and its past, oldest change first.  ``_encoded`` keeps each change's bytes: a
    store writes the whole row at every input, and two hundred changes cost more to encode than the disk
    needs to take them."""

    now: CaseScores
    earlier: tuple[Earlier, ...] = ()
    _encoded: tuple[bytes, ...] = ()

    @classmethod
    def decode(cls, data: bytes) -> CaseRecord:
        """Reads what :meth:`encode` wrote; raises InputError ``malformed``."""
        row = canonical.decode(data, _CaseRow, "score row")
        return cls(row.now, tuple(row.earlier), tuple(canonical.encode(change) for change in row.earlier))

    def encode(self) -> bytes:
        """RFC 8785 bytes of ``{"earlier": [...], "now": {...}}``."""
        return b'{"earlier":[' + b",".join(self._encoded) + b'],"now":' + canonical.encode(self.now) + b"}"

    def changed_to(self, new: CaseScores, same_sitting: bool) -> CaseRecord:
        """The record after a change to ``new``.

        While somebody types, only the state before the typing is kept: a change of the same texts as the
        change before adds nothing, if both are of the same sitting and no larger piece of text was erased
        at once.
        """
        before = _replaced_by(self.now, new)
        if not before:
            return self
        earlier, encoded = self.earlier, self._encoded
        if same_sitting and earlier and self._typed_on(before, new):
            begun_from = self._state_before(self.now, earlier[-1])
            if begun_from == new:  # typed and taken back: no change
                earlier, encoded = earlier[:-1], encoded[:-1]
        else:
            change = msgspec.convert(before, Earlier)
            earlier, encoded = (*earlier, change), (*encoded, canonical.encode(change))
        first = _first_kept([len(data) for data in encoded])
        return CaseRecord(new, earlier[first:], encoded[first:])

    def history(self) -> list[CaseScores]:
        """The earlier states, oldest first, without the one that holds now."""
        states: list[CaseScores] = []
        state = self.now
        for change in reversed(self.earlier):
            state = self._state_before(state, change)
            states.append(state)
        return states[::-1]

    def _typed_on(self, before: dict[str, object], new: CaseScores) -> bool:
        fields = set(before)
        return (
            fields <= _TEXT_FIELDS
            and fields == set(_values(self.earlier[-1]))
            and all(_erased(str(old), getattr(new, field)) <= ERASED_AT_ONCE for field, old in before.items())
        )

    @staticmethod
    def _state_before(state: CaseScores, change: Earlier) -> CaseScores:
        return msgspec.structs.replace(state, **_values(change))


def _values(change: Earlier) -> dict[str, object]:
    return {field: value for field, value in msgspec.structs.asdict(change).items() if value is not UNSET}


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
