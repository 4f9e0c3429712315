"""The round under way with its cards, or the form for a new one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from review_app.model.workspace.cards import CardCounts
from review_app.model.workspace.rounds import Round
from review_app.ui.organizer.desk import OrganizerDesk
from review_app.ui.organizer.experts.cards import CardsPart
from review_app.ui.organizer.experts.setup import Setup, said
from review_app.ui.organizer.experts.view import View
from review_app.ui.organizer.experts.words import minimum_words, publishing_words, rubric_words, rule_words
from review_app.ui.widgets.flow import Flow
from review_app.ui.widgets.parts import Flowing, button, column, label, scrolling

WIDEST = 760
"""Pixels of width of what is read."""


class RoundView(View):
    """Scrolls as a whole."""

    look_wanted = Signal()
    """The overlaps are to be looked at."""
    list_wanted = Signal()
    """The list of candidates is to be frozen."""

    def __init__(self, desk: OrganizerDesk) -> None:
        super().__init__(desk)
        self.round: Round | None = None
        self.counts = CardCounts(0, 0)
        self._anew = False
        self.heading = label("", "heading")
        self.standing = label("", "secondary", wrap=True)
        self.anew = button("", "link", edge="right")
        self.anew.clicked.connect(self._toggle)
        self.setup = Setup(desk)
        self.setup.made.connect(self._made)
        self.cards = CardsPart(desk)
        self.look = button("", "link", edge="left")
        self.look.clicked.connect(self.look_wanted)
        self.list = button(self.tr("Freeze the list of candidates first"), "primary")
        self.list.clicked.connect(self.list_wanted)
        self.no_address = label("", "attention", wrap=True)
        self.address = button(self.tr("Write it down"), "link")
        self.address.clicked.connect(lambda: desk.go("settings", section="returning"))
        self.fixed = QWidget()
        self.fixed_words = column(spacing=4)
        self.fixed.setLayout(
            column(label(self.tr("Fixed for this round"), "strong"), self.fixed_words, 6, spacing=4)
        )
        inside = Flowing()
        inside.setLayout(
            column(
                Flow(self.heading, self.anew, right_from=1),
                self.standing,
                Flow(self.list),
                self.look,
                Flow(self.no_address, self.address),
                self.cards,
                self.fixed,
                self.setup,
                None,
                margins=(0, 2, 12, 12),
                spacing=10,
            )
        )
        self.area = scrolling(inside, "window", WIDEST)
        self.setLayout(column(self.area))

    @property
    def setting_up(self) -> bool:
        """Whether the form for a new round is shown."""
        return self.round is None or self._anew

    def show_now(self) -> None:
        workspace = self.desk.workspace
        rounds = workspace.rounds.all()
        before = self.round.id if self.round is not None else ""
        self.round = rounds[-1] if rounds else None
        self.setup.show_cases()
        if self.round is None:
            self.counts = CardCounts(0, 0)
        else:
            if before and self.round.id != before:
                self._anew = False
            self.counts = workspace.cards.counts(self.round)
            panel = self.round.kind == "shortlist"
            people = len(workspace.panel.members()) if panel else workspace.people.count()
            self.cards.show_round(self.round, self.counts, people)
        self._arrange()

    def _arrange(self) -> None:
        round_, form = self.round, self.setting_up
        self.setup.setVisible(form)
        self.fixed.setVisible(not form)
        state = round_.state if round_ is not None else ""
        self.cards.setVisible(not form and state in ("drafted", "cards", "packed"))
        if round_ is None or form:
            self.heading.setText(self.tr("Set up a round of scoring"))
            self.standing.setText(self.tr("First the rules, then the cards, then the package."))
        else:
            kind = (
                self.tr("Scoring round {number}")
                if round_.kind == "final"
                else self.tr("Shortlist ballot, round {number}")
            )
            self.heading.setText(kind.format(number=round_.number))
            self.standing.setText(self._standing(state))
            rule, rubric = round_.rule, round_.rubric
            sentences = [
                *rubric_words(rubric),
                *rule_words(rule, rubric),
                minimum_words(rule.minimum_accepted),
            ]
            sentences += publishing_words(rule)
            said(self.fixed_words, sentences)
        before_cards = not form and state == "drafted"
        overlaps = len(self.desk.workspace.people.overlaps()) if before_cards else 0
        self.look.setText(
            self.tr(
                "%n overlap(s): the same person or institution on the roster, the panel or in a case",
                "",
                overlaps,
            )
        )
        self.look.setVisible(bool(overlaps))
        to_freeze = before_cards and round_ is not None and round_.kind == "final"
        if to_freeze and round_ is not None:
            to_freeze = not self.desk.workspace.shortlist.candidates(round_)
        self.list.setVisible(to_freeze)
        if to_freeze:
            self.standing.setText(
                self.tr("The rules are fixed. Next: freeze the list of candidates; then draw the cards.")
            )
        self._show_address("" if form else state)
        self.anew.setVisible(self._may_be_followed(state))
        if self._anew:
            self.anew.setText(self.tr("Back to the round"))
        elif state in ("opened", "sealed"):
            self.anew.setText(self.tr("Set up the next round"))
        else:
            self.anew.setText(self.tr("Set up another round instead"))
        self.set_enabled()

    def _show_address(self, state: str) -> None:
        """Cards say where sheets go; as long as they can be drawn (again), it is told that nobody has written it."""
        lacking = (
            state in ("drafted", "cards") and not self.desk.workspace.settings.return_instructions.strip()
        )
        if state == "cards":
            words = self.tr(
                "These cards don't say where sheets are sent. Write it down, then draw them again."
            )
        else:
            words = self.tr("The cards will not say where sheets are sent: it isn't written down yet.")
        self.no_address.setText(words)
        self.no_address.setVisible(lacking)
        self.address.setVisible(lacking)

    def _may_be_followed(self, state: str) -> bool:
        """Whether another round can be set up: not while one is out, nor before its results are sealed."""
        shortlist = self.round is not None and self.round.kind == "shortlist"
        return state in ("drafted", "cards", "sealed") or (shortlist and state == "opened")

    def _standing(self, state: str) -> str:
        return {
            "drafted": self.tr("The rules are fixed. Next: draw the cards."),
            "cards": self.tr("The cards are drawn. Build the package next."),
            "packed": self.tr(
                "The package is built, and the cards belong to it. A lost card can be withdrawn until intake closes."
            ),
            "closed": self.tr("Intake is closed: cards and counts stay as they are."),
            "opened": self.tr("The box is open."),
            "sealed": self.tr("The results are sealed."),
        }[state]

    def set_enabled(self) -> None:
        self.setup.set_enabled(self.may_change)
        self.cards.set_enabled()
        self.anew.setEnabled(self.may_change)

    def _toggle(self) -> None:
        self._anew = not self._anew
        self._arrange()

    def show_form(self) -> None:
        """Shows the form for a new round, where there is none or the newest may be followed by one."""
        self._anew = self.round is not None and self._may_be_followed(self.round.state)
        self._arrange()

    def _made(self) -> None:
        self._anew = False
        self.show_now()

    def first_focus(self) -> QWidget | None:
        if self.setting_up:
            return self.setup.minimum
        return self.cards.count if self.cards.drawing.isVisible() else self.cards.lookup
