"""The foot of the organizer's desk: the job under way, the one question, the passphrase.  Nothing of it is modal."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from review_app.model.errors import ReviewError
from review_app.ui import language
from review_app.ui.errors import sentences
from review_app.ui.organizer.desk import OrganizerDesk, Question
from review_app.ui.widgets.coming import ComingPanel
from review_app.ui.widgets.parts import button, column, ground, label, row, rule
from review_app.ui.widgets.progress_bar import ThinBar


class JobPanel(QWidget):
    """What is under way, how far, and a way to stop it."""

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__()
        ground(self, "surface-plain")
        self.words = label("", "body")
        self.count = label("", "secondary")
        self.bar = ThinBar(160)
        self.cancel = button(self.tr("Cancel"))
        self.cancel.clicked.connect(self._cancel)
        self.setLayout(
            column(
                rule(),
                row(self.words, 8, self.bar, self.count, None, self.cancel, margins=(24, 6, 24, 6)),
                spacing=0,
            )
        )
        self._desk = desk
        desk.busy_changed.connect(self._busy)
        desk.job_progressed.connect(self._progressed)
        self.hide()

    def _busy(self, busy: bool) -> None:
        self.setVisible(busy)
        self.words.setText(self._desk.job_title)
        self.cancel.setEnabled(busy)
        self.cancel.setText(self.tr("Cancel"))
        self.count.setText("")
        self.count.setMinimumWidth(0)
        self.bar.set_progress(0, 1)

    def _progressed(self, done: int, total: int) -> None:
        locale = language.LOCALES[language.current()]
        words = self.tr("{done} of {total}").format(done=locale.toString(done), total=locale.toString(total))
        self.count.setText(words if total else "")
        self.count.setMinimumWidth(self.count.sizeHint().width())
        self.bar.set_progress(done, total)

    def _cancel(self) -> None:
        self._desk.cancel()
        self.cancel.setEnabled(False)
        self.cancel.setText(self.tr("Stopping…"))


class QuestionPanel(ComingPanel):
    """The one question before a step that can't be taken back."""

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__("surface-plain")
        self.question = label("", "strong", wrap=True)
        self.lost = label("", "attention-body", wrap=True)
        self.no = button(self.tr("Cancel"))
        self.no.clicked.connect(self.go_away)
        self.yes = button("", "danger")
        self.yes.clicked.connect(self._do)
        texts = column(self.question, self.lost, spacing=2)
        line = row(texts, 16, self.no, self.yes, margins=(24, 10, 24, 10))
        line.setStretch(0, 1)
        self.setLayout(column(rule(), line, spacing=0))
        self._act: Callable[[], None] | None = None
        desk.asked.connect(self.ask)

    def ask(self, question: Question) -> None:
        """Puts the question; the focus is on the answer that changes nothing."""
        self.question.setText(question.question)
        self.lost.setText(question.lost)
        self.lost.setVisible(bool(question.lost))
        self.yes.setText(question.act_text)
        self.no.setAccessibleDescription(f"{question.question} {question.lost}")
        self._act = question.do
        self.come(self.no)

    def _do(self) -> None:
        act, self._act = self._act, None
        self.go_away()
        if act is not None:
            act()


class PassphrasePanel(ComingPanel):
    """Asks for the passphrase of the vault, and does again what wanted it."""

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__("surface-plain")
        self._desk = desk
        self._again: Callable[[], None] | None = None
        words = label(self.tr("The keys of this campaign are locked with a passphrase."), "strong", wrap=True)
        self.trouble = label("", "attention-body", wrap=True)
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(self.tr("Passphrase"))
        self.field.setPlaceholderText(self.tr("Passphrase"))
        self.field.returnPressed.connect(self._go_on)
        self.no = button(self.tr("Cancel"))
        self.no.clicked.connect(self.go_away)
        self.yes = button(self.tr("Unlock"), "primary")
        self.yes.clicked.connect(self._go_on)
        line = row(
            column(words, self.trouble, spacing=2),
            16,
            self.field,
            self.no,
            self.yes,
            margins=(24, 10, 24, 10),
        )
        line.setStretch(0, 1)
        line.setStretch(2, 1)
        self.setLayout(column(rule(), line, spacing=0))
        desk.passphrase_wanted.connect(self.ask)

    def ask(self, failure: ReviewError, again: Callable[[], None]) -> None:
        """Shows the field; ``failure`` says why (a wrong one was typed, or none yet)."""
        self._again = again
        wrong = failure.code != "passphrase-needed"
        if wrong:
            self._desk.keeper.put(None)
        self.trouble.setText(sentences(failure).what if wrong else "")
        self.trouble.setVisible(wrong)
        self.field.clear()
        self.come(self.field)

    def _go_on(self) -> None:
        again = self._again
        if not self.field.text() or again is None:
            self.field.setFocus()
            return
        self._desk.keeper.put(self.field.text())
        self.field.clear()
        self.go_away()
        again()


class DeskFoot(QWidget):
    """All of it, one below the other; no height while nothing is shown."""

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__()
        self.job = JobPanel(desk)
        self.question = QuestionPanel(desk)
        self.passphrase = PassphrasePanel(desk)
        self.setLayout(column(self.question, self.passphrase, self.job, spacing=0))
