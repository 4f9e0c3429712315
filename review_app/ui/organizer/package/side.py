"""The panel at the right: what speaks against building, rule and rubric once more, and what becomes final."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from review_app.model.text import visible
from review_app.model.workspace.contents import Contents
from review_app.model.workspace.rounds import Round
from review_app.ui.file_words import size_words
from review_app.ui.organizer.experts.words import minimum_words, publishing_words, rubric_words, rule_words
from review_app.ui.widgets.parts import button, column, empty, label


class SidePanel(QWidget):
    """Fills itself from what is in the package and the round."""

    wanted = Signal(str, str)
    """Another station, and its view, where something is to be mended; "" for the view that it shows."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = QVBoxLayout()
        self.lines.setSpacing(6)
        self.setLayout(column(self.lines, None, margins=(16, 24, 16, 16)))

    def show_contents(self, contents: Contents, round_: Round | None) -> None:
        """Fills the panel."""
        empty(self.lines)
        final = contents.state not in ("", "drafted", "cards")
        if not final:
            self._checks(contents, round_)
        else:
            self._heading(self.tr("In the package"))
            self._say(self.tr("%n candidate(s)", "", len(contents.cases)))
            self._say(self.tr("{size} to read").format(size=size_words(contents.size)))
            self._say(self.tr("opens for %n card(s)", "", contents.cards.issued - contents.cards.withdrawn))
        if not final:
            self._heading(self.tr("Final once built"))
            self._say(
                self.tr(
                    "The candidates, their order and texts, the rule, the rubric and the cards. Corrections after "
                    "that are amendments, which everybody sees."
                )
            )
        if round_ is not None:
            self._heading(self.tr("Scored by"))
            for words in rubric_words(round_.rubric):
                self._say(words)
            self._heading(self.tr("Counted by"))
            rule = round_.rule
            for words in (
                *rule_words(rule, round_.rubric),
                minimum_words(rule.minimum_accepted),
                *publishing_words(rule),
            ):
                self._say(words)
        if contents.instructions.strip():
            self._heading(self.tr("How sheets come back"))
            self._say("\n".join(visible(line, 4000) for line in contents.instructions.strip().split("\n")))

    def _checks(self, contents: Contents, round_: Round | None) -> None:
        self._heading(self.tr("Before it is built"))
        before = self.lines.count()
        if not contents.state:
            self._say(self.tr("No round is set up yet."), "experts/round", self.tr("Set up the round"))
        elif contents.state == "drafted":
            self._say(self.tr("No cards are drawn yet."), "experts/round", self.tr("Draw the cards"))
        if contents.trouble == "shortlist-on-hold":
            self._say(self.tr("Some cases are still on hold."), "shortlist/decisions", self.tr("Decide"))
        elif contents.trouble == "no-candidates":
            self._say(self.tr("There are no candidates."), "nominations", self.tr("Go to the nominations"))
        elif contents.state and not contents.frozen:
            self._say(
                self.tr("The candidates are not frozen: they will be, in the order of their ids."),
                "shortlist/candidates",
                self.tr("Choose the order"),
            )
        elif not contents.holds:
            self._say(
                self.tr("Decisions have changed since the candidates were frozen."),
                "shortlist/candidates",
                self.tr("Freeze again"),
            )
        if round_ is not None and 0 < len(contents.cases) <= round_.rule.winners:
            self._say(
                self.tr("Every candidate would win: there are no more of them than winners."),
                "experts/round",
                self.tr("Look at the counting rule"),
            )
        if not contents.instructions.strip():
            self._say(
                self.tr("Experts are not told where to send their sheets."),
                "settings/returning",
                self.tr("Write it down"),
            )
        if self.lines.count() == before:
            self._say(self.tr("Everything needed is there."), role="done")
        count = sum(len(case.unsourced) for case in contents.cases)
        if count:
            self._say(self.tr("%n figure(s) without a source.", "", count))

    def _heading(self, words: str) -> None:
        if self.lines.count():
            self.lines.addSpacing(10)
        self.lines.addWidget(label(words, "strong", wrap=True))

    def _say(self, words: str, place: str = "", act: str = "", *, role: str = "") -> None:
        """``place`` is a station, or a station and its view with a stroke between."""
        station, _, view = place.partition("/")
        self.lines.addWidget(label(words, role or ("attention" if station else "secondary"), wrap=True))
        if station:
            link = button(act, "quiet-link")
            link.clicked.connect(lambda: self.wanted.emit(station, view))
            self.lines.addWidget(link)
