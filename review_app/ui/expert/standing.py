"""What of a round is in view, so that it can be shown again when its pages are built anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review_app.model.value import Value

if TYPE_CHECKING:
    from review_app.ui.expert.round_page import RoundPage


class Standing(Value, frozen=True):
    """Step, tab of the reader, view of checking, words and filter of the list, drawer and row of the scores."""

    step: str
    tab: str
    view: str
    asked: tuple[str, int]
    drawer: str
    row: int


def standing_of(page: RoundPage) -> Standing:
    """What is in view on ``page``."""
    return Standing(
        step=page.step,
        tab=page.reader.tab,
        view=page.check.view if page.has_checked else "ranking",
        asked=page.list.asked,
        drawer=page.scores.drawers.open_name,
        row=page.scores.row_at_hand,
    )


def take_up(page: RoundPage, standing: Standing) -> None:
    """Brings into view on ``page`` what was there before."""
    if standing.view != "ranking":
        page.check.show_view(standing.view)
    page.list.ask_again(*standing.asked)
    if standing.tab != page.reader.tab:
        page.reader.open_tab(standing.tab)
    if standing.drawer:
        page.scores.drawers.open_again(standing.drawer, standing.row)
    elif standing.row >= 0 and standing.step == "read":
        page.scores.focus_criterion(standing.row)
    if standing.step != "read":
        page.show_step(standing.step)
