"""The page where anyone checks a result: by drop, by key, in words that never claim more than was checked."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from review_app.model.checking import key_symbols
from review_app.model.container import Container, ContainerWriter
from review_app.model.crypto import age
from review_app.model.crypto.base32 import short_form
from review_app.model.crypto.keys import thumbprint
from review_app.model.publish.certificate import Certificate, render_certificates
from review_app.ui.verify.page import VerifyPage
from review_app.ui.verify.panel import VerifyPanel
from review_app.ui.window import MainWindow
from tests.forger import Forger, Published, publish
from tests.rounds import SmallRound
from tests.screens.clipped import clipped, nameless, settle_layouts
from tests.ui.shown import said

Open = Callable[..., MainWindow]
GENUINE = ("genuine", "authentic", "真实", "属实")


@pytest.fixture
def archive(published: Published, tmp_path: Path) -> Path:
    file = tmp_path / "ten.results"
    file.write_bytes(published.archive)
    return file


def dropped(window: MainWindow, bot: QtBot, *files: Path) -> VerifyPanel:
    """What the page shows once the files were checked."""
    window.open_files(list(files))
    bot.waitUntil(lambda: window.verify_page is not None)
    page = window.verify_page
    assert page is not None
    bot.waitUntil(lambda: not page.panel.busy and not window.jobs.busy, timeout=20_000)
    return page.panel


def _refused(window: MainWindow, bot: QtBot, file: Path) -> VerifyPanel:
    """What the page shows of one file that can't be checked."""
    panel = window.show_verify().panel
    panel.take([file])
    bot.waitUntil(lambda: panel.refused == 1)
    return panel


def test_the_first_page_leads_there_and_back_by_keys(open_window: Open, qtbot: QtBot) -> None:
    window = open_window()
    start = window.start_page
    assert start is not None
    start.check.setFocus()
    QTest.keyClick(start.check, Qt.Key.Key_Space)
    page = window.verify_page
    assert isinstance(page, VerifyPage)
    assert window.focusWidget() is page.panel.open
    assert "Check a result" in window.windowTitle()
    page.leave.setFocus()
    QTest.keyClick(page.leave, Qt.Key.Key_Return)
    assert window.start_page is not None


def test_nothing_is_called_genuine_and_the_key_is_asked_for(
    open_window: Open, qtbot: QtBot, archive: Path, published: Published
) -> None:
    window = open_window()
    panel = dropped(window, qtbot, archive)
    text = said(panel)
    key = thumbprint(published.round_.organizer)
    assert "the file can't say by itself" in text and key in text
    assert "and the key is the one you expect" not in text
    panel.expected.setText(f"Thumbprint: {key}")
    text = said(panel)
    assert "and the key is the one you expect" in text and "Don't rely" not in text
    panel.expected.setText("A" * 43)
    text = said(panel)
    assert "Signed by another key" in text and "Don't rely on this file" in text
    panel.expected.setText("A" * 12)
    assert panel.expected_trouble.isVisible()
    assert not any(word in said(panel).lower() for word in GENUINE)


def test_the_ranking_is_counted_again_with_its_line(
    open_window: Open, qtbot: QtBot, archive: Path, published: Published
) -> None:
    panel = dropped(open_window(), qtbot, archive)
    assert published.results.draw in said(panel) and published.results.seed in said(panel)
    shown = panel.ranking.shown
    assert [line.case for line in shown] == [line.case for line in published.results.ranking]
    assert [line.case for line in shown if line.wins] == [
        line.case for line in published.results.ranking if line.case in published.results.winners
    ]
    for line, cells in zip(published.results.ranking, panel.ranking.as_rows()[1:], strict=True):
        counted = f"{line.used} of {line.sheets}" if line.used < line.sheets else str(line.sheets)
        assert cells[3] == counted
    assert any(line.used < line.sheets for line in published.results.ranking)
    qtbot.waitUntil(lambda: panel.ranking.height() == panel.ranking.sizeHint().height())
    image = panel.ranking.grab().toImage()
    last = max(place for place, line in enumerate(shown) if line.wins)
    y = panel.ranking.rowViewportPosition(last) + panel.ranking.rowHeight(last) - 1
    y += panel.ranking.horizontalHeader().height()
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 2)}
    from review_app.ui import theme

    assert theme.current().accent in colours


def test_a_receipt_is_looked_up_as_it_is_typed(
    open_window: Open, qtbot: QtBot, archive: Path, published: Published
) -> None:
    window = open_window()
    page = window.show_verify()
    line = next(each for each in published.results.scores if each.state.value == "accepted")
    receipt = short_form(line.scores)
    QTest.keyClicks(page.panel.receipt, receipt.lower())
    assert "Open the published result, too" in said(page.panel)
    panel = dropped(window, qtbot, archive)
    assert panel is page.panel
    assert f"{receipt.lower()} is in the archive: accepted." in said(panel)
    panel.receipt.setText("AAAA-AAAA-AAAA/1")
    assert "is not in this archive" in said(panel)
    assert "First compare it" in said(panel)
    panel.receipt.setText("not a receipt at all")
    assert "is in the archive" not in said(panel)
    panel.receipt.setText(receipt[:13])  # eleven symbols: not while it is being typed
    assert receipt[:9] not in said(panel) and "no receipt" not in said(panel)
    panel.receipt.setText(f"{receipt}/9")
    assert "the revision is not: in the archive this is" in said(panel)
    panel.receipt.setText(("0" if receipt[0] != "0" else "1") + receipt[1:])
    assert f"but {receipt}/" in said(panel)
    panel.receipt.setText(short_form(published.receipts[0].file_digest))
    assert "This is a delivery code" in said(panel)


def test_the_key_of_a_card_is_expected_too(
    open_window: Open, qtbot: QtBot, archive: Path, published: Published
) -> None:
    panel = dropped(open_window(), qtbot, archive)
    signer = thumbprint(published.round_.organizer)
    panel.expected.setText(key_symbols(signer).lower())
    assert "Everything agrees, and the key is the one you expect." in said(panel)
    panel.expected.setText("0000-0000-0000")
    assert "Signed by another key than the one you expect" in said(panel)
    panel.expected.setText("0000-0000")
    assert "This is no thumbprint" in said(panel)


def test_what_can_not_be_checked_gets_advice(
    open_window: Open, qtbot: QtBot, published: Published, tmp_path: Path
) -> None:
    document = tmp_path / "announcement.docx"
    with zipfile.ZipFile(document, "w") as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
    report = tmp_path / "report.pdf"
    report.write_bytes(b"%PDF-1.7\n%%EOF")
    for file, what in ((document, "neither a published result"), (report, "no certificate")):
        text = said(_refused(open_window(), qtbot, file))
        assert what in text and "a file ending in .results" in text
        assert "Content_Types" not in text
    line = published.results.scores[0]
    with Container(io.BytesIO(published.archive)) as container:
        parts = {entry.name: container.read(entry.name) for entry in container.entries}
    parts[f"scores/{line.scores}.json"] += b" "
    held = io.BytesIO()
    writer = ContainerWriter(held)
    for name, content in parts.items():
        writer.add(name, content)
    writer.close()
    edited = tmp_path / "edited.results"
    edited.write_bytes(held.getvalue())
    text = said(_refused(open_window(), qtbot, edited))
    assert "This archive was changed or is incomplete." in text
    assert f"the sheet of receipt {short_form(line.scores)}" in text and line.scores not in text


def test_what_was_tampered_with_is_named(
    open_window: Open, qtbot: QtBot, published: Published, tmp_path: Path
) -> None:
    forger = Forger(published)
    line = forger.some()
    del forger.parts[f"scores/{line.scores}.json"]
    file = tmp_path / "bad.results"
    file.write_bytes(forger.archive())
    panel = dropped(open_window(), qtbot, file)
    panel.expected.setText(thumbprint(published.round_.organizer))
    text = said(panel)
    assert "does not hold" in text and short_form(line.scores) in text
    assert "Everything agrees" not in text
    damaged = bytearray(published.archive)
    damaged[len(damaged) // 2] ^= 1
    file.write_bytes(damaged)
    window = panel.window()
    assert isinstance(window, MainWindow)
    panel = dropped(window, qtbot, file)
    assert "Everything agrees" not in said(panel)


def test_a_box_record_is_held_against_the_archive(
    open_window: Open, qtbot: QtBot, archive: Path, published: Published, tmp_path: Path
) -> None:
    record = tmp_path / "box.jws"
    record.write_bytes(Forger(published).parts["box.jws"])
    window = open_window()
    panel = dropped(window, qtbot, record)
    assert "Drop the archive here, too" in said(panel)
    dropped(window, qtbot, archive)
    assert "It is the record in the archive" in said(panel)
    forger = Forger(published)
    forger.box(unnamed_lost=1)
    record.write_bytes(forger.parts["box.jws"])
    dropped(window, qtbot, record)
    assert "It is not the record in the archive" in said(panel)


def test_a_certificate_shows_what_was_signed(
    open_window: Open, qtbot: QtBot, archive: Path, published: Published, tmp_path: Path
) -> None:
    import datetime

    from review_app.model.publish.award import sign_award
    from tests.model.test_checking import award_of

    award = award_of(published)
    certificate = Certificate(
        award.award,
        award.edition,
        award.recipient,
        award.title,
        award.serial,
        tuple(award.issuers),
        datetime.date(2026, 12, 16),
        sign_award(award, published.round_.organizer_seed),
    )
    file = tmp_path / "certificate.pdf"
    file.write_bytes(render_certificates([certificate]))
    window = open_window()
    panel = dropped(window, qtbot, file)
    text = said(panel)
    assert award.recipient in text and award.title in text and "2026-01" in text
    assert "The page's text has what was signed" in text
    dropped(window, qtbot, archive)
    assert "The archive has it among the winners" in said(panel)


def test_other_files_are_refused_in_words(open_window: Open, qtbot: QtBot, tmp_path: Path) -> None:
    other = tmp_path / "letter.odt"
    other.write_bytes(b"nothing of ours")
    window = open_window()
    window.show_verify()
    panel = dropped(window, qtbot, other)
    assert "This is neither a published result nor a certificate" in said(panel)


def test_sheets_for_auditors_are_counted_with_a_key(
    open_window: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    identity, recipient = age.new_identity()
    folder = tmp_path / "box"
    folder.mkdir()
    sealed = publish(folder, publication="winners", auditors=[recipient])
    file, key = tmp_path / "sealed.results", tmp_path / "key.txt"
    file.write_bytes(sealed.archive)
    key.write_text(f"# a key\n{identity}\n", encoding="utf-8")
    panel = dropped(open_window(), qtbot, file)
    assert "Nothing was counted" in said(panel) and panel.auditor.isVisible()
    assert [line.case for line in panel.ranking.shown] == sealed.results.winners
    monkeypatch.setattr(
        "review_app.ui.widgets.dialogs.ask_for_existing", lambda parent, title, filters, then: then(key)
    )
    panel.auditor.click()
    qtbot.waitUntil(lambda: not panel.busy, timeout=20_000)
    assert "counted again by the rule and came out the same" in said(panel) and not panel.auditor.isVisible()


def test_another_language_keeps_what_was_dropped_and_typed(
    open_window: Open, qtbot: QtBot, archive: Path
) -> None:
    window = open_window()
    panel = dropped(window, qtbot, archive)
    panel.expected.setText("A" * 43)
    window.rebuild()
    page = window.verify_page
    assert page is not None and page.panel is not panel
    qtbot.waitUntil(lambda: not page.panel.busy, timeout=20_000)
    assert page.panel.archive is not None and page.panel.expected.text() == "A" * 43


def test_the_column_stays_where_it_is_when_there_is_more_to_scroll(
    open_window: Open, qtbot: QtBot, archive: Path
) -> None:
    window = open_window()
    window.resize(1280, 720)
    page = window.show_verify()
    panel = page.panel
    settle_layouts()
    area = page.findChild(QScrollArea)
    assert isinstance(area, QScrollArea) and area.verticalScrollBar().maximum() == 0
    before = panel.mapTo(window, QPoint(0, 0)).x()
    panel.take([archive])
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    settle_layouts()
    assert abs(panel.mapTo(window, QPoint(0, 0)).x() - before) <= 1


@pytest.mark.parametrize("spoken", ["zh", "en", "en longer"], indirect=True)
def test_nothing_is_cut_off_or_without_a_name(
    spoken: str, open_window: Open, qtbot: QtBot, archive: Path
) -> None:
    window = open_window()
    window.resize(1093, 614)
    window.show_verify()
    settle_layouts()
    assert clipped(window) + nameless(window) == []
    panel = dropped(window, qtbot, archive)
    panel.receipt.setText("AAAA-AAAA-AAAA/1")
    settle_layouts()
    assert clipped(window) + nameless(window) == []


def test_a_pdf_that_is_no_certificate_leaves_the_round_open(
    open_window: Open, qtbot: QtBot, package: Path, a_round: SmallRound, archive: Path, tmp_path: Path
) -> None:
    window = open_window(package, a_round)
    other = tmp_path / "form.pdf"
    other.write_bytes(b"%PDF-1.4\n%%EOF")
    window.open_files([other])
    qtbot.waitUntil(lambda: bool(window.notes.notes))
    assert window.round is not None and "no certificate either" in window.notes.notes[0].following.text()
    dropped(window, qtbot, archive)  # a result takes the place of the round, as another package does
    assert window.session is None


def test_a_certificate_that_was_added_to_is_not_said_to_agree(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    from tests.model.publish.test_award import certificate, statement

    file = tmp_path / "certificate.pdf"
    made = render_certificates([certificate(statement())])
    file.write_bytes(made + b"\nstartxref\n" + made.rpartition(b"startxref\n")[2])
    text = said(dropped(open_window(), qtbot, file))
    assert "This file was changed after it was made." in text and "Something was added to this PDF" in text
    assert "Everything agrees" not in text


def test_many_certificates_in_one_file_do_not_stop_the_window(
    open_window: Open, qtbot: QtBot, published: Published, tmp_path: Path
) -> None:
    import datetime

    from review_app.model.publish.award import sign_award
    from review_app.ui.verify.panel import AWARDS_AT_MOST
    from tests.model.test_checking import award_of

    certificates = []
    for number in range(AWARDS_AT_MOST + 5):
        award = award_of(published, serial=f"2026-{number:03d}")
        signed = sign_award(award, published.round_.organizer_seed)
        day = datetime.date(2026, 12, 16)
        certificates.append(
            Certificate("十佳", "2026", award.recipient, award.title, award.serial, ("示例",), day, signed)
        )
    file = tmp_path / "all.pdf"
    file.write_bytes(render_certificates(certificates))
    text = said(dropped(open_window(), qtbot, file))
    assert "2026-029" in text and "2026-030" not in text and "and 5 more" in text


def test_checking_can_be_stopped(open_window: Open, qtbot: QtBot, archive: Path) -> None:
    import threading

    window = open_window()
    panel = window.show_verify().panel
    go_on = threading.Event()
    window.jobs.start(lambda progress: go_on.wait(10), lambda result: None, lambda failure: None)
    panel.take([archive])
    assert panel.busy and panel.stop.isVisible()
    panel.stop.setFocus()
    QTest.keyClick(panel.stop, Qt.Key.Key_Space)
    go_on.set()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    still = panel.files
    assert still == [] and window.jobs.busy is False
    assert not panel.stop.isVisible()
