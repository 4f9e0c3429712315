"""What would come in is told before anything does, and nothing is changed by looking."""

from __future__ import annotations

from pathlib import Path

import pytest

from review_app.model.nomination.expected import Expected, look
from review_app.model.nomination.intake import take_in
from review_app.model.progress import Cancelled, Progress
from review_app.model.workspace import Workspace
from tests.model.nomination.conftest import case_text, prose, write


def seen(workspace: Workspace, *paths: Path) -> dict[str, Expected]:
    return {one.name: one for one in look(workspace, paths).expected}


def test_what_is_told_is_what_comes(workspace: Workspace, tmp_path: Path) -> None:
    """Complete, incomplete and unreadable ones: taking in gives each what looking promised."""
    handed = tmp_path / "handed"
    write(handed / "alpha", case_text())
    write(handed / "beta", case_text(id="beta", title="别的", contact='""', facet="没有的类别"))
    with_file = write(
        handed / "gamma", case_text(id="gamma", title="第三", front="attachments: [{file: 表.wps}]\n")
    )
    (with_file / "表.wps").write_bytes(b"\xd0\xcf\x11\xe0")
    write(handed / "delta", "no front matter")
    before = workspace.log.head()
    found = seen(workspace, handed)
    assert {name: one.fate for name, one in found.items()} == {
        "alpha": "complete",
        "beta": "incomplete",
        "gamma": "incomplete",
        "delta": "unreadable",
    }
    assert found["alpha"].title == "一网通办" and not found["alpha"].problems
    assert workspace.log.head() == before and workspace.submissions.all() == []
    take_in(workspace, [handed], accept=False)
    for one in workspace.submissions.all():
        told = found[one.source_name]
        assert [problem.code for problem in told.problems] == [problem.code for problem in one.problems]
        assert (one.state == "complete") == (told.fate == "complete")
    delta = next(one for one in workspace.submissions.all() if one.source_name == "delta")
    assert found["delta"].keeps and [item.file_name for item in delta.kept] == ["case.md"]
    assert not seen(workspace, handed)["delta"].keeps  # it is kept already


def test_what_is_in_already_is_told_as_known(workspace: Workspace, tmp_path: Path) -> None:
    folder = write(tmp_path / "alpha", case_text())
    take_in(workspace, [folder])
    assert seen(workspace, folder)["alpha"].fate == "known"


def test_a_tables_columns_can_be_named_by_hand(workspace: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    head = "事情,申报单位,地区,类别,联系方式,摘要,正文"
    file.write_text(
        f"{head}\n议事厅,示例市,示例市,网络服务,甲,简介,{prose('t').replace(chr(10), '')}\n", "utf-8"
    )
    found = look(workspace, [file])
    assert [one.fate for one in found.expected] == ["unreadable"]
    assert found.tables[file].missing == ["title"] and found.tables[file].count == 1
    again = look(workspace, [file], {file: {**found.tables[file].mapping, "事情": "title"}})
    assert [(one.fate, one.title) for one in again.expected] == [("complete", "议事厅")]
    assert again.tables[file].missing == []


def test_looking_can_be_cancelled(workspace: Workspace, tmp_path: Path) -> None:
    for number in range(3):
        write(tmp_path / "all" / str(number), case_text(id=f"c{number}", title=f"第{number}"))
    done: list[int] = []
    progress = Progress(lambda step, total: done.append(step), lambda: len(done) > 1)
    with pytest.raises(Cancelled):
        look(workspace, [tmp_path / "all"], None, progress)
