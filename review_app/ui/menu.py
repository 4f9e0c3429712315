"""The window's one menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from review_app.ui.settings import LANGUAGES, Settings
from review_app.ui.theme import CHOICES


class WindowMenu(QMenu):
    """Files, the round, language, theme.  What each does is told by callables of the same names."""

    def __init__(self, parent: QWidget, settings: Settings, acts: dict[str, Callable[[], None]]) -> None:
        super().__init__(parent)
        self._acts = acts
        self._add("open", self.tr("Open a case package or amendment…"), QKeySequence.StandardKey.Open)
        self.round_actions = [
            self._add("about_round", self.tr("About this round")),
            self._add("forget_card", self.tr("Forget the remembered card")),
            self._add("leave", self.tr("Close this round")),
        ]
        self.addSeparator()
        self.languages = self._choice(
            self.tr("Language"),
            dict(zip(LANGUAGES, (self.tr("As the system"), "中文", "English"), strict=True)),
            settings.language,
        )
        self.themes = self._choice(
            self.tr("Appearance"),
            dict(zip(CHOICES, (self.tr("As the system"), self.tr("Light"), self.tr("Dark")), strict=True)),
            settings.theme,
        )
        self.addSeparator()
        self._add("quit", self.tr("Quit"), QKeySequence("Ctrl+Q"))
        self.show_round(False)

    def show_round(self, inside: bool) -> None:
        """Whether a round is open."""
        for action in self.round_actions:
            action.setVisible(inside)

    def _add(
        self, name: str, text: str, keys: QKeySequence | QKeySequence.StandardKey | None = None
    ) -> QAction:
        action = QAction(text, self)
        if keys is not None:
            action.setShortcut(keys)
            action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(lambda: self._acts[name]())
        self.addAction(action)
        parent = self.parentWidget()
        if parent is not None:
            parent.addAction(action)  # the keys work while the menu is closed
        return action

    def _choice(self, title: str, texts: dict[str, str], chosen: str) -> QActionGroup:
        menu = self.addMenu(title)
        group = QActionGroup(self)
        for value, text in texts.items():
            action = QAction(text, menu)
            action.setCheckable(True)
            action.setData(value)
            action.setChecked(value == chosen)
            group.addAction(action)
            menu.addAction(action)
        return group
