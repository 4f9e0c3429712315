"""A full round by verbs alone, from the forty sample nominations to an archive that verifies."""

from __future__ import annotations

import json
import random
import re
from fractions import Fraction
from pathlib import Path

import pytest
import yaml

from review_app.model.crypto.ballot_card import derive, parse_card
from tests.cli.conftest import CRITERIA, csv_bytes
from tests.cli.program import REPOSITORY, Answer, call

SAMPLE = REPOSITORY / "assets/sample"
EXPERTS, RESERVE = 12, 2


@pytest.mark.xdist_group("demo")
def test_a_full_round(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REVIEW_APP_HOME", str(tmp_path / "home"))
    workspace, package = tmp_path / "w", tmp_path / "round.casepkg"

    def on(verb: str, *arguments: object) -> Answer:
        return call(verb, workspace, *arguments).done()

    # stage 1: nominations
    made = on(
        "new", "--sample", "--settings", settings_file(tmp_path), "--organizer", "样例研究所", "--json"
    ).json
    key = Path(made["organizer_key_file"])
    nominated = on("nominate", SAMPLE / "nominations", "--json").json
    expected = yaml.safe_load((SAMPLE / "nominations/EXPECT.yaml").read_text("utf-8"))
    assert sum(nominated["totals"].values()) == 40 and nominated["totals"]["accepted"] == 30, expected
    again = on("nominate", SAMPLE / "nominations", "--json").json["totals"]
    assert again["accepted"] == 0, "what is in already is not taken in twice"
    shown = on("nominate", SAMPLE / "nominations/x08-cloud-advert").out
    assert "x08-cloud-advert" in shown

    # stage 2: the shortlist, from CSV files as a spreadsheet writes them
    stages = yaml.safe_load((SAMPLE / "shortlist.yaml").read_text("utf-8"))["rounds"]
    for stage, encoding in zip(stages, ("gb18030", "utf-8-sig"), strict=True):
        table = tmp_path / f"stage-{stage['number']}.csv"
        lines = [(d["case"], d["decision"], d["reason"]) for d in stage["decisions"]]
        table.write_bytes(csv_bytes(("case", "decision", "reason"), lines, encoding))
        on("shortlist", "apply", table, "--stage", stage["number"])
    shortlist = on("shortlist", "show", "--json").json
    assert len(shortlist["kept"]) == 24 and all(facet["still_in"] for facet in shortlist["coverage"].values())

    # the round, its cards, its package
    assert on("round", "new", "--kind", "final", "--json").json["state"] == "drafted"
    on("shortlist", "freeze", "--order", "lot")
    folder = tmp_path / "cards"
    count = ["--count", EXPERTS, "--reserve", RESERVE]
    drawn = on("cards", *count, "--pdf", tmp_path / "c.pdf", "--out", folder, "--json")
    cards = sorted(folder.iterdir())
    assert drawn.json["issued"] == len(cards) == EXPERTS + RESERVE
    once_more = call("cards", workspace, *count, "--pdf", tmp_path / "d.pdf", "--out", tmp_path / "d")
    once_more.refused("cards-drawn", 2)
    packed = on("pack", "-o", package, "--json").json
    assert packed["candidates"] == 24
    assert (
        on("pack", "-o", tmp_path / "again.casepkg", "--json").json["terms_digest"] == packed["terms_digest"]
    )

    # anyone, then a card's holder, looks at it
    outside = call("inspect", package, "--json").done().json
    assert outside["sound"] and outside["cards"] == EXPERTS + RESERVE and "cases" not in outside
    inside = call("inspect", package, "--card-file", cards[0], "--json").done().json
    cases = [case["id"] for case in inside["cases"]]
    assert sorted(cases) == shortlist["kept"] and inside["terms_digest"] == packed["terms_digest"]
    attached = [(case["id"], item["file_name"]) for case in inside["cases"] for item in case["attachments"]]
    assert len({case for case, _ in attached}) >= 10
    case, name = attached[0]
    call("extract", package, f"{case}/{name}", "--card-file", cards[0], "-o", tmp_path / "taken").done()
    assert (tmp_path / "taken").read_bytes() == (SAMPLE / "nominations" / case / name).read_bytes()

    # an amendment, before anybody has finished
    amendment = tmp_path / "1.amend"
    on("amend", "--erratum", cases[0], "数字有误：应为三万二千件。", "-o", amendment)
    assert call("verify", amendment, "--organizer-key", key, "--json").done().json["number"] == 1
    changes = (
        call("inspect", amendment, "--package", package, "--card-file", cards[1], "--json")
        .done()
        .json["changes"]
    )
    assert [change["kind"] for change in changes] == ["erratum"]

    # everybody scores from a table of their own and exports
    lookup = derive(
        parse_card(cards[-1].read_text("utf-8")), inside["terms"]["round_id"], outside["organizer"]
    ).lookup
    assert on("withdraw", f"{lookup[:8]}-{lookup[8:].upper()}", "--json").json["withdrawn"] == 1
    sheets, given, receipts = tmp_path / "sheets", {}, []
    sheets.mkdir()
    for number, card in enumerate(cards):
        chance = random.Random(number)
        given[number] = {case: [chance.randint(1, 10) for _ in CRITERIA] for case in cases}
        told = score_and_export(tmp_path, package, card, number, given[number], amendment, sheets)
        receipts.append(told)
        if number == 0:  # thinks again: a second revision
            given[0][cases[0]] = [10, 10, 10, 10, 10]
            receipts.append(score_and_export(tmp_path, package, card, 0, given[0], amendment, sheets))
    assert receipts[1]["revision"] == 2 and len({told["receipt"] for told in receipts}) == len(receipts)

    # the box; one expert is late
    late = Path(receipts.pop(EXPERTS + 1)["file"])
    late = late.rename(tmp_path / late.name)
    assert on("box", "add", sheets, "--json").json["taken"] == EXPERTS + 2
    closed = on("box", "close", "--json").json
    assert closed["inside"] == EXPERTS + 2 and Path(closed["record"]).is_file()
    assert on("box", "add", late, "--json").json["late"] == 1
    posted = on("box", "list", "--json").json["delivery_codes"]
    assert posted == sorted(told["delivery_code"] for told in receipts)
    opened = call("box", workspace, "open", "--strict", "--json")
    states = {"accepted": EXPERTS, "superseded": 1, "late": 1, "withdrawn-card": 1}
    assert (opened.status, opened.json["states"]) == (1, states)
    listed = {sheet["receipt"]: sheet["state"] for sheet in on("box", "list", "--json").json["sheets"]}
    assert [listed[told["receipt"]] for told in receipts] == [
        "superseded",
        *["accepted"] * EXPERTS,
        "withdrawn-card",
    ]

    # the result
    ranking = on("rank", "--json").json["ranking"]
    for line in ranking:
        totals = sorted(sum(given[number][line["case"]]) for number in range(EXPERTS))
        assert Fraction(line["score"]) == Fraction(sum(totals[1:-1]), EXPERTS - 2)
    rule = tmp_path / "mean.yaml"
    default = (REPOSITORY / "assets/rubric/rule.yaml").read_text("utf-8")
    rule.write_text(default.replace("trimmed-mean", "mean").replace("drop: 1 ", "drop: 0 "), "utf-8")
    what_if = on("rank", "--rule", rule, "--json").json
    assert what_if["what_if"] is True
    for line in what_if["ranking"]:
        assert Fraction(line["score"]) == Fraction(
            sum(sum(given[n][line["case"]]) for n in range(EXPERTS)), EXPERTS
        )
    on("certify", "-o", tmp_path / "all.pdf", "--date", "2026-06-01")
    on("certify", "-o", tmp_path / "each", "--split", "--template", "en")
    awards = call("verify", tmp_path / "all.pdf", "--json").done().json["awards"]
    assert len(list((tmp_path / "each").iterdir())) == len(awards) >= 10
    archive = tmp_path / "round.results"
    on("archive", "-o", archive)

    # anyone checks it
    plain = call("verify", archive, "--json").done().json
    assert (plain["pinned"], plain["verdict"], plain["signer"]) == (False, "consistent", made["organizer"])
    assert [(line["case"], line["rank"], line["score"]) for line in plain["ranking"]] == [
        (line["case"], line["rank"], line["score"]) for line in ranking
    ]
    for expected_key in (key, thumbprint_file(tmp_path, made["organizer"])):
        assert (
            call("verify", archive, "--organizer-key", expected_key, "--json").done().json["pinned"] is True
        )
    other = call("verify", archive, "--organizer-key", thumbprint_file(tmp_path, "A" * 43), "--json")
    assert (other.status, other.json["verdict"], other.json["findings"]) == (1, "differs", [])
    for told, state in zip(receipts, ["superseded", *["accepted"] * EXPERTS, "withdrawn-card"], strict=True):
        found = call("verify", archive, "--receipt", told["receipt"], "--json").done().json["receipt"]
        assert (found["found"], found["state"]) == (True, state)
    unknown = call("verify", archive, "--receipt", "ZZZZ-ZZZZ-ZZZZ", "--json")
    assert (unknown.status, unknown.json["receipt"]["found"]) == (1, False)

    # for people: sentences, and no key of a catalogue that has no sentence
    seen = [package, amendment, archive, next(sheets.iterdir()), tmp_path / "all.pdf", cards[0]]
    on_workspace = [["box", workspace, "list"], ["rank", workspace], ["round", workspace, "show"]]
    for arguments in [
        *(["inspect", file] for file in seen),
        *(["verify", file] for file in seen[:5]),
        *on_workspace,
    ]:
        said = call(*arguments).done().out
        assert said and not re.search(r"\b(field|state|finding|round|intake|help)-[a-z_]+", said), said


def settings_file(folder: Path) -> Path:
    """The sample's settings without what only the demo reads."""
    campaign = yaml.safe_load((SAMPLE / "campaign.yaml").read_text("utf-8"))
    file = folder / "settings.yaml"
    known = {name: value for name, value in campaign.items() if name not in ("experts", "quality")}
    file.write_text(json.dumps(known, ensure_ascii=False), "utf-8")
    return file


def thumbprint_file(folder: Path, thumbprint: str) -> Path:
    file = folder / "thumbprint.txt"
    file.write_text(f"{thumbprint}\n", "utf-8")
    return file


def score_and_export(
    folder: Path,
    package: Path,
    card: Path,
    number: int,
    scores: dict[str, list[int]],
    amendment: Path,
    sheets: Path,
) -> dict[str, str | int]:
    """One expert's evening by verbs; every other one has seen the amendment."""
    home = {"REVIEW_APP_HOME": str(folder / f"expert-{number}")}
    amended = ["--amend", amendment] if number % 2 else []
    table = folder / "scores.csv"
    lines = [(case, *line) for case in scores for line in zip(CRITERIA, scores[case], strict=True)]
    table.write_bytes(csv_bytes(("case", "criterion", "value"), lines))
    use = [package, "--card-file", card, *amended]
    assert call("score", *use, "--from", table, "--json", env=home).done().json["open"] == []
    told: dict[str, str | int] = call("export", *use, "-o", sheets, "--json", env=home).done().json
    return told
