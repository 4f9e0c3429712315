"""The statistics that are sealed with a result, and whether stated ones are those that the sheets give."""

from __future__ import annotations

from collections.abc import Collection

from review_app.model.result.agreement import agreement
from review_app.model.result.count import Agreement, Interval, Statistics
from review_app.model.result.cube import ScoreCube
from review_app.model.result.stability import bootstrap
from review_app.model.terms import Terms

PLACES = 4
"""Decimals of a published figure of agreement."""
_TOLERANCE = 1.5 / 10**PLACES
"""Floating point may round the last decimal otherwise on another processor."""
_REPLICATES_OFF = 0.005
"""Share of replicates that may come out otherwise under the severity-corrected rule, which is fitted in floating
point; under every other rule the ranks are exact, and so is the comparison."""


def statistics(cube: ScoreCube, terms: Terms, withdrawn: Collection[str], seed: bytes) -> Statistics:
    """Intervals and agreement of an opened box, as they are published."""
    found = bootstrap(cube, terms.rubric, terms.rule, withdrawn, seed)
    return Statistics(
        found.replicates,
        [Interval(line.case, line.low, line.high, line.winning) for line in found.lines],
        [
            Agreement(
                line.what,
                *(
                    _text(value)
                    for value in (
                        line.kendall_w,
                        line.alpha_ordinal,
                        line.alpha_interval,
                        line.icc_2_1,
                        line.icc_2_k,
                    )
                ),
            )
            for line in agreement(cube, terms.rubric, withdrawn)
        ],
    )


def same_statistics(stated: Statistics, found: Statistics, *, exact: bool) -> bool:
    """Whether ``stated`` says what was ``found``; without ``exact`` (the severity-corrected rule) a few replicates may
    differ, and a rank at either end of an interval by one."""
    if stated.replicates != found.replicates or len(stated.intervals) != len(found.intervals):
        return False
    off = 0 if exact else found.replicates * _REPLICATES_OFF
    for one, other in zip(stated.intervals, found.intervals, strict=True):
        ends = max(abs(one.low - other.low), abs(one.high - other.high))
        if one.case != other.case or abs(one.winning - other.winning) > off or ends > (0 if exact else 1):
            return False
    return len(stated.agreement) == len(found.agreement) and all(
        _same_line(one, other) for one, other in zip(stated.agreement, found.agreement, strict=True)
    )


def _same_line(one: Agreement, other: Agreement) -> bool:
    names = ("kendall_w", "alpha_ordinal", "alpha_interval", "icc_2_1", "icc_2_k")
    return one.what == other.what and all(
        _same_figure(getattr(one, name), getattr(other, name)) for name in names
    )


def _same_figure(one: str, other: str) -> bool:
    if one == other:
        return True
    try:
        return (
            bool(one and other) and one == _text(float(one)) and abs(float(one) - float(other)) < _TOLERANCE
        )
    except ValueError:
        return False


def _text(value: float | None) -> str:
    return "" if value is None else f"{value:.{PLACES}f}"
