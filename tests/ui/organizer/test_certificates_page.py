"""The station of the certificates on the sample campaign: what is chosen is drawn, kept and written."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import msgspec
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from review_app.model.publish.award import awards_in_pdf
from review_app.model.publish.certificate import render_certificates
from review_app.model.publish.certificate_file import check_certificate
from review_app.model.publish.design import load_design
from review_app.model.publish.fonts import Face, font_file
from review_app.model.workspace.certificate_look import design_path, kept_look
from review_app.ui.organizer.certificates.page import PATIENCE, CertificatesPage
from review_app.ui.organizer.certificates.typed import TypedLine
from tests.ui.documents.watch import children
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


def drawing_children() -> int:
    """Processes below this one that hold a PDF."""
    found = [Path(f"/proc/{each}/cmdline").read_bytes() for each in children()]
    return sum(b"--pdf-child" in each for each in found)


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
    assert [file.stem for file in files] == [f"{e.serial} {e.recipient}" for e in page.certificates]
    assert files[0].read_bytes() == render_certificates([page.certificates[0]], page.design)
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


def text_of(page: CertificatesPage) -> str:
    """The words of the first certificate as they would be printed."""
    import pypdfium2

    with pypdfium2.PdfDocument(page.content) as document:
        return " ".join(document[0].get_textpage().get_text_range().split())


def typed(field: TypedLine, text: str) -> None:
    """Puts words into a field in place of what stands there, and leaves it by Enter."""
    field.setFocus()
    field.setText(text)  # Qt's simulated keys know no Chinese
    QTest.keyClick(field, Qt.Key.Key_Return)


def in_language(page: CertificatesPage, language: str, bot: QtBot) -> None:
    choice = page.looks.language
    choice.setCurrentIndex(choice.findData(language))
    choice.activated.emit(choice.currentIndex())
    drawn(page, bot)


def test_english_names_of_the_settings_stand_on_a_bilingual_page(opened: Opened, qtbot: QtBot) -> None:
    campaign = opened("opened")
    page = certificates_page(campaign, qtbot)
    settings = campaign.workspace.settings
    assert settings.title_en and settings.edition_en and settings.organizers[0].name_en
    assert not page.looks.names.award_en.isVisible()
    in_language(page, "zh-en", qtbot)
    text = text_of(page)
    for name in (settings.title_en, settings.edition_en, settings.organizers[0].name_en):
        assert name in text
    assert page.looks.look.design.names_en == {}, "what the settings say isn't kept a second time"
    assert "Without an English name" not in said(page)
    names = page.looks.names
    assert names.award_en.placeholderText() == settings.title_en
    typed(names.award_en, "Ten Cases")
    typed(names.issuers_en[0], "The Institute")
    typed(names.recipient_en, "Tencent")
    drawn(page, qtbot)
    text = text_of(page)
    assert "selected for Ten Cases," in text and "The Institute" in text and "Tencent Your case" in text
    first = page.certificates[0]
    assert kept_look(campaign.workspace.folder).design.names_en == {
        settings.title: "Ten Cases",
        first.issuers[0]: "The Institute",
        first.recipient: "Tencent",
    }
    typed(names.award_en, " ")
    drawn(page, qtbot)
    assert settings.title_en in text_of(page)


def test_an_english_name_that_is_missing_is_said(opened: Opened, qtbot: QtBot) -> None:
    campaign = opened("opened")
    page = certificates_page(campaign, qtbot)
    in_language(page, "en", qtbot)
    bare = msgspec.structs.replace(campaign.workspace.settings, title_en="")
    campaign.workspace.campaign.update(bare)
    campaign.desk.announce("campaign")
    drawn(page, qtbot)
    assert f"Without an English name, so the Chinese one is printed: {bare.title}." in said(page)


def test_recipients_and_cases_without_an_english_name_are_counted_before_saving(
    opened: Opened, qtbot: QtBot
) -> None:
    page = certificates_page(opened("opened"), qtbot)
    assert "English name of recipient or case" not in said(page)
    in_language(page, "en", qtbot)
    missing = sum(not (each.recipient + each.case_title).isascii() for each in page.certificates)
    assert missing > 1
    assert f"{missing} certificates without an English name" in said(page)
    assert "the Chinese one is printed" in said(page)
    in_language(page, "zh-en", qtbot)
    assert "no salutation" in said(page)
    first = page.certificates[0]
    typed(page.looks.names.recipient_en, "The Recipient")
    drawn(page, qtbot)
    assert f"{missing} certificates" in said(page)  # its case has none yet
    typed(page.looks.names.title_en, "The Case")
    drawn(page, qtbot)
    assert page.looks.look.design.names_en[first.case_title] == "The Case"
    assert f"{missing - 1} certificates" in said(page)


def test_who_signs_and_the_wording_are_fields(opened: Opened, qtbot: QtBot) -> None:
    campaign = opened("opened")
    page = certificates_page(campaign, qtbot)
    names, wording = page.looks.names, page.looks.wording
    typed(names.signer_name, "示例甲")
    typed(names.signer, "评审委员会主任")
    assert not names.signer_en.isVisible() and not wording.languages[0].isVisible()
    wording.open.click()
    chinese, english = wording.languages
    assert chinese.isVisible() and not english.isVisible()
    assert chinese.heading.text() == "荣誉证书" and "[case]" in chinese.body.toPlainText()
    typed(chinese.heading, "奖状")
    chinese.body.setPlainText("[case]入选[award]，值得推广。")
    words = page.looks.look.design.words
    qtbot.waitUntil(lambda: page.looks.look.design.words["zh"] != words["zh"])
    drawn(page, qtbot)
    text = "".join(text_of(page).split())
    first = page.certificates[0]
    assert "评审委员会主任示例甲" in text and "奖状" in text
    assert f"“{first.case_title}”入选{first.award}，值得推广。" in text
    assert check_certificate(page.content).holds, "what the words leave out is said beside the code"
    kept = load_design(design_path(campaign.workspace.folder)).words["zh"]
    assert kept.body == "{open}{case_title}{close}入选{award}，值得推广。" and kept.salutation is None
    chinese.body.setPlainText("{wrong}")
    qtbot.waitUntil(lambda: bool(page.troubled), timeout=20_000)
    assert len(page.troubled) == 1 and not page.save_act.isEnabled()
    wording.usual.click()
    drawn(page, qtbot)
    assert chinese.heading.text() == "荣誉证书" and page.looks.look.design.words["zh"].signer_name == "示例甲"


def test_changes_of_the_look_can_be_taken_back(opened: Opened, qtbot: QtBot) -> None:
    campaign = opened("opened")
    page = certificates_page(campaign, qtbot)
    looks, before = page.looks, page.looks.look
    assert not looks.undo.isVisible()
    looks.templates.buttons["plain"].click()
    drawn(page, qtbot)
    typed(looks.names.signer_name, "示例甲")
    drawn(page, qtbot)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    drawn(page, qtbot)
    assert looks.look.design.words == {} and looks.look.design.template == "plain"
    assert looks.names.signer_name.text() == ""
    assert campaign.notes[-1].startswith("Taken back: look of the certificates")
    looks.undo.click()
    drawn(page, qtbot)
    assert looks.look == before == kept_look(campaign.workspace.folder) and not looks.undo.isVisible()
    campaign.desk.redo()
    drawn(page, qtbot)
    assert looks.look.design.template == "plain" and looks.templates.template == "plain"
    campaign.page("overview")
    assert campaign.desk.own_steps is None, "elsewhere an undo is of the workspace again"


def test_the_look_goes_out_as_files_and_comes_back(
    opened: Opened, saving: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    campaign = opened("opened")
    page = certificates_page(campaign, qtbot)
    looks = page.looks
    looks.templates.buttons["scroll"].click()
    seal = tmp_path / "章.png"
    seal.write_bytes(picture())
    page.take_files([seal])
    qtbot.waitUntil(lambda: bool(looks.look.design.seals))
    looks.save_file.click()
    assert load_design(saving / "design.yaml").template == "scroll"
    assert sorted(each.name for each in saving.iterdir()) == ["design.yaml", "seal1-章.png"]
    looks.templates.buttons["plain"].click()
    drawn(page, qtbot)
    assert page.take_files([saving / "design.yaml"])
    drawn(page, qtbot)
    assert looks.look.design.template == "scroll" and looks.templates.template == "scroll"
    looks.save_file.click()
    assert campaign.frame.foot.question.isVisible()
    campaign.frame.foot.question.go_away()


def test_what_was_typed_last_is_kept_when_the_page_is_left(opened: Opened, qtbot: QtBot) -> None:
    campaign = opened("opened")
    page = certificates_page(campaign, qtbot)
    page.looks.names.signer_name.setFocus()
    QTest.keyClicks(page.looks.names.signer_name, "Jia")
    campaign.page("overview")
    assert kept_look(campaign.workspace.folder).design.words["zh"].signer_name == "Jia"


def test_nothing_goes_on_once_the_page_is_left_or_the_window_closed(opened: Opened, qtbot: QtBot) -> None:
    campaign = opened("opened")
    page = certificates_page(campaign, qtbot)
    qtbot.waitUntil(lambda: page.looks.templates.drawn, timeout=60_000)
    assert drawing_children() == 1, "the page in front"
    campaign.page("overview")
    QTest.qWait(50)
    assert drawing_children() == 0
    campaign.page("certificates")
    drawn(page, qtbot)
    page.looks.templates.buttons["plain"].click()  # and left at once
    campaign.page("overview")
    QTest.qWait(2 * PATIENCE)
    qtbot.waitUntil(lambda: page.at_rest or not page.isVisible())
    assert drawing_children() == 0
    assert kept_look(campaign.workspace.folder).design.template == "plain"
    campaign.page("certificates")
    campaign.window.close()
    QTest.qWait(2 * PATIENCE)
    assert drawing_children() == 0


def test_a_page_left_before_it_was_drawn_is_drawn_on_coming_back(opened: Opened, qtbot: QtBot) -> None:
    campaign = opened("opened")
    page = certificates_page(campaign, qtbot)
    page.looks.templates.buttons["plain"].click()
    campaign.page("overview")
    campaign.page("certificates")
    qtbot.waitUntil(
        lambda: bool(page.content) and page.preview.ready and not page.preview.empty, timeout=60_000
    )
