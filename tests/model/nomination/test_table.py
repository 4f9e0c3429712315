"""Nominations as rows of CSV and XLSX files."""

from __future__ import annotations

import csv
import datetime
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from review_app.model.nomination.intake import take_in
from review_app.model.workspace import Workspace
from review_app.model.workspace.nominations import IntakeResult
from tests.model.nomination.conftest import prose
from tests.model.workspace.conftest import picture

HEAD = ["序号", "案例名称", "申报单位", "地区", "类别", "联系方式", "摘要", "正文", "附件"]
ROWS = [
    ["1", "随申办", "甲中心", "上海", "网络服务", "021-5555", "=1+1 不是公式", prose("a"), "图.png；b.png"],
    ["2", "一网通办", "乙中心", "浙江", "没有的类别", "x", "摘要", prose("b"), ""],
    ["3", "随申办", "甲中心", "上海", "网络服务", "x", "摘要", prose("c"), ""],
    ["4", "开放平台", "", "贵州", "数据公开", "x", "摘要", "短", ""],
]


def expected(name: str) -> list[tuple[str, str, str]]:
    return [
        (f"{name}:2", "accepted", "left-out"),
        (f"{name}:4", "refused", "facet-unknown"),
        (f"{name}:5", "duplicate", "nomination-same-title"),
        (f"{name}:6", "refused", "nomination-incomplete"),
    ]


def brief(results: list[IntakeResult]) -> list[tuple[str, str, str]]:
    return [(result.source_name, result.status, result.code) for result in results]


def csv_text(delimiter: str = ",") -> str:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter).writerows([HEAD, ROWS[0], [""] * len(HEAD), *ROWS[1:]])
    return file.getvalue()


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    for name in ("图.png", "b.png"):
        (tmp_path / name).write_bytes(picture(size=len(name)))
    return tmp_path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv(workspace: Workspace, pictures: Path, encoding: str, delimiter: str) -> None:
    file = pictures / "表.csv"
    file.write_bytes(csv_text(delimiter).encode(encoding))
    results = take_in(workspace, [file])
    note = "repaired-gb18030" if encoding == "gb18030" else "left-out"
    # prose holds line ends, so rows are counted, not lines
    assert brief(results) == [("表.csv:2", "accepted", note), *expected("表.csv")[1:]]
    check_first(workspace, results[0])
    assert brief(take_in(workspace, [file]))[0] == ("表.csv:2", "duplicate", "nomination-known")


def test_xlsx(workspace: Workspace, pictures: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (HEAD, ROWS[0], [None] * len(HEAD), *ROWS[1:]):
        sheet.append(row)
    sheet["G2"].data_type = "s"
    book.save(pictures / "表.xlsx")
    results = take_in(workspace, [pictures / "表.xlsx"])
    assert brief(results) == expected("表.xlsx")
    check_first(workspace, results[0])


def check_first(workspace: Workspace, result: IntakeResult) -> None:
    case = workspace.nominations.get(result.case_id)
    assert result.params == {"left_out": ["序号"]}
    assert (case.title, case.organisation, case.recipient) == ("随申办", "甲中心", "甲中心")
    assert (case.region, case.contact, case.summary) == ("上海", "021-5555", "=1+1 不是公式")
    assert case.dossier == prose("a") + "\n"
    assert [a.file_name for a in case.attachments] == ["图.png", "b.png"]
    assert workspace.blobs.read(case.attachments[0].digest) == picture(size=5)


def test_cells_of_other_types(workspace: Workspace, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["title", "organisation", "region", "facet", "contact", "summary", "dossier"])
    sheet.append([2016, 1.5, datetime.date(2016, 12, 20), "网络服务", 13800000000.0, True, prose("n")])
    book.save(tmp_path / "t.xlsx")
    (result,) = take_in(workspace, [tmp_path / "t.xlsx"])
    case = workspace.nominations.get(result.case_id)
    assert (case.title, case.organisation, case.region) == ("2016", "1.5", "2016-12-20")
    assert (case.contact, case.summary) == ("13800000000", "True")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "table-header"),
        ("a,b,c\n1,2,3\n", "table-header"),
        ("title,organisation\nx,y\n", "table-header"),
        ("title,名称,organisation,dossier\nx,y,z,w\n", "table-header"),
        ('title,organisation,dossier\nx,"y,z\n', "table-invalid"),
        ('title,organisation,dossier\nx,"y"z,w\n', "table-invalid"),
        ("title,organisation,dossier\nx,y\n", "row-length"),
    ],
)
def test_tables_that_can_not_be_read(workspace: Workspace, tmp_path: Path, text: str, code: str) -> None:
    (tmp_path / "t.csv").write_text(text, encoding="utf-8")
    results = take_in(workspace, [tmp_path / "t.csv"])
    assert [(r.status, r.code) for r in results] == [("refused", code)]
    assert workspace.nominations.all() == []


def test_damaged_and_foreign_workbooks(workspace: Workspace, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(HEAD)
    whole = io.BytesIO()
    book.save(whole)
    contents = [b"", b"PK\x03\x04", b"title,organisation\n", whole.getvalue()[:-300], bomb()]
    contents += [whole.getvalue().replace(b"xl/workbook.xml", b"xl/workbxxx.xml")]
    for content in contents:
        (tmp_path / "t.xlsx").write_bytes(content)
        assert [r.code for r in take_in(workspace, [tmp_path / "t.xlsx"])] == ["table-invalid"]


def bomb() -> bytes:
    """A workbook that would unpack to 300 MB."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/workbook.xml", "w") as entry,
    ):
        for _ in range(300):
            entry.write(bytes(1 << 20))
    return file.getvalue()
