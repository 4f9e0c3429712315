"""The statements of the steps after the first, a file a station, in a fixed order."""

from __future__ import annotations

from review_app.model.workspace.schema import box, care, intake, package, people, results, shortlist

RESULTS: tuple[str, ...] = results.STATEMENTS
"""The step after it: what follows the count."""

STATEMENTS: tuple[str, ...] = (
    *care.STATEMENTS,
    *intake.STATEMENTS,
    *shortlist.STATEMENTS,
    *people.STATEMENTS,
    *package.STATEMENTS,
    *box.STATEMENTS,
)
