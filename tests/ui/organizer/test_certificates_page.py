"""The station of the certificates on the sample campaign: what is chosen is drawn, kept and written."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from review_app.model.publish.award import awards_in_pdf
from review_app.model.publish.certificate import render_certificates
from review_app.model.publish.design import load_design
from review_app.model.publish.fonts import Face, font_file
from review_app.model.workspace.certificate_look import design_path
from review_app.ui.organizer.certificates.page import CertificatesPage
from tests.ui.organizer.conftest import OpenCampaign
from tests.ui.shown import said

Opened = Callable[[str], OpenCampaign]
RARE = "\u0f40"
"""Tibetan letter ka, which no bundled face has."""


def certificates_page(campaign: OpenCampaign, bot: QtBot) -> CertificatesPage:
    page = campaign.page("certificates")
    assert isinstance(page, CertificatesPage)
    drawn(page, bot)
    return page


def drawn(page: CertificatesPage, bot: QtBot) -> None:
    """Waits until all is as chosen, in the preview, too."""
    bot.waitUntil(lambda: bool(page.content) and page.preview.ready and not page.desk.busy, timeout=60_000)


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGBA", (60, 60), (190, 20, 20, 120)).save(out, "PNG")
    return out.getvalue()


def test_before_the_opening_the_page_says_where_to_go(opened: Opened) -> None:
    campaign = opened("closed")
    page = campaign.page("certificates")
    assert isinstance(page, CertificatesPage)
    assert page.nothing.isVisible() and not page.save_act.isVisible()
    assert page.first_focus() is page.to_box and not page.take_files([Path("seal.png")])


def test_winners_by_number_and_their_pages(opened: Opened, saving: Path, qtbot: QtBot) -> None:
    campaign = opened("opened")
    page = certificates_page(campaign, qtbot)
    workspace = campaign.workspace
    expected = workspace.counting.certificates(workspace.rounds.current(), workspace.settings.title)
    assert [each.serial for each in page.table.shown] == [each.serial for each in expected]
    assert page.preview.view.page_count == len(expected) == 10
    assert "The result isn't final yet" in said(page)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.preview.view.pages.page == 2)
    assert page.table.current() == page.certificates[2]
    page.save_act.click()
    file = saving / "certificates.pdf"
    assert file.read_bytes() == render_certificates(expected)
    assert [found.award.serial for found in awards_in_pdf(file.read_bytes())] == [e.serial for e in expected]


def test_what_is_chosen_is_drawn_and_kept(opened: Opened, saving: Path, qtbot: QtBot, tmp_path: Path) -> None:
    campaign = opened("opened")
    page = certificates_page(campaign, qtbot)
    looks = page.looks
    looks.templates.buttons["scroll"].setFocus()
    QTest.keyClick(looks.templates.buttons["scroll"], Qt.Key.Key_Space)
    looks.language.setFocus()
    looks.language.setCurrentIndex(looks.language.findData("zh-en"))
    looks.language.activated.emit(looks.language.currentIndex())
    looks.printing_house.click()
    looks.award.setText("  治理 创新  ")
    looks.award.editingFinished.emit()
    looks.date.setText("2026-12-16")
    looks.date.editingFinished.emit()
    seal = tmp_path / "章.png"
    seal.write_bytes(picture())
    assert page.take_files([seal])
    qtbot.waitUntil(lambda: bool(looks.look.design.seals))
    drawn(page, qtbot)
    design = load_design(design_path(campaign.workspace.folder))
    assert (design.template, design.language, design.bleed, design.crop_marks) == (
        "scroll",
        "zh-en",
        3.0,
        True,
    )
    assert design.seals[0].data == picture()
    (first, *_) = awards_in_pdf(page.content)
    assert (first.award.award, first.award.date) == ("治理 创新", "2026-12-16")
    page.each_act.click()
    campaign.settle()
    files = sorted(saving.glob("*.pdf"))
    assert [file.stem for file in files] == [each.serial for each in page.certificates]
    assert files[0].read_bytes() == render_certificates([page.certificates[0]], looks.look.design)
    page.each_act.click()  # once more: asked about
    assert campaign.frame.foot.question.isVisible()
    campaign.frame.foot.question.go_away()
    again = CertificatesPage(campaign.desk)
    qtbot.addWidget(again)
    again.show()
    again.refresh()
    campaign.settle()
    assert again.looks.look.design == design and again.looks.award.text() == "治理 创新"
    again.leave()


def test_a_broken_picture_is_refused_with_a_sentence(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    campaign = opened("opened")
    page = certificates_page(campaign, qtbot)
    bad = tmp_path / "seal.png"
    bad.write_bytes(picture()[:80])
    row = page.looks.seals[0]
    assert page.take_files([bad])
    qtbot.waitUntil(lambda: not row.trouble.isHidden())
    assert "seal.png" in row.trouble.text() and row.picture is None and page.content
    assert not page.take_files([tmp_path / "letter.docx"])


def test_missing_characters_are_listed_until_a_font_has_them(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    campaign = opened("opened")
    page = certificates_page(campaign, qtbot)
    page.looks.award.setText(f"治理{RARE}创新")
    page.looks.award.editingFinished.emit()
    qtbot.waitUntil(lambda: "U+0F40" in said(page), timeout=60_000)
    text = said(page)
    assert all(each.serial in text for each in page.certificates) and "Add a font file" in text
    assert not page.content and not page.save_act.isEnabled() and not page.print_act.isEnabled()
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(font_file(Face.SANS).read_bytes()[:2000])
    page.take_files([broken])
    qtbot.waitUntil(lambda: not page.looks.fonts.trouble.isHidden())
    assert "broken.ttf" in page.looks.fonts.trouble.text()
    from tests.model.publish.fonts_made import made_font

    font = tmp_path / "tibetan.ttf"
    font.write_bytes(made_font("Tibetan", {RARE: "一"}).data)
    page.take_files([font])
    qtbot.waitUntil(lambda: len(page.looks.look.design.fonts) == 1)
    drawn(page, qtbot)
    assert "U+0F40" not in said(page) and page.save_act.isEnabled()


def test_a_final_result_needs_no_warning(opened: Opened, qtbot: QtBot) -> None:
    import datetime

    campaign = opened("opened")
    day = datetime.date.today()
    workspace = campaign.workspace
    workspace.counting.confirm(workspace.rounds.current(), day, day)
    workspace.publication.finish(workspace.rounds.current(), day + datetime.timedelta(days=1))
    page = certificates_page(campaign, qtbot)
    assert "isn't final" not in said(page)


def test_printed_pages_are_drawn_one_by_one(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    from PySide6.QtPrintSupport import QPrinter

    from review_app.ui.organizer.certificates.printing import PdfPrint

    campaign = opened("opened")
    page = certificates_page(campaign, qtbot)
    run = PdfPrint(page, page.content, "certificates", landscape=True)
    run.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    run.printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    run.printer.setPrintRange(QPrinter.PrintRange.PageRange)
    run.printer.setFromTo(2, 3)
    failures: list[object] = []
    run.failed.connect(failures.append)
    with qtbot.waitSignal(run.ended, timeout=60_000):
        run.begin()
    printed = (tmp_path / "printed.pdf").read_bytes()
    assert failures == [] and printed.startswith(b"%PDF") and printed.count(b"/Type /Page\n") == 2
