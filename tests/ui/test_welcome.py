"""The page about a round, which offers once to name the own institutions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from review_app.ui.expert.welcome_page import WelcomePage
from review_app.ui.window import MainWindow
from tests.rounds import SmallRound

Open = Callable[..., MainWindow]


def welcome(window: MainWindow, package: Path, a_round: SmallRound) -> WelcomePage:
    """The page as it is first seen."""
    window.open_with_card(package, a_round.cards[0])
    return about(window)


def about(window: MainWindow) -> WelcomePage:
    """The page, from the menu's line."""
    if not isinstance(window.pages.currentWidget(), WelcomePage):
        window.show_welcome()
    page = window.pages.currentWidget()
    assert isinstance(page, WelcomePage)
    return page


def test_a_name_given_before_the_round_points_its_cases_out(
    open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window()
    page = welcome(window, package, a_round)
    assert page.field.isVisible()
    assert page.institutions.isHidden()
    assert window.focusWidget() is page.begin
    case_id = window.session.reading_order[0]
    organisation = window.session.package.case(case_id).organisation
    page.field.names.setText(organisation)
    page.begin.click()
    assert window.round is not None
    assert window.session.affiliations == (organisation,)
    assert case_id in window.session.suggested_recusals()
    page = about(window)
    assert page.field.isHidden()
    page.institutions.click()
    assert page.field.names.text() == organisation


def test_who_would_rather_not_is_not_asked_again(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window()
    page = welcome(window, package, a_round)
    page.field.names.setFocus()
    qtbot.keyClick(page.field.names, Qt.Key.Key_Escape)
    assert page.field.isHidden()
    assert window.focusWidget() is page.begin
    window.close()
    window = open_window()
    page = welcome(window, package, a_round)
    assert page.field.isHidden()
    assert window.session.affiliations == ()
    page.institutions.click()
    assert page.field.isVisible()
    assert window.focusWidget() is page.field.names


def test_beginning_is_an_answer_and_too_many_names_are_told(
    open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window()
    page = welcome(window, package, a_round)
    page.field.names.setText("；".join(f"第{number}所" for number in range(60)))
    page.begin.click()
    assert window.round is None
    assert len(window.notes.notes) == 1
    page.field.names.clear()
    page.begin.click()
    assert window.round is not None
    assert about(window).field.isHidden()
