"""Checking a results archive from nothing but the file: signatures, admission, states, the recount.

What breaks a signature or the file's own order is an InputError.  What is signed but doesn't agree with itself is a
:class:`Finding`, named as exactly as the data allow; all of them are collected.  ``docs/protocol.md`` lists what no
check of this file can show.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from unicodedata import normalize

from review_app.model import canonical
from review_app.model.box.judge import Electorate, counts
from review_app.model.box.record import BoxRecord, verify_record
from review_app.model.box.states import State
from review_app.model.container import Container
from review_app.model.crypto import age, jws
from review_app.model.crypto.base32 import ALPHABET, short_form
from review_app.model.crypto.base32 import canonical as canonical_symbols
from review_app.model.crypto.keys import thumbprint
from review_app.model.errors import InputError, UsageError
from review_app.model.package.amendment import revoked_cards
from review_app.model.progress import SILENT, Progress
from review_app.model.result import audit, stated
from review_app.model.result.archive import PAGE, RESULTS_TYP, AuditedCount, Results, page_bytes
from review_app.model.result.count import Count, RankingLine, Statistician, count_cube
from review_app.model.result.cube import cube_of_cells
from review_app.model.result.findings import Finding as Finding
from review_app.model.result.findings import Findings, is_digest
from review_app.model.result.notice import check_notice
from review_app.model.result.published import SCORES, JudgedPart, OpenArchive, checking_points, judge_parts
from review_app.model.result.statistics import statistics
from review_app.model.terms import TERMS_TYP, Terms, check_terms, terms_digest
from review_app.model.text import without_hidden

_REVISION = re.compile("[0-9]+")
PageState = Literal["same", "other", "missing"]


@dataclass(frozen=True)
class FoundReceipt:
    """Where a receipt was found: the state of its sheet; ``state`` is None when the archive doesn't have it.
    ``revision`` is None where the sheets can't be read: the state is then the one that the organizer states."""

    receipt: str
    state: State | None
    revision: int | None


@dataclass(frozen=True)
class ArchiveReport:
    """What checking an archive found.

    ``signer`` is the thumbprint of the organizer key that signed it, ``statement`` the digest of its ``results.jws``.
    ``recount`` is None where the sheets are for auditors and no key of one was given: nothing was counted then.
    ``page`` says whether the page in the archive is the one that this program brings.
    """

    signer: str
    terms: Terms
    terms_digest: str
    box: BoxRecord
    results: Results
    statement: str
    recount: Count | None
    findings: list[Finding]
    receipts: dict[str, tuple[State, int | None]]
    page: PageState

    @property
    def consistent(self) -> bool:
        """Whether everything that could be checked agrees."""
        return not self.findings

    @property
    def counted(self) -> bool:
        """Whether the sheets were read and counted again."""
        return self.recount is not None

    @property
    def lines(self) -> list[RankingLine]:
        """The ranking: the recount's, or, where nothing was counted, as stated."""
        return self.recount.lines if self.recount is not None else self.results.ranking

    @property
    def winners(self) -> list[str]:
        """The winners: the recount's, or, where nothing was counted, as stated."""
        return self.recount.winners if self.recount is not None else self.results.winners

    @property
    def counts(self) -> dict[str, int]:
        """How many sheets ended in each state, as published.  Of files with the same scores one has their state, the
        rest are ``same-again``."""
        apart = [line.state for line in self.results.states if line.state is not None]
        published = [line.state for line in self.results.scores]
        again = len(self.results.states) - len(apart) - len(published)
        return counts([*apart, *published, *[State.SAME_AGAIN] * again])

    def find_receipt(self, receipt: str) -> FoundReceipt:
        """Looks up a receipt (short form, with or without ``/revision``), however it is typed.

        Raises UsageError ``receipt-form`` for what can't be one: that is no answer about anybody's sheet.
        """
        typed, stroke, after = normalize("NFKC", receipt).partition("/")
        wanted, digits = canonical_symbols(typed), without_hidden(after).replace(" ", "")
        shaped = len(wanted) == 12 and set(wanted) <= set(ALPHABET)
        if not shaped or bool(stroke) != bool(_REVISION.fullmatch(digits)):
            raise UsageError("receipt-form", receipt=receipt)
        revision = digits.lstrip("0") or digits[:1]
        for digest, (state, found_revision) in self.receipts.items():
            fits = found_revision is None or revision in ("", str(found_revision))
            if canonical_symbols(short_form(digest)) == wanted and fits:
                return FoundReceipt(receipt, state, found_revision)
        return FoundReceipt(receipt, None, None)


def verify_archive(
    path: Path,
    auditor_identity: str | None = None,
    *,
    statistician: Statistician | None = statistics,
    progress: Progress = SILENT,
) -> ArchiveReport:
    """Checks the archive at ``path``.

    ``auditor_identity`` is the age identity of one of the auditors of the terms; where the sheets are public it isn't
    looked at.  Without a ``statistician`` the statistics are not counted again, and stated ones are a finding.
    ``progress`` counts the sheets.  Raises InputError ``not-an-archive``, ``archive-damaged`` (with the part),
    ``bad-signature`` and what the strict readers raise, when there is nothing to recount, and ``not-an-auditor``;
    Cancelled.
    """
    with Container.open(path) as container:
        archive = OpenArchive(container)
        signed = archive.parts["terms.jws"]
        terms = check_terms(
            jws.verify(signed, TERMS_TYP, archive.organizer, Terms, "terms.jws"), points=False
        )
        with checking_points([key for keys in terms.admission.lists for key in keys]):
            return _verified(archive, terms, auditor_identity, statistician, progress)


def _verified(
    archive: OpenArchive,
    terms: Terms,
    identity: str | None,
    statistician: Statistician | None,
    progress: Progress,
) -> ArchiveReport:
    parts, digest = archive.parts, terms_digest(archive.parts["terms.jws"])
    results = jws.verify(parts["results.jws"], RESULTS_TYP, archive.organizer, Results, "results.jws")
    box = verify_record(parts["box.jws"], archive.organizer)
    amendments = archive.amendments(terms, digest)
    withdrawn = frozenset(box.withdrawn) | revoked_cards(amendments)
    electorate = Electorate(terms, digest, amendments, withdrawn)
    to = Findings()
    audit.check_references(archive.header, electorate, box, parts["box.jws"], results, to)
    seed = audit.check_seed(electorate, parts["box.jws"], results, to)
    audit.check_states(box, results, to)
    audit.check_numbers(electorate, box, results, to)
    audit.check_set_aside(electorate, results.set_aside, to)
    check_notice(results, to)
    audit.check_parts(parts, archive.scores, terms, to)
    to.require(audit.same_digest(parts["remarks.json"], results.remarks), "remarks-differ")
    sheets = _sheets(archive, electorate, results, identity, to, progress)
    recount: Count | None = None
    receipts: dict[str, tuple[State, int | None]] = {
        line.scores: (line.state, None) for line in results.scores if is_digest(line.scores)
    }
    if sheets is not None:
        recount, receipts = _recount(sheets, electorate, results, seed, statistician, to)
    else:
        accepted = audit.accepted_in(results)
        out = electorate.withdrawn_cases | {line.case for line in results.set_aside}
        stated.check_against_itself(results, terms, out, accepted, to)
    audit.check_names(terms, recount.winners if recount else results.winners, results, to)
    return ArchiveReport(
        signer=thumbprint(archive.organizer),
        terms=terms,
        terms_digest=digest,
        box=box,
        results=results,
        statement=hashlib.sha256(parts["results.jws"]).hexdigest(),
        recount=recount,
        findings=to.all,
        receipts=receipts,
        page=_page_state(parts.get(PAGE)),
    )


@dataclass(frozen=True)
class _Sheets:
    """What experts have written, as it could be read; ``audited`` is the organizer's count for the auditors."""

    judged: Sequence[JudgedPart]
    remarks: bytes
    audited: AuditedCount | None


def _sheets(
    archive: OpenArchive,
    electorate: Electorate,
    results: Results,
    identity: str | None,
    to: Findings,
    progress: Progress,
) -> _Sheets | None:
    """The signed scores and comments, out of the archive or out of what is sealed to the auditors; None where they
    are for auditors and ``identity`` is none."""
    auditors = electorate.terms.rule.auditors
    remarks = archive.parts["remarks.json"]
    if not auditors:
        to.require(results.sheets == "", "sheets-differ")
        progress.start(len(archive.scores))
        return _Sheets(_counted(archive.judged(electorate), progress), remarks, None)
    if "sheets.age" not in archive.parts:
        raise InputError("archive-damaged", part="sheets.age")
    audit.check_for_auditors(archive.parts, results, electorate.terms, to)
    if identity is None:
        return None
    if age.recipient_of(identity) not in auditors:
        raise InputError("not-an-auditor")
    inner = age.unseal(archive.parts["sheets.age"], identity, "sheets.age")
    to.require(audit.same_digest(inner, results.sheets), "sheets-differ")
    with Container(io.BytesIO(inner)) as container:
        names = [entry.name for entry in container.entries]
        scores = [name for name in names if name.startswith(SCORES)]
        for name in set(names) - set(scores) - {"remarks.json", "count.json"}:
            to.find("unexpected-part", part=f"sheets.age: {name}")
        progress.start(len(scores))
        audited = canonical.decode(container.read("count.json", 64 << 20), AuditedCount, "count.json")
        return _Sheets(
            _counted(judge_parts(container, scores, electorate), progress),
            container.read("remarks.json", 64 << 20),
            audited,
        )


def _counted(judged: Iterable[JudgedPart], progress: Progress) -> list[JudgedPart]:
    found = []
    for part in judged:
        progress.step()
        found.append(part)
    return found


def _recount(
    sheets: _Sheets,
    electorate: Electorate,
    results: Results,
    seed: bytes,
    statistician: Statistician | None,
    to: Findings,
) -> tuple[Count, dict[str, tuple[State, int | None]]]:
    """The count over what the published scores themselves show, whatever states are claimed, and all that hangs on
    it."""
    terms = electorate.terms
    judged = audit.check_judged(sheets.judged, to)
    expected, receipts = audit.check_scores(judged, results, to)
    accepted = sorted(digest for digest, state in expected.items() if state is State.ACCEPTED)
    cells = [judged[digest].cells for digest in accepted]
    cube = cube_of_cells(cells, terms.candidate_ids, len(terms.rubric.criteria))
    aside = {line.case for line in results.set_aside}
    recount = count_cube(cube, electorate, seed, statistician, aside=aside)
    audit.check_remarks(sheets.remarks, terms, len(accepted), to)
    stated.check_against_recount(results, recount, terms, to)
    if sheets.audited is not None:
        stated.check_audited(sheets.audited, recount, terms, to)
    return recount, receipts


def _page_state(found: bytes | None) -> PageState:
    if found is None:
        return "missing"
    return "same" if found == page_bytes() else "other"
