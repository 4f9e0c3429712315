"""Ranking and 2,000 bootstrap replicates at 24 cases x 5 criteria x 1,000 sheets against a bare resampling of the cube.

Ours: the exact ranking by the default rule (trimmed mean, ties by five criteria), and the ranks under 2,000 draws with
intervals.  Bare: as many draws made by numpy, each replicate gathered from the cube and averaged over its sheets (of
which ours needs every cell too: the means of the criteria decide ties); no rank, no tie, no trimming.  Both sides take
turns; the best of each is compared.  That the ranks are those of one count after the other is tested
(tests/model/result/test_stability.py).
"""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np

from benchmarks.figure import Figure
from review_app.model.result.cube import ScoreCube
from review_app.model.result.ranking import rank
from review_app.model.result.stability import REPLICATES, bootstrap
from review_app.model.rubric import load_rubric, load_rule

SHEETS, CASES, CRITERIA = 1000, 24, 5
ROUNDS = 5
LIMIT = 3.0
_AT_ONCE = 10
"""Replicates gathered at a time: more don't fit the processor's caches, and are slower."""


def cube_of() -> ScoreCube:
    """Scores around a quality of each case's own; one row in fifty is missing."""
    drawn = np.random.default_rng(3)
    quality = np.linspace(5, 8, CASES)[None, :, None]
    values = np.clip(np.round(drawn.normal(quality, 1.5, (SHEETS, CASES, CRITERIA))), 1, 10)
    values[drawn.random((SHEETS, CASES)) < 0.02] = np.nan
    return ScoreCube(tuple(f"case-{number:02d}" for number in range(1, CASES + 1)), values)


def bare(cube: ScoreCube) -> None:
    """The draws, and the mean of every cell of the cube in every replicate."""
    drawn = np.random.default_rng(3).integers(0, SHEETS, (REPLICATES, SHEETS))
    sheets = cube.values.reshape(SHEETS, CASES * CRITERIA)
    means = np.empty((REPLICATES, CASES * CRITERIA))
    for first in range(0, REPLICATES, _AT_ONCE):
        means[first : first + _AT_ONCE] = sheets[drawn[first : first + _AT_ONCE]].mean(axis=1)


def run() -> list[Figure]:
    """One ratio."""
    cube, rubric = cube_of(), load_rubric()
    rule = load_rule(None, rubric)

    def ours() -> None:
        rank(cube, rubric, rule)
        bootstrap(cube, rubric, rule, (), bytes(32))

    mine, floor = [], []
    for _ in range(ROUNDS):
        mine.append(_seconds(ours))
        floor.append(_seconds(lambda: bare(cube)))
    detail = f"{min(mine):.2f} s against {min(floor):.2f} s for drawing and averaging alone"
    return [Figure("ranking and 2,000 replicates", min(mine) / min(floor), LIMIT, "at most", detail)]


def _seconds(work: Callable[[], None]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
