"""Which language the window speaks: the system's, unless the menu said otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from review_app.model.files import asset_path
from review_app.model.rubric import Criterion, Level
from review_app.ui.qt_words import WithoutKeys

Language = Literal["zh", "en"]
LOCALES = {"zh": QLocale(QLocale.Language.Chinese, QLocale.Country.China), "en": QLocale("en_GB")}
CATALOGUES = {"zh": "review_app_zh_CN", "en": "review_app_en"}

_installed: list[QTranslator] = []
_now: list[Language] = ["en"]


def of_system() -> Language:
    """Chinese where the system's first language is Chinese, English elsewhere."""
    first = next(iter(QLocale.system().uiLanguages()), "en")
    return "zh" if first.lower().startswith("zh") else "en"


def resolved(choice: str) -> Language:
    """The language behind a choice of the menu (``system``, ``zh``, ``en``)."""
    if choice == "zh":
        return "zh"
    return "en" if choice == "en" else of_system()


def current() -> Language:
    """The language that holds now."""
    return _now[0]


def install(language: Language) -> None:
    """Changes the language of all texts that are asked for from now on; pages already built have to be built anew."""
    for translator in _installed:
        QCoreApplication.removeTranslator(translator)
    _installed.clear()
    QLocale.setDefault(LOCALES[language])
    _now[0] = language
    # The one installed last is asked first.
    of_qt, own = QTranslator(), QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    wanted: list[QTranslator] = []
    if language == "zh" and of_qt.load("qtbase_zh_CN", folder):
        wanted += (WithoutKeys(of_qt), of_qt)
    if own.load(str(asset_path(f"translations/{CATALOGUES[language]}.qm"))):
        wanted.append(own)
    for translator in wanted:
        QCoreApplication.installTranslator(translator)
        _installed.append(translator)


def criterion_name(criterion: Criterion) -> str:
    """The criterion's name in the window's language."""
    return criterion.name_en or criterion.name if current() == "en" else criterion.name


def criterion_question(criterion: Criterion) -> str:
    """The question that the criterion asks, in the window's language; may be empty."""
    return criterion.question_en or criterion.question if current() == "en" else criterion.question


def level_text(level: Level) -> str:
    """What a level means, in the window's language."""
    return level.text_en or level.text if current() == "en" else level.text


def level_of(levels: Sequence[Level], value: int) -> Level | None:
    """The level that ``value`` falls into, or None."""
    return next((level for level in levels if level.lowest <= value <= level.highest), None)
