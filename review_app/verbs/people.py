"""The verbs of the roster: people, letters, fees.  None of them knows of a card or a sheet."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Callable
from pathlib import Path

from review_app.model.errors import InputError, UsageError
from review_app.model.files import read_limited, write_atomically
from review_app.model.publish.fee_list import fee_list, fees_pdf, fees_xlsx, parse_fee, written
from review_app.model.publish.letters import letters_docx, letters_pdf
from review_app.model.workspace import Workspace
from review_app.model.workspace.letters import KINDS, TEXT_LIMIT
from review_app.model.workspace.people import Entry
from review_app.model.workspace.people_files import read_people
from review_app.texts import Language, phrase
from review_app.verbs.common import DONE, Parsers, answer, note, say, table
from review_app.verbs.options import add_verb
from review_app.verbs.organizer import open_workspace


def add_verbs(parsers: Parsers, language: Language) -> None:
    """Registers the verbs of this file."""
    people = add_verb(parsers, "people", language, _people)
    people.add_argument("dir", type=Path)
    people.add_argument("action", choices=tuple(_ACTIONS), nargs="?", default="show")
    people.add_argument("what", nargs="*", metavar="FILE|NAME")
    for name in ("name", "field", "institution", "region", "contact"):
        people.add_argument(f"--{name}", metavar="TEXT")

    letters = add_verb(parsers, "letters", language, _letters)
    letters.add_argument("dir", type=Path)
    letters.add_argument("kind", choices=KINDS)
    letters.add_argument("--in", dest="letter_language", choices=("zh", "en"))
    letters.add_argument("--text", type=Path, metavar="FILE.txt")
    letters.add_argument("--own-text", action="store_true")
    letters.add_argument("-o", "--output", type=Path, metavar="FILE.docx|FILE.pdf|FILE.txt")

    fees = add_verb(parsers, "fees", language, _fees)
    fees.add_argument("dir", type=Path)
    fees.add_argument("--fee", required=True, metavar="CNY")
    fees.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.xlsx|FILE.pdf")


def _people(args: argparse.Namespace) -> int:
    with open_workspace(args) as workspace:
        _ACTIONS[args.action](args, workspace)
        balance = workspace.people.balance()
        answer(
            args,
            {
                "people": workspace.people.all(),
                "balance": {
                    name: {s.name: s.people for s in shares} for name, shares in balance._asdict().items()
                },
                "overlaps": workspace.people.overlaps(),
            },
        )
    return DONE


def _show(args: argparse.Namespace, workspace: Workspace) -> None:
    people = workspace.people.all()
    table(args, [[p.id, p.name, p.field, p.institution, p.region, p.contact] for p in people])
    say(args, "people-shown", count=len(people))
    if found := len(workspace.people.overlaps()):
        say(args, "people-overlap", count=found)


def _take_in(args: argparse.Namespace, workspace: Workspace) -> None:
    if not args.what:
        raise UsageError("file-needed")
    entries = [entry for name in args.what for entry in read_people(Path(name))]
    taken = workspace.people.take_in(entries)
    say(args, "people-taken-in", **taken._asdict())


def _add(args: argparse.Namespace, workspace: Workspace) -> None:
    name = args.name or " ".join(args.what)
    workspace.people.add(
        Entry(name, args.field or "", args.institution or "", args.region or "", args.contact or "")
    )
    say(args, "people-shown", count=workspace.people.count())


def _change(args: argparse.Namespace, workspace: Workspace) -> None:
    old = workspace.people.find(" ".join(args.what))
    given = (getattr(args, name) for name in Entry._fields)
    values = [
        getattr(old, name) if text is None else text for name, text in zip(Entry._fields, given, strict=True)
    ]
    workspace.people.change(old.id, Entry(*values))
    say(args, "people-shown", count=workspace.people.count())


def _remove(args: argparse.Namespace, workspace: Workspace) -> None:
    workspace.people.remove([workspace.people.find(words).id for words in args.what])
    say(args, "people-shown", count=workspace.people.count())


def _overlaps(args: argparse.Namespace, workspace: Workspace) -> None:
    rows = []
    for each in workspace.people.overlaps():
        kind = phrase("cli", f"overlap-{each.kind}", args.language)
        rows.append([kind, f"{each.person} {each.institution}", each.other, ", ".join(each.where)])
    table(args, rows)
    say(args, "people-overlap", count=len(rows))


_ACTIONS: dict[str, Callable[[argparse.Namespace, Workspace], None]] = {
    "show": _show,
    "take-in": _take_in,
    "add": _add,
    "change": _change,
    "remove": _remove,
    "overlaps": _overlaps,
}


def _letters(args: argparse.Namespace) -> int:
    language = args.letter_language or args.language
    with open_workspace(args) as workspace:
        letters, count = workspace.letters, 0
        if args.own_text:
            letters.reword(args.kind, language, "")
        elif args.text:
            content = read_limited(args.text, 4 * TEXT_LIMIT)
            try:
                letters.reword(args.kind, language, content.decode("utf-8-sig"))
            except UnicodeDecodeError as failure:
                raise InputError("text-not-utf8", name=args.text.name) from failure
        if args.output:
            suffix = args.output.suffix.lower()
            if suffix not in (".docx", ".pdf", ".txt"):
                raise UsageError("letter-format", suffix=suffix)
            if args.output.exists():
                raise UsageError("file-exists", name=args.output.name)
            if suffix == ".txt":
                content = letters.text(args.kind, language).encode("utf-8")
            else:
                made = letters.all(args.kind, language, datetime.date.today())
                count = len(made)
                title = made[0].lines[0].text
                pdf = suffix == ".pdf"
                content = letters_pdf(made, title, language) if pdf else letters_docx(made, language)
            write_atomically(args.output, content)
            say(args, "letters-made", count=count, file=args.output.name)
        missing = letters.missing(args.kind, language)
        if missing:
            note(args, "letters-missing", missing=missing)
        answer(
            args,
            {
                "kind": args.kind,
                "language": language,
                "text": letters.text(args.kind, language),
                "own": letters.is_own(args.kind, language),
                "missing": missing,
                "letters": count,
                "file": str(args.output or ""),
            },
        )
    return DONE


def _fees(args: argparse.Namespace) -> int:
    with open_workspace(args) as workspace:
        found = fee_list(workspace, parse_fee(args.fee))
        suffix = args.output.suffix.lower()
        if suffix not in (".xlsx", ".pdf"):
            raise UsageError("letter-format", suffix=suffix)
        if args.output.exists():
            raise UsageError("file-exists", name=args.output.name)
        write_atomically(args.output, fees_pdf(found) if suffix == ".pdf" else fees_xlsx(found))
        say(args, "fees-made", count=len(found.people), total=written(found.total), file=args.output.name)
        answer(args, {"people": len(found.people), "total": str(found.total), "file": str(args.output)})
    return DONE
