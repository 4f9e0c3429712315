"""Parts that give way in a small window: rows of buttons, long notes, the beginning of what was found."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from review_app.model.search.words import Snippet
from review_app.ui.expert.case_delegate import about_its_hit
from review_app.ui.widgets.banner import LOW, BannerArea
from review_app.ui.widgets.flow import Flow
from review_app.ui.widgets.parts import column
from tests.screens.clipped import settle_layouts


def test_a_row_goes_on_in_a_second_line_with_all_that_belongs_at_the_right(qapp: QApplication) -> None:
    buttons = [QPushButton("some words") for _ in range(3)]
    flow = Flow(*buttons, right_from=1)
    held = QWidget()
    held.setLayout(flow)
    wide, one = flow.sizeHint().width(), buttons[0].sizeHint()
    held.resize(wide + 100, 100)
    held.show()
    assert flow.heightForWidth(wide) == one.height()
    assert buttons[2].geometry().right() == held.width() - 1
    assert len({each.y() for each in buttons}) == 1
    held.resize(wide - 1, 100)
    settle_layouts()
    assert flow.heightForWidth(wide - 1) == 2 * one.height() + flow.spacing()
    assert [each.y() > buttons[0].y() for each in buttons] == [False, True, True]
    buttons[1].hide()
    assert flow.heightForWidth(wide - 1) == one.height()
    held.close()


def test_a_long_note_is_two_lines_in_a_low_window(qapp: QApplication) -> None:
    window = QWidget()
    notes = BannerArea()
    window.setLayout(column(notes, None))
    window.resize(900, LOW - 40)
    window.show()
    note = notes.tell("What happened.", "First.\nSecond.\nThird.")
    settle_layouts()
    line = note.following.fontMetrics().lineSpacing()
    assert note.more.isVisible()
    assert note.following.height() <= line + 1
    assert note.following.text() == "First.…"
    assert notes.tell("What happened.", "First.\nSecond.\nThird.") is note
    note.more.click()
    settle_layouts()
    assert note.following.text() == "First.\nSecond.\nThird."
    assert note.following.height() >= 3 * line
    note.more.click()
    window.resize(900, LOW + 40)
    settle_layouts()
    assert not note.more.isVisible()
    assert note.following.height() >= 3 * line
    window.close()


def test_what_follows_a_hit_is_seen(qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    text = "before " * 10 + "found" + " after" * 10
    whole = Snippet(text, ((70, 75),))
    assert about_its_hit(whole, metrics, metrics.horizontalAdvance(text)) == whole
    width = metrics.horizontalAdvance(text) // 4
    seen = about_its_hit(whole, metrics, width)
    ((start, end),) = seen.marks
    assert seen.text.startswith("…")
    assert seen.text[start:end] == "found"
    assert metrics.horizontalAdvance(seen.text[:end]) < 0.75 * width
    at_end = about_its_hit(Snippet(text[:75], ((70, 75),)), metrics, width)
    assert metrics.horizontalAdvance(at_end.text) > 0.75 * width
