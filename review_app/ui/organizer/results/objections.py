"""Objections: what was said against the result, and what was answered."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from review_app.model.text import visible
from review_app.model.workspace.publication import NAME_LIMIT, TEXT_LIMIT, Objection
from review_app.model.workspace.standing import Standing
from review_app.ui.days import day_text
from review_app.ui.organizer.results.fields import CaseChoice, DayField, Form, line_field, text_field, today
from review_app.ui.organizer.results.words import titles_of
from review_app.ui.widgets.flow import Flow
from review_app.ui.widgets.parts import button, column, empty, label, row, rule


class NewObjection(Form):
    """Takes an objection down; :attr:`given`: day, by whom, about which case, the words."""

    given = Signal(object, str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.day = DayField(self.tr("Day on which it came"))
        self.by = line_field(
            self.tr("Who objects"), self.tr("Kept in this campaign only, never published"), NAME_LIMIT
        )
        self.about = CaseChoice(self.tr("About which case"), self.tr("The result as a whole"))
        self.text = text_field(self.tr("What is objected"), 3, self.tr("What is objected, in its own words"))
        self.keep = button(self.tr("Take it down"), "primary")
        self.keep.clicked.connect(self._give)
        self.cancel = button(self.tr("Cancel"))
        self.cancel.clicked.connect(self.go_away)
        first = QWidget()
        first.setLayout(Flow(_captioned(self.day), _captioned(self.about)))
        self.setLayout(
            column(
                first,
                _captioned(self.by),
                _captioned(self.text),
                row(self.keep, self.cancel, None),
                margins=(16, 12, 16, 12),
            )
        )
        self.text.textChanged.connect(self._adapt)
        self.day.textChanged.connect(lambda _: self._adapt())

    def ask(self) -> None:
        """Shows an empty form."""
        self.day.set_day(today())
        self.by.clear()
        self.text.clear()
        self.about.setCurrentIndex(0)
        self._adapt()
        self.come(self.by)

    def _adapt(self) -> None:
        text = self.text.toPlainText().strip()
        self.keep.setEnabled(0 < len(text) <= TEXT_LIMIT and self.day.day is not None)

    def _give(self) -> None:
        self.given.emit(self.day.day, self.by.text(), self.about.case, self.text.toPlainText())


class AnswerForm(Form):
    """Answers one objection; :attr:`given`: its number, the outcome, the words."""

    given = Signal(int, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.number = 0
        self.heading = label("", "strong", wrap=True)
        self.outcome = QComboBox()
        self.outcome.setAccessibleName(self.tr("Outcome"))
        self.outcome.addItem(self.tr("Outcome…"), "")
        self.outcome.addItem(self.tr("Rejected"), "rejected")
        self.outcome.addItem(self.tr("Upheld"), "upheld")
        self.text = text_field(self.tr("The answer"), 3, self.tr("The answer, with its reason"))
        self.keep = button(self.tr("Save the answer"), "primary")
        self.keep.clicked.connect(self._give)
        self.cancel = button(self.tr("Cancel"))
        self.cancel.clicked.connect(self.go_away)
        self.follows = label(
            self.tr("What follows from an upheld one, a case set aside, is done by itself below."),
            "secondary",
            wrap=True,
        )
        self.setLayout(
            column(
                row(self.heading, 12, self.outcome, None),
                self.text,
                self.follows,
                row(self.keep, self.cancel, None),
                margins=(16, 12, 16, 12),
            )
        )
        self.text.textChanged.connect(self._adapt)
        self.outcome.currentIndexChanged.connect(lambda _: self._adapt())

    def ask(self, objection: Objection) -> None:
        """Shows the form for an objection, with the answer that it has."""
        self.number = objection.number
        self.heading.setText(self.tr("Answer to objection {number}").format(number=objection.number))
        self.outcome.setCurrentIndex(max(0, self.outcome.findData(objection.outcome)))
        self.text.setPlainText(objection.answer)
        self._adapt()
        self.come(self.text if objection.outcome else self.outcome)

    def _adapt(self) -> None:
        text = self.text.toPlainText().strip()
        self.keep.setEnabled(0 < len(text) <= TEXT_LIMIT and bool(self.outcome.currentData()))
        self.follows.setVisible(self.outcome.currentData() == "upheld")

    def _give(self) -> None:
        self.given.emit(self.number, str(self.outcome.currentData()), self.text.toPlainText())


class ObjectionsPanel(QWidget):
    """All objections, the form for a new one and for an answer."""

    def __init__(self) -> None:
        super().__init__()
        self.none = label(self.tr("None has come so far."), "quiet", wrap=True)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(4)
        self.new = button(self.tr("Record an objection…"))
        self.form, self.answer = NewObjection(), AnswerForm()
        self.new.clicked.connect(self._ask_new)
        self._open_still = False
        for form in (self.form, self.answer):
            form.open_changed.connect(lambda _: self._show_new())
        self.answers: dict[int, QWidget] = {}
        self.setLayout(
            column(
                label(self.tr("Objections"), "heading", wrap=True),
                self.none,
                self.lines,
                self.answer,
                self.form,
                row(self.new, None),
                margins=(0, 0, 0, 16),
            )
        )

    def show_standing(self, standing: Standing, *, writing: bool) -> None:
        """Shown from the confirmation on."""
        self.setVisible(standing.notice.status != "counted")
        open_still = self._open_still = standing.notice.status == "proposed" and writing
        self.form.about.show_standing(standing)
        self._show_new()
        self.none.setVisible(not standing.objections)
        empty(self.lines)
        self.answers.clear()
        titles = titles_of(standing)
        for objection in standing.objections:
            self.lines.addWidget(rule())
            self._line(objection, titles, open_still)
        if not open_still:
            self.form.hide()
            self.answer.hide()

    def _show_new(self) -> None:
        """Not below a form that is open."""
        self.new.setVisible(self._open_still and self.form.isHidden() and self.answer.isHidden())

    def _ask_new(self) -> None:
        self.answer.hide()  # one thing at a time
        self.form.ask()

    def ask_answer(self, objection: Objection) -> None:
        """Shows the form for an answer."""
        self.form.hide()
        self.answer.ask(objection)

    def _line(self, objection: Objection, titles: Mapping[str, str], writing: bool) -> None:
        about = titles.get(objection.about, self.tr("The result as a whole"))
        number = label(self.tr("{number}.").format(number=objection.number), "strong")
        head = label(visible(about, 200), "strong", wrap=True)
        state = label(
            {"rejected": self.tr("rejected"), "upheld": self.tr("upheld")}.get(
                objection.outcome, self.tr("not answered")
            ),
            "attention" if objection.open else "secondary",
        )
        line = row(number, head, state)
        line.setStretch(1, 1)
        self.lines.addLayout(line)
        words = self.tr("{day}, {who}") if objection.by else self.tr("{day}")
        said = words.format(day=day_text(objection.day), who=visible(objection.by, NAME_LIMIT))
        self.lines.addWidget(label(said, "secondary", wrap=True))
        self.lines.addWidget(label(_plain(objection.text), "body", wrap=True, select=True))
        if not objection.open:
            answered = self.tr("Answered on {day}").format(day=day_text(objection.answered))
            self.lines.addWidget(label(answered, "secondary", wrap=True))
            self.lines.addWidget(label(_plain(objection.answer), "body", wrap=True, select=True))
        if writing:
            words = self.tr("Answer…") if objection.open else self.tr("Change the answer…")
            act = button(words, "quiet-link")
            act.setAccessibleDescription(
                self.tr("Answer to objection {number}").format(number=objection.number)
            )
            act.clicked.connect(lambda: self.ask_answer(objection))
            self.answers[objection.number] = act
            self.lines.addWidget(act)


def _captioned(field: QWidget) -> QWidget:
    """A field below its name."""
    made = QWidget()
    made.setLayout(column(label(field.accessibleName(), "secondary"), field, spacing=2))
    return made


def _plain(text: str) -> str:
    return "\n".join(visible(line, TEXT_LIMIT) for line in text.splitlines())
