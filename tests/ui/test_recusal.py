"""Recusing oneself, being asked whether to, saying why, and taking it back; and that no state is taken for another."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from review_app.model.crypto import age
from review_app.model.package.amendment import Change, pack_amendment
from review_app.model.scoring.session import ReviewSession
from review_app.ui.expert.affiliation import AffiliationField, split_names
from review_app.ui.expert.wording import recusal_reasons
from review_app.ui.window import MainWindow
from tests.rounds import SmallRound, small_round

Open = Callable[..., MainWindow]
CONTROL = Qt.KeyboardModifier.ControlModifier


def score_all(qtbot: QtBot, key: Qt.Key = Qt.Key.Key_8) -> None:
    for _ in range(5):
        qtbot.keyClick(QApplication.focusWidget(), key)


def test_the_way_back_is_a_plain_button_below_the_rows_which_stay(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    panel = page.scores
    score_all(qtbot)
    places = [row.mapTo(panel, QPoint(0, 0)).y() for row in panel.rows]
    panel.recused.click()
    qtbot.wait(20)
    back = panel.standing.back
    assert back.isVisible()
    assert back.text() == "Take the recusal back"
    assert [row.mapTo(panel, QPoint(0, 0)).y() for row in panel.rows] == places
    assert back.mapTo(panel, QPoint(0, 0)).y() > places[-1]
    assert back.visibleRegion().boundingRect() == back.rect()
    back.click()
    assert not page.desk.state(page.case).recused
    assert page.desk.total(page.case) == 40
    assert not panel.standing.isVisible()
    assert all(row.field.isVisible() for row in panel.rows)


def test_locked_rows_have_no_scale_and_say_what_is_kept(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    panel = page.scores
    for key in (Qt.Key.Key_8, Qt.Key.Key_7):
        qtbot.keyClick(QApplication.focusWidget(), key)
    panel.recused.click()
    assert not any(row.field.isVisible() for row in panel.rows)
    assert [row.kept.text() for row in panel.rows[:3]] == ["recused; 8 kept", "recused; 7 kept", "recused"]
    assert not any(row.missing.isVisible() for row in panel.rows)
    assert panel.total.text() == "–"


def test_the_states_differ_in_words_and_marks(qtbot: QtBot, open_window: Open, tmp_path: Path) -> None:
    a_round = small_round(abstention=True)
    file = tmp_path / "round.casepkg"
    file.write_bytes(a_round.package)
    page = open_window(file, a_round).round
    panel, desk = page.scores, page.desk
    seen = {}

    def note(name: str) -> None:
        qtbot.wait(10)
        seen[name] = (
            panel.standing.isVisible() and panel.standing.head.text(),
            panel.standing.isVisible() and panel.standing.mark.text(),
            panel.standing.isVisible() and panel.standing.back.isVisible() and panel.standing.back.text(),
            panel.rows[0].kept.isVisible() and panel.rows[0].kept.text(),
            panel.rows[0].missing.isVisible(),
        )

    note("open")
    panel.recused.click()
    note("recused")
    panel.standing.back.click()
    panel.abstained.click()
    note("abstained")
    panel.standing.back.click()
    signed = a_round.amend(Change("withdrawn-case", page.case, "申报单位撤回"))
    desk.amend(pack_amendment(signed, a_round.organizer_seed, age.recipient_of(a_round.package_identity)))
    note("withdrawn")
    assert seen["open"] == (False, False, False, False, True)
    assert seen["recused"] == ("You have recused yourself", "R", "Take back and score", "recused", False)
    assert seen["abstained"] == ("You have abstained", "A", "Take back and score", "abstained", False)
    assert seen["withdrawn"] == ("Withdrawn by the organizer", "×", False, "withdrawn", False)
    assert not panel.recused.isEnabled()


def test_a_reason_is_chosen_by_keyboard_and_stays(
    qtbot: QtBot,
    open_window: Open,
    package: Path,
    a_round: SmallRound,
    reopen: Callable[[], ReviewSession],
) -> None:
    window = open_window(package, a_round)
    page = window.round
    first = page.case
    panel = page.scores
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_R, CONTROL)
    assert page.desk.state(first).recused
    assert QApplication.focusWidget() is panel.reason.list
    qtbot.keyClick(panel.reason.list, Qt.Key.Key_Down)
    assert page.desk.state(first).recusal_reason == recusal_reasons()[0]
    qtbot.keyClick(panel.reason.list, Qt.Key.Key_R, CONTROL)
    assert page.desk.state(first).recused
    assert QApplication.focusWidget() is panel.standing.back
    window.close()
    with reopen() as session:
        assert session.state(first).recusal_reason == recusal_reasons()[0]


def test_a_reason_in_own_words_is_kept_when_the_case_changes(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    panel = page.scores
    first = page.case
    panel.recused.click()
    panel.reason.pick(panel.reason.list.count() - 1)
    assert QApplication.focusWidget() is panel.reason.words
    qtbot.keyClicks(panel.reason.words, "my former student")
    page.go(1)
    assert page.desk.state(first).recusal_reason == "my former student"
    assert not panel.reason.words.isVisible()
    page.show_case(first)
    assert panel.reason.words.isVisible()
    assert panel.reason.words.text() == "my former student"
    panel.reason.pick(1)
    assert not panel.reason.words.isVisible()
    assert page.desk.state(first).recusal_reason == recusal_reasons()[0]


def test_a_case_from_the_own_institution_is_pointed_out_and_nothing_happens_by_itself(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    panel, desk = page.scores, page.desk
    first, second, third = desk.order[:3]
    assert not panel.suggestion.isVisible()
    own = [desk.case(case_id).organisation for case_id in (first, third)]
    desk.session.set_affiliations(own)
    page.show_case(second)
    assert not panel.suggestion.isVisible()
    page.show_case(first)
    assert panel.suggestion.isVisible()
    assert own[0] in panel.suggestion.words.text()
    assert not desk.state(first).recused
    panel.suggestion.decline.click()
    assert not panel.suggestion.isVisible()
    page.show_case(third)
    panel.suggestion.take.click()
    assert desk.state(third).recused
    assert not panel.suggestion.isVisible()
    page.show_case(first)
    assert not panel.suggestion.isVisible()
    assert not desk.state(first).recused


def test_a_scored_case_is_not_asked_about_again(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    page.desk.session.set_affiliations([page.desk.case(page.case).organisation])
    page.scores.refresh()
    assert page.scores.suggestion.isVisible()
    page.scores.focus_first_open()
    score_all(qtbot)
    assert not page.scores.suggestion.isVisible()


def test_institutions_are_asked_for_in_the_panel(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    panel = page.scores
    name = page.desk.case(page.case).organisation
    panel.recused.click()
    panel.standing.institutions.click()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.setText(name)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert page.desk.session.affiliations == (name,)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert panel.drawers.open_one is None
    panel.standing.back.click()
    assert panel.suggestion.isVisible()


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("", ()),
        (" 甲 大学 ；乙所;甲 大学、 ", ("甲 大学", "乙所")),
        ("Institute of A, B and C", ("Institute of A, B and C",)),
    ],
)
def test_names_as_typed(typed: str, names: tuple[str, ...]) -> None:
    assert split_names(typed) == names


def test_the_field_says_what_came_of_it(qtbot: QtBot, package: Path, a_round: SmallRound) -> None:
    with ReviewSession.open(package, a_round.cards[0]) as session:
        field = AffiliationField(session)
        qtbot.addWidget(field)
        field.show()
        organisation = session.package.case(session.reading_order[0]).organisation
        field.names.setText(f"{organisation}；不相干的单位")
        field.store()
        assert session.affiliations == (organisation, "不相干的单位")
        assert field.said.isVisible()
        assert "1 case" in field.said.text()
        with qtbot.waitSignal(field.dismissed):
            qtbot.keyClick(field.names, Qt.Key.Key_Escape)
        field.names.clear()
        field.store()
        assert session.affiliations == ()
        assert field.said.text() == "Removed from this computer."


def test_too_much_is_refused_and_told(qtbot: QtBot, package: Path, a_round: SmallRound) -> None:
    with ReviewSession.open(package, a_round.cards[0]) as session:
        field = AffiliationField(session)
        qtbot.addWidget(field)
        field.names.setText("；".join(f"第{number}所" for number in range(60)))
        with qtbot.waitSignal(field.failed) as failed:
            field.store()
        assert failed.args is not None
        assert failed.args[0].code == "affiliations-too-long"
        assert session.affiliations == ()


def test_kept_scores_are_promised_only_when_there_are_some(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    panel = page.scores
    panel.recused.click()
    assert "kept" not in panel.standing.words.text()
    assert panel.standing.back.text() == "Take back and score"
    assert panel.recused.text() == "Recused"
    panel.standing.back.click()
    assert panel.recused.text() == "Recuse myself"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_8)
    panel.recused.click()
    assert "kept" in panel.standing.words.text()
    assert panel.standing.back.text() == "Take the recusal back"


def test_what_is_said_of_a_recused_row_has_the_room_beside_its_name(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    window.resize(1093, 614)
    panel = window.round.scores
    for row in panel.rows:
        row.scored.emit(row.place, 9, False)
    panel.recused.click()
    qtbot.wait(100)
    for row in panel.rows:
        assert row.kept.text() == "recused; 9 kept"
        assert row.kept.width() >= row.kept.fontMetrics().horizontalAdvance(row.kept.text())


def test_a_reason_that_is_still_typed_does_not_bring_a_recusal_back(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    panel = page.scores
    panel.recused.click()
    panel.reason.pick(panel.reason.list.count() - 1)
    qtbot.keyClicks(panel.reason.words, "my former student")
    assert panel.reason.words.typing
    panel.standing.back.click()  # as a screen reader does it: the focus is still in the field
    qtbot.wait(20)
    assert not page.desk.state(page.case).recused
    assert page.desk.state(page.case).recusal_reason in ("", "my former student")
    assert panel.rows[0].field.hasFocus()
