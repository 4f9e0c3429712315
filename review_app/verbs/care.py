"""The verbs that look after a workspace: kit, recover, keep, bring-back, undo."""

from __future__ import annotations

import argparse
import getpass
import sys
from pathlib import Path

from review_app.model.crypto.recovery import (
    KIT_LIMIT,
    KitContent,
    new_passphrase,
    open_kit,
    parse_kit,
    parse_passphrase,
)
from review_app.model.errors import EnvironmentFailure, InputError, UsageError
from review_app.model.files import read_limited, write_atomically
from review_app.model.workspace.keeping import bring_back, keep
from review_app.texts import Language, phrase
from review_app.verbs.common import (
    DONE,
    Parsers,
    answer,
    note,
    say,
    somebody_to_ask,
    table,
    terminal_progress,
)
from review_app.verbs.options import add_verb
from review_app.verbs.organizer import open_workspace, unlocker

_PASSPHRASE_LIMIT = 4096


def add_verbs(parsers: Parsers, language: Language) -> None:
    """Registers the verbs of this file."""
    kit = add_verb(parsers, "kit", language, _kit)
    kit.add_argument("dir", type=Path)
    kit.add_argument("-o", "--output", type=Path, required=True, metavar="F.pdf")

    recover = add_verb(parsers, "recover", language, _recover)
    recover.add_argument("dir", type=Path)
    recover.add_argument("--kit", type=Path, required=True, metavar="F")
    recover.add_argument("--passphrase-file", type=Path, metavar="F")

    keep_ = add_verb(parsers, "keep", language, _keep)
    keep_.add_argument("dir", type=Path)
    keep_.add_argument("-o", "--output", type=Path, required=True, metavar="F.campaignbackup")
    keep_.add_argument("--passphrase", action="store_true")

    back = add_verb(parsers, "bring-back", language, _bring_back)
    back.add_argument("file", type=Path)
    back.add_argument("dir", type=Path)
    back.add_argument("--kit", type=Path, metavar="F")
    back.add_argument("--passphrase-file", type=Path, metavar="F")

    undo = add_verb(parsers, "undo", language, _undo)
    undo.add_argument("dir", type=Path)
    which = undo.add_mutually_exclusive_group()
    which.add_argument("--redo", action="store_true")
    which.add_argument("--list", action="store_true")


def _kit(args: argparse.Namespace) -> int:
    if args.output.exists():
        raise UsageError("file-exists", name=args.output.name)
    with open_workspace(args) as workspace:
        made = workspace.recovery.prepare()
        write_atomically(args.output, made.pdf())
        workspace.recovery.note_made(made)
    say(args, "kit-made", number=made.number, file=args.output.name)
    say(args, "kit-passphrase", passphrase=made.passphrase)
    note(args, "kit-honest")
    answer(args, {"file": str(args.output), "number": made.number, "passphrase": made.passphrase})
    return DONE


def _recover(args: argparse.Namespace) -> int:
    sealed = _kit_in(args.kit)
    with open_workspace(args) as workspace:
        recovered = workspace.recovery.recover(
            sealed, given_passphrase(args, phrase("cli", "ask-kit-passphrase", args.language))
        )
    if recovered.passphrase:
        say(args, "recovered-passphrase", passphrase=recovered.passphrase)
    else:
        say(args, "recovered")
    answer(args, {"dir": str(args.dir), "passphrase": recovered.passphrase})
    return DONE


def _keep(args: argparse.Namespace) -> int:
    passphrase = new_passphrase() if args.passphrase else None
    with open_workspace(args) as workspace:
        kept = keep(workspace, args.output, terminal_progress(args, "keeping"), passphrase=passphrase)
        reminded = workspace.recovery.made
    say(args, "workspace-kept", files=kept.files, file=args.output.name, size=f"{kept.size / 1e6:.1f}")
    document = {"file": str(args.output), "files": kept.files, "size": kept.size, "log_head": kept.log_head}
    if passphrase:
        say(args, "keep-passphrase", passphrase=passphrase)
        document["passphrase"] = passphrase
    elif not reminded:
        note(args, "keep-needs-kit")
    answer(args, document)
    return DONE


def _bring_back(args: argparse.Namespace) -> int:
    content, passphrase = None, ""
    if args.kit is not None:
        content = _open_kit(args)
    elif args.passphrase_file is not None:
        passphrase = given_passphrase(args, phrase("cli", "ask-passphrase", args.language))
    found = bring_back(
        args.file,
        args.dir,
        unlocker(args),
        terminal_progress(args, "bringing-back"),
        passphrase=passphrase,
        kit=content,
    )
    say(args, "brought-back", files=found.files, dir=args.dir.name)
    if found.damaged:
        note(args, "brought-back-damaged", names=", ".join(f"{case}: {name}" for case, name in found.damaged))
    answer(
        args,
        {"dir": str(args.dir), "files": found.files, "log_head": found.log_head, "damaged": found.damaged},
    )
    return DONE


def _undo(args: argparse.Namespace) -> int:
    with open_workspace(args) as workspace:
        if not args.list:
            edit = workspace.edits.redo() if args.redo else workspace.edits.undo()
            say(args, "edit-redone" if args.redo else "edit-undone", act=edit.act)
        remembered = workspace.edits.remembered()
    entries = [
        {"act": edit.act, "details": edit.details, "line": edit.line, "undone": undone}
        for edit, undone in remembered
    ]
    if args.list:
        table(args, [[edit.line, edit.act, "↺" if undone else ""] for edit, undone in remembered])
    answer(args, {"edits": entries})
    return DONE


def _kit_in(path: Path) -> bytes:
    """The bytes that a kit is looked for in."""
    if str(path) == "-":
        return sys.stdin.buffer.read(KIT_LIMIT)
    return read_limited(path, KIT_LIMIT)


def _open_kit(args: argparse.Namespace) -> KitContent:
    sealed = parse_kit(_kit_in(args.kit))
    return open_kit(
        sealed, parse_passphrase(given_passphrase(args, phrase("cli", "ask-kit-passphrase", args.language)))
    )


def given_passphrase(args: argparse.Namespace, question: str) -> str:
    """What ``--passphrase-file`` holds, or typed without echo; raises EnvironmentFailure ``passphrase-needed``."""
    if args.passphrase_file is not None:
        try:
            return read_limited(args.passphrase_file, _PASSPHRASE_LIMIT).decode("utf-8-sig").rstrip("\r\n")
        except UnicodeDecodeError:
            raise InputError("text-not-utf8", name=args.passphrase_file.name) from None
    if not somebody_to_ask():
        raise EnvironmentFailure("passphrase-needed")
    return getpass.getpass(question)
