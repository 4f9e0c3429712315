"""What the shortlist's parts are called in the window's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from review_app.model.errors import UsageError
from review_app.model.workspace.stages import Stage


def choice_words() -> dict[str, str]:
    """A ballot's choices."""
    translate = QCoreApplication.translate
    return {
        "recommend": translate("Shortlist", "Recommend"),
        "hold": translate("Shortlist", "Hold"),
        "drop": translate("Shortlist", "Drop"),
        "recuse": translate("Shortlist", "Stand aside"),
    }


def choice_letters() -> dict[str, str]:
    """The one sign that stands for a choice in the grid."""
    translate = QCoreApplication.translate
    return {
        "recommend": translate("Shortlist", "R", "letter for: recommend"),
        "hold": translate("Shortlist", "H", "letter for: hold"),
        "drop": translate("Shortlist", "D", "letter for: drop"),
        "recuse": translate("Shortlist", "A", "letter for: stand aside"),
    }


def decision_words() -> dict[str, str]:
    """What is decided about a case."""
    translate = QCoreApplication.translate
    return {
        "keep": translate("Shortlist", "Keep"),
        "hold": translate("Shortlist", "Hold"),
        "drop": translate("Shortlist", "Drop"),
    }


def why_words() -> dict[str, str]:
    """Why a tally suggests what it suggests."""
    translate = QCoreApplication.translate
    return {
        "majority-for": translate("Shortlist", "More than half recommend it."),
        "majority-against": translate("Shortlist", "More than half would drop it."),
        "no-majority": translate("Shortlist", "No majority either way."),
        "over-quota": translate("Shortlist", "Recommended, but the quota has no seat left."),
        "tie-at-quota": translate("Shortlist", "Equal with others at the line of the quota."),
    }


def change_words() -> dict[str, str]:
    """What a round made of a case."""
    translate = QCoreApplication.translate
    return {
        "in": translate("Shortlist", "In"),
        "out": translate("Shortlist", "Out"),
        "held": translate("Shortlist", "On hold"),
        "stays": translate("Shortlist", "As before"),
    }


def body_words() -> dict[str, str]:
    """Types of nominating bodies."""
    translate = QCoreApplication.translate
    return {
        "ministry": translate("Shortlist", "Ministry"),
        "local-government": translate("Shortlist", "Local government"),
        "media": translate("Shortlist", "Media"),
        "company": translate("Shortlist", "Company"),
        "association": translate("Shortlist", "Association"),
        "university": translate("Shortlist", "University"),
        "other": translate("Shortlist", "Other"),
    }


def route_words() -> dict[str, str]:
    """How cases came to be nominated."""
    translate = QCoreApplication.translate
    return {
        "self": translate("Shortlist", "Self-nominated"),
        "expert": translate("Shortlist", "Recommended by an expert"),
    }


def stage_words(stage: Stage) -> str:
    """A round's number, and its title where it has one."""
    number = QCoreApplication.translate("Shortlist", "Round {number}").format(number=stage.number)
    return f"{number} · {stage.title}" if stage.title else number


def no_stage() -> UsageError:
    """What is told where a round is needed and none is there."""
    return UsageError("unknown-stage", stage=1)
