"""How a round is counted: the method, and what becomes of cases that are still equal in the end."""

from __future__ import annotations

from decimal import Decimal

import msgspec
from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QIntValidator, QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from review_app.model.rubric import CountingRule
from review_app.ui.organizer.experts.words import percent_text
from review_app.ui.widgets.choice import Choice
from review_app.ui.widgets.parts import column, label, row

BY_SHARE = "by-share"
"""A trimmed mean that leaves out a share of the totals, as a choice of its own beside the methods' names."""


NARROWEST = 160
"""Pixels that a choice keeps of its width; then its words end in an ellipsis."""
_PER_CENT = r"(?!0?\.0+$)0?\.\d{1,4}|[1-9](\.\d{1,4})?|[1-4]\d(\.\d{1,4})?"
"""Above 0 and below 50."""


class CountingForm(QWidget):
    """Changes those parts of a rule that it has fields for, and leaves the others as they are."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.method = Choice(self.tr("How a case's score comes about"))
        for words, value in (
            (self.tr("Mean"), "mean"),
            (self.tr("Mean without the highest and lowest"), "trimmed-mean"),
            (self.tr("Mean without a share at each end"), BY_SHARE),
            (self.tr("Median"), "median"),
            (self.tr("Mean corrected for severity"), "severity-corrected"),
        ):
            self.method.addItem(words, value)
        self.amount = QLineEdit()
        self.amount.setProperty("kind", "number")
        self.amount.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.amount.setFixedWidth(64)
        self.unit = label("", "secondary")
        self.winners = _number(self.tr("Number of winners"), 1000)
        self.fewest = _number(self.tr("Sheets that a case needs for a rank"), 100_000)
        self.last = Choice(self.tr("What is still equal in the end"))
        self.last.addItem(self.tr("Shares a rank"), "shared")
        self.last.addItem(self.tr("Is decided by lot"), "lot")
        self.draw = QLineEdit()
        self.draw.setMaxLength(500)
        self.draw.setAccessibleName(self.tr("Public draw for the lot"))
        self.draw.setPlaceholderText(self.tr("Which public draw, and when; empty: none"))
        self.draw_label = label(self.tr("Public draw for the lot"))
        for choice in (self.method, self.last):
            choice.setMinimumWidth(NARROWEST)
        self.setLayout(
            column(
                row(label(self.tr("Number of winners")), None, self.winners),
                row(label(self.tr("Sheets that a case needs for a rank")), None, self.fewest),
                label(
                    self.tr("For each case by itself: whoever recused from it or abstained isn't counted."),
                    "secondary",
                    wrap=True,
                ),
                row(label(self.tr("Score of a case")), None, self.method),
                row(None, self.amount, self.unit),
                row(label(self.tr("Still equal in the end")), None, self.last),
                row(self.draw_label, 12, self.draw),
                spacing=6,
            )
        )
        self._texts = {"trimmed-mean": "1", BY_SHARE: "10"}
        self._kind = ""
        self.method.currentIndexChanged.connect(lambda _: self._adapt())
        self.amount.textChanged.connect(self._typed)
        self.last.currentIndexChanged.connect(lambda _: self._adapt())
        self.draw.textChanged.connect(lambda _: self.changed.emit())
        self.winners.textChanged.connect(lambda _: self.changed.emit())
        self.fewest.textChanged.connect(lambda _: self.changed.emit())
        self._adapt()

    def show_rule(self, rule: CountingRule) -> None:
        """Shows what ``rule`` says."""
        kind = BY_SHARE if rule.drop_share else rule.method
        if rule.drop_share:
            self._texts[BY_SHARE] = percent_text(rule.share)
        elif rule.drop:
            self._texts["trimmed-mean"] = str(rule.drop)
        self._kind = ""  # the number is put anew
        self.last.setCurrentIndex(self.last.findData(rule.last_tie))
        self.draw.setText(rule.seed_draw)
        self.winners.setText(str(rule.winners))
        self.fewest.setText(str(rule.minimum_scores))
        self.method.setCurrentIndex(self.method.findData(kind))
        self._adapt()

    @property
    def complete(self) -> bool:
        """Whether the numbers that the rule needs are there."""
        if not self.winners.hasAcceptableInput() or not self.fewest.hasAcceptableInput():
            return False
        return self._kind not in self._texts or self.amount.hasAcceptableInput()

    def applied(self, rule: CountingRule) -> CountingRule:
        """``rule`` with what was chosen here; only when the form is complete."""
        kind, amount = self._kind, self.amount.text()
        last = self.last.currentData()
        return msgspec.structs.replace(
            rule,
            winners=int(self.winners.text()),
            minimum_scores=int(self.fewest.text()),
            method="trimmed-mean" if kind == BY_SHARE else kind,
            drop=int(amount) if kind == "trimmed-mean" else 0,
            drop_share=format(Decimal(amount).normalize() / 100, "f") if kind == BY_SHARE else "",
            last_tie=last,
            seed_draw=self.draw.text().strip() if last == "lot" else rule.seed_draw,
        )

    def set_enabled(self, may: bool) -> None:
        """Puts the fields on or off."""
        for widget in (self.winners, self.fewest, self.method, self.amount, self.last, self.draw):
            widget.setEnabled(may)

    def _typed(self, text: str) -> None:
        if self._kind in self._texts:
            self._texts[self._kind] = text
        self.changed.emit()

    def _adapt(self) -> None:
        """Shows the fields that the choices need."""
        kind = self.method.currentData()
        needs = kind in self._texts
        if kind != self._kind:
            self._kind = kind
            share = kind == BY_SHARE
            form = _PER_CENT if share else r"[1-9]\d{0,2}|1000"
            self.amount.setValidator(QRegularExpressionValidator(QRegularExpression(form), self))
            name = (
                self.tr("Per cent left out at each end") if share else self.tr("Totals left out at each end")
            )
            self.amount.setAccessibleName(name)
            self.unit.setText(self.tr("% at each end") if share else self.tr("at each end"))
            if needs:
                self.amount.setText(self._texts[kind])
        self.amount.setVisible(needs)
        self.unit.setVisible(needs)
        lot = self.last.currentData() == "lot"
        self.draw.setVisible(lot)
        self.draw_label.setVisible(lot)
        self.changed.emit()


def _number(name: str, largest: int) -> QLineEdit:
    """A short field for a number from 1."""
    field = QLineEdit()
    field.setProperty("kind", "number")
    field.setAlignment(Qt.AlignmentFlag.AlignRight)
    field.setFixedWidth(64)
    field.setValidator(QIntValidator(1, largest, field))
    field.setAccessibleName(name)
    return field
