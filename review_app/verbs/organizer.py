"""Beginning a campaign: the verb new; and how the other verbs of the organizer open its workspace."""

from __future__ import annotations

import argparse
import getpass
import sys
from pathlib import Path

from review_app.model import canonical
from review_app.model.crypto.keys import public_jwk, thumbprint
from review_app.model.crypto.vault import Unlocker
from review_app.model.errors import UsageError
from review_app.model.files import write_atomically
from review_app.model.workspace import Workspace
from review_app.model.workspace.campaign import Settings, load_settings
from review_app.model.workspace.context import PRINTING_NOTE
from review_app.texts import Language, error_text, phrase
from review_app.verbs.common import (
    DONE,
    Parsers,
    answer,
    say,
    somebody_to_ask,
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


def open_workspace(args: argparse.Namespace) -> Workspace:
    """The workspace in ``DIR``, asking for a passphrase only at a terminal."""
    opened = Workspace.open(args.dir, unlocker(args))
    if (opened.folder / PRINTING_NOTE).exists():  # rarely: a printing of cards was cut off
        from review_app.model.publish.card_traces import clear_up

        if (said := clear_up(opened)) is not None:
            text = error_text(said, args.language)
            print(text.what, text.next, file=sys.stderr)
    return opened


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
