"""Sizes, and the plain file name of a package."""

from __future__ import annotations

import re

from review_app.ui import language

_AWKWARD = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def size_words(size: int) -> str:
    """A size for people: 12.4 MB, decimal as mail programs count."""
    locale = language.LOCALES[language.current()]
    return locale.formattedDataSize(size, 1, locale.DataSizeFormat.DataSizeSIFormat)


def package_name(title: str, edition: str) -> str:
    """What to call the file: title and edition, without what a file name can't have."""
    words = " ".join(_AWKWARD.sub(" ", f"{title} {edition}").split()).strip(". ")
    return f"{words[:60].strip() or 'cases'}.casepkg"
