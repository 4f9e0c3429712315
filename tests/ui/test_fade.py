"""What goes on below the edge of a page is seen to go on; at the end nothing lies over the last line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from review_app.model.case import Claim
from review_app.ui import theme
from review_app.ui.documents.dossier_view import DossierView
from review_app.ui.expert.claims_page import ClaimsPage
from review_app.ui.widgets.fade import HEIGHT, Fade
from review_app.ui.window import MainWindow
from tests.rounds import SmallRound


def lowest_row(page: QWidget, fade: Fade) -> set[str]:
    """Colours of the lowest row of pixels under the fade."""
    picture = page.grab().toImage()
    place = fade.mapTo(page, fade.rect().bottomLeft())
    scale = picture.devicePixelRatio()
    return {
        QColor(picture.pixel(round(x * scale), round(place.y() * scale))).name()
        for x in range(place.x(), place.x() + fade.width(), 1)
    }


def test_a_page_fades_while_more_lies_below(qtbot: QtBot) -> None:
    view = DossierView()
    qtbot.addWidget(view)
    view.resize(640, 480)
    view.show()
    view.show_markdown(None, "One line.")
    qtbot.waitUntil(lambda: not view.setting.busy)
    assert not view.fade.isVisible()
    view.show_markdown(None, "\n\n".join("字" * 400 for _ in range(6)))
    qtbot.waitUntil(lambda: not view.setting.busy and view.verticalScrollBar().maximum() > 0)
    assert view.fade.isVisible()
    assert view.fade.geometry().bottom() == view.viewport().geometry().bottom()
    for offset in range(0, 40, 7):  # wherever the edge cuts the lines
        view.verticalScrollBar().setValue(offset)
        assert lowest_row(view, view.fade) == {theme.current().paper}
    view.fade.hide()
    assert any(_is_cut(view, offset) for offset in range(0, 40, 7))  # without it they would be cut
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    assert not view.fade.isVisible()
    view.verticalScrollBar().setValue(3)
    assert view.fade.isVisible()
    view.resize(700, 520)
    assert view.fade.geometry().bottom() == view.viewport().geometry().bottom()
    assert view.fade.height() == HEIGHT


def _is_cut(view: DossierView, offset: int) -> bool:
    view.verticalScrollBar().setValue(offset)
    view.fade.hide()
    return lowest_row(view, view.fade) != {theme.current().paper}


def test_the_step_of_signing_fades_too(
    qtbot: QtBot, open_window: Callable[..., MainWindow], package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    window.resize(1093, 560)
    window.round.show_step("sign")
    page = window.round.sign
    left = page.fades[0]
    qtbot.waitUntil(left.isVisible)
    assert lowest_row(page, left) == {theme.current().paper}
    bar = page.explained.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert not left.isVisible()
    assert not page.fades[1].isVisible()  # all of it fits


def test_the_list_of_figures_fades_too(qtbot: QtBot) -> None:
    page = ClaimsPage()
    qtbot.addWidget(page)
    page.resize(600, 400)
    page.show_claims([Claim(f"{number}项", "事项", "年报", "2016", "self-reported") for number in range(12)])
    page.show()
    qtbot.waitUntil(page.fade.isVisible)
    assert lowest_row(page, page.fade) == {theme.current().paper}
    page.focus_on(11)
    qtbot.waitUntil(lambda: not page.fade.isVisible())
