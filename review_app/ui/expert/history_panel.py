"""The changes of one case, newest first, and the way back to any of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from review_app.model.rubric import Rubric
from review_app.model.scoring.history import Step
from review_app.model.scoring.scores import CaseScores
from review_app.ui.expert.drawer import Drawer
from review_app.ui.expert.wording import change_words, state_words
from review_app.ui.widgets.parts import button, label, row

SHOWN = 60
"""Changes that are listed; older ones are counted."""


class HistoryLine(QWidget):
    """A change in words; ``back`` is None for what holds now."""

    def __init__(self, words: str, back: Callable[[], None] | None, tip: str, *, now: bool = False) -> None:
        super().__init__()
        self.words = label(words, "history-now" if now else "history", wrap=True)
        self.back = button(self.tr("Back to here"), "quiet-link")
        if back is None:
            self.back.hide()
        else:
            self.back.clicked.connect(back)
            self.back.setToolTip(tip)
            self.back.setAccessibleName(self.tr("Back to here: {change}").format(change=words))
        line = row(self.words, self.back, spacing=8)
        line.setStretch(0, 1)
        line.setAlignment(self.back, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)
        self.setAccessibleName(words)


class HistoryPanel(Drawer):
    """Lists what is remembered of a case.

    Going back is a change like any other: what was there before it stays in the list, and Ctrl+Z takes it back.  Own
    notes are left alone by it, since they are written on a page of their own.
    """

    def __init__(self, rubric: Rubric, go_back: Callable[[CaseScores], None]) -> None:
        super().__init__("")
        self.title.setText(self.tr("Changes of this case"))
        self._rubric = rubric
        self._go_back = go_back

    def show_changes(self, now: CaseScores, steps: Sequence[Step]) -> None:
        """Lists ``steps`` (oldest first) under the state that holds ``now``."""
        kept = self.area.verticalScrollBar().value()
        self.clear()
        if not steps:
            none = self.tr(
                "Nothing has been changed in this case yet. Every change will be listed here and can be undone."
            )
            self.lines.addWidget(label(none, "secondary", wrap=True))
            self.lines.addStretch(1)
            return
        present = self.tr("Now: {state}").format(state=state_words(now, self._rubric))
        self.lines.addWidget(HistoryLine(present, None, "", now=True))
        listed = list(steps)[::-1][:SHOWN]
        for step in listed:
            self._add(change_words(step, self._rubric), step.after, now)
        if len(steps) > len(listed):
            older = self.tr("%n earlier change(s) not listed", "", len(steps) - len(listed))
            self.lines.addWidget(label(older, "secondary", wrap=True))
        self._add(self.tr("As it was before these changes"), steps[0].before, now)
        self.lines.addStretch(1)
        self.area.verticalScrollBar().setValue(kept)

    def _add(self, words: str, state: CaseScores, now: CaseScores) -> None:
        target = msgspec.structs.replace(state, note=now.note)
        back = None if target == now else lambda: self._go_back(target)
        tip = self.tr("Brings back: {state}. One new change, which Ctrl+Z takes back.").format(
            state=state_words(target, self._rubric)
        )
        self.lines.addWidget(HistoryLine(words, back, tip))

    def history_lines(self) -> list[HistoryLine]:
        """What is listed, the present state first."""
        return [line for line in self.listed() if isinstance(line, HistoryLine)]
