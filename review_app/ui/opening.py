"""What lies in files that somebody opens or drops, found out beside the window; and unlocking a package.

A quick answer is waited for, so that nothing flickers; after that the window stays alive and says what it waits for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal

from review_app.model import card_memory
from review_app.model.crypto.ballot_card import BallotCard, parse_card
from review_app.model.errors import InputError, ReviewError
from review_app.model.file_kind import FileKind, file_head, file_kind
from review_app.model.package.open import SealedPackage
from review_app.model.package.parts import read_part
from review_app.model.progress import Progress
from review_app.model.scoring.session import ReviewSession
from review_app.model.value import Value
from review_app.ui.jobs import Job, Jobs

PATIENCE = 0.15
"""Seconds that the window itself waits for an answer before it goes on without."""


class Outside(Value, frozen=True):
    """What a package says without a card."""

    path: Path
    round_id: str
    organizer_thumbprint: str
    beside: tuple[Path, ...] = ()
    """Files that came with it, where it is in parts that don't all lie in one folder."""


class Memory(Value, frozen=True):
    """What the system's store of secrets says: whether it can keep a card at all, and the one it keeps."""

    possible: bool
    card: BallotCard | None = None


class Found(msgspec.Struct):
    """What a handful of files turned out to be.  ``others`` are neither package nor card; ``kind`` None is unknown.

    ``session``: the package opened with the card, where both were given.
    """

    def close(self) -> None:
        """Closes what nobody waits for any more."""
        if self.session is not None:
            self.session.close()

    package: Outside | None = None
    card: BallotCard | None = None
    session: ReviewSession | None = None
    card_refused: ReviewError | None = None
    others: list[tuple[Path, FileKind | None]] = msgspec.field(default_factory=list)
    refused: list[ReviewError] = msgspec.field(default_factory=list)


def find(files: Sequence[Path], progress: Progress, at_once: bool = False) -> Found:
    """Looks into ``files``; the first package and the first card among them are taken.

    ``at_once``: where both are there, the package is opened, too.  The caller has no round open then.
    """
    found = Found()
    package: Path | None = None
    parts: list[Path] = []
    progress.start(len(files))
    for path in files:
        try:
            kind = file_kind(path)
            if kind is FileKind.PART:
                parts.append(path)
            elif kind is FileKind.PACKAGE and package is None:
                package = path
            elif kind is FileKind.CARD and found.card is None:
                found.card = parse_card(file_head(path).decode("utf-8-sig"))
            else:
                found.others.append((path, kind))
        except ReviewError as failure:
            if failure.code == "unknown-file":
                found.others.append((path, None))
            else:
                found.refused.append(failure)
        progress.step()
    if parts and package is None:
        package = parts[0]  # of several packages in parts the first, as of several whole ones
    if package is not None:
        try:
            _open(package, found, at_once, parts)
        except ReviewError as failure:
            found.refused.append(failure)
    return found


def _open(package: Path, found: Found, at_once: bool, parts: Sequence[Path]) -> None:
    if at_once and found.card is not None:
        try:
            found.session = ReviewSession.open(package, found.card, beside=parts)
            found.package = _outside(found.session.package.sealed, package)
            found.refused += _passed_over(found.session.package.sealed)
            _other_parts(found, parts)
            return
        except ReviewError as failure:
            found.card_refused = failure
    with SealedPackage.open(package, parts) as sealed:
        found.package = _outside(sealed, package)
        found.refused += _passed_over(sealed)
    _other_parts(found, parts)


def _outside(sealed: SealedPackage, package: Path) -> Outside:
    used = sealed.joined.parts if sealed.joined is not None else []
    apart = any(part.path.parent != package.parent for part in used)
    beside = tuple(part.path for part in used) if apart else ()
    return Outside(package, sealed.round_id, sealed.organizer_thumbprint, beside)


def _passed_over(sealed: SealedPackage) -> list[ReviewError]:
    """What is to be said of files that only pretend to be one of the package's parts."""
    forged = sealed.joined.passed_over if sealed.joined is not None else []
    return [
        InputError("part-passed-over", name=part.path.name, number=part.header.number) for part in forged[:3]
    ]


def _other_parts(found: Found, parts: Sequence[Path]) -> None:
    """Says once that a second package was given, where some of the parts are of another."""
    if found.package is None or not parts:
        return
    try:
        of_packages = {read_part(path).header.package for path in parts}
    except ReviewError:  # a damaged copy of a part that is there in a sound one
        return
    if len(of_packages) > 1 or parts[0] != found.package.path:
        found.others.append((parts[-1], FileKind.PACKAGE))


def _load_page() -> None:
    """Loads the page that most openings end in, while the file is being read in another thread."""
    import review_app.ui.expert.round_page
    import review_app.ui.round_notes  # noqa: F401 - loading is what this is about


class Opening(QObject):
    """One opening at a time: a new one stops the one before.  ``waiting`` says what takes longer than a moment."""

    waiting = Signal(str)
    over = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None

    @property
    def under_way(self) -> bool:
        """Whether something is being opened."""
        return self._job is not None

    def look(
        self,
        files: Sequence[Path],
        done: Callable[[Found], None],
        failed: Callable[[Exception], None],
        patience: float = PATIENCE,
        at_once: bool = False,
    ) -> None:
        """Finds out what ``files`` are; see :func:`find`."""
        self._start(
            lambda progress: find(files, progress, at_once),
            done,
            failed,
            files[0].name,
            patience,
            Found.close,
        )

    def unlock(
        self,
        package: Path,
        card: BallotCard,
        done: Callable[[ReviewSession], None],
        failed: Callable[[Exception], None],
        patience: float = PATIENCE,
        beside: Sequence[Path] = (),
    ) -> None:
        """Opens package and store with ``card``.  A session that nobody waits for any more is closed again."""
        self._start(
            lambda progress: ReviewSession.open(package, card, beside=beside),
            done,
            failed,
            package.name,
            patience,
            ReviewSession.close,
        )

    def recall(self, outside: Outside, done: Callable[[Memory], None]) -> None:
        """Asks the system's store of secrets for the card of a package; one that fails keeps none."""

        def ask(progress: Progress) -> Memory:
            possible = card_memory.can_remember()
            names = (outside.round_id, outside.organizer_thumbprint)
            return Memory(possible, card_memory.recall(*names) if possible else None)

        self._jobs.aside(ask, done, lambda failure: done(Memory(possible=False)))

    def stop(self) -> None:
        """What is being opened is wanted no more."""
        if self._job is not None:
            self._job.stop()
            self._over()

    def _start(
        self,
        work: Callable[[Progress], object],
        done: Callable[..., None],
        failed: Callable[[Exception], None],
        name: str,
        patience: float,
        dropped: Callable[..., None] | None = None,
    ) -> None:
        self.stop()

        def answered(result: object) -> None:
            self._over()
            done(result)

        def refused(failure: Exception) -> None:
            self._over()
            failed(failure)

        job = self._job = self._jobs.start(work, answered, refused, dropped)
        _load_page()
        if not job.wait(patience) and self._job is job:
            self.waiting.emit(name)

    def _over(self) -> None:
        self._job = None
        self.over.emit()
