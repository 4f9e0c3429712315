"""Earlier states of a case: kept as differences, read back as states."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from review_app.model import canonical
from review_app.model.scoring import history
from review_app.model.scoring.history import CaseRecord
from review_app.model.scoring.scores import CaseScores

START = CaseScores(scores=(None, None))
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
STATES = st.builds(
    CaseScores,
    scores=st.tuples(st.none() | st.integers(1, 10), st.none() | st.integers(1, 10)),
    comment=TEXTS,
    recused=st.booleans(),
    recusal_reason=TEXTS,
    abstained=st.booleans(),
    doubtful=st.booleans(),
    note=TEXTS,
)


@given(st.lists(STATES, max_size=30))
def test_every_state_of_other_sittings_comes_back(states: list[CaseScores]) -> None:
    record, seen = CaseRecord(START), [START]
    for state in states:
        record = record.changed_to(state, record.newest + 1, same_sitting=False)
        if state != seen[-1]:
            seen.append(state)
    assert record.now == seen[-1]
    assert record.history() == seen[:-1]


@given(st.lists(st.tuples(STATES, st.booleans()), max_size=30))
def test_the_bytes_are_canonical_and_read_back(changes: list[tuple[CaseScores, bool]]) -> None:
    record = CaseRecord(START)
    for state, same in changes:
        record = record.changed_to(state, record.newest + 1, same_sitting=same)
    data = record.encode()
    row = {"now": record.now, "earlier": list(record.earlier), "later": []}
    assert data == canonical.encode(row | {"fresh": record.fresh, "forgotten": record.forgotten})
    assert CaseRecord.decode(data) == record


def typed(record: CaseRecord, texts: list[str], field: str = "comment") -> CaseRecord:
    for text in texts:
        new = structs.replace(record.now, **{field: text})
        record = record.changed_to(new, record.newest + 1, same_sitting=record.done == record.newest)
    return record


def test_typing_counts_as_one_change() -> None:
    record = typed(CaseRecord(START), ["h", "he", "hel", "he", "hey"])
    assert record.history() == [START]
    record = typed(record, ["n", "no"], "note")
    assert record.history() == [START, structs.replace(START, comment="hey")]
    record = typed(record, ["hey!"])
    assert len(record.history()) == 3


def test_a_score_between_two_texts_parts_them() -> None:
    record = typed(CaseRecord(START), ["a", "ab"])
    record = record.changed_to(structs.replace(record.now, scores=(3, None)), 9, same_sitting=True)
    record = typed(record, ["abc", "abcd"])
    assert [(state.comment, state.scores[0]) for state in record.history()] == [
        ("", None),
        ("ab", None),
        ("ab", 3),
    ]


def test_typed_and_taken_back_leaves_no_trace() -> None:
    assert typed(CaseRecord(START), ["a", "ab", "a", ""]).history() == []


def test_a_long_text_erased_at_once_is_kept() -> None:
    long = "一二三四五六七八九十" * 5
    record = typed(CaseRecord(START), [long[:size] for size in range(1, 51)])
    record = typed(record, ["x", "xy"])
    assert [state.comment for state in record.history()] == ["", long]


def test_the_next_sitting_begins_a_new_entry(tmp_path: Path, child: ModuleType) -> None:
    for text in ("monday", "tuesday"):
        with child.opened(tmp_path / "s") as store:
            for size in range(1, len(text) + 1):
                store.put("case-a", CaseScores(scores=(None,) * 5, comment=text[:size]))
    with child.opened(tmp_path / "s") as store:
        assert [state.comment for state in store.history("case-a")] == ["", "monday"]


def test_taking_back_does_not_join_two_sittings(tmp_path: Path, child: ModuleType) -> None:
    for texts in (["m", "mo"], ["mox", "mo", "m", ""]):
        with child.opened(tmp_path / "s") as store:
            for text in texts:
                store.put("case-a", CaseScores(scores=(None,) * 5, comment=text))
    with child.opened(tmp_path / "s") as store:
        assert [state.comment for state in store.history("case-a")] == ["", "mo"]


def test_the_last_two_hundred_changes_stay(tmp_path: Path, child: ModuleType) -> None:
    with child.opened(tmp_path / "s") as store:
        for number in range(260):
            store.put("case-a", CaseScores(scores=(number, None, None, None, None)))
    with child.opened(tmp_path / "s") as store:
        assert [state.scores[0] for state in store.history("case-a")] == list(range(59, 259))


def test_long_texts_do_not_pile_up_without_end() -> None:
    record = CaseRecord(START)
    for number in range(60):
        new = structs.replace(START, note=str(number) * 4000)
        record = record.changed_to(new, number + 1, same_sitting=False)
    assert len(record.encode()) < history.HISTORY_BYTES + 20_000
    kept = record.history()
    assert 1 < len(kept) < 60 and kept[-1].note == "58" * 4000
    assert record.forgotten == 60 - len(kept)
    huge = record.changed_to(structs.replace(START, note="界" * 40_000), 61, same_sitting=False)
    huge = huge.changed_to(START, 62, same_sitting=False)
    assert [state.note for state in huge.history()] == ["界" * 40_000]
