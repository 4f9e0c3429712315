"""The form that is sent out comes back without loss: filled in by hand, and saved by LibreOffice."""

from __future__ import annotations

import csv
import io
import json
import time
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Mapping
from pathlib import Path

import msgspec
import openpyxl
import pytest

from review_app.model.case import Case, Claim
from review_app.model.nomination.checks import MINIMUM_DOSSIER
from review_app.model.nomination.form_layout import CLAIMS_TITLE, FIELDS, FORM_NAME, SECTIONS
from review_app.model.nomination.forms import form_docx, form_xlsx
from review_app.model.nomination.intake import take_in
from review_app.model.workspace import Workspace
from review_app.model.workspace.campaign import PlannedDate, Settings
from tests.model.nomination.conftest import FACETS, case_text, prose
from tests.model.nomination.office import needs_office, save_as
from tests.model.nomination.test_zip import zipped
from tests.model.workspace.conftest import picture

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SETTINGS = Settings(title="网络理政案例评选", edition="2026", facets=FACETS)
FILLED = {
    "案例名称": "一网通办",
    "申报单位": "示例市大数据中心",
    "单位类型": "地方政府",
    "承办单位": "示例市政务服务处（a_b）",
    "地区": "示例省示例市",
    "层级": "市级",
    "类别": "网络服务",
    "申报方式": "专家推荐",
    "联系方式": "张某 010-00000000 a*b@example.invalid",
    "曾获奖项": "2020 年省级优秀案例",
    "案例简介": "一个为测试而写的案例，共 3 万件，*不是*强调。",
}
BODY = {title: [prose(title, 100).replace("\n\n", "") for _ in range(2)] for title, _ in SECTIONS[:4]}
CLAIMS = [["3万", "件", "年报 第 5 页", "2020"], ["1.10", "倍", "统计局", ""]]
DOSSIER = "\n\n".join(part for title, texts in BODY.items() for part in (f"## {title}", *texts)) + "\n"


def fill_docx(
    content: bytes, filled: Mapping[str, str] = FILLED, bodies: Mapping[str, list[str]] = BODY
) -> bytes:
    """The Word form with everything typed in, cell by cell and behind each explanation."""
    members = {}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            members[name] = archive.read(name)
    ET.register_namespace("w", W[1:-1])
    root = ET.fromstring(members["word/document.xml"])
    body = root[0]

    def text_of(element: ET.Element) -> str:
        return "".join(node.text or "" for node in element.iter(f"{W}t"))

    def typed(paragraph: ET.Element, text: str) -> None:
        node = ET.SubElement(ET.SubElement(paragraph, f"{W}r"), f"{W}t")
        node.text = text

    fields, claims = body.findall(f"{W}tbl")
    for row in fields.findall(f"{W}tr"):
        cells = row.findall(f"{W}tc")
        if value := filled.get(text_of(cells[0]).strip(" *")):
            typed(cells[1].findall(f"{W}p")[0], value)
    for row, claim in zip(claims.findall(f"{W}tr")[1:], CLAIMS, strict=False):
        for cell, value in zip(row.findall(f"{W}tc"), claim, strict=True):
            typed(cell.findall(f"{W}p")[0], value)
    for place, element in reversed(list(enumerate(list(body)))):
        if texts := bodies.get(text_of(element)):
            typed(body[place + 2], texts[0])
            second = ET.Element(f"{W}p")
            typed(second, texts[1])
            body.insert(place + 3, second)
    members["word/document.xml"] = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def fill_xlsx(
    content: bytes, filled: Mapping[str, str] = FILLED, bodies: Mapping[str, list[str]] = BODY
) -> bytes:
    """The workbook with everything typed in."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet, claims = book[FORM_NAME], book[CLAIMS_TITLE]
    for row in sheet.iter_rows(min_row=1, max_col=2):
        label = str(row[0].value or "").strip(" *")
        if label in filled:
            row[1].value = filled[label]
        elif label in bodies:
            row[1].value = "\n".join(bodies[label])
    for number, claim in enumerate(CLAIMS, start=3):
        for column, value in enumerate(claim, start=1):
            claims.cell(number, column).value = value
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def check(case: Case) -> None:
    """Everything that was filled in has arrived, and nothing that the form itself says."""
    assert (case.title, case.organisation, case.recipient) == (
        "一网通办",
        "示例市大数据中心",
        "示例市大数据中心",
    )
    assert (case.body_type, case.route, case.level) == ("local-government", "expert", "市级")
    assert (case.carrying_body, case.region) == ("示例市政务服务处（a_b）", "示例省示例市")
    assert (case.facet, case.contact) == ("网络服务", FILLED["联系方式"])
    assert (case.earlier_awards, case.summary) == ("2020 年省级优秀案例", FILLED["案例简介"])
    assert case.claims == [
        Claim("3万", "件", "年报 第 5 页", "2020", "self-reported"),
        Claim("1.10", "倍", "统计局", "", "self-reported"),
    ]
    assert case.dossier == DOSSIER


MADE = {"docx": (form_docx, fill_docx), "xlsx": (form_xlsx, fill_xlsx)}


@pytest.mark.parametrize("kind", MADE)
def test_filled_by_hand(workspace: Workspace, tmp_path: Path, kind: str) -> None:
    make, fill = MADE[kind]
    file = tmp_path / f"申报表.{kind}"
    file.write_bytes(fill(make(SETTINGS)))
    (result,) = take_in(workspace, [file])
    assert (result.status, result.code) == ("accepted", ""), result
    check(workspace.nominations.get(result.case_id))


def test_pictures_in_a_workbook_do_not_vanish(workspace: Workspace, tmp_path: Path) -> None:
    """What can be shown is attached; a drawing of another program is named, and kept as it is."""
    from openpyxl.drawing.image import Image

    book = openpyxl.load_workbook(io.BytesIO(fill_xlsx(form_xlsx(SETTINGS))))
    book[FORM_NAME].add_image(Image(io.BytesIO(picture())), "B20")
    file = tmp_path / "申报表.xlsx"
    book.save(file)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("xl/media/image2.emf", b"\x01\x00\x00\x00emf")
    (result,) = take_in(workspace, [file])
    assert (result.status, result.params) == ("accepted", {"left_out": ["image2.emf"]})
    (attached,) = workspace.nominations.get(result.case_id).attachments
    assert (attached.title, attached.file_name) == ("图1", "图1.png")
    (one,) = workspace.submissions.all()
    assert [workspace.blobs.read(item.digest) for item in one.kept] == [b"\x01\x00\x00\x00emf"]


@needs_office
@pytest.mark.parametrize("kind", MADE)
def test_saved_by_libreoffice(workspace: Workspace, tmp_path: Path, kind: str) -> None:
    make, fill = MADE[kind]
    file = tmp_path / f"申报表.{kind}"
    file.write_bytes(fill(make(SETTINGS)))
    out = tmp_path / "out"
    out.mkdir()
    saved = save_as(file, kind, out)
    assert saved.read_bytes() != file.read_bytes()
    (result,) = take_in(workspace, [saved])
    assert (result.status, result.code) == ("accepted", ""), result
    check(workspace.nominations.get(result.case_id))


@pytest.mark.parametrize("kind", MADE)
def test_an_empty_form_is_an_incomplete_nomination(workspace: Workspace, tmp_path: Path, kind: str) -> None:
    file = tmp_path / f"a.{kind}"
    file.write_bytes(MADE[kind][0](SETTINGS))
    (result,) = take_in(workspace, [file])
    assert result.code == "nomination-incomplete"
    (one,) = workspace.submissions.all()
    assert (one.fields.get("title", ""), one.dossier.strip(), one.claims) == ("", "", [])
    needed = ["title", "organisation", "recipient", "region", "facet", "contact", "summary", "dossier"]
    assert result.params["fields"] == needed


@pytest.mark.parametrize("make", [form_docx, form_xlsx])
def test_the_same_campaign_gives_the_same_bytes(make: object) -> None:
    first = make(SETTINGS)  # type: ignore[operator]
    time.sleep(2.1)  # a ZIP file's times go in steps of two seconds
    assert make(SETTINGS) == first  # type: ignore[operator]
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        texts = b"".join(archive.read(name) for name in archive.namelist())
        assert {info.date_time[0] for info in archive.infolist()} == {1980}
    for trace in (b"openpyxl", b"dcterms:created>", b"dcterms:modified>"):
        assert trace not in texts


def test_the_form_says_how_long_a_text_must_be_at_least() -> None:
    with zipfile.ZipFile(io.BytesIO(form_docx(SETTINGS))) as form:
        assert f"不少于 {MINIMUM_DOSSIER} 字" in form.read("word/document.xml").decode()
    cells = openpyxl.load_workbook(io.BytesIO(form_xlsx(SETTINGS))).worksheets[0]["A2"].value
    assert f"不少于 {MINIMUM_DOSSIER} 字" in cells


def test_what_the_campaign_asks_for_is_in_the_form() -> None:
    settings = msgspec.structs.replace(
        SETTINGS, required=["title", "level"], planned=[PlannedDate("nominations-until", "2026-12-01")]
    )
    book = openpyxl.load_workbook(io.BytesIO(form_xlsx(settings)))
    sheet = book[FORM_NAME]
    labels = [str(row[0].value) for row in sheet.iter_rows(min_row=4, max_col=1, max_row=3 + len(FIELDS))]
    assert [label.removesuffix(" *") for label in labels if label.endswith("*")] == ["案例名称", "层级"]
    assert "2026-12-01" in str(sheet["A2"].value)
    rules = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation}
    lists = book["选项"]
    facet = f"B{4 + [field.field for field in FIELDS].index('facet')}"
    letter = rules[facet].split("$")[1]
    assert [cell.value for cell in lists[letter] if cell.value] == [facet.name for facet in FACETS]
    assert lists.sheet_state == "hidden" and len(rules) == 4


@needs_office
def test_four_ways_to_the_same_case(tmp_path: Path) -> None:
    """A GB18030 CSV and an XLSX written by LibreOffice, a DOCX saved by it, and a ZIP with CP936 names."""
    out = tmp_path / "out"
    out.mkdir()
    heads = {
        "title": "案例名称",
        "organisation": "申报单位",
        "body_type": "单位类型",
        "carrying_body": "承办单位",
        "region": "地区",
        "level": "层级",
        "facet": "类别",
        "route": "申报方式",
        "contact": "联系方式",
        "earlier_awards": "曾获奖项",
        "summary": "案例简介",
    }
    row = {head: FILLED[head] for head in heads.values()} | {"正文": DOSSIER, "附件": "图.png"}
    row |= {
        head: "\n".join(claim[place] for claim in CLAIMS)
        for place, head in enumerate(("数字", "指什么", "出处", "时间"))
    }
    with (tmp_path / "表.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(row))
        writer.writeheader()
        writer.writerow(row)
    every_cell_text = "/".join(f"{column}/2" for column in range(1, len(row) + 1))
    xlsx = save_as(tmp_path / "表.csv", "xlsx", out, f"CSV:44,34,76,1,{every_cell_text}")
    table = save_as(xlsx, "csv", out)
    with pytest.raises(UnicodeDecodeError):
        table.read_bytes().decode("utf-8")
    (tmp_path / "申报表.docx").write_bytes(fill_docx(form_docx(SETTINGS)))
    document = out / "docx" / "申报表.docx"
    document.parent.mkdir()
    save_as(tmp_path / "申报表.docx", "docx", document.parent)
    for folder in (out, document.parent):
        (folder / "图.png").write_bytes(picture())
    fields = {name: FILLED[head] for name, head in heads.items()}
    quoted = {name: f'"{value}"' for name, value in fields.items()}
    figures = [
        {name: text for name, text in zip(("figure", "what", "source", "date"), claim, strict=True) if text}
        for claim in CLAIMS
    ]
    listed = json.dumps(figures, ensure_ascii=False)  # JSON is YAML
    front = f"attachments: [{{file: 图.png}}]\nclaims: {listed}\n"
    archive = tmp_path / "材料.zip"
    text = case_text(quoted, body=DOSSIER, front=front).encode("gb18030")
    archive.write_bytes(
        zipped({"示例市/case.md": text, "示例市/图.png": picture()}, encoding="cp936", flag=False)
    )
    found = []
    (document.parent / "profile").rename(tmp_path / "profile")
    for number, source in enumerate((table, xlsx, document.parent, archive)):
        with Workspace.create(tmp_path / f"ws{number}", "", "", [], settings=SETTINGS) as made:
            results = take_in(made, [source])
            assert [result.status for result in results] == ["accepted"], results
            (case,) = made.nominations.all()
            assert made.blobs.read(case.attachments[0].digest) == picture()
            found.append(case)
    assert [claim.figure for claim in found[0].claims] == ["3万", "1.10"]
    assert found[0].dossier == DOSSIER and found[0].contact == FILLED["联系方式"]
    for other in found[1:]:
        assert msgspec.to_builtins(other) == msgspec.to_builtins(found[0])
