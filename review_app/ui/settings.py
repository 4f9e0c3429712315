"""What the window remembers between starts: nothing that tells what is in a package or how it is scored."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from review_app.model.files import home_folder
from review_app.ui.theme import CHOICES, TEXT_SIZES, TextSize, ThemeChoice

LANGUAGES = ("system", "zh", "en")
ZOOM_STEPS = (75, 85, 100, 115, 130, 150, 175, 200, 250, 300)
"""Percent of the usual reading size that the menu offers; the keys go through the same ones."""
SMALLEST_ZOOM, LARGEST_ZOOM = 50, 400
RECENT = 5
"""Packages remembered by where they lie."""


class Settings:
    """An INI file in the program's own folder: language, looks, which door was taken, where the window stood, and
    where the packages opened last lie (unless that is switched off).

    No card, no title of a round or a case is ever written here.  A file that can't be read or written costs only the
    remembering.
    """

    def __init__(self) -> None:
        self._store = QSettings(str(home_folder() / "window.ini"), QSettings.Format.IniFormat)

    @property
    def language(self) -> str:
        """``system``, ``zh`` or ``en``."""
        return self._one_of("language", LANGUAGES)

    @language.setter
    def language(self, value: str) -> None:
        self._put("language", value)

    @property
    def theme(self) -> ThemeChoice:
        """``system``, ``light`` or ``dark``."""
        found = self._one_of("theme", CHOICES)
        return next(choice for choice in CHOICES if choice == found)

    @theme.setter
    def theme(self, value: ThemeChoice) -> None:
        self._put("theme", value)

    @property
    def text_size(self) -> TextSize:
        """The size of the interface's text, one of :data:`~review_app.ui.theme.TEXT_SIZES`."""
        found = self._store.value("text_size")
        return next((size for size in TEXT_SIZES if size == found), "normal")

    @text_size.setter
    def text_size(self, value: TextSize) -> None:
        self._put("text_size", value)

    @property
    def reading_zoom(self) -> int:
        """Percent of the usual size in which dossiers are set."""
        found = self._store.value("reading_zoom")
        percent = int(found) if isinstance(found, str | int) and str(found).isdecimal() else 100
        return min(max(percent, SMALLEST_ZOOM), LARGEST_ZOOM)

    @reading_zoom.setter
    def reading_zoom(self, percent: int) -> None:
        self._put("reading_zoom", str(percent))

    @property
    def remember_recent(self) -> bool:
        """Whether it is remembered where the packages opened last lie."""
        return self._one_of("remember_recent", ("yes", "no")) == "yes"

    @remember_recent.setter
    def remember_recent(self, on: bool) -> None:
        self._put("remember_recent", "yes" if on else "no")
        if not on:
            self.forget_recent()
            self.forget_campaigns()

    @property
    def recent(self) -> list[Path]:
        """Where the packages opened last lie, the last one first; some may be gone by now."""
        kept = (self._store.value(f"recent{place}") for place in range(RECENT))
        return [Path(path) for path in kept if isinstance(path, str) and path]

    def note_recent(self, package: Path) -> None:
        """Puts a package at the head of the list, unless nothing is to be remembered."""
        if self.remember_recent:
            path = Path(os.path.abspath(package))
            self._keep_recent([path, *(known for known in self.recent if known != path)])

    def forget_recent(self, package: Path | None = None) -> None:
        """Takes one package off the list, or all."""
        self._keep_recent([known for known in self.recent if package is not None and known != package])

    def _keep_recent(self, paths: list[Path]) -> None:
        for place in range(RECENT):
            if place < len(paths):
                self._store.setValue(f"recent{place}", str(paths[place]))
            else:
                self._store.remove(f"recent{place}")
        self.save()

    @property
    def campaigns(self) -> list[Path]:
        """The folders of the campaigns opened last, the last one first; some may be gone by now."""
        kept = (self._store.value(f"campaign{place}") for place in range(RECENT))
        return [Path(path) for path in kept if isinstance(path, str) and path]

    def note_campaign(self, folder: Path) -> None:
        """Puts a campaign's folder at the head of the list, unless nothing is to be remembered."""
        if self.remember_recent:
            path = Path(os.path.abspath(folder))
            self._keep_campaigns([path, *(known for known in self.campaigns if known != path)])

    def forget_campaigns(self) -> None:
        """Empties the list of campaigns."""
        self._keep_campaigns([])

    def _keep_campaigns(self, folders: list[Path]) -> None:
        for place in range(RECENT):
            if place < len(folders):
                self._store.setValue(f"campaign{place}", str(folders[place]))
            else:
                self._store.remove(f"campaign{place}")
        self.save()

    @property
    def door(self) -> str:
        """``expert`` or ``organizer``: the door taken last time."""
        return self._one_of("door", ("expert", "organizer"))

    @door.setter
    def door(self, value: str) -> None:
        self._put("door", value)

    @property
    def geometry(self) -> QByteArray | None:
        """Where the window stood, in Qt's own form."""
        value = self._store.value("geometry")
        return value if isinstance(value, QByteArray) else None

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("geometry", value)

    def save(self) -> None:
        """Writes what has changed; a folder that can't be written is no reason to disturb anyone."""
        self._store.sync()

    def _one_of(self, name: str, allowed: tuple[str, ...]) -> str:
        value = self._store.value(name)
        return value if isinstance(value, str) and value in allowed else allowed[0]

    def _put(self, name: str, value: str) -> None:
        self._store.setValue(name, value)
        self.save()
