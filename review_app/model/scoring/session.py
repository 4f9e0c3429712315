"""One expert at work on one package: the use cases that the window and the command line share.

Every change is durable when its method returns, unless :meth:`ReviewSession.write_behind` asked for less.  Nothing here
knows a screen.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from types import TracebackType
from typing import Any

import msgspec
from msgspec import UNSET

from review_app.model.crypto.ballot_card import BallotCard
from review_app.model.errors import InputError, ReviewError
from review_app.model.files import ensure_folder, home_folder, write_atomically
from review_app.model.package.amendment import SignedAmendment, open_amendment, withdrawn_cases
from review_app.model.package.open import CasePackage, SealedPackage
from review_app.model.rubric import Rubric
from review_app.model.scoring.backup import open_backup, pack_backup
from review_app.model.scoring.history import CaseRecord, Step
from review_app.model.scoring.merge import BackupOutcome, merge_meta, merge_records
from review_app.model.scoring.meta import Exported, StoreMeta
from review_app.model.scoring.notices import KeptAmendments, Notice, NoticeTrouble, marked_entry, seen_entry
from review_app.model.scoring.order import reading_order
from review_app.model.scoring.saving import Outcome
from review_app.model.scoring.scores import CaseScores, Standing, check_score
from review_app.model.scoring.sheet import MAX_REVISION, Receipt, make_sheet, open_cases
from review_app.model.scoring.store import ScoreStore, store_path
from review_app.model.terms import Terms
from review_app.model.text import storable
from review_app.model.value import Value

NOTE_LIMIT = 20_000
"""Characters of a private note."""


class RankedCase(Value, frozen=True):
    """A line of the expert's own ranking; equal totals share a rank."""

    rank: int
    case_id: str
    total: Fraction


class ReviewSession:
    """A package opened with a card, and the score store that belongs to it."""

    def __init__(self, package: CasePackage, store: ScoreStore, store_file: Path) -> None:
        self.package = package
        self._store = store
        self._store_file = store_file
        self._remembering = threading.Lock()  # an export may run beside the window
        self._accepted: Callable[[str, CaseScores, CaseScores], None] | None = None
        self._suggested: tuple[tuple[str, ...], dict[str, str]] = ((), {})
        self._kept = KeptAmendments(store_file, self._open_amendment)
        self._take_in_amendments()

    @classmethod
    def open(cls, package_file: Path, card: BallotCard, home: Path | None = None) -> ReviewSession:
        """Opens package and store; a store that isn't there yet is made.

        Raises what :meth:`SealedPackage.open`, :meth:`SealedPackage.unlock` and :meth:`ScoreStore.open` raise.
        """
        sealed = SealedPackage.open(package_file)
        try:
            package = sealed.unlock(card)
            file = store_path(home or home_folder(), package.terms.round_id, package.keys)
            ensure_folder(file.parent)
            store = ScoreStore.open(
                file,
                round_id=package.terms.round_id,
                store_key=package.keys.store_key,
                case_ids=package.terms.candidate_ids,
                criteria=len(package.terms.rubric.criteria),
            )
            try:
                return cls(package, store, file)
            except BaseException:
                store.close()
                raise
        except BaseException:
            sealed.close()
            raise

    def __enter__(self) -> ReviewSession:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes store and package."""
        self._store.close()
        self.package.close()

    def write_behind(
        self,
        told: Callable[[Outcome], None],
        accepted: Callable[[str, CaseScores, CaseScores], None] | None = None,
    ) -> None:
        """Lets a thread write: see :meth:`ScoreStore.write_behind`.  An export still waits for the disk.

        ``accepted`` hears, in the thread that made it, of every change but undo and redo: the case, the state before
        and the one asked for, which a quick failure may have taken back by then.
        """
        self._accepted = accepted
        self._store.write_behind(told)

    def write_through(self) -> None:
        """Waits for what is accepted, and writes in the calling thread again."""
        self._store.write_through()
        self._accepted = None

    def wait(self) -> None:
        """Returns when nothing waits for the disk."""
        self._store.wait()

    @property
    def settled(self) -> bool:
        """Whether everything accepted is durable, or was told as lost."""
        return self._store.settled

    @property
    def terms(self) -> Terms:
        """The terms of the round."""
        return self.package.terms

    @property
    def rubric(self) -> Rubric:
        """The rubric of the round."""
        return self.package.terms.rubric

    @property
    def reading_order(self) -> list[str]:
        """The candidates in this card's own order."""
        return reading_order(self.terms.candidate_ids, self.package.keys.order_key)

    @property
    def amendments(self) -> list[SignedAmendment]:
        """The amendments this session knows, in order."""
        return list(self._kept.known)

    @property
    def amendment_trouble(self) -> NoticeTrouble | None:
        """Why an amendment that was kept is left out, with those after it, or None.

        They are left out until :meth:`add_amendment` gets that number again.
        """
        return self._kept.trouble

    @property
    def unreadable_amendment(self) -> int | None:
        """The number of that amendment, or None."""
        return self._kept.trouble.number if self._kept.trouble is not None else None

    def notices(self) -> list[Notice]:
        """Every change that the organizer made to this round, in order."""
        return self._kept.notices(self.meta.amendments)

    def unseen_notices(self, case_id: str) -> list[Notice]:
        """The corrections to a case that the expert hasn't confirmed to have looked at."""
        return [each for each in self.notices() if each.change.subject == case_id and not each.seen]

    def confirm_notices(self, case_id: str) -> None:
        """The expert has looked at the corrections to a case; a mark that they alone had put on it goes."""
        unseen = self.unseen_notices(case_id)
        if not unseen:
            return
        marked = {marked_entry(each.digest, case_id) for each in unseen} & set(self.meta.amendments)
        entries = [seen_entry(each.digest, case_id) for each in unseen]
        self._remember(lambda meta: {"amendments": [*meta.amendments, *entries]})
        if marked and self.state(case_id).doubtful:
            plain = msgspec.structs.replace(self.state(case_id), doubtful=False)
            self._store.put(case_id, plain, undoable=False)

    @property
    def withdrawn(self) -> set[str]:
        """Cases an amendment took out of the contest."""
        return withdrawn_cases(self._kept.known)

    def state(self, case_id: str) -> CaseScores:
        """What is stored of a case; raises InputError ``unknown-case``."""
        self._known(case_id)
        return self._store.get(case_id)

    def states(self) -> dict[str, CaseScores]:
        """What is stored of every case, in terms order."""
        return self._store.all()

    def history(self, case_id: str) -> list[CaseScores]:
        """Earlier states of a case, oldest first."""
        self._known(case_id)
        return self._store.history(case_id)

    def set_score(self, case_id: str, criterion: int, value: int | None) -> CaseScores:
        """Sets or clears one score.

        Raises InputError ``unknown-case``, ``unknown-criterion``, ``score-out-of-range``.
        """
        if not 0 <= criterion < len(self.rubric.criteria):
            raise InputError("unknown-criterion", criterion=criterion)
        if value is not None:
            check_score(value, self.rubric)

        def change(state: CaseScores) -> CaseScores:
            scores = tuple(value if place == criterion else old for place, old in enumerate(state.scores))
            return msgspec.structs.replace(state, scores=scores)

        return self._change(case_id, change)

    def set_comment(self, case_id: str, text: str) -> CaseScores:
        """Sets the comment that goes with the sheet.  Raises InputError ``comment-too-long``."""
        text = storable(text)
        if len(text) > self.terms.comment_limit:
            raise InputError("comment-too-long", case=case_id, limit=self.terms.comment_limit)
        return self._change(case_id, lambda state: msgspec.structs.replace(state, comment=text))

    def set_note(self, case_id: str, text: str) -> CaseScores:
        """Sets the private note, which never leaves the store.  Raises InputError ``note-too-long``."""
        text = storable(text)
        if len(text) > NOTE_LIMIT:
            raise InputError("note-too-long", over=len(text) - NOTE_LIMIT, limit=NOTE_LIMIT)
        return self._change(case_id, lambda state: msgspec.structs.replace(state, note=text))

    def set_recused(self, case_id: str, recused: bool, reason: str = "") -> CaseScores:
        """Recuses from a case, or takes that back; scores given before stay.  The reason stays on this computer."""
        return self._change(
            case_id,
            lambda state: msgspec.structs.replace(
                state,
                recused=recused,
                recusal_reason=storable(reason)[:500] if recused else "",
                abstained=False,
            ),
        )

    def set_abstained(self, case_id: str, abstained: bool) -> CaseScores:
        """Abstains from a case, or takes that back.  Raises InputError ``abstention-not-allowed``."""
        if abstained and not self.terms.rule.abstention:
            raise InputError("abstention-not-allowed", case=case_id)
        return self._change(
            case_id,
            lambda state: msgspec.structs.replace(
                state, abstained=abstained, recused=False if abstained else state.recused
            ),
        )

    def set_doubtful(self, case_id: str, doubtful: bool) -> CaseScores:
        """Marks a case for another look."""
        return self._change(case_id, lambda state: msgspec.structs.replace(state, doubtful=doubtful))

    def set_state(self, case_id: str, state: CaseScores) -> CaseScores:
        """Sets everything of a case at once: one change, one step to undo.

        Raises InputError ``unknown-case``, ``unknown-criterion``, and ValueError for what no store takes.
        """
        if len(state.scores) != len(self.rubric.criteria):
            raise InputError("unknown-criterion", criterion=len(state.scores))
        return self._change(case_id, lambda _: state)

    def undo(self) -> Step | None:
        """Takes the latest change of all cases back, over restarts; None when there is none any more.

        What was exported, reading places and amendments are no changes of a case, and stay.
        """
        return self._store.undo()

    def redo(self) -> Step | None:
        """Brings back what was undone last; None when there is none, and after a new change."""
        return self._store.redo()

    @property
    def undoable(self) -> Step | None:
        """What :meth:`undo` would take back, from ``after`` to ``before``."""
        return self._store.undoable

    @property
    def redoable(self) -> Step | None:
        """What :meth:`redo` would bring back, from ``before`` to ``after``."""
        return self._store.redoable

    def changes(self, case_id: str) -> list[Step]:
        """The changes of a case that are still remembered and hold, oldest first; typing in a text counts as one."""
        states = [*self.history(case_id), self.state(case_id)]
        return [Step(case_id, before, after) for before, after in pairwise(states)]

    def open_cases(self) -> list[str]:
        """Cases still to be decided, in terms order."""
        return open_cases(self.states(), self.terms, self.withdrawn)

    def own_ranking(self) -> list[RankedCase]:
        """The scored cases by total, highest first; equal totals share a rank."""
        return rank_totals(
            {
                case_id: total
                for case_id, state in self.states().items()
                if (total := state.total(self.rubric)) is not None
            }
        )

    @property
    def meta(self) -> StoreMeta:
        """What the store remembers beside scores: revisions, receipts, the last case and places."""
        return self._store.meta()

    def remember_case(self, case_id: str, places: Mapping[str, str] | None = None) -> None:
        """Remembers where the expert was."""
        self._remember(
            lambda meta: {"last_case": case_id, "places": meta.places | dict(places or {})},
        )

    @property
    def affiliations(self) -> tuple[str, ...]:
        """The bodies that the expert named as the own ones; they stay in the sealed store."""
        named = self._store.meta().affiliations
        return () if named is UNSET else tuple(named)

    @property
    def affiliations_asked(self) -> bool:
        """Whether the expert has answered which bodies are the own ones, or would rather not."""
        return self._store.meta().affiliations is not UNSET

    def set_affiliations(self, names: Iterable[str]) -> None:
        """Remembers them, without blank and repeated ones; durable when this returns, as it is said at once.  Raises
        InputError ``affiliations-too-long``."""
        from review_app.model.scoring.affiliation import AFFILIATIONS, NAME_LIMIT

        given = list(dict.fromkeys(name for each in names if (name := storable(each).strip())))
        if len(given) > AFFILIATIONS or any(len(name) > NAME_LIMIT for name in given):
            raise InputError("affiliations-too-long", count=AFFILIATIONS, limit=NAME_LIMIT)
        self._remember(lambda meta: {"affiliations": given}, now=True)

    def suggested_recusals(self) -> dict[str, str]:
        """The cases that an own body nominated or would receive the award for, each with that body as the expert named
        it; in terms order, whatever was decided of them.  The rule stands in ``affiliation.py``."""
        own = self.affiliations
        found: dict[str, str] = {}
        if own == self._suggested[0]:  # asked for at every key, and the package doesn't change
            return dict(self._suggested[1])
        from review_app.model.scoring.affiliation import matching_affiliation  # not before it is wanted

        for case in self.package.manifest.cases:
            match = matching_affiliation(own, (case.organisation, case.recipient))
            if match is not None:
                found[case.id] = match
        self._suggested = (own, found)
        return dict(found)

    def note_earlier_revision(self, revision: int) -> None:
        """Says that revision ``revision`` was exported on another computer, so that the next one is higher."""
        if not 0 <= revision < MAX_REVISION:
            raise InputError("too-many-revisions", limit=MAX_REVISION)
        self._remember(lambda meta: {"last_revision": max(meta.last_revision, revision)}, now=True)

    def export(self, file: Path) -> Receipt:
        """Signs and seals what is stored into ``file`` and remembers the receipt.

        The revision is taken durably before the file is written: a crash in between skips a number, and no number is
        ever used for two different sheets.  Raises InputError ``scores-incomplete`` (with the ids), ``file-exists``.
        """
        if file.exists():
            raise InputError("file-exists", name=file.name)
        self._store.make_durable()
        revision = self._store.meta().last_revision + 1
        content, receipt = make_sheet(
            self.terms,
            self.package.digest,
            self.package.keys,
            self.states(),
            revision,
            amendment=len(self._kept.known),
            withdrawn=self.withdrawn,
        )
        self._remember(lambda meta: {"last_revision": revision}, now=True)
        write_atomically(file, content)
        done = Exported(revision=revision, receipt=receipt.receipt, delivery_code=receipt.delivery_code)
        self._remember(lambda meta: {"exported": [*meta.exported, done]}, now=True)
        return receipt

    def current_export(self) -> Exported | None:
        """The last sheet exported here, if what is stored is what it says; else None.

        What an amendment changed since then makes no difference: a sheet is judged by those that it had seen.
        """
        standing = self.standing_export()
        return standing[0] if standing is not None else None

    def standing_export(self) -> tuple[Exported, int] | None:
        """:meth:`current_export`, and how many amendments came after it."""
        exported = self.meta.exported
        if not exported:
            return None
        last = exported[-1]
        for seen in range(len(self._kept.known), -1, -1):
            try:
                _, receipt = make_sheet(
                    self.terms,
                    self.package.digest,
                    self.package.keys,
                    self.states(),
                    last.revision,
                    amendment=seen,
                    withdrawn=withdrawn_cases(self._kept.known[:seen]),
                )
            except ReviewError:  # not complete any more, or not with those amendments
                continue
            if receipt.receipt == last.receipt:
                return last, len(self._kept.known) - seen
        return None

    def make_backup(self, file: Path) -> None:
        """Writes all of this card's work into ``file``, sealed so that only the card opens it: scores, notes, history,
        what was undone, receipts, amendments.  Raises InputError ``file-exists``."""
        if file.exists():
            raise InputError("file-exists", name=file.name)
        self._store.make_durable()
        content = pack_backup(
            self._store.records(),
            self._store.meta(),
            self._kept.contents(),
            round_id=self.terms.round_id,
            scope=self._store.scope,
            store_key=self.package.keys.store_key,
        )
        write_atomically(file, content)

    def restore_backup(self, content: bytes) -> BackupOutcome:
        """Takes in the work that :meth:`make_backup` wrote on another computer; durable when it returns, all or
        nothing of the scores.  How it meets work done here stands in ``merge.py``.

        Raises InputError ``not-a-backup``, ``backup-damaged``, ``backup-newer``, ``backup-other-round``,
        ``backup-other-card``, and what :meth:`add_amendment` and :meth:`ScoreStore.put` raise.
        """
        backup = open_backup(
            content,
            round_id=self.terms.round_id,
            scope=self._store.scope,
            store_key=self.package.keys.store_key,
        )
        try:
            for record in backup.records.values():
                record.check(len(self.rubric.criteria))
            if list(backup.records) != self.terms.candidate_ids:
                raise ValueError("cases")
        except ValueError as failure:
            raise InputError("backup-damaged") from failure
        known = len(self._kept.known)
        for amendment in backup.amendments:
            self.add_amendment(amendment)
        said: dict[str, list[str]] = {}

        def decide(here: Mapping[str, CaseRecord]) -> Mapping[str, CaseRecord]:
            changed, found = merge_records(here, backup.records)
            said.update(found)
            return changed

        receipts = len(self._store.meta().exported)
        with self._remembering:
            self._store.take_in(decide, merge_meta(self._store.meta(), backup.meta))
        meta = self._store.meta()
        return BackupOutcome(
            tuple(said["taken"]),
            tuple(said["kept"]),
            tuple(said["replaced"]),
            meta.last_revision,
            len(meta.exported) - receipts,
            len(self._kept.known) - known,
        )

    def add_amendment(self, content: bytes) -> SignedAmendment:
        """Takes in an amendment and keeps its sealed file beside the store.

        One that is known already is returned unchanged.  The one that became unreadable here is replaced, and those
        kept after it hold again.  Raises what :func:`open_amendment` raises and InputError ``amendment-gap`` when
        an earlier one is missing.
        """
        signed = self._kept.add(content)
        self._take_in_amendments()
        return signed

    def _take_in_amendments(self) -> None:
        """Reads what is kept; of what is new here, the corrected cases are marked for another look, once."""
        remembered = self.meta.amendments
        self._kept.load(remembered)
        entries: list[str] = []
        for signed in self._kept.known:
            if signed.digest not in remembered:
                entries.append(signed.digest)
                entries += self._mark_corrected(signed)
        if entries:
            self._remember(lambda meta: {"amendments": [*meta.amendments, *entries]}, now=True)

    def _mark_corrected(self, signed: SignedAmendment) -> list[str]:
        """Marks the scored cases that an amendment corrects; what to remember of it."""
        entries = []
        for change in signed.amendment.changes:
            if change.kind != "erratum":
                continue
            state = self.state(change.subject)
            if state.standing is not Standing.UNSCORED and not state.doubtful:
                marked = msgspec.structs.replace(state, doubtful=True)
                self._store.put(change.subject, marked, undoable=False)
                entries.append(marked_entry(signed.digest, change.subject))
        return entries

    def _open_amendment(self, content: bytes) -> SignedAmendment:
        package = self.package
        return open_amendment(
            content, package.identity, package.sealed.organizer, package.terms, package.digest
        )

    def _remember(self, change: Callable[[StoreMeta], dict[str, Any]], *, now: bool = False) -> None:
        """Changes what is remembered beside scores: the fields that ``change`` names, one change after the other."""
        with self._remembering:
            meta = self._store.meta()
            self._store.put_meta(msgspec.structs.replace(meta, **change(meta)), now=now)

    def _known(self, case_id: str) -> None:
        if case_id not in self.terms.candidate_ids:
            raise InputError("unknown-case", case=case_id)

    def _change(self, case_id: str, change: Callable[[CaseScores], CaseScores]) -> CaseScores:
        old = self.state(case_id)
        new = change(old)
        if new != old:
            self._store.put(case_id, new)
            if self._accepted is not None:
                self._accepted(case_id, old, new)
        return new


def rank_totals(totals: Mapping[str, Fraction]) -> list[RankedCase]:
    """Standard competition ranking (1, 2, 2, 4) of exact totals, highest first; ties in the mapping's order."""
    ranking: list[RankedCase] = []
    for place, (case_id, total) in enumerate(sorted(totals.items(), key=lambda item: -item[1]), start=1):
        shared = ranking[-1].rank if ranking and ranking[-1].total == total else place
        ranking.append(RankedCase(shared, case_id, total))
    return ranking
