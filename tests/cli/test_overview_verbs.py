"""The verbs overview and log: one set of facts in both languages, and a log that was touched is refused."""

from __future__ import annotations

import sqlite3

import pytest

from tests.cli.conftest import CARDS, CASES, RESERVE, Campaign


def test_overview_says_what_comes_next(packed: Campaign) -> None:
    found = packed.organizer("overview", "--json").done().json
    assert (found["next"]["code"], found["next_station"]) == ("next-send", "package")
    stations = {station["name"]: station for station in found["stations"]}
    assert stations["nominations"]["facts"][0]["params"] == {"count": len(CASES)}
    assert {"code": "cards-issued", "params": {"count": CARDS + RESERVE}} in stations["experts"]["facts"]
    assert stations["box"]["standing"] == "later"
    assert {missing["code"] for missing in stations["settings"]["missing"]} == {"return-instructions-none"}


@pytest.mark.parametrize(
    ("locale", "said"), [("zh_CN.UTF-8", "下一步：把案例包"), ("en_GB.UTF-8", "Next: Send")]
)
def test_overview_and_log_speak_both_languages(packed: Campaign, locale: str, said: str) -> None:
    env = {"REVIEW_APP_HOME": str(packed.home), "LC_ALL": locale}
    from tests.cli.program import call

    assert said in call("overview", packed.workspace, env=env).done().out
    shown = call("log", packed.workspace, env=env).done().out
    assert f"{CASES[0]} 便民服务平台" in shown
    assert ("申报" in shown) == locale.startswith("zh")


def test_the_log_is_one_chain_and_its_head_stands_in_the_overview(opened: Campaign) -> None:
    found = opened.organizer("log", "--json").done().json
    lines = found["log"]
    assert [line["seq"] for line in lines] == list(range(1, found["lines"] + 1))
    assert lines[0]["act"] == "workspace-created" and lines[-1]["act"] == "box-opened"
    assert lines[0]["previous"] == "" and all(line["sentence"] for line in lines)
    assert opened.organizer("overview", "--json").done().json["log_head"] == found["head"]
    verified = opened.organizer("log", "verify", "--json").done().json
    assert verified == {"holds": True, "lines": found["lines"], "head": found["head"]}


def test_a_line_that_was_changed_is_named(packed: Campaign) -> None:
    with sqlite3.connect(packed.workspace / "campaign.sqlite") as database:
        (line,) = database.execute("SELECT line FROM log WHERE seq = 3").fetchone()
        database.execute("UPDATE log SET line = ? WHERE seq = 3", (line.replace(b"2", b"3", 1),))
    database.close()
    answer = packed.organizer("log", "verify").refused("log-broken")
    assert "line 4" in answer.err  # the first that no longer names the one before it


def test_a_log_that_lost_its_end_is_refused(packed: Campaign) -> None:
    with sqlite3.connect(packed.workspace / "campaign.sqlite") as database:
        (last,) = database.execute("SELECT max(seq) FROM log").fetchone()
        database.execute("DELETE FROM log WHERE seq >= ?", (last - 1,))
    database.close()
    packed.organizer("log").refused("log-cut")
