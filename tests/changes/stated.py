"""What else the results state, the remarks, and parts that have no place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from review_app.model import canonical
from review_app.model.box.states import State
from review_app.model.result.archive import SheetState
from review_app.model.result.count import SetAside
from review_app.model.scoring.sheet import Comment
from review_app.model.terms import new_round_id
from tests.changes.change import Case, Change, part, stating
from tests.forger import NOUGHT, Forger, Published, replace


def changes(published: Published) -> Iterator[Case]:
    """All of them."""
    yield "round of the results", stating(round_id=new_round_id()), "round-differs", {"part": "results.jws"}
    yield "terms of the results", stating(terms=NOUGHT), "terms-differ", {"part": "results.jws"}
    yield "record of the results", stating(box=NOUGHT), "box-differs", {}
    yield (
        "amendments of the results",
        stating(amendments=[NOUGHT]),
        "amendments-differ",
        {"part": "results.jws"},
    )
    yield "log of the results", stating(log_head=""), "log-head-malformed", {"part": "results.jws"}
    yield "statement before", stating(before="none"), "before-malformed", {}
    yield from _notices()
    yield "seed", stating(seed=NOUGHT), "seed-differs", {}
    yield "seed that is none", stating(seed="x"), "seed-differs", {}
    yield "draw", stating(draw=published.results.draw + " "), "seed-differs", {}
    for what, draw in _SPELLINGS:
        other = draw.format(published.results.draw)
        yield f"draw with {what}", _draw(other), "draw-malformed", {"draw": other[:80]}
    yield "a word for a sealed file", _late("给王五"), "digest-malformed", {"text": "给王五"}
    yield "a word for signed scores", _named("the second"), "digest-malformed", {"text": "the second"}
    yield "draw left out", stating(draw=""), "draw-absent", {}
    yield "digest of sealed sheets", stating(sheets=NOUGHT), "sheets-differ", {}
    yield "digest of the remarks", stating(remarks=NOUGHT), "remarks-differ", {}
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
    yield "a remark", part("remarks.json", praised), "remarks-differ", {}
    yield "remarks that are none", part("remarks.json", b"{}"), "remarks-unreadable", {}
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
        yield f"{name} added", part(name, b"x"), "unexpected-part", {"part": name}


def _aside(*lines: SetAside) -> Change:
    return stating(set_aside=list(lines))


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


def _notices() -> Iterator[Case]:
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
        change = stating(**{name: day})
        yield f"{name} {day}", change, "notice-day-malformed", {"field": name, "text": day}
    yield "a notice that ends before it begins", stating(since="2026-12-08"), "notice-days-differ", {}
    yield "a notice without its end", stating(until=""), "notice-days-differ", {"until": ""}
    yield "a notice without its beginning", stating(since=""), "notice-days-differ", {"since": ""}
    yield "proposed, with a day of being final", stating(final="2026-12-08"), "notice-final-differs", {}
    yield "final, without its day", stating(status="final"), "notice-final-differs", {"final": ""}
    early = {**final, "final": "2026-12-07"}
    yield "final on the last day, for no reason", stating(**early), "notice-without-reason", {}
    blank = {**early, "early": " \u3000"}
    yield "final on the last day, for a blank reason", stating(**blank), "notice-without-reason", {}
    alone = {**final, "since": "", "until": ""}
    yield "final without a notice, for no reason", stating(**alone), "notice-without-reason", {"until": ""}
    reason = {**final, "early": "急"}
    yield "a reason for ending what was over", stating(**reason), "notice-reason-unasked", {}
    yield "a reason for ending what goes on", stating(early="急"), "notice-reason-unasked", {"final": ""}
    hidden = {**early, "early": "无\n异议"}
    yield "a reason on two lines", stating(**hidden), "notice-reason-malformed", {}
    long = {**early, "early": "无" * 501}
    yield "a reason without an end", stating(**long), "notice-reason-malformed", {}


def _late(sheet: str) -> Change:
    """A late file that is called so."""

    def change(forger: Forger) -> None:
        lines = [*forger.results.states, SheetState(sheet, State.LATE)]
        forger.change(states=sorted(lines, key=lambda line: line.sheet))

    return change


def _named(scores: str) -> Change:
    return lambda forger: forger.line(forger.some(), scores=scores)
