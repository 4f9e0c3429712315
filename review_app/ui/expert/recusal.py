"""What stands below the rows of a case that is not scored: why, what becomes of its scores, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLineEdit, QSizePolicy, QWidget

from review_app.model.scoring.scores import CaseScores
from review_app.model.text import visible
from review_app.ui.expert.wording import abstained_mark, recusal_reasons, recused_mark
from review_app.ui.widgets.flow import Flow
from review_app.ui.widgets.parts import button, column, ground, label, row

PAUSE = 900
"""Milliseconds without a key after which typed words count as said."""
LONGEST = 120
"""Characters of a reason in own words."""


class OwnWords(QLineEdit):
    """A short text that is sent after a pause, with Enter, and when the focus leaves."""

    ready = Signal(str)
    pending = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(LONGEST)
        self.setAcceptDrops(False)  # a dropped file is the window's business
        self._sent = ""
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.flush)
        self.textEdited.connect(self._edited)
        self.returnPressed.connect(self.flush)

    @property
    def typing(self) -> bool:
        """Whether something is typed and not sent yet."""
        return self._timer.isActive()

    def fill(self, text: str) -> None:
        """Shows a stored text, unless another one is being typed."""
        if not self.typing and text != self.text():
            self.setText(text)
        self._sent = text

    def flush(self) -> None:
        """Sends what isn't sent yet."""
        self._timer.stop()
        if self.text() != self._sent:
            self._sent = self.text()
            self.ready.emit(self._sent)

    def _edited(self, _: str) -> None:
        self._timer.start()
        self.pending.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.flush()
        super().focusOutEvent(event)


class RecusalReason(QWidget):
    """A choice of reasons, the last one in own words.  :attr:`chosen` carries the words."""

    chosen = Signal(str)
    pending = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.list = QComboBox()
        self.list.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.list.setAccessibleName(self.tr("Reason of recusal, stays on this computer"))
        self.list.setToolTip(self.tr("Stays on this computer and is never exported."))
        self.list.addItem(self.tr("Reason (stays on this computer)"), "")
        for reason in recusal_reasons():
            self.list.addItem(reason, reason)
        self._other = self.list.count() - 1
        self.words = OwnWords()
        self.words.setPlaceholderText(self.tr("In a few words (optional)"))
        self.words.setAccessibleName(self.tr("Reason in own words, stays on this computer"))
        self.words.hide()
        self.words.ready.connect(self._worded)
        self.words.pending.connect(self.pending)
        self.list.activated.connect(self._picked)
        self._column = column(self.list, self.words, spacing=6)
        self.setLayout(self._column)

    def set_short(self, short: bool) -> None:
        """Where room is short, list and words stand side by side."""
        way = QBoxLayout.Direction.LeftToRight if short else QBoxLayout.Direction.TopToBottom
        if self._column.direction() is not way:
            self._column.setDirection(way)
            self._column.setStretch(0, 6)
            self._column.setStretch(1, 5)

    def show_reason(self, reason: str) -> None:
        """Shows a stored reason; one that isn't in the list is in own words."""
        place = self.list.findData(reason)
        own = place < 0
        self.list.setCurrentIndex(self._other if own else place)
        self.words.setVisible(self.list.currentIndex() == self._other)
        self.words.fill(visible(reason, LONGEST) if own else "")

    def flush(self) -> None:
        """Sends what is typed and not sent yet."""
        self.words.flush()

    def pick(self, place: int) -> None:
        """Chooses a line of the list as a user would."""
        self.list.setCurrentIndex(place)
        self._picked(place)

    def _picked(self, place: int) -> None:
        self.chosen.emit(str(self.list.itemData(place)))
        if place == self._other:
            self.words.setFocus()

    def _worded(self, text: str) -> None:
        self.chosen.emit(text.strip() or str(self.list.itemData(self._other)))


class NotScored(QWidget):
    """Says that a case isn't scored and gives the way back."""

    take_back = Signal()
    institutions_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        ground(self, "surface")
        self.mark = label("", "standing-mark")
        self.mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.head = label("", "standing", wrap=True)
        self.words = label("", "body-small", wrap=True)
        self.back = button("")
        self.back.clicked.connect(self.take_back)
        self.reason = RecusalReason()
        self.institutions = button(self.tr("Enter my institutions"), "quiet-link")
        self.institutions.setToolTip(
            self.tr("Kept on this computer; cases that they nominated are pointed out")
        )
        self.institutions.clicked.connect(self.institutions_wanted)
        head = row(self.mark, self.head, spacing=8)
        head.setStretch(1, 1)
        ways = Flow(self.back, self.institutions, spacing=8, right_from=1)
        self.setLayout(column(head, self.words, self.reason, ways, margins=(12, 8, 12, 8), spacing=6))
        self.hide()

    def show_state(self, state: CaseScores, *, withdrawn: bool) -> None:
        """Says why a case isn't scored; hidden when it is."""
        if scored := any(value is not None for value in state.scores):
            kept = self.tr("No score, not zero. Scores given before are kept and come back with it.")
        else:
            kept = self.tr("No score, not zero. You can take it back at any time.")
        if withdrawn:
            gone = self.tr("This case has left the contest and needs no decision. What you gave is kept.")
            self._say("×", self.tr("Withdrawn by the organizer"), gone, "")
        elif state.recused:
            back = self.tr("Take the recusal back") if scored else self.tr("Take back and score")
            self._say(recused_mark(), self.tr("You have recused yourself"), kept, back)
        elif state.abstained:
            back = self.tr("Take the abstention back") if scored else self.tr("Take back and score")
            self._say(abstained_mark(), self.tr("You have abstained"), kept, back)
        self.setVisible(withdrawn or state.recused or state.abstained)
        for part in (self.reason, self.institutions):
            part.setVisible(state.recused and not withdrawn)
        self.reason.show_reason(state.recusal_reason)

    def set_short(self, short: bool) -> None:
        """Where room is short, what becomes of the scores is said by the rows and a tip alone."""
        self.words.setVisible(not short)
        self.head.setToolTip(self.words.text() if short else "")
        self.reason.set_short(short)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(12, 4 if short else 8, 12, 6 if short else 8)
            layout.setSpacing(4 if short else 6)

    def _say(self, mark: str, head: str, words: str, back: str) -> None:
        self.mark.setText(mark)
        self.head.setText(head)
        self.words.setText(words)
        self.back.setText(back)
        self.back.setVisible(bool(back))


class RecusalSuggestion(QWidget):
    """A calm line: the case comes from a body that the expert has named, who may recuse themselves or go on.

    Nothing happens by itself.
    """

    taken = Signal()
    declined = Signal()

    def __init__(self) -> None:
        super().__init__()
        ground(self, "surface")
        self.words = label("", "secondary-ink", wrap=True)
        self.take = button(self.tr("Recuse myself"), "quiet-link")
        self.decline = button(self.tr("No conflict"), "quiet-link")
        self.take.clicked.connect(self.taken)
        self.decline.clicked.connect(self.declined)
        ways = row(self.take, None, self.decline, spacing=8)
        self.setLayout(column(self.words, ways, margins=(12, 6, 10, 4), spacing=2))
        self.hide()

    def suggest(self, name: str) -> None:
        """Names what matched."""
        self.words.setText(
            self.tr('This case comes from "{name}", which you named as your own institution.').format(
                name=visible(name, 40)
            )
        )
