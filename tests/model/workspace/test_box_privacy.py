"""What a workspace with a box knows of arrivals: nothing.  Fifty sheets in twenty orders, with planted names."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
from pathlib import Path

import pytest

from review_app.model.crypto.vault import Unlocker
from review_app.model.nomination.intake import take_in
from review_app.model.publish.box_papers import codes_pdf, codes_text
from review_app.model.workspace import Workspace
from tests.model.workspace.boxed import Boxed, boxed
from tests.model.workspace.conftest import write_case

SHEETS, ORDERS = 50, 20
HOLDERS = ["欧阳持卡人", "holder-zhang-wei"]
SOURCE = "来自邮箱-mailbox-of-prof"
PLANTED_TIME = 1_234_567_890
"""2009-02-13: when the files that are dropped say they were made."""


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Boxed]:
    """A workspace with a packed round, closed, and the fifty sheets of its cards, a correction and a conflict too."""
    folder = tmp_path_factory.mktemp("packed")
    write_case(folder / "in", "alpha")
    write_case(folder / "in", "beta")
    unlocker = Unlocker(home=folder / "home")
    with Workspace.create(folder / "ws", "测试评选", "2026", [], unlocker=unlocker) as workspace:
        assert [result.status for result in take_in(workspace, [folder / "in"])] == ["accepted"] * 2
        made = boxed(workspace, folder / "a.casepkg", SHEETS - 3)
        made.sheets += [made.sheet(1, 2), made.sheet(2, 1, "another"), made.sheet(3, 7)]
    return folder, made


def drop_in_order(
    packed: tuple[Path, Boxed], target: Path, order: list[int], batches: int
) -> tuple[bytes, bytes, list[object], str]:
    """Drops the sheets in this order, under telling names and times, and gives what can be exported: the box file
    before opening, the delivery codes, the outcomes, and the digest of the ranking."""
    folder, made = packed
    shutil.copytree(folder / "ws", target / "ws")
    mail = target / "mail"
    mail.mkdir()
    paths = []
    for place, number in enumerate(order):
        path = mail / f"{SOURCE}-{place:03d}-{HOLDERS[place % 2]}.scoresheet"
        path.write_bytes(made.sheets[number])
        os.utime(path, (PLANTED_TIME + place, PLANTED_TIME + place))
        paths.append(path)
    with Workspace.open(target / "ws", Unlocker(home=folder / "home")) as workspace:
        counting, round_ = workspace.counting, workspace.rounds.current()
        size = -(-len(paths) // batches)
        for start in range(0, len(paths), size):
            counting.take_in_files(round_, paths[start : start + size])
        shut = (target / "ws" / "box-1.sqlite").read_bytes()
        posted = counting.posted_codes(round_)
        codes = codes_text(posted).encode() + codes_pdf(posted)
        counting.close(round_, 0)
        opening = counting.open(round_)
        outcomes: list[object] = [*counting.listed(round_), sorted(opening.counts.items())]
        ranking = hashlib.sha256(repr(counting.count(round_).ranking).encode()).hexdigest()
    return shut, codes, outcomes, ranking


def test_fifty_sheets_in_twenty_orders_export_the_same_bytes(
    packed: tuple[Path, Boxed], tmp_path: Path
) -> None:
    chance = random.Random(50)
    found = []
    for turn in range(ORDERS):
        target = tmp_path / str(turn)
        target.mkdir()
        found.append(drop_in_order(packed, target, chance.sample(range(SHEETS), SHEETS), batches=5))
        assert_nothing_planted(target / "ws")
        shutil.rmtree(target)
    shut, codes, outcomes, rankings = zip(*found, strict=True)
    assert len(set(shut)) == len(set(codes)) == len(set(rankings)) == 1
    assert all(each == outcomes[0] for each in outcomes)
    assert dict(outcomes[0][-1]) == {"accepted": 46, "superseded": 2, "conflict": 2}


def assert_nothing_planted(workspace: Path) -> None:
    """No name of a source or a holder and no time of a file stands anywhere, in whatever spelling."""
    texts = [SOURCE, *HOLDERS, "mailbox-of-prof", "2009-02-13", "2009-02-14", str(PLANTED_TIME)]
    planted = [text.encode(code) for text in texts for code in ("utf-8", "utf-16-le", "gb18030")]
    for shift in range(SHEETS):
        for order in ("big", "little"):
            planted.append((PLANTED_TIME + shift).to_bytes(4, order))
    files = [path for path in workspace.rglob("*") if path.is_file()]
    assert any(path.name.startswith("box-") for path in files)
    for path in files:
        content = path.read_bytes()
        assert not any(mark in path.name for mark in texts), path
        hits = [mark for mark in planted if mark in content and not (len(mark) == 4 and _by_chance(path))]
        assert not hits, path


def _by_chance(path: Path) -> bool:
    """Four bytes turn up by themselves among megabytes of sealed ones; the rest of the files is searched for them."""
    return path.name.startswith("box-") or path.name.endswith(".age") or path.parent.parent.name == "files"


def test_coming_in_is_no_line_of_the_log_and_no_row_has_a_number(
    packed: tuple[Path, Boxed], tmp_path: Path
) -> None:
    import sqlite3

    folder, made = packed
    shutil.copytree(folder / "ws", tmp_path / "ws")
    with Workspace.open(tmp_path / "ws", Unlocker(home=folder / "home")) as workspace:
        before = workspace.log.head()
        workspace.counting.take_in(workspace.rounds.current(), made.sheets)
        assert workspace.log.head() == before
    connection = sqlite3.connect(tmp_path / "ws" / "box-1.sqlite")
    tables = dict(connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").fetchall())
    columns = {name: [row[1] for row in connection.execute(f"PRAGMA table_info({name})")] for name in tables}
    stored = [row[0] for row in connection.execute("SELECT digest FROM sheet")]
    connection.close()
    assert columns == {
        "sheet": ["digest", "late", "content"],
        "outcome": ["digest", "state", "scores", "comments"],
        "record": ["name", "content"],
    }
    assert all(sql.rstrip().endswith("WITHOUT ROWID") for sql in tables.values())
    assert stored == sorted(stored) and len(stored) == SHEETS
