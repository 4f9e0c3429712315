"""The log: what was done stands there in order, and any later hand is named with the line."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from review_app.model import canonical
from review_app.model.errors import InputError
from review_app.model.workspace import Workspace
from review_app.model.workspace.rounds import Round


def tamper(folder: Path, change: Callable[[sqlite3.Connection], object]) -> None:
    connection = sqlite3.connect(folder / "campaign.sqlite")
    change(connection)
    connection.commit()
    connection.close()


def test_acts_are_lines_in_order(workspace: Workspace, final: Round, tmp_path: Path) -> None:
    drawn = workspace.cards.draw(final, 3, 1)
    workspace.cards.withdraw(final, drawn.pages[0].lookup)
    workspace.packing.pack(final, tmp_path / "a.casepkg")
    final.set_state("closed", "box-closed", {"sheets": 0})
    lines = workspace.log.lines()
    assert [line.act for line in lines] == [
        "workspace-created",
        *["nomination-accepted"] * 3,
        "round-drafted",
        "cards-drawn",
        "card-withdrawn",
        "candidates-frozen",
        "round-packed",
        "box-closed",
    ]
    assert [line.seq for line in lines] == list(range(1, len(lines) + 1))
    assert all(re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ", line.time) for line in lines)
    assert [line.previous for line in lines[1:]] == [canonical.digest(line) for line in lines[:-1]]
    assert workspace.log.head() == canonical.digest(lines[-1]) == workspace.verify_log()
    assert final.manifest.log_head == lines[-2].previous


CHANGES: dict[str, tuple[str, int]] = {
    "a text changed": ("UPDATE log SET line = replace(line, 'alpha', 'omega') WHERE seq = 2", 3),
    "an old time": ('UPDATE log SET line = replace(line, \'"time":"20\', \'"time":"19\') WHERE seq = 3', 4),
    "a line removed": ("DELETE FROM log WHERE seq = 3", 3),
    "two lines exchanged": (
        "UPDATE log SET seq = CASE seq WHEN 2 THEN -3 WHEN 3 THEN -2 END WHERE seq IN (2, 3)",
        2,
    ),
    "not a line": ("UPDATE log SET line = x'00' WHERE seq = 4", 4),
    "no line at all": ("UPDATE log SET line = 5 WHERE seq = 4", 4),
    "a space added": ("UPDATE log SET line = line || ' ' WHERE seq = 1", 1),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_later_hand_is_named(workspace: Workspace, final: Round, what: str) -> None:
    statement, first_wrong = CHANGES[what]
    folder = workspace.folder
    workspace.close()

    def change(connection: sqlite3.Connection) -> None:
        assert connection.execute(statement.replace("line, '", "CAST(line AS TEXT), '")).rowcount >= 1
        connection.execute("UPDATE log SET seq = -seq WHERE seq < 0")
        connection.execute("UPDATE log SET line = CAST(line AS BLOB) WHERE typeof(line) = 'text'")

    tamper(folder, change)
    with Workspace.open(folder) as opened, pytest.raises(InputError, match="log-broken") as caught:
        opened.verify_log()
    assert caught.value.params["line"] == first_wrong


def test_a_log_written_anew_misses_the_published_head(
    workspace: Workspace, final: Round, tmp_path: Path
) -> None:
    """Somebody with the file can write a whole new chain; heads that were given out don't fit it."""
    workspace.cards.draw(final, 3)
    workspace.packing.pack(final, tmp_path / "a.casepkg")
    folder = workspace.folder
    workspace.close()
    tamper(folder, lambda connection: connection.execute("DELETE FROM log WHERE seq > 4"))
    with Workspace.open(folder) as opened:
        opened.log.append("nothing-happened")
        assert opened.log.verify() == opened.log.head()
        with pytest.raises(InputError, match="log-cut"):
            opened.verify_log()
