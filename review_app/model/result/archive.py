"""The results archive: everything an outsider needs to count again, in one file.

Terms, amendments and box record as they were signed, the signed scores of every admissible sheet under their digest,
the comments apart from them, and the organizer's signed statement of what came out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO, Literal

from review_app.model import canonical
from review_app.model.box.judge import Electorate, JudgedSheet, accepted_scores
from review_app.model.box.record import record_digest
from review_app.model.box.states import PUBLISHED, State
from review_app.model.canonical import Record
from review_app.model.container import ContainerWriter
from review_app.model.crypto import jws
from review_app.model.crypto.keys import PublicJwk, public_jwk, public_of
from review_app.model.file_kind import ARCHIVE_MIMETYPE as ARCHIVE_MIMETYPE
from review_app.model.package.manifest import SEAL_TYP, Seal, SealedEntry
from review_app.model.result.cube import cube_from
from review_app.model.result.ranking import RankedCase, exact_text, rank, winners
from review_app.model.scoring.sheet import Comment
from review_app.model.terms import Terms

RESULTS_TYP = "review-results+jws"


class ArchiveHeader(Record, frozen=True):
    """``header.json`` in clear."""

    format: Literal["results/0"]
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


class RankingLine(Record, frozen=True):
    """One line of the ranking; ``rank`` 0 and an empty ``score`` for a case with too few scores.  ``score`` is exact,
    an integer or a fraction in lowest terms."""

    case: str
    rank: int
    score: str
    sheets: int
    used: int


class NamedCandidate(Record, frozen=True):
    """Opens the commitment of a candidate that is named in public."""

    id: str
    organisation: str
    recipient: str
    salt: str
    title: str


class Results(Record, frozen=True):
    """Payload of ``results.jws``."""

    format: Literal["results/0"]
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


@dataclass(frozen=True)
class Count:
    """What a set of judged sheets comes to under the terms."""

    ranking: list[RankedCase]
    winners: list[str]

    @property
    def lines(self) -> list[RankingLine]:
        """The ranking as it is published."""
        return [
            RankingLine(
                line.case_id,
                line.rank or 0,
                exact_text(line.score) if line.score is not None else "",
                line.sheets,
                line.used,
            )
            for line in self.ranking
        ]


def count(sheets: Sequence[JudgedSheet], electorate: Electorate) -> Count:
    """Ranks the accepted sheets by the rule of the terms."""
    terms = electorate.terms
    cube = cube_from(accepted_scores(sheets), terms.candidate_ids, len(terms.rubric.criteria))
    ranking = rank(cube, terms.rubric, terms.rule, electorate.withdrawn_cases)
    return Count(ranking, winners(ranking, terms.rule))


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


def named_ids(terms: Terms, winning: Sequence[str]) -> list[str]:
    """Whose titles are published: everybody's, or the winners' only, in terms order."""
    if terms.rule.publication == "full":
        return terms.candidate_ids
    return [case_id for case_id in terms.candidate_ids if case_id in winning]


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
) -> Results:
    """Writes the archive of an opened round to ``file``.

    ``candidates`` names every candidate of the terms; only those that may be named are published.  The same input
    gives the same bytes.
    """
    counted = count(sheets, electorate)
    remarks = canonical.encode(public_remarks(sheets, electorate.terms))
    public = named_ids(electorate.terms, counted.winners)
    results = Results(
        format="results/0",
        round_id=electorate.terms.round_id,
        terms=electorate.digest,
        box=record_digest(box_jws),
        amendments=[amendment.digest for amendment in electorate.amendments],
        states=state_lines(sheets),
        scores=scores_lines(sheets),
        ranking=counted.lines,
        winners=counted.winners,
        candidates=[candidate for candidate in candidates if candidate.id in public],
        remarks=hashlib.sha256(remarks).hexdigest(),
        log_head=log_head,
    )
    header = ArchiveHeader("results/0", public_jwk(public_of(organizer_seed)), electorate.terms.round_id)
    parts: dict[str, bytes] = {
        "mimetype": ARCHIVE_MIMETYPE,
        "header.json": canonical.encode(header),
        "terms.jws": terms_jws,
    }
    for amendment in electorate.amendments:
        parts[f"amendments/{amendment.amendment.number}.jws"] = amendment.jws
    parts["box.jws"] = box_jws
    published = {s.judged.digest: s.judged.signed for s in sheets if s.judged and s.state in PUBLISHED}
    for digest in sorted(published):
        parts[f"scores/{digest}.json"] = canonical.encode(published[digest])
    parts["remarks.json"] = remarks
    parts["results.jws"] = jws.sign(results, RESULTS_TYP, organizer_seed)
    write_sealed(file, parts, electorate.terms.round_id, organizer_seed)
    return results


def write_sealed(file: BinaryIO, parts: dict[str, bytes], round_id: str, organizer_seed: bytes) -> None:
    """Writes ``parts`` in order and, last, the seal over all of them."""
    writer = ContainerWriter(file)
    entries = []
    for name, content in parts.items():
        writer.add(name, content)
        entries.append(SealedEntry(hashlib.sha256(content).hexdigest(), name, len(content)))
    writer.add("seal.jws", jws.sign(Seal("seal/0", round_id, entries), SEAL_TYP, organizer_seed))
    writer.close()
