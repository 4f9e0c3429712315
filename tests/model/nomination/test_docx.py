"""Nominations as Word documents: title, form, text, tables, pictures."""

from __future__ import annotations

import base64
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from markdown_it import MarkdownIt

from review_app.model.nomination.intake import take_in
from review_app.model.nomination.markdown import blocks_of, to_markdown
from review_app.model.nomination.markdown import escape as escape_markdown
from review_app.model.workspace import Workspace
from tests.model.nomination.conftest import prose
from tests.model.workspace.conftest import picture

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="png" ContentType="image/png"/><Default Extension="emf" ContentType="image/x-emf"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def paragraph(text: str, style: str = "", bold: bool = False) -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    properties = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f"<w:p>{named}<w:r>{properties}<w:t xml:space='preserve'>{escape(text)}</w:t></w:r></w:p>"


def table(*rows: tuple[str, ...]) -> str:
    cells = ["".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows]
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def drawing(relation: str) -> str:
    return (
        '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData>'
        '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill>'
        f'<a:blip xmlns:r="{OFFICE}" r:embed="{relation}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r></w:p>"
    )


def write_docx(path: Path, *body: str, media: dict[str, bytes] | None = None) -> Path:
    """A minimal, real Word document."""
    relations = "".join(
        f'<Relationship Id="{Path(name).stem}" Type="{OFFICE}/image" Target="media/{name}"/>'
        for name in media or {}
    )
    styles = (
        f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/></w:style></w:styles>'
    )
    relations += f'<Relationship Id="st" Type="{OFFICE}/styles" Target="styles.xml"/>'
    start = f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS.format(start))
        archive.writestr("word/_rels/document.xml.rels", RELATIONS.format(relations))
        archive.writestr("word/styles.xml", styles)
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{"".join(body)}</w:body></w:document>'
        )
        for name, content in (media or {}).items():
            archive.writestr(f"word/media/{name}", content)
    return path


FORM = table(
    ("申报单位", "示例市大数据中心"),
    ("地区：", "示例市"),
    ("类别", "网络服务"),
    ("申报方式", "专家推荐"),
    ("联系方式", "a_b@example.invalid"),
    ("案例简介", "一个 <为测试> 而写的案例。"),
)


def test_a_document_becomes_a_case(workspace: Workspace, tmp_path: Path) -> None:
    file = write_docx(
        tmp_path / "申报.docx",
        paragraph("一网通办", "1"),
        FORM,
        paragraph("主要做法", "2"),
        paragraph(prose("docx", 250).replace("\n\n", "")),
        paragraph("# 不是标题，*也不是*强调"),
        paragraph("重点", bold=True),
        table(("年度", "件数"), ("2016", "11006 | 件")),
        drawing("one"),
        drawing("two"),
        media={"one.png": picture(), "two.emf": b"\x01\x00\x00\x00emf"},
    )
    (result,) = take_in(workspace, [file])
    assert (result.status, result.code, result.params) == (
        "accepted",
        "left-out",
        {"left_out": ["图2.emf"]},
    )
    case = workspace.nominations.get(result.case_id)
    assert (case.title, case.organisation, case.region) == ("一网通办", "示例市大数据中心", "示例市")
    assert (case.facet, case.route, case.contact) == ("网络服务", "expert", "a_b@example.invalid")
    assert case.summary == "一个 <为测试> 而写的案例。"
    assert [(a.file_name, a.media_type) for a in case.attachments] == [("图1.png", "image/png")]
    assert workspace.blobs.read(case.attachments[0].digest) == picture()
    assert case.dossier == "\n\n".join(
        [
            "## 主要做法",
            prose("docx", 250).replace("\n\n", ""),
            "\\# 不是标题，\\*也不是\\*强调",
            "**重点**",
            "| 年度 | 件数 |\n| --- | --- |\n| 2016 | 11006 \\| 件 |",
            "（图1，见附件）",
            "（图2，未能收入）\n",
        ]
    )
    assert take_in(workspace, [file])[0].code == "nomination-known"


def test_a_form_as_lines(workspace: Workspace, tmp_path: Path) -> None:
    lines = [
        "申报单位：示例市大数据中心",
        "地区: 示例市",
        "类别：网络服务",
        "联系人：张",
        "摘要：短的。",
        "说明：保留在正文",
    ]
    file = write_docx(
        tmp_path / "a.docx",
        paragraph("名称", "1"),
        *map(paragraph, lines),
        paragraph(prose("x", 300)),
        paragraph("地区：文中"),
    )
    (result,) = take_in(workspace, [file])
    case = workspace.nominations.get(result.case_id)
    assert (case.title, case.region, case.contact, case.summary) == ("名称", "示例市", "张", "短的。")
    assert case.dossier.startswith("说明：保留在正文\n\n") and case.dossier.endswith("地区：文中\n")


def test_what_a_document_lacks_is_named(workspace: Workspace, tmp_path: Path) -> None:
    file = write_docx(tmp_path / "a.docx", paragraph("名称", "1"), paragraph("几句话。"))
    (result,) = take_in(workspace, [file])
    assert result.code == "nomination-incomplete"
    assert result.params["fields"] == [
        "organisation",
        "recipient",
        "region",
        "facet",
        "contact",
        "summary",
        "dossier",
    ]


def test_damaged_and_foreign_documents(workspace: Workspace, tmp_path: Path) -> None:
    whole = write_docx(tmp_path / "a.docx", paragraph("x")).read_bytes()
    entities = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    bad_xml = whole.replace(b"<w:document", b"<w:documenT")
    contents = [b"", b"text", whole[:-30], bad_xml, base64.b64encode(whole), entities.encode()]
    for content in contents:
        (tmp_path / "b.docx").write_bytes(content)
        (result,) = take_in(workspace, [tmp_path / "b.docx"])
        assert (result.status, result.code) == ("refused", "document-invalid")


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>a</p><p></p><p>b</p>", "a\n\nb\n"),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n   - b\n- c\n"),
        ("<ol><li>a</li><li>b</li></ol><p>c</p>", "1. a\n1. b\n\nc\n"),
        ("<h2>a</h2><p>x<strong> b </strong>y</p>", "## a\n\nx **b** y\n"),
        ("<p><em>a</em><br/>b</p>", "*a* b\n"),
        ("<p>1. not a list</p><p>- nor this</p>", "1\\. not a list\n\n\\- nor this\n"),
        ("<p>a &lt;script&gt; [x](y) `c`</p>", "a \\<script\\> \\[x\\](y) \\`c\\`\n"),
        (
            "<table><tr><td>a</td></tr><tr><td>b</td><td><p>c</p><p>d</p></td></tr></table>",
            "| a |  |\n| --- | --- |\n| b | c d |\n",
        ),
        ("<table><tr><td>a<table><tr><td>in</td></tr></table></td></tr></table>", "| ain |\n| --- |\n"),
        ("loose text", "loose text\n"),
        ("<p>unclosed <strong>b", "unclosed b\n"),
    ],
)
def test_html_to_markdown(html: str, markdown: str) -> None:
    assert to_markdown(blocks_of(html)) == markdown


def in_group(relation: str) -> str:
    """A picture in a group of shapes: nothing that stands in the line of the text."""
    return (
        '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData>'
        '<wpg:wgp xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup">'
        '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill>'
        f'<a:blip xmlns:r="{OFFICE}" r:embed="{relation}"/></pic:blipFill></pic:pic></wpg:wgp></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def test_every_picture_is_in_or_named(workspace: Workspace, tmp_path: Path) -> None:
    """Between words, ahead of the title, in a heading, in a cell, twice, in a group of shapes, and one that lies on a
    server: each is an attachment with its place in the text, or named."""
    with_picture = drawing("b").removeprefix("<w:p>").removesuffix("</w:p>")
    words = paragraph("左边").removesuffix("</w:p>") + with_picture + paragraph("右边").removeprefix("<w:p>")
    heading = (
        paragraph("主要做法", "2").removesuffix("</w:p>") + with_picture.replace('"b"', '"c"') + "</w:p>"
    )
    cell = f"<w:tbl><w:tr><w:tc>{drawing('d')}</w:tc><w:tc>{paragraph('说明')}</w:tc></w:tr></w:tbl>"
    pictures = {f"{name}.png": picture(size=3 + place) for place, name in enumerate("abcde")}
    file = write_docx(
        tmp_path / "申报.docx",
        drawing("a"),
        paragraph("一网通办", "1"),
        FORM,
        heading,
        words,
        drawing("b"),
        cell,
        in_group("e"),
        drawing("far"),
        paragraph(prose("docx", 250).replace("\n\n", "")),
        media=pictures,
    )
    whole = file.read_bytes()
    with zipfile.ZipFile(file) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        f'<Relationship Id="far" Type="{OFFICE}/image" Target="http://127.0.0.1:9/far.png"'
        ' TargetMode="External"/></Relationships>'.encode(),
    )
    parts["word/document.xml"] = parts["word/document.xml"].replace(b'r:embed="far"', b'r:link="far"')
    parts["word/media/head.png"] = picture(size=40)
    parts["word/embeddings/oleObject1.bin"] = b"\xd0\xcf\x11\xe0"
    with zipfile.ZipFile(file, "w") as new:
        for name, content in parts.items():
            new.writestr(name, content)
    assert file.read_bytes() != whole
    (result,) = take_in(workspace, [file])
    case = workspace.nominations.get(result.case_id)
    assert case.title == "一网通办"
    found = {item.title: workspace.blobs.read(item.digest) for item in case.attachments}
    assert sorted(found.values()) == sorted(pictures.values())
    at = {content: title for title, content in found.items()}
    a, b, c, d, e = (f"（{at[pictures[f'{name}.png']]}，见附件）" for name in "abcde")
    lines = [line for line in case.dossier.split("\n") if line]
    assert lines[:5] == [a, "## 主要做法", c, f"左边{b}右边", b]
    assert f"| {d} | 说明 |" in lines and e not in case.dossier
    assert [line for line in lines if "未能收入" in line] == ["（图5，未能收入）"]
    assert sorted(result.params["left_out"]) == ["head.png", "oleObject1.bin", "图5"]


MARKS = [
    "---",
    "- - -",
    "--",
    "-",
    "+",
    "#",
    "###",
    "####### x",
    "1.",
    "12)",
    "===",
    "=",
    "~~~ x",
    "# x",
    " - x",
    "x #",
]


@pytest.mark.parametrize("text", [*MARKS, "a ###", "C#", "a # b", "1.5", "-x", "#x", "___", "***", "x\\"])
def test_what_looks_like_a_mark_is_shown_as_it_was_written(text: str) -> None:
    html = f"<p>before</p><p>{text}</p><h2>{text}</h2><ul><li>{text}</li></ul><h3>x <em>y</em> {text}</h3>"
    blocks = [each.text for each in blocks_of(html)]
    tokens = MarkdownIt("commonmark").parse(to_markdown(blocks_of(html)))
    opened = [each.tag for each in tokens if each.nesting == 1]
    assert opened == ["p", "p", "h2", "ul", "li", "p", "h3"]
    shown = [
        "".join(part.content for part in each.children or []) for each in tokens if each.type == "inline"
    ]
    assert shown == blocks
    assert not any(each.type in ("hr", "fence") for each in tokens)
    lines = MarkdownIt("commonmark").parse(f"above\n{escape_markdown(text.strip())}")
    assert [each.tag for each in lines if each.nesting == 1] == ["p"]
