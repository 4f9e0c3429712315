"""Everything that was handed in: looked at, corrected, accepted, sent back.  Nothing of it is lost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, get_args

import msgspec

from review_app.model import canonical
from review_app.model.case import Case
from review_app.model.errors import InputError, UsageError
from review_app.model.nomination.checks import KNOWN
from review_app.model.nomination.repair import Repair, apply_repair, repairs_of
from review_app.model.progress import SILENT, Progress
from review_app.model.text import storable
from review_app.model.workspace.bound import is_bound
from review_app.model.workspace.context import Context
from review_app.model.workspace.earlier import EarlierCases
from review_app.model.workspace.edits import RowChange
from review_app.model.workspace.examination import Examination
from review_app.model.workspace.log import Detail
from review_app.model.workspace.nominations import Nominations
from review_app.model.workspace.submission import (
    FieldValue,
    Submission,
    SubmissionState,
    from_case,
    id_from_case,
    problem_of,
    to_bytes,
)
from review_app.model.workspace.submission_files import SubmissionFiles
from review_app.model.workspace.submission_rows import (
    case_row,
    decoded,
    row_of,
    storable_value,
    submission_of,
)
from review_app.model.workspace.unread import Unread

if TYPE_CHECKING:  # they load numpy, which most uses of a workspace can do without
    from review_app.model.nomination.duplicates import DuplicateFinder
    from review_app.model.nomination.similar import Similar

REASON_LIMIT = 4000


class _Standing(msgspec.Struct):
    """What of a submission a count needs."""

    state: SubmissionState
    case_id: str = ""


class Submissions:
    """The table of what was handed in.  Every change by the organizer can be undone (``workspace.edits``).

    ``files`` are what belongs to a submission, ``examination`` says what is wrong with one, ``unread`` are those that
    nobody can read, ``earlier`` the cases of earlier editions.
    """

    def __init__(self, context: Context, nominations: Nominations) -> None:
        self._context = context
        self._db = context.db
        self._nominations = nominations
        self.earlier = EarlierCases(context)
        self.examination = Examination(context, nominations)
        self.files = SubmissionFiles(context, self, self.examination)
        self.unread = Unread(context, self)

    # ------------------------------------------------------------ reading

    def all(self) -> list[Submission]:
        """Everything handed in, by id; a case of before there were submissions as one that was accepted."""
        rows = self._db.rows("SELECT record FROM submission")
        found = [submission_of(record) for (record,) in rows]
        return sorted([*found, *self._of_before({one.case_id for one in found})], key=lambda one: one.id)

    def get(self, submission_id: str) -> Submission:
        """One of them; raises UsageError ``unknown-submission``."""
        found = self._find(submission_id)
        if found is None:
            raise UsageError("unknown-submission", submission=submission_id)
        return found

    def of_case(self, case_id: str) -> Submission | None:
        """What the case ``case_id`` was accepted from; None when there is no such case."""
        return next((found for found in self.all() if found.case_id == case_id), None)

    def counts(self) -> dict[SubmissionState, int]:
        """How many there are in each state."""
        counts: dict[SubmissionState, int] = dict.fromkeys(get_args(SubmissionState), 0)
        known = set()
        for (record,) in self._db.rows("SELECT record FROM submission"):
            found = decoded(record, _Standing)
            known.add(found.case_id)
            counts[found.state] += 1
        counts["accepted"] += len(set(self._nominations.ids()) - known)
        return counts

    def case_of(self, submission: Submission) -> Case | None:
        """The case that the submission would be, were it accepted now; None while something is wrong with it."""
        case, _ = self.examination.examined(submission)
        return case

    # ------------------------------------------------------------ coming in (take_in calls these)

    def id_for(self, content: str) -> str:
        """The id of what has the digest ``content``."""
        short = f"s-{content[:10]}"
        found = self._find(short)
        return short if found is None or found.content == content else f"s-{content[:20]}"

    def known(self, content: str) -> Submission | None:
        """What came in with this digest before, or None."""
        return self._find(self.id_for(content))

    def put(self, submission: Submission) -> None:
        """Keeps what has come in.  The caller's transaction makes it one with what became of it."""
        self._db.run("INSERT OR REPLACE INTO submission VALUES (?, ?)", (submission.id, to_bytes(submission)))

    # ------------------------------------------------------------ the organizer's acts

    def edit(
        self, submission_id: str, fields: Mapping[str, FieldValue] | None = None, dossier: str | None = None
    ) -> Submission:
        """Changes the given fields (others stay; an unknown one goes when it is made empty) and checks again.

        An accepted one stays a case with the same id, and so has to stay complete.  Raises UsageError
        ``unknown-submission``, ``case-frozen`` (its case stands in a list that is in force, see
        :mod:`review_app.model.workspace.bound`); InputError with the first thing that would
        be wrong with an accepted one.
        """
        old = self.get(submission_id)
        merged = {**old.fields, **{name: storable_value(value) for name, value in (fields or {}).items()}}
        kept = {name: value for name, value in merged.items() if name in KNOWN or value not in ("", [])}
        changed = msgspec.structs.replace(
            old,
            fields=kept,
            dossier=old.dossier if dossier is None else storable(dossier),
            edited=True,
            unread=None,  # it is filled in by hand now, from the file that is kept
        )
        return self.examination.revise("submission-edited", old, changed)

    def accept(self, submission_id: str, allow_similar: bool = False) -> Submission:
        """Makes the submission a case of the campaign.

        Raises InputError with the first thing wrong; ``nomination-same-id``, ``nomination-same-title``,
        ``nomination-known`` and, unless ``allow_similar``, ``nomination-similar`` with the other case's id; UsageError
        ``submission-state`` for one that is accepted already.
        """
        old = self._in_state(submission_id, "received", "complete", "returned")
        return self._accept(old, self.examination.finder(), allow_similar)

    def _accept(self, old: Submission, finder: DuplicateFinder, allow_similar: bool = False) -> Submission:
        case, problems = self.examination.examined(old)
        if case is None:
            raise problems[0]
        if duplicate := finder.find(case, near=not allow_similar):
            raise duplicate.error
        accepted = msgspec.structs.replace(old, state="accepted", case_id=case.id, problems=[], reason="")
        details: dict[str, Detail] = {"case": case.id, "digest": canonical.digest(case)}
        self._context.edits.change("nomination-accepted", details, [case_row(case), row_of(accepted)])
        finder.add(case)
        return accepted

    def accept_complete(self, progress: Progress = SILENT) -> list[Submission]:
        """Accepts every complete one that repeats no other; returns those accepted.

        They come by the names they were handed in under, as folders are taken in: of two that are the same case the
        first stays, whether they were accepted on arrival or later.

        Each is an act of its own that can be undone by itself; all are kept together, and none when ``progress`` is
        cancelled.
        """
        waiting = [one for one in self.all() if one.state == "complete"]
        waiting.sort(key=lambda one: one.source_name)
        accepted = []
        progress.start(len(waiting))
        with self._db.transaction():
            finder = self.examination.finder()
            for one in waiting:
                try:
                    accepted.append(self._accept(one, finder))
                except InputError as failure:
                    self.put(msgspec.structs.replace(one, state="received", problems=[problem_of(failure)]))
                progress.step()
        return accepted

    def return_(self, submission_id: str, reason: str) -> Submission:
        """Sends it back with a reason.  An accepted one stops being a case.

        Raises UsageError ``return-needs-reason``, ``case-frozen``, ``case-decided``.
        """
        old = self._in_state(submission_id, "received", "complete", "accepted")
        reason = storable(reason).strip()
        if not reason or len(reason) > REASON_LIMIT:
            raise UsageError("return-needs-reason", limit=REASON_LIMIT)
        returned = msgspec.structs.replace(old, state="returned", reason=reason, case_id="")
        rows = [row_of(returned)]
        if old.case_id:
            self.examination.check_loose(old.case_id)
            rows.append(RowChange("nomination", (old.case_id,), None))
        self._context.edits.change("submission-returned", {"submission": old.id, "reason": reason}, rows)
        return returned

    def supersede(self, submission_id: str, earlier_id: str) -> Submission:
        """Lets ``submission_id`` replace ``earlier_id``, which stays as it was handed in but is no longer up for
        anything; returns the one that replaces it.

        Where the earlier one was accepted, the later one becomes that case, with its id and what was decided about it;
        so it has to be complete.  Raises InputError with the first thing wrong with it, or ``nomination-same-title``
        where its title is a third one's; UsageError ``submission-state``, ``same-submission``, ``case-frozen``, and,
        where both are accepted, ``case-decided``.
        """
        new = self._in_state(submission_id, "received", "complete", "accepted")
        old = self._in_state(earlier_id, "received", "complete", "accepted", "returned")
        if new.id == old.id:
            raise UsageError("same-submission")
        details: dict[str, Detail] = {"submission": new.id, "earlier": old.id}
        rows = [row_of(msgspec.structs.replace(old, state="superseded", case_id="", superseded_by=new.id))]
        if old.case_id and new.case_id:
            self.examination.check_loose(old.case_id)
            rows.append(RowChange("nomination", (old.case_id,), None))
        elif old.case_id:
            case, problems = self.examination.examined(new)
            if case is None:
                raise problems[0]
            if is_bound(self._db, old.case_id):
                raise UsageError("case-frozen", case=old.case_id)
            case = msgspec.structs.replace(case, id=old.case_id)
            self.examination.check_no_third(case)
            new = msgspec.structs.replace(new, state="accepted", case_id=case.id, problems=[], reason="")
            details |= {"case": case.id, "digest": canonical.digest(case)}
            rows += [case_row(case), row_of(new)]
        self._context.edits.change("submission-superseded", details, rows)
        return new

    def reopen(self, submission_id: str) -> Submission:
        """Takes a return, an acceptance or a replacement back: received or complete again, as it stands now.

        Raises UsageError ``submission-state``, ``case-frozen``, ``case-decided``.
        """
        old = self._in_state(submission_id, "returned", "accepted", "superseded")
        rows = []
        if old.case_id:
            self.examination.check_loose(old.case_id)
            rows.append(RowChange("nomination", (old.case_id,), None))
        loose = msgspec.structs.replace(old, state="received", case_id="", reason="", superseded_by="")
        reopened = self.examination.standing(loose, but=old.case_id)
        self._context.edits.change("submission-reopened", {"submission": old.id}, [*rows, row_of(reopened)])
        return reopened

    # ------------------------------------------------------------ what a person has to look at

    def repairs(self, submission_id: str) -> list[Repair]:
        """What seems damaged in its texts, each with what it would become.  Nothing is changed."""
        found = self.get(submission_id)
        texts = {name: value for name, value in found.fields.items() if isinstance(value, str)}
        return repairs_of({**texts, "dossier": found.dossier})

    def apply_repair(self, submission_id: str, repair: Repair) -> Submission:
        """Changes the text as ``repair`` shows it; raises UsageError ``repair-outdated`` when the text has changed
        since."""
        found = self.get(submission_id)
        text = found.dossier if repair.field == "dossier" else found.text(repair.field)
        if text != repair.before:
            raise UsageError("repair-outdated", field=repair.field)
        after = apply_repair(text, repair.code)
        if repair.field == "dossier":
            return self.edit(submission_id, dossier=after)
        return self.edit(submission_id, {repair.field: after})

    def similar(self, submission_id: str) -> list[Similar]:
        """Cases and other submissions that say nearly the same, and those of earlier editions, the nearest first."""
        from review_app.model.nomination.similar import find_similar

        return find_similar(self.get(submission_id), self.all(), self._nominations.all(), self.earlier.all())

    def recheck(self) -> list[Submission]:
        """Looks again at everything that waits, as after a change of the campaign's facets or of its checklist; returns
        those whose state has changed."""
        changed = []
        with self._db.transaction():
            for old in self.all():
                if old.state in ("received", "complete") and (new := self.examination.standing(old)) != old:
                    self.put(new)
                    changed += [new] if new.state != old.state else []
        return changed

    # ------------------------------------------------------------ inside

    def _find(self, submission_id: str) -> Submission | None:
        found = self._db.row("SELECT record FROM submission WHERE id = ?", (submission_id,))
        if found is not None:
            return submission_of(found[0])
        of_before = (case_id for case_id in self._nominations.ids() if id_from_case(case_id) == submission_id)
        return next((from_case(self._nominations.get(case_id)) for case_id in of_before), None)

    def _of_before(self, known: set[str]) -> list[Submission]:
        """A submission for every case that has none in the table."""
        missing = set(self._nominations.ids()) - known
        return [from_case(self._nominations.get(case_id)) for case_id in sorted(missing)]

    def _in_state(self, submission_id: str, *states: SubmissionState) -> Submission:
        found = self.get(submission_id)
        if found.state not in states:
            raise UsageError("submission-state", submission=submission_id, state=found.state)
        return found
