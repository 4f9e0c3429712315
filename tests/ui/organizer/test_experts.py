"""The experts' page as an organizer uses it: roster, overlaps, round, cards, letters."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import msgspec
import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

from review_app.model.publish import card_traces
from review_app.ui.campaigns import tell_of_printing
from review_app.ui.organizer.experts.page import ExpertsPage
from review_app.ui.organizer.settings.page import SettingsPage
from tests.ui.organizer.conftest import OpenCampaign

Opened = Callable[[str], OpenCampaign]
CELLS = "姓名\t单位\t领域\t地区\n王晓明\t示例大学\t电子政务\t北京\n李静\t示例日报社\t传播学\t上海\n"


@pytest.fixture
def experts(opened: Opened) -> Callable[[str], tuple[OpenCampaign, ExpertsPage]]:
    """The page of a campaign at a stage; files that would be shown in a file manager are not."""

    def opening(stage: str) -> tuple[OpenCampaign, ExpertsPage]:
        campaign = opened(stage)
        page = campaign.page("experts")
        assert isinstance(page, ExpertsPage)
        return campaign, page

    return opening


def test_people_are_typed_pasted_dropped_and_taken_back_by_the_keyboard(
    experts: Callable[[str], tuple[OpenCampaign, ExpertsPage]], tmp_path: Path
) -> None:
    campaign, page = experts("empty")
    people, roster = campaign.workspace.people, page.roster
    roster.fields["name"].setFocus()
    QTest.keyClicks(roster.fields["name"], "Berg")
    QTest.keyClick(roster.fields["name"], Qt.Key.Key_Return)
    assert [person.name for person in people.all()] == ["Berg"] == [p.name for p in roster.table.shown]
    QApplication.clipboard().setText(CELLS)
    roster.table.setFocus()
    QTest.keyClick(roster.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert people.count() == 3 and any("2 added" in note for note in campaign.notes)
    (tmp_path / "more.csv").write_text("姓名,领域\n赵一,法学\n", encoding="gb18030")
    assert campaign.frame.take_files([tmp_path / "more.csv"])
    assert people.find("赵一").field == "法学"
    assert not campaign.frame.take_files([tmp_path / "more.docx"])
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(roster.table, key)
    QTest.keyClick(roster.table, Qt.Key.Key_Delete)
    assert people.count() == 3
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert people.count() == 4 == len(roster.table.shown)
    roster.edit(people.find("Berg"))
    roster.fields["region"].setText("四川")
    roster.put()
    assert people.find("Berg").region == "四川" and roster.add.text() == "Add"
    assert [(share.name, share.people) for share in page.balance.bars["regions"].lines][-1] == (
        "not given",
        1,
    )


def test_a_table_that_cannot_be_read_changes_nothing_and_says_so(
    experts: Callable[[str], tuple[OpenCampaign, ExpertsPage]], tmp_path: Path
) -> None:
    campaign, page = experts("empty")
    (tmp_path / "a.csv").write_text("单位\n示例大学\n,", encoding="utf-8")
    (tmp_path / "b.csv").write_text("姓名,单位\n,示例大学\n", encoding="utf-8")
    page.take_files([tmp_path / "b.csv"])
    assert campaign.workspace.people.count() == 0
    assert any("b.csv" in note for note in campaign.notes)


def test_overlaps_are_there_before_the_cards_and_say_what_may_be_done(
    experts: Callable[[str], tuple[OpenCampaign, ExpertsPage]],
) -> None:
    campaign, page = experts("shortlisted")
    case = campaign.workspace.nominations.all()[0]
    page.roster.fields["name"].setText("王晓明")
    page.roster.fields["institution"].setText(case.organisation)
    page.roster.put()
    page.primary.click()
    assert page.view == "round" and page.round.setting_up
    page.primary.click()
    campaign.frame.foot.question.yes.click()
    assert campaign.workspace.rounds.current().state == "drafted"
    assert page.round.look.isVisible() and "1" in page.round.look.text()
    page.round.look.click()
    assert page.view == "overlaps"
    (row,) = page.overlaps.table.as_rows()[1:]
    assert row[:2] == ["Institution behind a case", "王晓明"] and case.title in row[4]
    assert page.overlaps.explained.isVisible() and "recuses" in page.overlaps.remedy.text()


def test_a_round_is_set_up_with_what_was_chosen_and_its_cards_drawn_replaced_and_withdrawn(
    experts: Callable[[str], tuple[OpenCampaign, ExpertsPage]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    campaign, page = experts("shortlisted")
    shown: list[Path] = []
    monkeypatch.setattr(campaign.desk, "show_in_folder", shown.append)  # no file manager here
    page.show_view("round")
    setup = page.round.setup
    setup.minimum.setText("")
    assert not page.primary.isEnabled()
    setup.minimum.setText("5")
    setup.publishing.level.setCurrentIndex(1)
    assert "5" in setup.minimum_words.text()
    page.primary.click()
    question = campaign.frame.foot.question
    assert question.isVisible() and "fixed" in question.lost.text() and not setup.all_win.isVisible()
    before = [each.number for each in campaign.workspace.rounds.all()]
    QTest.keyClick(question, Qt.Key.Key_Escape)
    assert [each.number for each in campaign.workspace.rounds.all()] == before and page.round.setting_up
    page.primary.click()
    question.yes.click()
    round_ = campaign.workspace.rounds.current()
    assert (round_.rule.minimum_accepted, round_.rule.publication) == (5, "winners-scored")
    cards = page.round.cards
    assert not page.primary.isEnabled()
    cards.count.setText("4")
    cards.reserve.setText("1")
    assert page.primary.isEnabled()
    cards.draw(tmp_path / "first")
    campaign.settle()
    pdf = tmp_path / "first" / "cards.pdf"
    assert pdf.is_file() and len(list((tmp_path / "first" / "card-files").iterdir())) == 5
    (note,) = campaign.window.notes.notes
    assert note.action is not None
    note.action.click()
    assert shown == [pdf] and not page.counts.replaced.isVisible()
    assert str(tmp_path / "first") in cards.written.now.text() and not cards.written.earlier.isVisible()
    assert page.counts.figures["issued"].text() == "5"
    assert page.counts.figures["reserve"].text() == "1"
    others = tmp_path / "others"
    others.mkdir()
    (others / "nomination.docx").write_bytes(b"x")
    cards.draw(others, replace=True)  # not among other files
    campaign.settle()
    assert [file.name for file in others.iterdir()] == ["nomination.docx"]
    assert any("not empty" in note for note in campaign.notes)
    assert campaign.workspace.cards.counts(round_).issued == 5
    cards.draw(tmp_path / "first", replace=True)  # nor over what is there
    campaign.settle()
    assert campaign.workspace.cards.counts(round_).issued == 5
    cards.count.setText("6")
    cards.again.click()
    assert campaign.frame.foot.question.isVisible()
    cards.draw(tmp_path / "second", replace=True)
    campaign.settle()
    assert campaign.workspace.cards.counts(round_).issued == 7
    assert str(tmp_path / "second") in cards.written.now.text() and cards.written.now.isVisible()
    assert str(tmp_path / "first") in cards.written.earlier.text() and cards.written.earlier.isVisible()
    cards.written.show_now.click()
    assert shown[-1] == tmp_path / "second" / "cards.pdf"
    assert page.counts.replaced.isVisible() and page.counts.replaced.text().startswith("5 ")
    shutil.rmtree(tmp_path / "first")
    page.refresh()
    assert cards.written.now.isVisible() and not cards.written.earlier.isVisible()
    content = b"".join(each.read_bytes() for each in campaign.campaign.folder.rglob("*") if each.is_file())
    assert str(tmp_path / "second").encode() not in content  # no campaign notes where its cards were written
    stub = campaign.workspace._context.db.rows("SELECT lookup FROM card")[0][0][:8]
    cards.lookup.setText(f"{stub[:4]}-{stub[4:]}")
    cards.withdraw.click()
    assert campaign.workspace.cards.counts(round_).withdrawn == 0  # asked first
    cards.withdraw_card(cards.lookup.text())
    cards.unnamed.setText("2")
    cards.keep.click()
    assert {name: figure.text() for name, figure in page.counts.figures.items()} == {
        "issued": "7",
        "reserve": "1",
        "withdrawn": "1",
        "unnamed": "2",
    }


def test_cards_that_would_not_say_where_sheets_go_are_told_before_and_after_they_are_drawn(
    experts: Callable[[str], tuple[OpenCampaign, ExpertsPage]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    campaign, page = experts("shortlisted")
    monkeypatch.setattr(campaign.desk, "show_in_folder", lambda _: None)  # no file manager here
    address = campaign.workspace.settings.return_instructions
    assert address
    without = msgspec.structs.replace(campaign.workspace.settings, return_instructions="")
    campaign.workspace.campaign.update(without)
    page.show_view("round")
    page.round.setup.make()
    assert page.round.no_address.isVisible() and "yet" in page.round.no_address.text()
    page.round.cards.count.setText("2")
    page.round.cards.reserve.setText("1")
    page.round.cards.draw(tmp_path / "cards")
    campaign.settle()
    assert campaign.workspace.rounds.current().state == "cards"
    assert "draw them again" in page.round.no_address.text()
    page.round.address.click()
    settings = campaign.frame.page
    assert isinstance(settings, SettingsPage)
    settings.returning.setPlainText(address)
    settings.save.click()
    assert any("still say" in note for note in campaign.notes)
    campaign.page("experts")
    assert page.round.no_address.isHidden() and page.round.address.isHidden()


def test_a_rule_of_ones_own_is_said_in_words_and_a_wrong_one_refused(
    experts: Callable[[str], tuple[OpenCampaign, ExpertsPage]], tmp_path: Path
) -> None:
    campaign, page = experts("shortlisted")
    page.show_view("round")
    setup = page.round.setup
    own = tmp_path / "rule.yaml"
    own.write_text("method: mean\nwinners: 7\nminimum_accepted: 9\n", encoding="utf-8")
    setup.take_rule(own)
    lines = [setup.rule_words.itemAt(i).widget().text() for i in range(setup.rule_words.count())]  # type: ignore[union-attr]
    assert any("mean" in line for line in lines) and any("7" in line for line in lines)
    assert setup.minimum.text() == "9" and setup.usual.isVisible()
    assert not setup.all_win.isVisible()
    cases = sum(kind != "drop" for kind in campaign.workspace.shortlist.standing().values())
    own.write_text(f"method: mean\nwinners: {cases}\nminimum_accepted: 9\n", encoding="utf-8")
    setup.take_rule(own)  # no case would be left without an award
    assert setup.all_win.isVisible() and f"Only {cases} " in setup.all_win.text()
    page.primary.click()
    assert "Every case would win" in campaign.frame.foot.question.lost.text()
    assert campaign.workspace.rounds.all() == []
    own.write_text("winners: 0\n", encoding="utf-8")
    setup.take_rule(own)
    assert setup.minimum.text() == "9" and campaign.notes


def test_every_way_of_counting_can_be_chosen_in_the_form(
    experts: Callable[[str], tuple[OpenCampaign, ExpertsPage]],
) -> None:
    """A share, then a lot by a public draw, then sheets for an auditor: what is said is what is fixed."""
    campaign, page = experts("shortlisted")
    page.show_view("round")
    setup = page.round.setup
    counting, publishing = setup.counting, setup.publishing

    def words() -> str:
        items = (setup.rule_words.itemAt(place) for place in range(setup.rule_words.count()))
        return " ".join(item.widget().text() for item in items)  # type: ignore[union-attr]

    assert counting.method.currentData() == "trimmed-mean" and counting.amount.text() == "1"
    assert (
        not setup.usual.isVisible() and not counting.draw.isVisible() and not publishing.auditors.isVisible()
    )
    said = {}
    for method in ("mean", "median", "severity-corrected", "trimmed-mean", "by-share"):
        counting.method.setCurrentIndex(counting.method.findData(method))
        said[method] = words()
        assert counting.amount.isVisible() == (method in ("trimmed-mean", "by-share"))
        assert page.primary.isEnabled() and setup.usual.isVisible() == (method != "trimmed-mean")
    assert len(set(said.values())) == 5 and "highest 10 %" in said["by-share"]
    counting.amount.clear()
    assert not page.primary.isEnabled()
    for wrong in ("50", "0", "99"):
        counting.amount.setText(wrong)
        assert not page.primary.isEnabled(), wrong
    counting.amount.clear()
    QTest.keyClicks(counting.amount, "12.5")
    assert page.primary.isEnabled() and "12.5 %" in words()
    counting.last.setCurrentIndex(1)
    assert counting.draw.isVisible() and "anybody can draw it again" in words()
    assert "sign it again until the lot suits" in words()
    counting.draw.setText("双色球 2026073")
    assert "双色球 2026073" in words() and "sign it again" not in words()
    publishing.level.setCurrentIndex(publishing.level.findData("winners"))
    assert publishing.auditors.isVisible() and not publishing.sheets.isEnabled()
    assert publishing.wrong.isVisible() and not page.primary.isEnabled()
    key = "age10xsz8mlnlg22ns6wm45nl2w05hezcf7956amhx930fjmf3vkh4ts5u3xe2"
    publishing.auditors.setPlainText(f"{key}\nage1nobody")
    assert "age1nobody" in publishing.wrong.text() and not page.primary.isEnabled()
    publishing.auditors.setPlainText(f"{key}\n{key}")
    assert publishing.wrong.isVisible() and not page.primary.isEnabled()
    publishing.auditors.setPlainText(f"\n  {key}  \n")
    assert "1" in publishing.auditor_words.text() and page.primary.isEnabled()
    page.primary.click()
    campaign.frame.foot.question.yes.click()
    rule = campaign.workspace.rounds.current().rule
    assert (rule.method, rule.drop, rule.drop_share) == ("trimmed-mean", 0, "0.125")
    assert (rule.last_tie, rule.seed_draw) == ("lot", "双色球 2026073")
    assert (rule.publication, rule.auditors) == ("winners", [key])
    fixed = page.round.fixed_words
    lines = " ".join(fixed.itemAt(place).widget().text() for place in range(fixed.count()))  # type: ignore[union-attr]
    assert "12.5 %" in lines and "without order" in lines and "auditor" in lines


def test_what_can_hardly_be_meant_is_told_and_not_refused(
    experts: Callable[[str], tuple[OpenCampaign, ExpertsPage]],
) -> None:
    _, page = experts("shortlisted")
    page.show_view("round")
    setup = page.round.setup
    assert not setup.doubts.isVisible()
    setup.minimum.setText("1")
    assert (
        setup.doubts.isVisible()
        and "opens with 1" in setup.doubts.text()
        and "needs 3" in setup.doubts.text()
    )
    setup.counting.fewest.setText("1")
    assert not setup.doubts.isVisible()
    QApplication.clipboard().setText(CELLS)
    page.roster.paste()
    page.round.show_now()
    assert "all 2 on the roster" in setup.doubts.text() and "keeps 0 total" in setup.doubts.text()
    assert page.primary.isEnabled()
    setup.counting.method.setCurrentIndex(setup.counting.method.findData("mean"))
    assert not setup.doubts.isVisible()


def test_after_a_round_is_set_up_one_step_is_the_next(
    experts: Callable[[str], tuple[OpenCampaign, ExpertsPage]],
) -> None:
    campaign, page = experts("shortlisted")
    page.show_view("round")
    assert page.primary.property("kind") == "primary"
    page.round.setup.make()
    assert page.round.list.isVisible() and page.round.list.property("kind") == "primary"
    assert page.primary.property("kind") == ""  # cards can be drawn; but the list comes first
    assert "freeze the list" in page.round.standing.text()
    round_ = campaign.workspace.rounds.current()
    assert campaign.desk.act(lambda workspace: workspace.shortlist.freeze(round_, "id"), "shortlist")
    assert not page.round.list.isVisible() and page.primary.property("kind") == "primary"
    assert "Next: draw the cards" in page.round.standing.text()


def test_the_usual_rule_is_one_press_away(
    experts: Callable[[str], tuple[OpenCampaign, ExpertsPage]],
) -> None:
    _, page = experts("shortlisted")
    page.show_view("round")
    setup = page.round.setup
    usual = setup.rule
    setup.counting.method.setCurrentIndex(setup.counting.method.findData("by-share"))
    setup.counting.last.setCurrentIndex(1)
    setup.usual.click()
    assert setup.counting.applied(usual) == usual and not setup.usual.isVisible()
    assert setup.counting.amount.text() == "1"


def test_letters_and_fees_for_everybody(
    experts: Callable[[str], tuple[OpenCampaign, ExpertsPage]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    campaign, page = experts("packed")
    page.show_view("letters")
    letters = page.letters
    assert not letters.docx.isEnabled() and not letters.fee_pdf.isEnabled()
    QApplication.clipboard().setText(CELLS)
    page.roster.paste()
    page.show_view("letters")
    letters.language.setCurrentIndex(0)
    letters.kind.setCurrentIndex(2)
    letters.kind.activated.emit(2)
    letters.text.setPlainText("# 信\n{姓名}：您好\n- {条款}")
    letters.kind.setCurrentIndex(0)
    letters.kind.activated.emit(0)  # going on keeps the text
    assert campaign.workspace.letters.text("cover", "zh") == "# 信\n{姓名}：您好\n- {条款}\n"
    letters.text.setPlainText("{卡号}")
    assert not page.leave() and letters.changed
    letters.kind.setCurrentIndex(2)
    letters.kind.activated.emit(2)
    assert letters.chosen == ("invitation", "zh")  # what can't be kept is not left
    letters.own.click()
    assert "邀请函" in letters.text.toPlainText() and not letters.changed
    letters.kind.setCurrentIndex(2)
    letters.kind.activated.emit(2)
    proposed: list[str] = []
    with monkeypatch.context() as patched:
        patched.setattr(campaign.desk, "save_as", lambda parent, name, *_: proposed.append(name))
        letters.docx.click()
    assert proposed == ["Cover letter of the package-中文.docx"]
    for name in ("a.docx", "a.pdf"):
        letters.write_letters(tmp_path / name)
        campaign.settle()
        assert str(tmp_path) in campaign.window.notes.notes[-1].whole
    document = zipfile.ZipFile(tmp_path / "a.docx").read("word/document.xml").decode()
    assert (
        "王晓明：您好" in document
        and "李静：您好" in document
        and document.count("<w:pageBreakBefore/>") == 1
    )
    letters.fee.setText("1500")
    for name in ("fees.xlsx", "fees.pdf"):
        letters.write_fees(tmp_path / name)
        campaign.settle()
    sheet = openpyxl.load_workbook(tmp_path / "fees.xlsx").active
    assert [sheet.cell(row, 2).value for row in (7, 8)] == ["王晓明", "李静"] and sheet.cell(
        7, 4
    ).value == 1500
    text = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "fees.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    assert "李静" in text and "3,000" in text


def test_a_shortlist_ballot_and_every_later_stage_show_what_can_still_be_done(
    experts: Callable[[str], tuple[OpenCampaign, ExpertsPage]],
) -> None:
    _, page = experts("closed")
    page.show_view("round")
    assert not page.round.cards.isVisible() and page.round.fixed.isVisible()
    assert not page.round.anew.isVisible()


def test_another_round_takes_the_place_of_a_drafted_one_only_when_asked(
    experts: Callable[[str], tuple[OpenCampaign, ExpertsPage]],
) -> None:
    campaign, page = experts("carded")
    before = campaign.workspace.rounds.current().number
    page.show_view("round")
    page.round.anew.click()
    assert page.round.setting_up and page.primary.text() == "Set the round up…"
    page.primary.click()
    question = campaign.frame.foot.question
    assert question.isVisible() and campaign.workspace.rounds.current().number == before
    QTest.keyClick(question, Qt.Key.Key_Escape)
    assert campaign.workspace.rounds.current().number == before
    page.round.setup.make()
    assert campaign.workspace.rounds.current().number == before + 1 and not page.round.setting_up
    assert page.counts.figures["issued"].text() == "0"


def test_the_keyboard_reaches_everything_and_everything_has_a_name(
    experts: Callable[[str], tuple[OpenCampaign, ExpertsPage]],
) -> None:
    _, page = experts("carded")
    QApplication.clipboard().setText(CELLS)
    page.roster.paste()
    for name, view in page.views.items():
        page.show_view(name)
        wanted = {
            widget
            for widget in view.findChildren(QWidget)
            if isinstance(widget, QAbstractButton | QLineEdit | QComboBox | QPlainTextEdit | QTableView)
            and widget.isVisible()
            and widget.isEnabled()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        }
        assert wanted
        for widget in wanted:
            named = widget.text() if isinstance(widget, QAbstractButton) else widget.accessibleName()
            assert named, widget
        page.tabs[name].setFocus()
        reached: set[QWidget] = set()
        for _ in range(60):
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            reached.add(QApplication.focusWidget())
        assert wanted <= reached, wanted - reached


def test_what_a_printing_left_that_was_cut_off_is_cleared_up_and_told(
    experts: Callable[[str], tuple[OpenCampaign, ExpertsPage]], tmp_path: Path
) -> None:
    campaign, _ = experts("shortlisted")
    printing = card_traces.begin(campaign.workspace, tmp_path / "cards.pdf", tmp_path / "files", True)
    card_traces.write_private(Path(printing.draft), b"secrets")
    tell_of_printing(campaign.desk)
    assert any("stopped while cards were being printed (cards.pdf)" in note for note in campaign.notes)
    assert list(tmp_path.glob(".*")) == []
