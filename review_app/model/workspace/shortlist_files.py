"""Tables that an organizer brings along: decisions, votes and members, as CSV from any spreadsheet program."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from review_app.model.errors import InputError
from review_app.model.files import read_limited
from review_app.model.text import visible
from review_app.model.workspace.ballots import Vote, choice_of
from review_app.model.workspace.panel import Panel
from review_app.model.workspace.shortlist import Decision, decision_kind

LIMIT = 16 << 20
"""Bytes of one table."""
_CASE = ("case", "案例", "案例编号", "编号", "id")
_MEMBER = ("member", "评议人", "姓名")
_CHOICE = ("choice", "意见", "投票")
_NAME = ("name", "member", "姓名", "评议人")
_INSTITUTION = ("institution", "单位", "所在单位", "机构")
_TITLE = ("title", "标题", "案例名称", "名称")


def read_decisions(path: Path, stage: int) -> list[Decision]:
    """Decisions of one stage from a CSV with the columns case, decision, reason.

    Raises InputError ``decisions-file-invalid`` with the line.
    """
    reader = csv.DictReader(io.StringIO(_text(path), newline=""), strict=True)
    found = []
    try:
        for row in reader:
            case_id, decision = (row.get("case") or "").strip(), row.get("decision") or ""
            if not case_id:
                raise InputError("decisions-file-invalid", line=reader.line_num, reason="case")
            found.append(Decision(stage, case_id, decision_kind(decision), row.get("reason") or ""))
    except csv.Error as failure:
        raise InputError("decisions-file-invalid", line=reader.line_num, reason=str(failure)) from failure
    return found


def read_votes(path: Path, stage: int, panel: Panel) -> list[Vote]:
    """Votes of one stage, in one of two shapes: the columns case, member, choice; or a column of cases and then one for
    each member, named in the first line.  An empty cell is no vote.

    Raises InputError ``votes-file-invalid`` with the line, UsageError ``unknown-member``, ``member-ambiguous``,
    ``choice-unknown``.
    """
    lines = list(_lines(path, "votes-file-invalid"))
    if not lines:
        raise InputError("votes-file-invalid", line=1, reason="case")
    (first, heads), rest = lines[0], lines[1:]
    case = _column(heads, _CASE)
    if case is None:
        raise InputError("votes-file-invalid", line=first, reason=visible(",".join(heads), 60))
    member, choice = _column(heads, _MEMBER), _column(heads, _CHOICE)
    found: list[Vote] = []
    if member is not None and choice is not None:
        for number, cells in rest:
            case_id, said = _cell(cells, case), _cell(cells, choice)
            if not said:
                continue
            if not case_id:
                raise InputError("votes-file-invalid", line=number, reason=heads[case])
            found.append(Vote(stage, panel.find(_cell(cells, member)).id, case_id, choice_of(said)))
        return found
    others = {case, _column(heads, _TITLE)}
    columns = {
        place: panel.find(head).id for place, head in enumerate(heads) if place not in others and head.strip()
    }
    for number, cells in rest:
        for place, member_id in columns.items():
            if said := _cell(cells, place):
                if not _cell(cells, case):
                    raise InputError("votes-file-invalid", line=number, reason=heads[case])
                found.append(Vote(stage, member_id, _cell(cells, case), choice_of(said)))
    return found


def read_members(path: Path) -> list[tuple[str, str]]:
    """Names and institutions: two columns, with or without a first line that names them.

    Raises InputError ``members-file-invalid`` with the line.
    """
    lines = [(number, cells) for number, cells in _lines(path, "members-file-invalid") if any(cells)]
    name, institution = 0, 1
    if lines and _column(lines[0][1], _NAME) is not None:
        heads = lines.pop(0)[1]
        name = _column(heads, _NAME) or 0
        named = _column(heads, _INSTITUTION)
        institution = len(heads) if named is None else named
    found = []
    for number, cells in lines:
        if not _cell(cells, name):
            raise InputError("members-file-invalid", line=number, reason=visible(",".join(cells), 60))
        found.append((_cell(cells, name), _cell(cells, institution)))
    if not found:
        raise InputError("members-file-invalid", line=1, reason="name")
    return found


def _text(path: Path) -> str:
    data = read_limited(path, LIMIT)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace")


def _lines(path: Path, code: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(_text(path), newline=""), strict=True)
    try:
        for cells in reader:
            yield reader.line_num, [cell.strip() for cell in cells]
    except csv.Error as failure:
        raise _invalid(code, reader.line_num, str(failure)) from failure


def _invalid(code: str, line: int, reason: str) -> InputError:
    if code == "votes-file-invalid":
        return InputError("votes-file-invalid", line=line, reason=reason)
    return InputError("members-file-invalid", line=line, reason=reason)


def _column(heads: Sequence[str], names: Sequence[str]) -> int | None:
    for place, head in enumerate(heads):
        if head.strip().casefold() in names:
            return place
    return None


def _cell(cells: Sequence[str], place: int) -> str:
    return cells[place].strip() if place < len(cells) else ""
