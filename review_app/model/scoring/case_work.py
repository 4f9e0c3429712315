"""What one expert does to the cases of a round: scores, texts, recusals, marks, and taking that back."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import msgspec

from review_app.model.errors import InputError
from review_app.model.rubric import Rubric
from review_app.model.scoring.history import Step
from review_app.model.scoring.ranking import RankedCase, rank_totals
from review_app.model.scoring.scores import CaseScores, check_score
from review_app.model.scoring.store import ScoreStore
from review_app.model.terms import Terms
from review_app.model.text import storable

NOTE_LIMIT = 20_000
"""Characters of a private note."""


class CaseWork:
    """The states of the cases in a store, by the terms of their round.

    Every change is made of the state that holds at that moment, whatever another thread does.
    """

    def __init__(self, terms: Terms, store: ScoreStore) -> None:
        self.terms = terms
        self._store = store
        self._accepted: Callable[[str, CaseScores, CaseScores], None] | None = None

    @property
    def rubric(self) -> Rubric:
        """The rubric of the round."""
        return self.terms.rubric

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

    def own_ranking(self) -> list[RankedCase]:
        """The scored cases by total, highest first; equal totals share a rank."""
        return rank_totals(
            {
                case_id: total
                for case_id, state in self.states().items()
                if (total := state.total(self.rubric)) is not None
            }
        )

    def _known(self, case_id: str) -> None:
        if case_id not in self.terms.candidate_ids:
            raise InputError("unknown-case", case=case_id)

    def _change(self, case_id: str, change: Callable[[CaseScores], CaseScores]) -> CaseScores:
        self._known(case_id)
        old, new = self._store.change(case_id, change)
        if new != old and self._accepted is not None:
            self._accepted(case_id, old, new)
        return new
