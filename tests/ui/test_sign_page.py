"""Signing: what is said, the sheet, the three steps after it, papers for the own files, and backups."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from review_app.model.crypto import age
from review_app.model.files import home_folder
from review_app.model.package.amendment import Change, pack_amendment
from review_app.model.scoring.session import ReviewSession
from review_app.model.scoring.sheet import check_arrival
from review_app.ui.expert import sheet_file
from review_app.ui.expert.amendment_words import shown_date
from review_app.ui.expert.earlier_field import EarlierField
from review_app.ui.expert.receipt_panel import WHOLE_LINES, ReceiptPanel
from review_app.ui.expert.sign_page import SignPage
from review_app.ui.expert.sign_words import limits
from review_app.ui.widgets.folded import Folded, first_lines
from review_app.ui.window import MainWindow
from tests.rounds import SmallRound, small_round
from tests.ui.shown import texts

Open = Callable[..., MainWindow]


def score_all(window: MainWindow) -> None:
    desk = window.round.desk
    for case_id in desk.order:
        for criterion in range(len(desk.rubric.criteria)):
            desk.change(case_id, lambda session, c=criterion, i=case_id: session.set_score(i, c, c + 1))


def signing(window: MainWindow) -> SignPage:
    score_all(window)
    window.round.show_step("sign")
    return window.round.sign


def exported(qtbot: QtBot, window: MainWindow, file: Path) -> ReceiptPanel:
    page = signing(window)
    page.export_to(file)
    qtbot.waitUntil(lambda: page.receipt_panel is not None and not window.jobs.busy)
    assert page.receipt_panel is not None
    return page.receipt_panel


def at_rest(qtbot: QtBot, places: Callable[[], tuple[QRect, QRect]]) -> tuple[QRect, QRect]:
    """Where something is when it hasn't moved for a fifth of a second."""
    now = places()
    for _ in range(50):
        before = now
        qtbot.wait(200)
        now = places()
        if now == before:
            return now
    pytest.fail(f"still moving: {now}")


def pdf_text(file: Path) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("needs pdftotext (Debian package poppler-utils)")
    done = subprocess.run(["pdftotext", "-raw", str(file), "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def test_three_steps_with_the_file_and_both_codes(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound, tmp_path: Path
) -> None:
    window = open_window(package, a_round)
    file = tmp_path / "评分表-7K3M9Q.scoresheet"
    panel = exported(qtbot, window, file)
    assert check_arrival(file.read_bytes()).round_id == a_round.terms.round_id
    shown = texts(panel)
    steps = [text for text in shown if text in ("1", "2", "3")]
    assert steps == ["1", "2", "3"]
    assert {file.name, panel.receipt.receipt, panel.receipt.delivery_code, "寄回主办方。"} <= set(shown)
    panel.copy_file.click()
    content = QApplication.clipboard().mimeData()
    assert [Path(each.toLocalFile()) for each in content.urls()] == [file]
    assert content.text() == str(file)


def test_show_in_folder_asks_the_system_for_that_folder(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(sheet_file.sys, "platform", "linux")
    monkeypatch.setattr(
        sheet_file.QDesktopServices, "openUrl", lambda url: asked.append(url.toLocalFile()) or True
    )
    assert sheet_file.show_in_folder(tmp_path / "a.scoresheet")
    assert [Path(each) for each in asked] == [tmp_path]


def test_after_another_start_the_sheet_is_still_known(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound, tmp_path: Path
) -> None:
    window = open_window(package, a_round)
    receipt = exported(qtbot, window, tmp_path / "a.scoresheet").receipt
    window.close()
    window = open_window(package, a_round)
    window.round.show_step("sign")
    panel = window.round.sign.receipt_panel
    assert panel is not None
    assert (panel.receipt.receipt, panel.receipt.delivery_code) == (receipt.receipt, receipt.delivery_code)
    assert not hasattr(panel, "copy_file")


def test_a_change_asks_for_a_new_revision_and_private_things_do_not(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound, tmp_path: Path
) -> None:
    window = open_window(package, a_round)
    first = exported(qtbot, window, tmp_path / "a.scoresheet").receipt.receipt
    desk, page = window.round.desk, window.round.sign
    case_id = desk.order[0]
    desk.change(case_id, lambda session: session.set_note(case_id, "for me"))
    desk.change(case_id, lambda session: session.set_doubtful(case_id, True))
    QApplication.processEvents()
    assert page.receipt_panel is not None
    desk.change(case_id, lambda session: session.set_score(case_id, 0, 9))
    qtbot.waitUntil(lambda: page.receipt_panel is None)
    shown = " ".join(texts(page))
    assert "revision 1" in shown and "This will be revision 2." in shown
    assert first in shown
    assert page.export_button.isVisibleTo(page)
    page.export_to(tmp_path / "b.scoresheet")
    qtbot.waitUntil(lambda: page.receipt_panel is not None)
    assert page.receipt_panel.receipt.revision == 2
    desk.change(case_id, lambda session: session.set_score(case_id, 0, None))
    qtbot.waitUntil(lambda: len(page.open_links) == 1)
    page.open_links[0].click()
    assert window.round.case == case_id
    qtbot.waitUntil(lambda: window.round.scores.rows[0].field.hasFocus())


def test_after_an_amendment_the_page_says_whether_to_export_again(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound, tmp_path: Path
) -> None:
    window = open_window(package, a_round)
    desk, page = window.round.desk, window.round.sign
    receipt = exported(qtbot, window, tmp_path / "a.scoresheet").receipt.receipt
    assert not any("came after this sheet" in text for text in texts(page))
    changes = (
        Change("erratum", desk.order[0], "数字有误"),
        Change("withdrawn-case", desk.order[1], "来函撤回"),
        Change("deadline", "2026-12-31", "顺延"),
    )
    recipient = age.recipient_of(a_round.package_identity)
    for number, change in enumerate(changes, 1):
        desk.amend(pack_amendment(a_round.amend(change), a_round.organizer_seed, recipient))
        said = f"{number} amendment"
        qtbot.waitUntil(lambda: any(text.startswith(said) for text in texts(page)))  # noqa: B023
        assert page.receipt_panel is not None
        assert page.receipt_panel.receipt.receipt == receipt
    assert f"Closing date: {shown_date('2026-12-31')}" in texts(page)
    desk.change(desk.order[0], lambda session: session.set_score(desk.order[0], 0, 9))
    qtbot.waitUntil(lambda: page.receipt_panel is None)
    assert not any("came after this sheet" in text for text in texts(page))
    page.export_to(tmp_path / "b.scoresheet")
    qtbot.waitUntil(lambda: page.receipt_panel is not None)
    assert not any("came after this sheet" in text for text in texts(page))


def test_the_focus_stays_on_the_page_when_it_is_told_anew(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound, tmp_path: Path
) -> None:
    window = open_window(package, a_round)
    page = signing(window)
    page.export_button.setFocus()
    case_id = window.round.desk.order[0]
    window.round.desk.change(case_id, lambda session: session.set_score(case_id, 0, None))
    qtbot.waitUntil(lambda: len(page.open_links) == 1)
    qtbot.waitUntil(lambda: page.open_links[0].hasFocus())


def test_the_receipt_on_paper(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound, tmp_path: Path
) -> None:
    window = open_window(package, a_round)
    panel = exported(qtbot, window, tmp_path / "评分表-7K3M9Q.scoresheet")
    page, file = window.round.sign, tmp_path / "receipt.pdf"
    page.save_receipt(panel.receipt, file)
    qtbot.waitUntil(lambda: not window.jobs.busy)
    text = pdf_text(file)
    for expected in (panel.receipt.receipt, panel.receipt.delivery_code, "寄回主办方", "7K3M9Q"):
        assert expected in text
    assert any("receipt.pdf" in each.text() for each in panel.findChildren(QPushButton))
    before = file.read_bytes()
    page.save_receipt(panel.receipt, file)
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert len(window.notes.notes) == 1
    assert file.read_bytes() == before


def test_the_receipt_as_qr_code(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound, tmp_path: Path
) -> None:
    if shutil.which("zbarimg") is None:
        pytest.skip("needs zbarimg (Debian package zbar-tools)")
    window = open_window(package, a_round)
    panel = exported(qtbot, window, tmp_path / "a.scoresheet")
    panel.qr_button.click()
    assert panel.qr_button.text() == "Hide the QR code"
    picture = next(each for each in panel.findChildren(QWidget) if type(each).__name__ == "QrPicture")
    assert "both codes" not in picture.accessibleName() and picture.accessibleName()
    file = tmp_path / "qr.png"
    assert picture.grab().save(str(file))
    done = subprocess.run(["zbarimg", "--quiet", "--raw", str(file)], capture_output=True, check=True)
    assert done.stdout.decode().split() == [panel.receipt.receipt, panel.receipt.delivery_code]
    panel.qr_button.click()
    assert panel.qr_button.text() == "Show as QR code"
    assert picture.parentWidget().isHidden()


def test_own_scores_only_on_request_and_marked_private(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound, tmp_path: Path
) -> None:
    window = open_window(package, a_round)
    panel = exported(qtbot, window, tmp_path / "a.scoresheet")
    desk, own = window.round.desk, window.round.sign.own_files
    recused = desk.order[1]
    desk.change(recused, lambda session: session.set_recused(recused, True, "why not"))
    desk.change(desk.order[0], lambda session: session.set_comment(desk.order[0], "值得推广"))
    desk.change(desk.order[0], lambda session: session.set_note(desk.order[0], "只给自己看"))
    assert list(tmp_path.glob("*.pdf")) == []
    file = tmp_path / "mine.pdf"
    own.save_scores(file)
    qtbot.waitUntil(lambda: not window.jobs.busy)
    text = pdf_text(file)
    assert text.startswith("私人文件")
    assert "值得推广" in text and "已回避" in text and panel.receipt.receipt in text
    assert "只给自己看" not in text and "why not" not in text
    assert "mine.pdf" in own.told_scores.text()


def test_a_backup_goes_to_another_computer_and_says_what_came(
    qtbot: QtBot,
    open_window: Open,
    package: Path,
    a_round: SmallRound,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = open_window(package, a_round)
    exported(qtbot, window, tmp_path / "a.scoresheet")
    own, file = window.round.sign.own_files, tmp_path / "work.scorebackup"
    own.save_backup(file)
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert "same card" in own.told_backup.text()
    window.close()
    here = home_folder()
    monkeypatch.setenv("REVIEW_APP_HOME", str(tmp_path / "another"))
    assert home_folder() != here
    window = open_window(package, a_round)
    desk = window.round.desk
    assert desk.progress() == (0, 4)
    window.open_file(file)
    qtbot.waitUntil(lambda: desk.progress() == (4, 4))
    qtbot.waitUntil(lambda: bool(window.notes.notes))
    (note,) = window.notes.notes
    assert "4 case" in note.what.text()
    assert "revision 2" in note.following.text()
    assert window.round.scores.rows[0].field.value == 1
    window.open_file(file)
    qtbot.waitUntil(lambda: any("already" in each.what.text() for each in window.notes.notes))
    window.close()
    with ReviewSession.open(package, a_round.cards[0]) as session:
        assert session.open_cases() == []
        assert session.meta.last_revision == 1


def test_what_no_program_can_promise_depends_on_the_round(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    one_key = limits(a_round.terms, 0)
    assert "one key" in one_key[0]
    two_keys = limits(small_round(layers=2).terms, 0)
    assert "one key" not in two_keys[0] and "another key" in two_keys[0]
    assert len(limits(a_round.terms, 2)) == len(one_key) + 1
    window = open_window(package, a_round)
    page = signing(window)
    count = len(texts(page))
    case_id = window.round.desk.order[0]
    window.round.desk.change(case_id, lambda session: session.set_recused(case_id, True))
    qtbot.waitUntil(lambda: any("by its 1 recusal" in text for text in texts(page)))
    assert len(texts(page)) > count


def test_long_instructions_are_folded_and_unfold(qtbot: QtBot, a_round: SmallRound, tmp_path: Path) -> None:
    _, receipt = a_round.sheet_and_receipt(0)
    words = "\n".join(f"第 {number} 条" for number in range(1, 20))
    panel = ReceiptPanel(receipt, tmp_path / "a.scoresheet", words)
    qtbot.addWidget(panel)
    panel.resize(480, 900)
    panel.show()
    shown = panel.findChild(Folded)
    qtbot.waitUntil(lambda: shown.text() == "第 1 条\n第 2 条\n第 3 条…")
    folded = shown.height()
    unfold = next(each for each in panel.findChildren(QPushButton) if each.text() == "Show all of it")
    unfold.click()
    qtbot.waitUntil(lambda: shown.height() > 4 * folded)
    assert shown.text() == words
    unfold.click()
    qtbot.waitUntil(lambda: shown.height() == folded)


def test_folded_lines_are_no_wider_than_their_room(qtbot: QtBot) -> None:
    font = QApplication.font()
    words = "尊敬的专家：评分完成后，请把导出的文件作为附件发送，并将回执妥善保存。" * 6
    shown = first_lines(words, font, 300, 3).split("\n")
    assert len(shown) == 3 and shown[2].endswith("…")
    assert words.startswith("".join(shown).removesuffix("…"))
    assert all(QFontMetrics(font).horizontalAdvance(line) <= 300 for line in shown)
    assert first_lines(words, font, 100_000, 3) == words


def test_a_slow_disk_keeps_nobody_waiting(
    qtbot: QtBot,
    open_window: Open,
    package: Path,
    a_round: SmallRound,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Real writes, each as slow as a stick that sleeps: the window comes back, the sheet comes later."""
    window = open_window(package, a_round)
    page = signing(window)
    window.round.desk.wait_saved()
    fsync = os.fsync

    def slow(handle: int) -> None:
        time.sleep(1.5)
        fsync(handle)

    monkeypatch.setattr(os, "fsync", slow)
    file = tmp_path / "a.scoresheet"
    begun = time.monotonic()
    page.export_to(file)
    assert time.monotonic() - begun < 1.2
    assert not page.export_button.isEnabled()
    qtbot.waitUntil(lambda: page.receipt_panel is not None, timeout=20_000)
    assert check_arrival(file.read_bytes()).round_id == a_round.terms.round_id


def test_what_unfolds_comes_into_view(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound, tmp_path: Path
) -> None:
    window = open_window(package, a_round)
    window.resize(1093, 614)
    exported(qtbot, window, tmp_path / "a.scoresheet")
    files = window.round.sign.own_files
    head = next(each for each in files.findChildren(QPushButton) if "Move to another" in each.text())
    assert head.text().startswith("▸")
    head.click()
    assert head.text().startswith("▾")
    area = window.round.sign._right_area

    def in_view(part: QWidget) -> bool:
        top = part.mapTo(area.viewport(), QPoint(0, 0)).y()
        return top >= 0 and top + part.height() <= area.viewport().height()

    qtbot.waitUntil(lambda: in_view(files.backup_button))
    file = tmp_path / "a.scorebackup"
    files.save_backup(file)
    qtbot.waitUntil(lambda: files.told_backup.isVisible() and in_view(files.told_backup))
    assert tmp_path.name in files.told_backup.text()


def test_before_an_export_it_is_said_which_revision_it_will_be(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound, tmp_path: Path
) -> None:
    window = open_window(package, a_round)
    page = signing(window)

    def said() -> str:
        return next(each for each in texts(page) if each.startswith("This will be revision"))

    assert said().startswith("This will be revision 1.") and "that is revision 2" in said()
    assert page.earlier is not None
    page.earlier.setText("4")
    assert said().startswith("This will be revision 5.") and "that is revision 6" in said()
    page.export_to(tmp_path / "a.scoresheet")
    qtbot.waitUntil(lambda: page.receipt_panel is not None and not window.jobs.busy)
    assert page.receipt_panel.receipt.revision == 5  # as was said
    assert page.receipt_panel.receipt.receipt.endswith("/5")
    case_id = window.desk.order[0]
    window.desk.change(case_id, lambda session: session.set_score(case_id, 0, 9))
    qtbot.waitUntil(lambda: page.receipt_panel is None)
    assert said().startswith("This will be revision 6.")
    assert page.earlier is not None
    page.earlier.setText("2")  # lower than what was made here: changes nothing
    assert said().startswith("This will be revision 6.")


def test_links_of_a_receipt_stand_in_line_with_the_text_beside_them(
    qtbot: QtBot, a_round: SmallRound
) -> None:
    _, receipt = a_round.sheet_and_receipt(0)
    panel = ReceiptPanel(receipt, None, "Send the file. " * 80)
    qtbot.addWidget(panel)
    panel.resize(560, 640)
    panel.show()
    qtbot.waitExposed(panel)
    words = next(iter(panel.findChildren(Folded)))
    link = next(each for each in panel.findChildren(QPushButton) if each.text() == "Show all of it")

    def first_ink(part: QWidget) -> int:
        """The first column of ``part`` that isn't ground, from the panel's left edge."""
        corner = part.mapTo(panel, QPoint(0, 0))
        picture = panel.grab(QRect(corner, part.size())).toImage()
        ground = picture.pixelColor(picture.width() - 1, 1)
        for x in range(picture.width()):
            for y in range(picture.height()):
                if abs(picture.pixelColor(x, y).lightness() - ground.lightness()) > 60:
                    return corner.x() + x
        raise AssertionError("nothing is written there")

    assert words.text().startswith("S") and link.text().startswith("S")
    assert abs(first_ink(words) - first_ink(link)) <= 1


def test_instructions_of_a_few_lines_are_shown_whole(
    qtbot: QtBot, a_round: SmallRound, tmp_path: Path
) -> None:
    _, receipt = a_round.sheet_and_receipt(0)
    words = "\n".join(f"第 {number} 条" for number in range(1, WHOLE_LINES + 1))
    panel = ReceiptPanel(receipt, tmp_path / "a.scoresheet", words)
    qtbot.addWidget(panel)
    panel.resize(560, 900)
    panel.show()
    qtbot.waitExposed(panel)
    assert panel.findChild(Folded).text() == words
    assert not any(each.isVisible() and "Show all" in each.text() for each in panel.findChildren(QPushButton))


def test_another_computer_is_asked_about_before_the_button(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    page = signing(open_window(package, a_round))
    (asked,) = page.findChildren(EarlierField)
    qtbot.waitUntil(lambda: asked.isVisible() and page.export_button.isVisible())
    assert page.earlier is asked.field and not asked.field.isVisible(), "most have nothing to answer"
    asked.head.click()
    qtbot.waitUntil(lambda: asked.field.isVisible() and asked.field.hasFocus())
    foot = asked.mapTo(page, QPoint(0, asked.height())).y()
    assert foot <= page.export_button.mapTo(page, QPoint(0, 0)).y()
    assert "If you don't know it, enter 5" in asked.field.accessibleDescription()
    asked.field.setText("3")
    asked.head.click()
    assert asked.revision == 0, "what is folded away says nothing"


def test_after_a_second_export_it_is_said_what_becomes_of_the_first(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound, tmp_path: Path
) -> None:
    window = open_window(package, a_round)
    page, desk = window.round.sign, window.round.desk
    first = exported(qtbot, window, tmp_path / "评分表-ONE.scoresheet")
    assert not any("replaces" in text for text in texts(page))
    desk.change(desk.order[0], lambda session: session.set_score(desk.order[0], 0, 9))
    qtbot.waitUntil(lambda: page.receipt_panel is None)
    assert any("revision 1 (评分表-ONE.scoresheet)" in text for text in texts(page))
    page.export_to(tmp_path / "评分表-TWO.scoresheet")
    qtbot.waitUntil(lambda: page.receipt_panel is not None)
    said = next(text for text in texts(page) if text.startswith("This sheet replaces"))
    assert "revision 1 (评分表-ONE.scoresheet)" in said and "delete" in said and "highest revision" in said
    window.close()
    window = open_window(package, a_round)
    window.round.show_step("sign")
    shown = texts(window.round.sign)
    assert "评分表-TWO.scoresheet" in shown  # the name is kept, and not the folder
    assert not any(str(tmp_path) in text for text in shown)
    (earlier,) = [text for text in shown if text.startswith("Revision 1, 评分表-ONE.scoresheet: receipt")]
    assert first.receipt.receipt in earlier


def test_copying_keeps_widths_and_says_what_is_no_longer_on_the_clipboard(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound, tmp_path: Path
) -> None:
    window = open_window(package, a_round)
    panel = exported(qtbot, window, tmp_path / "a.scoresheet")
    before = at_rest(qtbot, lambda: (panel.copy_all.geometry(), panel.qr_button.geometry()))
    panel.copy_all.click()
    assert panel.copy_all.text() == "Copied"
    QApplication.processEvents()
    assert (panel.copy_all.geometry(), panel.qr_button.geometry()) == before
    assert panel.displaced.isHidden()
    panel.copy_file.click()
    assert panel.displaced.isVisible()
    assert 'now "file", no longer "receipt and delivery code"' in panel.displaced.text()
    QApplication.clipboard().clear()
    qtbot.waitUntil(lambda: panel.copy_all.text() != "Copied")
    assert (panel.copy_all.width(), panel.copy_all.minimumWidth()) == (before[0].width(), 0)
