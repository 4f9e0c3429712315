"""Attachments in the window: where they were left, and what is searched for in them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from review_app.ui.documents.page_layout import Zoom
from review_app.ui.window import MainWindow
from tests.rounds import SmallRound, small_round
from tests.ui.documents import made_pdf
from tests.ui.made import a_png

Open = Callable[..., MainWindow]


@pytest.fixture
def attached() -> SmallRound:
    """A round whose cases have a PDF of nine pages and a picture."""
    return small_round(attachments={"报告.pdf": made_pdf.sound(9), "图.png": a_png(2400, 1600)})


def test_attachments_are_found_where_they_were_left(
    qtbot: QtBot, open_window: Open, attached: SmallRound, tmp_path: Path
) -> None:
    """After another tab, after another case, and after the program was started again."""
    file = tmp_path / "round.casepkg"
    file.write_bytes(attached.package)
    first, second = attached.manifest.cases[:2]
    pdf, png = (attachment.member for attachment in first.attachments)

    window = open_window(file, attached)
    assert window.round is not None
    window.round.show_case(first.id)
    reader = window.round.reader
    reader.open_tab(pdf)
    qtbot.waitUntil(lambda: reader.views.pdf.page_count == 9)
    reader.views.pdf.set_fit("page")
    reader.views.pdf.restore_place(0.6)
    reader.open_tab(png)
    qtbot.waitUntil(lambda: not reader.views.picture.shown_part.isNull())
    reader.views.picture.show_actual_size()
    reader.views.picture._canvas.show_middle(0.5, 0.75)
    reader.open_tab(pdf)
    qtbot.waitUntil(lambda: reader.views.pdf.page_count == 9)
    assert reader.views.pdf.place() == pytest.approx(0.6, abs=0.02)
    assert reader.views.pdf.pages.zoom == Zoom("page")

    window.round.show_case(second.id)
    window.round.show_case(first.id)
    reader.open_tab(png)
    qtbot.waitUntil(lambda: not reader.views.picture.shown_part.isNull())
    assert reader.views.picture.zoom == 100
    assert reader.views.picture._canvas.middle() == pytest.approx((0.5, 0.75), abs=0.02)
    window.close()
    qtbot.waitUntil(lambda: not window.jobs.busy)

    window = open_window(file, attached)
    assert window.round is not None
    window.round.show_case(first.id)
    reader = window.round.reader
    reader.open_tab(pdf)
    qtbot.waitUntil(lambda: reader.views.pdf.page_count == 9)
    assert reader.views.pdf.place() == pytest.approx(0.6, abs=0.02)
    assert reader.views.pdf.pages.zoom == Zoom("page")


def test_words_searched_for_are_marked_in_a_pdf(
    qtbot: QtBot, open_window: Open, attached: SmallRound, tmp_path: Path
) -> None:
    file = tmp_path / "round.casepkg"
    file.write_bytes(attached.package)
    case = attached.manifest.cases[0]
    window = open_window(file, attached)
    assert window.round is not None
    window.round.show_case(case.id)
    reader = window.round.reader
    reader.mark(["第 7 页"])
    reader.open_tab(case.attachments[0].member)
    reader.seek()
    qtbot.waitUntil(lambda: 6 in reader.views.pdf.pages.shown, timeout=10_000)
    assert reader.views.pdf.pages.marks.hits.keys() == {6}
    reader.mark([])
    assert not reader.views.pdf.pages.marks.hits
