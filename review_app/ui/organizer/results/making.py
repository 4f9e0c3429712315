"""The views of the page, each loaded when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from review_app.model.rubric import Rubric
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.results.ranking import RankingView
from review_app.ui.organizer.results.view import View

VIEWS = ("ranking", "sure", "sheets", "remarks", "notice", "commending", "papers")


class Ways(NamedTuple):
    """How a view leads to another one: to a case (and the one that it is compared with), to a sheet by its receipt."""

    case: Callable[..., None]
    sheet: Callable[[str], None]


def make_view(name: str, desk: OrganizerDesk, rubric: Rubric, ways: Ways) -> View:
    """One of :data:`VIEWS`."""
    if name == "sure":
        from review_app.ui.organizer.results.sure import SureView

        sure = SureView(desk, rubric)
        sure.sheet_opened.connect(ways.sheet)
        sure.case_opened.connect(ways.case)
        return sure
    if name == "sheets":
        from review_app.ui.organizer.results.sheets import SheetsView

        sheets = SheetsView(desk, rubric)
        sheets.case_opened.connect(ways.case)
        return sheets
    if name == "remarks":
        from review_app.ui.organizer.results.remarks import RemarksView

        return RemarksView(desk)
    if name == "notice":
        from review_app.ui.organizer.results.notice import NoticeView

        return NoticeView(desk)
    if name == "commending":
        from review_app.ui.organizer.results.commending import CommendingView

        return CommendingView(desk)
    if name == "papers":
        from review_app.ui.organizer.results.papers import PapersView

        return PapersView(desk)
    ranking = RankingView(desk)
    ranking.opened.connect(ways.case)
    ranking.compared.connect(ways.case)
    return ranking
