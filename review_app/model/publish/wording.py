"""The words of what is published of a result, by language: assets/results/<document>_<language>.toml."""

from __future__ import annotations

import datetime
import tomllib
from functools import lru_cache
from typing import Any, Literal, get_args

from review_app.model.dates import english_date
from review_app.model.files import asset_path

Language = Literal["zh", "en"]
Document = Literal["common", "report", "tables", "announcement", "commendation"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
DOCUMENTS: tuple[Document, ...] = get_args(Document)


class Wording:
    """The words of one document and those that all share, under ``section.name``; the document's own come first."""

    def __init__(self, document: Document, language: Language) -> None:
        self.language = language
        self._tables = (_load(document, language), _load("common", language))

    def __call__(self, key: str, /, **gaps: object) -> str:
        """A text with its gaps filled in; raises KeyError."""
        found = self._find(key)
        if not isinstance(found, str):
            raise KeyError(key)
        return found.format(**{name.replace("_", "-"): value for name, value in gaps.items()})

    def all(self, key: str) -> list[str]:
        """A list of texts; raises KeyError."""
        found = self._find(key)
        if not isinstance(found, list):
            raise KeyError(key)
        return [str(each) for each in found]

    def joined(self, texts: list[str]) -> str:
        """``texts`` with what the language puts in between."""
        return self("comma").join(texts)

    def quoted(self, title: str) -> str:
        """A title in quotation marks."""
        return self("quoted", title=title)

    def day(self, day: datetime.date | str) -> str:
        """A date (ISO 8601 where it is a text) in words."""
        date = datetime.date.fromisoformat(day) if isinstance(day, str) else day
        if self.language == "en":
            return english_date(date)
        return self("date", year=date.year, month=date.month, day=date.day)

    def named(self, chinese: str, english: str) -> str:
        """What has a name in both languages; the Chinese one where there is no English."""
        return english or chinese if self.language == "en" else chinese

    def _find(self, key: str) -> Any:
        for table in self._tables:
            found: Any = table
            for part in key.split("."):
                found = found.get(part) if isinstance(found, dict) else None
            if found is not None:
                return found
        raise KeyError(key)


@lru_cache(maxsize=len(DOCUMENTS) * len(LANGUAGES))
def _load(document: Document, language: Language) -> dict[str, Any]:
    return tomllib.loads(asset_path(f"results/{document}_{language}.toml").read_text("utf-8"))
