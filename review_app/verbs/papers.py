"""The papers of a result: the verbs report and announce."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Callable
from pathlib import Path
from typing import get_args

from review_app.model.errors import UsageError
from review_app.model.files import os_errors, sha256_of, write_atomically
from review_app.model.publish.announcement import announcement_docx, announcement_markdown
from review_app.model.publish.report import report_pdf
from review_app.model.publish.tables import TableName, results_csv, results_xlsx
from review_app.model.workspace.certificate_look import campaign_fonts
from review_app.model.workspace.standing import Standing, look
from review_app.model.workspace.written import ResultPaper
from review_app.texts import Language
from review_app.verbs.common import DONE, Parsers, answer, note, say, terminal_progress
from review_app.verbs.options import add_verb
from review_app.verbs.organizer import open_workspace


def add_verbs(parsers: Parsers, language: Language) -> None:
    """Registers the verbs of this file."""
    report = add_verb(parsers, "report", language, _report)
    report.add_argument("dir", type=Path)
    report.add_argument("-o", "--output", type=Path, required=True, metavar="F.pdf|F.xlsx|F.csv")
    report.add_argument("--internal", action="store_true")
    report.add_argument("--table", choices=get_args(TableName), default="ranking")
    report.add_argument("--in", dest="paper_language", choices=get_args(Language))

    announce = add_verb(parsers, "announce", language, _announce)
    announce.add_argument("dir", type=Path)
    announce.add_argument("-o", "--output", type=Path, required=True, metavar="F.md|F.docx")
    announce.add_argument("--archive", type=Path, metavar="FILE.results")
    announce.add_argument("--contact", default="", metavar="TEXT")
    announce.add_argument("--date", type=datetime.date.fromisoformat, metavar="YYYY-MM-DD")
    announce.add_argument("--in", dest="paper_language", choices=get_args(Language))


def _look(args: argparse.Namespace) -> Standing:
    with open_workspace(args) as workspace:
        standing = look(workspace, workspace.rounds.current(), terminal_progress(args, "resampling"))
    if standing.sample:
        note(args, "sample-scores")
    return standing


def _objections_to(args: argparse.Namespace) -> str:
    with open_workspace(args) as workspace:
        return workspace.settings.objections_to


def _note_written(args: argparse.Namespace, paper: ResultPaper) -> None:
    with open_workspace(args) as workspace:
        workspace.written.paper(workspace.rounds.current(), paper)


_REPORTS: dict[tuple[str, bool], ResultPaper] = {
    (".pdf", False): "report",
    (".pdf", True): "report-public",
    (".xlsx", False): "tables",
    (".xlsx", True): "tables-public",
    (".csv", False): "ranking",
    (".csv", True): "ranking-public",
}


def _report(args: argparse.Namespace) -> int:
    language: Language = args.paper_language or args.language
    public = not args.internal
    makers: dict[str, Callable[[Standing], bytes]] = {
        ".pdf": lambda standing: report_pdf(
            standing, language, public=public, fonts=campaign_fonts(args.dir)
        ),
        ".xlsx": lambda standing: results_xlsx(standing, language, public=public),
        ".csv": lambda standing: _csv(standing, language, args.table, public=public),
    }
    suffix = args.output.suffix.lower()
    if suffix not in makers:
        raise UsageError("report-format", suffix=suffix)
    standing = _look(args)
    write_atomically(args.output, makers[suffix](standing))
    _note_written(args, _REPORTS[suffix, public])
    _answer(args, standing, public=public)
    return DONE


def _csv(standing: Standing, language: Language, table: TableName, *, public: bool) -> bytes:
    try:
        return results_csv(standing, language, table, public=public)
    except KeyError as failure:
        raise UsageError("table-not-public", table=table) from failure


def _announce(args: argparse.Namespace) -> int:
    language: Language = args.paper_language or args.language
    suffix = args.output.suffix.lower()
    if suffix not in (".md", ".docx"):
        raise UsageError("announcement-format", suffix=suffix)
    standing, archive = _look(args), ""
    if args.archive is not None:
        with os_errors(args.archive), args.archive.open("rb") as file:
            archive = sha256_of(file)
    contact = args.contact or _objections_to(args)
    write_atomically(
        args.output,
        announcement_bytes(standing, suffix, language, archive=archive, contact=contact, day=args.date),
    )
    _note_written(args, "announcement")
    _answer(args, standing, public=True)
    return DONE


def announcement_bytes(
    standing: Standing,
    suffix: str,
    language: Language,
    *,
    archive: str = "",
    contact: str = "",
    day: datetime.date | None = None,
) -> bytes:
    """The draft of the announcement as ``.md`` or ``.docx``."""
    if suffix == ".docx":
        return announcement_docx(standing, language, archive=archive, contact=contact, day=day)
    text = announcement_markdown(standing, language, archive=archive, contact=contact, day=day)
    return text.encode("utf-8")


def _answer(args: argparse.Namespace, standing: Standing, *, public: bool) -> None:
    final = standing.notice.status == "final"
    if not final:
        note(args, "result-not-final")
    say(args, "paper-public" if public else "paper-internal", file=args.output.name)
    answer(args, {"file": str(args.output), "public": public, "status": standing.notice.status})
