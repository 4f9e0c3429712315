"""What the scores of the criterion under the hand mean, with the level of the present score marked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from review_app.model.rubric import Criterion, Level
from review_app.ui.expert.drawer import FADES, Drawer
from review_app.ui.expert.wording import span_text
from review_app.ui.language import criterion_name, criterion_question, level_text
from review_app.ui.widgets.parts import ground, label, row


class LevelLine(QWidget):
    """The scores of a level, and its words; the level that holds stands out by more than its colour."""

    def __init__(self, level: Level, here: bool, wide: int) -> None:
        super().__init__()
        self.level = level
        self.here = here
        ground(self, "level-here" if here else "surface-plain")
        span = label(span_text(level), "level-span")
        span.setFixedWidth(wide)
        text = level_text(level)
        words = label(text, "level-words-here" if here else "level-words", wrap=True)
        line = row(span, words, margins=(6, 0, 2, 0), spacing=6)
        line.setStretch(1, 1)
        for part in (span, words):
            line.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)
        name = self.tr("{span}: {meaning}").format(span=span_text(level), meaning=text)
        self.setAccessibleName(self.tr("{level} (your score)").format(level=name) if here else name)


class LevelDrawer(Drawer):
    """The levels of one criterion.  Follows the focus: :meth:`show_levels` is called as it moves."""

    def __init__(self) -> None:
        super().__init__("")
        self.lines.setSpacing(0)
        self.area.verticalScrollBar().rangeChanged.connect(lambda *_: self._show_here())
        self._shown: tuple[Criterion, int | None] | None = None

    def show_levels(self, criterion: Criterion, value: int | None) -> None:
        """Lists the levels of ``criterion`` and marks the one of ``value``, if the rubric has one for it."""
        if self._shown == (criterion, value):
            return
        self._shown = (criterion, value)
        self.title.setText(
            self.tr("What the scores mean: {criterion}").format(criterion=criterion_name(criterion))
        )
        self.clear()
        if not criterion.levels:
            self._say_none(criterion)
            return
        spans = [span_text(level) for level in criterion.levels]
        wide = max(self.fontMetrics().horizontalAdvance(span) for span in spans) + 6
        for level in sorted(criterion.levels, key=lambda each: -each.highest):
            here = value is not None and level.lowest <= value <= level.highest
            line = LevelLine(level, here, wide)
            self.lines.addWidget(line)
        if value is not None and not any(each.lowest <= value <= each.highest for each in criterion.levels):
            self.lines.addWidget(
                label(
                    self.tr("The rubric says nothing of the score {value}.").format(value=value),
                    "secondary",
                    wrap=True,
                )
            )
        self._say_how()

    def _show_here(self) -> None:
        line = next((line for line in self.level_lines() if line.here), None)
        if line is not None:
            self.area.ensureWidgetVisible(line, 0, FADES + 2)

    def _say_none(self, criterion: Criterion) -> None:
        none = self.tr(
            "The rubric of this round states no levels for this criterion: the question is all it says."
        )
        self.lines.addWidget(label(none, "secondary", wrap=True))
        if question := criterion_question(criterion):
            self.lines.addWidget(label(question, "body", wrap=True))
        self.lines.addStretch(1)

    def _say_how(self) -> None:
        how = self.tr("Follows the row at hand: ↑ ↓ or a click goes to another.")
        self.title.setToolTip(how)  # a line of its own would push the lowest level out of a low window
        self.title.setAccessibleDescription(how)
        self.lines.addStretch(1)

    def level_lines(self) -> list[LevelLine]:
        """What is listed, highest level first."""
        return [line for line in self.listed() if isinstance(line, LevelLine)]
