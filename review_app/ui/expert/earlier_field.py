"""Asked before a sheet is made: the last revision that was exported on another computer, with what to do if unsure."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from review_app.model.scoring.sheet import MAX_REVISION
from review_app.ui.widgets.parts import column, label, row


class EarlierField(QWidget):
    """The question with its field, and below how to answer it."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setValidator(QIntValidator(0, MAX_REVISION - 1, self.field))
        self.field.setAcceptDrops(False)
        self.field.setFixedWidth(88)
        self.field.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.field.setPlaceholderText(self.tr("none"))
        self.field.setAccessibleName(self.tr("Last revision exported on another computer"))
        how = self.tr(
            "No: leave it empty. Yes: enter the number after the stroke of the last receipt from there (2 for …/2). "
            "Not sure: enter 5. Gaps in the numbers do no harm; but of two different sheets with the same revision "
            "neither counts."
        )
        self.field.setAccessibleDescription(how)
        question = label(self.tr("Exported on another computer before?"), "body", wrap=True)
        line = row(question, self.field, spacing=12)
        line.setStretch(0, 1)
        self.setLayout(column(line, label(how, "secondary", wrap=True), spacing=4))

    @property
    def revision(self) -> int:
        """What is entered; 0 where nothing is."""
        entered = self.field.text().strip()
        return int(entered) if entered.isdecimal() else 0
