"""A list of what was opened before: names to press, and where each lies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import shiboken6
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from review_app.model.text import visible
from review_app.ui.jobs import Jobs
from review_app.ui.widgets.parts import ElidedLabel, button, column, label, row


class RecentPlaces(QWidget):
    """Hidden where nothing was opened.  Which places are gone is found out beside the window, as a disk may be slow."""

    chosen = Signal(object)
    """A Path."""

    def __init__(self, heading: str, clear: QPushButton, places: Sequence[Path]) -> None:
        super().__init__()
        self.links: list[QPushButton] = []
        self._folders: list[QLabel] = []
        self._places = places
        lines = column(row(label(heading, "heading"), None, clear), spacing=2)
        for place in places:
            link = button(_shown_name(place), "link")
            link.setAccessibleDescription(visible(str(place.parent), 200))
            link.setToolTip(visible(str(place), 300))
            link.clicked.connect(lambda _=False, place=place: self.chosen.emit(place))
            folder = ElidedLabel(visible(str(place.parent), 300), "secondary")
            line = row(link, folder, spacing=8)
            line.setStretch(1, 1)
            lines.addLayout(line)
            self.links.append(link)
            self._folders.append(folder)
        lines.addSpacing(12)
        self.setLayout(lines)
        if not places:
            self.hide()

    def find_missing(self, jobs: Jobs, file_of: Callable[[Path], Path], gone: str) -> None:
        """Disables what isn't there any more and says so in the words ``gone`` (with ``folder``); a place is there when
        the system tells of its file ``file_of``."""

        def mark(there: list[bool]) -> None:
            if not shiboken6.isValid(self):  # another page took its place meanwhile
                return
            for link, folder, found in zip(self.links, self._folders, there, strict=True):
                link.setEnabled(found)
                if not found:
                    folder.setText(gone.format(folder=folder.text()))

        if self._places:
            files = [file_of(place) for place in self._places]
            jobs.aside(lambda progress: [_is_there(file) for file in files], mark, lambda failure: None)


def _is_there(file: Path) -> bool:
    """Whether a file can be found; one that the system won't tell of is as good as gone."""
    try:
        return file.is_file()
    except OSError:
        return False


def _shown_name(path: Path) -> str:
    """The name of a file or folder as a button shows it."""
    return visible(path.name, 48).replace("&", "&&")
