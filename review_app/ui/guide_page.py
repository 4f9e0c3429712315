"""The guide, shipped with the program, over the window: in the window's language."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from review_app.model.files import asset_path
from review_app.ui import language
from review_app.ui.widgets.parts import button, column, ground, label, led_by_choice, row

_BEGIN = "## "


def guide_path() -> Path:
    """The guide in the window's language: in a source tree among the documents, installed among the assets."""
    name = f"guide-{language.current()}.md"
    installed = asset_path(f"guide/{name}")
    return installed if installed.is_file() else asset_path("").parent / "docs" / name


def chapters_of(text: str) -> list[str]:
    """The chapters of a Markdown text, each from its heading of the second level on; none begins in a block of code."""
    found: list[list[str]] = []
    code = False
    for line in text.splitlines():
        code ^= line.startswith("```")
        if line.startswith(_BEGIN) and not code:
            found.append([])
        if found:
            found[-1].append(line)
    return ["\n".join(lines) for lines in found]


class GuidePage(QWidget):
    """A chapter of the guide at a time, as a text that scrolls; Esc or the button closes it.  A link leads to another
    chapter, Backspace back from it.  ``chapter``: 0 is for experts, 1 for organizers, 2 for whoever checks a result."""

    closed = Signal()

    def __init__(self, chapter: int = 0) -> None:
        super().__init__()
        from review_app.ui.guide_view import GuideView

        ground(self, "paper")
        title = self.tr("User guide")
        self.setAccessibleName(title)
        self.back = button(self.tr("Back  Esc"), "primary")
        self.back.clicked.connect(self.closed)
        self.chapters = chapters_of(guide_path().read_text(encoding="utf-8"))
        headings = [text.partition("\n")[0].removeprefix(_BEGIN) for text in self.chapters]
        self._came_from: list[tuple[int, float]] = []
        self.view = GuideView(headings)
        self.view.chapter_wanted.connect(self._follow)
        self.view.back_wanted.connect(self._go_back)
        self.view.setAccessibleName(title)
        self.setFocusProxy(self.view)
        self._group = led_by_choice(QButtonGroup(self))
        head = row(label(title, "title"), 16, margins=(32, 16, 32, 0))
        for number, heading in enumerate(headings):
            tab = button(heading, "piece")
            tab.setCheckable(True)
            tab.clicked.connect(lambda _=False, number=number: self.open_chapter(number))
            self._group.addButton(tab, number)
            head.addWidget(tab)
        head.addStretch(1)
        head.addWidget(self.back)
        layout = column(head, self.view, spacing=8)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.open_chapter(chapter)
        # Set once more at the width that the page gets when it is shown: a text keeps its place, not its beginning.
        QTimer.singleShot(0, self, lambda: self.open_chapter(self._group.checkedId()))

    def open_chapter(self, number: int) -> None:
        """Shows a chapter from its beginning."""
        from review_app.ui.documents.typeset import TitleBlock

        self._group.button(number).setChecked(True)
        heading, _, text = self.chapters[number].partition("\n")
        self.view.show_markdown(TitleBlock("", heading.removeprefix(_BEGIN), ""), text)

    def _follow(self, number: int) -> None:
        self._came_from.append((self._group.checkedId(), self.view.place()))
        self.open_chapter(number)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_back(self) -> None:
        if self._came_from:
            number, place = self._came_from.pop()
            self.open_chapter(number)
            self.view.restore_place(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; what moves the text is the view's."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
