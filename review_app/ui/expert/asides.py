"""What is asked or said below the rows of some cases: whether to recuse oneself, or why a case is not scored."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from review_app.model.scoring.scores import CaseScores
from review_app.ui.widgets.parts import column

if TYPE_CHECKING:
    from review_app.ui.expert.own_undo import OwnUndoFirst
    from review_app.ui.expert.recusal import NotScored, RecusalSuggestion


class Asides(QWidget):
    """Makes either when it is first wanted: most cases want neither."""

    taken = Signal()
    declined = Signal()
    take_back = Signal()
    institutions_wanted = Signal()
    reasoned = Signal(str)
    pending = Signal()

    def __init__(self, own_undo: OwnUndoFirst) -> None:
        super().__init__()
        self._own_undo = own_undo
        self.lines = column(margins=(20, 0, 20, 0), spacing=6)
        self.setLayout(self.lines)
        self._shut = False
        self.hide()

    @cached_property
    def suggestion(self) -> RecusalSuggestion:
        """Asks whether to recuse oneself from a case of one's own institution."""
        from review_app.ui.expert.recusal import RecusalSuggestion

        made = RecusalSuggestion()
        made.taken.connect(self.taken)
        made.declined.connect(self.declined)
        self.lines.insertWidget(0, made)
        return made

    @cached_property
    def standing(self) -> NotScored:
        """Why the case is not scored, and the way back."""
        from review_app.ui.expert.recusal import NotScored

        made = NotScored()
        made.take_back.connect(self.take_back)
        made.institutions_wanted.connect(self.institutions_wanted)
        made.reason.chosen.connect(self.reasoned)
        made.reason.pending.connect(self.pending)
        self._own_undo.watch(made.reason.words)
        self.lines.addWidget(made)
        return made

    @property
    def asking(self) -> bool:
        """Whether a recusal is suggested."""
        return "suggestion" in self.__dict__ and not self.suggestion.isHidden()

    @property
    def standing_shown(self) -> bool:
        """Whether it is said why the case is not scored."""
        return "standing" in self.__dict__ and not self.standing.isHidden()

    def show_state(self, state: CaseScores, *, withdrawn: bool) -> None:
        """Says why a case isn't scored, if it isn't."""
        if withdrawn or state.recused or state.abstained or "standing" in self.__dict__:
            self.standing.show_state(state, withdrawn=withdrawn)
        self._come_or_go()

    def suggest(self, name: str) -> None:
        """Asks about a case that ``name`` nominated; empty: no longer."""
        if name:
            self.suggestion.suggest(name)
        if name or "suggestion" in self.__dict__:
            self.suggestion.setVisible(bool(name))
        self._come_or_go()

    def set_short(self, short: bool) -> None:
        """Where room is short, fewer words."""
        if self.standing_shown:
            self.standing.set_short(short)

    def set_shut(self, shut: bool) -> None:
        """Gives its place to a drawer, or takes it back."""
        self._shut = shut
        self._come_or_go()

    def flush(self) -> None:
        """Sends a reason that is typed and not sent yet."""
        if "standing" in self.__dict__:
            self.standing.reason.flush()

    def _come_or_go(self) -> None:
        self.setVisible((self.asking or self.standing_shown) and not self._shut)
