"""What is said of a figure that a nomination gives: where it comes from, and whether anybody has looked."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from review_app.model.case import Claim
from review_app.model.text import visible


def status_words(claim: Claim) -> str:
    """Whether the figure was checked, with a mark that doesn't rest on colour."""
    if claim.status == "verified":
        return QCoreApplication.translate("claims", "✓ Verified")
    return QCoreApplication.translate("claims", "○ Self-reported")


def source_words(claim: Claim) -> str:
    """Where the figure comes from, and of when; said plainly when nobody says so."""
    source, date = visible(claim.source, 160).strip(), visible(claim.date, 40).strip()
    if not source:
        if not date:
            return QCoreApplication.translate("claims", "No source is given")
        return QCoreApplication.translate("claims", "No source is given\nDate: {date}").format(date=date)
    if not date:
        return QCoreApplication.translate("claims", "Source: {source}\nNo date is given").format(
            source=source
        )
    return QCoreApplication.translate("claims", "Source: {source}\nDate: {date}").format(
        source=source, date=date
    )


def claim_words(claim: Claim) -> str:
    """Everything about one figure, for a tool tip and for a screen reader."""
    return QCoreApplication.translate("claims", "{figure}: {what}\n{source}\n{status}").format(
        figure=visible(claim.figure, 60),
        what=visible(claim.what, 160),
        source=source_words(claim),
        status=status_words(claim),
    )
