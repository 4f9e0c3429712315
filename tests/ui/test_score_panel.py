"""The score panel at every size, with longer words, in all its states; undo and redo as an expert meets them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, QTranslator
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from review_app.ui import language
from review_app.ui.expert.round_page import RoundPage
from review_app.ui.expert.score_panel import ScorePanel
from review_app.ui.window import MainWindow
from tests.rounds import SmallRound

Open = Callable[..., MainWindow]
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Longer(QTranslator):
    """Every text of the panel two fifths longer."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, count: int = -1) -> str:
        if len(source) < 3:
            return ""
        text = source.replace("%n", str(count))
        return text + " " + ("elit " * 60)[: int(len(text) * 0.4)]

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def longer() -> Iterator[None]:
    made = Longer()
    QCoreApplication.installTranslator(made)
    yield
    QCoreApplication.removeTranslator(made)


def small(window: MainWindow, qtbot: QtBot) -> RoundPage:
    window.resize(1093, 614)
    qtbot.wait(60)
    assert (window.width(), window.height()) == (1093, 614)
    page = window.round
    assert page is not None
    return page


def rows_out_of_sight(panel: ScorePanel) -> list[int]:
    """Rows of which a part can't be seen without scrolling."""
    area = panel._area
    out = []
    for row in panel.rows:
        top = row.mapTo(area.viewport(), QPoint(0, 0)).y()
        if top < 0 or top + row.height() > area.viewport().height() or not row.isVisible():
            out.append(row.place)
    return out


def give(page: RoundPage, *scores: int) -> None:
    for place, value in enumerate(scores):
        page.desk.change(page.case, lambda session, p=place, v=value: session.set_score(page.case, p, v))


def recuse(page: RoundPage) -> None:
    page.scores.recused.click()


def own_reason(page: RoundPage) -> None:
    page.scores.recused.click()
    page.scores.reason.pick(page.scores.reason.list.count() - 1)


def half_done(page: RoundPage) -> None:
    give(page, 8, 7, 7)
    page.go(1)
    page.go(-1)
    assert page.scores.pause.wanted


def suggested(page: RoundPage) -> None:
    page.desk.session.set_affiliations([page.desk.case(page.case).organisation])
    page.scores.refresh()
    assert page.scores.suggestion.isVisible()


def writing(page: RoundPage) -> None:
    page.scores.comment.field.setPlainText("两处数字口径不同。" * 4)
    page.scores.comment.field.setFocus()


@pytest.mark.parametrize("noted", [False, True])
@pytest.mark.parametrize(
    "bring_about",
    [
        half_done,
        recuse,
        own_reason,
        suggested,
        writing,
        lambda page: page.scores.show_levels(),
        lambda page: page.scores.show_history(),
        lambda page: page.scores.drawers.show_institutions(),
    ],
)
def test_all_rows_are_in_sight_in_every_state_at_1093_by_614(
    qtbot: QtBot,
    open_window: Open,
    package: Path,
    a_round: SmallRound,
    bring_about: Callable[[RoundPage], None],
    noted: bool,
) -> None:
    window = open_window(package, a_round)
    page = small(window, qtbot)
    if noted:
        window.notes.tell("Amendment 1 from the organizer.", "Your scores stay as they are.")
    bring_about(page)
    qtbot.wait(150)
    panel = page.scores
    if noted and (panel.drawers.open_one is not None or bring_about is writing):
        # Between a note above and a drawer or a comment below, which keep their least height, the rows may scroll.
        assert len(rows_out_of_sight(panel)) <= 2
    else:
        assert rows_out_of_sight(panel) == []


@pytest.mark.parametrize(("width", "panel"), [(1093, 336), (1280, 368), (1680, 400)])
@pytest.mark.parametrize("bring_about", [half_done, recuse, own_reason, suggested])
def test_longer_words_are_not_cut_off(
    qtbot: QtBot,
    longer: None,
    open_window: Open,
    package: Path,
    a_round: SmallRound,
    bring_about: Callable[[RoundPage], None],
    width: int,
    panel: int,
) -> None:
    window = open_window(package, a_round)
    window.resize(width, 760)
    qtbot.wait(60)
    page = window.round
    assert page.scores.width() == panel
    bring_about(page)
    qtbot.wait(100)
    beside = {"": 34, "primary": 34, "quiet-link": 8, "icon": 4, None: 28}
    cut = [
        part.text()
        for kind in (QPushButton, QCheckBox)
        for part in page.scores.findChildren(kind)
        if part.isVisible()
        and part.width() < part.fontMetrics().horizontalAdvance(part.text()) + beside[part.property("kind")]
    ]
    assert cut == []
    right = page.scores.width()
    beyond = [
        part
        for part in page.scores.findChildren(QWidget)
        if part.isVisible() and part.mapTo(page.scores, QPoint(part.width(), 0)).x() > right
    ]
    assert beyond == []


def test_a_total_that_is_not_complete_says_so(open_window: Open, package: Path, a_round: SmallRound) -> None:
    page = open_window(package, a_round).round
    head = page.scores.head
    assert (head.total.text(), head.so_far.isVisible()) == ("–", False)
    give(page, 8, 7)
    assert (head.total.text(), head.so_far.isVisible()) == ("15", True)
    assert head.total.accessibleName().startswith("Total so far 15")
    give(page, 8, 7, 1, 1, 1)
    assert (head.total.text(), head.so_far.isVisible()) == ("18", False)
    assert head.total.accessibleName() == "Total 18"


def test_coming_back_to_a_half_done_case_says_what_is_open_until_the_next_score(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    first = page.case
    panel = page.scores
    assert not panel.pause.isVisible()
    give(page, 8, 7, 7)
    qtbot.wait(20)
    assert not panel.pause.isVisible()
    page.go(1)
    qtbot.wait(20)
    assert not panel.pause.isVisible()
    page.show_case(first)
    qtbot.waitUntil(panel.pause.isVisible)
    assert panel.pause.words.text().startswith("2 not scored yet: Effectiveness, Replicability.")
    panel.rows[3].field.setFocus()
    qtbot.keyClick(panel.rows[3].field, Qt.Key.Key_9)
    qtbot.waitUntil(lambda: not panel.pause.isVisible())


def test_rows_do_not_move_while_one_scores(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = small(open_window(package, a_round), qtbot)
    half_done(page)
    qtbot.wait(50)
    panel = page.scores
    places = [row.mapTo(panel, QPoint(0, 0)).y() for row in panel.rows]
    for row in panel.rows:
        spot = row.field.step_area(4).center().toPoint()
        qtbot.mouseClick(row.field, Qt.MouseButton.LeftButton, pos=spot)
        qtbot.wait(20)
        assert [each.mapTo(panel, QPoint(0, 0)).y() for each in panel.rows] == places
    assert page.desk.state(page.case).scores == (4,) * 5


def test_a_click_that_slides_off_its_step_scores_nothing(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    scale = page.scores.rows[0].field
    spots = [scale.step_area(value).center().toPoint() for value in (4, 6)]
    qtbot.mousePress(scale, Qt.MouseButton.LeftButton, pos=spots[0])
    qtbot.mouseRelease(scale, Qt.MouseButton.LeftButton, pos=spots[1])
    assert page.desk.state(page.case).scores[0] is None
    qtbot.mouseRelease(scale, Qt.MouseButton.LeftButton, pos=spots[1])
    assert page.desk.state(page.case).scores[0] is None


def test_undo_in_the_comment_takes_the_typing_first_and_the_score_before_it_next(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    panel = page.scores
    first = page.case
    panel.rows[0].field.setFocus()
    qtbot.keyClick(panel.rows[0].field, Qt.Key.Key_7)
    field = panel.comment.field
    field.setFocus()
    qtbot.keyClicks(field, "worth it")
    qtbot.waitUntil(lambda: page.desk.state(first).comment == "worth it", timeout=3000)
    while field.document().isUndoAvailable():
        qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert field.text() == ""
    assert page.desk.state(first).scores[0] == 7
    qtbot.waitUntil(lambda: page.desk.state(first).comment == "", timeout=3000)
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert page.desk.state(first).scores[0] is None or page.desk.state(first).comment == "worth it"
    while page.desk.session.undoable is not None:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, CONTROL)
    assert page.desk.state(first).scores[0] is None
    assert page.desk.state(first).comment == ""


def test_a_held_key_stops_at_the_end_of_the_typing(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    panel = page.scores
    panel.rows[0].field.setFocus()
    qtbot.keyClick(panel.rows[0].field, Qt.Key.Key_7)
    panel.comment.field.setFocus()
    for _ in range(3):
        held = QKeyEvent(QKeyEvent.Type.ShortcutOverride, Qt.Key.Key_Z, CONTROL, "", True)
        QApplication.sendEvent(panel.comment.field, held)
        assert held.isAccepted()
    assert page.desk.state(page.case).scores[0] == 7


def test_undo_shows_the_case_it_changed_and_marks_the_row(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    panel = page.scores
    first, second = page.desk.order[:2]
    panel.rows[0].field.setFocus()
    for key in (Qt.Key.Key_7, Qt.Key.Key_8):
        qtbot.keyClick(QApplication.focusWidget(), key)
    page.show_case(second)
    page.scores.focus_first_open()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, CONTROL)
    assert page.case == first
    assert page.desk.state(first).scores[:2] == (7, None)
    qtbot.waitUntil(lambda: panel.marks.glow.target is panel.rows[1])
    assert QApplication.focusWidget() is panel.rows[1].field
    page.show_case(second)
    page.scores.focus_first_open()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, CONTROL | SHIFT)
    assert page.case == first
    assert page.desk.state(first).scores[:2] == (7, 8)
    qtbot.waitUntil(lambda: panel.marks.glow.target is panel.rows[1])
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, CONTROL)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Y, CONTROL)
    assert page.desk.state(first).scores[:2] == (7, 8)
    qtbot.waitUntil(lambda: panel.marks.glow.target is None, timeout=4000)


def test_undo_never_takes_the_focus_out_of_a_text(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    panel = page.scores
    panel.rows[0].field.setFocus()
    qtbot.keyClick(panel.rows[0].field, Qt.Key.Key_7)
    page.reader.open_tab("notes")
    field = page.reader.notes.field
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    qtbot.wait(30)
    assert page.desk.state(page.case).scores[0] is None
    assert QApplication.focusWidget() is field


def test_keys_of_the_panel(qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound) -> None:
    page = open_window(package, a_round).round
    panel = page.scores
    field = panel.comment.field
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_D, CONTROL)
    assert page.desk.state(page.case).doubtful
    qtbot.keyClick(field, Qt.Key.Key_D, CONTROL)
    assert not page.desk.state(page.case).doubtful
    qtbot.keyClick(field, Qt.Key.Key_H, CONTROL)
    assert panel.drawers.open_one is panel.drawers.history
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert panel.drawers.open_one is None
    assert QApplication.focusWidget() is field
    assert field.text() == ""


def test_nothing_of_the_panel_ever_is_a_window_of_its_own(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    """A part that is shown before it has a parent flashes up as a window, and takes the focus away."""
    window = open_window(package, a_round)
    page = window.round
    seen: list[QObject] = []
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.focusWindowChanged.connect(lambda shown: seen.append(shown))
    give(page, 8, 7)
    page.scores.show_history()
    page.scores.show_levels()
    page.scores.drawers.show_institutions()
    qtbot.wait(50)
    assert seen == []
    assert language.current() == "en"


def test_the_way_on_says_when_only_this_case_is_left(
    open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    desk, panel = page.desk, page.scores
    *others, last = desk.order
    page.show_case(last)
    for case_id in others:
        assert panel.forward.text().startswith("Next open case")
        desk.change(case_id, lambda session, case_id=case_id: session.set_recused(case_id, True))
    assert panel.forward.text().startswith("Only this case is left")
    panel.comment.field.setFocus()
    panel.forward.click()
    assert (page.step, page.case) == ("read", last)
    assert panel.rows[0].field.hasFocus()
    panel.recused.click()
    assert panel.forward.text().startswith("All decided")


def test_a_click_into_the_comment_moves_nothing(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    window.resize(1280, 720)
    qtbot.wait(150)
    panel = window.round.scores
    parts = (panel.strip, panel.comment, panel.comment.field, panel.doubtful, *panel.rows)
    before = [part.geometry() for part in parts]
    qtbot.mouseClick(panel.comment.field.viewport(), Qt.MouseButton.LeftButton)
    qtbot.wait(150)
    assert panel.comment.field.hasFocus() and panel.comment.field.cursorWidth() >= 2
    assert [part.geometry() for part in parts] == before
    for _ in range(5):
        qtbot.keyClick(panel.comment.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.comment.field.height() > before[2].height())  # with its lines
