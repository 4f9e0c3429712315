"""Stage 2 by the command line: panel, rounds, votes, decisions, undo, lots, sealed ballots, the list on paper."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.cli.conftest import CASES, Campaign, nominations_csv
from tests.cli.program import Answer, call

MEMBERS = (("张三", "甲大学"), ("李四", "乙大学"), ("王五", "丙大学"))


def run(folder: Path, action: str, *arguments: object) -> Answer:
    env = {"REVIEW_APP_HOME": str(folder.parent / "home")}
    return call("shortlist", folder, action, *arguments, env=env)


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    """A workspace with four accepted cases."""
    env, folder = {"REVIEW_APP_HOME": str(tmp_path / "home")}, tmp_path / "ws"
    table = tmp_path / "nominations.csv"
    table.write_bytes(nominations_csv())
    call("new", folder, "--title", "网络治理案例评审", "--edition", "第一届", env=env).done()
    call("nominate", folder, table, env=env).done()
    return folder


@pytest.fixture
def voted(campaign: Path, tmp_path: Path) -> Path:
    """A panel of three that has voted in round 1."""
    file = tmp_path / "votes.csv"
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["案例", *(name for name, _ in MEMBERS)])
        writer.writerow(["alpha", "推荐", "推荐", "推荐"])
        writer.writerow(["beta", "推荐", "待定", "淘汰"])
        writer.writerow(["gamma", "淘汰", "淘汰", "回避"])
    added = [word for member in MEMBERS for word in ("--add", *member)]
    run(campaign, "panel", *added).done()
    run(campaign, "open", "--title", "初议", "--quota", 2).done()
    run(campaign, "vote", file).done()
    return campaign


def test_votes_suggest_and_decisions_follow(voted: Path) -> None:
    shown = run(voted, "tally", "--json").done().json
    assert shown["tally"]["beta"] == {"recommend": 1, "hold": 1, "drop": 1, "recused": 0}
    assert {case: s["decision"] for case, s in shown["suggestions"].items()} == {
        "alpha": "keep",
        "beta": "hold",
        "gamma": "drop",
    }
    assert shown["decisions"] == []
    run(voted, "decide", "--suggested").refused("decision-needs-reason", 2)
    taken = run(voted, "decide", "--suggested", "--reason", "按计票", "--json").done().json
    assert [(d["case_id"], d["decision"], d["reason"], d["votes_for"]) for d in taken["decisions"]] == [
        ("alpha", "keep", "", 3),
        ("beta", "hold", "按计票", 1),
        ("gamma", "drop", "按计票", 0),
    ]
    assert run(voted, "undo", "--json").done().json["decisions"] == []
    assert len(run(voted, "redo", "--json").done().json["decisions"]) == 3
    closed = run(voted, "close", "--json").done()
    assert closed.json["stages"][0]["state"] == "closed"
    assert "1" in closed.err  # delta was not decided
    run(voted, "undo").refused("nothing-to-undo", 2)
    run(voted, "decide", "--case", "beta", "--choice", "keep").refused("stage-closed", 2)


def test_the_second_round_and_what_it_changes(voted: Path, tmp_path: Path) -> None:
    run(voted, "decide", "--suggested", "--reason", "按计票").done()
    run(voted, "open").refused("stage-open", 2)
    run(voted, "close").done()
    run(voted, "open", "--title", "复议").done()
    run(voted, "decide", "--case", "beta", "--choice", "保留").done()
    changed = run(voted, "changes", "--json").done().json["changes"]
    assert changed == [{"case": "beta", "before": "hold", "after": "keep", "kind": "in", "reason": ""}]
    run(voted, "decide", "--case", "beta", "--json").done()
    assert run(voted, "show", "--json").done().json["standing"]["beta"] == "hold"
    file = tmp_path / "decisions.csv"
    file.write_text("case,decision,reason\nbeta,keep,复议通过\n", "utf-8")
    run(voted, "apply", file, "--stage", 1).refused("stage-closed", 2)
    assert run(voted, "apply", file, "--stage", 2, "--json").done().json["kept"] == ["alpha", "beta", "delta"]
    shown = run(voted, "show", "--json").done().json
    assert shown["coverage_route"]["self"] == {"accepted": 4, "still_in": 3}
    assert [stage["title"] for stage in shown["stages"]] == ["初议", "复议"]


def test_single_votes_and_their_refusals(voted: Path) -> None:
    vote = ("vote", "--member", "李四", "--case", "delta")
    answer = run(voted, *vote, "--choice", "推荐", "--json").done()
    assert answer.json["tally"]["delta"]["recommend"] == 1
    assert "delta" not in run(voted, *vote, "--json").done().json["tally"]
    run(voted, *vote, "--choice", "也许").refused("choice-unknown", 2)
    run(voted, "vote", "--member", "赵六", "--case", "delta", "--choice", "推荐").refused("unknown-member", 2)
    run(voted, "vote").refused("file-needed", 2)
    run(voted, "decide").refused("case-needed", 2)
    run(voted, "panel", "--remove", "张三").refused("member-voted", 2)
    run(voted, "list").refused("no-round", 2)


def test_an_announced_lot(voted: Path, tmp_path: Path) -> None:
    run(voted, "decide", "--suggested", "--reason", "按计票").done()
    run(voted, "decide", "--case", "beta", "--choice", "drop", "--reason", "名额已满").done()
    env = {"REVIEW_APP_HOME": str(tmp_path / "home")}
    call("round", voted, "new", "--kind", "final", env=env).done()
    run(voted, "list").refused("list-not-frozen", 2)
    run(voted, "lot").refused("lot-source-missing", 2)
    run(voted, "lot", "--source", "双色球第 145 期").done()
    run(voted, "freeze", "--order", "lot").refused("lot-needs-draw", 2)
    frozen = run(voted, "freeze", "--order", "lot", "--seed", "01 02 03", "--json").done().json
    assert sorted(c["case"] for c in frozen["candidates"]) == ["alpha", "delta"]
    assert frozen["drawn"] == {"order": "lot", "seed": "01 02 03", "source": "双色球第 145 期"}
    pdf = tmp_path / "list.pdf"
    run(voted, "list", "-o", pdf).done()
    assert pdf.read_bytes().startswith(b"%PDF")


def test_a_ballot_by_sealed_sheets(campaign: Path, tmp_path: Path) -> None:
    """The same verbs as in stage 3: cards, pack, score, export, box; then the sums."""
    run(campaign, "ballot", "--json").done()
    made = Campaign(tmp_path / "hands")
    env = {"REVIEW_APP_HOME": str(tmp_path / "home")}
    package = tmp_path / "hands" / "round.casepkg"
    package.parent.mkdir()
    cards = ("--count", 3, "--pdf", tmp_path / "cards.pdf", "--out", made.folder / "cards")
    call("cards", campaign, *cards, env=env).done()
    call("pack", campaign, "-o", package, env=env).done()
    said = {"c01": (2, 2, 1), "c02": (0, 0, 2), "c03": (1, 2, 2), "c04": (0, 1, 0)}
    listed = run(campaign, "show", "--json").done().json["candidates"]
    ids = {each["case"]: each["id"] for each in listed}
    said = dict(zip((ids[case] for case in sorted(CASES)), said.values(), strict=True))
    for card in range(3):
        scores = made.folder / f"{card}.csv"
        rows = "".join(f"{case},recommend,{values[card]},\n" for case, values in said.items())
        scores.write_text(f"case,criterion,value,comment\n{rows}", "utf-8")
        made.expert(card, "score", "--from", scores).done()
        made.sheet(card).parent.mkdir(exist_ok=True)
        made.expert(card, "export", "-o", made.sheet(card)).done()
    run(campaign, "collect").refused("box-not-opened", 2)
    call("box", campaign, "add", made.folder / "sheets", env=env).done()
    call("box", campaign, "close", env=env).done()
    call("box", campaign, "open", env=env).done()
    tally = run(campaign, "collect", "--json").done().json
    numbers = {
        case: {
            "recommend": values.count(2),
            "hold": values.count(1),
            "drop": values.count(0),
            "recused": 0,
        }
        for case, values in zip(sorted(CASES), said.values(), strict=True)
    }
    assert tally["tally"] == numbers
    assert tally["votes"] == []


def test_nothing_is_packed_while_decisions_have_changed_since_freezing(
    campaign: Path, tmp_path: Path
) -> None:
    env = {"REVIEW_APP_HOME": str(tmp_path / "home")}
    call("round", campaign, "new", env=env).done()
    run(campaign, "freeze").done()
    call(
        "cards", campaign, "--count", 3, "--pdf", tmp_path / "c.pdf", "--out", tmp_path / "cards", env=env
    ).done()
    run(campaign, "decide", "--case", "beta", "--choice", "drop", "--reason", "重复", "--stage", 1).done()
    refused = call("pack", campaign, "-o", tmp_path / "a.casepkg", env=env)
    assert (refused.status, refused.code) == (2, "candidates-outdated")
    assert "shortlist freeze" in refused.err and not (tmp_path / "a.casepkg").exists()
    run(campaign, "freeze").done()
    call("pack", campaign, "-o", tmp_path / "a.casepkg", env=env).done()
    late = run(campaign, "decide", "--case", "beta", "--choice", "keep", "--reason", "改", "--stage", 1)
    assert (late.status, late.code) == (2, "decisions-packed")
