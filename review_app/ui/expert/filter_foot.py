"""What stands below a filtered list: how many cases it holds, and why one is there that doesn't belong."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from review_app.ui.widgets.parts import column, label

LINES = 3
"""Lines of room, kept while a filter holds: the list above must not change its height with every score."""


class FilterFoot(QWidget):
    """Takes no room while all cases are listed."""

    def __init__(self) -> None:
        super().__init__()
        self.words = label("", "secondary", wrap=True)
        self.setLayout(column(self.words, None, margins=(16, 4, 12, 8), spacing=0))
        self.hide()

    def tell_count(self, count: int) -> None:
        """``count`` cases match."""
        self._say(self.tr("%n case(s) of this kind.", "", count))

    def tell_stray(self, number: int, name: str) -> None:
        """The case ``number`` is listed although it doesn't match the filter ``name``."""
        self._say(
            self.tr(
                'Case {number} is not among "{filter}". It stays in this list until you go to another case.'
            ).format(number=f"{number:02d}", filter=name)
        )

    def tell_aside(self, name: str) -> str:
        """All cases are listed in place of the filter ``name``, which has none with the words; returns what it says."""
        self._say(
            self.tr(
                'Not found among "{filter}", so all cases were searched. "{filter}" comes back when you clear the '
                "words."
            ).format(filter=name)
        )
        return self.words.text()

    def _say(self, text: str) -> None:
        self.words.setText(text)
        self.words.ensurePolished()
        self.setMinimumHeight(12 + LINES * self.words.fontMetrics().lineSpacing())
        self.show()
