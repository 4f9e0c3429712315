"""How much of the result is published, and who gets the anonymous sheets where these are not public."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from review_app.model.rubric import MAX_AUDITORS, CountingRule, is_recipient
from review_app.model.text import visible
from review_app.ui import theme
from review_app.ui.organizer.experts.counting_form import NARROWEST
from review_app.ui.organizer.experts.words import auditor_words, publication_words
from review_app.ui.widgets.choice import Choice
from review_app.ui.widgets.parts import column, label, row


class PublishingForm(QWidget):
    """Changes publication level and auditors of a rule."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.level = Choice(self.tr("What is published"))
        self.level.addItem(self.tr("Everything"), "full")
        self.level.addItem(self.tr("Scores of the winners only"), "winners-scored")
        self.level.addItem(self.tr("The winners only, without order"), "winners")
        self.level.currentIndexChanged.connect(lambda _: self._say())
        self.level_words = label("", "secondary", wrap=True)
        self.sheets = Choice(self.tr("Anonymous sheets"))
        self.sheets.addItem(self.tr("Are public"), False)
        self.sheets.addItem(self.tr("Go to auditors only"), True)
        self.sheets.currentIndexChanged.connect(lambda _: self._say())
        self.auditors = QPlainTextEdit()
        self.auditors.setTabChangesFocus(True)
        self.auditors.setFixedHeight(theme.room(72))
        self.auditors.setAccessibleName(self.tr("Auditors' keys"))
        self.auditors.setPlaceholderText(self.tr("One key a line, as each auditor gave it: age1…"))
        self.auditors.textChanged.connect(self._say)
        self.auditor_words = label("", "secondary", wrap=True)
        self.wrong = label("", "attention-body", wrap=True)
        for choice in (self.level, self.sheets):
            choice.setMinimumWidth(NARROWEST)
        self.setLayout(
            column(
                row(label(self.tr("What is published"), "strong"), None, self.level),
                self.level_words,
                4,
                row(label(self.tr("Anonymous sheets")), None, self.sheets),
                self.auditors,
                self.auditor_words,
                self.wrong,
                spacing=4,
            )
        )
        self._say()

    def show_rule(self, rule: CountingRule) -> None:
        """Shows what ``rule`` says."""
        self.auditors.setPlainText("\n".join(rule.auditors))
        self.sheets.setCurrentIndex(1 if rule.auditors else 0)
        self.level.setCurrentIndex(self.level.findData(rule.publication))

    @property
    def lines(self) -> list[str]:
        """The keys as they stand, none for public sheets."""
        if not self._sealed:
            return []
        return [line.strip() for line in self.auditors.toPlainText().splitlines() if line.strip()]

    @property
    def complete(self) -> bool:
        """Whether every key can be sealed to, and there is one where there has to be."""
        return not self._trouble()

    def applied(self, rule: CountingRule) -> CountingRule:
        """``rule`` with what was chosen here; only when the form is complete."""
        return msgspec.structs.replace(rule, publication=self.level.currentData(), auditors=self.lines)

    def set_enabled(self, may: bool) -> None:
        """Puts the fields on or off."""
        for widget in (self.level, self.auditors):
            widget.setEnabled(may)
        self.sheets.setEnabled(may and self.level.currentData() != "winners")

    @property
    def _sealed(self) -> bool:
        return bool(self.sheets.currentData())

    def _trouble(self) -> str:
        """What is still missing or wrong, in a sentence."""
        lines = self.lines
        for line in lines:
            if not is_recipient(line):
                words = self.tr("No sheet can be sealed to this: {line}")
                return words.format(line=visible(line, 80))
        if len(set(lines)) < len(lines):
            return self.tr("A key stands there twice.")
        if len(lines) > MAX_AUDITORS:
            return self.tr("At most {limit} auditors.").format(limit=MAX_AUDITORS)
        if self._sealed and not lines:
            return self.tr("Give the key of at least one auditor: somebody has to be able to count again.")
        return ""

    def _say(self) -> None:
        level = self.level.currentData()
        if level == "winners" and not self._sealed:
            self.sheets.setCurrentIndex(1)  # comes back here
            return
        self.sheets.setEnabled(self.level.isEnabled() and level != "winners")
        sealed, trouble = self._sealed, self._trouble()
        self.level_words.setText(publication_words(level, sealed))
        self.auditors.setVisible(sealed)
        self.auditor_words.setText(auditor_words(len(self.lines)) if sealed and not trouble else "")
        self.auditor_words.setVisible(sealed and not trouble)
        self.wrong.setText(trouble)
        self.wrong.setVisible(bool(trouble))
        self.changed.emit()
