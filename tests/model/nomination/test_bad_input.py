"""What people really send when something went wrong: one clear reason each, and nothing lost."""

from __future__ import annotations

import codecs
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from review_app.model.nomination.expected import look
from review_app.model.nomination.intake import take_in
from review_app.model.nomination.table import table_preview
from review_app.model.nomination.zip_limits import tags_within
from review_app.model.workspace import Workspace
from review_app.texts import error_text
from tests.model.nomination.conftest import case_text, prose, write
from tests.model.nomination.test_docx import paragraph, write_docx

HEAD = ["案例名称", "申报单位", "地区", "类别", "联系方式", "摘要", "正文"]
ROW = ["随申办", "甲中心", "上海", "网络服务", "021-5555", "摘要", prose("a")]


def refused(workspace: Workspace, path: Path) -> str:
    """The code of the one refusal; it has a sentence and a remedy in both languages."""
    (result,) = take_in(workspace, [path])
    assert result.status == "refused"
    assert [one.code for one in workspace.nominations.intake() if one == result] == [result.code]
    from review_app.model.errors import InputError

    for language in ("zh", "en"):
        text = error_text(InputError(result.code, **result.params), language)
        assert text.what != result.code and "…" not in text.what and text.next
    return result.code


def protected() -> bytes:
    """The beginning of an office file under a password ([MS-OFFCRYPTO]: an OLE file with an EncryptedPackage)."""
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(1016)
        + "EncryptedPackage".encode("utf-16-le")
        + bytes(512)
    )


def bomb(name: str) -> bytes:
    file = io.BytesIO()
    with (
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open(name, "w") as entry,
    ):
        for _ in range(300):
            entry.write(bytes(1 << 20))
    return file.getvalue()


def crowded(name: str, part: str, piece: bytes, times: int) -> bytes:
    """A file of some ten kB in which one part has millions of tags, under a name of its own."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"<Types/>")
        archive.writestr(part, b" \n<" + name.encode() + b">" + piece * times + b"</" + name.encode() + b">")
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.docx", protected(), "office-protected"),
        ("a.xlsx", protected(), "office-protected"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "document-invalid"),
        ("a.docx", bomb("word/document.xml"), "document-invalid"),
        ("a.xlsx", bomb("xl/workbook.xml"), "table-invalid"),
        ("a.docx", crowded("w:document", "word/document.png", b"<w:p/>", 300_000), "document-invalid"),
        ("a.xlsx", crowded("worksheet", "xl/worksheets/sheet1.xml", b"<c/>", 1_500_000), "table-invalid"),
        ("a.docx", b"", "document-invalid"),
        ("a.xlsx", b"", "table-invalid"),
        ("a.csv", b"", "table-header"),
        ("a.csv", b"title,organisation,dossier\nx,y," + b"z" * (5 << 20) + b"\n", "table-cell-too-long"),
        ("a.csv", b"title,organisation,dossier\n" + b"x" * (100 << 20), "file-too-large"),
        ("a.pdf", b"%PDF-1.4\n%%EOF", "attachment-alone"),
        ("a.wps", b"\xd0\xcf\x11\xe0", "nomination-format"),
        ("a.rar", b"Rar!", "nomination-format"),
        ("a.doc", b"\xd0\xcf\x11\xe0", "nomination-format"),
        ("a.7z", b"7z\xbc\xaf", "nomination-format"),
    ],
)
def test_refused_with_one_clear_reason(
    workspace: Workspace, tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    (tmp_path / name).write_bytes(content)
    assert refused(workspace, tmp_path / name) == code
    (told,) = look(workspace, [tmp_path / name]).expected
    assert told.fate == "unreadable" and [problem.code for problem in told.problems] == [code]


def test_a_broken_one_among_good_ones(workspace: Workspace, tmp_path: Path) -> None:
    """The rest is taken in, whatever lies between."""
    folder = tmp_path / "in"
    write(folder / "a", case_text())
    write(folder / "b", b"\xff\xfe\x00")
    (folder / "c.docx").write_bytes(protected())
    (folder / "d.zip").write_bytes(b"PK")
    write(folder / "e", case_text(id="beta", title="乙", body=prose("b")))
    results = take_in(workspace, [folder])
    assert [r.status for r in results] == ["accepted", "refused", "refused", "refused", "accepted"]
    assert workspace.nominations.ids() == ["alpha", "beta"]


def test_two_cases_with_one_id(workspace: Workspace, tmp_path: Path) -> None:
    write(tmp_path / "in" / "a", case_text())
    write(tmp_path / "in" / "b", case_text(title="另一个", body=prose("b")))
    results = take_in(workspace, [tmp_path / "in"])
    assert [(r.status, r.code) for r in results] == [("accepted", ""), ("duplicate", "nomination-same-id")]
    waiting = [one for one in workspace.submissions.all() if one.state == "received"]
    assert [(one.title, one.dossier.strip()) for one in waiting] == [("另一个", prose("b"))]


def test_formulas(workspace: Workspace, tmp_path: Path) -> None:
    """With the value it was saved with a formula is that value; without, the row says which cell."""
    book = openpyxl.Workbook()
    book.active.append(HEAD)
    book.active.append(ROW)
    book.active.append(["=A2", *ROW[1:]])
    book.save(tmp_path / "t.xlsx")
    results = take_in(workspace, [tmp_path / "t.xlsx"])
    assert [(r.source_name, r.status, r.code) for r in results] == [
        ("t.xlsx:2", "accepted", ""),
        ("t.xlsx:3", "refused", "table-formula"),
    ]
    assert results[1].params == {"name": "t.xlsx", "cell": "A3"}


@pytest.mark.parametrize(
    ("encoding", "mark", "said"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", codecs.BOM_UTF8, "utf-8-sig"),
        ("gb18030", b"", "gb18030"),
        ("utf-16-le", codecs.BOM_UTF16_LE, "utf-16"),
        ("utf-16-be", codecs.BOM_UTF16_BE, "utf-16"),
    ],
)
@pytest.mark.parametrize("ending", ["csv", "txt"])
def test_a_table_in_every_encoding(
    workspace: Workspace, tmp_path: Path, encoding: str, mark: bytes, said: str, ending: str
) -> None:
    """Excel's "Unicode text" is UTF-16 with tabs under the ending .txt."""
    text = "\r\n".join("\t".join(f'"{cell}"' for cell in row) for row in (HEAD, ROW)) + "\r\n"
    file = tmp_path / f"表.{ending}"
    file.write_bytes(mark + text.encode(encoding))
    preview = table_preview(file)
    assert (preview.columns, preview.encoding, preview.count, preview.missing) == (HEAD, said, 1, [])
    assert preview.rows == [ROW]
    (result,) = take_in(workspace, [file])
    assert result.status == "accepted"
    assert workspace.nominations.get(result.case_id).dossier == prose("a") + "\n"


def test_columns_with_names_of_their_own(workspace: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "表.csv"
    heads = ["项目", "报送机关", "地区", "类别", "电话", "一句话", "全文", "备注"]
    file.write_text("\n".join(",".join(f'"{c}"' for c in row) for row in (heads, [*ROW, "内部"])), "utf-8")
    before = table_preview(file)
    assert before.mapping == {"地区": "region", "类别": "facet"}
    assert before.missing == ["title", "organisation", "dossier"]
    assert refused(workspace, file) == "table-header"
    names = ["title", "organisation", "region", "-", "contact", "summary", "dossier"]
    mapping = {**dict(zip(heads, names, strict=False)), "备注": ""}
    assert table_preview(file, mapping).missing == []
    (result,) = take_in(workspace, [file], mapping=mapping)
    assert result.params["fields"] == ["facet"]  # left out by whoever mapped the columns
    mapping["类别"] = "facet"
    (result,) = take_in(workspace, [file], mapping=mapping)
    assert (result.status, result.code, result.params) == ("accepted", "left-out", {"left_out": ["备注"]})
    case = workspace.nominations.get(result.case_id)
    assert (case.title, case.organisation, case.contact) == ("随申办", "甲中心", "021-5555")


def test_a_form_of_four_columns(workspace: Workspace, tmp_path: Path) -> None:
    """As ministries lay them out: two pairs a row, and a row that nobody has a field for."""
    rows = [
        ["案例名称", "一网通办", "申报单位（盖章）", "示例市"],
        ["地区", "示例市", "类别", "网络服务"],
        ["联系人：", "张", "邮编", "100000"],
        ["案例简介", "短的。", "层级", "市级"],
    ]
    cells = "".join(
        "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in rows
    )
    file = write_docx(tmp_path / "a.docx", f"<w:tbl>{cells}</w:tbl>", paragraph(prose("x", 300)))
    (result,) = take_in(workspace, [file])
    assert (result.status, result.params) == ("accepted", {"left_out": ["邮编"]})
    case = workspace.nominations.get(result.case_id)
    assert (case.title, case.organisation, case.region, case.level) == (
        "一网通办",
        "示例市",
        "示例市",
        "市级",
    )


def test_what_is_counted_before_a_document_is_read() -> None:
    assert tags_within(crowded("r", "word/media/a.bin", b"<a b='1'/>", 1000), 1004)
    assert not tags_within(crowded("r", "word/media/a.bin", b"<a b='1'/>", 1000), 1000)
    assert not tags_within(crowded("r", "x.xml", b" a='1'", 3000), 1000)
    assert tags_within(crowded("r", "x.xml", b"text", 3000), 10)
