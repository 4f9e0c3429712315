"""Whether a case may still be corrected: what people are asked to judge stays as it is until they have judged it."""

from __future__ import annotations

from review_app.model.workspace.db import Database

_IN_FORCE = """
SELECT 1 FROM candidate JOIN round ON round.id = candidate.round_id
WHERE candidate.case_id = ? AND (
    round.state = 'packed'
    OR (round.kind = 'final' AND round.state NOT IN ('drafted', 'cards'))
    OR (round.state IN ('drafted', 'cards') AND round.number = (SELECT max(number) FROM round))
)
"""


def is_listed(db: Database, case_id: str) -> bool:
    """Whether the case stands in any list of candidates: then it can't go, whatever became of the round."""
    return db.row("SELECT 1 FROM candidate WHERE case_id = ?", (case_id,)) is not None


def is_bound(db: Database, case_id: str) -> bool:
    """Whether the case stands in a list that is in force, so that nothing of it can be changed.

    A list of the newest round is in force from its freezing.  That of a scoring round stays in force for good once its
    package is built: awards and results name its cases.  That of a ballot of stage 2 is in force until its intake is
    closed: afterwards nobody votes on the text any more, and what goes to the experts is still to be made good.  A
    correction alters nothing of the vote, whose texts, titles and digests stand in the signed manifest of its round,
    and the log has the correction with the digest of what the case became.  A list whose round was given up before its
    package was built binds nobody.
    """
    return db.row(_IN_FORCE, (case_id,)) is not None
