"""The page's count is the program's, for every rule."""

from __future__ import annotations

import random

import msgspec
import numpy as np
import pytest

from review_app.model.publish.tie_words import line_words
from review_app.model.publish.wording import Wording
from review_app.model.result.cube import ScoreCube
from review_app.model.result.ranking import exact_text, rank, winners
from review_app.model.result.ties import apart, beside, steps
from review_app.model.rubric import CountingRule, Criterion, Rubric
from tests.page.modules import ask

METHODS: list[dict[str, object]] = [
    {"method": "mean"},
    {"method": "trimmed-mean", "drop": 1},
    {"method": "trimmed-mean", "drop": 3},
    {"method": "trimmed-mean", "drop_share": "0.1"},
    {"method": "trimmed-mean", "drop_share": "0.333"},
    {"method": "median"},
    {"method": "severity-corrected"},
]


def _rubric(drawn: random.Random) -> Rubric:
    lowest, highest = drawn.choice([(0, 1), (1, 3), (1, 10), (0, 999)])
    weights = [drawn.choice(["1", "1", "2", "0.5", "0.333333", "12.25"]) for _ in range(drawn.randint(1, 5))]
    return Rubric(
        lowest, highest, [Criterion(f"c{n}", f"C{n}", "c", "", "", w, []) for n, w in enumerate(weights)]
    )


def draw_case(
    drawn: random.Random, method: dict[str, object]
) -> tuple[ScoreCube, Rubric, CountingRule, list[str], bytes]:
    """A cube with few different scores (so that much is equal), gaps of all sizes, and a rule for it."""
    rubric = _rubric(drawn)
    sheets, cases = drawn.randint(0, 9), drawn.randint(1, 7)
    criteria = len(rubric.criteria)
    missing = drawn.choice([0, 0.1, 0.5, 0.8])
    values = np.full((sheets, cases, criteria), np.nan)
    for sheet in range(sheets):
        for case in range(cases):
            if drawn.random() >= missing:
                values[sheet, case] = [drawn.randint(rubric.lowest, rubric.highest) for _ in range(criteria)]
    ids = [f"case-{n}" for n in drawn.sample(range(1, 99), cases)]
    ties = drawn.sample([criterion.id for criterion in rubric.criteria], drawn.randint(0, min(2, criteria)))
    rule = CountingRule(
        **{"method": "mean", "drop": 0, "drop_share": "", **method},  # type: ignore[arg-type]
        ties=ties,
        winners=drawn.randint(1, 4),
        minimum_scores=drawn.choice([1, 1, 2, 3]),
        minimum_accepted=1,
        abstention=False,
        publication="full",
        seed_draw="",
        last_tie=drawn.choice(["shared", "lot"]),
    )
    withdrawn = [case for case in ids if drawn.random() < 0.1]
    return ScoreCube(tuple(ids), values), rubric, rule, withdrawn, drawn.randbytes(32)


class Echo(Wording):
    """Says the key of a sentence and what fills it."""

    def __init__(self) -> None:
        super().__init__("common", "zh")

    def __call__(self, key: str, /, **gaps: object) -> str:
        if key == "comma":
            return ", "
        names = ("rank", "equal", "criterion", "mine", "other")
        return "|".join([key.removeprefix("ties."), *(str(gaps.get(name, "")) for name in names)])


def rows_of(cube: ScoreCube) -> list[list[list[int] | None]]:
    return [
        [None if np.isnan(row).any() else [int(value) for value in row] for row in sheet]
        for sheet in cube.values
    ]


def rule_as_read(rule: CountingRule) -> dict[str, object]:
    """The rule as the page has it after reading: defaults filled in."""
    return {name: getattr(rule, name) for name in rule.__struct_fields__}


@pytest.mark.parametrize("method", METHODS, ids=lambda m: "-".join(str(part) for part in m.values()))
def test_the_page_counts_as_the_program_does(method: dict[str, object]) -> None:
    drawn = random.Random(str(method))
    given = [draw_case(drawn, method) for _ in range(300)]
    questions, expected = [], []
    for number, (cube, rubric, rule, withdrawn, seed) in enumerate(given):
        known = seed if number % 4 else None
        as_read = rule_as_read(rule)
        rubric_read = msgspec.to_builtins(rubric)
        rows = rows_of(cube)
        questions.append(
            ["rank", cube.case_ids, rows, rubric_read, as_read, withdrawn, known.hex() if known else None]
        )
        ranking = rank(cube, rubric, rule, withdrawn, known)
        lines = [
            {
                "case": line.case_id,
                "rank": line.rank or 0,
                "score": "" if line.score is None else exact_text(line.score),
                "sheets": line.sheets,
                "used": line.used,
                "drawn": line.drawn,
            }
            for line in ranking
        ]
        above, below = beside(steps(ranking, rule))
        told = [line_words(above.get(x.case_id), below.get(x.case_id), rubric, Echo()) for x in ranking]
        points = apart([line.score for line in ranking])
        expected.append({"lines": lines, "winners": winners(ranking, rule), "points": points, "told": told})
    assert [answer.get("answer", answer) for answer in ask(questions)] == expected
    said = {text.split("|")[0] for one in expected for text in one["told"]}
    assert {"lot", "shared", "criterion-ahead"} <= said, said
    shared = sum(len({line["rank"] for line in one["lines"]}) < len(one["lines"]) for one in expected)
    assert shared > 20, "hardly anything was equal: the test says too little"
