"""The verb verify, for anyone: is this file what it says, and does the result follow from what was signed?"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from review_app.finding_words import finding_text
from review_app.model.checking import (
    BOX_RECORD_LIMIT,
    CheckedAward,
    agreement_with,
    names_result,
    points_of,
    read_auditor_key,
    ties_of,
)
from review_app.model.crypto.base32 import short_form
from review_app.model.crypto.keys import checked_public, thumbprint
from review_app.model.errors import InputError, UsageError
from review_app.model.file_kind import FileKind, file_kind
from review_app.model.files import read_limited
from review_app.model.package.amendment import AMENDMENT_FILE_LIMIT, check_outside
from review_app.model.package.open import SealedPackage
from review_app.model.publish.award import (
    CERTIFICATE_LIMIT,
    STATEMENT_LIMIT,
    FoundAward,
    award_in_text,
)
from review_app.model.publish.certificate_file import CertificateCheck, check_certificate
from review_app.model.result.findings import is_digest
from review_app.model.result.notice import is_day
from review_app.model.result.verify import ArchiveReport, verify_archive
from review_app.model.scoring.sheet import SHEET_FILE_LIMIT, check_arrival
from review_app.model.text import DRAW_LIMIT, REASON_LIMIT, visible
from review_app.texts import Language, phrase
from review_app.verbs.common import DONE, NO, Parsers, answer, note_passed_over, say, table, terminal_progress
from review_app.verbs.options import add_verb
from review_app.verbs.ties import show_ties, tie_records


@dataclass
class Checked:
    """What checking one file came to: whether it holds, who signed (thumbprints), and what the JSON answer says.
    ``counted`` is false for an archive whose sheets couldn't be read, ``page_checked`` for a certificate whose page
    couldn't."""

    document: dict[str, object]
    signers: set[str] = field(default_factory=set)
    holds: bool = True
    counted: bool = True
    page_checked: bool = True

    @property
    def verdict(self) -> str:
        """The whole in one word."""
        if not self.holds:
            return "differs"
        return "consistent" if self.page_checked else "page-not-checked"


def add_verbs(parsers: Parsers, language: Language) -> None:
    """Registers the verb."""
    verify = add_verb(parsers, "verify", language, _verify)
    verify.add_argument("file", type=Path)
    verify.add_argument("--receipt", metavar="R")
    verify.add_argument("--box-record", type=Path, metavar="F")
    verify.add_argument("--organizer-key", type=Path, metavar="F")
    verify.add_argument("--auditor-key", type=Path, metavar="F")
    verify.add_argument("--archive", type=Path, metavar="FILE.results")


def _verify(args: argparse.Namespace) -> int:
    expected = read_organizer_key(args.organizer_key) if args.organizer_key else None
    kind = file_kind(args.file)
    if kind not in _CHECKS:
        raise InputError("unknown-file", name=args.file.name)
    if args.archive is not None and kind not in (FileKind.CERTIFICATE, FileKind.STATEMENT):
        raise UsageError("archive-beside-certificate")
    if args.archive is not None and file_kind(args.archive) is not FileKind.ARCHIVE:
        raise InputError("not-an-archive")
    checked = _CHECKS[kind](args)
    checked.document |= {"kind": kind, "pinned": expected is not None and bool(checked.signers)}
    _check_signers(args, checked, expected)
    checked.document["verdict"] = checked.verdict
    if not checked.holds:
        say(args, "verdict-differs")
    elif not checked.page_checked:
        say(args, "verdict-page-not-checked")
    else:
        say(args, "verdict-consistent" if checked.counted else "verdict-not-counted")
    answer(args, checked.document)
    return DONE if checked.holds else NO


def _check_signers(args: argparse.Namespace, checked: Checked, expected: str | None) -> None:
    """Says who signed, and whether that is the expected key: without one nothing is called genuine."""
    signers = ", ".join(sorted(checked.signers))
    if not checked.signers:
        if expected is not None:
            say(args, "key-not-compared")
        return
    checked.document["signer"] = sorted(checked.signers) if len(checked.signers) > 1 else signers
    checked.document["signer_expected"] = checked.signers == {expected}
    if expected is None:
        say(args, "signed-by", signer=signers)
    elif checked.signers == {expected}:
        say(args, "signer-expected", signer=expected)
    else:
        checked.holds = False
        say(args, "signer-differs", signer=signers, expected=expected)


def _check_archive(args: argparse.Namespace) -> Checked:
    identity = read_auditor_key(args.auditor_key) if args.auditor_key else None
    report = verify_archive(args.file, identity)
    checked = Checked(archive_document(report), {report.signer}, report.consistent, report.counted)
    _show_archive(args, report)
    if args.receipt:
        _find_receipt(args, report, checked)
    if args.box_record:
        _compare_box_record(args, report, checked)
    return checked


def _find_receipt(args: argparse.Namespace, report: ArchiveReport, checked: Checked) -> None:
    found = report.find_receipt(args.receipt)
    present = found.state is not None
    checked.document["receipt"] = {"receipt": found.receipt, "found": present, "state": found.state}
    checked.holds = checked.holds and present
    if found.state is None:
        say(args, "receipt-not-found", receipt=found.receipt)
    else:
        state = phrase("cli", f"state-{found.state}", args.language)
        say(args, "receipt-found" if report.counted else "receipt-stated", receipt=found.receipt, state=state)


def _compare_box_record(args: argparse.Namespace, report: ArchiveReport, checked: Checked) -> None:
    """Whether the archive holds the record that was handed out before the box was opened, and no later one."""
    handed_out = hashlib.sha256(read_limited(args.box_record, BOX_RECORD_LIMIT)).hexdigest()
    same = handed_out == report.results.box
    checked.document["box_record"] = {"same": same}
    checked.holds = checked.holds and same
    say(args, "box-record-same" if same else "box-record-differs")


def _check_package(args: argparse.Namespace) -> Checked:
    with SealedPackage.open(args.file) as sealed:
        if sealed.joined is not None:
            note_passed_over(args, sealed.joined.passed_over)
            for part in sealed.joined.damaged():
                raise InputError("part-damaged", name=part.path.name)
        for name in sealed.damaged_entries(terminal_progress(args, "checking")):
            raise InputError("package-damaged", part=name)
        document: dict[str, object] = {
            "round_id": sealed.round_id,
            "entries": len(sealed.seal.entries) + 1,
        }
        if sealed.joined is not None:
            document["parts"] = len(sealed.joined.parts)
        return Checked(document, {sealed.organizer_thumbprint})


def _check_sheet(args: argparse.Namespace) -> Checked:
    header = check_arrival(read_limited(args.file, SHEET_FILE_LIMIT))
    say(args, "sheet-arrived-whole")
    return Checked({"round_id": header.round_id})


def _check_amendment(args: argparse.Namespace) -> Checked:
    header = check_outside(read_limited(args.file, AMENDMENT_FILE_LIMIT))
    signer = thumbprint(checked_public(header.organizer.x, "header.json"))
    return Checked({"round_id": header.round_id, "number": header.number}, {signer})


def _check_certificate(args: argparse.Namespace) -> Checked:
    check = check_certificate(read_limited(args.file, CERTIFICATE_LIMIT))
    checked = _signed_fields(args, check.found)
    checked.holds, checked.page_checked = check.holds, check.page_checked
    checked.document |= {
        "pages": [{"read": each.read, "lacking": each.lacking} for each in check.pages],
        "page_checked": check.page_checked,
        "changes": check.changes,
        "pades": check.pades,
    }
    for each, page in zip(check.found, check.pages, strict=True):
        for name in page.lacking:
            field_name = phrase("cli", f"certificate-field-{name}", args.language)
            say(args, "certificate-page-differs", serial=each.award.serial, field=field_name)
    if not all(page.read for page in check.pages):
        say(args, "certificate-page-unread")
    _show_file(args, check)
    _hold_against_archive(args, check.found, checked)
    say(args, "certificate-compare")
    return checked


def _show_file(args: argparse.Namespace, check: CertificateCheck) -> None:
    """What was found of the PDF as a file."""
    if "revised" in check.changes:
        say(args, "certificate-revised")
    if "annotated" in check.changes:
        say(args, "certificate-annotated")
    if "page-count" in check.changes:
        say(args, "certificate-page-count")
    if check.pades is None:
        return
    if check.pades.state == "holds":
        say(args, "pades-holds", signer=check.pades.signer, fingerprint=check.pades.fingerprint)
    else:
        say(args, "pades-broken" if check.pades.state == "broken" else "pades-unchecked")


def _check_statement(args: argparse.Namespace) -> Checked:
    """What a certificate's QR code said, saved as text."""
    text = read_limited(args.file, STATEMENT_LIMIT).decode("utf-8", "replace")
    found = award_in_text(text)
    checked = _signed_fields(args, [found])
    _hold_against_archive(args, [found], checked)
    say(args, "certificate-compare")
    return checked


def _hold_against_archive(args: argparse.Namespace, found: Sequence[FoundAward], checked: Checked) -> None:
    """Whether the archive beside the certificates has their cases among its winners, and is the one they name."""
    if args.archive is None:
        return
    report = verify_archive(args.archive, read_auditor_key(args.auditor_key) if args.auditor_key else None)
    lines: list[dict[str, object]] = []
    for each in found:
        award = CheckedAward(each, None)
        differences, named = list(agreement_with(report, award)), names_result(report, award)
        serial = each.award.serial
        lines.append({"serial": serial, "agrees": not differences, "differs": differences, "named": named})
        for name in differences:
            proposed = name == "result" and report.results.status == "proposed"
            say(args, f"certificate-archive-{'proposed' if proposed else name}", serial=serial)
        if not differences:
            say(args, "certificate-archive-named" if named else "certificate-archive-agrees", serial=serial)
        checked.holds = checked.holds and not differences
    if report.findings:
        checked.holds = False
        say(args, "certificate-archive-findings", count=len(report.findings))
    document = archive_document(report)
    checked.document["archive"] = {
        "certificates": lines,
        **{name: document[name] for name in ("findings", "counted", "signer", "status")},
    }


def _signed_fields(args: argparse.Namespace, found: Sequence[FoundAward]) -> Checked:
    """Shows what was signed, a line a field, to be compared by eye."""
    awards = [each.award for each in found]
    for each, award in zip(found, awards, strict=True):
        values = {
            "serial": award.serial,
            "recipient": award.recipient,
            "title": award.title,
            "award": f"{award.edition} {award.award}".strip(),
            "issuers": " · ".join(award.issuers),
            "date": award.date,
        }
        table(
            args,
            [
                [phrase("cli", f"certificate-field-{name}", args.language), value]
                for name, value in values.items()
            ],
        )
        if award.draft:
            say(args, "certificate-draft", serial=award.serial)
        for name in each.cut:
            field_name = phrase("cli", f"certificate-field-{name}", args.language)
            say(args, "certificate-name-cut", serial=award.serial, field=field_name)
    return Checked({"awards": awards}, {each.signer for each in found})


_CHECKS: dict[FileKind, Callable[[argparse.Namespace], Checked]] = {
    FileKind.ARCHIVE: _check_archive,
    FileKind.PACKAGE: _check_package,
    FileKind.PART: _check_package,
    FileKind.SHEET: _check_sheet,
    FileKind.AMENDMENT: _check_amendment,
    FileKind.CERTIFICATE: _check_certificate,
    FileKind.STATEMENT: _check_statement,
}


def _show_archive(args: argparse.Namespace, report: ArchiveReport) -> None:
    if not report.counted:
        say(args, "not-counted")
    names = {candidate.id: candidate.title for candidate in report.results.candidates}
    table(
        args,
        [
            [line.rank or "–", names.get(line.case, line.case), points or "–", line.sheets]
            for line, points in zip(report.lines, points_of(report), strict=True)
        ],
    )
    show_ties(args, ties_of(report), report.terms, names)
    if not report.lines:
        winner = phrase("cli", "archive-winner", args.language)
        table(args, [[winner, names.get(case_id, case_id)] for case_id in report.results.winners])
    aside = phrase("cli", "archive-set-aside", args.language)
    table(args, [[aside, names.get(out.case, out.case), out.reason] for out in report.results.set_aside])
    if report.results.draw:
        draw, source = (
            visible(report.results.draw, DRAW_LIMIT),
            visible(report.terms.rule.seed_draw, DRAW_LIMIT),
        )
        say(args, "archive-draw", draw=draw, source=source)
    say(args, "archive-seed", seed=visible(report.results.seed))
    final = report.results.status == "final"
    say(args, "archive-status-final" if final else "archive-status-proposed")
    _show_notice(args, report)
    if is_digest(report.results.before):
        say(args, "archive-before", short=short_form(report.results.before))
    if not args.json:
        for finding in report.findings:
            print(finding_text(finding, args.language))
    if report.findings:
        say(args, "findings-next")
    if report.page == "same":
        say(args, "page-same")
    else:
        say(args, "page-other" if report.page == "other" else "page-missing")


def _show_notice(args: argparse.Namespace, report: ArchiveReport) -> None:
    """The days that the organizer states, as such."""
    stated = report.results
    if is_day(stated.since) and is_day(stated.until):
        say(args, "archive-notice", since=stated.since, until=stated.until)
    else:
        say(args, "archive-no-notice")
    if is_day(stated.final):
        say(args, "archive-final-day", final=stated.final)
    if stated.early:
        reason = visible(stated.early, REASON_LIMIT)
        say(args, "archive-early" if stated.until else "archive-unnoticed", reason=reason)
    if stated.since or stated.final:
        say(args, "archive-days")


def archive_document(report: ArchiveReport) -> dict[str, object]:
    """What checking an archive found, as JSON-like data."""
    return {
        "round_id": report.terms.round_id,
        "title": report.terms.title,
        "terms_digest": report.terms_digest,
        "signer": report.signer,
        "states": report.counts,
        "findings": [{"code": finding.code, **finding.params} for finding in report.findings],
        "counted": report.counted,
        "page": report.page,
        "status": report.results.status,
        "before": report.results.before,
        "notice": {
            name: getattr(report.results, name) or None for name in ("since", "until", "final", "early")
        },
        "draw": report.results.draw,
        "draw_source": report.terms.rule.seed_draw,
        "seed": report.results.seed,
        "set_aside": report.results.set_aside,
        "publication": report.terms.rule.publication,
        "ranking": report.lines,
        "ties": tie_records(ties_of(report)),
        "winners": report.winners,
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
