"""The verb inspect: any of our files, what it is, whether it is sound, what it holds."""

from __future__ import annotations

import argparse
from pathlib import Path

from review_app.model.crypto.ballot_card import parse_card
from review_app.model.crypto.base32 import short_form
from review_app.model.crypto.keys import checked_public, thumbprint
from review_app.model.file_kind import FileKind, file_head, file_kind
from review_app.model.files import read_limited
from review_app.model.package.amendment import (
    AMENDMENT_FILE_LIMIT,
    check_outside,
    open_amendment,
)
from review_app.model.package.joined import Joined
from review_app.model.package.open import CasePackage, SealedPackage
from review_app.model.publish.award import CERTIFICATE_LIMIT, STATEMENT_LIMIT, award_in_text, awards_in_pdf
from review_app.model.result.verify import verify_archive
from review_app.model.scoring.backup import BACKUP_FILE_LIMIT, check_backup
from review_app.model.scoring.sheet import SHEET_FILE_LIMIT, check_arrival
from review_app.texts import Language, phrase
from review_app.verbs.common import (
    DONE,
    Parsers,
    add_card_option,
    answer,
    note_passed_over,
    read_card,
    table,
    terminal_progress,
)
from review_app.verbs.options import add_verb
from review_app.verbs.verify import archive_document


def add_verbs(parsers: Parsers, language: Language) -> None:
    """Registers the verb."""
    inspect = add_verb(parsers, "inspect", language, _inspect)
    inspect.add_argument("file", type=Path)
    inspect.add_argument("--package", type=Path, metavar="FILE.casepkg")
    add_card_option(inspect, language)


def _inspect(args: argparse.Namespace) -> int:
    kind = file_kind(args.file)
    document: dict[str, object] = {"kind": kind, "sound": True}
    if kind in (FileKind.PACKAGE, FileKind.PART):
        document |= _inspect_package(args)
    elif kind is FileKind.SHEET:
        header = check_arrival(read_limited(args.file, SHEET_FILE_LIMIT))
        document |= {"round_id": header.round_id, "size": header.size, "format": header.format}
    elif kind is FileKind.BACKUP:
        backup = check_backup(read_limited(args.file, BACKUP_FILE_LIMIT))
        document |= {"round_id": backup.round_id, "size": backup.size, "format": backup.format}
    elif kind is FileKind.AMENDMENT:
        document |= _inspect_amendment(args)
    elif kind is FileKind.ARCHIVE:
        report = verify_archive(args.file)
        document |= {"sound": report.consistent} | archive_document(report)
    elif kind is FileKind.CERTIFICATE:
        document["awards"] = [
            found.award for found in awards_in_pdf(read_limited(args.file, CERTIFICATE_LIMIT))
        ]
    elif kind is FileKind.STATEMENT:
        text = read_limited(args.file, STATEMENT_LIMIT).decode("utf-8", "replace")
        document["awards"] = [award_in_text(text).award]
    else:
        document["round_id"] = parse_card(file_head(args.file).decode("utf-8")).round_id or ""
    if not args.json:
        for name, value in document.items():
            if isinstance(value, str | int | bool) and value != "":
                print(f"{phrase('cli', 'field-' + name, args.language)}: {value}")
    answer(args, document)
    return DONE


def _inspect_package(args: argparse.Namespace) -> dict[str, object]:
    with SealedPackage.open(args.file) as sealed:
        damaged = list(sealed.damaged_entries(terminal_progress(args, "checking")))
        document: dict[str, object] = {
            "sound": not damaged,
            "damaged": damaged,
            "format": sealed.header.format,
            "round_id": sealed.round_id,
            "organizer": sealed.organizer_thumbprint,
            "entries": len(sealed.seal.entries) + 1,
            "cards": sum(entry.name.startswith("keys/") for entry in sealed.seal.entries),
        }
        if sealed.joined is not None:
            document |= _inspect_parts(args, sealed.joined)
        if args.card_file is not None:
            package = sealed.unlock(read_card(args))
            document |= package_document(package)
            table(args, [[case.id, case.title, case.facet, case.region] for case in package.manifest.cases])
    return document


def _inspect_parts(args: argparse.Namespace, joined: Joined) -> dict[str, object]:
    """The parts that a package is in, and those that are damaged, by their names."""
    damaged = joined.damaged(terminal_progress(args, "checking"))
    note_passed_over(args, joined.passed_over)
    rows = [[part.header.number, part.path.name, part.header.size] for part in joined.parts]
    table(args, rows)
    document: dict[str, object] = {
        "package_digest": joined.parts[0].header.package,
        "parts": [part.path.name for part in joined.parts],
        "damaged_parts": [part.path.name for part in damaged],
    }
    if damaged:
        document["sound"] = False
    return document


def package_document(package: CasePackage) -> dict[str, object]:
    """What a card holder can see of a package, as JSON-like data."""
    return {
        "title": package.terms.title,
        "edition": package.terms.edition,
        "terms_digest": package.digest,
        "terms_short": short_form(package.digest),
        "terms": package.terms,
        "cases": package.manifest.cases,
        "members": package.manifest.members,
        "return_instructions": package.manifest.return_instructions,
    }


def _inspect_amendment(args: argparse.Namespace) -> dict[str, object]:
    content = read_limited(args.file, AMENDMENT_FILE_LIMIT)
    header = check_outside(content)
    document: dict[str, object] = {
        "round_id": header.round_id,
        "number": header.number,
        "format": header.format,
    }
    document["organizer"] = thumbprint(checked_public(header.organizer.x, "header.json"))
    if args.card_file is not None and args.package is not None:
        with SealedPackage.open(args.package) as sealed:
            package = sealed.unlock(read_card(args))
            signed = open_amendment(
                content, package.identity, sealed.organizer, package.terms, package.digest
            )
            document["changes"] = signed.amendment.changes
    return document
