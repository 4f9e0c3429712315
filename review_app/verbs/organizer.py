"""The organizer's verbs: new, nominate, pack, amend."""

from __future__ import annotations

import argparse
import getpass
from pathlib import Path

from review_app.model import canonical
from review_app.model.crypto.base32 import short_form
from review_app.model.crypto.keys import public_jwk, thumbprint
from review_app.model.crypto.vault import Unlocker
from review_app.model.errors import UsageError
from review_app.model.files import write_atomically
from review_app.model.package.amendment import Change
from review_app.model.workspace import Workspace
from review_app.model.workspace.campaign import Settings, load_settings
from review_app.model.workspace.letters import key_short, round_short
from review_app.texts import Language, phrase
from review_app.verbs.common import (
    DONE,
    Parsers,
    answer,
    note,
    say,
    somebody_to_ask,
    terminal_progress,
)
from review_app.verbs.options import add_verb

ORGANIZER_KEY_FILE = "organizer-key.jwk"


def add_verbs(parsers: Parsers, language: Language) -> None:
    """Registers the verbs of this file."""
    new = add_verb(parsers, "new", language, _new)
    new.add_argument("dir", type=Path)
    new.add_argument("--title", default="")
    new.add_argument("--edition", default="")
    new.add_argument("--organizer", action="append", default=[], metavar="NAME")
    new.add_argument("--settings", type=Path, metavar="FILE.yaml")
    new.add_argument("--sample", action="store_true")

    pack = add_verb(parsers, "pack", language, _pack)
    pack.add_argument("dir", type=Path)
    pack.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.casepkg")

    amend = add_verb(parsers, "amend", language, _amend)
    amend.add_argument("dir", type=Path)
    amend.add_argument("--erratum", action="append", nargs=2, default=[], metavar=("CASE", "TEXT"))
    amend.add_argument("--withdraw-case", action="append", nargs=2, default=[], metavar=("CASE", "REASON"))
    amend.add_argument("--revoke", action="append", default=[], metavar="LOOKUP")
    amend.add_argument("--deadline", metavar="YYYY-MM-DD")
    amend.add_argument("--text", default="")
    amend.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.amend")


def open_workspace(args: argparse.Namespace) -> Workspace:
    """The workspace in ``DIR``, asking for a passphrase only at a terminal."""
    return Workspace.open(args.dir, unlocker(args))


def unlocker(args: argparse.Namespace) -> Unlocker:
    """How the vault is opened here: files and keyring first, a person at a terminal last."""

    def ask(confirm: bool) -> str:
        typed = getpass.getpass(phrase("cli", "ask-passphrase", args.language))
        if confirm and getpass.getpass(phrase("cli", "ask-passphrase-again", args.language)) != typed:
            raise UsageError("passphrase-differs")
        return typed

    return Unlocker(ask if somebody_to_ask() else None)


def _new(args: argparse.Namespace) -> int:
    settings = load_settings(args.settings) if args.settings else Settings()
    made = Workspace.create(
        args.dir,
        args.title,
        args.edition,
        args.organizer,
        sample=args.sample,
        unlocker=unlocker(args),
        settings=settings,
    )
    with made as workspace:
        key = thumbprint(workspace.organizer_public)
        key_file = args.dir / ORGANIZER_KEY_FILE
        write_atomically(key_file, canonical.encode(public_jwk(workspace.organizer_public)) + b"\n")
        say(args, "workspace-made", dir=args.dir.name)
        say(args, "organizer-key", key=key, file=key_file.name)
        answer(args, {"dir": str(args.dir), "organizer": key, "organizer_key_file": str(key_file)})
    return DONE


def _check_writable(folder: Path) -> None:
    """An amendment is in the log once it is made: better to know before that its file can't be written."""
    probe = folder / ".review-app-probe"
    write_atomically(probe, b"")
    probe.unlink(missing_ok=True)


def _pack(args: argparse.Namespace) -> int:
    with open_workspace(args) as workspace:
        packed = workspace.packing.pack(
            workspace.rounds.current(), args.output, terminal_progress(args, "packing")
        )
        size = args.output.stat().st_size
        say(args, "packed", file=args.output.name, candidates=packed.candidates, size=f"{size / 1e6:.1f}")
        say(args, "terms-short", short=short_form(packed.terms_digest))
        round_, key = workspace.rounds.current(), key_short(workspace.organizer_public)
        say(args, "cover-letter", round=round_short(round_), key=key)
        if packed.froze:
            note(args, "candidates-frozen", candidates=packed.candidates)
        if not workspace.settings.return_instructions.strip():
            note(args, "no-return-instructions")
        answer(
            args,
            {
                "file": str(args.output),
                "size": size,
                "terms_digest": packed.terms_digest,
                "terms_short": short_form(packed.terms_digest),
                "candidates": packed.candidates,
                "members": packed.members,
            },
        )
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
        _check_writable(args.output.parent)
        signed = workspace.amendments.add(round_, changes)
        number = signed.amendment.number
        write_atomically(args.output, workspace.amendments.file(round_, number))
        say(args, "amended", number=number, file=args.output.name)
        answer(args, {"number": number, "digest": signed.digest, "file": str(args.output)})
    return DONE
