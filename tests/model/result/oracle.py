"""The counting rules read aloud, straight from docs/protocol.md: plain loops over fractions, no array, no library."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from fractions import Fraction

from review_app.model.result.cube import ScoreCube, cube_from
from review_app.model.rubric import CountingRule, Criterion, Rubric
from review_app.model.scoring.sheet import Row, Scores

Sheets = list[list[list[int] | None]]
"""sheet x case -> one integer a criterion, or None for a recusal."""
Line = tuple[str, int | None, Fraction | None, int, int, bool]
"""Case, rank, score, sheets, used, drawn."""


def rubric_of(weights: list[str], highest: int = 10) -> Rubric:
    """Criteria ``k0``, ``k1``, … with these weights, scored from 1 to ``highest``."""
    return Rubric(
        1, highest, [Criterion(f"k{n}", f"k{n}", "", "", "", weight, []) for n, weight in enumerate(weights)]
    )


def ids(cases: int) -> list[str]:
    """``case-0``, ``case-1``, …"""
    return [f"case-{number}" for number in range(cases)]


def cube_of(sheets: Sheets, cases: int, criteria: int) -> ScoreCube:
    """The cube by the way that signed scores take."""
    signed = [
        Scores(
            "scoresheet/0",
            "r",
            "t",
            0,
            1,
            [
                Row(c, row or [], "scored" if row else "recused")
                for c, row in zip(ids(cases), sheet, strict=True)
            ],
            [],
            "",
        )
        for sheet in sheets
    ]
    return cube_from(signed, ids(cases), criteria)


def solved(equations: list[list[Fraction]], unknowns: int) -> list[Fraction]:
    """The one solution of consistent linear equations, each its coefficients and then its right side."""
    rows = [list(equation) for equation in equations]
    for column in range(unknowns):
        pivot = next(index for index in range(column, len(rows)) if rows[index][column] != 0)
        rows[column], rows[pivot] = rows[pivot], rows[column]
        rows[column] = [value / rows[column][column] for value in rows[column]]
        for index, row in enumerate(rows):
            if index != column and row[column] != 0:
                rows[index] = [
                    mine - row[column] * other for mine, other in zip(row, rows[column], strict=True)
                ]
    assert all(value == 0 for row in rows[unknowns:] for value in row), "the equations contradict each other"
    return [row[unknowns] for row in rows[:unknowns]]


def least_squares(cells: dict[tuple[int, int], Fraction]) -> tuple[dict[int, Fraction], dict[int, Fraction]]:
    """Score by case and lenience by sheet for totals by (sheet, case) that hang together."""
    sheets, cases = sorted({s for s, _ in cells}), sorted({c for _, c in cells})
    unknowns: list[tuple[str, int]] = [("case", c) for c in cases] + [("sheet", s) for s in sheets]
    equations = []
    for unknown in unknowns:  # the derivative of the sum of squares by each of them is 0
        row = [Fraction(0)] * (len(unknowns) + 1)
        for (s, c), total in cells.items():
            if unknown in (("case", c), ("sheet", s)):
                row[unknowns.index(("case", c))] += 1
                row[unknowns.index(("sheet", s))] += 1
                row[-1] += total
        equations.append(row)
    equations.append([Fraction(kind == "sheet") for kind, _ in unknowns] + [Fraction(0)])
    values = solved(equations, len(unknowns))
    found = dict(zip(unknowns, values, strict=True))
    return {c: found["case", c] for c in cases}, {s: found["sheet", s] for s in sheets}


def largest_part(cells: Collection[tuple[int, int]]) -> set[int]:
    """The cases of the part with most cases, then most cells, then the smallest case."""
    parts: list[set[int]] = []
    for first in sorted({c for _, c in cells}):
        if any(first in part for part in parts):
            continue
        part, grown = {first}, True
        while grown:
            sheets = {s for s, c in cells if c in part}
            wider = {c for s, c in cells if s in sheets}
            grown, part = wider != part, wider
        parts.append(part)
    sizes = [(len(part), sum(c in part for _, c in cells), -min(part)) for part in parts]
    return parts[sizes.index(max(sizes))] if parts else set()


def counted(
    sheets: Sheets,
    cases: int,
    weights: list[str],
    rule: CountingRule,
    withdrawn: Collection[str] = (),
    seed: bytes | None = None,
) -> list[Line]:
    """The ranking by ``rule``: ranks by counting how many are better."""
    names = {case: name for case, name in enumerate(ids(cases)) if name not in withdrawn}
    rows = {case: [row for sheet in sheets if (row := sheet[case]) is not None] for case in names}
    cells = {
        (s, case): sum((Fraction(w) * v for w, v in zip(weights, row, strict=True)), Fraction(0))
        for s, sheet in enumerate(sheets)
        for case in names
        if (row := sheet[case]) is not None
    }
    part = largest_part(list(cells))
    fitted, _ = least_squares({cell: total for cell, total in cells.items() if cell[1] in part})
    keys: dict[int, tuple[Fraction, ...]] = {}
    used: dict[int, int] = {}
    for case in names:
        totals = sorted(total for (_, c), total in cells.items() if c == case)
        if len(totals) < rule.minimum_scores:
            continue
        if rule.method == "severity-corrected":
            if case not in fitted:
                continue
            score = fitted[case]
        else:
            if rule.method == "median":
                middle = (len(totals) - 1) // 2
                left = totals[middle : len(totals) - middle]
            else:
                drop = rule.drop
                while rule.drop_share and Fraction(drop + 1) <= Fraction(rule.drop_share) * len(totals):
                    drop += 1
                left = list(totals)
                for _ in range(drop):
                    left = left[1:-1] if len(left) > 1 else []
            if not left:
                continue
            score = sum(left, Fraction(0)) / len(left)
        means = [Fraction(sum(row[int(k[1:])] for row in rows[case]), len(rows[case])) for k in rule.ties]
        keys[case] = (score, *means)
        trims = rule.method in ("mean", "trimmed-mean")
        used[case] = len(left) if trims else len(totals)
    lines: list[Line] = []
    for case, key in keys.items():
        better = sum(other > key for other in keys.values())
        equal = [other for other in keys if keys[other] == key]
        lots = {
            other: hashlib.sha256((seed or b"") + b"\x00lot\x00" + names[other].encode()).digest()
            for other in equal
        }
        drawn = rule.last_tie == "lot" and seed is not None and len(equal) > 1
        if drawn:
            better += sum(lots[other] < lots[case] for other in equal)
        lines.append((names[case], 1 + better, key[0], len(rows[case]), used[case], drawn))
    lines.sort(key=lambda line: (line[1] or 0, ids(cases).index(line[0])))
    return lines + [
        (name, None, None, len(rows[case]), 0, False) for case, name in names.items() if case not in keys
    ]


def borda_points(
    sheets: Sheets, cases: int, weights: list[str], withdrawn: Collection[str] = ()
) -> dict[str, Fraction]:
    """Borda counts as the product defines them, by comparing every two cases of every sheet."""
    names = {case: name for case, name in enumerate(ids(cases)) if name not in withdrawn}
    points: dict[int, list[Fraction]] = {case: [] for case in names}
    counting = 0
    for sheet in sheets:
        totals = {
            case: sum((Fraction(w) * v for w, v in zip(weights, row, strict=True)), Fraction(0))
            for case in names
            if (row := sheet[case]) is not None
        }
        if len(totals) < 2:
            continue
        counting += 1
        for case, total in totals.items():
            others = [other for name, other in totals.items() if name != case]
            won = sum(
                (Fraction(total > other) + Fraction(total == other, 2) for other in others), Fraction(0)
            )
            points[case].append(won / len(others) * (len(names) - 1))
    return {
        names[case]: sum(given, Fraction(0)) / len(given) * counting
        for case, given in points.items()
        if given
    }
