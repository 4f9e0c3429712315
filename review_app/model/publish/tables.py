"""The result as tables: a workbook with everything, and each table as CSV.

Numbers are numbers, texts are texts.  A text can't become a formula: in a workbook its cell says that it is text; in
CSV, which knows no types, :func:`guarded` puts an apostrophe before it, and :func:`unguarded` takes it off again.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Literal

from review_app.model.publish.disclosure import Disclosure, disclosure
from review_app.model.publish.ooxml import timeless
from review_app.model.publish.rule_words import notice_words, rule_sentences
from review_app.model.publish.wording import Language, Wording
from review_app.model.result.ties import apart
from review_app.model.text import storable, visible
from review_app.model.workspace.standing import CaseLine, Standing

TableName = Literal["ranking", "scores", "states", "agreement", "what-if", "without", "rule"]
Value = str | int | float | Fraction | None
_CELL_LIMIT = 32_767
_LINE = 15.0  # points
_WIDEST = 70  # of a column, in characters; longer texts are wrapped
_FORMULA = frozenset("=+-@'\t\r\n")
_UNSEEN = r"\s\"\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
_SIGN = r"=+\-@＝＋－＠﹢﹣﹦﹫⁺⁼₊₌﬩⩵⩶"
_CELL_WITHIN = re.compile(rf"([;,|\t\r\n][{_UNSEEN}]*)('*[{_SIGN}])")
_GUARDED_WITHIN = re.compile(rf"([;,|\t\r\n][{_UNSEEN}]*)'('*[{_SIGN}])")
"""Where a program that separates cells by another sign than the comma would see a cell that begins like a formula."""
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


@dataclass(frozen=True)
class Table:
    """A head and rows of values; None is an empty cell.  ``scores`` is the column whose values are shown with as many
    decimals as tell them apart, -1 for none."""

    name: TableName
    title: str
    head: list[str]
    rows: list[list[Value]]
    scores: int = -1


def results_tables(standing: Standing, language: Language, *, public: bool = False) -> list[Table]:
    """Every table that may be shown: all of them for the organizer, what the level of the terms allows with
    ``public``."""
    words, shown = Wording("tables", language), disclosure(standing, public=public)
    makers: list[tuple[TableName, Callable[[Wording, Disclosure], tuple[list[str], list[list[Value]]]]]] = [
        ("ranking", _ranking)
    ]
    if shown.sheets:
        makers.append(("scores", _scores))
    makers.append(("states", _states))
    if shown.sheets:
        makers.append(("agreement", _agreement))
        if shown.everybody:
            makers += [("what-if", _what_if), ("without", _without)]
    makers.append(("rule", _rule))
    found = []
    for name, make in makers:
        heads, rows = make(words, shown)
        scores = heads.index(words("heads.score")) if name == "ranking" and shown.scored else -1
        found.append(Table(name, words(f"sheets.{name}"), heads, rows, scores))
    return found


def results_csv(
    standing: Standing, language: Language, table: TableName = "ranking", *, public: bool = False
) -> bytes:
    """One table as CSV (RFC 4180, UTF-8 with a byte order mark, as spreadsheet programs want it).

    Raises KeyError for a table that may not be shown.
    """
    found = {each.name: each for each in results_tables(standing, language, public=public)}[table]
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow([guarded(head) for head in found.head])
    for row in found.rows:
        writer.writerow([_csv_value(value) for value in row])
    return b"\xef\xbb\xbf" + file.getvalue().encode("utf-8")


def guarded(text: str) -> str:
    """``text`` so that no spreadsheet program takes it for a formula: with an apostrophe before it when its first
    visible character is ``=``, ``+``, ``-``, ``@``, a full-width one of them or an apostrophe, or when it begins with a
    tab or a line break.  :func:`unguarded` is the way back, for every text.

    Blanks, control characters and quotes ahead of the first visible one don't count: programs leave some of them out.
    The same holds within the text behind what another program may take for the end of a cell: ``;``, ``,``, ``|``, a
    tab or a line break.
    """
    clean = _CELL_WITHIN.sub(r"\1'\2", storable(text))
    first = next((each for each in clean if unicodedata.category(each)[0] not in "CZ" and each != '"'), "")
    guards = clean[:1] in _FORMULA or unicodedata.normalize("NFKC", first)[:1] in _FORMULA
    return f"'{clean}" if clean and guards else clean


def unguarded(text: str) -> str:
    """The text that :func:`guarded` was given."""
    return _GUARDED_WITHIN.sub(r"\1\2", text[1:] if text.startswith("'") else text)


def _csv_value(value: Value) -> str:
    if value is None:
        return ""
    return guarded(value) if isinstance(value, str) else repr(_number(value))


def _number(value: int | float | Fraction) -> int | float:
    if isinstance(value, int):
        return value
    number = float(value)
    return int(number) if number.is_integer() else round(number, 9)


def results_xlsx(standing: Standing, language: Language, *, public: bool = False) -> bytes:
    """The tables as a workbook, a sheet each; the same input gives the same bytes."""
    import openpyxl
    from openpyxl.styles import Alignment, Border, Font, Side
    from openpyxl.utils import get_column_letter

    book = openpyxl.Workbook()
    book.remove(book.active)
    bold, ruled = Font(bold=True), Border(bottom=Side(style="thin", color="808890"))
    wrapped, indented = Alignment(wrap_text=True, vertical="top"), Alignment(horizontal="left", indent=1)
    for table in results_tables(standing, language, public=public):
        sheet = book.create_sheet(table.title)
        widths = [_width(head) for head in table.head]
        everything: list[Sequence[Value]] = [table.head, *table.rows]
        numeric = [_numeric(table, column) for column in range(len(table.head))]
        # Text beside numbers, which stand at the right of their cells, would touch them.
        apart = [column > 0 and numeric[column - 1] and not numeric[column] for column in range(len(numeric))]
        decimals = _decimals(table)
        for number, row in enumerate(everything, start=1):
            height = 1
            for column, value in enumerate(row, start=1):
                if value is None or value == "":
                    continue
                cell = sheet.cell(number, column)
                if isinstance(value, str):
                    cell.value, cell.data_type = cell_text(value), "s"
                    width = _width(value)
                    widths[column - 1] = max(widths[column - 1], width)
                    if width > _WIDEST:
                        cell.alignment = wrapped
                        height = max(height, -(-width // (_WIDEST - 4)))
                    elif apart[column - 1]:
                        cell.alignment = indented
                else:
                    cell.value = _number(value)
                    if not isinstance(value, int):
                        places = decimals.get((number, column), 2) if isinstance(value, Fraction) else 3
                        cell.number_format = f"0.{'0' * places}"
                    if not numeric[column - 1]:
                        cell.alignment = Alignment(horizontal="left", vertical="top")
                if number == 1:
                    side, indent = "right" if numeric[column - 1] else "left", int(apart[column - 1])
                    cell.font, cell.border = bold, ruled
                    cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal=side, indent=indent)
            if height > 1:
                sheet.row_dimensions[number].height = height * _LINE
                for cell in sheet[number]:
                    cell.alignment = wrapped
        for place, width in enumerate(widths, start=1):
            sheet.column_dimensions[get_column_letter(place)].width = min(max(width + 2, 8), _WIDEST)
        sheet.freeze_panes = "A2"
        sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.print_title_rows = "1:1"
        sheet.oddFooter.center.text = "&A · &P / &N"
        if standing.sample:
            sheet.oddHeader.right.text = Wording("tables", language)("sample")
    book.properties.creator = "review-app"
    file = io.BytesIO()
    book.save(file)
    return timeless(file.getvalue())


def _decimals(table: Table) -> dict[tuple[int, int], int]:
    """How many decimals scores are shown with, by row and column of the sheet."""
    if table.scores < 0:
        return {}
    values = [row[table.scores] for row in table.rows]
    texts = apart([value if isinstance(value, Fraction) else None for value in values])
    return {
        (number, table.scores + 1): len(text.partition(".")[2]) for number, text in enumerate(texts, start=2)
    }


def _numeric(table: Table, column: int) -> bool:
    found = [row[column] for row in table.rows if row[column] is not None]
    return bool(found) and not any(isinstance(value, str) for value in found)


@lru_cache(maxsize=4096)
def cell_text(text: str) -> str:
    """``text`` as a cell of a workbook can hold it: control characters as ``\\u{1}``, what looks like the format's own
    escape (``_x0041_``) escaped, at most 32,767 characters."""
    lines = (visible(line, len(line)) for line in storable(text).replace("\r\n", "\n").split("\n"))
    plain = "\n".join(lines).translate({0xFFFE: "\\u{fffe}", 0xFFFF: "\\u{ffff}"})
    return _ESCAPE.sub("_x005F_", plain)[:_CELL_LIMIT]


@lru_cache(maxsize=4096)
def _width(text: str) -> int:
    return max(
        sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in line)
        for line in text.split("\n")
    )


def _heads(words: Wording, *names: str) -> list[str]:
    return [words(f"heads.{name}") for name in names]


def _yes(words: Wording, holds: bool) -> str:
    return words("words.yes") if holds else words("words.no")


def _ranking(words: Wording, shown: Disclosure) -> tuple[list[str], list[list[Value]]]:
    names = ["case", "title", "organisation", "region"]
    if not shown.scored:
        return _heads(words, *names), [_named(line) for line in shown.cases]
    criteria = shown.standing.terms.rubric.criteria if shown.sheets else []
    heads = _heads(
        words, "rank", *names, "wins", "score", "numerator", "denominator", "sheets", "used", "drawn", "tie"
    )
    if shown.sheets:
        heads += _heads(words, "low", "high", "share")
    heads += [words.named(each.name, each.name_en) for each in criteria]
    rows = []
    for line in shown.cases:
        ranked, score = line.ranked, line.ranked.score
        row: list[Value] = [ranked.rank, *_named(line), _yes(words, line.wins), score]
        row += [score.numerator, score.denominator] if score is not None else [None, None]
        row += [ranked.sheets, ranked.used, _yes(words, ranked.drawn), shown.tie_words(line, words) or None]
        if shown.sheets:
            found = line.interval
            row += [found.low, found.high, line.share] if found else [None, None, None]
            row += line.means or [None] * len(criteria)
        rows.append(row)
    return heads, rows


def _named(line: CaseLine) -> list[Value]:
    case = line.case
    return [case.id, case.title, case.organisation, case.region]


def _scores(words: Wording, shown: Disclosure) -> tuple[list[str], list[list[Value]]]:
    """A row for every sheet and case that may be named, by receipt."""
    standing = shown.standing
    criteria = standing.terms.rubric.criteria
    heads = [
        *_heads(words, "receipt", "case", "title", "row-state"),
        *(words.named(each.name, each.name_en) for each in criteria),
        *_heads(words, "total", "left-out", "lenience"),
    ]
    rows: list[list[Value]] = []
    for sheet in standing.sheets:
        for line in shown.cases:
            case_id = line.case.id
            start: list[Value] = [sheet.receipt, case_id, line.case.title]
            scores = sheet.scores.get(case_id)
            if scores is None:
                state = words(f"row-states.{sheet.states[case_id]}")
                rows.append([*start, state, *[None] * (len(criteria) + 2), sheet.lenience])
            else:
                left_out = _yes(words, sheet.receipt in line.left_out)
                total = line.totals[sheet.receipt]
                scored = words("row-states.scored")
                rows.append([*start, scored, *scores, total, left_out, sheet.lenience])
    return heads, rows


def _states(words: Wording, shown: Disclosure) -> tuple[list[str], list[list[Value]]]:
    rows: list[list[Value]] = [
        [each.receipt or None, each.delivery_code or None, words(f"states.{each.state.value}")]
        for each in shown.standing.receipts
    ]
    return _heads(words, "receipt", "delivery", "state"), rows


def _agreement(words: Wording, shown: Disclosure) -> tuple[list[str], list[list[Value]]]:
    standing = shown.standing
    names = {each.id: words.named(each.name, each.name_en) for each in standing.terms.rubric.criteria}
    names["total"] = names.get("total", words("words.total"))
    rows: list[list[Value]] = []
    for place, line in enumerate(standing.agreement):
        name = words("words.total") if place == 0 else names[line.what]
        figures = (line.kendall_w, line.alpha_ordinal, line.alpha_interval, line.icc_2_1, line.icc_2_k)
        rows.append([name, *figures, line.sheets])
    return _heads(words, "what", "w", "ordinal", "interval", "single", "mean", "complete"), rows


def _what_if(words: Wording, shown: Disclosure) -> tuple[list[str], list[list[Value]]]:
    """Ranks by every rule, a row a case; the rule of the terms comes first."""
    standing = shown.standing
    heads = _heads(words, "case", "title", "own-rule")
    heads += [words(f"methods.{each.method}") for each in standing.what_ifs]
    ranks = [{line.case_id: line.rank for line in each.ranking} for each in standing.what_ifs]
    rows: list[list[Value]] = [
        [line.case.id, line.case.title, line.ranked.rank, *(found[line.case.id] for found in ranks)]
        for line in standing.cases
    ]
    return heads, rows


def _without(words: Wording, shown: Disclosure) -> tuple[list[str], list[list[Value]]]:
    standing = shown.standing
    rows: list[list[Value]] = [
        [
            each.receipt,
            words.joined([standing.titles[case] for case in each.gained]),
            words.joined([standing.titles[case] for case in each.lost]),
        ]
        for each in standing.without
    ]
    return _heads(words, "receipt", "gained", "lost"), rows


def _rule(words: Wording, shown: Disclosure) -> tuple[list[str], list[list[Value]]]:
    standing = shown.standing
    terms = standing.terms
    rows: list[list[Value]] = [
        [words("words.campaign"), terms.title],
        [words("words.edition"), terms.edition],
        [words("words.status"), notice_words(standing.notice, words)],
        [words("words.terms"), standing.terms_digest],
        [words("words.box"), standing.box],
        [words("words.organizer"), standing.organizer],
    ]
    if shown.sheets:
        rows.append([words("words.replicates"), standing.replicates])
    rows += [
        [words("words.rule"), sentence] for sentence in rule_sentences(standing.rule, terms.rubric, words)
    ]
    if standing.sample:
        rows.insert(0, [words("sample"), None])
    return _heads(words, "key", "value"), rows
