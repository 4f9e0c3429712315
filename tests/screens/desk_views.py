"""What stands behind the tabs and buttons of the organizer's pages, each with something in it."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

from review_app.model.workspace.people_files import paste_people
from review_app.ui.organizer.box.page import BoxPage
from review_app.ui.organizer.care.page import CarePage
from review_app.ui.organizer.experts.page import ExpertsPage
from review_app.ui.organizer.nominations.attached import Attachments
from review_app.ui.organizer.nominations.mapping import ColumnMapping
from review_app.ui.organizer.nominations.page import NominationsPage
from review_app.ui.organizer.package.page import PackagePage

if TYPE_CHECKING:
    from tests.screens.organizer import OrganizerWalk

PEOPLE = "\n".join(
    "\t".join(cells)
    for cells in (
        ("样例学者甲", "公共管理", "示例大学一", "北京", "jia@example.invalid"),
        ("样例学者子", "网络治理与公共政策比较研究", "示例大学公共管理学院", "上海", "zi@example.invalid"),
        ("样例学者丑", "传播学", "示例市大数据中心", "湖北", ""),
        ("样例学者寅", "法学", "人民网", "广东", "yin@example.invalid"),
        ("Sample Scholar", "Digital government", "Sample University", "浙江", "scholar@example.invalid"),
    )
)
HEADINGS = ("案例名称", "申报单位", "地区", "联系人", "备注")


def pose_setting_up(walk: OrganizerWalk) -> None:
    """At ``shortlisted``: the form of a round of scoring."""
    page = walk.station("experts")
    assert isinstance(page, ExpertsPage)
    with walk.page("desk-experts-set-up", 0.2):
        page.show_view("round")


def pose_cards(walk: OrganizerWalk) -> None:
    """At ``carded``: the round with its cards."""
    page = walk.station("experts")
    assert isinstance(page, ExpertsPage)
    with walk.page("desk-experts-cards", 0.2):
        page.show_view("round")


def pose_closing(walk: OrganizerWalk) -> None:
    """At ``boxed``: what is asked before intake is closed."""
    page = walk.station("box")
    assert isinstance(page, BoxPage)
    with walk.page("desk-box-closing", 0.2):
        page.close_act.click()


def pose_amending(walk: OrganizerWalk) -> None:
    """At ``packed``: an amendment that is being written."""
    page = walk.station("package")
    assert isinstance(page, PackagePage)
    with walk.page("desk-package-amending", 0.2):
        page.show_view("amend")
        page.amend.text.setPlainText("第三段的“2015 年”应为“2016 年”。")
        page.amend.add.click()


def pose_experts(walk: OrganizerWalk) -> None:
    """People on the roster, one of them under change; overlaps, letters."""
    page = walk.station("experts")
    assert isinstance(page, ExpertsPage)
    page.desk.act(lambda workspace: workspace.people.take_in(paste_people(PEOPLE)), "people")
    for view in page.views:
        with walk.page(f"desk-experts-{view}", 0.2):
            page.show_view(view)
            page.overlaps.table.selectRow(0)
    with walk.page("desk-experts-changed", 0.2):
        page.show_view("roster")
        page.roster.edit(page.roster.table.records[1])
    page.roster.table.setFocus()


def pose_package(walk: OrganizerWalk) -> None:
    """What is in it, the figures without a source, amendments."""
    page = walk.station("package")
    assert isinstance(page, PackagePage)
    for view in ("contents", "unsourced", "amend"):
        with walk.page(f"desk-package-{view}", 0.2):
            page.show_view(view)


def pose_nominations(walk: OrganizerWalk) -> None:
    """One nomination with each of its pieces, its return, and all filters."""
    page = walk.station("nominations")
    assert isinstance(page, NominationsPage)
    with walk.page("desk-nominations-filters", 0.2):
        page.filters.more.click()
    page.filters.more.click()
    unread = next(one for one in page.table.shown if one.unread is not None)
    with walk.page("desk-nomination-unreadable", 0.3):
        page.open_submission(unread.id)
    incomplete = next(
        one
        for one in page.table.shown
        if any(problem.code.startswith("attachment") for problem in one.problems)
    )
    for piece in page.detail.tabs:
        with walk.page(f"desk-nomination-{piece}", 0.3):
            page.open_submission(incomplete.id)
            page.detail.open_piece(piece)
    with walk.page("desk-nomination-returning", 0.2):
        page.detail.open_piece("checks")
        page.detail.give_back.click()
    page.detail.returning.close_panel()
    accepted = next(one for one in page.table.shown if one.state == "accepted" and one.attachments)
    with walk.page("desk-nomination-accepted", 0.3):
        page.open_submission(accepted.id)
        page.detail.open_piece("attachments")
        piece = page.detail.piece("attachments")
        assert isinstance(piece, Attachments)
        walk.settle(0.3, lambda: piece.views.pdf.page_count)
        walk.settle(0.3, lambda: piece.views.pdf.pages.images)
    page.close_detail()


def pose_door(walk: OrganizerWalk) -> None:
    """Where nominations come in: empty, and with a table whose columns are matched."""
    page = walk.station("nominations")
    assert isinstance(page, NominationsPage)
    with walk.page("desk-door-nominations", 0.2):
        page.take.click()
    with walk.page("desk-door-table", 0.4):
        page.take_files([_table(walk.scratch / "网络理政案例申报汇总表.csv")])
        walk.settle(0.3, lambda: page.findChildren(ColumnMapping))
    page.door.left.emit()


def _table(file: Path) -> Path:
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(HEADINGS)
        writer.writerow(("社区议事厅上线", "示例市民政局", "示例市", "张三", "补充材料后送"))
        writer.writerow(("", "示例市城管局", "示例市", "", ""))
    return file


def pose_care(walk: OrganizerWalk) -> None:
    """A passphrase to write down, and the lower end of the page of safekeeping."""
    walk.open("opened")
    page = walk.station("care")
    assert isinstance(page, CarePage) and page.area is not None
    with walk.page("desk-care-passphrase", 0.2):
        words = page.tr("Write this passphrase down, apart from the backup. It is shown this once.")
        page.backup_panel.ask("7K3M-9Q2X-WA4D-P5TR", words)
        walk.settle(0.1)
        page.area.ensureWidgetVisible(page.backup_panel)
    page.backup_panel.hide()
    with walk.page("desk-care-end", 0.2):
        page.area.verticalScrollBar().setValue(page.area.verticalScrollBar().maximum())


AT = {
    "shortlisted": [pose_setting_up],
    "carded": [pose_cards],
    "packed": [pose_amending],
    "boxed": [pose_closing],
}
"""What is looked at in the middle of the work."""
AT_END = [pose_experts, pose_package, pose_nominations, pose_door]
