"""The page's intervals and figures of agreement are the program's."""

from __future__ import annotations

import random

import msgspec
import pytest

from review_app.model.result.agreement import agreement
from review_app.model.result.stability import bootstrap
from tests.page.modules import ask
from tests.page.test_count import METHODS, draw_case, rows_of, rule_as_read


@pytest.mark.parametrize("method", METHODS, ids=lambda m: "-".join(str(part) for part in m.values()))
def test_intervals_and_shares_are_the_same(method: dict[str, object]) -> None:
    drawn = random.Random(f"bootstrap {method}")
    questions, expected = [], []
    for _ in range(12):
        cube, rubric, rule, withdrawn, seed = draw_case(drawn, method)
        cube = cube.without(withdrawn)
        questions.append(
            ["bootstrap", rows_of(cube), msgspec.to_builtins(rubric), rule_as_read(rule), seed.hex()]
        )
        found = bootstrap(cube, rubric, rule, (), seed)
        lines = [{"low": line.low, "high": line.high, "winning": line.winning} for line in found.lines]
        expected.append({"replicates": found.replicates, "lines": lines})
    assert [answer.get("answer", answer) for answer in ask(questions)] == expected
    assert any(line["low"] < line["high"] for one in expected for line in one["lines"])


def test_figures_of_agreement_are_the_same() -> None:
    drawn = random.Random("agreement")
    questions, expected = [], []
    for _ in range(200):
        cube, rubric, _, withdrawn, _ = draw_case(drawn, {"method": "mean"})
        cube = cube.without(withdrawn)
        questions.append(["agreement", rows_of(cube), msgspec.to_builtins(rubric)])
        expected.append(agreement(cube, rubric))
    names = ("kendall_w", "alpha_ordinal", "alpha_interval", "icc_2_1", "icc_2_k")
    defined = dict.fromkeys(names, 0)
    for lines, answer in zip(expected, ask(questions), strict=True):
        found = answer["answer"]
        assert [line.what for line in lines] == [line["what"] for line in found]
        for line, other in zip(lines, found, strict=True):
            for name in names:
                value, figure = getattr(line, name), other["figures"][name]
                assert (value is None) == (figure is None), (name, value, figure, line)
                if value is not None:
                    defined[name] += 1
                    assert figure == pytest.approx(value, abs=1e-9)
    assert min(defined.values()) > 100, defined
