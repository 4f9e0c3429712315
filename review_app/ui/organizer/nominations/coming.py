"""What one nomination would bring, before it is taken in: what is wrong with it, its fields, and its text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from review_app.model.nomination.checks import MINIMUM_DOSSIER
from review_app.model.nomination.expected import TEXT_LIMIT, Expected
from review_app.model.text import visible
from review_app.ui import theme
from review_app.ui.organizer.nominations.fields import ORDER
from review_app.ui.organizer.nominations.words import (
    body_type_words,
    field_words,
    problem_text,
    route_words,
)
from review_app.ui.widgets.parts import Flowing, column, empty, ground, label, row, scrolling

FACTS = 320
"""Pixels of width of what stands beside the text."""


class Coming(QWidget):
    """Beside each other: what is to be said of it and its fields; its text as an expert would read it.  Both scroll."""

    def __init__(self) -> None:
        super().__init__()
        from review_app.ui.documents.dossier_view import DossierView

        self._shown: Expected | None = None
        self._lines = column(spacing=10)
        inside = Flowing()
        inside.setLayout(column(self._lines, None, margins=(2, 4, 12, 12)))
        self.facts = scrolling(inside, "window")
        self.facts.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.facts.setAccessibleName(self.tr("What would be taken in"))
        self.text = DossierView()
        self.text.setAccessibleName(self.tr("Case text"))
        self._paper = ground(QWidget(), "paper")
        self._paper.setLayout(column(self.text))
        layout = row(self.facts, self._paper, spacing=12)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def said(self) -> str:
        """Everything that is said beside the text, a line each."""
        return "\n".join(self._said)

    def show_expected(self, one: Expected | None) -> None:
        """Shows what ``one`` would bring; the same one again keeps its place."""
        if one is not None and one == self._shown:
            return
        self._shown = one
        self._said: list[str] = []
        empty(self._lines)
        self.setVisible(one is not None)
        if one is None:
            return
        for words, role in self._remarks(one):
            self._say(words, role)
        for name, value in self._fields(one):
            self._said.append(f"{name} {value}")
            self._lines.addLayout(
                column(label(name, "secondary", wrap=True), label(value, "body", wrap=True), spacing=1)
            )
        self.facts.verticalScrollBar().setValue(0)
        reads = bool(one.text.strip())
        self._paper.setVisible(reads)
        self.facts.setMinimumWidth(theme.room(FACTS) if reads else 0)
        self.facts.setMaximumWidth(theme.room(FACTS) if reads else 16_777_215)
        if reads:
            self._read(one)

    def _read(self, one: Expected) -> None:
        from review_app.ui.documents.typeset import TitleBlock

        facts = dict(one.fields)
        above = " · ".join(visible(facts[name], 40) for name in ("region", "facet") if facts.get(name))
        self.text.show_markdown(
            TitleBlock(above, visible(one.title, 200), visible(one.organisation, 200)), one.text
        )

    def _say(self, words: str, role: str) -> None:
        self._said.append(words)
        self._lines.addWidget(label(words, role, wrap=True))

    def _remarks(self, one: Expected) -> list[tuple[str, str]]:
        """Sentences and how each is set."""
        lines = []
        for problem in one.problems:
            said = problem_text(problem)
            lines.append((said.what, "attention-body"))
            fields = problem.params.get("fields")
            if isinstance(fields, list) and "dossier" in fields and one.text.strip():
                letters = sum(each.isalnum() for each in one.text)
                words = self.tr(
                    "The case text has %n letters or Chinese characters; at least {least} are needed.",
                    "",
                    letters,
                )
                lines.append((words.format(least=MINIMUM_DOSSIER), "quiet"))
            if one.fate == "unreadable":  # what can come in is settled in the list, after it came in
                lines.append((said.next, "quiet"))
        if one.keeps:
            lines.append(
                (
                    self.tr(
                        "Taken in, it waits in the list as it is, for a corrected one or for what you do with it."
                    ),
                    "quiet",
                )
            )
        if one.fate == "incomplete":
            lines.append(
                (
                    self.tr("Take it in as it is: the list then offers what is missing to be completed."),
                    "quiet",
                )
            )
        if one.fate == "known" and not lines:
            lines.append(
                (self.tr("It has come in before; what you have done with it stays."), "quiet"),
            )
        if one.fate == "complete":
            lines.append((self.tr("Nothing is missing."), "done-body"))
        between = self.tr(", ", "between names")
        for names, words in (
            (one.attachments, self.tr("Attachments: {names}")),
            (one.left_out, self.tr("Not taken over: {names}")),
        ):
            if names:
                shown = between.join(visible(name, 60) for name in names)
                lines.append((words.format(names=shown), "body"))
        if len(one.text) >= TEXT_LIMIT:
            lines.append((self.tr("The beginning of the text; the whole is taken in."), "quiet"))
        return lines

    def _fields(self, one: Expected) -> list[tuple[str, str]]:
        facts = dict(one.fields)
        known = {"body_type": body_type_words, "route": route_words}
        found = []
        for name in (
            "summary",
            *(each for each in ORDER if each not in ("title", "organisation", "summary")),
        ):
            value = facts.get(name, "").strip()
            if value:
                shown = known[name](value) if name in known else visible(value, 2000)
                found.append((field_words(name), shown))
        return found
