"""How the columns of a table are taken: a field for each, above its first rows."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QScrollArea, QWidget

from review_app.model.nomination.claim_columns import PARTS, PREFIX
from review_app.model.nomination.table import IGNORED, TablePreview
from review_app.model.text import visible
from review_app.ui import theme
from review_app.ui.organizer.nominations.fields import ORDER
from review_app.ui.organizer.nominations.words import field_words
from review_app.ui.widgets.choice import Choice
from review_app.ui.widgets.parts import ElidedLabel, column, ground, label

FIELDS = ("id", *ORDER, "dossier", *(f"{PREFIX}{part}" for part in PARTS), "attachments")
ROWS, WIDTH = 3, 168


class ColumnMapping(QWidget):
    """:attr:`changed` when a column is taken for something else."""

    changed = Signal()

    def __init__(self, path: Path, preview: TablePreview) -> None:
        super().__init__()
        self.path = path
        name = visible(path.name, 80)
        rows = self.tr("%n row(s)", "", preview.count)
        words = (
            self.tr("{file} · {rows} · read as {encoding}").format(
                file=name, rows=rows, encoding=preview.encoding.upper()
            )
            if preview.encoding
            else self.tr("{file} · {rows}").format(file=name, rows=rows)
        )
        self.heading = label(words, "strong", wrap=True)
        self.missing = label("", "attention", wrap=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        self.boxes: list[QComboBox] = []
        for place, head in enumerate(preview.columns):
            caption = ElidedLabel(visible(head, 80) or self.tr("no heading"), "secondary")
            caption.setFixedWidth(theme.room(WIDTH))
            caption.setToolTip(visible(head, 200))
            grid.addWidget(caption, 0, place)
            box = self._box(head, preview)
            grid.addWidget(box, 1, place)
            for line, row in enumerate(preview.rows[:ROWS]):
                value = row[place] if place < len(row) else ""
                cell = ElidedLabel(" ".join(visible(value, 120).split()), "body-small")
                cell.setFixedWidth(theme.room(WIDTH))
                cell.setToolTip(visible(value, 400))
                grid.addWidget(cell, 2 + line, place)
        grid.setColumnStretch(len(preview.columns), 1)  # columns keep together at the left
        inside = QWidget()
        inside.setLayout(grid)
        grid.setContentsMargins(0, 0, 0, 8)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(ground(inside, "window"))
        area.setFixedHeight(inside.sizeHint().height() + 14)
        area.setFocusPolicy(area.focusPolicy().NoFocus)
        self.area = area
        self.setLayout(column(self.heading, self.missing, area, spacing=4))
        self.columns = list(preview.columns)
        self.show_missing(preview)

    def _box(self, head: str, preview: TablePreview) -> QComboBox:
        box = Choice(self.tr("Column {name} is").format(name=visible(head, 80)))
        box.setFixedWidth(theme.room(WIDTH))
        box.addItem(self.tr("left out"), IGNORED)
        for name in FIELDS:
            box.addItem(field_words(name), name)
        taken_for = preview.mapping.get(head, IGNORED)
        if box.findData(taken_for) < 0:  # a section of the text, a figure with a number
            box.addItem(field_words(taken_for), taken_for)
        box.setCurrentIndex(box.findData(taken_for))
        box.activated.connect(lambda _: self.changed.emit())
        self.boxes.append(box)
        return box

    @property
    def mapping(self) -> dict[str, str]:
        """The field of every column, as it is chosen."""
        return {
            head: str(box.currentData()) for head, box in zip(self.columns, self.boxes, strict=True) if head
        }

    def show_missing(self, preview: TablePreview) -> None:
        """Says which columns no row can do without."""
        names = [field_words(name) for name in preview.missing]
        self.missing.setText(
            self.tr("Say which columns are: {fields}").format(
                fields=self.tr(", ", "between fields").join(names)
            )
        )
        self.missing.setVisible(bool(names))
