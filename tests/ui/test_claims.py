"""Where a figure comes from: listed beside the text or on a tab, found in the text, and said plainly where unknown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from review_app.model.case import Claim
from review_app.model.crypto.ballot_card import BallotCard
from review_app.model.sample.campaign import sample_package
from review_app.ui.documents.dossier_view import DossierView
from review_app.ui.documents.sourced import wordings
from review_app.ui.expert.claim_words import claim_words
from review_app.ui.expert.claims_page import ClaimsPage
from review_app.ui.expert.reader import Reader
from review_app.ui.window import MainWindow
from tests.ui.documents.watch import spin

SOURCED = Claim("372项", "可查询的事项", "年度报告", "2016", "self-reported")
VERIFIED = Claim("62项", "可手机申报的事项", "统计公报", "", "verified")
UNSOURCED = Claim("超过48万人次", "下载量", "", "", "self-reported")
CASE = "baoan-app"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, BallotCard]:
    """The sample round and a card for it."""
    package, card = sample_package(tmp_path_factory.mktemp("sample"))
    return package, card


@pytest.fixture
def reading(
    sample: tuple[Path, BallotCard], open_window: Callable[..., MainWindow], qtbot: QtBot
) -> Callable[[int], Reader]:
    """A window of that width with a case on the table that gives three figures."""

    def opened(width: int) -> Reader:
        window = open_window()
        window.resize(width, 720)
        window.open_with_card(*sample)
        if window.round is None:
            window.enter_round()
        assert window.round is not None
        window.round.show_case(CASE)
        reader = window.round.reader
        qtbot.waitUntil(lambda: not window.jobs.busy and len(reader.views.dossier.sourced) > 2)
        return reader

    return opened


def test_every_figure_says_where_it_comes_from(qtbot: QtBot) -> None:
    page = ClaimsPage()
    qtbot.addWidget(page)
    page.show_claims([SOURCED, VERIFIED, UNSOURCED])
    said = [[part.text() for part in line.findChildren(QLabel)] for line in page.rows]
    assert said == [
        ["372项", "○ Self-reported", "可查询的事项", "Source: 年度报告\nDate of the figure: 2016"],
        ["62项", "✓ Verified", "可手机申报的事项", "Source: 统计公报\nNo date of the figure is given"],
        ["超过48万人次", "○ Self-reported", "下载量", "No source is given"],
    ]
    assert page.rows[1].accessibleName().endswith("✓ Marked as verified by the organizer")
    assert "marked so by the organizer" in page.hint.text()
    assert page.rows[2].accessibleName() == (
        "超过48万人次: 下载量\nNo source is given\n"
        "○ Self-reported: given in the nomination, not marked as verified by the organizer"
    )
    page.show_claims([])
    assert page.rows == []
    assert "lists no figures" in page.hint.text()


def test_the_keyboard_alone_goes_through_the_figures(qtbot: QtBot) -> None:
    page = ClaimsPage()
    qtbot.addWidget(page)
    page.show_claims([SOURCED, VERIFIED])
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    chosen: list[Claim] = []
    page.chosen.connect(chosen.append)
    page.focus_first()
    QTest.keyClick(page.rows[0], Qt.Key.Key_Return)
    QTest.keyClick(page.rows[0], Qt.Key.Key_Down)
    assert page.rows[1].hasFocus()
    QTest.keyClick(page.rows[1], Qt.Key.Key_Space)
    assert chosen == [SOURCED, VERIFIED]


def test_in_a_narrow_window_a_tab_leads_to_the_figures_and_a_figure_to_the_text(
    reading: Callable[[int], Reader],
) -> None:
    reader = reading(1093)
    assert not reader.claims.beside
    tab = next(tab for tab in reader.tabs.group.buttons() if tab.property("tab") == "claims")
    assert (tab.isVisible(), tab.accessibleName()) == (True, "Figures 3")
    tab.click()
    assert reader.stack.currentWidget() is reader.claims.page
    assert reader.claims.page.rows[0].hasFocus()
    reader.claims.page.rows[2].click()
    view = reader.views.dossier
    assert reader.stack.currentWidget() is view
    assert len(view.marks) == 1
    assert view.marks.current == 0
    cursor = view.textCursor()
    cursor.setPosition(view.marks.start_of_current)
    assert 0 <= view.cursorRect(cursor).top() < view.viewport().height()


def test_a_figure_chosen_before_the_text_is_there_is_shown_when_it_is(
    reading: Callable[[int], Reader],
) -> None:
    reader = reading(1093)
    other = next(each for each in reader._desk.order if each != CASE)
    reader.show_case(other)
    reader.show_case(CASE)
    reader.open_tab("claims")  # at once: what was being read is given up
    reader.claims.page.rows[2].click()
    view = reader.views.dossier
    assert spin(lambda: len(view.marks) == 1 and not view.setting.busy)
    assert reader.tab == "dossier"
    assert view.marks.current == 0


def test_in_a_wide_window_the_figures_stand_beside_the_text_and_can_be_folded(
    reading: Callable[[int], Reader],
) -> None:
    reader = reading(1920)
    assert reader.claims.beside
    page, view = reader.claims.page, reader.views.dossier
    tab = next(tab for tab in reader.tabs.group.buttons() if tab.property("tab") == "claims")
    assert page.isVisible()
    assert view.isVisible()
    assert not tab.isVisible()
    page.rows[0].click()
    assert page.isVisible()
    assert len(view.marks) >= 1
    page.hide_button.click()
    assert not page.isVisible()
    assert tab.isVisible()
    assert reader.stack.currentWidget() is view
    tab.click()
    assert page.isVisible()
    assert reader.stack.currentWidget() is view
    reader.window().resize(1093, 720)
    assert spin(lambda: not reader.claims.beside)
    assert reader.stack.currentWidget() is view


def test_a_figure_in_the_text_tells_its_source(reading: Callable[[int], Reader]) -> None:
    reader = reading(1280)
    view = reader.views.dossier
    claim = Claim("372项", "可查询指引的政务事项", "样例汇编，据公开报道整理", "2016", "self-reported")
    tips = {
        view.tip_at(QPoint(x, y))
        for y in range(0, view.viewport().height(), 6)
        for x in range(0, view.viewport().width(), 6)
    }
    assert claim_words(claim) in tips
    assert "" in tips
    place = where(reader, claim)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    card = reader.figure_card
    assert (reader.tab, card.isVisible()) == ("dossier", True)
    said = [part.text() for part in card.findChildren(QLabel) if part.isVisible()]
    assert said[:2] == [claim.figure, claim.what]
    assert said[2] == "Source: 样例汇编，据公开报道整理\nDate of the figure: 2016"
    assert said[3].startswith("○ Self-reported: given in the nomination")
    assert card.all_button.text() == "All figures (3)"
    # Right beside the figure, wholly on the page, over no part of the figure itself.
    found = view.figures.at(place)
    assert found is not None
    figure = view.figures.rectangle(found).translated(view.viewport().pos())
    assert figure.adjusted(-1, -3, 1, 5).contains(place + view.viewport().pos())
    assert view.rect().contains(card.geometry())
    assert not card.geometry().intersects(figure)
    assert min(abs(card.y() - figure.bottom()), abs(figure.top() - card.geometry().bottom())) < 12
    card.all_button.click()
    assert (reader.tab, card.isVisible()) == ("claims", False)
    assert reader.claims.page.rows[0].hasFocus()


def where(reader: Reader, claim: Claim) -> QPoint:
    """A point of the text at which the figure is."""
    view = reader.views.dossier
    return next(
        QPoint(x, y)
        for y in range(0, view.viewport().height(), 6)
        for x in range(0, view.viewport().width(), 6)
        if view.tip_at(QPoint(x, y)) == claim_words(claim)
    )


def test_the_card_goes_with_esc_a_press_elsewhere_and_the_page(reading: Callable[[int], Reader]) -> None:
    reader = reading(1280)
    view, window = reader.views.dossier, reader.window()
    point = where(reader, reader._desk.case(CASE).claims[0])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

    def opened() -> bool:
        QTest.mouseClick(view.viewport(), left, none, point)
        return reader.figure_card.isVisible()

    assert opened()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not reader.figure_card.isVisible()
    assert opened()
    QTest.mouseClick(reader.figure_card, left, none, QPoint(20, 20))
    assert reader.figure_card.isVisible()  # a press on the card itself isn't one elsewhere
    QTest.mouseClick(view.viewport(), left, none, QPoint(5, 5))
    assert not reader.figure_card.isVisible()
    assert opened()
    row = window.round.scores.rows[0]  # type: ignore[attr-defined]
    QTest.mousePress(row, left, none, QPoint(2, 2))
    QTest.mouseRelease(row, left, none, QPoint(2, 2))
    assert not reader.figure_card.isVisible()
    assert opened()
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 10)
    assert not reader.figure_card.isVisible()
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() - 10)
    assert opened()
    reader.open_tab("notes")
    assert not reader.figure_card.isVisible()
    reader.open_tab("dossier")
    assert opened()
    reader.show_case(reader._desk.order[0] if reader._desk.order[0] != CASE else reader._desk.order[1])
    assert not reader.figure_card.isVisible()


def test_a_key_goes_from_figure_to_figure_and_the_focus_comes_back(reading: Callable[[int], Reader]) -> None:
    reader = reading(1280)
    view, window = reader.views.dossier, reader.window()
    window.activateWindow()
    window.round.focus_scores()  # type: ignore[attr-defined]
    held = QApplication.focusWidget()
    figures = []
    for _ in range(len(view.sourced) + 1):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F4)
        card = reader.figure_card
        assert card.isVisible()
        assert card.all_button.hasFocus()
        figures.append(card.accessibleName())
    assert figures[0] == figures[-1]  # round the end
    assert {claim_words(claim) for claim in reader._desk.case(CASE).claims} <= set(figures)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier)
    assert reader.figure_card.accessibleName() == figures[-2]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not reader.figure_card.isVisible()
    assert QApplication.focusWidget() is held
    reader.open_tab("notes")
    QTest.keyClick(reader.notes.field, Qt.Key.Key_F4)
    assert not reader.figure_card.isVisible()


@pytest.mark.parametrize(
    ("figure", "ways"),
    [
        ("超过48万人次", ["超过48万人次", "48万人次", "48万"]),
        ("70%", ["70%"]),
        ("4", []),
        ("首个试点", ["首个试点"]),
    ],
)
def test_ways_of_writing_a_figure(figure: str, ways: list[str]) -> None:
    assert wordings(figure) == ways


def test_a_figure_is_not_found_inside_a_longer_number(qtbot: QtBot) -> None:
    view = DossierView()
    qtbot.addWidget(view)
    view.show_markdown(None, "162项，62项，3.62项，62")
    assert view.show_figure("62项") == 1
    assert view.marks.start_of_current == 5
    assert view.show_figure("63项") == 0
    assert not view.find_next()


def test_printing_asks_for_a_printer_and_the_window_lives_on(
    reading: Callable[[int], Reader], tmp_path: Path, qtbot: QtBot
) -> None:
    reader = reading(1280)
    window = reader.window()
    reader.print_shown(window)
    (dialog,) = window.findChildren(QPrintDialog)
    assert dialog.isVisible()
    dialog.reject()
    qtbot.waitUntil(lambda: not window.findChildren(QPrintDialog))
    reader.print_shown(window)
    (dialog,) = window.findChildren(QPrintDialog)
    file = tmp_path / "a.pdf"
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(file))
    dialog.done(QPrintDialog.DialogCode.Accepted)
    qtbot.waitUntil(lambda: not window.findChildren(QPrintDialog), timeout=10_000)
    with pypdfium2.PdfDocument(file.read_bytes()) as document:
        text = document[0].get_textpage().get_text_bounded()
    assert "宝安通" in text
    number = window.round.desk.number(CASE)  # type: ignore[attr-defined]
    assert f"{number:02} 宝安通" not in text
    assert CASE not in text
