"""A language in which everything is longer by two fifths: what fits in it fits in a translation to come."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QTranslator

from review_app.model.files import asset_path
from review_app.ui import language
from review_app.ui.language import CATALOGUES, Language

MORE = 0.4
FILLING = {"zh": "加长的字样", "en": " and on with"}

_PLACEHOLDER = re.compile(r"\{\w*\}|%n")

_installed: list[QTranslator] = []


class Stretched(QTranslator):
    """Answers with what another translator says, and some more."""

    def __init__(self, code: Language) -> None:
        super().__init__()
        self._code = code
        self._own = QTranslator()
        if not self._own.load(str(asset_path(f"translations/{CATALOGUES[code]}.qm"))):
            raise FileNotFoundError(CATALOGUES[code])

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, number: int = -1
    ) -> str | None:
        """The translation longer by :data:`MORE`; in English, the source text where nothing else is said of it."""
        own = self._own.translate(context, source, disambiguation or "", number)
        if not own and self._code == "en":
            own = source
        if not own:
            return None  # an empty text would count as a translation
        return stretched(own, self._code) if _is_ours(context) else own


def _is_ours(context: str) -> bool:
    """Qt's own texts stay as they are."""
    return not context.startswith(("QFileDialog", "QDialog", "QShortcut", "QPlatform", "QColor"))


def stretched(text: str, code: Language) -> str:
    """``text`` with two fifths more, at its end: placeholders and line ends stay where they were.  Where there are
    figures and signs alone, as in ``30%``, no language says more."""
    extra = round(len(text) * MORE)
    if not any(letter.isalpha() for letter in _PLACEHOLDER.sub("", text)) or not extra:
        return text
    filling = FILLING[code]
    return text + (filling * (extra // len(filling) + 1))[:extra].rstrip()


def install(code: Language) -> None:
    """Changes to the stretched form of a language; pages already built have to be built anew."""
    language.install(code)
    made = Stretched(code)
    QCoreApplication.installTranslator(made)
    _installed.append(made)


def remove() -> None:
    """Back to the language itself."""
    for translator in _installed:
        QCoreApplication.removeTranslator(translator)
    _installed.clear()
