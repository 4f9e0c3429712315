"""Names in two languages as lines of text: ``中文 | English``, one a line."""

from __future__ import annotations

from collections.abc import Sequence

from review_app.model.workspace.campaign import Facet, Organizer


def to_lines(names: Sequence[Facet | Organizer]) -> str:
    """The names, one a line."""
    return "\n".join(f"{each.name} | {each.name_en}" if each.name_en else each.name for each in names)


def from_lines(text: str) -> list[tuple[str, str]]:
    """Name and English name of each line that isn't empty; a full-width bar parts them as well."""
    found = []
    for line in text.replace("｜", "|").splitlines():
        name, _, english = line.partition("|")
        if name.strip():
            found.append((name.strip(), english.strip()))
    return found
