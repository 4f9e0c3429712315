"""The organizer's verbs after the package: box, rank, certify, archive."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path

from review_app.model.box.ballot_box import Arrival
from review_app.model.box.judge import JudgedSheet
from review_app.model.box.record import record_digest
from review_app.model.crypto.base32 import short_form
from review_app.model.errors import InputError, UsageError
from review_app.model.files import ensure_folder, read_limited, write_atomically
from review_app.model.publish.certificate import render_certificates
from review_app.model.result.ranking import RankedCase, exact_text, rounded_text, winners
from review_app.model.rubric import CountingRule, load_rule
from review_app.model.scoring.sheet import SHEET_FILE_LIMIT
from review_app.model.workspace import Workspace
from review_app.model.workspace.rounds import Round
from review_app.texts import Language, phrase
from review_app.verbs.common import (
    DONE,
    NO,
    Parsers,
    answer,
    note,
    print_error,
    say,
    table,
    terminal_progress,
)
from review_app.verbs.options import add_verb, positive
from review_app.verbs.organizer import open_workspace


def add_verbs(parsers: Parsers, language: Language) -> None:
    """Registers the verbs of this file."""
    box = add_verb(parsers, "box", language, _box)
    box.add_argument("dir", type=Path)
    box.add_argument("action", choices=("add", "close", "open", "list"))
    box.add_argument("paths", type=Path, nargs="*", metavar="PATH")
    box.add_argument("-o", "--output", type=Path, metavar="F")
    box.add_argument("--unnamed-lost", type=positive(), default=0, metavar="N")
    box.add_argument("--strict", action="store_true")

    rank = add_verb(parsers, "rank", language, _rank)
    rank.add_argument("dir", type=Path)
    rank.add_argument("--rule", type=Path, metavar="FILE.yaml")

    certify = add_verb(parsers, "certify", language, _certify)
    certify.add_argument("dir", type=Path)
    certify.add_argument("-o", "--output", type=Path, required=True, metavar="F.pdf")
    certify.add_argument("--template", choices=("zh", "en"), default="zh", metavar="T")
    certify.add_argument("--split", action="store_true")
    certify.add_argument("--award", metavar="NAME")
    certify.add_argument("--date", type=datetime.date.fromisoformat, metavar="YYYY-MM-DD")

    archive = add_verb(parsers, "archive", language, _archive)
    archive.add_argument("dir", type=Path)
    archive.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.results")


def _box(args: argparse.Namespace) -> int:
    with open_workspace(args) as workspace:
        round_ = workspace.rounds.current()
        actions = {"add": _box_add, "close": _box_close, "open": _box_open, "list": _box_list}
        return actions[args.action](args, workspace, round_)


def _box_add(args: argparse.Namespace, workspace: Workspace, round_: Round) -> int:
    if not args.paths:
        raise UsageError("file-needed")
    files = list(sheet_files(args.paths))
    progress = terminal_progress(args, "taking-in")
    progress.start(len(files))

    def contents() -> Iterator[bytes]:
        for file in files:
            try:
                yield read_limited(file, SHEET_FILE_LIMIT)
            except InputError as refusal:
                if refusal.code != "file-too-large":
                    raise
                yield b""  # refused as "not a sheet" below, like any other file that is none
            progress.step()

    arrivals = workspace.counting.take_in(round_, contents())
    refused: list[tuple[Path, InputError]] = []
    report = []
    for file, arrival in zip(files, arrivals, strict=True):
        if isinstance(arrival, InputError):
            refused.append((file, arrival))
            report.append({"file": file.name, "status": "refused", "code": arrival.code})
        else:
            report.append({"file": file.name, "status": str(arrival), "code": ""})
    with workspace.counting.box(round_) as box:
        inside, late = len(box), box.late_count
    taken = sum(arrival in (Arrival.TAKEN, Arrival.LATE) for arrival in arrivals)
    say(
        args,
        "box-added",
        taken=taken,
        known=arrivals.count(Arrival.KNOWN),
        refused=len(refused),
        inside=inside,
    )
    if late:
        say(args, "box-late", late=late)
    answer(args, {"files": report, "taken": taken, "refused": len(refused), "inside": inside, "late": late})
    for file, refusal in refused:
        note(args, "box-refused", file=file.name, code=refusal.code)
    if refused and len(refused) == len(files):
        print_error(refused[-1][1], args.language)
        return refused[-1][1].exit_status
    return NO if refused and args.strict else DONE


def sheet_files(paths: Sequence[Path]) -> Iterator[Path]:
    """The files given, and those in the folders given, sorted by name.  Raises InputError ``file-missing``."""
    for path in paths:
        if path.is_dir():
            yield from sorted(file for file in path.rglob("*") if file.is_file())
        elif path.exists():
            yield path
        else:
            raise InputError("file-missing", name=path.name)


def _box_close(args: argparse.Namespace, workspace: Workspace, round_: Round) -> int:
    signed = workspace.counting.close(round_, args.unnamed_lost)
    target = args.output or args.dir / "box.jws"
    write_atomically(target, signed)
    with workspace.counting.box(round_) as box:
        inside = len(box)
    say(args, "box-closed", inside=inside, file=target.name, short=short_form(record_digest(signed)))
    answer(args, {"inside": inside, "record": str(target), "record_digest": record_digest(signed)})
    return DONE


def _box_open(args: argparse.Namespace, workspace: Workspace, round_: Round) -> int:
    opening = workspace.counting.open(round_, terminal_progress(args, "opening"))
    table(args, [[phrase("cli", f"state-{state}", args.language), n] for state, n in opening.counts.items()])
    answer(args, {"states": opening.counts, "accepted": opening.accepted, "minimum": opening.minimum})
    if not opening.enough:
        raise InputError("box-too-few", accepted=opening.accepted, minimum=opening.minimum)
    rejected = any(state not in ("accepted", "superseded", "same-again") for state in opening.counts)
    return NO if rejected and args.strict else DONE


def _box_list(args: argparse.Namespace, workspace: Workspace, round_: Round) -> int:
    with workspace.counting.box(round_) as box:
        codes = [short_form(digest) for digest in box.digests()]
        inside, late = len(box), box.late_count
    document: dict[str, object] = {
        "state": round_.state,
        "inside": inside,
        "late": late,
        "delivery_codes": sorted(codes),
    }
    if round_.state in ("opened", "sealed"):
        rows = outcome_rows(workspace.counting.outcomes(round_))
        document["sheets"] = rows
        names = {row["state"]: phrase("cli", f"state-{row['state']}", args.language) for row in rows}
        table(args, [[row["receipt"] or row["delivery_code"], names[row["state"]]] for row in rows])
    else:
        table(args, [[code] for code in sorted(codes)])
    say(args, "box-holds", inside=inside)
    answer(args, document)
    return DONE


def outcome_rows(sheets: Sequence[JudgedSheet]) -> list[dict[str, str]]:
    """One row a sheet: its receipt where the scores could be read, its delivery code where not, and its state.

    Never both: whoever saw a file arrive could look its sender's scores up.
    """
    rows = []
    for sheet in sheets:
        receipt = code = ""
        if sheet.judged is not None and sheet.judged.scores is not None:
            receipt = f"{short_form(sheet.judged.digest)}/{sheet.judged.scores.revision}"
        else:
            code = short_form(sheet.file_digest)
        rows.append({"receipt": receipt, "delivery_code": code, "state": str(sheet.state)})
    return sorted(rows, key=lambda row: (row["receipt"] == "", row["receipt"], row["delivery_code"]))


def _rank(args: argparse.Namespace) -> int:
    with open_workspace(args) as workspace:
        round_ = workspace.rounds.current()
        titles = {case.id: case.title for case in round_.manifest.cases}
        if args.rule:
            rule = load_rule(args.rule, round_.terms.rubric)
            ranking = workspace.counting.what_if(round_, rule)
            note(args, "what-if")
        else:
            rule = round_.terms.rule
            ranking = workspace.counting.count(round_).ranking
        if workspace.sample:
            note(args, "sample-scores")
        rows = [
            [phrase("cli", f"column-{name}", args.language) for name in ("rank", "case", "score", "counted")]
        ] + [
            [
                line.rank or "–",
                titles[line.case_id],
                rounded_text(line.score) if line.score is not None else "–",
                f"{line.used}/{line.sheets}",
            ]
            for line in ranking
        ]
        table(args, rows)
        answer(args, ranking_document(ranking, rule, titles, what_if=args.rule is not None))
    return DONE


def ranking_document(
    ranking: Sequence[RankedCase], rule: CountingRule, titles: dict[str, str], *, what_if: bool
) -> dict[str, object]:
    """A ranking as JSON-like data; scores both exact and rounded."""
    return {
        "what_if": what_if,
        "rule": rule,
        "winners": winners(ranking, rule),
        "ranking": [
            {
                "rank": line.rank,
                "case": line.case_id,
                "title": titles[line.case_id],
                "score": exact_text(line.score) if line.score is not None else None,
                "score_rounded": rounded_text(line.score) if line.score is not None else None,
                "sheets": line.sheets,
                "used": line.used,
            }
            for line in ranking
        ],
    }


def _certify(args: argparse.Namespace) -> int:
    with open_workspace(args) as workspace:
        round_ = workspace.rounds.current()
        award = args.award or workspace.settings.title
        certificates = workspace.counting.certificates(round_, award, args.date)
        files = []
        if args.split:
            ensure_folder(args.output)
            for certificate in certificates:
                file = args.output / f"{certificate.serial}.pdf"
                write_atomically(file, render_certificates([certificate], language=args.template))
                files.append(file)
        else:
            write_atomically(args.output, render_certificates(certificates, language=args.template))
            files.append(args.output)
        say(args, "certified", count=len(certificates))
        serials = [
            {"serial": c.serial, "recipient": c.recipient, "title": c.case_title} for c in certificates
        ]
        answer(args, {"files": [str(file) for file in files], "certificates": serials})
    return DONE


def _archive(args: argparse.Namespace) -> int:
    with open_workspace(args) as workspace:
        results = workspace.counting.archive(workspace.rounds.current(), args.output)
        say(args, "archived", file=args.output.name, sheets=len(results.states))
        answer(args, {"file": str(args.output), "sheets": len(results.states), "winners": results.winners})
    return DONE
