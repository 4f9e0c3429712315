"""Stage 1 by verbs: the form, what came, completing it, accepting it, sending it back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.program import Answer, call
from tests.model.nomination.conftest import case_text, prose, write
from tests.model.nomination.test_forms import fill_xlsx

SETTINGS = "title: T\nedition: E\norganizers: [O]\nfacets: [网络服务, 数据公开, 危机应对]\n"


class Desk:
    """A workspace and verbs on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, verb: str, *arguments: object) -> Answer:
        home = {"REVIEW_APP_HOME": str(self.folder / "home")}
        return call(verb, self.folder / "ws", *arguments, env=home)

    def json(self, verb: str, *arguments: object) -> Any:
        return self(verb, *arguments, "--json").done().json


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    (tmp_path / "s.yaml").write_text(SETTINGS, "utf-8")
    made = Desk(tmp_path)
    made("new", "--settings", tmp_path / "s.yaml").done()
    return made


def test_from_the_form_to_the_case(desk: Desk) -> None:
    form = desk.folder / "申报表.xlsx"
    desk("form", "-o", form).done()
    form.write_bytes(fill_xlsx(form.read_bytes()))
    answer = desk.json("nominate", form, "--no-accept")
    assert answer["totals"] == {"accepted": 0, "duplicate": 0, "refused": 0, "complete": 1}
    (one,) = desk.json("submissions")["submissions"]
    assert (one["state"], one["title"], one["problems"]) == ("complete", "一网通办", [])
    accepted = desk.json("submissions", "--accept-complete")
    assert accepted["accepted"] == [accepted["submissions"][0]["case"]]
    assert accepted["counts"]["accepted"] == 1
    assert desk("form", "-o", desk.folder / "a.pdf").status == 2


def test_completed_returned_reopened(desk: Desk) -> None:
    body = prose("a") + "\n\n第２条。\n"
    folder = write(
        desk.folder / "alpha", case_text(contact='""', body=body, front="attachments: [{file: a.wps}]\n")
    )
    assert desk.json("nominate", folder)["totals"]["refused"] == 1
    (one,) = desk.json("submissions", "--state", "received")["submissions"]
    assert [problem["code"] for problem in one["problems"]] == ["nomination-incomplete", "format-unsupported"]
    name = one["id"]
    refused = desk("nomination", "accept", name)
    assert refused.status == 3 and "error[nomination-incomplete]" in refused.err
    assert desk("nomination", "set", name).status == 2
    (desk.folder / "a.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    shown = desk.json(
        "nomination",
        "set",
        name,
        "--field",
        "contact",
        "张",
        "--drop",
        "a.wps",
        "--attach",
        desk.folder / "a.pdf",
    )
    assert shown["submission"]["state"] == "complete"
    assert [repair["code"] for repair in shown["repairs"]] == ["width"]
    mended = desk.json("nomination", "repair", name)
    assert "第2条" in mended["submission"]["dossier"] and mended["repairs"] == []
    assert desk.json("nomination", "accept", name)["submission"]["case_id"] == "alpha"
    returned = desk.json("nomination", "return", name, "--reason", "申报单位撤回。")["submission"]
    assert (returned["state"], returned["reason"]) == ("returned", "申报单位撤回。")
    assert desk.json("nomination", "reopen", name)["submission"]["state"] == "complete"
    assert desk("nomination", "show", "s-0123456789").status == 2
    text = desk("nomination", "show", name).done().out
    assert "alpha" in text and "a.pdf" in text


def test_earlier_editions_and_columns(desk: Desk) -> None:
    (desk.folder / "old.csv").write_text("年份,案例名称,申报单位\n2015,一网通办,示例市大数据中心\n", "utf-8")
    assert desk.json("earlier", desk.folder / "old.csv")["new"] == 1
    heads = "题目,申报单位,地区,类别,联系方式,摘要,正文"
    text = prose("t").replace("\n\n", "")
    (desk.folder / "t.csv").write_text(f"{heads}\n一网通办,示例市大数据中心,x,网络服务,x,x,{text}\n", "utf-8")
    assert desk.json("nominate", desk.folder / "t.csv")["totals"]["refused"] == 1
    assert (
        desk.json("nominate", desk.folder / "t.csv", "--column", "题目", "title")["totals"]["accepted"] == 1
    )
    (one,) = desk.json("submissions")["submissions"]
    (similar,) = desk.json("nomination", "show", one["id"])["similar"]
    assert (similar["edition"], similar["same_body"]) == ("2015", True)
    assert desk.json("earlier", "--clear")["cases"] == []


def test_kept_saved_and_superseded(desk: Desk) -> None:
    """What no expert gets comes out as it went in; a corrected one takes the place of the case that was accepted."""
    front = "attachments: [{file: a.wps}]\n"
    first = write(desk.folder / "first" / "alpha", case_text(body=prose("a")))
    assert desk.json("nominate", first)["totals"]["accepted"] == 1
    second = write(desk.folder / "second" / "alpha", case_text(body=prose("a") + "\n\n改正。\n", front=front))
    (second / "a.wps").write_bytes(b"\xd0\xcf\x11\xe0 as it was")
    desk.json("nominate", second)
    by_state = {one["state"]: one["id"] for one in desk.json("submissions")["submissions"]}
    new, old = by_state["received"], by_state["accepted"]
    out = desk.folder / "out.wps"
    shown = desk.json("nomination", "show", new, "--save", "a.wps", out)
    assert [item["file_name"] for item in shown["submission"]["kept"]] == ["a.wps"]
    assert shown["saved"] == [str(out)] and out.read_bytes() == b"\xd0\xcf\x11\xe0 as it was"
    assert "saved" not in desk.json("nomination", "show", new)
    assert "error[format-unsupported]" in desk("nomination", "supersede", new, "--earlier", old).err
    desk("nomination", "set", new, "--drop", "a.wps").done()
    done = desk.json("nomination", "supersede", new, "--earlier", old)["submission"]
    assert (done["state"], done["case_id"], [item["file_name"] for item in done["kept"]]) == (
        "accepted",
        "alpha",
        ["a.wps"],
    )
    assert desk.json("submissions", "--state", "superseded")["counts"]["superseded"] == 1
    assert desk("nomination", "supersede", new).status == 2
    desk("undo").done()
    assert desk.json("nomination", "show", old)["submission"]["state"] == "accepted"


def test_what_can_not_be_read_is_kept_replaced_and_removed(desk: Desk) -> None:
    (desk.folder / "a.rar").write_bytes(b"Rar! a")
    (desk.folder / "b.wps").write_bytes(b"\xd0\xcf\x11\xe0 b")
    answer = desk.json("nominate", desk.folder / "a.rar", desk.folder / "b.wps")
    assert answer["totals"] == {"accepted": 0, "duplicate": 0, "refused": 2}
    ids = {one["source_name"]: one["id"] for one in answer["kept"]}
    assert ids.keys() == {"a.rar", "b.wps"}
    assert "submissions" in desk("nominate", desk.folder / "a.rar").done().out
    out = desk.folder / "out.rar"
    desk("nomination", "show", ids["a.rar"], "--save", "a.rar", out).done()
    assert out.read_bytes() == b"Rar! a"
    good = write(desk.folder / "good" / "alpha", case_text())
    assert desk("nomination", "replace", ids["a.rar"]).status == 2
    assert "error[nomination-format]" in desk("nomination", "replace", ids["a.rar"], "--file", out).err
    new = desk.json("nomination", "replace", ids["a.rar"], "--file", good)["submission"]
    assert (new["state"], new["fields"]["title"]) == ("complete", "一网通办")
    old = desk.json("nomination", "show", ids["a.rar"])["submission"]
    assert (old["state"], old["superseded_by"]) == ("superseded", new["id"])
    assert desk.json("nomination", "remove", ids["b.wps"])["removed"]["source_name"] == "b.wps"
    assert "error[submission-read]" in desk("nomination", "remove", new["id"]).err
    assert [one["id"] for one in desk.json("submissions")["submissions"] if one["id"] == ids["b.wps"]] == []
    desk("undo").done()
    assert desk.json("nomination", "show", ids["b.wps"])["submission"]["kept"][0]["file_name"] == "b.wps"
    assert "b.wps" in desk("log").done().out
