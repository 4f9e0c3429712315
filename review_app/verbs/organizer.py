"""The organizer's verbs up to the package: new, nominate, round, cards, withdraw, pack, amend."""

from __future__ import annotations

import argparse
import getpass
import re
from pathlib import Path

from review_app.model import canonical
from review_app.model.crypto.base32 import short_form
from review_app.model.crypto.keys import public_jwk, thumbprint
from review_app.model.crypto.vault import Unlocker
from review_app.model.errors import InputError, ReviewError, UsageError
from review_app.model.files import ensure_folder, write_atomically
from review_app.model.nomination.intake import take_in
from review_app.model.package.amendment import Change
from review_app.model.publish.cards import CardSheet, PrintedCard, render_cards
from review_app.model.rubric import load_rubric, load_rule
from review_app.model.workspace import Workspace
from review_app.model.workspace.campaign import Settings, load_settings
from review_app.model.workspace.cards import DrawnCards
from review_app.model.workspace.nominations import IntakeResult
from review_app.model.workspace.rounds import Round
from review_app.texts import Language, error_text, phrase
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
from review_app.verbs.options import add_verb, positive

ORGANIZER_KEY_FILE = "organizer-key.jwk"
CARD_NOTE_LIMIT = 110
"""Characters of the return note on a card."""


def add_verbs(parsers: Parsers, language: Language) -> None:
    """Registers the verbs of this file."""
    new = add_verb(parsers, "new", language, _new)
    new.add_argument("dir", type=Path)
    new.add_argument("--title", default="")
    new.add_argument("--edition", default="")
    new.add_argument("--organizer", action="append", default=[], metavar="NAME")
    new.add_argument("--settings", type=Path, metavar="FILE.yaml")
    new.add_argument("--sample", action="store_true")

    nominate = add_verb(parsers, "nominate", language, _nominate)
    nominate.add_argument("dir", type=Path)
    nominate.add_argument("paths", type=Path, nargs="+", metavar="PATH")
    nominate.add_argument("--allow-similar", action="store_true")

    round_ = add_verb(parsers, "round", language, _round)
    round_.add_argument("dir", type=Path)
    round_.add_argument("action", choices=("new", "show"))
    round_.add_argument("--kind", choices=("shortlist", "final"), default="final")
    round_.add_argument("--rubric", type=Path, metavar="FILE.yaml")
    round_.add_argument("--rule", type=Path, metavar="FILE.yaml")
    round_.add_argument("--blind", action="store_true")

    cards = add_verb(parsers, "cards", language, _cards)
    cards.add_argument("dir", type=Path)
    cards.add_argument("--count", type=positive(1), required=True, metavar="N")
    cards.add_argument("--reserve", type=positive(), default=0, metavar="R")
    cards.add_argument("--pdf", type=Path, required=True, metavar="F")
    cards.add_argument("--out", type=Path, required=True, metavar="DIR2")
    cards.add_argument("--replace", action="store_true")

    withdraw = add_verb(parsers, "withdraw", language, _withdraw)
    withdraw.add_argument("dir", type=Path)
    withdraw.add_argument("lookup")

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


def _nominate(args: argparse.Namespace) -> int:
    with open_workspace(args) as workspace:
        results = take_in(
            workspace,
            args.paths,
            allow_similar=args.allow_similar,
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
        answer(args, {"results": results, "totals": totals})
    return DONE


def intake_reason(result: IntakeResult, language: Language) -> str:
    """Why a nomination was refused or is a duplicate and what to do about it, or what was noticed about one that is in;
    empty when nothing was."""
    if not result.code:
        return ""
    if result.status == "accepted":
        return phrase("cli", f"intake-note-{result.code}", language, **result.params)
    text = error_text(InputError(result.code, **result.params), language)
    return f"{text.what} {text.next}"


def _round(args: argparse.Namespace) -> int:
    if args.blind:
        raise UsageError("not-supported", what="--blind")
    with open_workspace(args) as workspace:
        if args.action == "new":
            rubric = load_rubric(args.rubric)
            round_ = workspace.rounds.new(args.kind, rubric, load_rule(args.rule, rubric))
            say(args, "round-made", number=round_.number)
        else:
            round_ = workspace.rounds.current()
            say(
                args,
                "round-shown",
                number=round_.number,
                state=phrase("cli", f"round-{round_.state}", args.language),
            )
        answer(args, _round_document(workspace, round_))
    return DONE


def _round_document(workspace: Workspace, round_: Round) -> dict[str, object]:
    return {
        "round_id": round_.id,
        "number": round_.number,
        "kind": round_.kind,
        "state": round_.state,
        "rubric": round_.rubric,
        "rule": round_.rule,
        "organizer": thumbprint(workspace.organizer_public),
    }


def _cards(args: argparse.Namespace) -> int:
    with open_workspace(args) as workspace:
        round_ = workspace.rounds.current()
        for path in (args.pdf, args.out):
            if path.exists() and (path.is_file() or any(path.iterdir())):
                raise UsageError("file-exists", name=path.name)
        _check_writable(args.pdf.parent)
        made = not args.out.exists()
        ensure_folder(args.out)
        try:
            drawn = workspace.cards.draw(round_, args.count, args.reserve, replace=args.replace)
        except ReviewError:
            if made:
                args.out.rmdir()
            raise
        write_cards(workspace, round_, drawn, args.pdf, args.out, args.language)
        counts = workspace.cards.counts(round_)
        say(args, "cards-drawn", issued=counts.issued, pdf=args.pdf.name, dir=args.out.name)
        note(args, "cards-honest")
        answer(args, {"issued": counts.issued, "pdf": str(args.pdf), "dir": str(args.out)})
    return DONE


def write_cards(
    workspace: Workspace, round_: Round, drawn: DrawnCards, pdf: Path, folder: Path, language: Language
) -> None:
    """Prints the drawn cards: one PDF, and one file a card under a name that says nothing but a number of its own."""
    settings = workspace.settings
    sheet = CardSheet(
        title=settings.title,
        edition=settings.edition,
        round_id_short=round_short(round_),
        organizers=tuple(organizer.name for organizer in settings.organizers),
        organizer_key_short=key_short(workspace.organizer_public),
        return_note=return_note(settings.return_instructions, language),
    )
    pages = [PrintedCard(issued.card.printed(), issued.lookup) for issued in drawn.pages]
    write_atomically(pdf, render_cards(pages, sheet))
    width = len(str(len(drawn.files)))
    title = phrase("cli", "card-file-title", language, title=settings.title, edition=settings.edition)
    for number, issued in enumerate(drawn.files, start=1):
        write_atomically(
            folder / f"card-{number:0{width}d}.txt", issued.card.file_text(title).encode("utf-8")
        )


def return_note(instructions: str, language: Language) -> str:
    """The first sentences of the return instructions, as many as a card has room for; where the first is too long, a
    word on where the instructions are."""
    note_ = ""
    for sentence in re.findall(r"[^。]+。?", instructions.split("\n")[0].strip()):
        if len(note_ + sentence) > CARD_NOTE_LIMIT:
            break
        note_ += sentence
    return note_ or phrase("cli", "card-return-note", language)


def round_short(round_: Round) -> str:
    """The round for people to compare: the first twelve symbols of its id."""
    return f"{round_.id[:4]}-{round_.id[4:8]}-{round_.id[8:12]}".upper()


def key_short(public: bytes) -> str:
    """The organizer's key for people to compare: the short form of its thumbprint's digest."""
    import base64

    raw = base64.urlsafe_b64decode(thumbprint(public) + "=")
    return short_form(raw.hex())


def _check_writable(folder: Path) -> None:
    """Cards are seen once: better to know before they are drawn that the PDF can't be written."""
    probe = folder / ".review-app-probe"
    write_atomically(probe, b"")
    probe.unlink(missing_ok=True)


def _withdraw(args: argparse.Namespace) -> int:
    with open_workspace(args) as workspace:
        counts = workspace.cards.withdraw(workspace.rounds.current(), args.lookup)
        say(args, "withdrawn", withdrawn=counts.withdrawn, issued=counts.issued)
        answer(args, {"issued": counts.issued, "withdrawn": counts.withdrawn})
    return DONE


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
