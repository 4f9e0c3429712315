"""Setting a round up: what is scored, how it is counted, how much is published.  All of it is fixed from then on."""

from __future__ import annotations

from pathlib import Path

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from review_app.model.errors import ReviewError
from review_app.model.rubric import CountingRule, Rubric, load_rubric, load_rule
from review_app.model.workspace import Workspace
from review_app.model.workspace.rounds import Round
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.experts.counting_form import CountingForm
from review_app.ui.organizer.experts.doubts import doubts
from review_app.ui.organizer.experts.publishing_form import PublishingForm
from review_app.ui.organizer.experts.words import minimum_words, rubric_words, rule_words
from review_app.ui.widgets.parts import button, column, empty, label, row


def said(layout: QVBoxLayout, sentences: list[str]) -> None:
    """Puts sentences into an emptied layout, one below the other."""
    empty(layout)
    for sentence in sentences:
        layout.addWidget(label(sentence, "body", wrap=True, select=True))


class Setup(QWidget):
    """The form for a new round."""

    made = Signal()
    changed = Signal()
    """Something in the form is another than before."""

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__()
        self.desk = desk
        self.rubric_file: Path | None = None
        self.rule_file: Path | None = None
        self.rubric: Rubric = load_rubric()
        self.rule: CountingRule = load_rule(None, self.rubric)
        self._said: CountingRule | None = None
        self._rubric_said: Rubric | None = None
        self.rubric_words, self.rule_words = column(spacing=4), column(spacing=4)
        self.other_rubric = button(self.tr("Other criteria from a file…"), "link", edge="right")
        self.other_rubric.clicked.connect(lambda: self._ask(self.take_rubric))
        self.other_rule = button(self.tr("Another rule from a file…"), "link", edge="right")
        self.other_rule.clicked.connect(lambda: self._ask(self.take_rule))
        self.usual = button(self.tr("Back to the usual ones"), "link")
        self.usual.clicked.connect(self._usual)
        self.minimum = QLineEdit()
        self.minimum.setProperty("kind", "number")
        self.minimum.setValidator(QIntValidator(1, 100_000, self))
        self.minimum.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.minimum.setFixedWidth(64)
        self.minimum.setAccessibleName(self.tr("Least number of accepted sheets"))
        self.minimum.textChanged.connect(lambda _: self._say_choices())
        self.minimum_words = label("", "secondary", wrap=True)
        self.doubts = label("", "attention-body", wrap=True)
        self.counting, self.publishing = CountingForm(), PublishingForm()
        self.counting.changed.connect(self._say_choices)
        self.publishing.changed.connect(self._say_choices)
        self.all_win = label("", "attention-body", wrap=True)
        self.fixed = label(
            self.tr(
                "Once the round is set up, none of this can be changed: it is signed into the package before "
                "anybody scores."
            ),
            "notice",
            wrap=True,
        )
        self.setLayout(
            column(
                row(label(self.tr("What is scored"), "strong"), None, self.other_rubric),
                self.rubric_words,
                8,
                row(label(self.tr("How it is counted"), "strong"), None, self.usual, self.other_rule),
                self.counting,
                4,
                self.rule_words,
                self.all_win,
                8,
                row(label(self.tr("Least number of accepted sheets"), "strong"), None, self.minimum),
                self.minimum_words,
                self.doubts,
                8,
                self.publishing,
                8,
                self.fixed,
                spacing=4,
            )
        )
        self._show()

    def _show(self) -> None:
        said(self.rubric_words, rubric_words(self.rubric))
        self.minimum.setText(str(self.rule.minimum_accepted))
        self.counting.show_rule(self.rule)
        self.publishing.show_rule(self.rule)
        self._say_choices()
        self.show_cases()

    def show_cases(self) -> None:
        """Warns where the cases that are still in are too few for the rule to tell winners from others, and of what can
        hardly be meant."""
        standing = self.desk.workspace.shortlist.standing()
        count = sum(kind != "drop" for kind in standing.values())
        winners = self.counting.applied(self.rule).winners if self.counting.complete else self.rule.winners
        all_win = 0 < count <= winners
        words = self.tr(
            "Only %n case(s) can become candidates now, and the first {winners} ranks win.", "", count
        )
        advice = self.tr("{fact} Every case would win; let fewer win, or wait for more cases.")
        self.all_win.setText(advice.format(fact=words.format(winners=winners)) if all_win else "")
        self.all_win.setVisible(all_win)
        self._say_doubts()

    def _say_doubts(self) -> None:
        if not self.counting.complete or not self.minimum.hasAcceptableInput():
            return
        chosen = msgspec.structs.replace(
            self.counting.applied(self.rule), minimum_accepted=int(self.minimum.text())
        )
        told = doubts(chosen, self.desk.workspace.people.count())
        self.doubts.setText("\n".join(told))
        self.doubts.setVisible(bool(told))

    def _say_choices(self) -> None:
        count = int(self.minimum.text() or 0)
        for_all = self.tr("For the whole round. {consequence}")
        self.minimum_words.setText(
            for_all.format(consequence=minimum_words(count)) if count else self.tr("Give a number.")
        )
        own = self.rubric_file is not None or self.rule_file is not None
        if self.counting.complete:
            chosen = self.counting.applied(self.rule)
            if chosen != self._said or self.rubric is not self._rubric_said:
                said(self.rule_words, rule_words(chosen, self.rubric))
                self._said, self._rubric_said = chosen, self.rubric
            own = own or chosen != self.rule
            self.show_cases()
        self.usual.setVisible(own)
        self.changed.emit()

    @property
    def ready(self) -> bool:
        """Whether nothing is missing in the form."""
        return int(self.minimum.text() or 0) > 0 and self.counting.complete and self.publishing.complete

    def set_enabled(self, may: bool) -> None:
        """Puts the form on or off."""
        for widget in (self.other_rubric, self.other_rule, self.usual, self.minimum):
            widget.setEnabled(may)
        self.counting.set_enabled(may)
        self.publishing.set_enabled(may)

    def _ask(self, then: object) -> None:
        def chosen(paths: list[Path]) -> None:
            if paths and callable(then):
                then(paths[0])

        self.desk.open_files(self, [self.tr("Criteria or rules (*.yaml *.yml)")], chosen)

    def take_rubric(self, path: Path) -> None:
        """Takes criteria and scale from a YAML file; the rule is fitted to them."""
        self._take(path, self.rule_file)

    def take_rule(self, path: Path) -> None:
        """Takes the counting rule from a YAML file."""
        self._take(self.rubric_file, path)

    def _usual(self) -> None:
        self._take(None, None)

    def _take(self, rubric_file: Path | None, rule_file: Path | None) -> None:
        try:
            rubric = load_rubric(rubric_file)
            rule = load_rule(rule_file, rubric)
        except ReviewError as failure:
            self.desk.tell_error(failure)
            return
        self.rubric_file, self.rule_file, self.rubric, self.rule = rubric_file, rule_file, rubric, rule
        self._show()

    def ask(self) -> None:
        """Asks whether to set the round up: it stays as it is then, and may take the place of one not out yet."""
        rounds = self.desk.workspace.rounds.all()
        if rounds and rounds[-1].state in ("drafted", "cards"):
            self.desk.ask(
                self.tr("Set up another round in the place of round {number}?").format(
                    number=rounds[-1].number
                ),
                self.tr(
                    "What was fixed there and the cards drawn for it are of no use then. Destroy such cards."
                ),
                self.tr("Set the round up"),
                self.make,
            )
        else:
            fixed = self.tr("Criteria, counting rule, least number of sheets and publication are fixed then.")
            self.desk.ask(
                self.tr("Set up scoring round {number} as it is shown here?").format(
                    number=rounds[-1].number + 1 if rounds else 1
                ),
                self.all_win.text() or fixed,
                self.tr("Set the round up"),
                self.make,
            )

    def make(self) -> None:
        """Sets the round up."""
        rule = self.publishing.applied(self.counting.applied(self.rule))
        rule = msgspec.structs.replace(rule, minimum_accepted=int(self.minimum.text() or 0))

        def work(workspace: Workspace) -> Round:
            return workspace.rounds.new("final", self.rubric, rule)

        if self.desk.act(work, "cards", "package", "box", "shortlist") is not None:
            self.made.emit()
