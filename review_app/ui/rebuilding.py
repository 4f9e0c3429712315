"""The window built anew, in another language or text size, with the same thing before one's eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from review_app.ui.window import MainWindow


def rebuild(window: MainWindow) -> None:
    """Builds all that ``window`` shows anew; the session stays open, and what was typed stays typed.  What could not be
    saved, which is told, keeps everything as it is."""
    window.end_preview()
    if window.round is not None and not window.settled():
        return
    if window.organizer is not None:
        window.campaigns.rebuild(window.build_anew)
        return
    page, start, card = window.pages.currentWidget(), window.start_page, window.card_page
    checking = window.verify_page.panel.typed() if window.verify_page is not None else None
    at = window.round.standing() if window.round is not None else None
    typed = card.field.text() if card is not None else start.card.field.text() if start is not None else ""
    asked = card.outside if card is not None else None
    window.leave_round_page()
    window.build_anew()
    if at is not None:
        window.enter_round()
        if window.round is not None:
            window.round.take_up(at)
    elif window.session is not None and page is not None:
        window.show_welcome()
    elif asked is not None:
        window.show_card_page(asked).field.put(typed)
    elif checking is not None:
        window.show_verify().panel.put(checking)
    else:
        window.show_start().card.field.put(typed)
