"""Agreement against published values (tests/vectors/stats.json names their sources), and where it isn't defined."""

from __future__ import annotations

import json
from typing import Any, Literal

import krippendorff
import numpy as np
import pytest

from review_app.model.result.agreement import agreement, icc_2, kendall_w, krippendorff_alpha
from review_app.model.result.cube import ScoreCube
from tests.conftest import REPOSITORY
from tests.model.result.test_stability import cube_of, rubric_of

CASES: list[dict[str, Any]] = json.loads(
    (REPOSITORY / "tests" / "vectors" / "stats.json").read_text("utf-8")
)["cases"]
COMPUTED = {
    "krippendorff_alpha": lambda table, level: krippendorff_alpha(table, level),
    "kendall_w": lambda table, level: kendall_w(table),
    "icc_2_1": lambda table, level: icc_2(table)[0],
    "icc_2_k": lambda table, level: icc_2(table)[1],
}
EXPECTED = [
    pytest.param(case["data"], expected, id=f"{case['id']}-{expected['stat']}-{expected.get('level', '')}")
    for case in CASES
    for expected in case["expected"]
    if expected["stat"] in COMPUTED
    and (expected.get("level", "interval") in ("ordinal", "interval") or expected["value"] is None)
    and expected.get("ties_corrected", True)
]


@pytest.mark.parametrize(("data", "expected"), EXPECTED)
def test_published_values(data: list[list[float | None]], expected: dict[str, Any]) -> None:
    table = np.array([[np.nan if cell is None else cell for cell in row] for row in data], dtype=float)
    level = "ordinal" if expected.get("level") == "ordinal" else "interval"
    found = COMPUTED[expected["stat"]](table, level)
    if expected["value"] is None:
        assert found is None
    else:
        assert found == pytest.approx(expected["value"], abs=expected["tol"])


def test_w_without_ties_is_the_textbook_formula() -> None:
    """The published value without correction, on ranks without ties, where both are the same."""
    case = next(case for case in CASES if case["id"] == "desctools_W_6x3")
    assert kendall_w(np.array(case["data"], dtype=float)) == pytest.approx(0.568254, abs=5e-7)


@pytest.mark.parametrize("shape", [(0, 0), (1, 5), (5, 1), (5, 0), (0, 5)])
def test_too_little_to_agree_on(shape: tuple[int, int]) -> None:
    table = np.ones(shape)
    assert kendall_w(table) is None
    assert icc_2(table) == (None, None)
    assert krippendorff_alpha(table, "interval") is None


def test_nobody_differs() -> None:
    cube = ScoreCube(("a", "b", "c"), np.full((4, 3, 2), 7.0))
    for line in agreement(cube, rubric_of("1", "0.3")):
        assert line.sheets == 4
        assert (line.kendall_w, line.alpha_ordinal, line.alpha_interval) == (None, None, None)
        assert (line.icc_2_1, line.icc_2_k) == (None, None)


def test_sheets_with_gaps_count_for_alpha_only() -> None:
    cube = cube_of(6, 5, 2, 0.0, "gaps")
    whole = agreement(cube, rubric_of("1", "1"))[0]
    more = np.concatenate([cube.values, cube.values[:1]])
    more[6, 2] = np.nan
    mixed = agreement(ScoreCube(cube.case_ids, more), rubric_of("1", "1"))[0]
    assert (mixed.sheets, mixed.kendall_w, mixed.icc_2_1) == (6, whole.kendall_w, whole.icc_2_1)
    assert mixed.alpha_interval != whole.alpha_interval


def test_one_line_for_the_total_and_each_criterion_in_order() -> None:
    lines = agreement(cube_of(6, 5, 3, 0.1, "lines"), rubric_of("1", "1", "1"), {"case-0"})
    assert [line.what for line in lines] == ["total", "k0", "k1", "k2"]


@pytest.mark.parametrize("level", ["ordinal", "interval"])
def test_alpha_is_that_of_another_implementation(level: Literal["ordinal", "interval"]) -> None:
    """The package krippendorff, on tables with gaps; units with one score and none among them."""
    for trial in range(60):
        cube = cube_of(3 + trial % 9, 2 + trial % 7, 1, trial % 4 / 5, f"alpha{trial}", spread=2 + trial % 9)
        table = cube.values[:, :, 0].T
        rated = table[(~np.isnan(table)).sum(axis=1) >= 2]
        if len(np.unique(rated[~np.isnan(rated)])) < 2:
            assert krippendorff_alpha(table, level) is None
            continue
        theirs = krippendorff.alpha(reliability_data=table.T, level_of_measurement=level)
        assert krippendorff_alpha(table, level) == pytest.approx(theirs, abs=1e-12)
