"""Nominations that can't be read at all: their files stay, until a corrected one takes their place."""

from __future__ import annotations

import email.message
import io
import shutil
import zipfile
from pathlib import Path

import pytest

from review_app.model.case import ATTACHMENT_LIMIT
from review_app.model.crypto.ballot_card import new_card
from review_app.model.crypto.vault import Unlocker
from review_app.model.errors import InputError, UsageError
from review_app.model.nomination.expected import look
from review_app.model.nomination.intake import take_in
from review_app.model.nomination.replacing import replace_unread
from review_app.model.workspace import Workspace
from review_app.model.workspace.keeping import bring_back, keep
from review_app.model.workspace.submission import Submission
from review_app.texts import phrase
from tests.model.nomination.conftest import case_text, prose, write
from tests.model.nomination.test_bad_input import HEAD, ROW, bomb, protected
from tests.model.workspace.boxed import Boxed, boxed

RAR = b"Rar!\x1a\x07\x01\x00 packed"


def handed_in(workspace: Workspace, path: Path) -> Submission:
    """The one submission that taking ``path`` in leaves."""
    before = {one.id for one in workspace.submissions.all()}
    (result,) = take_in(workspace, [path])
    assert result.status == "refused"
    (one,) = [one for one in workspace.submissions.all() if one.id not in before]
    return one


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.rar", RAR, "nomination-format"),
        ("a.docx", protected(), "office-protected"),
        ("a.xlsx", protected(), "office-protected"),
        ("a.docx", b"PK no document", "document-invalid"),
        ("a.docx", bomb("word/document.xml"), "document-invalid"),
        ("a.zip", b"PK no archive", "zip-invalid"),
        ("a.doc", b"\xd0\xcf\x11\xe0 old", "nomination-format"),
        ("a.wps", b"\xd0\xcf\x11\xe0 wps", "nomination-format"),
        ("a.ofd", b"PK ofd", "nomination-format"),
        ("a.pdf", b"%PDF-1.4\n%%EOF", "attachment-alone"),
        ("a.csv", b"one,two\n1,2\n", "table-header"),
    ],
)
def test_its_bytes_are_kept_and_come_out_again(
    workspace: Workspace, tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    assert look(workspace, [file]).expected[0].keeps
    one = handed_in(workspace, file)
    assert (one.state, one.title, one.unread) == ("received", name, one.problems[0])
    assert one.unread is not None and one.unread.code == code and one.notes == []
    workspace.submissions.files.save(one.id, name, tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == content
    with pytest.raises(InputError, match=code):
        workspace.submissions.accept(one.id)
    assert workspace.submissions.recheck() == []
    take_in(workspace, [file])
    assert workspace.submissions.all() == [one]


def test_a_row_and_a_folder_nobody_can_read(workspace: Workspace, tmp_path: Path) -> None:
    """Of a row the table is kept; of a folder all that lies in it."""
    table = tmp_path / "表.csv"
    lines = [",".join(f'"{cell}"' for cell in row) for row in (HEAD, ROW, [*ROW, "zu viel"])]
    table.write_text("\n".join(lines), "utf-8")
    assert [r.status for r in take_in(workspace, [table])] == ["accepted", "refused"]
    (row,) = workspace.submissions.unread.all()
    assert [item.file_name for item in row.kept] == ["表.csv"]
    folder = write(tmp_path / "甲", "no front matter")
    (folder / "扫描.pdf").write_bytes(b"%PDF-1.4\n%%EOF")
    found = handed_in(workspace, folder)
    assert [item.file_name for item in found.kept] == ["case.md", "扫描.pdf"]
    (tmp_path / "乙").mkdir()
    form = tmp_path / "乙" / "申报表.docx"
    form.write_bytes(protected())
    (form.parent / "证明.pdf").write_bytes(b"%PDF-1.4\n%%EOF")
    both = handed_in(workspace, form.parent)
    assert [item.file_name for item in both.kept] == ["申报表.docx", "证明.pdf"]


def test_two_folders_of_one_name_without_a_text_are_two(workspace: Workspace, tmp_path: Path) -> None:
    for number in (1, 2):
        place = tmp_path / str(number) / "材料" / "甲"
        place.mkdir(parents=True)
        (place / f"{number}.pdf").write_bytes(b"%PDF-1.4\n%%EOF")
        take_in(workspace, [place.parent])
    assert [one.source_name for one in workspace.submissions.unread.all()] == ["甲", "甲"]


def test_what_is_too_large_is_named_with_its_size(workspace: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "大.rar"
    with file.open("wb") as sparse:
        sparse.write(RAR)
        sparse.truncate(ATTACHMENT_LIMIT + 1)
    one = handed_in(workspace, file)
    (note,) = one.notes
    assert one.kept == [] and note.code == "not-kept" and note.params["names"] == ["大.rar (135 MB)"]
    for language in ("zh", "en"):
        words = phrase("cli", f"intake-note-{note.code}", language, **note.params)
        assert "大.rar (135 MB)" in words and "128" in words and "…" not in words


def test_a_path_that_leads_nowhere_leaves_nothing(workspace: Workspace, tmp_path: Path) -> None:
    (result,) = take_in(workspace, [tmp_path / "gone.rar"])
    assert result.code == "file-missing" and workspace.submissions.all() == []


def test_a_corrected_file_takes_its_place(workspace: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(protected())
    old = handed_in(workspace, file)
    head = workspace.log.head()
    with pytest.raises(InputError, match="nomination-format"):
        (tmp_path / "b.rar").write_bytes(RAR)
        replace_unread(workspace, old.id, tmp_path / "b.rar")
    assert workspace.log.head() == head and workspace.submissions.all() == [old]
    better = write(tmp_path / "better", case_text())
    (new,) = replace_unread(workspace, old.id, better)
    assert (new.state, new.title) == ("complete", "一网通办") and workspace.nominations.ids() == []
    gone = workspace.submissions.get(old.id)
    assert (gone.state, gone.superseded_by, gone.kept) == ("superseded", new.id, old.kept)
    assert workspace.log.lines()[-1].act == "submission-superseded"
    workspace.edits.undo()
    assert workspace.submissions.get(old.id) == old
    with pytest.raises(UsageError, match="submission-read"):
        replace_unread(workspace, new.id, better)


def test_an_archive_of_several_takes_its_place(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "全.rar").write_bytes(RAR)
    old = handed_in(workspace, tmp_path / "全.rar")
    write(tmp_path / "全" / "a", case_text())
    write(tmp_path / "全" / "b", case_text(id="beta", title="乙", body=prose("b")))
    shutil.make_archive(str(tmp_path / "全"), "zip", tmp_path / "全")
    came = replace_unread(workspace, old.id, tmp_path / "全.zip")
    assert {one.title for one in came} == {"一网通办", "乙"}
    assert workspace.submissions.get(old.id).superseded_by == came[0].id


def test_the_same_file_read_at_last_needs_no_place_of_its_own(workspace: Workspace, tmp_path: Path) -> None:
    """A table whose columns had no known names, and then were named; another one of that name stays."""
    heads = ",".join(["事情", *HEAD[1:]])
    for place, row in (("other", "x"), ("in", ",".join(f'"{c}"' for c in ROW))):
        (tmp_path / place).mkdir()
        (tmp_path / place / "表.csv").write_text(f"{heads}\n{row}", "utf-8")
    other, old = (handed_in(workspace, tmp_path / place / "表.csv") for place in ("other", "in"))
    (result,) = take_in(workspace, [tmp_path / "in" / "表.csv"], mapping={"事情": "title"})
    assert result.status == "accepted"
    assert workspace.submissions.unread.all() == [other]
    with pytest.raises(UsageError, match="unknown-submission"):
        workspace.submissions.get(old.id)


def test_filled_in_by_hand_it_is_a_nomination_like_others(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "a.doc").write_bytes(b"\xd0\xcf\x11\xe0 old")
    one = handed_in(workspace, tmp_path / "a.doc")
    fields = {
        "title": "甲",
        "organisation": "乙",
        "region": "丙",
        "facet": "网络服务",
        "contact": "丁",
        "summary": "戊",
    }
    done = workspace.submissions.edit(one.id, fields, prose("x"))
    assert (done.state, done.unread, done.kept) == ("complete", None, one.kept)
    assert workspace.submissions.accept(one.id).state == "accepted"


def test_removing_one_is_an_act_that_can_be_undone(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "垃圾.rar").write_bytes(RAR)
    one = handed_in(workspace, tmp_path / "垃圾.rar")
    workspace.submissions.unread.remove(one.id)
    assert workspace.submissions.all() == []
    line = workspace.log.lines()[-1]
    assert (line.act, line.details["files"]) == ("submission-removed", ["垃圾.rar"])
    workspace.edits.undo()
    assert workspace.submissions.all() == [one]
    workspace.submissions.files.save(one.id, "垃圾.rar", tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == RAR
    write(tmp_path / "good", case_text())
    take_in(workspace, [tmp_path / "good"])
    good = next(each for each in workspace.submissions.all() if each.unread is None)
    with pytest.raises(UsageError, match="submission-read"):
        workspace.submissions.unread.remove(good.id)


def test_a_backup_and_a_moved_folder_have_it(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "a.rar").write_bytes(RAR)
    one = handed_in(workspace, tmp_path / "a.rar")
    keep(workspace, tmp_path / "a.campaignbackup")
    assert bring_back(tmp_path / "a.campaignbackup", tmp_path / "back", Unlocker()).damaged == []
    workspace.close()
    shutil.move(workspace.folder, tmp_path / "elsewhere")
    for place in (tmp_path / "back", tmp_path / "elsewhere"):
        with Workspace.open(place) as found:
            found.submissions.files.save(one.id, "a.rar", tmp_path / "out")
            assert (tmp_path / "out").read_bytes() == RAR
    (file,) = (path for path in (tmp_path / "back" / "files").rglob("*") if path.is_file())
    file.write_bytes(b"changed")
    with Workspace.open(tmp_path / "back") as found:
        assert found.damaged_files() == [(one.id, "a.rar")]


@pytest.fixture
def box(workspace: Workspace, tmp_path: Path) -> Boxed:
    """One sheet of a packed round."""
    for number in (1, 2):
        fields = {"id": f"c{number}", "title": f"第{number}"}
        take_in(workspace, [write(tmp_path / f"c{number}", case_text(**fields))])
    return boxed(workspace, tmp_path / "a.casepkg", 3)


@pytest.mark.parametrize(
    "name", ["李教授.scoresheet", "李教授.rar", "李教授.docx", "李教授.zip", "李教授.pdf"]
)
def test_of_a_sheet_nothing_stays_among_nominations(
    box: Boxed, workspace: Workspace, tmp_path: Path, name: str
) -> None:
    """Whatever it is called, packed with others or put into a nomination's folder."""
    file = tmp_path / name
    file.write_bytes(box.sheets[0])
    (result,) = take_in(workspace, [file])
    assert result.code == "nomination-own-file"
    packed = tmp_path / "李教授-2.zip"
    with zipfile.ZipFile(packed, "w") as made:
        made.write(file, "李教授.scoresheet")
        made.writestr(zipfile.ZipInfo("../out"), b"")  # refused as a whole
    (result,) = take_in(workspace, [packed])
    assert result.code == "nomination-own-file"
    assert not look(workspace, [packed]).expected[0].keeps
    workspace.close()
    for path in workspace.folder.rglob("*"):
        if path.is_file() and not path.name.startswith("box-"):
            content = path.read_bytes()
            assert "李教授".encode() not in content and box.sheets[0] not in content, path


def test_a_sheet_in_a_nominations_folder_is_not_kept_with_it(
    box: Boxed, workspace: Workspace, tmp_path: Path
) -> None:
    folder = write(tmp_path / "new", case_text(id="new", title="新", body=prose("new")))
    (folder / "x.dat").write_bytes(box.sheets[0])
    (folder / "y.dat").write_bytes(b"anything else")
    take_in(workspace, [folder])
    one = workspace.submissions.of_case("new")
    assert one is not None and [item.file_name for item in one.kept] == ["y.dat"]


@pytest.mark.parametrize("name", ["李教授.scoresheet", "李教授.pdf"])
@pytest.mark.parametrize("where", ["listed", "beside", "no-case", "form"])
def test_a_nomination_keeps_no_name_of_a_sheet_in_its_folder(
    box: Boxed, workspace: Workspace, tmp_path: Path, name: str, where: str
) -> None:
    """Only the ending: who wrote the sheet may stand in the name."""
    folder = tmp_path / "new"
    listed = f"attachments:\n  - file: {name}\n    title: 李教授\n" if where == "listed" else ""
    folder.mkdir()
    if where == "form":
        (folder / "申报表.docx").write_bytes(b"PK\3\4 broken")
    elif where != "no-case":
        write(folder, case_text(id="new", title="新", body=prose("new"), front=listed))
    (folder / name).write_bytes(box.sheets[0])
    (folder / "y.dat").write_bytes(b"anything else")
    (result,) = take_in(workspace, [folder])
    (one,) = [each for each in workspace.submissions.all() if each.source_name == result.source_name]
    assert f"…{Path(name).suffix}" in str((one.problems, one.notes, one.broken))
    workspace.close()
    for path in workspace.folder.rglob("*"):
        if path.is_file() and not path.name.startswith("box-"):
            content = path.read_bytes()
            assert "李教授".encode() not in content and box.sheets[0] not in content, path


def test_a_mail_or_an_archive_in_capitals_with_a_sheet_is_not_kept(
    box: Boxed, workspace: Workspace, tmp_path: Path
) -> None:
    mail = email.message.EmailMessage()
    mail["From"] = "li@example.invalid"
    mail.add_attachment(box.sheets[0], "application", "octet-stream", filename="李教授的表")
    (tmp_path / "a.eml").write_bytes(bytes(mail))
    with zipfile.ZipFile(tmp_path / "b.zip", "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("LI.SCORESHEET", box.sheets[0])
        made.writestr(zipfile.ZipInfo("../out"), b"")  # refused as a whole
    before = workspace.submissions.all()
    for name in ("a.eml", "b.zip"):
        (result,) = take_in(workspace, [tmp_path / name])
        assert result.code == "nomination-own-file" and workspace.submissions.all() == before


def test_a_card_is_not_kept_either(workspace: Workspace, tmp_path: Path) -> None:
    one, two = (new_card().file_text("评分卡") for _ in range(2))
    for text in (one, one + two):
        (tmp_path / "card.txt").write_text(text, "utf-8")
        (result,) = take_in(workspace, [tmp_path / "card.txt"])
        assert result.code == "nomination-own-file" and workspace.submissions.all() == []


def test_an_archive_made_in_memory_is_no_own_file(workspace: Workspace, tmp_path: Path) -> None:
    """What only has the first bytes of an archive is kept."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(zipfile.ZipInfo("../out"), b"x")
    (tmp_path / "a.zip").write_bytes(made.getvalue())
    assert [item.file_name for item in handed_in(workspace, tmp_path / "a.zip").kept] == ["a.zip"]
