"""What was signed before anything was counted: the box record and the terms."""

from __future__ import annotations

from collections.abc import Iterator

from review_app.model.crypto.keys import new_seed, public_of
from review_app.model.terms import new_round_id, slip_name
from tests.changes.change import Case, Change, exchanged, of_terms, short
from tests.forger import NOUGHT, Forger, Published, replace


def changes(published: Published) -> Iterator[Case]:
    """All of them."""
    yield from _record(published)
    yield from _terms(published)


def _record(published: Published) -> Iterator[Case]:
    """The box record."""
    record = Forger(published).record
    for sheet in record.sheets:
        without = [other for other in record.sheets if other != sheet]
        where: dict[str, object] = {"sheet": short(sheet)}
        yield f"file {short(sheet)} not in the record", _box(sheets=without), "sheet-not-in-box", where
    more = sorted([*record.sheets, NOUGHT])
    yield "a file more in the record", _box(sheets=more), "sheet-without-state", {"sheet": short(NOUGHT)}
    yield "record not sorted", _box(sheets=record.sheets[::-1]), "box-not-sorted", {}
    yield "round of the record", _box(round_id=new_round_id()), "round-differs", {"part": "box.jws"}
    yield "terms of the record", _box(terms=NOUGHT), "terms-differ", {"part": "box.jws"}
    yield "amendments of the record", _box(amendments=[NOUGHT]), "amendments-differ", {"part": "box.jws"}
    yield "log of the record", _box(log_head="none"), "log-head-malformed", {"part": "box.jws"}
    yield "lost cards below nothing", _box(unnamed_lost=-1), "lost-cards-wrong", {"lost": -1}
    yield "more lost cards than issued", _box(unnamed_lost=8), "lost-cards-wrong", {"lost": 8}
    for card in range(6):
        withdrawn = sorted([*record.withdrawn, published.round_.slip(card)])
        yield (
            f"card {card} withdrawn afterwards",
            _box(withdrawn=withdrawn),
            "state-differs",
            {"found": "withdrawn-card"},
        )
    unknown = slip_name(public_of(new_seed()))
    strange = _box(withdrawn=sorted([*record.withdrawn, unknown]))
    yield "an unknown card withdrawn", strange, "withdrawn-unknown", {"card": unknown[:16]}
    yield "withdrawal undone", _box(withdrawn=[]), "state-differs", {"stated": "withdrawn-card"}
    yield "withdrawn twice", _box(withdrawn=record.withdrawn * 2), "withdrawn-not-sorted", {}


def _box(**fields: object) -> Change:
    return lambda forger: forger.box(**fields)


def _terms(published: Published) -> Iterator[Case]:
    """The terms: experts have signed their digest."""
    terms = published.round_.terms
    rule, rubric, admission = terms.rule, terms.rubric, terms.admission
    for what, fields in (
        ("method mean", {"method": "mean", "drop": 0}),
        ("method median", {"method": "median", "drop": 0}),
        ("method severity-corrected", {"method": "severity-corrected", "drop": 0}),
        ("drop", {"drop": 2}),
        ("drop share", {"drop": 0, "drop_share": "0.1"}),
        ("ties", {"ties": rule.ties[::-1]}),
        ("last tie", {"last_tie": "shared" if rule.last_tie == "lot" else "lot"}),
        ("winners", {"winners": rule.winners + 1}),
        ("minimum of scores", {"minimum_scores": rule.minimum_scores - 1}),
        ("minimum of sheets", {"minimum_accepted": rule.minimum_accepted - 1}),
        ("abstention", {"abstention": True}),
        ("source of the draw", {"seed_draw": "别的彩票"}),
    ):
        yield f"rule: {what}", of_terms(rule=replace(rule, **fields)), "scores-other-terms", {}
    for place, criterion in enumerate(rubric.criteria):
        heavier = replace(rubric, criteria=exchanged(rubric.criteria, place, replace(criterion, weight="3")))
        yield f"weight of {criterion.id}", of_terms(rubric=heavier), "scores-other-terms", {}
    for name, value in (
        ("title", "别的评审"),
        ("edition", "2027"),
        ("kind", "shortlist"),
        ("sample", False),
        ("organizers", ["别的研究所"]),
        ("manifest", NOUGHT),
        ("rubric", replace(rubric, highest=rubric.highest + 1)),
    ):
        yield f"terms: {name}", of_terms(**{name: value}), "scores-other-terms", {}
    yield "a case less in the terms", of_terms(candidates=terms.candidates[:-1]), "scores-other-terms", {}
    keys = sorted([*admission.lists[0], slip_name(public_of(new_seed()))])
    more = replace(admission, lists=[keys], issued=admission.issued + 1)
    yield "a card more in the terms", of_terms(admission=more), "scores-other-terms", {}
    for place, candidate in enumerate(terms.candidates):
        other = exchanged(terms.candidates, place, replace(candidate, commitment=NOUGHT))
        yield (
            f"commitment of {candidate.id}",
            of_terms(candidates=other),
            "candidate-differs",
            {"case": candidate.id},
        )
