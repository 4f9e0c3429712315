"""The verbs of stage 1: the form to send out, taking in, looking at what came, completing, accepting, returning."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import get_args

from review_app.model.case import DOSSIER_LIMIT
from review_app.model.errors import InputError, UsageError
from review_app.model.files import read_limited, write_atomically
from review_app.model.nomination.earlier_files import read_earlier
from review_app.model.nomination.forms import form_docx, form_xlsx
from review_app.model.nomination.intake import take_in
from review_app.model.nomination.replacing import replace_unread
from review_app.model.nomination.text import decode_text
from review_app.model.workspace import Workspace
from review_app.model.workspace.nominations import IntakeResult
from review_app.model.workspace.submission import Problem, Submission, SubmissionState
from review_app.texts import Language, error_text, phrase
from review_app.verbs.common import DONE, Parsers, answer, say, table, terminal_progress
from review_app.verbs.options import add_verb
from review_app.verbs.organizer import open_workspace

STATES: tuple[SubmissionState, ...] = get_args(SubmissionState)


def add_verbs(parsers: Parsers, language: Language) -> None:
    """Registers the verbs of this file."""
    nominate = add_verb(parsers, "nominate", language, _nominate)
    nominate.add_argument("dir", type=Path)
    nominate.add_argument("paths", type=Path, nargs="+", metavar="PATH")
    nominate.add_argument("--allow-similar", action="store_true")
    nominate.add_argument("--no-accept", action="store_true")
    nominate.add_argument("--column", action="append", default=[], nargs=2, metavar=("HEAD", "FIELD"))

    submissions = add_verb(parsers, "submissions", language, _submissions)
    submissions.add_argument("dir", type=Path)
    submissions.add_argument("--state", choices=STATES)
    submissions.add_argument("--accept-complete", action="store_true")

    nomination = add_verb(parsers, "nomination", language, _nomination)
    nomination.add_argument("dir", type=Path)
    nomination.add_argument("action", choices=(*_ACTIONS, "remove"))
    nomination.add_argument("id")
    nomination.add_argument("--field", action="append", default=[], nargs=2, metavar=("NAME", "TEXT"))
    nomination.add_argument("--dossier", type=Path, metavar="FILE.md")
    nomination.add_argument("--attach", action="append", default=[], type=Path, metavar="FILE")
    nomination.add_argument("--drop", action="append", default=[], metavar="NAME")
    nomination.add_argument("--reason", default="", metavar="TEXT")
    nomination.add_argument("--allow-similar", action="store_true")
    nomination.add_argument("--earlier", default="", metavar="ID")
    nomination.add_argument("--file", type=Path, metavar="PATH")
    nomination.add_argument("--save", action="append", default=[], nargs=2, metavar=("NAME", "FILE"))

    form = add_verb(parsers, "form", language, _form)
    form.add_argument("dir", type=Path)
    form.add_argument("-o", "--output", type=Path, required=True, metavar="F.docx|F.xlsx")

    earlier = add_verb(parsers, "earlier", language, _earlier)
    earlier.add_argument("dir", type=Path)
    earlier.add_argument("paths", type=Path, nargs="*", metavar="PATH")
    earlier.add_argument("--clear", action="store_true")


def _nominate(args: argparse.Namespace) -> int:
    with open_workspace(args) as workspace:
        results = take_in(
            workspace,
            args.paths,
            allow_similar=args.allow_similar,
            accept=not args.no_accept,
            mapping=dict(args.column) or None,
            progress=terminal_progress(args, "taking-in"),
        )
        for result in results:
            status = phrase("cli", f"intake-{result.status}", args.language)
            table(args, [[status, result.source_name, intake_reason(result, args.language)]])
        totals = {
            status: sum(result.status == status for result in results)
            for status in ("accepted", "duplicate", "refused")
        }
        say(args, "nominated", **totals)
        if args.no_accept:
            totals["complete"] = sum(result.status == "complete" for result in results)
            say(args, "nominated-complete", complete=totals["complete"])
        names = {result.source_name for result in results if result.status == "refused"}
        kept = [one for one in workspace.submissions.unread.all() if one.source_name in names]
        if kept:
            say(args, "nominated-kept", count=len(kept))
        answer(args, {"results": results, "totals": totals, "kept": [_brief(one) for one in kept]})
    return DONE


def intake_reason(result: IntakeResult, language: Language) -> str:
    """Why a nomination was refused or is a duplicate and what to do about it, or what was noticed about one that is in;
    empty when nothing was."""
    if not result.code:
        return ""
    if result.status in ("accepted", "complete"):
        return phrase("cli", f"intake-note-{result.code}", language, **result.params)
    text = error_text(InputError(result.code, **result.params), language)
    return f"{text.what} {text.next}"


def _submissions(args: argparse.Namespace) -> int:
    with open_workspace(args) as workspace:
        accepted = workspace.submissions.accept_complete() if args.accept_complete else []
        found = [one for one in workspace.submissions.all() if args.state in (None, one.state)]
        for one in found:
            state = phrase("cli", f"submission-{one.state}", args.language)
            table(args, [[one.id, state, one.title, _first_problem(one.problems, args.language)]])
        counts = workspace.submissions.counts()
        say(args, "submissions-counted", **counts)
        document: dict[str, object] = {"submissions": [_brief(one) for one in found], "counts": counts}
        if args.accept_complete:
            document["accepted"] = [one.case_id for one in accepted]
        answer(args, document)
    return DONE


def _nomination(args: argparse.Namespace) -> int:
    with open_workspace(args) as workspace:
        if args.action == "remove":
            return _remove(args, workspace)
        _ACTIONS[args.action](args, workspace)
        for name, file in args.save:
            workspace.submissions.files.save(args.id, name, Path(file))
        found = workspace.submissions.get(args.id)
        repairs = workspace.submissions.repairs(args.id)
        similar = workspace.submissions.similar(args.id)
        state = phrase("cli", f"submission-{found.state}", args.language)
        rows: list[Sequence[object]] = [[found.id, state], ["source", found.source_name]]
        rows += [[name, value] for name, value in found.fields.items() if isinstance(value, str)]
        rows += [["attachment", item.file_name] for item in found.attachments]
        kept = phrase("cli", "nomination-kept", args.language)
        rows += [[kept, item.file_name] for item in found.kept]
        table(args, rows)
        for problem in found.problems:
            text = error_text(problem.error, args.language)
            table(args, [["!", f"{text.what} {text.next}"]])
        for repair in repairs:
            say(args, "nomination-repair", code=repair.code, field=repair.field, places=len(repair.places))
        for other in similar:
            say(args, "nomination-similar", title=other.title, percent=other.percent)
        for name, file in args.save:
            say(args, "nomination-saved", name=name, file=file)
        answer(
            args,
            {
                "submission": found,
                **({"saved": [file for _, file in args.save]} if args.save else {}),
                "repairs": [{"code": r.code, "field": r.field, "places": r.places} for r in repairs],
                "similar": [
                    {
                        "case": s.case_id,
                        "submission": s.submission,
                        "edition": s.edition,
                        "title": s.title,
                        "percent": s.percent,
                        "same_body": s.same_body,
                    }
                    for s in similar
                ],
            },
        )
    return DONE


def _remove(args: argparse.Namespace, workspace: Workspace) -> int:
    for name, file in args.save:
        workspace.submissions.files.save(args.id, name, Path(file))
    removed = workspace.submissions.unread.remove(args.id)
    say(args, "nomination-removed", submission=removed.id, name=removed.source_name)
    answer(args, {"removed": removed})
    return DONE


def _replace(args: argparse.Namespace, workspace: Workspace) -> None:
    """What is shown then is the one that has come in."""
    if args.file is None:
        raise UsageError("replace-needs-file")
    earlier = args.id
    args.id = replace_unread(workspace, earlier, args.file)[0].id
    say(args, "nomination-replaced", submission=args.id, earlier=earlier)


def _show(args: argparse.Namespace, workspace: Workspace) -> None:
    workspace.submissions.get(args.id)


def _set(args: argparse.Namespace, workspace: Workspace) -> None:
    if not (args.field or args.dossier or args.attach or args.drop):
        raise UsageError("nothing-to-change")
    for name in args.drop:
        workspace.submissions.files.remove(args.id, name)
    for path in args.attach:
        workspace.submissions.files.add(args.id, path)
    if args.field or args.dossier:
        dossier = None
        if args.dossier:
            dossier = decode_text(read_limited(args.dossier, DOSSIER_LIMIT), args.dossier.name).text
        workspace.submissions.edit(args.id, dict(args.field), dossier)


def _accept(args: argparse.Namespace, workspace: Workspace) -> None:
    workspace.submissions.accept(args.id, allow_similar=args.allow_similar)


def _return(args: argparse.Namespace, workspace: Workspace) -> None:
    workspace.submissions.return_(args.id, args.reason)


def _reopen(args: argparse.Namespace, workspace: Workspace) -> None:
    workspace.submissions.reopen(args.id)


def _supersede(args: argparse.Namespace, workspace: Workspace) -> None:
    workspace.submissions.supersede(args.id, args.earlier)


def _repair(args: argparse.Namespace, workspace: Workspace) -> None:
    """Everything that is offered, one kind after another: what one leaves may show the next."""
    for _ in range(20):
        repairs = workspace.submissions.repairs(args.id)
        if not repairs:
            return
        workspace.submissions.apply_repair(args.id, repairs[0])


_ACTIONS: dict[str, Callable[[argparse.Namespace, Workspace], None]] = {
    "show": _show,
    "set": _set,
    "accept": _accept,
    "return": _return,
    "reopen": _reopen,
    "supersede": _supersede,
    "repair": _repair,
    "replace": _replace,
}


def _form(args: argparse.Namespace) -> int:
    makers = {".docx": form_docx, ".xlsx": form_xlsx}
    make = makers.get(args.output.suffix.lower())
    if make is None:
        raise UsageError("form-format", name=args.output.name)
    with open_workspace(args) as workspace:
        write_atomically(args.output, make(workspace.settings))
        say(args, "form-made", file=args.output.name)
        answer(args, {"file": str(args.output)})
    return DONE


def _earlier(args: argparse.Namespace) -> int:
    with open_workspace(args) as workspace:
        known = workspace.submissions.earlier
        if args.clear:
            known.clear()
        new = sum(known.add(read_earlier(path), path.name) for path in args.paths)
        say(args, "earlier-known", new=new, count=known.count())
        answer(args, {"new": new, "cases": known.all()})
    return DONE


def _brief(one: Submission) -> dict[str, object]:
    return {
        "id": one.id,
        "state": one.state,
        "source_name": one.source_name,
        "title": one.title,
        "case": one.case_id,
        "problems": one.problems,
        "reason": one.reason,
    }


def _first_problem(problems: Sequence[Problem], language: Language) -> str:
    return error_text(problems[0].error, language).what if problems else ""
