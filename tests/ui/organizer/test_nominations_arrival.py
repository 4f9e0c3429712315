"""The door of the nominations' page: what would come in is seen first, columns are named, then it is taken."""

from __future__ import annotations

import csv
import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from review_app.model.nomination.forms import form_docx, form_xlsx
from review_app.model.nomination.repair import repairs_of
from review_app.model.workspace.submission import Submission
from review_app.ui.organizer.nominations.attached import Attachments
from review_app.ui.organizer.nominations.checks import Checks
from review_app.ui.organizer.nominations.page import NominationsPage
from review_app.ui.organizer.nominations.similar import SimilarCases
from review_app.ui.organizer.nominations.unread import UnreadActs
from tests.ui.organizer.conftest import OpenCampaign

Opened = Callable[[str], OpenCampaign]
TEXT = "居民在平台上提出建议，社区三天之内答复，街道每月公布处理情况，议事会由居民推选的代表参加。"
HEADS = ["案例的名字", "申报单位", "地区", "类别", "申报方式", "联系方式", "摘要", "正文", "备注"]


def page_of(campaign: OpenCampaign) -> NominationsPage:
    return cast(NominationsPage, campaign.page("nominations"))


def body(number: int) -> str:
    """A text of its own for each number, long enough to be complete."""
    drawn = random.Random(number)
    return TEXT + "".join("".join(drawn.sample(TEXT, len(TEXT))) + "。" for _ in range(6))


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A GB18030 table whose first column has a heading nobody knows; one row lacks its body."""
    rows = [HEADS]
    for number in range(1, 5):
        organisation = "" if number == 3 else f"示例市第{number}区"
        start = [f"议事厅{number}号", organisation, "示例市", "网络服务", "自荐", "联系人", "简介"]
        rows.append([*start, body(number), "备注"])
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    file = tmp_path / "汇总.csv"
    file.write_bytes(out.getvalue().encode("gb18030"))
    return file


def case_text(title: str, attachments: str, text: str) -> str:
    return (
        f"---\ntitle: {title}\norganisation: 虚构市信访局\nregion: 虚构市\nfacet: 网络服务\ncontact: 甲\n"
        f"summary: 简介\nattachments:\n{attachments}---\n{text}\n"
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of one nomination with a picture, a file nobody can take, and text with pinyin in it."""
    place = tmp_path / "材料" / "信访"
    place.mkdir(parents=True)
    Image.new("RGB", (60, 40), "#448866").save(place / "图.png")
    (place / "说明.doc").write_bytes(b"\xd0\xcf\x11\xe0 old Word")
    text = f"群(qún)众(zhòng)在(zài)网(wǎng)上(shàng)提交。{body(11)}"
    listed = "  - file: 图.png\n  - file: 说明.doc\n"
    (place / "case.md").write_text(case_text("网上信访", listed, text), "utf-8")
    return place.parent


class _GbkInfo(zipfile.ZipInfo):
    """A member whose name is written as Windows in China does: GBK, without the flag for UTF-8."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:
        return self.filename.encode("gbk"), 0


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A ZIP of one folder, names in CP936."""
    file = tmp_path / "打包.zip"
    with zipfile.ZipFile(file, "w") as made:
        made.writestr(
            _GbkInfo("民意快车/case.md"), case_text("民意快车", "", body(21)).replace("attachments:\n", "")
        )
    return file


def titled(campaign: OpenCampaign, title: str) -> Submission:
    return next(one for one in campaign.workspace.submissions.all() if one.title == title)


def test_a_table_with_a_strange_heading_is_mapped_seen_and_taken(opened: Opened, table: Path) -> None:
    campaign = opened("empty")
    page = page_of(campaign)
    assert page.take_files([table])
    campaign.settle()
    door = page.door
    assert [one.fate for one in door.table.records] == ["unreadable"]
    assert not door.take.isVisible()
    (mapping,) = door._tables
    assert "GB18030" in mapping.heading.text() and not mapping.missing.isHidden()
    box = mapping.boxes[HEADS.index("案例的名字")]
    box.setCurrentIndex(box.findData("title"))
    box.setFocus()
    box.activated.emit(box.currentIndex())
    campaign.settle()
    assert box.hasFocus() and mapping.missing.isHidden()
    assert [one.fate for one in door.table.records] == ["complete", "complete", "incomplete", "complete"]
    assert campaign.workspace.submissions.all() == []
    QTest.keyClick(door.take, Qt.Key.Key_Return)
    campaign.settle()
    assert not door.isVisible()
    states = {one.title: one.state for one in page.table.records}
    assert states == {f"议事厅{n}号": "received" if n == 3 else "complete" for n in range(1, 5)}
    assert page.head_words is not None and "3" in page.head_words.text()
    assert page.table.hasFocus()


def test_a_folder_a_zip_and_what_nobody_can_read(
    opened: Opened, folder: Path, archive: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "坏的.docx"
    broken.write_bytes(b"no document")
    campaign = opened("empty")
    page = page_of(campaign)
    page.take_files([folder])
    campaign.settle()
    page.take_files([archive, broken])  # beside what was offered already
    campaign.settle()
    door = page.door
    fates = {one.name: one.fate for one in door.table.records}
    assert fates == {"信访": "incomplete", "民意快车": "complete", "坏的.docx": "unreadable"}
    door.table.select(("信访", "网上信访"))
    assert "说明.doc" in door.about.said()
    assert "(qún)" in door.about.text.toPlainText()  # read before it is taken in
    door.table.select(("坏的.docx", ""))
    assert "坏的.docx" in door.about.said()
    door.accept.setChecked(True)
    door.take.click()
    campaign.settle()
    assert not door.isVisible()
    assert titled(campaign, "民意快车").state == "accepted"
    assert {one.title for one in page.table.records} == {"网上信访", "民意快车", "坏的.docx"}


def unread_one(campaign: OpenCampaign, file: Path) -> tuple[NominationsPage, Submission, UnreadActs]:
    """Takes ``file`` in, which nobody can read, and opens what comes of it."""
    page = page_of(campaign)
    page.take_files([file])
    campaign.settle()
    assert page.door.take.isVisible()
    page.door.take.click()
    campaign.settle()
    one = titled(campaign, file.name)
    page.open_submission(one.id)
    acts = cast(Checks, page.detail.piece("checks")).unread
    assert acts is not None
    campaign._bot.waitUntil(acts.remove.isVisible)
    return page, one, acts


def test_what_nobody_can_read_waits_and_a_corrected_file_takes_its_place(
    opened: Opened, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "申报.rar").write_bytes(b"Rar! anything")
    campaign = opened("empty")
    page, one, acts = unread_one(campaign, tmp_path / "申报.rar")
    asked: list[str] = []
    monkeypatch.setattr(campaign.desk, "save_as", lambda parent, name, *rest: asked.append(name))
    QTest.keyClick(acts.save, Qt.Key.Key_Space)
    assert asked == ["申报.rar"]
    acts.save_copy("申报.rar", tmp_path / "out.rar")
    assert (tmp_path / "out.rar").read_bytes() == b"Rar! anything"
    acts.replace_by(tmp_path / "out.rar")
    campaign.settle()
    assert any(
        "rar" in note for note in campaign.notes
    )  # as unreadable as before: it is said, nothing has changed
    assert campaign.workspace.submissions.all() == [one]
    acts.replace_by(folder)
    campaign.settle()
    shown = page.detail.submission
    assert shown is not None and shown.title == "网上信访" and page.detail.isVisible()
    old = campaign.workspace.submissions.get(one.id)
    assert (old.state, old.superseded_by) == ("superseded", shown.id)
    page.open_submission(old.id)
    later = cast(Checks, page.detail.piece("checks")).unread
    assert later is not None and later.file.isHidden() and later.by_hand.isHidden()
    campaign._bot.waitUntil(later.save.isVisible)


def test_what_nobody_can_read_is_filled_in_by_hand_or_removed(opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "申报.doc").write_bytes(b"\xd0\xcf\x11\xe0 old Word")
    campaign = opened("empty")
    page, one, acts = unread_one(campaign, tmp_path / "申报.doc")
    assert one.points == 1
    QTest.keyClick(acts.remove, Qt.Key.Key_Space)
    assert campaign.workspace.submissions.all() == [] and not page.detail.isVisible()
    campaign.desk.undo()
    page.open_submission(one.id)
    again = cast(Checks, page.detail.piece("checks")).unread
    assert again is not None
    again.by_hand.click()
    assert page.detail.open_name == "fields"
    campaign.workspace.submissions.edit(one.id, {"title": "民意直通车"})
    campaign.desk.announce("nominations")
    now = titled(campaign, "民意直通车")
    assert now.unread is None and [item.file_name for item in now.kept] == ["申报.doc"]
    page.detail.open_piece("checks")
    assert cast(Checks, page.detail.piece("checks")).unread is None


def test_damage_is_shown_before_and_after_and_repaired_when_asked(opened: Opened, folder: Path) -> None:
    campaign = opened("empty")
    page = page_of(campaign)
    page.take_files([folder])
    campaign.settle()
    page.door.take.click()
    campaign.settle()
    one = titled(campaign, "网上信访")
    assert "(qún)" in one.dossier  # nothing is repaired in silence
    page.open_submission(one.id)
    checks = cast(Checks, page.detail.piece("checks"))
    expected = repairs_of({"dossier": one.dossier})
    assert [repair.code for repair in expected] == ["pinyin"]
    preview = next(each for each in checks.repairs if each.before.toPlainText() == one.dossier)
    assert preview.after.toPlainText() == expected[0].after
    assert len(preview.before.extraSelections()) == len(expected[0].places)
    preview.act.click()
    assert campaign.workspace.submissions.get(one.id).dossier == expected[0].after
    campaign.desk.undo()
    assert campaign.workspace.submissions.get(one.id).dossier == one.dossier


def test_attachments_are_seen_replaced_and_the_nomination_gets_complete(
    opened: Opened, folder: Path, tmp_path: Path
) -> None:
    campaign = opened("empty")
    page = page_of(campaign)
    page.take_files([folder])
    campaign.settle()
    page.door.take.click()
    campaign.settle()
    one = titled(campaign, "网上信访")
    page.open_submission(one.id)
    page.detail.open_piece("attachments")
    attached = cast(Attachments, page.detail.piece("attachments"))
    assert list(attached._tabs) == ["图.png", "说明.doc"]
    assert attached.stack.currentWidget() is attached.views.picture
    attached._tabs["说明.doc"].click()
    assert ".doc" in attached.what.text() and attached.next.text()
    assert attached.kept.isVisible() and attached.save.isVisible() and attached.instead.isVisible()
    attached.remove.click()
    assert campaign.workspace.submissions.get(one.id).state == "complete"
    # out of the nomination, but not out of the house
    attached._tabs["说明.doc"].click()
    assert attached.what.text() and not attached.remove.isEnabled() and not attached.instead.isVisible()
    attached._save(one.id, "说明.doc", tmp_path / "out.doc")
    assert (tmp_path / "out.doc").read_bytes() == b"\xd0\xcf\x11\xe0 old Word"
    campaign.desk.undo()
    attached._tabs["说明.doc"].click()
    (tmp_path / "改好的.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    attached._replace([tmp_path / "改好的.pdf"], "说明.doc")
    assert list(attached._tabs) == ["图.png", "改好的.pdf", "说明.doc"]
    assert campaign.workspace.submissions.get(one.id).state == "complete"
    attached.open("改好的.pdf")
    attached.remove.click()
    pdf = tmp_path / "说明.pdf"
    pdf.write_bytes(b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")
    assert page.take_files([pdf])  # dropped while the attachments are open: for this nomination
    assert list(attached._tabs) == ["图.png", "说明.pdf", "说明.doc", "改好的.pdf"]
    page.close_detail()
    assert attached.views.pdf.process_id == 0


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_the_empty_form_handed_in_is_incomplete_not_lost(opened: Opened, tmp_path: Path, kind: str) -> None:
    campaign = opened("empty")
    page = page_of(campaign)
    make = form_docx if kind == "docx" else form_xlsx
    file = tmp_path / f"申报表.{kind}"
    file.write_bytes(make(campaign.workspace.settings))
    page.take_files([file])
    campaign.settle()
    assert [one.fate for one in page.door.table.records] == ["incomplete"]
    assert page.door._tables == []
    page.door.take.click()
    campaign.settle()
    (one,) = page.table.records
    assert one.state == "received" and one.problems


def test_what_only_looks_like_another_is_accepted_once_somebody_has_looked(
    opened: Opened, tmp_path: Path
) -> None:
    campaign = opened("empty")
    page = page_of(campaign)
    for name in ("甲社区议事厅", "完全不同的名称"):
        place = tmp_path / "两件" / name
        place.mkdir(parents=True)
        text = (
            case_text(name, "", body(5))
            .replace("attachments:\n", "")
            .replace("虚构市信访局", f"{name}办公室")
        )
        (place / "case.md").write_text(text, "utf-8")
    page.take_files([tmp_path / "两件"])
    campaign.settle()
    page.door.take.click()
    campaign.settle()
    page.accept_all.click()
    states = sorted(one.state for one in page.table.records)
    assert states == ["accepted", "received"]
    near = next(one for one in page.table.records if one.state == "received")
    assert [problem.code for problem in near.problems] == ["nomination-similar"]
    page.open_submission(near.id)
    page.detail.open_piece("similar")
    similar = cast(SimilarCases, page.detail.piece("similar"))
    assert similar.table.shown[0].percent == 100 and similar.accept.isVisible()
    similar.accept.click()
    assert campaign.workspace.submissions.get(near.id).state == "accepted"
    assert not similar.accept.isVisible()
    campaign.desk.undo()
    assert campaign.workspace.submissions.get(near.id).state == "received"


def test_a_corrected_one_takes_the_place_of_the_earlier(opened: Opened, tmp_path: Path) -> None:
    """From the comparison, without leaving it; the list says which one it was, and both lead to one another."""
    campaign = opened("empty")
    page = page_of(campaign)
    for number, more in enumerate(("", "补充了一句。")):
        place = tmp_path / f"第{number}次" / "民意快车"
        place.mkdir(parents=True)
        text = case_text("民意快车", "", body(21) + more).replace("attachments:\n", "")
        (place / "case.md").write_text(text, "utf-8")
        page.take_files([place])
        campaign.settle()
        page.door.take.click()
        campaign.settle()
        if not number:
            page.accept_all.click()
    new = next(one for one in page.table.records if one.state == "received")
    old = next(one for one in page.table.records if one.state == "accepted")
    page.open_submission(new.id)
    page.detail.open_piece("similar")
    similar = cast(SimilarCases, page.detail.piece("similar"))
    assert similar.replace.isVisible() and not similar.accept.isVisible()
    similar.replace.click()
    assert {one.id: one.state for one in page.table.records} == {new.id: "accepted", old.id: "superseded"}
    assert similar.table.shown == [] and not similar.replace.isVisible()
    page.open_submission(old.id)
    assert not page.detail.give_back.isVisible() and not page.detail.accept.isVisible()
    page.detail.open_piece("history")
    page.detail.open_piece("checks")
    checks = page.detail.piece("checks")
    link = next(
        each for each in checks.findChildren(QPushButton) if each.text() == "Show the one that replaces it"
    )
    link.click()
    assert page.detail.submission is not None and page.detail.submission.id == new.id
    page.open_submission(old.id)
    page.detail.reopen.click()
    assert campaign.workspace.submissions.get(old.id).state == "received"
    campaign.desk.undo()
    campaign.desk.undo()
    assert {one.id: one.state for one in page.table.records} == {new.id: "received", old.id: "accepted"}


def test_a_text_that_is_too_short_is_said_with_its_length_before_it_comes_in(
    opened: Opened, tmp_path: Path
) -> None:
    folder = tmp_path / "短文"
    folder.mkdir()
    head = "---\ntitle: 短文\norganisation: 某单位\n---\n\n"
    (folder / "case.md").write_text(head + "只有这样几个字。\n", "utf-8")
    campaign = opened("empty")
    page = page_of(campaign)
    page.take_files([folder])
    campaign.settle()
    (one,) = page.door.table.records
    page.door.table.select((one.name, one.title))
    text = page.door.about.said()
    assert "has 7 letters" in text and "at least 200" in text
