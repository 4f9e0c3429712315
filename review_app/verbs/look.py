"""The verbs for anyone with a file: inspect and verify."""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

from review_app.model.crypto.ballot_card import parse_card
from review_app.model.crypto.base32 import short_form
from review_app.model.crypto.keys import checked_public, thumbprint
from review_app.model.errors import InputError
from review_app.model.file_kind import FileKind, file_head, file_kind
from review_app.model.files import read_limited
from review_app.model.package.amendment import (
    AMENDMENT_FILE_LIMIT,
    check_outside,
    open_amendment,
)
from review_app.model.package.open import CasePackage, SealedPackage
from review_app.model.publish.award import awards_in_pdf
from review_app.model.result.ranking import rounded_text
from review_app.model.result.verify import ArchiveReport, verify_archive
from review_app.model.scoring.sheet import SHEET_FILE_LIMIT, check_arrival
from review_app.texts import Language, phrase
from review_app.verbs.common import (
    DONE,
    NO,
    Parsers,
    add_card_option,
    answer,
    read_card,
    say,
    table,
    terminal_progress,
)
from review_app.verbs.options import add_verb

_PDF_LIMIT = 512 << 20


def add_verbs(parsers: Parsers, language: Language) -> None:
    """Registers the verbs of this file."""
    inspect = add_verb(parsers, "inspect", language, _inspect)
    inspect.add_argument("file", type=Path)
    inspect.add_argument("--package", type=Path, metavar="FILE.casepkg")
    add_card_option(inspect, language)
    verify = add_verb(parsers, "verify", language, _verify)
    verify.add_argument("file", type=Path)
    verify.add_argument("--receipt", metavar="R")
    verify.add_argument("--organizer-key", type=Path, metavar="F")


def _inspect(args: argparse.Namespace) -> int:
    kind = file_kind(args.file)
    document: dict[str, object] = {"kind": kind, "sound": True}
    if kind is FileKind.PACKAGE:
        document |= _inspect_package(args)
    elif kind is FileKind.SHEET:
        header = check_arrival(read_limited(args.file, SHEET_FILE_LIMIT))
        document |= {"round_id": header.round_id, "size": header.size, "format": header.format}
    elif kind is FileKind.AMENDMENT:
        document |= _inspect_amendment(args)
    elif kind is FileKind.ARCHIVE:
        report = verify_archive(args.file)
        document |= {"sound": report.consistent} | archive_document(report)
    elif kind is FileKind.CERTIFICATE:
        document["awards"] = [found.award for found in awards_in_pdf(read_limited(args.file, _PDF_LIMIT))]
    else:
        document["round_id"] = parse_card(file_head(args.file).decode("utf-8")).round_id or ""
    if not args.json:
        for name, value in document.items():
            if isinstance(value, str | int | bool):
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
        if args.card_file is not None:
            package = sealed.unlock(read_card(args))
            document |= package_document(package)
            table(args, [[case.id, case.title, case.facet, case.region] for case in package.manifest.cases])
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


def _verify(args: argparse.Namespace) -> int:
    expected = read_organizer_key(args.organizer_key) if args.organizer_key else None
    kind = file_kind(args.file)
    document: dict[str, object] = {"kind": kind, "pinned": expected is not None}
    holds = True
    if kind is FileKind.ARCHIVE:
        report = verify_archive(args.file)
        document |= archive_document(report)
        holds = report.consistent
        _show_archive(args, report)
        if args.receipt:
            found = report.find_receipt(args.receipt)
            document["receipt"] = {
                "receipt": found.receipt,
                "found": found.state is not None,
                "state": found.state,
            }
            holds = holds and found.state is not None
            if found.state is not None:
                say(
                    args,
                    "receipt-found",
                    receipt=found.receipt,
                    state=phrase("cli", f"state-{found.state}", args.language),
                )
            else:
                say(args, "receipt-not-found", receipt=found.receipt)
        signers = {report.signer}
    elif kind is FileKind.PACKAGE:
        with SealedPackage.open(args.file) as sealed:
            for name in sealed.damaged_entries(terminal_progress(args, "checking")):
                raise InputError("package-damaged", part=name)
            document |= {"round_id": sealed.round_id, "entries": len(sealed.seal.entries) + 1}
            signers = {sealed.organizer_thumbprint}
    elif kind is FileKind.SHEET:
        header = check_arrival(read_limited(args.file, SHEET_FILE_LIMIT))
        document |= {"round_id": header.round_id}
        signers = set()
    elif kind is FileKind.AMENDMENT:
        amendment = check_outside(read_limited(args.file, AMENDMENT_FILE_LIMIT))
        document |= {"round_id": amendment.round_id, "number": amendment.number}
        signers = {thumbprint(checked_public(amendment.organizer.x, "header.json"))}
    elif kind is FileKind.CERTIFICATE:
        found_awards = awards_in_pdf(read_limited(args.file, _PDF_LIMIT))
        document["awards"] = [found.award for found in found_awards]
        table(args, [[f.award.serial, f.award.recipient, f.award.title, f.award.award] for f in found_awards])
        signers = {found.signer for found in found_awards}
    else:
        raise InputError("unknown-file", name=args.file.name)
    if signers:
        document["signer"] = min(signers) if len(signers) == 1 else sorted(signers)
        if expected is None:
            say(args, "signed-by", signer=", ".join(sorted(signers)))
        elif signers == {expected}:
            say(args, "signer-expected", signer=expected)
        else:
            holds = False
            say(args, "signer-differs", signer=", ".join(sorted(signers)), expected=expected)
        document["signer_expected"] = expected is not None and signers == {expected}
    elif kind is FileKind.SHEET:
        say(args, "sheet-arrived-whole")
    document["verdict"] = "consistent" if holds else "differs"
    say(args, "verdict-consistent" if holds else "verdict-differs")
    answer(args, document)
    return DONE if holds else NO


def _show_archive(args: argparse.Namespace, report: ArchiveReport) -> None:
    names = {candidate.id: candidate.title for candidate in report.results.candidates}
    table(
        args,
        [
            [
                line.rank or "–",
                names.get(line.case_id, line.case_id),
                rounded_text(line.score) if line.score else "–",
                line.sheets,
            ]
            for line in report.recount.ranking
        ],
    )
    for finding in report.findings:
        say(args, f"finding-{finding.code}", **finding.params)


def archive_document(report: ArchiveReport) -> dict[str, object]:
    """What checking an archive found, as JSON-like data."""
    return {
        "round_id": report.terms.round_id,
        "title": report.terms.title,
        "terms_digest": report.terms_digest,
        "signer": report.signer,
        "states": report.counts,
        "findings": [{"code": finding.code, **finding.params} for finding in report.findings],
        "ranking": report.recount.lines,
        "winners": report.recount.winners,
        "issued": report.terms.admission.issued,
    }


def read_organizer_key(path: Path) -> str:
    """The thumbprint in a file that holds the organizer's public JWK, or the thumbprint itself.

    Raises InputError ``malformed`` or ``bad-key``.
    """
    text = read_limited(path, 4096).decode("utf-8-sig", "replace").strip()
    if re.fullmatch(r"[A-Za-z0-9_-]{43}", text):
        return text
    try:
        jwk = json.loads(text)
        fits = isinstance(jwk, dict) and jwk.get("kty") == "OKP" and jwk.get("crv") == "Ed25519"
        key = jwk["x"] if fits else None
    except (ValueError, KeyError, RecursionError):
        key = None
    if not isinstance(key, str):
        raise InputError("malformed", what=path.name)
    return thumbprint(checked_public(key, path.name))
