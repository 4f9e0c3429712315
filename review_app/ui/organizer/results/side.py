"""The panel at the right: the rule as it was fixed, what other rules would give, the tie order, agreement."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from review_app.model.result.stability import REPLICATES
from review_app.model.workspace.standing import Standing
from review_app.ui.organizer.experts.words import rule_words
from review_app.ui.organizer.results.agreement import SHOWN, figure_text, meaning, short_name, total_line
from review_app.ui.organizer.results.dots import Legend
from review_app.ui.organizer.results.words import (
    complete_words,
    cut_words,
    method_name,
    own_method,
    titles_of,
    what_if_words,
)
from review_app.ui.widgets.parts import button, column, empty, label, row


class SidePanel(QWidget):
    """Fills itself from a result."""

    wanted = Signal(str)
    """A part of what says how sure the result is: rules, sheets, agreement."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = QVBoxLayout()
        self.lines.setSpacing(4)
        self.setLayout(column(self.lines, None, margins=(16, 20, 16, 16)))

    def show_standing(self, standing: Standing) -> None:
        """Fills the panel."""
        empty(self.lines)
        titles = titles_of(standing)
        method, ties, *_ = rule_words(standing.rule, standing.terms.rubric)
        self._heading(self.tr("Counting rule, fixed before scoring"))
        self._say(method)
        trimmed = any(line.left_out for line in standing.cases)
        self.lines.addWidget(Legend(trimmed=trimmed))
        self._heading(self.tr("The cut line"))
        for words in cut_words(standing.line, titles):
            self._say(words)
        self._heading(self.tr("Under another rule (for comparison only)"))
        for found in standing.what_ifs:
            link = button(method_name(found.method), "quiet-link")
            link.clicked.connect(lambda: self.wanted.emit("rules"))
            said = what_if_words(found, standing)
            link.setAccessibleDescription(said)
            self.lines.addWidget(link)
            self._say(said)
        self._heading(self.tr("Without any one sheet"))
        count = len(standing.without)
        link = button(self.tr("Which ones"), "quiet-link")
        link.clicked.connect(lambda: self.wanted.emit("sheets"))
        if count:
            self._say(self.tr("The winners hang on %n sheet(s).", "", count))
            self.lines.addWidget(link)
        else:
            link.deleteLater()
            self._say(self.tr("The winners stay the same."))
        self._heading(self.tr("Ranks by drawing again"))
        self._say(
            self.tr(
                "As many sheets as came are drawn from them at random, some twice, some not at all, and counted: %n "
                'time(s). "95 % ranks" and "Among winners" say what came of it.',
                "",
                REPLICATES,
            )
        )
        self._heading(self.tr("Tie order"))
        self._say(ties)
        self._heading(self.tr("Agreement"))
        total = total_line(standing.agreement)
        if total is not None:
            for figure in SHOWN:
                number = label(figure_text(total, figure), "strong")
                number.setAlignment(Qt.AlignmentFlag.AlignRight)
                self.lines.addLayout(row(label(short_name(figure), "secondary-ink"), None, number))
                self._say(meaning(figure, own_method(standing.rule)))
            self._say(complete_words(total, len(standing.sheets)))
        more = button(self.tr("All figures"), "quiet-link")
        more.clicked.connect(lambda: self.wanted.emit("agreement"))
        self.lines.addWidget(more)

    def _heading(self, words: str) -> None:
        if self.lines.count():
            self.lines.addSpacing(10)
        self.lines.addWidget(label(words, "strong", wrap=True))

    def _say(self, words: str) -> None:
        self.lines.addWidget(label(words, "secondary", wrap=True))
