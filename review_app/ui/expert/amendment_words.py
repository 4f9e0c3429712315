"""What the organizer changed, in words: short above the pages, whole beside the case and in the list of the round."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject

from review_app.model.package.amendment import Amendment, Change
from review_app.model.scoring.notices import NoticeTrouble
from review_app.model.scoring.session import ReviewSession
from review_app.model.text import visible
from review_app.ui.errors import sentences
from review_app.ui.expert.desk import Desk

translate = QCoreApplication.translate

SHORT, WHOLE = 120, 20_000
SHOWN = 3
"""Changes told above the pages; the others are counted."""


def change_heading(change: Change, title: str) -> str:
    """What kind of change it is; ``title`` is the case's, for changes about one."""
    if change.kind == "erratum":
        return translate("amendment", "Correction to '{title}'").format(title=title)
    if change.kind == "withdrawn-case":
        return translate("amendment", "'{title}' is withdrawn").format(title=title)
    if change.kind == "revoked-card":
        return translate("amendment", "A ballot card was revoked")
    return translate("amendment", "New closing date: {date}").format(date=shown_date(change.subject))


def change_text(change: Change, limit: int = WHOLE) -> str:
    """The organizer's own words, with nothing in them that hides or reorders; line by line."""
    lines = [visible(line, limit) for line in change.text[: limit + 1].split("\n")]
    return "\n".join(lines).strip()


def shown_date(iso: str) -> str:
    """A date of an amendment (year-month-day) as the window's language writes it."""
    date = QDate.fromString(iso, "yyyy-MM-dd")
    return QLocale().toString(date, QLocale.FormatType.LongFormat) if date.isValid() else visible(iso, 20)


def closing_words(session: ReviewSession) -> str:
    """Until when sheets are taken, by the latest amendment that says so; empty where none does."""
    dates = [
        (each.number, each.change.subject) for each in session.notices() if each.change.kind == "deadline"
    ]
    if not dates:
        return ""
    return translate("amendment", "Closing date: {date}").format(date=shown_date(max(dates)[1]))


def amendment_lines(amendment: Amendment, desk: Desk) -> str:
    """One line a change, as far as a note above the pages has room."""
    lines = []
    for change in amendment.changes[:SHOWN]:
        about_case = change.kind in ("erratum", "withdrawn-case")
        heading = change_heading(change, desk.title(change.subject) if about_case else "")
        text = " ".join(change_text(change, SHORT).split("\n"))
        if text:
            heading = translate("amendment", "{what}: {text}").format(what=heading, text=visible(text, SHORT))
        lines.append(heading)
    more = len(amendment.changes) - SHOWN
    if more > 0:
        lines.append(CountedChanges().more(more))
    return "\n".join(lines)


class CountedChanges(QObject):
    """A counted sentence: Qt finds its plural forms by the class."""

    def more(self, count: int) -> str:
        """How many changes aren't told here."""
        return self.tr("and %n more; 'About this round' in the menu lists them all", "", count)


def trouble_words(trouble: NoticeTrouble) -> tuple[str, str]:
    """Why an amendment that was taken in before is left out, and what to do."""
    again = translate(
        "amendment",
        "Open the amendment file that the organizer sent once more. Your scores are not affected.",
    )
    if trouble.kind == "missing":
        what = translate(
            "amendment",
            "Amendment {number}, which was opened here before, is gone from this computer. "
            "Until you open it again, it and any later ones are left out.",
        )
    elif trouble.kind == "damaged":
        what = translate(
            "amendment",
            "Amendment {number} kept on this computer is damaged. "
            "Until you open it again, it and any later ones are left out.",
        )
    else:
        what = translate(
            "amendment",
            "Amendment {number} kept on this computer can't be read at the moment. "
            "It and any later ones are left out for now.",
        )
        if trouble.failure is not None:
            again = sentences(trouble.failure).next
    return what.format(number=trouble.number), again
