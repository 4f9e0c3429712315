"""An amendment in words: what the organizer changed, line by line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from review_app.model.package.amendment import Amendment
from review_app.model.text import visible
from review_app.ui.expert.desk import Desk

translate = QCoreApplication.translate


def amendment_lines(amendment: Amendment, desk: Desk) -> str:
    """One line a change; the organizer's words made visible."""
    words = {
        "erratum": translate("amendment", "correction to '{title}': {text}"),
        "withdrawn-case": translate("amendment", "'{title}' is withdrawn: {text}"),
        "revoked-card": translate("amendment", "a ballot card was revoked: {text}"),
        "deadline": translate("amendment", "new closing date {date}: {text}"),
    }
    lines = []
    for change in amendment.changes:
        about_case = change.kind in ("erratum", "withdrawn-case")
        title = desk.title(change.subject) if about_case else ""
        text = visible(change.text, 300)
        lines.append(words[change.kind].format(title=title, text=text, date=change.subject))
    return "\n".join(lines)
