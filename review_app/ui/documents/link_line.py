"""A line at the foot of a page that says where a link leads, and that links are not opened."""

from __future__ import annotations

from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QWidget

from review_app.model.text import visible

SHOWN = 160
"""Characters of an address that are shown."""


class LinkLine(QLabel):
    """Lies over the lower left corner of its parent while there is something to say."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "notice")
        self.setWordWrap(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._kept = False
        self.hide()

    def point(self, address: str) -> None:
        """Shows where the link under the mouse or the focus leads; an empty address: nothing."""
        if address:
            self._kept = False
            self._say(visible(address, SHOWN))
        elif not self._kept:
            self.hide()

    def refuse(self, address: str) -> None:
        """Says, until something else happens, that the link was not opened."""
        self._kept = True
        self._say(refusal(address))

    def dismiss(self) -> None:
        """Nothing is to be said any more."""
        self._kept = False
        self.hide()

    def settle(self) -> None:
        """Finds its place again, as after a change of size."""
        parent = self.parentWidget()
        width = min(parent.width() - 32, max(200, self.fontMetrics().horizontalAdvance(self.text()) + 40))
        height = self.heightForWidth(width)
        self.setGeometry(16, parent.height() - height - 8, width, height)

    def _say(self, text: str) -> None:
        self.setText(text)
        self.setAccessibleName(text)
        self.settle()
        self.show()
        self.raise_()


def refusal(address: str) -> str:
    """The sentence for a link that was not followed."""
    shown = visible(address, SHOWN)
    try:
        scheme = urlsplit(address).scheme.lower()
    except ValueError:
        scheme = ""
    if scheme in ("http", "https", "mailto", "ftp"):
        return QCoreApplication.translate(
            "LinkLine", "Nothing was opened: this program never goes online. The link leads to {address}"
        ).format(address=shown)
    return QCoreApplication.translate(
        "LinkLine",
        "Nothing was opened: links in a dossier lead to no file or program. This one says {address}",
    ).format(address=shown)
