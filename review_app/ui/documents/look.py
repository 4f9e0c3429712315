"""The colours and faces in which documents are set."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QPalette

from review_app.model.value import Value
from review_app.ui import theme


class Look(Value, frozen=True):
    """Colours by role: ``paper`` lies under the text, ``surface`` around it, ``line`` is for rules and frames,
    ``marker`` under what was searched, strong under the hit that was gone to."""

    paper: QColor
    surface: QColor
    ink: QColor
    secondary: QColor
    accent: QColor
    line: QColor
    attention: QColor
    marker: QColor
    marker_strong: QColor

    def tint(self, strength: float) -> QColor:
        """The paper with so much of the ink in it, 0 to 1."""
        pairs = zip(self.paper.getRgb()[:3], self.ink.getRgb()[:3], strict=True)
        return QColor(*(round(under + (over - under) * strength) for under, over in pairs))


_MARKERS = {"light": ("#fbe7ae", "#f6d17f"), "dark": ("#443819", "#514116")}
"""Warm, and so that every colour of text on them has a contrast of 4.5:1."""


def look_now() -> Look:
    """What the window's theme says now."""
    return look_of(theme.current())


def look_of(current: theme.Theme) -> Look:
    """What a theme says."""
    marker, strong = _MARKERS[current.name]
    return Look(
        paper=QColor(current.paper),
        surface=QColor(current.surface),
        ink=QColor(current.ink),
        secondary=QColor(current.secondary),
        accent=QColor(current.accent),
        line=QColor(current.line),
        attention=QColor(current.attention),
        marker=QColor(marker),
        marker_strong=QColor(strong),
    )


def dressed(palette: QPalette, look: Look) -> QPalette:
    """A copy of ``palette`` whose grounds are the paper and whose text is the ink."""
    copy = QPalette(palette)
    for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
        copy.setColor(role, look.paper)
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
        copy.setColor(role, look.ink)
    copy.setColor(QPalette.ColorRole.Link, look.accent)
    return copy


def fixed_width_family() -> str:
    """The system's face of equal widths."""
    return QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)).family()
