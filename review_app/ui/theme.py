"""Colours, faces and the style sheet: the one place that knows what the window looks like.

Widgets that paint themselves ask :func:`current` while they paint; everything else follows the palette and the style
sheet, so that a change of theme is one call.
"""

from __future__ import annotations

import re
import string
from typing import Literal

import msgspec
import pylopdf_fonts_zh_cn
from PySide6.QtCore import QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from review_app.model.files import asset_path
from review_app.model.value import Value

ThemeChoice = Literal["system", "light", "dark"]
CHOICES: tuple[ThemeChoice, ...] = ("system", "light", "dark")
TextSize = Literal["small", "normal", "large", "larger"]
TEXT_SIZES: tuple[TextSize, ...] = ("small", "normal", "large", "larger")
_FACTORS: dict[TextSize, float] = {"small": 0.93, "normal": 1.0, "large": 1.15, "larger": 1.3}
SANS, SERIF = "Noto Sans SC", "Noto Serif SC"
INTERFACE_SIZE, SMALL_SIZE, SCORE_SIZE = 15, 13, 16
"""Pixels at the usual text size."""
BAR = 56
"""Pixels of height of the bar on top."""
_FONT_SIZE = re.compile(r"font-size: (\d+)px")


class Theme(Value, frozen=True):
    """Colours by role.  ``paper`` lies under what is read, ``window`` under lists and controls, ``surface`` is a shade
    below it; ``fill`` marks the scores up to the chosen one; ``line`` parts, ``control`` outlines what can be used."""

    name: Literal["light", "dark"]
    window: str
    paper: str
    surface: str
    ink: str
    secondary: str
    accent: str
    accent_strong: str
    on_accent: str
    selected: str
    hover: str
    fill: str
    on_fill: str
    line: str
    control: str
    done: str
    done_soft: str
    attention: str
    attention_soft: str


LIGHT = Theme(
    name="light",
    window="#ffffff",
    paper="#fbfaf6",
    surface="#f3f5f7",
    ink="#17222d",
    secondary="#4f5d6b",
    accent="#24598f",
    accent_strong="#1b4672",
    on_accent="#ffffff",
    selected="#e7eff8",
    hover="#f1f5fa",
    fill="#dde8f3",
    on_fill="#1f3f60",
    line="#e2e6ea",
    control="#8593a1",
    done="#1d6b41",
    done_soft="#e6f3eb",
    attention="#8a4b00",
    attention_soft="#fdf2dd",
)
DARK = Theme(
    name="dark",
    window="#1b1f24",
    paper="#201f1d",
    surface="#242a30",
    ink="#e9e7e2",
    secondary="#aab4be",
    accent="#8dbae8",
    accent_strong="#a9ccf0",
    on_accent="#0f2033",
    selected="#26384b",
    hover="#242d37",
    fill="#2c4157",
    on_fill="#d6e6f7",
    line="#343b43",
    control="#75828f",
    done="#7fcfa3",
    done_soft="#1d3529",
    attention="#e9b95f",
    attention_soft="#3a2e17",
)


class _Look(QObject):
    """What holds now; tells when it changes."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.theme = LIGHT
        self.choice: ThemeChoice = "system"
        self.text_size: TextSize = "normal"
        self.following = False
        self.sheet_wanted = True


_look = _Look()
_loaded: set[str] = set()


def current() -> Theme:
    """The theme that holds now."""
    return _look.theme


def changed() -> SignalInstance:
    """The signal that is sent after the theme has changed."""
    return _look.changed


def load_fonts() -> None:
    """Gives Qt the bundled Chinese faces; a second call does nothing.  Needs an application."""
    for path in (pylopdf_fonts_zh_cn.sans_path(), pylopdf_fonts_zh_cn.serif_path()):
        if str(path) not in _loaded:
            QFontDatabase.addApplicationFont(str(path))
            _loaded.add(str(path))


def text_size() -> TextSize:
    """The size of the interface's text that holds now."""
    return _look.text_size


def choose_text_size(size: TextSize) -> None:
    """Changes the size of the interface's text.  Pages measure when they are built: build them anew after it."""
    _look.text_size = size
    application = QApplication.instance()
    if isinstance(application, QApplication):
        application.setFont(interface_font())
        _put_on(_look.theme)


def scaled(size: int) -> int:
    """``size`` pixels of text at the usual size, in pixels at the chosen one; no text gets under the smallest."""
    return max(SMALL_SIZE, round(size * _FACTORS[_look.text_size]))


def room(size: int) -> int:
    """A length that holds text (a row's height, a column's width), grown with the text; it never shrinks."""
    return round(size * max(1.0, _FACTORS[_look.text_size]))


def interface_font(size: int = INTERFACE_SIZE, *, bold: bool = False, serif: bool = False) -> QFont:
    """A face of the interface, of ``size`` pixels at the usual text size."""
    font = QFont()
    font.setFamilies([SERIF, SANS] if serif else [SANS])
    font.setPixelSize(scaled(size))
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def install(
    application: QApplication,
    choice: ThemeChoice = "system",
    *,
    size: TextSize = "normal",
    sheet: bool = True,
    fusion: bool = False,
) -> None:
    """Dresses ``application``: style, faces, colours, and follows the system while ``choice`` is ``system``.

    Without ``sheet`` the style sheet waits for :func:`put_on_sheet`: with it, every widget is polished again each time
    it gets a new parent, which takes more than half of the time in which a page is built.  ``fusion``: the application
    was started with that style already, which spares making Qt's own style an object of Python's.
    """
    _look.sheet_wanted, _look.text_size = sheet, size
    if not fusion:
        application.setStyle("Fusion")
    load_fonts()
    application.setFont(interface_font())
    if not _look.following:
        QGuiApplication.styleHints().colorSchemeChanged.connect(_follow_system)
        _look.following = True
    choose(choice)


def choose(choice: ThemeChoice) -> None:
    """Changes to light, dark, or what the system has."""
    _look.choice = choice
    hints = QGuiApplication.styleHints()
    schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
    if choice in schemes:
        hints.setColorScheme(schemes[choice])
    else:
        hints.unsetColorScheme()
    dark = choice == "dark" or (choice == "system" and hints.colorScheme() == Qt.ColorScheme.Dark)
    _put_on(DARK if dark else LIGHT)


def _follow_system(scheme: Qt.ColorScheme) -> None:
    if _look.choice == "system":
        _put_on(DARK if scheme == Qt.ColorScheme.Dark else LIGHT)


def _put_on(theme: Theme) -> None:
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return
    _look.theme = theme
    application.setPalette(palette_of(theme))
    if _look.sheet_wanted:
        application.setStyleSheet(style_sheet(theme))
    _look.changed.emit()


def put_on_sheet() -> None:
    """Puts the style sheet on, after an :func:`install` without it."""
    _look.sheet_wanted = True
    application = QApplication.instance()
    if isinstance(application, QApplication):  # which has its palette already
        application.setStyleSheet(style_sheet(_look.theme))


def has_sheet() -> bool:
    """False after an :func:`install` without it until :func:`put_on_sheet`, which polishes what is built meanwhile."""
    return _look.sheet_wanted


def palette_of(theme: Theme) -> QPalette:
    """The palette that widgets without a rule in the style sheet follow."""
    roles = QPalette.ColorRole
    palette = QPalette(QColor(theme.surface), QColor(theme.window))
    for role, colour in {
        roles.Window: theme.window,
        roles.Base: theme.window,
        roles.AlternateBase: theme.surface,
        roles.Button: theme.surface,
        roles.ToolTipBase: theme.surface,
        roles.Text: theme.ink,
        roles.WindowText: theme.ink,
        roles.ButtonText: theme.ink,
        roles.ToolTipText: theme.ink,
        roles.PlaceholderText: theme.secondary,
        roles.Highlight: theme.accent,
        roles.HighlightedText: theme.on_accent,
        roles.Link: theme.accent,
        roles.LinkVisited: theme.accent,
        roles.Accent: theme.accent,
        roles.Light: theme.surface,
        roles.Midlight: theme.line,
        roles.Mid: theme.line,
        roles.Dark: theme.control,
        roles.Shadow: theme.line,
    }.items():
        palette.setColor(role, QColor(colour))
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.secondary))
    return palette


def style_sheet(theme: Theme) -> str:
    """The style sheet with the colours of ``theme`` put in; KeyError for a placeholder nobody knows."""
    text = asset_path("style/app.qss").read_text("utf-8")
    if _look.text_size != "normal":
        text = _FONT_SIZE.sub(lambda found: f"font-size: {scaled(int(found[1]))}px", text)
    source = string.Template(text)
    icons = asset_path("icons").as_posix()
    return source.substitute(
        msgspec.structs.asdict(theme), icons=icons, sans=SANS, serif=SERIF, step=room(BAR) - 4
    )


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, relative luminance)."""

    def luminance(colour: str) -> float:
        shade = QColor(colour)
        parts: list[float] = []
        for part in (shade.redF(), shade.greenF(), shade.blueF()):
            parts.append(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)
