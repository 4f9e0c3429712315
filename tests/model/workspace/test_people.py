"""The roster: entering, reading tables, undoing, balance, overlaps; nothing leads from a person to a card."""

from __future__ import annotations

import datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from review_app.model.errors import InputError, UsageError
from review_app.model.nomination.intake import take_in
from review_app.model.publish.card_papers import CardWords, draw_cards
from review_app.model.publish.fee_list import fee_list, fees_pdf, fees_xlsx, parse_fee
from review_app.model.publish.letters import letters_docx, letters_pdf
from review_app.model.rubric import load_rubric, load_rule
from review_app.model.scoring.affiliation import matching_affiliation
from review_app.model.workspace import Workspace
from review_app.model.workspace.overlaps import find_overlaps
from review_app.model.workspace.panel import Member
from review_app.model.workspace.people import Entry, Person, Taken
from review_app.model.workspace.people_files import paste_people, read_people
from tests.model.workspace.conftest import write_case

WANG = Entry("王晓明", "电子政务", "示例大学", "北京", "wang@example.invalid")
LI = Entry("李静", "传播学", "示例日报社", "上海")
TABLE = [
    ("姓名", "单位", "研究领域", "地区", "邮箱", "手机", "备注"),
    ("王晓明", "示例大学", "电子政务", "北京", "wang@example.invalid", "13800000000", "不导入"),
    ("李静", "示例日报社", "传播学", "上海", "", "", ""),
]
WORDS = CardWords("交回方法见说明信。", "样例 2026")


def test_people_are_entered_changed_removed_and_all_of_it_undone(workspace: Workspace) -> None:
    people = workspace.people
    wang, li = people.add(WANG), people.add(LI)
    people.change(li.id, LI._replace(institution="示例晚报社"))
    people.remove([wang.id])
    assert [(p.name, p.institution) for p in people.all()] == [("李静", "示例晚报社")]
    for _ in range(2):
        workspace.edits.undo()
    assert people.all() == [wang, li]
    workspace.edits.redo()
    assert people.find("李静").institution == "示例晚报社"
    with pytest.raises(UsageError, match="person-known"):
        people.add(Entry("王 晓 明", institution="示例大学"))
    with pytest.raises(UsageError, match="unknown-person"):
        people.remove([wang.id, "e9999"])
    assert people.count() == 2


@pytest.mark.parametrize(
    "bad", [Entry(""), Entry("名" * 101), Entry("隐\u202e藏"), Entry("王", contact="x" * 201)]
)
def test_an_entry_that_cannot_be_is_refused_and_a_table_with_it_as_a_whole(
    workspace: Workspace, bad: Entry
) -> None:
    with pytest.raises(UsageError, match="person-invalid"):
        workspace.people.take_in([WANG, bad])
    assert workspace.people.all() == []


def test_one_table_in_four_clothes_is_the_same_roster(workspace: Workspace, tmp_path: Path) -> None:
    lines = "".join(",".join(row) + "\r\n" for row in TABLE)
    (tmp_path / "utf8.csv").write_bytes(lines.encode("utf-8-sig"))
    (tmp_path / "gb.csv").write_bytes(lines.encode("gb18030"))
    book = openpyxl.Workbook()
    for row in TABLE:
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    pasted = "\n".join("\t".join(row) for row in TABLE)
    found = [read_people(tmp_path / name) for name in ("utf8.csv", "gb.csv", "a.xlsx")]
    found.append(paste_people(pasted))
    assert all(each == found[0] for each in found)
    assert found[0][0] == WANG._replace(contact="wang@example.invalid 13800000000") and found[0][1] == LI
    assert workspace.people.take_in(found[0]) == Taken(2, 0, 0)
    assert workspace.people.take_in([*found[0], Entry("李静", "新闻学", "示例日报社")]) == Taken(0, 1, 2)
    li = workspace.people.find("李静")
    assert (li.field, li.region) == ("新闻学", "上海")  # what a table leaves empty stays
    workspace.edits.undo()
    assert workspace.people.find("李静").field == "传播学"
    assert paste_people("赵一，金融，某行，广东") == [Entry("赵一", "金融", "某行", "广东")]


def test_a_table_without_names_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("姓名,单位\n王晓明,示例大学\n,示例日报社\n", encoding="utf-8")
    with pytest.raises(InputError) as refused:
        read_people(tmp_path / "a.csv")
    assert (refused.value.code, refused.value.params["line"]) == ("people-file-invalid", 3)
    for content in (b"", b"PK\x03\x04broken"):
        (tmp_path / "b.xlsx").write_bytes(content)
        with pytest.raises(InputError, match="table-invalid"):
            read_people(tmp_path / "b.xlsx")


def test_balance_counts_and_puts_the_unknown_last(workspace: Workspace) -> None:
    workspace.people.take_in([WANG, LI, Entry("赵一", "电子政务"), Entry("钱二"), Entry("孙三")])
    balance = workspace.people.balance()
    assert balance.fields == [("电子政务", 2), ("传播学", 1), ("", 2)]
    assert [share.name for share in balance.regions] == ["上海", "北京", ""]


def test_overlaps_by_person_and_by_institution(workspace: Workspace, tmp_path: Path) -> None:
    for name, body in (("one", "示例大学附属医院"), ("two", "某市数据局")):
        folder = write_case(tmp_path / "in", name)
        text = (folder / "case.md").read_text("utf-8")
        text = text.replace(f"organisation: 单位 {name}", f"organisation: {body}")
        text = text.replace("contact: two@example.invalid", "contact: 李静，010-00000000")
        (folder / "case.md").write_text(text, "utf-8")
    take_in(workspace, [tmp_path / "in"])
    workspace.people.take_in(
        [WANG, LI, Entry("赵一", institution="远方学院"), Entry("孙三", institution="示例晚报社")]
    )
    workspace.panel.add("王晓明", "示例大学公共管理学院")
    workspace.panel.add("赵一", "另一研究院")
    workspace.panel.add("周五", "示例晚报社")
    found = {(o.kind, o.side, o.person, o.other): o.where for o in workspace.people.overlaps()}
    assert found == {
        ("same-person", "expert", "王晓明", "王晓明 · 示例大学公共管理学院"): [],
        ("named-in-nomination", "expert", "李静", "李静，010-00000000"): ["two"],
        ("nominating-institution", "expert", "王晓明", "示例大学附属医院"): ["one"],
        ("same-name", "expert", "赵一", "赵一 · 另一研究院"): [],
        ("same-institution", "expert", "孙三", "周五 · 示例晚报社"): [],
    }
    kinds = [o.kind for o in workspace.people.overlaps()]
    assert kinds[0] == "same-person" and kinds[-1] == "same-institution"


def test_no_path_from_a_person_to_a_card(workspace: Workspace, tmp_path: Path) -> None:
    """Named people on the roster, cards drawn, one withdrawn, one lost, letters and fees made: the names are in the
    table of people (and what can be undone) alone, the log counts, and once they are removed and cards drawn anew no
    file has any of them."""
    marks = ["植入甲", "植入乙", "植入丙"]
    workspace.people.take_in([Entry(m, "领域", f"{m}单位", "某地", f"{m}@x.invalid") for m in marks])
    workspace.people.change("e0001", Entry(marks[0], "改后", f"{marks[0]}单位"))
    rubric = load_rubric()
    round_ = workspace.rounds.new("final", rubric, load_rule(None, rubric))
    outside = tmp_path / "handed-out"
    draw_cards(workspace, round_, 3, 1, tmp_path / "cards.pdf", outside, WORDS)
    lookup = workspace._context.db.rows("SELECT lookup FROM card")[0][0]
    workspace.cards.withdraw(round_, lookup)
    workspace.cards.set_unnamed(round_, 1)
    letters = workspace.letters.all("invitation", "zh", datetime.date(2026, 3, 1))
    letters_docx(letters, "zh"), fees_xlsx(fee_list(workspace, parse_fee("1500")))
    for line in workspace.log.lines():
        said = repr(line.details)
        assert not any(mark in said for mark in marks), line
        assert not any(person.id in said for person in workspace.people.all()), line
    db = workspace._context.db
    tables = [name for (name,) in db.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    holding = {
        table
        for table in tables
        for row in db.rows(f"SELECT * FROM {table}")
        for value in row
        if any(
            mark.encode() in (value if isinstance(value, bytes) else str(value).encode()) for mark in marks
        )
    }
    assert holding == {"person"}  # drawing cards ended what could be undone
    keys = db.rows("SELECT \"table\" FROM pragma_foreign_key_list('person')")
    assert (
        keys == []
        and [row for t in tables for row in db.rows(f"PRAGMA foreign_key_list({t})") if row[2] == "person"]
        == []
    )
    for file in (tmp_path / "cards.pdf", *outside.iterdir()):
        assert not any(mark.encode() in file.read_bytes() for mark in marks)
    workspace.people.remove([person.id for person in workspace.people.all()])
    draw_cards(workspace, round_, 3, 1, tmp_path / "new.pdf", tmp_path / "new", WORDS, replace=True)
    folder = workspace.folder
    workspace.close()
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert not any(mark.encode() in content for mark in marks), path


def test_cards_are_not_drawn_when_they_cannot_be_written(workspace: Workspace, tmp_path: Path) -> None:
    rubric = load_rubric()
    round_ = workspace.rounds.new("final", rubric, load_rule(None, rubric))
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Exception) as failure:
        draw_cards(workspace, round_, 2, 0, tmp_path / "file" / "cards.pdf", tmp_path / "out", WORDS)
    assert failure.value.code  # type: ignore[attr-defined]
    assert round_.state == "drafted" and workspace.cards.counts(round_).issued == 0
    assert not (tmp_path / "out").exists()
    counts = draw_cards(workspace, round_, 2, 1, tmp_path / "cards.pdf", tmp_path / "out", WORDS)
    assert (counts.issued, counts.reserve, counts.unnamed) == (3, 1, 0)
    assert len(list((tmp_path / "out").iterdir())) == 3
    assert [path.name for path in tmp_path.glob(".*.part")] == []
    with pytest.raises(UsageError, match="unnamed-lost"):
        workspace.cards.set_unnamed(round_, 4)
    assert workspace.cards.set_unnamed(round_, 2).unnamed == 2
    assert workspace.log.lines()[-1].details == {"round": round_.id, "unnamed": 2}
    for (lookup,) in workspace._context.db.rows("SELECT lookup FROM card"):
        workspace.cards.withdraw(round_, lookup)  # found after all
    assert workspace.cards.counts(round_).unnamed == 0


def test_letters_go_to_everybody_with_what_is_known(workspace: Workspace) -> None:
    day = datetime.date(2026, 3, 1)
    letters = workspace.letters
    with pytest.raises(UsageError, match="roster-empty"):
        letters.all("invitation", "zh", day)
    workspace.people.take_in([WANG, LI])
    made = letters.all("invitation", "zh", day)
    assert len(made) == 2 and made[0].lines[1].text == "尊敬的王晓明："
    assert made[1].lines[-1].text == "2026年3月1日" and made[0].lines[0].kind == "title"
    assert letters.missing("invitation", "zh") == ["deadline"]
    with pytest.raises(UsageError, match="letter-before-package"):
        letters.all("cover", "zh", day)
    letters.reword("invitation", "zh", "# 请帖\n{姓名}（{institution}）：您好。\n> {日期}")
    assert letters.all("invitation", "zh", day)[0].lines[1].text == "王晓明（示例大学）：您好。"
    with pytest.raises(UsageError, match="letter-gap"):
        letters.reword("invitation", "zh", "{卡号}")
    workspace.edits.undo()
    assert not letters.is_own("invitation", "zh")


def test_the_same_letters_and_lists_give_the_same_bytes(workspace: Workspace) -> None:
    workspace.people.take_in([WANG, LI])
    letters = workspace.letters.all("reminder", "en", datetime.date(2026, 3, 1))
    assert letters_pdf(letters, "T", "en") == letters_pdf(letters, "T", "en")
    assert letters_docx(letters, "en") == letters_docx(letters, "en")
    fees = fee_list(workspace, parse_fee("1500.50"))
    assert str(fees.total) == "3001.00" and fees_pdf(fees) == fees_pdf(fees)
    for text in ("0", "-1", "1.234", "很多", "nan", "1e9"):
        with pytest.raises(UsageError, match="fee-invalid"):
            parse_fee(text)


@given(
    st.lists(st.text("大学示例市局MITmit 'Lab-（）ａ", max_size=8), max_size=6),
    st.text("大学示例市局MITmit 'Lab（）", max_size=8),
)
def test_no_institution_is_overlooked_for_speed(names: list[str], own: str) -> None:
    """The short cut of the overlaps finds what comparing every pair in full finds."""
    member = [Member(f"m{place:03d}", f"名{place}", name) for place, name in enumerate(names)]
    found = {o.other for o in find_overlaps([Person("e0001", "某人", institution=own)], member, [])}
    expected = {
        f"{m.name} · {m.institution}"
        for m in member
        if own and m.institution and matching_affiliation([own], [m.institution])
    }
    assert found == expected
