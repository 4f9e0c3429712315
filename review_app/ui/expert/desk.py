"""What the expert's pages share: the session, told to the pages by signals, and the package's reading matter."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QObject, Signal

from review_app.model.errors import ReviewError
from review_app.model.package.manifest import PackageCase
from review_app.model.rubric import Rubric
from review_app.model.scoring.scores import CaseScores
from review_app.model.scoring.session import ReviewSession
from review_app.model.text import visible


@dataclass(frozen=True)
class Piece:
    """One thing to read of a case: its dossier or an attachment, still in the package."""

    member: str
    title: str
    file_name: str
    media_type: str


class Desk(QObject):
    """A session at work.

    Every change goes through :meth:`change` and is durable when that returns; :attr:`saved` follows the commit and
    nothing else.  A change that failed sends :attr:`failed` and leaves the state as it was.
    """

    case_changed = Signal(str)
    saved = Signal()
    failed = Signal(object)
    amended = Signal(object)
    exported = Signal(object)

    def __init__(self, session: ReviewSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.order = session.reading_order
        self._number = {case_id: place for place, case_id in enumerate(self.order, start=1)}
        self._reading = threading.Lock()  # one file, read by the window and by its worker

    @property
    def rubric(self) -> Rubric:
        """The rubric of the round."""
        return self.session.rubric

    def case(self, case_id: str) -> PackageCase:
        """What the package says of a case."""
        return self.session.package.case(case_id)

    def number(self, case_id: str) -> int:
        """Its place in this expert's own reading order, from 1."""
        return self._number[case_id]

    def title(self, case_id: str) -> str:
        """Its title as it can be shown on one line."""
        return visible(self.case(case_id).title, 120)

    def state(self, case_id: str) -> CaseScores:
        """What is stored of a case."""
        return self.session.state(case_id)

    def total(self, case_id: str) -> Fraction | None:
        """Its weighted total, or None."""
        return self.state(case_id).total(self.rubric)

    def is_withdrawn(self, case_id: str) -> bool:
        """Whether an amendment took the case out of the contest."""
        return case_id in self.session.withdrawn

    def is_closed(self, case_id: str) -> bool:
        """Whether nothing is left to decide: scored, recused, abstained or withdrawn."""
        return self.is_withdrawn(case_id) or self.state(case_id).closed

    def progress(self) -> tuple[int, int]:
        """Cases decided, and cases that want a decision."""
        wanted = [case_id for case_id in self.order if not self.is_withdrawn(case_id)]
        return sum(self.state(case_id).closed for case_id in wanted), len(wanted)

    def open_cases(self) -> list[str]:
        """Cases still to be decided, in reading order."""
        return [case_id for case_id in self.order if not self.is_closed(case_id)]

    def next_open(self, case_id: str) -> str | None:
        """The next undecided case after this one, round the end; None when all are decided."""
        place = self.order.index(case_id)
        around = self.order[place + 1 :] + self.order[: place + 1]
        return next((other for other in around if not self.is_closed(other) and other != case_id), None)

    def neighbour(self, case_id: str, step: int) -> str | None:
        """The case ``step`` places further in reading order, or None at the ends."""
        place = self.order.index(case_id) + step
        return self.order[place] if 0 <= place < len(self.order) else None

    def change(self, case_id: str, act: Callable[[ReviewSession], object]) -> bool:
        """Lets ``act`` change the stored state of a case.  Whether it is durable now."""
        before = self.state(case_id)
        try:
            act(self.session)
        except ReviewError as failure:
            self.failed.emit(failure)
            return False
        if self.state(case_id) != before:
            self.case_changed.emit(case_id)
        self.saved.emit()
        return True

    def amend(self, content: bytes) -> None:
        """Takes in an amendment; a refused one sends :attr:`failed`."""
        known = {signed.digest for signed in self.session.amendments}
        try:
            signed = self.session.add_amendment(content)
        except ReviewError as failure:
            self.failed.emit(failure)
            return
        if signed.digest in known:
            self.amended.emit(None)
            return
        for case_id in self.order:
            self.case_changed.emit(case_id)
        self.amended.emit(signed.amendment)

    def pieces(self, case_id: str) -> list[Piece]:
        """The attachments of a case, in the nomination's order."""
        case = self.case(case_id)
        return [
            Piece(
                attachment.member,
                visible(attachment.title or attachment.file_name, 80),
                visible(attachment.file_name, 120),
                self.session.package.media_type(attachment.member),
            )
            for attachment in case.attachments
        ]

    def read_dossier(self, case_id: str) -> str:
        """The dossier's Markdown; from any thread.  Raises what the package raises."""
        with self._reading:
            return self.session.package.dossier(case_id)

    def read_piece(self, member: str) -> bytes:
        """The bytes of an attachment; from any thread.  Raises what the package raises."""
        with self._reading:
            return self.session.package.read_member(member)

    def picture_of(self, case_id: str, file_name: str) -> bytes | None:
        """A picture that the dossier of a case shows by its attachment's file name, or None."""
        for attachment in self.case(case_id).attachments:
            if attachment.file_name == file_name:
                try:
                    return self.read_piece(attachment.member)
                except ReviewError:
                    return None
        return None
