"""What the window remembers between starts: nothing that tells what is read or how it is scored."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings

from review_app.model.files import home_folder
from review_app.ui.theme import CHOICES, ThemeChoice

Role = str
LANGUAGES = ("system", "zh", "en")


class Settings:
    """An INI file in the program's own folder.  Language, theme, which door was taken, where the window stood.

    No card, no package, no title of a case is ever written here.  A file that can't be read or written costs only
    the remembering.
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
