"""Checking: all scores at a glance and in place, neighbours side by side, and the way back to every cell."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from review_app.model.crypto import age
from review_app.model.package.amendment import Change, pack_amendment
from review_app.model.package.build import build_package
from review_app.model.scoring.session import ReviewSession
from review_app.ui import theme
from review_app.ui.expert.check_page import CheckPage
from review_app.ui.expert.desk import Desk
from review_app.ui.expert.grid_model import GridModel
from review_app.ui.expert.score_grid import GridView, shade
from review_app.ui.theme import contrast
from review_app.ui.window import MainWindow
from tests.rounds import SmallRound, small_round
from tests.ui.shown import texts

Open = Callable[..., MainWindow]
KEY = Qt.Key


def score(desk: Desk, case_id: str, values: list[int | None]) -> None:
    for criterion, value in enumerate(values):
        if value is not None:
            desk.change(case_id, lambda session, c=criterion, v=value: session.set_score(case_id, c, v))


def grid_of(window: MainWindow) -> tuple[CheckPage, GridView]:
    window.round.show_step("check")
    page = window.round.check
    page.show_view("grid")
    return page, page.grid.view


def test_keys_score_clear_and_undo_in_place(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound, reopen: Callable[[], ReviewSession]
) -> None:
    window = open_window(package, a_round)
    _, view = grid_of(window)
    desk = window.round.desk
    first, second = desk.order[:2]
    assert view.currentIndex() == view.grid.index(0, 1)
    qtbot.keyClick(view, KEY.Key_7)
    qtbot.keyClick(view, KEY.Key_Right)
    qtbot.keyClick(view, KEY.Key_0)
    qtbot.keyClick(view, KEY.Key_Down)
    qtbot.keyClick(view, KEY.Key_3)
    assert desk.state(first).scores[:2] == (7, 10)
    assert desk.state(second).scores[:2] == (None, 3)
    qtbot.keyClick(view, KEY.Key_Delete)
    assert desk.state(second).scores[1] is None
    qtbot.keyClick(view, KEY.Key_Home)
    qtbot.keyClick(view, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.state(second).scores[1] == 3
    assert view.currentIndex() == view.grid.index(1, 2)
    for _ in range(2):
        qtbot.keyClick(view, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.state(first).scores[1] is None
    assert view.currentIndex() == view.grid.index(0, 2)
    qtbot.keyClick(view, KEY.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert desk.state(first).scores[:2] == (7, 10)
    assert window.round.step == "check"
    desk.wait_saved()
    window.close()
    with reopen() as session:
        assert session.state(first).scores[:2] == (7, 10)
        assert session.state(second).scores[1] is None


def test_titles_and_totals_take_no_score(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    _, view = grid_of(window)
    before = window.round.desk.session.states()
    for column in (0, view.grid.last):
        view.setCurrentIndex(view.grid.index(0, column))
        for key in (KEY.Key_5, KEY.Key_Delete):
            qtbot.keyClick(view, key)
    assert window.round.desk.session.states() == before


def test_recused_abstained_and_withdrawn_rows_are_locked_and_say_so(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    a_round = small_round(abstention=True)
    package = tmp_path / "round.casepkg"
    package.write_bytes(a_round.package)
    window = open_window(package, a_round)
    desk = window.round.desk
    recused, abstained, withdrawn, scored = desk.order
    for case_id in desk.order:
        score(desk, case_id, [8, 8, 8, 8, 8])
    desk.change(recused, lambda session: session.set_recused(recused, True))
    desk.change(abstained, lambda session: session.set_abstained(abstained, True))
    signed = a_round.amend(Change("withdrawn-case", withdrawn, "撤回"))
    desk.amend(pack_amendment(signed, a_round.organizer_seed, age.recipient_of(a_round.package_identity)))
    page, view = grid_of(window)
    last = [view.grid.index(row, view.grid.last).data() for row in range(4)]
    assert last == ["recused", "abstained", "withdrawn", "40"]
    for row, word in enumerate(("recused", "abstained", "withdrawn")):
        cell = view.grid.index(row, 2)
        assert cell.data() == ""
        assert word in cell.data(Qt.ItemDataRole.AccessibleTextRole)
        view.setCurrentIndex(cell)
        qtbot.keyClick(view, KEY.Key_5)
        assert desk.state(desk.order[row]).scores == (8, 8, 8, 8, 8)
        assert "takes no score" in page.grid.hint.text()
    view.setCurrentIndex(view.grid.index(3, 2))
    assert "Digits" in page.grid.hint.text()
    qtbot.keyClick(view, KEY.Key_5)
    assert desk.state(scored).scores[1] == 5
    assert view.grid.means()[:2] == [8, 5]
    assert page.grid.means.texts == ["8.00", "5.00", "8.00", "8.00", "8.00", "37.00"]


@pytest.mark.parametrize("how", ["enter", "double click"])
def test_from_a_cell_to_its_row_of_the_case(
    how: str, qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    _, view = grid_of(window)
    cell = view.grid.index(2, 4)
    if how == "enter":
        view.setCurrentIndex(cell)
        qtbot.keyClick(view, KEY.Key_Return)
    else:
        view.setCurrentIndex(cell)
        view.doubleClicked.emit(cell)
    page = window.round
    assert (page.step, page.case) == ("read", page.desk.order[2])
    qtbot.waitUntil(lambda: page.scores.rows[3].field.hasFocus())
    page.show_step("check")
    assert page.check.view == "grid"
    assert page.check.grid.view.currentIndex() == cell


def test_a_case_that_takes_no_score_is_still_reached(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    page = window.round
    recused = page.desk.order[1]
    page.desk.change(recused, lambda session: session.set_recused(recused, True))
    _, view = grid_of(window)
    view.setCurrentIndex(view.grid.index(1, 3))
    qtbot.keyClick(view, KEY.Key_Return)
    assert page.case == recused
    assert not page.scores.rows[2].field.hasFocus()


def test_a_long_scale_is_typed(qtbot: QtBot, open_window: Open, tmp_path: Path) -> None:
    a_round = small_round()
    rubric = msgspec.structs.replace(a_round.terms.rubric, lowest=0, highest=100)
    rubric = msgspec.structs.replace(
        rubric, criteria=[msgspec.structs.replace(each, levels=[]) for each in rubric.criteria]
    )
    terms = msgspec.structs.replace(a_round.terms, rubric=rubric)
    package = repacked(a_round, terms, tmp_path / "long.casepkg")
    window = open_window(package, a_round)
    page, view = grid_of(window)
    first = window.round.desk.order[0]

    def scores() -> tuple[int | None, ...]:
        return window.round.desk.state(first).scores

    for key in (KEY.Key_8, KEY.Key_5):
        qtbot.keyClick(view, key)
    assert (view.typed, scores()[0]) == ("85", None)
    qtbot.keyClick(view, KEY.Key_Return)
    assert scores()[0] == 85
    assert window.round.step == "check"
    qtbot.keyClick(view, KEY.Key_Right)
    for key in (KEY.Key_1, KEY.Key_0, KEY.Key_Backspace, KEY.Key_2):
        qtbot.keyClick(view, key)
    qtbot.keyClick(view, KEY.Key_Right)
    assert scores()[:3] == (85, 12, None)
    for key in (KEY.Key_9, KEY.Key_9, KEY.Key_9):
        qtbot.keyClick(view, key)
    qtbot.keyClick(view, KEY.Key_Return)
    assert scores()[2] is None
    assert "999 is not on the scale" in page.grid.hint.text()
    qtbot.keyClick(view, KEY.Key_7)
    qtbot.waitUntil(lambda: scores()[2] == 7)
    qtbot.keyClick(view, KEY.Key_4)
    qtbot.keyClick(view, KEY.Key_Escape)
    assert (view.typed, scores()[2]) == ("", 7)


def repacked(a_round: SmallRound, terms: object, file: Path) -> Path:
    """The round's package with other terms, for the same cards."""
    from review_app.model.package.build import KeyEntry

    with file.open("wb") as target:
        build_package(
            target,
            terms=terms,  # type: ignore[arg-type]
            manifest=a_round.manifest,
            organizer_seed=a_round.organizer_seed,
            package_identity=a_round.package_identity,
            key_entries=[KeyEntry(each.lookup, each.recipient) for each in a_round.keys],
            content_of=lambda member: a_round.contents[member.name],
        )
    return file


def test_the_model_answers_as_qt_expects(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    desk = window.round.desk
    model = GridModel(desk)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    score(desk, desk.order[0], [1, 2, 3, 4, 5])
    assert model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole).endswith(
        "创新性: 1 of 10"
    ) or model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole).endswith(": 1 of 10")
    assert model.index(0, 1).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert model.index(1, 1).data(Qt.ItemDataRole.AccessibleTextRole).endswith("not scored")
    tester.deleteLater()


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_figures_keep_their_contrast_on_every_shade(qapp: object, choice: str) -> None:
    theme.choose(choice)  # type: ignore[arg-type]
    shades = [shade(step / 9) for step in range(10)]
    assert all(contrast(theme.current().ink, each.name()) >= 6 for each in shades)
    assert shades[0] == QColor(theme.current().window)
    light = [each.lightness() for each in shades]
    assert light == sorted(light, reverse=choice == "light")
    theme.choose("light")


def test_what_is_open_is_said_by_case_and_criterion(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    desk = window.round.desk
    half, done, bare = desk.order[:3]
    score(desk, half, [8, 7, None, None, 6])
    score(desk, done, [1, 2, 3, 4, 5])
    window.round.show_step("check")
    page = window.round.check
    shown = texts(page)
    names = [each.name_en for each in desk.rubric.criteria]
    assert f"missing: {names[2]}, {names[3]}" in shown
    assert "1 of 4 decided." in shown
    link = next(
        each
        for each in page.notes.findChildren(QPushButton)
        if each.accessibleName().startswith(f"{desk.number(half):02d} ")
    )
    link.click()
    assert window.round.case == half
    qtbot.waitUntil(lambda: window.round.scores.rows[2].field.hasFocus())
    window.round.show_step("check")
    assert any(desk.title(bare) in each.text() for each in page.notes.findChildren(QPushButton))


def test_neighbours_are_set_side_by_side(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    desk = window.round.desk
    for case_id, value in zip(desk.order, (9, 6, 7, 6), strict=True):
        score(desk, case_id, [value, 5, 5, 5, 5])
    third = desk.session.own_ranking()[2].case_id
    desk.change(third, lambda session: session.set_comment(third, "少见的做法"))
    window.round.show_step("check")
    page = window.round.check
    assert [row.shown_rank for row in page.model.rows] == ["1", "2", "= 3", "= 3"]
    page.table.selectRow(1)
    assert page.beside.isChecked()
    shown = texts(page)
    assert "Is this the order you mean?" in shown
    assert "少见的做法" in shown
    figures = page.neighbours.figures
    assert [figures[(0, place)].text() for place in range(3)] == ["9", "7", "6"]
    assert [figures[(0, place)].property("role") for place in range(3)] == ["strong", "body", "strong"]
    assert [figures[(1, place)].property("role") for place in range(3)] == ["quiet", "body", "quiet"]
    page.table.selectRow(3)
    assert [page.neighbours.figures[(0, place)].text() for place in range(3)] == ["7", "6", "6"]
    qtbot.mouseClick(page.to_look_at, Qt.MouseButton.LeftButton)
    assert "Is this the order you mean?" not in texts(page)


def test_a_change_in_the_grid_is_told_beside_it(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    desk = window.round.desk
    for case_id in desk.order:
        score(desk, case_id, [5, 6, 7, 8, 9])
    page, view = grid_of(window)
    assert "Every case is decided." in texts(page)
    qtbot.keyClick(view, KEY.Key_Delete)
    qtbot.waitUntil(lambda: "3 of 4 decided." in texts(page))
    assert view.hasFocus()
    for key in (KEY.Key_5, KEY.Key_Right, KEY.Key_5):
        qtbot.keyClick(view, key)
    qtbot.waitUntil(lambda: "Every case is decided." in texts(page))


def test_ranking_and_grid_change_by_key_and_click(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    score(window.round.desk, window.round.desk.order[0], [1, 2, 3, 4, 5])
    window.round.show_step("check")
    page = window.round.check
    assert page.table.isVisible()
    qtbot.keyClick(page.table, KEY.Key_2, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: page.grid.view.hasFocus())
    assert not page.table.isVisible()
    qtbot.mouseClick(page.as_ranking, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert page.table.isVisible()
    assert page.table.hasFocus()


def test_every_row_and_column_has_room(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    for width, height in ((1093, 614), (1280, 720), (1920, 1080)):
        window.resize(width, height)
        _, view = grid_of(window)
        qtbot.waitUntil(lambda width=width: window.width() == width)
        header = view.horizontalHeader()
        assert not view.horizontalScrollBar().isVisible()
        for section in range(1, view.grid.last):
            assert header.sectionSize(section) >= 72
        assert header.sectionSize(0) >= 170


def test_the_means_stand_right_below_the_rows(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    page, view = grid_of(window)
    qtbot.waitUntil(lambda: page.grid.height() > 300 and view.verticalScrollBar().maximum() == 0)
    last = view.visualRect(view.grid.index(view.grid.rowCount() - 1, 0))
    foot = view.viewport().mapTo(page.grid, last.bottomLeft()).y() + 1
    assert foot == page.grid.means.y() < page.grid.height() - 2 * page.grid.means.height()
    page.grid.setFixedHeight(foot - 20)  # where not all rows find room they scroll above the means
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() > 0)
    assert page.grid.means.geometry().bottom() == page.grid.rect().bottom()


def test_the_ranking_names_cases_by_their_number(
    open_window: Callable[..., MainWindow], package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    case_id = page.desk.order[1]
    page.desk.change(case_id, lambda session: [session.set_score(case_id, place, 7) for place in range(5)])
    page.show_step("check")
    assert page.check.model.index(0, 1).data().startswith(f"02  {page.desk.title(case_id)}")
