"""The results of a box with most of the sample's sheets in it: every view, and each state up to the final result."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from review_app.model.workspace import Workspace
from review_app.model.workspace.commendations import Words
from review_app.ui.organizer.results.making import VIEWS
from review_app.ui.organizer.results.page import ResultsPage

if TYPE_CHECKING:
    from tests.screens.organizer import OrganizerWalk


def pose_results(walk: OrganizerWalk) -> None:
    """Every view of the counted result; a notice with objections; the final result."""
    walk.open("counted")
    walk.window.notes.clear()
    page = walk.station("results")
    assert isinstance(page, ResultsPage)
    walk.settle(0.2, lambda: page.standing)
    assert page.standing is not None
    first, second = page.standing.cases[0].case.id, page.standing.cases[11].case.id
    for view in VIEWS:
        with walk.page(f"desk-results-{view}", 0.2):
            page.show_view(view)
    for part in ("sheets", "agreement"):
        with walk.page(f"desk-results-sure-{part}", 0.2):
            page.panel.wanted.emit(part)
    with walk.page("desk-results-case", 0.2):
        page.show_case(first)
    with walk.page("desk-results-compared", 0.2):
        page.show_case(first, second)
    with walk.page("desk-results-sheet", 0.2):
        page.show_sheet(page.standing.sheets[0].receipt)
    walk.frame.desk.act(_notice, "box")
    with walk.page("desk-results-objections", 0.2):
        walk.settle(0.1, lambda: page.standing and len(page.standing.objections) == 2)
        page.show_view("notice")
    with walk.page("desk-results-answering", 0.2):
        from review_app.ui.organizer.results.notice import NoticeView

        notice = page.views["notice"]
        assert isinstance(notice, NoticeView)
        notice.aside.form.ask()
        notice.objections.form.ask()
        notice.objections.answer.ask(page.standing.objections[1])
    with walk.page("desk-results-commended", 0.2):
        page.show_view("commending")
    walk.frame.desk.act(_final, "box")
    with walk.page("desk-results-final", 0.2):
        walk.settle(0.1, lambda: page.standing and page.standing.notice.status == "final")
        page.show_view("notice")
    with walk.page("desk-results-final-ranking", 0.2):
        page.show_view("ranking")


def _notice(workspace: Workspace) -> None:
    round_, publication = workspace.rounds.current(), workspace.publication
    since = datetime.date.today()
    workspace.counting.confirm(round_, since, since + datetime.timedelta(days=3))
    case, other = round_.terms.candidate_ids[:2]
    publication.object(
        round_,
        day=since,
        by="某市读者来信",
        text="该案例第二项数字与统计公报不符：公报中为三百二十万件，申报材料写的是四百二十万件。请核对来源后再公示。",
        about=case,
    )
    publication.answer(
        round_, 1, day=since, outcome="rejected", text="公报与材料统计口径不同，附件已注明；核对无误。"
    )
    publication.object(round_, day=since, by="", text="请说明一名专家为何可以回避三个案例。")
    publication.put_aside(round_, other, "申报单位于公示期内书面要求退出评选。")
    winners = workspace.counting.count(round_).winners
    words = "以一条诉求的办理时长，度量一座城市的回应能力；数据公开到事项，结果可查到个案，方法可为他处所用。"
    day = since + datetime.timedelta(days=1)
    workspace.commendations.put(round_, winners[0], Words("张静远", "教授", "某大学政府管理学院", words), day)
    workspace.commendations.put(round_, winners[1], Words("李闻道", "研究员", "某省社会科学院"), day)


def _final(workspace: Workspace) -> None:
    round_, publication = workspace.rounds.current(), workspace.publication
    today = datetime.date.today() + datetime.timedelta(days=4)  # the notice is over
    publication.answer(round_, 2, day=today, outcome="rejected", text="回避依评审办法第八条办理，记录可查。")
    publication.finish(round_, today)
