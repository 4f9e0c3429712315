"""The severity-corrected fit at sizes no fraction elimination reaches: it is right because its equations hold."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import numpy as np
import numpy.typing as npt
import pytest

from review_app.model.result import padic
from review_app.model.result.cube import Totals
from review_app.model.result.padic import GapEquations
from review_app.model.result.severity import corrected


def some_totals(sheets: int, cases: int, gaps: float, seed: int) -> Totals:
    rng = np.random.default_rng(seed)
    scored = rng.random((sheets, cases)) >= gaps
    return Totals(Fraction(1, 10), np.where(scored, rng.integers(50, 500, (sheets, cases)), 0), scored)


def check_least_squares(totals: Totals) -> None:
    """What is left over adds up to 0 in every row and column, and so do the leniences: that is the least sum of
    squares, and of all of these the one with the leniences' mean at 0."""
    found = corrected(totals)
    scores = [score for score in found.scores if score is not None]
    leniences = [lenience for lenience in found.leniences if lenience is not None]
    assert len(scores) == totals.scored.shape[1] and len(leniences) == totals.scored.shape[0]
    assert sum(leniences) == 0
    for sheet in range(len(leniences)):
        cases = np.nonzero(totals.scored[sheet])[0].tolist()
        given = int(totals.values[sheet].sum()) * totals.unit
        assert given == sum(scores[case] for case in cases) + len(cases) * leniences[sheet]
    for case in range(len(scores)):
        sheets = np.nonzero(totals.scored[:, case])[0].tolist()
        got = int(totals.values[:, case].sum()) * totals.unit
        assert got == len(sheets) * scores[case] + sum(leniences[sheet] for sheet in sheets)


@pytest.mark.parametrize(
    ("sheets", "cases", "gaps"), [(8, 24, 0.1), (60, 24, 0.2), (24, 60, 0.5), (6, 500, 0.1), (90, 100, 0.04)]
)
def test_the_equations_hold_exactly(sheets: int, cases: int, gaps: float) -> None:
    check_least_squares(some_totals(sheets, cases, gaps, sheets))


def test_totals_past_int64() -> None:
    totals = some_totals(12, 9, 0.3, 1)
    huge: npt.NDArray[np.object_] = totals.values.astype(object) * (10**18 + 9)
    check_least_squares(Totals(totals.unit, huge, totals.scored))


def test_with_nothing_missing_it_is_the_mean() -> None:
    totals = some_totals(40, 500, 0, 3)
    means = [Fraction(int(total), 40) * totals.unit for total in totals.values.sum(axis=0)]
    assert corrected(totals).scores == means
    check_least_squares(totals)


def test_a_case_that_everybody_scored_keeps_its_mean() -> None:
    totals = some_totals(30, 10, 0.3, 4)
    totals.scored[:, 3] = True
    totals.values[:, 3] = 77
    assert corrected(totals).scores[3] == 77 * totals.unit


def test_five_hundred_candidates() -> None:
    """The largest round there can be, a fair panel, a recusal here and there."""
    totals = some_totals(60, 500, 0.02, 5)
    found = corrected(totals)
    leniences = [lenience for lenience in found.leniences if lenience is not None]
    assert sum(leniences) == 0 and len(leniences) == 60
    for case in (0, 250, 499):
        sheets = np.nonzero(totals.scored[:, case])[0].tolist()
        score = found.scores[case]
        assert score is not None
        got = int(totals.values[:, case].sum()) * totals.unit
        assert got == len(sheets) * score + sum(leniences[sheet] for sheet in sheets)


def test_a_short_start_is_not_taken_for_the_number() -> None:
    """Some fraction of small numbers fits the first digits of any; only its size against the equations' tells."""
    for value in (10**40 + 1, -(10**40) - 3, 1):
        found = GapEquations(np.array([1]), np.array([7]), np.array([[True]]), [0], [value]).solve()
        assert [Fraction(n, found.denominator) for n in (*found.x, *found.y)] == [Fraction(value, 7)] * 2


def test_a_prime_that_divides_the_determinant_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[int] = []

    def small_primes() -> Iterator[int]:
        for prime in (101, 103, 107, 109):
            tried.append(prime)
            yield prime

    monkeypatch.setattr(padic, "_primes", small_primes)
    for seed in range(600):
        rng = np.random.default_rng(seed)
        rows, columns = 2 + seed % 4, 2 + seed // 4 % 4
        missing = rng.random((rows, columns)) < 0.5
        n, k = rng.integers(6, 60, rows), rng.integers(6, 60, columns)
        f, g = rng.integers(-99, 99, rows).tolist(), rng.integers(-99, 99, columns).tolist()
        found = GapEquations(n, k, missing, f, g).solve()
        for i in range(rows):
            left = int(n[i]) * found.x[i] - sum(found.y[j] for j in range(columns) if missing[i, j])
            assert left == f[i] * found.denominator
        for j in range(columns):
            left = int(k[j]) * found.y[j] + sum(found.x[i] for i in range(rows) if not missing[i, j])
            assert left == g[j] * found.denominator
    assert 103 in tried
