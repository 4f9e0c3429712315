"""Whatever two computers did, taking one's backup in on the other loses no state of either, and twice is as once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from review_app.model.scoring.history import CaseRecord
from review_app.model.scoring.merge import merge_records
from review_app.model.scoring.scores import CaseScores

CASES = ["a", "b", "c"]
CHANGES = st.lists(st.tuples(st.sampled_from(CASES), st.none() | st.integers(1, 3)), max_size=12)
Records = dict[str, CaseRecord]


def after(records: Records, changes: list[tuple[str, int | None]]) -> Records:
    """The records after some scores."""
    records = dict(records)
    for case, value in changes:
        number = max(record.newest for record in records.values()) + 1
        new = structs.replace(records[case].now, scores=(value,))
        records[case] = records[case].changed_to(new, number, same_sitting=False)
    return records


@given(CHANGES, CHANGES, CHANGES)
def test_nothing_is_lost(
    shared: list[tuple[str, int | None]],
    here_only: list[tuple[str, int | None]],
    there_only: list[tuple[str, int | None]],
) -> None:
    begun = after({case: CaseRecord(CaseScores((None,))) for case in CASES}, shared)
    here, there = after(begun, here_only), after(begun, there_only)
    changed, said = merge_records(here, there)
    merged = here | changed
    for case in CASES:
        seen = [merged[case].now, *merged[case].history()]
        assert here[case].now in seen
        if case not in said["kept"]:
            assert merged[case].now == there[case].now or there[case].untouched
        else:
            assert there[case].now in seen
        merged[case].check(1)
    numbers = [change.number for record in merged.values() for change in record.earlier]
    assert len(numbers) == len(set(numbers))
    assert max((record.undone for record in merged.values()), default=0) <= max(
        record.fresh for record in merged.values()
    )
    again, said_again = merge_records(merged, there)
    assert again == {} and said_again["taken"] == said_again["replaced"] == []


@given(CHANGES)
def test_an_empty_computer_becomes_the_other(there_only: list[tuple[str, int | None]]) -> None:
    empty = {case: CaseRecord(CaseScores((None,))) for case in CASES}
    there = after(empty, there_only)
    changed, _ = merge_records(empty, there)
    assert empty | changed == there
