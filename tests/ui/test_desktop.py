"""What a desktop user expects: keys and the sheet of them, the page alone, sizes, places, the menu, versions."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from review_app.model.crypto.base32 import short_form
from review_app.model.errors import InputError
from review_app.ui import shortcuts, theme, window_place
from review_app.ui.guide_page import GuidePage, chapters_of
from review_app.ui.guide_view import anchor_of
from review_app.ui.help_pages import LIBRARIES, AboutPage, ShortcutsPage
from review_app.ui.settings import Settings
from review_app.ui.shortcut_words import groups, words
from review_app.ui.window import MainWindow
from tests.conftest import REPOSITORY
from tests.rounds import SmallRound

Open = Callable[..., MainWindow]


def bound(window: MainWindow) -> list[str]:
    """Every key bound in the window."""
    return [key.toString() for each in window.findChildren(QShortcut) for key in each.keys()]  # noqa: SIM118 - no dict


def test_every_line_of_the_sheet_is_bound_once_and_nothing_else_is(
    open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    assert window.focus_mode is not None  # binds the way back
    for step in ("check", "sign", "read"):
        window.round.show_step(step)
    keys = bound(window)
    assert len(keys) == len(set(keys))
    table = {
        sequence.toString()
        for name in shortcuts.KEYS
        if not name.endswith("_station")  # a campaign's, in tests/ui/organizer/test_frame.py
        for sequence in shortcuts.sequences(name)
    }
    assert set(keys) <= table, "bound without a line"
    assert table == set(keys), "on the sheet, but nobody acts on it"


def test_every_key_of_the_table_has_words_and_stands_on_the_sheet() -> None:
    assert sorted(words()) == sorted(shortcuts.KEYS)
    lines = [line for group in groups() for line in group.lines]
    for name, said in words().items():
        assert [line.keys for line in lines if line.what == said] == [shortcuts.shown(name)], name


def test_help_opens_by_key_and_closes_where_one_was(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    held = window.focusWidget()
    window.show_help("shortcuts")
    page = window.layers.currentWidget()
    assert isinstance(page, ShortcutsPage)
    assert not window.round.isVisible()
    before = window.round.desk.state(window.round.case)
    qtbot.keyClick(page, Qt.Key.Key_7)
    assert window.round.desk.state(window.round.case) == before
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert window.layers.count() == 1
    assert window.round.isVisible()
    assert window.focusWidget() is held


def test_the_guide_is_read_by_chapters_in_the_window_s_language(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    window.show_help("guide")
    page = window.layers.currentWidget()
    assert isinstance(page, GuidePage)
    assert len(page.chapters) == 3 and "ballot card" in page.view.toPlainText()
    page.open_chapter(1)
    assert page.view.toPlainText().startswith("For organizers")
    qtbot.keyClick(page.view, Qt.Key.Key_Escape)
    assert window.layers.count() == 1


@pytest.mark.parametrize("code", ["en", "zh"])
def test_every_link_between_chapters_of_the_guide_leads_there(code: str) -> None:
    guide = (REPOSITORY / "docs" / f"guide-{code}.md").read_text("utf-8")
    anchors = {anchor_of(text.partition("\n")[0].removeprefix("## ")) for text in chapters_of(guide)}
    links = set(re.findall(r"\]\(#([^)]+)\)", guide))
    assert links and links <= anchors


@pytest.mark.parametrize("way", ["click", "keys"])
def test_a_link_of_the_guide_leads_to_its_chapter_and_backspace_back(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound, way: str
) -> None:
    window = open_window(package, a_round)
    window.show_help("guide")
    page = window.layers.currentWidget()
    assert isinstance(page, GuidePage)
    view = page.view
    qtbot.wait(100)  # it is set once more at its width
    qtbot.waitUntil(lambda: "Look up your receipt" in view.toPlainText())
    if way == "click":
        place = view.document().find("below", view.document().find("Look up your receipt"))
        view.setTextCursor(place)
        view.ensureCursorVisible()
        target = view.cursorRect(place).center() - QPoint(4, 0)
        assert view.anchorAt(target) == "#for-auditors"
        qtbot.mouseMove(view.viewport(), target)
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=target)
    else:
        view.setFocus()
        qtbot.keyClick(view, Qt.Key.Key_Tab)
        assert view.textCursor().selectedText() == "below"
        assert view.link_line.isVisible() and "For auditors" in view.link_line.text()
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert view.toPlainText().startswith("For auditors") and view.hasFocus()
    assert view.verticalScrollBar().value() == 0 and not view.link_line.isVisible()
    qtbot.keyClick(view, Qt.Key.Key_Backspace)
    assert view.toPlainText().startswith("For experts")
    if way == "click":
        qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 0)
    view.follow_link("protocol.md")
    assert "protocol.md" in view.link_line.text() and view.toPlainText().startswith("For experts")


def test_about_names_versions_licences_and_fingerprints(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    window.show_help("about")
    page = window.layers.currentWidget()
    assert isinstance(page, AboutPage)
    texts = {each.text(): each for each in page.findChildren(QLabel)}
    digest = window.session.package.digest
    for wanted in (digest, window.session.terms.manifest):
        assert texts[wanted].textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    shown = "\n".join(texts)
    assert short_form(digest) in shown
    assert metadata.version("PySide6-Essentials") in shown
    window.show_help(None)
    window.leave_round()
    window.show_help("about")
    assert "Fingerprints" not in "\n".join(
        each.text() for each in window.layers.currentWidget().findChildren(QLabel)
    )


def test_about_names_every_library_the_program_is_built_on() -> None:
    project = (REPOSITORY / "pyproject.toml").read_text("utf-8")
    stated = re.search(r"\ndependencies = \[(.*?)\n\]", project, re.DOTALL)
    assert stated
    names = re.findall(r'^ {4}"([A-Za-z0-9-]+)', stated[1], re.MULTILINE)
    assert sorted(name.lower() for name, _ in LIBRARIES) == sorted(name.lower() for name in names)
    for name, licence in LIBRARIES:
        told = metadata.metadata(name)
        known = f"{told.get('License-Expression')} {told.get('License')} {told.get_all('Classifier')}".lower()
        family = licence.split("-")[0].lower()
        assert family in known or name in ("pyrage",), (name, known)  # pyrage's wheel doesn't say


def test_focus_mode_leaves_the_page_and_comes_back_as_it_was(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    page = window.round
    qtbot.waitUntil(lambda: "正文" in page.reader.views.dossier.toPlainText())
    window.focus_mode.toggle()
    assert window.isFullScreen()
    for part in (page.list, page.scores, page.reader.tabs, window.top):
        assert not part.isVisible()
    assert page.reader.isVisible()
    before = {case: page.desk.state(case) for case in page.desk.order}
    held = window.focusWidget()
    assert held is not None
    assert page.reader.isAncestorOf(held)
    for key in (Qt.Key.Key_7, Qt.Key.Key_0, Qt.Key.Key_Delete):
        qtbot.keyClick(held, key)
    assert {case: page.desk.state(case) for case in page.desk.order} == before
    first = page.case
    page.go(1)
    assert page.case != first
    assert page.focus_mode
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.focus_mode)
    assert not window.isFullScreen()
    for part in (page.list, page.scores, page.reader.tabs, window.top):
        assert part.isVisible()
    window.focus_mode.toggle()
    page.show_step("check")
    assert not page.focus_mode
    assert window.top.isVisible()
    window.focus_mode.toggle()
    assert not page.focus_mode


def test_undo_does_not_act_unseen_in_focus_mode(
    open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    page = window.round
    page.desk.change(page.case, lambda session: session.set_score(page.case, 0, 5))
    window.focus_mode.toggle()
    page.undo()
    assert not page.focus_mode
    assert page.desk.state(page.case).scores[0] is None
    assert page.scores.isVisible()


def test_a_note_names_a_case_as_the_list_does(open_window: Open, package: Path, a_round: SmallRound) -> None:
    window = open_window(package, a_round)
    desk = window.round.desk
    case_id = desk.order[1]
    window.tell(InputError("comment-too-long", case=case_id, limit=1000))
    said = window.notes.notes[0].what.text()
    assert said.startswith(f"The comment on case 02 {desk.title(case_id)} is too long")
    assert case_id not in said
    window.tell(InputError("unknown-case", case="elsewhere"))
    assert window.notes.notes[1].what.text() == "There is no case elsewhere."


def test_the_menu_tells_what_is_undone(open_window: Open, package: Path, a_round: SmallRound) -> None:
    window = open_window(package, a_round)
    menu = window.menu
    menu.prepare()
    assert not menu.acts["undo"].isEnabled()
    case_id = window.round.case
    window.round.desk.change(case_id, lambda session: session.set_score(case_id, 0, 8))
    menu.prepare()
    assert menu.acts["undo"].isEnabled()
    assert menu.acts["undo"].text().startswith("Undo in case 01: Innovation: 8 given")
    menu.acts["undo"].trigger()
    assert window.round.desk.state(case_id).scores[0] is None
    menu.prepare()
    assert menu.acts["redo"].isEnabled()
    window.leave_round()
    menu = window.menu
    menu.prepare()
    assert not menu.acts["undo"].isVisible()
    assert not menu.acts["close_round"].isVisible()


@pytest.mark.parametrize("size", theme.TEXT_SIZES)
@pytest.mark.parametrize("spoken", ["en", "zh"])
def test_text_size_changes_at_once_and_every_page_still_fits(
    qtbot: QtBot,
    open_window: Open,
    package: Path,
    a_round: SmallRound,
    qapp: QApplication,
    size: theme.TextSize,
    spoken: str,
) -> None:
    from review_app.ui import language

    language.install(spoken)  # type: ignore[arg-type]
    window = open_window(package, a_round)
    window.resize(1093, 614)
    case_id = window.round.desk.order[2]
    window.round.show_case(case_id)
    chosen = next(action for action in window.menu.sizes.actions() if action.data() == size)
    try:
        chosen.trigger()
        qtbot.waitUntil(lambda: window.menu.sizes.actions()[0] is not None and window.round.case == case_id)
        qtbot.wait(50)
        assert window.width() == 1093
        assert window.top.title.fontInfo().pixelSize() == theme.scaled(16)
        assert Settings().text_size == size
        for step in ("read", "check", "sign"):
            window.round.show_step(step)
            qtbot.wait(30)
            assert not clipped(window)
        window.leave_round()
        assert not clipped(window)
    finally:
        theme.choose_text_size("normal")


def clipped(window: QWidget) -> list[str]:
    """Texts of buttons and of labels on one line that are wider than their place."""
    found = []
    for each in window.findChildren(QLabel):
        if each.isVisible() and not each.wordWrap() and type(each) is QLabel and each.text():
            lines = each.text().splitlines() or [""]
            widest = max(each.fontMetrics().horizontalAdvance(line) for line in lines)
            if widest > each.width() + 1:
                found.append(each.text())
    return found


def test_no_text_is_smaller_than_the_smallest(qapp: QApplication) -> None:
    try:
        for size in theme.TEXT_SIZES:
            theme.choose_text_size(size)
            sizes = [
                int(part.split("px")[0]) for part in theme.style_sheet(theme.LIGHT).split("font-size:")[1:]
            ]
            assert min(sizes) >= 13
            assert theme.interface_font(10).pixelSize() >= 13
    finally:
        theme.choose_text_size("normal")


def test_reading_zoom_is_remembered_and_applied(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    view = window.round.reader.views.dossier
    qtbot.waitUntil(lambda: "正文" in view.toPlainText())
    window.round._zoom("zoom_in")
    percent = view.zoom
    assert percent > 100
    assert Settings().reading_zoom == percent
    window.set_reading_zoom(150)
    assert view.zoom == 150
    window.close()
    again = open_window(package, a_round)
    assert again.round.reader.views.dossier.zoom == 150


@pytest.mark.parametrize("kept", ["", "abc", "9999999", "0", "-5"])
def test_nonsense_zoom_is_bounded(review_app_home: Path, kept: str) -> None:
    (review_app_home / "window.ini").write_text(f"[General]\nreading_zoom={kept}\ntext_size=huge\n")
    settings = Settings()
    assert 50 <= settings.reading_zoom <= 400
    assert settings.text_size == "normal"


SCREEN = QRect(0, 0, 1280, 720)
SECOND = QRect(1280, 0, 1920, 1080)


@pytest.mark.parametrize(
    ("wanted", "screens", "placed"),
    [
        (QRect(100, 50, 1000, 600), [SCREEN], QRect(100, 50, 1000, 600)),
        (QRect(1500, 100, 1000, 600), [SCREEN, SECOND], QRect(1500, 100, 1000, 600)),
        (QRect(1500, 100, 1000, 600), [SCREEN], QRect(140, 60, 1000, 600)),
        (QRect(1500, 100, 1900, 1000), [SCREEN], QRect(0, 0, 1280, 720)),
        (QRect(100, -900, 1000, 600), [SCREEN], QRect(140, 60, 1000, 600)),
        (QRect(1250, 50, 1000, 600), [SCREEN], QRect(140, 60, 1000, 600)),
    ],
    ids=[
        "stays",
        "second screen",
        "its screen is gone",
        "too large",
        "above the screen",
        "a sliver in sight",
    ],
)
def test_the_window_is_put_onto_a_screen(wanted: QRect, screens: list[QRect], placed: QRect) -> None:
    assert window_place.onto_a_screen(wanted, screens, SCREEN) == placed


def test_the_window_comes_back_maximized(qtbot: QtBot, open_window: Open) -> None:
    window = open_window()
    window.showMaximized()
    qtbot.waitUntil(window.isMaximized)
    window.close()
    again = MainWindow(Settings())
    qtbot.addWidget(again)
    again.show()
    assert again.isMaximized()


def test_closing_in_focus_mode_brings_an_ordinary_window_back(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    window.focus_mode.toggle()
    window.close()
    again = MainWindow(Settings())
    qtbot.addWidget(again)
    again.show()
    assert not again.isFullScreen()
    assert again.top.isVisible()
