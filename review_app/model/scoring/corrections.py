"""What the organizer changed in a round that is under way, beside what the expert has stored of it."""

from __future__ import annotations

from pathlib import Path

import msgspec

from review_app.model.package.amendment import SignedAmendment, open_amendment
from review_app.model.package.open import CasePackage
from review_app.model.scoring.meta import StoreMeta
from review_app.model.scoring.notices import KeptAmendments, Notice, marked_entry, seen_entry
from review_app.model.scoring.scores import CaseScores, Standing
from review_app.model.scoring.store import ScoreStore


class Corrections:
    """The amendments kept beside a store, what of them the expert has confirmed, and the marks that they put on
    cases.  No mark takes a change of the expert's own back that comes at the same moment."""

    def __init__(self, package: CasePackage, store: ScoreStore, store_file: Path) -> None:
        self._package, self._store = package, store
        self.kept = KeptAmendments(store_file, self._open)
        self._take_in()

    def add(self, content: bytes) -> SignedAmendment:
        """See :meth:`ReviewSession.add_amendment`."""
        signed = self.kept.add(content)
        self._take_in()
        return signed

    def notices(self) -> list[Notice]:
        """Every change that the organizer made to this round, in order."""
        return self.kept.notices(self._store.meta().amendments)

    def unseen(self, case_id: str) -> list[Notice]:
        """The corrections to a case that the expert hasn't confirmed to have looked at."""
        return [each for each in self.notices() if each.change.subject == case_id and not each.seen]

    def confirm(self, case_id: str) -> None:
        """The expert has looked at the corrections to a case; a mark that they alone had put on it goes."""
        unseen = self.unseen(case_id)
        if not unseen:
            return
        marked = {marked_entry(each.digest, case_id) for each in unseen} & set(self._store.meta().amendments)
        self._note([seen_entry(each.digest, case_id) for each in unseen])
        if marked:
            self._store.change(case_id, _plain, undoable=False)

    def _take_in(self) -> None:
        """Reads what is kept; of what is new here, the corrected cases are marked for another look, once."""
        remembered = self._store.meta().amendments
        self.kept.load(remembered)
        entries: list[str] = []
        for signed in self.kept.known:
            if signed.digest not in remembered:
                entries.append(signed.digest)
                entries += self._mark_corrected(signed)
        if entries:
            self._note(entries, now=True)

    def _mark_corrected(self, signed: SignedAmendment) -> list[str]:
        """Marks the scored cases that an amendment corrects; what to remember of it."""
        entries = []
        for change in signed.amendment.changes:
            if change.kind == "erratum":
                before, after = self._store.change(change.subject, _marked, undoable=False)
                if before != after:
                    entries.append(marked_entry(signed.digest, change.subject))
        return entries

    def _note(self, entries: list[str], *, now: bool = False) -> None:
        def noted(meta: StoreMeta) -> StoreMeta:
            return msgspec.structs.replace(meta, amendments=[*meta.amendments, *entries])

        self._store.change_meta(noted, now=now)

    def _open(self, content: bytes) -> SignedAmendment:
        package = self._package
        return open_amendment(
            content, package.identity, package.sealed.organizer, package.terms, package.digest
        )


def _marked(state: CaseScores) -> CaseScores:
    if state.standing is Standing.UNSCORED:
        return state
    return msgspec.structs.replace(state, doubtful=True)


def _plain(state: CaseScores) -> CaseScores:
    return msgspec.structs.replace(state, doubtful=False)
