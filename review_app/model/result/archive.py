"""The results archive: everything an outsider needs to count again, in one file.

Terms, amendments and box record as they were signed, the signed scores of every admissible sheet under their digest,
the comments apart from them, the organizer's signed statement of what came out, and a page that checks all of it.
Where the terms name auditors, scores and comments are sealed to them.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from functools import cache
from typing import BinaryIO, Literal

from review_app.model import canonical
from review_app.model.box.judge import Electorate, JudgedSheet
from review_app.model.box.record import record_digest
from review_app.model.box.states import PUBLISHED, State
from review_app.model.canonical import Record
from review_app.model.container import ContainerWriter
from review_app.model.crypto import age, jws
from review_app.model.crypto.keys import PublicJwk, public_jwk, public_of
from review_app.model.errors import UsageError
from review_app.model.file_kind import ARCHIVE_MIMETYPE as ARCHIVE_MIMETYPE
from review_app.model.package.manifest import SEAL_TYP, Seal, SealedEntry
from review_app.model.result.count import (
    Count,
    RankingLine,
    SetAside,
    Statistician,
    Statistics,
    count,
    named_ids,
    public_lines,
    public_statistics,
    public_winners,
)
from review_app.model.result.lots import seed_for
from review_app.model.result.notice import NO_NOTICE, StatedNotice
from review_app.model.result.page import verify_page
from review_app.model.result.statistics import statistics
from review_app.model.scoring.sheet import Comment
from review_app.model.terms import Terms

RESULTS_TYP = "review-results+jws"
FORMAT: Literal["results/1"] = "results/1"
PAGE = "verify.html"
ResultStatus = Literal["proposed", "final"]


class ArchiveHeader(Record, frozen=True):
    """``header.json`` in clear."""

    format: Literal["results/1"]
    organizer: PublicJwk
    round_id: str


class SheetState(Record, frozen=True):
    """One sealed file and what became of it; ``state`` is None for a file whose signed scores are published.

    Which of the published scores were in which file is said nowhere: whoever handled a file on its way could look its
    sender's row up.
    """

    sheet: str
    state: State | None


class ScoresState(Record, frozen=True):
    """Published signed scores, named by their digest, and how they count."""

    scores: str
    state: State


class NamedCandidate(Record, frozen=True):
    """Opens the commitment of a candidate that is named in public."""

    id: str
    organisation: str
    recipient: str
    salt: str
    title: str


class Results(Record, frozen=True, omit_defaults=True):
    """Payload of ``results.jws``.

    ``draw`` is the text of the public draw that the terms ask for, ``seed`` what lots and resampling are drawn from
    (hex).  ``sheets`` is the digest of what is sealed to the auditors, empty where the sheets are public.
    ``set_aside`` are cases in terms order that the ranking leaves out although they were scored.  ``status`` says
    whether objections may still change it; ``before`` is the digest of the ``results.jws`` that was given out before
    this one, empty for the first.  ``since``, ``until``, ``final`` and ``early`` are those of a
    :class:`StatedNotice`, not written where empty.
    """

    format: Literal["results/1"]
    round_id: str
    terms: str
    box: str
    amendments: list[str]
    states: list[SheetState]
    scores: list[ScoresState]
    ranking: list[RankingLine]
    winners: list[str]
    candidates: list[NamedCandidate]
    remarks: str
    log_head: str
    draw: str
    seed: str
    statistics: Statistics | None
    sheets: str
    set_aside: list[SetAside]
    status: ResultStatus
    before: str
    since: str = ""
    until: str = ""
    final: str = ""
    early: str = ""


class AuditedCount(Record, frozen=True):
    """``count.json`` of what is sealed to the auditors: the whole of what the public archive shows a part of."""

    ranking: list[RankingLine]
    statistics: Statistics | None


def public_remarks(sheets: Sequence[JudgedSheet], terms: Terms) -> list[Comment]:
    """The comments of accepted sheets in an order that says nothing of who wrote them: by case, then by text."""
    place = {case_id: index for index, case_id in enumerate(terms.candidate_ids)}
    comments = [comment for sheet in sheets if sheet.state is State.ACCEPTED for comment in sheet.comments]
    return sorted(comments, key=lambda comment: (place[comment.case], comment.text))


def state_lines(sheets: Sequence[JudgedSheet]) -> list[SheetState]:
    """One line a sealed file, sorted by its digest."""
    return [
        SheetState(sheet.file_digest, None if sheet.judged and sheet.state in PUBLISHED else sheet.state)
        for sheet in sorted(sheets, key=lambda sheet: sheet.file_digest)
    ]


def scores_lines(sheets: Sequence[JudgedSheet]) -> list[ScoresState]:
    """One line for all files that hold the same signed scores, sorted by the digest of these."""
    states = {
        sheet.judged.digest: sheet.state
        for sheet in sheets
        if sheet.judged and sheet.state in PUBLISHED and sheet.state is not State.SAME_AGAIN
    }
    return [ScoresState(digest, states[digest]) for digest in sorted(states)]


def write_archive(
    file: BinaryIO,
    *,
    terms_jws: bytes,
    electorate: Electorate,
    box_jws: bytes,
    sheets: Sequence[JudgedSheet],
    candidates: Sequence[NamedCandidate],
    log_head: str,
    organizer_seed: bytes,
    draw: str = "",
    statistician: Statistician | None = statistics,
    set_aside: Sequence[SetAside] = (),
    status: ResultStatus = "proposed",
    before: str = "",
    notice: StatedNotice = NO_NOTICE,
) -> Results:
    """Writes the archive of an opened round to ``file``.

    ``candidates`` names every candidate of the terms; only those that may be named are published.  ``draw`` is the
    public draw that the terms ask for, as it was held; ``set_aside`` are cases taken out after the count; ``before``
    is the :func:`statement_digest` of the results given out before, ``notice`` what is said of days.  The same input
    gives the same bytes, but for what is sealed to auditors.  Raises UsageError ``draw-missing`` or ``draw-not-named``.
    """
    terms = electorate.terms
    box = record_digest(box_jws)
    seed = seed_for(terms.rule, electorate.digest, box, draw)
    if seed is None:
        raise UsageError("draw-missing", source=terms.rule.seed_draw)
    if draw and not terms.rule.seed_draw:
        raise UsageError("draw-not-named")
    out = {each.case: each for each in set_aside}
    counted = count(sheets, electorate, seed, statistician, aside=out)
    apart = sheet_parts(sheets, terms)
    audited = _for_auditors(apart, counted) if terms.rule.auditors else b""
    if audited:
        apart = {"remarks.json": canonical.encode([])}
    public = named_ids(terms, counted.winners)
    results = Results(
        format=FORMAT,
        round_id=terms.round_id,
        terms=electorate.digest,
        box=box,
        amendments=[amendment.digest for amendment in electorate.amendments],
        states=state_lines(sheets),
        scores=scores_lines(sheets),
        ranking=public_lines(counted, terms),
        winners=public_winners(counted.winners, counted.winners, terms),
        candidates=[candidate for candidate in candidates if candidate.id in public],
        remarks=hashlib.sha256(apart["remarks.json"]).hexdigest(),
        log_head=log_head,
        draw=draw,
        seed=seed.hex(),
        statistics=public_statistics(counted, terms),
        sheets=hashlib.sha256(audited).hexdigest() if audited else "",
        set_aside=[out[case_id] for case_id in terms.candidate_ids if case_id in out],
        status=status,
        before=before,
        **notice._asdict(),
    )
    header = ArchiveHeader(FORMAT, public_jwk(public_of(organizer_seed)), terms.round_id)
    parts: dict[str, bytes] = {
        "mimetype": ARCHIVE_MIMETYPE,
        "header.json": canonical.encode(header),
        "terms.jws": terms_jws,
    }
    for amendment in electorate.amendments:
        parts[f"amendments/{amendment.amendment.number}.jws"] = amendment.jws
    parts["box.jws"] = box_jws
    parts |= apart
    if audited:
        parts["sheets.age"] = age.seal(audited, terms.rule.auditors)
    parts["results.jws"] = _signed(results, organizer_seed)
    parts[PAGE] = page_bytes()
    write_sealed(file, parts, terms.round_id, organizer_seed)
    return results


def statement_digest(results: Results, organizer_seed: bytes) -> str:
    """The digest of ``results.jws``: what the results given out next have as ``before``."""
    return hashlib.sha256(_signed(results, organizer_seed)).hexdigest()


def _signed(results: Results, organizer_seed: bytes) -> bytes:
    return jws.sign(results, RESULTS_TYP, organizer_seed)


@cache
def page_bytes() -> bytes:
    """The page that checks an archive, as this program brings it."""
    return verify_page()


def sheet_parts(sheets: Sequence[JudgedSheet], terms: Terms) -> dict[str, bytes]:
    """The parts that hold what experts have written: signed scores, each under its digest, and the comments."""
    published = {s.judged.digest: s.judged.signed for s in sheets if s.judged and s.state in PUBLISHED}
    parts = {f"scores/{digest}.json": canonical.encode(published[digest]) for digest in sorted(published)}
    return parts | {"remarks.json": canonical.encode(public_remarks(sheets, terms))}


def _for_auditors(parts: dict[str, bytes], counted: Count) -> bytes:
    """The container that is sealed to the auditors."""
    inner = io.BytesIO()
    writer = ContainerWriter(inner)
    for name, content in parts.items():
        writer.add(name, content)
    writer.add("count.json", canonical.encode(AuditedCount(counted.lines, counted.statistics)))
    writer.close()
    return inner.getvalue()


def write_sealed(file: BinaryIO, parts: dict[str, bytes], round_id: str, organizer_seed: bytes) -> None:
    """Writes ``parts`` in order and, last, the seal over all of them."""
    writer = ContainerWriter(file)
    entries = []
    for name, content in parts.items():
        writer.add(name, content)
        entries.append(SealedEntry(hashlib.sha256(content).hexdigest(), name, len(content)))
    writer.add("seal.jws", jws.sign(Seal("seal/0", round_id, entries), SEAL_TYP, organizer_seed))
    writer.close()
