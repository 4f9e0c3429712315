"""How nominations are spoken of: states, fields, problems with what to do, damage of text, the letter of a return."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from review_app.model.errors import InputError
from review_app.model.nomination.checks import choice_of
from review_app.model.nomination.claim_columns import PREFIX
from review_app.model.nomination.form_layout import SECTION
from review_app.model.text import visible
from review_app.model.workspace.submission import Problem, Submission
from review_app.texts import ErrorText, error_text, phrase
from review_app.ui import language

translate = QCoreApplication.translate

STATES = ("received", "complete", "accepted", "returned", "superseded")
BODY_TYPES = ("ministry", "local-government", "media", "company", "association", "university", "other")
ROUTES = ("self", "expert")
_CLAIM = re.compile(r"claims (\d+)(?:: (\w+))?")


def state_words(state: str) -> str:
    """How far a nomination has come."""
    return {
        "received": translate("nominations", "Incomplete"),
        "complete": translate("nominations", "Complete"),
        "accepted": translate("nominations", "Accepted"),
        "returned": translate("nominations", "Returned"),
        "superseded": translate("nominations", "Replaced"),
    }[state]


def standing_words(submission: Submission) -> str:
    """How far ``submission`` has come, or that nothing of it could be read."""
    if submission.unread is not None and submission.state == "received":
        return translate("nominations", "Unreadable")
    return state_words(submission.state)


def state_tone(state: str) -> str:
    """The theme's role for a state."""
    tones = {"received": "attention", "complete": "accent", "accepted": "done"}
    return tones.get(state, "secondary")


def field_words(name: str) -> str:
    """What a field of the form is called; a name that isn't known as it is."""
    if found := _CLAIM.fullmatch(name):
        if found[2]:
            return translate("nominations", "figure {number}: {part}").format(
                number=found[1], part=claim_part_words(found[2])
            )
        return translate("nominations", "figure {number}").format(number=found[1])
    if name.startswith(PREFIX):
        part, _, number = name.removeprefix(PREFIX).partition(":")
        if number:
            return translate("nominations", "figure {number}: {part}").format(
                number=number, part=claim_part_words(part)
            )
        return translate("nominations", "Figures: {part}").format(part=claim_part_words(part))
    if name.startswith(SECTION):
        return translate("nominations", "Case text: {section}").format(
            section=visible(name.removeprefix(SECTION), 40)
        )
    known = {
        "id": translate("nominations", "Case number"),
        "title": translate("nominations", "Case title"),
        "organisation": translate("nominations", "Nominating body"),
        "body_type": translate("nominations", "Type of body"),
        "carrying_body": translate("nominations", "Carrying body"),
        "recipient": translate("nominations", "Certificate goes to"),
        "region": translate("nominations", "Region"),
        "level": translate("nominations", "Level"),
        "facet": translate("nominations", "Facet"),
        "route": translate("nominations", "Route"),
        "contact": translate("nominations", "Contact"),
        "summary": translate("nominations", "Summary"),
        "earlier_awards": translate("nominations", "Earlier awards"),
        "dossier": translate("nominations", "Case text"),
        "claims": translate("nominations", "Figures"),
        "claim_sources": translate("nominations", "Sources of the figures"),
        "attachments": translate("nominations", "Attachments"),
    }
    return known.get(name, visible(name, 60))


def claim_part_words(part: str) -> str:
    """What a column of the figures is called."""
    return {
        "figure": translate("nominations", "Figure"),
        "what": translate("nominations", "What it says"),
        "source": translate("nominations", "Source"),
        "date": translate("nominations", "Date"),
        "status": translate("nominations", "Status"),
    }.get(part, visible(part, 60))


def body_type_words(kind: str) -> str:
    """A type of body as the list names it."""
    return {
        "ministry": translate("nominations", "Ministry"),
        "local-government": translate("nominations", "Local government"),
        "media": translate("nominations", "Media"),
        "company": translate("nominations", "Company"),
        "association": translate("nominations", "Association"),
        "university": translate("nominations", "University"),
        "other": translate("nominations", "Other"),
    }.get(choice_of("body_type", kind), visible(kind, 60))


def route_words(route: str) -> str:
    """How a nomination came about; empty when it doesn't say."""
    return {
        "self": translate("nominations", "Own nomination"),
        "expert": translate("nominations", "By experts"),
    }.get(choice_of("route", route), visible(route, 60))


def arrival_words(arrival: str) -> str:
    """In what form something was handed in."""
    return {
        "folder": translate("nominations", "Folder"),
        "zip": translate("nominations", "ZIP"),
        "docx": translate("nominations", "Word form"),
        "xlsx": translate("nominations", "Excel table"),
        "csv": translate("nominations", "CSV table"),
        "file": translate("nominations", "File"),
    }.get(arrival, visible(arrival, 20))


def problem_text(problem: Problem) -> ErrorText:
    """What is wrong and what to do, with fields called as the form calls them."""
    params = {name: _named(name, value) for name, value in problem.params.items()}
    return error_text(InputError(problem.code, **params), language.current())


def note_text(problem: Problem) -> str:
    """What was noticed about a nomination that can be accepted all the same."""
    return phrase("cli", f"intake-note-{problem.code}", language.current(), **problem.params)


def _named(name: str, value: object) -> object:
    if name in ("field", "fields"):
        return [field_words(each) for each in value] if isinstance(value, list) else field_words(str(value))
    return value


def repair_words(code: str) -> tuple[str, str]:
    """A kind of damage and what mending it means."""
    return {
        "mojibake": (
            translate("nominations", "Garbled characters"),
            translate("nominations", "Read in the wrong encoding; this is what they were."),
        ),
        "doubled": (
            translate("nominations", "Every character twice"),
            translate("nominations", "Some PDF programs copy bold type so; one of each is left."),
        ),
        "pinyin": (
            translate("nominations", "Pinyin between the characters"),
            translate("nominations", "Readings in brackets, copied along from a page, are taken out."),
        ),
        "width": (
            translate("nominations", "Full-width digits and letters"),
            translate(
                "nominations", "They look alike but are not found by a search; they become usual ones."
            ),
        ),
        "broken-lines": (
            translate("nominations", "Lines broken in the middle of sentences"),
            translate("nominations", "Line ends copied from a PDF or an e-mail are taken out."),
        ),
    }.get(code, (visible(code, 40), ""))


def proposed_reason(submission: Submission) -> str:
    """What stands in the field for the reason at first: everything that is wrong, a line each."""
    lines = [problem_text(problem).what for problem in submission.problems]
    return "\n".join(lines)


def return_letter(submission: Submission, settings: Mapping[str, str], reason: str) -> str:
    """The text of the letter that goes with a return.  ``settings``: ``title``, ``edition``, ``organizers``."""
    return translate(
        "nominations",
        "To {body}\n\n"
        'Thank you for nominating "{title}" for {award} ({edition}). We can\'t accept it as it is:\n\n'
        "{reason}\n\n"
        "Please send it again once this is settled; whatever is right already can stay as it is.\n\n"
        "{organizers}",
    ).format(
        body=visible(submission.text("organisation") or submission.text("contact") or submission.title, 200),
        title=visible(submission.title, 200),
        award=visible(settings.get("title", ""), 200),
        edition=visible(settings.get("edition", ""), 200),
        reason=reason.strip(),
        organizers=visible(settings.get("organizers", ""), 400),
    )
