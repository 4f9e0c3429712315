"""A label of several lines whose last line is not one Chinese character alone."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QLabel

JOINER = "\u2060"
"""WORD JOINER, no width: no line ends before or after it (Unicode Standard Annex 14, class WJ)."""
_END = re.compile(r"[\u4e00-\u9fff]{2}(?=[^\w\s]*$)", re.MULTILINE)


def joined(text: str) -> str:
    """``text`` with the last two characters of each paragraph held together: Chinese may otherwise break between them.
    More of them would leave holes in a narrow column."""
    return _END.sub(lambda end: JOINER.join(end.group()), text)


class Wrapped(QLabel):
    """Shows its text :func:`joined`; whoever asks, or listens, gets the text itself."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = self._heard = ""
        self.setText(text)

    def text(self) -> str:
        return self._text

    def setText(self, text: str) -> None:
        shown = joined(text)
        if self.accessibleName() == self._heard:  # no other name was given
            self._heard = text if shown != text else ""
            if self._heard != self.accessibleName():
                self.setAccessibleName(self._heard)
        self._text = text
        super().setText(shown)
