"""The foot of the score panel: the flags of a case, and the ways to the case before and the next open one."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from review_app.model.scoring.scores import CaseScores
from review_app.ui.expert.panel_head import with_keys
from review_app.ui.widgets.flow import Flow
from review_app.ui.widgets.parts import button, row

translate = QCoreApplication.translate
BUTTON_SIDES = 34
"""Pixels that border and padding of a button take beside its words."""
SIDES = 41
"""Pixels of the panel beside its content."""
APART = 6
"""Pixels between the two ways."""

Ahead = Literal["open", "last", "done", "exported", "outdated"]
"""What is left of the round: another open case, only the one that is shown, nothing; nothing, and a sheet says so, or
one that was exported no longer does."""


class PanelFoot:
    """Makes the boxes and buttons, and names them as there is room."""

    def __init__(self, may_abstain: bool) -> None:
        self.doubtful = QCheckBox(translate("ScorePanel", "Doubtful"))
        self.doubtful.setAccessibleName(self.doubtful.text())
        self.doubtful.setToolTip(
            with_keys(translate("ScorePanel", "Marks the case for another look; never exported"), "doubtful")
        )
        self.recused = QCheckBox(translate("ScorePanel", "Recuse myself"))
        self.recused.setToolTip(
            with_keys(
                translate("ScorePanel", "No score for this case, which is not zero; can be taken back"),
                "recuse",
            )
        )
        self.abstained = QCheckBox(translate("ScorePanel", "Abstain"))
        self.may_abstain = may_abstain
        if not may_abstain:
            self.abstained.hide()
        self.back = button(translate("ScorePanel", "Previous"))
        self.back.setAccessibleName(self.back.text())
        self.back.setToolTip(translate("ScorePanel", "Previous case (Ctrl+Up)"))
        self.forward = button(translate("ScorePanel", "Next open case  Ctrl+↓"), "primary")
        self.flags = Flow(self.doubtful, self.abstained, self.recused, spacing=8, right_from=1)
        self.ways: QHBoxLayout = row(self.back, self.forward, spacing=APART)
        self.ways.setStretch(1, 1)

    def show_state(self, state: CaseScores, *, withdrawn: bool) -> None:
        """Shows the flags of a case; one that was withdrawn takes none but a doubt."""
        self.doubtful.setChecked(state.doubtful)
        self.recused.setChecked(state.recused)
        self.abstained.setChecked(state.abstained)
        self.recused.setText(
            translate("ScorePanel", "Recused") if state.recused else translate("ScorePanel", "Recuse myself")
        )
        self.abstained.setText(
            translate("ScorePanel", "Abstained") if state.abstained else translate("ScorePanel", "Abstain")
        )
        for flag in (self.recused, self.abstained):
            flag.setEnabled(not withdrawn)

    def show_flags(self, shown: bool) -> None:
        """Shows the flags that the round has, or none."""
        for flag in (self.doubtful, self.recused):
            flag.setVisible(shown)
        self.abstained.setVisible(shown and self.may_abstain)

    def name(self, ahead: Ahead, width: int) -> None:
        """The buttons name their keys, and themselves, where a panel of ``width`` pixels has room for it."""
        whole, short = _ahead_words(ahead)
        room = width - SIDES - APART - 2 * BUTTON_SIDES
        measured = self.forward.fontMetrics().horizontalAdvance
        back = translate("ScorePanel", "Previous")
        for before, after in ((back, whole), (back, short), ("←", short)):
            if measured(before) + measured(after) <= room:
                break
        self.back.setText(before)
        self.forward.setText(after)
        tips = {
            "open": translate("ScorePanel", "To the next case still to be decided"),
            "exported": translate("ScorePanel", "The sheet you exported says what stands here"),
            "outdated": translate("ScorePanel", "The sheet you exported no longer says what stands here"),
        }
        self.forward.setToolTip(with_keys(tips.get(ahead, tips["open"]), "next_open"))
        self._name_doubtful(width)

    def _name_doubtful(self, width: int) -> None:
        """In short, as above the list of cases, where the flags would not stand on one line."""
        others = [each for each in (self.abstained, self.recused) if not each.isHidden()]
        room = width - SIDES - sum(each.sizeHint().width() + 8 for each in others)
        for name in (translate("ScorePanel", "Doubtful"), translate("CaseList", "Doubtful")):
            self.doubtful.setText(name)
            if self.doubtful.sizeHint().width() <= room:
                break


def _ahead_words(ahead: Ahead) -> tuple[str, str]:
    if ahead == "open":
        return translate("ScorePanel", "Next open case  Ctrl+↓"), translate("ScorePanel", "Next open case")
    if ahead == "last":
        return (
            translate("ScorePanel", "Only this case is left  Ctrl+↓"),
            translate("ScorePanel", "Only this case is left"),
        )
    if ahead == "exported":
        return (
            translate("ScorePanel", "Exported: see the receipt  Ctrl+↓"),
            translate("ScorePanel", "Exported: see the receipt"),
        )
    if ahead == "outdated":
        return (
            translate("ScorePanel", "Changed: export again  Ctrl+↓"),
            translate("ScorePanel", "Changed: export again"),
        )
    return (
        translate("ScorePanel", "All decided: check  Ctrl+↓"),
        translate("ScorePanel", "All decided: check"),
    )
