"""The ballot box: take in, close, open, and what is handed out of it."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from review_app.model.box.judge import JudgedSheet
from review_app.model.box.papers import outcome_list
from review_app.model.box.record import record_digest
from review_app.model.crypto.base32 import short_form
from review_app.model.errors import InputError, UsageError
from review_app.model.files import write_atomically
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
    """Registers the verb of this file."""
    box = add_verb(parsers, "box", language, _box)
    box.add_argument("dir", type=Path)
    box.add_argument("action", choices=("add", "close", "open", "list", "codes", "record"))
    box.add_argument("paths", type=Path, nargs="*", metavar="PATH")
    box.add_argument("-o", "--output", type=Path, metavar="F")
    box.add_argument("--unnamed-lost", type=positive(), metavar="N")
    box.add_argument("--present", action="append", default=[], metavar="NAME")
    box.add_argument("--strict", action="store_true")


def _box(args: argparse.Namespace) -> int:
    with open_workspace(args) as workspace:
        round_ = workspace.rounds.current()
        actions = {
            "add": _add,
            "close": _close,
            "open": _open,
            "list": _list,
            "codes": _codes,
            "record": _record,
        }
        return actions[args.action](args, workspace, round_)


def _add(args: argparse.Namespace, workspace: Workspace, round_: Round) -> int:
    if not args.paths:
        raise UsageError("file-needed")
    found = workspace.counting.take_in_files(round_, args.paths, terminal_progress(args, "taking-in"))
    say(
        args,
        "box-added",
        taken=found.taken,
        known=found.known,
        refused=len(found.refused),
        inside=found.inside,
    )
    if found.late:
        say(args, "box-late", late=found.late)
    report = [
        {
            "file": file.name,
            "status": "refused" if file.arrival is None else str(file.arrival),
            "code": "" if file.refusal is None else file.refusal.code,
        }
        for file in found.files
    ]
    document: dict[str, object] = {"files": report, "taken": found.taken, "refused": len(found.refused)}
    answer(args, {**document, "inside": found.inside, "late": found.late})
    refusals = [(file.name, file.refusal) for file in found.files if file.refusal is not None]
    for name, refusal in refusals:
        note(args, "box-refused", file=name, code=refusal.code)
    if refusals and len(refusals) == len(found.files):
        last = refusals[-1][1]
        print_error(last, args.language)
        return last.exit_status
    return NO if refusals and args.strict else DONE


def _close(args: argparse.Namespace, workspace: Workspace, round_: Round) -> int:
    signed = workspace.counting.close(round_, args.unnamed_lost)
    target = args.output or args.dir / "box.jws"
    write_atomically(target, signed)
    workspace.written.box_paper(round_, "box-record")
    inside = workspace.counting.glance(round_).inside
    say(args, "box-closed", inside=inside, file=target.name, short=short_form(record_digest(signed)))
    answer(args, {"inside": inside, "record": str(target), "record_digest": record_digest(signed)})
    return DONE


def _open(args: argparse.Namespace, workspace: Workspace, round_: Round) -> int:
    progress = terminal_progress(args, "opening")
    opening = workspace.counting.open(round_, progress, args.present)
    if args.output:
        write_atomically(args.output, workspace.counting.opening_record(round_))
        workspace.written.box_paper(round_, "opening-record")
    table(args, [[phrase("cli", f"state-{state}", args.language), n] for state, n in opening.counts.items()])
    document: dict[str, object] = {
        "states": opening.counts,
        "accepted": opening.accepted,
        "minimum": opening.minimum,
    }
    if opening.present:
        document["present"] = opening.present
    answer(args, document)
    if not opening.enough:
        raise InputError("box-too-few", accepted=opening.accepted, minimum=opening.minimum)
    rejected = any(state not in ("accepted", "superseded", "same-again") for state in opening.counts)
    return NO if rejected and args.strict else DONE


def _list(args: argparse.Namespace, workspace: Workspace, round_: Round) -> int:
    codes = workspace.counting.delivery_codes(round_)
    seen = workspace.counting.glance(round_)
    document: dict[str, object] = {
        "state": round_.state,
        "inside": seen.inside,
        "late": seen.late,
        "delivery_codes": codes,
        "issued": seen.issued,
        "withdrawn": seen.withdrawn,
        "minimum": seen.minimum,
    }
    if round_.state in ("opened", "sealed"):
        rows = outcome_rows(workspace.counting.outcomes(round_))
        document["sheets"] = rows
        names = {row["state"]: phrase("cli", f"state-{row['state']}", args.language) for row in rows}
        table(args, [[row["receipt"] or row["delivery_code"], names[row["state"]]] for row in rows])
    else:
        table(args, [[code] for code in codes])
    say(args, "box-holds", inside=seen.inside)
    answer(args, document)
    return DONE


def outcome_rows(sheets: Sequence[JudgedSheet]) -> list[dict[str, str]]:
    """One row a sheet: its receipt where the scores could be read, its delivery code where not, and its state.

    Never both: whoever saw a file arrive could look its sender's scores up.
    """
    return [
        {"receipt": row.receipt, "delivery_code": row.delivery_code, "state": str(row.state)}
        for row in outcome_list(sheets)
    ]


def _codes(args: argparse.Namespace, workspace: Workspace, round_: Round) -> int:
    """The delivery codes to post, as text or, by the file's name, as PDF."""
    from review_app.model.publish.box_papers import codes_pdf, codes_text

    posted = workspace.counting.posted_codes(round_)
    target = args.output
    if target is None:
        if not args.json:
            print(codes_text(posted), end="")
    elif target.suffix.lower() == ".pdf":
        write_atomically(target, codes_pdf(posted))
    else:
        write_atomically(target, codes_text(posted).encode("utf-8"))
    if target is not None:
        workspace.written.box_paper(round_, "delivery-codes")
        say(args, "box-codes", count=len(posted.codes), file=target.name)
    file = str(target) if target else ""
    answer(args, {"delivery_codes": posted.codes, "late": posted.late, "file": file})
    return DONE


def _record(args: argparse.Namespace, workspace: Workspace, round_: Round) -> int:
    """The signed box record once more, or, by the file's name, as a page to print and read out."""
    from review_app.model.publish.box_papers import record_pdf

    signed = workspace.counting.record(round_)
    if args.output is not None:
        as_page = args.output.suffix.lower() == ".pdf"
        content = record_pdf(workspace.counting.record_page(round_)) if as_page else signed
        write_atomically(args.output, content)
        workspace.written.box_paper(round_, "box-record-page" if as_page else "box-record")
    digest = record_digest(signed)
    say(args, "box-record", short=short_form(digest))
    document: dict[str, object] = {"record_digest": digest, "short": short_form(digest)}
    answer(args, {**document, "file": str(args.output) if args.output else ""})
    return DONE
