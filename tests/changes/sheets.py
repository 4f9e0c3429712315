"""Signed scores, their receipts and states, and the sealed files they came in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from review_app.model import canonical
from review_app.model.box.states import State
from review_app.model.crypto import jws
from review_app.model.crypto.jws import GeneralJws, Signature
from review_app.model.crypto.keys import b64u, b64u_decode, new_seed
from review_app.model.result.archive import ScoresState, SheetState
from review_app.model.scoring.sheet import SCORES_TYP, Row, Scores
from review_app.model.terms import new_round_id
from tests.changes.change import Case, Change, exchanged, short, stating
from tests.forger import NOUGHT, Forger, Published, replace


def changes(published: Published) -> Iterator[Case]:
    """All of them."""
    yield from _sheets(published)
    yield from _lines(published)
    yield from _files(published)


def _payload_changes(scores: Scores) -> Iterator[tuple[str, Scores]]:
    for place, row in enumerate(scores.rows):
        if row.state == "scored":
            higher = replace(row, scores=[10 if row.scores[0] != 10 else 1, *row.scores[1:]])
            yield f"score of {row.case}", replace(scores, rows=exchanged(scores.rows, place, higher))
            recused = Row(row.case, [], "recused")
            yield f"recusal from {row.case}", replace(scores, rows=exchanged(scores.rows, place, recused))
    yield "revision", replace(scores, revision=scores.revision + 1)
    yield "remarks", replace(scores, remarks=NOUGHT)


def _sheets(published: Published) -> Iterator[Case]:
    """Signed scores: what they say, who signed them, whether they are there."""
    first = Forger(published)
    for line in published.results.scores:
        signed, scores, where = first.signed(line), first.payload(line), short(line.scores)
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


def _put(name: str, line: ScoresState, signed: GeneralJws, code: str) -> Case:
    receipt = short(hashlib.sha256(canonical.encode(signed)).hexdigest())
    return name, lambda forger: forger.put(line, signed), code, {"receipt": receipt}


def _by_a_kept_card(forger: Forger, line: ScoresState, where: str) -> Iterator[Case]:
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
            replace(scores, rows=exchanged(scores.rows, 0, Row("case-1", [], "abstained"))),
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


def _lines(published: Published) -> Iterator[Case]:
    """Receipts and states of signed scores."""
    shown = {State.ACCEPTED, State.SUPERSEDED, State.CONFLICT, State.WITHDRAWN_CARD}
    for line in published.results.scores:
        where = short(line.scores)
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
            stating(scores=without),
            "scores-without-state",
            {"receipt": where},
        )
        again = sorted([*published.results.scores, line], key=lambda line: line.scores)
        yield f"receipt {where} twice", stating(scores=again), "scores-several-states", {"receipt": where}
    reverse = published.results.scores[::-1]
    yield "receipts in another order", stating(scores=reverse), "scores-not-sorted", {}


def _line(line: ScoresState, **fields: object) -> Change:
    return lambda forger: forger.line(line, **fields)


def _files(published: Published) -> Iterator[Case]:
    """States of sealed files."""
    states = published.results.states
    for line in states:
        where = short(line.sheet)
        late = line.state is State.LATE
        if not late:  # of a file that isn't in the box record nothing is known but what the results say
            without = [other for other in states if other != line]
            yield f"file {where} left out", stating(states=without), "sheet-without-state", {"sheet": where}
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
        yield f"file {where} twice", stating(states=again), "several-states", {"sheet": where}
    yield "files in another order", stating(states=states[::-1]), "states-not-sorted", {}
    extra = [*states, SheetState("f" * 64, State.DAMAGED)]
    yield "a file added", stating(states=extra), "sheet-not-in-box", {"sheet": short("f" * 64)}


def _file(line: SheetState, **fields: object) -> Change:
    return lambda forger: forger.state(line, **fields)
