"""Sentences for stable codes, in Chinese and English, for the window and the command line alike.

They lie in ``assets/texts/*.toml`` and not in Qt's catalogues, since the command line loads no Qt.
"""

from __future__ import annotations

import locale
import os
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from review_app.model.errors import ReviewError
from review_app.model.files import asset_path
from review_app.model.text import visible
from review_app.model.value import Value

Language = Literal["zh", "en"]


class ErrorText(Value, frozen=True):
    """What happened, and what to do next: one sentence each."""

    what: str
    next: str


def system_language() -> Language:
    """Chinese where the system speaks Chinese (``LC_ALL``, ``LC_MESSAGES``, ``LANG``, or Windows' own setting)."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return "zh" if value.lower().startswith("zh") else "en"
    system = (locale.getlocale()[0] or "").lower()
    return "zh" if system.startswith(("zh", "chinese")) else "en"


def error_text(error: ReviewError, language: Language) -> ErrorText:
    """The sentences for ``error`` in ``language``, its parameters made visible and put in."""
    entry = _catalogue(f"errors_{language}").get(error.code)
    if entry is None:  # a test keeps this from happening; a code is still better than a traceback
        return ErrorText(error.code, "")
    shown = {name: shown_value(value, language) for name, value in error.params.items()}
    return ErrorText(entry["what"].format_map(_Gaps(shown)), entry["next"].format_map(_Gaps(shown)))


def phrase(table: str, key: str, language: Language, /, **params: object) -> str:
    """The sentence ``key`` of ``assets/texts/<table>_<language>.toml``; the key itself where there is none."""
    entry: object = _catalogue(f"{table}_{language}").get(key)
    if not isinstance(entry, str):
        return key
    return entry.format_map(_Gaps({name: shown_value(value, language) for name, value in params.items()}))


def known_codes(language: Language) -> set[str]:
    """The error codes that have sentences."""
    return set(_catalogue(f"errors_{language}"))


def shown_value(value: object, language: Language) -> str:
    """A parameter as it is shown: text from outside can't pose as part of the sentence."""
    if isinstance(value, list | tuple | set):
        items = [shown_value(item, language) for item in value]
        between = "、" if language == "zh" else ", "
        return between.join(items[:12]) + (" …" if len(items) > 12 else "")
    return visible(str(value), 120)


@lru_cache(maxsize=8)
def _catalogue(name: str) -> Mapping[str, dict[str, str]]:
    import tomllib  # here: most windows open without having to say anything

    return tomllib.loads(asset_path(f"texts/{name}.toml").read_text("utf-8"))


class _Gaps(dict[str, str]):
    """Parameters that an error didn't bring leave an ellipsis, never a traceback."""

    def __missing__(self, key: str) -> str:
        return "…"
