"""The Borda count beside one that somebody else wrote (votelib), which the product doesn't use."""

from __future__ import annotations

import random
from fractions import Fraction

from votelib import convert
from votelib.component import rankscore

from review_app.model.result.borda import borda
from review_app.model.rubric import CountingRule
from tests.model.result.oracle import Sheets, cube_of, rubric_of

LOOKING = CountingRule("mean", 0, [], 2, 1, 1, False, "full", "")


def by_votelib(ballots: list[tuple[int, ...]]) -> dict[int, int]:
    """0-based counts of strict ballots, best case first."""
    votes: dict[tuple[int, ...], int] = {}
    for ballot in ballots:
        votes[ballot] = votes.get(ballot, 0) + 1
    counts: dict[int, int] = convert.RankedToPositionalVotes(rankscore.Borda(base=0)).convert(votes)
    return counts


def by_product(sheets: Sheets, cases: int) -> dict[int, Fraction | None]:
    found = borda(cube_of(sheets, cases, 1), rubric_of(["1"], 100), LOOKING)
    return {int(line.case_id.removeprefix("case-")): line.score for line in found}


def test_five_hundred_random_profiles() -> None:
    """Half of them strict.  In the others votelib, which knows no half points, is given every sheet twice: equal cases
    in one order and in the opposite one, which comes to twice the average."""
    drawn = random.Random(5)
    tied = 0
    for number in range(500):
        cases, voters = drawn.randint(2, 12), drawn.randint(1, 15)
        strict = number % 2 == 0
        scores = [
            drawn.sample(range(1, 101), cases) if strict else [drawn.randint(1, 5) for _ in range(cases)]
            for _ in range(voters)
        ]
        tied += any(len(set(row)) < cases for row in scores)
        ballots = []
        for row in scores:
            ballots.append(tuple(sorted(range(cases), key=lambda case: (-row[case], case))))
            ballots.append(tuple(sorted(range(cases), key=lambda case: (-row[case], -case))))
        sheets: Sheets = [[[score] for score in row] for row in scores]
        expected = {case: Fraction(twice, 2) for case, twice in by_votelib(ballots).items()}
        assert by_product(sheets, cases) == expected
        if strict:
            assert expected == by_votelib(ballots[::2])
    assert tied > 200
