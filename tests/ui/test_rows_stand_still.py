"""Whatever happens in a case, its rows stay under the mouse; and they stand in the same places in every case."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from review_app.ui import language, theme
from review_app.ui.expert.round_page import RoundPage
from review_app.ui.expert.score_panel import ScorePanel
from review_app.ui.theme import TextSize
from review_app.ui.window import MainWindow
from tests.rounds import SmallRound, small_round
from tests.screens.clipped import clipped

Open = Callable[..., MainWindow]
Act = Callable[[QtBot, RoundPage], object]
SIZES = [(1093, 614), (1280, 720), (1920, 1080)]


def places(panel: ScorePanel) -> list[tuple[int, int, int]]:
    """Where the rows are seen in the window: left, top, width."""
    corners = [row.mapTo(panel.window(), QPoint(0, 0)) for row in panel.rows]
    return [(at.x(), at.y(), row.width()) for at, row in zip(corners, panel.rows, strict=True)]


def scales(panel: ScorePanel) -> list[QRect]:
    """Where the scales are seen in the window."""
    return [QRect(row.field.mapTo(panel.window(), QPoint(0, 0)), row.field.size()) for row in panel.rows]


def click_step(qtbot: QtBot, page: RoundPage, place: int, value: int) -> None:
    field = page.scores.rows[place].field
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=field.step_area(value).center().toPoint())


def undo(qtbot: QtBot, page: RoundPage) -> None:
    page.scores.head.steps.undo.click()


def write(qtbot: QtBot, page: RoundPage) -> None:
    field = page.scores.comment.field
    assert field.isVisible()
    qtbot.mouseClick(field.viewport(), Qt.MouseButton.LeftButton)
    assert field.hasFocus()
    qtbot.keyClicks(field, "two figures differ " * 9)


def clear(qtbot: QtBot, page: RoundPage) -> None:
    """Takes the comment out again, and goes back to the rows."""
    page.scores.comment.field.clear()
    page.scores.flush()
    page.scores.focus_criterion(0)


def suggest(qtbot: QtBot, page: RoundPage) -> None:
    page.desk.session.set_affiliations([page.desk.case(page.case).organisation])
    page.scores.refresh()
    assert page.scores.suggestion.isVisible()


def decline(qtbot: QtBot, page: RoundPage) -> None:
    page.scores.suggestion.decline.click()
    assert not page.scores.suggestion.isVisible()


def remind(qtbot: QtBot, page: RoundPage) -> None:
    page.scores.pause.idle.emit()
    assert page.scores.pause.wanted


def note(qtbot: QtBot, page: RoundPage) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    window.notes.tell("The organizer sent an amendment to this round.", "Your scores stay as they are.")


def own_reason(qtbot: QtBot, page: RoundPage) -> None:
    page.scores.reason.pick(page.scores.reason.list.count() - 1)


EVENTS: list[tuple[str, Act]] = [
    ("suggestion", suggest),
    ("comment opened under a suggestion", write),
    ("comment closed under a suggestion", clear),
    ("suggestion declined", decline),
    *((f"score {place}", lambda q, p, place=place: click_step(q, p, place, 4 + place)) for place in range(3)),
    ("reminder", remind),
    ("comment opened", write),
    ("comment closed", lambda q, p: p.scores.rows[3].field.setFocus(Qt.FocusReason.TabFocusReason)),
    ("score 3", lambda q, p: click_step(q, p, 3, 9)),
    ("score 4", lambda q, p: click_step(q, p, 4, 10)),
    ("score cleared", lambda q, p: q.keyClick(p.scores.rows[4].field, Qt.Key.Key_Backspace)),
    ("undo", undo),
    ("redo", lambda q, p: p.scores.head.steps.redo.click()),
    ("doubtful", lambda q, p: p.scores.doubtful.click()),
    ("levels", lambda q, p: p.scores.show_levels()),
    ("score with levels", lambda q, p: click_step(q, p, 1, 2)),
    ("history", lambda q, p: p.scores.show_history()),
    ("history closed", lambda q, p: p.scores.show_history()),
    ("institutions", lambda q, p: p.scores.drawers.show_institutions()),
    ("institutions closed", lambda q, p: p.scores.drawers.close_drawer()),
    ("note", note),
    ("recused", lambda q, p: p.scores.recused.click()),
    ("reason in own words", own_reason),
    ("recusal taken back", lambda q, p: p.scores.standing.back.click()),
]


@pytest.mark.parametrize("size", SIZES)
def test_rows_stand_still(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound, spoken: str, size: tuple[int, int]
) -> None:
    window = open_window(package, a_round)
    window.resize(*size)
    qtbot.wait(80)
    page = window.round
    assert page is not None
    panel = page.scores
    stood, seen = places(panel), scales(panel)
    assert all(row.visibleRegion().boundingRect() == row.rect() for row in panel.rows)
    for name, act in EVENTS:
        act(qtbot, page)
        if "recused" not in name and "reason" not in name:
            assert scales(panel) == seen, f"{name}, at once"
        qtbot.wait(40)
        assert places(panel) == stood, name
        cut = [row.place for row in panel.rows if row.visibleRegion().boundingRect() != row.rect()]
        # Between a suggestion and a comment of which more is said than any language says, the last one scrolls.
        tight = "longer" in spoken and size == SIZES[0] and name == "comment opened under a suggestion"
        assert cut in ([[], [4]] if tight else [[]]), name
        # What comes below the rows is given its height a moment later.
        qtbot.waitUntil(lambda: clipped(panel) == [])
    assert page.desk.state(page.case).scores == (4, 2, 6, 9, None)


@pytest.mark.parametrize("size", SIZES)
def test_every_case_has_its_rows_in_the_same_places(
    qtbot: QtBot, open_window: Open, tmp_path: Path, size: tuple[int, int]
) -> None:
    a_round = small_round(abstention=True)
    file = tmp_path / "round.casepkg"
    file.write_bytes(a_round.package)
    window = open_window(file, a_round)
    window.resize(*size)
    page = window.round
    assert page is not None
    first, second, third, fourth = page.desk.order
    page.desk.change(first, lambda session: session.set_score(first, 0, 7))
    page.desk.change(second, lambda session: session.set_recused(second, True))
    page.desk.change(third, lambda session: session.set_abstained(third, True))
    seen = []
    for case_id in (fourth, first, second, third, fourth):
        page.show_case(case_id)
        qtbot.wait(40)
        seen.append(places(page.scores))
    assert seen == [seen[0]] * 5


def test_the_pitch_follows_window_and_text_and_nothing_else(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    page = window.round
    assert page is not None
    tops = {}
    for size in (*SIZES, SIZES[0]):
        window.resize(*size)
        qtbot.wait(60)
        pitch = page.scores.fit.pitch
        assert pitch is not None
        assert tops.setdefault(size, pitch) == pitch
    assert len({pitch.high + pitch.between for pitch in tops.values()}) == len(SIZES)


@pytest.mark.parametrize("text_size", ["large", "larger"])
@pytest.mark.parametrize("size", SIZES[:2])
def test_larger_text_keeps_the_rows_still_and_in_reach(
    qtbot: QtBot,
    qapp: QApplication,
    open_window: Open,
    package: Path,
    a_round: SmallRound,
    text_size: TextSize,
    size: tuple[int, int],
) -> None:
    theme.install(qapp, "light", size=text_size)
    window = open_window(package, a_round)
    window.resize(*size)
    qtbot.wait(80)
    page = window.round
    assert page is not None
    panel = page.scores
    offset = panel._area.verticalScrollBar().value
    stood = [top + offset() for _, top, _ in places(panel)]
    scoring = [act for name, act in EVENTS if name in ("score 0", "score 1", "score 2")]
    for act in (*scoring, undo, remind):
        act(qtbot, page)
        qtbot.wait(20)
        assert [top + offset() for _, top, _ in places(panel)] == stood
    panel.show_history()
    qtbot.wait(40)
    assert [top + offset() for _, top, _ in places(panel)] == stood
    for row in panel.rows:
        panel.focus_criterion(row.place)
        assert row.field.visibleRegion().boundingRect() == row.field.rect()
    assert panel.forward.visibleRegion().boundingRect() == panel.forward.rect()


def test_the_hint_of_the_first_criterion_is_whole_at_1280(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    language.install("zh")
    window = open_window(package, a_round)
    window.resize(1280, 720)
    qtbot.wait(60)
    page = window.round
    assert page is not None
    for row in page.scores.rows:
        assert row.missing.isVisible()
        assert row.beside.width() >= row.beside.fontMetrics().horizontalAdvance(row.beside.text())
        assert row.missing.width() >= row.missing.sizeHint().width()
