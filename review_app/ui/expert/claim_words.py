"""What is said of a figure that a nomination gives: where it comes from, and whether anybody has looked."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from review_app.model.case import Claim
from review_app.model.text import visible


def status_words(claim: Claim) -> str:
    """What the nomination's data has the figure marked as, with a mark that doesn't rest on colour.

    "Verified" is the organizer's word; how that was done is not in the data.
    """
    if claim.status == "verified":
        return QCoreApplication.translate("claims", "✓ Verified")
    return QCoreApplication.translate("claims", "○ Self-reported")


def status_at_length(claim: Claim) -> str:
    """The same in a sentence that needs no explanation beside it."""
    if claim.status == "verified":
        return QCoreApplication.translate("claims", "✓ Marked as verified by the organizer")
    return QCoreApplication.translate(
        "claims", "○ Self-reported: given in the nomination, not marked as verified by the organizer"
    )


def source_words(claim: Claim) -> str:
    """Where the nomination has the figure from, and of when the figure is; said plainly when nobody says so."""
    source, date = visible(claim.source, 160).strip(), visible(claim.date, 40).strip()
    if not source:
        if not date:
            return QCoreApplication.translate("claims", "No source is given")
        return QCoreApplication.translate("claims", "No source is given\nDate of the figure: {date}").format(
            date=date
        )
    if not date:
        return QCoreApplication.translate(
            "claims", "Source: {source}\nNo date of the figure is given"
        ).format(source=source)
    return QCoreApplication.translate("claims", "Source: {source}\nDate of the figure: {date}").format(
        source=source, date=date
    )


def claim_words(claim: Claim) -> str:
    """Everything about one figure, for a tool tip and for a screen reader."""
    return QCoreApplication.translate("claims", "{figure}: {what}\n{source}\n{status}").format(
        figure=visible(claim.figure, 60),
        what=visible(claim.what, 160),
        source=source_words(claim),
        status=status_at_length(claim),
    )
