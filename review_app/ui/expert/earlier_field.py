"""Asked before a sheet is made, of those it concerns: the last revision that was exported on another computer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from review_app.model.scoring.sheet import MAX_REVISION
from review_app.ui.widgets.parts import button, column, label, row


class EarlierField(QWidget):
    """A line that most pass over; unfolded, the field and how to fill it."""

    def __init__(self) -> None:
        super().__init__()
        name = self.tr("Exported on another computer before?")
        self.head = button(f"▸ {name}", "link")
        self.head.setCheckable(True)
        self.head.setAccessibleName(name)
        self.field = QLineEdit()
        self.field.setValidator(QIntValidator(0, MAX_REVISION - 1, self.field))
        self.field.setAcceptDrops(False)
        self.field.setFixedWidth(88)
        self.field.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.field.setPlaceholderText(self.tr("none"))
        self.field.setAccessibleName(self.tr("Last revision exported on another computer"))
        how = self.tr(
            "Enter the number after the stroke of the last receipt from there (2 for …/2). If you don't know it, enter "
            "5: gaps do no harm, while of two different sheets with one number neither counts. What was exported on "
            "this computer is reckoned with already."
        )
        self.field.setAccessibleDescription(how)
        inside = QWidget()
        line = row(label(self.tr("Last revision from there"), "body"), self.field, None, spacing=12)
        inside.setLayout(column(line, label(how, "secondary", wrap=True), margins=(6, 0, 0, 0), spacing=4))
        inside.hide()
        self.setLayout(column(row(self.head, None), inside, spacing=4))

        def unfold(on: bool) -> None:
            self.head.setText(f"▾ {name}" if on else f"▸ {name}")
            inside.setVisible(on)
            if on:
                self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.field.clear()

        self.head.toggled.connect(unfold)

    @property
    def revision(self) -> int:
        """What is entered; 0 where nothing is."""
        entered = self.field.text().strip()
        return int(entered) if entered.isdecimal() else 0
