"""The Borda count: for looking at what another way of counting would say, never a rule of the terms."""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction

import numpy as np

from review_app.model.result.cube import ScoreCube, totals_of
from review_app.model.result.ranking import RankedCase, ranked
from review_app.model.result.rules import CaseScore
from review_app.model.rubric import CountingRule, Rubric


def borda(
    cube: ScoreCube,
    rubric: Rubric,
    rule: CountingRule,
    withdrawn: Collection[str] = (),
    seed: bytes | None = None,
) -> list[RankedCase]:
    """All candidates by Borda count; ``rule`` says the least number of scores and how ties are broken.

    A sheet gives a case one point for every case that it puts below and half a point for every one it puts equal, by
    their totals: 0 to k - 1 points where it scored k of the m cases.  Points count ``(m - 1) / (k - 1)`` times, so that
    the best of few is worth the best of all; a sheet that scored a single case says nothing of an order and is left
    out.  A case's score is the mean of the points of the sheets that scored it, times the number of all sheets that
    count: with nothing missing, the sum of points, the ordinary Borda count (0-based, ties averaged).
    """
    cube = cube.without(withdrawn)
    totals = totals_of(cube, rubric)
    cases = len(cube.case_ids)
    points = [Fraction(0)] * cases
    given = [0] * cases
    counting = 0
    for values, scored in zip(totals.values, totals.scored, strict=True):
        (present,) = np.nonzero(scored)
        if len(present) < 2:
            continue
        counting += 1
        own = sorted(values[present].tolist())
        below = np.searchsorted(own, values[present], side="left")
        upto = np.searchsorted(own, values[present], side="right")
        for case, less, not_more in zip(present.tolist(), below.tolist(), upto.tolist(), strict=True):
            points[case] += Fraction((less + not_more - 1) * (cases - 1), 2 * (len(own) - 1))
            given[case] += 1
    scored_by = totals.scored.sum(axis=0).tolist()
    scores = [
        CaseScore(points[case] * counting / given[case], given[case])
        if given[case] and scored_by[case] >= rule.minimum_scores
        else CaseScore(None, 0)
        for case in range(cases)
    ]
    return ranked(cube, rubric, rule, scores, seed)
