"""The tabs below the reader: all of them in words that can be read, the rest in a list."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from review_app.ui import theme
from review_app.ui.expert.desk import Piece
from review_app.ui.expert.piece_tabs import PieceTabs


def pieces(count: int) -> list[Piece]:
    """Attachments with long titles."""
    return [
        Piece(f"member-{number}", f"第 {number} 份附件 年度报告", f"{number}.pdf", "application/pdf")
        for number in range(1, count + 1)
    ]


@pytest.fixture(params=["normal", "larger"])
def tabs(qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[PieceTabs]:
    """Tabs in the usual text and in very large text."""
    before = theme.text_size()
    theme.choose_text_size(request.param)
    made = PieceTabs()
    qtbot.addWidget(made)
    made.show()
    yield made
    theme.choose_text_size(before)


@pytest.mark.parametrize("count", [0, 1, 3, 9, 50])
@pytest.mark.parametrize("width", [380, 501, 640, 1000])
def test_no_tab_is_cut_and_none_is_lost(qtbot: QtBot, tabs: PieceTabs, width: int, count: int) -> None:
    tabs.show_pieces(pieces(count))
    tabs.show_claims(12, beside=False)
    tabs.resize(width, tabs.height())
    QApplication.processEvents()
    shown = [tab for tab in [*tabs.group.buttons(), tabs.more] if tab.isVisible()]
    names = {tab.property("tab") for tab in shown}
    assert {"dossier", "claims", "notes"} <= names
    members = {piece.member for piece in pieces(count)}
    assert members - names == set(tabs.listed)
    assert tabs.more.isVisible() == bool(tabs.listed)
    placed = sorted(tab.geometry().getRect() for tab in shown)
    assert all(tab.width() >= tab.sizeHint().width() for tab in shown)
    assert placed[0][0] >= 0 and placed[-1][0] + placed[-1][2] <= width
    assert all(one[0] + one[2] <= other[0] for one, other in pairwise(placed))
    if width == 1000:
        assert len(tabs.listed) < max(1, count)


def test_what_has_no_tab_is_chosen_from_the_list_and_then_has_one(qtbot: QtBot, tabs: PieceTabs) -> None:
    tabs.chosen.connect(tabs.mark)
    tabs.show_pieces(pieces(9))
    tabs.resize(700, tabs.height())
    QApplication.processEvents()
    last = tabs.listed[-1]
    tabs.more.setFocus()
    qtbot.keyClick(tabs.more, Qt.Key.Key_Space)
    menu = tabs.findChild(QMenu)
    assert menu is not None
    assert [line.text() for line in menu.actions()] == [
        piece.title for piece in pieces(9) if piece.member in tabs.listed
    ]
    menu.actions()[-1].trigger()
    menu.close()
    assert last not in tabs.listed
    (open_one,) = [tab for tab in tabs.group.buttons() if tab.isChecked()]
    assert open_one.property("tab") == last
    assert not tabs.more.isChecked()


def test_the_list_is_marked_when_no_tab_can_show_what_is_open(qtbot: QtBot, tabs: PieceTabs) -> None:
    tabs.show_pieces(pieces(9))
    tabs.resize(300, tabs.height())
    tabs.mark("member-5")
    QApplication.processEvents()
    assert "member-5" in tabs.listed
    assert tabs.more.isChecked()
    tabs.mark("dossier")
    assert not tabs.more.isChecked()


def test_a_case_without_figures_has_no_tab_for_them(tabs: PieceTabs) -> None:
    def named() -> set[str]:
        return {tab.property("tab") for tab in tabs.group.buttons() if tab.isVisible()}

    tabs.resize(700, tabs.height())
    tabs.show_claims(0, beside=False)
    assert named() == {"dossier", "notes"}
    tabs.show_claims(2, beside=False)
    assert named() == {"dossier", "claims", "notes"}
