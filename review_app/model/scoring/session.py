"""One expert at work on one package: the use cases that the window and the command line share.

Every change is durable when its method returns, unless :meth:`ReviewSession.write_behind` asked for less.  Nothing here
knows a screen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import msgspec
from msgspec import UNSET

from review_app.model.crypto.ballot_card import BallotCard
from review_app.model.errors import InputError
from review_app.model.files import ensure_folder, home_folder
from review_app.model.package.amendment import SignedAmendment, withdrawn_cases
from review_app.model.package.open import CasePackage, SealedPackage
from review_app.model.scoring.case_work import NOTE_LIMIT as NOTE_LIMIT
from review_app.model.scoring.case_work import CaseWork
from review_app.model.scoring.corrections import Corrections
from review_app.model.scoring.meta import Exported, StoreMeta
from review_app.model.scoring.notices import Notice, NoticeTrouble
from review_app.model.scoring.order import reading_order
from review_app.model.scoring.saving import Outcome
from review_app.model.scoring.scores import CaseScores
from review_app.model.scoring.sheet import MAX_REVISION, Receipt, open_cases
from review_app.model.scoring.store import ScoreStore, store_path
from review_app.model.text import storable

if TYPE_CHECKING:
    from review_app.model.scoring.merge import BackupOutcome


class ReviewSession(CaseWork):
    """A package opened with a card, and the score store that belongs to it."""

    def __init__(self, package: CasePackage, store: ScoreStore, store_file: Path) -> None:
        super().__init__(package.terms, store)
        self.package = package
        self._suggested: tuple[tuple[str, ...], dict[str, str]] = ((), {})
        self._corrections = Corrections(package, store, store_file)

    @classmethod
    def open(
        cls, package_file: Path, card: BallotCard, home: Path | None = None, beside: Iterable[Path] = ()
    ) -> ReviewSession:
        """Opens package and store; a store that isn't there yet is made.

        ``beside``: files that came with a package in parts.  Raises what :meth:`SealedPackage.open`,
        :meth:`SealedPackage.unlock` and :meth:`ScoreStore.open` raise.
        """
        return cls._open(package_file, lambda sealed: sealed.unlock(card), home or home_folder(), beside)

    @classmethod
    def look(cls, package_file: Path, identity: str, home: Path) -> ReviewSession:
        """Opens a package with its own age identity, to see what an expert would; what is typed lands in ``home``.
        Nothing signed from it would be admitted."""
        return cls._open(package_file, lambda sealed: sealed.look(identity), home, ())

    @classmethod
    def _open(
        cls,
        package_file: Path,
        unlock: Callable[[SealedPackage], CasePackage],
        home: Path,
        beside: Iterable[Path],
    ) -> ReviewSession:
        sealed = SealedPackage.open(package_file, beside)
        try:
            package = unlock(sealed)
            file = store_path(home, package.terms.round_id, package.keys)
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
    def reading_order(self) -> list[str]:
        """The candidates in this card's own order."""
        return reading_order(self.terms.candidate_ids, self.package.keys.order_key)

    @property
    def amendments(self) -> list[SignedAmendment]:
        """The amendments this session knows, in order."""
        return list(self._corrections.kept.known)

    @property
    def amendment_trouble(self) -> NoticeTrouble | None:
        """Why an amendment that was kept is left out, with those after it, or None.

        They are left out until :meth:`add_amendment` gets that number again.
        """
        return self._corrections.kept.trouble

    @property
    def unreadable_amendment(self) -> int | None:
        """The number of that amendment, or None."""
        trouble = self._corrections.kept.trouble
        return trouble.number if trouble is not None else None

    def notices(self) -> list[Notice]:
        """Every change that the organizer made to this round, in order."""
        return self._corrections.notices()

    def unseen_notices(self, case_id: str) -> list[Notice]:
        """The corrections to a case that the expert hasn't confirmed to have looked at."""
        return self._corrections.unseen(case_id)

    def confirm_notices(self, case_id: str) -> None:
        """The expert has looked at the corrections to a case; a mark that they alone had put on it goes."""
        self._corrections.confirm(case_id)

    @property
    def withdrawn(self) -> set[str]:
        """Cases an amendment took out of the contest."""
        return withdrawn_cases(self._corrections.kept.known)

    def open_cases(self) -> list[str]:
        """Cases still to be decided, in terms order."""
        return open_cases(self.states(), self.terms, self.withdrawn)

    @property
    def meta(self) -> StoreMeta:
        """What the store remembers beside scores: revisions, receipts, the last case and places."""
        return self._store.meta()

    def remember_case(self, case_id: str, places: Mapping[str, str] | None = None) -> None:
        """Remembers where the expert was."""
        self._store.change_meta(
            lambda meta: msgspec.structs.replace(
                meta, last_case=case_id, places=meta.places | dict(places or {})
            )
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
        self._store.change_meta(lambda meta: msgspec.structs.replace(meta, affiliations=given), now=True)

    def suggested_recusals(self) -> dict[str, str]:
        """The cases that an own body nominated, carried out or would receive the award for, each with that body as the
        expert named it; in terms order, whatever was decided of them.  The rule stands in ``affiliation.py``."""
        own = self.affiliations
        found: dict[str, str] = {}
        if own == self._suggested[0]:  # asked for at every key, and the package doesn't change
            return dict(self._suggested[1])
        from review_app.model.scoring.affiliation import matching_affiliation  # not before it is wanted

        for case in self.package.manifest.cases:
            match = matching_affiliation(own, (case.organisation, case.carrying_body, case.recipient))
            if match is not None:
                found[case.id] = match
        self._suggested = (own, found)
        return dict(found)

    def note_earlier_revision(self, revision: int) -> None:
        """Says that revision ``revision`` was exported on another computer, so that the next one is higher."""
        if not 0 <= revision < MAX_REVISION:
            raise InputError("too-many-revisions", limit=MAX_REVISION)
        self._store.change_meta(
            lambda meta: msgspec.structs.replace(meta, last_revision=max(meta.last_revision, revision)),
            now=True,
        )

    def export(self, file: Path) -> Receipt:
        """Signs and seals what is stored into ``file`` and remembers the receipt.

        The revision is taken durably before the file is written: a crash in between skips a number, and no number is
        ever used for two different sheets.  Raises InputError ``scores-incomplete`` (with the ids), ``file-exists``.
        """
        from review_app.model.scoring.exporting import export

        return export(self.package, self._store, self.amendments, file)

    def current_export(self) -> Exported | None:
        """The last sheet exported here, if what is stored is what it says; else None.

        What an amendment changed since then makes no difference: a sheet is judged by those that it had seen.
        """
        standing = self.standing_export()
        return standing[0] if standing is not None else None

    def standing_export(self) -> tuple[Exported, int] | None:
        """:meth:`current_export`, and how many amendments came after it."""
        from review_app.model.scoring.exporting import standing_export

        return standing_export(self.package, self._store, self.amendments)

    def make_backup(self, file: Path) -> None:
        """Writes all of this card's work into ``file``, sealed so that only the card opens it: scores, notes, history,
        what was undone, receipts, amendments.  Raises InputError ``file-exists``."""
        from review_app.model.scoring.transfer import make_backup

        make_backup(self.package, self._store, self._corrections, file)

    def restore_backup(self, content: bytes) -> BackupOutcome:
        """Takes in the work that :meth:`make_backup` wrote on another computer; durable when it returns, all or
        nothing of the scores.  How it meets work done here stands in ``merge.py``.

        Raises InputError ``not-a-backup``, ``backup-damaged``, ``backup-newer``, ``backup-other-round``,
        ``backup-other-card``, and what :meth:`add_amendment` and :meth:`ScoreStore.put` raise.
        """
        from review_app.model.scoring.transfer import restore_backup

        return restore_backup(self.package, self._store, self._corrections, content)

    def add_amendment(self, content: bytes) -> SignedAmendment:
        """Takes in an amendment and keeps its sealed file beside the store.

        One that is known already is returned unchanged.  The one that became unreadable here is replaced, and those
        kept after it hold again.  Raises what :func:`open_amendment` raises and InputError ``amendment-gap`` when
        an earlier one is missing.
        """
        return self._corrections.add(content)
