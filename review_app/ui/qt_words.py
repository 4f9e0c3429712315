"""Words of Qt's own dialogs to which a key was added after Qt's catalogue was translated.

Qt 6.11 asks for "&Look in:" and "Files of &type:", while its Chinese catalogue knows "Look in:" and "Files of type:":
its file and print dialogs, which stand in for the system's on many Linux desktops, were half English for that.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QTranslator

_KEY = re.compile(r"&(?=\S)")


class WithoutKeys(QTranslator):
    """Answers from ``catalogue`` for what is not in it with a key but is without one; asked after all others.

    The key is kept in parentheses after the words, as is the custom in Chinese.
    """

    def __init__(self, catalogue: QTranslator) -> None:
        super().__init__()
        self._catalogue = catalogue

    def isEmpty(self) -> bool:
        return False

    def translate(  # Qt takes None for "not known"
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """The Chinese words, or None where the catalogue has none either."""
        found = _KEY.search(source or "")
        if found is None or not context.startswith("Q"):
            return None
        plain = source[: found.start()] + source[found.end() :]
        words = self._catalogue.translate(context, plain, disambiguation, n)
        if not words:
            return None
        key = f"(&{source[found.end()].upper()})"
        end = next((mark for mark in ("：", ":", "…", "...") if words.endswith(mark)), "")
        return f"{words.removesuffix(end)}{key}{end}"
