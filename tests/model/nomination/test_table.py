"""Nominations as rows of CSV and XLSX files."""

from __future__ import annotations

import csv
import datetime
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from review_app.model.case import Claim
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


CLAIM_HEAD = ["案例名称", "申报单位", "地区", "类别", "联系方式", "摘要", "正文"]
CLAIM_ROW = ["随申办", "甲中心", "上海", "网络服务", "021-5555", "摘要", prose("a").replace("\n", "")]
FOUND = [
    Claim("9小时", "平均修复时间", "申报单位 台账", "2024", "verified"),
    Claim("11%", "漏损率", "年报第3页", "", "self-reported"),
]
PARTS = [
    ["9小时", "平均修复时间", "申报单位 台账", "2024", "已核实"],
    ["11%", "漏损率", "年报第3页", "", "自报"],
]
HEADS = ["数字", "指什么", "出处", "时间", "性质"]
WAYS = {
    "lines": ([*CLAIM_HEAD, *HEADS], [[*CLAIM_ROW, *("\n".join(pair) for pair in zip(*PARTS, strict=True))]]),
    "numbers": (
        [*CLAIM_HEAD, *(f"{head}{number}" for number in (1, 2) for head in HEADS)],
        [[*CLAIM_ROW, *PARTS[0], *PARTS[1]]],
    ),
    "rows": ([*CLAIM_HEAD, *HEADS], [[*CLAIM_ROW, *PARTS[0]], [""] * len(CLAIM_ROW) + PARTS[1]]),
    "english": (
        [*CLAIM_HEAD, "Figure", "What", "Source", "Date", "Status"],
        [[*CLAIM_ROW, *("\n".join(pair) for pair in zip(*PARTS, strict=True))]],
    ),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("kind", ["gb18030", "utf-8-sig", "xlsx"])
def test_figures_of_a_row(workspace: Workspace, tmp_path: Path, way: str, kind: str) -> None:
    """As lines of the same cells, in columns with numbers, and in rows below the nomination."""
    head, rows = WAYS[way]
    if kind == "xlsx":
        file, book = tmp_path / "表.xlsx", openpyxl.Workbook()
        for row in (head, *rows):
            book.active.append(row)
        book.save(file)
    else:
        file, text = tmp_path / "表.csv", io.StringIO(newline="")
        csv.writer(text).writerows([head, *rows])
        file.write_bytes(text.getvalue().encode(kind))
    (result,) = take_in(workspace, [file])
    assert (result.source_name, result.status) == (f"{file.name}:2", "accepted"), result
    assert workspace.nominations.get(result.case_id).claims == FOUND
    assert "left_out" not in result.params or result.params["left_out"] == []
    assert take_in(workspace, [file])[0].code == "nomination-known"


def test_figures_whose_lines_do_not_go_together(workspace: Workspace, tmp_path: Path) -> None:
    """Nothing is guessed: two figures with one source between them are sent back with the line."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(
        [[*CLAIM_HEAD, *HEADS[:3]], [*CLAIM_ROW, "9小时\n11%", "时间\n漏损率", "台账"]]
    )
    (tmp_path / "表.csv").write_bytes(text.getvalue().encode())
    (result,) = take_in(workspace, [tmp_path / "表.csv"])
    assert (result.code, result.params) == ("table-claims", {"name": "表.csv", "line": 2})


def test_a_time_alone_is_no_figure(workspace: Workspace, tmp_path: Path) -> None:
    """Columns that say when something was handed in mean nothing here, and are named."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([[*CLAIM_HEAD, "时间", "来源"], [*CLAIM_ROW, "3月1日", "邮件"]])
    (tmp_path / "表.csv").write_bytes(text.getvalue().encode())
    (result,) = take_in(workspace, [tmp_path / "表.csv"])
    assert (result.code, result.params) == ("left-out", {"left_out": ["时间", "来源"]})
    assert workspace.nominations.get(result.case_id).claims == []
