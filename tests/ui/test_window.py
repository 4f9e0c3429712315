"""From start to receipt in one window; damage, amendments, languages, jobs."""

from __future__ import annotations

import struct
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from review_app.model.container import Container
from review_app.model.crypto import age
from review_app.model.files import home_folder
from review_app.model.package.amendment import Change, pack_amendment
from review_app.model.scoring.sheet import check_arrival, open_sheet, verify_scores
from review_app.ui import errors, language
from review_app.ui.expert.card_page import CardPage
from review_app.ui.expert.receipt_panel import ReceiptPanel
from review_app.ui.expert.start import StartPage
from review_app.ui.expert.welcome_page import WelcomePage
from review_app.ui.jobs import Jobs
from review_app.ui.window import MainWindow
from tests.rounds import SmallRound, small_round
from tests.ui.made import a_pdf, a_png

Open = Callable[..., MainWindow]


def drop(window: MainWindow, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    spot, buttons = QPoint(5, 5), Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    window.dragEnterEvent(QDragEnterEvent(spot, Qt.DropAction.CopyAction, data, buttons, none))
    window.dropEvent(QDropEvent(QPointF(spot), Qt.DropAction.CopyAction, data, buttons, none))


def score_all(window: MainWindow) -> None:
    desk = window.round.desk
    for case_id in desk.open_cases():
        for criterion in range(5):
            desk.change(case_id, lambda s: s.set_score(case_id, criterion, 1 + criterion))  # noqa: B023


def test_a_dropped_package_asks_for_its_card(qtbot: QtBot, open_window: Open, package: Path) -> None:
    window = open_window()
    assert isinstance(window.pages.currentWidget(), StartPage)
    drop(window, package)
    qtbot.waitUntil(lambda: isinstance(window.pages.currentWidget(), CardPage))


@pytest.mark.parametrize("content", [b"", b"hello", b"PK\x03\x04" + b"\0" * 60], ids=["empty", "text", "zip"])
def test_what_is_no_package_is_refused_in_words(
    qtbot: QtBot, open_window: Open, tmp_path: Path, content: bytes
) -> None:
    window = open_window()
    file = tmp_path / "something.casepkg"
    file.write_bytes(content)
    window.open_file(file)
    qtbot.waitUntil(lambda: bool(window.notes.notes) and not window.jobs.busy)
    assert isinstance(window.pages.currentWidget(), StartPage)
    (first,) = [note.what.text() for note in window.notes.notes]
    window.open_file(tmp_path / "missing.casepkg")
    qtbot.waitUntil(lambda: bool(window.notes.notes) and not window.jobs.busy)
    (second,) = [note.what.text() for note in window.notes.notes]
    assert first != second


@pytest.mark.parametrize(
    ("name", "following"),
    [
        ("我的卡.card", "type the card yourself"),
        ("我的卡.TXT", "type the card yourself"),
        ("案例.casepkg", "damaged on its way"),
        ("说明.docx", "ending in .casepkg"),
    ],
)
def test_an_unknown_file_gets_a_next_step_that_fits(
    qtbot: QtBot, open_window: Open, tmp_path: Path, name: str, following: str
) -> None:
    window = open_window()
    file = tmp_path / name
    file.write_text("card: 7K3M-9QPX-2QQ8", "utf-8")
    drop(window, file)
    qtbot.waitUntil(lambda: bool(window.notes.notes) and not window.jobs.busy)
    (note,) = window.notes.notes
    assert name in note.what.text()
    assert following in note.following.text()


def test_sheet_of_a_whole_round_is_what_was_scored(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound, tmp_path: Path
) -> None:
    window = open_window(package, a_round)
    page = window.round
    page.show_step("sign")
    assert len(page.sign.open_links) == 4
    page.sign.open_links[1].click()
    assert page.step == "read"
    assert page.case == page.desk.order[1]
    score_all(window)
    recused = page.desk.order[2]
    page.desk.change(recused, lambda session: session.set_recused(recused, True, "why"))
    page.desk.change(recused, lambda session: session.set_comment(recused, "不便评论"))
    page.show_step("check")
    assert page.check.model.rowCount() == 3
    page.check.forward.click()
    assert page.step == "sign"
    file = tmp_path / "评分表.scoresheet"
    page.sign.export_to(file)
    content = file.read_bytes()
    assert check_arrival(content).round_id == a_round.terms.round_id
    body = open_sheet(content, a_round.opening)
    scores, signers = verify_scores(body.scores)
    assert signers == [a_round.keys[0].sign_public]
    assert scores.revision == 1
    rows = {row.case: (row.state, row.scores) for row in scores.rows}
    assert rows.pop(recused) == ("recused", [])
    assert set(map(str, rows.values())) == {"('scored', [1, 2, 3, 4, 5])"}
    assert [(comment.case, comment.text) for comment in body.remarks.comments] == [(recused, "不便评论")]
    panel = page.sign.receipt_panel
    assert panel.receipt.revision == 1
    panel.copy_all.click()
    text = QApplication.clipboard().text()
    assert panel.receipt.receipt in text
    assert panel.receipt.delivery_code in text
    assert "寄回主办方。" in [each.text() for each in panel.findChildren(QLabel)]


@pytest.mark.parametrize("instructions", ["", " \n", "寄回主办方。"])
def test_without_return_instructions_the_receipt_names_the_cover_letter(
    qtbot: QtBot, a_round: SmallRound, tmp_path: Path, instructions: str
) -> None:
    _, receipt = a_round.sheet_and_receipt(0)
    panel = ReceiptPanel(receipt, tmp_path / "a.scoresheet", instructions)
    qtbot.addWidget(panel)
    texts = [each.text() for each in panel.findChildren(QLabel)]
    buttons = [each.text() for each in panel.findChildren(QPushButton)]
    given = bool(instructions.strip())
    assert any("cover letter" in text for text in texts) == (not given)
    assert ("Copy instructions" in buttons) == (instructions in texts) == given
    assert "" not in texts


def test_a_second_export_is_a_new_revision_and_never_replaces_a_file(
    open_window: Open, package: Path, a_round: SmallRound, tmp_path: Path
) -> None:
    window = open_window(package, a_round)
    score_all(window)
    page = window.round
    page.show_step("sign")
    page.sign.earlier.setText("4")
    first = tmp_path / "a.scoresheet"
    page.sign.export_to(first)
    assert page.sign.receipt_panel.receipt.revision == 5
    before = first.read_bytes()
    page.sign.export_to(first)
    assert first.read_bytes() == before
    assert len(window.notes.notes) == 1
    page.sign.export_to(tmp_path / "b.scoresheet")
    assert page.sign.receipt_panel.receipt.revision == 6


def test_unwritable_folder_leaves_the_round_as_it_was(
    open_window: Open, package: Path, a_round: SmallRound, tmp_path: Path
) -> None:
    window = open_window(package, a_round)
    score_all(window)
    window.round.show_step("sign")
    window.round.sign.export_to(tmp_path / "no such folder" / "a.scoresheet")
    assert len(window.notes.notes) == 1
    assert list(tmp_path.glob("*/*.scoresheet")) == []
    window.round.sign.export_to(tmp_path / "a.scoresheet")
    assert (tmp_path / "a.scoresheet").exists()


def test_second_window_on_the_same_store_is_refused(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    first = open_window(package, a_round)
    first.round.desk.change(first.round.case, lambda s: s.set_score(first.round.case, 0, 5))
    second = open_window()
    second.open_file(package)
    qtbot.waitUntil(lambda: second.card_page is not None)
    page = second.card_page
    page.field.set_card(a_round.cards[0])
    typed = page.state.text()
    page.open.click()
    qtbot.waitUntil(lambda: page.state.text() != typed)
    assert second.session is None
    assert first.round.desk.state(first.round.case).scores[0] == 5


def damaged(content: bytes, name: str, file: Path) -> None:
    """The package with one byte of one entry changed."""
    file.write_bytes(content)
    with Container.open(file) as container:
        entry = next(each for each in container.entries if each.name == name)
        place = entry.data_offset + entry.size - 3
    changed = bytearray(content)
    changed[place] ^= 1
    file.write_bytes(changed)


def test_a_damaged_attachment_costs_itself_only(qtbot: QtBot, open_window: Open, tmp_path: Path) -> None:
    a_round = small_round(attachments={"报告.pdf": a_pdf(), "图.png": a_png()})
    case = a_round.manifest.cases[0]
    pdf, png = (attachment.member for attachment in case.attachments)
    file = tmp_path / "damaged.casepkg"
    damaged(a_round.package, pdf, file)
    window = open_window(file, a_round)
    page = window.round
    page.show_case(case.id)
    reader = page.reader
    qtbot.waitUntil(lambda: "正文第 1 号" in reader.views.dossier.toPlainText())
    reader.open_tab(pdf)
    qtbot.waitUntil(lambda: reader.stack.currentWidget() is reader.trouble)
    assert reader._what.text()
    assert reader._next.text()
    reader.open_tab(png)
    qtbot.waitUntil(lambda: reader.stack.currentWidget() is reader.views.picture)
    qtbot.waitUntil(lambda: not reader.views.picture.shown_part.isNull())
    reader.open_tab("dossier")
    assert reader.stack.currentWidget() is reader.views.dossier
    page.scores.rows[0].field.scored.emit(7, True)
    assert page.desk.state(case.id).scores[0] == 7


def test_pdf_and_picture_are_shown(qtbot: QtBot, open_window: Open, tmp_path: Path) -> None:
    a_round = small_round(attachments={"报告.pdf": a_pdf(pages=3), "图.png": a_png()})
    file = tmp_path / "round.casepkg"
    file.write_bytes(a_round.package)
    window = open_window(file, a_round)
    case = a_round.manifest.cases[0]
    window.round.show_case(case.id)
    reader = window.round.reader
    pdf, png = (attachment.member for attachment in case.attachments)
    reader.open_tab(pdf)
    qtbot.waitUntil(lambda: reader.views.pdf.page_count == 3, timeout=20_000)
    reader.open_tab(png)
    qtbot.waitUntil(lambda: not reader.views.picture.shown_part.isNull())
    assert reader.views.pdf.process_id == 0


def test_amendments(open_window: Open, package: Path, a_round: SmallRound, tmp_path: Path) -> None:
    window = open_window(package, a_round)
    page = window.round
    gone, wrong = page.desk.order[:2]
    page.desk.change(wrong, lambda session: session.set_score(wrong, 0, 5))
    signed = a_round.amend(
        Change("withdrawn-case", gone, "申报单位撤回"),
        Change("erratum", wrong, "第二段数字有误"),
        Change("deadline", "2026-12-31", "延期"),
    )
    file = tmp_path / "附件(2).bin"
    recipient = age.recipient_of(a_round.package_identity)
    file.write_bytes(pack_amendment(signed, a_round.organizer_seed, recipient))
    drop(window, file)
    (note,) = window.notes.notes
    assert "申报单位撤回" in note.following.text()
    assert "31 December 2026" in note.following.text()
    assert page.desk.is_withdrawn(gone)
    assert page.desk.state(wrong).doubtful
    assert page.desk.progress() == (0, 3)
    page.show_case(gone)
    assert page.scores.standing.isVisible()
    assert page.scores.standing.head.text()
    drop(window, file)
    assert len(page.desk.session.amendments) == 1
    file.write_bytes(b"PK nonsense")
    drop(window, file)
    assert window.notes.notes
    assert len(page.desk.session.amendments) == 1


def test_a_damaged_amendment_is_told_until_it_is_opened_again(
    open_window: Open, package: Path, a_round: SmallRound, tmp_path: Path
) -> None:
    window = open_window(package, a_round)
    gone = window.round.desk.order[0]
    window.round.desk.session.remember_case(gone)
    signed = a_round.amend(Change("withdrawn-case", gone, "申报单位撤回"))
    file = tmp_path / "1.amend"
    file.write_bytes(
        pack_amendment(signed, a_round.organizer_seed, age.recipient_of(a_round.package_identity))
    )
    drop(window, file)
    window.close()
    (kept,) = (path for path in home_folder().rglob("*.1.amend"))
    kept.write_bytes(kept.read_bytes()[:-40])
    window = open_window(package, a_round)
    (note,) = window.notes.notes
    assert "Amendment 1" in note.what.text() and "damaged" in note.what.text()
    assert not window.round.desk.is_withdrawn(gone)
    window.rebuild()
    assert len(window.notes.notes) == 1
    drop(window, file)
    assert window.round.desk.is_withdrawn(gone)
    (note,) = window.notes.notes
    assert "damaged" not in note.what.text()


def test_amendment_before_its_round_is_explained(open_window: Open, tmp_path: Path) -> None:
    window = open_window()
    file = tmp_path / "1.amend"
    file.write_bytes(b"anything")
    drop(window, file)
    assert "round that is open" in window.notes.notes[0].what.text()


def test_unexpected_failures_reach_a_dialog_without_their_words(
    qtbot: QtBot, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    try:
        raise RuntimeError("ABCD-EFGH-SECRET")
    except RuntimeError as failure:
        errors._report(RuntimeError, failure, failure.__traceback__)
    (box,) = errors._showing
    shown = box.text() + box.informativeText() + box.detailedText()
    assert "SECRET" not in shown
    assert "RuntimeError" in shown
    assert "tests.ui.test_window" in shown or "test_window" in shown
    errors._report(RuntimeError, RuntimeError("again"), None)
    assert len(errors._showing) == 1
    box.close()
    assert window.isVisible()


def test_language_changes_in_the_middle_of_a_round(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window(package, a_round)
    third = window.round.desk.order[2]
    window.round.show_case(third)
    qtbot.keyClicks(window.round.scores.comment.field, "kept")
    chinese = next(action for action in window.menu.languages.actions() if action.data() == "zh")
    chinese.trigger()
    qtbot.waitUntil(lambda: window.top.step_buttons["check"].text() == "核对")
    assert window.round.case == third
    assert window.round.desk.state(third).comment == "kept"
    assert window.round.scores.rows[0].name.text() == "创新性"
    assert language.current() == "zh"
    assert window.settings.language == "zh"


@pytest.mark.parametrize("spoken", ["zh", "en"])
def test_every_page_opens_in_both_languages_and_names_its_controls(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound, tmp_path: Path, spoken: str
) -> None:
    language.install(spoken)  # type: ignore[arg-type]
    window = open_window()
    named(window)
    window.pages.currentWidget().doors.buttons()[1].click()
    named(window)
    window.open_file(package)
    qtbot.waitUntil(lambda: window.card_page is not None)
    named(window)
    window.open_with_card(package, a_round.cards[0])
    named(window)
    window.enter_round()
    for step in ("read", "check", "sign"):
        window.round.show_step(step)
        named(window)
    score_all(window)
    for step in ("check", "sign"):
        window.round.show_step(step)
        named(window)
    window.round.sign.export_to(tmp_path / "x.scoresheet")
    named(window)


def named(window: MainWindow) -> None:
    """Every control that takes the focus can be told by a screen reader, and none is squeezed below its text."""
    QApplication.processEvents()
    for control in window.findChildren(QWidget):
        if control.focusPolicy() == Qt.FocusPolicy.NoFocus or not control.isVisibleTo(window):
            continue
        if isinstance(control, QLabel | QPushButton) and control.text():
            if isinstance(control, QPushButton):
                assert control.width() >= control.minimumSizeHint().width(), control.text()
            continue
        if type(control).__name__ in ("QStackedWidget", "QScrollArea", "QAbstractScrollArea"):
            continue
        if type(control).__name__.startswith(("QHeaderView", "QComboBoxPrivate", "QScrollBar")):
            continue
        assert control.accessibleName() or getattr(control, "text", lambda: "")(), control


def test_jobs_answer_in_the_windows_thread_and_stop_with_it(qtbot: QtBot) -> None:
    jobs = Jobs()
    answers: list[tuple[object, int]] = []
    here = threading.get_ident()
    jobs.start(
        lambda progress: threading.get_ident(), lambda r: answers.append((r, threading.get_ident())), print
    )
    qtbot.waitUntil(lambda: bool(answers))
    worker, delivered = answers[0]
    assert worker != here
    assert delivered == here
    failures: list[Exception] = []
    jobs.start(lambda progress: struct.unpack("I", b""), print, failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], struct.error)
    started = threading.Event()

    def forever(progress: object) -> None:
        started.set()
        while True:
            progress.step()  # type: ignore[attr-defined]

    jobs.start(forever, answers.append, failures.append)
    jobs.start(lambda progress: "never", answers.append, failures.append)
    started.wait(5)
    jobs.stop()
    assert not jobs.busy
    qtbot.wait(50)
    assert len(answers) == 1
    assert len(failures) == 1


def test_no_field_takes_a_dropped_file_for_text(
    qtbot: QtBot, open_window: Open, package: Path, a_round: SmallRound
) -> None:
    window = open_window()
    window.open_file(package)
    qtbot.waitUntil(lambda: window.card_page is not None)
    assert not window.pages.currentWidget().field.acceptDrops()
    window.open_with_card(package, a_round.cards[0])
    window.enter_round()
    score_all(window)
    window.round.show_step("sign")
    for field in window.findChildren(QWidget):
        if isinstance(field, QLineEdit | QPlainTextEdit | QTextEdit):
            assert not field.acceptDrops(), field


def test_the_sample_round_opens_and_is_kept(qtbot: QtBot, open_window: Open, review_app_home: Path) -> None:
    window = open_window()
    window.pages.currentWidget().sample.click()
    assert not window.pages.currentWidget().sample.isEnabled()
    qtbot.waitUntil(lambda: isinstance(window.pages.currentWidget(), WelcomePage), timeout=60_000)
    assert window.session.terms.sample
    window.enter_round()
    case_id = window.round.case
    window.round.desk.change(case_id, lambda session: session.set_score(case_id, 0, 7))
    window.leave_round()
    window.pages.currentWidget().sample.click()
    qtbot.waitUntil(lambda: window.round is not None, timeout=60_000)
    assert window.round.case == case_id
    assert window.round.desk.state(case_id).scores[0] == 7
