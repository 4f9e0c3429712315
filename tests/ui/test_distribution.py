"""How the expert has used the scale: counts, bars under their scores, and words that don't overstate."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from review_app.model.rubric import Rubric, load_rubric
from review_app.model.scoring.scores import CaseScores
from review_app.ui.expert.distribution import BARS, TALL, Distribution, bins_of, count_in, scores_given
from review_app.ui.expert.score_row import ScoreScale
from review_app.ui.window import MainWindow
from tests.rounds import SmallRound

Open = Callable[..., MainWindow]


def a_strip(qtbot: QtBot, rubric: Rubric | None = None) -> Distribution:
    strip = Distribution(rubric or load_rubric())
    qtbot.addWidget(strip)
    strip.resize(296, 40)
    strip.show()
    return strip


def test_every_score_falls_into_one_bin(tmp_path: Path) -> None:
    for lowest, highest in ((1, 10), (0, 5), (0, 100), (10, 100), (1, 13), (0, 999)):
        file = tmp_path / "rubric.yaml"
        file.write_text(
            f"lowest: {lowest}\nhighest: {highest}\ncriteria:\n  - {{id: worth, name: 价值, weight: '1'}}\n",
            "utf-8",
        )
        every = list(range(lowest, highest + 1))
        counts = count_in(bins_of(load_rubric(file)), every)
        assert sum(counts) == len(every)
        assert max(counts) - min(counts) <= 1


def test_recused_and_abstained_cases_are_not_counted() -> None:
    states = [
        CaseScores((7, 8, None)),
        CaseScores((1, 1, 1), recused=True),
        CaseScores((2, 2, 2), abstained=True),
        CaseScores((0, None, None)),
    ]
    assert scores_given(states) == [7, 8, 0]
    assert scores_given(states, 0) == [7, 0]
    assert scores_given(states, 2) == []


def test_few_scores_make_low_bars_and_are_said_to_be_few(qtbot: QtBot) -> None:
    strip = a_strip(qtbot)
    strip.show_scores([8], "Innovation", 8)
    assert strip.bars.bar(7).height() == BARS / 5
    assert "too few to tell" in strip.accessibleName()
    strip.show_scores([8] * 12 + [3] * 6, "Innovation", 8)
    assert strip.bars.bar(7).height() == BARS
    assert strip.bars.bar(2).height() == BARS / 2
    assert "too few" not in strip.accessibleName()
    assert strip.accessibleDescription().startswith("3: 6 time")
    strip.show_scores([], "", None)
    assert sum(strip.bars.counts) == 0
    assert "0 score" in strip.accessibleName()
    assert "keys 1–9" in strip.caption.text()  # in place of a count that says nothing


def test_high_bars_have_their_numbers_above_them(qtbot: QtBot) -> None:
    strip = a_strip(qtbot)
    strip.show_scores([8] * 12 + [3] * 6, "", None)
    low, plain = strip.bars.height(), strip.bars.grab().toImage()
    strip.set_tall(True)
    assert strip.bars.height() > low
    bar = strip.bars.bar(2)
    assert bar.height() == TALL / 2

    def inked(top: float, bottom: float) -> bool:
        picture = strip.bars.grab().toImage()
        ground = picture.pixelColor(1, 1)
        return any(
            picture.pixelColor(x, y) != ground
            for x in range(int(bar.left()), int(bar.right()))
            for y in range(int(top), int(bottom))
        )

    assert inked(bar.top() - 14, bar.top() - 2)
    assert not inked(0, bar.top() - 20) or bar.top() < 20
    strip.set_tall(False)
    assert strip.bars.grab().toImage() == plain


def test_bars_stand_under_their_scores(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    panel = open_window(package, a_round).round.scores
    scale = panel.rows[0].field
    assert isinstance(scale, ScoreScale)
    bars = panel.strip.bars
    qtbot.waitUntil(lambda: bars.width() == scale.width())
    for place in range(10):
        step, bar = scale.step_area(place + 1), bars.bar(place)
        assert abs(step.center().x() - bar.center().x()) < 1
        left = bars.mapTo(panel, bars.rect().topLeft()).x()
        assert left == scale.mapTo(panel, scale.rect().topLeft()).x()


def test_it_follows_the_criterion_under_the_hand(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    panel = page.scores
    for case_id, values in zip(page.desk.order, ((3, 9), (3, 8), (4, 9)), strict=False):
        for place, value in enumerate(values):
            page.desk.change(case_id, lambda session, c=case_id, p=place, v=value: session.set_score(c, p, v))
    panel.rows[0].field.setFocus()
    assert [panel.strip.bars.counts[value - 1] for value in (3, 4, 8, 9)] == [2, 1, 0, 0]
    qtbot.keyClick(panel.rows[0].field, Qt.Key.Key_Down)
    assert [panel.strip.bars.counts[value - 1] for value in (3, 4, 8, 9)] == [0, 0, 1, 2]
    assert panel.strip.accessibleName().startswith("Importance")
    page.show_case(page.desk.order[3])
    assert sum(panel.strip.bars.counts) == 6
