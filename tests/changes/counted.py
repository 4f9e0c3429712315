"""What is counted: the ranking, the winners, the statistics; and the names beside them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from review_app.model.result.count import Agreement, Interval, RankingLine, Statistics
from tests.changes.change import Case, exchanged, stating
from tests.forger import Published, replace


def changes(published: Published) -> Iterator[Case]:
    """All of them."""
    yield from _ranking(published)
    yield from _names(published)


def _ranking(published: Published) -> Iterator[Case]:
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
            other = exchanged(lines, place, replace(line, **{name: value}))
            params: dict[str, object] = {"case": line.case, "field": name}
            yield f"{name} of {line.case}", stating(ranking=other), "ranking-differs", params
        without = lines[:place] + lines[place + 1 :]
        yield (
            f"{line.case} not ranked",
            stating(ranking=without),
            "ranking-case-missing",
            {"case": line.case},
        )
        stranger = exchanged(lines, place, replace(line, case="case-9"))
        yield (
            f"case-9 for {line.case}",
            stating(ranking=stranger),
            "ranking-case-unknown",
            {"case": "case-9"},
        )
        twice = stating(ranking=[*lines, line])
        yield f"{line.case} ranked twice", twice, "ranking-case-twice", {"case": line.case}
    for place in range(len(lines) - 1):
        swapped = [*lines[:place], lines[place + 1], lines[place], *lines[place + 2 :]]
        params = {"place": place + 1, "stated": lines[place + 1].case, "found": lines[place].case}
        yield (
            f"lines {place + 1} and {place + 2} swapped",
            stating(ranking=swapped),
            "ranking-order-differs",
            params,
        )
    for place, (one, two) in enumerate(pairwise(lines)):
        moved = [*lines[:place], _at(two, one), _at(one, two), *lines[place + 2 :]]
        params = {"place": place + 1, "stated": two.case, "found": one.case}
        yield f"{two.case} one place up", stating(ranking=moved), "ranking-order-differs", params
    for case_id in winners:
        without_it = [other for other in winners if other != case_id]
        yield (
            f"{case_id} not among the winners",
            stating(winners=without_it),
            "winner-missing",
            {"case": case_id},
        )
    for line in lines:
        if line.case not in winners:
            added = stating(winners=[*winners, line.case])
            yield f"{line.case} among the winners", added, "winner-unearned", {"case": line.case}
    yield "winners in another order", stating(winners=winners[::-1]), "winners-not-in-order", {}
    yield "a winner twice", stating(winners=[*winners, winners[0]]), "winner-twice", {}
    yield from _statistics(published.results.statistics)


def _at(line: RankingLine, place: RankingLine) -> RankingLine:
    """The line of one case with everything in it that stands in the line of another."""
    return replace(place, case=line.case)


def _statistics(found: Statistics | None) -> Iterator[Case]:
    if found is None:
        made = Statistics(
            2000, [Interval("case-1", 1, 1, 2000)], [Agreement("total", "1.0000", "", "", "", "")]
        )
        yield "statistics invented", stating(statistics=made), "statistics-differ", {"what": "replicates"}
        return
    yield "statistics left out", stating(statistics=None), "statistics-differ", {"what": "replicates"}
    more = replace(found, replicates=found.replicates + 1)
    yield "replicates", stating(statistics=more), "statistics-differ", {"what": "replicates"}
    for place, line in enumerate(found.intervals):
        for name in ("low", "high", "winning"):
            other = replace(line, **{name: getattr(line, name) + 1})
            changed = replace(found, intervals=exchanged(found.intervals, place, other))
            yield (
                f"{name} of {line.case}",
                stating(statistics=changed),
                "interval-differs",
                {"case": line.case},
            )
    for place, figures in enumerate(found.agreement):
        for name in ("kendall_w", "alpha_ordinal", "alpha_interval", "icc_2_1", "icc_2_k"):
            better = replace(figures, **{name: "0.9999"})
            changed = replace(found, agreement=exchanged(found.agreement, place, better))
            yield (
                f"{name} of {figures.what}",
                stating(statistics=changed),
                "agreement-differs",
                {"what": figures.what},
            )


def _names(published: Published) -> Iterator[Case]:
    """The candidates that are named."""
    named = published.results.candidates
    for place, candidate in enumerate(named):
        for name, value in (
            ("title", "别的案例"),
            ("organisation", "别的单位"),
            ("recipient", "别人"),
            ("salt", "0" * 32),
        ):
            other = exchanged(named, place, replace(candidate, **{name: value}))
            where: dict[str, object] = {"case": candidate.id}
            yield f"{name} of {candidate.id}", stating(candidates=other), "candidate-differs", where
        renamed = exchanged(named, place, replace(candidate, id="case-9"))
        yield (
            f"case-9 named for {candidate.id}",
            stating(candidates=renamed),
            "name-not-public",
            {"case": "case-9"},
        )
        without = named[:place] + named[place + 1 :]
        yield (
            f"{candidate.id} not named",
            stating(candidates=without),
            "name-missing",
            {"case": candidate.id},
        )
    yield "names in another order", stating(candidates=named[::-1]), "names-not-in-order", {}
