"""What the expert's pages share: the session, told to the pages by signals, and the package's reading matter."""

from __future__ import annotations

import contextlib
import threading
from collections import deque
from collections.abc import Callable
from fractions import Fraction
from functools import partial
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal

from review_app.model.errors import ReviewError
from review_app.model.package.manifest import PackageCase
from review_app.model.rubric import Rubric
from review_app.model.scoring.history import Step
from review_app.model.scoring.saving import Outcome
from review_app.model.scoring.scores import CaseScores
from review_app.model.scoring.session import ReviewSession
from review_app.model.text import visible
from review_app.model.value import Value

Kind = Literal["comment", "note", "recusal_reason"]
_KINDS: tuple[Kind, ...] = ("comment", "note", "recusal_reason")


class Piece(Value, frozen=True):
    """One thing to read of a case: its dossier or an attachment, still in the package."""

    member: str
    title: str
    file_name: str
    media_type: str


class Desk(QObject):
    """A session at work.

    Every change goes through :meth:`change`: it is checked and holds at once, and a thread makes it durable.
    :attr:`waiting` says that something is on its way; :attr:`saved` follows the commit of everything that was accepted
    and nothing else.  When a write fails, what isn't durable goes back, :attr:`case_changed` names the cases and
    :attr:`failed` says why; words typed into a comment or a note are kept here until they could be stored.
    """

    case_changed = Signal(str)
    waiting = Signal()
    saved = Signal()
    words_saved = Signal(str, str, object)
    """A case, ``comment`` or ``note``, and the text that is durable now."""
    failed = Signal(object)
    amended = Signal(object)
    exported = Signal(object)
    sheet_judged = Signal()
    """Follows a change of :attr:`sheet_right`."""
    stepping = Signal()
    """Before an undo or redo: what is still in a field has to be handed over first."""
    stepped = Signal(str)
    steps_changed = Signal()
    _heard = Signal()

    def __init__(self, session: ReviewSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.order = session.reading_order
        self._number = {case_id: place for place, case_id in enumerate(self.order, start=1)}
        self._reading = threading.Lock()  # one file, read by the window and by its worker
        self._news: deque[Outcome] = deque()
        self._words: dict[tuple[str, Kind], str] = {}  # handed over, not durable
        self._holders: list[Callable[[], bool]] = []
        self._heard.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._took = False
        self.sheet_right = self.sheet_outdated = False
        session.write_behind(self._hear, self._take)

    def judge_sheet(self, right: bool) -> None:
        """Notes whether the sheet exported last says what is stored: whoever compares the two tells it here."""
        if right != self.sheet_right or right == self.sheet_outdated:
            self.sheet_right, self.sheet_outdated = right, not right
            self.sheet_judged.emit()

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

    def named(self, failure: ReviewError) -> ReviewError:
        """``failure`` with the number and title that a case has here in the place of its id, which nobody has seen."""
        case_id = failure.params.get("case")
        if not isinstance(case_id, str) or case_id not in self._number:
            return failure
        shown = f"{self.number(case_id):02d} {self.title(case_id)}"
        return type(failure)(failure.code, **{**failure.params, "case": shown})

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
        """Lets ``act`` change the state of a case.  Whether it was allowed and holds now; durable it is when
        :attr:`saved` says so."""
        self._took = False
        try:
            act(self.session)
        except ReviewError as failure:
            self.failed.emit(failure)
            if self._took:  # the first of several changes went well
                self._tell_changed(case_id)
            return False
        if self._took:
            self._tell_changed(case_id)
        else:
            self.tell_saved()
        return True

    def _take(self, case_id: str, before: CaseScores, wanted: CaseScores) -> None:
        """Keeps the words that were asked for, not those that hold: the thread that writes may have failed by now."""
        self._took = True
        for kind in _KINDS:
            if getattr(wanted, kind) != getattr(before, kind):
                self._words[case_id, kind] = getattr(wanted, kind)
        if not wanted.recusal_reason:  # a recusal taken back takes its reason along
            self._words.pop((case_id, "recusal_reason"), None)

    def _tell_changed(self, case_id: str) -> None:
        self.waiting.emit()
        self.case_changed.emit(case_id)
        self.steps_changed.emit()

    def held_by(self, holds: Callable[[], bool]) -> None:
        """Asks ``holds``, before "saved" is said, whether a field has words that it hasn't handed over."""
        self._holders.append(holds)

    def undo(self) -> Step | None:
        """Takes the latest change back, in whatever case it was; :attr:`stepped` names the case."""
        return self._step(self.session.undo)

    def redo(self) -> Step | None:
        """Brings back what was undone last; :attr:`stepped` names the case."""
        return self._step(self.session.redo)

    def _step(self, act: Callable[[], Step | None]) -> Step | None:
        failed = self.has_unsaved_words
        self.stepping.emit()
        self.save_again()
        # A step must not take words along that stand nowhere but in their field: those that failed to be stored have
        # to be durable first, and those that are refused stay where they are.
        if (failed and not self.wait_saved()) or any(holds() for holds in self._holders):
            return None
        try:
            step = act()
        except ReviewError as failure:
            self.failed.emit(failure)
            return None
        if step is not None:
            for kind in _KINDS:
                self._words.pop((step.case_id, kind), None)
            self.waiting.emit()
            self.case_changed.emit(step.case_id)
            self.stepped.emit(step.case_id)
            self.steps_changed.emit()
        return step

    def wait_saved(self) -> bool:
        """Returns when nothing waits for the disk any more, with all signals about it sent.  Whether everything that
        was handed over is durable."""
        self.session.wait()
        return self._deliver() and not self.has_unsaved_words

    def stop(self) -> None:
        """Waits for what is on its way and ends the thread that writes: before the session closes, or another desk
        takes it over."""
        self.session.write_through()
        self._deliver()

    def unsaved_words(self, case_id: str, kind: Kind) -> str | None:
        """A text that could not be stored and stands nowhere but here, or None.  The reason of a recusal is one only
        while the recusal stands: with a reason alone nobody is recused again."""
        text, state = self._words.get((case_id, kind)), self.state(case_id)
        if kind == "recusal_reason" and not state.recused:
            return None
        return None if text is None or getattr(state, kind) == text else text

    def forget_words(self, case_id: str, kind: Kind, shown: str) -> None:
        """The person has put the field, which has ``shown`` now, back to what is stored."""
        if self.unsaved_words(case_id, kind) not in (None, shown):
            del self._words[case_id, kind]

    @property
    def has_unsaved_words(self) -> bool:
        """Whether a text could not be stored."""
        return any(self.unsaved_words(*key) is not None for key in self._words)

    def save_again(self) -> None:
        """Tries once more to store the texts that could not be stored."""
        for (case_id, kind), text in list(self._words.items()):
            if self.unsaved_words(case_id, kind) is None:
                continue
            self.change(case_id, partial(_write, _ACTS[kind], case_id, text))

    def _hear(self, outcome: Outcome) -> None:
        """Called in the thread that writes."""
        self._news.append(outcome)
        with contextlib.suppress(RuntimeError):  # the window has gone, and took this object with it
            self._heard.emit()

    def _deliver(self) -> bool:
        """Sends the signals for what became of the changes; false when some could not be kept."""
        kept, lost = False, False
        while self._news:
            outcome = self._news.popleft()
            if outcome.kept:
                kept = True
            else:
                lost = True
                self._tell_lost(outcome)
        if kept and not lost:
            self.tell_saved()
        return not lost

    def tell_saved(self) -> None:
        """Sends :attr:`saved`, if it is true."""
        if not self.session.settled:
            return
        for (case_id, kind), text in list(self._words.items()):
            if self.unsaved_words(case_id, kind) is None:
                del self._words[case_id, kind]
                self.words_saved.emit(case_id, kind, text)
        if not self._words and not any(holds() for holds in self._holders):
            self.saved.emit()

    def _tell_lost(self, outcome: Outcome) -> None:
        for case_id in self.order:
            if case_id in outcome.cases:
                self.case_changed.emit(case_id)
        self.steps_changed.emit()
        if outcome.failure is not None:
            if not isinstance(outcome.failure, ReviewError):
                raise outcome.failure
            self.failed.emit(outcome.failure)

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
        self.steps_changed.emit()
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


_ACTS: dict[Kind, Callable[[ReviewSession, str, str], CaseScores]] = {
    "comment": ReviewSession.set_comment,
    "note": ReviewSession.set_note,
    "recusal_reason": lambda session, case_id, text: session.set_recused(case_id, True, text),
}


def _write(
    act: Callable[[ReviewSession, str, str], CaseScores], case_id: str, text: str, session: ReviewSession
) -> CaseScores:
    return act(session, case_id, text)
