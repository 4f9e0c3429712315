"""What a checked archive must agree on, whether or not its sheets can be read: references, states, numbers, names."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from review_app.model import canonical
from review_app.model.box.judge import Electorate, settle_scores
from review_app.model.box.record import BoxRecord, record_digest
from review_app.model.box.states import PUBLISHED, State
from review_app.model.crypto import age
from review_app.model.errors import InputError
from review_app.model.result.archive import PAGE, ArchiveHeader, Results
from review_app.model.result.count import SetAside, named_ids
from review_app.model.result.findings import Findings, is_digest, short
from review_app.model.result.lots import seed_of
from review_app.model.result.published import SCORES, JudgedPart, PublishedScores
from review_app.model.scoring.sheet import Comment
from review_app.model.terms import Terms, commitment
from review_app.model.text import in_one_spelling, is_blank, is_reason

_FIXED = {"mimetype", "header.json", "terms.jws", "box.jws", "remarks.json", "results.jws", PAGE}


def check_references(
    header: ArchiveHeader,
    electorate: Electorate,
    box: BoxRecord,
    box_jws: bytes,
    results: Results,
    to: Findings,
) -> None:
    """Whether terms, amendments, box record and results speak of each other."""
    terms = electorate.terms
    amendments = [amendment.digest for amendment in electorate.amendments]
    for part, round_id in (
        ("header.json", header.round_id),
        ("box.jws", box.round_id),
        ("results.jws", results.round_id),
    ):
        to.require(round_id == terms.round_id, "round-differs", part=part)
    to.require(box.terms == electorate.digest, "terms-differ", part="box.jws")
    to.require(results.terms == electorate.digest, "terms-differ", part="results.jws")
    to.require(results.box == record_digest(box_jws), "box-differs")
    to.require(results.amendments == amendments, "amendments-differ", part="results.jws")
    to.require(box.amendments == amendments, "amendments-differ", part="box.jws")
    to.require(is_digest(box.log_head), "log-head-malformed", part="box.jws")
    to.require(is_digest(results.log_head), "log-head-malformed", part="results.jws")
    to.require(results.before == "" or is_digest(results.before), "before-malformed")


def check_seed(electorate: Electorate, box_jws: bytes, results: Results, to: Findings) -> bytes:
    """Whether the seed is that of terms, box record and draw; returns the one that it should be."""
    if electorate.terms.rule.seed_draw:
        to.require(results.draw != "", "draw-absent", source=electorate.terms.rule.seed_draw)
    else:
        to.require(results.draw == "", "draw-unasked", draw=results.draw[:80])
    to.require(results.draw == "" or in_one_spelling(results.draw), "draw-malformed", draw=results.draw[:80])
    seed = seed_of(electorate.digest, record_digest(box_jws), results.draw)
    to.require(results.seed == seed.hex(), "seed-differs")
    return seed


def check_states(box: BoxRecord, results: Results, to: Findings) -> None:
    """Whether every sealed file of the box has exactly one state, and as many hold scores as are published."""
    states = results.states
    for part, digests in (
        ("box.jws", box.sheets),
        ("results.jws", [line.sheet for line in states]),
        ("results.jws", [line.scores for line in results.scores]),
    ):
        for text in digests:
            to.require(is_digest(text), "digest-malformed", part=part, text=text[:48])
    files = Counter(line.sheet for line in states)
    for sheet in (sheet for sheet, times in files.items() if times > 1):
        to.find("several-states", sheet=short(sheet))
    in_box = set(box.sheets)
    to.require(box.sheets == sorted(in_box), "box-not-sorted")
    for sheet in sorted(in_box - set(files)):
        to.find("sheet-without-state", sheet=short(sheet))
    for line in states:
        if (line.state is State.LATE) == (line.sheet in in_box) or line.state in PUBLISHED:
            state = "published" if line.state is None else str(line.state)
            to.find("sheet-not-in-box", sheet=short(line.sheet), state=state)
    to.require([line.sheet for line in states] == sorted(files.elements()), "states-not-sorted")
    stated = Counter(line.scores for line in results.scores)
    to.require([line.scores for line in results.scores] == sorted(stated.elements()), "scores-not-sorted")
    for digest in (digest for digest, times in stated.items() if times > 1):
        to.find("scores-several-states", receipt=short(digest))
    for scores in results.scores:
        if scores.state not in PUBLISHED - {State.SAME_AGAIN}:
            to.find("scores-state-impossible", receipt=short(scores.scores), state=str(scores.state))
    sheets = sum(line.state is None for line in states)
    lines = len(results.scores)
    to.require(sheets >= lines, "scores-without-sheet", sheets=sheets, scores=lines)


def check_numbers(electorate: Electorate, box: BoxRecord, results: Results, to: Findings) -> None:
    """Counts against the cards that were issued and withdrawn, and against the minimum."""
    terms = electorate.terms
    for card in sorted(set(box.withdrawn) - electorate.known_keys):
        to.find("withdrawn-unknown", card=card[:16])
    to.require(box.withdrawn == sorted(set(box.withdrawn)), "withdrawn-not-sorted")
    issued, lost = terms.admission.issued, box.unnamed_lost
    to.require(0 <= lost <= issued, "lost-cards-wrong", lost=lost, issued=issued)
    accepted = accepted_in(results)
    cards = issued - len(electorate.withdrawn & electorate.admitted[0])
    to.require(accepted <= cards, "more-sheets-than-cards", accepted=accepted, cards=cards)
    minimum = terms.rule.minimum_accepted
    to.require(accepted >= minimum, "fewer-than-minimum", accepted=accepted, minimum=minimum)


def accepted_in(results: Results) -> int:
    """How many sheets the results call accepted."""
    return sum(line.state is State.ACCEPTED for line in results.scores)


def check_judged(parts: Sequence[JudgedPart], to: Findings) -> dict[str, PublishedScores]:
    """The published scores by digest; those that should not be published are findings."""
    judged: dict[str, PublishedScores] = {}
    for part in parts:
        if part.name != f"{SCORES}{part.digest}.json":
            to.find("scores-name-differs", part=part.name)
        if part.judged is None:
            to.find("scores-unreadable", part=part.name)
            continue
        if part.judged.state not in PUBLISHED:
            to.find(f"scores-{part.judged.state}", receipt=short(part.digest))
        judged[part.digest] = part.judged
    return judged


def check_scores(
    judged: Mapping[str, PublishedScores], results: Results, to: Findings
) -> tuple[dict[str, State], dict[str, tuple[State, int | None]]]:
    """Whether each of the published scores has the state that it shows.

    Returns the states by digest that are so, and those of everything that a receipt can find, with the revision.
    """
    expected = settle_scores([item for item in judged.values() if item.state is State.ACCEPTED])
    stated = {line.scores for line in results.scores}
    for line in results.scores:
        if line.scores not in judged:
            to.find("receipt-differs", receipt=short(line.scores))
            continue
        found = expected.get(line.scores, judged[line.scores].state)
        if line.state is not found:
            to.find("state-differs", receipt=short(line.scores), stated=str(line.state), found=str(found))
    receipts: dict[str, tuple[State, int | None]] = {}
    for digest, item in judged.items():
        if digest not in stated:
            to.find("scores-without-state", receipt=short(digest))
        if item.revision is not None:
            receipts[digest] = (expected.get(digest, item.state), item.revision)
    return expected, receipts


def check_set_aside(electorate: Electorate, set_aside: Sequence[SetAside], to: Findings) -> None:
    """Whether the cases set aside were in the contest, each once and with a reason, in terms order."""
    out = electorate.withdrawn_cases
    contest = [case_id for case_id in electorate.terms.candidate_ids if case_id not in out]
    for line in set_aside:
        to.require(line.case in contest, "set-aside-unknown", case=line.case[:48])
        to.require(not is_blank(line.reason), "set-aside-without-reason", case=line.case[:48])
        to.require(is_reason(line.reason), "set-aside-reason-malformed", case=line.case[:48])
    cases = [line.case for line in set_aside if line.case in contest]
    to.require(cases == [case_id for case_id in contest if case_id in cases], "set-aside-not-sorted")


def check_names(terms: Terms, winning: Collection[str], results: Results, to: Findings) -> None:
    """Whether those are named who may be, and each as the terms have committed to."""
    candidates = {candidate.id: candidate for candidate in terms.candidates}
    named = [candidate.id for candidate in results.candidates]
    due = named_ids(terms, winning)
    for case_id in due:
        to.require(case_id in named, "name-missing", case=case_id)
    for case_id in named:
        to.require(case_id in due, "name-not-public", case=case_id[:48])
    to.require(set(named) != set(due) or named == due, "names-not-in-order")
    for candidate in results.candidates:
        bound = candidates.get(candidate.id)
        opened = commitment(
            candidate.id, candidate.title, candidate.organisation, candidate.recipient, candidate.salt
        )
        if bound is None or bound.commitment != opened or bound.title not in ("", candidate.title):
            to.find("candidate-differs", case=candidate.id[:48])


def check_remarks(content: bytes, terms: Terms, accepted: int, to: Findings) -> None:
    """Whether the comments can be those of ``accepted`` sheets, in the one order that says nothing of their authors."""
    try:
        remarks = canonical.decode(content, list[Comment], "remarks.json")
    except InputError:
        to.find("remarks-unreadable")
        return
    place = {case_id: index for index, case_id in enumerate(terms.candidate_ids)}
    for remark in remarks:
        if remark.case not in place:
            to.find("remark-on-no-case", case=remark.case[:48])
        if len(remark.text) > terms.comment_limit:
            to.find("remark-too-long", case=remark.case[:48])
    keys = [(place.get(remark.case, -1), remark.text) for remark in remarks]
    to.require(keys == sorted(keys), "remarks-not-sorted")
    for case_id, times in Counter(remark.case for remark in remarks).items():
        to.require(
            times <= accepted, "more-remarks-than-sheets", case=case_id[:48], remarks=times, sheets=accepted
        )


def check_parts(parts: Mapping[str, bytes], scores: Sequence[str], terms: Terms, to: Findings) -> None:
    """Whether nothing lies in the archive that no check has looked at."""
    audited = bool(terms.rule.auditors)
    for name in parts:
        expected = name in _FIXED or name.startswith("amendments/") or (name == "sheets.age" and audited)
        to.require(expected, "unexpected-part", part=name)
    for name in scores if audited else ():
        to.find("scores-not-for-the-public", part=name)


def check_for_auditors(parts: Mapping[str, bytes], results: Results, terms: Terms, to: Findings) -> None:
    """What can be said without a key of an archive whose sheets are for auditors: nothing of them is public, and as
    many recipients as there are auditors can open what is sealed.  Whether these are the auditors, only they can see.
    """
    to.require(parts["remarks.json"] == b"[]", "remarks-not-for-the-public")
    to.require(results.statistics is None, "statistics-not-for-the-public")
    to.require(is_digest(results.sheets), "digest-malformed", part="results.jws", text=results.sheets[:48])
    kinds, auditors = age.recipient_kinds(parts["sheets.age"]), len(terms.rule.auditors)
    if kinds is None:
        to.find("sealed-sheets-unreadable")
    elif kinds != ["X25519"] * auditors:
        to.find("sealed-to-others", recipients=len(kinds), auditors=auditors)


def same_digest(content: bytes, digest: str) -> bool:
    """Whether ``content`` has that SHA-256."""
    return hashlib.sha256(content).hexdigest() == digest
