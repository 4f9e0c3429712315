"""The page about a round, which offers once to name the own institutions."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from review_app.model.crypto import age
from review_app.model.files import home_folder
from review_app.model.package.amendment import Change, pack_amendment
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


def test_what_belongs_to_the_round_leads_into_it(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound, tmp_path: Path
) -> None:
    """An amendment that comes before the first case is looked at, and the backup on another computer."""
    window = open_window()
    page = welcome(window, package, a_round)
    page.field.names.setText("示例大学")
    gone, scored = window.session.reading_order[:2]
    amendment = tmp_path / "1.amend"
    recipient = age.recipient_of(a_round.package_identity)
    signed = a_round.amend(Change("withdrawn-case", gone, "申报单位撤回"))
    amendment.write_bytes(pack_amendment(signed, a_round.organizer_seed, recipient))
    window.open_file(amendment)
    qtbot.waitUntil(lambda: window.desk is not None and window.desk.is_withdrawn(gone))
    assert window.session.affiliations == ("示例大学",)
    window.desk.change(scored, lambda session: session.set_score(scored, 0, 6))
    backup = tmp_path / "1.scorebackup"
    window.session.make_backup(backup)
    window.close()
    shutil.rmtree(home_folder())
    window = open_window()
    welcome(window, package, a_round)
    assert window.desk is None
    window.open_file(backup)
    qtbot.waitUntil(lambda: window.desk is not None and window.desk.state(scored).scores[0] == 6)
    assert window.pages.currentWidget() is window.round
