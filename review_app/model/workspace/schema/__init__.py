"""The statements of the step "organizer's desk", a file a station, in a fixed order."""

from __future__ import annotations

from review_app.model.workspace.schema import box, care, intake, package, people, shortlist

STATEMENTS: tuple[str, ...] = (
    *care.STATEMENTS,
    *intake.STATEMENTS,
    *shortlist.STATEMENTS,
    *people.STATEMENTS,
    *package.STATEMENTS,
    *box.STATEMENTS,
)
