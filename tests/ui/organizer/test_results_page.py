"""The results page on the sample campaign: every figure down to its sheets, and the way to the final result."""

from __future__ import annotations

import csv
import dataclasses
import datetime
import io
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import TypeVar

import msgspec
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from review_app.model.box.states import State
from review_app.model.rubric import load_rubric, load_rule
from review_app.model.workspace.standing import CaseLine, Method, Standing, look
from review_app.ui import theme
from review_app.ui.organizer.experts.words import publishing_words
from review_app.ui.organizer.results.case import CaseView
from review_app.ui.organizer.results.commending import CommendingView
from review_app.ui.organizer.results.disclosure import hidden_words, public_words
from review_app.ui.organizer.results.dots import Axis, Dots, paint_strip
from review_app.ui.organizer.results.making import VIEWS
from review_app.ui.organizer.results.notice import NoticeView
from review_app.ui.organizer.results.page import ResultsPage
from review_app.ui.organizer.results.papers import PapersView
from review_app.ui.organizer.results.ranking import SHARE, STRIP, RankingTable, RankingView
from review_app.ui.organizer.results.remarks import RemarksView
from review_app.ui.organizer.results.sheets import SheetsView
from review_app.ui.organizer.results.sure import SureView
from review_app.ui.organizer.results.view import View
from review_app.ui.organizer.results.words import method_meaning, points_text, share_text, what_if_words
from review_app.ui.window import MainWindow
from tests.campaigns import SampleCampaign, score_round
from tests.model.publish.test_commendation import filled
from tests.screens.clipped import nameless, settle_layouts
from tests.ui.organizer.conftest import OpenCampaign

Opened = Callable[[str], OpenCampaign]
V = TypeVar("V", bound=View)
TODAY = datetime.date.today()


@pytest.fixture
def scored(
    campaign_at: Callable[[str], SampleCampaign], open_window: Callable[..., MainWindow], qtbot: QtBot
) -> Callable[..., OpenCampaign]:
    """A round with a rule of its own, scored on a few sheets, in an open window."""

    def opening(sheets: int, **rule: object) -> OpenCampaign:
        campaign = campaign_at("shortlisted")
        with campaign.open() as workspace:
            score_round(campaign, workspace, sheets, **rule)
        window = open_window()
        window.campaigns.open(campaign.folder)
        qtbot.waitUntil(lambda: window.organizer is not None, timeout=30_000)
        return OpenCampaign(window, campaign, qtbot)

    return opening


def results(campaign: OpenCampaign) -> ResultsPage:
    page = campaign.page("results")
    campaign.settle()
    assert isinstance(page, ResultsPage)
    return page


def part(page: ResultsPage, name: str, kind: type[V]) -> V:
    page.show_view(name)
    view = page.views[name]
    assert isinstance(view, kind) and view.isVisible()
    return view


def standing_of(page: ResultsPage) -> Standing:
    """What the page shows now."""
    assert page.standing is not None
    return page.standing


def yes(campaign: OpenCampaign) -> None:
    """Answers the question at the foot, and waits for what follows."""
    question = campaign.frame.foot.question
    assert question.isVisible()
    question.yes.click()
    campaign.settle()


def words_in(widget: QWidget) -> str:
    QApplication.processEvents()  # new lines are no part of a page before
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


def test_before_the_box_is_open_it_says_where_to_go(opened: Opened) -> None:
    campaign = opened("boxed")
    page = results(campaign)
    assert page.waiting.isVisible() and page.first_focus() is page.waiting.to_box
    assert not page.primary.isVisible() and not page.tabs["ranking"].isVisible()
    assert campaign.frame.buttons["results"].count == ""
    text = words_in(page.waiting)
    rule = campaign.workspace.rounds.current().rule
    assert page.waiting.ahead.isVisible() and "of the result nothing before the box is opened" in text
    assert all(each in text for each in publishing_words(rule))
    page.waiting.to_box.click()
    assert campaign.frame.station == "box"


def test_too_few_sheets_show_their_counts_and_nothing_else(scored: Callable[..., OpenCampaign]) -> None:
    campaign = scored(2, minimum_accepted=3)
    page = results(campaign)
    assert page.waiting.isVisible() and page.standing is None
    assert "2 sheet" in page.waiting.heading.text() and "3" in page.waiting.words.text()
    assert list(page.waiting.counts.names) == [State.ACCEPTED]


def test_every_line_says_what_was_counted(opened: Opened) -> None:
    campaign = opened("opened")
    page = results(campaign)
    standing = look(campaign.workspace, campaign.workspace.rounds.current())
    assert page.standing == standing
    assert page.head_words is not None
    assert "Sample · synthetic scores" in page.head_words.text() and "12" in page.head_words.text()
    view = part(page, "ranking", RankingView)
    table = view.table
    assert [line.case.id for line in table.shown] == [line.case.id for line in standing.cases]
    rows = table.as_rows()[1:]
    for cells, line in zip(rows, standing.cases, strict=True):
        assert cells[0] == str(line.ranked.rank) and cells[1] == line.case.title
        assert cells[2] == points_text(line.ranked.score)
        assert (
            f"{len(line.totals)} sheet" in cells[STRIP] and f"{len(line.left_out)} left out" in cells[STRIP]
        )
        assert cells[SHARE] == share_text(line.share)
    told = [words_of(line, table, view) for line in standing.cases[:4]]
    assert "same score as rank 2; ahead by the mean of Effectiveness" in told[0] and "rank 3" in told[1]
    assert told[2:] == ["", ""], "the third of three is told of by the second"
    assert table.cut_row == len(standing.winners) - 1
    table.horizontalHeader().sectionClicked.emit(STRIP)
    assert table.cut_row is None  # a line between rows in another order would say nothing


def words_of(line: CaseLine, table: RankingTable, view: RankingView) -> str:
    """What is said below the ranking of a case among its equals."""
    table.selectRow(table.shown.index(line))
    return view.tie.text() if view.tie.isVisible() else ""


def test_no_difference_has_no_sign() -> None:
    half = Fraction(1, 2)
    assert [points_text(each, signed=True) for each in (half, -half, Fraction(0))] == ["+0.50", "−0.50", "0"]
    assert points_text(Fraction(0)) == "0.00"


@pytest.mark.parametrize(
    ("share", "words"), [(0.0, "0%"), (1.0, "100%"), (0.9995, ">99%"), (0.0005, "<1%"), (0.766, "77%")]
)
def test_a_share_is_all_or_none_only_where_it_is(share: float, words: str) -> None:
    assert share_text(share) == words


def test_left_out_totals_are_hollow_and_the_score_is_a_tick(opened: Opened) -> None:
    page = results(opened("opened"))
    assert page.standing is not None
    axis = Axis.over(page.standing.cases)
    line = next(
        each
        for each in page.standing.cases
        if any(list(each.totals.values()).count(each.totals[receipt]) == 1 for receipt in each.left_out)
    )
    area = QRectF(0, 0, 900, 30)
    image = QImage(1800, 60, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(2)
    colours = theme.current()
    image.fill(QColor(colours.window))
    painter = QPainter(image)
    paint_strip(painter, area, Dots.of(line), axis)
    painter.end()

    def at(value: Fraction, below: int = 0) -> str:
        return image.pixelColor(round(2 * axis.x(value, area)), 30 + below).name()

    alone = [
        receipt for receipt in line.left_out if list(line.totals.values()).count(line.totals[receipt]) == 1
    ]
    assert all(at(line.totals[receipt]) == colours.window for receipt in alone)
    assert line.ranked.score is not None
    assert at(line.ranked.score, 14) == (colours.ink if line.wins else colours.secondary)
    counted = set(line.totals.values()) - {line.totals[receipt] for receipt in line.left_out}
    assert all(at(value) not in (colours.window, colours.line) for value in counted)


def test_a_figure_opens_down_to_its_sheets_by_the_keyboard(opened: Opened) -> None:
    campaign = opened("opened")
    page = results(campaign)
    standing = page.standing
    assert standing is not None
    table = part(page, "ranking", RankingView).table
    campaign.frame.focus_first()
    assert campaign.window.focusWidget() is table
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    case = page.case
    assert case is not None and case.isVisible() and campaign.window.focusWidget() is case.sheets
    line = standing.cases[1]
    assert case.title.text() == line.case.title
    rows = case.sheets.as_rows()[1:]
    by_receipt = {cells[0]: cells for cells in rows}
    assert set(by_receipt) == {sheet.receipt for sheet in standing.sheets}
    kept = []
    for sheet in standing.sheets:
        cells = by_receipt[sheet.receipt]
        if sheet.receipt in line.totals:
            assert [int(text) for text in cells[1:6]] == list(sheet.scores[line.case.id])
            assert cells[6] == str(line.totals[sheet.receipt])
            assert (cells[-1] == "left out") == (sheet.receipt in line.left_out)
            kept += [] if cells[-1] else [Fraction(cells[6])]
        else:
            assert cells[1:7] == ["–"] * 6 and cells[-1] in ("recused", "abstained")
    assert points_text(sum(kept, Fraction(0)) / len(kept)) == points_text(line.ranked.score)
    receipt = case.sheets.current().sheet.receipt
    QTest.keyClick(case.sheets, Qt.Key.Key_Return)
    sheets = page.views["sheets"]
    assert isinstance(sheets, SheetsView) and sheets.title.text() == receipt
    assert campaign.window.focusWidget() is sheets.rows
    shown = {
        line.case.title: cells for line, cells in zip(standing.cases, sheets.rows.as_rows()[1:], strict=True)
    }
    assert shown[line.case.title][2:7] == by_receipt[receipt][1:6]
    sheets.back.click()
    assert campaign.window.focusWidget() is sheets.table
    assert sheets.table.current().outcome.receipt == receipt
    page.show_case(line.case.id)
    case.back.click()
    assert page.view == "ranking" and table.current() is line and campaign.window.focusWidget() is table


@pytest.mark.parametrize(
    ("method", "guide", "beside"),
    [
        ("mean", "The ranking goes by this mean.", ""),
        ("trimmed-mean", "leaves the highest and the lowest out", "those included that the score leaves out"),
        ("median", "goes by the median", "the score is counted otherwise"),
    ],
)
def test_means_that_the_ranking_does_not_go_by_say_so(
    method: Method, guide: str, beside: str, scored: Callable[..., OpenCampaign]
) -> None:
    rule = {"method": method} if method == "trimmed-mean" else {"method": method, "drop": 0}
    page = results(scored(5, **rule))
    assert guide in words_in(page.panel) and ("guide only" in words_in(page.panel)) is (method != "mean")
    page.panel.wanted.emit("agreement")
    sure = page.views["sure"]
    assert isinstance(sure, SureView) and guide in sure.meanings["icc_2_k"].text()
    line = next(each for each in standing_of(page).cases if each.totals)
    page.show_case(line.case.id)
    assert page.case is not None and page.case.means_of.isVisible() is bool(beside)
    assert beside in page.case.means_of.text()
    assert not beside or f"all {len(line.totals)} sheet" in page.case.means_of.text()


def test_two_cases_stand_side_by_side(opened: Opened) -> None:
    page = results(opened("opened"))
    assert page.standing is not None
    first, second = page.standing.cases[:2]
    view = part(page, "ranking", RankingView)
    view.table.selectRow(0)
    view.compare.click()
    case = page.case
    assert isinstance(case, CaseView) and case.other.currentData() == second.case.id
    assert case.second.isVisible() and case.second_title.text() == second.case.title
    for cells in case.sheets.as_rows()[1:]:
        mine, theirs = first.totals.get(cells[0]), second.totals.get(cells[0])
        both = mine is not None and theirs is not None
        assert cells[8] == (points_text(mine - theirs, signed=True) if both else "–")  # type: ignore[operator]
    assert case.sheets.isColumnHidden(1) and not case.sheets.isColumnHidden(8)
    case.after.click()
    assert case.line is second and not case.second.isVisible()


def test_how_sure_is_said_in_words_and_figures(opened: Opened) -> None:
    page = results(opened("opened"))
    standing = page.standing
    assert standing is not None and standing.line is not None
    said = words_in(page.panel)
    assert points_text(standing.line.difference) in said
    assert standing.case(standing.line.first.case_id).case.title in said
    own = [line.case.id for line in standing.cases if line.ranked.rank == 1]
    for found in standing.what_ifs:
        first = [line.case_id for line in found.ranking if line.rank == 1]
        words = what_if_words(found, standing)
        assert words in said and ("First place: " in words) is (first != own)
        assert all(standing.case(each).case.title in words for each in first if first != own)
    complete = next(line.sheets for line in standing.agreement if line.what == "total")
    assert f"W and ICC rest on the {complete} sheet" in said and f"of {len(standing.sheets)};" in said
    assert "drawn from them at random" in said
    view = part(page, "sure", SureView)
    assert all(method_meaning(found.method) in words_in(view) for found in standing.what_ifs)
    assert view.rule_table is not None
    heads, *rows = view.rule_table.as_rows()
    assert len(heads) == 2 + len(standing.what_ifs)
    for place, found in enumerate(standing.what_ifs, start=2):
        ranks = {line.case_id: line.rank for line in found.ranking}
        assert [cells[place] for cells in rows] == [str(ranks[line.case.id]) for line in standing.cases]
    page.panel.wanted.emit("agreement")
    assert view.agreement.isVisible() and len(view.agreement.shown) == 6
    page.panel.wanted.emit("sheets")
    assert view.without.isVisible() and view.without.records == standing.without


def test_comments_stand_apart_from_scores_and_receipts(opened: Opened) -> None:
    page = results(opened("opened"))
    assert page.standing is not None
    view = part(page, "remarks", RemarksView)
    said: list[str] = []
    for row, found in enumerate(view.cases.shown):
        view.cases.selectRow(row)
        texts = view.text.toPlainText().split("\n\n")
        assert texts == found.texts == sorted(texts)
        said += texts
    assert len(said) == len(page.standing.remarks)
    assert not any(sheet.receipt in "\n".join(said) for sheet in page.standing.sheets)


def test_from_the_count_to_the_final_result(opened: Opened) -> None:
    campaign = opened("opened")
    page = results(campaign)
    round_ = campaign.workspace.rounds.current()
    publication = campaign.workspace.publication
    page.primary.click()
    notice = page.views["notice"]
    assert isinstance(notice, NoticeView) and notice.isVisible() and not page.primary.isVisible()
    confirm = notice.confirm
    assert campaign.window.focusWidget() is confirm.until
    assert "All cases with title, rank and score." in words_in(confirm.public)
    assert "nobody knows" in words_in(confirm.hidden)
    confirm.until.setText("2020-01-01")
    assert not confirm.confirm.isEnabled() and confirm.trouble.text()
    confirm.until.setText("no day")
    assert not confirm.confirm.isEnabled()
    today = datetime.date.today()
    until = today + datetime.timedelta(days=5)
    confirm.until.setText(f"{until.year}年{until.month}月{until.day}日")
    assert confirm.confirm.isEnabled()
    confirm.confirm.click()
    assert round_.state == "opened"  # asked first
    yes(campaign)
    assert publication.notice(round_).until == until
    assert campaign.frame.buttons["results"].count == "proposed"
    assert not confirm.isVisible() and notice.objections.isVisible()
    assert "6 day" in notice.state.text() and notice.publish.isVisible()
    assert campaign.window.focusWidget() is notice.publish.announcement

    objections = notice.objections
    objections.new.click()
    form = objections.form
    assert campaign.window.focusWidget() is form.by and not form.keep.isEnabled()
    said = words_in(form)
    for field in (form.day, form.by, form.about, form.text):
        assert field.accessibleName() in said  # what a filled field is for is still read
    form.by.setText("某读者")
    form.text.setPlainText("数字与公报不符。")
    form.about.setCurrentIndex(2)
    form.keep.click()
    (taken,) = publication.objections(round_)
    assert taken.by == "某读者" and taken.about == form.about.itemData(2)
    assert not form.isVisible() and "数字与公报不符。" in words_in(objections)
    assert not notice.finish.act.isEnabled()  # it waits for its answer
    assert not notice.finish.early.isVisible() and "is asked for after that" in notice.finish.words.text()
    assert "takes a reason. The" not in notice.finish.words.text()  # no reason where there is no field for it

    objections.answers[1].click()  # type: ignore[attr-defined]
    answer = objections.answer
    assert campaign.window.focusWidget() is answer.outcome and not objections.new.isVisible()
    answer.text.setPlainText("核对后确有出入，移出该案例。")
    assert not answer.keep.isEnabled()  # nothing is decided beforehand
    answer.outcome.setCurrentIndex(answer.outcome.findData("upheld"))
    answer.text.setPlainText("核对后确有出入，移出该案例。")
    answer.keep.click()
    QApplication.processEvents()
    assert campaign.window.focusWidget() is objections.answers[1] and objections.new.isVisible()
    assert publication.objections(round_)[0].outcome == "upheld"
    campaign.desk.undo()
    assert publication.objections(round_)[0].open and "not answered" in words_in(objections)
    campaign.desk.redo()

    assert page.standing is not None
    before = page.standing.winners
    aside = notice.aside
    aside.new.click()
    assert aside.form.case.case == "" and not aside.new.isVisible()
    aside.form.reason.setText("申报数字不实")
    assert not aside.form.keep.isEnabled()
    aside.form.reason.clear()
    aside.form.case.setCurrentIndex(aside.form.case.findData(before[0]))
    assert not aside.form.keep.isEnabled()
    aside.form.reason.setText("申报数字不实")
    aside.form.keep.click()
    yes(campaign)
    assert before[0] not in page.standing.winners and len(page.standing.winners) == len(before)
    ranking = part(page, "ranking", RankingView)
    assert before[0] not in [line.case.id for line in ranking.table.shown] and ranking.out.isVisible()
    page.show_view("notice")
    aside.backs[before[0]].click()  # type: ignore[attr-defined]
    campaign.settle()
    assert page.standing.winners == before and campaign.window.focusWidget() is aside.new

    finish = notice.finish
    assert finish.early.isVisible() and not finish.act.isEnabled()
    assert "takes a reason" in finish.words.text()
    finish.early.setText("样例，不等公示期满")
    finish.act.click()
    asked = campaign.frame.foot.question.lost.text()
    assert "word for word as the reason: 样例，不等公示期满" in asked
    yes(campaign)
    assert publication.notice(round_).status == "final"
    assert campaign.frame.buttons["results"].count == "final"
    for part_ in (objections.new, aside.new, finish):
        assert not part_.isVisible()
    assert "before its last day" in notice.early.text() and "样例，不等公示期满" in notice.early.text()
    assert campaign.window.focusWidget() is notice.publish.archive
    notice.publish.announcement.click()
    assert page.view == "papers"
    assert campaign.window.focusWidget() is part(page, "papers", PapersView).acts["announcement"]
    page.show_view("notice")
    notice.publish.archive.click()
    assert campaign.frame.station == "archive"


def test_a_result_without_a_notice_becomes_final_for_a_reason(opened: Opened) -> None:
    campaign = opened("opened")
    page = results(campaign)
    notice = part(page, "notice", NoticeView)
    confirm, finish = notice.confirm, notice.finish
    page.show_view("notice")
    confirm.none.setChecked(True)
    confirm.confirm.click()
    yes(campaign)
    round_ = campaign.workspace.rounds.current()
    assert campaign.workspace.publication.notice(round_).until is None
    assert "There was no notice" in finish.words.text()
    assert finish.early.isVisible() and finish.early.accessibleName() == "Why there was no notice"
    assert not finish.act.isEnabled()
    finish.early.setText("  ")
    assert not finish.act.isEnabled()
    finish.early.setText("样例不公示")
    finish.act.click()
    yes(campaign)
    assert campaign.workspace.publication.notice(round_).status == "final"
    assert campaign.workspace.log.lines()[-1].details["early"] == "样例不公示"


def test_who_sets_a_case_aside_is_told_that_the_reason_is_published(opened: Opened) -> None:
    campaign = opened("opened")
    campaign.workspace.counting.confirm(campaign.workspace.rounds.current(), TODAY, TODAY)
    page = results(campaign)
    form = part(page, "notice", NoticeView).aside.form
    page.show_view("notice")
    form.ask()
    assert form.warning.isVisible() and "who objected" in form.warning.text()
    assert "doesn't win" not in form.warning.text()
    secret = msgspec.structs.replace(page.standing.rule, publication="winners-scored")
    terms = msgspec.structs.replace(page.standing.terms, rule=secret)
    form.show_standing(dataclasses.replace(page.standing, terms=terms))
    assert "doesn't win" in form.warning.text()


def test_a_form_that_came_is_seen_down_to_its_acts(opened: Opened) -> None:
    campaign = opened("opened")
    campaign.workspace.counting.confirm(campaign.workspace.rounds.current(), TODAY, TODAY)
    page = results(campaign)
    notice = part(page, "notice", NoticeView)
    campaign.window.resize(1093, 614)
    settle_layouts()
    notice.aside.new.click()
    settle_layouts()
    form, seen = notice.aside.form, notice.area.viewport()
    place = form.mapTo(seen, form.rect().bottomLeft()).y()
    assert 0 < place <= seen.height() and campaign.window.focusWidget() is form.case


@pytest.mark.parametrize("width", [1000, 1093, 1160, 1280, 1500, 1920])
def test_lines_of_the_ranking_reach_to_its_edge_and_no_further(width: int, opened: Opened) -> None:
    campaign = opened("opened")
    page = results(campaign)
    campaign.window.resize(width, 614)
    table = part(page, "ranking", RankingView).table
    settle_layouts()
    assert table.horizontalHeader().length() == table.viewport().width()


def test_a_receipt_is_never_cut_off(opened: Opened) -> None:
    campaign = opened("opened")
    page = results(campaign)
    campaign.window.resize(1093, 614)
    page.show_case(standing_of(page).cases[0].case.id)
    assert page.case is not None
    settle_layouts()
    sheets = page.case.sheets
    assert sheets.columnWidth(0) >= sheets.sizeHintForColumn(0)


def test_esc_leaves_a_form_and_gives_the_focus_back(opened: Opened) -> None:
    campaign = opened("opened")
    campaign.workspace.counting.confirm(campaign.workspace.rounds.current(), TODAY, TODAY)
    page = results(campaign)
    notice = part(page, "notice", NoticeView)
    notice.objections.new.setFocus()
    notice.objections.new.click()
    form = notice.objections.form
    assert form.isVisible()
    QTest.keyClick(form.by, Qt.Key.Key_Escape)
    assert not form.isVisible() and campaign.window.focusWidget() is notice.objections.new


def test_nothing_is_confirmed_before_the_public_draw(scored: Callable[..., OpenCampaign]) -> None:
    campaign = scored(4, last_tie="lot", seed_draw="体育彩票第 26136 期")
    page = results(campaign)
    assert standing_of(page).seed is None
    ranking = part(page, "ranking", RankingView)
    assert {cells[SHARE] for cells in ranking.table.as_rows()[1:]} == {"–"}
    assert ranking.out.isVisible() and "public draw is awaited" in ranking.out.text()
    notice = part(page, "notice", NoticeView)
    assert notice.draw.isVisible() and notice.first_focus() is notice.draw.text
    assert not notice.confirm.confirm.isEnabled() and "draw" in notice.confirm.trouble.text()
    notice.draw.text.setText("07 11 15 20 29")
    notice.draw.text.setFocus()
    notice.draw.enter.click()
    yes(campaign)
    QApplication.processEvents()
    assert (
        campaign.window.focusWidget() is notice.confirm.until
    )  # what follows, and nothing to be overwritten
    assert not notice.confirm.until.hasSelectedText()
    assert standing_of(page).draw == "07 11 15 20 29" and standing_of(page).seed is not None
    assert not notice.draw.isVisible() and notice.confirm.confirm.isEnabled()
    assert "–" not in {cells[SHARE] for cells in ranking.table.as_rows()[1:]}


def test_words_of_commendation_are_kept_on_leaving_and_need_an_author(opened: Opened) -> None:
    campaign = opened("opened")
    page = results(campaign)
    view = part(page, "commending", CommendingView)
    round_ = campaign.workspace.rounds.current()
    first, second = (found.line.case.id for found in view.winners.shown[:2])
    view.text.setPlainText("以一条诉求的办理时长，度量一座城市的回应能力。")
    page.tabs["ranking"].click()
    assert view.isVisible() and page.tabs["commending"].isChecked()
    assert any("need an author" in note for note in campaign.notes)
    view.author.setText("张静远")
    view.post.setText("教授")
    view.winners.selectRow(1)
    kept = campaign.workspace.commendations.all(round_)
    assert (
        kept[first].author == "张静远"
        and kept[first].post == "教授"
        and kept[first].text.startswith("以一条")
    )
    assert view.case == second and not view.author.text() and not view.text.toPlainText()
    view.winners.selectRow(0)
    assert view.author.text() == "张静远" and not view.keep.isEnabled()
    view.text.setPlainText("回应以小时计。")
    view.keep.setFocus()
    QTest.keyClick(view.keep, Qt.Key.Key_Space)
    assert campaign.workspace.commendations.all(round_)[first].text == "回应以小时计。"
    assert campaign.window.focusWidget() is view.text and not view.text.textCursor().hasSelection()
    assert not view.asking.until.hasSelectedText()
    view.remove.click()
    assert campaign.workspace.commendations.all(round_) == {} and not view.author.text()


def test_letters_are_written_and_forms_read_back(opened: Opened, saving: Path, tmp_path: Path) -> None:
    campaign = opened("opened")
    page = results(campaign)
    view = part(page, "commending", CommendingView)
    winner = view.winners.shown[0].line.case.id
    view.asking.one.click()
    campaign.settle()
    assert sorted(file.name for file in saving.iterdir()) == [f"{winner}-form.docx", f"{winner}-letter.docx"]
    back = tmp_path / "回复.docx"
    form = (saving / f"{winner}-form.docx").read_bytes()
    back.write_bytes(filled(form, row4="办到哪一步都看得见。", row5="孙丽", row6="示例大学", row7="院长"))
    assert campaign.frame.take_files([back])
    campaign.settle()
    assert view.author.text() == "孙丽" and view.text.toPlainText() == "办到哪一步都看得见。"
    view.asking.all.click()
    campaign.settle()
    others = len(view.winners.shown) - 1
    assert len(list(saving.iterdir())) == 2 + 2 * others


def test_papers_are_written_for_both_readers(opened: Opened, saving: Path) -> None:
    campaign = opened("opened")
    page = results(campaign)
    view = part(page, "papers", PapersView)
    for name, begins in {
        "report": b"%PDF",
        "public-report": b"%PDF",
        "tables": b"PK",
        "public-tables": b"PK",
        "announcement": b"PK",
    }.items():
        campaign.window.notes.clear()
        view.acts[name].setFocus()
        view.acts[name].click()
        campaign.settle()
        assert campaign.window.focusWidget() is view.acts[name]
        file = saving / view.acts[name].toolTip()
        assert file.read_bytes().startswith(begins)
        (note,) = campaign.window.notes.notes
        assert note.action is not None and note.action.text() == "Show in folder"
    view.acts["ranking"].click()
    view.contact.setText("某市某路 1 号")
    campaign.settle()
    view.acts["announcement-text"].click()
    campaign.settle()
    assert page.standing is not None
    rows = list(csv.reader(io.StringIO((saving / "ranking.csv").read_text("utf-8-sig"))))
    assert any(page.standing.cases[0].case.title in cells for cells in rows)
    assert "某市某路 1 号" in (saving / "announcement.md").read_text("utf-8")
    assert view.acts["public-report"].toolTip() == "report-public.pdf"
    written = [
        line.details["paper"] for line in campaign.workspace.log.lines() if line.act == "paper-written"
    ]
    assert written == [
        "report",
        "report-public",
        "tables",
        "tables-public",
        "announcement",
        "ranking",
        "announcement",
    ]


def test_where_objections_go_stays_with_the_campaign(
    opened: Opened, open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    campaign = opened("opened")
    view = part(results(campaign), "papers", PapersView)
    view.contact.setFocus()
    view.contact.setText("某市某路 1 号")
    QTest.keyClick(view.contact, Qt.Key.Key_Return)
    assert campaign.workspace.settings.objections_to == "某市某路 1 号"
    campaign.desk.undo()
    assert view.contact.text() == "" and not campaign.workspace.settings.objections_to
    view.contact.setText(" 另一处 ")
    campaign.page("overview")
    assert campaign.workspace.settings.objections_to == "另一处"
    campaign.window.close()
    window = open_window()
    window.campaigns.open(campaign.campaign.folder)
    qtbot.waitUntil(lambda: window.organizer is not None, timeout=30_000)
    again = OpenCampaign(window, campaign.campaign, qtbot)
    assert part(results(again), "papers", PapersView).contact.text() == "另一处"


def test_the_acts_say_what_file_they_write(opened: Opened) -> None:
    view = part(results(opened("opened")), "papers", PapersView)
    kinds = {"pdf": "PDF", "xlsx": "Excel", "csv": "CSV", "docx": "Word", "md": "text"}
    for act in view.acts.values():
        assert kinds[act.toolTip().rpartition(".")[2]] in act.text()


def test_a_count_that_is_stopped_can_be_begun_again(opened: Opened) -> None:
    campaign = opened("opened")
    page = campaign.page("results")
    assert isinstance(page, ResultsPage)
    campaign.desk.cancel()
    campaign.settle()
    QTest.qWait(50)
    assert page.standing is None
    assert page.waiting.count.isVisible() and page.first_focus() is page.waiting.count
    page.waiting.count.click()
    campaign.settle()
    assert standing_of(page).cases and page.views["ranking"].isVisible()


def test_coming_back_counts_nothing_anew(opened: Opened) -> None:
    campaign = opened("opened")
    page = results(campaign)
    before = page.standing
    assert before is not None
    campaign.page("overview")
    campaign.page("results")
    assert not campaign.desk.busy and page.standing is not None
    assert page.standing.cases is before.cases


def test_every_control_has_a_name_and_views_are_reached_by_keys(opened: Opened) -> None:
    campaign = opened("opened")
    page = results(campaign)
    for name in VIEWS:
        page.tabs[name].setFocus()
        QTest.keyClick(page.tabs[name], Qt.Key.Key_Space)
        assert page.view == name and page.views[name].isVisible()
        assert nameless(page) == []
        focus = page.first_focus()
        assert focus is not None and focus.isVisible() and focus.focusPolicy() != Qt.FocusPolicy.NoFocus
    buttons = [each for each in page.findChildren(QPushButton) if not (each.text() or each.accessibleName())]
    assert buttons == []


def test_cases_with_too_few_scores_have_no_rank_and_every_view_opens(
    scored: Callable[..., OpenCampaign],
) -> None:
    page = results(scored(4, minimum_scores=5))
    table = part(page, "ranking", RankingView).table
    assert all(cells[0] == "–" and cells[2] == "–" and cells[4] == "no rank" for cells in table.as_rows()[1:])
    assert table.cut_row is None and "no cut line" in words_in(page.panel)
    for name in VIEWS:
        page.show_view(name)
        assert page.views[name].isVisible()
    page.show_case(standing_of(page).cases[0].case.id, standing_of(page).cases[1].case.id)
    assert page.case is not None and "at least 5 are needed" in page.case.about.text()


@pytest.mark.parametrize(
    ("level", "sealed", "public", "hidden"),
    [
        ("full", False, "All anonymous sheets", "nobody knows"),
        ("full", True, "All cases with title", "sealed to 1 auditor"),
        ("winners-scored", False, "Ranks and scores of the other cases", "The names of the other cases."),
        ("winners-scored", True, "The winners with rank and score.", "The other cases altogether."),
        ("winners", True, "without order and without scores", "Ranks and scores"),
    ],
)
def test_what_will_be_public_follows_the_terms(level: str, sealed: bool, public: str, hidden: str) -> None:
    rule = msgspec.structs.replace(
        load_rule(None, load_rubric()), publication=level, auditors=["age1auditor"] if sealed else []
    )
    shown, kept = "\n".join(public_words(rule)), "\n".join(hidden_words(rule))
    assert public in shown and hidden in kept
    assert ("All anonymous sheets" in shown) is not sealed
    assert ("a name that stands in one" in shown) is (level == "winners-scored" and not sealed)
    assert ("with the reason word for word" in shown) is (level != "full")
    assert ("sealed to" in kept) is sealed


def test_who_only_looks_can_change_nothing(
    campaign_at: Callable[[str], SampleCampaign], open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    campaign = campaign_at("opened")
    window = open_window()
    window.campaigns.open(campaign.folder, read_only=True)
    qtbot.waitUntil(lambda: window.organizer is not None, timeout=30_000)
    looking = OpenCampaign(window, campaign, qtbot)
    page = results(looking)
    assert looking.desk.read_only and not page.primary.isVisible()
    notice = part(page, "notice", NoticeView)
    assert not notice.confirm.confirm.isEnabled()
    words = part(page, "commending", CommendingView)
    assert not words.author.isEnabled() and not words.keep.isEnabled()
    assert part(page, "papers", PapersView).acts["report"].isEnabled()


def test_without_a_notice_the_end_takes_a_reason(opened: Opened) -> None:
    campaign = opened("opened")
    page = results(campaign)
    notice = part(page, "notice", NoticeView)
    notice.confirm.none.setChecked(True)
    assert not notice.confirm.until.isEnabled()
    notice.confirm.confirm.click()
    yes(campaign)
    finish = notice.finish
    assert finish.early.isVisible() and finish.early.accessibleName() == "Why there was no notice"
    assert not finish.act.isEnabled()
    finish.early.setText("样例")
    finish.act.click()
    yes(campaign)
    assert standing_of(page).notice.status == "final"
