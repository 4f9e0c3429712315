"""The verbs of the package: pack, amend, amendments, split, join."""

from __future__ import annotations

import argparse
from pathlib import Path

from review_app.model.crypto.base32 import short_form
from review_app.model.errors import InputError, UsageError
from review_app.model.files import check_writable, write_atomically
from review_app.model.package.amendment import Change
from review_app.model.package.split import join, size_of, split_file
from review_app.model.workspace.letters import key_short, round_short
from review_app.texts import Language
from review_app.verbs.common import (
    DONE,
    Parsers,
    answer,
    note,
    note_passed_over,
    say,
    table,
    terminal_progress,
)
from review_app.verbs.options import add_verb, positive
from review_app.verbs.organizer import open_workspace


def add_verbs(parsers: Parsers, language: Language) -> None:
    """Registers the verbs of this file."""
    pack = add_verb(parsers, "pack", language, _pack)
    pack.add_argument("dir", type=Path)
    pack.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.casepkg")
    pack.add_argument("--split", metavar="SIZE")

    amend = add_verb(parsers, "amend", language, _amend)
    amend.add_argument("dir", type=Path)
    amend.add_argument("--erratum", action="append", nargs=2, default=[], metavar=("CASE", "TEXT"))
    amend.add_argument("--withdraw-case", action="append", nargs=2, default=[], metavar=("CASE", "REASON"))
    amend.add_argument("--revoke", action="append", default=[], metavar="LOOKUP")
    amend.add_argument("--deadline", metavar="YYYY-MM-DD")
    amend.add_argument("--text", default="")
    amend.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.amend")

    listed = add_verb(parsers, "amendments", language, _amendments)
    listed.add_argument("dir", type=Path)
    listed.add_argument("--number", type=positive(1), metavar="N")
    listed.add_argument("-o", "--output", type=Path, metavar="FILE.amend")

    split = add_verb(parsers, "split", language, _split)
    split.add_argument("file", type=Path)
    split.add_argument("--size", required=True, metavar="SIZE")

    joining = add_verb(parsers, "join", language, _join)
    joining.add_argument("file", type=Path, nargs="+")
    joining.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.casepkg")


def _pack(args: argparse.Namespace) -> int:
    split = size_of(args.split) if args.split is not None else None
    with open_workspace(args) as workspace:
        contents = workspace.packing.contents()
        if contents.state == "cards":
            for case in contents.cases:
                for claim in case.unsourced:
                    note(args, "unsourced", case=case.id, number=claim.number, figure=claim.claim.figure)
        packed = workspace.packing.pack(
            workspace.rounds.current(), args.output, terminal_progress(args, "packing"), split
        )
        size = args.output.stat().st_size
        say(args, "packed", file=args.output.name, candidates=packed.candidates, size=f"{size / 1e6:.1f}")
        for part in packed.parts:
            say(args, "part-written", file=part.name, size=f"{part.stat().st_size / 1e6:.1f}")
        say(args, "terms-short", short=short_form(packed.terms_digest))
        round_, key = workspace.rounds.current(), key_short(workspace.organizer_public)
        say(args, "cover-letter", round=round_short(round_), key=key)
        if packed.froze:
            note(args, "candidates-frozen", candidates=packed.candidates)
        if not workspace.settings.return_instructions.strip():
            note(args, "no-return-instructions")
        document: dict[str, object] = {
            "file": str(args.output),
            "size": size,
            "terms_digest": packed.terms_digest,
            "terms_short": short_form(packed.terms_digest),
            "candidates": packed.candidates,
            "members": packed.members,
        }
        if split is not None:
            document["parts"] = [str(part) for part in packed.parts]
        answer(args, document)
    return DONE


def _amend(args: argparse.Namespace) -> int:
    with open_workspace(args) as workspace:
        round_ = workspace.rounds.current()
        changes = [Change("erratum", case, text) for case, text in args.erratum]
        changes += [Change("withdrawn-case", case, reason) for case, reason in args.withdraw_case]
        changes += [
            Change("revoked-card", workspace.cards.slip_of(round_, lookup), args.text)
            for lookup in args.revoke
        ]
        if args.deadline:
            changes.append(Change("deadline", args.deadline, args.text))
        if not changes:
            raise UsageError("nothing-to-amend")
        if args.output.exists():
            raise UsageError("file-exists", name=args.output.name)
        check_writable(args.output.parent)
        signed = workspace.amendments.add(round_, changes)
        number = signed.amendment.number
        write_atomically(args.output, workspace.amendments.file(round_, number))
        say(args, "amended", number=number, file=args.output.name)
        answer(args, {"number": number, "digest": signed.digest, "file": str(args.output)})
    return DONE


def _amendments(args: argparse.Namespace) -> int:
    """The chain; with a number and a file, an amendment once more for somebody who lost it."""
    if (args.number is None) != (args.output is None):
        raise UsageError("amendment-and-file")
    with open_workspace(args) as workspace:
        round_ = workspace.rounds.current()
        known = workspace.amendments.list(round_)
        if args.output is not None:
            content = workspace.amendments.file(round_, args.number)
            if args.output.exists():
                raise UsageError("file-exists", name=args.output.name)
            write_atomically(args.output, content)
            say(args, "amendment-saved", number=args.number, file=args.output.name)
        rows = [
            [signed.amendment.number, short_form(signed.digest), change.kind, change.subject, change.text]
            for signed in known
            for change in signed.amendment.changes
        ]
        table(args, rows)
        if not known:
            say(args, "no-amendments")
        answer(
            args,
            {
                "amendments": [
                    {
                        "number": signed.amendment.number,
                        "digest": signed.digest,
                        "previous": signed.amendment.previous,
                        "changes": signed.amendment.changes,
                    }
                    for signed in known
                ]
            },
        )
    return DONE


def _split(args: argparse.Namespace) -> int:
    parts = split_file(args.file, size_of(args.size), progress=terminal_progress(args, "splitting"))
    if not parts:
        say(args, "no-parts-needed")
    for part in parts:
        say(args, "part-written", file=part.name, size=f"{part.stat().st_size / 1e6:.1f}")
    answer(args, {"parts": [str(part) for part in parts]})
    return DONE


def _join(args: argparse.Namespace) -> int:
    if args.output.exists():
        raise InputError("file-exists", name=args.output.name)
    digest, passed_over = join(args.file[0], args.output, args.file[1:], terminal_progress(args, "joining"))
    note_passed_over(args, passed_over)
    say(args, "joined", file=args.output.name)
    answer(args, {"file": str(args.output), "digest": digest})
    return DONE
