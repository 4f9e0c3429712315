"""The score store as its user and its finder see it."""

from __future__ import annotations

import getpass
import os
import platform
import shutil
import sqlite3
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from types import ModuleType

import msgspec
import pytest
from msgspec import UNSET

from review_app.model import canonical
from review_app.model.crypto.ballot_card import derive, new_card
from review_app.model.errors import EnvironmentFailure, InputError
from review_app.model.scoring import store_file
from review_app.model.scoring.meta import Exported, StoreMeta
from review_app.model.scoring.scores import CaseScores
from review_app.model.scoring.store import ScoreStore, store_path

UNTOUCHED = CaseScores(scores=(None,) * 5)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "rounds" / "one.scores"


def rows_of(path: Path) -> dict[bytes, bytes]:
    with closing(sqlite3.connect(path)) as connection:
        return dict(connection.execute("SELECT key, value FROM sealed"))


def folder_bytes(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_a_new_store_has_every_case_untouched_in_terms_order(path: Path, child: ModuleType) -> None:
    with child.opened(path) as store:
        assert list(store.all().items()) == [(case, UNTOUCHED) for case in child.CASES]
        assert store.meta() == StoreMeta()
        assert [store.history(case) for case in child.CASES] == [[], [], []]


def test_what_was_put_is_there_after_closing(path: Path, child: ModuleType) -> None:
    full = CaseScores(
        scores=(1, None, 10, 0, -3),
        comment='好😀\u0000\n\u2028\ufeff"\\',
        recused=True,
        recusal_reason="同单位",
        abstained=True,
        doubtful=True,
        note="é e\u0301",
    )
    meta = StoreMeta(
        last_revision=2,
        exported=[Exported(1, "AAAA-BBBB-CCCC", "DDDD-EEEE-FFFF")],
        amendments=["0" * 64],
        last_case="case-b",
        places={"case-b": "m/3 40%"},
    )
    with child.opened(path) as store:
        store.put("case-b", full)
        store.put_meta(meta)
        assert (store.get("case-b"), store.meta()) == (full, meta)
    with child.opened(path) as store:
        assert store.all() == {"case-a": UNTOUCHED, "case-b": full, "case-c": UNTOUCHED}
        assert store.meta() == meta
        assert store.history("case-b") == [UNTOUCHED]


def test_meta_handed_out_is_a_copy(path: Path, child: ModuleType) -> None:
    with child.opened(path) as store:
        store.meta().places["case-a"] = "here"
        assert store.meta() == StoreMeta()


@pytest.mark.parametrize(
    "bad",
    [
        CaseScores(scores=(1, 2, 3, 4)),
        CaseScores(scores=(1, 2, 3, 4, 5, 6)),
        CaseScores(scores=(1, 2, 3, 4, True)),
        CaseScores(scores=(1, 2, 3, 4, 5.0)),  # type: ignore[arg-type]
        CaseScores(scores=(1, 2, 3, 4, 1 << 60)),
        CaseScores(scores=(1, 2, 3, 4, "5")),  # type: ignore[arg-type]
        CaseScores(scores=(1, 2, 3, 4, 5), comment=b"x"),  # type: ignore[arg-type]
        CaseScores(scores=(1, 2, 3, 4, 5), note="\ud800"),
        CaseScores(scores=(1, 2, 3, 4, 5), recused=1),  # type: ignore[arg-type]
    ],
)
def test_a_bad_shape_is_refused_and_changes_nothing(path: Path, child: ModuleType, bad: CaseScores) -> None:
    with child.opened(path) as store:
        with pytest.raises(ValueError):
            store.put("case-a", bad)
        with pytest.raises(ValueError):
            store.put("case-z", child.state(1))
        store.put("case-a", child.state(1))
        assert store.get("case-a") == child.state(1)
    with child.opened(path) as store:
        assert store.all() == {"case-a": child.state(1), "case-b": UNTOUCHED, "case-c": UNTOUCHED}


def test_a_closed_store_takes_nothing(path: Path, child: ModuleType) -> None:
    store = child.opened(path)
    store.close()
    store.close()
    with pytest.raises(ValueError, match="closed"):
        store.put("case-a", child.state(1))
    with child.opened(path) as again:
        assert again.get("case-a") == UNTOUCHED


def test_another_card_other_terms_another_round(path: Path, child: ModuleType) -> None:
    with child.opened(path) as store:
        store.put("case-a", child.state(4))
    before = path.read_bytes()
    with pytest.raises(InputError, match="store-other-card"):
        child.opened(path, bytes(32))
    for cases, criteria in (
        (["case-a", "case-b"], 5),
        (["case-a", "case-b", "case-d"], 5),
        (["case-b", "case-a", "case-c"], 5),
        (child.CASES, 4),
    ):
        with pytest.raises(InputError, match="store-other-terms"):
            ScoreStore.open(
                path, round_id=child.ROUND, store_key=child.KEY, case_ids=cases, criteria=criteria
            )
    with pytest.raises(InputError, match="store-damaged"):
        ScoreStore.open(path, round_id="0" * 26, store_key=child.KEY, case_ids=child.CASES, criteria=5)
    assert path.read_bytes() == before
    with child.opened(path) as store:
        assert store.get("case-a") == child.state(4)


def test_rows_can_not_be_moved_or_taken_from_an_older_copy_of_another_row(
    path: Path, child: ModuleType
) -> None:
    with child.opened(path) as store:
        store.put("case-a", child.state(4))
    with closing(sqlite3.connect(path)) as connection:
        (one, first), (other, second), *_ = rows_of(path).items()
        connection.executemany("UPDATE sealed SET value=? WHERE key=?", [(second, one), (first, other)])
        connection.commit()
    with pytest.raises(InputError, match="store-damaged"):
        child.opened(path)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER UPDATE ON sealed BEGIN DELETE FROM sealed; END",
        "CREATE TABLE more (a)",
        "DELETE FROM sealed WHERE key = (SELECT min(key) FROM sealed)",
        "INSERT INTO sealed VALUES (x'00', x'00')",
        "UPDATE sealed SET value = 5",
        "UPDATE sealed SET value = 'text'",
        "PRAGMA application_id = 77",
    ],
)
def test_a_file_that_somebody_changed_is_refused(path: Path, child: ModuleType, statement: str) -> None:
    child.opened(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()
    with pytest.raises(InputError, match="store-damaged"):
        child.opened(path)


@pytest.mark.parametrize("content", [b"not a database" * 50, b"S", b"SQLite format 3\x00", bytes(8192)])
def test_a_foreign_file_is_refused_unchanged(path: Path, child: ModuleType, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(InputError, match="store-damaged"):
        child.opened(path)
    assert path.read_bytes() == content


def test_an_emptied_file_with_changes_beside_it_is_not_taken_for_a_new_one(
    path: Path, child: ModuleType, tmp_path: Path
) -> None:
    store = child.opened(path)
    store.put("case-a", child.state(1))
    saved = Path(f"{path}-wal").read_bytes()
    store.close()
    path.write_bytes(b"")
    Path(f"{path}-wal").write_bytes(saved)
    with pytest.raises(InputError, match="store-damaged"):
        child.opened(path)
    assert Path(f"{path}-wal").read_bytes() == saved


def test_a_store_of_a_newer_program_is_refused_unchanged(path: Path, child: ModuleType) -> None:
    child.opened(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version={len(store_file.STEPS) + 1}")
    before = folder_bytes(path.parent)
    with pytest.raises(InputError, match="store-newer"):
        child.opened(path)
    assert folder_bytes(path.parent) == before


def test_newer_is_seen_in_a_wal_left_by_a_crash(path: Path, child: ModuleType) -> None:
    child.opened(path).close()
    crash = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.execute("PRAGMA user_version=9")
os._exit(0)
"""
    subprocess.run([sys.executable, "-c", crash, str(path)], check=True)
    Path(f"{path}-shm").unlink()
    before = folder_bytes(path.parent)
    assert int.from_bytes(before["one.scores"][60:64], "big") == len(store_file.STEPS)
    with pytest.raises(InputError, match="store-newer"):
        child.opened(path)
    assert folder_bytes(path.parent) == before


def test_a_migration_copies_first_and_a_failing_step_changes_nothing(path: Path, child: ModuleType) -> None:
    with child.opened(path) as store:
        store.put("case-a", child.state(4))
    rows = rows_of(path)

    def add_a_table(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE more (a)")

    def fail(connection: sqlite3.Connection) -> None:
        connection.execute("DROP TABLE more")
        connection.execute("DELETE FROM sealed")
        raise RuntimeError("half way")

    with closing(store_file.connect(path)) as connection:
        with pytest.raises(RuntimeError, match="half way"):
            store_file.migrate(connection, path, [*store_file.STEPS, add_a_table, fail])
        assert connection.execute("PRAGMA user_version").fetchone() == (len(store_file.STEPS) + 1,)
        assert connection.execute("SELECT count(*) FROM more").fetchone() == (0,)
    assert rows_of(path) == rows
    copy = path.with_name(f"one.scores.format-{len(store_file.STEPS)}")
    assert os.name == "nt" or stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert rows_of(copy) == rows
    with child.opened(copy) as store:
        assert store.get("case-a") == child.state(4)
    assert sorted(folder_bytes(path.parent)) == [
        "one.scores",
        copy.name,
        f"{copy.name}.lock",
        "one.scores.lock",
    ]


def test_settings_took(path: Path, child: ModuleType) -> None:
    store = child.opened(path)
    connection = store._connection
    found = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "secure_delete", "locking_mode", "fullfsync")
    }
    assert found == {
        "journal_mode": b"wal",
        "synchronous": 2,
        "secure_delete": 1,
        "locking_mode": b"exclusive",
        "fullfsync": 1,
    }
    store.put("case-a", child.state(1))
    assert sorted(folder_bytes(path.parent)) == ["one.scores", "one.scores-wal", "one.scores.lock"]
    store.close()
    assert {name: len(data) for name, data in folder_bytes(path.parent).items() if name != path.name} == {
        "one.scores.lock": 0
    }
    with closing(sqlite3.connect(path)) as plain:
        assert plain.execute("PRAGMA application_id").fetchone() == (store_file.APPLICATION_ID,)
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_no_word_of_a_score_lies_open_at_any_moment(path: Path, child: ModuleType) -> None:
    words = ["金丝雀甲", "canary-comment", "canary-note", "canary-reason", "canary-place", "canary-receipt"]
    given = CaseScores(scores=(7,) * 5, comment=words[0] + words[1], note=words[2], recusal_reason=words[3])
    meta = StoreMeta(exported=[Exported(1, words[5], "x")], places={"case-a": words[4]})
    known = [*words, *child.CASES, str(path.parent), str(Path.home()) + os.sep, '"scores"']
    known += [name for name in (getpass.getuser(), platform.node()) if len(name) >= 6]
    needles = [word.encode(coding) for word in known for coding in ("utf-8", "utf-16-le", "unicode_escape")]

    def look() -> None:
        for name, data in folder_bytes(path.parent).items():
            assert [needle for needle in needles if needle in data] == [], name

    with child.opened(path) as store:
        look()
        for number in range(40):
            store.put(child.CASES[number % 3], msgspec.structs.replace(given, note=words[2] + str(number)))
            look()
        store.put_meta(meta)
        look()
    look()
    with child.opened(path) as store:
        look()
        assert store.get("case-a").comment == given.comment


def test_rows_look_the_same_before_and_after_scoring(path: Path, child: ModuleType) -> None:
    child.opened(path).close()
    before, size = rows_of(path), path.stat().st_size
    assert len(before) == len(child.CASES) + 1
    assert {len(value) for value in before.values()} == {12 + 4096 + 16}
    with child.opened(path) as store:
        for number in range(1, 60):
            store.put(child.case_of(number), msgspec.structs.replace(child.state(number), comment="好" * 300))
        store.put_meta(StoreMeta(last_revision=1, last_case="case-a"))
    after = rows_of(path)
    assert list(after) == list(before)
    assert {len(value) for value in after.values()} == {12 + 4096 + 16}
    assert path.stat().st_size == size
    with child.opened(path) as store:
        for number in range(400):
            store.put("case-a", msgspec.structs.replace(UNTOUCHED, scores=(number % 10,) * 5))
    assert sorted(len(value) % 4096 for value in rows_of(path).values()) == [28] * 4


def test_an_old_value_does_not_survive_in_the_file(path: Path, child: ModuleType) -> None:
    places = {f"place-{number}": "x" * 50 for number in range(400)}
    old: set[bytes] = set()
    for number in range(12):
        with child.opened(path) as store:
            store.put(child.case_of(number), child.state(number * 7))
            store.put_meta(StoreMeta(places=places if number % 2 else {}, last_revision=number))
        now = set(rows_of(path).values())
        data = path.read_bytes()
        gone = old - now
        for value in gone:
            pieces = [value[at : at + 32] for at in range(0, len(value) - 32, 256)]
            assert not any(piece in data for piece in pieces)
        old |= now
    assert len(old) >= 24


def test_the_same_state_is_not_written_again(path: Path, child: ModuleType) -> None:
    with child.opened(path) as store:
        store.put("case-a", child.state(3))
        store.put_meta(StoreMeta(last_revision=1))
        before = Path(f"{path}-wal").stat().st_size
        store.put("case-a", child.state(3))
        store.put_meta(StoreMeta(last_revision=1))
        assert Path(f"{path}-wal").stat().st_size == before > 0
        assert store.history("case-a") == [UNTOUCHED]


def test_a_second_store_in_the_same_program_is_refused(path: Path, child: ModuleType) -> None:
    with child.opened(path):
        with pytest.raises(EnvironmentFailure, match="store-in-use"):
            child.opened(path)
        with pytest.raises(EnvironmentFailure, match="store-in-use"):
            child.opened(path)
    child.opened(path).close()


def test_a_failed_opening_lets_go(path: Path, child: ModuleType) -> None:
    child.opened(path).close()
    with pytest.raises(InputError, match="store-other-card"):
        child.opened(path, bytes(32))
    child.opened(path).close()


@pytest.mark.parametrize("folder", ["专家 评审 🙂 é", "a#b%20?c=d&e", "x" * 200 + "/" + "y" * 150, "评" * 80])
def test_folders_with_any_name(tmp_path: Path, child: ModuleType, folder: str) -> None:
    place = tmp_path / folder / "一.scores"
    with child.opened(place) as store:
        store.put("case-c", child.state(8))
    with child.opened(place) as store:
        assert store.get("case-c") == child.state(8)
    assert sorted(file.name for file in place.parent.iterdir()) == ["一.scores", "一.scores.lock"]


@pytest.mark.skipif(os.name == "nt", reason="SQLite's limit on POSIX")
def test_a_path_too_long_for_sqlite_is_named_as_such(tmp_path: Path, child: ModuleType) -> None:
    with pytest.raises(EnvironmentFailure, match="path-unusable"):
        child.opened(tmp_path / ("x" * 200) / ("y" * 200) / ("z" * 200) / "one.scores")


def test_a_copied_file_is_a_whole_store(path: Path, child: ModuleType, tmp_path: Path) -> None:
    with child.opened(path) as store:
        store.put("case-b", child.state(2))
    shutil.copy(path, tmp_path / "copy.scores")
    with child.opened(tmp_path / "copy.scores") as store:
        assert store.get("case-b") == child.state(2)


def test_the_path_tells_no_lookup_name() -> None:
    keys = derive(new_card(), "0123456789abcdefghjkmnpqrs", "thumb")
    path = store_path(Path("home"), "0123456789abcdefghjkmnpqrs", keys)
    assert path == Path("home/rounds") / f"0123456789ab-{keys.store_name()}.scores"
    assert keys.lookup not in path.name and len(keys.store_name()) == 16


def test_threads_take_turns(path: Path, child: ModuleType) -> None:
    with child.opened(path) as store:

        def work(case: str) -> None:
            for number in range(1, 25):
                store.put(case, child.state(number))
                store.put_meta(StoreMeta(last_case=case, last_revision=number))

        with ThreadPoolExecutor(6) as pool:
            list(pool.map(work, child.CASES * 2))
        assert all(len(store.history(case)) >= 24 for case in child.CASES)
    with child.opened(path) as store:
        assert store.all() == dict.fromkeys(child.CASES, child.state(24))
        assert store.meta().last_revision == 24


def test_a_sheet_whose_file_is_not_known_reads_as_before(path: Path, child: ModuleType) -> None:
    """What was stored before names were kept has no such field, and reads back to the byte."""
    before = b'{"delivery_code":"DDDD-EEEE-FFFF","receipt":"AAAA-BBBB-CCCC","revision":1}'
    old = canonical.decode(before, Exported, "store meta")
    assert old.file_name is UNSET and canonical.encode(old) == before
    named = Exported(2, "AAAA-BBBB-CCCC", "DDDD-EEEE-FFFF", "评分表-7K3M9Q.scoresheet")
    with child.opened(path) as store:
        store.put_meta(StoreMeta(last_revision=2, exported=[old, named]))
    with child.opened(path) as store:
        assert store.meta().exported == [old, named]
