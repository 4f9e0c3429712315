"""The ranking that an archive states: held against a recount, or, where nothing can be counted, against itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from fractions import Fraction

from review_app.model.result.archive import AuditedCount, Results
from review_app.model.result.count import (
    Count,
    RankingLine,
    Statistics,
    public_lines,
    public_statistics,
    public_winners,
)
from review_app.model.result.findings import Findings
from review_app.model.result.statistics import same_statistics
from review_app.model.terms import Terms

_EXACT = re.compile(r"(0|[1-9][0-9]{0,40})(/[1-9][0-9]{0,40})?")
_FIELDS = ("rank", "score", "sheets", "used", "drawn")


def exact_value(text: str) -> Fraction | None:
    """The number in an exact text, or None where it isn't one in lowest terms."""
    if _EXACT.fullmatch(text) is None:
        return None
    value = Fraction(text)
    spelled = str(value.numerator) if value.denominator == 1 else f"{value.numerator}/{value.denominator}"
    return value if spelled == text else None


def compare_lines(
    stated: Sequence[RankingLine], found: Sequence[RankingLine], everybody: Collection[str], to: Findings
) -> None:
    """Whether ``stated`` is ``found``; ``everybody`` are the cases of the whole ranking, ``found`` those of it that
    are due."""
    mine = {line.case: line for line in found}
    times = Counter(line.case for line in stated)
    for case_id in times:
        to.require(times[case_id] == 1, "ranking-case-twice", case=case_id[:48])
        if case_id not in mine:
            known = case_id in everybody
            to.find("ranking-case-not-public" if known else "ranking-case-unknown", case=case_id[:48])
    for case_id in mine:
        to.require(case_id in times, "ranking-case-missing", case=case_id)
    for line in stated:
        other = mine.get(line.case, line)
        for name in _FIELDS:
            here, there = getattr(line, name), getattr(other, name)
            if here != there:
                to.find(
                    "ranking-differs",
                    case=line.case,
                    field=name,
                    stated=str(here)[:90],
                    found=str(there)[:90],
                )
    if sorted(times.elements()) == sorted(mine):
        for place, (line, other) in enumerate(zip(stated, found, strict=True), start=1):
            if line.case != other.case:
                to.find("ranking-order-differs", place=place, stated=line.case, found=other.case)
                break


def compare_winners(stated: Sequence[str], found: Sequence[str], to: Findings) -> None:
    """Whether those are called winners who are, in the order in which they are published."""
    for case_id in found:
        to.require(case_id in stated, "winner-missing", case=case_id)
    for case_id in dict.fromkeys(stated):
        to.require(case_id in found, "winner-unearned", case=case_id[:48])
    to.require(sorted(stated) != sorted(found) or list(stated) == list(found), "winners-not-in-order")
    to.require(len(set(stated)) == len(stated), "winner-twice")


def compare_statistics(
    stated: Statistics | None, found: Statistics | None, to: Findings, *, exact: bool
) -> None:
    """Whether the statistics are those of the sheets, ``exact`` or as near as floating point comes; the lines that
    are not are named."""
    if stated is None or found is None:
        to.require(stated is found, "statistics-differ", what="replicates")
        return
    if same_statistics(stated, found, exact=exact):
        return
    to.require(stated.replicates == found.replicates, "statistics-differ", what="replicates")
    for case_id in _different(
        [(line.case, line) for line in stated.intervals], [(x.case, x) for x in found.intervals]
    ):
        to.find("interval-differs", case=case_id[:48])
    for what in _different(
        [(line.what, line) for line in stated.agreement], [(x.what, x) for x in found.agreement]
    ):
        to.find("agreement-differs", what=what[:48])


def is_exact(terms: Terms) -> bool:
    """Whether replicates are ranked exactly: under every rule but the one that is fitted in floating point."""
    return terms.rule.method != "severity-corrected"


def _different(stated: Sequence[tuple[str, object]], found: Sequence[tuple[str, object]]) -> list[str]:
    if list(stated) == list(found):
        return []
    here, there = dict(stated), dict(found)
    names = [name for name in here | there if here.get(name) != there.get(name)]
    return (
        names
        or [name for (name, _), (other, _) in zip(stated, found, strict=False) if name != other][:1]
        or ["*"]
    )


def check_against_recount(results: Results, recount: Count, terms: Terms, to: Findings) -> None:
    """Everything stated of the ranking against the recount."""
    everybody = {line.case for line in recount.lines}
    compare_lines(results.ranking, public_lines(recount, terms), everybody, to)
    ranked = [line.case for line in recount.lines]
    compare_winners(results.winners, public_winners(recount.winners, ranked, terms), to)
    compare_statistics(results.statistics, public_statistics(recount, terms), to, exact=is_exact(terms))


def check_against_itself(
    results: Results, terms: Terms, withdrawn: Collection[str], accepted: int, to: Findings
) -> None:
    """What can be said of a stated ranking without its sheets: whether it can be one at all, and its winners are its
    own."""
    lines, rule = results.ranking, terms.rule
    contest = [case_id for case_id in terms.candidate_ids if case_id not in withdrawn]
    _check_any(results, terms, contest, accepted, to)
    if rule.publication == "winners":
        for line in lines:
            to.find("ranking-case-not-public", case=line.case[:48])
        in_order = public_winners(results.winners, contest, terms)
        compare_winners(results.winners, [case_id for case_id in in_order if case_id in contest], to)
        return
    due = (
        contest
        if rule.publication == "full"
        else [case_id for case_id in contest if case_id in results.winners]
    )
    times = Counter(line.case for line in lines)
    for case_id in due:
        to.require(case_id in times, "ranking-case-missing", case=case_id)
    for case_id in times:
        to.require(times[case_id] == 1, "ranking-case-twice", case=case_id[:48])
        if case_id not in due:
            known = case_id in contest
            to.find("ranking-case-not-public" if known else "ranking-case-unknown", case=case_id[:48])
    for line in lines:
        _check_line(line, terms, accepted, to)
    _check_places(lines, terms, to)
    winning = [line.case for line in lines if 1 <= line.rank <= rule.winners]
    compare_winners(results.winners, winning, to)


def _check_any(results: Results, terms: Terms, contest: Sequence[str], accepted: int, to: Findings) -> None:
    """Whether somebody has won where only winners are told of, and as many sheets count as a rank needs."""
    needed = max(terms.rule.minimum_scores, 2 * terms.rule.drop + 1)
    if terms.rule.publication != "full" and contest and accepted >= needed:
        to.require(bool(results.winners), "no-winner", sheets=accepted)


def _check_line(line: RankingLine, terms: Terms, accepted: int, to: Findings) -> None:
    score = exact_value(line.score)
    fits = (
        (
            score is not None
            and score <= terms.rubric.best_total
            and line.rank >= 1
            and 1 <= line.used <= line.sheets
            and line.sheets >= terms.rule.minimum_scores
        )
        or (line.score == "" and line.rank == 0 and line.used == 0)
    ) and 0 <= line.sheets <= accepted
    to.require(fits, "ranking-line-impossible", case=line.case[:48])


def _check_places(lines: Sequence[RankingLine], terms: Terms, to: Findings) -> None:
    """Ranks go 1, 2, 2, 4 along falling scores; cases without one come last."""
    before: RankingLine | None = None
    for place, line in enumerate(lines, start=1):
        shared = (
            before is not None and before.rank == line.rank and before.score == line.score and not line.drawn
        )
        follows = line.rank == place or (line.rank > 0 and shared)
        if before is not None and line.rank:
            mine, other = exact_value(line.score), exact_value(before.score)
            follows = follows and before.rank > 0 and mine is not None and other is not None and mine <= other
        to.require(follows or line.rank == 0, "ranking-place-impossible", case=line.case[:48], place=place)
        drawn = not line.drawn or _can_be_drawn(lines, place - 1, terms)
        to.require(drawn, "ranking-place-impossible", case=line.case[:48], place=place)
        before = line


def _can_be_drawn(lines: Sequence[RankingLine], at: int, terms: Terms) -> bool:
    """Whether a lot can have placed a line: the rule asks for lots, and a neighbour with the same score was drawn with
    it, or may have been below the last line that is told of."""
    line, rule = lines[at], terms.rule
    beside = [*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2]]
    hidden = rule.publication != "full" and at == len(lines) - 1
    drawn_with = hidden or any(other.drawn and other.score == line.score for other in beside)
    return rule.last_tie == "lot" and line.rank > 0 and drawn_with


def check_audited(audited: AuditedCount, recount: Count, terms: Terms, to: Findings) -> None:
    """Whether the count that was sealed to the auditors is the recount."""
    mine = Findings()
    everybody = {line.case for line in recount.lines}
    compare_lines(audited.ranking, recount.lines, everybody, mine)
    compare_statistics(audited.statistics, recount.statistics, mine, exact=is_exact(terms))
    for finding in mine.all:
        to.find("auditors-count-differs", of=finding.code, case=str(finding.params.get("case", "")))
