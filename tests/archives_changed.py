"""Archives changed in one thing and signed again with the organizer's real key, and the code that must name the thing.

Used for every implementation of the check: a :class:`Changed` has the whole file.  ``python -m tests.archives_changed
FOLDER`` writes the real archive, all changed ones, and ``expected.json`` (file name to code) into a folder.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from review_app.model import canonical
from review_app.model.box.states import State
from review_app.model.crypto import jws
from review_app.model.crypto.jws import GeneralJws, Signature
from review_app.model.crypto.keys import b64u, b64u_decode, new_seed, public_jwk, public_of
from review_app.model.result.archive import (
    ARCHIVE_MIMETYPE,
    ArchiveHeader,
    ScoresState,
    SheetState,
)
from review_app.model.result.count import Agreement, Interval, RankingLine, SetAside, Statistics
from review_app.model.scoring.sheet import SCORES_TYP, Comment, Row, Scores
from review_app.model.terms import new_round_id, slip_name
from tests.forger import NOUGHT as NOUGHT
from tests.forger import Forger as Forger
from tests.forger import Published as Published
from tests.forger import parts_of as parts_of
from tests.forger import publish as publish
from tests.forger import replace as replace
from tests.forger import sealed as sealed


@dataclass(frozen=True)
class Changed:
    """An archive changed in the thing that ``name`` says.  ``code`` is the finding that has to name it, or, with
    ``refused``, the error that does; ``params`` are parameters it has to have."""

    name: str
    data: bytes
    code: str
    refused: bool = False
    params: dict[str, object] = field(default_factory=dict)


Change = Callable[[Forger], None]


def changed_archives(published: Published) -> Iterator[Changed]:
    """More than 300 of them, each changed in one thing."""
    for name, change, code, params in _findings(published):
        forger = Forger(published)
        change(forger)
        yield Changed(name, forger.archive(), code, params=params)
    for name, change, code in _refusals(published):
        forger = Forger(published)
        change(forger)
        yield Changed(name, forger.archive(), code, refused=True)
    forger = Forger(published)
    header = canonical.decode(forger.parts["header.json"], ArchiveHeader, "x")
    other = new_round_id()
    forger.parts["header.json"] = canonical.encode(replace(header, round_id=other))
    forger.archive()
    data = sealed(forger.parts, other, published.round_.organizer_seed)
    yield Changed("the round in header and seal", data, "round-differs", params={"part": "header.json"})


_Case = tuple[str, Change, str, dict[str, object]]


def _findings(published: Published) -> Iterator[_Case]:
    for make in (_sheets, _lines, _files, _ranking, _names, _record, _terms, _rest):
        yield from make(published)


def _short(digest: str) -> str:
    from review_app.model.crypto.base32 import short_form

    return short_form(digest)


def _payload_changes(scores: Scores) -> Iterator[tuple[str, Scores]]:
    for place, row in enumerate(scores.rows):
        if row.state == "scored":
            higher = replace(row, scores=[10 if row.scores[0] != 10 else 1, *row.scores[1:]])
            yield f"score of {row.case}", replace(scores, rows=_with(scores.rows, place, higher))
            recused = Row(row.case, [], "recused")
            yield f"recusal from {row.case}", replace(scores, rows=_with(scores.rows, place, recused))
    yield "revision", replace(scores, revision=scores.revision + 1)
    yield "remarks", replace(scores, remarks=NOUGHT)


def _with(items: list[Any], place: int, item: object) -> list[Any]:
    return [*items[:place], item, *items[place + 1 :]]


def _sheets(published: Published) -> Iterator[_Case]:
    """Signed scores: what they say, who signed them, whether they are there."""
    first = Forger(published)
    for line in published.results.scores:
        signed, scores, where = first.signed(line), first.payload(line), _short(line.scores)
        for what, other in _payload_changes(scores):
            changed = replace(signed, payload=b64u(canonical.encode(other)))
            yield _put(f"{what} on sheet {where}", line, changed, "scores-bad-signature")
        (one,) = signed.signatures
        flipped = b64u(bytes([b64u_decode(one.signature, "x")[0] ^ 1]) + b64u_decode(one.signature, "x")[1:])
        yield _put(
            f"signature of sheet {where}",
            line,
            replace(signed, signatures=[Signature(one.protected, flipped)]),
            "scores-bad-signature",
        )
        stranger = jws.sign_general(scores, SCORES_TYP, [new_seed()])
        yield _put(f"credential of sheet {where}", line, stranger, "scores-not-admitted")
        named = replace(signed, signatures=[Signature(stranger.signatures[0].protected, one.signature)])
        yield _put(f"key named on sheet {where}", line, named, "scores-bad-signature")
        name = f"scores/{line.scores}.json"
        yield (
            f"sheet {where} left out",
            lambda f, n=name: f.parts.pop(n),
            "receipt-differs",
            {"receipt": where},
        )
        if line.state is State.ACCEPTED:
            yield from _by_a_kept_card(first, line, where)
    yield "sheet added", _added, "scores-without-state", {}
    yield "two sheets swapped", _swapped, "scores-name-differs", {}
    yield "a sheet renamed", _renamed, "scores-name-differs", {"part": f"scores/{NOUGHT}.json"}
    yield "a sheet not readable", _unreadable, "scores-unreadable", {}


def _put(name: str, line: ScoresState, signed: GeneralJws, code: str) -> _Case:
    receipt = _short(hashlib.sha256(canonical.encode(signed)).hexdigest())
    return name, lambda forger: forger.put(line, signed), code, {"receipt": receipt}


def _by_a_kept_card(forger: Forger, line: ScoresState, where: str) -> Iterator[_Case]:
    """Signed with a copy of the expert's own card: what such a sheet says is still held against the terms."""
    scores, seed = forger.payload(line), forger.signer(line)
    first = Row(scores.rows[0].case, [11] * 5, "scored")
    for what, other, code in (
        ("a score off the scale", replace(scores, rows=[first, *scores.rows[1:]]), "scores-out-of-range"),
        ("a case left out", replace(scores, rows=scores.rows[:-1]), "scores-incomplete"),
        ("cases in another order", replace(scores, rows=scores.rows[::-1]), "scores-incomplete"),
        ("a credential", replace(scores, credentials=["x"]), "scores-incomplete"),
        (
            "an abstention",
            replace(scores, rows=_with(scores.rows, 0, Row("case-1", [], "abstained"))),
            "scores-incomplete",
        ),
        ("another round", replace(scores, round_id=new_round_id()), "scores-other-round"),
        ("other terms", replace(scores, terms=NOUGHT), "scores-other-terms"),
        ("an amendment that isn't", replace(scores, amendment=1), "scores-other-terms"),
    ):
        yield _put(f"{what} on sheet {where}", line, jws.sign_general(other, SCORES_TYP, [seed]), code)
    twice = jws.sign_general(scores, SCORES_TYP, [seed, new_seed()])
    yield _put(f"a second credential on sheet {where}", line, twice, "scores-not-admitted")


def _added(forger: Forger) -> None:
    """A card that nobody used: the organizer signs with it, but no sealed file stands for it."""
    scores, _ = forger.round_.scores(0)
    extra = jws.sign_general(replace(scores, revision=9), SCORES_TYP, [forger.round_.keys[0].sign_seed])
    content = canonical.encode(extra)
    forger.parts[f"scores/{hashlib.sha256(content).hexdigest()}.json"] = content


def _swapped(forger: Forger) -> None:
    one, two = (f"scores/{line.scores}.json" for line in forger.results.scores[:2])
    forger.parts[one], forger.parts[two] = forger.parts[two], forger.parts[one]


def _renamed(forger: Forger) -> None:
    forger.parts[f"scores/{NOUGHT}.json"] = forger.parts.pop(f"scores/{forger.some().scores}.json")


def _unreadable(forger: Forger) -> None:
    forger.parts[f"scores/{hashlib.sha256(b'{}').hexdigest()}.json"] = b"{}"


def _lines(published: Published) -> Iterator[_Case]:
    """Receipts and states of signed scores."""
    shown = {State.ACCEPTED, State.SUPERSEDED, State.CONFLICT, State.WITHDRAWN_CARD}
    for line in published.results.scores:
        where = _short(line.scores)
        other = line.scores[:-1] + ("0" if line.scores[-1] != "0" else "1")
        yield f"receipt {where}", _line(line, scores=other), "scores-without-state", {"receipt": where}
        for state in sorted(shown - {line.state}):
            params: dict[str, object] = {"receipt": where, "stated": str(state), "found": str(line.state)}
            yield f"state {state} for {where}", _line(line, state=state), "state-differs", params
        for state in (State.DAMAGED, State.SAME_AGAIN):
            yield (
                f"state {state} for {where}",
                _line(line, state=state),
                "scores-state-impossible",
                {"receipt": where},
            )
        without = [other for other in published.results.scores if other != line]
        yield (
            f"receipt {where} left out",
            _results(scores=without),
            "scores-without-state",
            {"receipt": where},
        )
        again = sorted([*published.results.scores, line], key=lambda line: line.scores)
        yield f"receipt {where} twice", _results(scores=again), "scores-several-states", {"receipt": where}
    reverse = published.results.scores[::-1]
    yield "receipts in another order", _results(scores=reverse), "scores-not-sorted", {}


def _line(line: ScoresState, **fields: object) -> Change:
    return lambda forger: forger.line(line, **fields)


def _results(**fields: object) -> Change:
    return lambda forger: forger.change(**fields)


def _files(published: Published) -> Iterator[_Case]:
    """States of sealed files."""
    states = published.results.states
    for line in states:
        where = _short(line.sheet)
        late = line.state is State.LATE
        if not late:  # of a file that isn't in the box record nothing is known but what the results say
            without = [other for other in states if other != line]
            yield f"file {where} left out", _results(states=without), "sheet-without-state", {"sheet": where}
            yield f"file {where} damaged", _file(line, state=State.DAMAGED), "scores-without-sheet", {}
            yield f"file {where} late", _file(line, state=State.LATE), "sheet-not-in-box", {"sheet": where}
        else:
            yield f"late file {where} counted", _file(line, state=None), "sheet-not-in-box", {"sheet": where}
            yield (
                f"late file {where} damaged",
                _file(line, state=State.DAMAGED),
                "sheet-not-in-box",
                {"sheet": where},
            )
        accepted = _file(line, state=State.ACCEPTED)
        yield f"file {where} accepted", accepted, "sheet-not-in-box", {"sheet": where}
        again = sorted([*states, replace(line, state=State.DAMAGED)], key=lambda line: line.sheet)
        yield f"file {where} twice", _results(states=again), "several-states", {"sheet": where}
    yield "files in another order", _results(states=states[::-1]), "states-not-sorted", {}
    extra = [*states, SheetState("f" * 64, State.DAMAGED)]
    yield "a file added", _results(states=extra), "sheet-not-in-box", {"sheet": _short("f" * 64)}


def _file(line: SheetState, **fields: object) -> Change:
    return lambda forger: forger.state(line, **fields)


def _ranking(published: Published) -> Iterator[_Case]:
    """The ranking, the winners and the statistics."""
    lines, winners = published.results.ranking, published.results.winners
    for place, line in enumerate(lines):
        for name, value in (
            ("rank", line.rank + 1),
            ("score", "99"),
            ("sheets", line.sheets + 1),
            ("used", line.used + 1),
            ("drawn", not line.drawn),
        ):
            other = _with(lines, place, replace(line, **{name: value}))
            params: dict[str, object] = {"case": line.case, "field": name}
            yield f"{name} of {line.case}", _results(ranking=other), "ranking-differs", params
        without = lines[:place] + lines[place + 1 :]
        yield (
            f"{line.case} not ranked",
            _results(ranking=without),
            "ranking-case-missing",
            {"case": line.case},
        )
        stranger = _with(lines, place, replace(line, case="case-9"))
        yield (
            f"case-9 for {line.case}",
            _results(ranking=stranger),
            "ranking-case-unknown",
            {"case": "case-9"},
        )
        twice = _results(ranking=[*lines, line])
        yield f"{line.case} ranked twice", twice, "ranking-case-twice", {"case": line.case}
    for place in range(len(lines) - 1):
        swapped = [*lines[:place], lines[place + 1], lines[place], *lines[place + 2 :]]
        params = {"place": place + 1, "stated": lines[place + 1].case, "found": lines[place].case}
        yield (
            f"lines {place + 1} and {place + 2} swapped",
            _results(ranking=swapped),
            "ranking-order-differs",
            params,
        )
    for place, (one, two) in enumerate(pairwise(lines)):
        moved = [*lines[:place], _at(two, one), _at(one, two), *lines[place + 2 :]]
        params = {"place": place + 1, "stated": two.case, "found": one.case}
        yield f"{two.case} one place up", _results(ranking=moved), "ranking-order-differs", params
    for case_id in winners:
        without_it = [other for other in winners if other != case_id]
        yield (
            f"{case_id} not among the winners",
            _results(winners=without_it),
            "winner-missing",
            {"case": case_id},
        )
    for line in lines:
        if line.case not in winners:
            added = _results(winners=[*winners, line.case])
            yield f"{line.case} among the winners", added, "winner-unearned", {"case": line.case}
    yield "winners in another order", _results(winners=winners[::-1]), "winners-not-in-order", {}
    yield "a winner twice", _results(winners=[*winners, winners[0]]), "winner-twice", {}
    yield from _statistics(published.results.statistics)


def _at(line: RankingLine, place: RankingLine) -> RankingLine:
    """The line of one case with everything in it that stands in the line of another."""
    return replace(place, case=line.case)


def _statistics(found: Statistics | None) -> Iterator[_Case]:
    if found is None:
        made = Statistics(
            2000, [Interval("case-1", 1, 1, 2000)], [Agreement("total", "1.0000", "", "", "", "")]
        )
        yield "statistics invented", _results(statistics=made), "statistics-differ", {"what": "replicates"}
        return
    yield "statistics left out", _results(statistics=None), "statistics-differ", {"what": "replicates"}
    more = replace(found, replicates=found.replicates + 1)
    yield "replicates", _results(statistics=more), "statistics-differ", {"what": "replicates"}
    for place, line in enumerate(found.intervals):
        for name in ("low", "high", "winning"):
            other = replace(line, **{name: getattr(line, name) + 1})
            changed = replace(found, intervals=_with(found.intervals, place, other))
            yield (
                f"{name} of {line.case}",
                _results(statistics=changed),
                "interval-differs",
                {"case": line.case},
            )
    for place, figures in enumerate(found.agreement):
        for name in ("kendall_w", "alpha_ordinal", "alpha_interval", "icc_2_1", "icc_2_k"):
            better = replace(figures, **{name: "0.9999"})
            changed = replace(found, agreement=_with(found.agreement, place, better))
            yield (
                f"{name} of {figures.what}",
                _results(statistics=changed),
                "agreement-differs",
                {"what": figures.what},
            )


def _names(published: Published) -> Iterator[_Case]:
    """The candidates that are named."""
    named = published.results.candidates
    for place, candidate in enumerate(named):
        for name, value in (
            ("title", "别的案例"),
            ("organisation", "别的单位"),
            ("recipient", "别人"),
            ("salt", "0" * 32),
        ):
            other = _with(named, place, replace(candidate, **{name: value}))
            where: dict[str, object] = {"case": candidate.id}
            yield f"{name} of {candidate.id}", _results(candidates=other), "candidate-differs", where
        renamed = _with(named, place, replace(candidate, id="case-9"))
        yield (
            f"case-9 named for {candidate.id}",
            _results(candidates=renamed),
            "name-not-public",
            {"case": "case-9"},
        )
        without = named[:place] + named[place + 1 :]
        yield (
            f"{candidate.id} not named",
            _results(candidates=without),
            "name-missing",
            {"case": candidate.id},
        )
    yield "names in another order", _results(candidates=named[::-1]), "names-not-in-order", {}


def _record(published: Published) -> Iterator[_Case]:
    """The box record."""
    record = Forger(published).record
    for sheet in record.sheets:
        without = [other for other in record.sheets if other != sheet]
        where: dict[str, object] = {"sheet": _short(sheet)}
        yield f"file {_short(sheet)} not in the record", _box(sheets=without), "sheet-not-in-box", where
    more = sorted([*record.sheets, NOUGHT])
    yield "a file more in the record", _box(sheets=more), "sheet-without-state", {"sheet": _short(NOUGHT)}
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


def _terms(published: Published) -> Iterator[_Case]:
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
        yield f"rule: {what}", _of_terms(rule=replace(rule, **fields)), "scores-other-terms", {}
    for place, criterion in enumerate(rubric.criteria):
        heavier = replace(rubric, criteria=_with(rubric.criteria, place, replace(criterion, weight="3")))
        yield f"weight of {criterion.id}", _of_terms(rubric=heavier), "scores-other-terms", {}
    for name, value in (
        ("title", "别的评审"),
        ("edition", "2027"),
        ("kind", "shortlist"),
        ("sample", False),
        ("organizers", ["别的研究所"]),
        ("manifest", NOUGHT),
        ("rubric", replace(rubric, highest=rubric.highest + 1)),
    ):
        yield f"terms: {name}", _of_terms(**{name: value}), "scores-other-terms", {}
    yield "a case less in the terms", _of_terms(candidates=terms.candidates[:-1]), "scores-other-terms", {}
    keys = sorted([*admission.lists[0], slip_name(public_of(new_seed()))])
    more = replace(admission, lists=[keys], issued=admission.issued + 1)
    yield "a card more in the terms", _of_terms(admission=more), "scores-other-terms", {}
    for place, candidate in enumerate(terms.candidates):
        other = _with(terms.candidates, place, replace(candidate, commitment=NOUGHT))
        yield (
            f"commitment of {candidate.id}",
            _of_terms(candidates=other),
            "candidate-differs",
            {"case": candidate.id},
        )


def _of_terms(**fields: object) -> Change:
    return lambda forger: forger.terms(**fields)


def _rest(published: Published) -> Iterator[_Case]:
    """What else the results state, the remarks, and parts that have no place."""
    yield "round of the results", _results(round_id=new_round_id()), "round-differs", {"part": "results.jws"}
    yield "terms of the results", _results(terms=NOUGHT), "terms-differ", {"part": "results.jws"}
    yield "record of the results", _results(box=NOUGHT), "box-differs", {}
    yield (
        "amendments of the results",
        _results(amendments=[NOUGHT]),
        "amendments-differ",
        {"part": "results.jws"},
    )
    yield "log of the results", _results(log_head=""), "log-head-malformed", {"part": "results.jws"}
    yield "statement before", _results(before="none"), "before-malformed", {}
    yield from _notices()
    yield "seed", _results(seed=NOUGHT), "seed-differs", {}
    yield "seed that is none", _results(seed="x"), "seed-differs", {}
    yield "draw", _results(draw=published.results.draw + " "), "seed-differs", {}
    for what, draw in _SPELLINGS:
        other = draw.format(published.results.draw)
        yield f"draw with {what}", _draw(other), "draw-malformed", {"draw": other[:80]}
    yield "a word for a sealed file", _late("给王五"), "digest-malformed", {"text": "给王五"}
    yield "a word for signed scores", _named("the second"), "digest-malformed", {"text": "the second"}
    yield "draw left out", _results(draw=""), "draw-absent", {}
    yield "digest of sealed sheets", _results(sheets=NOUGHT), "sheets-differ", {}
    yield "digest of the remarks", _results(remarks=NOUGHT), "remarks-differ", {}
    last, other = published.results.ranking[-1].case, published.results.ranking[-2].case
    out = sorted([SetAside(last, "x"), SetAside(other, "x")], key=lambda line: line.case, reverse=True)
    yield "a stranger set aside", _aside(SetAside("case-9", "x")), "set-aside-unknown", {"case": "case-9"}
    yield "a case set aside", _aside(SetAside(last, "x")), "ranking-case-unknown", {"case": last}
    yield (
        "set aside without a reason",
        _aside(SetAside(last, " ")),
        "set-aside-without-reason",
        {"case": last},
    )
    for what, reason in (
        ("a filler", "\u3164"),
        ("a zero width space", "\u200b"),
        ("a mark of order", "\ufeff"),
    ):
        aside = _aside(SetAside(last, reason))
        yield f"set aside with {what} for a reason", aside, "set-aside-without-reason", {"case": last}
    for what, reason in (("a long", "长" * 501), ("a coloured", "\x1b[31m不实"), ("a broken", "a\nb")):
        aside = _aside(SetAside(last, reason))
        yield f"set aside with {what} reason", aside, "set-aside-reason-malformed", {"case": last}
    yield "set aside in another order", _aside(*out), "set-aside-not-sorted", {}
    remarks = canonical.decode(Forger(published).parts["remarks.json"], list[Comment], "x")
    praised = canonical.encode([replace(remarks[0], text="一致好评"), *remarks[1:]])
    yield "a remark", _part("remarks.json", praised), "remarks-differ", {}
    yield "remarks that are none", _part("remarks.json", b"{}"), "remarks-unreadable", {}
    stray = Comment("case-9", "x")
    yield (
        "a remark on no case",
        lambda f: f.remarks([*remarks, stray]),
        "remark-on-no-case",
        {"case": "case-9"},
    )
    yield "remarks in another order", lambda f: f.remarks(remarks[::-1]), "remarks-not-sorted", {}
    long = Comment("case-1", "好" * 41)
    yield "a long remark", lambda f: f.remarks([long]), "remark-too-long", {"case": "case-1"}
    many = [Comment("case-1", f"第 {n} 条") for n in range(1, 7)]
    more: dict[str, object] = {"case": "case-1", "remarks": 6, "sheets": 5}
    yield "more remarks than sheets", lambda f: f.remarks(many), "more-remarks-than-sheets", more
    for name in ("readme.txt", "sheets.age", "count.json", "scores.json"):
        yield f"{name} added", _part(name, b"x"), "unexpected-part", {"part": name}


def _aside(*lines: SetAside) -> Change:
    return _results(set_aside=list(lines))


_SPELLINGS = (
    ("a zero width space", "{}\u200b"),
    ("two blanks", "{}  1"),
    ("a blank before it", " {}"),
    ("a wide blank", "{}\u30001"),
    ("a composed character in two", "{} e\u0301"),
    ("a filler", "{}\u3164"),
    ("a variation selector", "{}\ufe00"),
    ("an invisible note", "{}\U0001d159"),
    ("a mark of direction", "\u200e{}"),
    ("five hundred characters more", "{}" + "0" * 500),
)
"""Other spellings of a draw, hardly or not at all to be told from it, of which each gives another seed."""


def _draw(draw: str) -> Change:
    """Another spelling of the draw, with the seed that follows from it."""

    def change(forger: Forger) -> None:
        forger.change(draw=draw)
        forger.seed()

    return change


def _notices() -> Iterator[_Case]:
    """Days of the notice, and why it ended before; the published result is proposed, with a notice from 2026-12-01 to
    2026-12-07."""
    final: dict[str, Any] = {"status": "final", "final": "2026-12-08"}
    for name, day in (
        ("since", "2026-13-01"),
        ("until", "2026-02-29"),
        ("final", "soon"),
        ("since", "20261201"),
        ("until", "0000-12-07"),
        ("until", "２０２６-12-07"),
    ):
        change = _results(**{name: day})
        yield f"{name} {day}", change, "notice-day-malformed", {"field": name, "text": day}
    yield "a notice that ends before it begins", _results(since="2026-12-08"), "notice-days-differ", {}
    yield "a notice without its end", _results(until=""), "notice-days-differ", {"until": ""}
    yield "a notice without its beginning", _results(since=""), "notice-days-differ", {"since": ""}
    yield "proposed, with a day of being final", _results(final="2026-12-08"), "notice-final-differs", {}
    yield "final, without its day", _results(status="final"), "notice-final-differs", {"final": ""}
    early = {**final, "final": "2026-12-07"}
    yield "final on the last day, for no reason", _results(**early), "notice-without-reason", {}
    blank = {**early, "early": " \u3000"}
    yield "final on the last day, for a blank reason", _results(**blank), "notice-without-reason", {}
    alone = {**final, "since": "", "until": ""}
    yield "final without a notice, for no reason", _results(**alone), "notice-without-reason", {"until": ""}
    reason = {**final, "early": "急"}
    yield "a reason for ending what was over", _results(**reason), "notice-reason-unasked", {}
    yield "a reason for ending what goes on", _results(early="急"), "notice-reason-unasked", {"final": ""}
    hidden = {**early, "early": "无\n异议"}
    yield "a reason on two lines", _results(**hidden), "notice-reason-malformed", {}
    long = {**early, "early": "无" * 501}
    yield "a reason without an end", _results(**long), "notice-reason-malformed", {}


def _late(sheet: str) -> Change:
    """A late file that is called so."""

    def change(forger: Forger) -> None:
        lines = [*forger.results.states, SheetState(sheet, State.LATE)]
        forger.change(states=sorted(lines, key=lambda line: line.sheet))

    return change


def _named(scores: str) -> Change:
    return lambda forger: forger.line(forger.some(), scores=scores)


def _part(name: str, content: bytes) -> Change:
    def change(forger: Forger) -> None:
        forger.parts[name] = content

    return change


def _refusals(published: Published) -> Iterator[tuple[str, Change, str]]:
    """What leaves nothing to count: parts that are missing, or don't follow the format or the terms' own limits."""
    for name in ("terms.jws", "box.jws", "remarks.json", "results.jws"):
        yield f"{name} left out", _without(name), "archive-damaged"
    header = canonical.decode(Forger(published).parts["header.json"], ArchiveHeader, "x")
    stranger = replace(header, organizer=public_jwk(public_of(new_seed())))
    yield "key in the header", _part("header.json", canonical.encode(stranger)), "other-signer"
    mark = b"\xef\xbb\xbf" + ARCHIVE_MIMETYPE
    yield "a mark of byte order before the mimetype", _part("mimetype", mark), "not-an-archive"
    yield "mimetype", _part("mimetype", b"application/zip"), "not-an-archive"
    for name in ("ranking", "winners", "states", "scores", "seed", "draw", "statistics"):
        yield f"{name} of another type", _fields(**{name: 1}), "malformed"
    yield "a status that there isn't", _fields(status="certain"), "malformed"
    yield "an empty reason that is written", _fields(early=""), "malformed"
    yield "a field more", _fields(note="x"), "malformed"
    yield "format", _fields(format="results/0"), "malformed"
    terms = published.round_.terms
    yield "terms: sheet size", _of_terms(sheet_size=terms.sheet_size + 1), "terms-invalid"
    yield "terms: comment limit", _of_terms(comment_limit=terms.comment_limit + 900), "terms-invalid"
    yield "terms: cards issued", _of_terms(admission=replace(terms.admission, issued=8)), "terms-invalid"
    yield "terms: a rule that can't be", _of_terms(rule=replace(terms.rule, winners=0)), "rule-invalid"
    secret = replace(terms.rule, publication="winners")
    yield "terms: winners without auditors", _of_terms(rule=secret), "rule-invalid"


def _without(name: str) -> Change:
    def change(forger: Forger) -> None:
        del forger.parts[name]
        forger.archive = lambda: _bare(forger)

    return change


def _bare(forger: Forger) -> bytes:
    """The archive of a forger whose results may be missing."""
    return sealed(forger.parts, forger.round_.terms.round_id, forger.round_.organizer_seed)


def _fields(**fields: object) -> Change:
    return lambda forger: forger.fields.update(fields)


def main(folder: Path) -> None:
    """Writes the real archive, the changed ones and what is expected of each."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as box:
        published = publish(Path(box))
    (folder / "real.results").write_bytes(published.archive)
    expected = {}
    for number, each in enumerate(changed_archives(published)):
        name = f"{number:03d}.results"
        (folder / name).write_bytes(each.data)
        expected[name] = {
            "name": each.name,
            "code": each.code,
            "refused": each.refused,
            "params": each.params,
        }
    (folder / "expected.json").write_text(json.dumps(expected, ensure_ascii=False, indent=1), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
