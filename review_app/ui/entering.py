"""From the open session to the round's page: reading and scoring, with what is told on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from review_app.model.scoring.session import ReviewSession
from review_app.model.text import visible
from review_app.ui.expert.desk import Desk
from review_app.ui.expert.round_page import RoundPage
from review_app.ui.export_watch import ExportWatch
from review_app.ui.round_notes import RoundNotes
from review_app.ui.saved_sign import SavedSign

if TYPE_CHECKING:
    from review_app.ui.window import MainWindow


def enter_round(window: MainWindow, session: ReviewSession) -> None:
    """Shows the round of ``session`` in ``window``, where the expert left off."""
    window.leave_round_page()
    desk = Desk(session)
    page = RoundPage(desk, window.jobs)
    desk.setParent(page)
    told = RoundNotes(window.notes, desk)
    desk.case_changed.connect(lambda _: window.show_progress())
    desk.amended.connect(lambda _: window.show_progress())
    page.overflowed.connect(told.tell_overflow)
    page.step_shown.connect(window.step_shown)
    page.trouble.connect(window.tell)
    page.told.connect(lambda what, following: window.notes.tell(what, following, tone="done"))
    page.set_reading_zoom(window.settings.reading_zoom)
    page.reader.zoomed.connect(window.remember_zoom)
    window.desk, window.round, window.round_notes = desk, page, told
    window.saved_sign = SavedSign(window, desk, page)
    window.top.show_round(visible(session.terms.title, 80))
    window.show_progress()
    window.show_page(page)
    page.start()
    ExportWatch(window.notes, window.top, page)
    told.tell_unreadable()
