"""Overview, history and settings on the sample campaign."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from review_app.model.workspace.campaign import PlannedDate
from review_app.ui import language
from review_app.ui.organizer.history.page import HistoryPage
from review_app.ui.organizer.overview.page import OverviewPage
from review_app.ui.organizer.settings.lines import from_lines
from review_app.ui.organizer.settings.page import SettingsPage, day_of
from tests.ui.organizer.conftest import OpenCampaign

Opened = Callable[[str], OpenCampaign]


def words_of(page: OverviewPage) -> str:
    QApplication.processEvents()
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())


def test_overview_leads_to_what_comes_next_and_follows_changes(opened: Opened, qtbot: QtBot) -> None:
    campaign = opened("empty")
    page = campaign.page("overview")
    assert isinstance(page, OverviewPage)
    assert "take nominations in" in page.next_words.text() and page.go_there.isVisible()
    assert "Nothing has been handed in yet" in words_of(page)
    wanted: list[str] = []
    campaign.desk.wanted.connect(lambda station, where: wanted.append(station))
    page.go_there.click()
    page.links["box"].click()
    page.plan.click()
    assert wanted == ["nominations", "box", "settings"]
    settings_page = campaign.frame.page
    assert isinstance(settings_page, SettingsPage)
    first = settings_page.days["nominations-until"]
    qtbot.waitUntil(lambda: campaign.window.focusWidget() is first)
    assert first.visibleRegion().boundingRect() == first.rect()
    campaign.page("overview")
    settings = campaign.workspace.settings
    planned = [PlannedDate("sheets-until", "2020-01-01")]
    changed = msgspec.structs.replace(settings, planned=planned)
    campaign.desk.act(lambda workspace: workspace.campaign.update(changed), "campaign")
    assert "Sheets until" in words_of(page) and "days ago" in words_of(page)


def test_overview_of_an_opened_box_leads_to_the_results(opened: Opened) -> None:
    campaign = opened("opened")
    page = campaign.page("overview")
    assert isinstance(page, OverviewPage)
    assert page.go_there.isVisible() and "result" in page.next_words.text()
    page.go_there.click()
    assert campaign.frame.station == "results"
    campaign.settle()


def test_history_is_read_filtered_verified_and_exported(opened: Opened, tmp_path: Path) -> None:
    campaign = opened("opened")
    page = campaign.page("history")
    assert isinstance(page, HistoryPage)
    lines = campaign.workspace.log.lines()
    assert [act.line.seq for act in page.table.shown] == [line.seq for line in reversed(lines)]
    page.words.setText("CARDS drawn")
    assert [act.line.act for act in page.table.shown] == ["cards-drawn"]
    assert page.count.text() == f"1 of {len(lines)}"
    page.words.clear()
    page.about.setCurrentIndex(page.about.findData("box"))
    assert {act.line.act for act in page.table.shown} == {"box-closed", "box-opened"}
    page.table.selectRow(0)
    assert page.detail.text() == page.table.shown[0].sentence
    page.verify.click()
    assert any("The log is whole" in note for note in campaign.notes)
    file = tmp_path / "history.csv"
    page.table.export_csv(file)
    rows = list(csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig"))))
    assert [row[0] for row in rows[1:]] == [str(act.line.seq) for act in page.table.shown]


def test_history_speaks_chinese(opened: Opened) -> None:
    campaign = opened("opened")
    language.install("zh")
    campaign.window.rebuild()
    page = campaign.page("history")
    assert isinstance(page, HistoryPage)
    assert page.table.shown[0].sentence.startswith("开箱：")
    assert campaign.frame.station == "history"


def test_settings_are_saved_once_undone_and_kept_from_being_left(opened: Opened) -> None:
    campaign = opened("empty")
    page = campaign.page("settings")
    assert isinstance(page, SettingsPage)
    before = campaign.workspace.settings
    assert not page.save.isEnabled() and not page.discard.isEnabled()
    page.title[1].setText("Ten cases")
    page.facets.setPlainText("网络服务｜Online services\n\n数据公开")
    page.days["opening-on"].setText("2026年3月9日")
    assert page.save.isEnabled()
    campaign.frame.show_station("history")
    assert campaign.frame.station == "settings" and any("aren't saved" in note for note in campaign.notes)
    assert campaign.frame.buttons["settings"].isChecked()
    page.save.click()
    after = campaign.workspace.settings
    assert after.title_en == "Ten cases" and after.title == before.title
    assert [(facet.name, facet.name_en) for facet in after.facets] == [
        ("网络服务", "Online services"),
        ("数据公开", ""),
    ]
    assert after.planned == [PlannedDate("opening-on", "2026-03-09")]
    assert after.return_instructions == before.return_instructions
    assert not page.save.isEnabled() and campaign.page("history") is not None
    campaign.page("settings")
    QTest.keyClick(campaign.frame.menu, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert campaign.workspace.settings == before
    assert page.title[1].text() == before.title_en


def test_settings_that_cannot_hold_are_said_and_nothing_is_stored(opened: Opened) -> None:
    campaign = opened("empty")
    page = campaign.page("settings")
    assert isinstance(page, SettingsPage)
    before = campaign.workspace.settings
    page.days["package-by"].setText("next spring")
    page.save.click()
    assert page.trouble.isVisible() and campaign.workspace.settings == before
    page.days["package-by"].clear()
    page.title[0].clear()
    page.save.click()
    assert any("title" in note for note in campaign.notes) and campaign.workspace.settings == before
    page.discard.click()
    assert page.title[0].text() == before.title and not page.changed


def test_settings_say_that_a_package_stays_as_it_is(opened: Opened) -> None:
    page = opened("packed").page("settings")
    assert isinstance(page, SettingsPage)
    assert page.stays.isVisible() and "keep the names" in page.stays.text()


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-03-09", "2026-03-09"),
        (" 2026/3/9 ", "2026-03-09"),
        ("2026年3月9日", "2026-03-09"),
        ("20260309", "2026-03-09"),
        ("", ""),
        ("2026-02-30", None),
        ("9.3.2026", None),
        ("soon", None),
    ],
)
def test_days_as_people_write_them(typed: str, day: str | None) -> None:
    assert day_of(typed) == day


def test_lines_of_names() -> None:
    assert from_lines("甲 | A\n乙｜B\n\n 丙 \n| only English") == [("甲", "A"), ("乙", "B"), ("丙", "")]
