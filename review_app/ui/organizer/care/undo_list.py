"""The edits that can be taken back, the last one first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from review_app import desk_words
from review_app.model.workspace.edits import Edit
from review_app.model.workspace.log import LogLine
from review_app.ui import language
from review_app.ui.widgets.parts import ElidedLabel, button, column, empty, label, row

SHOWN = 12


class UndoList(QWidget):
    """What was edited since the last step that nothing goes back behind."""

    def __init__(self) -> None:
        super().__init__()
        self.undo = button(self.tr("Undo the last edit"))
        self.redo = button(self.tr("Redo the edit"))
        self.words = label("", "secondary", wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.setLayout(column(self.words, row(self.undo, self.redo, None), self._lines))

    def show_edits(
        self,
        remembered: Sequence[tuple[Edit, bool]],
        lines: Sequence[LogLine],
        titles: Mapping[str, str],
        possible: tuple[bool, bool],
    ) -> None:
        """Fills the list.  ``remembered`` as :meth:`Edits.remembered`; ``possible`` whether undo and redo are."""
        empty(self._lines)
        by_number = {line.seq: line for line in lines}
        for edit, undone in remembered[:SHOWN]:
            line = by_number.get(edit.line)
            text = desk_words.act_sentence(line, language.current(), titles, lines) if line else edit.act
            if undone:
                text = self.tr("Taken back: {edit}").format(edit=text)
            self._lines.addWidget(ElidedLabel(text, "secondary" if undone else "body"))
        if len(remembered) > SHOWN:
            self._lines.addWidget(label(self.tr("… and %n more", "", len(remembered) - SHOWN), "secondary"))
        self.words.setText(
            self.tr(
                "Every edit and every undoing is a line of the history. Drawing cards, building a "
                "package and closing a round make what was edited before final."
            )
            if remembered
            else self.tr(
                "There is nothing to undo: nothing was edited since the campaign was made, cards were"
                " drawn, a package was built or a round was closed."
            )
        )
        self.undo.setEnabled(possible[0])
        self.redo.setEnabled(possible[1])
