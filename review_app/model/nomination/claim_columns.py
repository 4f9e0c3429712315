"""Figures in a table with a nomination a row: columns that say what each is, where it comes from, and when.

Several figures of one nomination stand as lines of the same cells, in columns with numbers (``数字1``, ``出处1``,
``数字2`` ...), or in rows of their own below the nomination, as programs write cells that were joined.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from review_app.model.errors import InputError

PREFIX = "claims:"
"""Before the part of a figure that a column holds: ``claims:source``, or with a number ``claims:source:2``."""
PARTS = ("figure", "what", "source", "date", "status")
_HEADS = {
    "数字": "figure",
    "数据": "figure",
    "figure": "figure",
    "指什么": "what",
    "含义": "what",
    "what": "what",
    "出处": "source",
    "来源": "source",
    "数据来源": "source",
    "source": "source",
    "时间": "date",
    "date": "date",
    "性质": "status",
    "status": "status",
}
_NUMBERED = re.compile(r"(.*?)[\s_-]*([0-9]{0,3})")


def claim_column(head: str) -> str | None:
    """What a column with this head holds of a figure, or None."""
    found = _NUMBERED.fullmatch(head.strip().strip(":： *＊").casefold())
    part = _HEADS.get(found[1]) if found else None
    if found is None or part is None:
        return None
    return f"{PREFIX}{part}:{int(found[2])}" if found[2] else f"{PREFIX}{part}"


def without_strays(columns: Sequence[str | None]) -> list[str | None]:
    """``columns``, in which a source or a date is one of a figure only where there are figures, with what they say."""
    held = {column.split(":")[1] for column in columns if column and column.startswith(PREFIX)}
    if {"figure", "what"} <= held:
        return list(columns)
    return [None if column and column.startswith(PREFIX) else column for column in columns]


def is_continued(cells: Mapping[str, str]) -> bool:
    """Whether a row (its cells by column) holds nothing but figures: those of the nomination above it."""
    filled = {column for column, cell in cells.items() if cell.strip()}
    return bool(filled) and all(column.startswith(PREFIX) for column in filled)


def claims_in(rows: Sequence[Mapping[str, str]], name: str, line: int) -> list[dict[str, str]]:
    """The figures of one nomination from its row and those that continue it.

    Raises InputError ``table-claims`` (``name`` and ``line`` say where) when the lines of a cell don't go with those of
    the figures beside it.
    """
    found: list[dict[str, str]] = []
    for cells in rows:
        groups: dict[str, dict[str, str]] = {}
        for column, cell in cells.items():
            if column.startswith(PREFIX) and cell.strip():
                part, _, number = column.removeprefix(PREFIX).partition(":")
                groups.setdefault(number, {})[part] = cell
        for number in sorted(groups, key=lambda number: int(number or 0)):
            found += _lines_of(groups[number], name, line)
    return found


def _lines_of(cells: Mapping[str, str], name: str, line: int) -> list[dict[str, str]]:
    parts = {part: [one.strip() for one in cell.split("\n")] for part, cell in cells.items()}
    count = len("\n".join(parts.get("figure", [])).rstrip("\n").split("\n"))
    if count == 1:
        return [{part: " ".join(one for one in lines if one) for part, lines in parts.items()}]
    for lines in parts.values():
        while len(lines) > count and not lines[-1]:
            del lines[-1]
    if any(len(lines) != count for lines in parts.values()):
        raise InputError("table-claims", name=name, line=line)
    each = [{part: lines[place] for part, lines in parts.items() if lines[place]} for place in range(count)]
    return [claim for claim in each if claim]
