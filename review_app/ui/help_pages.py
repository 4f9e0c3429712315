"""Pages of help that lie over the window: the keys, and what this program and the open round are."""

from __future__ import annotations

import platform
from importlib import metadata

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import Qt, Signal, qVersion
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from review_app import __version__
from review_app.model.crypto.base32 import short_form
from review_app.model.scoring.session import ReviewSession
from review_app.model.text import visible
from review_app.ui import theme
from review_app.ui.expert.card_page import hex_of_thumbprint
from review_app.ui.guide_page import GuidePage
from review_app.ui.shortcut_words import Group, Line, groups
from review_app.ui.widgets.parts import Flowing, button, column, ground, label, row, scrolling

WIDTH = 1000
LIBRARIES = (
    ("PySide6-Essentials", "LGPL-3.0"),
    ("pypdfium2", "Apache-2.0, BSD-3-Clause"),
    ("pyrage", "MIT"),
    ("cryptography", "Apache-2.0, BSD-3-Clause"),
    ("msgspec", "BSD-3-Clause"),
    ("rfc8785", "Apache-2.0"),
    ("PyNaCl", "Apache-2.0"),
    ("bech32", "MIT"),
    ("keyring", "MIT"),
    ("reportlab", "BSD-3-Clause"),
    ("fonttools", "MIT"),
    ("uharfbuzz", "Apache-2.0"),
    ("pylopdf-fonts-zh-cn", "OFL-1.1"),
    ("pillow", "MIT-CMU"),
    ("segno", "BSD-3-Clause"),
    ("numpy", "BSD-3-Clause"),
    ("pypinyin", "MIT"),
    ("PyYAML", "MIT"),
    ("markdown-it-py", "MIT"),
    ("openpyxl", "MIT"),
    ("mammoth", "BSD-2-Clause"),
    ("platformdirs", "MIT"),
)
"""What the program is built on: the name of the distribution, and its licence."""


class HelpPage(QWidget):
    """A page over everything; Esc or the button closes it."""

    closed = Signal()

    def __init__(self, title: str, content: QLayout) -> None:
        super().__init__()
        ground(self, "paper")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)
        self.back = button(self.tr("Back  Esc"), "primary")
        self.back.clicked.connect(self.closed)
        inner = QWidget()
        inner.setMaximumWidth(theme.room(WIDTH))
        head = row(label(title, "title"), None, self.back)
        inner.setLayout(column(head, 16, content, None, margins=(32, 28, 32, 32), spacing=0))
        holder = Flowing()
        across = row(None, inner, None)
        across.setStretch(1, 100)
        holder.setLayout(across)
        self.area = scrolling(holder, "paper")
        self.setLayout(column(self.area))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and F1 close; the arrows move the page."""
        bar = self.area.verticalScrollBar()
        steps = {
            Qt.Key.Key_Down: bar.singleStep() * 2,
            Qt.Key.Key_Up: -bar.singleStep() * 2,
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
        }
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in steps:
            bar.setValue(bar.value() + steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class ShortcutsPage(HelpPage):
    """All keys by group, in two columns."""

    def __init__(self) -> None:
        across = row(spacing=40)
        halves = self._halves(groups())
        shown = [_keys(line) for half in halves for group in half for line in group.lines]
        wide = max(_width(keys) for keys in shown)
        for half in halves:
            across.addLayout(column(*(self._group(group, wide) for group in half), None, spacing=20), 1)
        super().__init__(self.tr("Keys of this program"), across)

    def _halves(self, all_groups: list[Group]) -> tuple[list[Group], list[Group]]:
        total = sum(len(group.lines) + 2 for group in all_groups)
        first: list[Group] = []
        taken = 0
        for group in all_groups:
            if taken + (len(group.lines) + 2) / 2 > total / 2:
                break
            first.append(group)
            taken += len(group.lines) + 2
        return first, all_groups[len(first) :]

    def _group(self, group: Group, wide: int) -> QWidget:
        box = QWidget()
        lines = QGridLayout()
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setHorizontalSpacing(16)
        lines.setVerticalSpacing(4)
        lines.setColumnMinimumWidth(0, wide)
        lines.setColumnStretch(1, 1)
        for place, line in enumerate(group.lines):
            keys = label(_keys(line), "body")
            keys.setAlignment(Qt.AlignmentFlag.AlignTop)
            lines.addWidget(keys, place, 0)
            lines.addWidget(label(line.what, "quiet", wrap=True), place, 1)
        box.setLayout(column(label(group.title, "heading"), lines, spacing=6))
        return box


def _keys(line: Line) -> str:
    return "  ·  ".join(line.keys)


def _width(keys: str) -> int:
    measured = label(keys, "body")
    measured.ensurePolished()
    return measured.sizeHint().width()


class AboutPage(HelpPage):
    """Versions, licences, and the fingerprints of the open round."""

    def __init__(self, session: ReviewSession | None) -> None:
        parts: list[QWidget] = [self._program()]
        if session is not None:
            parts.append(self._fingerprints(session))
        parts.append(self._licences())
        super().__init__(self.tr("About this program"), column(*parts, spacing=24))

    def _program(self) -> QWidget:
        versions = self.tr(
            "Case review {version}  ·  Python {python}  ·  Qt {qt}, PySide {pyside}  ·  {system}"
        )
        promise = self.tr(
            "Reads the cases of a round, keeps the scores on this computer, and writes a sealed sheet that carries no "
            "name. It opens no network connection."
        )
        return _stack(
            label(
                versions.format(
                    version=__version__,
                    python=platform.python_version(),
                    qt=qVersion(),
                    pyside=pyside_version,
                    system=visible(f"{platform.system()} {platform.release()}", 60),
                ),
                "body",
                wrap=True,
                select=True,
            ),
            label(promise, "quiet", wrap=True),
        )

    def _fingerprints(self, session: ReviewSession) -> QWidget:
        sealed = session.package.sealed
        return _stack(
            label(self.tr("Fingerprints of the open round"), "heading"),
            *(
                line
                for name, digits, words in (
                    (
                        self.tr("Organizer's key"),
                        hex_of_thumbprint(sealed.organizer_thumbprint),
                        self.tr(
                            "Compare it with the cover letter: it says that the package comes from the organizer."
                        ),
                    ),
                    (
                        self.tr("Terms of this round"),
                        session.package.digest,
                        self.tr(
                            "Compare it with the cover letter or with another expert: it says that all were given the "
                            "same rules and cases."
                        ),
                    ),
                    (
                        self.tr("Contents of the package"),
                        session.terms.manifest,
                        self.tr("Compare it with another expert: it says that both read the same files."),
                    ),
                )
                for line in (
                    label(f"{name}   {short_form(digits)}", "body", select=True),
                    label(digits, "command", select=True, wrap=True),
                    label(words, "secondary", wrap=True),
                )
            ),
        )

    def _licences(self) -> QWidget:
        fonts = self.tr(
            "Noto Sans SC and Noto Serif SC are used under the SIL Open Font License 1.1. The drawing of PDF pages is "
            "PDFium's."
        )
        lines = [
            f"{name} {version}  ·  {licence}"
            for name, licence in LIBRARIES
            if (version := _version(name)) is not None
        ]
        return _stack(
            label(self.tr("Built on"), "heading"),
            label(
                "\n".join([f"Python {platform.python_version()}  ·  PSF-2.0", *lines]), "quiet", select=True
            ),
            label(fonts, "quiet", wrap=True),
        )


def make_page(what: str, session: ReviewSession | None) -> HelpPage | GuidePage:
    """The page of help called ``guide``, ``guide-desk`` (at the organizers' chapter), ``shortcuts`` or ``about``."""
    if what in ("guide", "guide-desk"):
        return GuidePage(1 if what == "guide-desk" else 0)
    return ShortcutsPage() if what == "shortcuts" else AboutPage(session)


def _stack(*items: QWidget) -> QWidget:
    made = QWidget()
    made.setLayout(column(*items, spacing=6))
    return made


def _version(distribution: str) -> str | None:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:  # frozen without its metadata, or not needed here
        return None
