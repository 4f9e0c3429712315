"""A filtered list while what it filters by changes: the open case stays until one goes on, and it is said why."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from review_app.ui.expert.case_list import CaseList
from review_app.ui.expert.case_model import CaseRole
from review_app.ui.expert.recusal import NotScored
from review_app.ui.window import MainWindow
from tests.rounds import SmallRound

Open = Callable[..., MainWindow]


def listed(cases: CaseList) -> list[str]:
    return [str(cases.filter.index(row, 0).data(CaseRole.ID)) for row in range(cases.filter.rowCount())]


def choose(cases: CaseList, place: int) -> None:
    cases.chips.buttons()[place].click()


@pytest.mark.parametrize("opened_first", [True, False])
def test_a_recusal_taken_back_leaves_its_filter_with_the_next_case(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound, opened_first: bool
) -> None:
    window = open_window(package, a_round)
    page, desk = window.round, window.round.desk
    cases, (one, two, three, *_) = page.list, desk.order
    for each in (one, two):
        desk.change(each, lambda session, case_id=each: session.set_recused(case_id, True))
    page.show_case(three)
    if opened_first:
        page.show_case(two)
        choose(cases, 3)
    else:
        choose(cases, 3)
        page.show_case(two)
    assert listed(cases) == [one, two]
    assert cases.filter_foot.words.text().startswith("2 case")
    height = cases.view.height()

    page.scores.findChild(NotScored).back.click()
    assert not desk.state(two).recused
    assert listed(cases) == [one, two]  # nothing jumps away under the hand
    assert cases.view.currentIndex().data(CaseRole.ID) == two
    said = cases.filter_foot.words.text()
    assert said.startswith(f'Case {desk.number(two):02d} is not among "Recused".')
    assert "until you go to another case" in said
    assert cases.view.accessibleDescription() == said
    assert cases.filter_foot.isVisible()
    assert cases.view.height() == height

    page.show_case(one)
    assert listed(cases) == [one]
    assert cases.filter_foot.words.text().startswith("1 case")
    desk.undo()  # which goes to where it was: the case is recused again, and belongs
    assert page.case == two
    assert listed(cases) == [one, two]
    assert cases.filter_foot.words.text().startswith("2 case")
    choose(cases, 0)
    assert not cases.filter_foot.isVisible()


def test_a_filter_lists_only_its_kind_and_says_so_of_an_open_case_that_is_none(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    page, desk = window.round, window.round.desk
    cases, (one, two, *_) = page.list, desk.order
    desk.change(two, lambda session: session.set_recused(two, True))
    page.show_case(one)
    choose(cases, 3)
    assert listed(cases) == [two]  # who asks for a kind gets that kind
    page.show_case(two)
    page.go_next_open()  # a case of another kind
    assert page.case != two
    assert listed(cases) == [each for each in desk.order if each in (page.case, two)]
    assert 'is not among "Recused"' in cases.filter_foot.words.text()
    choose(cases, 3)
    assert listed(cases) == [two]


def test_the_last_case_of_an_empty_filter_can_be_left(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    page, desk = window.round, window.round.desk
    one = desk.order[0]
    desk.change(one, lambda session: session.set_recused(one, True))
    page.show_case(one)
    choose(page.list, 3)
    page.scores.findChild(NotScored).back.click()
    assert listed(page.list) == [one]
    choose(page.list, 3)  # asked again
    assert listed(page.list) == []
    assert page.list.nothing.isVisible()
    assert not page.list.filter_foot.isVisible()
