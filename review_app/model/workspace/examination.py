"""What is wrong with a submission, what it repeats, and whether it may be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from review_app.model import canonical
from review_app.model.case import Case
from review_app.model.errors import InputError, UsageError
from review_app.model.nomination.checks import examine
from review_app.model.nomination.match import match_key
from review_app.model.workspace.bound import is_bound, is_listed
from review_app.model.workspace.context import Context
from review_app.model.workspace.log import Detail
from review_app.model.workspace.nominations import Nominations
from review_app.model.workspace.submission import Submission, SubmissionState, problem_of
from review_app.model.workspace.submission_rows import case_row, row_of

if TYPE_CHECKING:  # it loads numpy, which most uses of a workspace can do without
    from review_app.model.nomination.duplicates import DuplicateFinder


class Examination:
    """Looks at submissions as the campaign stands now: its checklist, its facets, its other cases."""

    def __init__(self, context: Context, nominations: Nominations) -> None:
        self._context = context
        self._db = context.db
        self._nominations = nominations
        self._finder: DuplicateFinder | None = None

    def finder(self) -> DuplicateFinder:
        """Compares with the accepted cases; kept from call to call."""
        if self._finder is None:
            from review_app.model.nomination.duplicates import DuplicateFinder

            self._finder = DuplicateFinder(self._nominations)
        self._finder.renew()
        return self._finder

    def examined(self, submission: Submission) -> tuple[Case | None, list[InputError]]:
        """The case that ``submission`` would be, or None and everything that is wrong with it, the first thing
        first."""
        if submission.unread is not None:
            return None, [submission.unread.error]
        settings = self._context.campaign.get().settings
        return examine(
            submission.fields,
            submission.dossier,
            submission.attachments,
            settings.facets,
            settings.checklist,
            [item.problem.error for item in submission.broken],
        )

    def standing(self, submission: Submission, but: str = "") -> Submission:
        """The submission with its state and problems as they are found now; for one that isn't accepted, or whose case
        ``but`` is about to go."""
        case, failures = self.examined(submission)
        if case is not None and (duplicate := self.finder().find(case)) and duplicate.other != but:
            failures = [duplicate.error]
        state: SubmissionState = "received" if failures else "complete"
        return msgspec.structs.replace(
            submission, state=state, problems=[problem_of(failure) for failure in failures]
        )

    def revise(self, act: str, old: Submission, changed: Submission) -> Submission:
        """Lets ``changed`` take the place of ``old`` by the act ``act``; an accepted one stays that case, and so has to
        stay complete.  Raises InputError with the first thing wrong with it; UsageError ``case-frozen``."""
        details: dict[str, Detail] = {"submission": old.id}
        if old.state != "accepted":
            state = old.state
            changed = self.standing(changed)
            if state in ("returned", "superseded"):  # being corrected doesn't take that back: it is reopening
                changed = msgspec.structs.replace(changed, state=state)
            self._context.edits.change(act, details, [row_of(changed)])
            return changed
        case, failures = self.examined(changed)
        if case is None:
            raise failures[0]
        before = self._nominations.get(old.case_id)
        case = msgspec.structs.replace(case, id=before.id)
        if case == before:
            self._context.edits.change(act, details, [row_of(changed)])
            return changed
        if is_bound(self._db, case.id):
            raise UsageError("case-frozen", case=case.id)
        self.check_no_third(case)
        details |= {"case": case.id, "digest": canonical.digest(case)}
        self._context.edits.change(act, details, [case_row(case), row_of(changed)])
        return changed

    def check_no_third(self, case: Case) -> None:
        """Raises InputError ``nomination-same-title`` where another case is called as ``case`` is."""
        other = self._nominations.matching(match_key(case.title, case.organisation))
        if other not in (None, case.id):
            raise InputError("nomination-same-title", other=other, similarity=100)

    def check_loose(self, case_id: str) -> None:
        """Raises UsageError ``case-frozen``, ``case-decided`` where a case can't stop being one."""
        if is_bound(self._db, case_id):
            raise UsageError("case-frozen", case=case_id)
        decided = "SELECT 1 FROM decision WHERE case_id = ?1 UNION ALL SELECT 1 FROM vote WHERE case_id = ?1"
        if is_listed(self._db, case_id) or self._db.row(decided, (case_id,)):
            raise UsageError("case-decided", case=case_id)
