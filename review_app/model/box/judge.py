"""From sealed sheets to states: pure functions, used when the box is opened and again by anyone who verifies."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol

from review_app.model import canonical
from review_app.model.box.states import ADMISSIBLE, State
from review_app.model.crypto.age import Opener
from review_app.model.crypto.jws import GeneralJws
from review_app.model.errors import InputError
from review_app.model.package.amendment import SignedAmendment, withdrawn_cases
from review_app.model.scoring.sheet import (
    SHEET_FILE_LIMIT,
    Comment,
    Scores,
    SheetBody,
    check_rows,
    open_bare,
    scores_digest,
    verify_scores,
)
from review_app.model.terms import Terms, slip_name


@dataclass(frozen=True)
class Electorate:
    """What sheets of one round are judged by: the terms, their digest, the amendments, and the withdrawn slip keys."""

    terms: Terms
    digest: str
    amendments: Sequence[SignedAmendment]
    withdrawn: frozenset[str]

    @cached_property
    def admitted(self) -> tuple[frozenset[str], ...]:
        """The admission lists as sets; their keys were checked with the terms."""
        return tuple(frozenset(keys) for keys in self.terms.admission.lists)

    @cached_property
    def known_keys(self) -> frozenset[str]:
        """Every key of the admission lists."""
        return frozenset().union(*self.admitted)

    @cached_property
    def withdrawn_at(self) -> tuple[frozenset[str], ...]:
        """The cases that are out after so many amendments, from none to all."""
        return tuple(
            frozenset(withdrawn_cases(self.amendments[:seen])) for seen in range(len(self.amendments) + 1)
        )

    @property
    def withdrawn_cases(self) -> set[str]:
        """Cases that are out of the contest."""
        return withdrawn_cases(self.amendments)


@dataclass(frozen=True)
class JudgedScores:
    """Signed scores with their state.  ``ballot`` are the signers' names as in the admission lists, ``scores`` the
    payload; both are missing when the signature didn't hold."""

    digest: str
    state: State
    signed: GeneralJws
    ballot: tuple[str, ...] = ()
    scores: Scores | None = None

    @property
    def revision(self) -> int | None:
        """The revision; None when the signature didn't hold."""
        return self.scores.revision if self.scores is not None else None


class Ballot(Protocol):
    """What has to be known of signed scores to decide between those of one ballot."""

    @property
    def digest(self) -> str:
        """SHA-256 of the signed scores."""

    @property
    def ballot(self) -> tuple[str, ...]:
        """The signers' names."""

    @property
    def revision(self) -> int | None:
        """The revision."""


@dataclass(frozen=True)
class JudgedSheet:
    """A sealed file with its state; ``comments`` only of sheets whose scores are admissible."""

    file_digest: str
    state: State
    judged: JudgedScores | None = None
    comments: tuple[Comment, ...] = ()


_ARRIVAL_STATES = {
    "not-a-sheet": State.NOT_A_SHEET,
    "sheet-repacked": State.NOT_A_SHEET,
    "sheet-version": State.UNKNOWN_VERSION,
    "sheet-truncated": State.DAMAGED,
}


def judge_scores(signed: GeneralJws, electorate: Electorate, digest: str = "") -> JudgedScores:
    """The state of some signed scores by themselves: accepted, unless another sheet of the ballot says otherwise.

    ``digest`` is that of their canonical form, where the caller has it.
    """
    digest = digest or scores_digest(signed)
    try:
        scores, signers = verify_scores(signed, electorate.known_keys)
    except InputError as failure:
        state = State.BAD_SIGNATURE if failure.code in ("bad-signature", "bad-key") else State.DAMAGED
        return JudgedScores(digest, state, signed)
    ballot = tuple(slip_name(public) for public in signers)
    return JudgedScores(digest, _state_of(scores, ballot, electorate), signed, ballot, scores)


def _state_of(scores: Scores, ballot: tuple[str, ...], electorate: Electorate) -> State:
    terms = electorate.terms
    if scores.round_id != terms.round_id:
        return State.OTHER_ROUND
    if scores.terms != electorate.digest or not 0 <= scores.amendment <= len(electorate.amendments):
        return State.OTHER_TERMS
    lists = electorate.admitted
    if len(ballot) != len(lists) or any(key not in keys for key, keys in zip(ballot, lists, strict=True)):
        return State.NOT_ADMITTED
    if electorate.withdrawn.intersection(ballot):
        return State.WITHDRAWN_CARD
    if scores.credentials:
        return State.INCOMPLETE
    try:
        check_rows(scores, terms, electorate.withdrawn_at[scores.amendment])
    except InputError as failure:
        return State.OUT_OF_RANGE if failure.code == "score-out-of-range" else State.INCOMPLETE
    return State.ACCEPTED


def judge_sheet(
    content: bytes, identities: Sequence[str | Opener], electorate: Electorate, *, arrived: str = ""
) -> JudgedSheet:
    """The state of one sealed sheet by itself.

    ``arrived`` is its digest where it was checked that these bytes have it, and that they came in whole.
    """
    file_digest = arrived or hashlib.sha256(content).hexdigest()
    if len(content) > SHEET_FILE_LIMIT:
        return JudgedSheet(file_digest, State.TOO_LARGE)
    openers = [Opener(each) if isinstance(each, str) else each for each in identities]
    try:
        body, size = open_bare(content, openers, arrived=bool(arrived))
    except InputError as failure:
        return JudgedSheet(file_digest, _ARRIVAL_STATES.get(failure.code, State.DAMAGED))
    judged = judge_scores(body.scores, electorate)
    state = judged.state
    if (
        state in ADMISSIBLE
        and judged.scores is not None
        and not _remarks_hold(body, judged.scores, electorate.terms)
    ):
        state = State.DAMAGED
    elif state in ADMISSIBLE and size != electorate.terms.sheet_size:
        state = State.TOO_LARGE if size > electorate.terms.sheet_size else State.DAMAGED
    if state is not judged.state:
        return JudgedSheet(file_digest, state)
    comments = tuple(body.remarks.comments) if state in ADMISSIBLE else ()
    return JudgedSheet(file_digest, state, judged, comments)


def _remarks_hold(body: SheetBody, scores: Scores, terms: Terms) -> bool:
    """Whether the comments are those that were signed: at most one a case, in terms order, within the limit."""
    limit, cases = terms.comment_limit, [comment.case for comment in body.remarks.comments]
    commented = set(cases)
    return (
        canonical.digest(body.remarks) == scores.remarks
        and cases == [case_id for case_id in terms.candidate_ids if case_id in commented]
        and all([len(comment.text) <= limit for comment in body.remarks.comments])
    )


def settle(sheets: Iterable[JudgedSheet]) -> list[JudgedSheet]:
    """Decides between sheets of one ballot, whatever order they came in; the result is sorted by file digest.

    Byte-equal signed scores are one sheet (the one with the smallest file digest stands for it, the rest are ``same
    again``).  The highest revision counts, lower ones are ``superseded``; two different sheets of the same highest
    revision are in ``conflict``, and nothing of that ballot counts.
    """
    ordered = sorted(sheets, key=lambda sheet: sheet.file_digest)
    states: dict[str, State] = {}
    seen: set[str] = set()
    distinct: list[JudgedScores] = []
    for sheet in ordered:
        if sheet.state is not State.ACCEPTED or sheet.judged is None:
            continue
        if sheet.judged.digest in seen:
            states[sheet.file_digest] = State.SAME_AGAIN
        else:
            seen.add(sheet.judged.digest)
            distinct.append(sheet.judged)
    decided = settle_scores(distinct)
    result = []
    for sheet in ordered:
        state = states.get(sheet.file_digest, sheet.state)
        if state is State.ACCEPTED and sheet.judged is not None:
            state = decided[sheet.judged.digest]
        result.append(sheet if state is sheet.state else replace(sheet, state=state))
    return result


def settle_scores(distinct: Sequence[Ballot]) -> dict[str, State]:
    """States by digest of admissible signed scores that are all different (see :func:`settle`)."""
    decided: dict[str, State] = {}
    for group in _by_shared_key(distinct):
        if len(group) == 1:
            decided[group[0].digest] = State.ACCEPTED
            continue
        revisions = {item.digest: item.revision or 0 for item in group}
        highest = max(revisions.values())
        at_top = [item for item in group if revisions[item.digest] == highest]
        mixed_slips = len({item.ballot for item in group}) > 1
        for item in group:
            if mixed_slips or (len(at_top) > 1 and item in at_top):
                decided[item.digest] = State.CONFLICT
            elif item in at_top:
                decided[item.digest] = State.ACCEPTED
            else:
                decided[item.digest] = State.SUPERSEDED
    return decided


def _by_shared_key(items: Sequence[Ballot]) -> list[list[Ballot]]:
    """Groups in which sheets are connected by a slip key: each key may stand in one counted ballot only."""
    leader: dict[str, str] = {}

    def find(key: str) -> str:
        while leader.setdefault(key, key) != key:
            key = leader[key]
        return key

    for item in items:
        for key in item.ballot[1:]:
            leader[find(key)] = find(item.ballot[0])
    groups: defaultdict[str, list[Ballot]] = defaultdict(list)
    for item in items:
        groups[find(item.ballot[0])].append(item)
    return list(groups.values())


def counts(states: Iterable[State]) -> dict[str, int]:
    """How many sheets ended in each state that occurs, in the order of :class:`State`."""
    found = list(states)
    return {state.value: found.count(state) for state in State if state in found}


def accepted_scores(sheets: Iterable[JudgedSheet]) -> list[Scores]:
    """The payloads that count, sorted by their digest, so that the cube has one order."""
    accepted = [
        sheet.judged
        for sheet in sheets
        if sheet.state is State.ACCEPTED and sheet.judged is not None and sheet.judged.scores is not None
    ]
    return [item.scores for item in sorted(accepted, key=lambda item: item.digest) if item.scores is not None]
