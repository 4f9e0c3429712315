"""Checking a file that was published or handed out, for anyone: what it is, what of it was checked, what was found.

No words here; what is "genuine" isn't said anywhere: a file shows which key signed it, and whose key that is has to be
known from elsewhere (``docs/protocol.md``, section 7).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from unicodedata import normalize

from review_app.model.box.record import BOX_TYP, BoxRecord
from review_app.model.canonical import decode
from review_app.model.crypto import jws
from review_app.model.crypto.base32 import canonical as canonical_symbols
from review_app.model.crypto.base32 import short_form
from review_app.model.crypto.keys import b64u, b64u_decode, checked_public, thumbprint
from review_app.model.errors import InputError
from review_app.model.file_kind import FileKind, file_head, file_kind
from review_app.model.files import read_limited
from review_app.model.progress import SILENT, Progress
from review_app.model.publish.award import (
    CERTIFICATE_LIMIT,
    STATEMENT_LIMIT,
    FoundAward,
    award_in_text,
    holds_award,
    says_name,
)
from review_app.model.publish.certificate_file import CertificateCheck, check_certificate
from review_app.model.publish.page_words import PageCheck
from review_app.model.result.stated import exact_value
from review_app.model.result.ties import Step, apart, stated_steps, steps
from review_app.model.result.verify import ArchiveReport, verify_archive

BOX_RECORD_LIMIT = 32 << 20
AUDITOR_KEY_LIMIT = 4096
CHECKED = (FileKind.ARCHIVE, FileKind.CERTIFICATE, FileKind.STATEMENT)
"""Kinds that anyone can check without a round open."""
Difference = Literal["round", "signer", "winner", "recipient", "title", "result"]
"""In what a certificate differs from an archive."""
_ON_CARD = re.compile(r"\w{4}\W\w{4}\W\w{4}", re.ASCII)
_THUMBPRINT = re.compile(r"[A-Za-z0-9_-]{43}")


@dataclass(frozen=True)
class CheckedAward:
    """A certificate's signed statement; ``page`` is None where there was no page (what a QR code said)."""

    found: FoundAward
    page: PageCheck | None

    @property
    def holds(self) -> bool:
        """Whether the page says what was signed, as far as it could be read."""
        return self.page is None or not self.page.lacking


@dataclass(frozen=True)
class CheckedRecord:
    """A box record as it was handed out: its digest (SHA-256, hex), who signed it, and how many sheets it lists.  The
    signature holds only where an archive with the same record does: the record itself doesn't carry the key."""

    digest: str
    signer: str
    round_id: str
    sheets: int

    @property
    def short(self) -> str:
        """The short form that stands on the record's page."""
        return short_form(self.digest)


@dataclass(frozen=True)
class CheckedFile:
    """What one file came to; just one of the three is there."""

    path: Path
    archive: ArchiveReport | None = None
    awards: tuple[CheckedAward, ...] = ()
    record: CheckedRecord | None = None
    certificate: CertificateCheck | None = None
    """Beside ``awards``, where they stood in a PDF."""

    @property
    def signers(self) -> frozenset[str]:
        """Thumbprints of the keys that signed it."""
        if self.archive is not None:
            return frozenset({self.archive.signer})
        if self.record is not None:
            return frozenset({self.record.signer})
        return frozenset(each.found.signer for each in self.awards)


def check_file(path: Path, auditor_key: Path | None = None, progress: Progress = SILENT) -> CheckedFile:
    """Checks an archive, a certificate (PDF, or what its QR code says) or a box record.

    ``auditor_key``: the age key file of an auditor of the terms.  Raises InputError ``unknown-file`` for anything else
    and what reading the file raises; Cancelled.
    """
    if is_box_record(path):
        return CheckedFile(path, record=_record(path))
    kind = file_kind(path)
    if kind is FileKind.ARCHIVE:
        identity = read_auditor_key(auditor_key) if auditor_key is not None else None
        return CheckedFile(path, archive=_archive(path, identity, progress))
    if kind is FileKind.CERTIFICATE:
        checked = check_certificate(read_limited(path, CERTIFICATE_LIMIT))
        awards = (CheckedAward(each, page) for each, page in zip(checked.found, checked.pages, strict=True))
        return CheckedFile(path, awards=tuple(awards), certificate=checked)
    if kind is FileKind.STATEMENT:
        text = read_limited(path, STATEMENT_LIMIT).decode("utf-8", "replace")
        return CheckedFile(path, awards=(CheckedAward(award_in_text(text), None),))
    raise InputError("unknown-file", name=path.name)


def can_be_checked(path: Path) -> bool:
    """Whether :func:`check_file` knows the kind of the file, sound or not."""
    try:
        return is_box_record(path) or file_kind(path) in CHECKED
    except InputError:
        return False


def holds_statement(path: Path) -> bool:
    """Whether a PDF is a certificate, by a statement in it, sound or not; most PDFs are none."""
    return holds_award(read_limited(path, CERTIFICATE_LIMIT))


def is_box_record(path: Path) -> bool:
    """Whether a file begins as a signed box record does."""
    head = file_head(path)
    if not head.startswith(b"eyJ"):
        return False
    try:
        header = b64u_decode(head.split(b".")[0].decode("ascii"), "box.jws")
        return decode(header, jws.KidHeader, "box.jws").typ == BOX_TYP
    except (InputError, UnicodeDecodeError):
        return False


def _archive(path: Path, identity: str | None, progress: Progress) -> ArchiveReport:
    try:
        return verify_archive(path, identity, progress=progress)
    except InputError as failure:
        if failure.code != "member-damaged":
            raise
        # what is said of a damaged member tells an expert to go on without it
        raise InputError("archive-damaged", part=failure.params["member"]) from failure


def _record(path: Path) -> CheckedRecord:
    signed = read_limited(path, BOX_RECORD_LIMIT)
    parts = signed.split(b".")
    if len(parts) != 3:
        raise InputError("malformed", what=path.name)
    content = b64u_decode(parts[1].decode("ascii", "replace"), path.name)
    box = decode(content, BoxRecord, path.name)
    digest = hashlib.sha256(signed).hexdigest()
    return CheckedRecord(digest, jws.signer_of(signed, path.name), box.round_id, len(box.sheets))


def read_auditor_key(path: Path) -> str:
    """The age identity in a file as age-keygen writes it; raises InputError ``malformed``."""
    lines = read_limited(path, AUDITOR_KEY_LIMIT).decode("utf-8-sig", "replace").split()
    found = [word for word in lines if word.startswith("AGE-SECRET-KEY-1")]
    if len(found) != 1:
        raise InputError("malformed", what=path.name)
    return found[0]


def expected_key(text: str) -> str | None:
    """The thumbprint in what somebody pasted (RFC 7638, base64url), or of the public key (JWK) that was pasted; None
    where there is none, or more than one."""
    known = re.search(r'"x"\s*:\s*"([A-Za-z0-9_-]{43})"', text)
    if known is not None:
        try:
            return thumbprint(checked_public(known[1], "jwk"))
        except InputError:
            return None
    found = [word for word in re.split(r"[^A-Za-z0-9_-]+", text) if _THUMBPRINT.fullmatch(word)]
    return found[0] if len(found) == 1 else None


def expected_signer(text: str, signers: Iterable[str]) -> str | None:
    """The key that somebody expects: :func:`expected_key`, or, of the twelve symbols that a ballot card has of it, the
    one of ``signers`` that they fit, else the symbols themselves, which are no signer; None where there is neither."""
    key = expected_key(text)
    if key is not None:
        return key
    if not _ON_CARD.fullmatch(normalize("NFKC", text).strip()):
        return None
    symbols = canonical_symbols(text)
    short = f"{symbols[:4]}-{symbols[4:8]}-{symbols[8:]}"
    return next((each for each in signers if key_symbols(each) == short), short)


def key_symbols(signer: str) -> str:
    """A key as it stands on ballot cards and in letters: the short form of its thumbprint's bytes."""
    return short_form(b64u_decode(signer, "kid").hex())


def points_of(report: ArchiveReport) -> list[str]:
    """The score of each line of the ranking as people read it, with as many decimals as tell it from the next; "" where
    there is none."""
    return apart([exact_value(line.score) for line in report.lines])


def ties_of(report: ArchiveReport) -> list[Step]:
    """What decided between cases with equal scores: by the recount, or, where nothing was counted, as far as the
    stated lines show it."""
    if report.recount is not None:
        return steps(report.recount.ranking, report.terms.rule)
    return stated_steps(report.lines, [exact_value(line.score) for line in report.lines])


def agreement_with(report: ArchiveReport, award: CheckedAward) -> Iterator[Difference]:
    """Where a certificate differs from an archive, by name: ``round``, ``signer``, ``winner``, ``recipient``,
    ``title``, ``result`` (it names another statement of results); nothing where it agrees."""
    stated, results = award.found.award, report.results
    if stated.round_id != report.terms.round_id:
        yield "round"
        return
    if award.found.signer != report.signer:
        yield "signer"
    if stated.case not in report.winners:
        yield "winner"
    for candidate in results.candidates:
        if candidate.id == stated.case:
            if not says_name(stated, "recipient", candidate.recipient):
                yield "recipient"
            if not says_name(stated, "title", candidate.title):
                yield "title"
    if stated.result and not names_result(report, award):
        yield "result"


def names_result(report: ArchiveReport, award: CheckedAward) -> bool:
    """Whether a certificate names the very statement of results in an archive."""
    return award.found.award.result == b64u(bytes.fromhex(report.statement))
