"""What the organizer changes while experts score: told short, shown whole at the case, kept in a list."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from review_app.model.crypto import age
from review_app.model.files import home_folder
from review_app.model.package.amendment import Change, pack_amendment
from review_app.ui.expert.amendment_words import amendment_lines, change_text, shown_date
from review_app.ui.expert.welcome_page import WelcomePage
from review_app.ui.window import MainWindow
from tests.rounds import SmallRound
from tests.ui.shown import texts

Open = Callable[..., MainWindow]


def sent(a_round: SmallRound, *changes: Change) -> bytes:
    recipient = age.recipient_of(a_round.package_identity)
    return pack_amendment(a_round.amend(*changes), a_round.organizer_seed, recipient)


def test_a_corrected_case_says_so_until_it_was_looked_at(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    page = window.round
    wrong, other = page.desk.order[1], page.desk.order[0]
    page.desk.change(wrong, lambda session: session.set_score(wrong, 0, 6))
    page.show_case(other)
    page.desk.amend(sent(a_round, Change("erratum", wrong, "第二段应为 12.6 万\n附件不变")))
    assert page.notice.isHidden()
    page.show_case(wrong)
    assert not page.notice.isHidden()
    assert "第二段应为 12.6 万\n附件不变" in texts(page.notice)
    assert any("amendment 1" in text for text in texts(page.notice))
    assert page.desk.state(wrong).doubtful
    page.desk.amend(sent(a_round, Change("erratum", wrong, "再次更正")))
    shown = texts(page.notice)
    assert "再次更正" in shown
    assert any("12.6" in text for text in shown)
    page.show_step("check")
    assert "Corrected by the organizer" in texts(page.check)
    page.show_step("read")
    page.show_case(other)
    assert page.notice.isHidden()
    page.show_case(wrong)
    page.notice.seen.setFocus()
    qtbot.keyClick(page.notice.seen, Qt.Key.Key_Space)
    assert page.notice.isHidden()
    assert not page.desk.state(wrong).doubtful
    assert page.desk.state(wrong).scores[0] == 6
    page.show_step("check")
    assert "Corrected by the organizer" not in texts(page.check)
    window.close()
    window = open_window(package, a_round)
    window.round.show_case(wrong)
    assert window.round.notice.isHidden()


def test_the_list_of_the_round_leads_to_its_cases(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    wrong, gone = window.round.desk.order[2:4]
    window.round.desk.amend(
        sent(
            a_round,
            Change("erratum", wrong, "数字有误"),
            Change("withdrawn-case", gone, "来函撤回"),
            Change("deadline", "2026-12-31", "顺延"),
        )
    )
    window.show_welcome()
    page = window.pages.currentWidget()
    assert isinstance(page, WelcomePage)
    shown = texts(page.changes)
    assert {"数字有误", "来函撤回", "顺延"} <= set(shown)
    assert "New closing date: 31 December 2026" in " ".join(shown).replace("Thursday, ", "").replace(
        "Thursday ", ""
    )
    assert shown.count("not looked at yet") == 1
    page.changes.links[0].click()
    assert window.round is not None
    assert window.round.case == wrong
    assert not window.round.notice.isHidden()


def test_a_note_that_fits_has_no_scroll_bar_and_asks_for_a_second_look_only_at_scores(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    window.resize(1093, 614)
    page = window.round
    scored, empty = page.desk.order[:2]
    page.desk.change(scored, lambda session: session.set_score(scored, 0, 6))
    page.desk.amend(sent(a_round, *(Change("erratum", each, "应为“三年”。" * 9) for each in (scored, empty))))
    for case_id in (scored, empty):
        page.show_case(case_id)
        shown = texts(page.notice)
        assert any("still hold" in text for text in shown) == (case_id == scored)
        (area,) = page.notice.findChildren(QScrollArea)
        qtbot.waitUntil(lambda area=area: area.viewport().height() >= area.widget().height())
        whole = area.widget().heightForWidth(area.viewport().width())
        assert area.viewport().height() - whole <= 4  # and no room that nothing needs
        assert area.verticalScrollBar().maximum() == 0


def test_nothing_is_open_in_a_half_done_case_that_is_withdrawn(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    gone = page.desk.order[0]
    page.desk.change(gone, lambda session: session.set_score(gone, 0, 6))
    page.show_case(page.desk.order[1])
    page.show_case(gone)
    qtbot.waitUntil(page.scores.pause.isVisible)
    page.desk.amend(sent(a_round, Change("withdrawn-case", gone, "撤回")))
    qtbot.waitUntil(lambda: not page.scores.pause.isVisible())


def test_a_doubt_about_a_withdrawn_case_is_nothing_to_look_at(
    open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = open_window(package, a_round).round
    gone = page.desk.order[0]
    page.desk.change(gone, lambda session: session.set_doubtful(gone, True))
    page.show_step("check")
    assert "Marked doubtful" in texts(page.check)
    page.desk.amend(sent(a_round, Change("withdrawn-case", gone, "撤回")))
    page.show_step("read")
    page.show_step("check")
    assert "Marked doubtful" not in texts(page.check)


def test_a_round_without_amendments_shows_no_list(
    open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    window.show_welcome()
    assert not hasattr(window.pages.currentWidget(), "changes")


def test_many_changes_stay_short_above_the_pages(
    open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    desk = window.round.desk
    long = "很长的更正。" * 200
    desk.amend(sent(a_round, *(Change("erratum", case_id, long) for case_id in desk.order)))
    lines = amendment_lines(desk.session.amendments[0].amendment, desk).split("\n")
    assert len(lines) == 4
    assert all(len(line) < 250 for line in lines)
    assert "and 1 more" in lines[3]
    window.round.show_case(desk.order[1])
    window.round.show_case(desk.order[0])
    assert window.round.notice.height() < 300
    assert long in texts(window.round.notice)


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a\nb", "a\nb"), ("\u202eesrever", "\\u{202e}esrever"), ("  \n x\x00", "x\\u{0}")],
)
def test_the_organizers_words_hide_nothing(text: str, shown: str) -> None:
    assert change_text(Change("erratum", "case-1", text)) == shown


def test_a_date_that_is_none_stays_as_it_is() -> None:
    assert shown_date("2026-02-30") == "2026-02-30"


def test_a_file_that_is_gone_is_told_as_gone(open_window: Open, package: Path, a_round: SmallRound) -> None:
    window = open_window(package, a_round)
    window.round.desk.session.remember_case(window.round.case)
    content = sent(a_round, Change("deadline", "2026-12-31", "顺延"))
    window.round.desk.amend(content)
    window.close()
    (kept,) = home_folder().rglob("*.1.amend")
    kept.unlink()
    window = open_window(package, a_round)
    (note,) = window.notes.notes
    assert "gone" in note.what.text() and "damaged" not in note.what.text()
    window.notes.clear()
    window.round.desk.amend(content)
    (note,) = window.notes.notes
    assert "Amendment 1 from the organizer" in note.what.text()
