"""What a screen reader is told of a row: criterion, value, meaning; and when there is none, no number."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from review_app.model.rubric import load_rubric
from review_app.ui.expert import heard
from review_app.ui.expert.score_row import ScoreScale
from review_app.ui.window import MainWindow
from tests.rounds import SmallRound

Open = Callable[..., MainWindow]
TEXT = QAccessible.Text


def a_scale(qtbot: QtBot, tmp_path: Path, lowest: int = 1, highest: int = 10) -> ScoreScale:
    file = tmp_path / "rubric.yaml"
    file.write_text(
        f"lowest: {lowest}\nhighest: {highest}\ncriteria:\n  - id: worth\n    name: 价值\n    weight: '1'\n"
        f"    levels:\n      - {{lowest: {lowest}, highest: {lowest}, text: 没有价值}}\n",
        "utf-8",
    )
    rubric = load_rubric(file)
    scale = ScoreScale(rubric, rubric.criteria[0])
    qtbot.addWidget(scale)
    return scale


@pytest.mark.parametrize(
    ("platform", "name"), [("win32", "价值"), ("darwin", "价值"), ("linux", "价值: not scored")]
)
def test_a_row_without_a_score_has_no_number(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, name: str
) -> None:
    monkeypatch.setattr(heard.sys, "platform", platform)
    scale = a_scale(qtbot, tmp_path, 0, 5)
    said = QAccessible.queryAccessibleInterface(scale)
    assert said.role() == QAccessible.Role.Slider
    assert said.text(TEXT.Name) == name
    assert said.text(TEXT.Value) == "not scored"
    assert "0" not in said.text(TEXT.Value)


def test_value_and_meaning_follow_the_score(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heard.sys, "platform", "win32")
    scale = a_scale(qtbot, tmp_path, 0, 5)
    said = QAccessible.queryAccessibleInterface(scale)
    scale.set_value(0)
    assert (said.text(TEXT.Name), said.text(TEXT.Value), said.text(TEXT.Description)) == (
        "价值",
        "0 of 5",
        "没有价值",
    )
    scale.set_value(5)
    assert (said.text(TEXT.Value), said.text(TEXT.Description)) == ("5 of 5", "")


def test_every_row_of_the_panel_is_heard(open_window: Open, package: Path, a_round: SmallRound) -> None:
    page = open_window(package, a_round).round
    for row in page.scores.rows:
        said = QAccessible.queryAccessibleInterface(row.field)
        assert said.role() == QAccessible.Role.Slider
        assert said.text(TEXT.Name).startswith(row.criterion.name_en)
        assert said.state().focusable


def test_interfaces_go_with_their_widgets(qtbot: QtBot, tmp_path: Path) -> None:
    """Qt deletes an interface with its widget; a second deletion would end the program."""
    rubric = load_rubric()
    gc.freeze()  # what other tests have left behind is not gone through fifty times
    try:
        for _ in range(50):
            scales = [ScoreScale(rubric, criterion) for criterion in rubric.criteria]
            for scale in scales:
                assert QAccessible.queryAccessibleInterface(scale).text(TEXT.Value) == "not scored"
            scales[0].deleteLater()
            del scales, scale
            gc.collect()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # type: ignore[arg-type]
    finally:
        gc.unfreeze()
    last = a_scale(qtbot, tmp_path)
    QAccessible.queryAccessibleInterface(last)
    assert sum(shiboken6.isValid(each) for each in heard._alive) < 50
