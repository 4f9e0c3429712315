"""Cases of earlier editions from what is left of them: a campaign's folder, an archive of results, or a table."""

from __future__ import annotations

from pathlib import Path

from review_app.model.errors import InputError
from review_app.model.files import os_errors
from review_app.model.nomination.table import read_table
from review_app.model.text import storable
from review_app.model.workspace.earlier import EarlierCase

_COLUMNS = {
    "title": ("title", "案例名称", "名称", "标题", "案例"),
    "organisation": ("organisation", "organization", "申报单位", "单位", "主办单位", "获奖单位"),
    "year": ("year", "edition", "年份", "年度", "届次", "届"),
    "text": ("text", "dossier", "正文", "案例正文", "简介", "摘要", "案例简介"),
}


def read_earlier(path: Path) -> list[EarlierCase]:
    """The cases at ``path``: a campaign's folder (accepted cases with their texts), an archive of results (those that
    are named in public, without texts), a CSV or XLSX file with the columns title, organisation, year, text.

    Raises InputError ``file-missing``, ``table-header``, ``earlier-empty``, and what opening each of them raises.
    """
    if path.is_dir():
        found = _campaign(path)
    elif path.suffix.lower() in (".csv", ".tsv", ".txt", ".xlsx"):
        found = _table(path)
    else:
        found = _archive(path)
    if not found:
        raise InputError("earlier-empty", name=path.name)
    return found


def _campaign(folder: Path) -> list[EarlierCase]:
    from review_app.model.workspace import Workspace

    with Workspace.open(folder, read_only=True) as earlier:
        edition = earlier.settings.edition
        return [
            EarlierCase(case.title, case.organisation, edition, case.dossier)
            for case in earlier.nominations.all()
        ]


def _archive(path: Path) -> list[EarlierCase]:
    from review_app.model.result.verify import verify_archive  # loads numpy

    with os_errors(path):
        if not path.is_file():
            raise InputError("file-missing", name=path.name)
    report = verify_archive(path)
    edition = report.terms.edition
    return [EarlierCase(case.title, case.organisation, edition) for case in report.results.candidates]


def _table(path: Path) -> list[EarlierCase]:
    table = read_table(path)
    heads = [head.strip().strip(":： *＊").casefold() for head in table.head]
    places: dict[str, int] = {}
    for field, names in _COLUMNS.items():
        place = next((heads.index(name) for name in names if name in heads), None)
        if place is not None:
            places[field] = place
    if missing := [field for field in ("title", "organisation") if field not in places]:
        raise InputError("table-header", name=path.name, fields=missing)
    found = []
    for _, row in table.rows:
        cells = {
            field: storable(row[place]).strip() if place < len(row) else "" for field, place in places.items()
        }
        if cells["title"]:
            found.append(
                EarlierCase(
                    **{name: text for name, text in cells.items() if name != "text"},
                    text=cells.get("text", ""),
                )
            )
    return found
