"""Cases of earlier editions, from what is left of them, beside those that come in now."""

from __future__ import annotations

from pathlib import Path

import pytest

from review_app.model.errors import InputError
from review_app.model.nomination.earlier_files import read_earlier
from review_app.model.nomination.intake import take_in
from review_app.model.nomination.similar import common_parts
from review_app.model.workspace import Workspace
from review_app.model.workspace.campaign import Settings
from review_app.model.workspace.earlier import EarlierCase
from tests.model.nomination.conftest import FACETS, case_text, prose, write


def test_from_an_earlier_campaign(workspace: Workspace, tmp_path: Path) -> None:
    settings = Settings(title="T", edition="2024", facets=FACETS)
    old = tmp_path / "old"
    with Workspace.create(old, "", "", [], settings=settings) as earlier:
        take_in(earlier, [write(tmp_path / "a", case_text(body=prose("a", 800)))])
    before = {path.name: path.read_bytes() for path in old.iterdir() if path.is_file()}
    assert workspace.submissions.earlier.add(read_earlier(old), "old") == 1
    assert workspace.submissions.earlier.add(read_earlier(old), "old") == 0  # the same once more
    assert {path.name: path.read_bytes() for path in old.iterdir() if path.is_file()} == before
    edited = prose("a", 800).replace("的", "之", 2) + "\n\n又一年。"
    take_in(
        workspace,
        [write(tmp_path / "b", case_text(id="now", title="升级版", organisation="别处", body=edited))],
    )
    (one,) = workspace.submissions.all()
    assert one.state == "accepted"  # an earlier edition keeps nothing out: somebody looks
    (similar,) = workspace.submissions.similar(one.id)
    assert (similar.edition, similar.title, similar.case_id) == ("2024", "一网通办", "")
    assert similar.percent > 70 and similar.text.strip() == prose("a", 800)
    line = workspace.log.lines()[-2 - len(workspace.nominations.ids()) + 1]
    assert (line.act, line.details["cases"]) == ("earlier-cases-added", 1)
    assert workspace.submissions.earlier.clear() == 1
    assert workspace.submissions.similar(one.id) == []


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_from_a_table(workspace: Workspace, tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "往届.csv"
    file.write_bytes(
        "年份,案例名称,申报单位,备注\n2015,一网通办,示例市大数据中心,x\n2016,,,\n".encode(encoding)
    )
    assert read_earlier(file) == [EarlierCase("一网通办", "示例市大数据中心", "2015")]
    workspace.submissions.earlier.add(read_earlier(file), file.name)
    take_in(workspace, [write(tmp_path / "a", case_text(title="一网通办２．０"))])
    (one,) = workspace.submissions.all()
    (similar,) = workspace.submissions.similar(one.id)
    assert (similar.same_body, similar.percent, similar.edition, similar.common) == (True, 0, "2015", ())
    assert similar.title_percent >= 50


def test_what_holds_none(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a,b\n1,2\n", "utf-8")
    (tmp_path / "b.csv").write_text("title,organisation\n,\n", "utf-8")
    (tmp_path / "empty").mkdir()
    for name, code in (
        ("a.csv", "table-header"),
        ("b.csv", "earlier-empty"),
        ("empty", "not-a-workspace"),
        ("nowhere.results", "file-missing"),
    ):
        with pytest.raises(InputError, match=code):
            read_earlier(tmp_path / name)


def test_common_parts() -> None:
    one = "开头不同。网络理政以数据公开为基础，回应群众关切。中间不同一。办理结果逐月向社会公布！"
    other = "办理结果，逐月向社会公布；别的话。网络理政以数据 公开为基础,回应群众关切。"
    found = [(one[p.start : p.end], other[p.other_start : p.other_end]) for p in common_parts(one, other)]
    assert found == [
        ("网络理政以数据公开为基础，回应群众关切", "网络理政以数据 公开为基础,回应群众关切"),
        ("办理结果逐月向社会公布", "办理结果，逐月向社会公布"),
    ]
    assert common_parts("短", "短") == common_parts("", other) == []
    long = prose("x", 20_000)
    assert sum(p.end - p.start for p in common_parts(long, long)) >= len(long) - 2
