"""A certificate's words as an organizer reads them: what is filled in stands in brackets, in the window's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def _names() -> list[tuple[str, str]]:
    """What stands in a design, and how it is shown; the longer ones first."""
    return [
        ("{open}{case_title}{close}", translate("fill_ins", "[case]")),
        ("{case_title}", translate("fill_ins", "[case without quotation marks]")),
        ("{recipient}", translate("fill_ins", "[recipient]")),
        ("{edition}", translate("fill_ins", "[edition]")),
        ("{award}", translate("fill_ins", "[award]")),
        ("{serial}", translate("fill_ins", "[number]")),
    ]


def shown(pattern: str) -> str:
    """A pattern of a design as it is shown."""
    for field, name in _names():
        pattern = pattern.replace(field, name)
    return pattern


def pattern_of(text: str) -> str:
    """What is typed as a pattern of a design; a brace typed stays one, and is refused by the design's own check."""
    for field, name in _names():
        text = text.replace(name, field)
    return " ".join(text.split())


def examples() -> str:
    """The names of what can be filled in."""
    return " ".join(name for field, name in _names() if field not in ("{case_title}", "{serial}"))
