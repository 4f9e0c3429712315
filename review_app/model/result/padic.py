"""Exact solution of the equations that scores and severities answer to, with integers only.

Gaussian elimination in fractions grows numbers of thousands of digits in every cell.  Here the equations are solved
modulo a prime once, the solution is lifted digit by digit (Dixon 1982), and the fraction is found from its digits; it
is accepted only when the size of what remains proves it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
_LARGEST_PRIME = 33_554_393
"""Below 2^25: a sum of 8,192 products of two residues fits int64."""


@dataclass(frozen=True)
class Solution:
    """``x[i] / denominator`` and ``y[j] / denominator``."""

    x: list[int]
    y: list[int]
    denominator: int


@dataclass(frozen=True)
class GapEquations:
    """For every i: ``n[i] x[i] - sum(y[j] for j that miss i) = f[i]``; for every j: ``k[j] y[j] + sum(x[i] for i that j
    doesn't miss) = g[j]``.  ``missing[i, j]`` says who misses what; ``n`` and ``k`` are positive and below the primes
    used, and the equations have one solution."""

    n: Ints
    k: Ints
    missing: npt.NDArray[np.bool_]
    f: Sequence[int]
    g: Sequence[int]

    def solve(self) -> Solution:
        """The one solution, in exact fractions with a common denominator."""
        for prime in _primes():
            modular = _Modular.of(self, prime)
            if modular is not None:
                return self._lifted(modular)
        raise ArithmeticError("no solution")  # every prime divides the determinant: it is 0

    def _lifted(self, modular: _Modular) -> Solution:
        prime, gaps = modular.prime, self.missing.astype(np.float64)
        left_f, left_g = np.array(self.f, dtype=object), np.array(self.g, dtype=object)
        size = max([abs(value) for value in (*self.f, *self.g)], default=0)
        widest = int(max(self.n.max(), self.k.max())) + sum(self.missing.shape)
        digits: list[npt.NDArray[np.int64]] = []
        while True:
            x, y = modular.solve((left_f % prime).astype(np.int64), (left_g % prime).astype(np.int64))
            digits.append(np.concatenate([x, y]))
            left_f = (left_f - (self.n * x - _product(gaps, y))) // prime
            left_g = (left_g - (x.sum() - _product(gaps.T, x) + self.k * y)) // prime
            count = len(digits)
            if count >= 4 and count & (count - 1) == 0:
                found = _fractions(digits, prime, widest, size)
                if found is not None:
                    values, denominator = found
                    return Solution(values[: len(x)], values[len(x) :], denominator)


@dataclass(frozen=True)
class _Modular:
    """The equations modulo ``prime``: the larger of the two sides is eliminated, ``inverse`` belongs to the other."""

    prime: int
    n_inverse: Ints
    k_inverse: Ints
    gaps: npt.NDArray[np.float64]
    inverse: Ints

    @classmethod
    def of(cls, equations: GapEquations, prime: int) -> _Modular | None:
        """None when ``prime`` divides the determinant."""
        n, k, gaps = equations.n, equations.k, equations.missing.astype(np.float64)
        n_inverse, k_inverse = _inverses(n, prime), _inverses(k, prime)
        # Every entry is a residue times 0 or 1, and so the sums of the float products are exact below 2^53.
        if len(k) <= len(n):
            weighted = gaps * n_inverse[:, None]
            small = weighted.sum(axis=0)[None, :] - gaps.T @ weighted
            small[np.diag_indices(len(k))] += k
        else:
            weighted = gaps * k_inverse[None, :]
            small = weighted.sum(axis=1)[:, None] - weighted @ gaps.T
            small[np.diag_indices(len(n))] += n
        inverse = _inverse(small.astype(np.int64) % prime, prime)
        return None if inverse is None else cls(prime, n_inverse, k_inverse, gaps, inverse)

    def solve(self, f: Ints, g: Ints) -> tuple[Ints, Ints]:
        """``x`` and ``y`` modulo the prime for right sides that are residues."""
        prime = self.prime
        if len(g) <= len(f):
            x = self.n_inverse * f % prime
            y = self.inverse @ ((g - x.sum() + _product(self.gaps.T, x)) % prime) % prime
            return self.n_inverse * ((f + _product(self.gaps, y)) % prime) % prime, y
        y = self.k_inverse * g % prime
        x = self.inverse @ ((f + _product(self.gaps, y)) % prime) % prime
        return x, self.k_inverse * ((g - x.sum() + _product(self.gaps.T, x)) % prime) % prime


def _product(gaps: npt.NDArray[np.float64], residues: Ints) -> Ints:
    """Sums of residues, exact: 0 or 1 times less than 2^25, fewer than 2^28 of them."""
    product: Ints = (gaps @ residues.astype(np.float64)).astype(np.int64)
    return product


def _fractions(digits: Sequence[Ints], prime: int, widest: int, size: int) -> tuple[list[int], int] | None:
    """Numerators and common denominator of what ``digits`` (lowest first, a power of two of them) are the start of.

    Whatever is returned solves the equations modulo ``prime ** len(digits)``.  Both sides times the denominator differ
    by less than that in every equation, so they don't differ at all; None when that can't be said yet.
    """
    block, modulus = np.array(digits, dtype=object), prime
    while len(block) > 1:
        block = block[0::2] + block[1::2] * modulus
        modulus *= modulus
    limit = math.isqrt(modulus)
    denominator, residues = 1, [int(value) for value in block[0]]
    for residue in residues:
        value = _centred(residue * denominator, modulus)
        if abs(value) > limit:
            denominator *= _denominator(value, modulus, limit)
            if denominator > limit:
                return None
    values = [_centred(residue * denominator, modulus) for residue in residues]
    largest = max((abs(value) for value in values), default=0)
    return (values, denominator) if widest * largest + size * denominator < modulus else None


def _centred(value: int, modulus: int) -> int:
    """The residue nearest to 0."""
    residue = value % modulus
    return residue - modulus if 2 * residue > modulus else residue


def _denominator(value: int, modulus: int, limit: int) -> int:
    """The denominator of the fraction with a numerator up to ``limit`` that ``value`` stands for."""
    before, now, old, new = modulus, value % modulus, 0, 1
    while now > limit:
        quotient = before // now
        before, now, old, new = now, before - quotient * now, new, old - quotient * new
    return abs(new)


def _inverses(values: Ints, prime: int) -> Ints:
    return np.array([pow(int(value), -1, prime) for value in values], dtype=np.int64)


def _inverse(matrix: Ints, prime: int) -> Ints | None:
    """The inverse of a square matrix of residues, by Gauss and Jordan in place; None when it has none."""
    swaps = []
    for place in range(len(matrix)):
        (below,) = np.nonzero(matrix[place:, place])
        if not len(below):
            return None
        pivot = place + int(below[0])
        if pivot != place:
            matrix[[place, pivot]] = matrix[[pivot, place]]
            swaps.append((place, pivot))
        scale = pow(int(matrix[place, place]), -1, prime)
        matrix[place, place] = 1
        matrix[place] = matrix[place] * scale % prime
        factors = matrix[:, place].copy()
        factors[place] = 0
        matrix[factors != 0, place] = 0
        matrix -= factors[:, None] * matrix[place][None, :]
        matrix %= prime
    for place, pivot in reversed(swaps):
        matrix[:, [place, pivot]] = matrix[:, [pivot, place]]
    return matrix


def _primes() -> Iterator[int]:
    """Primes from the largest one below 2^25 down."""
    for number in range(_LARGEST_PRIME, 1 << 24, -2):
        if all(number % divisor for divisor in range(3, math.isqrt(number) + 1, 2)):
            yield number
