"""The shortlist's views, with a round of votes under way."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from review_app.model.workspace import Workspace
from review_app.model.workspace.ballots import CHOICES, Vote
from review_app.ui.organizer.shortlist.page import ShortlistPage

if TYPE_CHECKING:
    from tests.screens.organizer import OrganizerWalk


def pose_shortlist(walk: OrganizerWalk) -> None:
    """Every view, the suggestions, and the window for the wall; what was voted for it is undone."""
    page = walk.station("shortlist")
    assert isinstance(page, ShortlistPage)
    page.table.act(_vote)
    for view in page.views:
        with walk.page(f"desk-shortlist-{view}", 0.2):
            page.show_view(view)
    with walk.page("desk-shortlist-suggested", 0.2):
        page.show_view("decisions")
        page.decisions.suggest.click()
    page.decisions.strip.leave.click()
    page.table.act(lambda workspace: (workspace.shortlist.undo(), workspace.shortlist.undo()))


def _vote(workspace: Workspace) -> None:
    stage, drawn = workspace.stages.new("复议"), random.Random(7)
    workspace.shortlist.ballots.vote_all(
        Vote(stage.number, member.id, case_id, drawn.choice(CHOICES[:3]))
        for case_id in workspace.shortlist.on_table(stage.number)[:16]
        for member in workspace.panel.members()
    )
