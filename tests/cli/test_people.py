"""Roster, letters, fees and cards by verbs alone."""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Campaign, make_drawn

TABLE = "姓名,单位,领域,地区\n王晓明,示例大学,电子政务,北京\n李静,示例日报社,传播学,上海\n"


@pytest.fixture(scope="session")
def drawn_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a campaign whose cards are drawn."""
    return make_drawn(tmp_path_factory.mktemp("people")).folder


@pytest.fixture
def drawn(drawn_once: Path, tmp_path: Path) -> Campaign:
    """A copy of it."""
    import shutil

    shutil.copytree(drawn_once, tmp_path / "c")
    return Campaign(tmp_path / "c")


def pages(pdf: Path) -> list[str]:
    """The text of every page."""
    text = subprocess.run(
        ["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True
    ).stdout
    return text.split("\f")[:-1]


def test_a_roster_from_a_table_its_balance_and_every_act_undone(drawn: Campaign, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(TABLE, encoding="gb18030")
    found = drawn.organizer("people", "take-in", tmp_path / "a.csv", "--json").done().json
    assert [person["name"] for person in found["people"]] == ["王晓明", "李静"]
    assert found["balance"]["regions"] == {"上海": 1, "北京": 1} and found["overlaps"] == []
    drawn.organizer("people", "add", "赵一", "--institution", "某行").done()
    drawn.organizer("people", "change", "赵一", "--region", "广东").done()
    drawn.organizer("people", "remove", "e0001", "李静").done()
    (left,) = drawn.organizer("people", "--json").done().json["people"]
    assert left == {
        "id": "e0003", "name": "赵一", "field": "", "institution": "某行", "region": "广东", "contact": "",
    }  # fmt: skip
    drawn.organizer("people", "remove", "谁").refused("unknown-person", 2)
    drawn.organizer("people", "take-in").refused("file-needed", 2)
    (tmp_path / "b.csv").write_text("姓名,单位\n,某行\n", encoding="utf-8")
    drawn.organizer("people", "take-in", tmp_path / "b.csv").refused("people-file-invalid")


def test_overlaps_are_listed_with_their_cases(drawn: Campaign) -> None:
    drawn.organizer("shortlist", "panel", "--add", "王晓明", "示例大学").done()
    drawn.organizer("people", "add", "王晓明", "--institution", "示例大学").done()
    found = drawn.organizer("people", "overlaps", "--json").done().json["overlaps"]
    assert [(each["kind"], each["person"]) for each in found] == [("same-person", "王晓明")]


def test_letters_go_to_all_and_the_cover_letter_waits_for_the_package(
    drawn: Campaign, tmp_path: Path
) -> None:
    drawn.organizer("letters", "invitation", "-o", tmp_path / "i.pdf").refused("roster-empty", 2)
    (tmp_path / "a.csv").write_text(TABLE, encoding="utf-8")
    drawn.organizer("people", "take-in", tmp_path / "a.csv").done()
    drawn.organizer("letters", "cover", "-o", tmp_path / "c.pdf").refused("letter-before-package", 2)
    packed = drawn.organizer("pack", "-o", tmp_path / "p.casepkg", "--json").done().json
    answer = drawn.organizer("letters", "cover", "--in", "zh", "-o", tmp_path / "c.pdf", "--json").done()
    assert answer.json["letters"] == 2 and "deadline" in answer.json["missing"]
    made = pages(tmp_path / "c.pdf")
    assert len(made) == 2
    for page, name in zip(made, ("王晓明", "李静"), strict=True):
        assert f"尊敬的{name}" in page and packed["terms_short"] in page
    drawn.organizer("letters", "cover", "-o", tmp_path / "c.pdf").refused("file-exists", 2)
    text = tmp_path / "t.txt"
    text.write_text("# Note\n{name}, please: <{institution}> & more.\n", encoding="utf-8")
    drawn.organizer("letters", "reminder", "--in", "en", "--text", text, "-o", tmp_path / "r.docx").done()
    document = zipfile.ZipFile(tmp_path / "r.docx").read("word/document.xml").decode()
    assert "李静, please: &lt;示例日报社&gt; &amp; more." in document
    assert drawn.organizer("letters", "reminder", "--in", "en", "--json").done().json["own"] is True
    assert (
        drawn.organizer("letters", "reminder", "--in", "en", "--own-text", "--json").done().json["own"]
        is False
    )
    text.write_text("{secret}", encoding="utf-8")
    drawn.organizer("letters", "reminder", "--text", text).refused("letter-gap", 2)
    drawn.organizer("letters", "reminder", "-o", tmp_path / "x.rtf").refused("letter-format", 2)


def test_fees_are_the_same_for_all_and_text_in_a_cell_is_text(drawn: Campaign, tmp_path: Path) -> None:
    drawn.organizer("people", "add", "=1+1", "--institution", "@示例").done()
    drawn.organizer("people", "add", "李静").done()
    answer = drawn.organizer("fees", "--fee", "1,500.50", "-o", tmp_path / "f.xlsx", "--json").done()
    assert answer.json["total"] == "3001.00"
    sheet = openpyxl.load_workbook(tmp_path / "f.xlsx").active
    assert (sheet.cell(7, 2).value, sheet.cell(7, 2).data_type) == ("=1+1", "s")
    assert sheet.cell(9, 4).data_type == "f"
    drawn.organizer("fees", "--fee", "1500.50", "-o", tmp_path / "f.pdf").done()
    (page,) = pages(tmp_path / "f.pdf")
    assert "=1+1" in page and "3,001" in page and page.count("1,500.50") == 2
    drawn.organizer("fees", "--fee", "viel", "-o", tmp_path / "g.pdf").refused("fee-invalid", 2)


@pytest.mark.parametrize("count", [1, 60])
def test_a_long_list_goes_over_pages_and_repeats_its_head(
    drawn: Campaign, tmp_path: Path, count: int
) -> None:
    rows = "".join(f"专家{number:03d},某单位{number:03d}\n" for number in range(count))
    (tmp_path / "a.csv").write_text("姓名,单位\n" + rows, encoding="utf-8")
    drawn.organizer("people", "take-in", tmp_path / "a.csv").done()
    drawn.organizer("fees", "--fee", "1", "-o", tmp_path / "f.pdf").done()
    made = ["".join(page.split()) for page in pages(tmp_path / "f.pdf")]
    assert len(made) == (1 if count == 1 else 4)
    assert all("签名" in page for page in made)
    for number in range(count):
        assert sum(f"专家{number:03d}" in page for page in made) == 1


def test_a_round_with_its_own_minimum_and_the_counts_of_its_cards(drawn: Campaign) -> None:
    shown = drawn.organizer("round", "show", "--json").done().json
    assert shown["cards"] == {"issued": 5, "reserve": 1, "withdrawn": 0, "unnamed": 0}
    drawn.organizer("withdraw", "--unnamed", 2).done()
    drawn.organizer("withdraw").refused("withdraw-what", 2)
    drawn.organizer("withdraw", "--unnamed", 9).refused("unnamed-lost", 2)
    assert drawn.organizer("round", "show", "--json").done().json["cards"]["unnamed"] == 2
    made = (
        drawn.organizer("round", "new", "--minimum", 7, "--publication", "winners-scored", "--json")
        .done()
        .json
    )
    assert (made["rule"]["minimum_accepted"], made["rule"]["publication"]) == (7, "winners-scored")
