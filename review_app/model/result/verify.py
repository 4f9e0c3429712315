"""Checking a results archive from nothing but the file: signatures, admission, states, the recount.

What breaks a signature or the file's own order is an InputError.  What is signed but doesn't agree with itself is a
:class:`Finding`, named as exactly as the data allow; all of them are collected.  ``docs/protocol.md`` lists what no
check of this file can show.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from unicodedata import normalize

from review_app.model import canonical
from review_app.model.box.judge import (
    Electorate,
    JudgedScores,
    JudgedSheet,
    counts,
    judge_scores,
    settle_scores,
)
from review_app.model.box.record import BoxRecord, record_digest, verify_record
from review_app.model.box.states import PUBLISHED, State
from review_app.model.container import Container
from review_app.model.crypto import jws
from review_app.model.crypto.base32 import ALPHABET, short_form
from review_app.model.crypto.base32 import canonical as canonical_symbols
from review_app.model.crypto.jws import GeneralJws
from review_app.model.crypto.keys import checked_public, thumbprint
from review_app.model.errors import InputError, UsageError
from review_app.model.package.amendment import SignedAmendment, check_chain, revoked_cards, verify_amendment
from review_app.model.package.manifest import SEAL_TYP, Seal
from review_app.model.result.archive import (
    ARCHIVE_MIMETYPE,
    RESULTS_TYP,
    ArchiveHeader,
    Count,
    Results,
    count,
    named_ids,
)
from review_app.model.scoring.sheet import Comment
from review_app.model.terms import TERMS_TYP, Terms, check_terms, commitment, terms_digest

_PART_LIMIT = 64 << 20
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Finding:
    """Something signed that isn't so.  ``code`` is stable; ``params`` say where."""

    code: str
    params: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class FoundReceipt:
    """Where a receipt was found: the state of its sheet; ``state`` is None when the archive doesn't have it."""

    receipt: str
    state: State | None
    revision: int | None


@dataclass(frozen=True)
class ArchiveReport:
    """What checking an archive found.  ``signer`` is the thumbprint of the organizer key that signed it."""

    signer: str
    terms: Terms
    terms_digest: str
    box: BoxRecord
    results: Results
    recount: Count
    findings: list[Finding]
    receipts: dict[str, tuple[State, int]]

    @property
    def consistent(self) -> bool:
        """Whether everything agrees."""
        return not self.findings

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
        typed, stroke, revision = normalize("NFKC", receipt).strip().partition("/")
        wanted, revision = canonical_symbols(typed), revision.strip()
        shaped = len(wanted) == 12 and set(wanted) <= set(ALPHABET)
        if not shaped or not (revision.isdecimal() if stroke else True):
            raise UsageError("receipt-form", receipt=receipt)
        for digest, (state, found_revision) in self.receipts.items():
            if canonical_symbols(short_form(digest)) == wanted and revision in ("", str(found_revision)):
                return FoundReceipt(receipt, state, found_revision)
        return FoundReceipt(receipt, None, None)


def verify_archive(path: Path) -> ArchiveReport:
    """Checks the archive at ``path``.

    Raises InputError ``not-an-archive``, ``archive-damaged`` (with the part), ``bad-signature`` and what the strict
    readers raise, when there is nothing to recount.
    """
    parts, organizer = _read_parts(path)
    terms = check_terms(jws.verify(parts["terms.jws"], TERMS_TYP, organizer, Terms, "terms.jws"))
    digest = terms_digest(parts["terms.jws"])
    results = jws.verify(parts["results.jws"], RESULTS_TYP, organizer, Results, "results.jws")
    box = verify_record(parts["box.jws"], organizer)
    amendments = _amendments(parts, organizer, terms, digest)
    withdrawn = frozenset(box.withdrawn) | revoked_cards(amendments)
    electorate = Electorate(terms, digest, amendments, frozenset(withdrawn))
    audit = _Audit(parts, electorate, box, results)
    recount = audit.run()
    return ArchiveReport(
        thumbprint(organizer), terms, digest, box, results, recount, audit.findings, audit.receipts
    )


def _read_parts(path: Path) -> tuple[dict[str, bytes], bytes]:
    """All entries, each compared with the seal, and the organizer's public key."""
    with Container.open(path) as container:
        names = [entry.name for entry in container.entries]
        if names[0] != "mimetype" or container.read("mimetype", 100) != ARCHIVE_MIMETYPE:
            raise InputError("not-an-archive")
        header = canonical.decode(container.read("header.json", 4096), ArchiveHeader, "header.json")
        organizer = checked_public(header.organizer.x, "header.json")
        seal = jws.verify(container.read("seal.jws", _PART_LIMIT), SEAL_TYP, organizer, Seal, "seal.jws")
        if names != [*(entry.name for entry in seal.entries), "seal.jws"] or seal.round_id != header.round_id:
            raise InputError("archive-damaged", part="seal.jws")
        parts = {}
        for entry in seal.entries:
            content = container.read(entry.name, _PART_LIMIT)
            if len(content) != entry.size or hashlib.sha256(content).hexdigest() != entry.digest:
                raise InputError("archive-damaged", part=entry.name)
            parts[entry.name] = content
    for name in ("terms.jws", "box.jws", "remarks.json", "results.jws"):
        if name not in parts:
            raise InputError("archive-damaged", part=name)
    return parts, organizer


def _amendments(
    parts: dict[str, bytes], organizer: bytes, terms: Terms, digest: str
) -> list[SignedAmendment]:
    names = sorted((n for n in parts if n.startswith("amendments/")), key=lambda name: (len(name), name))
    found = [verify_amendment(parts[name], organizer, terms, digest) for name in names]
    check_chain(found)
    return found


class _Audit:
    """One pass over the parts of an archive whose signatures hold."""

    def __init__(
        self, parts: dict[str, bytes], electorate: Electorate, box: BoxRecord, results: Results
    ) -> None:
        self._parts = parts
        self._electorate = electorate
        self._box = box
        self._results = results
        self.findings: list[Finding] = []
        self.receipts: dict[str, tuple[State, int]] = {}

    def run(self) -> Count:
        judged = self._judge_published()
        self._check_references()
        self._check_states(judged)
        self._check_numbers()
        recount = self._recount(judged)
        self._check_ranking(recount)
        self._check_names(recount)
        self._check_remarks()
        self._check_parts()
        return recount

    def _find(self, code: str, **params: object) -> None:
        self.findings.append(Finding(code, params))

    def _require(self, holds: bool, code: str, **params: object) -> None:
        if not holds:
            self._find(code, **params)

    def _judge_published(self) -> dict[str, JudgedScores]:
        """Every published signed score by digest, judged by itself; those that should not be here are findings."""
        judged: dict[str, JudgedScores] = {}
        for name, content in self._parts.items():
            if not name.startswith("scores/"):
                continue
            digest = hashlib.sha256(content).hexdigest()
            self._require(name == f"scores/{digest}.json", "scores-name-differs", part=name)
            try:
                signed = canonical.decode(content, GeneralJws, name)
            except InputError:
                self._find("scores-unreadable", part=name)
                continue
            item = judge_scores(signed, self._electorate)
            if item.state not in PUBLISHED:
                self._find(f"scores-{item.state}", receipt=short_form(digest))
            judged[digest] = item
        return judged

    def _check_references(self) -> None:
        """Whether terms, amendments, box record and results speak of each other."""
        terms, box, results = self._electorate.terms, self._box, self._results
        amendments = [amendment.digest for amendment in self._electorate.amendments]
        header = canonical.decode(self._parts["header.json"], ArchiveHeader, "header.json")
        one_round = {header.round_id, box.round_id, results.round_id} == {terms.round_id}
        self._require(one_round, "round-differs")
        self._require(box.terms == self._electorate.digest, "terms-differ", part="box.jws")
        self._require(results.terms == self._electorate.digest, "terms-differ", part="results.jws")
        self._require(results.box == record_digest(self._parts["box.jws"]), "box-differs")
        self._require(results.amendments == amendments, "amendments-differ", part="results.jws")
        self._require(box.amendments == amendments, "amendments-differ", part="box.jws")

    def _check_states(self, judged: dict[str, JudgedScores]) -> None:
        """Whether every sealed file of the box has exactly one state, and the one that its signed scores show."""
        states = self._results.states
        files = Counter(line.sheet for line in states)
        for sheet, times in files.items():
            self._require(times == 1, "several-states", sheet=short_form(sheet))
        in_box = set(self._box.sheets)
        self._require(self._box.sheets == sorted(in_box), "box-differs")
        for sheet in sorted(in_box - set(files)):
            self._find("sheet-without-state", sheet=short_form(sheet))
        for line in states:
            if (line.state is State.LATE) == (line.sheet in in_box) or line.state in PUBLISHED:
                state = "published" if line.state is None else str(line.state)
                self._find("sheet-not-in-box", sheet=short_form(line.sheet), state=state)
        self._check_scores(judged)

    def _check_scores(self, judged: dict[str, JudgedScores]) -> None:
        """Whether each of the published scores has the one state that it shows, and a sealed file it came in."""
        lines = self._results.scores
        expected = settle_scores([item for item in judged.values() if item.state is State.ACCEPTED])
        stated = Counter(line.scores for line in lines)
        for line in lines:
            receipt = short_form(line.scores) if _DIGEST.fullmatch(line.scores) else line.scores[:16]
            if line.scores not in judged:
                self._find("receipt-differs", receipt=receipt)
                continue
            found = expected.get(line.scores, judged[line.scores].state)
            if line.state is not found:
                self._find("state-differs", receipt=receipt, stated=str(line.state), found=str(found))
        for digest, item in judged.items():
            self._require(stated[digest] == 1, "scores-without-state", receipt=short_form(digest))
            if item.scores is not None:
                self.receipts[digest] = (expected.get(digest, item.state), item.scores.revision)
        sheets = sum(line.state is None for line in self._results.states)
        self._require(sheets >= len(lines), "scores-without-sheet", sheets=sheets, scores=len(lines))

    def _check_numbers(self) -> None:
        """Counts against the cards that were issued and withdrawn, and against the minimum."""
        terms = self._electorate.terms
        known = {key for keys in terms.admission.lists for key in keys}
        self._require(set(self._box.withdrawn) <= known, "withdrawn-unknown")
        self._require(self._box.withdrawn == sorted(set(self._box.withdrawn)), "withdrawn-unknown")
        accepted = sum(line.state is State.ACCEPTED for line in self._results.scores)
        cards = terms.admission.issued - len(self._electorate.withdrawn & set(terms.admission.lists[0]))
        self._require(accepted <= cards, "more-sheets-than-cards", accepted=accepted, cards=cards)
        self._require(
            accepted >= terms.rule.minimum_accepted,
            "fewer-than-minimum",
            accepted=accepted,
            minimum=terms.rule.minimum_accepted,
        )

    def _recount(self, judged: dict[str, JudgedScores]) -> Count:
        """The count over what the published scores themselves show, whatever states are claimed."""
        expected = settle_scores([item for item in judged.values() if item.state is State.ACCEPTED])
        sheets = [
            JudgedSheet(digest, expected[digest], item)
            for digest, item in judged.items()
            if digest in expected
        ]
        return count(sheets, self._electorate)

    def _check_ranking(self, recount: Count) -> None:
        stated, found = self._results.ranking, recount.lines
        self._require(
            [line.case for line in stated] == [line.case for line in found] and len(stated) == len(found),
            "ranking-order-differs",
        )
        by_case = {line.case: line for line in found}
        for line in stated:
            if line.case in by_case and by_case[line.case] != line:
                mine = by_case[line.case]
                self._find(
                    "ranking-differs", case=line.case, stated=line.rank, found=mine.rank, score=mine.score
                )
        self._require(self._results.winners == recount.winners, "winners-differ")

    def _check_names(self, recount: Count) -> None:
        terms = self._electorate.terms
        commitments = {candidate.id: candidate for candidate in terms.candidates}
        named = [candidate.id for candidate in self._results.candidates]
        self._require(named == named_ids(terms, recount.winners), "names-differ")
        for candidate in self._results.candidates:
            bound = commitments.get(candidate.id)
            opened = commitment(
                candidate.id, candidate.title, candidate.organisation, candidate.recipient, candidate.salt
            )
            if bound is None or bound.commitment != opened or bound.title not in ("", candidate.title):
                self._find("candidate-differs", case=candidate.id)

    def _check_remarks(self) -> None:
        content = self._parts["remarks.json"]
        self._require(hashlib.sha256(content).hexdigest() == self._results.remarks, "remarks-differ")
        try:
            remarks = canonical.decode(content, list[Comment], "remarks.json")
        except InputError:
            self._find("remarks-differ")
            return
        ids = self._electorate.terms.candidate_ids
        self._require(all(remark.case in ids for remark in remarks), "remarks-differ")

    def _check_parts(self) -> None:
        """Nothing may lie in the archive that no check has looked at."""
        fixed = {"mimetype", "header.json", "terms.jws", "box.jws", "remarks.json", "results.jws"}
        for name in self._parts:
            expected = name in fixed or name.startswith(("scores/", "amendments/"))
            self._require(expected, "unexpected-part", part=name)
