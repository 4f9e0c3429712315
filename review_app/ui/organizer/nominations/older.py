"""Cases of a campaign from before submissions were kept: shown like the others, and only to be looked at."""

from __future__ import annotations

from review_app.model.case import Case
from review_app.model.workspace import Workspace
from review_app.model.workspace.submission import FieldValue, Submission

_FIELDS = (
    "id",
    "title",
    "organisation",
    "body_type",
    "recipient",
    "region",
    "facet",
    "route",
    "contact",
    "summary",
    "carrying_body",
    "level",
    "earlier_awards",
)


def everything(workspace: Workspace) -> list[Submission]:
    """All submissions, and one made up for each case that has none."""
    found = workspace.submissions.all()
    known = {one.case_id for one in found}
    older = [case_id for case_id in workspace.nominations.ids() if case_id not in known]
    return found + [_submission(workspace.nominations.get(case_id)) for case_id in older]


def is_older(submission: Submission) -> bool:
    """Whether it was made up: nothing is known of how it came in."""
    return not submission.content


def _submission(case: Case) -> Submission:
    fields: dict[str, FieldValue] = {name: str(getattr(case, name)) for name in _FIELDS}
    fields["claims"] = [
        {
            "figure": claim.figure,
            "what": claim.what,
            "source": claim.source,
            "date": claim.date,
            "status": claim.status,
        }
        for claim in case.claims
    ]
    return Submission(
        f"c-{case.id}",
        case.id,
        "folder",
        "",
        "accepted",
        fields,
        case.dossier,
        list(case.attachments),
        [],
        [],
        [],
        case.id,
    )
