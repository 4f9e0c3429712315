"""Notes on the organizer's desk: what goes by itself, what stays, and that nothing is left covered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from review_app.ui.organizer import desk_notes
from review_app.ui.organizer.results.page import ResultsPage
from review_app.ui.organizer.results.ranking import RankingView
from tests.ui.organizer.conftest import OpenCampaign

Opened = Callable[[str], OpenCampaign]


def lies_at(campaign: OpenCampaign, part: QWidget) -> QRect:
    return QRect(part.mapTo(campaign.window, QPoint()), part.size())


def room(page: QWidget) -> int:
    layout = page.layout()
    assert layout is not None
    return layout.contentsMargins().bottom()


def test_success_goes_by_itself_and_a_failure_stays(
    opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk_notes, "SHOWN", 150)
    campaign = opened("empty")
    campaign.desk.tell("It failed.", "Try again.")
    campaign.desk.tell("Saved.", "Lock it away.", "done")
    assert len(campaign.notes) == 2
    qtbot.waitUntil(lambda: campaign.notes == ["It failed. Try again."], timeout=5_000)
    qtbot.wait(300)
    assert campaign.notes == ["It failed. Try again."]


def test_a_note_with_the_focus_waits_for_it(
    opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk_notes, "SHOWN", 100)
    campaign = opened("empty")
    campaign.desk.tell("Saved.", tone="done")
    assert campaign.window.notes.focus_latest()
    qtbot.wait(400)
    assert campaign.notes == ["Saved."]
    campaign.frame.focus_first()
    qtbot.waitUntil(lambda: campaign.notes == [], timeout=5_000)


def test_there_is_one_note_of_success_and_it_stays_on_its_page(opened: Opened) -> None:
    campaign = opened("shortlisted")
    campaign.page("nominations")
    campaign.desk.tell("It failed.")
    for words in ("First.", "Second.", "Third."):
        campaign.desk.tell(words, tone="done")
    assert campaign.notes == ["It failed.", "Third."]
    campaign.page("nominations")  # the same station again
    assert campaign.notes == ["It failed.", "Third."]
    campaign.page("experts")
    assert campaign.notes == ["It failed."]
    campaign.desk.tell("Something else.", "Wait for it.", "quiet")
    campaign.page("package")
    assert campaign.notes == ["It failed."]


def test_of_a_written_file_the_folder_is_said_and_can_be_shown(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    campaign = opened("empty")
    shown: list[Path] = []
    monkeypatch.setattr(campaign.desk, "show_in_folder", shown.append)  # no file manager here
    campaign.desk.tell_of_file("Saved: list.csv", tmp_path / "list.csv", "Send it.")
    (note,) = campaign.window.notes.notes
    assert str(tmp_path) in note.whole and "Send it." in note.whole and note.action is not None
    note.action.click()
    assert shown == [tmp_path / "list.csv"]


def test_on_one_line_words_and_ways_stand_at_one_height(opened: Opened, qtbot: QtBot) -> None:
    campaign = opened("empty")
    campaign.window.resize(1280, 720)
    campaign.desk.tell_of_file("Saved: list.csv", Path("/tmp/list.csv"))
    (note,) = campaign.window.notes.notes
    assert note.action is not None
    parts = [note.what, note.following, note.action, note.close_button]

    def level() -> bool:
        middles = [lies_at(campaign, part).center().y() for part in parts]
        return note.isVisible() and note.height() < 60 and max(middles) - min(middles) <= 1

    qtbot.waitUntil(level)


@pytest.mark.parametrize(("station", "stage"), [("nominations", "nominated"), ("experts", "shortlisted")])
def test_the_foot_of_a_page_ends_above_a_note(opened: Opened, qtbot: QtBot, station: str, stage: str) -> None:
    campaign = opened(stage)
    page = campaign.page(station)
    before = campaign.window.size()
    lowest = max(
        (each for each in page.findChildren(QWidget) if each.isVisible() and each.focusPolicy()),
        key=lambda each: lies_at(campaign, each).bottom(),
    )
    campaign.desk.tell("It failed.", "Try again.")
    over = campaign.window.notes
    qtbot.waitUntil(
        lambda: over.isVisible() and lies_at(campaign, lowest).bottom() <= lies_at(campaign, over).top()
    )
    assert campaign.window.size() == before
    other = campaign.page("package")  # made while the note is shown
    assert room(other) == over.height()
    over.clear()
    qtbot.waitUntil(lambda: room(page) == 0)


def test_a_note_that_goes_by_itself_makes_nothing_smaller(opened: Opened, qtbot: QtBot) -> None:
    campaign = opened("nominated")
    page = campaign.page("nominations")
    campaign.frame.focus_first()
    campaign.desk.tell("Saved.", "Lock it away.", "done")
    over = campaign.window.notes
    qtbot.waitUntil(lambda: over.isVisible() and over.height() > 0)
    assert room(page) == 0 and not over.stays
    campaign.desk.tell("It failed.", "Try again.")  # this one stays
    qtbot.waitUntil(lambda: room(page) == over.height())
    over.clear()
    qtbot.waitUntil(lambda: room(page) == 0)


def test_a_note_that_goes_by_itself_does_not_cover_what_has_the_focus(opened: Opened, qtbot: QtBot) -> None:
    campaign = opened("counted")
    page = campaign.page("results")
    campaign.settle()
    assert isinstance(page, ResultsPage)
    view = page.views["ranking"]
    assert isinstance(view, RankingView)
    lowest = view.compare
    lowest.setFocus()
    campaign.desk.tell("Saved.", "Lock it away.", "done")
    over = campaign.window.notes
    qtbot.waitUntil(
        lambda: over.isVisible() and lies_at(campaign, lowest).bottom() <= lies_at(campaign, over).top()
    )


def test_a_note_that_goes_by_itself_takes_one_line_where_that_is_enough(opened: Opened, qtbot: QtBot) -> None:
    campaign = opened("empty")
    campaign.desk.tell("Saved.", "Lock it away.", "done")
    (short,) = campaign.window.notes.notes
    qtbot.waitUntil(lambda: short.following.x() > short.what.geometry().right())
    low = short.height()
    campaign.desk.tell("Saved.", "Lock it away. " * 12, "done")
    (long,) = campaign.window.notes.notes
    qtbot.waitUntil(lambda: long.following.y() > long.what.y() and long.height() > low)
