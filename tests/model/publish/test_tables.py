"""The result as tables: read back by openpyxl and by LibreOffice; no text becomes a formula."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import re
import time
import zipfile
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from review_app.model.publish.tables import (
    cell_text,
    guarded,
    results_csv,
    results_tables,
    results_xlsx,
    unguarded,
)
from review_app.model.publish.wording import LANGUAGES, Language
from review_app.model.text import storable
from review_app.model.workspace.standing import Standing
from tests.model.nomination.office import needs_office, save_as
from tests.model.publish.stood import at_level, losers, renamed, winners

NAUGHTY: list[str] = json.loads(
    (Path(__file__).parents[2] / "vectors" / "naughty-strings" / "blns.json").read_text("utf-8")
)
ATTACKS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "＝1+1",
    "'=1+1",
    '=HYPERLINK("http://example.invalid","x")',
    "=cmd|' /C calc'!A0",
    "_x003D_1+1",
    "\x00=1",
    "\ufeff\u200b=1",
    "\ud800=1",
    *NAUGHTY,
]


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def attacked(standing: Standing, start: int) -> Standing:
    """The cases called like the attacks from ``start`` on."""
    return renamed(standing, lambda place, old: ATTACKS[(start + place) % len(ATTACKS)])


def test_numbers_are_numbers_and_exact_beside(standing: Standing) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(results_xlsx(standing, "zh")))["排名"]
    head, *rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    assert len(rows) == len(standing.cases)
    for row, line in zip(rows, standing.cases, strict=True):
        found = dict(zip(head, row, strict=True))
        assert line.ranked.score is not None
        assert Fraction(found["精确得分·分子"], found["精确得分·分母"]) == line.ranked.score
        assert found["得分"] == pytest.approx(float(line.ranked.score), abs=1e-8)
        assert (found["名次"], found["案例"]) == (line.ranked.rank, line.case.title)
        assert found["入选"] == ("是" if line.wins else "否")


def test_every_score_stands_by_its_receipt(standing: Standing) -> None:
    head, *rows = rows_of(results_csv(standing, "en", "scores"))
    criteria = [criterion.name_en for criterion in standing.terms.rubric.criteria]
    assert len(rows) == len(standing.sheets) * len(standing.cases)
    sheets = {sheet.receipt: sheet for sheet in standing.sheets}
    for row in rows:
        found = dict(zip(head, row, strict=True))
        scores = sheets[found["Receipt"]].scores.get(found["Case id"])
        if scores is None:
            assert found["This case"] == "recused"
            assert all(found[name] == "" for name in criteria)
        else:
            assert [int(found[name]) for name in criteria] == list(scores)
            assert int(found["Total"]) == sum(scores)


def test_the_tables_are_complete(standing: Standing) -> None:
    tables = {table.name: table for table in results_tables(standing, "zh")}
    assert list(tables) == ["ranking", "scores", "states", "agreement", "what-if", "without", "rule"]
    assert len(tables["states"].rows) == len(standing.receipts)
    assert len(tables["agreement"].rows) == 1 + len(standing.terms.rubric.criteria)
    assert len(tables["what-if"].head) == 3 + len(standing.what_ifs)
    assert len(tables["without"].rows) == len(standing.without)
    for table in tables.values():
        assert all(len(row) == len(table.head) for row in table.rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_input_gives_the_same_bytes(standing: Standing, language: Language) -> None:
    first = results_xlsx(standing, language)
    time.sleep(1.1)
    assert results_xlsx(standing, language) == first


@pytest.mark.parametrize("start", range(0, len(ATTACKS), 23))
def test_no_cell_of_the_workbook_is_a_formula(standing: Standing, start: int) -> None:
    given = attacked(standing, start)
    book = openpyxl.load_workbook(io.BytesIO(results_xlsx(given, "zh")))
    for sheet in book:
        for row in sheet.iter_rows():
            assert all(cell.data_type in "sn" for cell in row)
    titles = [line.case.title for line in given.cases]
    assert [row[2] for row in book["排名"].iter_rows(min_row=2, values_only=True)] == [
        cell_text(title) or None for title in titles
    ]


@given(st.text())
def test_the_guard_of_csv_can_be_taken_off(text: str) -> None:
    clean = storable(text)
    assert unguarded(guarded(text)) == clean
    assert guarded(clean).replace("'", "") == clean.replace("'", "")


@given(st.text(alphabet="=+-@＝';,|\t\n\" x\u200b"))
def test_no_guard_is_lost_between_separators(text: str) -> None:
    assert unguarded(guarded(text)) == text
    for part in re.split(r"[;,|\t\n]", guarded(text)):
        assert part.lstrip(' "\u200b')[:1] not in tuple("=+-@＝")


@needs_office
@pytest.mark.parametrize("separator", [59, 9])
def test_no_formula_where_cells_end_at_another_sign(
    standing: Standing, tmp_path: Path, separator: int
) -> None:
    mark = chr(separator)
    title = f'x{mark}=1+1{mark}"=2+2"{mark} @SUM(1){mark}-3+4\n=5+5'
    file = tmp_path / "result.csv"
    file.write_bytes(results_csv(renamed(standing, lambda place, old: title), "zh"))
    saved = save_as(file, "xlsx", tmp_path, f"CSV:{separator},34,76,1,,0,false,false,true")
    with zipfile.ZipFile(saved) as book:
        assert not any(b"<f" in book.read(name) for name in book.namelist() if "worksheets/sheet" in name)


@pytest.mark.parametrize("text", [text for text in ATTACKS if text.strip()[:1] in ("=", "+", "-", "@")])
def test_nothing_in_csv_begins_like_a_formula(text: str) -> None:
    assert guarded(text).startswith("'")


def test_csv_keeps_every_text(standing: Standing) -> None:
    for start in range(0, len(ATTACKS), 23):
        given = attacked(standing, start)
        _, *rows = rows_of(results_csv(given, "zh"))
        assert [unguarded(row[2]) for row in rows] == [storable(line.case.title) for line in given.cases]


def test_csv_is_utf_8_with_a_mark(standing: Standing) -> None:
    content = results_csv(standing, "zh")
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == len(standing.cases) + 1


@pytest.mark.parametrize(
    ("publication", "auditors"),
    [
        ("winners-scored", []),
        ("winners-scored", ["age1auditor"]),
        ("winners", ["age1auditor"]),
        ("full", ["age1auditor"]),
    ],
)
def test_public_tables_keep_to_the_level(standing: Standing, publication: str, auditors: list[str]) -> None:
    level = at_level(standing, publication, auditors)
    tables = results_tables(level, "zh", public=True)
    texts = {value for table in tables for row in table.rows for value in row if isinstance(value, str)}
    assert set(winners(level)) <= texts
    assert texts & set(losers(level)) == (
        set(losers(level)) - _aside(level) if publication == "full" else set()
    )
    names = [table.name for table in tables]
    assert ("scores" in names) is (not auditors)
    if publication == "winners":
        assert "得分" not in tables[0].head
    if auditors:
        with pytest.raises(KeyError):
            results_csv(level, "zh", "scores", public=True)


def _aside(standing: Standing) -> set[str]:
    return {standing.titles[each.case] for each in standing.set_aside}


@needs_office
def test_libreoffice_reads_the_workbook_as_it_was_meant(standing: Standing, tmp_path: Path) -> None:
    given = dataclasses.replace(attacked(standing, 0))
    file = tmp_path / "result.xlsx"
    file.write_bytes(results_xlsx(given, "zh"))
    content = save_as(file, "csv", tmp_path).read_bytes().decode("gb18030")
    _, *rows = list(csv.reader(io.StringIO(content, newline="")))
    assert len(rows) == len(given.cases)
    for row, line in zip(rows, given.cases, strict=True):
        expected = cell_text(line.case.title).replace("_x005F_", "_")
        assert _lines(row[2]) == _lines(expected)
        assert row[0] == str(line.ranked.rank)
        assert line.ranked.score is not None
        assert float(row[6]) == pytest.approx(float(line.ranked.score), abs=1e-8)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines()]


@needs_office
def test_libreoffice_finds_no_formula_in_the_csv(standing: Standing, tmp_path: Path) -> None:
    file = tmp_path / "result.csv"
    file.write_bytes(results_csv(attacked(standing, 0), "zh"))
    saved = save_as(file, "xlsx", tmp_path, "CSV:44,34,76,1,,0,false,false,false")
    with zipfile.ZipFile(saved) as book:
        assert not any(b"<f" in book.read(name) for name in book.namelist() if "worksheets/sheet" in name)
