"""A low or narrow window: the sidebar keeps every station within reach, acts go below their page's name."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtWidgets import QApplication, QWidget

from review_app.ui.organizer import frame as frame_module
from review_app.ui.organizer.box.page import BoxPage
from review_app.ui.organizer.nominations.page import NominationsPage
from review_app.ui.organizer.stations import Station, present
from review_app.ui.widgets.flow import Flow
from review_app.ui.widgets.head_line import BESIDE, HeadLine
from review_app.ui.widgets.parts import button, label
from review_app.ui.widgets.path_label import PathLabel
from tests.ui.organizer.conftest import OpenCampaign

Opened = Callable[[str], OpenCampaign]
LOW = (1093, 614)
LOWEST = 28
"""Pixels of height of a line of the sidebar that is hit without aiming."""


class Again(Station, frozen=True):
    """A station that is there a second time."""

    @property
    def title(self) -> str:
        return next(each.title for each in present() if each.module == self.module)


def _stations(count: int) -> list[Station]:
    """As many stations as are wanted: those there are, over and over under other names."""
    there = present()
    more = [
        Again(f"{each.name}{number}", each.module, each.class_name, each.count)
        for number in range(count // len(there))
        for each in there
    ]
    return [*there, *more][:count]


@pytest.mark.parametrize("count", [12, 24])
def test_every_station_is_within_reach(opened: Opened, monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    monkeypatch.setattr(frame_module, "present", lambda: _stations(count))
    campaign = opened("packed")
    campaign.window.resize(*LOW)
    frame = campaign.frame
    lines = list(frame.buttons.values())
    assert len(lines) == count
    QApplication.processEvents()
    for one, other in itertools.pairwise(lines):
        assert one.height() >= LOWEST and other.y() >= one.y() + one.height()
    bar = frame.lines.verticalScrollBar()
    assert (bar.maximum() > 0) == (count == 24), (
        "a dozen has room in the lowest window; more than that scrolls"
    )
    lines[0].setFocus()
    lines[-1].setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    assert lines[-1].visibleRegion().boundingRect().height() == lines[-1].height()
    assert frame.menu.visibleRegion().boundingRect() == frame.menu.rect()


def _hover(campaign: OpenCampaign, file: Path, over: bool) -> None:
    """Files come over the window, or leave it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    if over:
        event = QDragEnterEvent(
            QPoint(400, 300),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        campaign.window.dragEnterEvent(event)
    else:
        campaign.window.dragLeaveEvent(QDragLeaveEvent())


def test_where_files_would_land_lights_up(opened: Opened, tmp_path: Path) -> None:
    campaign = opened("packed")
    page = cast(NominationsPage, campaign.page("nominations"))
    box = cast(BoxPage, campaign.page("box"))

    def lit() -> list[str]:
        areas = {"list": page.landing, "door": page.door.area, "box": box.intake.area}
        return [name for name, area in areas.items() if area.alive and area.isVisible()]

    page = cast(NominationsPage, campaign.page("nominations"))
    assert lit() == []
    _hover(campaign, tmp_path, over=True)
    assert lit() == ["list"]
    assert page.landing.geometry().contains(page.table.geometry())
    _hover(campaign, tmp_path, over=False)
    assert page.landing.isHidden()
    page.take.click()
    _hover(campaign, tmp_path, over=True)
    assert lit() == ["door"]
    _hover(campaign, tmp_path, over=False)
    assert lit() == []
    campaign.page("box")
    _hover(campaign, tmp_path, over=True)
    assert lit() == ["box"]
    _hover(campaign, tmp_path, over=False)
    assert lit() == []


def test_words_go_below_then_acts_and_all_stay_whole(qapp: QApplication) -> None:
    name, words = label("Experts and cards", "page-title"), label("31 on the roster")
    acts = [button("Undo"), button("Redo"), button("On to the round")]
    head = QWidget()
    head.setLayout(HeadLine(name, words, acts))
    layout = head.layout()
    assert layout is not None
    wide = layout.sizeHint().width()
    head.resize(wide, layout.heightForWidth(wide))
    head.show()
    assert {act.y() + act.height() // 2 for act in acts} == {name.y() + name.height() // 2}
    assert acts[-1].geometry().right() + 1 == wide
    one_line = layout.heightForWidth(wide)
    narrow = wide - 1
    assert layout.heightForWidth(narrow) > one_line
    head.resize(narrow, layout.heightForWidth(narrow))
    QApplication.processEvents()
    assert words.y() >= name.geometry().bottom() and words.width() >= words.sizeHint().width()
    assert words.geometry().bottom() < head.height() and acts[-1].geometry().right() + 1 == narrow
    assert {act.y() + act.height() // 2 for act in acts} == {name.y() + name.height() // 2}
    narrow = wide - words.sizeHint().width() - BESIDE - 1
    head.resize(narrow, layout.heightForWidth(narrow))
    QApplication.processEvents()
    assert all(act.y() >= name.geometry().bottom() for act in acts)
    assert acts[-1].geometry().right() + 1 == narrow
    narrowest = layout.minimumSize().width()
    head.resize(narrowest, layout.heightForWidth(narrowest))
    QApplication.processEvents()
    for act in acts:
        assert act.size() == act.sizeHint() and head.rect().contains(act.geometry())


def test_a_path_is_shown_whole_and_copied_as_it_is(qapp: QApplication) -> None:
    path = "C:\\Users\\评审\\" + "averylongfoldername" * 12
    lies = PathLabel("body-small")
    lies.setText(path)
    lies.resize(300, lies.heightForWidth(300))
    lines = lies.fontMetrics().horizontalAdvance(path) / 300
    assert lies.height() >= lines * lies.fontMetrics().height() - 1
    lies.copy.trigger()
    assert QApplication.clipboard().text() == path


def test_parts_at_the_right_go_to_the_next_line_together(qapp: QApplication) -> None:
    left, right = [button("Edit"), button("Take off")], [button("Paste cells"), button("Read a table…")]
    line = QWidget()
    line.setLayout(Flow(*left, *right, right_from=2))
    layout = line.layout()
    assert layout is not None
    wide = layout.sizeHint().width()
    for width, lines in ((wide + 60, 1), (wide - 1, 2)):
        line.resize(width, layout.heightForWidth(width))
        line.show()
        QApplication.processEvents()
        assert len({part.y() for part in (*left, *right)}) == lines
        assert right[0].y() == right[1].y() and right[1].geometry().right() + 1 == width
    line.resize(layout.minimumSize().width(), layout.heightForWidth(layout.minimumSize().width()))
    QApplication.processEvents()
    assert [part.geometry().right() + 1 for part in right] == [line.width()] * 2  # each on a line of its own
