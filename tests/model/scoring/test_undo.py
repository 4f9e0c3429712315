"""Undo and redo over all cases, over restarts, against the simplest model there is: a list of states and a place."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from msgspec import structs

from review_app.model import canonical
from review_app.model.errors import InputError
from review_app.model.scoring import history, store_file
from review_app.model.scoring.history import Step
from review_app.model.scoring.scores import CaseScores
from review_app.model.scoring.sealed_rows import RowSealer
from review_app.model.scoring.store import ScoreStore

ROUND, KEY, CASES = "0123456789abcdefghjkmnpqrs", bytes(range(32)), ["a", "b", "c"]
BLANK = CaseScores(scores=(None, None))

Opening = Callable[[Path], ScoreStore]


def opened(path: Path, cases: list[str] = CASES) -> ScoreStore:
    return ScoreStore.open(path, round_id=ROUND, store_key=KEY, case_ids=cases, criteria=2)


@dataclass
class Simple:
    """All states of all cases that were ever there to go back to, and which of them holds."""

    states: list[dict[str, CaseScores]] = field(default_factory=lambda: [dict.fromkeys(CASES, BLANK)])
    at: int = 0
    typing: tuple[str, str] | None = None
    """Case and field of the text being typed, as long as nothing else happened."""

    @property
    def now(self) -> dict[str, CaseScores]:
        return self.states[self.at]

    def change(self, case: str, new: CaseScores, text: str | None = None) -> None:
        if new == self.now[case]:
            return
        goes_on = text is not None and self.typing == (case, text)
        if goes_on:
            self.at -= 1
        after = self.states[self.at + goes_on] | {case: new}
        del self.states[self.at + 1 :]
        if goes_on and after == self.now:  # typed and taken back
            self.typing = None
            return
        self.states.append(after)
        self.at += 1
        self.typing = None if text is None else (case, text)

    def step(self, by: int) -> tuple[str, CaseScores, CaseScores] | None:
        if not 0 <= self.at + by < len(self.states):
            return None
        low, high = sorted((self.at, self.at + by))
        case = next(each for each in CASES if self.states[low][each] != self.states[high][each])
        return case, self.states[low][case], self.states[high][case]


class Undoing(RuleBasedStateMachine):
    """A store, opened anew now and then, and the model."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "s"
        self.store = opened(self.path)
        self.model = Simple()

    def put(self, case: str, text: str | None = None, **fields: object) -> None:
        new = structs.replace(self.store.get(case), **fields)
        self.store.put(case, new)
        self.model.change(case, new, text)

    @rule(case=st.sampled_from(CASES), place=st.integers(0, 1), value=st.none() | st.integers(1, 3))
    def score(self, case: str, place: int, value: int | None) -> None:
        scores = list(self.store.get(case).scores)
        scores[place] = value
        self.put(case, scores=tuple(scores))

    @rule(case=st.sampled_from(CASES), on=st.booleans())
    def recuse(self, case: str, on: bool) -> None:
        self.put(case, recused=on, recusal_reason="同单位" if on else "")

    @rule(
        case=st.sampled_from(CASES), kind=st.sampled_from(["comment", "note"]), more=st.text("ab", max_size=2)
    )
    def type(self, case: str, kind: str, more: str) -> None:
        self.put(case, kind, **{kind: getattr(self.store.get(case), kind) + more})

    @rule(case=st.sampled_from(CASES), kind=st.sampled_from(["comment", "note"]))
    def rub_out(self, case: str, kind: str) -> None:
        self.put(case, kind, **{kind: getattr(self.store.get(case), kind)[:-1]})

    @rule()
    def undo(self) -> None:
        expected = self.model.step(-1)
        done = self.store.undo()
        assert done == (None if expected is None else Step(*expected))
        if expected is not None:
            self.model.at -= 1
            self.model.typing = None

    @rule()
    def redo(self) -> None:
        expected = self.model.step(1)
        done = self.store.redo()
        assert done == (None if expected is None else Step(*expected))
        if expected is not None:
            self.model.at += 1
            self.model.typing = None

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = opened(self.path)
        self.model.typing = None

    @invariant()
    def same(self) -> None:
        assert self.store.all() == self.model.now
        for found, by in ((self.store.undoable, -1), (self.store.redoable, 1)):
            expected = self.model.step(by)
            assert found == (None if expected is None else Step(*expected))

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()


Undoing.TestCase.settings = settings(max_examples=40, stateful_step_count=40, deadline=None)
TestUndoing = Undoing.TestCase


def scored(*values: int | None) -> CaseScores:
    return CaseScores(scores=values)


def test_a_new_change_ends_redo_even_where_nothing_was_written(tmp_path: Path) -> None:
    with opened(tmp_path / "s") as store:
        for case in CASES:
            store.put(case, scored(1, 1))
        assert [store.undo().case_id for _ in CASES] == ["c", "b", "a"]  # type: ignore[union-attr]
        store.put("b", scored(2, 2))
    with opened(tmp_path / "s") as store:
        assert store.redo() is None
        assert store.undo() == Step("b", BLANK, scored(2, 2))
        assert store.undo() is None
    with opened(tmp_path / "s") as store:
        assert store.redo() == Step("b", BLANK, scored(2, 2))
        assert store.redo() is None  # what was undone before it stays dead


def test_undo_ends_where_the_history_ends(tmp_path: Path) -> None:
    """A change before one that is forgotten is not undone: what followed it would stand on nothing."""
    with opened(tmp_path / "s") as store:
        store.put("a", scored(1, 1))
        for number in range(history.HISTORY_ENTRIES + 1):
            store.put("b", scored(number, None))
    with opened(tmp_path / "s") as store:
        taken = [store.undo() for _ in range(history.HISTORY_ENTRIES)]
        assert all(step is not None and step.case_id == "b" for step in taken)
        assert store.undo() is None and store.undoable is None
        assert (store.get("a"), store.get("b")) == (scored(1, 1), scored(0, None))
        for _ in range(history.HISTORY_ENTRIES):
            assert store.redo() is not None
        assert store.redo() is None
        assert store.get("b") == scored(history.HISTORY_ENTRIES, None)


def test_what_the_organizer_marks_is_no_step(tmp_path: Path) -> None:
    with opened(tmp_path / "s") as store:
        store.put("a", scored(1, 2))
        store.put("a", structs.replace(scored(1, 2), doubtful=True), undoable=False)
        assert store.undo() == Step(
            "a", CaseScores((None, None), doubtful=True), CaseScores((1, 2), doubtful=True)
        )
        assert store.get("a").doubtful
        assert store.undo() is None
    with opened(tmp_path / "s") as store:
        assert store.get("a").doubtful and store.redoable is not None


def test_typing_after_an_undo_is_a_change_of_its_own(tmp_path: Path) -> None:
    with opened(tmp_path / "s") as store:
        store.put("a", CaseScores((None, None), note="one"))
        store.undo()
        store.redo()
        store.put("a", CaseScores((None, None), note="one two"))
        store.undo()
        assert store.get("a").note == "one"


OLD_ROWS = {  # as a store of format 0 held them, byte for byte
    "a": b'{"earlier":[{"scores":[null,null]},{"comment":""}],"now":{"abstained":false,"comment":"\xe5\xa5\xbd",'
    b'"doubtful":false,"note":"","recusal_reason":"","recused":false,"scores":[7,null]}}',
    "b": b'{"earlier":[],"now":{"abstained":false,"comment":"","doubtful":false,"note":"",'
    b'"recusal_reason":"","recused":false,"scores":[null,null]}}',
}
OLD_META = (
    b'{"meta":{"amendments":[],"exported":[{"delivery_code":"D","receipt":"R","revision":1}],"last_case":"a",'
    b'"last_revision":1,"places":{}},"scope":"%s"}'
)


def old_store(path: Path) -> None:
    """A file of format 0 with those rows."""
    sealer = RowSealer(ROUND, KEY)
    scope = canonical.digest({"case_ids": list(OLD_ROWS), "criteria": 2}).encode()
    texts = {sealer.case_key(case): row for case, row in OLD_ROWS.items()}
    texts[sealer.meta_key()] = OLD_META % scope
    with closing(store_file.connect(path)) as connection:
        store_file.create(connection, [(key, sealer.seal(key, text)) for key, text in texts.items()])
        connection.execute("PRAGMA user_version=0")


def test_a_store_of_the_format_before_opens_and_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "s"
    old_store(path)
    with opened(path, list(OLD_ROWS)) as store:
        assert store.get("a") == CaseScores((7, None), comment="好")
        assert store.history("a") == [BLANK, scored(7, None)]
        assert store.meta().last_revision == 1
        assert store.undo() is None  # nobody knows in which order of cases those were made
        store.put("a", scored(8, None))
        store.put("b", scored(1, None))
    with opened(path, list(OLD_ROWS)) as store:
        assert [store.undo().case_id for _ in "ba"] == ["b", "a"]  # type: ignore[union-attr]
        assert store.undo() is None
        assert store.get("a") == CaseScores((7, None), comment="好")
        assert len(store.history("a")) == 2
    with closing(sqlite3.connect(path)) as plain:
        assert plain.execute("PRAGMA user_version").fetchone() == (1,)
    with closing(sqlite3.connect(path.with_name("s.format-0"))) as copy:
        assert copy.execute("PRAGMA user_version").fetchone() == (0,)


@pytest.mark.parametrize(
    "row",
    [
        b'{"earlier":[],"forgotten":0,"fresh":-1,"later":[],"now":%s}',
        b'{"earlier":[{"at":2,"note":""},{"at":1,"note":"x"}],"forgotten":0,"fresh":2,"later":[],"now":%s}',
        b'{"earlier":[{"at":1,"scores":[1]}],"forgotten":0,"fresh":1,"later":[],"now":%s}',
        b'{"earlier":[],"forgotten":0,"fresh":1,"later":[{"at":2,"scores":[1,2,3]}],"now":%s}',
    ],
)
def test_a_row_that_contradicts_itself_is_refused(tmp_path: Path, row: bytes, child: ModuleType) -> None:
    path = tmp_path / "s"
    opened(path).close()
    sealer = RowSealer(ROUND, KEY)
    key = sealer.case_key("a")
    with closing(store_file.connect(path)) as connection:
        store_file.replace_rows(connection, {key: sealer.seal(key, row % canonical.encode(BLANK))}, path)
    with pytest.raises(InputError, match="store-damaged"):
        opened(path)
