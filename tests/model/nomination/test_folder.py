"""Nominations as folders: the fields, what is missing or misspelt, attachments, and duplicates."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from review_app.model.case import Attachment, Claim
from review_app.model.nomination.intake import take_in
from review_app.model.progress import Cancelled, Progress
from review_app.model.workspace import Workspace
from review_app.model.workspace.nominations import IntakeResult
from tests.model.nomination.conftest import FIELDS, case_text, prose, write
from tests.model.workspace.conftest import picture


def one(workspace: Workspace, path: Path) -> IntakeResult:
    (result,) = take_in(workspace, [path])
    return result


def test_every_field_arrives(workspace: Workspace, tmp_path: Path) -> None:
    front = (
        "body_type: media\nrecipient: 示例报社\nroute: expert\n"
        "claims:\n  - {figure: 1.10, what: 倍数, source: 年报, date: 2016-12-20, status: verified}\n"
        "  - {figure: 040, what: 件数, source: 自述}\n"
        'attachments:\n  - {file: 图.png, title: "  一张\\n图  "}\n  - {file: b.PNG}\n'
    )
    folder = write(tmp_path / "alpha", case_text(front=front, title="  一网   通办 "))
    for name in ("图.png", "b.PNG"):
        (folder / name).write_bytes(picture(size=len(name)))
    assert one(workspace, folder) == IntakeResult("alpha", "accepted", "alpha")
    case = workspace.nominations.get("alpha")
    assert (case.title, case.organisation, case.recipient) == ("一网 通办", "示例市大数据中心", "示例报社")
    assert (case.body_type, case.route, case.facet, case.region) == ("media", "expert", "网络服务", "示例市")
    assert case.claims == [
        Claim("1.10", "倍数", "年报", "2016-12-20", "verified"),
        Claim("040", "件数", "自述", "", "self-reported"),
    ]
    assert [(a.file_name, a.title, a.media_type) for a in case.attachments] == [
        ("图.png", "一张 图", "image/png"),
        ("b.PNG", "b", "image/png"),
    ]
    assert workspace.blobs.read(case.attachments[0].digest) == picture(size=5)
    assert case.dossier == prose("alpha") + "\n"


def test_what_can_be_left_out(workspace: Workspace, tmp_path: Path) -> None:
    fields = {name: value for name, value in FIELDS.items() if name != "id"}
    folder = write(tmp_path / "whatever", case_text(fields, facet="online SERVICES"))
    result = one(workspace, folder)
    case = workspace.nominations.get(result.case_id)
    assert result.case_id.startswith("n-") and len(result.case_id) == 12
    assert (case.recipient, case.body_type, case.route) == (case.organisation, "other", "self")
    assert (case.facet, case.claims, case.attachments) == ("网络服务", [], [])
    # the made id follows from title and organisation
    assert one(workspace, folder) == IntakeResult(
        "whatever",
        "duplicate",
        result.case_id,
        "nomination-known",
        {"other": result.case_id, "similarity": 100},
    )


REFUSED: dict[str, tuple[str, str, dict[str, object]]] = {
    "nothing filled in": (
        case_text({"id": "alpha", "title": '""'}, body="短。"),
        "nomination-incomplete",
        {
            "fields": [
                "title",
                "organisation",
                "recipient",
                "region",
                "facet",
                "contact",
                "summary",
                "dossier",
            ]
        },
    ),
    "null is a word": (case_text(facet="~"), "facet-unknown", {"facet": "~"}),
    "a short dossier": (case_text(body="短" * 199), "nomination-incomplete", {"fields": ["dossier"]}),
    "only a table frame": (
        case_text(body="| --- |\n" * 300),
        "nomination-incomplete",
        {"fields": ["dossier"]},
    ),
    "a misspelt field": (case_text(front="organization: x\n"), "field-unknown", {"fields": ["organization"]}),
    "a list as title": (case_text(title="[a, b]"), "field-form", {"field": "title"}),
    "a long title": (case_text(title="长" * 201), "field-too-long", {"field": "title", "limit": 200}),
    "an id with capitals": (case_text(id="Alpha"), "case-id-invalid", {"case": "Alpha"}),
    "an id that climbs": (case_text(id="../x"), "case-id-invalid", {"case": "../x"}),
    "another facet": (case_text(facet="企业营销"), "facet-unknown", {"facet": "企业营销"}),
    "another body": (
        case_text(front="body_type: club\n"),
        "field-value",
        {"field": "body_type", "value": "club"},
    ),
    "claims as text": (case_text(front="claims: many\n"), "field-form", {"field": "claims"}),
    "a claim without source": (
        case_text(front="claims: [{figure: 3, what: x}]\n"),
        "nomination-incomplete",
        {"fields": ["claims 1: source"]},
    ),
    "a claim with more": (
        case_text(front="claims: [{figure: 3, who: x}]\n"),
        "field-form",
        {"field": "claims 1"},
    ),
    "attachments as text": (case_text(front="attachments: a.pdf\n"), "field-form", {"field": "attachments"}),
    "an attachment as text": (
        case_text(front="attachments: [a.pdf]\n"),
        "field-form",
        {"field": "attachments"},
    ),
    "a key twice": (case_text(front="title: zwei\n"), "front-matter-invalid", {"name": "case.md", "line": 2}),
    "an alias": (
        case_text(front="claims: [&a {figure: 1}, *a]\n"),
        "front-matter-invalid",
        {"name": "case.md"},
    ),
    "an object": (
        case_text(front="claims: !!python/object/apply:os.system [id]\n"),
        "front-matter-invalid",
        {"name": "case.md"},
    ),
    "no end of the front": (
        case_text().replace("\n---\n", "\n"),
        "front-matter-invalid",
        {"name": "case.md"},
    ),
    "a list as front": (
        "---\n- a\n---\n" + prose("x"),
        "front-matter-invalid",
        {"name": "case.md", "line": 2},
    ),
    "no front": (prose("x"), "front-matter-missing", {"name": "case.md"}),
    "an empty file": ("", "front-matter-missing", {"name": "case.md"}),
}


@pytest.mark.parametrize("what", REFUSED)
def test_refused_with_the_reason(workspace: Workspace, tmp_path: Path, what: str) -> None:
    text, code, params = REFUSED[what]
    head = workspace.log.head()
    result = one(workspace, write(tmp_path / "alpha", text))
    assert (result.status, result.code, result.case_id) == ("refused", code, "")
    assert {name: result.params.get(name) for name in params} == params
    assert (workspace.nominations.all(), workspace.log.head()) == ([], head)
    assert workspace.nominations.intake() == [result]
    kept = [path.read_bytes() for path in (workspace.folder / "files").rglob("*") if path.is_file()]
    (waiting,) = workspace.submissions.all()
    assert kept == (
        [text.encode()] if waiting.unread and text else []
    )  # of what can be read, all is in the fields


def test_a_corrected_nomination_is_accepted(workspace: Workspace, tmp_path: Path) -> None:
    folder = write(tmp_path / "alpha", case_text(facet="企业营销"))
    assert one(workspace, folder).status == "refused"
    write(folder, case_text())
    assert one(workspace, folder).status == "accepted"


def test_a_folder_without_case_file(workspace: Workspace, tmp_path: Path) -> None:
    write(tmp_path / "in" / "alpha", case_text())
    (tmp_path / "in" / "beta").mkdir()
    (tmp_path / "in" / ".git").mkdir()
    (tmp_path / "in" / "READ.txt").write_text("x", encoding="utf-8")
    (tmp_path / "in" / "推荐表.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    found = [(r.source_name, r.status, r.code) for r in take_in(workspace, [tmp_path / "in"])]
    assert found == [
        ("alpha", "accepted", ""),
        ("beta", "refused", "case-file-missing"),
        ("推荐表.doc", "refused", "nomination-format"),
    ]
    assert [(r.code, r.params["name"]) for r in take_in(workspace, [tmp_path / "nowhere"])] == [
        ("file-missing", "nowhere")
    ]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.pdf", None, "attachment-missing"),
        ("../secret.pdf", None, "attachment-name"),
        ("/etc/passwd.pdf", None, "attachment-name"),
        ("C:x.pdf", None, "attachment-name"),
        ("con.pdf", None, "attachment-name"),
        ("a.pdf.", None, "attachment-name"),
        (".hidden.pdf", None, "attachment-name"),
        ("a\u202efdp.pdf", None, "attachment-name"),
        ("x" * 117 + ".pdf", None, "attachment-name"),
        ("表.docx", b"PK\x03\x04", "format-unsupported"),
        ("表.wps", b"\xd0\xcf\x11\xe0", "format-unsupported"),
        ("票.ofd", b"PK\x03\x04", "format-unsupported"),
        ("包.rar", b"Rar!", "format-unsupported"),
        ("图.svg", b"<svg/>", "format-unsupported"),
        ("无", b"x", "format-unsupported"),
        ("a.pdf", b"", "attachment-damaged"),
        ("a.pdf", b"%PDF-1.4\ncut", "attachment-damaged"),
        ("a.pdf", b"\xd0\xcf\x11\xe0\xa1", "attachment-mismatch"),
        ("a.png", b"%PDF-1.4\n%%EOF", "attachment-mismatch"),
    ],
)
def test_attachments_that_are_refused(
    workspace: Workspace, tmp_path: Path, name: str, content: bytes | None, code: str
) -> None:
    (tmp_path / "secret.pdf").write_bytes(b"%PDF-1.4\n%%EOF")
    quoted = name.replace("\u202e", "\\u202e")
    front = f'attachments: [{{file: "{quoted}", title: x}}]\n'
    folder = write(tmp_path / "alpha", case_text(front=front))
    if content is not None:
        (folder / name).write_bytes(content)
    result = one(workspace, folder)
    assert (result.status, result.code, result.params["name"]) == ("refused", code, name)
    # what lies in the folder is kept for the organizer, as it is; nothing from outside, and nothing as an attachment
    (made,) = workspace.submissions.all()
    there = [content] if content else []
    assert made.attachments == [] and [workspace.blobs.read(item.digest) for item in made.kept] == there
    files = [file for file in (workspace.folder / "files").rglob("*") if file.is_file()]
    assert [file.read_bytes() for file in files] == there


@pytest.mark.skipif(os.name == "nt", reason="making a link needs a privilege on Windows")
def test_a_link_is_no_attachment(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "secret.pdf").write_bytes(b"%PDF-1.4\n%%EOF")
    folder = write(tmp_path / "alpha", case_text(front="attachments: [{file: a.pdf}]\n"))
    (folder / "a.pdf").symlink_to(tmp_path / "secret.pdf")
    assert one(workspace, folder).code == "attachment-missing"


def test_names_that_differ_in_case_only(workspace: Workspace, tmp_path: Path) -> None:
    folder = write(tmp_path / "alpha", case_text(front="attachments: [{file: a.png}, {file: A.PNG}]\n"))
    for name in ("a.png", "A.PNG"):
        (folder / name).write_bytes(picture())
    assert one(workspace, folder).code == "attachment-twice"


def test_decomposed_names_of_a_mac(workspace: Workspace, tmp_path: Path) -> None:
    composed = "Übersicht é.png"
    folder = write(tmp_path / "alpha", case_text(front=f"attachments: [{{file: {composed}}}]\n"))
    (folder / unicodedata.normalize("NFD", composed)).write_bytes(picture())
    assert one(workspace, folder) == IntakeResult("alpha", "accepted", "alpha")
    assert workspace.nominations.get("alpha").attachments == [
        Attachment(composed, "Übersicht é", "image/png", len(picture()), workspace.blobs.put(picture()))
    ]


def test_files_nobody_listed_are_named(workspace: Workspace, tmp_path: Path) -> None:
    folder = write(tmp_path / "alpha", case_text())
    for name in ("附录.pdf", ".DS_Store", "Thumbs.db", "~$case.docx"):
        (folder / name).write_bytes(b"x")
    result = one(workspace, folder)
    assert (result.status, result.code, result.params) == ("accepted", "left-out", {"left_out": ["附录.pdf"]})


def test_duplicates_name_the_other(workspace: Workspace, tmp_path: Path) -> None:
    body = prose("alpha", 1000)
    edited = body.replace("的", "之", 3) + "\n\n补充一句。"
    write(tmp_path / "1" / "alpha", case_text(body=body))
    write(tmp_path / "1" / "b-same-id", case_text(body=prose("other"), title="别的名称"))
    write(tmp_path / "1" / "c-same-title", case_text(id="gamma", title="“一网·通办”", body=prose("gamma")))
    write(
        tmp_path / "1" / "d-similar",
        case_text(id="delta", title="另一名称", organisation="别处", body=edited),
    )
    write(tmp_path / "1" / "e-title", case_text(id="epsilon", title="一网通办２", body=prose("epsilon")))
    write(tmp_path / "1" / "f-other", case_text(id="zeta", title="随申办", body=prose("zeta")))
    results = take_in(workspace, [tmp_path / "1"])
    assert [(r.status, r.code, r.case_id) for r in results] == [
        ("accepted", "", "alpha"),
        ("duplicate", "nomination-same-id", "alpha"),
        ("duplicate", "nomination-same-title", "alpha"),
        ("duplicate", "nomination-similar", "alpha"),
        ("duplicate", "nomination-similar", "alpha"),
        ("accepted", "", "zeta"),
    ]
    assert [r.params.get("similarity") for r in results][1:3] == [0, 0] or results[1].params[
        "similarity"
    ] == 100
    assert 80 <= int(str(results[3].params["similarity"])) < 100
    # somebody has looked: only exact matches are held back
    again = take_in(workspace, [tmp_path / "1"], allow_similar=True)
    assert [r.status for r in again] == [
        "duplicate",
        "duplicate",
        "duplicate",
        "accepted",
        "accepted",
        "duplicate",
    ]


def test_stopping_keeps_what_is_done(workspace: Workspace, tmp_path: Path) -> None:
    for name in ("alpha", "beta", "gamma"):
        write(tmp_path / "in" / name, case_text(id=name, title=name, body=prose(name)))
    seen: list[tuple[int, int]] = []
    progress = Progress(lambda done, total: seen.append((done, total)), lambda: len(seen) > 1)
    with pytest.raises(Cancelled):
        take_in(workspace, [tmp_path / "in"], progress=progress)
    assert seen == [(0, 3), (1, 3)]
    assert workspace.nominations.ids() == ["alpha", "beta"]
    workspace.verify_log()
    assert [r.status for r in take_in(workspace, [tmp_path / "in"])] == ["duplicate", "duplicate", "accepted"]
